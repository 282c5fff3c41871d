/** Where in a YAML text one value is set or removed, so that nothing else of the text changes: comments, quotes, blank lines. */
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { setIn } from './edit';

/** Replace the characters from `from` to `to`. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

type Yaml = typeof import('yaml');
type Path = readonly (string | number)[];
type Collection = YAMLMap<Node, Node | null> | YAMLSeq<Node>;

/** The splice of one change; undefined where the layout asks for more than one, which the caller has another way for. */
export function spliceOf(yaml: Yaml, text: string, document: Document, path: Path, value: unknown): Splice | undefined {
  let node: unknown = document.contents;
  for (const [depth, key] of path.entries()) {
    if (!yaml.isCollection(node)) return undefined;
    const holder = node as Collection;
    const index = placeOf(yaml, holder, key);
    const isLast = depth === path.length - 1;
    if (index === undefined) {
      const rest = setIn(undefined, path.slice(depth + 1), value);
      return value === undefined ? undefined : insertion(yaml, text, holder, key, rest);
    }
    if (isLast && value === undefined) return removal(yaml, text, holder, index);
    const item = holder.items[index] as Node | Pair<Node, Node | null>;
    node = yaml.isPair(item) ? item.value : item;
  }
  const range = (node as Node | null)?.range;
  if (!range || (yaml.isCollection(node) && !node.flow) || text.slice(range[0], range[1]).includes('\n'))
    return undefined;
  return { from: range[0], to: range[1], text: written(yaml, value) };
}

function placeOf(yaml: Yaml, holder: Collection, key: string | number): number | undefined {
  if (yaml.isSeq(holder)) return typeof key === 'number' && key < holder.items.length ? key : undefined;
  const index = holder.items.findIndex((pair) => yaml.isScalar(pair.key) && pair.key.value === key);
  return index < 0 ? undefined : index;
}

function insertion(
  yaml: Yaml,
  text: string,
  holder: Collection,
  key: string | number,
  value: unknown,
): Splice | undefined {
  const last = holder.items.at(-1);
  const end = last && endOf(yaml, last);
  if (last === undefined || end === undefined) return undefined;
  const item = yaml.isSeq(holder) ? written(yaml, value) : `${written(yaml, key)}: ${written(yaml, value)}`;
  if (holder.flow) return { from: end, to: end, text: `, ${item}` };
  const column = columnOf(text, holder.range![0]);
  const line = `${' '.repeat(column)}${yaml.isSeq(holder) ? '- ' : ''}${item}`;
  if (text[end - 1] === '\n') return { from: end, to: end, text: `${line}\n` };
  const at = lineEnd(text, end);
  return { from: at, to: at, text: `\n${line}` };
}

function removal(yaml: Yaml, text: string, holder: Collection, index: number): Splice | undefined {
  const [before, item, after] = [index - 1, index, index + 1].map((i) => holder.items[i]);
  const [start, end] = [startOf(yaml, item!), endOf(yaml, item!)];
  if (start === undefined || end === undefined || holder.items.length === 1) return undefined;
  if (holder.flow) {
    const [from, to] = before ? [endOf(yaml, before), end] : [start, startOf(yaml, after!)];
    return from === undefined || to === undefined ? undefined : { from, to, text: '' };
  }
  const from = text.lastIndexOf('\n', start - 1) + 1;
  if (!/^ *(- +)?$/.test(text.slice(from, start)) || index === 0) return undefined;
  const to = text[end - 1] === '\n' ? end : lineEnd(text, end) + 1;
  return { from, to: Math.min(to, text.length), text: '' };
}

function startOf(yaml: Yaml, item: Node | Pair<Node, Node | null>): number | undefined {
  return (yaml.isPair(item) ? item.key : item)?.range?.[0];
}

/** Where the last character of an item is over; blanks and comments after it do not count. */
function endOf(yaml: Yaml, item: Node | Pair<Node, Node | null>): number | undefined {
  const node = yaml.isPair(item) ? (item.value ?? item.key) : item;
  if (yaml.isCollection(node) && !node.flow && node.items.length > 0)
    return endOf(yaml, node.items.at(-1) as Node | Pair<Node, Node | null>);
  return node.range?.[1];
}

const columnOf = (text: string, offset: number) => offset - (text.lastIndexOf('\n', offset - 1) + 1);

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at;
}

/** On one line, and right inside brackets as well as outside. */
const written = ({ stringify }: Yaml, value: unknown): string =>
  stringify([value], { collectionStyle: 'flow', lineWidth: 0 })
    .trim()
    .replace(/^\[ ?|\s*\]$/g, '');
