/** Who links whom, asked one cluster at a time: compiled steps are applied in order, so later entries refine earlier ones. */
import type { ClusterSelector, LinkMode, TopologyEntry } from '../fleet/spec';
import { labelOf, selects } from './selector';
import type { ClusterModel, Edge, Topology } from './types';

type Direction = 'targets' | 'sources';
/** The edges of one cluster in one direction, by the name of the other end. */
type Edges = Map<string, { other: ClusterModel; mode?: LinkMode }>;
/** Applies one entry to the edges of `cluster`. */
type Step = (edges: Edges, cluster: ClusterModel, direction: Direction) => void;
type Entry<K extends keyof TopologyEntry> = NonNullable<TopologyEntry[K]>;

/** Compiles the topology of a fleet. Names it does not know select nothing; rules report them. */
export function compileTopology(
  entries: readonly TopologyEntry[],
  clusters: ReadonlyMap<string, ClusterModel>,
): Topology {
  const all = [...clusters.values()];
  const steps = entries.map((entry) => compile(entry, all));
  const memo = { targets: new Map<string, readonly Edge[]>(), sources: new Map<string, readonly Edge[]>() };
  const ask = (cluster: ClusterModel, direction: Direction) => {
    let edges = memo[direction].get(cluster.name);
    // A thousand clusters in a full mesh are a million edges: only those of the last cluster asked for are kept.
    if (edges === undefined) {
      edges = collect(steps, cluster, direction);
      if (memo[direction].size > KEPT) memo[direction].clear();
      memo[direction].set(cluster.name, edges);
    }
    return edges;
  };
  return { targets: (source) => ask(source, 'targets'), sources: (target) => ask(target, 'sources') };
}

const KEPT = 8;

function collect(steps: readonly Step[], cluster: ClusterModel, direction: Direction): readonly Edge[] {
  const edges: Edges = new Map();
  for (const step of steps) step(edges, cluster, direction);
  return [...edges.values()]
    .sort((a, b) => (a.other.name < b.other.name ? -1 : 1))
    .map(({ other, mode }) => {
      const podToPod = sharesNetwork(cluster, other);
      const [source, target] = direction === 'targets' ? [cluster, other] : [other, cluster];
      return { source, target, mode: mode ?? (podToPod ? 'flat' : 'gateway'), podToPod };
    });
}

/** Whether the pods of two clusters reach each other. */
export function sharesNetwork(a: ClusterModel, b: ClusterModel): boolean {
  return a.network !== undefined && a.network === b.network;
}

/** What groups islands: a field of the cluster or one of its labels. */
export function islandOf(cluster: ClusterModel, by: string): string | undefined {
  return labelOf(cluster, by);
}

function compile(entry: TopologyEntry, all: readonly ClusterModel[]): Step {
  if (entry.fullMesh) return fullMesh(entry.fullMesh, all);
  if (entry.hubAndSpoke) return hubAndSpoke(entry.hubAndSpoke, all);
  if (entry.islands) return islands(entry.islands, all);
  if (entry.edges) return explicit(entry.edges, all);
  if (entry.mode) return setMode(entry.mode);
  return without(entry.without ?? []);
}

const add = (edges: Edges, cluster: ClusterModel, others: Iterable<ClusterModel>, mode?: LinkMode) => {
  for (const other of others) {
    if (other === cluster) continue;
    edges.set(other.name, { other, mode: mode ?? edges.get(other.name)?.mode });
  }
};

const pick = (all: readonly ClusterModel[], selector?: ClusterSelector) => all.filter((c) => selects(selector, c));

function fullMesh({ clusters, mode }: Entry<'fullMesh'>, all: readonly ClusterModel[]): Step {
  const members = pick(all, clusters);
  const isMember = new Set(members);
  return (edges, cluster) => {
    if (isMember.has(cluster)) add(edges, cluster, members, mode);
  };
}

function hubAndSpoke(entry: Entry<'hubAndSpoke'>, all: readonly ClusterModel[]): Step {
  const hubs = new Set(pick(all, entry.hubs));
  const spokes = pick(all, entry.clusters).filter((c) => !hubs.has(c));
  const isSpoke = new Set(spokes);
  return (edges, cluster) => {
    if (hubs.has(cluster)) {
      add(edges, cluster, spokes, entry.mode);
      if (entry.linkHubs !== false) add(edges, cluster, hubs, entry.mode);
    } else if (isSpoke.has(cluster)) add(edges, cluster, hubs, entry.mode);
  };
}

function islands(entry: Entry<'islands'>, all: readonly ClusterModel[]): Step {
  const groups = new Map<string, ClusterModel[]>();
  const members = new Set(pick(all, entry.clusters));
  for (const c of members) {
    const island = islandOf(c, entry.by);
    if (island !== undefined) groups.set(island, [...(groups.get(island) ?? []), c]);
  }
  const { bridges } = entry;
  const hubs = bridges
    ? pick(all, bridges.hubs).filter((c) => members.has(c) && islandOf(c, entry.by) !== undefined)
    : [];
  const isHub = new Set(hubs);
  return (edges, cluster) => {
    const island = islandOf(cluster, entry.by);
    if (island === undefined || !members.has(cluster)) return;
    add(edges, cluster, groups.get(island) ?? [], entry.mode);
    if (isHub.has(cluster)) {
      const abroad = hubs.filter((h) => islandOf(h, entry.by) !== island);
      add(edges, cluster, abroad, bridges?.mode);
    }
  };
}

function explicit(list: Entry<'edges'>, all: readonly ClusterModel[]): Step {
  const byName = new Map(all.map((c) => [c.name, c]));
  const index = {
    targets: new Map<string, [string, LinkMode?][]>(),
    sources: new Map<string, [string, LinkMode?][]>(),
  };
  const put = (source: string, target: string, mode?: LinkMode) => {
    index.targets.set(source, [...(index.targets.get(source) ?? []), [target, mode]]);
    index.sources.set(target, [...(index.sources.get(target) ?? []), [source, mode]]);
  };
  for (const { source, target, mode, both } of list) {
    put(source, target, mode);
    if (both) put(target, source, mode);
  }
  return (edges, cluster, direction) => {
    for (const [name, mode] of index[direction].get(cluster.name) ?? []) {
      const other = byName.get(name);
      if (other) add(edges, cluster, [other], mode);
    }
  };
}

function setMode({ sources, targets, mode }: Entry<'mode'>): Step {
  return (edges, cluster, direction) => {
    const [own, others] = direction === 'targets' ? [sources, targets] : [targets, sources];
    if (!selects(own, cluster)) return;
    for (const edge of edges.values()) if (selects(others, edge.other)) edge.mode = mode;
  };
}

function without(list: Entry<'without'>): Step {
  const cuts = list.flatMap((cut) => {
    const sources = cut.source === undefined ? cut.sources : [cut.source];
    const targets = cut.target === undefined ? cut.targets : [cut.target];
    return cut.both
      ? [
          { sources, targets },
          { sources: targets, targets: sources },
        ]
      : [{ sources, targets }];
  });
  return (edges, cluster, direction) => {
    for (const { sources, targets } of cuts) {
      const [own, others] = direction === 'targets' ? [sources, targets] : [targets, sources];
      if (!selects(own, cluster)) continue;
      for (const [name, { other }] of edges) if (selects(others, other)) edges.delete(name);
    }
  };
}
