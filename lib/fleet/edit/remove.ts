/** Whole documents taken out of a YAML text; the text of the others stays as it is. */
import { isDeepStrictEqual } from 'node:util';
import type { Document } from 'yaml';

/** A line that begins a document; inside a text of several lines YAML knows none. */
const MARKER = /^---(?=[ \t\r\n]|$)/m;

/**
 * The text without some of its documents, with the comments that stand in them; empty when none is left.
 *
 * @param gone places of documents in the text
 */
export function withoutDocuments(text: string, parse: (text: string) => Document[], gone: ReadonlySet<number>): string {
  const documents = parse(text);
  const kept = documents.filter((_, i) => !gone.has(i));
  if (kept.every(({ contents }) => contents === null)) return '';
  const chunks = chunksOf(text);
  // What stands before the first marker is a document only if there is more than comments in it.
  const before = chunks.length - documents.length;
  const cut = chunks.filter((_, i) => !gone.has(i - before)).join('');
  const says = (source: string) => parse(source).map((document) => document.toJS());
  const isCut =
    before >= 0 &&
    isDeepStrictEqual(
      says(cut),
      kept.map((document) => document.toJS()),
    );
  return isCut ? cut : kept.map((document) => document.toString({ lineWidth: 0 })).join('');
}

/** The text of each document with its marker; before them what stands before the first marker, if anything does. */
export function chunksOf(text: string): string[] {
  const places: number[] = [];
  for (const { index } of text.matchAll(new RegExp(MARKER, 'gm'))) places.push(index);
  const starts = places[0] === 0 ? places : [0, ...places];
  return starts.map((start, i) => text.slice(start, starts[i + 1]));
}
