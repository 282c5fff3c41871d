/** Who links whom, asked one cluster at a time: compiled steps are applied in order, so later entries refine earlier ones. */
import type { ClusterSelector, LinkMode, TopologyEntry } from '../fleet/spec';
import { labelOf, selects } from './selector';
import type { ClusterModel, Edge, EdgeVisitor, Member, Topology } from './types';

type Direction = 'targets' | 'sources';
/** Place of a cluster among all, by name. */
type Index = number;
type Entry<K extends keyof TopologyEntry> = NonNullable<TopologyEntry[K]>;

/** The edges of one cluster in one direction: what is said of each other end. */
interface Edges {
  /** NONE, or an edge: the mode that was said of it last, and whether it drains. */
  readonly said: Uint8Array;
  /** Other ends that have, or had, an edge. */
  readonly touched: Index[];
}

/** Applies one entry to the edges of a cluster. */
type Step = (edges: Edges, cluster: Index, direction: Direction) => void;

const NONE = 0;
const UNSAID = 1;
const DRAINING = 4;
const MODES: readonly (LinkMode | undefined)[] = [undefined, undefined, 'flat', 'gateway'];
const codeOf = (mode: LinkMode | undefined): number => (mode === undefined ? UNSAID : MODES.indexOf(mode));

/**
 * Compiles the topology of a fleet. Names it does not know select nothing; rules report them.
 *
 * @param members all clusters by name, sorted
 * @param clusters the same; only those at the ends of edges that are asked for are taken from it
 */
export function compileTopology(
  entries: readonly TopologyEntry[],
  members: ReadonlyMap<string, Member>,
  clusters: ReadonlyMap<string, ClusterModel>,
): Topology {
  const all = [...members.values()];
  const places = new Map(all.map((member, i) => [member.name, i]));
  const steps = entries.map((entry) => compile(entry, all, places));
  const edges: Edges = { said: new Uint8Array(all.length), touched: [] };
  const resolved: ClusterModel[] = new Array(all.length);
  const at = (place: Index) => {
    resolved[place] ??= clusters.get((all[place] as Member).name) as ClusterModel;
    return resolved[place];
  };
  const memo = { targets: lastOnes<readonly Edge[]>(), sources: lastOnes<readonly Edge[]>() };
  const visit = (direction: Direction, { name }: ClusterModel, visitor: EdgeVisitor) => {
    const place = places.get(name) as Index;
    for (const step of steps) step(edges, place, direction);
    show(edges, at(place), at, visitor);
  };
  const ask = (cluster: ClusterModel, direction: Direction) =>
    memo[direction](cluster.name, () => (direction === 'targets' ? leaving(cluster, visit) : arriving(cluster, visit)));
  return { targets: (source) => ask(source, 'targets'), sources: (target) => ask(target, 'sources'), visit };
}

const KEPT = 8;

/**
 * Keeps what was made last. A thousand clusters in a full mesh are a million edges: only those of the last clusters asked for are
 * kept, in places that are used again. In the table of a Map that was cleared they would live until the whole heap is looked at.
 */
function lastOnes<V>(): (name: string, make: () => V) => V {
  const names: (string | undefined)[] = new Array(KEPT).fill(undefined);
  const values: (V | undefined)[] = new Array(KEPT).fill(undefined);
  let oldest = 0;
  return (name, make) => {
    const at = names.indexOf(name);
    if (at !== -1) return values[at] as V;
    const value = make();
    names[oldest] = name;
    values[oldest] = value;
    oldest = (oldest + 1) % KEPT;
    return value;
  };
}

function leaving(source: ClusterModel, visit: Topology['visit']): readonly Edge[] {
  const found: Edge[] = [];
  visit('targets', source, (target, mode, podToPod, draining) => {
    found.push({ source, target, mode, podToPod, draining });
  });
  return found;
}

function arriving(target: ClusterModel, visit: Topology['visit']): readonly Edge[] {
  const found: Edge[] = [];
  visit('sources', target, (source, mode, podToPod, draining) => {
    found.push({ source, target, mode, podToPod, draining });
  });
  return found;
}

/** Shows the edges by name of the other end; leaves nothing behind for the next cluster. */
function show(
  { said, touched }: Edges,
  cluster: ClusterModel,
  at: (place: Index) => ClusterModel,
  visitor: EdgeVisitor,
): void {
  const others = inOrder(touched);
  for (let n = 0; n < others.length; n++) {
    const i = others[n] as Index;
    const edge = said[i] as number;
    said[i] = NONE;
    if (edge === NONE) continue;
    const other = at(i);
    const podToPod = sharesNetwork(cluster, other);
    const mode = MODES[edge & ~DRAINING] ?? (podToPod ? 'flat' : 'gateway');
    visitor(other, mode, podToPod, (edge & DRAINING) !== 0);
  }
  touched.length = 0;
}

function inOrder(places: Index[]): readonly Index[] {
  for (let i = 1; i < places.length; i++) {
    if ((places[i] as Index) < (places[i - 1] as Index)) return Uint32Array.from(places).sort() as unknown as Index[];
  }
  return places;
}

/** Whether the pods of two clusters reach each other. */
export function sharesNetwork(a: Member, b: Member): boolean {
  return a.network !== undefined && a.network === b.network;
}

/** What groups islands: a field of the cluster or one of its labels. */
export function islandOf(cluster: Member, by: string): string | undefined {
  return labelOf(cluster, by);
}

function compile(entry: TopologyEntry, all: readonly Member[], places: ReadonlyMap<string, Index>): Step {
  if (entry.fullMesh) return fullMesh(entry.fullMesh, all);
  if (entry.hubAndSpoke) return hubAndSpoke(entry.hubAndSpoke, all);
  if (entry.islands) return islands(entry.islands, all);
  if (entry.edges) return explicit(entry.edges, places);
  if (entry.mode) return setMode(entry.mode, all);
  if (entry.drain) return drain(entry.drain, all);
  return without(entry.without ?? [], all);
}

function add({ said, touched }: Edges, cluster: Index, others: Iterable<Index>, mode?: LinkMode): void {
  const code = codeOf(mode);
  for (const other of others) {
    if (other === cluster) continue;
    const before = said[other] as number;
    if (before === NONE) touched.push(other);
    if (before === NONE || code !== UNSAID) said[other] = code | (before & DRAINING);
  }
}

function pick(all: readonly Member[], selector?: ClusterSelector): Index[] {
  const picked: Index[] = [];
  for (let i = 0; i < all.length; i++) if (selects(selector, all[i]!)) picked.push(i);
  return picked;
}

function fullMesh({ clusters, mode }: Entry<'fullMesh'>, all: readonly Member[]): Step {
  const members = pick(all, clusters);
  const isMember = new Set(members);
  return (edges, cluster) => {
    if (isMember.has(cluster)) add(edges, cluster, members, mode);
  };
}

function hubAndSpoke(entry: Entry<'hubAndSpoke'>, all: readonly Member[]): Step {
  const hubs = new Set(pick(all, entry.hubs));
  const spokes = pick(all, entry.clusters).filter((i) => !hubs.has(i));
  const isSpoke = new Set(spokes);
  return (edges, cluster) => {
    if (hubs.has(cluster)) {
      add(edges, cluster, spokes, entry.mode);
      if (entry.linkHubs !== false) add(edges, cluster, hubs, entry.mode);
    } else if (isSpoke.has(cluster)) add(edges, cluster, hubs, entry.mode);
  };
}

function islands(entry: Entry<'islands'>, all: readonly Member[]): Step {
  const groups = new Map<string, Index[]>();
  const of = all.map((): string | undefined => undefined);
  const members = pick(all, entry.clusters);
  for (let n = 0; n < members.length; n++) {
    const i = members[n] as Index;
    const island = islandOf(all[i] as Member, entry.by);
    if (island === undefined) continue;
    of[i] = island;
    const group = groups.get(island);
    if (group) group.push(i);
    else groups.set(island, [i]);
  }
  const { bridges } = entry;
  const hubs = bridges ? pick(all, bridges.hubs).filter((i) => of[i] !== undefined) : [];
  const isHub = new Set(hubs);
  return (edges, cluster) => {
    const island = of[cluster];
    if (island === undefined) return;
    add(edges, cluster, groups.get(island) ?? [], entry.mode);
    if (!isHub.has(cluster)) return;
    const abroad = hubs.filter((hub) => of[hub] !== island);
    add(edges, cluster, abroad, bridges?.mode);
  };
}

function explicit(list: Entry<'edges'>, places: ReadonlyMap<string, Index>): Step {
  const said = { targets: new Map<Index, [Index, LinkMode?][]>(), sources: new Map<Index, [Index, LinkMode?][]>() };
  const put = (direction: Direction, end: Index, other: Index, mode?: LinkMode) => {
    const known = said[direction].get(end);
    if (known) known.push([other, mode]);
    else said[direction].set(end, [[other, mode]]);
  };
  for (const edge of list) {
    const [source, target] = [places.get(edge.source), places.get(edge.target)];
    if (source === undefined || target === undefined) continue;
    for (const [from, to] of edge.both
      ? [[source, target] as const, [target, source] as const]
      : [[source, target] as const]) {
      put('targets', from, to, edge.mode);
      put('sources', to, from, edge.mode);
    }
  }
  return (edges, cluster, direction) => {
    for (const [other, mode] of said[direction].get(cluster) ?? []) add(edges, cluster, [other], mode);
  };
}

function setMode({ sources, targets, mode }: Entry<'mode'>, all: readonly Member[]): Step {
  return ({ said, touched }, cluster, direction) => {
    const [own, others] = direction === 'targets' ? [sources, targets] : [targets, sources];
    if (!selects(own, all[cluster] as Member)) return;
    for (const i of touched)
      if (has(said, i) && selects(others, all[i] as Member)) said[i] = codeOf(mode) | (said[i]! & DRAINING);
  };
}

function without(list: Entry<'without'>, all: readonly Member[]): Step {
  return selected(list, all, ({ said }, i) => {
    said[i] = NONE;
  });
}

function drain(list: Entry<'drain'>, all: readonly Member[]): Step {
  return selected(list, all, ({ said }, i) => {
    said[i] = said[i]! | DRAINING;
  });
}

/** Does something with each edge of a selection that earlier entries made. */
function selected(list: Entry<'without'>, all: readonly Member[], change: (edges: Edges, other: Index) => void): Step {
  const selections = list.flatMap((one) => {
    const sources = one.source === undefined ? one.sources : [one.source];
    const targets = one.target === undefined ? one.targets : [one.target];
    return one.both
      ? [
          { sources, targets },
          { sources: targets, targets: sources },
        ]
      : [{ sources, targets }];
  });
  return (edges, cluster, direction) => {
    for (const { sources, targets } of selections) {
      const [own, others] = direction === 'targets' ? [sources, targets] : [targets, sources];
      if (!selects(own, all[cluster] as Member)) continue;
      for (const i of edges.touched) if (has(edges.said, i) && selects(others, all[i] as Member)) change(edges, i);
    }
  };
}

const has = (said: Uint8Array, i: Index): boolean => said[i] !== NONE;
