/** One run at a time in an output directory, or the shards of one fleet side by side. */
import fs from 'node:fs';
import { join } from 'node:path';
import { FleetError, issue } from '../errors';
import { makeDirectories } from '../mkdir';
import { type Disk, entryAt, namesIn, removeLeftovers, replaceFile, shown } from './disk';
import { STATE, temporaryName } from './paths';
import { isAlive, isRunning, type Process, thisProcess } from './process';
import type { Shard } from './shard';

/** What a lock file holds: who has it, since when, for the person who finds it. */
interface Holder extends Process {
  readonly since: string;
}

/**
 * Runs `act` while this process holds the lock of the output directory, or of its shard.
 *
 * The lock is a file. A process that dies, or is stopped by a signal, leaves it behind, and the next run on the same host
 * takes it over: signal handlers would not do, since a synchronous run never gets to them and could not be interrupted.
 *
 * @throws FleetError OUTPUT_LOCKED when another run holds the lock, or one that this run cannot go beside
 */
export function withLock<T>(disk: Disk, shard: Shard | undefined, act: () => T): T {
  const name = lockName(shard);
  makeStateDirectory(disk);
  removeLeftovers(disk, STATE, (target, pid) => (LOCK.test(target) || target === '.gitignore') && !isRunning(pid));
  acquire(disk, name);
  try {
    refuseBeside(disk, name, shard);
    return act();
  } finally {
    fs.rmSync(lockPath(disk, name), { force: true });
  }
}

function makeStateDirectory(disk: Disk): void {
  const { kind } = entryAt(disk, STATE);
  if (kind === 'symlink')
    throw new FleetError([issue('OUTPUT_SYMLINK', { path: shown(disk, STATE), found: 'a symbolic link' })]);
  makeDirectories(join(disk.root, STATE));
  // A lock that a dead run left would look alive to everybody who checks it out.
  const ignore = `${STATE}/.gitignore`;
  if (entryAt(disk, ignore).kind === 'nothing') replaceFile(disk, ignore, { bytes: Buffer.from('lock*\n.lock*\n') });
}

const LOCK = /^lock(?:\.[0-9]+-of-([0-9]+))?(?:\.takeover)*$/;

function lockName(shard: Shard | undefined): string {
  return shard === undefined ? 'lock' : `lock.${shard.index}-of-${shard.count}`;
}

function lockPath(disk: Disk, name: string): string {
  return join(disk.root, STATE, name);
}

/** Linking a complete file makes the lock appear at once, with its holder in it, or not at all. */
function acquire(disk: Disk, name: string): void {
  const temporary = lockPath(disk, temporaryName(name));
  const holder: Holder = { ...thisProcess(), since: new Date().toISOString() };
  fs.writeFileSync(temporary, `${JSON.stringify(holder)}\n`);
  try {
    if (!tryLink(temporary, lockPath(disk, name))) {
      removeIfDead(disk, name);
      if (!tryLink(temporary, lockPath(disk, name))) throw locked(disk, name, readHolder(disk, name));
    }
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a lock whose holder is dead. Only who holds the lock's own lock may, and looks again under it: otherwise two runs
 * that both saw the dead holder could remove the lock twice, the second time from the first of them.
 */
function removeIfDead(disk: Disk, name: string): void {
  if (!isDead(readHolder(disk, name))) return;
  const guard = `${name}.takeover`;
  acquire(disk, guard);
  try {
    if (!isDead(readHolder(disk, name))) return;
    fs.rmSync(lockPath(disk, name), { force: true });
    disk.afterDeath = true;
  } finally {
    fs.rmSync(lockPath(disk, guard), { force: true });
  }
}

function isDead(holder: Holder | 'nobody' | 'unknown'): boolean {
  return typeof holder === 'object' && !isAlive(holder);
}

function readHolder(disk: Disk, name: string): Holder | 'nobody' | 'unknown' {
  try {
    const holder = JSON.parse(fs.readFileSync(lockPath(disk, name), 'utf8')) as Partial<Holder> | null;
    return typeof holder?.pid === 'number' && typeof holder.host === 'string' ? (holder as Holder) : 'unknown';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'nobody' : 'unknown';
  }
}

/** A run beside other shards of the same number is fine; any other run beside this one is not. */
function refuseBeside(disk: Disk, own: string, shard: Shard | undefined): void {
  for (const name of namesIn(disk, STATE)) {
    const match = LOCK.exec(name);
    if (match === null || name === own) continue;
    removeIfDead(disk, name);
    const isSibling = shard !== undefined && match[1] === String(shard.count);
    const holder = readHolder(disk, name);
    if (!isSibling && !name.endsWith('.takeover') && holder !== 'nobody') throw locked(disk, name, holder);
  }
}

function locked(disk: Disk, name: string, holder: Holder | 'nobody' | 'unknown'): FleetError {
  const known = typeof holder === 'object' ? holder : undefined;
  const found = known ? `a run of process ${known.pid} on ${known.host}, since ${known.since}` : 'another run';
  return new FleetError([issue('OUTPUT_LOCKED', { path: shown(disk, `${STATE}/${name}`), found })]);
}
