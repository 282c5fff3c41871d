import type { ClusterModel, FleetModel, ServiceModel } from '../model/types';

/** Services that the cluster has. */
export function servicesOf(fleet: FleetModel, cluster: ClusterModel): readonly ServiceModel[] {
  return fleet.services.filter((service) => service.on(cluster));
}
