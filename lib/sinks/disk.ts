/** The file system below one directory, without ever following a symbolic link. Paths are relative to that directory. */
import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeDirectories } from '../mkdir';
import { parentsOf, temporaryName, temporaryTarget } from './paths';

/** What a path is: a link, directory or device is never read or replaced. */
export type Entry =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'file';
      readonly size: number;
      readonly mode: number;
      readonly inode: number;
      /** In milliseconds since 1970, with fractions: when the content changed, and when anything of the file did. */
      readonly modified: number;
      readonly changed: number;
    }
  | { readonly kind: 'directory' | 'symlink' | 'other' };

/** A directory that everything happens below. */
export interface Disk {
  /** Its real path. */
  readonly root: string;
  /** What the user calls it. */
  readonly name: string;
  /** Directories below it that this run has seen to be directories. */
  readonly seen: Set<string>;
  /** Directories below it that were not there when this run looked, and that it has not made since. */
  readonly missing: Set<string>;
  /** Whether the run before this one died, and may have left temporary files anywhere. */
  afterDeath: boolean;
}

/** The directory at a real path, under the name the user gave it. */
export function openDisk(root: string, name: string): Disk {
  return { root, name, seen: new Set(['', '.']), missing: new Set(), afterDeath: false };
}

/** A path below the directory, as a person would open it. */
export function shown(disk: Disk, path: string): string {
  return join(disk.name, path);
}

/** What is at a path. The parents have been looked at before, with `obstacle`. */
export function entryAt(disk: Disk, path: string): Entry {
  if (disk.missing.has(directoryOf(path))) return { kind: 'nothing' };
  const stat = fs.lstatSync(`${disk.root}/${path}`, { throwIfNoEntry: false });
  if (stat === undefined) return { kind: 'nothing' };
  if (stat.isFile()) {
    const { size, mode, ino: inode, mtimeMs: modified, ctimeMs: changed } = stat;
    return { kind: 'file', size, mode: mode & 0o777, inode, modified, changed };
  }
  return { kind: stat.isDirectory() ? 'directory' : stat.isSymbolicLink() ? 'symlink' : 'other' };
}

/** The first of a path's parents that exists and is not a directory. */
export function obstacle(
  disk: Disk,
  path: string,
): { readonly path: string; readonly kind: Entry['kind'] } | undefined {
  const directory = directoryOf(path);
  if (disk.seen.has(directory) || disk.missing.has(directory)) return undefined;
  for (const parent of parentsOf(path)) {
    if (disk.seen.has(parent)) continue;
    const { kind } = entryAt(disk, parent);
    if (kind === 'nothing') {
      disk.missing.add(parent).add(directory);
      return undefined;
    }
    if (kind !== 'directory') return { path: parent, kind };
    disk.seen.add(parent);
  }
  return undefined;
}

function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The text of a file. */
export function readText(disk: Disk, path: string): string {
  return withFile(disk, path, (fd) => fs.readFileSync(fd, 'utf8'));
}

/** What is read at once: it is still in the processor's cache when it is compared. */
const found = Buffer.allocUnsafeSlow(2 ** 17);

/** Whether a file, of the size of `bytes`, holds these bytes. */
export function holds(disk: Disk, path: string, bytes: Buffer): boolean {
  return withFile(disk, path, (fd) => {
    for (let done = 0; done < bytes.length; ) {
      const more = fs.readSync(fd, found, 0, Math.min(found.length, bytes.length - done), null);
      if (more === 0 || found.compare(bytes, done, done + more, 0, more) !== 0) return false;
      done += more;
    }
    return true;
  });
}

function withFile<T>(disk: Disk, path: string, act: (fd: number) => T): T {
  const fd = fs.openSync(`${disk.root}/${path}`, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW);
  try {
    return act(fd);
  } finally {
    fs.closeSync(fd);
  }
}

/** What a file is replaced with. */
export interface Replacement {
  readonly bytes: Buffer;
  /** Permissions to keep. @default - those of a new file */
  readonly mode?: number;
}

/**
 * Makes a file hold exactly these bytes, its directories included. A reader, and a run after a crash, finds the old file or
 * the new one: the bytes go to a temporary file beside it, which is then renamed.
 */
export function replaceFile(disk: Disk, path: string, { bytes, mode }: Replacement): void {
  const target = join(disk.root, path);
  makeDirectory(disk, path);
  const temporary = join(dirname(target), temporaryName(basename(path)));
  const fd = openNew(temporary);
  try {
    for (let done = 0; done < bytes.length; ) done += fs.writeSync(fd, bytes, done);
    if (mode !== undefined) fs.fchmodSync(fd, mode);
  } catch (error) {
    fs.closeSync(fd);
    fs.rmSync(temporary, { force: true });
    throw Object.assign(error as Error, { path: target });
  }
  fs.closeSync(fd);
  fs.renameSync(temporary, target);
}

function makeDirectory(disk: Disk, path: string): void {
  if (disk.seen.has(dirname(path))) return;
  makeDirectories(join(disk.root, dirname(path)));
  for (const parent of parentsOf(path)) {
    disk.seen.add(parent);
    disk.missing.delete(parent);
  }
}

/** Opens a file that must not exist; one that a dead process of our number left makes room. */
function openNew(path: string): number {
  try {
    return fs.openSync(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    fs.unlinkSync(path);
    return fs.openSync(path, 'wx');
  }
}

/** Removes a file, and the directories above it that are empty then, up to `top`. */
export function removeFile(disk: Disk, path: string, top: string): void {
  fs.rmSync(join(disk.root, path), { force: true });
  removeEmptyParents(disk, path, top);
}

/** Removes the directories above a path that are empty, up to `top`. */
export function removeEmptyParents(disk: Disk, path: string, top: string): void {
  for (const parent of parentsOf(path).reverse()) {
    if (parent.length < top.length || !removeIfEmpty(disk, parent)) return;
  }
}

function removeIfEmpty(disk: Disk, directory: string): boolean {
  try {
    fs.rmdirSync(join(disk.root, directory));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR') return false;
    throw error;
  }
  disk.seen.delete(directory);
  return true;
}

/** The names in a directory; none when it is not a directory. */
export function namesIn(disk: Disk, directory: string): string[] {
  try {
    return fs.readdirSync(join(disk.root, directory)).sort();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

/** Removes the temporary files that runs before this one left in a directory, for targets that `isOurs`. */
export function removeLeftovers(
  disk: Disk,
  directory: string,
  isOurs: (target: string, pid: number) => boolean = () => true,
): void {
  for (const name of namesIn(disk, directory)) {
    const temporary = temporaryTarget(name);
    if (temporary && isOurs(temporary.target, temporary.pid))
      fs.rmSync(join(disk.root, directory, name), { force: true });
  }
}
