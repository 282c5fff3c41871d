/** A fleet of a thousand clusters: written, written again, and with one cluster changed. */
import { join } from 'node:path';
import type { Bench, Goal, Outcome, Pair, Row } from '../bench';
import {
  clear,
  describe,
  duration,
  forget,
  megabytes,
  ours,
  ratio,
  repeat,
  roundsOf,
  rssGoal,
  settled,
  sync,
  table,
} from '../bench';
import { linksOf, type Shape } from '../fleets';
import { type Run, run } from '../process';
import { median } from '../statistics';
import { plainCompare, plainWrite, sizeOf } from '../trees';

/** How many times the plain write a first run may take. */
const MOST = { mesh: 2.5, islands: 4 };
const ROUNDS = { least: 3, most: 5, seconds: 20 };
const RSS_MB = 256;

/** The rows of both shapes. */
export const fleetRows: readonly Row[] = [
  { name: 'mesh', about: '1,000 clusters, full mesh: first run, again, one cluster changed', measure: measure('mesh') },
  { name: 'islands', about: '1,000 clusters in islands of 20: likewise', measure: measure('islands') },
];

interface Made {
  readonly bench: Bench;
  readonly shape: Shape;
  readonly name: string;
  readonly fleet: string;
}

interface Trees {
  /** What we write. */
  readonly out: string;
  /** The same, written plainly. */
  readonly plain: string;
}

interface Place extends Made, Trees {}

function measure(kind: Shape['kind']): Row['measure'] {
  return async (bench): Promise<Outcome> => {
    const shape: Shape = { kind, clusters: bench.small ? 100 : 1000 };
    const name = `${shape.clusters.toLocaleString('en')} clusters, ${kind === 'mesh' ? 'full mesh' : 'islands of 20'}`;
    const made = { bench, shape, name, fleet: describe(bench, shape) };
    const { first, trees } = await firstRuns(made);
    const place: Place = { ...made, ...(trees.at(-1) as Trees) };
    const again = await runsAgain(place, false);
    const remembered = await runsAgain(place, true);
    const edits = await editedRuns(place, first);
    const size = sizeOf(place.plain);
    await clear(bench, ...trees.flatMap(({ out, plain }) => [out, plain]));
    const runs = [...ownOf(first), ...ownOf([...again, ...remembered]), ...edits.runs];
    return {
      goals: [
        { work: place.name, unit: '×', goal: { most: MOST[kind] }, ...ratio(first, 'plain write of the same files') },
        ...rssGoal(place.name, ownOf(first), RSS_MB),
        againGoal(`${place.name}: again, nothing changed, nothing remembered`, again),
        againGoal(`${place.name}: again, nothing changed`, remembered),
        edits.goal,
      ],
      details: {
        title: `${place.name}`,
        text: detailsOf(shape, size, { first, again, remembered, edited: edits.runs, all: runs }),
      },
    };
  };
}

async function firstRuns({ bench, shape, fleet }: Made) {
  const trees: Trees[] = [];
  const first = await repeat(bench, ROUNDS, async (round) => {
    const out = join(bench.dir, `${shape.kind}-${round}`);
    const plain = `${out}-plain`;
    trees.push({ out, plain });
    forget(bench);
    const own = await settled(bench, ours('synth', fleet, '--out', out));
    await sync(bench);
    return { ours: own, base: plainWrite(out, plain) };
  });
  return { first, trees };
}

/** `remembered`: with what earlier runs keep in the user's cache, as on a laptop; otherwise without, as in CI. */
async function runsAgain({ bench, fleet, out, plain }: Place, remembered: boolean): Promise<readonly Pair[]> {
  if (remembered) await run(ours('synth', fleet, '--out', out), bench.dir);
  return repeat(bench, ROUNDS, async () => {
    if (!remembered) forget(bench);
    const own = await settled(bench, ours('synth', fleet, '--out', out));
    return { ours: own, base: plainCompare(out, plain) };
  });
}

const ownOf = (pairs: readonly Pair[]): readonly Run[] => pairs.map((pair) => pair.ours);

function againGoal(work: string, pairs: readonly Pair[]): Goal {
  return { work, unit: '×', goal: { most: 1.5 }, ...ratio(pairs, 'reading and comparing') };
}

async function editedRuns(
  { bench, shape, name, fleet, out, plain }: Place,
  first: readonly Pair[],
): Promise<{ readonly goal: Goal; readonly runs: readonly Run[] }> {
  const edited = describe(bench, { ...shape, edited: true });
  const runs = await repeat(bench, { least: 4, most: 6, seconds: 15 }, (i) =>
    settled(bench, ours('synth', i % 2 === 0 ? edited : fleet, '--out', out)),
  );
  const [own, full] = [median(runs.map(({ ms }) => ms)), median(first.map((pair) => pair.ours.ms))];
  const busy = median(runs.map(({ cpuMs }) => cpuMs)) / median(first.map((pair) => pair.ours.cpuMs));
  const from = `${duration(own)} against ${duration(full)} (first run); ${roundsOf(runs)}; processor time alone ${busy.toFixed(2)}×`;
  // Back to where it began, byte for byte, through everything that was remembered on the way.
  await run(ours('synth', fleet, '--out', out), bench.dir);
  plainCompare(out, plain);
  return {
    goal: { work: `${name}: one cluster changed`, measured: own / full, unit: '×', goal: { most: 0.3 }, from },
    runs,
  };
}

/** The runs of a row. */
interface Runs {
  readonly first: readonly Pair[];
  readonly again: readonly Pair[];
  readonly remembered: readonly Pair[];
  readonly edited: readonly Run[];
  readonly all: readonly Run[];
}

function detailsOf(
  shape: Shape,
  { files, bytes }: { readonly files: number; readonly bytes: number },
  { first, again, remembered, edited, all }: Runs,
): string {
  const line = (what: string, runs: readonly Run[]) => [
    what,
    duration(median(runs.map(({ ms }) => ms))),
    duration(median(runs.map(({ cpuMs }) => cpuMs))),
  ];
  const plain = (what: string, pairs: readonly Pair[]) => [
    what,
    duration(median(pairs.map((p) => p.base.ms))),
    duration(median(pairs.map((p) => p.base.cpuMs))),
  ];
  const links = linksOf(shape).toLocaleString('en');
  return `${links} Links, ${files.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(0)} MB. Highest RSS of all runs: ${megabytes(all)}.

${table(
  ['work', 'wall', 'processor'],
  [
    line('first run', ownOf(first)),
    plain('plain write', first),
    line('again, nothing remembered', ownOf(again)),
    line('again', ownOf(remembered)),
    plain('reading and comparing', again),
    line('one cluster changed', edited),
  ],
)}`;
}
