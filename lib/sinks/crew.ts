/** Clusters shared out among threads: this one, and mates that make the same files from the same description. */
import { awaitMate, type Board, doneSoFar, newBoard } from './board';
import type { WriteOptions } from './directory';
import type { Disk } from './disk';
import type { ClusterFiles } from './files';
import type { Memory, Seen } from './memory';
import { type Part, type PartOptions, writePart } from './part';

/** What a mate needs to know of the run. Plain data. */
export interface Share extends PartOptions {
  readonly root: string;
  readonly name: string;
  /** Names of the clusters of the run that are to be looked at, in order. */
  readonly clusters: readonly string[];
  readonly board: SharedArrayBuffer;
  /** Number of the mate, from 0. */
  readonly mate: number;
  /** Whether what is found as it should be is remembered. */
  readonly remembers: boolean;
}

/** What a mate leaves behind. */
export interface MatePart extends Part {
  readonly seen: readonly (readonly [cluster: string, Seen])[];
}

/** Threads that help to write. */
export interface Crew {
  /** How many there are at most. */
  readonly mates: number;
  /** Starts one; the function that comes back is called once when it has finished, and not if it never began. */
  readonly start: (share: Share) => () => MatePart;
}

/** Does all clusters. Parts come back in no order. */
export function writeParts(
  disk: Disk,
  todo: readonly ClusterFiles[],
  options: WriteOptions,
  memory: Memory | undefined,
  onCluster: (name: string, done: number) => void,
): readonly Part[] {
  const mates = todo.length < WORTH_A_CREW ? 0 : (options.crew?.mates ?? 0);
  const board = newBoard(mates);
  const collect = Array.from({ length: mates }, (_, mate) =>
    (options.crew as Crew).start(shareOf(disk, todo, options, board, mate, memory !== undefined)),
  );
  const parts: Part[] = [writePart(disk, todo, options, board, memory, (name) => onCluster(name, doneSoFar(board)))];
  collect.forEach((partOf, mate) => {
    if (!awaitMate(board, mate, () => onCluster('', doneSoFar(board)))) return;
    const part = partOf();
    for (const [name, seen] of part.seen) memory?.seen.set(name, { ...seen, under: memory.under });
    if (memory && part.seen.length > 0) memory.changed = true;
    parts.push(part);
  });
  if (mates > 0) onCluster('', todo.length);
  return parts;
}

/** Clusters from which on starting another thread takes less time than it saves. */
const WORTH_A_CREW = 150;

function shareOf(
  { root, name }: Disk,
  todo: readonly ClusterFiles[],
  { dryRun, force, allowEmpty }: WriteOptions,
  { cells }: Board,
  mate: number,
  remembers: boolean,
): Share {
  const clusters = todo.map((cluster) => cluster.name);
  return { root, name, clusters, board: cells.buffer, mate, remembers, dryRun, force, allowEmpty };
}
