/** A description that is code, inside the sidecar: quiet, and stopped when it does not end. */
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { late, type Phase } from '../../delivery/argocd/cmp/deadline';
import { message } from '../../delivery/argocd/cmp/message';
import { issue } from '../../errors';
import { open, type Project } from '../../project';
import { EXIT } from '../command';
import { loadCode } from '../load-code';

/** How code is run. */
export interface CodeRun {
  readonly file: string;
  /** The same from the root of the repository, for messages. */
  readonly shown: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly phase: Phase;
  readonly cluster: string | undefined;
}

/**
 * Runs a description. What it prints is dropped, now and when it makes charts: on stdout it would be taken for objects, and
 * on stderr for the reason of a failure.
 *
 * Code that never ends, never lets a timer fire: a second thread says so and ends the process, as Argo CD would a little
 * later without a word.
 */
export async function openCode({ file, shown, timeout, phase, cluster }: CodeRun): Promise<Project> {
  if (timeout < 1) throw late(phase);
  const guard = new Worker(GUARD, {
    eval: true,
    workerData: { timeout, text: message(late(phase).issues, cluster) },
  });
  guard.unref();
  for (const stream of [process.stdout, process.stderr]) silence(stream);
  const early = () => endedEarly(shown, cluster);
  process.once('exit', early);
  try {
    return open(await loadCode(file, shown));
  } finally {
    process.off('exit', early);
    await guard.terminate();
  }
}

/** Code that ends the process would make an empty answer of success, for which Argo CD prunes everything. */
function endedEarly(path: string, cluster: string | undefined): void {
  const ended = issue('CODE_FAILED', { path, found: 'the end of the process, before app.synth() was done' });
  writeSync(2, message([ended], cluster));
  process.exitCode = EXIT.failure;
}

const GUARD = `
const { workerData } = require('node:worker_threads');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, workerData.timeout);
require('node:fs').writeSync(2, workerData.text);
process.kill(process.pid, 'SIGKILL');
`;

function silence(stream: NodeJS.WriteStream): void {
  stream.write = ((_: unknown, encoding?: unknown, done?: unknown) => {
    const callback = typeof encoding === 'function' ? encoding : done;
    if (typeof callback === 'function') callback();
    return true;
  }) as typeof stream.write;
}
