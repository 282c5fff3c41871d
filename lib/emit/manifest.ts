/** A plain Kubernetes object and its text. */
import { entryText, NOT_PLAIN, objectOrder, type Rules, sortedKeys } from './block';
import { longPieces } from './long';
import { slotsOf } from './shared';
import type { Piece, SharedText } from './text';

/** The metadata of a Manifest: the fields of ObjectMeta an author may set, and nothing the API server fills in. */
export interface ManifestMetadata {
  readonly name: string;
  /** @default - none: a cluster-scoped object, or the namespace of whoever applies it */
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly finalizers?: readonly string[];
  readonly [field: string]: unknown;
}

/**
 * A Kubernetes object as plain data: objects, arrays, strings, numbers, booleans. A field that is `undefined` or `null`
 * is left out of the text. `new ApiObject(chart, id, manifest)` takes it as it is.
 */
export interface Manifest {
  /** `group/version`, or `v1` for the core group. */
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ManifestMetadata;
  readonly [field: string]: unknown;
}

const OBJECT: Rules = { sort: true, dropNull: true, dropEmpty: false, strict: false };
const METADATA: Rules = { ...OBJECT, dropEmpty: true };

/**
 * The text of a Kubernetes object, the same bytes as cdk8s writes for `new ApiObject(chart, id, manifest)`: apiVersion,
 * kind, metadata, then the other fields sorted; empty maps and lists left out of metadata and kept elsewhere.
 *
 * The text of a field that is frozen all the way down is kept for as long as the field lives: freeze what many objects
 * share (the spec of a Link to one target), not what is used once.
 *
 * @throws TypeError when a value is not plain data (a Date, a class instance, a function), or a key exceeds 1000 characters
 */
export function emitManifest(manifest: Manifest): string {
  let text = '';
  try {
    const fields = fieldsOf(manifest);
    for (let i = 0; i < fields.length; i++) text += fieldText(fields[i]!, manifest[fields[i]!]);
  } catch (error) {
    if (error !== NOT_PLAIN) throw error;
    const name = `${manifest.kind} ${manifest.metadata?.name}`;
    throw new TypeError(`${name} holds something that is not plain data, or a key of more than 1000 characters`);
  }
  return text;
}

/** The fields of an object in the order cdk8s prints them. */
export function fieldsOf(object: object): string[] {
  const fields = ['apiVersion', 'kind', 'metadata'];
  const keys = sortedKeys(object);
  for (let i = 0; i < keys.length; i++) {
    const field = keys[i]!;
    if (field !== 'apiVersion' && field !== 'kind' && field !== 'metadata') fields.push(field);
  }
  return objectOrder(fields);
}

/** Texts of shared manifests. */
const texts = new WeakMap<Manifest, SharedText>();

/** The text of a manifest with a long list of what is `shared`, in pieces. */
export function manifestPieces(manifest: Manifest): readonly Piece[] {
  try {
    const pieces = longPieces(manifest, fieldsOf(manifest), OBJECT, fieldText);
    if (pieces !== undefined) return pieces;
  } catch (error) {
    if (error !== NOT_PLAIN) throw error;
  }
  return [manifestPiece(manifest)];
}

/** The text of a manifest; that of a `shared` one is made once. */
export function manifestPiece(manifest: Manifest): Piece {
  const known = texts.get(manifest);
  if (known !== undefined) return known;
  const text = emitManifest(manifest);
  if (slotsOf(manifest) === undefined) return text;
  const piece = { text };
  texts.set(manifest, piece);
  return piece;
}

const SEPARATOR: SharedText = { text: '---\n' };

/** Texts of manifests as one YAML stream, `---` between them, after a first line of comment. */
export function joinPieces(header: SharedText, texts: readonly (Piece | readonly Piece[])[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!;
    pieces.push(i === 0 ? header : SEPARATOR);
    if (Array.isArray(text)) for (let k = 0; k < text.length; k++) pieces.push(text[k]);
    else pieces.push(text as Piece);
  }
  return pieces;
}

const frozenEntries = new WeakMap<object, { readonly field: string; readonly text: string }>();

function fieldText(field: string, value: unknown): string {
  if (field === 'metadata') return entryText(field, value, 0, METADATA);
  if (typeof value !== 'object' || value === null) return entryText(field, value, 0, OBJECT);
  const known = frozenEntries.get(value);
  if (known?.field === field) return known.text;
  const text = entryText(field, value, 0, OBJECT);
  if (isDeeplyFrozen(value)) frozenEntries.set(value, { field, text });
  return text;
}

function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}
