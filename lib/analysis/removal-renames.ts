/** Clusters of which only the name changes: two names, one API server. */
import { type Issue, issue } from '../errors';
import { at } from '../fleet/description';
import type { ClusterModel, Edge, FleetModel } from '../model/types';
import { linksOf } from './removal-links';

/** New names by old ones: clusters that are gone, and others that are new where the gone ones were. */
export function renames(before: FleetModel, after: FleetModel): ReadonlyMap<string, string> {
  const added = [...after.clusters.values()].filter(({ name }) => !before.clusters.has(name));
  const byPlace = new Map(added.flatMap((cluster) => placesOf(cluster).map((place) => [place, cluster.name] as const)));
  const gone = [...before.clusters.values()].filter(({ name }) => !after.clusters.has(name));
  return new Map(
    gone.flatMap((cluster) => {
      const to = placesOf(cluster).flatMap((place) => byPlace.get(place) ?? [])[0];
      return to === undefined ? [] : [[cluster.name, to] as const];
    }),
  );
}

/** Where its API server is, as sources and as Argo CD know it. */
function placesOf({ apiServer, argocd }: ClusterModel): readonly string[] {
  return [apiServer?.url, argocd.server].flatMap((url) => (url === undefined ? [] : [url.replace(/\/+$/, '')]));
}

/** Renamed clusters that were not drained, or whose identities would change with the name. */
export function renameIssues(before: FleetModel, after: FleetModel, lost: readonly Edge[]): Issue[] {
  return [...renames(before, after)].flatMap(([from, to]) => {
    const [old, renamed] = [before.clusters.get(from)!, after.clusters.get(to)!];
    const links = lost.filter(({ source, target }) => source.name === from || target.name === from);
    const domains =
      old.trustDomain === renamed.trustDomain ? [] : [`trust domain ${old.trustDomain} becomes ${renamed.trustDomain}`];
    const wrong = [...(links.length === 0 ? [] : [`not drained: ${linksOf(from, links)}`]), ...domains];
    if (wrong.length === 0) return [];
    const found = `${from}, now called ${to}; ${wrong.join('; ')}`;
    return [issue('CLUSTER_RENAMED', { path: at.cluster(to), found, clusters: [from, to] })];
  });
}
