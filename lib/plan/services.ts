import type { ClusterModel, Edge, FleetModel, ServiceModel } from '../model/types';

/** Services that the cluster has. */
export function servicesOf(fleet: FleetModel, cluster: ClusterModel): readonly ServiceModel[] {
  return fleet.services.filter((service) => service.on(cluster));
}

/** Whether a Link mirrors a service of its target: the mode must carry the way it is exported. */
export function mirrors(edge: Edge, service: ServiceModel): boolean {
  if (!service.on(edge.target)) return false;
  if (service.federated && edge.podToPod) return true;
  if (service.exported === 'gateway') return edge.mode === 'gateway';
  return service.exported === 'remote-discovery' && edge.podToPod;
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
    if (service.on(cluster) || edges.some((edge) => mirrors(edge, service))) needed.add(namespace);
  }
  return [...needed].sort();
}
