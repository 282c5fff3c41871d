/** One visible order: default, fleet, region, cluster. Maps merge key by key; everything else is replaced whole. */
import type { Level } from './types';

type Plain = Readonly<Record<string, unknown>>;

/** Objects that say one of several things: merging two of them would say both. */
const WHOLE = new Set(['trust.issuer']);

/** The settings of all levels, the nearest to the cluster winning. */
export function inherit(levels: readonly Level[]): Record<string, unknown> {
  return levels.reduce<Record<string, unknown>>((merged, level) => mergeMaps(merged, level.settings, WHOLE), {});
}

/** The level that the value at `path` comes from; undefined when none says it. */
export function originOf(levels: readonly Level[], path: readonly string[]): Level['from'] | undefined {
  return levels.findLast((level) => has(level.settings, path))?.from;
}

/**
 * `above` over `below`, key by key. `undefined` says nothing; null, lists and scalars replace what is below.
 *
 * @param whole dotted paths of maps that are replaced whole too
 */
export function mergeMaps(below: Plain, above: Plain, whole?: ReadonlySet<string>, path = ''): Record<string, unknown> {
  const out: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    if (value === undefined || key === '__proto__') continue;
    const here = path === '' ? key : `${path}.${key}`;
    const old = out[key];
    out[key] = isPlain(value) && isPlain(old) && !whole?.has(here) ? mergeMaps(old, value, whole, here) : value;
  }
  return out;
}

function has(settings: Plain, path: readonly string[]): boolean {
  let value: unknown = settings;
  for (const key of path) {
    if (!isPlain(value) || !Object.hasOwn(value, key) || value[key] === undefined) return false;
    value = value[key];
  }
  return true;
}

/** A map, as opposed to a list, a scalar or an instance of a class. */
export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
