/** The fleet that is served: the last one that was good, whatever the description has become since. */
import { createHash } from 'node:crypto';
import { FleetError, type Issue, issue } from '../../errors';
import { type Index, indexText } from './parameters';

/** A fleet to serve, and how the newest description fared. */
export interface Served {
  /** Never one that has errors. */
  readonly fleet: Index;
  /** Changes with what is answered. */
  readonly digest: string;
  /** Seconds since 1970. */
  readonly loadedAt: number;
  /** What is wrong with the newest description; none where it is the one that is served. */
  readonly problems: readonly Issue[];
  readonly reloads: { readonly good: number; readonly bad: number };
}

/** How a fleet is loaded. */
export interface LoadOptions {
  /** Reads and checks the description. @throws FleetError */
  readonly load: () => Index;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /**
   * Most clusters that a description may lose at once.
   *
   * @default - half of them, at least one
   */
  readonly maxRemovals?: number;
}

/** The first fleet. @throws FleetError: there is nothing to serve yet */
export function firstServed({ load, now }: LoadOptions): Served {
  const fleet = load();
  return { fleet, digest: digestOf(fleet), loadedAt: now() / 1000, problems: [], reloads: { good: 0, bad: 0 } };
}

/** The newest description where it is good; else the fleet from before, and what is wrong. */
export function nextServed(served: Served, options: LoadOptions): Served {
  const { good, bad } = served.reloads;
  try {
    const fleet = options.load();
    refuseShrunk(served.fleet, fleet, options.maxRemovals);
    return {
      fleet,
      digest: digestOf(fleet),
      loadedAt: options.now() / 1000,
      problems: [],
      reloads: { good: good + 1, bad },
    };
  } catch (error) {
    return { ...served, problems: issuesOf(error), reloads: { good, bad: bad + 1 } };
  }
}

function refuseShrunk(before: Index, after: Index, maxRemovals?: number): void {
  const left = new Set(after.clusters.map(({ name }) => name));
  const gone = before.clusters.filter(({ name }) => !left.has(name));
  if (gone.length <= (maxRemovals ?? Math.max(1, Math.floor(before.clusters.length / 2)))) return;
  const found = `${gone.length} of ${before.clusters.length} clusters gone`;
  throw new FleetError([issue('GENERATOR_SHRUNK', { path: `fleet ${after.name}`, found })]);
}

/** What is no issue is a mistake of ours: the fleet from before is served none the less. */
export function issuesOf(error: unknown): readonly Issue[] {
  if (FleetError.is(error)) return error.issues;
  const found = error instanceof Error ? error.name : 'something that is no error';
  return [
    issue('GENERATOR_REQUEST', { path: 'reload', found, fix: 'Run linkerd-fleet check, and report what it says.' }),
  ];
}

const digestOf = (fleet: Index): string => createHash('sha256').update(indexText(fleet)).digest('hex').slice(0, 16);
