import { claimsAt, ownIssues } from '../../analysis/own/check';
import { type OwnObjects, ownObjects } from '../../analysis/own/objects';
import { keptWith, ownIn } from '../../analysis/own/policies';
import { whyNot } from '../../analysis/who-can/not';
import { pairsFor, pairsScript } from '../../analysis/who-can/pairs';
import { type Caller, verdictsFor, whoCanCall } from '../../analysis/who-can/who-can';
import type { IssueCode } from '../../codes';
import { FleetError, type Issue, issue, throwOnErrors } from '../../errors';
import { doorsOf, type Keep, kept } from '../../model/policy/callers';
import { serverPorts } from '../../model/policy/policy';
import { list, merge } from '../../model/rules/report';
import type { ClusterModel, FleetModel, ServiceModel } from '../../model/types';
import { nearest } from '../../nearest';
import { attachedPolicies, check, clusterOf, type Project } from '../../project';
import { type Context, EXIT } from '../command';
import { openFleet } from '../open';
import { showIssues } from '../output/issues';
import { answersTable, reasonsText, verdictsTable } from '../output/who-can';
import { openPolicies } from '../policies';
import { selectedClusters } from '../select';
import { sourcesOf } from '../source';

/** Who may call a Service. */
export async function runCall({ flags, args: [, name = '', fleetPath], io }: Context): Promise<number> {
  if (flags['why-not'] === true && flags.from === undefined) throw usage('--why-not', 'no --from', 'with --from');
  const project = await openFleet(fleetPath, io);
  const found = check(project);
  throwOnErrors(found.filter(({ code }) => !ANSWERED.has(code)));
  showIssues(
    found.filter(({ code }) => ANSWERED.has(code)),
    io,
  );
  const { fleet } = project;
  const clusters = selectedClusters(project, flags) ?? [...fleet.clusters.values()];
  const places = placesOf(fleet, name, clusters);
  const keep = keepOf(project, places, flags.policies, io);
  const atPort = portFilter(places, flags.port);
  const show = (rows: readonly unknown[], text: () => string) =>
    io.out(flags.output === 'json' ? `${JSON.stringify(rows, null, 2)}\n` : text());
  io.err(flags.policies === undefined ? UNKNOWN : UNKNOWN_BESIDE);
  if (flags.output === 'sh') {
    if (flags.from !== undefined) throw usage('--output', 'sh with --from', 'table or json with --from');
    io.out(
      pairsScript(
        name,
        places.flatMap(({ service, members }) => pairsFor(fleet, service, members, keep)),
      ),
    );
    return EXIT.fine;
  }
  if (typeof flags.from !== 'string') {
    const answers = places
      .flatMap(({ service, members }) => {
        const source = sourcesOf(project, service);
        return whoCanCall(fleet, service, members, keep).map((answer) => ({
          ...answer,
          callers: answer.callers.map((one) => ({ ...one, source: source(one.by) })),
          networks: answer.networks.map((one) => ({ ...one, source: source(one.by) })),
        }));
      })
      .filter(atPort);
    show(answers, () => answersTable(answers));
    return EXIT.fine;
  }
  const caller = callerOf(project, flags.from);
  const cases = places.flatMap(({ service, members }) =>
    verdictsFor(fleet, service, members, caller, keep)
      .filter(({ verdict }) => atPort(verdict))
      .map((one) => ({ ...one, service })),
  );
  const verdicts = cases.map(({ verdict, service }) => ({
    ...verdict,
    source: sourcesOf(project, service)(verdict.by),
  }));
  if (flags['why-not'] === true) {
    const reasons = cases.flatMap((one) => whyNot(fleet, one.service, caller, [one], keep));
    show(reasons, () => reasonsText(reasons));
  } else show(verdicts, () => verdictsTable(verdicts));
  return verdicts.some(({ verdict }) => verdict !== 'refused' && verdict !== 'no path') ? EXIT.fine : EXIT.findings;
}

/** What is wrong although every question has an answer, which may be the explanation. */
const ANSWERED: ReadonlySet<string> = new Set<IssueCode>([
  'ASSERT_BROKEN',
  'OWN_POLICY_MEMBERS',
  'OWN_POLICY_REFERENCE',
  'OWN_POLICY_ROUTE',
  // Of other Services than the one asked about.
  'OWN_POLICY_SERVER',
  'OWN_POLICY_WIDENS',
]);

/** A port of the pods; where none is meant, one of the Service that leads to it. */
function portFilter(places: readonly Place[], wanted: unknown) {
  if (wanted === undefined) return () => true;
  const all = places.flatMap(({ service }) => serverPorts(service));
  const isPods = all.some(({ port }) => String(port) === wanted);
  const meant = all.filter(({ port, ports }) =>
    isPods ? String(port) === wanted : ports.some((one) => [String(one.port), one.name].includes(wanted as string)),
  );
  if (meant.length === 0)
    throw usage(
      '--port',
      String(wanted),
      list(
        all.map(
          ({ port, ports }) =>
            `${port} (port ${list(ports.map(({ port: own, name }) => name ?? String(own)))} of the Service)`,
        ),
      ),
    );
  const named = new Set(meant.map(({ port }) => port));
  return ({ port }: { port?: string | number }) => port === undefined || named.has(port);
}

const UNKNOWN =
  'From Git alone: policies and annotations that the fleet does not write, skipped ports and NetworkPolicies of others are not known.\n';

/** @throws FleetError where policies of the user leave no answer */
function keepOf(project: Project, places: readonly Place[], directory: unknown, io: Context['io']): Keep {
  const { fleet } = project;
  const attached = ownObjects(attachedPolicies(project));
  if (typeof directory !== 'string' && attached.objects.length === 0) return kept(fleet);
  const { objects, issues } = typeof directory === 'string' ? openPolicies(fleet, directory, io) : NO_FILES;
  const own = ownIn(fleet, [...objects, ...attached.objects]);
  const charts = new Set(attached.objects.map(({ at }) => at));
  // Of policies in charts the check of the fleet has spoken.
  const found = [...issues, ...ownIssues(fleet, own)].filter(({ path }) => !charts.has(path));
  const doors = places.flatMap(({ service, members }) => members.flatMap((member) => doorsOf(service, member)));
  throwOnErrors(merge(doors.flatMap((door) => claimsAt(fleet, door, own))));
  throwOnErrors(found.filter(({ code }) => !ANSWERED.has(code)));
  showIssues(found, io);
  return keptWith(fleet, own);
}

const NO_FILES: OwnObjects = { objects: [], issues: [] };

const UNKNOWN_BESIDE =
  'From Git alone: annotations, skipped ports, NetworkPolicies, and policies in neither the fleet nor the files are not known.\n';

interface Place {
  readonly service: ServiceModel;
  readonly members: readonly ClusterModel[];
}

/** The documents of a Service, each with the clusters in question that have it. */
function placesOf(fleet: FleetModel, name: string, clusters: readonly ClusterModel[]): readonly Place[] {
  const title = (service: ServiceModel) => `${service.name}.${service.namespace}`;
  const documents = fleet.services.filter((service) => title(service) === name);
  if (documents.length === 0) {
    const near = nearest(name, fleet.services.map(title));
    const fix = near === undefined ? undefined : `Did you mean ${near}?`;
    throw new FleetError([issue('SERVICE_UNKNOWN', { path: name, found: 'no such Service', fix })]);
  }
  return documents.map((service) => ({ service, members: clusters.filter((cluster) => service.on(cluster)) }));
}

function callerOf(project: Project, text: string): Caller {
  const [, serviceAccount, namespace, cluster] = /^([^.@]+)\.([^.@]+)@([^@]+)$/.exec(text) ?? [];
  if (serviceAccount === undefined || namespace === undefined || cluster === undefined) {
    throw usage(
      '--from',
      text,
      'ACCOUNT.NAMESPACE@CLUSTER, without dots in ACCOUNT: Linkerd certifies none that has some',
    );
  }
  return { serviceAccount, namespace, cluster: clusterOf(project, cluster) };
}

function usage(path: string, found: string, allowed: string): FleetError {
  const one: Issue = issue('USAGE', { path, found: found === '' ? 'nothing' : JSON.stringify(found), allowed });
  return new FleetError([one]);
}
