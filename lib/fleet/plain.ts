/** What code describes, as data would say it. */
import { type Issue, issue } from '../errors';

/** A value as JSON has it, and what of it JSON does not have. */
export interface PlainValue {
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/** A copy of `value` made of strings, numbers, booleans, nulls, lists and maps; a field that is undefined is not there. */
export function toPlain(value: unknown, path: string): PlainValue {
  const issues: Issue[] = [];
  const refuse = (at: string, found: string) => {
    issues.push(issue('SCHEMA_TYPE', { path: at, found, allowed: ALLOWED, fix: FIX }));
  };
  return { value: copy(value, path, [], refuse), issues };
}

const ALLOWED = 'strings, finite numbers, booleans, lists and plain objects';
const FIX = 'Describe the value itself; what has to be computed for each cluster belongs into attach() or customize.';

function copy(
  value: unknown,
  path: string,
  above: readonly object[],
  refuse: (at: string, found: string) => void,
): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) refuse(path, `the number ${value}`);
    return value;
  }
  if (typeof value !== 'object') {
    refuse(path, value === undefined ? 'undefined' : `a ${typeof value}`);
    return null;
  }
  if (above.includes(value)) {
    refuse(path, 'a value that contains itself');
    return null;
  }
  const within = [...above, value];
  if (Array.isArray(value)) return Array.from(value, (item, i) => copy(item, `${path}[${i}]`, within, refuse));
  if (!isPlainObject(value)) {
    refuse(path, `an instance of ${value.constructor?.name || 'a class'}`);
    return null;
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([key, field]) => [key, copy(field, `${path}.${key}`, within, refuse)]));
}

/** By name, not by identity: objects of another realm, as of a test runner, are as plain. */
function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
