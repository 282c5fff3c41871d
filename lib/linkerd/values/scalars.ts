/** Scalars in values, and the words for what was found and what a type takes. */
import { type Issue, issue } from '../../errors';

/** Issues of a value that stands at `path`. */
export type Check = (value: unknown, path: string) => Issue[];

/** What each type takes, in words. */
export const ALLOWED = {
  string: 'a string',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  intOrPercent: 'a whole number, or a percentage such as "25%"',
  duration: 'a string with units, e.g. "10s", "500ms" or "1h0m0s"',
  quantity: 'a quantity, e.g. 100m or 250Mi',
  csv: 'one string, entries separated by commas',
  ports: 'one string of ports and ranges separated by commas, e.g. "25,3306,8000-8100"',
  yaml: 'a string that holds YAML; the chart renders it as a template',
  inboundPolicy: 'a default inbound policy',
  strings: 'a map of strings',
  object: 'a map',
  list: 'a list of maps',
  stringList: 'a list of strings',
  names: 'a list of maps with a `name`, e.g. [{ name: regcred }]',
  env: 'a list of environment variables: `name`, and `value` (a string) or `valueFrom`',
  resources: '`cpu`, `memory` and `ephemeral-storage`, each with `request` and `limit`',
  'resources+cores': '`cpu`, `memory` and `ephemeral-storage`, each with `request` and `limit`; and `cores`',
  requirements: '`limits` and `requests`, as in a Kubernetes container',
} as const;

/** Name of a type, as the tables write it; enumerations are written out instead. */
export type TypeName = keyof typeof ALLOWED;

/** A map, as opposed to a list, a scalar or an instance of a class. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** What was found, for a message. A long string is counted, not shown. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (isMap(value)) return 'a map';
  if (typeof value === 'string' && (value.length > 60 || value.includes('\n'))) {
    return `a string of ${value.length} characters`;
  }
  if (typeof value === 'string') return `the string ${JSON.stringify(value)}`;
  if (typeof value === 'number' || typeof value === 'boolean') return `the ${typeof value} ${value}`;
  return 'something that YAML has no form for';
}

/** `a.b` and key `c` → `a.b.c`; a key that is no plain word is quoted: `a["x.io/y"]`. */
export function at(path: string, key: string): string {
  return /^[\w-]+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

/** The issue of a value that is not of `type`. */
export function wrong(type: TypeName, value: unknown, path: string, fix?: string): Issue[] {
  return [issue('VALUES_TYPE', { path, found: describe(value), allowed: ALLOWED[type], fix })];
}

function only(type: TypeName, fits: (value: unknown) => boolean): Check {
  return (value, path) => (fits(value) ? [] : wrong(type, value, path));
}

export const boolean = only('boolean', (v) => typeof v === 'boolean');
export const integer = only('integer', Number.isSafeInteger);
export const number = only('number', Number.isFinite);
export const intOrPercent = only(
  'intOrPercent',
  (v) => Number.isSafeInteger(v) || (typeof v === 'string' && /^\d+%?$/.test(v)),
);
export const duration = only(
  'duration',
  (v) => typeof v === 'string' && /^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h|d))*$/.test(v),
);
/** An amount as Kubernetes writes it; a number will do. */
export const quantity = only(
  'quantity',
  (v) => /^(\d+(\.\d+)?([eE]\d+|m|k|[MGTPE]|[KMGTPE]i)?)?$/.test(String(v)) && /string|number/.test(typeof v),
);

/** A string; a number or boolean is told to be quoted. */
export const string: Check = (value, path) => {
  if (typeof value === 'string') return [];
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  return wrong('string', value, path, scalar ? `Quote it: ${JSON.stringify(String(value))}.` : undefined);
};

/** One of `options`. */
export function oneOf(options: readonly string[]): Check {
  return (value, path) => {
    if (typeof value === 'string' && options.includes(value)) return [];
    const allowed = options.map((o) => JSON.stringify(o)).join(', ');
    if (value !== false || !options.includes('off')) {
      return [issue('VALUES_ENUM', { path, found: describe(value), allowed })];
    }
    const why = 'YAML 1.1 takes an unquoted off for false, and the chart fails on false.';
    return [issue('VALUES_FORM', { path, found: describe(value), allowed, why, fix: 'Write "off", quoted.' })];
  };
}

const PORTS = /^( *\d+(-\d+)? *(, *\d+(-\d+)? *)*)?$/;

/** A list that the charts take as one string. */
export function commas(type: 'csv' | 'ports'): Check {
  return (value, path) => {
    if (Array.isArray(value)) return [listForCommas(type, value, path)];
    if (typeof value === 'number') return wrong(type, value, path, `Quote it: "${value}".`);
    const fits = typeof value === 'string' && (type === 'csv' || PORTS.test(value));
    return fits ? [] : wrong(type, value, path);
  };
}

function listForCommas(type: 'csv' | 'ports', list: readonly unknown[], path: string): Issue {
  const scalars = list.every((v) => typeof v === 'string' || typeof v === 'number');
  const why = 'Helm prints a list as [25 3306]; what reads it splits it at commas and finds no port or network there.';
  const fix = scalars ? `Write ${JSON.stringify(list.join(','))}.` : undefined;
  return issue('VALUES_FORM', { path, found: 'a list', allowed: ALLOWED[type], why, fix });
}
