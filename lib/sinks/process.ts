/** Whether a process that left its mark still runs. */
import fs from 'node:fs';
import { hostname } from 'node:os';

/** What tells a process from every other, as far as the system says. */
export interface Process {
  readonly pid: number;
  readonly host: string;
  /** Linux: the process numbers of a container mean nothing in another one on the same host. */
  readonly namespace?: string;
  /** Linux: when it started, in clock ticks since boot; a number that is used again starts later. */
  readonly started?: string;
}

/** The process this code runs in. */
export function thisProcess(): Process {
  return { pid: process.pid, host: hostname(), namespace: namespace(), started: statusOf(process.pid)?.started };
}

/** Whether a process runs. One of another host or container may, so it does. */
export function isAlive({ pid, host, namespace: space, started }: Process): boolean {
  if (host !== hostname() || space !== namespace()) return true;
  const status = statusOf(pid);
  if (status === undefined || started === undefined) return isRunning(pid);
  return status.started === started && !'ZX'.includes(status.state);
}

/** Whether a number is that of a process, here and now. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function namespace(): string | undefined {
  try {
    return fs.readlinkSync('/proc/self/ns/pid');
  } catch {
    return undefined;
  }
}

/**
 * State and start from `/proc/<pid>/stat`, fields 3 and 22; the name of the program before them may hold anything, so they
 * are counted from its closing parenthesis. A process that nobody waited for (Z) is dead, and in containers stays so.
 */
function statusOf(pid: number): { readonly state: string; readonly started: string } | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}
