/** Which of several runs side by side writes a cluster. */
import { createHash } from 'node:crypto';

/** One of `count` runs that write a fleet together; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * The shard of a cluster, from 1 to `count`: the first four bytes of the SHA-256 of its name, big-endian, modulo `count`,
 * plus 1. It depends on nothing else, so a cluster that joins or leaves the fleet moves no other, and a cluster that left
 * is still somebody's to remove. Files of the fleet as a whole are the first shard's.
 */
export function shardOf(name: string, count: number): number {
  return (createHash('sha256').update(name).digest().readUInt32BE(0) % count) + 1;
}

/** Whether a run writes a cluster; a run that is not a shard writes all. */
export function writes(shard: Shard | undefined, name: string): boolean {
  return shard === undefined || shardOf(name, shard.count) === shard.index;
}
