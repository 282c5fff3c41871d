/**
 * Whom a gateway lets in. Chart linkerd-multicluster admits every meshed identity from every address, and has no value for
 * it (linkerd2 multicluster/charts/linkerd-multicluster/templates/gateway-policy.yaml). Policies add up, so that it can only
 * be narrowed in the chart's own two objects: these have their names, and take their place.
 */
import type { MeshTlsAuthenticationSpec, NetworkAuthenticationSpec } from '../../../imports/policy.linkerd.io';
import type { Manifest } from '../../emit/manifest';
import { shared } from '../../emit/shared';
import { GATEWAY_NAME, MULTICLUSTER_NAMESPACE, POLICY_GROUP } from '../../linkerd/names';
import type { ClusterPlan } from '../../plan/types';
import { remembered } from '../remembered';
import type { Spec } from '../spec';
import { inWave, WAVES } from '../waves';

/** Props of what a gateway lets in. */
export interface GatewayAdmissionProps {
  /**
   * Identities of clients: `*.serviceaccount.identity.<linkerd namespace>.<trust domain>` of each cluster whose clients
   * come through this gateway.
   */
  readonly identities: readonly string[];
  /** Addresses they come from, as CIDRs, besides their identity. @default - every address: the chart's object stays */
  readonly networks?: readonly string[];
  /** Namespace of the multicluster extension. @default 'linkerd-multicluster' */
  readonly namespace?: string;
}

/**
 * MeshTLSAuthentication `any-meshed` and, with networks, NetworkAuthentication `source-cluster`: both are required by
 * AuthorizationPolicy `linkerd-gateway` of the chart. Probes of the gateway are let in on their own account.
 */
export function gatewayAdmission({ identities, networks = [], ...props }: GatewayAdmissionProps): readonly Manifest[] {
  const namespace = props.namespace ?? MULTICLUSTER_NAMESPACE;
  const meshed = { identities: [...new Set(identities)].sort() } satisfies Spec<MeshTlsAuthenticationSpec>;
  const from = { networks: networks.map((cidr) => ({ cidr })) } satisfies Spec<NetworkAuthenticationSpec>;
  return [
    inPlaceOf('MeshTLSAuthentication', 'any-meshed', namespace, meshed),
    ...(networks.length > 0 ? [inPlaceOf('NetworkAuthentication', 'source-cluster', namespace, from)] : []),
  ];
}

/** With the labels that the chart gives its object: what selects the one selects the other. */
function inPlaceOf(kind: string, name: string, namespace: string, spec: object): Manifest {
  return inWave(WAVES.chart, {
    apiVersion: `${POLICY_GROUP}/v1alpha1`,
    kind,
    metadata: { name, namespace, labels: { app: GATEWAY_NAME, 'linkerd.io/extension': 'multicluster' } },
    spec: spec as Manifest['spec'],
  });
}

/** What the gateway of a cluster lets in; nothing where the chart decides. */
export function gatewayAdmissionManifests({ cluster, gatewayClients }: ClusterPlan): readonly Manifest[] {
  if (gatewayClients === undefined) return [];
  return admissionOf(gatewayClients.identities, gatewayClients.networks, cluster.linkerd.multiclusterNamespace);
}

/** The same for clusters that let in the same. */
const admissionOf = remembered((identities: readonly string[], networks: readonly string[], namespace: string) =>
  gatewayAdmission({ identities, networks, namespace }).map(shared),
);
