/** What to say about a key that a chart does not read. */
import { type Issue, issue } from '../../errors';
import { nearest } from '../../nearest';
import type { Chart, Distribution } from '../charts';
import { LINKERD_VERSIONS, type LinkerdVersion } from '../releases';
import { replacement } from './dead';
import { OWNED_KEYS } from './owned';
import { knownKeys, type Node, releasesOf } from './table';

/** What does not change while one values map is walked. */
export interface Scope {
  readonly version: LinkerdVersion;
  readonly distribution: Distribution;
  readonly chart: Chart;
}

/** The issue of `key`, which does not stand below `node` in the values of this release. */
export function unknownKey(scope: Scope, node: Node, key: string, path: string): Issue {
  const found = `the key ${JSON.stringify(key)}`;
  const readers = releasesOf(scope.chart, key);
  // Read by this release all the same: the key was written with dots instead of maps.
  if (readers.includes(scope.version))
    return issue('VALUES_UNKNOWN_KEY', { path, found, fix: `Write it nested: ${nest(key)}.` });
  if (readers.length > 0) return issue('VALUES_UNKNOWN_KEY', { path, found, ...otherRelease(scope, key, readers) });
  const meant = suggestion(scope, node, key);
  const code = scope.distribution === 'enterprise' ? 'VALUES_UNVERIFIED_KEY' : 'VALUES_UNKNOWN_KEY';
  return issue(code, { path, found, fix: meant === undefined ? undefined : advice(scope, meant) });
}

function otherRelease(scope: Scope, key: string, readers: readonly LinkerdVersion[]) {
  const instead = replacement(scope.chart, key);
  return {
    allowed: `this key in ${span(readers)}`,
    why: `The chart of ${scope.version} does not read it: Helm renders without a word, and the setting has no effect.`,
    fix: instead === undefined ? 'Remove the key.' : `Use ${instead}.`,
  };
}

/** `a.b.c` → `a: { b: { c: … } }`. */
function nest(key: string): string {
  const steps = key.split('.');
  return `${steps.join(': { ')}: …${' }'.repeat(steps.length - 1)}`;
}

/** A misspelling beside its siblings, then anywhere in the chart, then a key that lost the maps around it. */
function suggestion(scope: Scope, node: Node, key: string): string | undefined {
  const known = knownKeys(scope.chart, scope.version);
  const cut = key.lastIndexOf('.') + 1;
  const sibling = nearest(key.slice(cut), node.children.keys());
  if (sibling !== undefined) return key.slice(0, cut) + sibling;
  const nested = known.filter((other) => other.endsWith(`.${key}`));
  return nearest(key, known) ?? (nested.length === 1 ? nested[0] : undefined);
}

function advice(scope: Scope, meant: string): string {
  const field = OWNED_KEYS[scope.chart].get(meant)?.field;
  return field === undefined
    ? `Did you mean ${meant}?`
    : `Did you mean ${meant}? The fleet writes it: use the field ${field}.`;
}

function span(versions: readonly LinkerdVersion[]): string {
  const [first, last] = [versions[0]!, versions.at(-1)!];
  if (versions.length === 1) return `Linkerd ${first} only`;
  if (last === LINKERD_VERSIONS.at(-1)) return `Linkerd ${first} and later`;
  return `Linkerd ${first} to ${last}`;
}
