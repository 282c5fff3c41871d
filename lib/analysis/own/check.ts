/** What policies of users do to those of the fleet. */
import { type Issue, issue, sortIssues } from '../../errors';
import { type Door, doorsOf, kept } from '../../model/policy/callers';
import { guardOf } from '../../model/policy/pods';
import { serverName } from '../../model/policy/policy';
import { brokenAssertions } from '../../model/rules/assert';
import { byName, isOn, nameOf } from '../../model/rules/placement';
import { list, merge, namesOf } from '../../model/rules/report';
import type { ClusterModel, FleetModel, ServiceModel } from '../../model/types';
import { keptWith, type OwnIn } from './policies';
import { selection } from './selection';

/** Everything that is wrong with them, beside what is wrong with the fleet itself. */
export function ownIssues(fleet: FleetModel, own: OwnIn): readonly Issue[] {
  const clusters = [...fleet.clusters.values()];
  const doors = fleet.services.flatMap((service) =>
    clusters.flatMap((cluster) => (isOn(fleet, service, cluster) ? doorsOf(service, cluster) : [])),
  );
  const known = new Set(brokenAssertions(fleet, kept(fleet)).map(({ path, found }) => `${path} ${found}`));
  const broken = brokenAssertions(fleet, keptWith(fleet, own)).filter((i) => !known.has(`${i.path} ${i.found}`));
  return sortIssues([
    ...merge(clusters.flatMap((cluster) => own(cluster).issues)),
    ...merge(doors.flatMap((door) => claimsAt(fleet, door, own))),
    ...merge(doors.flatMap((door) => widening(door, own))),
    ...members(fleet, own),
    ...broken,
  ]);
}

type ServiceDoor = Door & { readonly service: ServiceModel; readonly port: string | number };
const isOfService = (door: Door): door is ServiceDoor => door.service !== undefined && door.port !== undefined;

/** Servers that claim what another claims, so that nobody can say who gets in at the door; or that may. */
export function claimsAt(fleet: FleetModel, door: Door, own: OwnIn): readonly Issue[] {
  if (!isOfService(door)) return [];
  const { member, service, port } = door;
  const where = `${nameOf(service)}, port ${port} of its pods`;
  const here = { clusters: [member.name] };
  const guard = guardOf(fleet, service, member, port);
  const written = guard === undefined ? [] : [`${guard.at}.spec.allow`];
  const seen: string[] = [...written];
  return own(member).servers.flatMap((server) => {
    const how = selection(server, door);
    const isNamesake =
      guard !== undefined && server.namespace === service.namespace && server.name === serverName(guard, port);
    if (how === 'none' && !isNamesake) return [];
    if (how === 'some' && !isNamesake) {
      return [
        issue('OWN_POLICY_SERVER_MAYBE', {
          path: server.at,
          found: `Server ${server.name} on ${where}, perhaps`,
          ...here,
        }),
      ];
    }
    const other = seen[0];
    seen.push(server.at);
    if (other === undefined) return [];
    return [
      issue('OWN_POLICY_SERVER', {
        path: server.at,
        found: `Server ${server.name} on ${where}, as ${other} has`,
        ...here,
      }),
    ];
  });
}

/** Callers beside those of `allow`, and routes that take its default route away. */
function widening(door: Door, own: OwnIn): readonly Issue[] {
  if (!isOfService(door) || door.service.spec.allow === undefined) return [];
  const { member, service, port } = door;
  const name = serverName(service, port);
  const { authorizations, routed } = own(member);
  const where = `${nameOf(service)}, port ${port} of its pods`;
  const here = { clusters: [member.name] };
  return [
    ...authorizations
      .filter((one) => one.namespace === service.namespace && (one.server ?? name) === name)
      .map(({ at, identities, networks, requests }) =>
        issue('OWN_POLICY_WIDENS', {
          path: at,
          found: `${list([...(identities ?? networks ?? ['everybody'])])} let into ${where}${requests ? ` for ${list([...requests])}` : ''}`,
          ...here,
        }),
      ),
    ...routed
      .filter((route) => route.namespace === service.namespace && route.server === name)
      .map(({ at }) => issue('OWN_POLICY_ROUTE', { path: at, found: `a route on ${where}`, ...here })),
  ];
}

/** Members of one federated Service whose policies differ by the files. */
function members(fleet: FleetModel, own: OwnIn): readonly Issue[] {
  return [...byName(fleet).values()].flatMap((documents) => {
    const texts = new Map<string, { clusters: ClusterModel[]; at: readonly string[] }>();
    const federated = documents.filter((document) => document.federated);
    for (const service of federated) {
      for (const cluster of fleet.clusters.values()) {
        if (!isOn(fleet, service, cluster)) continue;
        const { text, at } = answerOf(service, cluster, own);
        const same = texts.get(text);
        if (same === undefined) texts.set(text, { clusters: [cluster], at });
        else same.clusters.push(cluster);
      }
    }
    const [first] = federated;
    if (first === undefined || texts.size < 2) return [];
    const groups = [...texts.values()];
    const path = groups.flatMap(({ at }) => at)[0] ?? first.at;
    const found = `${nameOf(first)} kept otherwise in ${groups.map(({ clusters }) => namesOf(clusters)).join(' than in ')}`;
    const names = groups.flatMap(({ clusters }) => clusters.map(({ name }) => name));
    return [issue('OWN_POLICY_MEMBERS', { path, found, clusters: names })];
  });
}

/** What the files say of the doors of a member, as text; ports of pods may differ between members. */
function answerOf(service: ServiceModel, member: ClusterModel, own: OwnIn) {
  const { servers, authorizations } = own(member);
  const at: string[] = [];
  const doors = doorsOf(service, member).map((door) => {
    const claimed = servers.filter((server) => selection(server, door) !== 'none');
    const names = [...claimed.map(({ name }) => name), serverName(service, door.port ?? '')];
    const mine = authorizations.filter(
      ({ namespace, server }) => namespace === service.namespace && (server === undefined || names.includes(server)),
    );
    const counts = claimed.length > 0 || service.spec.allow !== undefined;
    at.push(...claimed.map((server) => server.at), ...(counts ? mine.map((one) => one.at) : []));
    const admitted = counts
      ? mine.map(({ identities, networks, requests }) => JSON.stringify([identities, networks, requests]))
      : [];
    const ports = (door.ports ?? []).map(({ port }) => port).sort();
    return [ports, claimed.map(({ accessPolicy }) => accessPolicy).sort(), [...new Set(admitted)].sort()];
  });
  return { text: JSON.stringify(doors), at };
}
