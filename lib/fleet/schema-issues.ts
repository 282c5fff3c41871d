/** Turns what the schema library found into Issues: what was found, what is allowed, and the nearest known word. */

import type * as z from 'zod/mini';
import { type Issue, issue } from '../errors';
import { nearest } from '../nearest';
import { ONE_OF } from './schema/kit';

type Schema = z.core.$ZodType;
type Raw = z.core.$ZodIssue;

/** Issues of `error`, whose paths start with `at`. */
export function schemaIssues(schema: Schema, value: unknown, error: z.core.$ZodError, at: string): Issue[] {
  return error.issues.flatMap((raw) => one(raw, schema, value, at, []));
}

function one(raw: Raw, root: Schema, rootValue: unknown, at: string, base: readonly PropertyKey[]): Issue[] {
  const path = [...base, ...raw.path];
  const place = formatPath(at, path);
  const found = describe(valueAt(rootValue, path));
  switch (raw.code) {
    case 'unrecognized_keys':
      return raw.keys.map((key) => unknownKey(key, knownKeys(schemaAt(root, path, rootValue)), place));
    case 'invalid_type':
      return valueAt(rootValue, path) === undefined
        ? [issue('SCHEMA_REQUIRED', { path: place, found: 'nothing', allowed: `${raw.expected}, always` })]
        : [issue('SCHEMA_TYPE', { path: place, found, allowed: article(raw.expected) })];
    case 'invalid_union':
      return union(raw, root, rootValue, at, path);
    case 'invalid_value':
      return [
        issue('SCHEMA_VALUE', { path: place, found, allowed: raw.values.map((v) => JSON.stringify(v)).join(', ') }),
      ];
    case 'custom':
      return raw.message === ONE_OF ? [oneOf(schemaAt(root, path, rootValue), valueAt(rootValue, path), place)] : [];
    default:
      return [issue('SCHEMA_VALUE', { path: place, found, allowed: bounds(raw) })];
  }
}

/** Of a union, the branch that went furthest says most; when none matches the kind of value, name what all of them take. */
function union(
  raw: z.core.$ZodIssueInvalidUnion,
  root: Schema,
  rootValue: unknown,
  at: string,
  path: readonly PropertyKey[],
): Issue[] {
  const deep = raw.errors.filter((branch) => !branch.some((i) => i.path.length === 0 && i.code === 'invalid_type'));
  if (deep.length > 0) {
    const best = deep.reduce((a, b) => (b.length < a.length ? b : a));
    return best.flatMap((i) => one(i, root, rootValue, at, path));
  }
  const takes = raw.errors.flat().map((i) => ('expected' in i ? article(String(i.expected)) : bounds(i)));
  return [
    issue('SCHEMA_TYPE', {
      path: formatPath(at, path),
      found: describe(valueAt(rootValue, path)),
      allowed: [...new Set(takes)].join(' or '),
    }),
  ];
}

function unknownKey(key: string, known: readonly string[], place: string): Issue {
  const near = nearest(key, known);
  return issue('SCHEMA_UNKNOWN_KEY', {
    path: `${place}.${key}`,
    found: `the unknown field ${JSON.stringify(key)}`,
    allowed: known.length > 0 ? [...known].sort().join(', ') : undefined,
    fix: near === undefined ? undefined : `Did you mean ${near}?`,
  });
}

function oneOf(schema: Schema | undefined, value: unknown, place: string): Issue {
  const present = Object.keys((value ?? {}) as object);
  return issue('SCHEMA_ONE_OF', {
    path: place,
    found: present.length === 0 ? 'none' : present.join(' and '),
    allowed: `exactly one of ${knownKeys(schema).join(', ')}`,
  });
}

/** What the schema takes at `path`, seen through optional fields and the union branch that fits the value. */
function schemaAt(schema: Schema | undefined, path: readonly PropertyKey[], value: unknown): Schema | undefined {
  const def = unwrap(schema)?._zod.def as { type: string; [k: string]: unknown } | undefined;
  if (def === undefined) return undefined;
  if (def.type === 'union') {
    const options = def.options as Schema[];
    const fits = options.filter((o) => (unwrap(o)?._zod.def.type === 'array') === Array.isArray(value));
    return fits.map((o) => schemaAt(o, path, value)).find((s) => s !== undefined);
  }
  const [head, ...rest] = path;
  if (head === undefined) return unwrap(schema);
  const next = valueAt(value, [head]);
  if (def.type === 'object') return schemaAt((def.shape as Record<string, Schema>)[String(head)], rest, next);
  if (def.type === 'array') return schemaAt(def.element as Schema, rest, next);
  if (def.type === 'record') return schemaAt(def.valueType as Schema, rest, next);
  return undefined;
}

function unwrap(schema: Schema | undefined): Schema | undefined {
  const def = schema?._zod.def as { type: string; innerType?: Schema } | undefined;
  return def?.type === 'optional' ? unwrap(def.innerType) : schema;
}

function knownKeys(schema: Schema | undefined): string[] {
  const def = schema?._zod.def as { shape?: object } | undefined;
  return def?.shape ? Object.keys(def.shape) : [];
}

function bounds(raw: Raw): string {
  if (raw.code === 'too_small') {
    const least = String(raw.minimum);
    return raw.origin === 'string'
      ? 'a non-empty string'
      : raw.origin === 'array'
        ? `at least ${least} entries`
        : `${least} or more`;
  }
  if (raw.code === 'too_big') return `${String(raw.maximum)} or less`;
  if (raw.code === 'invalid_format') return `a value such as 3s, 1h30m or 720h0m0s`;
  return 'a value as documented';
}

const article = (type: string): string =>
  type === 'array'
    ? 'a list'
    : type === 'object' || type === 'record'
      ? 'a map'
      : type === 'int'
        ? 'a whole number'
        : `a ${type}`;

/** Short and safe to show: the type, and the value of a short scalar. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const text = JSON.stringify(value);
  return text.length > 80 ? `a ${typeof value} of ${text.length} characters` : `the ${typeof value} ${text}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let v = value;
  for (const key of path) {
    if (v === null || typeof v !== 'object' || !Object.hasOwn(v, key)) return undefined;
    v = (v as Record<PropertyKey, unknown>)[key];
  }
  return v;
}

/** `Cluster/eu-1` + ['spec','podCidrs',0] → `Cluster/eu-1.spec.podCidrs[0]`. */
export function formatPath(at: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`),
    at,
  );
}
