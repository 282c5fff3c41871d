import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { KINDS } from '../../lib/fleet/schema';
import { fits, type Shape } from '../../lib/fleet/shape';
import { SHAPES } from '../../lib/fleet/shapes';

const NAMES = { Fleet: 'FleetDocument', Cluster: 'ClusterDocument', Service: 'ServiceDocument' } as const;
const kinds = Object.keys(NAMES) as (keyof typeof NAMES)[];
const words = fc.constantFrom('', 'a', 'eu-1', '3s', '1h30m', 'https://x', '__proto__', 'toString', '2.20');
const odd = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  4143,
  65536,
  1e300,
  Number.NaN,
  '',
  'x',
  [],
  {},
  [[]],
);

/** Values of a shape, seldom deep. */
const of = (shape: Shape, depth = 0): fc.Arbitrary<unknown> => {
  if (typeof shape === 'string') return of(SHAPES[shape] as Shape, depth);
  if ('fields' in shape) {
    const keys = Object.keys(shape.fields);
    const optional = keys.filter((key) => depth < 4 && !shape.required?.includes(key));
    const given = shape.one
      ? fc.constantFrom(...keys).map((key) => [key])
      : fc.subarray(optional, { maxLength: Math.min(5, optional.length) });
    return given.chain((some) =>
      fc.record(
        Object.fromEntries(
          [...new Set([...some, ...(shape.required ?? [])])].map((key) => [
            key,
            of(shape.fields[key] as Shape, depth + 1),
          ]),
        ),
      ),
    );
  }
  if ('map' in shape)
    return fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), of(shape.map, depth + 1), { maxKeys: 2 });
  if ('list' in shape) return fc.array(of(shape.list, depth + 1), { minLength: shape.min ?? 0, maxLength: 2 });
  if ('union' in shape) return fc.oneof(...shape.union.map((one) => of(one, depth)));
  if ('values' in shape) return fc.constantFrom(...shape.values);
  if ('string' in shape)
    return shape.pattern === undefined ? words : fc.constantFrom('3s', '1h30m', '720h0m0s', '1.5ms');
  if ('integer' in shape)
    return fc.integer({ min: Math.max(shape.integer[0], 0), max: Math.min(shape.integer[1], 99) });
  return 'boolean' in shape ? fc.boolean() : odd;
};

/** A copy with one place of it changed: replaced, left out, or with a field beside it that nobody knows. */
const broken = (value: unknown): fc.Arbitrary<unknown> => {
  if (typeof value !== 'object' || value === null) return odd;
  const entries = Object.entries(value);
  const whole = fc.oneof(
    odd,
    fc.constantFrom('x', 'toString').map((key) => ({ ...value, [key]: 1 })),
  );
  if (entries.length === 0) return whole;
  const inside = fc.constantFrom(...entries).chain(([key, old]) =>
    fc.oneof({ arbitrary: broken(old), weight: 4 }, fc.constant(undefined)).map((one) => {
      if (Array.isArray(value)) return value.map((element, i) => (String(i) === key ? one : element));
      return { ...value, [key]: one };
    }),
  );
  return fc.oneof({ arbitrary: inside, weight: 5 }, whole);
};

const accepts = (kind: keyof typeof NAMES, value: unknown) =>
  z.safeParse(KINDS[kind], value, { jitless: true }).success;

describe.each(kinds)('the shape of a %s', (kind) => {
  const shape = NAMES[kind];

  it('takes what the schema takes', () => {
    const documents = of(shape).map((value) => ({ value, right: accepts(kind, value) }));
    const seen = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(documents, ({ value, right }) => {
        seen[right ? 'right' : 'wrong']++;
        expect(fits(shape, value, SHAPES)).toBe(right);
      }),
      { numRuns: 1000 },
    );
    expect(seen.right).toBeGreaterThan(50);
  });

  it('refuses what the schema refuses', () => {
    fc.assert(
      fc.property(of(shape).chain(broken), (value) => {
        expect(fits(shape, value, SHAPES)).toBe(accepts(kind, value));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([undefined, null, 'x', 1, [], {}, { kind }, Object.create(null)])('agrees with it about %j', (value) => {
    expect(fits(shape, value, SHAPES)).toBe(accepts(kind, value));
  });
});
