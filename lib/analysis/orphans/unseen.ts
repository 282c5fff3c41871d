/** What a dump does not show: where nothing was seen, nothing is proven. */
import { type Issue, issue } from '../../errors';
import type { FleetModel } from '../../model/types';
import { POLICIES, type SeenCluster } from './named';

/** Kinds that every cluster with Linkerd has objects of. */
const EVERYWHERE = ['Service', 'Endpoints', 'EndpointSlice', 'ServiceAccount', 'Lease', 'Deployment'];

/** Clusters of which no Link was seen that the fleet has there: what was seen is of another cluster, or leaves Links out. */
export function unseenIssues({ topology }: FleetModel, clusters: readonly SeenCluster[]): Issue[] {
  return clusters.flatMap(({ name, cluster, hasLeft, objects }) => {
    const links = hasLeft ? [] : topology.targets(cluster).map(({ target }) => target.name);
    const { multiclusterNamespace } = cluster.linkerd;
    const isOurs = (kind: string, namespace: string, target: string) =>
      kind === 'Link' && namespace === multiclusterNamespace && links.includes(target);
    if (links.length === 0 || objects.some((one) => isOurs(one.kind, one.namespace, one.name))) return [];
    const found = links.length === 1 ? `no Link ${name}->${links[0]}` : `none of the ${links.length} Links of ${name}`;
    return [issue('ORPHANS_UNSEEN', { path: `--orphans ${name}`, found, clusters: [name] })];
  });
}

/** Kinds that belong into a dump of this cluster and of which it has nothing, as a dump that was not asked for them has. */
export function kindsUnseen({ objects, written }: SeenCluster): readonly string[] {
  const seen = new Set(objects.map(({ kind }) => kind));
  const ours = written.map(({ kind }) => kind).filter((kind) => kind === 'Namespace' || Object.hasOwn(POLICIES, kind));
  return [...EVERYWHERE, ...[...new Set(ours)].sort()].filter((kind) => !seen.has(kind));
}
