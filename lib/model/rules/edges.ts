/**
 * Edges and neighbours of the clusters in question. A full mesh of a thousand clusters has a million edges, so a rule first
 * looks for suspects among the clusters and walks edges only when there are some.
 */
import type { ClusterModel, Edge, FleetModel } from '../types';
import { perFleet, remember } from './memo';

/** Every edge that leaves or arrives at one of the clusters, once. */
export function edgesOf(fleet: FleetModel, clusters: readonly ClusterModel[]): Iterable<Edge> {
  // Those of a whole fleet may be a million.
  if (isWhole(fleet, clusters)) return leaving(fleet, clusters);
  const last = lastAsked(fleet);
  if (last.clusters !== clusters) {
    const inQuestion = new Set(clusters);
    last.clusters = clusters;
    last.edges = clusters.flatMap((cluster) => [
      ...fleet.topology.targets(cluster),
      ...fleet.topology.sources(cluster).filter((edge) => !inQuestion.has(edge.source)),
    ]);
  }
  return last.edges;
}

function* leaving(fleet: FleetModel, clusters: readonly ClusterModel[]): Generator<Edge> {
  for (const cluster of clusters) yield* fleet.topology.targets(cluster);
}

/** Nearly every rule asks about the same list of clusters. */
const lastAsked = perFleet((): { clusters?: readonly ClusterModel[]; edges: readonly Edge[] } => ({ edges: [] }));

/** Edges that arrive at `targets` and concern the clusters, by target and then by source. */
export function arrivals(
  fleet: FleetModel,
  clusters: readonly ClusterModel[],
  targets: readonly ClusterModel[],
): ReadonlyMap<ClusterModel, readonly Edge[]> {
  if (isWhole(fleet, clusters)) return new Map(targets.map((target) => [target, fleet.topology.sources(target)]));
  const found = new Map<ClusterModel, Edge[]>(targets.map((target) => [target, []]));
  if (targets.length > 0) for (const edge of edgesOf(fleet, clusters)) found.get(edge.target)?.push(edge);
  return found;
}

/** The clusters and all that they are linked with, by name. */
export function withNeighbours(fleet: FleetModel, clusters: readonly ClusterModel[]): readonly ClusterModel[] {
  if (isWhole(fleet, clusters)) return clusters;
  return remember(neighbours(fleet), clusters, () => {
    const found = new Set(clusters);
    for (const { source, target } of edgesOf(fleet, clusters)) found.add(source).add(target);
    return byName(found);
  });
}

/** Every rule is asked about the same list of clusters. */
const neighbours = perFleet(() => new Map<readonly ClusterModel[], readonly ClusterModel[]>());

function isWhole(fleet: FleetModel, clusters: readonly ClusterModel[]): boolean {
  return clusters.length === fleet.clusters.size;
}

/** Linked clusters that differ in a value: those of the one value and those of the other, by name. */
export interface Difference {
  readonly values: readonly [string, string];
  readonly clusters: readonly [readonly ClusterModel[], readonly ClusterModel[]];
}

/**
 * Edges whose ends differ in a value, summed up by the two values. Walks no edge when no two clusters differ.
 *
 * @param matters the edges that count
 */
export function differences(
  fleet: FleetModel,
  clusters: readonly ClusterModel[],
  value: (cluster: ClusterModel) => string,
  matters: (edge: Edge) => boolean,
): readonly Difference[] {
  if (groupBy(withNeighbours(fleet, clusters), value).size < 2) return [];
  const found = new Map<string, { values: [string, string]; sides: [Set<ClusterModel>, Set<ClusterModel>] }>();
  for (const edge of edgesOf(fleet, clusters)) {
    const [a, b] = [value(edge.source), value(edge.target)];
    if (a === b || !matters(edge)) continue;
    const values: [string, string] = a < b ? [a, b] : [b, a];
    const key = values.join('\n');
    const pair = found.get(key) ?? { values, sides: [new Set(), new Set()] };
    pair.sides[a < b ? 0 : 1].add(edge.source);
    pair.sides[a < b ? 1 : 0].add(edge.target);
    found.set(key, pair);
  }
  return [...found.values()].map(({ values, sides: [left, right] }) => ({
    values,
    clusters: [byName(left), byName(right)],
  }));
}

/** Clusters by the value they have, groups and members in the order given. */
export function groupBy<K>(
  clusters: Iterable<ClusterModel>,
  key: (cluster: ClusterModel) => K,
): Map<K, ClusterModel[]> {
  const groups = new Map<K, ClusterModel[]>();
  for (const cluster of clusters) {
    const group = groups.get(key(cluster));
    if (group) group.push(cluster);
    else groups.set(key(cluster), [cluster]);
  }
  return groups;
}

function byName(clusters: Iterable<ClusterModel>): ClusterModel[] {
  return [...clusters].sort((a, b) => (a.name < b.name ? -1 : 1));
}
