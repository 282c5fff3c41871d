import { clusterNetworks } from '../model/cluster-networks';
import { isRevoked } from '../model/credentials/credentials';
import type { ClusterModel, FleetModel } from '../model/types';
import { namespacesOf } from '../model/written-namespaces';
import { planGatewayClients } from './gateway';
import { planAccess, planLink } from './link';
import { planPolicies } from './policy';
import { servicesOf } from './services';
import type { ClusterPlan } from './types';

/** Plans one cluster. Costs its own edges and services, never those of the fleet. */
export function planCluster(fleet: FleetModel, cluster: ClusterModel): ClusterPlan {
  const sources = fleet.topology.sources(cluster);
  return {
    ...planStanding(fleet, cluster),
    links: fleet.topology.targets(cluster).map(planLink),
    access: sources.filter((edge) => !isRevoked(edge)).map(planAccess),
    gatewayClients: planGatewayClients(cluster, sources),
  };
}

/**
 * What stands in a cluster whoever its Links lead to: no Link, no account, at no cost for each edge. For whoever compares two fleets;
 * its `hasSources` is right all the same.
 */
export function planStanding(fleet: FleetModel, cluster: ClusterModel): ClusterPlan {
  const sources = fleet.topology.sources(cluster);
  const services = servicesOf(fleet, cluster);
  return {
    fleet,
    cluster,
    links: [],
    access: [],
    hasSources: sources.length > 0,
    services,
    policies: planPolicies(fleet, cluster, services),
    namespaces: namespacesOf(fleet, cluster),
    clusterNetworks: clusterNetworks(cluster),
    podSources: sources.filter((edge) => edge.podToPod).map((edge) => edge.source),
  };
}
