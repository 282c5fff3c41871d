/** Edits in the words of a fleet that is code: the constructs that they concern, with the props that change. */
import { type DocumentRef, type Edit, editDocuments, isDocument, isRemoval, setIn } from '../fleet/edit/edit';
import type { Loaded } from '../project';
import type { RawDocument } from '../read/parsed';

/**
 * One statement for each construct. Its props are to be merged into those that the code has: maps key by key, lists and all else as
 * a whole, and `undefined` takes a prop out.
 *
 * @param raws the documents that the edits are made in
 */
export function codeLines(raws: readonly RawDocument[], edits: readonly Edit[]): readonly string[] {
  const after = editDocuments(raws, edits);
  const lines = edits.flatMap((edit) => {
    const value = after.find((raw) => isDocument(raw.value, edit.document))?.value;
    const own = edits.filter((one) => isSame(one.document, edit.document));
    if (isRemoval(edit)) {
      const own = identity(edit.document);
      return [`remove ${construct(edit.document)}, ${own === undefined ? '…' : literal(own)})`];
    }
    return value === undefined ? [] : statements(edit.document, value, own);
  });
  return [...new Set(lines)];
}

/** The same for commits one after another; undefined where the fleet is data, whose edits are shown as they are. */
export function codeOfCommits(
  { root, raws }: Loaded,
  commits: readonly { readonly edits: readonly Edit[] }[],
): readonly (readonly string[])[] | undefined {
  if (root !== undefined) return undefined;
  let before = raws;
  return commits.map(({ edits }) => {
    const lines = codeLines(before, edits);
    before = editDocuments(before, edits);
    return lines;
  });
}

const isSame = (a: DocumentRef, b: DocumentRef) => JSON.stringify(a) === JSON.stringify(b);

/** A prop with its value, or where it is not there any more. */
type Prop = readonly [keys: readonly string[], value: unknown];

function statements(document: DocumentRef, value: unknown, edits: readonly Edit[]): string[] {
  const regions = new Map<string, Prop[]>();
  const props: Prop[] = [];
  for (const { path } of edits) {
    const [, list, place] = path;
    if (document.kind === 'Fleet' && list === 'regions' && typeof place === 'number') {
      const name = String(valueAt(value, ['spec', 'regions', place, 'name']));
      regions.set(name, [...(regions.get(name) ?? []), propAt(value, path, 3)]);
    } else {
      props.push(propAt(value, path, 1));
    }
  }
  return [
    ...(props.length > 0 ? [statement(document, props)] : []),
    ...[...regions].map(([name, own]) => `new Region(fleet, ${literal(name)}, ${propsText(own)})`),
  ];
}

/** Behind the first keys; a list is one value. */
function propAt(value: unknown, path: Edit['path'], from: number): Prop {
  const place = path.findIndex((key, i) => i >= from && typeof key === 'number');
  const whole = place < 0 ? path : path.slice(0, place);
  return [whole.slice(from).map(String), valueAt(value, whole)];
}

const valueAt = (value: unknown, path: Edit['path']): unknown =>
  path.reduce<unknown>((holder, key) => (holder as Record<string, unknown> | undefined)?.[key], value);

/** `allow` is a method of a Service, whose calls add up. */
function statement(document: DocumentRef, props: readonly Prop[]): string {
  const isCall = ([[key]]: Prop) => document.kind === 'Service' && key === 'allow';
  const plain = props.filter((prop) => !isCall(prop));
  const callers = props.filter(isCall).at(-1)?.[1] as readonly unknown[] | undefined;
  const all = [...Object.entries(identity(document) ?? {}).map(([key, value]): Prop => [[key], value]), ...plain];
  const own = all.length === 0 ? '…' : propsText(all);
  const calls = callers === undefined ? '' : `.allow(${callers.map(literal).join(', ')})`;
  return `${construct(document)}, ${own})${calls}`;
}

/** A Service is known by its namespace too: the same name may be in several. */
const identity = ({ kind, namespace }: DocumentRef): object | undefined =>
  kind === 'Service' && namespace !== undefined ? { namespace } : undefined;

function construct({ kind, name }: DocumentRef): string {
  if (kind === 'Service') return `fleet.service(${literal(name)}`;
  return `new ${kind}(${kind === 'Fleet' ? 'app' : 'fleet'}, ${literal(name)}`;
}

function propsText(props: readonly Prop[]): string {
  const merged = props.reduce<unknown>((all, [keys, value]) => setIn(all, keys, value ?? GONE), {});
  return literal(merged);
}

/** Stands for undefined, which setIn would leave out. */
const GONE = Symbol('undefined');

/** An expression as people write it. */
function literal(value: unknown): string {
  if (value === GONE) return 'undefined';
  if (typeof value === 'string') return /^[^'\\\n\r]*$/.test(value) ? `'${value}'` : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((one) => topologyCall(one) ?? literal(one)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(
    ([key, own]) => `${/^[A-Za-z_]\w*$/.test(key) ? key : literal(key)}: ${literal(own)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const CALLS = ['fullMesh', 'hubAndSpoke', 'edges', 'without', 'drain'];

/** An entry of a topology is the call of its function. */
function topologyCall(entry: unknown): string | undefined {
  const [[name, props] = ['', undefined], ...more] = Object.entries(Object(entry));
  if (more.length > 0 || !CALLS.includes(name)) return undefined;
  return `${name}(${Object.keys(Object(props)).length === 0 ? '' : literal(props)})`;
}
