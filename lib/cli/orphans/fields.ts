/** Own fields only, of what may be anything: a dump may name `__proto__`. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return NOTHING;
  return Object.assign(Object.create(null), value);
}

const NOTHING: Readonly<Record<string, unknown>> = Object.freeze(Object.create(null));
