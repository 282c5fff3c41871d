/** Running a command and learning what it took. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What one run of a command took. */
export interface Run {
  /** Wall time, from the start of the process to its end. */
  readonly ms: number;
  /** Processor time of the process and of those it started. */
  readonly cpuMs: number;
  /** Most memory that one of its processes held; none where GNU time is not installed. */
  readonly rssMb?: number;
}

/** A command, and where and how it runs. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A command that did not succeed, with the end of what it said. */
export class CommandFailed extends Error {}

const TIME = '/usr/bin/time';
let running: ChildProcess | undefined;
let count = 0;

/**
 * Runs a command to its end. What it writes to standard output is thrown away, as `/dev/null` does.
 *
 * @param scratch a directory for a file of measurements
 * @throws CommandFailed when it ends with another status than 0
 */
export async function run({ command, args, cwd, env }: Command, scratch: string): Promise<Run> {
  const facts = join(scratch, `time-${process.pid}-${count++}`);
  const timed = existsSync(TIME);
  const argv = timed ? [TIME, '-f', '%U %S %M', '-o', facts, command, ...args] : [command, ...args];
  const began = process.hrtime.bigint();
  const child = spawn(argv[0]!, argv.slice(1), {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own, so that what it started ends with it.
    detached: true,
  });
  running = child;
  const { status, voice } = await ended(child);
  const ms = Number(process.hrtime.bigint() - began) / 1e6;
  running = undefined;
  if (status !== 0) throw new CommandFailed(`${command} ${args.join(' ')}: status ${status}\n${voice.slice(-2000)}`);
  if (!timed) return { ms, cpuMs: Number.NaN };
  const [user, system, kilobytes] = readFileSync(facts, 'utf8').trim().split('\n').at(-1)!.split(' ').map(Number);
  rmSync(facts);
  return { ms, cpuMs: (user! + system!) * 1000, rssMb: kilobytes! / 1024 };
}

function ended(child: ChildProcess): Promise<{ status: number | null; voice: string }> {
  let voice = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    voice += text;
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (status) => done({ status, voice }));
  });
}

/** Ends what is running now, for whoever interrupts the bench. */
export function stopRunning(): void {
  if (running?.pid === undefined) return;
  try {
    process.kill(-running.pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
