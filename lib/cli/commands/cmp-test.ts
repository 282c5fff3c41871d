import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { yamlAnswer } from '../../delivery/argocd/cmp/generate';
import {
  type Application,
  destinationIssues,
  environmentOf,
  isUntold,
  type PluginSource,
  readApplication,
} from '../../delivery/argocd/cmp/local/application';
import { failureShown, pathShown, pluginShown } from '../../delivery/argocd/cmp/local/shown';
import { pluginName } from '../../delivery/argocd/cmp/plugin';
import { FleetError, type Issue, issue } from '../../errors';
import { readFileWithin, realPathWithin } from '../../read/text';
import { type Context, EXIT } from '../command';
import type { Io } from '../io';
import { showIssues } from '../output/issues';
import { table } from '../output/table';
import { version } from '../version';
import { answer } from './cmp-generate';

/** Does here what Argo CD would do with an Application, and says how it would show. */
export async function test({ args: [, file], flags, io }: Context): Promise<number> {
  if (file === undefined) throw noFile();
  const path = resolve(io.cwd, file);
  const { text, issues } = readFileWithin(dirname(path), basename(path));
  if (text === undefined) throw new FleetError(issues);
  const application = readApplication(text, basename(path));
  const repo = typeof flags.repo === 'string' ? resolve(io.cwd, flags.repo) : repositoryOf(dirname(path));
  let worst: number = testValues(application, repo, io);
  for (const source of application.plugins) {
    const status = await testSource({ application, source, repo, yaml: flags.output === 'yaml', io });
    worst = Math.max(worst, status);
  }
  return worst;
}

/** A chart takes its values from Git and not from a plugin beside it: what is not committed, no chart gets. */
function testValues({ values }: Application, repo: string, io: Io): number {
  const missing = values.filter(({ path }) => typeof realPathWithin(repo, path) !== 'string');
  for (const { number, chart, said } of missing) {
    io.say('fail', `Argo CD would show that source ${number}, chart ${chart}, finds no ${said}`);
  }
  if (missing.length === 0) return EXIT.fine;
  io.say('fail', 'A plugin lends no values to a chart: commit what `linkerd-fleet synth` writes');
  return EXIT.findings;
}

interface Test {
  readonly application: Application;
  readonly source: PluginSource;
  readonly repo: string;
  readonly yaml: boolean;
  readonly io: Io;
}

async function testSource({ application, source, repo, yaml, io }: Test): Promise<number> {
  const name = pluginName(version());
  if (source.plugin !== name) {
    const fix = `\`plugin.name\` of source ${source.number} has to be ${name}`;
    if (source.plugin === undefined) {
      io.say('fail', `Argo CD would look for a plugin by itself, and this one is not found that way: ${fix}`);
      return EXIT.findings;
    }
    return fails(io, pluginShown(application, source), fix);
  }
  const directory = realPathWithin(repo, source.path);
  if (typeof directory !== 'string') return fails(io, pathShown(application, source), directory.found);
  const env = environmentOf(io.env, application, source);
  const { status, stdout, stderr, issues, untold } = await run(
    { ...io, env, cwd: join(repo, source.path) },
    application,
  );
  if (status !== EXIT.fine) return fails(io, failureShown(application, source, status, stderr));
  io.err(stderr);
  showIssues(issues, io);
  if (issues.length > 0) return EXIT.findings;
  if (untold)
    io.say(
      'warn',
      'the description has no such server, so that nobody here knows which cluster it is: say `argocd.server` of the Cluster',
    );
  const objects = objectsOf(stdout);
  io.out(yaml ? stdout : table(['KIND', 'NAMESPACE', 'NAME', 'SYNC WAVE'], objects));
  io.say('ok', `Argo CD would compare ${objects.length} objects with the cluster, and show no error`);
  return EXIT.fine;
}

function fails(io: Io, shown: string, why?: string): number {
  io.say('fail', `Argo CD would keep what is on the cluster, and show${why === undefined ? '' : ` (${why})`}:`);
  io.out(`${shown}\n`);
  return EXIT.findings;
}

/** Runs the plugin, keeping what it says. */
async function run(io: Io, application: Application) {
  let [stdout, stderr] = ['', ''];
  let issues: readonly Issue[] = [];
  let untold = false;
  const kept: Io = {
    ...io,
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
  };
  const status = await answer(kept, (project, request, work) => {
    const rendered = yamlAnswer(project, request, work);
    const cluster = project.fleet.clusters.get(rendered.cluster);
    issues = cluster === undefined ? [] : destinationIssues(application, cluster, project.fleet.clusters.values());
    untold = cluster !== undefined && isUntold(application, cluster);
    return rendered;
  });
  return { status, stdout, stderr, issues, untold };
}

function objectsOf(stream: string): string[][] {
  const { parseAllDocuments } = require('yaml') as typeof import('yaml');
  const documents = [...parseAllDocuments(stream, { version: '1.1' })].map((document) => document.toJS());
  return documents
    .filter((value) => value !== null)
    .map(({ kind, metadata }) => [
      kind,
      metadata.namespace ?? '-',
      metadata.name,
      metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? '0',
    ]);
}

/** The Git repository that a file is in; its directory where it is in none. */
function repositoryOf(directory: string): string {
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return directory;
  }
}

const noFile = () =>
  new FleetError([
    issue('USAGE', {
      path: 'linkerd-fleet cmp test',
      found: 'no file',
      allowed: 'the file of an Application',
      fix: 'Write linkerd-fleet cmp test application.yaml --repo <directory of its repository>.',
    }),
  ]);
