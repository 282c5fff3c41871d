/** Changes made in the text of a data file. */
import { isDeepStrictEqual } from 'node:util';
import type { Document } from 'yaml';
import { type Edit, isDocument, isRemoval, setIn } from './edit';
import { chunksOf, withoutDocuments } from './remove';
import { type Splice, spliceOf } from './splice';

/**
 * The text of a file of a description with the changes that concern documents in it; the rest stays as it is, comments too. JSON
 * keeps its indentation. The text has been read before without problems. Without a document left it is empty: the file can go.
 *
 * @param file its name, which says whether it is JSON
 */
export function editText(file: string, text: string, edits: readonly Edit[]): string {
  // Lines end as they did: edits are made where they end in LF.
  const isCrlf = text.includes('\r\n') && !/(^|[^\r])\n/.test(text);
  const given = isCrlf ? text.replaceAll('\r\n', '\n') : text;
  const edited = /\.json$/i.test(file) ? editJson(given, edits) : editYaml(given, edits);
  return isCrlf ? edited.replaceAll('\n', '\r\n') : edited;
}

function editJson(text: string, edits: readonly Edit[]): string {
  const indent = /^[[{]\r?\n?([ \t]+)/.exec(text.trimStart())?.[1] ?? '';
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  const edited = inOrder(placesIn(value, edits)).reduce((all, { path, edit }) => setIn(all, path, edit.value), value);
  if (countIn(edited) === 0) return '';
  return `${JSON.stringify(edited, null, indent)}${text.endsWith('\n') ? '\n' : ''}`;
}

function editYaml(given: string, edits: readonly Edit[]): string {
  const yaml = require('yaml') as typeof import('yaml');
  const parse = (source: string) => yaml.parseAllDocuments(source, { uniqueKeys: false }) as Document[];
  const text = withoutRemoved(given, parse, edits);
  if (text === '') return text;
  const documents = parse(text);
  const places = documents.map((document) => inOrder(placesIn(document.toJS(), edits)));
  const wanted = documents.map((document, i) =>
    places[i]!.reduce<unknown>((all, { path, edit }) => setIn(all, path, edit.value), document.toJS()),
  );
  const says = (source: string) =>
    isDeepStrictEqual(
      parse(source).map((d) => d.toJS()),
      wanted,
    );
  const spliced = inRounds(edits).reduce<string | undefined>(
    (all, round) => all && spliceRound(yaml, all, round),
    text,
  );
  if (spliced !== undefined && says(spliced)) return spliced;
  for (const [i, document] of documents.entries()) {
    for (const { path, edit } of places[i]!) {
      if (edit.value === undefined) document.deleteIn(path);
      else setNode(yaml, document, path, edit.value);
    }
  }
  const texts = documents.map((document) => document.toString({ lineWidth: 0 }));
  const kept = withUntouched(text, texts, (i) => places[i]!.length === 0);
  return says(kept) ? kept : texts.join('');
}

/** What was written anew, but for documents that nothing concerns: these stay to the letter. */
function withUntouched(text: string, texts: readonly string[], isUntouched: (i: number) => boolean): string {
  const chunks = chunksOf(text);
  // Comments before the first marker belong to the first document.
  const before = chunks.length - texts.length;
  if (before < 0) return texts.join('');
  const own = (i: number) => chunks.slice(i === 0 ? 0 : i + before, i + before + 1).join('');
  return texts.map((anew, i) => (isUntouched(i) ? own(i) : anew)).join('');
}

/** The first changes of all documents, then the second: one may need the place that another one makes. */
function inRounds(edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const rounds: Edit[][] = [];
  const made = new Map<string, number>();
  for (const edit of edits) {
    const key = JSON.stringify(edit.document);
    const round = made.get(key) ?? 0;
    made.set(key, round + 1);
    const others = rounds[round];
    if (others === undefined) rounds[round] = [edit];
    else others.push(edit);
  }
  return rounds;
}

function spliceRound(yaml: typeof import('yaml'), text: string, edits: readonly Edit[]): string | undefined {
  const documents = yaml.parseAllDocuments(text, { uniqueKeys: false }) as Document[];
  const splices = documents.flatMap((document) =>
    placesIn(document.toJS(), edits).map(({ path, edit }) => spliceOf(yaml, text, document, path, edit.value)),
  );
  return splice(text, splices);
}

function withoutRemoved(text: string, parse: (text: string) => Document[], edits: readonly Edit[]): string {
  const removals = edits.filter(isRemoval);
  const gone = parse(text).flatMap((document, i) =>
    placesIn(document.toJS(), removals).some(({ path }) => path.length === 0) ? [i] : [],
  );
  return gone.length === 0 ? text : withoutDocuments(text, parse, new Set(gone));
}

/** Documents that go come last, the last of them first: the places of the others stay what they are. */
function inOrder(places: readonly Place[]): Place[] {
  const removals = places
    .filter(({ edit }) => isRemoval(edit))
    .sort((a, b) => (lastOf(a) as number) - (lastOf(b) as number));
  return [...places.filter(({ edit }) => !isRemoval(edit)), ...removals.reverse()];
}

const lastOf = ({ path }: Place) => path.at(-1) ?? 0;

/** Documents in plain data. */
function countIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + countIn(one), 0);
  const { kind, items } = (value ?? {}) as { kind?: unknown; items?: unknown };
  if (kind === 'List' && Array.isArray(items)) return countIn(items);
  return value === undefined || value === null ? 0 : 1;
}

/** As `setIn` of the library, which does not go through what is empty. */
function setNode(yaml: typeof import('yaml'), document: Document, path: Place['path'], value: unknown): void {
  const isOpen = (depth: number) => yaml.isCollection(document.getIn(path.slice(0, depth), true));
  let depth = path.length - 1;
  while (depth > 0 && !isOpen(depth)) depth--;
  const at = path.slice(0, depth + 1);
  const node = document.createNode(setIn(undefined, path.slice(depth + 1), value));
  const old = document.getIn(at, true);
  // What becomes the first of a list keeps its comments.
  const isFirst = yaml.isSeq(node) && yaml.isMap(old) && isDeepStrictEqual(old.toJSON(), (value as unknown[])[0]);
  if (isFirst) node.items[0] = old;
  document.setIn(at, node);
}

/** All splices of one text, those of one place in their order; undefined where one is missing. */
function splice(text: string, splices: readonly (Splice | undefined)[]): string | undefined {
  const known = splices.filter((one) => one !== undefined).sort((a, b) => a.from - b.from);
  if (known.length < splices.length) return undefined;
  return known.reduceRight((all, { from, to, text: by }) => all.slice(0, from) + by + all.slice(to), text);
}

interface Place {
  /** From the top of the text's document: a List holds documents in it. */
  readonly path: readonly (string | number)[];
  readonly edit: Edit;
}

function placesIn(value: unknown, edits: readonly Edit[], above: readonly (string | number)[] = []): Place[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => placesIn(item, edits, [...above, i]));
  const { kind, items } = (value ?? {}) as { kind?: unknown; items?: unknown };
  if (kind === 'List' && Array.isArray(items)) return placesIn(items, edits, [...above, 'items']);
  return edits
    .filter(({ document }) => isDocument(value, document))
    .map((edit) => ({ path: [...above, ...edit.path], edit }));
}
