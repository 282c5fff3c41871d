/**
 * A limit on the time that a render takes. Everything in it is synchronous, so no timer fires before it is over; the limit
 * of node:vm interrupts running code. Argo CD kills a plugin without a warning, so the limit has to be a nearer one.
 */
import { runInThisContext } from 'node:vm';
import { FleetError, issue } from '../../../errors';

/** What is under way, for the message: set it as the work goes on. */
export interface Phase {
  now: string;
}

const TASK = Symbol.for('linkerd-fleet.cmp.task');
const SOURCE = `globalThis[Symbol.for('linkerd-fleet.cmp.task')]()`;

/**
 * Runs `task` for at most `timeout` milliseconds.
 *
 * @throws CMP_DEADLINE
 */
export function within<T>(timeout: number, phase: Phase, task: () => T): T {
  if (timeout < 1) throw late(phase);
  const scope = globalThis as { [TASK]?: () => T };
  const outer = scope[TASK];
  scope[TASK] = task;
  try {
    return runInThisContext(SOURCE, { timeout: Math.floor(timeout) }) as T;
  } catch (error) {
    throw (error as NodeJS.ErrnoException)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? late(phase) : error;
  } finally {
    scope[TASK] = outer;
  }
}

/** The issue of work that was not done in time. */
export function late({ now }: Phase): FleetError {
  return new FleetError([issue('CMP_DEADLINE', { path: 'LINKERD_FLEET_TIMEOUT', found: `no end while ${now}` })]);
}
