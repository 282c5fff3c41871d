/** Files that are written once: keys for their owner alone, outside of Git, nothing overwritten, all of them or none. */
import { closeSync, existsSync, fsyncSync, lstatSync, openSync, realpathSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Issue, issue } from '../../errors';
import { makeDirectories } from '../../mkdir';

/** One file to write. */
export interface NewFile {
  /** Below the directory, with slashes. */
  readonly path: string;
  readonly text: string;
  /** For the owner alone. @default false */
  readonly secret?: boolean;
}

/** The Git work tree that `directory` lies in, or would lie in; undefined when in none. Symbolic links are followed. */
export function gitWorkTree(directory: string): string | undefined {
  let at = resolve(directory);
  while (!existsSync(at)) at = dirname(at);
  for (at = realpathSync(at); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** Why the files are not to be written there: keys in Git, or something in their place. */
export function whyNotWrite(directory: string, files: readonly NewFile[], { inGit = false } = {}): Issue[] {
  const tree = inGit ? undefined : gitWorkTree(directory);
  const issues =
    tree === undefined
      ? []
      : [issue('TRUST_KEY_IN_GIT', { path: directory, found: `inside the Git work tree ${tree}` })];
  for (const { path } of files) {
    const file = join(directory, path);
    if (isThere(file)) issues.push(issue('TRUST_FILE_EXISTS', { path: file, found: 'a file that is there already' }));
  }
  return issues;
}

/** Writes the files, or none of them. @throws what the file system says */
export function writeNew(directory: string, files: readonly NewFile[]): void {
  const made: string[] = [];
  try {
    for (const { path, text, secret } of files) {
      const file = join(directory, path);
      const first = makeDirectories(dirname(file), 0o700);
      if (first !== undefined) made.push(first);
      // Exclusive: a file, or a symbolic link, that appeared meanwhile is left alone.
      const descriptor = openSync(file, 'wx', secret ? 0o600 : 0o644);
      made.push(file);
      writeAndClose(descriptor, text);
    }
  } catch (error) {
    for (const path of made.reverse()) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

function writeAndClose(descriptor: number, text: string): void {
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const isThere = (file: string) => lstatSync(file, { throwIfNoEntry: false }) !== undefined;
