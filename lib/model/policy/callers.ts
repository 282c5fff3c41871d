/** Who gets in at one port of pods, as its proxy decides: by identity and address, and by no other name. */
import type { ServicePort } from '../../fleet/spec';
import { gatewayIdentity } from '../../linkerd/names';
import { clusterNetworks } from '../cluster-networks';
import type { ClusterModel, DefaultInboundPolicy, FleetModel, ServiceModel } from '../types';
import { gatewayIn, seenIn } from './addresses';
import { guardOf } from './pods';
import { admits, entriesOf, grantsOf, identityOf, type Reach, serverPorts } from './policy';
import { skipsPort } from './ports';
import { probeNetworks, probesOf } from './probes';
import { type Match, matchOf, matchText } from './routes';
import { defaultInboundPolicy } from './ways';

/** A port of pods in one cluster, or all that no Server claims. */
export interface Door {
  readonly member: ClusterModel;
  readonly namespace?: string;
  /** The fleet does not write the namespace there, nor a policy on it. @default false */
  readonly isUnwritten?: boolean;
  /** Absent for what the fleet does not describe. */
  readonly service?: ServiceModel;
  /** Number or name of the port of the pods. */
  readonly port?: string | number;
  /** Ports of the Service that lead there. */
  readonly ports?: readonly ServicePort[];
}

/** What an AuthorizationPolicy lets in: whoever has one of the identities and comes from one of the networks. */
export interface Authorization {
  /** As MeshTLSAuthentication has them. @default - no identity is asked for */
  readonly identities?: readonly string[];
  /** CIDRs. @default - from anywhere */
  readonly networks?: readonly string[];
  /** Requests that it lets in. @default - every request */
  readonly requests?: readonly string[];
  /** It is there for kubelets. */
  readonly probes?: true;
  /** Where it is written: a path in the description, or a file and line. */
  readonly at: string;
}

/** The Server of a door. */
export interface Keeper {
  /** What becomes of callers that nothing names. */
  readonly accessPolicy: DefaultInboundPolicy;
  readonly authorizations: readonly Authorization[];
  /** Where its accessPolicy is written. */
  readonly at: string;
  /** The Service whose `allow` it is; absent for a Server that the fleet does not write. */
  readonly guard?: ServiceModel;
}

/** What keeps a door; undefined where the default inbound policy of the pods decides. */
export type Keep = (door: Door) => Keeper | undefined;

/** Callers that get in, and what lets them in. What is absent is not asked for. */
export interface Admitted extends Partial<Reach> {
  readonly serviceAccount?: string;
  readonly namespace?: string;
  /** As the proxy sees them, a pattern; absent where no identity is asked for. */
  readonly identity?: string;
  /** CIDR, for callers that are known by address only. */
  readonly network?: string;
  /** CIDR in which the proxy sees callers of this way: a gateway has the address of a pod, whoever its clients are. */
  readonly seenIn?: string;
  /** `seenIn`, or what the default inbound policy asks for, may hold them, and need not. */
  readonly may?: true;
  /** Unmeshed callers get in too. */
  readonly anybody?: true;
  /** CIDRs that they all come from. @default - from anywhere */
  readonly within?: readonly string[];
  /** Requests that they may make. @default - every request */
  readonly requests?: readonly string[];
  /** What lets them in is there for kubelets. */
  readonly probes?: true;
  /** Where it is written; absent where it is the default inbound policy. */
  readonly at?: string;
}

/** Doors of a Service in one cluster. */
export function doorsOf(service: ServiceModel, member: ClusterModel): readonly Door[] {
  return serverPorts(service).map((port) => ({ member, namespace: service.namespace, service, ...port }));
}

/** What the fleet itself writes: a Server where the Service, or another on its pods, has `allow`. */
export function kept(fleet: FleetModel): Keep {
  return ({ service: called, member, port }) => {
    if (called === undefined || port === undefined || skipsPort(member, port)) return undefined;
    const service = guardOf(fleet, called, member, port);
    if (service === undefined) return undefined;
    const { ports = [] } = serverPorts(service).find((one) => one.port === port) ?? {};
    const grants = ports.flatMap((port) => grantsOf(fleet, service, member, port));
    const addressed = ports.flatMap((port) => entriesOf(service, port).filter(({ entry }) => entry.networks));
    const networks = new Map(addressed.map(({ entry, at }) => [at, entry]));
    return {
      accessPolicy: service.spec.accessPolicy ?? 'deny',
      authorizations: [
        ...new Map(
          grants.map(({ identity, routes, at }) => [
            `${at} ${identity}`,
            { identities: [identity], ...only(routes), at },
          ]),
        ).values(),
        ...[...networks].map(([at, { networks: list = [], routes }]) => ({
          networks: list,
          ...only(routes?.map(matchOf)),
          at,
        })),
        ...probeAuthorizations(service, member, [...grants, ...networks.values()]),
      ],
      at: `${service.at}.spec.accessPolicy`,
      guard: service,
    };
  };
}

/** With the first route Linkerd's own is gone, and that of `probePaths` is written. */
function probeAuthorizations(
  service: ServiceModel,
  member: ClusterModel,
  admitted: readonly { readonly routes?: readonly unknown[] }[],
): readonly Authorization[] {
  const requests = probesOf(service).map(matchText);
  if (requests.length === 0 || admitted.every(({ routes }) => routes === undefined)) return [];
  return [{ networks: probeNetworks(member), requests, probes: true, at: `${service.at}.spec.probePaths` }];
}

const only = (routes: readonly Match[] | undefined) =>
  routes === undefined ? {} : { requests: routes.map(matchText) };

/**
 * Callers that get in.
 *
 * @param ways those in question
 */
export function admittedAt(door: Door, ways: readonly Reach[], keep: Keep): readonly Admitted[] {
  const keeper = keep(door);
  if (keeper === undefined) return byDefault(defaultAt(door), ways, door.member);
  const { accessPolicy, authorizations, at } = keeper;
  return [
    ...byDefault(accessPolicy, ways, door.member).map((admitted) => ({ ...admitted, at })),
    ...authorizations.flatMap((authorization) => byAuthorization(door.member, authorization, ways)),
  ];
}

/** What decides at a door without a Server. Everybody gets in at a port that proxies skip. */
export function defaultAt({ member, namespace, isUnwritten, port }: Door): DefaultInboundPolicy {
  if (skipsPort(member, port)) return 'all-unauthenticated';
  return defaultInboundPolicy(member, isUnwritten ? undefined : namespace);
}

/** The same in words. */
export const defaultText = (door: Door): string =>
  skipsPort(door.member, door.port)
    ? 'proxies skip the port (proxyInit.ignoreInboundPorts)'
    : `default inbound policy ${defaultAt(door)}`;

/** `cluster-*` is about addresses that `clusterNetworks` has (linkerd2 policy-controller/k8s/index/src/defaults.rs). */
function byDefault(policy: DefaultInboundPolicy, all: readonly Reach[], member: ClusterModel): readonly Admitted[] {
  if (policy === 'deny') return [];
  const within = policy.startsWith('cluster-') ? clusterNetworks(member) : undefined;
  const ways = within === undefined ? all : all.flatMap((way) => inside(within, way, member));
  const isMeshedOnly = policy === 'all-authenticated' || policy === 'cluster-authenticated';
  // What comes through a gateway has an identity.
  const anybody = { anybody: true as const, ...(within === undefined ? {} : { within }) };
  return ways.map((way) => ({ ...way, ...(isMeshedOnly || way.path === 'gateway' ? {} : anybody) }));
}

/** The way, where some of its callers are seen in the ranges; pods whose addresses nobody says are taken to be. */
function inside(ranges: readonly string[], way: Reach, member: ClusterModel): readonly (Reach & { may?: true })[] {
  const shares = ranges.map((range) => seenIn(range, way, member));
  if (shares.every((share) => share === 'none')) return [];
  const { podCidrs } = way.path === 'gateway' ? member : way.cluster;
  return [{ ...way, ...(shares.includes('all') || podCidrs.length === 0 ? {} : { may: true as const }) }];
}

/** Where both are asked for, identity tells who it is; the address only makes them fewer. */
function byAuthorization(
  member: ClusterModel,
  { identities, networks, requests, probes, at }: Authorization,
  ways: readonly Reach[],
): readonly Admitted[] {
  if (identities !== undefined) {
    return identities.flatMap((identity) =>
      ways.flatMap((way): Admitted[] => {
        const caller = callersAs(identity, way, member);
        return caller === undefined ? [] : [{ ...way, ...caller, identity, requests, at }];
      }),
    );
  }
  if (networks === undefined) return ways.map((way) => ({ ...way, anybody: true, requests, at }));
  return networks.flatMap((network): readonly Admitted[] => {
    const share = gatewayIn(network, member);
    const through = share === 'none' ? [] : ways.filter(({ path }) => path === 'gateway');
    const kubelets = probes ? { probes } : {};
    const seen = { seenIn: network, ...kubelets, ...(share === 'some' ? { may: true as const } : {}), requests, at };
    return [{ network, requests, ...kubelets, at }, ...through.map((way) => ({ ...way, ...seen }))];
  });
}

/** Callers of a way whose identity a pattern admits; undefined where it admits none of them. */
function callersAs(
  pattern: string,
  { cluster, path }: Reach,
  member: ClusterModel,
): Pick<Admitted, 'serviceAccount' | 'namespace'> | undefined {
  const { multiclusterNamespace, namespace } = member.linkerd;
  const gateway = gatewayIdentity(multiclusterNamespace, namespace, member.trustDomain);
  if (path === 'gateway') return admits(pattern, gateway) ? {} : undefined;
  // The gateway itself asks for nothing: its clients do.
  return path === 'local' && pattern === gateway ? undefined : accountsOf(pattern, cluster);
}

/** Which accounts of a cluster a pattern admits. The namespace is the label before what all identities of it end in. */
export function accountsOf(
  pattern: string,
  cluster: ClusterModel,
): { readonly serviceAccount?: string; readonly namespace?: string } | undefined {
  const domain = identityOf({}, cluster).slice(1);
  if (pattern === '*' || (pattern.startsWith('*.') && domain.endsWith(pattern.slice(1)))) return {};
  if (!pattern.endsWith(domain)) return undefined;
  const labels = pattern.slice(0, -domain.length).split('.');
  const namespace = labels.at(-1);
  const serviceAccount = labels.slice(0, -1).join('.');
  if (namespace === undefined || serviceAccount === '') return undefined;
  if (serviceAccount === '*') return { namespace };
  return serviceAccount.startsWith('*.') ? undefined : { serviceAccount, namespace };
}
