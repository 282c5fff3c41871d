/** IPv4 and IPv6: what Linkerd intercepts, and what two clusters have in common. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import { parseIp } from '../../net';
import { familiesGiven, familiesOf, isOnlyIPv6, leavesIPv6, saysDisableIPv6 } from '../families';
import { gatewayAddress } from '../gateway';
import type { ClusterModel, FleetModel } from '../types';
import { arrivals, edgesOf, withNeighbours } from './edges';
import { list, merge, namesOf, pathOf } from './report';
import type { Rule } from './rule';
import { quoted } from './words';

const VALUE = ['values', 'controlPlane', 'disableIPv6'];

/** Whether a cluster with IPv6 says what Linkerd is to do with it. */
export const ipv6Said: Rule = {
  codes: ['IPV6_DISABLED', 'IPV6_UNSAID'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) => {
        const given = familiesGiven(cluster);
        if (!given.has(6)) return [];
        const path = pathOf(fleet, cluster, VALUE);
        const clusters = [cluster.name];
        if (isOnlyIPv6(cluster)) {
          const found = 'disableIPv6 true, and no IPv4 range';
          return leavesIPv6(cluster) ? [issue('IPV6_DISABLED', { path, found, clusters })] : [];
        }
        if (saysDisableIPv6(cluster) !== undefined) return [];
        return [issue('IPV6_UNSAID', { path, found: 'ranges of both families, and no disableIPv6', clusters })];
      }),
    ),
};

/** Clusters whose pods reach each other have a family in common. */
export const sharedFamilies: Rule = {
  codes: ['NETWORK_FAMILIES_DIFFER'],
  check: (fleet, clusters) => {
    const known = new Map(
      withNeighbours(fleet, clusters).map((cluster) => [cluster, familiesOf(cluster)?.join() || undefined] as const),
    );
    // Nobody has another family than the others: no edge is looked at.
    if (new Set([...known.values()].filter((families) => families !== undefined)).size < 2) return [];
    const apart = new Map<string, Set<ClusterModel>>();
    for (const { source, target, podToPod } of edgesOf(fleet, clusters)) {
      const [from, to] = [known.get(source), known.get(target)];
      if (!podToPod || from === undefined || to === undefined || from.includes(to) || to.includes(from)) continue;
      const network = source.network ?? '';
      apart.set(network, (apart.get(network) ?? new Set()).add(source).add(target));
    }
    return [...apart].map(([network, found]) => differ(network, [...found]));
  },
};

function differ(network: string, found: readonly ClusterModel[]): Issue {
  const of = (family: 4 | 6) => found.filter((cluster) => familiesOf(cluster)?.includes(family));
  return issue('NETWORK_FAMILIES_DIFFER', {
    path: `${at.fleet}.spec.topology`,
    found: `IPv4 in ${namesOf(of(4))}, IPv6 in ${namesOf(of(6))}, linked in network ${network}`,
    clusters: found.map(({ name }) => name),
  });
}

/**
 * Pods with two addresses, of which a source is told the one that their proxies leave alone (selectAddressFamily of linkerd2
 * controller/api/destination: with IPv6, an IPv4 address is left out where the same pod has IPv6). Of targets that say nothing,
 * IPV6_UNSAID has told.
 */
export const preferredFamily: Rule = {
  codes: ['IPV6_DIFFERS'],
  check: (fleet, clusters) => {
    const all = withNeighbours(fleet, clusters);
    const suspects = all.filter(
      (cluster) => saysDisableIPv6(cluster) !== undefined && familiesGiven(cluster).size === 2 && leavesIPv6(cluster),
    );
    const takers = new Set(all.filter((cluster) => familiesOf(cluster)?.includes(6)));
    if (suspects.length === 0 || takers.size === 0) return [];
    return [...arrivals(fleet, clusters, suspects)].flatMap(([target, edges]) => {
      const sources = edges
        .filter(({ source, podToPod }) => podToPod && takers.has(source))
        .map(({ source }) => source);
      if (sources.length === 0) return [];
      const path = pathOf(fleet, target, VALUE);
      const found = `disableIPv6 true in ${target.name}, whose pods have IPv6 too, and false in ${namesOf(sources)}`;
      return [issue('IPV6_DIFFERS', { path, found, clusters: [target.name, ...sources.map(({ name }) => name)] })];
    });
  },
};

/** A gateway with IPv6 addresses alone is no gateway to a source that leaves IPv6 alone. */
export const gatewayFamilies: Rule = {
  codes: ['GATEWAY_ADDRESS_FAMILY'],
  check: (fleet, clusters) => {
    const suspects = withNeighbours(fleet, clusters).filter(
      ({ gateway }) =>
        gateway !== undefined &&
        [gateway, ...Object.values(gateway.networks)].some(({ addresses }) => areIPv6(addresses)),
    );
    if (suspects.length === 0) return [];
    return [...arrivals(fleet, clusters, suspects)].flatMap(([target, edges]) => {
      const sources = edges
        .filter((edge) => edge.mode === 'gateway' && leavesIPv6(edge.source))
        .filter((edge) => areIPv6(gatewayAddress(target, edge.source)?.addresses ?? []));
      return sources.length === 0
        ? []
        : [
            unreached(
              fleet,
              target,
              sources[0]!.source,
              sources.map(({ source }) => source),
            ),
          ];
    });
  },
};

function areIPv6(addresses: readonly string[]): boolean {
  return (
    addresses.length > 0 &&
    addresses.every((address) => {
      if (!address.includes(':')) return false;
      const ip = parseIp(address);
      return ip.ok && ip.value.version === 6;
    })
  );
}

function unreached(
  fleet: FleetModel,
  target: ClusterModel,
  first: ClusterModel,
  sources: readonly ClusterModel[],
): Issue {
  const addresses = gatewayAddress(target, first)?.addresses ?? [];
  return issue('GATEWAY_ADDRESS_FAMILY', {
    path: pathOf(fleet, target, ['gateway', 'address']),
    found: `${list(addresses.map(quoted))} for ${namesOf(sources)}`,
    clusters: [target.name, ...sources.map(({ name }) => name)],
  });
}
