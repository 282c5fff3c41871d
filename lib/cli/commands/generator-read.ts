/**
 * A description, read by a process of its own: for a thousand clusters that takes seconds, in which the server has to answer. The
 * process that reads ends after it, with whatever it needed, and cannot take the server along.
 */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { type Index, indexOf } from '../../delivery/generator/parameters';
import { issuesOf } from '../../delivery/generator/served';
import { fingerprint } from '../../delivery/generator/watch';
import { FleetError, type Issue, issue, throwOnErrors } from '../../errors';
import { check, open } from '../../project';
import { listDataFiles } from '../../read/files';
import { type Context, EXIT } from '../command';
import { loadData } from '../open';

/** What became of reading a description. Plain data. */
export interface Reading {
  /** The index, where the description is good. */
  readonly fleet?: Index;
  /** What is wrong with it; none where it is good. */
  readonly issues: readonly Issue[];
  /** The files that were read, as they were before. */
  readonly read: string;
  /** Files that the description names. */
  readonly named: readonly string[];
}

/** The action `read`, which `serve` starts: a {@link Reading} on stdout. */
export function read({ io }: Context, path: string): number {
  io.out(JSON.stringify(readHere(path)));
  return EXIT.fine;
}

function readHere(path: string): Reading {
  const before = filesOf(path);
  const named = new Map<string, string>();
  let outcome: Pick<Reading, 'fleet' | 'issues'>;
  try {
    outcome = { fleet: indexAt(path, named), issues: [] };
  } catch (error) {
    outcome = { issues: issuesOf(error) };
  }
  return { ...outcome, read: [before, ...named.values()].join('\n'), named: [...named.keys()] };
}

/** @param named gets the files that the description names, as they were before they were read */
function indexAt(path: string, named: Map<string, string>): Index {
  const loaded = loadData(path);
  const readFile: typeof loaded.readFile = (name) => {
    const file = resolve(loaded.root ?? '.', name);
    named.set(file, fingerprint([file]));
    return loaded.readFile(name);
  };
  const project = open({ ...loaded, readFile });
  throwOnErrors(check(project));
  return indexOf(project.fleet);
}

function filesOf(path: string): string {
  const { root, files } = listDataFiles(path);
  return fingerprint(files.map((file) => join(root, file)));
}

/** The files of a description as they are now: `read` of a {@link Reading} where they are still what was read. */
export function lookAt(path: string, named: readonly string[]): string {
  return [filesOf(path), ...named.map((file) => fingerprint([file]))].join('\n');
}

/** Reads the description at `path`. Never fails: a process that ends without an answer is a reading with an issue. */
export function readElsewhere(path: string): { readonly reading: Promise<Reading>; readonly stop: () => void } {
  const args = [...process.execArgv, process.argv[1] ?? '', 'generator', 'read', path];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const reading = new Promise<Reading>((done) => {
    child.once('error', (error: NodeJS.ErrnoException) => done(failed(path, String(error.code))));
    child.once('close', (code, signal) => {
      done(code === EXIT.fine ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : failed(path, `${signal ?? code}`));
    });
  });
  return { reading, stop: () => child.kill('SIGKILL') };
}

function failed(path: string, how: string): Reading {
  const found = `a process that ended with ${how} before it had read the description`;
  const fix = 'Give the server more memory, or run linkerd-fleet check and report what it says.';
  return { issues: [issue('GENERATOR_REQUEST', { path: 'reload', found, fix })], read: lookAt(path, []), named: [] };
}

/** The index of a reading. @throws FleetError with what is wrong */
export function indexIn({ fleet, issues }: Reading): Index {
  if (fleet === undefined) throw new FleetError([...issues]);
  return fleet;
}
