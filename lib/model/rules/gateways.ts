/** Gateway edges: whether every source has an address to dial, and whether it can be the right one. */
import { type Issue, issue } from '../../errors';
import { isPrivateIp } from '../../net';
import { gatewayAddress } from '../gateway';
import type { ClusterModel, FleetModel } from '../types';
import { withNeighbours } from './edges';
import { list, namesOf, pathOf } from './report';
import type { Rule } from './rule';
import { sharedWays } from './shared';

/** A gateway and an address for every source of a gateway edge. */
export const gatewayReached: Rule = {
  codes: ['GATEWAY_MISSING', 'GATEWAY_ADDRESS_MISSING'],
  check: (fleet, clusters) =>
    withNeighbours(fleet, clusters).flatMap((target) => {
      const { gateway } = target;
      if (gateway !== undefined && gateway.addresses.length > 0) return [];
      const sources = gatewaySources(fleet, target).filter(
        (source) => !gatewayAddress(target, source)?.addresses.length,
      );
      if (sources.length === 0) return [];
      const names = [target.name, ...sources.map((source) => source.name)];
      const path = (key: string[]) => pathOf(fleet, target, key);
      if (gateway === undefined) {
        const found = `no gateway in ${target.name}, which ${namesOf(sources)} reach through one`;
        return [issue('GATEWAY_MISSING', { path: path(['gateway']), found, clusters: names })];
      }
      const where = sources.map((source) => `${source.name} (${source.network ?? 'no network'})`);
      const found = `no address of the gateway of ${target.name} for ${list(where)}`;
      return [issue('GATEWAY_ADDRESS_MISSING', { path: path(['gateway', 'address']), found, clusters: names })];
    }),
};

/** Addresses that only mean something near the gateway, dialled from elsewhere without it having been said that this works. */
export const gatewayNearby: Rule = {
  codes: ['GATEWAY_ADDRESS_PRIVATE', 'GATEWAY_CLUSTER_IP'],
  check: (fleet, clusters) => {
    const involved = withNeighbours(fleet, clusters);
    const inside = involved.filter((target) => target.gateway?.serviceType === 'ClusterIP');
    const isPrivate = involved.filter((target) => target.gateway?.addresses.some(isPrivateIp));
    return [
      ...fromElsewhere(fleet, inside, 'GATEWAY_CLUSTER_IP', 'serviceType'),
      ...fromElsewhere(
        fleet,
        isPrivate.filter((target) => !inside.includes(target)),
        'GATEWAY_ADDRESS_PRIVATE',
        'address',
      ),
    ];
  },
};

function fromElsewhere(
  fleet: FleetModel,
  suspects: readonly ClusterModel[],
  code: 'GATEWAY_ADDRESS_PRIVATE' | 'GATEWAY_CLUSTER_IP',
  key: 'address' | 'serviceType',
): Issue[] {
  const targets = suspects.filter((target) =>
    gatewaySources(fleet, target).some(
      (source) => source.network === undefined || (source.network !== target.network && !named(target, source.network)),
    ),
  );
  if (targets.length === 0) return [];
  const what = code === 'GATEWAY_CLUSTER_IP' ? 'serviceType ClusterIP' : 'a private address';
  return [
    issue(code, {
      path: pathOf(fleet, targets[0]!, ['gateway', key]),
      found: `${what} for sources of other networks, in ${namesOf(targets)}`,
      clusters: targets.map((target) => target.name),
    }),
  ];
}

const named = (target: ClusterModel, network: string) => Object.hasOwn(target.gateway?.networks ?? {}, network);

/** One address and port for two clusters that a source is linked with. */
export const gatewayShared: Rule = {
  codes: ['GATEWAY_ADDRESS_SHARED'],
  check: (fleet, clusters) =>
    sharedWays(fleet, clusters, {
      all: ({ gateway }) => [
        ...(gateway?.addresses ?? []),
        ...Object.values(gateway?.networks ?? {}).flatMap((network) => network.addresses),
      ],
      of: ({ source, target, mode }) => {
        const reached = mode === 'gateway' ? gatewayAddress(target, source) : undefined;
        return reached === undefined ? [] : reached.addresses.map((address) => `${address} port ${reached.port}`);
      },
    }).map(({ what, targets }) =>
      issue('GATEWAY_ADDRESS_SHARED', {
        path: pathOf(fleet, targets[0]!, ['gateway', 'address']),
        found: `${what} for ${namesOf(targets)}`,
        clusters: targets.map((target) => target.name),
      }),
    ),
};

function gatewaySources(fleet: FleetModel, target: ClusterModel): readonly ClusterModel[] {
  return fleet.topology
    .sources(target)
    .filter((edge) => edge.mode === 'gateway')
    .map((edge) => edge.source);
}
