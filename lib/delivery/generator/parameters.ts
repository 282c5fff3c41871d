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

/** What generators are told of a fleet. Plain data. */
export interface Index {
  readonly name: string;
  /** Every cluster, in the order of their names. */
  readonly clusters: readonly Parameters[];
}

/** The index of a fleet. */
export function indexOf({ name, clusters }: FleetModel): Index {
  return { name, clusters: [...clusters.values()].map(parametersOf) };
}

/**
 * The file of an index. A git-files generator makes one set of parameters of each element (argo-cd
 * applicationset/generators/git.go).
 */
export function indexText({ clusters }: Index): string {
  return `${JSON.stringify(clusters, null, 2)}\n`;
}
