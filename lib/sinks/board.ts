/** What the threads of one run tell each other: which cluster is next, where one was refused, who still works. */

/** Shared memory of a run. */
export interface Board {
  readonly cells: Int32Array<SharedArrayBuffer>;
}

const [NEXT, REFUSED, STOPPED, DONE, LOADED, MATES] = [0, 1, 2, 3, 4, 5];
const [IDLE, WORKING, FINISHED, DISMISSED] = [0, 1, 2, 3];

/** A board for one thread and `mates` more. */
export function newBoard(mates: number): Board {
  const cells = new Int32Array(new SharedArrayBuffer(4 * (MATES + mates)));
  cells[REFUSED] = 2 ** 31 - 1;
  return { cells };
}

/** The board that another thread made. */
export function boardOf(memory: SharedArrayBuffer): Board {
  return { cells: new Int32Array(memory) };
}

/** The next cluster to do, by its number; there may be none of that number. Each is given to one thread. */
export function claim({ cells }: Board): number {
  return Atomics.load(cells, STOPPED) === 1 ? Number.POSITIVE_INFINITY : Atomics.add(cells, NEXT, 1);
}

/** Says that a cluster is refused: none after it is written from now on. */
export function refuse({ cells }: Board, cluster: number): void {
  for (let first = Atomics.load(cells, REFUSED); cluster < first; ) {
    const found = Atomics.compareExchange(cells, REFUSED, first, cluster);
    if (found === first) return;
    first = found;
  }
}

/** Whether a cluster before this one is refused. */
export function isAfterRefused({ cells }: Board, cluster: number): boolean {
  return cluster > Atomics.load(cells, REFUSED);
}

/** Has no thread begin another cluster. */
export function stop({ cells }: Board): void {
  Atomics.store(cells, STOPPED, 1);
}

/** Counts a cluster as done. */
export function countDone({ cells }: Board): void {
  Atomics.add(cells, DONE, 1);
}

/** Clusters done. */
export function doneSoFar({ cells }: Board): number {
  return Atomics.load(cells, DONE);
}

/** Says that a mate has all of its code, and whether it is the last of them. */
export function isLastLoaded({ cells }: Board): boolean {
  return Atomics.add(cells, LOADED, 1) + 1 === cells.length - MATES;
}

/** Whether mate `mate` may begin: the others may have finished before it was ready. */
export function begin({ cells }: Board, mate: number): boolean {
  return Atomics.compareExchange(cells, MATES + mate, IDLE, WORKING) === IDLE;
}

/** Says that a mate has left its part where it is looked for. */
export function finish({ cells }: Board, mate: number): void {
  Atomics.store(cells, MATES + mate, FINISHED);
  Atomics.notify(cells, MATES + mate);
}

/** How long a cluster may take before a mate is given up, in milliseconds. */
const PATIENCE = 300_000;

/**
 * Waits for a mate, and says whether it has a part: one that has not begun yet is not waited for. The thread sleeps.
 *
 * @param onProgress called about each second meanwhile
 * @throws Error when nothing is done for five minutes: the thread died
 */
export function awaitMate(board: Board, mate: number, onProgress: () => void): boolean {
  const { cells } = board;
  if (Atomics.compareExchange(cells, MATES + mate, IDLE, DISMISSED) === IDLE) return false;
  let [done, since] = [-1, 0];
  while (Atomics.wait(cells, MATES + mate, WORKING, 1000) === 'timed-out') {
    const now = doneSoFar(board);
    if (now !== done) [done, since] = [now, Date.now()];
    else if (Date.now() - since > PATIENCE) throw new Error('a thread of this run died; run again with --jobs 1');
    onProgress();
  }
  return true;
}
