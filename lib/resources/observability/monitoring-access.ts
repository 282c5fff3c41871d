import type {
  AuthorizationPolicySpec,
  MeshTlsAuthenticationSpec,
  NetworkAuthenticationSpec,
} from '../../../imports/policy.linkerd.io';
import type { Manifest } from '../../emit/manifest';
import { identity, POLICY_GROUP } from '../../linkerd/names';
import { defaultInboundPolicy } from '../../model/policy/ways';
import type { ClusterModel } from '../../model/types';
import type { ClusterPlan } from '../../plan/types';
import { marked } from '../marked';
import { serverPolicy } from '../policy/policy';
import type { Spec } from '../spec';
import { inWave, WAVES } from '../waves';

/**
 * Servers of chart linkerd-multicluster over admin ports: of the mirror controllers of 2.17 to 2.19, and since 2.20 of
 * controllers, of the local mirror, and of all proxies of the namespace (linkerd2
 * multicluster/charts/linkerd-multicluster/templates/service-mirror-policy.yaml). All in every release, because an upgrade
 * brings new ones with it; a policy for a Server that is not there does nothing.
 */
const ADMIN_SERVERS = ['controller', 'linkerd-admin', 'local-service-mirror', 'service-mirror'];

/**
 * Ports that the charts of 2.17 to 2.19 have no Server over, by label `component` of their pods: the default inbound policy
 * is about them. That of 2.19 means port svcmi-admin, which no pod of it has. The gateway has a policy of its own, and
 * the probes of its sources come to its port.
 */
const UNSERVED: readonly (readonly [component: string, port: string])[] = [
  ['controller', 'ctrl-admin'],
  ['controller', 'linkerd-admin'],
  ['linkerd-service-mirror', 'linkerd-admin'],
  ['local-service-mirror', 'admin-http'],
  ['local-service-mirror', 'locsm-admin'],
  ['local-service-mirror', 'linkerd-admin'],
];

const NAME = 'linkerd-fleet-prometheus';

/**
 * Lets the Prometheus of the cluster scrape the multicluster extension, whose chart admits that of linkerd-viz alone, or
 * leaves it to the default inbound policy: where that refuses it, Servers are added. The control plane's own pods admit
 * everybody. None unless the cluster says `observability.prometheus`.
 */
export function scraperManifests({ cluster }: ClusterPlan): readonly Manifest[] {
  const { linkerd, observability, trustDomain } = cluster;
  const { prometheus } = observability;
  if (prometheus === undefined) return [];
  const { serviceAccount, namespace = '', networks } = prometheus;
  const identities = serviceAccount && [identity(serviceAccount, namespace, linkerd.namespace, trustDomain)];
  const place = linkerd.multiclusterNamespace;
  const added = refusesPrometheus(cluster) ? UNSERVED.map((of) => adminServer(place, of)) : [];
  const servers = [...ADMIN_SERVERS, ...added.map(({ metadata }) => metadata.name)];
  const meshed = { identities } as Meshed;
  const unmeshed = { networks: networks.map((cidr) => ({ cidr })) } satisfies Unmeshed;
  return [
    ...added.map(marked),
    ...(identities ? admitted('MeshTLSAuthentication', NAME, place, meshed, servers) : []),
    ...(networks.length > 0 ? admitted('NetworkAuthentication', `${NAME}-networks`, place, unmeshed, servers) : []),
  ];
}

/** Whether ports without a Server refuse the Prometheus. A meshed one is whom `*-authenticated` means. */
function refusesPrometheus(cluster: ClusterModel): boolean {
  if (cluster.linkerd.release.capabilities.adminServers) return false;
  const policy = defaultInboundPolicy(cluster);
  const networks = cluster.observability.prometheus?.networks ?? [];
  return policy === 'deny' || (policy.endsWith('-authenticated') && networks.length > 0);
}

const adminServer = (namespace: string, [component, port]: readonly [string, string]): Manifest =>
  serverPolicy({
    name: `linkerd-fleet-${component}-${port}`,
    namespace,
    podSelector: { component },
    port,
    proxyProtocol: 'HTTP/1',
  })[0] as Manifest;

type Meshed = Spec<MeshTlsAuthenticationSpec>;
type Unmeshed = Spec<NetworkAuthenticationSpec>;

/** Requirements of one policy must all be met, so that each way in has policies of its own. */
function admitted(
  kind: string,
  name: string,
  namespace: string,
  spec: object,
  servers: readonly string[],
): readonly Manifest[] {
  return [
    object(kind, name, namespace, spec),
    ...servers.map((server) =>
      object('AuthorizationPolicy', `${name}-${server}`, namespace, {
        requiredAuthenticationRefs: [{ group: POLICY_GROUP, kind, name }],
        targetRef: { group: POLICY_GROUP, kind: 'Server', name: server },
      } satisfies Spec<AuthorizationPolicySpec>),
    ),
  ];
}

const object = (kind: string, name: string, namespace: string, spec: object): Manifest =>
  marked(
    inWave(WAVES.observability, {
      apiVersion: `${POLICY_GROUP}/v1alpha1`,
      kind,
      metadata: { name, namespace },
      spec: spec as Manifest['spec'],
    }),
  );
