/** The few words the schema is written in. `zod/mini` because the render command pays for what it imports. */
import * as z from 'zod/mini';

/** A field with its documentation: the published JSON Schema and the generated types both carry it. */
export function doc<T extends z.ZodMiniType>(description: string, schema: T): T {
  const field = schema.clone(schema._zod.def, { parent: true }) as T;
  z.globalRegistry.add(field, { description });
  return field;
}

/** An optional field with its documentation. */
export function opt<T extends z.ZodMiniType>(description: string, schema: T): z.ZodMiniOptional<T> {
  return doc(description, z.optional(schema));
}

/** Gives a schema the name it has in the generated types. */
export function named<T extends z.ZodMiniType>(title: string, description: string, schema: T): T {
  z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id: title, title, description });
  return schema;
}

/** Message by which the reader of issues knows a `oneKey` failure. */
export const ONE_OF = 'one-of';

/** An object of which exactly one key must be present: which one it is says what it means. */
export function oneKey<S extends z.core.$ZodShape>(shape: S) {
  return z.strictObject(shape).check(
    z.refine((value) => Object.values(value).filter((v) => v !== undefined).length === 1, { error: 'one-of' }),
    z.meta({ minProperties: 1, maxProperties: 1 }),
  );
}

export const text = z.string().check(z.minLength(1));
export const stringMap = z.record(z.string(), z.string());
export const stringList = z.array(text);
export const port = z.int().check(z.gte(1), z.lte(65535));
/** Go durations as Kubernetes writes them: 3s, 1h30m, 720h0m0s. */
export const duration = z
  .string()
  .check(z.regex(/^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$/, { error: 'a duration such as 3s, 1h30m or 720h0m0s' }));
/** Text in which `{name}` stands for something, for these names and no others. */
export function template(pattern: RegExp, names: readonly string[]) {
  const allowed = `text with no other braces than ${names.map((name) => `{${name}}`).join(', ')}`;
  const error = pattern.source.includes('\\s') ? `${allowed}, and no spaces` : allowed;
  return z.string().check(z.regex(pattern, { error }));
}
/** Free-form values for a Helm chart. */
export const helmValues = z.record(z.string(), z.unknown());
