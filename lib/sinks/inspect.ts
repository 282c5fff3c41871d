/** What would have to change on disk for a section to be as it should. Nothing is written here. */
import { type Issue, issue } from '../errors';
import { bytesOf, digestOf } from './bytes';
import { type Disk, type Entry, entryAt, holds, obstacle, shown } from './disk';
import type { TextFile } from './files';
import { foreignIn } from './foreign';
import { type Inventory, type Reading, readInventory } from './inventory';
import { caseless, parentsOf } from './paths';
import { contentIssues, type Section } from './section';

/** A file that is not on disk as it should be. The path is relative to the output directory. */
export interface Change {
  readonly path: string;
  readonly kind: 'added' | 'changed';
  readonly file: TextFile;
  /** Permissions of the file it replaces. */
  readonly mode?: number;
}

/** A section beside what is on disk. */
export interface Findings {
  /** Reasons not to write it. */
  readonly issues: readonly Issue[];
  readonly files: number;
  readonly bytes: number;
  readonly changes: readonly Change[];
  /** Paths of earlier runs that are no longer wanted, and those of them that are on disk; both relative likewise. */
  readonly gone: readonly string[];
  readonly stale: readonly string[];
  /** Files in its directories that are nobody's of ours, which a dry run finds; relative likewise. */
  readonly foreign: readonly string[];
  /**
   * What earlier runs listed, and what is to be listed, which a dry run does not work out. Paths are relative to the section.
   */
  readonly reading: Reading;
  readonly inventory: Inventory;
}

/** How a section is looked at. */
export interface Look {
  /** Files that are not ours are overwritten. @default false */
  readonly force?: boolean;
  /** Nothing will be written. @default false */
  readonly dryRun?: boolean;
}

/** Compares a section with what is on disk. */
export function inspect(disk: Disk, section: Section, look: Look): Findings {
  const wanted = [...section.files];
  const reading = readInventory(disk, section.inventory, section.problem);
  const previous = reading.files;
  const unreadable = reading.issues.filter(({ code }) => !look.force || code !== 'OUTPUT_INVENTORY');
  const issues = [...unreadable, ...contentIssues(disk, section, wanted)];
  const found = {
    issues,
    files: wanted.length,
    bytes: 0,
    changes: [],
    gone: [],
    stale: [],
    foreign: [],
    reading,
    inventory: previous,
  };
  return issues.length > 0 ? found : { ...found, ...compare(disk, section, wanted, previous, look) };
}

function compare(disk: Disk, section: Section, wanted: readonly TextFile[], previous: Inventory, look: Look) {
  const issues: Issue[] = [];
  const changes: Change[] = [];
  const inventory = new Map<string, string>();
  const paths = new Set(wanted.map(({ path }) => path));
  const gone = [...previous.keys()].filter((path) => !paths.has(path)).map((path) => section.base + path);
  const stale = gone.filter((path) => isStale(disk, section, path, issues));
  let size = 0;
  for (const file of wanted) {
    const { path } = file;
    const bytes = bytesOf(file);
    size += bytes.length;
    if (!look.dryRun) inventory.set(path, digestOf(file, bytes));
    const full = section.base + path;
    const verdict = judge(disk, full, bytes, gone);
    if (verdict.kind === 'same') continue;
    if (verdict.kind === 'refused') issues.push(refusal(disk, section, verdict));
    else if (verdict.kind === 'added') changes.push({ path: full, kind: 'added', file });
    else if (previous.has(path) || look.force) changes.push({ path: full, kind: 'changed', file, mode: verdict.mode });
    else issues.push(refusal(disk, section, foreign(full)));
  }
  const others = look.dryRun ? foreignTo(disk, section, paths, previous) : [];
  return { issues, changes, gone, stale, foreign: others, inventory, bytes: size };
}

/** A cluster's directory is ours to its bottom; outside of them only the directories are that a file of ours lies in. */
function foreignTo(disk: Disk, { cluster, base }: Section, wanted: ReadonlySet<string>, previous: Inventory): string[] {
  const isOurs = (path: string) => wanted.has(path.slice(base.length)) || previous.has(path.slice(base.length));
  if (cluster !== undefined) return foreignIn(disk, base.slice(0, -1), isOurs);
  const directories = new Set([...wanted].flatMap((path) => parentsOf(path).slice(-1)));
  return [...directories].flatMap((directory) => foreignIn(disk, directory, isOurs, false));
}

type Refused = {
  readonly kind: 'refused';
  readonly code: Issue['code'];
  readonly path: string;
  readonly found: string;
};
type Verdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'added' }
  | { readonly kind: 'changed'; readonly mode: number }
  | Refused;

function judge(disk: Disk, path: string, bytes: Buffer, gone: readonly string[]): Verdict {
  const blocked = obstacle(disk, path);
  // What goes makes room: a file of ours where a directory is to be, a directory of our files where a file is to be.
  if (blocked !== undefined) {
    return blocked.kind === 'file' && gone.includes(blocked.path)
      ? { kind: 'added' }
      : refused(blocked.path, blocked.kind);
  }
  const entry = entryAt(disk, path);
  if (entry.kind === 'nothing') return { kind: 'added' };
  if (entry.kind === 'directory' && gone.some((other) => isInTheWay(other, path))) return { kind: 'added' };
  if (entry.kind !== 'file') return refused(path, entry.kind);
  const isSame = entry.size === bytes.length && holds(disk, path, bytes);
  // Where case does not count, removing the file that goes removes this one.
  const goes = gone.some((other) => caseless(other) === caseless(path));
  return isSame && !goes ? { kind: 'same' } : { kind: 'changed', mode: entry.mode };
}

/** Whether a file has to be removed before there can be one at `path`: one of them is a directory of the other. */
export function isInTheWay(file: string, path: string): boolean {
  return path.startsWith(`${file}/`) || file.startsWith(`${path}/`);
}

function isStale(disk: Disk, section: Section, path: string, issues: Issue[]): boolean {
  const blocked = obstacle(disk, path);
  const kind = blocked?.kind ?? entryAt(disk, path).kind;
  if (kind === 'symlink') issues.push(refusal(disk, section, refused(blocked?.path ?? path, kind)));
  return blocked === undefined && kind === 'file';
}

function refused(path: string, kind: Entry['kind']): Refused {
  if (kind === 'symlink') return { kind: 'refused', code: 'OUTPUT_SYMLINK', path, found: 'a symbolic link' };
  const found = kind === 'directory' ? 'a directory' : 'something that is neither a directory nor our file';
  return { kind: 'refused', code: 'OUTPUT_FOREIGN_FILE', path, found };
}

function foreign(path: string): Refused {
  return { kind: 'refused', code: 'OUTPUT_FOREIGN_FILE', path, found: 'a file with other content' };
}

function refusal(disk: Disk, { cluster }: Section, { code, path, found }: Refused): Issue {
  return issue(code, { path: shown(disk, path), found, clusters: cluster === undefined ? [] : [cluster] });
}
