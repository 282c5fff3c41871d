/** Namespaces that nobody creates: a Service without its namespace is refused, a mirror without it is skipped. */
import { type Issue, issue } from '../../errors';
import type { ClusterModel, Edge, FleetModel, ServiceModel } from '../types';
import { carries } from './carry';
import { perFleet, remember } from './memo';
import { isOn, membersOf, nameOf } from './placement';
import { namesOf } from './report';
import type { Rule } from './rule';

/** Namespaces of every cluster: Kubernetes makes them. */
const KUBERNETES = new Set(['default', 'kube-node-lease', 'kube-public', 'kube-system']);

/** Services of one namespace; those that are on the same clusters and cross them in the same way count once. */
interface Tenants {
  /** Whose namespace the fleet writes. */
  readonly created: Map<string, ServiceModel>;
  /** Whose namespace must be there. */
  readonly expected: Map<string, ServiceModel>;
}

const tenantsOf = perFleet((fleet) => {
  const found = new Map<string, Tenants>();
  for (const service of fleet.services) {
    const tenants = remember(found, service.namespace, () => ({ created: new Map(), expected: new Map() }));
    const { spec, exported, federated } = service;
    const kind = spec.createNamespace === false ? tenants.expected : tenants.created;
    remember(kind, JSON.stringify([spec.clusters ?? null, exported, federated]), () => service);
  }
  return [...found].filter(([, tenants]) => tenants.expected.size > 0);
});

/** A Service that brings a namespace into a cluster: it is there, or it is mirrored from a target. */
interface Reason {
  readonly service: ServiceModel;
  readonly target?: ClusterModel;
}

/** Namespaces of Services are in every cluster that has or mirrors them. */
export const namespacesThere: Rule = {
  codes: ['SERVICE_NAMESPACE_MISSING'],
  check: (fleet, clusters) => {
    const tenancies = tenantsOf(fleet);
    if (tenancies.length === 0) return [];
    const lacking = new Map<string, { reason: Reason; clusters: ClusterModel[] }>();
    for (const cluster of clusters) {
      const edges = new Map(fleet.topology.targets(cluster).map((edge) => [edge.target, edge]));
      for (const [namespace, { created, expected }] of tenancies) {
        if (exists(cluster, namespace)) continue;
        const reason = reasonFor(fleet, cluster, edges, expected.values());
        if (reason === undefined || reasonFor(fleet, cluster, edges, created.values())) continue;
        const key = JSON.stringify([namespace, reason.target === undefined]);
        remember(lacking, key, () => ({ reason, clusters: [] })).clusters.push(cluster);
      }
    }
    return [...lacking.values()].map((l) => report(l.reason, l.clusters));
  },
};

function exists({ namespaces, linkerd }: ClusterModel, namespace: string): boolean {
  const own = [linkerd.namespace, linkerd.multiclusterNamespace];
  return namespaces.includes(namespace) || KUBERNETES.has(namespace) || own.includes(namespace);
}

function reasonFor(
  fleet: FleetModel,
  cluster: ClusterModel,
  edges: ReadonlyMap<ClusterModel, Edge>,
  services: Iterable<ServiceModel>,
): Reason | undefined {
  for (const service of services) {
    if (isOn(fleet, service, cluster)) return { service };
    if (service.exported === 'no' && !service.federated) continue;
    const members = membersOf(fleet, service);
    // Whichever is shorter: a team's few clusters, or the few neighbours of an island.
    for (const target of members.length < edges.size ? members : edges.keys()) {
      const edge = edges.get(target);
      if (edge && isOn(fleet, service, target) && carries(edge, service)) return { service, target };
    }
  }
  return undefined;
}

function report({ service, target }: Reason, clusters: readonly ClusterModel[]): Issue {
  const has = clusters.length === 1;
  const role = target
    ? `${has ? 'mirrors' : 'mirror'} ${nameOf(service)} (from ${target.name}, for one)`
    : `${has ? 'has' : 'have'} ${nameOf(service)}`;
  return issue('SERVICE_NAMESPACE_MISSING', {
    path: `${service.at}.spec.createNamespace`,
    found: `${namesOf(clusters)} ${role}, and namespace ${service.namespace} is not in ${has ? 'its' : 'their'} \`namespaces\``,
    clusters: clusters.map((c) => c.name),
  });
}
