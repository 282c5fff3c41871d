/** What every row is given, and what it answers. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { stringify } from 'yaml';
import { fleetText, type Shape } from './fleets';
import { type Command, type Run, run } from './process';
import { median } from './statistics';
import { filesIn } from './trees';

/** One run of the bench. */
export interface Bench {
  /** A directory of its own, gone afterwards. */
  readonly dir: string;
  /** Small fleets and few rounds: to try whether everything works, not to quote. */
  readonly small: boolean;
  /** Voice, on stderr. */
  readonly say: (text: string) => void;
}

/** One line of the table of goals. */
export interface Goal {
  readonly work: string;
  readonly measured: number;
  readonly unit: '×' | 'MB' | 's' | '';
  /** The goal: `most` what may be measured at most, `least` at least. */
  readonly goal: { readonly most: number } | { readonly least: number };
  /** What the number was made of. */
  readonly from: string;
}

/** What a row came to. */
export interface Outcome {
  readonly goals: readonly Goal[];
  /** A table of its own, as Markdown below a heading. */
  readonly details?: { readonly title: string; readonly text: string };
}

/** A row: some work, measured. */
export interface Row {
  readonly name: string;
  readonly about: string;
  readonly measure: (bench: Bench) => Promise<Outcome>;
}

/** Whether a goal is met. */
export const isMet = ({ measured, goal }: Goal): boolean =>
  'most' in goal ? measured <= goal.most : measured >= goal.least;

const EXT4 = '/sys/fs/ext4';
const CLI = resolve(__dirname, '../bin/linkerd-fleet.js');

/** Our own command. */
export const ours = (...args: readonly string[]): Command => ({ command: process.execPath, args: [CLI, ...args] });

/** What node costs by itself. */
export const NODE: Command = { command: process.execPath, args: ['-e', '0'] };

/** Writes a fleet below the directory of the bench and returns its path. */
export function describe({ dir }: Bench, shape: Shape): string {
  const path = join(dir, `${shape.kind}-${shape.clusters}${shape.edited === true ? '-edited' : ''}.json`);
  writeFileSync(path, fleetText(shape));
  return path;
}

/** The same fleet as people write one by hand: a YAML file for each document. Returns the directory. */
export function describeTree({ dir }: Bench, shape: Shape): string {
  const root = join(dir, `${shape.kind}-${shape.clusters}-tree`);
  const { items } = JSON.parse(fleetText(shape)) as { items: { kind: string; metadata: { name: string } }[] };
  for (const item of items) {
    const folder = join(root, item.kind.toLowerCase());
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${item.metadata.name}.yaml`), stringify(item));
  }
  return root;
}

/** Runs a command while the disk is idle, as far as the bench has to do with it. */
export async function settled(bench: Bench, command: Command): Promise<Run> {
  await sync(bench);
  await forgotten();
  return run(command, bench.dir);
}

/** Waits until the disk has forgotten what was removed. */
async function forgotten(): Promise<void> {
  const rest = removedAt + FORGOTTEN_MS - Date.now();
  if (rest > 0) await setTimeout(rest);
}

/**
 * Without a journal ext4 gives nobody the number of a file that was removed in the last minute, or six where its table is written
 * meanwhile, and looks at all of them for each file that is made (fs/ext4/ialloc.c, recently_deleted): a millisecond instead of a
 * tenth, after some thousands. So rows write to new directories, remove them in the end, and the next one waits.
 */
const FORGOTTEN_MS = hasNoJournal() ? 361_000 : 0;
const MANY_FILES = 2000;
let removedAt = 0;

/** Whether an ext4 of this machine has no journal. */
function hasNoJournal(): boolean {
  const all = existsSync(EXT4) ? readdirSync(EXT4).map((device) => join(EXT4, device, 'journal_task')) : [];
  return all.some((file) => existsSync(file) && readFileSync(file, 'utf8').startsWith('<none>'));
}

/** Lets the disk take what was written before, so that it does not slow down what comes next. */
export async function sync({ dir }: Bench): Promise<void> {
  await run({ command: 'sync', args: [] }, dir);
}

/** Removes trees, what is remembered of them, and what they leave to the disk. */
export async function clear(bench: Bench, ...paths: readonly string[]): Promise<void> {
  forget(bench);
  const trees = paths.filter((path) => existsSync(path));
  const files = trees.reduce((sum, path) => sum + filesIn(path).length, 0);
  for (const path of trees) rmSync(path, { recursive: true });
  await sync(bench);
  if (files > MANY_FILES) removedAt = Date.now();
}

/** Where commands keep what they remember between runs: in the bench's own directory, not in the user's cache. */
const CACHE = 'cache';

/**
 * Sets up what commands inherit: a cache of their own, and nothing that changes how node starts. With NODE_EXTRA_CA_CERTS,
 * Node 20 reads all of these certificates before anything else, twice the time of `node -e 0` without: a ratio to it would
 * flatter.
 */
export function isolate({ dir }: Bench): void {
  for (const name of ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS']) delete process.env[name];
  process.env.XDG_CACHE_HOME = join(dir, CACHE);
}

/** Makes the next run the first that ever was, as on a CI runner. */
export function forget({ dir }: Bench): void {
  rmSync(join(dir, CACHE), { recursive: true, force: true });
}

/** How often to measure. */
export interface Rounds {
  readonly least: number;
  readonly most: number;
  /** After this many seconds there is no round beyond `least`; after three times as many there is none at all. */
  readonly seconds: number;
}

/** Rounds of `round`, one after the other. */
export async function repeat<T>(bench: Bench, rounds: Rounds, round: (i: number) => Promise<T>): Promise<readonly T[]> {
  const { least, most, seconds } = bench.small ? { least: 1, most: 3, seconds: 3 } : rounds;
  await forgotten();
  const began = process.hrtime.bigint();
  const results: T[] = [];
  do {
    results.push(await round(results.length));
    const spent = Number(process.hrtime.bigint() - began) / 1e9;
    if (spent > 3 * seconds || (spent > seconds && results.length >= least)) break;
  } while (results.length < most);
  return results;
}

/** A measurement and the one it is held against, made one right after the other. */
export interface Pair {
  readonly ours: Run;
  readonly base: { readonly ms: number; readonly cpuMs: number };
}

/**
 * The ratio of each round's pair, and the middle one of them: what slows the machine down for a while slows both of a pair.
 */
export function ratio(pairs: readonly Pair[], base: string): { readonly measured: number; readonly from: string } {
  const ratios = pairs.map(({ ours, base }) => ours.ms / base.ms).sort((a, b) => a - b);
  const range = ratios.length > 1 ? `, ${ratios[0]!.toFixed(2)} to ${ratios.at(-1)!.toFixed(2)}` : '';
  const [own, other] = [median(pairs.map((p) => p.ours.ms)), median(pairs.map((p) => p.base.ms))];
  const cpu = median(pairs.map((p) => p.ours.cpuMs / p.base.cpuMs));
  // GNU time counts hundredths of a second.
  const isCoarse = Number.isNaN(cpu) || median(pairs.map((p) => p.base.cpuMs)) < 200;
  const busy = isCoarse ? '' : `; processor time alone ${cpu.toFixed(2)}×`;
  return {
    measured: median(ratios),
    from: `${duration(own)} against ${duration(other)} (${base}); ${roundsOf(pairs)}${range}${busy}`,
  };
}

/** The most memory that any of the runs held. */
export function rssGoal(work: string, runs: readonly Run[], most: number): readonly Goal[] {
  const rss = runs.map(({ rssMb }) => rssMb).filter((mb) => mb !== undefined);
  if (rss.length === 0) return [];
  return [
    {
      work: `${work}: peak RSS`,
      measured: Math.max(...rss),
      unit: 'MB',
      goal: { most },
      from: 'highest of the rounds',
    },
  ];
}

/** The most memory that any of the runs held, for a person. */
export function megabytes(runs: readonly Run[]): string {
  const rss = Math.max(...runs.map(({ rssMb }) => rssMb ?? Number.NaN));
  return Number.isNaN(rss) ? 'unknown' : `${rss.toFixed(0)} MB`;
}

/** How many rounds there were, for a person. */
export const roundsOf = (list: readonly unknown[]): string => `${list.length} round${list.length === 1 ? '' : 's'}`;

/** A time for a person. */
export function duration(ms: number): string {
  return ms >= 10_000
    ? `${(ms / 1000).toFixed(1)} s`
    : ms >= 1000
      ? `${(ms / 1000).toFixed(2)} s`
      : `${ms.toFixed(0)} ms`;
}

/** A Markdown table. */
export function table(head: readonly string[], lines: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + lines.map(line).join('');
}
