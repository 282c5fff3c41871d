import { Yaml } from 'cdk8s';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { emitDocument, emitDocuments } from '../../lib/emit/yaml';
import { nastyString, number, string, tree } from './arbitraries';

const scalars = [string, string, string, number, fc.boolean(), fc.constantFrom(null, undefined)];

describe('a document', () => {
  test('has the bytes of cdk8s for any plain data', () => {
    fc.assert(
      fc.property(tree(scalars), (value) => {
        expect(emitDocument(value)).toBe(Yaml.stringify(value));
      }),
      { numRuns: 3000 },
    );
  });

  test('has the bytes of cdk8s for any single string as value, element, key and nested key', () => {
    fc.assert(
      fc.property(string, (text) => {
        const value = { [text]: text, list: [text, [text], { [text]: [text] }], map: { [text]: { [text]: text } } };
        expect(emitDocument(value)).toBe(Yaml.stringify(value));
      }),
      { numRuns: 6000 },
    );
  });

  test.each([
    ['a key that YAML wants in the long form', { ['k'.repeat(1100)]: { a: [1] } }],
    ['a Date', { at: new Date(0) }],
    ['a Map', { map: new Map([['a', 1]]) }],
    ['a bigint', { big: 12345678901234567890n }],
    ['an object without a prototype', Object.assign(Object.create(null), { a: { b: 1 } })],
    ['an object with toJSON', { a: { toJSON: () => 'text' } }],
    ['a key named __proto__', JSON.parse('{"__proto__": {"a": 1}, "b": 2}')],
  ])('has the bytes of cdk8s for %s', (_, value) => {
    expect(emitDocument(value)).toBe(Yaml.stringify(value));
  });

  test('prints a shared object twice, where cdk8s writes an alias', () => {
    const selector = { matchLabels: { a: 'b' } };
    const text = emitDocument({ one: selector, two: selector, date: new Date(0) });
    expect(Yaml.stringify({ one: selector, two: selector })).toContain('*a1');
    expect(text).toBe(Yaml.stringify({ one: { ...selector }, two: structuredClone(selector), date: new Date(0) }));
  });

  test('reads back as the same strings under YAML 1.1 and 1.2', () => {
    fc.assert(
      fc.property(
        nastyString.filter((text) => !/\p{Surrogate}/u.test(text) && text !== '<<'),
        (text) => {
          const value = { [`k${text}`]: text, list: [text] };
          const yaml = emitDocument(value);
          expect(parse(yaml, { version: '1.1' })).toEqual(value);
          expect(parse(yaml, { version: '1.2' })).toEqual(value);
        },
      ),
      { numRuns: 2000 },
    );
  });

  // Each was read as a number by sigs.k8s.io/yaml v1.6.0, the reader of kubectl and Argo CD, when it stood unquoted.
  test.each([
    '0o7',
    '0O7',
    '0X1F',
    '0B1',
    '-0X1',
    '0o_7',
    '0_x1f',
    '-_12',
    '+_2.',
    '-_.46',
    '-3e0_',
    '07e_94',
    '1e_1',
    '1_000',
  ])('quotes %s, which Kubernetes would read as a number', (text) => {
    expect(emitDocument({ a: text, [text]: text })).toBe(`a: "${text}"\n"${text}": "${text}"\n`);
  });

  // Each was refused or changed by the same reader in the block form that cdk8s gives it.
  test.each(['x\u2028evil:\u2028 v', 'a\u0085', '\u2029', '\tline\n', '\n\n\tline', ' \n', '\n  \n\n', ' \t\n\n'])(
    'escapes %j, which Kubernetes would misread',
    (text) => {
      const escaped = emitDocument({ a: text }).slice('a: '.length, -1);
      expect(escaped).toMatch(/^"[ -~]*"$/);
      expect(parse(escaped)).toBe(text);
      expect(emitDocument({ deep: { list: [text] } })).toBe(`deep:\n  list:\n    - ${escaped}\n`);
    },
  );

  test.each(['0xg', '0b2', '_1', '0o8', '12e', '1.2.3', '0Bad', '0_z', '-_'])(
    'leaves %s plain, as cdk8s does',
    (text) => {
      expect(emitDocument({ a: text })).toBe(`a: ${text}\n`);
      expect(emitDocument({ a: text })).toBe(Yaml.stringify({ a: text }));
    },
  );

  test('stays the same when tens of thousands of odd strings were quoted before', () => {
    const value = { a: '- odd', '- odd': 1 };
    const before = emitDocument(value);
    for (let i = 0; i < 20_100; i++) emitDocument({ a: `~${i}` });
    expect(emitDocument(value)).toBe(before);
  });
});

describe('a stream of documents', () => {
  test('is joined as cdk8s joins it', () => {
    for (const values of [[], [{}], [undefined], [{ a: 1 }, undefined, [], 'text', null, { b: 'x\n' }]]) {
      expect(emitDocuments(values)).toBe(Yaml.stringify(...values));
    }
  });
});
