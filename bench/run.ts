/**
 * `npm run bench`: measures what docs/performance.md talks about, and writes bench/results.md.
 *
 * npm run bench -- --only render,check    some rows, results are not written
 * npm run bench -- --small                all rows with small fleets, in two minutes but for waits, results are not written
 * npm run bench -- --dir DIR              where the fleets are written (20 GB); default: the temporary directory
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bench, isolate, type Outcome, type Row } from './bench';
import { machineFacts } from './machine';
import { stopRunning } from './process';
import { goalTable, resultsPage } from './report';
import { check, render } from './rows/commands';
import { fleetRows } from './rows/fleet';
import { growth } from './rows/growth';
import { peers } from './rows/peers';
import { planning } from './rows/planning';
import { shards } from './rows/shards';

const ROWS: readonly Row[] = [...fleetRows, render, check, growth, shards, planning, peers];
const PREFIX = 'linkerd-fleet-bench-';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, small: { type: 'boolean', default: false }, dir: { type: 'string' } },
  });
  const rows = chosen(values.only);
  const dir = directory(resolve(values.dir ?? tmpdir()));
  const bench: Bench = { dir, small: values.small, say: (text) => void process.stderr.write(`${text}\n`) };
  isolate(bench);
  const facts = machineFacts(dir);
  try {
    const outcomes: Outcome[] = [];
    for (const row of rows) {
      bench.say(`► ${row.name}: ${row.about}`);
      const outcome = await row.measure(bench);
      outcomes.push(outcome);
      bench.say(outcome.goals.length > 0 ? goalTable(outcome.goals) : '');
    }
    const page = resultsPage(facts, outcomes);
    process.stdout.write(page);
    if (values.only === undefined && !values.small) writeFileSync(join(__dirname, 'results.md'), page);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function chosen(only: string | undefined): readonly Row[] {
  const names = only?.split(',') ?? ROWS.map(({ name }) => name);
  const unknown = names.filter((name) => !ROWS.some((row) => row.name === name));
  if (unknown.length > 0)
    throw new Error(`--only ${unknown.join(',')}: rows are ${ROWS.map((row) => row.name).join(', ')}`);
  return ROWS.filter(({ name }) => names.includes(name));
}

/** A directory that is gone when the bench ends, also when it is interrupted; those of benches that were killed go now. */
function directory(parent: string): string {
  for (const name of readdirSync(parent).filter((n) => n.startsWith(PREFIX)))
    if (!isRunning(Number(name.slice(PREFIX.length).split('-')[0])))
      rmSync(join(parent, name), { recursive: true, force: true });
  const dir = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      stopRunning();
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
      process.exit(1);
    });
  return dir;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
