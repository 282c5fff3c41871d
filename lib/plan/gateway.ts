import { once } from '../model/once';
import { identityOf } from '../model/policy/policy';
import { carriesGateway } from '../model/rules/carry';
import type { ClusterModel, Edge } from '../model/types';

/** Clients that a gateway lets in. */
export interface GatewayClients {
  /** Patterns of MeshTLSAuthentication, sorted. */
  readonly identities: readonly string[];
  /** CIDRs they come from; empty for any. */
  readonly networks: readonly string[];
}

/**
 * The cluster itself, and the sources whose Links lead to its gateway. Undefined without a gateway, and where it admits all.
 *
 * @param sources edges that arrive at the cluster
 */
export function planGatewayClients(cluster: ClusterModel, sources: readonly Edge[]): GatewayClients | undefined {
  if (cluster.gateway?.admit !== 'linked') return undefined;
  const identities = new Set([anyOf(cluster)]);
  for (const edge of sources) if (carriesGateway(edge)) identities.add(anyOf(edge.source));
  return { identities: shared([...identities].sort()), networks: gatewaySources(cluster) ?? ANYWHERE };
}

const ANYWHERE: readonly string[] = [];

/** Every identity of a cluster. */
const anyOf = once((cluster: ClusterModel) => identityOf({}, cluster));

let last: readonly string[] = [];

/** One list for neighbours that let in the same: what is made of it need not be made again. */
function shared(identities: readonly string[]): readonly string[] {
  const isSame = identities.length === last.length && identities.every((identity, i) => identity === last[i]);
  if (!isSame) last = identities;
  return last;
}

/**
 * Addresses under which sources appear at the gateway of a cluster, and those of the cluster itself: its own clients, and
 * nodes that stand for whoever comes through them. Undefined where sources may appear under any.
 */
export function gatewaySources({ gateway, podCidrs, nodeCidrs }: ClusterModel): readonly string[] | undefined {
  if (gateway === undefined || gateway.sourceRanges.length === 0) return undefined;
  return [...new Set([...gateway.sourceRanges, ...podCidrs, ...nodeCidrs])];
}
