/** Values of plain YAML that stand on one line. Undefined is "not certainly": the `yaml` library is asked then. */
import { isForbiddenKey } from './parsed';

/** Begins with a letter, and nothing in it could end it, be a comment, or be another mark of YAML. */
const WORDS = /^[A-Za-z](?:[A-Za-z0-9_./@,+=()%-]|:(?=[^ ])| (?=[^ #:]))*$/;

/** Address or range of IPv4, which no schema of YAML takes for a number. */
const ADDRESS = /^\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?$/;

/** Words of the core schema that are not strings, in all their spellings. */
const CONSTANT = /^(null|true|false)$/i;

/** A value without quotes. */
export function plainScalar(text: string): unknown {
  if (CONSTANT.test(text)) return text === 'true' ? true : text === 'false' ? false : undefined;
  if (WORDS.test(text) || ADDRESS.test(text)) return text;
  return /^(0|[1-9]\d{0,9})$/.test(text) ? Number(text) : undefined;
}

/** A value in quotes, without anything escaped. */
export function readQuoted(text: string): string | undefined {
  return /^"[^"\\]*"$/.test(text) || /^'[^']*'$/.test(text) ? text.slice(1, -1) : undefined;
}

interface Cursor {
  readonly tokens: readonly string[];
  at: number;
}

const TOKEN = / *(?:([[\]{},])|("[^"\\]*"|'[^']*'|[^[\]{},"'# ](?:[^[\]{},"'#]*[^[\]{},"'# ])?)) */y;
const MAX_LEVELS = 10;

/** A map or a list on one line. */
export function readFlow(text: string): unknown {
  // A colon with a value right behind it is part of a word, or not, as the word before it is quoted.
  if (!/^[[{]/.test(text) || text.length > 1000 || /:["'[{]/.test(text)) return undefined;
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const [, mark, word] = TOKEN.exec(text) ?? [];
    const token = mark ?? word;
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  const cursor = { tokens, at: 0 };
  const value = flowValue(cursor, 1);
  return cursor.at === tokens.length ? value : undefined;
}

function flowValue(cursor: Cursor, level: number): unknown {
  const token = cursor.tokens[cursor.at++];
  if (token === undefined || level > MAX_LEVELS) return undefined;
  if (token === '[') return flowList(cursor, level);
  if (token === '{') return flowMap(cursor, level);
  return flowScalar(token);
}

/** In a line of values, more marks end one. */
const flowScalar = (token: string): unknown =>
  readQuoted(token) ?? (/[ :,]$|: |[()=,]/.test(token) ? undefined : plainScalar(token));

function flowList(cursor: Cursor, level: number): unknown {
  const list: unknown[] = [];
  if (isNext(cursor, ']')) return list;
  for (;;) {
    const value = flowValue(cursor, level + 1);
    if (value === undefined) return undefined;
    list.push(value);
    if (isNext(cursor, ']')) return list;
    if (!isNext(cursor, ',')) return undefined;
  }
}

const FIELD = /^([A-Za-z_][A-Za-z0-9_./-]{0,200}):(?: +(.+))?$/;

function flowMap(cursor: Cursor, level: number): unknown {
  const map: Record<string, unknown> = {};
  if (isNext(cursor, '}')) return map;
  for (;;) {
    const [, key, word] = FIELD.exec(cursor.tokens[cursor.at++] ?? '') ?? [];
    if (key === undefined || typeof plainScalar(key) !== 'string') return undefined;
    if (isForbiddenKey(key) || Object.hasOwn(map, key)) return undefined;
    const value = word === undefined ? nestedValue(cursor, level) : flowScalar(word);
    if (value === undefined) return undefined;
    map[key] = value;
    if (isNext(cursor, '}')) return map;
    if (!isNext(cursor, ',')) return undefined;
  }
}

/** What is a token of its own behind a key: quoted, a map or a list. */
function nestedValue(cursor: Cursor, level: number): unknown {
  return /^["'[{]/.test(cursor.tokens[cursor.at] ?? '') ? flowValue(cursor, level + 1) : undefined;
}

function isNext(cursor: Cursor, mark: string): boolean {
  if (cursor.tokens[cursor.at] !== mark) return false;
  cursor.at++;
  return true;
}
