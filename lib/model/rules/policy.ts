/** Who may call whom: that what is asked for can be enforced on the path that callers take. */
import { type Issue, issue } from '../../errors';
import type { Callers } from '../../fleet/spec';
import { parseCidr } from '../../net';
import { exposureOf, podsOf, policyPorts, targetPortOf } from '../policy/pods';
import { identityOf, isPort, type Reach, reachOf } from '../policy/policy';
import { networkOf } from '../policy/ways';
import { selects } from '../selector';
import type { ClusterModel, FleetModel, ServiceModel } from '../types';
import { podSources } from './carry';
import { groupBy } from './edges';
import { perFleet, remember } from './memo';
import { byName, isOn, isWhole, nameOf, servicesOn } from './placement';
import { list, meant, namesOf } from './report';
import type { Rule } from './rule';
import { quoted } from './words';

/** `allow` says who, on which ports, and of which pods. */
export const policyForm: Rule = {
  codes: ['POLICY_PODS', 'POLICY_WITHOUT_ALLOW', 'POLICY_CALLER', 'POLICY_PORT_UNKNOWN', 'POLICY_NETWORK'],
  check: (fleet, clusters) =>
    servicesOn(fleet, clusters).flatMap((service) => {
      const { spec, at } = service;
      if (spec.allow === undefined) {
        const field = (['accessPolicy', 'podSelector'] as const).find((key) => spec[key] !== undefined);
        const path = `${at}.spec.${field}`;
        return field ? [issue('POLICY_WITHOUT_ALLOW', { path, found: `${field} without allow` })] : [];
      }
      const entries = spec.allow.flatMap((entry, i) => formOf(service, entry, `${at}.spec.allow[${i}]`));
      return [...podIssues(service), ...entries];
    }),
};

function podIssues({ spec, at }: ServiceModel): Issue[] {
  const given = [spec.selector, spec.podSelector].filter((labels) => labels !== undefined);
  const isEmpty = given.some((labels) => Object.keys(labels).length === 0);
  if (given.length === 1 && !isEmpty) return [];
  const found = isEmpty ? 'no labels' : given.length === 0 ? 'neither' : 'both';
  return [issue('POLICY_PODS', { path: `${at}.spec.podSelector`, found })];
}

function formOf(service: ServiceModel, entry: Callers, path: string): Issue[] {
  const { serviceAccount, namespace, clusters, throughGateway, networks, ports = [] } = entry;
  const isNamed = [serviceAccount, namespace, clusters].some((field) => field !== undefined);
  const isMeshed = isNamed || throughGateway !== undefined;
  const caller = (found: string) => issue('POLICY_CALLER', { path, found });
  return [
    ...(serviceAccount !== undefined && namespace === undefined
      ? [caller(`account ${quoted(serviceAccount)} of no namespace`)]
      : []),
    ...(networks !== undefined && isNamed ? [caller('networks together with an identity')] : []),
    ...(networks === undefined && !isMeshed ? [caller('nobody in particular')] : []),
    ...ports.flatMap((wanted, i) => portIssue(service, wanted, `${path}.ports[${i}]`)),
    ...(networks ?? []).flatMap((text, i) => networkIssue(text, `${path}.networks[${i}]`)),
  ];
}

function portIssue(service: ServiceModel, wanted: string | number, path: string): Issue[] {
  const ports = policyPorts(service);
  if (ports.some((port) => isPort(port, wanted))) return [];
  const allowed = list(ports.map(({ name, port }) => (name === undefined ? String(port) : `${name} (${port})`)));
  return [issue('POLICY_PORT_UNKNOWN', { path, found: quoted(String(wanted)), allowed })];
}

function networkIssue(text: string, path: string): Issue[] {
  const range = parseCidr(text);
  if (range.ok) return [];
  return [issue('POLICY_NETWORK', { path, found: `${quoted(text)}, which ${range.reason}`, fix: meant(range) })];
}

/** Callers asked for come by a path on which they can be told from others. */
export const policyPaths: Rule = {
  codes: ['POLICY_NO_PATH', 'POLICY_GATEWAY_HIDES_CALLER', 'POLICY_TRUST_DOMAIN_SHARED'],
  check: (fleet, clusters) =>
    servicesOn(fleet, clusters).flatMap((service) => {
      if (!service.spec.allow?.length) return [];
      const members = clusters.filter((cluster) => isOn(fleet, service, cluster));
      const all = isWhole(fleet, clusters);
      return meshedEntries(service).flatMap(({ entry, path }) => {
        // Clusters not named: whoever calls is let in, and nobody is left out.
        if (entry.clusters === undefined) return [];
        const known = reachOfMembers(fleet, service, entry, members);
        return [
          ...(all ? unreachable(fleet, service, entry, path, known) : []),
          ...hidden(service, entry, path, known),
          ...indistinct(fleet, entry, path, known),
        ];
      });
    }),
};

type ReachOfMembers = ReadonlyMap<ClusterModel, readonly Reach[]>;

const reaches = perFleet(() => new Map<string, Map<ClusterModel, readonly Reach[]>>());

/** Services that are exported and federated alike are reached alike. */
function reachOfMembers(
  fleet: FleetModel,
  service: ServiceModel,
  { ports }: Callers,
  members: readonly ClusterModel[],
): ReachOfMembers {
  const meant = policyPorts(service).filter((port) => ports?.some((wanted) => isPort(port, wanted)) ?? true);
  return new Map(
    members.map((member) => {
      const each = meant.map((port) => exposureOf(fleet, service, member, targetPortOf(port)));
      const exposure = { pods: each.some(({ pods }) => pods), gateway: each.some(({ gateway }) => gateway) };
      const alike = remember(reaches(fleet), `${exposure.pods} ${exposure.gateway}`, () => new Map());
      return [member, remember(alike, member, () => reachOf(fleet, exposure, member))];
    }),
  );
}

function meshedEntries({ spec, at }: ServiceModel): readonly { readonly entry: Callers; readonly path: string }[] {
  return (spec.allow ?? []).flatMap((entry, i) =>
    entry.networks === undefined ? [{ entry, path: `${at}.spec.allow[${i}]` }] : [],
  );
}

/** Said once for the whole fleet: a caller may reach one document of a Service and not another. */
function unreachable(
  fleet: FleetModel,
  service: ServiceModel,
  entry: Callers,
  path: string,
  reach: ReachOfMembers,
): Issue[] {
  const reached = new Set([...reach.values()].flatMap((list) => list.map(({ cluster }) => cluster)));
  const lost = [...fleet.clusters.values()].filter((c) => selects(entry.clusters, c) && !reached.has(c));
  if (lost.length === 0) return [];
  const found = `${namesOf(lost)}, where ${nameOf(service)} cannot be called`;
  return [issue('POLICY_NO_PATH', { path: `${path}.clusters`, found, clusters: lost.map((c) => c.name) })];
}

/** A caller that also comes pod to pod is admitted there; the rest of its calls would be refused. */
function hidden(service: ServiceModel, entry: Callers, path: string, reach: ReachOfMembers): Issue[] {
  if (entry.throughGateway) return [];
  const pairs = [...reach].flatMap(([member, list]) =>
    list
      .filter((r) => r.path === 'gateway' && selects(entry.clusters, r.cluster))
      .map(({ cluster }) => ({ member, cluster })),
  );
  if (pairs.length === 0) return [];
  const callers = new Set(pairs.map(({ cluster }) => cluster));
  const members = new Set(pairs.map(({ member }) => member));
  const found = `${namesOf(callers)} call ${nameOf(service)} of ${namesOf(members)} through its gateway`;
  const clusters = [...new Set([...callers, ...members])].map((c) => c.name);
  return [issue('POLICY_GATEWAY_HIDES_CALLER', { path, found, clusters })];
}

/** Clusters left out whose callers have the identity of those let in, and reach the pods: linked or not. */
function indistinct(fleet: FleetModel, entry: Callers, path: string, reach: ReachOfMembers): Issue[] {
  const known = new Map<ClusterModel, ClusterModel>();
  if (alike(fleet).size === 0) return [];
  for (const [member, list] of reach) {
    for (const { cluster, path: way } of list) {
      const group = alike(fleet).get(cluster);
      if (group === undefined || way === 'gateway' || !selects(entry.clusters, cluster)) continue;
      for (const other of group) {
        if (!selects(entry.clusters, other) && near(fleet, member).has(other)) known.set(other, cluster);
      }
    }
  }
  const [first] = known.values();
  if (first === undefined) return [];
  const found = `${namesOf(known.keys())}, left out, in trust domain ${first.trustDomain} like ${namesOf(new Set(known.values()))}`;
  const clusters = [...new Set([...known.keys(), ...known.values()])].map((c) => c.name);
  return [issue('POLICY_TRUST_DOMAIN_SHARED', { path: `${path}.clusters`, found, clusters })];
}

/** Clusters in which an account has one identity, for each that is not alone. */
const alike = perFleet(({ clusters }) => {
  const groups = [...groupBy([...clusters.values()], (cluster) => identityOf({}, cluster)).values()];
  const shared = groups.filter((group) => group.length > 1);
  return new Map(shared.flatMap((group) => group.map((cluster) => [cluster, group] as const)));
});

const nearby = perFleet(() => new Map<ClusterModel, ReadonlySet<ClusterModel>>());

/** Clusters whose pods reach those of `member`. */
const near = (fleet: FleetModel, member: ClusterModel): ReadonlySet<ClusterModel> =>
  remember(nearby(fleet), member, () => new Set([member, ...podSources(fleet, member), ...networkOf(fleet, member)]));

/** Members of one federated Service admit the same callers. */
export const policyMembers: Rule = {
  codes: ['POLICY_MEMBERS_DIFFER'],
  check: (fleet) =>
    [...byName(fleet).values()].flatMap((all) => {
      const documents = all.filter(({ federated }) => federated);
      const texts = new Set(
        documents.map(({ spec }) => JSON.stringify([spec.allow ?? null, spec.accessPolicy ?? 'deny'])),
      );
      const [first] = documents;
      if (first === undefined || texts.size < 2) return [];
      const found = `${texts.size} different answers for ${nameOf(first)}`;
      return [issue('POLICY_MEMBERS_DIFFER', { path: `${first.at}.spec.allow`, found })];
    }),
};

/** One Server for a pod and port. */
export const policyServers: Rule = {
  codes: ['POLICY_SERVERS_OVERLAP', 'POLICY_SERVERS_MAY_OVERLAP'],
  check: (fleet, clusters) => {
    const guarded = servicesOn(fleet, clusters).filter(({ spec }) => spec.allow !== undefined);
    const places = new Map<string, ServiceModel[]>();
    for (const service of guarded) {
      for (const port of new Set(policyPorts(service).map(({ port, targetPort }) => targetPort ?? port))) {
        const key = `${service.namespace} ${port}`;
        places.set(key, [...(places.get(key) ?? []), service]);
      }
    }
    const told = new Set<string>();
    return [...places.values()].flatMap((group) =>
      pairsOf(group).flatMap(([a, b]) => {
        const key = `${a.at} ${b.at}`;
        if (told.has(key) || !clusters.some((c) => isOn(fleet, a, c) && isOn(fleet, b, c))) return [];
        told.add(key);
        return overlap(a, b);
      }),
    );
  },
};

function pairsOf(group: readonly ServiceModel[]): readonly (readonly [ServiceModel, ServiceModel])[] {
  return group.flatMap((a, i) => group.slice(i + 1).flatMap((b) => (a.name === b.name ? [] : [[a, b] as const])));
}

function overlap(a: ServiceModel, b: ServiceModel): Issue[] {
  const [one, other] = [podsOf(a) ?? {}, podsOf(b) ?? {}];
  const shared = Object.keys(one).filter((key) => Object.hasOwn(other, key));
  if (shared.some((key) => one[key] !== other[key])) return [];
  const isCertain = shared.length === Math.min(Object.keys(one).length, Object.keys(other).length);
  const code = isCertain ? 'POLICY_SERVERS_OVERLAP' : 'POLICY_SERVERS_MAY_OVERLAP';
  return [
    issue(code, { path: `${b.at}.spec.allow`, found: `${nameOf(a)} and ${nameOf(b)} on the same pods and port` }),
  ];
}
