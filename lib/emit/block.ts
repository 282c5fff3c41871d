/** Block-style YAML of plain data: the one walk behind documents, manifests and cdk8s objects. */
import { keyText, numberText, pad, stringText } from './scalar';
import { type Slots, slotsOf } from './shared';

/** What a walk prints of a tree, and in which order. */
export interface Rules {
  /** Sort keys by code unit. */
  readonly sort: boolean;
  /** Leave out map entries that are `null` or `undefined`. In a list they are always `null`. */
  readonly dropNull: boolean;
  /** Leave out map entries that are empty maps or empty lists. */
  readonly dropEmpty: boolean;
  /** Stop at what cdk8s resolves, drops or refuses: it must then be asked. */
  readonly strict: boolean;
}

/** Thrown by a walk that meets anything but plain data; the caller knows what to do instead. */
export const NOT_PLAIN = Symbol('not plain data');

type Tree = Readonly<Record<string, unknown>>;

/** The entries of a map at `indent`, without the indentation of the first line. `''` when nothing is printed. */
export function mapText(map: object, indent: number, rules: Rules, keys = keysOf(map, rules)): string {
  const margin = pad(indent);
  let text = '';
  // Counted, here and wherever a render passes often: code that is interpreted makes an object for each step of for-of.
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const entry = entryText(key, (map as Tree)[key], indent, rules);
    if (entry !== '') text += text === '' ? entry : margin + entry;
  }
  return text;
}

/** One entry of a map at `indent`, without its indentation; `''` when it is left out. */
export function entryText(key: string, value: unknown, indent: number, rules: Rules): string {
  const text = afterColon(value, indent + 2, rules);
  if (text === '') return '';
  const name = keyText(key, indent === 0);
  if (name === undefined || (rules.strict && key === '__proto__')) throw NOT_PLAIN;
  return `${name}:${text}`;
}

/** The elements of a list that is not empty, at `indent`, without the indentation of the first line. */
export function listText(list: readonly unknown[], indent: number, rules: Rules): string {
  const margin = pad(indent);
  let text = '';
  for (let i = 0; i < list.length; i++) {
    if (i > 0) text += margin;
    text += `- ${element(list[i], indent + 2, rules)}`;
  }
  return text;
}

function afterColon(value: unknown, indent: number, rules: Rules): string {
  if (typeof value === 'string') return ` ${stringText(value, indent)}\n`;
  if (value === null || value === undefined) return rules.dropNull ? '' : ' null\n';
  if (typeof value !== 'object') return ` ${scalar(value)}\n`;
  const isList = Array.isArray(value);
  const text = collection(value, indent, rules);
  if (text !== '') return `\n${pad(indent)}${text}`;
  if (rules.dropEmpty) return '';
  return isList ? ' []\n' : ' {}\n';
}

function element(value: unknown, indent: number, rules: Rules): string {
  if (typeof value === 'string') return `${stringText(value, indent)}\n`;
  if (value === null || value === undefined) return 'null\n';
  if (typeof value !== 'object') return `${scalar(value)}\n`;
  const text = collection(value, indent, rules);
  if (text !== '') return text;
  if (rules.dropEmpty) return 'null\n';
  return Array.isArray(value) ? '[]\n' : '{}\n';
}

function collection(value: object, indent: number, rules: Rules): string {
  const slots = slotsOf(value);
  if (slots !== undefined) return sharedText(slots, value, indent, rules);
  return Array.isArray(value) ? listText(value, indent, rules) : mapText(value, indent, rules);
}

/** What is shared stands in the same few places: its text is kept for each of them. */
function sharedText(slots: Slots, value: object, indent: number, rules: Rules): string {
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]!;
    if (slot.indent === indent && slot.rules === rules) return slot.text;
  }
  const text = Array.isArray(value) ? listText(value, indent, rules) : mapText(value, indent, rules);
  slots.push({ indent, rules, text });
  return text;
}

function scalar(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return numberText(value);
  throw NOT_PLAIN;
}

/** The keys of a map in the order in which they are printed. Throws NOT_PLAIN unless it is a plain one. */
export function keysOf(map: object, rules: Rules): readonly string[] {
  if (rules.strict ? map.constructor !== Object : !isPlainObject(map)) throw NOT_PLAIN;
  return rules.sort ? sortedKeys(map) : Object.keys(map);
}

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The keys of a map in the order of a JavaScript object filled in code unit order: integers first, by size. */
export function sortedKeys(map: object): string[] {
  const keys = Object.keys(map);
  for (let i = 1; i < keys.length; i++) if (keys[i]! < keys[i - 1]!) return objectOrder(keys.sort());
  return keys;
}

/** The order in which an object lists these keys once they were set on it in the order given. */
export function objectOrder(keys: string[]): string[] {
  for (let i = 0; i < keys.length; i++) {
    const first = keys[i]!.charCodeAt(0);
    if (first >= 0x30 && first <= 0x39) return Object.keys(Object.fromEntries(keys.map((name) => [name, true])));
  }
  return keys;
}
