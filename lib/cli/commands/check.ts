import { relative, sep } from 'node:path';
import type { Issue } from '../../errors';
import { FleetError, issue } from '../../errors';
import { expiryIssues } from '../../model/rules/trust';
import { check as checkProject, type Project } from '../../project';
import { type Command, type Context, EXIT, type Flag } from '../command';
import { printable } from '../io';
import { openFleet } from '../open';
import { github } from '../output/github';
import { showIssues } from '../output/issues';
import { junit } from '../output/junit';
import { linkerdJson } from '../output/linkerd-json';
import { sarif } from '../output/sarif';
import { SELECT_FLAGS, selectedClusters } from '../select';
import { version } from '../version';

/** What `linkerd check` passes to every extension; a fleet is checked from Git alone, so none of it matters. */
const LINKERD_FLAGS = ['context', 'as', 'as-group', 'kubeconfig', 'linkerd-namespace', 'cni-namespace', 'api-addr'];
const LINKERD_MORE = ['namespace', 'proxy', 'wait', 'verbose', 'log-level', 'pre', 'crds', 'retry-deadline'];

const ignored = Object.fromEntries(
  [...LINKERD_FLAGS, ...LINKERD_MORE].map((name): [string, Flag] => [
    name,
    { type: 'string', multiple: true, hidden: true, help: 'accepted from linkerd check, without effect' },
  ]),
);

/** The fleet as a whole, nothing written. */
export const check: Command = {
  name: 'check',
  summary: 'Check the fleet as a whole; nothing is written',
  usage: '[fleet] [flags]',
  examples: [
    ['linkerd-fleet check fleets/prod.ts', 'everything that is wrong, with the fix'],
    ['linkerd-fleet check fleet.yaml -o sarif > fleet.sarif', 'for code scanning'],
    ['linkerd-fleet check --now 2026-12-31T00:00:00Z', 'what will have expired by then'],
  ],
  flags: {
    output: {
      type: 'string',
      short: 'o',
      value: 'FORMAT',
      choices: ['table', 'json', 'sarif', 'junit', 'github'],
      help: 'format',
    },
    now: { type: 'string', value: 'TIME', help: 'time for certificates, RFC 3339; default: the clock' },
    ...SELECT_FLAGS,
    ...ignored,
  },
  run,
};

async function run({ flags, args, io }: Context): Promise<number> {
  const format = String(flags.output ?? 'table');
  const asExtension = flags['linkerd-namespace'] !== undefined && format === 'json';
  const argument = args[0] ?? io.env.LINKERD_FLEET;
  let project: Project | undefined;
  let issues: readonly Issue[];
  try {
    project = await openFleet(argument, io);
    const clusters = selectedClusters(project, flags);
    issues = [...checkProject(project, clusters), ...expiryIssues(project.fleet, timeOf(flags.now), clusters)];
  } catch (error) {
    if (!FleetError.is(error)) throw error;
    // `linkerd check` calls us wherever it runs: where there is no fleet there is nothing to say.
    if (asExtension && error.issues.every((i) => i.code === 'FLEET_NOT_NAMED')) {
      io.out(linkerdJson([]));
      return EXIT.fine;
    }
    if (error.issues.every((i) => i.code === 'USAGE' || i.code === 'FLEET_NOT_NAMED')) throw error;
    issues = error.issues;
  }
  show(format, issues, project, io);
  return issues.some((i) => i.severity === 'error') ? EXIT.findings : EXIT.fine;
}

function show(format: string, issues: readonly Issue[], project: Project | undefined, io: Context['io']): void {
  const name = project?.fleet.name ?? 'fleet';
  const prefix = prefixOf(project, io.cwd);
  const text = {
    json: () => linkerdJson([{ name: 'linkerd-fleet', checked: `fleet ${name} is right`, issues }]),
    sarif: () => sarif(issues, version(), prefix),
    junit: () => junit(issues, name),
    github: () => github(issues, prefix),
    table: () => table(issues, project),
  }[format as 'table'];
  if (format === 'table') showIssues(issues, io);
  io.out(text());
}

/** One row per issue: for a person the details are on stderr, and a pipe still gets the list. */
function table(issues: readonly Issue[], project: Project | undefined): string {
  if (issues.length === 0 && project) {
    const { fleet } = project;
    return `fleet ${fleet.name}: ${fleet.clusters.size} clusters, ${fleet.services.length} services, no problems\n`;
  }
  const count = (severity: Issue['severity']) => issues.filter((i) => i.severity === severity).length;
  const rows = issues.map((i) => printable(`${i.severity.padEnd(8)}${i.code.padEnd(34)}${i.path}`));
  return `${rows.join('\n')}\n${count('error')} errors, ${count('warning')} warnings\n`;
}

/** Files in issues are relative to the description; annotations want them relative to the working directory. */
function prefixOf(project: Project | undefined, cwd: string): string {
  const path = project?.loaded.root === undefined ? '' : relative(cwd, project.loaded.root).split(sep).join('/');
  return path === '' ? '' : `${path}/`;
}

function timeOf(now: unknown): number {
  if (now === undefined) return Date.now();
  const time = Date.parse(String(now));
  if (Number.isNaN(time)) {
    throw new FleetError([
      issue('USAGE', { path: '--now', found: JSON.stringify(now), allowed: 'a time such as 2026-12-31T00:00:00Z' }),
    ]);
  }
  return time;
}
