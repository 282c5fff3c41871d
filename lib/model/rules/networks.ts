/** Address ranges as they are written, and against each other within a cluster. */
import { type Issue, issue } from '../../errors';
import { nearest } from '../../nearest';
import { type Cidr, contains, findOverlaps, overlaps, parseCidr } from '../../net';
import type { ClusterModel, FleetModel } from '../types';
import { perFleet } from './memo';
import { meant, merge, pathOf } from './report';
import type { Rule } from './rule';
import { quoted } from './words';

/** Lists of ranges of a cluster, and whether a range without bounds says that somebody misunderstood or that anybody may. */
const LISTS = [
  { keys: ['podCidrs'], own: true, of: (c: ClusterModel) => c.podCidrs },
  { keys: ['serviceCidrs'], own: true, of: (c: ClusterModel) => c.serviceCidrs },
  { keys: ['nodeCidrs'], own: true, of: (c: ClusterModel) => c.nodeCidrs },
  { keys: ['clusterNetworks'], own: false, of: (c: ClusterModel) => c.clusterNetworks ?? [] },
  {
    keys: ['gateway', 'loadBalancerSourceRanges'],
    own: false,
    of: (c: ClusterModel) => c.gateway?.loadBalancerSourceRanges ?? [],
  },
  { keys: ['gateway', 'sourceRanges'], own: false, of: (c: ClusterModel) => c.gateway?.sourceRanges ?? [] },
] as const;

/** Every range parses, starts at its first address, and is narrower than the internet. */
export const ranges: Rule = {
  codes: ['CIDR_INVALID', 'CIDR_HOST_BITS', 'CIDR_EVERYTHING', 'CIDR_UNBOUNDED', 'CIDR_REDUNDANT'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) =>
        LISTS.flatMap(({ keys, own, of }) => {
          const path = (i: number) => pathOf(fleet, cluster, [...keys, i]);
          if (of(cluster).length === 0) return [];
          const issues = of(cluster).flatMap((text, i) => rangeIssue(text, () => path(i), own));
          return [...issues, ...redundant(of(cluster), path)].map((found) => ({ ...found, clusters: [cluster.name] }));
        }),
      ),
    ),
};

const ENOUGH = 20;

function rangeIssue(text: string, path: () => string, own: boolean): Issue[] {
  const range = parseCidr(text);
  if (!range.ok) {
    const code = range.kind === 'hostBits' ? 'CIDR_HOST_BITS' : 'CIDR_INVALID';
    return [issue(code, { path: path(), found: `${quoted(text)}, which ${range.reason}`, fix: meant(range) })];
  }
  if (range.value.prefix > 0) return [];
  return [issue(own ? 'CIDR_EVERYTHING' : 'CIDR_UNBOUNDED', { path: path(), found: range.value.text })];
}

function redundant(texts: readonly string[], path: (i: number) => string): Issue[] {
  if (texts.length < 2) return [];
  const items = texts
    .flatMap((text, i) => parsed(text).map((cidr) => ({ cidr, i })))
    .filter(({ cidr }) => cidr.prefix > 0);
  const told = new Map<number, Issue>();
  for (const [wide, narrow] of findOverlaps(items)) {
    // One is enough of a range that lies in many, and a list made to overlap would give a pair for every two.
    if (told.size >= ENOUGH) break;
    const found = `${narrow.cidr.text}, which lies in ${wide.cidr.text}`;
    told.set(narrow.i, issue('CIDR_REDUNDANT', { path: path(narrow.i), found }));
  }
  return [...told.values()];
}

/** Services of a cluster apart from its pods and nodes; pods on node subnets are how some CNIs work. */
export const ownRanges: Rule = {
  codes: ['CLUSTER_RANGES_OVERLAP'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) =>
        cluster.serviceCidrs.flatMap((text, i) =>
          parsed(text).flatMap((services) =>
            (['podCidrs', 'nodeCidrs'] as const).flatMap((key) =>
              cluster[key].flatMap(parsed).flatMap((other) => {
                if (!overlaps(services, other) || services.prefix === 0 || other.prefix === 0) return [];
                const found = `${services.text}, which overlaps ${other.text} of ${key}`;
                const path = pathOf(fleet, cluster, ['serviceCidrs', i]);
                return [issue('CLUSTER_RANGES_OVERLAP', { path, found, clusters: [cluster.name] })];
              }),
            ),
          ),
        ),
      ),
    ),
};

/** clusterNetworks, when given, hold all that is in the cluster. */
export const covered: Rule = {
  codes: ['CLUSTER_NETWORKS_UNCOVERED'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) => {
        if (cluster.clusterNetworks === undefined) return [];
        const networks = cluster.clusterNetworks.flatMap(parsed);
        const path = pathOf(fleet, cluster, ['clusterNetworks']);
        return (['podCidrs', 'serviceCidrs', 'nodeCidrs'] as const).flatMap((key) =>
          cluster[key].flatMap(parsed).flatMap((own) => {
            if (networks.some((network) => contains(network, own))) return [];
            const found = `${own.text} of ${key} outside of them`;
            return [issue('CLUSTER_NETWORKS_UNCOVERED', { path, found, clusters: [cluster.name] })];
          }),
        );
      }),
    ),
};

const networksOf = perFleet((fleet) => new Set([...fleet.members.values()].map((cluster) => cluster.network)));

/** Networks that addresses are given for. */
export const knownNetworks: Rule = {
  codes: ['NETWORK_UNKNOWN'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) => [
        ...unknownNetworks(fleet, cluster, ['gateway', 'networks'], cluster.gateway?.networks),
        ...unknownNetworks(fleet, cluster, ['apiServer', 'networks'], cluster.apiServer?.networks),
      ]),
    ),
};

function unknownNetworks(fleet: FleetModel, cluster: ClusterModel, keys: string[], given: object = {}): Issue[] {
  return Object.keys(given).flatMap((network) => {
    const known = networksOf(fleet);
    if (known.has(network)) return [];
    const near = nearest(
      network,
      [...known].filter((name) => name !== undefined),
    );
    const path = pathOf(fleet, cluster, [...keys, network]);
    const fix = near === undefined ? undefined : `Did you mean ${near}?`;
    return [
      issue('NETWORK_UNKNOWN', {
        path,
        found: `no cluster in a network ${quoted(network)}`,
        fix,
        clusters: [cluster.name],
      }),
    ];
  });
}

/** The range, or nothing when the text is none: that has been said. */
export function parsed(text: string): readonly Cidr[] {
  let known = cidrs.get(text);
  if (known === undefined) {
    const range = parseCidr(text);
    known = range.ok ? [range.value] : [];
    if (cidrs.size >= REMEMBERED) cidrs.clear();
    cidrs.set(text, known);
  }
  return known;
}

/** Several rules ask for the ranges of each cluster. */
const cidrs = new Map<string, readonly Cidr[]>();
const REMEMBERED = 10_000;
