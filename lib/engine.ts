/** What V8 is told of the work ahead; it reads these flags whenever they matter to it, also in threads. */
import { setFlagsFromString } from 'node:v8';

/**
 * One cluster and the process ends: code is interpreted unless it runs ten times as long as V8 would wait. Optimising it costs a
 * quarter to a third of the processor time of a render, and pays after the end.
 */
export const forOneCluster = (): void => setFlagsFromString('--interrupt-budget=1500000');

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
