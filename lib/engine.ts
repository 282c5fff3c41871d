/** What V8 is told of the work ahead; it reads these flags whenever they matter to it, also in threads. */
import { setFlagsFromString } from 'node:v8';

/**
 * One cluster and the process ends: code is interpreted unless it runs ten times as long as V8 would wait. Optimising it costs a
 * tenth to a third of the processor time of a render, and pays after the end.
 */
export const forOneCluster = (): void => patience(process.versions.v8).forEach(setFlagsFromString);

/**
 * What has V8 wait, ten times what it has by default. Of a flag that it does not know it complains on standard error: 11.3 (Node 20) has a
 * budget; 11.8 to 14.6 (Node 21 to 26) count calls; of later ones nothing is known.
 */
export function patience(v8: string): readonly string[] {
  const [major = 0, minor = 0] = v8.split('.').map(Number);
  const version = major * 100 + minor;
  if (version < 1108) return ['--interrupt-budget=1500000'];
  if (version >= 1500) return [];
  return [
    '--invocation-count-for-maglev=4000',
    '--invocation-count-for-maglev-osr=1000',
    '--invocation-count-for-turbofan=30000',
    '--invocation-count-for-osr=5000',
  ];
}

/**
 * A cluster is garbage once it is written. V8 would let four times what lives gather, in each thread, before it looks; half
 * as much again takes no more time.
 */
export const forManyClusters = (): void => setFlagsFromString('--heap-growing-percent=50');

/**
 * Takes {@link forManyClusters} back for as long as threads begin: under other flags than those that node was built with, V8
 * refuses the code that it brings compiled, and ours, and each thread takes twice as long to begin.
 */
export const forNewThreads = (): void => setFlagsFromString('--heap-growing-percent=0');
