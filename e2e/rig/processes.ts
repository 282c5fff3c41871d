/** Processes of the file of tests that is running, and the directory of the run. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { binary, type Program } from './tools';

/** Directory of the run: removed with everything in it when the run is over. */
export const RUN = process.env['E2E_DIR']!;

/** A new empty directory. Its path is short enough for unix sockets. */
export function scratch(name: string): string {
  const parent = join(RUN, 'd');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, `${name}-`));
}

/**
 * A port of 127.0.0.1 that nobody listens on. Not one of those that the system gives to connections: until the program listens on
 * it, any of the many connections here could get it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + randomInt(10_000);
    if (!given.has(port) && (await isFree(port))) {
      given.add(port);
      return port;
    }
  }
}
const given = new Set<number>();

// Files that run at the same time would find the same port free.
const FIRST_PORT = 10_000 + (Number(process.env['VITEST_POOL_ID'] ?? 1) % 2) * 10_000;

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** A running process. */
export interface Process {
  readonly pid: number;
  /** What it wrote so far, on both streams. */
  readonly log: () => string;
  /** Undefined while it runs. */
  readonly exited: () => string | undefined;
  /** Kills it and waits until it is gone. Most of these programs take their time over SIGTERM, one ignores it. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** What to start a program with. */
export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Name of the log file, and of the process in messages. @default - the program's name */
  readonly name?: string;
  /** The name under which a program with many faces is called. @default - the program's name */
  readonly argv0?: string;
}

const running = new Set<Process>();
let logs = 0;

/** Starts a program of e2e/tools, or any executable by its path. */
export function start(program: Program | `/${string}`, options: StartOptions = {}): Process {
  const { args = [], env = {}, cwd = RUN, name = program, argv0 = program } = options;
  const path = program.startsWith('/') ? program : binary(program as Program);
  const file = logFile(name);
  // Nothing of the caller's environment but what programs need to be found and the mark of the run: a KUBECONFIG or proxy
  // of whoever runs the tests must not matter.
  const base = { PATH: process.env['PATH']!, E2E_DIR: RUN, TMPDIR: process.env['TMPDIR']!, HOME: RUN };
  const child = spawn(path, args, { cwd, argv0, env: { ...base, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const sink = createWriteStream(file);
  child.stdout.pipe(sink, { end: false });
  child.stderr.pipe(sink, { end: false });
  return track(child, file);
}

function logFile(name: string): string {
  mkdirSync(join(RUN, 'logs'), { recursive: true });
  const file = join(RUN, 'logs', `${++logs}-${name.split('/').pop()}.log`);
  // Files of tests before this one count from one too.
  return existsSync(file) ? logFile(name) : file;
}

function track(child: ChildProcess, file: string): Process {
  let exited: string | undefined;
  const gone = new Promise<void>((resolve) => {
    const end = (how: string) => {
      exited ??= how;
      running.delete(started);
      resolve();
    };
    child.on('exit', (code, signal) => end(signal ?? `exit ${code}`));
    child.on('error', (error) => end(error.message));
  });
  const started: Process = {
    pid: child.pid ?? 0,
    log: () => readFileSync(file, 'utf8'),
    exited: () => exited,
    stop: async (signal = 'SIGKILL') => {
      if (exited === undefined) child.kill(signal);
      await gone;
    },
  };
  running.add(started);
  return started;
}

/** Throws with the end of its log when the process is gone: for whoever waits for it to be ready. */
export function alive(process: Process, name: string): void {
  const how = process.exited();
  if (how === undefined) return;
  throw new Error(`${name} ended with ${how}:\n${process.log().split('\n').slice(-15).join('\n')}`);
}

const closers: (() => Promise<void> | void)[] = [];

/** Does something when the file's tests are over, before its processes are killed. */
export const atEnd = (close: () => Promise<void> | void): void => void closers.push(close);

/** Ends everything that the file of tests started. */
export async function stopAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
  await Promise.all([...running].map((process) => process.stop()));
}
