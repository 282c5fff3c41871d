/** What an edge carries from its target to its source, and how many sources a target has of each kind. */
import { credentialsOf } from '../credentials/credentials';
import type { ClusterModel, Edge, FleetModel, ServiceModel } from '../types';
import { DESTINATION_WATCHES, MIRROR_WATCHES } from './limits';
import { perFleet, remember } from './memo';

/** Services exported through the gateway: the Link of a gateway edge has a `selector`, a flat one has none. */
export const carriesGateway = (edge: Edge): boolean => edge.mode === 'gateway';

/**
 * Federation and remote discovery: the Link has their selectors where pods reach pods. `mode: flat` claims that they do;
 * where they don't, FLAT_WITHOUT_NETWORK says so once, and nothing that follows from it is repeated.
 */
export const carriesPods = (edge: Edge): boolean => edge.podToPod || edge.mode === 'flat';

/** Whether a Link makes a mirror `<service>-<target>` of a Service that its target has. */
export function carriesExport(edge: Edge, service: ServiceModel): boolean {
  if (service.exported === 'gateway') return carriesGateway(edge);
  return service.exported === 'remote-discovery' && carriesPods(edge);
}

/** Whether a Link makes anything in the source of a Service that its target has. */
export function carries(edge: Edge, service: ServiceModel): boolean {
  return carriesExport(edge, service) || (service.federated && carriesPods(edge));
}

/** Watches that one Link holds on the API server of its target. */
export function watchesOf(source: ClusterModel, target: ClusterModel, podToPod: boolean): number {
  if (!podToPod && credentialsOf({ source, target }).controlPlaneSecret === 'needed') return MIRROR_WATCHES;
  const given = source.values.controlPlane['controllerReplicas'];
  const replicas = typeof given === 'number' ? given : source.ha ? 3 : 1;
  return MIRROR_WATCHES + DESTINATION_WATCHES * replicas;
}

/** Edges that arrive at a target, counted by what they carry. */
export interface Incoming {
  readonly total: number;
  readonly gateway: number;
  readonly pods: number;
  /** Carry gateway exports and federation alike: gateway edges inside a network. */
  readonly both: number;
  /** Watches that their sources hold on the API server of the target. */
  readonly watches: number;
}

const counts = perFleet(() => new Map<ClusterModel, Incoming>());

/** The edges that arrive at `target`, counted. */
export function incoming(fleet: FleetModel, target: ClusterModel): Incoming {
  return remember(counts(fleet), target, () => {
    const count = { total: 0, gateway: 0, pods: 0, both: 0, watches: 0 };
    fleet.topology.visit('sources', target, (source, mode, podToPod) => {
      const isGateway = mode === 'gateway';
      const isPods = podToPod || !isGateway;
      count.total++;
      if (isGateway) count.gateway++;
      if (isPods) count.pods++;
      if (isGateway && isPods) count.both++;
      count.watches += watchesOf(source, target, podToPod);
    });
    return count;
  });
}

const sourcesByPods = perFleet(() => new Map<ClusterModel, readonly ClusterModel[]>());

/** Sources of `target` whose pods reach its pods. */
export function podSources(fleet: FleetModel, target: ClusterModel): readonly ClusterModel[] {
  return remember(sourcesByPods(fleet), target, () =>
    fleet.topology
      .sources(target)
      .filter(carriesPods)
      .map((edge) => edge.source),
  );
}
