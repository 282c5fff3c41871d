/**
 * Which files are ours: one inventory for each cluster and one for the files of the fleet as a whole. It is committed with
 * what it lists, and like everything in a repository it is read as if a stranger had written it.
 */
import { type Issue, issue } from '../errors';
import { type Disk, entryAt, obstacle, readText, shown } from './disk';
import { clusterNameProblem, STATE } from './paths';

/** Paths of files and the SHA-256 of what was written to them, in hexadecimal. */
export type Inventory = ReadonlyMap<string, string>;

/** Where the inventories of clusters are. */
export const INVENTORIES = `${STATE}/clusters`;

/** Where the inventory of a cluster is. */
export function clusterInventory(name: string): string {
  return `${INVENTORIES}/${name}.json`;
}

/** The cluster whose inventory has this name; `undefined` when it is something else. */
export function clusterOfInventory(fileName: string): string | undefined {
  const name = fileName.replace(/\.json$/, '');
  return name === fileName || clusterNameProblem(name) !== undefined ? undefined : name;
}

/** Where the inventory of the files outside `clusters/` is. */
export const ROOT_INVENTORY = `${STATE}/root.json`;

const VERSION = 1;

/**
 * The text of an inventory, a line for each file, sorted.
 *
 * @param fleet name of the fleet that the tree is of; undefined in the inventories of clusters
 */
export function inventoryText(files: Inventory, fleet?: string): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ version: VERSION, fleet, files: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** What reading an inventory came to. A missing one is empty. */
export interface Reading {
  readonly files: Inventory;
  /** Name of the fleet that the tree is of. @default - written before inventories said so, or the inventory of a cluster */
  readonly fleet?: string;
  /** @default - there is no inventory, or none that can be read */
  readonly text?: string;
  readonly issues: readonly Issue[];
}

/** Reads the inventory at `path`; `problem` says what is wrong with a path that it lists. */
export function readInventory(disk: Disk, path: string, problem: (path: string) => string | undefined): Reading {
  const refused = (found: string, code: Issue['code'] = 'OUTPUT_INVENTORY'): Reading => ({
    files: new Map(),
    issues: [issue(code, { path: shown(disk, path), found })],
  });
  const kind = obstacle(disk, path)?.kind ?? entryAt(disk, path).kind;
  if (kind === 'nothing') return { files: new Map(), issues: [] };
  if (kind === 'symlink') return refused('a symbolic link', 'OUTPUT_SYMLINK');
  if (kind !== 'file') return refused('something that is not a file');
  const text = readText(disk, path);
  const parsed = parse(text);
  if (typeof parsed === 'string') return refused(parsed);
  const wrong = [...parsed.files.keys()].map(problem).find((found) => found !== undefined);
  return wrong === undefined ? { ...parsed, text, issues: [] } : refused(`${wrong}, in the list of files`);
}

function parse(text: string): Pick<Reading, 'files' | 'fleet'> | string {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return 'text that is not JSON';
  }
  const { version, fleet, files } = (content ?? {}) as { version?: unknown; fleet?: unknown; files?: unknown };
  if (typeof version === 'number' && version > VERSION) return 'an inventory of a newer linkerd-fleet';
  if (version !== VERSION || typeof files !== 'object' || files === null) return 'JSON that is not an inventory';
  const entries = Object.entries(files);
  if (!entries.every(([, hash]) => typeof hash === 'string')) return 'JSON that is not an inventory';
  return { files: new Map(entries), fleet: typeof fleet === 'string' ? fleet : undefined };
}
