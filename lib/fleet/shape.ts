/**
 * Whether a document has the shape that the schema asks for, and nothing more: the table of shapes is generated from the
 * schema, and this walk needs a hundredth of the time that the schema library takes to load and to parse a first document.
 * What does not fit is given to the library, which says why.
 */

/** One place of a document, as far as its shape goes. A string names a shape of the table. */
export type Shape =
  | string
  /** Fields that there may be. `required` must be there, and exactly one of all fields where `one` is set. */
  | { readonly fields: Readonly<Record<string, Shape>>; readonly required?: readonly string[]; readonly one?: true }
  /** A map of any keys. */
  | { readonly map: Shape }
  /** A list, of `min` elements at least. */
  | { readonly list: Shape; readonly min?: number }
  /** One of several shapes. */
  | { readonly union: readonly Shape[] }
  /** One of several scalars. */
  | { readonly values: readonly unknown[] }
  /** A string of `string` characters at least, which matches `pattern`. */
  | { readonly string: number; readonly pattern?: string }
  /** A whole number within both bounds. */
  | { readonly integer: readonly [min: number, max: number] }
  | { readonly boolean: true }
  | { readonly anything: true };

/** Shapes by name. */
export type Shapes = Readonly<Record<string, Shape>>;

type Fields = Extract<Shape, { fields: unknown }>;

/** Whether `value` has this shape. */
export function fits(shape: Shape, value: unknown, table: Shapes): boolean {
  if (typeof shape === 'string') return fits(table[shape] as Shape, value, table);
  if ('fields' in shape) return isMap(value) && fitsFields(shape, value, table);
  if ('string' in shape) {
    return typeof value === 'string' && value.length >= shape.string && matches(value, shape.pattern);
  }
  if ('list' in shape) {
    if (!Array.isArray(value) || value.length < (shape.min ?? 0)) return false;
    for (let i = 0; i < value.length; i++) if (!fits(shape.list, value[i], table)) return false;
    return true;
  }
  if ('map' in shape) {
    if (!isMap(value)) return false;
    const keys = Object.keys(value);
    for (let i = 0; i < keys.length; i++) if (!fits(shape.map, value[keys[i]!], table)) return false;
    return true;
  }
  if ('union' in shape) return shape.union.some((one) => fits(one, value, table));
  if ('values' in shape) return shape.values.includes(value);
  if ('integer' in shape) return Number.isSafeInteger(value) && isWithin(value as number, shape.integer);
  return 'anything' in shape || typeof value === 'boolean';
}

type Map = Readonly<Record<string, unknown>>;

/** A field that is undefined is not there, as everywhere in a description. */
function fitsFields({ fields, required, one }: Fields, value: Map, table: Shapes): boolean {
  let given = 0;
  const keys = Object.keys(value);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (!Object.hasOwn(fields, key)) return false;
    const field = value[key];
    if (field === undefined) continue;
    if (!fits(fields[key]!, field, table)) return false;
    given++;
  }
  if (required !== undefined) {
    for (let i = 0; i < required.length; i++) {
      if (!Object.hasOwn(value, required[i]!) || value[required[i]!] === undefined) return false;
    }
  }
  return !one || given === 1;
}

const isMap = (value: unknown): value is Map => typeof value === 'object' && value !== null && !Array.isArray(value);

const isWithin = (value: number, [min, max]: readonly [number, number]): boolean => value >= min && value <= max;

const patterns = new Map<string, RegExp>();

function matches(value: string, pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  let compiled = patterns.get(pattern);
  if (compiled === undefined) {
    compiled = new RegExp(pattern);
    patterns.set(pattern, compiled);
  }
  return compiled.test(value);
}
