/** From which addresses the proxy of a Service sees its callers come, as far as the ranges of clusters say. */
import { type Cidr, contains, overlaps, parseCidr } from '../../net';
import { perFleet, remember } from '../rules/memo';
import type { ClusterModel, FleetModel } from '../types';
import type { Reach } from './policy';

/** How many of the callers have an address of a range: all, some or perhaps some, none. */
export type Share = 'all' | 'some' | 'none';

/**
 * Callers of a way that the proxy sees in `network`. Behind a gateway that is the address of the gateway, a pod of the cluster
 * of the Service; otherwise their own, or that of their node.
 */
export function seenIn(network: string, { cluster, path }: Reach, member: ClusterModel): Share {
  return path === 'gateway' ? gatewayIn(network, member) : share(network, cluster.podCidrs, cluster.nodeCidrs);
}

/** Whether what comes through the gateway of a cluster is seen in a range. */
export const gatewayIn = (network: string, { podCidrs }: ClusterModel): Share => share(network, podCidrs, []);

const shares = perFleet(() => new Map<string, Map<ClusterModel, Share>>());

/** As gatewayIn, remembered: many Services name the same ranges. */
export const gatewayShare = (fleet: FleetModel, network: string, member: ClusterModel): Share =>
  remember(
    remember(shares(fleet), network, () => new Map()),
    member,
    () => gatewayIn(network, member),
  );

/**
 * @param pods where nobody says which these are, any range may hold some
 * @param others that some callers may come from
 */
function share(network: string, pods: readonly string[], others: readonly string[]): Share {
  const range = parseCidr(network);
  if (!range.ok) return 'none';
  // Written for everybody. A cluster without IPv4 says its ranges.
  if (pods.length === 0) return range.value.version === 4 && range.value.prefix === 0 ? 'all' : 'some';
  const own = ranges(pods).filter(({ version }) => version === range.value.version);
  if (own.length > 0 && own.every((one) => contains(range.value, one))) return 'all';
  return [...own, ...ranges(others)].some((one) => overlaps(one, range.value)) ? 'some' : 'none';
}

const ranges = (texts: readonly string[]): readonly Cidr[] =>
  texts.flatMap((text) => {
    const range = parseCidr(text);
    return range.ok ? [range.value] : [];
  });
