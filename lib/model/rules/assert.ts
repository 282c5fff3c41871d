/** Assertions of the fleet: that they say something, and that the policies keep to them. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import type { AssertCallers, Assertion } from '../../fleet/spec';
import { parseCidr } from '../../net';
import { doorsIn, isKnown, knownAmong } from '../assertion';
import { admittedAt, type Keep, kept } from '../policy/callers';
import { waysTo } from '../policy/ways';
import { selects } from '../selector';
import type { ClusterModel, FleetModel } from '../types';
import { assertionText, type Breach, breachText, calleeText } from './assert-words';
import { isWhole } from './placement';
import { meant } from './report';
import type { Rule } from './rule';
import { counted, quoted } from './words';

interface Placed {
  readonly assertion: Assertion;
  readonly path: string;
  readonly subjects: readonly AssertCallers[];
}

const placed = ({ spec }: FleetModel): readonly Placed[] =>
  (spec.assert ?? []).map((assertion, i) => ({
    assertion,
    path: `${at.fleet}.spec.assert[${i}]`,
    subjects: assertion.only ?? assertion.never ?? [],
  }));

/** Every assertion can be understood, and is about something. */
export const assertForm: Rule = {
  codes: ['ASSERT_FORM', 'ASSERT_NOTHING', 'POLICY_NETWORK'],
  check: (fleet) => placed(fleet).flatMap((one) => [...formOf(one), ...emptiness(fleet, one)]),
};

function formOf({ assertion: { only, never, call }, path, subjects }: Placed): Issue[] {
  const form = (place: string, found: string) => issue('ASSERT_FORM', { path: place, found });
  const kind = only === undefined ? 'never' : 'only';
  return [
    ...((only === undefined) === (never === undefined) ? [form(path, only ? 'both' : 'neither only nor never')] : []),
    ...(call.service !== undefined && call.namespace === undefined
      ? [form(`${path}.call`, `Service ${quoted(call.service)} of no namespace`)]
      : []),
    ...(call.ports !== undefined && call.service === undefined ? [form(`${path}.call`, 'ports of no Service')] : []),
    ...subjects.flatMap((subject, i) => subjectIssues(subject, `${path}.${kind}[${i}]`)),
  ];
}

function subjectIssues({ serviceAccount, namespace, clusters, networks }: AssertCallers, path: string): Issue[] {
  const isMeshed = [serviceAccount, namespace, clusters].some((field) => field !== undefined);
  return [
    ...(serviceAccount !== undefined && namespace === undefined
      ? [issue('ASSERT_FORM', { path, found: `account ${quoted(serviceAccount)} of no namespace` })]
      : []),
    ...(networks !== undefined && isMeshed
      ? [issue('ASSERT_FORM', { path, found: 'networks together with an identity' })]
      : []),
    ...(networks ?? []).flatMap((text, i) => {
      const range = parseCidr(text);
      const found = () => ({ found: `${quoted(text)}, which ${range.ok ? '' : range.reason}` });
      return range.ok
        ? []
        : [issue('POLICY_NETWORK', { path: `${path}.networks[${i}]`, ...found(), fix: meant(range) })];
    }),
  ];
}

function emptiness(fleet: FleetModel, { assertion: { call }, path }: Placed): Issue[] {
  if (call.service === undefined || call.namespace === undefined) return [];
  if (membersOf(fleet, call).some((member) => doorsIn(fleet, call, member).length > 0)) return [];
  return [issue('ASSERT_NOTHING', { path: `${path}.call`, found: calleeText(fleet, call) })];
}

const membersOf = (fleet: FleetModel, { clusters }: Assertion['call']): readonly ClusterModel[] =>
  [...fleet.clusters.values()].filter((cluster) => selects(clusters, cluster));

/** Said of the fleet as a whole: callers come from all of it. */
export const assertHolds: Rule = {
  codes: ['ASSERT_BROKEN'],
  check: (fleet, clusters) => {
    return isWhole(fleet, clusters) ? brokenAssertions(fleet, kept(fleet)) : [];
  },
};

/** Assertions that do not hold where doors are kept like this. */
export function brokenAssertions(fleet: FleetModel, keep: Keep): Issue[] {
  return placed(fleet).flatMap((one) => (formOf(one).length > 0 ? [] : broken(fleet, one, keep)));
}

/** One issue for each line of the description that lets somebody in, with the first whom it does. */
function broken(fleet: FleetModel, one: Placed, keep: Keep): Issue[] {
  const lines = new Map<string, { first: Breach; count: number; clusters: Set<string> }>();
  for (const breach of breaches(fleet, one, keep)) {
    const { door, caller } = breach;
    const line = caller.at ?? (door.service ? `${door.service.at}.spec.allow` : one.path);
    const known = lines.get(line) ?? { first: breach, count: 0, clusters: new Set() };
    known.count += 1;
    for (const cluster of [door.member, caller.cluster]) if (cluster) known.clusters.add(cluster.name);
    lines.set(line, known);
  }
  return [...lines].map(([path, { first, count, clusters }]) => {
    const more = count > 1 ? ` (and ${counted(count - 1, 'more way')})` : '';
    const against = path === one.path ? '' : `, against ${one.path}`;
    const found = `${breachText(first)}${more}${against}`;
    return issue('ASSERT_BROKEN', {
      path,
      found,
      allowed: assertionText(fleet, one.assertion),
      clusters: [...clusters],
    });
  });
}

function* breaches(fleet: FleetModel, { assertion, subjects }: Placed, keep: Keep): Generator<Breach> {
  const isNever = assertion.never !== undefined;
  for (const member of membersOf(fleet, assertion.call)) {
    const all = waysTo(fleet, member);
    const ways = isNever
      ? all.filter(({ cluster }) => subjects.some((s) => s.networks || selects(s.clusters, cluster)))
      : all;
    for (const door of doorsIn(fleet, assertion.call, member)) {
      for (const admitted of admittedAt(door, ways, keep)) {
        if (admitted.probes && assertion.exceptProbes) continue;
        const caller = isNever
          ? knownAmong(subjects, admitted, ways, member)
          : isKnown(subjects, admitted)
            ? undefined
            : admitted;
        if (caller !== undefined) yield { door, caller };
      }
    }
  }
}
