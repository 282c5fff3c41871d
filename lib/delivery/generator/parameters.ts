/** What generators say of the clusters of a fleet: the index of the tree, and the answers of the server. */
import type { ClusterModel, FleetModel } from '../../model/types';
import { type ClusterParameters, clusterParameters } from '../../resources/cluster-json';

/**
 * Path of the index in the written tree. In a directory of its own: a `fleet.json` above the clusters would be taken for a
 * description.
 */
export const INDEX = 'generator/fleet.json';

/** Parameters of one cluster. */
export interface Parameters extends ClusterParameters {
  /** Its directory in the written tree. */
  readonly directory: string;
}

/** Parameters of a cluster. */
export function parametersOf(cluster: ClusterModel): Parameters {
  return { ...clusterParameters(cluster), directory: `clusters/${cluster.name}` };
}

/**
 * The index: every cluster of the fleet, in the order of their names. A git-files generator makes one set of parameters of
 * each element (argo-cd applicationset/generators/git.go).
 */
export function index(fleet: FleetModel): string {
  return `${JSON.stringify([...fleet.clusters.values()].map(parametersOf), null, 2)}\n`;
}
