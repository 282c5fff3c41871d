/** Says where a JSON text is wrong. Slower than JSON.parse, whose messages quote the text and leave its position out. */
import { endOfString } from './json-scan';
import { isForbiddenKey, isInexact } from './parsed';
import type { Findings } from './place';

/** What may come next: a value, a key, the end of what is open, or the sign between two of them. */
type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

interface State {
  expected: Expected;
  /** What is open: the keys seen so far for an object, null for an array. */
  readonly open: (Set<string> | null)[];
  readonly found: Findings;
}

const SPACE = /[ \t\n\r]*/y;
const WORD = /[^\s,:{}[\]"]+/y;

/**
 * Adds an issue for each duplicate or forbidden key and each number that is not exact, and for the first mistake of syntax,
 * where it stops. Does not recurse.
 */
export function explainJson(text: string, found: Findings): void {
  const state: State = { expected: 'value', open: [], found };
  let at = skip(SPACE, text, 0);
  while (at < text.length) {
    const next = token(text, at, state);
    if (next === undefined) {
      found.add('INPUT_SYNTAX', at, { found: `not JSON: something other than ${WORDS[state.expected]}` });
      return;
    }
    if (found.full()) return;
    at = skip(SPACE, text, next);
  }
  if (state.expected !== 'nothing') {
    found.add('INPUT_SYNTAX', at, { found: `not JSON: the end of the text before ${WORDS[state.expected]}` });
  }
}

const WORDS: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value or end': 'a value or ]',
  key: 'a key in double quotes',
  'key or end': 'a key in double quotes or }',
  colon: ':',
  'comma or end': ', or a closing bracket',
  nothing: 'the end of the text',
};

const skip = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

/** Consumes the token at `at` and returns the offset after it; nothing when it may not stand there. */
function token(text: string, at: number, state: State): number | undefined {
  const char = text[at]!;
  if (char === '"') {
    const end = endOfString(text, at) + 1;
    const value = scalar(text.slice(at, end));
    return value !== undefined && acceptString(value as string, at, state) ? end : undefined;
  }
  if ('{}[],:'.includes(char)) return acceptSign(char, state) ? at + 1 : undefined;
  const end = skip(WORD, text, at);
  const value = scalar(text.slice(at, end));
  if (value === undefined || !takesValue(state)) return undefined;
  if (typeof value === 'number' && isInexact(value)) {
    state.found.add('INPUT_NUMBER', at, { found: 'a number that JSON readers round' });
  }
  state.expected = afterValue(state);
  return end;
}

function scalar(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

const takesValue = (state: State) => state.expected === 'value' || state.expected === 'value or end';

const afterValue = (state: State): Expected => (state.open.length === 0 ? 'nothing' : 'comma or end');

function acceptString(value: string, at: number, state: State): boolean {
  if (takesValue(state)) {
    state.expected = afterValue(state);
    return true;
  }
  if (state.expected !== 'key' && state.expected !== 'key or end') return false;
  const keys = state.open.at(-1)!;
  if (isForbiddenKey(value)) state.found.add('INPUT_KEY', at, { found: `the key ${value}` });
  else if (keys.has(value)) state.found.add('INPUT_DUPLICATE_KEY', at, { found: 'a key that the object has already' });
  keys.add(value);
  state.expected = 'colon';
  return true;
}

function acceptSign(sign: string, state: State): boolean {
  const { expected, open } = state;
  const inObject = open.at(-1) instanceof Set;
  if (sign === '{' || sign === '[') {
    if (!takesValue(state)) return false;
    open.push(sign === '{' ? new Set() : null);
    state.expected = sign === '{' ? 'key or end' : 'value or end';
  } else if (sign === ':') {
    if (expected !== 'colon') return false;
    state.expected = 'value';
  } else if (sign === ',') {
    if (expected !== 'comma or end') return false;
    state.expected = inObject ? 'key' : 'value';
  } else {
    const ends = expected === 'comma or end' || expected === (inObject ? 'key or end' : 'value or end');
    if (!ends || inObject !== (sign === '}')) return false;
    open.pop();
    state.expected = afterValue(state);
  }
  return true;
}
