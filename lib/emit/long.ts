/** Maps with long lists of what many documents have in common: a piece for each element, which is made once. */
import { entryText, listText, type Rules } from './block';
import { keyText, pad } from './scalar';
import { slotsOf } from './shared';
import type { Piece, SharedText } from './text';

/** From how many elements on pieces are worth it. */
const LONG = 8;

/** The text of the entries of a map at the root of a document, as `textOf` has each of them; none for what is not long. */
export function longPieces(
  map: object,
  keys: readonly string[],
  rules: Rules,
  textOf = (key: string, value: unknown): string => entryText(key, value, 0, rules),
): readonly Piece[] | undefined {
  const lists = keys.map((key) => elementsOf((map as Readonly<Record<string, unknown>>)[key], rules));
  if (lists.every((list) => list === undefined)) return undefined;
  const own = [''];
  const pieces: SharedText[][] = [];
  keys.forEach((key, i) => {
    const list = lists[i];
    const name = list && keyText(key, true);
    own[own.length - 1] += name === undefined ? textOf(key, (map as Record<string, unknown>)[key]) : `${name}:\n`;
    if (list === undefined || name === undefined) return;
    pieces.push(list);
    own.push('');
  });
  // What is of this document alone is one text where it is looked through, as it is where the list is short.
  const [first = '', ...rest] = own;
  const head = rest.some((text) => text !== '') ? { text: first, within: own.join('') } : first;
  const stream: Piece[] = [head];
  rest.forEach((text, i) => {
    for (const piece of pieces[i] as SharedText[]) stream.push(piece);
    if (text !== '') stream.push(text);
  });
  return stream;
}

/** Texts of elements in a list of a map at the root of a document. */
const texts = new WeakMap<Rules, WeakMap<object, SharedText>>();
const INDENT = 2;

/** Undefined unless it is a long list, and everything in it is shared. */
function elementsOf(list: unknown, rules: Rules): SharedText[] | undefined {
  if (!Array.isArray(list) || list.length < LONG || slotsOf(list) !== undefined) return undefined;
  let known = texts.get(rules);
  if (known === undefined) {
    known = new WeakMap();
    texts.set(rules, known);
  }
  const pieces: SharedText[] = [];
  for (const element of list) {
    const piece = pieceOf(element, rules, known);
    if (piece === undefined) return undefined;
    pieces.push(piece);
  }
  return pieces;
}

function pieceOf(element: unknown, rules: Rules, known: WeakMap<object, SharedText>): SharedText | undefined {
  if (typeof element !== 'object' || element === null) return undefined;
  let piece = known.get(element);
  if (piece === undefined && slotsOf(element) !== undefined) {
    piece = { text: pad(INDENT) + listText([element], INDENT, rules) };
    known.set(element, piece);
  }
  return piece;
}
