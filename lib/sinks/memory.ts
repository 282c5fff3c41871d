/**
 * What earlier runs saw of an output directory: clusters whose files follow from the same description and have not been
 * touched since they were last compared, byte by byte. Kept outside the directory, so that nobody's commit can change it;
 * without it everything is compared.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { dirname } from 'node:path';
import { makeDirectories } from '../mkdir';
import { type Disk, entryAt, obstacle } from './disk';
import { clusterInventory } from './inventory';
import { temporaryName } from './paths';

/** One cluster, as it was when its files were compared. */
export interface Seen {
  /** What the files follow from. */
  readonly token: string;
  /** Stands for the whole description under which that was the token last. @default - a description that has none */
  readonly under?: string;
  /** Digest of the stamps of all files, and of the inventory. */
  readonly stamps: string;
  /** Relative to the directory of the cluster. */
  readonly paths: readonly string[];
  readonly bytes: number;
}

/** What is known of one output directory. */
export interface Memory {
  readonly file: string;
  /** Stands for the whole description of this run: a token that was right under it need not be made again. */
  readonly under?: string;
  readonly seen: Map<string, Seen>;
  /** Whether it is to be written. */
  changed: boolean;
}

const VERSION = 2;

/** Reads what is known of the directory at `root`. What cannot be read is nothing. */
export function readMemory(file: string, root: string, under?: string): Memory {
  const memory: Memory = { file, under, seen: new Map(), changed: false };
  try {
    const { version, root: of, lists, descriptions, clusters } = JSON.parse(fs.readFileSync(file, 'utf8')) as Stored;
    if (version !== VERSION || of !== root) return memory;
    for (const [name, [token, stamps, list, bytes, description]] of Object.entries(clusters)) {
      const paths = lists[list] as readonly string[];
      memory.seen.set(name, { token, stamps, paths, bytes, under: descriptions[description] });
    }
  } catch {
    memory.seen.clear();
  }
  return memory;
}

/** As it is stored: most clusters have the same list of paths. */
interface Stored {
  readonly version: number;
  readonly root: string;
  readonly lists: readonly (readonly string[])[];
  readonly descriptions: readonly string[];
  readonly clusters: Readonly<Record<string, StoredCluster>>;
}

type StoredCluster = readonly [token: string, stamps: string, list: number, bytes: number, description: number];

/** Writes what is known now, if it is anything new. Failing costs time in the next run, nothing else. */
export function writeMemory({ file, seen, changed }: Memory, root: string): void {
  if (!changed) return;
  const [lists, descriptions] = [numbered(), numbered()];
  const clusters: [string, StoredCluster][] = [];
  for (const [name, { token, stamps, paths, bytes, under }] of seen) {
    const description = under === undefined ? -1 : descriptions.numberOf(under);
    clusters.push([name, [token, stamps, lists.numberOf(paths.join('\n')), bytes, description]]);
  }
  const stored: Stored = {
    version: VERSION,
    root,
    lists: lists.all().map((key) => key.split('\n')),
    descriptions: descriptions.all(),
    clusters: Object.fromEntries(clusters),
  };
  try {
    makeDirectories(dirname(file), 0o700);
    const temporary = `${dirname(file)}/${temporaryName('memory')}`;
    fs.writeFileSync(temporary, JSON.stringify(stored));
    fs.renameSync(temporary, file);
  } catch {
    // As if it had never been known.
  }
}

/** Numbers texts from 0, the same text always the same. */
function numbered() {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    return numbers.get(text) as number;
  };
  return { numberOf, all: () => [...numbers.keys()] };
}

/** A cluster that need not be looked at: how many files it has, and bytes in them. */
export interface Untouched {
  readonly files: number;
  readonly bytes: number;
}

/** Whether a cluster's files are what they were when they were compared, and follow from the same. */
export function untouched(memory: Memory, disk: Disk, name: string, token: () => string): Untouched | undefined {
  const seen = memory.seen.get(name);
  if (seen === undefined) return undefined;
  if (seen.under === undefined || seen.under !== memory.under) {
    if (seen.token !== token()) return undefined;
    memory.seen.set(name, { ...seen, under: memory.under });
    memory.changed ||= seen.under !== memory.under;
  }
  const now = stampsOf(disk, name, seen.paths);
  return now?.digest === seen.stamps ? { files: seen.paths.length, bytes: seen.bytes } : undefined;
}

/**
 * Remembers a cluster. `before` is what `stampsOf` said before its files were read: a file that changes while or after it is
 * read has another time of change then. A file system counts time in steps, so what changed in the last two seconds may
 * change once more and look the same: such a cluster is compared again by the next run.
 */
export function remember(
  memory: Memory,
  name: string,
  token: () => string,
  before: Stamps | undefined,
  bytes: number,
): void {
  const isOld = before !== undefined && before.newest < before.at - STEP;
  if (!isOld) {
    memory.changed ||= memory.seen.delete(name);
    return;
  }
  memory.seen.set(name, {
    token: token(),
    stamps: before.digest,
    paths: before.paths,
    bytes,
    under: memory.under,
  });
  memory.changed = true;
}

const STEP = 2000;

/** What tells a file from every other and from itself after a change, for all files of a cluster. */
export interface Stamps {
  readonly paths: readonly string[];
  readonly digest: string;
  /** When the last of them changed, and when that was asked, in milliseconds. */
  readonly newest: number;
  readonly at: number;
}

/** The stamps of a cluster's files and of its inventory; `undefined` when one of them is no file. */
export function stampsOf(disk: Disk, name: string, paths: readonly string[]): Stamps | undefined {
  const at = Date.now();
  let [text, newest] = ['', 0];
  for (const path of [clusterInventory(name), ...paths.map((p) => `clusters/${name}/${p}`)]) {
    if (obstacle(disk, path) !== undefined) return undefined;
    const entry = entryAt(disk, path);
    if (entry.kind !== 'file') return undefined;
    // Nobody can set the time of change (ctime) of a file: it is when its content, name, mode or owner last changed.
    text += `${entry.inode} ${entry.size} ${entry.mode} ${entry.modified} ${entry.changed}\n`;
    newest = Math.max(newest, entry.changed);
  }
  return { paths, digest: createHash('sha256').update(text).digest('hex'), newest, at };
}
