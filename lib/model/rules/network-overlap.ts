/** Ranges of linked clusters whose pods reach each other: an address may exist once in what they can reach. */
import { type Issue, issue } from '../../errors';
import { type Cidr, findOverlaps } from '../../net';
import type { ClusterModel, Edge, FleetModel } from '../types';
import { edgesOf, groupBy, withNeighbours } from './edges';
import { remember } from './memo';
import { parsed } from './networks';
import { list, namesOf, pathOf } from './report';
import type { Rule } from './rule';

type Kind = 'podCidrs' | 'serviceCidrs' | 'nodeCidrs';
const KINDS: readonly Kind[] = ['podCidrs', 'serviceCidrs', 'nodeCidrs'];

/** One range and all clusters of a network that have it: a thousand clusters may share their service range, and do. */
interface Range {
  readonly kind: Kind;
  readonly cidr: Cidr;
  readonly clusters: ClusterModel[];
}

/** Pods apart from everything, services apart from nodes. Services are dialled at home only, and nodes may share subnets. */
function clash(a: Kind, b: Kind): boolean {
  return a === 'podCidrs' || b === 'podCidrs' || a !== b;
}

/** Ranges of linked clusters of one network. */
export const overlap: Rule = {
  codes: ['NETWORK_RANGES_OVERLAP'],
  check: (fleet, clusters) => {
    const linked = linkedWith(fleet, clusters);
    return [...groupBy(withNeighbours(fleet, clusters), (cluster) => cluster.network)].flatMap(([network, group]) => {
      if (network === undefined || group.length < 2) return [];
      const found = new Map<string, Clash>();
      for (const [wide, narrow] of candidates(rangesOf(group))) {
        for (const [a, b] of pairs(wide, narrow, linked)) note(found, wide, narrow, a, b);
      }
      return [...found.values()].map((clashing) => report(fleet, clashing));
    });
  },
};

function rangesOf(group: readonly ClusterModel[]): readonly Range[] {
  const ranges = new Map<string, Range>();
  for (const cluster of group) {
    for (const kind of KINDS) {
      for (const cidr of cluster[kind].flatMap(parsed)) {
        // A range of all addresses is refused where it stands; here it would clash with everybody.
        if (cidr.prefix === 0) continue;
        const range = remember(ranges, `${kind} ${cidr.text}`, () => ({ kind, cidr, clusters: [] }));
        if (range.clusters.at(-1) !== cluster) range.clusters.push(cluster);
      }
    }
  }
  return [...ranges.values()];
}

/** Pairs of ranges that must not overlap and do; a range of pods that several clusters have overlaps itself. */
function* candidates(ranges: readonly Range[]): Generator<[Range, Range]> {
  for (const range of ranges) if (range.kind === 'podCidrs' && range.clusters.length > 1) yield [range, range];
  for (const [wide, narrow] of findOverlaps(ranges)) if (clash(wide.kind, narrow.kind)) yield [wide, narrow];
}

type Linked = (cluster: ClusterModel) => ReadonlySet<ClusterModel>;

/** Clusters whose pods a cluster reaches through its Links. Asked for suspects only. */
function linkedWith(fleet: FleetModel, clusters: readonly ClusterModel[]): Linked {
  const known = new Map<ClusterModel, Set<ClusterModel>>();
  const targets = (edges: Iterable<Edge>) => new Set([...edges].filter((e) => e.podToPod).map((e) => e.target));
  if (clusters.length === fleet.clusters.size) {
    return (source) => remember(known, source, () => targets(fleet.topology.targets(source)));
  }
  for (const { source, target, podToPod } of edgesOf(fleet, clusters)) {
    if (podToPod) remember(known, source, () => new Set<ClusterModel>()).add(target);
  }
  return (source) => known.get(source) ?? new Set();
}

/** Clusters of the wide range and of the narrow one that an edge links, in either direction. */
function* pairs(wide: Range, narrow: Range, linked: Linked): Generator<[ClusterModel, ClusterModel]> {
  const [left, right] = [new Set(wide.clusters), new Set(narrow.clusters)];
  for (const a of left) for (const b of linked(a)) if (right.has(b)) yield [a, b];
  for (const b of right) for (const a of linked(b)) if (left.has(a)) yield [a, b];
}

/** One issue: a wide range, and all narrow ones of one kind. */
interface Clash {
  readonly wide: Range;
  readonly kind: Kind;
  readonly left: Set<ClusterModel>;
  readonly right: Set<ClusterModel>;
  readonly texts: Set<string>;
}

function note(found: Map<string, Clash>, wide: Range, narrow: Range, a: ClusterModel, b: ClusterModel): void {
  const same = wide === narrow;
  const key = `${wide.kind} ${wide.cidr.text} ${same ? 'itself' : narrow.kind}`;
  const clashing = remember(found, key, () => ({
    wide,
    kind: narrow.kind,
    left: new Set<ClusterModel>(),
    right: new Set<ClusterModel>(),
    texts: new Set<string>(),
  }));
  clashing.left.add(a);
  (same ? clashing.left : clashing.right).add(b);
  if (!same) clashing.texts.add(narrow.cidr.text);
}

function report(fleet: FleetModel, { wide, kind, left, right, texts }: Clash): Issue {
  const what = `${wide.cidr.text} of ${wide.kind} in ${namesOf(left)}`;
  const other = `${list([...texts])} of ${kind} in ${namesOf(right)}`;
  const first = [...left].reduce((a, b) => (b.name < a.name ? b : a));
  return issue('NETWORK_RANGES_OVERLAP', {
    path: pathOf(fleet, first, [wide.kind]),
    found: right.size === 0 ? `${what}, which are linked` : `${what}, linked with ${other}`,
    clusters: [...new Set([...left, ...right])].map((cluster) => cluster.name),
  });
}

/** Clusters of a network whose ranges nobody gave. */
export const rangesGiven: Rule = {
  codes: ['NETWORK_RANGES_MISSING'],
  check: (fleet, clusters) => {
    const without = clusters.filter((cluster) => cluster.network !== undefined && cluster.podCidrs.length === 0);
    return [...groupBy(without, (cluster) => cluster.network)].flatMap(([network, group]) => {
      const concerned = group.filter((cluster) => reachesPods(fleet, cluster));
      if (concerned.length === 0) return [];
      return [
        issue('NETWORK_RANGES_MISSING', {
          path: pathOf(fleet, concerned[0]!, ['podCidrs']),
          found: `no podCidrs for ${namesOf(concerned)} in network ${network}`,
          clusters: concerned.map((cluster) => cluster.name),
        }),
      ];
    });
  },
};

function reachesPods(fleet: FleetModel, cluster: ClusterModel): boolean {
  const { topology } = fleet;
  return [topology.targets(cluster), topology.sources(cluster)].some((edges) => edges.some((edge) => edge.podToPod));
}
