/** Where the time of a run goes: a CPU profile for people who look closely, and a table by stage for the others. */
import { writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';

/** A run and its CPU profile. */
export interface Profiled<T> {
  readonly result: T;
  readonly profile: Profiler.Profile;
}

/** Samples taken each second, on average. */
const SAMPLES_PER_SECOND = 2000;

/** Runs `act` and watches it. What happens before, such as reading the program itself, is not seen; nor are other threads. */
export async function profiled<T>(act: () => T | Promise<T>): Promise<Profiled<T>> {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 1_000_000 / SAMPLES_PER_SECOND });
  session.post('Profiler.start');
  try {
    const result = await act();
    return { result, profile: stopped(session) };
  } finally {
    session.disconnect();
  }
}

function stopped(session: Session): Profiler.Profile {
  let found: Profiler.Profile | undefined;
  session.post('Profiler.stop', (error, stop) => {
    if (error) throw error;
    found = stop.profile;
  });
  return found as Profiler.Profile;
}

/** Writes a profile as Chrome's developer tools, speedscope and editors read it. */
export function writeProfile(path: string, profile: Profiler.Profile): void {
  writeFileSync(path, JSON.stringify(profile));
}

/** The functions by which a stage is known: whatever they call, down to those of another stage, is of it. */
const STAGES: Readonly<Record<string, readonly string[]>> = {
  describe: ['readDocuments', 'loadData', 'loadCode', 'openFleet', 'parseDocuments', 'open'],
  model: ['buildFleet', 'check', 'checkRules'],
  plan: ['planCluster', 'fingerprints'],
  resources: ['clusterFiles', 'attached', 'attachedFindings', 'customizeFiles', 'argocdFiles', 'renderCluster'],
  emit: ['renderFile', 'manifestPiece', 'linkPiece', 'accessPieces', 'emitManifest', 'emitDocument', 'emitApiObject'],
  sinks: ['writeTree', 'writeSections', 'writePart', 'inspect', 'apply', 'writeStream', 'bytesOf', 'digestOf'],
};

// A map: a program's functions may be called `constructor` or `toString`, which every object has.
const OF_NOBODY: ReadonlyMap<string, string> = new Map([
  ['(garbage collector)', 'garbage'],
  ['(idle)', 'idle'],
]);

/** Time by stage. */
export interface StageTime {
  readonly stage: string;
  readonly milliseconds: number;
}

/** Where the time went, in the order of the pipeline; collecting garbage belongs to no stage. */
export function stageTimes({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): readonly StageTime[] {
  const stageOf = stages(nodes);
  const times = new Map<string, number>([...Object.keys(STAGES), 'garbage', 'other'].map((stage) => [stage, 0]));
  samples.forEach((node, i) => {
    const stage = stageOf.get(node) ?? 'other';
    if (stage !== 'idle') times.set(stage, (times.get(stage) ?? 0) + (timeDeltas[i] ?? 0) / 1000);
  });
  return [...times].map(([stage, milliseconds]) => ({ stage, milliseconds }));
}

function stages(nodes: readonly Profiler.ProfileNode[]): ReadonlyMap<number, string> {
  const byFunction = new Map(Object.entries(STAGES).flatMap(([stage, names]) => names.map((name) => [name, stage])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Map<number, string>();
  const visit = (id: number, inherited: string | undefined): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const { functionName, url } = node.callFrame;
    // The bundler numbers functions of one name; functions of Node itself are nobody's.
    const own = url.startsWith('node:') ? undefined : byFunction.get(functionName.replace(/\d+$/, ''));
    const stage = OF_NOBODY.get(functionName) ?? own ?? inherited;
    if (stage !== undefined) found.set(id, stage);
    for (const child of node.children ?? []) visit(child, stage);
  };
  if (nodes[0] !== undefined) visit(nodes[0].id, undefined);
  return found;
}

/** The table for a terminal. */
export function stageTable(times: readonly StageTime[]): string {
  const all = times.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const row = (name: string, ms: number) =>
    `  ${name.padEnd(10)}${`${ms.toFixed(0)} ms`.padStart(11)}${`${((100 * ms) / (all || 1)).toFixed(0)} %`.padStart(7)}\n`;
  return times.map(({ stage, milliseconds }) => row(stage, milliseconds)).join('') + row('together', all);
}
