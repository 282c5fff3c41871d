/** JSON as plain data: the path a compiled fleet takes at every render, so JSON.parse does the work and the rest only counts. */
import { explainJson } from './json-explain';
import { scanJson } from './json-scan';
import { MAX_DEPTH, MAX_JSON_VALUES } from './limits';
import { isForbiddenKey, isInexact, type Parsed } from './parsed';
import { type Findings, findings } from './place';

/**
 * Parses one JSON document under the same rules as {@link parseYaml}; duplicate keys too, of which JSON.parse keeps the last.
 * Never throws and never ends the process, whatever the text is.
 *
 * Codes: INPUT_SYNTAX, INPUT_TOO_DEEP, INPUT_TOO_MANY, INPUT_KEY, INPUT_DUPLICATE_KEY, INPUT_NUMBER.
 *
 * @param source - the name of the text in issues
 */
export function parseJson(text: string, source: string): Parsed {
  const found = findings(text, source);
  const value = parse(text, found);
  if (found.issues.length > 0) return { documents: [], issues: found.issues };
  const line = text.slice(0, text.search(/[^ \t\n\r]/)).split('\n').length;
  return { documents: [{ value, line }], issues: [] };
}

function parse(text: string, found: Findings): unknown {
  const plain = text.length <= QUICK_LENGTH ? quickly(text) : undefined;
  if (plain !== undefined) return plain.value;
  const counts = scanJson(text, MAX_DEPTH);
  if (counts.tooDeepAt !== -1) {
    found.add('INPUT_TOO_DEEP', counts.tooDeepAt, { found: `more than ${MAX_DEPTH} levels` });
  } else if (counts.values > MAX_JSON_VALUES) {
    found.add('INPUT_TOO_MANY', 0, { found: `more than ${MAX_JSON_VALUES} values` });
  } else {
    return parsed(text, counts.members, found);
  }
  return undefined;
}

/** A text of this length that is nothing but brackets is refused at the price of 100 MB. */
const QUICK_LENGTH = 2 * 1024 * 1024;

/** The value of a text in which nothing is wrong; undefined where something may be, or where it takes a closer look to tell. */
function quickly(text: string): { readonly value: unknown } | undefined {
  // With no space between them, `":` ends every key, and stands elsewhere only in strings: never fewer than there are members.
  if (SPACE_BEFORE_COLON.test(text)) return undefined;
  try {
    const value = JSON.parse(text);
    return countMembers(value, 1) === countOf('":', text) ? { value } : undefined;
  } catch {
    return undefined;
  }
}

const SPACE_BEFORE_COLON = /[ \n\t\r]:/;

function countOf(part: string, text: string): number {
  let count = 0;
  for (let i = text.indexOf(part); i !== -1; i = text.indexOf(part, i + part.length)) count++;
  return count;
}

function parsed(text: string, members: number, found: Findings): unknown {
  try {
    const value = JSON.parse(text);
    // A member that the text has and the value has not was overwritten by a later one of the same name.
    if (countMembers(value, 1) === members) return value;
  } catch {
    // The message would quote the text.
  }
  explainJson(text, found);
  if (found.issues.length === 0) found.add('INPUT_SYNTAX', 0, { found: 'JSON that the parser refuses' });
  return undefined;
}

/** Members of all objects in `value`; NaN when one of them, a number, or the depth is not allowed. */
function countMembers(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'number' && isInexact(value) ? Number.NaN : 0;
  if (depth > MAX_DEPTH) return Number.NaN;
  let members = 0;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const element = value[i];
      if (typeof element !== 'string') members += countMembers(element, depth + 1);
    }
    return members;
  }
  for (const key in value) {
    if (isForbiddenKey(key)) return Number.NaN;
    const member = (value as Record<string, unknown>)[key];
    members += typeof member === 'string' ? 1 : 1 + countMembers(member, depth + 1);
  }
  return members;
}
