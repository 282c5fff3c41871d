import type { ServicePort } from '../fleet/spec';
import { type Exposure, exposureOf, podsOf } from '../model/policy/pods';
import { entriesOf, type Grant, grantsOf, reachOf, type ServerPort, serverPorts } from '../model/policy/policy';
import { opaquePorts } from '../model/policy/ports';
import { probeNetworks, probesOf } from '../model/policy/probes';
import { protocolAt } from '../model/policy/protocol';
import { coversMatch, type Match, matchOf, routesFor } from '../model/policy/routes';
import { remember } from '../model/rules/memo';
import type { ClusterModel, FleetModel, ServiceModel } from '../model/types';

/** The policy of one Service in one cluster. */
export interface ServicePolicyPlan {
  readonly service: ServiceModel;
  /** Labels of its pods. */
  readonly pods: Readonly<Record<string, string>>;
  readonly accessPolicy: 'deny' | 'audit';
  /** One Server each. */
  readonly ports: readonly PortPolicyPlan[];
}

/** Who is admitted to one port of pods. */
export interface PortPolicyPlan {
  /** Number or name of the port of the pods. */
  readonly port: string | number;
  readonly proxyProtocol: NonNullable<ServicePort['proxyProtocol']>;
  /** Identities of meshed callers, each once, sorted. */
  readonly identities: readonly string[];
  /** Addresses of unmeshed callers, sorted. */
  readonly networks: readonly string[];
  /** Requests that not all callers may make; none where all may make all. */
  readonly routes: readonly RoutePlan[];
}

/** Who may make the requests of a route, besides those who may make all. */
export interface RoutePlan {
  readonly match: Match;
  readonly identities: readonly string[];
  readonly networks: readonly string[];
}

/** Policies of the Services that a cluster has and that say who may call them. */
export function planPolicies(
  fleet: FleetModel,
  cluster: ClusterModel,
  services: readonly ServiceModel[],
): readonly ServicePolicyPlan[] {
  const known = new Map<string, string>();
  return services.flatMap((service) => {
    const pods = podsOf(service);
    if (service.spec.allow === undefined || pods === undefined) return [];
    const doors = serverPorts(service);
    const callers = doors
      .map(({ port }) => callersOf(fleet, exposureOf(fleet, service, cluster, port), cluster, known))
      .join()
      .concat(service.spec.probePaths === undefined ? '' : ` ${probeNetworks(cluster)}`)
      .concat(` ${opaquePorts(cluster) ?? ''}`);
    const last = plans.get(service);
    if (last?.fleet === fleet && last.callers === callers) return [last.plan];
    const ports = doors.map((port) => planPort(fleet, cluster, service, port));
    const plan: ServicePolicyPlan = { service, pods, accessPolicy: service.spec.accessPolicy ?? 'deny', ports };
    plans.set(service, { fleet, callers, plan });
    return [plan];
  });
}

/** The last plan of each Service. Clusters of an island have the same callers, and so one plan. */
const plans = new WeakMap<ServiceModel, Planned>();

interface Planned {
  readonly fleet: FleetModel;
  readonly callers: string;
  readonly plan: ServicePolicyPlan;
}

/**
 * Stands for the clusters that pods can be called from, as far as they are told apart here: through a gateway, callers
 * of all clusters have the identity of that gateway, whose cluster is named.
 */
function callersOf(fleet: FleetModel, exposure: Exposure, member: ClusterModel, known: Map<string, string>): string {
  return remember(known, `${exposure.pods} ${exposure.gateway}`, () => {
    const reach = reachOf(fleet, exposure, member);
    const through = reach.filter(({ path }) => path === 'gateway').map((one) => one.cluster.name);
    const own = reach.filter(({ path }) => path !== 'gateway').map((one) => one.cluster.name);
    return [...own.sort(), ...(through.length > 0 ? [`/${member.name}`, ...through.sort()] : [])].join(' ');
  });
}

function planPort(
  fleet: FleetModel,
  cluster: ClusterModel,
  service: ServiceModel,
  { port, ports }: ServerPort,
): PortPolicyPlan {
  const grants = ports.flatMap((p) => grantsOf(fleet, service, cluster, p));
  const networks = ports.flatMap((p) => networksOf(service, p));
  return {
    port,
    proxyProtocol: protocolAt(service, ports, cluster),
    identities: identitiesOf(grants.filter(({ routes }) => routes === undefined)),
    networks: cidrs(networks.filter(({ routes }) => routes === undefined)),
    routes: planRoutes(service, cluster, grants, networks),
  };
}

const identitiesOf = (grants: readonly Grant[]): readonly string[] =>
  [...new Set(grants.map(({ identity }) => identity))].sort();

/** Callers that are known by address only. */
interface Addressed {
  readonly cidr: string;
  readonly routes?: readonly Match[];
}

const cidrs = (list: readonly Addressed[]): readonly string[] => [...new Set(list.map(({ cidr }) => cidr))].sort();

function networksOf(service: ServiceModel, port: ServicePort): readonly Addressed[] {
  return entriesOf(service, port).flatMap(({ entry: { networks = [], routes } }) =>
    networks.map((cidr) => ({ cidr, routes: routes?.map(matchOf) })),
  );
}

/** None where every entry is about every request: Linkerd's own routes, that of probes among them, are then in force. */
function planRoutes(
  service: ServiceModel,
  cluster: ClusterModel,
  grants: readonly Grant[],
  networks: readonly Addressed[],
): readonly RoutePlan[] {
  const probes = probesOf(service);
  const named = [...grants, ...networks].flatMap(({ routes = [] }) => routes);
  if (named.length === 0) return [];
  const isAbout = (match: Match) => (one: { readonly routes?: readonly Match[] }) =>
    one.routes?.some((route) => coversMatch(route, match)) ?? false;
  return routesFor([...named, ...probes]).map((match) => ({
    match,
    identities: identitiesOf(grants.filter(isAbout(match))),
    networks: [
      ...cidrs(networks.filter(isAbout(match))),
      ...(probes.some((probe) => coversMatch(probe, match)) ? probeNetworks(cluster) : []),
    ],
  }));
}
