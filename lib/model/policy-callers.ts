/** Who gets in at one port of pods, as its proxy decides: by identity and address, and by no other name. */
import type { ServicePort } from '../fleet/spec';
import { gatewayIdentity } from '../linkerd/names';
import { admits, entriesOf, grantsOf, identityOf, type Reach, serverPorts } from './policy';
import { type DefaultInboundPolicy, defaultInboundPolicy } from './policy-ways';
import type { ClusterModel, FleetModel, ServiceModel } from './types';

/** A port of pods in one cluster, or all that no Server claims. */
export interface Door {
  readonly member: ClusterModel;
  readonly namespace?: string;
  /** Absent for what the fleet does not describe. */
  readonly service?: ServiceModel;
  /** Number or name of the port of the pods. */
  readonly port?: string | number;
  /** Ports of the Service that lead there. */
  readonly ports?: readonly ServicePort[];
}

/** Callers that get in, and what lets them in. What is absent is not asked for. */
export interface Admitted extends Partial<Reach> {
  readonly serviceAccount?: string;
  readonly namespace?: string;
  /** CIDR, for callers that are known by address only. */
  readonly network?: string;
  /** Unmeshed callers get in too. */
  readonly anybody?: true;
  /** Path in the description; absent where it is the default inbound policy. */
  readonly at?: string;
}

/** Doors of a Service in one cluster. */
export function doorsOf(service: ServiceModel, member: ClusterModel): readonly Door[] {
  const { namespace } = service;
  if (service.spec.allow === undefined) return [{ member, namespace, service }];
  return serverPorts(service).map((port) => ({ member, namespace, service, ...port }));
}

/**
 * Callers that get in.
 *
 * @param ways those in question
 */
export function admittedAt(fleet: FleetModel, door: Door, ways: readonly Reach[]): readonly Admitted[] {
  const { service, member } = door;
  if (service?.spec.allow === undefined) return byDefault(defaultInboundPolicy(member), ways);
  const at = `${service.at}.spec.accessPolicy`;
  if (service.spec.accessPolicy === 'audit') return everybody(ways, { anybody: true, at });
  return [...byIdentity(fleet, { ...door, service }, ways), ...byAddress({ ...door, service })];
}

const everybody = (ways: readonly Reach[], how: Admitted): readonly Admitted[] =>
  ways.map((way) => ({ ...way, ...how }));

/** Callers of other clusters come from addresses that `clusterNetworks` has, as a rule: its default is all private ranges. */
function byDefault(policy: DefaultInboundPolicy, ways: readonly Reach[]): readonly Admitted[] {
  if (policy === 'deny') return [];
  const isMeshedOnly = policy === 'all-authenticated' || policy === 'cluster-authenticated';
  // What comes through a gateway has an identity.
  return ways.map((way) => ({ ...way, ...(isMeshedOnly || way.path === 'gateway' ? {} : { anybody: true }) }));
}

type ServiceDoor = Door & { readonly service: ServiceModel };

function byIdentity(fleet: FleetModel, { service, member, ports = [] }: ServiceDoor, ways: readonly Reach[]) {
  const { namespace, multiclusterNamespace } = member.linkerd;
  const gateway = gatewayIdentity(multiclusterNamespace, namespace, member.trustDomain);
  const grants = ports.flatMap((port) => grantsOf(fleet, service, member, port));
  const seen = new Set<string>();
  return grants.flatMap(({ cluster, identity, entry, at }): Admitted[] => {
    if (seen.has(`${at} ${identity}`)) return [];
    seen.add(`${at} ${identity}`);
    if (admits(identity, gateway)) {
      const through = everybody(
        ways.filter(({ path }) => path === 'gateway'),
        { at },
      );
      if (identity === gateway) return [...through];
      return [...through, ...own(entry, cluster, at, ways)];
    }
    return own(entry, cluster, at, ways);
  });
}

/** Whoever has the identity of the callers asked for: those of every cluster of their trust domain. */
function own(
  { serviceAccount, namespace }: { serviceAccount?: string; namespace?: string },
  like: ClusterModel,
  at: string,
  ways: readonly Reach[],
): Admitted[] {
  const domain = identityOf({}, like);
  return ways
    .filter(({ path, cluster }) => path !== 'gateway' && identityOf({}, cluster) === domain)
    .map((way) => ({ ...way, serviceAccount, namespace, at }));
}

function byAddress({ service, ports = [] }: ServiceDoor): readonly Admitted[] {
  const entries = new Set(ports.flatMap((port) => entriesOf(service, port).map(({ entry, at }) => ({ entry, at }))));
  return [...entries].flatMap(({ entry, at }) => (entry.networks ?? []).map((network): Admitted => ({ network, at })));
}
