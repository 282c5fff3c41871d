/** Finding one's way in a schema, to say what would have been right at a place of a value. */
import type * as z from 'zod/mini';

/** A schema of any kind. */
export type Schema = z.core.$ZodType;

/** What the schema takes at `path`, seen through optional fields and the union branch that fits the value. */
export function schemaAt(schema: Schema | undefined, path: readonly PropertyKey[], value: unknown): Schema | undefined {
  const def = unwrap(schema)?._zod.def as { type: string; [k: string]: unknown } | undefined;
  if (def === undefined) return undefined;
  if (def.type === 'union') {
    const options = def.options as Schema[];
    const fits = options.filter((o) => (unwrap(o)?._zod.def.type === 'array') === Array.isArray(value));
    return fits.map((o) => schemaAt(o, path, value)).find((s) => s !== undefined);
  }
  const [head, ...rest] = path;
  if (head === undefined) return unwrap(schema);
  const next = valueAt(value, [head]);
  if (def.type === 'object') return schemaAt((def.shape as Record<string, Schema>)[String(head)], rest, next);
  if (def.type === 'array') return schemaAt(def.element as Schema, rest, next);
  if (def.type === 'record') return schemaAt(def.valueType as Schema, rest, next);
  return undefined;
}

/** Fields of an object schema, in the order of the schema; none for other kinds. */
export function knownKeys(schema: Schema | undefined): string[] {
  const def = schema?._zod.def as { shape?: object } | undefined;
  return def?.shape ? Object.keys(def.shape) : [];
}

/** The value at `path`; undefined where the path leads nowhere. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let v = value;
  for (const key of path) {
    if (v === null || typeof v !== 'object' || !Object.hasOwn(v, key)) return undefined;
    v = (v as Record<PropertyKey, unknown>)[key];
  }
  return v;
}

function unwrap(schema: Schema | undefined): Schema | undefined {
  const def = schema?._zod.def as { type: string; innerType?: Schema } | undefined;
  return def?.type === 'optional' ? unwrap(def.innerType) : schema;
}
