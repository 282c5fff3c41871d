/**
 * By which ways packets come to the pods of a cluster, whatever its Services are called: exporting is not authorization, so
 * that what nobody mirrors is reached as well by whoever knows its address.
 */
import { federatedName, mirrorName } from '../../linkerd/names';
import { carriesExport, carriesGateway, carriesPods } from '../rules/carry';
import { perFleet, remember } from '../rules/memo';
import type { ClusterModel, DefaultInboundPolicy, FleetModel, ServiceModel } from '../types';
import { identityOf, type Reach } from './policy';

/**
 * Clusters whose pods reach those of `member`, itself first, each once for each path: pod to pod inside a network and over
 * flat edges; through its gateway those that the gateway lets in, which as the chart has it is every meshed client, and those
 * of its own cluster always.
 */
export function waysTo(fleet: FleetModel, member: ClusterModel): readonly Reach[] {
  const edges = fleet.topology.sources(member);
  const pods = new Set([...networkOf(fleet, member), ...edges.filter(carriesPods).map(({ source }) => source)]);
  pods.delete(member);
  const gateway = member.gateway === undefined ? [] : gatewayClients(fleet, member);
  return [
    { cluster: member, path: 'local' },
    ...[...pods].map((cluster): Reach => ({ cluster, path: 'pod-to-pod' })),
    ...gateway.map((cluster): Reach => ({ cluster, path: 'gateway' })),
  ];
}

/** Clusters whose pods are in the network of `member`, linked or not; itself among them, where it has one. */
export function networkOf(fleet: FleetModel, { network }: ClusterModel): readonly ClusterModel[] {
  return network === undefined ? [] : (networks(fleet).get(network) ?? []);
}

/** A way, and the Service by which callers take it. */
export interface NamedWay extends Reach {
  /** Its name in their cluster, in the namespace of the Service called; absent where no mirror leads there, or the Link drains. */
  readonly called?: string;
}

/** Ways to the pods of a Service in `member`; one that several mirrors lead along is there for each of them. */
export function waysOf(fleet: FleetModel, service: ServiceModel, member: ClusterModel): readonly NamedWay[] {
  const edges = new Map(fleet.topology.sources(member).map((edge) => [edge.source, edge]));
  const mirror = mirrorName(service.name, member.name);
  return waysTo(fleet, member).flatMap((way): readonly NamedWay[] => {
    if (way.path === 'local') return [{ ...way, called: service.name }];
    const found = edges.get(way.cluster);
    const edge = found?.draining ? undefined : found;
    const isMirrored =
      edge !== undefined && carriesExport(edge, service) && (way.path === 'gateway') === carriesGatewayExport(service);
    const isFederated = edge !== undefined && way.path === 'pod-to-pod' && service.federated && carriesPods(edge);
    const names = [...(isFederated ? [federatedName(service.name)] : []), ...(isMirrored ? [mirror] : [])];
    return names.length === 0 ? [way] : names.map((called) => ({ ...way, called }));
  });
}

const carriesGatewayExport = ({ exported }: ServiceModel): boolean => exported === 'gateway';

const networks = perFleet((fleet) => {
  const found = new Map<string, ClusterModel[]>();
  for (const cluster of fleet.clusters.values()) {
    if (cluster.network !== undefined) remember(found, cluster.network, () => []).push(cluster);
  }
  return found;
});

/** Narrowed to linked clusters a gateway knows them by trust domain: it lets in those that share one with them. */
function gatewayClients(fleet: FleetModel, member: ClusterModel): readonly ClusterModel[] {
  const all = [...fleet.clusters.values()];
  if (member.gateway?.admit !== 'linked') return all;
  const linked = fleet.topology.sources(member).filter(carriesGateway);
  const known = new Set([member, ...linked.map(({ source }) => source)].map((cluster) => identityOf({}, cluster)));
  return all.filter((cluster) => known.has(identityOf({}, cluster)));
}

/**
 * What decides about ports that no Server claims, of pods in a namespace.
 *
 * @param namespace @default - one that nothing is said of
 */
export function defaultInboundPolicy(cluster: ClusterModel, namespace?: string): DefaultInboundPolicy {
  const { values, namespacePolicies } = cluster;
  if (namespace !== undefined && Object.hasOwn(namespacePolicies, namespace)) {
    return namespacePolicies[namespace] as DefaultInboundPolicy;
  }
  const { proxy } = values.controlPlane as { proxy?: { defaultInboundPolicy?: DefaultInboundPolicy } };
  return proxy?.defaultInboundPolicy ?? cluster.defaultInboundPolicy ?? 'all-unauthenticated';
}
