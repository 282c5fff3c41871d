/** A description that is code, inside the sidecar: quiet, and stopped when it does not end. */
import { Worker } from 'node:worker_threads';
import { late, type Phase } from '../../delivery/argocd/cmp/deadline';
import { message } from '../../delivery/argocd/cmp/message';
import { open, type Project } from '../../project';
import { loadCode } from '../load-code';

/**
 * Runs a description for at most `timeout` milliseconds. What it prints is dropped: on stdout it would be taken for objects,
 * and on stderr for the reason of a failure.
 *
 * Code that never ends, never lets a timer fire: a second thread says so and ends the process, as Argo CD would a little
 * later without a word.
 */
export async function openCode(
  file: string,
  timeout: number,
  phase: Phase,
  cluster: string | undefined,
): Promise<Project> {
  if (timeout < 1) throw late(phase);
  const text = message(late(phase).issues, cluster);
  const guard = new Worker(GUARD, { eval: true, workerData: { timeout, text } });
  guard.unref();
  const loud = [process.stdout, process.stderr].map((stream) => silence(stream));
  try {
    return open(await loadCode(file));
  } finally {
    for (const restore of loud) restore();
    await guard.terminate();
  }
}

const GUARD = `
const { workerData } = require('node:worker_threads');
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, workerData.timeout);
require('node:fs').writeSync(2, workerData.text);
process.kill(process.pid, 'SIGKILL');
`;

function silence(stream: NodeJS.WriteStream): () => void {
  const { write } = stream;
  stream.write = ((_: unknown, encoding?: unknown, done?: unknown) => {
    const callback = typeof encoding === 'function' ? encoding : done;
    if (typeof callback === 'function') callback();
    return true;
  }) as typeof write;
  return () => {
    stream.write = write;
  };
}
