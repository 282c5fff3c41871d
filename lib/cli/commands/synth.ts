import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { forManyClusters } from '../../engine';
import { FleetError, issue, throwOnErrors } from '../../errors';
import { check } from '../../project';
import type { WriteResult } from '../../sinks/directory';
import type { Shard } from '../../sinks/shard';
import { writeProject } from '../../write';
import { type Command, type Context, EXIT, type FlagValues } from '../command';
import type { Io } from '../io';
import { fleetPath, openFleet } from '../open';
import { refuseOutputInside } from '../outdir';
import { plural, showIssues } from '../output/issues';
import { SELECT_FLAGS, selectedClusters } from '../select';

/** One directory per cluster. */
export const synth: Command = {
  name: 'synth',
  summary: 'Check the fleet and write one directory per cluster',
  usage: '[fleet] [flags]',
  examples: [
    ['linkerd-fleet synth fleets/prod.ts', 'writes dist/; again: only what changed'],
    ['linkerd-fleet synth fleets/prod.ts --check', 'in CI: exit 1 and the differences when dist/ is not current'],
    [
      'linkerd-fleet synth fleets/global.ts --out tree --shard 3/8',
      'the third of eight parts, side by side with others',
    ],
  ],
  flags: {
    out: { type: 'string', value: 'DIR', help: 'output directory; default: that of the code, or dist' },
    check: { type: 'boolean', help: 'write nothing; exit 1 and list the differences if there are any' },
    'dry-run': { type: 'boolean', help: 'write nothing; list what would change' },
    shard: {
      type: 'string',
      value: 'I/N',
      help: 'only part I of N (from 1); /N takes the part from JOB_COMPLETION_INDEX (from 0), as a Kubernetes Indexed Job sets it',
    },
    jobs: { type: 'string', value: 'N', help: 'threads that write; default: one per core up to 4, for large fleets' },
    force: { type: 'boolean', help: 'overwrite files in the way that no earlier run wrote' },
    ...SELECT_FLAGS,
  },
  args: 1,
  run,
};

async function run({ flags, args, io }: Context): Promise<number> {
  const shard = shardOf(flags, io);
  forManyClusters();
  // A profile sees one thread.
  const jobs = flags.profile === true ? 1 : jobsOf(flags);
  const project = await openFleet(args[0], io);
  const issues = check(project);
  throwOnErrors(issues);
  showIssues(issues, io);
  const outdir = String(flags.out ?? project.loaded.outdir ?? (io.env.CDK8S_OUTDIR || 'dist'));
  const quiet = flags.check === true || flags['dry-run'] === true;
  const directory = resolve(io.cwd, outdir);
  refuseOutputInside(fleetPath(args[0], io), directory, outdir);
  const result = writeProject(project, {
    outdir: directory,
    memory: project.fleet.clusters.size < REMEMBERED ? undefined : memoryFile(directory, io),
    clusters: selectedClusters(project, flags),
    shard,
    jobs,
    dryRun: quiet,
    force: flags.force === true,
    onCluster: (name, done, of) => io.progress(done, of, name),
  });
  report(result, outdir, quiet, io);
  return flags.check === true && result.differences.length > 0 ? EXIT.findings : EXIT.fine;
}

/** Clusters of a fleet from which on it is worth remembering what has been compared. */
const REMEMBERED = 100;

/** In the user's own cache, where nothing that is checked out can be: see `WriteOptions.memory`. */
function memoryFile(outdir: string, { env }: Io): string | undefined {
  const cache = env.XDG_CACHE_HOME || env.LOCALAPPDATA || (env.HOME && join(env.HOME, '.cache'));
  return (
    cache && join(cache, 'linkerd-fleet', `${createHash('sha256').update(outdir).digest('hex').slice(0, 32)}.json`)
  );
}

const MARKS = { added: 'A', changed: 'M', removed: 'D', foreign: '?' } as const;

const FOREIGN =
  '?: no run wrote it, but what delivers the directory applies it. Take it away; objects of your own go into the description or a directory beside this one.';

function report({ clusters, files, differences }: WriteResult, outdir: string, quiet: boolean, io: Io): void {
  const count = (kind: keyof typeof MARKS) => differences.filter((d) => d.kind === kind).length;
  if (quiet) io.out(differences.map((d) => `${MARKS[d.kind]} ${outdir}/${d.path}\n`).join(''));
  const changes = `${count('added')} added, ${count('changed')} changed, ${count('removed')} removed`;
  const foreign = count('foreign') === 0 ? '' : `, ${count('foreign')} foreign`;
  const what = `${outdir}: ${plural(clusters, 'cluster')}, ${plural(files, 'file')}`;
  if (differences.length === 0) io.say('ok', `${what}, all current`);
  else io.say(quiet ? 'warn' : 'add', `${what}; ${changes}${foreign}`);
  if (foreign !== '') io.say('warn', FOREIGN);
}

/** The more threads, the more memory: each holds the fleet. */
function jobsOf({ jobs }: FlagValues): number {
  if (jobs === undefined) return Math.min(availableParallelism(), 4);
  if (/^[1-9]\d?$/.test(String(jobs))) return Number(jobs);
  const problem = {
    path: '--jobs',
    found: JSON.stringify(jobs),
    allowed: '1 to 99',
    fix: 'Say how many, e.g. --jobs 2.',
  };
  throw new FleetError([issue('USAGE', problem)]);
}

/** `3/8`, or `/8` inside an Indexed Job. */
function shardOf({ shard }: FlagValues, { env }: Io): Shard | undefined {
  if (shard === undefined) return undefined;
  const match = /^(\d*)\/(\d+)$/.exec(String(shard));
  const fromJob = /^\d+$/.test(env.JOB_COMPLETION_INDEX ?? '') ? Number(env.JOB_COMPLETION_INDEX) + 1 : Number.NaN;
  const index = match?.[1] === '' ? fromJob : Number(match?.[1]);
  const count = Number(match?.[2]);
  if (Number.isInteger(index) && Number.isInteger(count) && index >= 1 && index <= count) return { index, count };
  throw new FleetError([
    issue('USAGE', {
      path: '--shard',
      found: JSON.stringify(shard),
      allowed: 'i/n with 1 ≤ i ≤ n, or /n where JOB_COMPLETION_INDEX is set',
      fix: 'Name the part and the number of parts, e.g. --shard 1/4.',
    }),
  ]);
}
