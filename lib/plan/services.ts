import { carries } from '../model/rules/carry';
import type { ClusterModel, FleetModel, ServiceModel } from '../model/types';

/** Services that the cluster has. */
export function servicesOf(fleet: FleetModel, cluster: ClusterModel): readonly ServiceModel[] {
  return fleet.services.filter((service) => service.on(cluster));
}

/**
 * Namespaces that the fleet writes in a cluster. A mirror appears in the namespace of the same name and is skipped
 * (MissingNamespace) where there is none.
 */
export function namespacesOf(fleet: FleetModel, cluster: ClusterModel): readonly string[] {
  const edges = fleet.topology.targets(cluster);
  const existing = new Set(cluster.namespaces);
  const needed = new Set<string>();
  for (const service of fleet.services) {
    const { namespace } = service;
    if (service.spec.createNamespace === false || existing.has(namespace) || needed.has(namespace)) continue;
    if (service.on(cluster) || edges.some((edge) => service.on(edge.target) && carries(edge, service)))
      needed.add(namespace);
  }
  return [...needed].sort();
}
