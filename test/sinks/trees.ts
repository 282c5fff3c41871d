import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { FleetError, type Issue } from '../../lib/errors';
import { type WriteOptions, type WriteResult, writeTree } from '../../lib/sinks/directory';
import type { TextFile } from '../../lib/sinks/files';

/** A directory that goes when the test is over. */
export function temporaryDirectory(): string {
  const directory = fs.mkdtempSync(join(tmpdir(), 'linkerd-fleet-test-'));
  onTestFinished(() => fs.rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Files by path. */
export type Tree = Record<string, string>;

export const files = (tree: Tree): TextFile[] => Object.entries(tree).map(([path, text]) => ({ path, text }));

/** Clusters by name, each with its files by path. */
export const clusters = (fleet: Record<string, Tree>) =>
  Object.entries(fleet).map(([name, tree]) => ({ name, files: files(tree) }));

/** Writes a whole fleet. */
export function write(outdir: string, fleet: Record<string, Tree>, options: Partial<WriteOptions> = {}): WriteResult {
  return writeTree({ outdir, clusters: clusters(fleet), complete: true, ...options });
}

/** Everything in a directory: text of files, `-> target` of links, `/` for directories. */
export function everything(directory: string): Tree {
  const tree: Tree = {};
  for (const name of fs.readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(directory, name);
    const stat = fs.lstatSync(path);
    if (stat.isSymbolicLink()) tree[name] = `-> ${fs.readlinkSync(path)}`;
    else tree[name] = stat.isFile() ? fs.readFileSync(path, 'utf8') : '/';
  }
  return tree;
}

/** Files in a directory but those of the sink itself. */
export function content(directory: string): Tree {
  const entries = Object.entries(everything(directory));
  return Object.fromEntries(entries.filter(([path, text]) => text !== '/' && !path.startsWith('.linkerd-fleet')));
}

/** Modification times, in nanoseconds, of every file. */
export function times(directory: string): Record<string, bigint> {
  const names = fs.readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
  const paths = names.map((name) => join(directory, name)).filter((path) => fs.statSync(path).isFile());
  return Object.fromEntries(
    paths.map((path) => [relative(directory, path), fs.statSync(path, { bigint: true }).mtimeNs]),
  );
}

/** The issues that an action is refused with, as `CODE path: found`. */
export function refusals(act: () => unknown): string[] {
  return refusedIssues(act).map(({ code, path, found }) => `${code} ${path}: ${found}`);
}

export function refusedIssues(act: () => unknown): readonly Issue[] {
  try {
    act();
  } catch (error) {
    if (FleetError.is(error)) return error.issues;
    throw error;
  }
  return [];
}

/** Puts a file where a person might have put it. */
export function put(directory: string, path: string, text: string): void {
  fs.mkdirSync(join(directory, path, '..'), { recursive: true });
  fs.writeFileSync(join(directory, path), text);
}
