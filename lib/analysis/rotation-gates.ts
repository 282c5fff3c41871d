/** What is to be seen after each commit of a rotation, by commands that read only and print no secret. */
import type { ClusterModel, Epochs, FleetModel } from '../model/types';
import { epochAccountName, linkAccountName, tokenSecretName } from '../plan/credential-names';
import type { LinkPlan } from '../plan/types';
import { controllerOf } from './decommission-commands';
import { pruneGates } from './prune';
import type { RotationStep } from './rotation';

/** One thing to look at before going on. */
export interface Seen {
  /** The Link it is about, as `source->target`. */
  readonly link: string;
  /** What must be so. */
  readonly want: string;
  /** Reads only; contexts are called as the clusters are. Prints digests of secrets, never one. */
  readonly command: string;
}

/** What must be seen of one Link after a commit. */
export function gateOf(link: LinkPlan, step: RotationStep, at: Epochs): readonly Seen[] {
  const name = `${link.source.name}->${link.target.name}`;
  return GATES[step](link, at).map(([want, command]) => ({ link: name, want, command }));
}

type Gate = (link: LinkPlan, at: Epochs) => readonly (readonly [want: string, command: string])[];

const GATES: Readonly<Record<RotationStep, Gate>> = {
  mint: (link, { epoch }) => [...minted(link, epoch), ...delivered(link, epoch)],
  load: (link, { epoch }) => [
    ...rolled(link, epoch),
    [
      `today's date, once the API server of ${link.target.name} has seen token ${epoch} (Kubernetes 1.28 and later)`,
      lastUsed(link, epoch),
    ],
    [`a date that stands still: nobody uses token ${epoch - 1} any more`, lastUsed(link, epoch - 1)],
  ],
  retire: (link, { retired }) => [
    [`${account(link, retired + 1)} alone: the account of token ${retired} may read nothing any more`, bound(link)],
    [`nothing: the account of token ${retired} is gone, and its token with it`, gone(link, retired)],
    [
      'nothing, ten minutes later. A watch that was opened with the retired token lives on for minutes, and readiness and `linkerd multicluster check` stay green meanwhile: they read the Secret, not the process',
      logs(link),
    ],
  ],
};

/** Argo CD has deleted what the target's directory no longer has. */
export function prunedGate(fleet: FleetModel, { name }: ClusterModel): readonly Seen[] {
  return pruneGates(fleet, [name]).map(({ command, expect }) => ({ link: `*->${name}`, want: expect, command }));
}

const kubectl = (cluster: string, namespace: string, rest: string) =>
  `kubectl --context ${cluster} -n ${namespace} ${rest}`;

function minted({ source, target, credentials }: LinkPlan, epoch: number): readonly [string, string][] {
  const namespace = target.linkerd.multiclusterNamespace;
  const name = linkAccountName(source.name);
  const token = tokenSecretName(name, epoch);
  const digest = kubectl(
    target.name,
    namespace,
    `get secret ${token} -o jsonpath='{.data.token}' | base64 -d | sha256sum`,
  );
  const wanted: [string, string][] = [
    ['a digest: the token of the target; that of nothing begins with e3b0c442', digest],
  ];
  if (credentials.way.kind !== 'externalSecrets') return wanted;
  const ready = `get pushsecret ${name} -o jsonpath='{.spec.selector.secret.name} {.status.conditions[?(@.type=="Ready")].status}'`;
  return [...wanted, [`${token} True`, kubectl(target.name, namespace, ready)]];
}

function delivered({ source, credentials }: LinkPlan, epoch: number): readonly [string, string][] {
  const token = `sed -n 's/^ *token: *//p' | tr -d '"\\n'`;
  const by = credentials.way.kind === 'existing' ? ', brought by whoever delivers it (existing),' : '';
  return credentials.namespaces.map((namespace) => [
    `the same digest: token ${epoch} has arrived${by}${namespace === source.linkerd.namespace ? ' for destination' : ' for the mirror controller'}`,
    kubectl(
      source.name,
      namespace,
      `get secret ${credentials.secretName} -o jsonpath='{.data.kubeconfig}' | base64 -d | ${token} | sha256sum`,
    ),
  ]);
}

function rolled(link: LinkPlan, epoch: number): readonly [string, string][] {
  const { source, target, credentials } = link;
  const { multiclusterNamespace, namespace, release } = source.linkerd;
  const mirror: [string, string] = release.capabilities.excludedLabels
    ? [
        `credentials.linkerd-fleet.dev/epoch-${epoch} among them: the Link has changed, and its controller reads the Secret again`,
        kubectl(
          source.name,
          multiclusterNamespace,
          `get link ${target.name} -o jsonpath='{.spec.excludedAnnotations}'`,
        ),
      ]
    : [
        'successfully rolled out',
        kubectl(source.name, multiclusterNamespace, `rollout status deploy/${controllerOf(link)}`),
      ];
  if (!credentials.namespaces.includes(namespace)) return [mirror];
  return [
    mirror,
    ['successfully rolled out', kubectl(source.name, namespace, 'rollout status deploy/linkerd-destination')],
  ];
}

const account = ({ source }: LinkPlan, epoch: number) => epochAccountName(linkAccountName(source.name), epoch);

/** Accounts of the source that may read, one in a line. */
function bound({ source, target }: LinkPlan): string {
  const names = `'{range .subjects[*]}{.name}{"\\n"}{end}'`;
  const own = `grep -E '^${linkAccountName(source.name)}(\\.|$)'`;
  return `kubectl --context ${target.name} get clusterrolebinding linkerd-link-reader -o jsonpath=${names} | ${own}`;
}

function gone(link: LinkPlan, epoch: number): string {
  const { target, source } = link;
  const secret = tokenSecretName(linkAccountName(source.name), epoch);
  const objects = `serviceaccount/${account(link, epoch)} secret/${secret}`;
  return kubectl(target.name, target.linkerd.multiclusterNamespace, `get ${objects} --ignore-not-found -o name`);
}

function lastUsed({ source, target }: LinkPlan, epoch: number): string {
  const secret = tokenSecretName(linkAccountName(source.name), epoch);
  return kubectl(
    target.name,
    target.linkerd.multiclusterNamespace,
    `get secret ${secret} -o jsonpath='{.metadata.labels.kubernetes\\.io/legacy-token-last-used}'`,
  );
}

function logs(link: LinkPlan): string {
  const { multiclusterNamespace } = link.source.linkerd;
  return kubectl(
    link.source.name,
    multiclusterNamespace,
    `logs deploy/${controllerOf(link)} --all-containers --since=10m | grep -iE 'unauthorized|forbidden'`,
  );
}
