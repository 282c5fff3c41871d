/** Namespaces that the fleet writes in a cluster. */
import { carries } from './rules/carry';
import { perFleet, remember } from './rules/memo';
import type { ClusterModel, FleetModel, ServiceModel } from './types';

/**
 * Namespaces of Services that a cluster has, or mirrors: a mirror appears in the namespace of the same name and is skipped
 * (MissingNamespace) where there is none.
 *
 * @param services @default - all of the fleet
 */
export function namespacesOf(
  fleet: FleetModel,
  cluster: ClusterModel,
  services: readonly ServiceModel[] = fleet.services,
): readonly string[] {
  const edges = fleet.topology.targets(cluster);
  const existing = new Set(cluster.namespaces);
  const needed = new Set<string>();
  for (const service of services) {
    const { namespace } = service;
    if (service.spec.createNamespace === false || existing.has(namespace) || needed.has(namespace)) continue;
    if (service.on(cluster) || edges.some((edge) => service.on(edge.target) && carries(edge, service)))
      needed.add(namespace);
  }
  return [...needed].sort();
}

/** Of the namespaces that have a policy of their own in a cluster, those in which it is written. */
export function namespacesWithPolicy(fleet: FleetModel, cluster: ClusterModel): readonly string[] {
  return remember(known(fleet), cluster, () => {
    const named = new Set(Object.keys(cluster.namespacePolicies));
    const services = named.size === 0 ? [] : fleet.services.filter(({ namespace }) => named.has(namespace));
    return namespacesOf(fleet, cluster, services);
  });
}

const known = perFleet(() => new Map<ClusterModel, readonly string[]>());
