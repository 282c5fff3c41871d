/** Who may call a Service, from the description alone: the callers that come to it, and what says that they get in. */
import { gatewayIdentity, identity } from '../linkerd/names';
import { admits, type CallerPath, type Grant, reachOf } from '../model/policy';
import type { ClusterModel, FleetModel, ServiceModel } from '../model/types';
import { planPolicies } from '../plan/policy';

/** A caller asked about. */
export interface Caller {
  readonly serviceAccount: string;
  readonly namespace: string;
  readonly cluster: ClusterModel;
}

/** The answer for one port of the pods of a Service in one cluster. */
export interface Answer {
  /** Cluster whose pods are called. */
  readonly cluster: string;
  /** Port of the pods; absent where no policy is written, which is then true of all ports. */
  readonly port?: string | number;
  /** Admitted, refused, or admitted and logged; `unguarded` where the default inbound policy of the pods decides. */
  readonly others: 'refused' | 'audited' | 'unguarded';
  /** Value `proxy.defaultInboundPolicy` of the cluster, for what is unguarded. */
  readonly defaultInboundPolicy?: string;
  readonly callers: readonly AdmittedCaller[];
  /** Addresses that are let in without an identity. */
  readonly networks: readonly string[];
}

/** Callers that are let in. */
export interface AdmittedCaller {
  /** Cluster they run in. */
  readonly from: string;
  readonly path: CallerPath;
  /** As the proxy of the Service sees them; absent where everybody gets in. */
  readonly identity?: string;
  /** Entry of the description that admits them. */
  readonly by?: string;
}

/** Who may call the Service of a document, in every cluster that has it. */
export function whoCanCall(
  fleet: FleetModel,
  service: ServiceModel,
  members: readonly ClusterModel[],
): readonly Answer[] {
  return members.flatMap((member): readonly Answer[] => {
    const [policy] = planPolicies(fleet, member, [service]);
    if (policy === undefined) return [unguarded(fleet, service, member)];
    return policy.ports.map(({ port, grants, networks }) => ({
      cluster: member.name,
      port,
      others: policy.accessPolicy === 'audit' ? 'audited' : 'refused',
      callers: grants.map((grant) => ({
        from: grant.cluster.name,
        path: grant.path,
        identity: grant.identity,
        by: grant.at,
      })),
      networks,
    }));
  });
}

function unguarded(fleet: FleetModel, service: ServiceModel, member: ClusterModel): Answer {
  const { proxy } = member.values.controlPlane as { proxy?: { defaultInboundPolicy?: unknown } };
  return {
    cluster: member.name,
    others: 'unguarded',
    defaultInboundPolicy: String(proxy?.defaultInboundPolicy ?? 'all-unauthenticated'),
    callers: reachOf(fleet, service, member).map(({ cluster, path }) => ({ from: cluster.name, path })),
    networks: [],
  };
}

/** What becomes of one caller at one port of one cluster. */
export interface Verdict {
  readonly cluster: string;
  readonly port?: string | number;
  readonly verdict: 'admitted' | 'refused' | 'audited' | 'unguarded' | 'no path';
  readonly path?: CallerPath;
  /** As the proxy of the Service sees the caller. */
  readonly identity?: string;
  /** Entry that admits it. */
  readonly by?: string;
}

/** What becomes of one caller, by every path it can take. */
export function verdictsFor(
  fleet: FleetModel,
  service: ServiceModel,
  members: readonly ClusterModel[],
  caller: Caller,
): readonly Verdict[] {
  return members.flatMap((member): readonly Verdict[] => {
    const ways = reachOf(fleet, service, member).filter(({ cluster }) => cluster === caller.cluster);
    if (ways.length === 0) return [{ cluster: member.name, verdict: 'no path' }];
    const [policy] = planPolicies(fleet, member, [service]);
    return ways.flatMap(({ path }): readonly Verdict[] => {
      const seen = { cluster: member.name, path, identity: seenAs(caller, path, member) };
      if (policy === undefined) return [{ ...seen, verdict: 'unguarded' }];
      const otherwise = policy.accessPolicy === 'audit' ? 'audited' : 'refused';
      return policy.ports.map(({ port, grants }) => {
        const grant = admitting(grants, seen.identity);
        return { ...seen, port, verdict: grant ? 'admitted' : otherwise, ...(grant ? { by: grant.at } : {}) };
      });
    });
  });
}

/** By identity alone, as the proxy decides: an entry meant for another cluster admits who has the same identity. */
const admitting = (grants: readonly Grant[], name: string): Grant | undefined =>
  grants.find((grant) => admits(grant.identity, name));

function seenAs({ serviceAccount, namespace, cluster }: Caller, path: CallerPath, member: ClusterModel): string {
  return path === 'gateway'
    ? gatewayIdentity(member.linkerd.multiclusterNamespace, member.linkerd.namespace, member.trustDomain)
    : identity(serviceAccount, namespace, cluster.linkerd.namespace, cluster.trustDomain);
}
