import { ownIssues } from '../../analysis/own/check';
import { ownIn } from '../../analysis/own/policies';
import { deletesOnlyWherePlanned } from '../../analysis/prune';
import { serverStepIssues } from '../../analysis/step/credential-server';
import { credentialStepIssues } from '../../analysis/step/credential-step';
import { wayStepIssues } from '../../analysis/step/credential-way';
import { destinationIssues } from '../../analysis/step/destinations';
import { removalIssues } from '../../analysis/step/removal';
import { transitionIssues } from '../../analysis/step/transition';
import { leftIn, ownersIssues, unprunedIssues } from '../../analysis/step/unpruned';
import type { Issue } from '../../errors';
import { FleetError } from '../../errors';
import { locate } from '../../fleet/documents';
import { expiryIssues } from '../../model/rules/trust';
import { endingChains } from '../../model/rules/trust-window';
import type { FleetModel } from '../../model/types';
import { check as checkProject, type Project, withoutAccepted } from '../../project';
import { openBase } from '../base';
import { type Command, type Context, EXIT } from '../command';
import { CHECK_FLAGS } from '../extension-flags';
import { plainSign } from '../io';
import { fleetPath, openFleet } from '../open';
import { inFiles } from '../output/files';
import { findings } from '../output/findings';
import { github } from '../output/github';
import { counted, plural } from '../output/issues';
import { junit } from '../output/junit';
import { linkerdJson } from '../output/linkerd-json';
import { sarif } from '../output/sarif';
import { openPolicies, POLICIES_FLAG } from '../policies';
import { SELECT_FLAGS, selectedClusters } from '../select';
import { timeOf, windowOf } from '../time';
import { version } from '../version';

/** The fleet as a whole, nothing written. */
export const check: Command = {
  name: 'check',
  summary: 'Check the fleet as a whole; nothing is written',
  usage: '[fleet] [flags]',
  examples: [
    ['linkerd-fleet check fleets/prod.ts', 'everything that is wrong, with the fix'],
    ['linkerd-fleet check fleet.yaml -o sarif > fleet.sarif', 'for code scanning'],
    ['linkerd-fleet check --now 2026-12-31T00:00:00Z', 'what will have expired by then'],
    ['linkerd-fleet check fleet --base origin/main', 'whether the step from that commit to the working tree is safe'],
    ['linkerd-fleet check fleet --orphans prod-eu=prod-eu.json', 'what a cluster has that the fleet does not name'],
    ['LINKERD_FLEET=/srv/mesh/fleet.json linkerd check', "as part of Linkerd's own check, wherever it is run"],
  ],
  flags: {
    output: {
      type: 'string',
      short: 'o',
      value: 'FORMAT',
      choices: ['table', 'json', 'sarif', 'junit', 'github', 'short'],
      help: "format; json is that of linkerd check, short the table, as Linkerd's CLI has it",
    },
    now: { type: 'string', value: 'TIME', help: 'time for certificates, RFC 3339; default: the clock' },
    window: {
      type: 'string',
      value: 'TIME',
      help: 'how long chains must still hold: 14d unless said otherwise, or 48h',
    },
    base: {
      type: 'string',
      value: 'REF',
      help: 'commit to come from: is the step from its fleet to this one safe? REF:PATH where the fleet was elsewhere then',
    },
    orphans: {
      type: 'string',
      multiple: true,
      value: 'CLUSTER=FILE',
      help: 'what `kubectl get -A -o json` printed there, - for stdin, context:NAME to ask kubectl: what does the fleet not name?',
    },
    ...POLICIES_FLAG,
    ...SELECT_FLAGS,
    ...CHECK_FLAGS,
  },
  args: 1,
  run,
};

async function run({ flags, args, io }: Context): Promise<number> {
  const format = String(flags.output ?? 'table');
  const asExtension = flags['linkerd-namespace'] !== undefined && format === 'json';
  const argument = args[0] ?? io.env.LINKERD_FLEET;
  let path = io.cwd;
  let project: Project | undefined;
  let issues: readonly Issue[];
  try {
    path = fleetPath(argument, io);
    project = await openFleet(argument, io);
    const clusters = selectedClusters(project, flags);
    const { fleet } = project;
    const [now, window] = [timeOf(flags.now), windowOf(flags.window)];
    const ending = [...expiryIssues(fleet, now, clusters), ...endingChains(fleet, now, window, clusters)];
    const base = flags.base === undefined ? undefined : (await openBase(path, String(flags.base))).fleet;
    const steps = base === undefined ? [] : stepIssues(base, fleet, io);
    const own = flags.policies === undefined ? [] : ownFindings(project, String(flags.policies), io);
    const found = checkProject(project, clusters);
    const orphans = flags.orphans === undefined ? [] : orphanFindings(found, { flags, project, base, io });
    issues = [...found, ...withoutAccepted(fleet, [...ending, ...steps, ...own]), ...orphans];
  } catch (error) {
    if (!FleetError.is(error)) throw error;
    // `linkerd check` calls us wherever it runs: where there is no fleet there is nothing to say.
    if (asExtension && error.issues.every((i) => i.code === 'FLEET_NOT_NAMED')) {
      io.out(linkerdJson([]));
      return EXIT.fine;
    }
    if (error.issues.every(({ code }) => WRONG_USE.has(code))) throw error;
    issues = error.issues;
  }
  show(format, issues, { project, path }, io);
  if (project === undefined && issues.every((i) => i.code === 'INPUT_NOT_FOUND')) return EXIT.failure;
  return issues.some((i) => i.severity === 'error') ? EXIT.findings : EXIT.fine;
}

const stepIssues = (before: FleetModel, after: FleetModel, io: Context['io']): readonly Issue[] => [
  ...transitionIssues(before, after),
  ...removalIssues(before, after),
  ...credentialStepIssues(before, after),
  ...wayStepIssues(before, after),
  ...serverStepIssues(before, after),
  ...destinationIssues(before, after),
  ...unprunedFindings(before, after, io),
];

function unprunedFindings(before: FleetModel, after: FleetModel, io: Context['io']): readonly Issue[] {
  const { appliedIn, sayLeft } = require('../unpruned') as typeof import('../unpruned');
  const left = leftIn(before, after, appliedIn);
  if (!deletesOnlyWherePlanned(after)) sayLeft(after, left, io);
  return [...unprunedIssues(after, left), ...ownersIssues(before, after)];
}

/** What clusters have that the fleet does not name; nothing where the fleet itself is wrong, for then it may only not say it. */
function orphanFindings(
  found: readonly Issue[],
  {
    flags,
    project,
    base,
    io,
  }: Pick<Context, 'flags' | 'io'> & { readonly project: Project; readonly base?: FleetModel },
): readonly Issue[] {
  const { seenClusters } = require('../orphans/seen') as typeof import('../orphans/seen');
  const { writtenIn } = require('../orphans/written') as typeof import('../orphans/written');
  const { orphanIssues } = require('../../analysis/orphans/orphans') as typeof import('../../analysis/orphans/orphans');
  const { kindsUnseen, unseenIssues } =
    require('../../analysis/orphans/unseen') as typeof import('../../analysis/orphans/unseen');
  const seen = seenClusters(flags.orphans as readonly string[], project, base, io);
  if (found.some(({ severity }) => severity === 'error')) {
    io.say('warn', 'orphans have not been looked for: the fleet has errors');
    return [];
  }
  const all = seen.map((one) => ({ ...one, written: writtenIn(project, one) }));
  for (const one of all) {
    io.say('begin', `${one.name}: ${plural(one.objects.length, 'object')} looked at`);
    const unseen = kindsUnseen(one);
    if (unseen.length > 0)
      io.say('warn', `${one.name}: none of kind ${unseen.join(', ')} was seen: of these nothing is said`);
  }
  return [...unseenIssues(project.fleet, all), ...orphanIssues(project.fleet, all)];
}

/** What is wrong with policies of the user, where the fleet can be judged at all. */
function ownFindings({ fleet, loaded, partial }: Project, directory: string, io: Context['io']): readonly Issue[] {
  if (partial) return [];
  const { objects, issues } = openPolicies(fleet, directory, io);
  return locate([...issues, ...ownIssues(fleet, ownIn(fleet, objects))], loaded.raws);
}

/** What keeps from looking at the fleet, and is no finding about it. */
const WRONG_USE = new Set<Issue['code']>(['USAGE', 'FLEET_NOT_NAMED', 'BASE_UNREADABLE', 'DUMP_UNREADABLE']);

/** What was checked, and where it is. */
interface Checked {
  readonly project?: Project;
  readonly path: string;
}

function show(format: string, issues: readonly Issue[], { project, path }: Checked, io: Context['io']): void {
  const name = project?.fleet.name ?? 'fleet';
  const table = () => findings(issues, { sign: (severity) => plainSign(severity === 'error' ? 'fail' : 'warn') });
  const text = {
    json: () => linkerdJson([{ name: 'linkerd-fleet', checked: `fleet ${name} is right`, issues }]),
    sarif: () => sarif(inFiles(issues, path, io.cwd), version()),
    junit: () => junit(issues, name),
    github: () => github(inFiles(issues, path, io.cwd)),
    table,
    short: table,
  }[format as 'table'];
  io.out(text());
  const worst = issues.some((i) => i.severity === 'error') ? 'fail' : issues.length > 0 ? 'warn' : 'ok';
  io.say(worst, `${subject(project)}: ${counted(issues)}${project?.partial ? `. ${PARTIAL}` : ''}`);
}

const PARTIAL = 'Not all files could be read: the fleet as a whole has not been judged';

function subject(project: Project | undefined): string {
  if (project === undefined) return 'no fleet to judge';
  const { name, clusters, services } = project.fleet;
  return `fleet ${name}, ${plural(clusters.size, 'cluster')}, ${plural(services.length, 'service')}`;
}
