/** Texts of objects that differ in a few scalars: what they have in common is written once. */
import { emitManifest, type Manifest } from './manifest';
import { stringText } from './scalar';
import { joinDocuments } from './yaml';

/** A scalar that differs, and the text before it. */
interface Hole<K extends string> {
  readonly before: string;
  /** What of the scalar is the same for all, on either side of the field. */
  readonly head: string;
  readonly field: K;
  readonly tail: string;
}

interface Parts<K extends string> {
  readonly holes: readonly Hole<K>[];
  readonly last: string;
}

type Scalars<K extends string> = Readonly<Record<K, string>>;

/** Of the scalars of a template, the text of its objects. */
export type Template<K extends string> = (scalars: Scalars<K>) => string;

/**
 * The text of the objects that `make` gives, `---` between them: the bytes of `emitManifest`, at the cost of the scalars.
 * Whether one is quoted is decided anew for each; one of several lines is left to `emitManifest`.
 *
 * @param make must put each of `fields` into strings as it is, and not ask what is in it
 */
export function template<K extends string>(
  fields: readonly K[],
  make: (scalars: Scalars<K>) => readonly Manifest[],
): Template<K> {
  const written: Template<K> = (scalars) => joinDocuments(make(scalars).map(emitManifest));
  const parts = partsOf(fields, make, written);
  if (parts === undefined) return written;
  return (scalars) => filled(parts, scalars) ?? written(scalars);
}

function filled<K extends string>({ holes, last }: Parts<K>, scalars: Scalars<K>): string | undefined {
  let text = '';
  for (let i = 0; i < holes.length; i++) {
    const { before, head, field, tail } = holes[i]!;
    const scalar = stringText(head + scalars[field] + tail, 2);
    if (scalar.includes('\n')) return undefined;
    text += before + scalar;
  }
  return text + last;
}

/** Undefined where a field stands in a key, beside another one, or in a scalar that is not plain: in a block of lines, say. */
function partsOf<K extends string>(
  fields: readonly K[],
  make: (scalars: Scalars<K>) => readonly Manifest[],
  written: Template<K>,
): Parts<K> | undefined {
  const marked = (mark: string) =>
    Object.fromEntries(fields.map((field, i) => [field, `${mark}-${i}-`])) as Record<K, string>;
  // A word, so that the YAML library is not asked about it.
  let mark = 'Field';
  while (written(marked('x')).includes(mark)) mark += 'x';
  const field = new RegExp(`${mark}-([0-9]+)-`);
  if (!make(marked(mark)).every((manifest) => isFillable(manifest, mark))) return undefined;
  const holes: Hole<K>[] = [];
  let before = '';
  for (const line of written(marked(mark)).split(/(?<=\n)/)) {
    const found = field.exec(line);
    if (found === null) {
      before += line;
      continue;
    }
    const start = startOf(line);
    const [head, tail] = [line.slice(start, found.index), line.slice(found.index + found[0].length, -1)];
    holes.push({ before: before + line.slice(0, start), head, field: fields[Number(found[1])] as K, tail });
    before = '\n';
  }
  return { holes, last: before };
}

function isFillable(value: unknown, mark: string): boolean {
  if (typeof value === 'string') {
    return value.split(mark).length <= 2 && (!value.includes(mark) || stringText(value, 2) === value);
  }
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, child]) => !key.includes(mark) && isFillable(child, mark));
}

/** Where the plain scalar of a line begins: it has no colon before a space in it. */
function startOf(line: string): number {
  const colon = line.lastIndexOf(': ');
  return colon === -1 ? (/^(?: |- )*/.exec(line) as RegExpExecArray)[0].length : colon + 2;
}
