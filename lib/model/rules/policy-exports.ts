/** Services exported through gateways: that somebody who comes that way is let in. */
import { issue } from '../../errors';
import { gatewayShare } from '../policy/addresses';
import { guardOf } from '../policy/pods';
import { entriesOf, serverPorts } from '../policy/policy';
import type { ClusterModel, FleetModel, ServiceModel } from '../types';
import { carriesGateway } from './carry';
import { perFleet, remember } from './memo';
import { isOn, nameOf, servicesOn } from './placement';
import { namesOf } from './report';
import type { Rule } from './rule';

/** An export that every port of its pods refuses is a mirror of 403. */
export const exportsOpen: Rule = {
  codes: ['POLICY_EXPORT_REFUSED'],
  check: (fleet, clusters) =>
    servicesOn(fleet, clusters).flatMap((service) => {
      if (service.exported !== 'gateway') return [];
      const refuses = refusals(fleet, service);
      const closed = clusters.filter(
        (cluster) => isOn(fleet, service, cluster) && refuses(cluster) && hasClients(fleet, cluster),
      );
      if (closed.length === 0) return [];
      const found = `nobody who comes through the gateway of ${namesOf(closed)} to ${nameOf(service)}`;
      const path = `${service.at}.spec.${service.spec.allow === undefined ? 'exported' : 'allow'}`;
      return [issue('POLICY_EXPORT_REFUSED', { path, found, clusters: closed.map(({ name }) => name) })];
    }),
};

/** What a Service says of callers at a port of its pods who come through a gateway. */
interface Said {
  /** Whoever comes that way. */
  readonly all: boolean;
  /** By the address of the gateway. */
  readonly networks: readonly string[];
}

/** Answers for a Service; what it says is the same in every cluster. */
function refusals(fleet: FleetModel, service: ServiceModel): (member: ClusterModel) => boolean {
  const doors = serverPorts(service);
  const said = new Map<ServiceModel, Map<string | number, Said>>();
  return (member) =>
    doors.length > 0 &&
    doors.every(({ port }) => {
      const guard = guardOf(fleet, service, member, port);
      if (guard === undefined) return false;
      const ofGuard = remember(said, guard, () => new Map<string | number, Said>());
      const { all, networks } = remember(ofGuard, port, () => saidOf(guard, port));
      return !all && networks.every((network) => gatewayShare(fleet, network, member) === 'none');
    });
}

function saidOf(guard: ServiceModel, port: string | number): Said {
  const { ports = [] } = serverPorts(guard).find((one) => one.port === port) ?? {};
  const entries = ports.flatMap((one) => entriesOf(guard, one).map(({ entry }) => entry));
  const isOpen = entries.some(({ networks, throughGateway }) => networks === undefined && throughGateway === true);
  return {
    all: isOpen || guard.spec.accessPolicy === 'audit',
    networks: entries.flatMap(({ networks = [] }) => networks),
  };
}

const known = perFleet(() => new Map<ClusterModel, boolean>());

const hasClients = (fleet: FleetModel, member: ClusterModel): boolean =>
  remember(known(fleet), member, () => fleet.topology.sources(member).some(carriesGateway));
