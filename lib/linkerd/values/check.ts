/**
 * The check of Helm values that users give. Values are read only when a user gave some; the tables are not touched
 * otherwise.
 */
import { type Issue, issue } from '../../errors';
import type { Chart, Distribution } from '../charts';
import type { LinkerdVersion } from '../releases';
import { deadKey, type Note, refusedKey } from './dead';
import { OWNED_KEYS, type Owned } from './owned';
import { at, describe, isMap } from './scalars';
import { type Node, valuesTree } from './table';
import { checkType } from './types';
import { type Scope, unknownKey } from './unknown';

/**
 * Issues of the values that a user gave for `chart`: keys that the chart of this release does not read, that do
 * nothing, that the fleet writes itself, or whose value has the wrong type or form; and private keys anywhere. `path`
 * is where the values stand in the description, e.g. `Cluster/prod-eu.spec.values.controlPlane`.
 */
export function checkValues(
  version: LinkerdVersion,
  distribution: Distribution,
  chart: Chart,
  values: unknown,
  path: string,
): Issue[] {
  if (!isMap(values)) {
    return [issue('VALUES_TYPE', { path, found: describe(values), allowed: 'a map: the values of the chart' })];
  }
  if (Object.keys(values).length === 0) return [];
  const scope = { version, distribution, chart };
  return [...walk(scope, valuesTree(chart, version), values, '', path), ...privateKeys(values, path, 0)];
}

function walk(scope: Scope, node: Node, values: Readonly<Record<string, unknown>>, key: string, path: string): Issue[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined
      ? []
      : visit(scope, node, value, { name, key: key === '' ? name : `${key}.${name}`, path: at(path, name) }),
  );
}

/** A key on its way down: its last step, its dotted path in the chart, its path in the description. */
interface Step {
  readonly name: string;
  readonly key: string;
  readonly path: string;
}

function visit(scope: Scope, node: Node, value: unknown, { name, key, path }: Step): Issue[] {
  const owned = OWNED_KEYS[scope.chart].get(key);
  if (owned !== undefined) return [ownedKey(key, value, owned, path), ...deadInItems(scope, key, value, path)];
  const dead = deadKey(scope.chart, scope.version, key);
  if (dead !== undefined) return [noted('VALUES_DEAD_KEY', dead, path)];
  const refused = refusedKey(scope.chart, scope.version, key);
  if (refused !== undefined && value === true) return [noted('VALUES_REFUSED_KEY', refused, path)];
  const child = node.children.get(name);
  if (child === undefined) return [unknownKey(scope, node, key, path)];
  if (child.type !== undefined) return checkType(child.type, value, path);
  if (isMap(value)) return walk(scope, child, value, key, path);
  const keys = [...child.children.keys()].sort().join(', ');
  return [issue('VALUES_TYPE', { path, found: describe(value), allowed: `a map with any of ${keys}` })];
}

function noted(code: 'VALUES_DEAD_KEY' | 'VALUES_REFUSED_KEY', note: Note, path: string): Issue {
  return issue(code, { path, found: `the value ${note.key}`, why: note.why, fix: note.fix });
}

function ownedKey(key: string, value: unknown, { field, why }: Owned, path: string): Issue {
  const secret = key.endsWith('.keyPEM') && value !== '' && value !== null;
  const allowed = field === undefined ? undefined : `the field ${field} of the cluster, its region or the fleet`;
  return issue(secret ? 'VALUES_SECRET' : 'VALUES_OWNED_KEY', {
    path,
    found: `the value ${key}`,
    allowed: secret ? undefined : allowed,
    why: secret ? undefined : why,
    fix: secret || field === undefined ? undefined : `Remove the key; use the field ${field}.`,
  });
}

/** A list that the fleet owns may still teach that one of its keys never worked. */
function deadInItems(scope: Scope, key: string, value: unknown, path: string): Issue[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, i) =>
    (isMap(item) ? Object.keys(item) : []).flatMap((name) => {
      const dead = deadKey(scope.chart, scope.version, `${key}[].${name}`);
      return dead === undefined ? [] : [noted('VALUES_DEAD_KEY', dead, at(`${path}[${i}]`, name))];
    }),
  );
}

/** Deeper than any chart nests; ends a cycle in values written in code. */
const DEEPEST = 64;

/** Private keys by what they look like; those under a key `keyPEM` are told by that key. */
function privateKeys(value: unknown, path: string, depth: number): Issue[] {
  if (typeof value === 'string') {
    return value.includes('PRIVATE KEY-----') ? [issue('VALUES_SECRET', { path, found: 'a private key' })] : [];
  }
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((v, i) => privateKeys(v, `${path}[${i}]`, depth + 1));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, v]) =>
    key === 'keyPEM' ? [] : privateKeys(v, at(path, key), depth + 1),
  );
}
