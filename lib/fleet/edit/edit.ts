/** Changes of a description, as data: the same ones are tried in memory, made in files, or shown to whoever writes code. */
import type { RawDocument } from '../../read/parsed';
import type { Kind } from '../kinds';

/** Which document of a description. */
export interface DocumentRef {
  readonly kind: Kind;
  readonly name: string;
  /** Of a Service. */
  readonly namespace?: string;
}

/** One change. */
export interface Edit {
  readonly document: DocumentRef;
  /** Keys below the document, as `['spec', 'trust', 'anchors', 1]`; a number is a place in a list, its length the end of it. */
  readonly path: readonly (string | number)[];
  /** Plain data; undefined removes what is there, and with an empty path the document. */
  readonly value: unknown;
}

/** The documents with the changes; the ones given stay as they are. A change of a document that is not there changes nothing. */
export function editDocuments(raws: readonly RawDocument[], edits: readonly Edit[]): RawDocument[] {
  return raws.flatMap((raw) => {
    const own = edits.filter(({ document }) => isDocument(raw.value, document));
    if (own.length === 0) return [raw];
    if (own.some(isRemoval)) return [];
    return [{ ...raw, value: own.reduce((value, { path, value: to }) => setIn(value, path, to), raw.value) }];
  });
}

/** Whether the document as a whole goes. */
export const isRemoval = ({ path, value }: Edit): boolean => path.length === 0 && value === undefined;

/** Whether plain data is the document that is meant. */
export function isDocument(value: unknown, { kind, name, namespace }: DocumentRef): boolean {
  const given = value as { kind?: unknown; metadata?: { name?: unknown; namespace?: unknown } } | null | undefined;
  const { metadata } = given ?? {};
  return (
    given?.kind === kind && metadata?.name === name && (namespace === undefined || metadata.namespace === namespace)
  );
}

/** A copy with one value set or removed; maps and lists that are missing on the way are made. */
export function setIn(holder: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list = Array.isArray(holder) ? holder : [];
    if (rest.length === 0 && value === undefined) return list.filter((_, i) => i !== key);
    return list.toSpliced(key, 1, setIn(list[key], rest, value));
  }
  const map = typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>) : {};
  const next = setIn(map[key], rest, value);
  if (next !== undefined) return { ...map, [key]: next };
  const { [key]: _, ...left } = map;
  return left;
}
