/** One visible order: default, fleet, region, cluster. Maps merge key by key; everything else is replaced whole. */
import type { Level } from './types';

type Plain = Readonly<Record<string, unknown>>;

/** Objects that say one of several things: merging two of them would say both. */
const WHOLE = new Set(['trust.issuer']);

/**
 * Settings that only make sense beside another: said further away than the one they belong to, they speak of something
 * that is no longer there, and the cluster has no way to take them back.
 */
const BESIDE: readonly {
  readonly key: readonly string[];
  readonly gone: (settings: Plain) => boolean;
  readonly with: string[];
}[] = [
  ...['loadBalancerClass', 'loadBalancerIP', 'loadBalancerSourceRanges'].map((field) => ({
    key: ['gateway', field],
    gone: (settings: Plain) => valueAt(settings, ['gateway', 'serviceType']) !== 'LoadBalancer',
    with: ['gateway', 'serviceType'],
  })),
  { key: ['linkerd', 'license'], gone: () => true, with: ['linkerd', 'licenseSecret'] },
  { key: ['linkerd', 'licenseSecret'], gone: () => true, with: ['linkerd', 'license'] },
];

/** The settings of all levels, the nearest to the cluster winning. */
export function inherit(levels: readonly Level[]): Record<string, unknown> {
  return withoutStale(mergeLevels(levels), levels);
}

/** The settings of all levels, stale ones among them. */
export function mergeLevels(levels: readonly Level[]): Record<string, unknown> {
  return levels.reduce<Record<string, unknown>>((below, level) => mergeMaps(below, level.settings, WHOLE), {});
}

/** What one more level says over those below it: its own settings, merged with theirs, and nothing else. */
export function mergeOwn(below: Plain, above: Plain): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  const keys = Object.keys(above);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const value = above[key];
    if (value === undefined || key === '__proto__') continue;
    const old = below[key];
    out[key] = isPlain(value) && isPlain(old) && !WHOLE.has(key) ? mergeMaps(old, value, WHOLE, key) : value;
  }
  return out;
}

/**
 * Settings without what is stale in them.
 *
 * @param levels what they were merged from
 * @param said the only settings that are looked at, by their first key. @default - all
 */
export function withoutStale(
  merged: Record<string, unknown>,
  levels: readonly Level[],
  said?: Plain,
): Record<string, unknown> {
  return BESIDE.reduce((settings, rule) => {
    if (said !== undefined && said[rule.key[0] as string] === undefined) return settings;
    if (valueAt(settings, rule.key) === undefined) return settings;
    const stale = levelOf(levels, rule.key) < levelOf(levels, rule.with) && rule.gone(settings);
    return stale ? without(settings, rule.key) : settings;
  }, merged);
}

/** The level that the value at `path` comes from; undefined when none says it. */
export function originOf(levels: readonly Level[], path: readonly string[]): Level['from'] | undefined {
  return levels[levelOf(levels, path)]?.from;
}

/** Path of a setting in issues, at the level that says it; the cluster's own where none does. */
export function settingPath(levels: readonly Level[], path: readonly string[]): string {
  const level = levels[levelOf(levels, path)] ?? levels.at(-1);
  return [level?.at, ...path].join('.');
}

/** Index of the level that says `path`, or -1. A map that is replaced whole hides what levels below say inside it. */
function levelOf(levels: readonly Level[], path: readonly string[]): number {
  const from = levels.findLastIndex((level) => valueAt(level.settings, path) !== undefined);
  const whole = wholeWithin(path);
  if (from < 0 || whole === undefined) return from;
  const top = levels.findLastIndex((level) => valueAt(level.settings, whole) !== undefined);
  return from < top ? -1 : from;
}

/** The map that is replaced whole and holds `path`. */
function wholeWithin(path: readonly string[]): readonly string[] | undefined {
  let dotted = path[0] ?? '';
  for (let i = 1; i < path.length; i++) {
    dotted += `.${path[i]}`;
    if (WHOLE.has(dotted)) return path.slice(0, i + 1);
  }
  return undefined;
}

/**
 * `above` over `below`, key by key. `undefined` says nothing; null, lists and scalars replace what is below.
 *
 * @param whole dotted paths of maps that are replaced whole too
 */
export function mergeMaps(below: Plain, above: Plain, whole?: ReadonlySet<string>, path = ''): Record<string, unknown> {
  const out: Record<string, unknown> = { ...below };
  const keys = Object.keys(above);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const value = above[key];
    if (value === undefined || key === '__proto__') continue;
    const here = path === '' ? key : `${path}.${key}`;
    const old = out[key];
    out[key] = isPlain(value) && isPlain(old) && !whole?.has(here) ? mergeMaps(old, value, whole, here) : value;
  }
  return out;
}

function valueAt(settings: Plain, path: readonly string[]): unknown {
  let value: unknown = settings;
  for (let i = 0; i < path.length; i++) {
    const key = path[i]!;
    if (!isPlain(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

function without(settings: Record<string, unknown>, [outer, inner]: readonly string[]): Record<string, unknown> {
  const { [inner as string]: _, ...rest } = settings[outer as string] as Record<string, unknown>;
  return { ...settings, [outer as string]: rest };
}

/** A map, as opposed to a list, a scalar or an instance of a class. */
export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
