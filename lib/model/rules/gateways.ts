/** Gateway edges: whether every source has an address to dial, and whether it can be the right one. */
import { type Issue, issue } from '../../errors';
import { isPrivateIp } from '../../net';
import { gatewayAddress } from '../gateway';
import type { ClusterModel, Edge, FleetModel } from '../types';
import { arrivals, withNeighbours } from './edges';
import { list, namesOf, pathOf } from './report';
import type { Rule } from './rule';
import { sharedWays } from './shared';

/** A gateway and an address for every source of a gateway edge. */
export const gatewayReached: Rule = {
  codes: ['GATEWAY_MISSING', 'GATEWAY_ADDRESS_MISSING'],
  check: (fleet, clusters) => {
    const suspects = withNeighbours(fleet, clusters).filter(({ gateway }) => !gateway?.addresses.length);
    const unreached = [...gatewaySources(fleet, clusters, suspects)].flatMap(([target, all]): Unreached[] => {
      const sources = all.filter((source) => !gatewayAddress(target, source)?.addresses.length);
      return sources.length === 0 ? [] : [{ target, sources }];
    });
    return [
      ...each(unreached.filter(({ target }) => target.gateway === undefined)).map((some) => missing(fleet, some)),
      ...each(unreached.filter(({ target }) => target.gateway !== undefined)).map((some) => unaddressed(fleet, some)),
    ];
  },
};

/** A target and the sources that have nothing to dial. */
interface Unreached {
  readonly target: ClusterModel;
  readonly sources: readonly ClusterModel[];
}

/** A few targets are mended one by one, each in its place; where it is many, somebody forgot something once. */
function each(unreached: readonly Unreached[]): readonly (readonly Unreached[])[] {
  if (unreached.length > FEW) return [unreached];
  return unreached.map((one) => [one]);
}

const FEW = 5;

function missing(fleet: FleetModel, unreached: readonly Unreached[]): Issue {
  const { targets, sources, clusters } = ends(unreached);
  const path = pathOf(fleet, targets[0]!, ['gateway']);
  const found = `no gateway in ${namesOf(targets)}, dialled by ${namesOf(sources)}`;
  return issue('GATEWAY_MISSING', { path, found, clusters });
}

function unaddressed(fleet: FleetModel, unreached: readonly Unreached[]): Issue {
  const { targets, sources, clusters } = ends(unreached);
  const path = pathOf(fleet, targets[0]!, ['gateway', 'address']);
  const where = list([...sources].map((source) => `${source.name} (${source.network ?? 'no network'})`).sort());
  const found = `no address of the gateway of ${namesOf(targets)} for ${where}`;
  return issue('GATEWAY_ADDRESS_MISSING', { path, found, clusters });
}

function ends(unreached: readonly Unreached[]) {
  const targets = unreached.map(({ target }) => target);
  const sources = new Set(unreached.flatMap((one) => one.sources));
  return { targets, sources, clusters: [...new Set([...targets, ...sources])].map((cluster) => cluster.name) };
}

/** Addresses that only mean something near the gateway, dialled from elsewhere without it having been said that this works. */
export const gatewayNearby: Rule = {
  codes: ['GATEWAY_ADDRESS_PRIVATE', 'GATEWAY_CLUSTER_IP'],
  check: (fleet, clusters) => {
    const involved = withNeighbours(fleet, clusters);
    const inside = involved.filter((target) => target.gateway?.serviceType === 'ClusterIP');
    const nearby = involved.filter(
      ({ gateway }) => gateway?.serviceType !== 'ClusterIP' && gateway?.addresses.some(isPrivateIp),
    );
    return [
      ...fromElsewhere(fleet, clusters, inside, 'GATEWAY_CLUSTER_IP', 'serviceType'),
      ...fromElsewhere(fleet, clusters, nearby, 'GATEWAY_ADDRESS_PRIVATE', 'address'),
    ];
  },
};

function fromElsewhere(
  fleet: FleetModel,
  clusters: readonly ClusterModel[],
  suspects: readonly ClusterModel[],
  code: 'GATEWAY_ADDRESS_PRIVATE' | 'GATEWAY_CLUSTER_IP',
  key: 'address' | 'serviceType',
): Issue[] {
  const targets = [...gatewaySources(fleet, clusters, suspects)]
    .filter(([target, sources]) => sources.some((source) => !meantFor(target, source)))
    .map(([target]) => target);
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

/** Whether the source shares the network, or has an address given for its own. */
function meantFor(target: ClusterModel, { network }: ClusterModel): boolean {
  if (network === undefined) return false;
  return network === target.network || Object.hasOwn(target.gateway?.networks ?? {}, network);
}

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

/** Sources of gateway edges, by target. */
function gatewaySources(
  fleet: FleetModel,
  clusters: readonly ClusterModel[],
  targets: readonly ClusterModel[],
): ReadonlyMap<ClusterModel, readonly ClusterModel[]> {
  const sources = (edges: readonly Edge[]) =>
    edges.filter((edge) => edge.mode === 'gateway').map((edge) => edge.source);
  return new Map([...arrivals(fleet, clusters, targets)].map(([target, edges]) => [target, sources(edges)]));
}
