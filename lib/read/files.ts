/** Which files of a directory are data. Nothing is read here, so that a caller can read only what it needs. */
import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Issue, issue } from '../errors';
import { MAX_ENTRIES, MAX_FILES } from './limits';
import { notFound, notRegular, printable, realPathWithin } from './text';

/** The data files of a description. */
export interface DataFiles {
  /** Real path of the directory that `files`, and the paths inside the description, are relative to; empty when there is none. */
  readonly root: string;
  /** Relative paths with `/`, sorted by code unit; each file once, by whatever links it can be reached. */
  readonly files: readonly string[];
  readonly issues: readonly Issue[];
}

/** The directory that synth keeps its inventories in, beside what it wrote. */
const OUTPUT = '.linkerd-fleet';

const DATA = /\.(ya?ml|json)$/i;

/**
 * Lists the .yaml, .yml and .json files of `path`: itself, or all below it when it is a directory. Entries whose name starts with a
 * dot, and node_modules, are left out. Symbolic links are followed where they stay in the directory, also into the dot-directories
 * that a mounted ConfigMap consists of.
 *
 * Codes: INPUT_NOT_FOUND, INPUT_OUTSIDE, INPUT_OUTPUT, INPUT_TOO_MANY, INPUT_ENCODING.
 */
export function listDataFiles(path: string): DataFiles {
  try {
    if (statSync(path).isDirectory()) return listDirectory(realpathSync.native(path));
    const root = realpathSync.native(dirname(path));
    if (DATA.test(path)) return { root, files: [basename(path)], issues: [] };
    const found = 'a file whose name does not end in .yaml, .yml or .json';
    return { root, files: [], issues: [issue('INPUT_NOT_FOUND', { path: printable(path), found })] };
  } catch (error) {
    return { root: '', files: [], issues: [notFound(path, error)] };
  }
}

interface Directory {
  /** As its files are named: '' or `a/b/`. */
  readonly prefix: string;
  readonly real: string;
}

interface Listing {
  readonly root: string;
  readonly files: string[];
  readonly issues: Issue[];
  /** Real paths of directories and files that are listed already. */
  readonly seen: Set<string>;
  /** Symbolic links still to be followed. */
  links: string[];
  entries: number;
}

function listDirectory(root: string): DataFiles {
  const listing: Listing = { root, files: [], issues: [], seen: new Set(), links: [], entries: 0 };
  walk({ prefix: '', real: root }, listing);
  // Links come last, in order: what can be reached without them has its own name, and the rest the name of its first link.
  while (listing.links.length > 0) {
    const links = listing.links.sort();
    listing.links = [];
    for (const link of links) follow(link, listing);
  }
  return { root, files: listing.files.sort(), issues: listing.issues };
}

function walk(start: Directory, listing: Listing): void {
  const queue = [start];
  for (let directory = queue.pop(); directory && !isFull(listing); directory = queue.pop()) {
    if (listing.seen.has(directory.real)) continue;
    listing.seen.add(directory.real);
    const { prefix, real } = directory;
    for (const entry of entriesOf(directory, listing)) {
      if (entry.isDirectory()) queue.push({ prefix: `${prefix}${entry.name}/`, real: join(real, entry.name) });
      else if (entry.isSymbolicLink()) listing.links.push(prefix + entry.name);
      else if (DATA.test(entry.name)) addFile(prefix + entry.name, join(real, entry.name), entry.isFile(), listing);
      if (isFull(listing)) return;
    }
  }
}

function entriesOf({ prefix, real }: Directory, listing: Listing): Dirent[] {
  try {
    const entries = readdirSync(real, { withFileTypes: true });
    listing.entries += entries.length;
    if (entries.some(({ name }) => name === OUTPUT)) {
      const found = 'what synth writes, known by its .linkerd-fleet';
      listing.issues.push(issue('INPUT_OUTPUT', { path: prefix === '' ? '.' : prefix, found }));
      return [];
    }
    return entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
  } catch (error) {
    listing.issues.push(notFound(prefix === '' ? '.' : prefix, error));
    return [];
  }
}

function follow(link: string, listing: Listing): void {
  const real = realPathWithin(listing.root, link);
  const stat = statOf(join(listing.root, link));
  if (typeof real !== 'string') {
    if (DATA.test(link) || stat?.isDirectory()) listing.issues.push(real);
  } else if (stat?.isDirectory()) {
    walk({ prefix: `${link}/`, real }, listing);
  } else if (DATA.test(link)) {
    addFile(link, real, stat?.isFile() ?? false, listing);
  }
}

/** What a link leads to; nothing when it leads nowhere, or in a circle. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function addFile(file: string, real: string, regular: boolean, { seen, files, issues }: Listing): void {
  if (!regular) {
    issues.push(notRegular(file));
  } else if (printable(file) !== file) {
    issues.push(issue('INPUT_ENCODING', { path: printable(file), found: 'a file name that cannot be shown' }));
  } else if (!seen.has(real)) {
    seen.add(real);
    files.push(file);
  }
}

/** Whether the listing has stopped at a limit; says so once. */
function isFull({ files, entries, issues }: Listing): boolean {
  const found =
    files.length > MAX_FILES
      ? `more than ${MAX_FILES} data files`
      : entries > MAX_ENTRIES
        ? `more than ${MAX_ENTRIES} directory entries`
        : undefined;
  if (found === undefined) return false;
  if (issues.at(-1)?.code !== 'INPUT_TOO_MANY') issues.push(issue('INPUT_TOO_MANY', { path: '.', found }));
  return true;
}
