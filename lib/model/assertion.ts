/** What an assertion speaks of: the callers it knows, and the doors it is about. */
import type { AssertCallers, Assertion } from '../fleet/spec';
import { contains, overlaps, parseCidr } from '../net';
import { seenIn } from './policy/addresses';
import { type Admitted, type Door, doorsOf } from './policy/callers';
import { isPort, type Reach } from './policy/policy';
import { selects } from './selector';
import type { ClusterModel, FleetModel } from './types';
import { namespacesWithPolicy } from './written-namespaces';

/** Doors in one cluster that an assertion is about: of Services, and of what the fleet does not describe. */
export function doorsIn(
  fleet: FleetModel,
  { service, namespace, ports }: Assertion['call'],
  member: ClusterModel,
): Door[] {
  const doors = fleet.services.flatMap((candidate): readonly Door[] => {
    if (service !== undefined && candidate.name !== service) return [];
    if (namespace !== undefined && candidate.namespace !== namespace) return [];
    return candidate.on(member) ? doorsOf(candidate, member) : [];
  });
  if (service === undefined) {
    const written = namespacesWithPolicy(fleet, member);
    const others = namespace === undefined ? written : [];
    const isUnwritten = namespace !== undefined && !written.includes(namespace);
    return [...doors, { member, namespace, isUnwritten }, ...others.map((name) => ({ member, namespace: name }))];
  }
  if (ports === undefined) return doors;
  return doors.filter((door) => door.ports?.some((port) => ports.some((wanted) => isPort(port, wanted))) ?? true);
}

/** Whether all of the callers are among those that an assertion knows. */
export function isKnown(subjects: readonly AssertCallers[], admitted: Admitted): boolean {
  const { network, cluster, anybody } = admitted;
  return subjects.some((subject) => {
    if (network !== undefined) return (subject.networks ?? []).some((range) => holds(range, network, contains));
    if (anybody || cluster === undefined || subject.networks !== undefined) return false;
    return (
      (subject.serviceAccount === undefined || subject.serviceAccount === admitted.serviceAccount) &&
      (subject.namespace === undefined || subject.namespace === admitted.namespace) &&
      selects(subject.clusters, cluster)
    );
  });
}

/**
 * The first of the callers that an assertion speaks of: who both get in and are among `subjects`.
 *
 * @param ways those by which the subjects come
 * @param member whose door it is
 */
export function knownAmong(
  subjects: readonly AssertCallers[],
  admitted: Admitted,
  ways: readonly Reach[],
  member: ClusterModel,
): Admitted | undefined {
  for (const subject of subjects) {
    const found = subject.networks ? byAddress(subject.networks, admitted) : byName(subject, admitted, ways, member);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A caller without an identity is let in by its address, or where everybody is. */
function byAddress(ranges: readonly string[], admitted: Admitted): Admitted | undefined {
  const { network, anybody, within } = admitted;
  if (anybody && within === undefined) return admitted;
  const isNear = (one: string) => ranges.some((range) => holds(range, one, overlaps));
  if (anybody) return within?.some(isNear) ? admitted : undefined;
  return network !== undefined && isNear(network) ? admitted : undefined;
}

function byName(
  subject: AssertCallers,
  admitted: Admitted,
  ways: readonly Reach[],
  member: ClusterModel,
): Admitted | undefined {
  const { network, cluster } = admitted;
  if (network !== undefined) {
    const way = ways.find(
      (w) => w.path !== 'gateway' && selects(subject.clusters, w.cluster) && seenIn(network, w, member) !== 'none',
    );
    return way && { ...way, ...named(subject), at: admitted.at, network };
  }
  const isMeant = <T>(wanted: T | undefined, given: T | undefined) =>
    wanted === undefined || given === undefined || wanted === given;
  if (!isMeant(subject.serviceAccount, admitted.serviceAccount) || !isMeant(subject.namespace, admitted.namespace)) {
    return undefined;
  }
  if (cluster === undefined || !selects(subject.clusters, cluster)) return undefined;
  return { ...admitted, ...named(subject) };
}

/** What a subject says more exactly than what lets it in. */
const named = ({ serviceAccount, namespace }: AssertCallers): Partial<Admitted> => ({
  ...(serviceAccount === undefined ? {} : { serviceAccount }),
  ...(namespace === undefined ? {} : { namespace }),
});

function holds(a: string, b: string, test: typeof overlaps): boolean {
  const [one, other] = [parseCidr(a), parseCidr(b)];
  return one.ok && other.ok && test(one.value, other.value);
}
