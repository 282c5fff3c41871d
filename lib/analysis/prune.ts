/** Where Argo CD may delete what is no longer written: said for the time of a removal, and taken back after it. */
import type { DocumentRef, Edit } from '../fleet/edit/edit';
import { selects } from '../model/selector';
import type { ClusterModel, FleetModel } from '../model/types';
import type { Gate } from './decommission/commands';

const PATH = ['spec', 'argocd', 'prune'];

const fleetRef = ({ name }: FleetModel): DocumentRef => ({ kind: 'Fleet', name });

/** Whether Argo CD delivers the fleet and deletes nothing unless `argocd.prune` names the cluster. */
export const deletesOnlyWherePlanned = ({ spec: { argocd } }: FleetModel): boolean =>
  argocd !== undefined && argocd.automated !== false;

/** Whether what is no longer written for a cluster is deleted by Argo CD. */
export const isPruned = ({ spec: { argocd } }: FleetModel, cluster: ClusterModel): boolean =>
  argocd?.prune !== undefined && selects(argocd.prune, cluster);

/** Clusters in which Argo CD deletes, sorted. */
export const prunedIn = (fleet: FleetModel): readonly string[] =>
  [...fleet.clusters.values()]
    .filter((cluster) => isPruned(fleet, cluster))
    .map(({ name }) => name)
    .sort();

/** Whether `argocd.prune` selects by labels: that is the fleet's own, and no edit replaces what it could not put back. */
export const isOwnSelector = ({ spec: { argocd } }: FleetModel): boolean =>
  argocd?.prune !== undefined && !Array.isArray(argocd.prune);

/** Names clusters in `argocd.prune`, beside those that are there; no edit where it selects them all, or selects by labels. */
export function pruneEdits(fleet: FleetModel, clusters: readonly ClusterModel[]): readonly Edit[] {
  if (!deletesOnlyWherePlanned(fleet) || isOwnSelector(fleet)) return [];
  if (clusters.every((cluster) => isPruned(fleet, cluster))) return [];
  const value = [...new Set([...prunedIn(fleet), ...clusters.map(({ name }) => name)])].sort();
  return [{ document: fleetRef(fleet), path: PATH, value }];
}

/** Takes one cluster out of `argocd.prune`; no edit where it is not there by name. */
export function unpruneEdits(fleet: FleetModel, name: string): readonly Edit[] {
  const said = fleet.spec.argocd?.prune;
  if (!Array.isArray(said) || !said.includes(name)) return [];
  const left = said.filter((other) => other !== name);
  return [{ document: fleetRef(fleet), path: PATH, value: left.length === 0 ? undefined : left }];
}

/**
 * What shows that Argo CD has deleted: as long as something that is no longer written is there, its Application is OutOfSync. What the
 * AppProject does not admit it does not see at all, so that an Application that was compared before the project changed proves nothing.
 *
 * @param clusters names of those that are pruned
 */
export function pruneGates({ argocd }: FleetModel, clusters: readonly string[]): readonly Gate[] {
  if (argocd === undefined || clusters.length === 0) return [];
  const get = `kubectl -n ${argocd.namespace} get`;
  const names = clusters.flatMap((name) => [`linkerd-multicluster-${name}`, `linkerd-cluster-${name}`]).join(' ');
  const columns =
    'NAME:.metadata.name,SYNC:.status.sync.status,COMPARED:.status.reconciledAt,AT:.status.sync.revision,ATS:.status.sync.revisions';
  return [
    {
      clusters: [],
      command: `${get} appprojects.argoproj.io ${argocd.project} -o jsonpath='{.spec.destinations[?(@.namespace=="*")]}{"\\n"}{.metadata.managedFields[*].time}{"\\n"}'`,
      expect: `namespace * of ${clusters.join(', ')}, and when that changed: what the AppProject does not admit is neither seen nor deleted`,
    },
    {
      clusters: [],
      command: `${get} applications.argoproj.io ${names} -o custom-columns=${columns}`,
      expect:
        'Synced, each at the commit that removes or a later one, and compared after the AppProject was changed: what is no longer written is gone',
    },
  ];
}
