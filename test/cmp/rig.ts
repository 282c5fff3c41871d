/** The plugin as Argo CD runs it: by argocd-cmp-server, once for each render, and as the server that it can be itself. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { BIN, environment } from '../cli/process';
import { writeFiles } from '../files';

const made: string[] = [];
const running: ChildProcess[] = [];
afterAll(async () => {
  await Promise.all(running.splice(0).map((child) => ended(child, 'SIGKILL')));
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** A directory of the test file's own, with a short name: a socket's path has at most 107 bytes. */
export function scratch(): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'lfc-')));
  made.push(directory);
  return directory;
}

/** A repository with these files; `-> target` makes a symbolic link. */
export function repository(files: Readonly<Record<string, string | Buffer>>): string {
  const root = join(scratch(), 'repo');
  mkdirSync(root);
  writeFiles(root, files);
  return root;
}

/** Variables of sidecar and request. */
export type Variables = Readonly<Record<string, string>>;

/** What a process wrote. */
export interface Ran {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `cmp <action>` in the application path, as argocd-cmp-server does. */
export function cmp(action: 'generate' | 'parameters', root: string, path: string, env: Variables = {}): Ran {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [BIN, 'cmp', action], {
    cwd: join(root, path),
    env: environment(env),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, signal, stdout, stderr };
}

/** A server that runs. */
export interface Server {
  readonly socket: string;
  readonly work: string;
  readonly child: ChildProcess;
  /** What it has written to stderr so far. */
  readonly log: () => string;
  /** Sends a signal and waits for the end. */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** Starts `cmp serve` and waits for its socket. */
export async function startServer(env: Variables = {}, directory = scratch()): Promise<Server> {
  const socket = join(directory, 's.sock');
  const child = spawn(process.execPath, [BIN, 'cmp', 'serve', '--socket', socket], {
    env: environment({ ARGOCD_CMP_WORKDIR: directory, ...env }),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.push(child);
  let log = '';
  child.stderr!.on('data', (data) => {
    log += data;
  });
  while (!(existsSync(socket) && log.includes('"serving"'))) {
    if (child.exitCode !== null) throw new Error(`cmp serve ended with ${child.exitCode}: ${log}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return { socket, work: directory, child, log: () => log, stop: (signal) => ended(child, signal) };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}
