import { type Answer, type Caller, type Verdict, verdictsFor, whoCanCall } from '../../analysis/who-can';
import { FleetError, type Issue, issue, throwOnErrors } from '../../errors';
import type { ClusterModel, FleetModel, ServiceModel } from '../../model/types';
import { nearest } from '../../nearest';
import { check, clusterOf, type Project } from '../../project';
import { type Command, type Context, EXIT } from '../command';
import { openFleet } from '../open';
import { table } from '../output/table';
import { SELECT_FLAGS, selectedClusters } from '../select';

/** Who may call a Service, answered from the description. */
export const whoCan: Command = {
  name: 'who-can',
  summary: 'Say who may call a Service, by which path and by which line of the description',
  usage: 'call SERVICE.NAMESPACE [fleet] [flags]',
  examples: [
    ['linkerd-fleet who-can call payments.shop fleets/prod.ts', 'every caller that gets in, in every cluster'],
    ['linkerd-fleet who-can call payments.shop --from web.frontend@prod-us', 'one caller; exit 1 where it is refused'],
  ],
  flags: {
    from: { type: 'string', value: 'ACCOUNT.NAMESPACE@CLUSTER', help: 'only this caller, with the reason' },
    port: { type: 'string', value: 'PORT', help: 'only this port of the pods, by number or name' },
    output: { type: 'string', short: 'o', value: 'FORMAT', choices: ['table', 'json'], help: 'format' },
    ...SELECT_FLAGS,
  },
  run,
};

async function run({ flags, args: [verb, name, fleetPath], io }: Context): Promise<number> {
  if (verb !== 'call' || name === undefined) throw usage('arguments', [verb, name].join(' ').trim(), SUBJECT);
  const project = await openFleet(fleetPath, io);
  throwOnErrors(check(project));
  const { fleet } = project;
  const clusters = selectedClusters(project, flags) ?? [...fleet.clusters.values()];
  const places = placesOf(fleet, name, clusters);
  const atPort = ({ port }: { port?: string | number }) =>
    flags.port === undefined || port === undefined || String(port) === flags.port;
  const show = (rows: readonly unknown[], text: () => string) =>
    io.out(flags.output === 'json' ? `${JSON.stringify(rows, null, 2)}\n` : text());
  io.err(UNKNOWN);
  if (typeof flags.from !== 'string') {
    const answers = places.flatMap(({ service, members }) => whoCanCall(fleet, service, members)).filter(atPort);
    show(answers, () => answersTable(answers));
    return EXIT.fine;
  }
  const caller = callerOf(project, flags.from);
  const verdicts = places
    .flatMap(({ service, members }) => verdictsFor(fleet, service, members, caller))
    .filter(atPort);
  show(verdicts, () => verdictsTable(verdicts));
  return verdicts.some(({ verdict }) => verdict !== 'refused' && verdict !== 'no path') ? EXIT.fine : EXIT.findings;
}

const SUBJECT = 'call SERVICE.NAMESPACE';
const UNKNOWN =
  'From Git alone: policies and annotations that the fleet does not write, skipped ports and NetworkPolicies of others are not known.\n';

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
    throw usage('--from', text, 'ACCOUNT.NAMESPACE@CLUSTER');
  }
  return { serviceAccount, namespace, cluster: clusterOf(project, cluster) };
}

function usage(path: string, found: string, allowed: string): FleetError {
  const one: Issue = issue('USAGE', { path, found: found === '' ? 'nothing' : JSON.stringify(found), allowed });
  return new FleetError([one]);
}

function answersTable(answers: readonly Answer[]): string {
  const rows = answers.flatMap((answer) => {
    const place = [answer.cluster, String(answer.port ?? 'all')];
    const callers = answer.callers.map(({ from, path, identity, by }) => [
      ...place,
      identity ?? `anyone (${answer.defaultInboundPolicy})`,
      from,
      path,
      by ?? 'default inbound policy',
    ]);
    const networks = answer.networks.map((cidr) => [...place, `anyone at ${cidr}`, '-', '-', 'networks']);
    const rest = answer.others === 'unguarded' ? [] : [[...place, 'anyone else', '-', '-', answer.others]];
    return [...callers, ...networks, ...rest];
  });
  return table(['CLUSTER', 'PORT', 'CALLER', 'FROM', 'PATH', 'BY'], rows);
}

function verdictsTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ cluster, port, verdict, path, identity, by }) => [
    cluster,
    String(port ?? 'all'),
    verdict,
    path ?? '-',
    identity ?? '-',
    by ?? '-',
  ]);
  return table(['CLUSTER', 'PORT', 'VERDICT', 'PATH', 'SEEN AS', 'BY'], rows);
}
