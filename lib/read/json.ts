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

function parsed(text: string, members: number, found: Findings): unknown {
  try {
    const value = JSON.parse(text);
    // A member that the text has and the value has not was overwritten by a later one of the same name.
    if (countMembers(value) === members) return value;
  } catch {
    // The message would quote the text.
  }
  explainJson(text, found);
  if (found.issues.length === 0) found.add('INPUT_SYNTAX', 0, { found: 'JSON that the parser refuses' });
  return undefined;
}

/** Members of all objects in `value`; NaN when one of them, or a number, is not allowed. Recurses: depth is limited before. */
function countMembers(value: unknown): number {
  if (typeof value === 'number') return isInexact(value) ? Number.NaN : 0;
  if (typeof value !== 'object' || value === null) return 0;
  let members = 0;
  if (Array.isArray(value)) {
    for (const element of value) members += countMembers(element);
    return members;
  }
  for (const key of Object.keys(value)) {
    if (isForbiddenKey(key)) return Number.NaN;
    members += 1 + countMembers((value as Record<string, unknown>)[key]);
  }
  return members;
}
