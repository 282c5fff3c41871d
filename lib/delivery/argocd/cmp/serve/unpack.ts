/** A tree on disk. Nothing is written through a link: directories and files are made first, links last. */
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Entry, refused } from './tar';

/** What tells trees apart: names, contents and links, and not the times that make every archive another one. */
export function treeHash(entries: readonly Entry[]): string {
  const hash = createHash('sha256');
  for (const { path, kind, content, target } of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${kind}\0${path}\0${target}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * Writes a tree into the directory `root`, which is made and must not exist. Where an archive has a path twice, the later
 * entry counts.
 *
 * @throws CMP_TREE when a path is a file and a directory, or too long for the file system
 */
export function unpack(entries: readonly Entry[], root: string): void {
  mkdirSync(root, { mode: 0o700 });
  const last = new Map(entries.map((entry) => [entry.path, entry]));
  const made = new Set(['']);
  const directory = (path: string): void => {
    if (made.has(path)) return;
    directory(parentOf(path));
    mkdirSync(join(root, path), { mode: 0o700 });
    made.add(path);
  };
  const each = (kind: Entry['kind'], write: (entry: Entry) => void) => {
    for (const entry of last.values()) {
      if (entry.kind !== kind || isGit(entry.path)) continue;
      try {
        write(entry);
      } catch (error) {
        throw refused(entry.path, REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'a file that cannot be made');
      }
    }
  };
  each('directory', ({ path }) => directory(path));
  each('file', ({ path, content }) => {
    directory(parentOf(path));
    writeFileSync(join(root, path), content, { flag: 'wx', mode: 0o600 });
  });
  each('link', ({ path, target }) => {
    directory(parentOf(path));
    symlinkSync(target, join(root, path));
  });
}

/** Nothing reads the history of the repository. */
const isGit = (path: string): boolean => path === '.git' || path.startsWith('.git/');

function parentOf(path: string): string {
  const parent = dirname(path);
  return parent === '.' ? '' : parent;
}

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'a path that is there twice, as different things',
  ENOTDIR: 'a path that is there twice, as different things',
  ENAMETOOLONG: 'a path that is too long',
  ENOSPC: 'no space left for it',
  EACCES: 'no permission to write it',
};
