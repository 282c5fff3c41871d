/** Turns what the schema library found into Issues: what was found, what is allowed, and the nearest known word. */
import * as z from 'zod/mini';
import { type Issue, issue } from '../errors';
import { nearest } from '../nearest';
import { API_VERSION } from './description';
import { KINDS, type Kind } from './schema';
import { ONE_OF } from './schema/kit';
import { knownKeys, type Schema, schemaAt, valueAt } from './schema-walk';

type Raw = z.core.$ZodIssue;

/** The document at hand. */
interface Document {
  readonly schema: Schema;
  readonly value: unknown;
  /** Path of the document in issues. */
  readonly at: string;
}

/** An issue; `meant` is the path of the known field that an unknown one looks like. */
interface Found {
  readonly issue: Issue;
  readonly meant?: string;
}

/** What keeps `value` from being a document of that kind, with paths that start with `at`; undefined when nothing does. */
export function documentIssues(kind: Kind, value: unknown, at: string): Issue[] | undefined {
  const result = z.safeParse(KINDS[kind], value, { jitless: true });
  return result.success ? undefined : schemaIssues(KINDS[kind], value, result.error, at);
}

/** Issues of `error`, whose paths start with `at`. */
export function schemaIssues(schema: Schema, value: unknown, error: z.core.$ZodError, at: string): Issue[] {
  const found = error.issues.flatMap((raw) => one(raw, { schema, value, at }, []));
  // A misspelled field is missing under its right name as well: that is one mistake.
  const meant = new Set(found.map((f) => f.meant));
  return found.map((f) => f.issue).filter((i) => i.code !== 'SCHEMA_REQUIRED' || !meant.has(i.path));
}

function one(raw: Raw, document: Document, base: readonly PropertyKey[]): Found[] {
  const path = [...base, ...raw.path];
  const place = formatPath(document.at, path);
  const value = valueAt(document.value, path);
  if (place === `${document.at}.apiVersion`) return [{ issue: apiVersion(value, place) }];
  switch (raw.code) {
    case 'unrecognized_keys': {
      const known = knownKeys(schemaAt(document.schema, path, document.value));
      return raw.keys.map((key) => unknownKey(key, known, place));
    }
    case 'invalid_union':
      return union(raw, document, path);
    case 'custom':
      return raw.message === ONE_OF ? oneOf(schemaAt(document.schema, path, document.value), value, place) : [];
    default:
      return [{ issue: mismatch(value, place, [raw]) }];
  }
}

/** Of a union, the branch that went furthest says most; when none takes this kind of value, name what all of them take. */
function union(raw: z.core.$ZodIssueInvalidUnion, document: Document, path: readonly PropertyKey[]): Found[] {
  const value = valueAt(document.value, path);
  const deep = raw.errors.filter((branch) => !branch.some((i) => i.path.length === 0 && isOfKind(i)));
  if (deep.length > 0) {
    const best = deep.reduce((a, b) => (b.length < a.length ? b : a));
    return best.flatMap((i) => one(i, document, path));
  }
  return [{ issue: mismatch(value, formatPath(document.at, path), raw.errors.flat()) }];
}

/** Whether an issue says that the value is of the wrong kind, or not one of the words there are. */
const isOfKind = (raw: Raw): boolean => raw.code === 'invalid_type' || raw.code === 'invalid_value';

/** One scalar that is not there, of the wrong type, or out of range. */
function mismatch(value: unknown, path: string, raws: readonly Raw[]): Issue {
  const allowed = [...new Set(raws.map(takes))].join(' or ');
  if (value === undefined) return issue('SCHEMA_REQUIRED', { path, found: 'nothing', allowed: `${allowed}, always` });
  const type = raws.every((raw) => !hasTypeOf(raw, value));
  return issue(type ? 'SCHEMA_TYPE' : 'SCHEMA_VALUE', { path, found: describe(value), allowed });
}

/** Whether the value is of a type that is allowed, and only its value is not. */
function hasTypeOf(raw: Raw, value: unknown): boolean {
  if (raw.code === 'invalid_value') return raw.values.some((v) => typeof v === typeof value);
  return raw.code !== 'invalid_type';
}

function takes(raw: Raw): string {
  switch (raw.code) {
    case 'invalid_type':
      return article(raw.expected);
    case 'invalid_value':
      return raw.values.map((v) => JSON.stringify(v)).join(', ');
    case 'too_small':
      if (raw.origin === 'string') return 'a non-empty string';
      return raw.origin === 'array' ? 'at least one entry' : `${String(raw.minimum)} or more`;
    case 'too_big':
      return `${String(raw.maximum)} or less`;
    case 'invalid_format':
      return raw.message;
    default:
      return 'a value as documented';
  }
}

function unknownKey(key: string, known: readonly string[], place: string): Found {
  const near = nearest(key, known);
  const shown = key.length > 60 ? `${key.slice(0, 60)}…` : key;
  return {
    meant: near === undefined ? undefined : `${place}.${near}`,
    issue: issue('SCHEMA_UNKNOWN_KEY', {
      path: `${place}.${shown}`,
      found: `the unknown field ${JSON.stringify(shown)}`,
      allowed: known.length > 0 ? [...known].sort().join(', ') : undefined,
      fix: near === undefined ? undefined : `Did you mean ${near}?`,
    }),
  };
}

/** Unknown alternatives have been reported as such. */
function oneOf(schema: Schema | undefined, value: unknown, path: string): Found[] {
  const known = knownKeys(schema);
  const given = Object.keys((value ?? {}) as object);
  const present = given.filter((key) => known.includes(key));
  if (present.length === 0 && given.length > 0) return [];
  const found = present.length === 0 ? 'none' : present.join(' and ');
  return [{ issue: issue('SCHEMA_ONE_OF', { path, found, allowed: `exactly one of ${known.join(', ')}` }) }];
}

function apiVersion(value: unknown, path: string): Issue {
  const allowed = value === undefined ? API_VERSION : undefined;
  return issue('SCHEMA_API_VERSION', { path, found: describe(value), allowed });
}

const ARTICLES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a map',
  record: 'a map',
  int: 'a whole number',
};

const article = (type: string): string => ARTICLES[type] ?? `a ${type}`;

/** Short and safe to show: the type, and the value of a short scalar. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `a ${typeof value} of ${text.length} characters` : `the ${typeof value} ${text}`;
}

/** `Cluster/eu-1` + ['spec','podCidrs',0] → `Cluster/eu-1.spec.podCidrs[0]`. */
export function formatPath(at: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`),
    at,
  );
}
