import type { ClusterModel, Edge, FleetModel } from '../types';
import { arrivals, withNeighbours } from './edges';

/** What must not lead to two clusters. */
export interface Way {
  /** Everything the cluster may be reached by. Clusters that share nothing here are not looked at further. */
  readonly all: (target: ClusterModel) => readonly string[];
  /** What the source of an edge reaches the target by. */
  readonly of: (edge: Edge) => readonly string[];
}

/** An address that two targets of one source have, and all such targets by name. */
export interface SharedWay {
  readonly what: string;
  readonly targets: readonly ClusterModel[];
}

/** Addresses by which a source reaches two of its targets: it would take one cluster for the other. */
export function sharedWays(fleet: FleetModel, clusters: readonly ClusterModel[], way: Way): readonly SharedWay[] {
  const involved = withNeighbours(fleet, clusters);
  const owners = new Map<string, Set<ClusterModel>>();
  for (let i = 0; i < involved.length; i++) {
    const cluster = involved[i]!;
    const keys = way.all(cluster);
    for (let k = 0; k < keys.length; k++) into(owners, keys[k]!, cluster);
  }
  const suspects = new Set([...owners.values()].filter((owner) => owner.size > 1).flatMap((owner) => [...owner]));
  const bySource = new Map<string, Map<ClusterModel, Set<ClusterModel>>>();
  for (const [target, edges] of arrivals(fleet, clusters, [...suspects])) {
    for (const edge of edges) {
      for (const what of way.of(edge)) {
        const sources = bySource.get(what) ?? new Map<ClusterModel, Set<ClusterModel>>();
        bySource.set(what, sources);
        into(sources, edge.source, target);
      }
    }
  }
  return [...bySource].flatMap(([what, sources]) => {
    const confused = new Set([...sources.values()].filter((targets) => targets.size > 1).flatMap((t) => [...t]));
    const targets = involved.filter((cluster) => confused.has(cluster));
    return targets.length > 1 ? [{ what, targets }] : [];
  });
}

function into<K>(map: Map<K, Set<ClusterModel>>, key: K, cluster: ClusterModel): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set<ClusterModel>().add(cluster));
  else set.add(cluster);
}
