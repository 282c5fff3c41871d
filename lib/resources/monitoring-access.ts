import type {
  AuthorizationPolicySpec,
  MeshTlsAuthenticationSpec,
  NetworkAuthenticationSpec,
} from '../../imports/policy.linkerd.io';
import type { Manifest } from '../emit/manifest';
import { identity, POLICY_GROUP } from '../linkerd/names';
import type { ClusterPlan } from '../plan/types';
import { marked } from './marked';
import type { Spec } from './spec';
import { inWave, WAVES } from './waves';

/**
 * Servers of chart linkerd-multicluster over admin ports: of the mirror controllers of 2.17 to 2.19, and since 2.20 of
 * controllers, of the local mirror, and of all proxies of the namespace (linkerd2
 * multicluster/charts/linkerd-multicluster/templates/service-mirror-policy.yaml). All in every release, because an upgrade
 * brings new ones with it; a policy for a Server that is not there does nothing.
 */
const ADMIN_SERVERS = ['controller', 'linkerd-admin', 'local-service-mirror', 'service-mirror'];

const NAME = 'linkerd-fleet-prometheus';

/**
 * Lets the Prometheus of the cluster scrape the multicluster extension, whose chart admits that of linkerd-viz alone. The
 * control plane's own pods admit everybody. None unless the cluster says `observability.prometheus`.
 */
export function scraperManifests({ cluster }: ClusterPlan): readonly Manifest[] {
  const { linkerd, observability, trustDomain } = cluster;
  const { prometheus } = observability;
  if (prometheus === undefined) return [];
  const { serviceAccount, namespace = '', networks } = prometheus;
  const identities = serviceAccount && [identity(serviceAccount, namespace, linkerd.namespace, trustDomain)];
  const place = linkerd.multiclusterNamespace;
  return [
    ...(identities ? admitted('MeshTLSAuthentication', NAME, place, { identities } satisfies Meshed) : []),
    ...(networks.length > 0
      ? admitted('NetworkAuthentication', `${NAME}-networks`, place, {
          networks: networks.map((cidr) => ({ cidr })),
        } satisfies Unmeshed)
      : []),
  ];
}

type Meshed = Spec<MeshTlsAuthenticationSpec>;
type Unmeshed = Spec<NetworkAuthenticationSpec>;

/** Requirements of one policy must all be met, so that each way in has policies of its own. */
function admitted(kind: string, name: string, namespace: string, spec: object): readonly Manifest[] {
  return [
    object(kind, name, namespace, spec),
    ...ADMIN_SERVERS.map((server) =>
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
