/** Services exported through gateways: that somebody who comes that way is let in. */
import { issue } from '../../errors';
import { entriesOf, serverPorts } from '../policy';
import { gatewayIn } from '../policy-addresses';
import { guardOf } from '../policy-pods';
import type { ClusterModel, FleetModel, ServiceModel } from '../types';
import { carriesGateway } from './carry';
import { isOn, nameOf, servicesOn } from './placement';
import { namesOf } from './report';
import type { Rule } from './rule';

/** An export that every port of its pods refuses is a mirror of 403. */
export const exportsOpen: Rule = {
  codes: ['POLICY_EXPORT_REFUSED'],
  check: (fleet, clusters) =>
    servicesOn(fleet, clusters).flatMap((service) => {
      if (service.exported !== 'gateway') return [];
      const closed = clusters.filter(
        (cluster) =>
          isOn(fleet, service, cluster) &&
          refusesGateway(fleet, service, cluster) &&
          fleet.topology.sources(cluster).some(carriesGateway),
      );
      if (closed.length === 0) return [];
      const found = `nobody who comes through the gateway of ${namesOf(closed)} to ${nameOf(service)}`;
      const path = `${service.at}.spec.${service.spec.allow === undefined ? 'exported' : 'allow'}`;
      return [issue('POLICY_EXPORT_REFUSED', { path, found, clusters: closed.map(({ name }) => name) })];
    }),
};

function refusesGateway(fleet: FleetModel, service: ServiceModel, member: ClusterModel): boolean {
  const doors = serverPorts(service);
  return (
    doors.length > 0 &&
    doors.every(({ port }) => {
      const guard = guardOf(fleet, service, member, port);
      if (guard === undefined || guard.spec.accessPolicy === 'audit') return false;
      const { ports = [] } = serverPorts(guard).find((one) => one.port === port) ?? {};
      const entries = ports.flatMap((one) => entriesOf(guard, one));
      return entries.every(({ entry: { networks, throughGateway } }) =>
        networks === undefined ? !throughGateway : networks.every((network) => gatewayIn(network, member) === 'none'),
      );
    })
  );
}
