/** What has to be true in live clusters before the next stage of a rotation, and the commands that show it. None of them writes. */
import { IDENTITY_ISSUER_SECRET, TRUST_ROOTS_CONFIG_MAP, TRUST_ROOTS_KEY } from '../../linkerd/names';
import type { ClusterModel } from '../../model/types';
import { bundleSha256 } from '../../trust';
import type { ClusterStanding, Island } from './anchor';
import { podsShow } from './roots';

/** One thing that has to be true. */
export interface Gate {
  readonly cluster: string;
  readonly must: string;
  /** For a shell; kubectl contexts are taken to have the names of clusters. */
  readonly command: string;
  /** What the command shows when it is true. */
  readonly shows: string;
}

/** What has to be true of the clusters that have gone furthest before the next stage is begun, or the rotation is over. */
export function gatesOf({ clusters, standing, to }: Island): readonly Gate[] {
  const those = (is: (one: ClusterStanding) => boolean) => clusters.filter(is).map(({ cluster }) => cluster);
  switch (standing) {
    case 'steady':
      return [];
    case 'distributing':
    case 'distributed':
      return those(({ bundle }) => bundle === 'both').flatMap(bundleGates);
    case 'issuing':
    case 'issued':
      return those(({ issuer }) => issuer === 'new').flatMap((cluster) => issuerGates(cluster, to?.subject ?? ''));
    default:
      return those(({ bundle }) => bundle === 'new').flatMap(bundleGates);
  }
}

const kubectl = ({ name }: ClusterModel, words: string) => `kubectl --context ${name} ${words}`;

/** Names of pods with one column more. */
const columns = (title: string, field: string) =>
  `-o custom-columns='NAMESPACE:.metadata.namespace,POD:.metadata.name,${title}:${field}'`;

const CONTROL_PLANE = 'linkerd.io/control-plane-component';

/** Nothing that runs reads its bundle again, so each pod has to be younger than the bundle. */
function bundleGates(cluster: ClusterModel): readonly Gate[] {
  const { namespace } = cluster.linkerd;
  const { bundle, delivery } = cluster.trust;
  const shown = podsShow(cluster.trust);
  const roots = `-n ${namespace} get configmap ${TRUST_ROOTS_CONFIG_MAP}`;
  const hash = (selector: string, sha256: string) =>
    kubectl(
      cluster,
      `get pods -A -l '${selector}' --no-headers ${columns('ROOTS', '.metadata.annotations.linkerd\\.io/trust-root-sha256')} | grep -v ${sha256}`,
    );
  const one = (must: string, command: string, shows: string): Gate => ({ cluster: cluster.name, must, command, shows });
  const meshed = `linkerd.io/control-plane-ns=${namespace},!${CONTROL_PLANE}`;
  const ownPods = `linkerd.io/control-plane-ns=${namespace},${CONTROL_PLANE}`;
  return [
    one(
      'the bundle has arrived',
      kubectl(cluster, `${roots} -o jsonpath='{.data.${TRUST_ROOTS_KEY.replace('.', '\\.')}}' | sha256sum`),
      shown,
    ),
    one('every meshed pod was started with it', hash(meshed, shown), 'nothing'),
    // With a bundle that is not the chart's, its pods show the SHA-256 of nothing.
    delivery === 'helm'
      ? one('the control plane was started with it', hash(ownPods, bundleSha256(bundle)), 'nothing')
      : one(
          'every pod of the control plane was started after it',
          `${kubectl(cluster, `${roots} --show-managed-fields -o jsonpath='{.metadata.managedFields[*].time}'`)}; ${kubectl(cluster, `-n ${namespace} get pods -l ${CONTROL_PLANE} ${columns('STARTED', '.status.startTime')}`)}`,
          'the time of the bundle first, and later ones below it',
        ),
  ];
}

function issuerGates(cluster: ClusterModel, subject: string): readonly Gate[] {
  const { namespace } = cluster.linkerd;
  const { issuer } = cluster.trust;
  const secret = `-n ${namespace} get secret ${IDENTITY_ISSUER_SECRET}`;
  const one = (must: string, command: string, shows: string): Gate => ({ cluster: cluster.name, must, command, shows });
  const ref =
    issuer.kind === 'certManager'
      ? [
          one(
            'cert-manager has issued by the new issuer',
            kubectl(cluster, `${secret} -o jsonpath='{.metadata.annotations.cert-manager\\.io/issuer-name}'`),
            issuer.issuerRef.name,
          ),
        ]
      : [];
  return [
    ...ref,
    one(
      'the issuer is signed by the new CA',
      kubectl(
        cluster,
        `${secret} -o jsonpath='{.data.tls\\.crt}' | base64 -d | openssl x509 -noout -issuer -startdate`,
      ),
      `${subject}, or a CA below it`,
    ),
    one(
      'identity has taken it',
      kubectl(cluster, `-n ${namespace} get events --field-selector reason=IssuerUpdated`),
      'an event after that start (events are kept for an hour)',
    ),
    one(
      `no workload certificate of the old issuer is left: ${lifetime(cluster)} and 20s have passed since, or every meshed pod was restarted`,
      kubectl(
        cluster,
        `get pods -A -l linkerd.io/control-plane-ns=${namespace} --sort-by=.status.startTime ${columns('STARTED', '.status.startTime')}`,
      ),
      `a start of the issuer more than ${lifetime(cluster)} ago, or none but later starts of pods`,
    ),
  ];
}

/** `identity.issuer.issuanceLifetime` of the chart, 24h unless the fleet says otherwise. */
function lifetime({ values }: ClusterModel): string {
  const { identity } = values.controlPlane as { identity?: { issuer?: { issuanceLifetime?: unknown } } };
  const given = identity?.issuer?.issuanceLifetime;
  return typeof given === 'string' ? given : '24h';
}
