/** A cluster while it is resolved. */
import type { ClusterModel } from './types';

/** What `resolveCluster` fills in. */
export type Draft = { -readonly [K in keyof ClusterModel]: ClusterModel[K] };

/** What no cluster has in common with another one. */
export type OwnPart = Pick<Draft, 'name' | 'at' | 'labels' | 'trustDomain' | 'argocd' | 'levels'>;

/**
 * A cluster that says nothing of itself beyond `own`. Written out, because the edges of a mesh ask their ends a million times, and
 * V8 answers at once only where all clusters have one hidden class: those made by a spread of this size get one each.
 */
export function draftOf(shared: ClusterModel, { name, at, labels, trustDomain, argocd, levels }: OwnPart): Draft {
  // Every key there is: a new one does not compile until it is taken over.
  const whole: { [K in keyof Required<Draft>]: Draft[K] } = {
    name,
    at,
    labels,
    trustDomain,
    argocd,
    levels,
    region: shared.region,
    owners: shared.owners,
    zones: shared.zones,
    environment: shared.environment,
    network: shared.network,
    wave: shared.wave,
    apiServer: shared.apiServer,
    serviceAccountIssuer: shared.serviceAccountIssuer,
    podCidrs: shared.podCidrs,
    serviceCidrs: shared.serviceCidrs,
    nodeCidrs: shared.nodeCidrs,
    clusterNetworks: shared.clusterNetworks,
    clusterDomain: shared.clusterDomain,
    linkerd: shared.linkerd,
    excludedLabels: shared.excludedLabels,
    excludedAnnotations: shared.excludedAnnotations,
    kubernetesVersion: shared.kubernetesVersion,
    platform: shared.platform,
    gatewayApiVersion: shared.gatewayApiVersion,
    ha: shared.ha,
    gateway: shared.gateway,
    namespaces: shared.namespaces,
    networkPolicies: shared.networkPolicies,
    defaultInboundPolicy: shared.defaultInboundPolicy,
    namespacePolicies: shared.namespacePolicies,
    guards: shared.guards,
    trust: shared.trust,
    credentials: shared.credentials,
    podMonitor: shared.podMonitor,
    observability: shared.observability,
    values: shared.values,
  };
  return whole;
}
