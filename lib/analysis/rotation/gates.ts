/** What is to be seen after each commit of a rotation, by commands that read only and print no secret. */
import { DESTINATION_NAME } from '../../linkerd/names';
import type { ClusterModel, Epochs, FleetModel } from '../../model/types';
import { CREDENTIALS_PREFIX, epochAccountName, linkAccountName, tokenSecretName } from '../../plan/credential-names';
import type { LinkPlan } from '../../plan/types';
import { controllerOf } from '../decommission/commands';
import { pruneGates } from '../prune';
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
  admit: (link, { epoch }) => [
    [`${account(link, epoch)} alone: no account of before may read anything`, bound(link)],
    ...minted(link, epoch),
    ...delivered(link, epoch),
  ],
  mint: (link, { epoch }) => [...minted(link, epoch), ...delivered(link, epoch)],
  load: (link, { epoch, retired }) => [
    ...rolled(link, epoch),
    [
      `today's date, once the API server of ${link.target.name} has seen token ${epoch} (Kubernetes 1.28 and later)`,
      lastUsed(link, epoch),
    ],
    retired + 1 < epoch ? unused(link, epoch - 1) : refused(link),
  ],
  retire: (link, { retired }) => [
    [`${account(link, retired + 1)} alone: the account of token ${retired} may read nothing any more`, bound(link)],
    [`nothing: the account of token ${retired} is gone, and its token with it`, gone(link, retired)],
    refused(link),
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
  const mirror: readonly [string, string][] = release.capabilities.excludedLabels
    ? [
        [
          `${CREDENTIALS_PREFIX}/epoch-${epoch} among them: the Link has changed, and its controller reads the Secret again`,
          kubectl(
            source.name,
            multiclusterNamespace,
            `get link ${target.name} -o jsonpath='{.spec.excludedAnnotations}'`,
          ),
        ],
      ]
    : restarted(source.name, multiclusterNamespace, controllerOf(link), ['epoch', String(epoch)]);
  if (!credentials.namespaces.includes(namespace)) return mirror;
  return [
    ...mirror,
    ...restarted(source.name, namespace, DESTINATION_NAME, ['epochs', `${target.name}=${epoch} among others`]),
  ];
}

/** Before the commit has arrived the last rollout is as successful: what its pods are to be started with comes first. */
function restarted(
  cluster: string,
  namespace: string,
  deployment: string,
  [annotation, shown]: readonly [key: string, shown: string],
): readonly [string, string][] {
  const key = `${CREDENTIALS_PREFIX}/${annotation}`.replaceAll('.', '\\.');
  const path = `'{.spec.template.metadata.annotations.${key}}'`;
  return [
    [
      `${shown}: the Deployment has the commit. As long as it has not, the next line says nothing`,
      kubectl(cluster, namespace, `get deploy ${deployment} -o jsonpath=${path}`),
    ],
    ['successfully rolled out', kubectl(cluster, namespace, `rollout status deploy/${deployment}`)],
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

/** The label knows days only. */
const unused = (link: LinkPlan, epoch: number): readonly [string, string] => [
  `a day before today: nobody uses token ${epoch} any more. On the day of this commit it proves nothing yet`,
  lastUsed(link, epoch),
];

function refused(link: LinkPlan): readonly [string, string] {
  const { multiclusterNamespace } = link.source.linkerd;
  return [
    'nothing, ten minutes later. A watch that was opened with the retired token lives on for minutes, and readiness and `linkerd multicluster check` stay green meanwhile: they read the Secret, not the process',
    kubectl(
      link.source.name,
      multiclusterNamespace,
      `logs deploy/${controllerOf(link)} --all-containers --since=10m | grep -iE 'unauthorized|forbidden'`,
    ),
  ];
}
