/** Relative paths that may become files, and those that may not. */

/** The directory of inventories and locks, beside everything that is synced. */
export const STATE = '.linkerd-fleet';

/** What the name of a temporary file holds between the name of its target and the process that writes it. */
const TEMPORARY = '.linkerd-fleet-tmp-';

/** The temporary name of a file while this process writes it: in the same directory, hidden, and no manifest's name. */
export function temporaryName(name: string): string {
  return `.${name}${TEMPORARY}${process.pid}`;
}

/** The file that a temporary name was for, and the process; `undefined` when the name is not temporary. */
export function temporaryTarget(name: string): { readonly target: string; readonly pid: number } | undefined {
  const at = name.lastIndexOf(TEMPORARY);
  const pid = name.slice(at + TEMPORARY.length);
  if (at < 1 || !name.startsWith('.') || !/^[0-9]+$/.test(pid)) return undefined;
  return { target: name.slice(1, at), pid: Number(pid) };
}

const SEGMENT = /^[A-Za-z0-9._-]{1,200}$/;

/** Paths found to be right: clusters have most of theirs in common. */
const right = new Set<string>();
const RIGHT_PATHS = 10_000;

/** What is wrong with a path that wants to be a file in a directory of ours, in words; `undefined` when nothing is. */
export function pathProblem(path: string): string | undefined {
  if (right.has(path)) return undefined;
  const problem = problemOf(path);
  if (problem === undefined) {
    if (right.size >= RIGHT_PATHS) right.clear();
    right.add(path);
  }
  return problem;
}

function problemOf(path: string): string | undefined {
  const segments = path.split('/');
  if (path.startsWith('/')) return 'an absolute path';
  if (segments.includes('..')) return 'a path with ..';
  if (!segments.every((segment) => SEGMENT.test(segment) && segment !== '.'))
    return 'characters outside A-Z a-z 0-9 . _ -';
  if (segments.some((segment) => segment.toLowerCase() === '.git')) return "a path into Git's own directory";
  if (segments.some((segment) => temporaryTarget(segment) !== undefined)) return 'the name of a temporary file';
  return undefined;
}

/** What is wrong with the name of a cluster's directory; `undefined` when nothing is. */
export function clusterNameProblem(name: string): string | undefined {
  if (name.includes('/') || name.startsWith('.')) return 'a name that is not one directory';
  return pathProblem(name);
}

/** What is wrong with the path of a file of the fleet as a whole; `undefined` when nothing is. */
export function rootPathProblem(path: string): string | undefined {
  const [top = ''] = path.toLowerCase().split('/');
  return top === 'clusters' || top === STATE ? `a path in ${top}/, which is kept for clusters` : pathProblem(path);
}

/** A path as it can be shown on a terminal, whatever is in it. */
export function printable(path: string): string {
  return path.slice(0, 300).replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The directories above a path, from the top. */
export function parentsOf(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, i) => segments.slice(0, i + 1).join('/'));
}

/** Where file systems without case put a path. */
export function caseless(path: string): string {
  return path.toLowerCase();
}

/** The paths that cannot all be files: the same twice (case aside), or a file where another needs a directory. */
export function collisions(paths: readonly string[]): string[] {
  const files = new Map<string, number>();
  for (const path of paths) files.set(caseless(path), (files.get(caseless(path)) ?? 0) + 1);
  const isTaken = (path: string) => parentsOf(caseless(path)).some((parent) => files.has(parent));
  return [...new Set(paths.filter((path) => (files.get(caseless(path)) ?? 0) > 1 || isTaken(path)))].sort();
}
