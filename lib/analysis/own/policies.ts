/**
 * Policies that users keep beside the fleet, as the policy controller reads them (linkerd2 policy-controller/k8s/index/src/
 * inbound): which Servers claim ports, and what admits callers to them.
 */
import { type Issue, issue } from '../../errors';
import { identity } from '../../linkerd/names';
import { type Authorization, doorsOf, type Keep, type Keeper, kept } from '../../model/policy/callers';
import { identityOf, serverName } from '../../model/policy/policy';
import { skipsPort } from '../../model/policy/ports';
import type { ClusterModel, DefaultInboundPolicy, FleetModel } from '../../model/types';
import { type OwnObject, type Ref, refKey } from './objects';
import { type LabelSelector, selection } from './selection';

/** A Server of somebody else. */
export interface OwnServer {
  readonly name: string;
  readonly namespace: string;
  readonly selector: LabelSelector;
  readonly port: string | number;
  readonly accessPolicy: DefaultInboundPolicy;
  readonly at: string;
}

/** An AuthorizationPolicy of somebody else, and the Servers that it is about: one, or all of its namespace. */
export interface OwnAuthorization extends Authorization {
  readonly namespace: string;
  readonly server?: string;
}

/** What the files say for one cluster. */
export interface OwnPolicies {
  readonly servers: readonly OwnServer[];
  readonly authorizations: readonly OwnAuthorization[];
  /** Servers that routes of the files are attached to. */
  readonly routed: readonly { readonly namespace: string; readonly server: string; readonly at: string }[];
  readonly issues: readonly Issue[];
}

/** What objects mean in a cluster. */
export type OwnIn = (cluster: ClusterModel) => OwnPolicies;

/** Reads the objects for each cluster once. */
export function ownIn(fleet: FleetModel, objects: readonly OwnObject[]): OwnIn {
  const known = new Map<ClusterModel, OwnPolicies>();
  return (cluster) => {
    const old = known.get(cluster);
    if (old !== undefined) return old;
    const here = objects.filter((object) => object.cluster === undefined || object.cluster === cluster.name);
    const made = understand(fleet, cluster, here);
    known.set(cluster, made);
    return made;
  };
}

/** Doors as the fleet and the files keep them together: policies add up. */
export function keptWith(fleet: FleetModel, own: OwnIn): Keep {
  const keep = kept(fleet);
  return (door) => {
    const { member, namespace, service, port } = door;
    const { servers, authorizations } = own(member);
    const toward = (name: string) =>
      authorizations.filter((one) => one.namespace === namespace && (one.server === undefined || one.server === name));
    const keeper = keep(door);
    if (service === undefined || port === undefined || skipsPort(member, port)) return keeper;
    if (keeper !== undefined) {
      const more = toward(serverName(keeper.guard ?? service, port));
      return more.length === 0 ? keeper : { ...keeper, authorizations: [...keeper.authorizations, ...more] };
    }
    const server = servers.find((one) => selection(one, door) === 'all');
    if (server === undefined) return undefined;
    const { accessPolicy, at } = server;
    return { accessPolicy, authorizations: toward(server.name), at } satisfies Keeper;
  };
}

function understand(fleet: FleetModel, cluster: ClusterModel, objects: readonly OwnObject[]): OwnPolicies {
  const issues: Issue[] = [];
  const byKey = new Map(objects.map((object) => [refKey(object), object]));
  const written = writtenIn(fleet, cluster);
  const routes = objects.filter(({ kind }) => kind === 'HTTPRoute' || kind === 'GRPCRoute');
  const routed = routes.flatMap(({ namespace, parents = [], at }) =>
    parents.map((server) => ({ namespace, server, at })),
  );
  const authorizations = objects.flatMap((object): OwnAuthorization[] => {
    if (object.kind !== 'AuthorizationPolicy' || object.target === undefined) return [];
    const required = requirements(object, byKey, written, cluster);
    const targets = targetsOf(object, object.target, byKey, written);
    const missing = [...(required.missing ?? []), ...(targets === undefined ? [object.target] : [])];
    for (const { kind, name } of missing) {
      const found = `${kind} ${name} in neither the files nor the fleet`;
      issues.push(issue('OWN_POLICY_REFERENCE', { path: object.at, found, clusters: [cluster.name] }));
    }
    if (missing.length > 0 || targets === undefined) return [];
    const { identities, networks } = required;
    const requests = byKey.get(refKey({ ...object.target, namespace: object.namespace }))?.requests;
    const about = { identities, networks, ...(requests ? { requests } : {}), at: object.at };
    return targets.map((server) => ({ namespace: object.namespace, server, ...about }));
  });
  const servers = objects.flatMap(({ kind, server, name, namespace, at }) =>
    kind === 'Server' && server !== undefined ? [{ ...server, name, namespace, at }] : [],
  );
  return { servers, authorizations, routed, issues };
}

/** Objects that the fleet writes, by the names under which policies may speak of them. */
function writtenIn(fleet: FleetModel, cluster: ClusterModel): ReadonlyMap<string, Authorization> {
  const keep = kept(fleet);
  const found = new Map<string, Authorization>();
  for (const service of fleet.services) {
    if (service.spec.allow === undefined || !service.on(cluster)) continue;
    for (const door of doorsOf(service, cluster)) {
      const name = serverName(service, door.port ?? '');
      const { authorizations = [] } = keep(door) ?? {};
      const key = (kind: string) => refKey({ kind, namespace: service.namespace, name });
      found.set(key('Server'), { at: service.at });
      const identities = authorizations.flatMap((one) => one.identities ?? []);
      const networks = authorizations.flatMap((one) => one.networks ?? []);
      if (identities.length > 0) found.set(key('MeshTLSAuthentication'), { identities, at: service.at });
      if (networks.length > 0) found.set(key('NetworkAuthentication'), { networks, at: service.at });
    }
  }
  return found;
}

type Objects = ReadonlyMap<string, OwnObject>;

/** What a policy requires; all of it must hold. */
function requirements(
  { required = [], namespace }: OwnObject,
  objects: Objects,
  written: ReadonlyMap<string, Authorization>,
  cluster: ClusterModel,
): { identities?: readonly string[]; networks?: readonly string[]; missing?: readonly Ref[] } {
  let identities: readonly string[] | undefined;
  let networks: readonly string[] | undefined;
  const missing: Ref[] = [];
  for (const ref of required) {
    if (ref.kind === 'ServiceAccount') {
      identities = [accountIdentity(cluster, ref.name, ref.namespace ?? namespace)];
      continue;
    }
    const key = refKey({ ...ref, namespace: ref.namespace ?? namespace });
    const [object, fleets] = [objects.get(key), written.get(key)];
    if (object === undefined && fleets === undefined) missing.push(ref);
    else if (ref.kind === 'NetworkAuthentication') networks = object?.networks ?? fleets?.networks;
    else identities = object === undefined ? fleets?.identities : identitiesOf(object, cluster);
  }
  return { identities, networks, missing };
}

/** A reference means the trust domain of the cluster that reads it. */
function identitiesOf(
  { identities = [], identityRefs = [], namespace }: OwnObject,
  cluster: ClusterModel,
): readonly string[] {
  const referred = identityRefs.map((ref) =>
    ref.kind === 'Namespace'
      ? identityOf({ namespace: ref.name }, cluster)
      : accountIdentity(cluster, ref.name, ref.namespace ?? namespace),
  );
  return [...identities, ...referred];
}

const accountIdentity = ({ linkerd, trustDomain }: ClusterModel, name: string, namespace: string) =>
  identity(name, namespace, linkerd.namespace, trustDomain);

/** Names of Servers; one undefined name for all of the namespace. Undefined where the target is not there. */
function targetsOf(
  { namespace }: OwnObject,
  target: Ref,
  objects: Objects,
  written: ReadonlyMap<string, Authorization>,
): readonly (string | undefined)[] | undefined {
  if (target.kind === 'Namespace') return target.name === namespace ? [undefined] : undefined;
  const key = refKey({ kind: target.kind, name: target.name, namespace });
  const object = objects.get(key);
  if (target.kind === 'Server') return object !== undefined || written.has(key) ? [target.name] : undefined;
  return object?.parents;
}
