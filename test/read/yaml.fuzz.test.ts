import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as yaml from 'yaml';
import type { Issue } from '../../lib/errors';
import { parseYaml } from '../../lib/read/yaml';

/** Pieces that mean something to a YAML reader, and a word that must never be told. */
const SECRET = 'canary';
const piece = fc.constantFrom(
  ...['a', 'b: ', 'c: 1', '- ', '? ', ': ', ':', ',', '[', ']', '{', '}', '"', "'", '\\', '#', ' #', '|', '>-', '|2+'],
  ...[
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '  ',
    '---',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '%',
    '@',
    '`',
  ],
  ...[
    '&x ',
    '*x',
    '!',
    '!!str ',
    '!<x>',
    '<<: ',
    '__proto__: ',
    'constructor: ',
    '\ufeff',
    '\u0085',
    '\u2028',
    '\0',
    '\x1f',
  ],
  ...['0x1', '.inf', '1e999', '~', 'true', '012', SECRET, `${SECRET}: `, `"${SECRET}"`, `'${SECRET}'`, `*${SECRET}`],
);
const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

const key = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constantFrom('yes', '1', 'a b', '- x', '', ' '))
  .filter((k) => !['__proto__', 'constructor', 'prototype'].includes(k));
const scalar = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    'yes',
    'no',
    '~',
    '012',
    '1e3',
    '0x1',
    '---',
    '...',
    'a\nb\n',
    ' x',
    'x: y',
    '# c',
    '*a',
    '&a',
    '!t',
    '%',
  ),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
  fc.boolean(),
  fc.constant(null),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }) },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
  ),
}));
const style = fc.record({
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const, 'block' as const),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_DOUBLE' as const,
    'QUOTE_SINGLE' as const,
    'BLOCK_LITERAL' as const,
  ),
  indent: fc.integer({ min: 1, max: 6 }),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  simpleKeys: fc.boolean(),
});
const written = fc
  .tuple(fc.array(value, { minLength: 1, maxLength: 3 }), style)
  .map(([values, options]) => values.map((v) => `---\n${stringify(v, options)}`).join(''));

function stringify(v: unknown, options: yaml.ToStringOptions): string {
  const simple = { ...options, simpleKeys: false };
  try {
    return yaml.stringify(v, { aliasDuplicateObjects: false, ...options });
  } catch {
    // Some keys cannot be written as simple ones.
    return yaml.stringify(v, { aliasDuplicateObjects: false, ...simple });
  }
}

/** What the library makes of `text` on its own: plain values, or nothing when it finds a mistake. */
function oracle(text: string): unknown[] | undefined {
  const documents = yaml.parseAllDocuments(text, { schema: 'core', logLevel: 'silent' });
  const stream = 'empty' in documents ? documents.errors : [];
  if (stream.length > 0 || documents.some((d) => d.errors.length > 0)) return undefined;
  try {
    return Array.from(documents, (d) => d.toJS());
  } catch {
    return undefined; // an alias of nothing
  }
}

/** Characters that YAML forbids and the library reads. */
const hasControl = (text: string) => text.includes('\0') || text.includes('\x1f') || /\r(?!\n)/.test(text);

const STRICTER = new Set([
  'INPUT_ALIAS',
  'INPUT_TAG',
  'INPUT_KEY',
  'INPUT_NUMBER',
  'INPUT_DUPLICATE_KEY',
  'INPUT_TOO_DEEP',
]);
const pristine = Object.getOwnPropertyNames(Object.prototype).sort();

function check(text: string): void {
  const { documents, issues } = parseYaml(text, 'f.yaml');
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(pristine);
  expect(documents.length === 0 || issues.length === 0).toBe(true);
  for (const issue of issues) expectQuiet(issue);
  const theirs = oracle(text);
  if (issues.length === 0) {
    expect(documents.map((d) => d.value)).toEqual(theirs);
  } else if (theirs !== undefined) {
    expect(hasControl(text) ? [] : issues.filter((i) => !STRICTER.has(i.code))).toEqual([]);
  }
}

function expectQuiet(issue: Issue): void {
  expect(issue.path).toMatch(/^f\.yaml:[1-9]\d*:[1-9]\d*$/);
  expect(JSON.stringify(issue)).not.toContain(SECRET);
}

describe('parseYaml', () => {
  it('reads what the library writes, in any style, as the value that was written', () => {
    fc.assert(
      fc.property(written, (text) => {
        const expected = oracle(text);
        fc.pre(expected !== undefined);
        const { documents, issues } = parseYaml(text, 'f.yaml');
        expect(issues).toEqual([]);
        expect(documents.map((d) => d.value)).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it('agrees with the library on any text, or refuses it for a rule of its own, and tells nothing of it', () => {
    fc.assert(fc.property(soup, check), { numRuns: 8000 });
  });

  it('does so too for documents with a few characters changed', () => {
    const mutated = fc.tuple(written, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), piece), { maxLength: 4 }));
    fc.assert(
      fc.property(mutated, ([text, changes]) => {
        let changed = text;
        for (const [where, drop, insert] of changes) {
          const at = where % (changed.length + 1);
          changed = changed.slice(0, at) + insert + changed.slice(at + drop);
        }
        check(changed);
      }),
      { numRuns: 3000 },
    );
  });
});
