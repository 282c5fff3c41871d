/** Namespaces that the fleet writes in a cluster. */
import { carries } from './rules/carry';
import { perFleet, remember } from './rules/memo';
import type { ClusterModel, FleetModel, ServiceModel } from './types';

/**
 * Whether a Service is in a cluster, and so its namespace, of which nothing else is said. Whoever applies a Namespace that somebody
 * applies already takes over labels and annotations that are not its own, `linkerd.io/inject` among them, and removes them.
 */
export function isThere({ spec, on }: ServiceModel, cluster: ClusterModel): boolean {
  return spec.createNamespace === undefined && on(cluster);
}

/**
 * Namespaces of Services that a cluster mirrors: a mirror appears in the namespace of the same name and is skipped
 * (MissingNamespace) where there is none. Those in which a Service of the fleet is are there, unless the description says otherwise.
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
  const there = new Set<string>();
  for (const service of services) {
    if (!there.has(service.namespace) && isThere(service, cluster)) there.add(service.namespace);
  }
  const needed = new Set<string>();
  for (const service of services) {
    const { namespace } = service;
    const { createNamespace = !there.has(namespace) } = service.spec;
    if (!createNamespace || existing.has(namespace) || needed.has(namespace)) continue;
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
