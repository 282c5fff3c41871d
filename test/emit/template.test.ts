import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emitManifest, type Manifest } from '../../lib/emit/manifest';
import { type Template, template } from '../../lib/emit/template';
import { joinDocuments } from '../../lib/emit/yaml';
import { string as anyString } from './arbitraries';

const FIELDS = ['one', 'two', 'three'] as const;
type Field = (typeof FIELDS)[number];
type Scalars = Readonly<Record<Field, string>>;
// Longer ones cannot be keys.
const string = anyString.filter((text) => text.length < 900);
const scalars: fc.Arbitrary<Scalars> = fc.record({ one: string, two: string, three: string });

/** A string of a form: text around a field, two fields, or none. */
type Part = (given: Scalars) => string;
const around = fc.oneof(
  fc.constantFrom('', 'cluster-credentials-', ': ', '- ', '-', '/x', 'Field', 'Field-0-'),
  string,
);
const part: fc.Arbitrary<Part> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...FIELDS).map(
      (field): Part =>
        (given) =>
          given[field],
    ),
  },
  fc.tuple(around, fc.constantFrom(...FIELDS), around).map(
    ([head, field, tail]): Part =>
      (given) =>
        head + given[field] + tail,
  ),
  fc.constant<Part>((given) => `${given.one}/${given.two}`),
  string.map(
    (text): Part =>
      () =>
        text,
  ),
);

const form = fc
  .record({
    name: part,
    labels: fc.array(fc.tuple(string, part), { maxLength: 3 }),
    list: fc.array(part, { maxLength: 3 }),
    nested: fc.array(fc.array(part, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
    keyed: fc.boolean(),
  })
  .map(
    ({ name, labels, list, nested, keyed }) =>
      (given: Scalars): Manifest => ({
        apiVersion: 'example.com/v1',
        kind: 'Thing',
        metadata: { name: name(given), labels: Object.fromEntries(labels.map(([key, value]) => [key, value(given)])) },
        spec: {
          list: list.map((value) => value(given)),
          nested: nested.map((inner) => ({ inner: inner.map((value) => ({ value: value(given) })) })),
          deep: nested.map((inner) => inner.map((value) => value(given))),
          ...(keyed ? { [`key-${given.one}`]: 'value' } : {}),
        },
      }),
  );

describe('a template', () => {
  it('gives the bytes of the general emitter, whatever its scalars are and wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 2 }), fc.array(scalars, { maxLength: 5 }), (forms, all) => {
        const make = (given: Scalars) => forms.map((one) => one(given));
        const filled = template(FIELDS, make);
        for (const given of all) expect(filled(given)).toBe(joinDocuments(make(given).map(emitManifest)));
      }),
      { numRuns: 1500 },
    );
  });

  it('makes objects for its form only, not for what it is filled with', () => {
    let made = 0;
    const text: Template<'name'> = template(['name'], ({ name }) => {
      made += 1;
      return [{ apiVersion: 'v1', kind: 'Secret', metadata: { name, annotations: { of: `account-${name}` } } }];
    });
    const before = made;
    expect(text({ name: 'no' })).toContain('name: "no"\n');
    expect(text({ name: 'no' })).toContain('of: account-no\n');
    expect(text({ name: '0o17' })).toContain('name: "0o17"\n');
    expect(made).toBe(before);
  });
});
