/** Where Argo CD takes the directories of clusters: one that goes elsewhere is applied to another cluster. */
import { type Issue, issue } from '../../errors';
import { endpoint } from '../../model/rules/apiserver';
import type { ClusterModel, FleetModel } from '../../model/types';
import { succession } from './succession';

/** Clusters whose directory would be applied where that of another was, and those whose destination is called something else. */
export function destinationIssues(before: FleetModel, after: FleetModel): Issue[] {
  if (before.argocd === undefined || after.argocd === undefined) return [];
  const { was, stays } = succession(before, after);
  const owners = new Map([...before.clusters.values()].map((cluster) => [destinationOf(cluster), cluster]));
  return [...after.clusters.values()].flatMap((cluster) => {
    const to = destinationOf(cluster);
    const [old, owner] = [was(cluster.name), owners.get(to)];
    const path = `${cluster.at}.spec.argocd`;
    if (owner !== undefined && owner !== old) {
      const found = `${to}, which was that of ${owner.name}`;
      return [issue('ARGOCD_DESTINATION_MOVED', { path, found, clusters: [...new Set([cluster.name, owner.name])] })];
    }
    if (old === undefined || !stays(cluster.name) || destinationOf(old) === to) return [];
    const found = `${to}, which was ${destinationOf(old)}`;
    return [issue('ARGOCD_DESTINATION_CHANGED', { path, found, clusters: [cluster.name] })];
  });
}

const destinationOf = ({ argocd: { name, server } }: ClusterModel): string =>
  server === undefined ? `name ${name}` : `server ${endpoint(server)}`;
