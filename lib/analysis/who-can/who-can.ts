/** Who may call a Service, from what is written: the callers that come to it, and what says that they get in. */
import { federatedName, gatewayIdentity, identity } from '../../linkerd/names';
import { seenIn } from '../../model/policy/addresses';
import {
  type Admitted,
  admittedAt,
  type Door,
  defaultAt,
  defaultText,
  doorsOf,
  type Keep,
} from '../../model/policy/callers';
import { admits } from '../../model/policy/policy';
import { skipsPort } from '../../model/policy/ports';
import { type NamedWay, waysOf } from '../../model/policy/ways';
import type { ClusterModel, DefaultInboundPolicy, FleetModel, ServiceModel } from '../../model/types';

/** A caller asked about. */
export interface Caller {
  readonly serviceAccount: string;
  readonly namespace: string;
  readonly cluster: ClusterModel;
}

/**
 * How a call comes: inside the cluster, pod to pod by its address or a flat mirror, pod to pod by the federated Service, or
 * through the gateway of the cluster that is called.
 */
export type Path = 'local' | 'flat' | 'federated' | 'gateway';

/** The answer for one port of the pods of a Service in one cluster. */
export interface Answer {
  /** Cluster whose pods are called. */
  readonly cluster: string;
  /** Port of the pods. */
  readonly port?: string | number;
  /** Admitted, refused, or admitted and logged; `unguarded` where the default inbound policy of the pods decides. */
  readonly others: 'refused' | 'audited' | 'unguarded';
  /** The default inbound policy, for what is unguarded. */
  readonly defaultInboundPolicy?: DefaultInboundPolicy;
  readonly callers: readonly AdmittedCaller[];
  /** Addresses that are let in without an identity. */
  readonly networks: readonly {
    readonly cidr: string;
    readonly requests?: readonly string[];
    readonly by?: string;
  }[];
}

/** Callers that are let in. */
export interface AdmittedCaller {
  /** Cluster they run in. */
  readonly from: string;
  readonly path: Path;
  /** Service by which they call, in their cluster; absent where none leads there, and only who knows an address comes. */
  readonly called?: string;
  /** As the proxy of the Service sees them; absent where everybody gets in. */
  readonly identity?: string;
  /** CIDR in which that proxy sees them, where their address admits them: behind a gateway, that of the gateway. */
  readonly addresses?: string;
  /** Whether they have an address of that range is not known. */
  readonly may?: true;
  /** Requests that they may make. @default - every request */
  readonly requests?: readonly string[];
  /** What admits them: a path in the description, or a file and line. */
  readonly by?: string;
}

/** Who may call the Service of a document, in every cluster that has it. */
export function whoCanCall(
  fleet: FleetModel,
  service: ServiceModel,
  members: readonly ClusterModel[],
  keep: Keep,
): readonly Answer[] {
  return members.flatMap((member) => {
    const ways = waysOf(fleet, service, member);
    return doorsOf(service, member).map((door) => answer(door, ways, keep));
  });
}

function answer(door: Door, ways: readonly NamedWay[], keep: Keep): Answer {
  const keeper = keep(door);
  const admitted = admittedAt(door, ways, keep);
  const decides = keeper?.accessPolicy ?? defaultAt(door);
  const isAudit = keeper !== undefined && decides === 'audit';
  return {
    cluster: door.member.name,
    port: door.port,
    others: keeper === undefined ? 'unguarded' : isAudit ? 'audited' : 'refused',
    ...(keeper === undefined || (decides !== 'deny' && !isAudit) ? { defaultInboundPolicy: decides } : {}),
    callers: admitted
      .filter((one) => !one.probes && (!isAudit || one.identity !== undefined))
      .flatMap(caller)
      .map((one) => (skipsPort(door.member, door.port) ? { ...one, by: defaultText(door) } : one)),
    networks: admitted.flatMap(({ network, requests, at }) =>
      network === undefined ? [] : [{ cidr: network, requests, by: at }],
    ),
  };
}

function caller(admitted: Admitted & Partial<NamedWay>): AdmittedCaller[] {
  const { cluster, path, called, identity: name, seenIn: addresses, may, requests, at } = admitted;
  if (cluster === undefined || path === undefined) return [];
  const seen = { ...(addresses === undefined ? {} : { addresses }), ...(may ? { may } : {}) };
  return [{ from: cluster.name, path: pathOf({ path, called }), called, identity: name, ...seen, requests, by: at }];
}

function pathOf({ path, called }: Pick<NamedWay, 'path' | 'called'>): Path {
  if (path !== 'pod-to-pod') return path;
  return called?.endsWith(federatedName('')) ? 'federated' : 'flat';
}

/** What becomes of one caller at one port of one cluster. */
export interface Verdict {
  readonly cluster: string;
  readonly port?: string | number;
  /** `may`: some addresses of its cluster are admitted, or it is not known which it has. */
  readonly verdict: 'admitted' | 'may' | 'refused' | 'audited' | 'unguarded' | 'no path';
  readonly path?: Path;
  /** Service by which it calls, in its cluster; absent where none leads there. */
  readonly called?: string;
  /** As the proxy of the Service sees the caller. */
  readonly identity?: string;
  /** Requests that it may make. @default - every request */
  readonly requests?: readonly string[];
  /** Requests for which everybody gets in, as kubelets do, where it is refused otherwise. */
  readonly except?: readonly string[];
  /** It gets in from these addresses only, whoever it is. */
  readonly addresses?: string;
  /** What admits it, or the default that decides. */
  readonly by?: string;
}

/** A verdict with what it is about. */
export interface Case {
  readonly verdict: Verdict;
  readonly member: ClusterModel;
  /** Absent where there is no path. */
  readonly door?: Door;
}

/** What becomes of one meshed caller, by every path it can take. */
export function verdictsFor(
  fleet: FleetModel,
  service: ServiceModel,
  members: readonly ClusterModel[],
  asked: Caller,
  keep: Keep,
): readonly Case[] {
  return members.flatMap((member): readonly Case[] => {
    const ways = waysOf(fleet, service, member).filter(({ cluster }) => cluster === asked.cluster);
    if (ways.length === 0) return [{ member, verdict: { cluster: member.name, verdict: 'no path' } }];
    return doorsOf(service, member).flatMap((door) =>
      ways.map((way) => ({ member, door, verdict: verdictOf(door, way, asked, keep) })),
    );
  });
}

function verdictOf(door: Door, way: NamedWay, asked: Caller, keep: Keep): Verdict {
  const { member, port } = door;
  const name = seenAs(asked, way, member);
  const about = { cluster: member.name, port, path: pathOf(way), called: way.called, identity: name };
  const keeper = keep(door);
  const everything = admittedAt(door, [way], keep);
  const all = everything.filter(({ probes }) => !probes);
  const named = all.filter((one) => one.identity !== undefined && admits(one.identity, name));
  // One that is about every request says more than the others.
  const best = named.find(({ requests }) => requests === undefined) ?? named[0];
  if (best !== undefined) {
    const requests = best.requests && [...new Set(named.flatMap((one) => one.requests ?? []))];
    return { ...about, verdict: 'admitted', requests, by: best.at };
  }
  const other = all.find((one) => one.identity === undefined && one.network === undefined && one.seenIn === undefined);
  if (other !== undefined) {
    if (keeper === undefined) return { ...about, verdict: other.may ? 'may' : 'unguarded', by: defaultText(door) };
    const isNamed = other.at !== keeper.at || keeper.accessPolicy !== 'audit';
    return { ...about, verdict: isNamed ? 'admitted' : 'audited', requests: other.requests, by: other.at };
  }
  const addressed = byAddress(all, way, member);
  if (addressed !== undefined) return { ...about, ...addressed };
  const open = byAddress(
    everything.filter(({ probes }) => probes),
    way,
    member,
  );
  const except = open === undefined ? {} : { except: open.requests };
  return { ...about, verdict: 'refused', ...except, ...(keeper === undefined ? { by: defaultText(door) } : {}) };
}

/** What becomes of callers that a range admits; undefined where none holds them. */
function byAddress(
  all: readonly Admitted[],
  way: NamedWay,
  member: ClusterModel,
): Pick<Verdict, 'verdict' | 'addresses' | 'requests' | 'by'> | undefined {
  const found = all.flatMap(({ network, requests, at }) => {
    const share = network === undefined ? 'none' : seenIn(network, way, member);
    const verdict = share === 'all' ? ('admitted' as const) : ('may' as const);
    return share === 'none' ? [] : [{ verdict, addresses: network, ...(requests ? { requests } : {}), by: at }];
  });
  // What is certain, and about every request, says more than the others.
  const certain = found.filter(({ verdict }) => verdict === 'admitted');
  const best = certain.length > 0 ? certain : found;
  return best.find(({ requests }) => requests === undefined) ?? best[0];
}

function seenAs({ serviceAccount, namespace, cluster }: Caller, { path }: NamedWay, member: ClusterModel): string {
  return path === 'gateway'
    ? gatewayIdentity(member.linkerd.multiclusterNamespace, member.linkerd.namespace, member.trustDomain)
    : identity(serviceAccount, namespace, cluster.linkerd.namespace, cluster.trustDomain);
}
