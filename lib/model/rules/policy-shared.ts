/** Services whose pods are those of another: what decides there is the same for both. */
import { type Issue, issue } from '../../errors';
import { guardOf, policyPorts, sharingOf, targetPortOf } from '../policy/pods';
import { defaultInboundPolicy } from '../policy/ways';
import type { ClusterModel, FleetModel, ServiceModel } from '../types';
import { perFleet, remember } from './memo';
import { byName, isOn, isWhole, membersOf, nameOf, servicesOn } from './placement';
import { namesOf } from './report';
import type { Rule } from './rule';

/** A Service without `allow` on some of the pods of one with: its callers get in there and not elsewhere, or the reverse. */
export const guardedParts: Rule = {
  codes: ['POLICY_GUARDED_IN_PART'],
  check: (fleet, clusters) =>
    servicesOn(fleet, clusters).flatMap((service) => {
      if (service.spec.allow !== undefined) return [];
      const guards = policyPorts(service).flatMap((port) => {
        const { narrower = [] } = sharingOf(fleet, service, targetPortOf(port)) ?? {};
        return narrower.filter(({ spec }) => spec.allow !== undefined);
      });
      return [...new Set(guards)].flatMap((guard) => {
        const both = clusters.filter((c) => isOn(fleet, service, c) && isOn(fleet, guard, c));
        if (both.length === 0) return [];
        const found = `${nameOf(service)}, on pods of ${nameOf(guard)} among others`;
        return [
          issue('POLICY_GUARDED_IN_PART', { path: `${service.at}.spec`, found, clusters: both.map((c) => c.name) }),
        ];
      });
    }),
};

/** Members of a federated Service that has no `allow` of its own: what decides there refuses callers in all of them, or in none. */
export const membersDecide: Rule = {
  codes: ['POLICY_MEMBERS_DIFFER'],
  check: (fleet, clusters) => {
    if (!isWhole(fleet, clusters)) return [];
    return [...byName(fleet).values()].flatMap((documents) => {
      const open = documents.filter(({ federated, spec }) => federated && spec.allow === undefined);
      return open.length === 0 ? [] : difference(fleet, open);
    });
  },
};

function difference(fleet: FleetModel, documents: readonly ServiceModel[]): Issue[] {
  const groups = new Map<string, ClusterModel[]>();
  for (const service of documents) {
    for (const [text, members] of decisions(fleet, service)) {
      groups.set(text, [...(groups.get(text) ?? []), ...members]);
    }
  }
  const [first] = documents;
  if (first === undefined || groups.size < 2) return [];
  const each = [...groups].map(([text, members]) => `${text} in ${namesOf(members)}`);
  const found = `${nameOf(first)}, without \`allow\`: ${each.join('; ')}`;
  const names = [...groups.values()].flatMap((members) => members.map(({ name }) => name));
  return [issue('POLICY_MEMBERS_DIFFER', { path: `${first.at}.spec.allow`, found, clusters: names })];
}

type Decisions = ReadonlyMap<string, readonly ClusterModel[]>;

function decisions(fleet: FleetModel, service: ServiceModel): Decisions {
  const members = membersOf(fleet, service);
  const ports = policyPorts(service).map(targetPortOf);
  if (ports.every((port) => sharingOf(fleet, service, port) === undefined)) {
    return remember(
      remember(defaults(fleet), members, () => new Map()),
      service.namespace,
      () => grouped(members, (member) => byDefault(member, service)),
    );
  }
  return grouped(members, (member) =>
    [...new Set(ports.map((port) => guardOf(fleet, service, member, port)))]
      .map((guard) => (guard === undefined ? byDefault(member, service) : `\`allow\` of ${nameOf(guard)}`))
      .sort()
      .join(' and '),
  );
}

/** Services of one placement and namespace are decided about alike. */
const defaults = perFleet(() => new Map<readonly ClusterModel[], Map<string, Decisions>>());

function grouped(members: readonly ClusterModel[], textOf: (member: ClusterModel) => string): Decisions {
  const found = new Map<string, ClusterModel[]>();
  for (const member of members) remember(found, textOf(member), () => []).push(member);
  return found;
}

/** Callers of a federated Service are meshed: only `deny` refuses them all. */
function byDefault(member: ClusterModel, { namespace }: ServiceModel): string {
  return defaultInboundPolicy(member, namespace) === 'deny'
    ? 'default inbound policy deny'
    : 'a default inbound policy that admits';
}
