/**
 * Which values a chart of a release reads. A table has one line per key: the key, its type (../types.ts), and the
 * releases that read it when not all do (`2.18-`: and later; `-2.18`: up to; `2.19-2.19`: that one). Undeclared keys
 * that a template reads are in the table; declared keys that nothing reads are not. Read in the templates of the
 * charts and proven by rendering each key changed.
 */
import type { Chart } from '../charts';
import { LINKERD_VERSIONS, type LinkerdVersion, versionIndex } from '../releases';
import { CONTROL_PLANE } from './tables/control-plane';
import { CRDS } from './tables/crds';
import { MULTICLUSTER } from './tables/multicluster';

/** A part of a values file that a chart reads: a leaf with a type, or a map with keys. */
export interface Node {
  /** Type of a leaf. */
  readonly type?: string;
  readonly children: ReadonlyMap<string, Node>;
}

interface Row {
  readonly key: string;
  readonly type: string;
  readonly range: string;
}

const TABLES: Readonly<Record<Chart, string>> = { crds: CRDS, controlPlane: CONTROL_PLANE, multicluster: MULTICLUSTER };
const parsed = new Map<Chart, readonly Row[]>();
const trees = new Map<string, Node>();

/** The values of `chart` in `version`, as a tree. Read from its table at the first call. */
export function valuesTree(chart: Chart, version: LinkerdVersion): Node {
  const id = `${chart} ${version}`;
  const tree = trees.get(id) ?? grow(rows(chart).filter((row) => inRange(row.range, version)));
  trees.set(id, tree);
  return tree;
}

/** Dotted paths of all keys that `chart` reads in `version`. */
export function knownKeys(chart: Chart, version: LinkerdVersion): readonly string[] {
  return rows(chart)
    .filter((row) => inRange(row.range, version))
    .map((row) => row.key);
}

/** The releases whose `chart` reads `key` or something below it, oldest first. */
export function releasesOf(chart: Chart, key: string): readonly LinkerdVersion[] {
  const hits = rows(chart).filter((row) => row.key === key || row.key.startsWith(`${key}.`));
  return LINKERD_VERSIONS.filter((version) => hits.some((row) => inRange(row.range, version)));
}

/** Whether `version` lies in `range`, written as in the tables; the empty range holds every release. */
export function inRange(range: string, version: LinkerdVersion): boolean {
  const [since = '', until = ''] = range.split('-') as [LinkerdVersion | '', (LinkerdVersion | '')?];
  const at = versionIndex(version);
  return (since === '' || at >= versionIndex(since)) && (until === '' || at <= versionIndex(until));
}

function rows(chart: Chart): readonly Row[] {
  const cached = parsed.get(chart);
  if (cached !== undefined) return cached;
  const lines = TABLES[chart].trim().split('\n');
  const made = lines.map((line): Row => {
    const [key = '', type = '', range = ''] = line.split(/ +/);
    return { key, type, range };
  });
  parsed.set(chart, made);
  return made;
}

function grow(from: readonly Row[]): Node {
  const root = { children: new Map<string, Node>() };
  for (const { key, type } of from) {
    const path = key.split('.');
    const leaf = path.pop()!;
    let node: { children: Map<string, Node> } = root;
    for (const step of path) {
      const next = (node.children.get(step) ?? { children: new Map() }) as { children: Map<string, Node> };
      node.children.set(step, next);
      node = next;
    }
    node.children.set(leaf, { type, children: new Map() });
  }
  return root;
}
