/** A fleet of a thousand clusters: written, written again, and with one cluster changed. */
import { join } from 'node:path';
import type { Bench, Goal, Outcome, Pair, Row } from '../bench';
import {
  clear,
  describe,
  duration,
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
import type { Run } from '../process';
import { median } from '../statistics';
import { plainCompare, plainWrite, sizeOf } from '../trees';

/** How many times the plain write a first run may take. */
const MOST = { mesh: 2.5, islands: 4 };
const ROUNDS = { least: 3, most: 5, seconds: 40 };
const RSS_MB = 256;

/** The rows of both shapes. */
export const fleetRows: readonly Row[] = [
  { name: 'mesh', about: '1,000 clusters, full mesh: first run, again, one cluster changed', measure: measure('mesh') },
  { name: 'islands', about: '1,000 clusters in islands of 20: likewise', measure: measure('islands') },
];

interface Place {
  readonly bench: Bench;
  readonly shape: Shape;
  readonly name: string;
  readonly fleet: string;
  /** What we write. */
  readonly out: string;
  /** The same, written plainly. */
  readonly plain: string;
}

function measure(kind: Shape['kind']): Row['measure'] {
  return async (bench): Promise<Outcome> => {
    const shape: Shape = { kind, clusters: bench.small ? 100 : 1000 };
    const place: Place = {
      bench,
      shape,
      name: `${shape.clusters.toLocaleString('en')} clusters, ${kind === 'mesh' ? 'full mesh' : 'islands of 20'}`,
      fleet: describe(bench, shape),
      out: join(bench.dir, kind),
      plain: join(bench.dir, `${kind}-plain`),
    };
    const first = await firstRuns(place);
    const again = await runsAgain(place);
    const edits = await editedRuns(place, first);
    const size = sizeOf(place.plain);
    await clear(bench, place.out, place.plain);
    const runs = [...first.map((p) => p.ours), ...again.map((p) => p.ours), ...edits.runs];
    return {
      goals: [
        { work: place.name, unit: '×', goal: { most: MOST[kind] }, ...ratio(first, 'plain write of the same files') },
        ...rssGoal(
          place.name,
          first.map((pair) => pair.ours),
          RSS_MB,
        ),
        {
          work: `${place.name}: again, nothing changed`,
          unit: '×',
          goal: { most: 1.5 },
          ...ratio(again, 'reading and comparing'),
        },
        edits.goal,
      ],
      details: { title: `${place.name}`, text: detailsOf(shape, size, first, again, edits.runs, runs) },
    };
  };
}

async function firstRuns({ bench, fleet, out, plain }: Place): Promise<readonly Pair[]> {
  return repeat(bench, ROUNDS, async () => {
    await clear(bench, out, plain);
    const run = await settled(bench, ours('synth', fleet, '--out', out));
    await sync(bench);
    return { ours: run, base: plainWrite(out, plain) };
  });
}

async function runsAgain({ bench, fleet, out, plain }: Place): Promise<readonly Pair[]> {
  return repeat(bench, ROUNDS, async () => {
    const run = await settled(bench, ours('synth', fleet, '--out', out));
    return { ours: run, base: plainCompare(out, plain) };
  });
}

async function editedRuns(
  { bench, shape, name, fleet, out }: Place,
  first: readonly Pair[],
): Promise<{ readonly goal: Goal; readonly runs: readonly Run[] }> {
  const edited = describe(bench, { ...shape, edited: true });
  const runs = await repeat(bench, { least: 4, most: 6, seconds: 40 }, (i) =>
    settled(bench, ours('synth', i % 2 === 0 ? edited : fleet, '--out', out)),
  );
  const [own, full] = [median(runs.map(({ ms }) => ms)), median(first.map((pair) => pair.ours.ms))];
  const from = `${duration(own)} against ${duration(full)} (first run); ${roundsOf(runs)}`;
  return {
    goal: { work: `${name}: one cluster changed`, measured: own / full, unit: '×', goal: { most: 0.3 }, from },
    runs,
  };
}

function detailsOf(
  shape: Shape,
  { files, bytes }: { readonly files: number; readonly bytes: number },
  first: readonly Pair[],
  again: readonly Pair[],
  edited: readonly Run[],
  all: readonly Run[],
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
    line(
      'first run',
      first.map((p) => p.ours),
    ),
    plain('plain write', first),
    line(
      'again',
      again.map((p) => p.ours),
    ),
    plain('reading and comparing', again),
    line('one cluster changed', edited),
  ],
)}`;
}
