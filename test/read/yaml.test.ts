import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../lib/read/yaml';
import { codes } from './temporary';

const values = (text: string) => {
  const { documents, issues } = parseYaml(text, 'f.yaml');
  expect(codes(issues)).toEqual([]);
  return documents.map((d) => d.value);
};
const refused = (text: string) => {
  const { documents, issues } = parseYaml(text, 'f.yaml');
  expect(documents).toEqual([]);
  return codes(issues);
};

describe('YAML', () => {
  it('is a stream of documents, each with the line where it starts', () => {
    const { documents } = parseYaml('# fleet\n\nkind: Fleet\n---\n# c\nkind: Cluster\n...\n---\n- a\n', 'f.yaml');
    expect(documents).toEqual([
      { value: { kind: 'Fleet' }, line: 3 },
      { value: { kind: 'Cluster' }, line: 6 },
      { value: ['a'], line: 9, itemLines: [9] },
    ]);
  });

  it('gives the lines of the elements of a list', () => {
    const text = 'apiVersion: v1\nkind: List\nitems:\n  - kind: A\n\n  # b\n  - kind: B\n  - {kind: C}\n';
    expect(parseYaml(text, 'f.yaml').documents[0]?.itemLines).toEqual([4, 7, 8]);
    expect(parseYaml('[1,\n2]', 'f.yaml').documents[0]?.itemLines).toEqual([1, 2]);
  });

  it('has empty documents and empty streams', () => {
    expect(values('')).toEqual([]);
    expect(values('# nothing\n')).toEqual([]);
    expect(values('---\n---\na: 1\n')).toEqual([null, { a: 1 }]);
  });

  it('is read as YAML 1.2: only true and false are booleans', () => {
    expect(
      values('[yes, no, on, off, y, n, true, False, ~, null, 012, 0o17, 0x1F, 1e3, .5, 1_000, 12:30, 2026-01-01]'),
    ).toEqual([
      [
        'yes',
        'no',
        'on',
        'off',
        'y',
        'n',
        true,
        false,
        null,
        null,
        12,
        15,
        31,
        1000,
        0.5,
        '1_000',
        '12:30',
        '2026-01-01',
      ],
    ]);
    expect(values('version: "2.20"\nquoted: "yes"\nbare: 2.20')).toEqual([
      { version: '2.20', quoted: 'yes', bare: 2.2 },
    ]);
  });

  it('may have any line ends', () => {
    expect(values('a:\r\n  b: |\r\n    x\r\n    y\r\n  c: 1\r\n')).toEqual([{ a: { b: 'x\ny\n', c: 1 } }]);
  });

  it('has ordinary objects, so that what is not in them is inherited from nowhere odd', () => {
    const [value] = values('a: {toString: x, valueOf: y, hasOwnProperty: z, "": e}') as [{ a: object }];
    expect(Object.getPrototypeOf(value.a)).toBe(Object.prototype);
    expect(Object.keys(value.a)).toEqual(['toString', 'valueOf', 'hasOwnProperty', '']);
  });
});

describe('what YAML allows and a fleet does not', () => {
  it('is anchors, aliases and merge keys', () => {
    expect(refused('a: &x 1\nb: *x\n')).toEqual(['INPUT_ALIAS f.yaml:1:4', 'INPUT_ALIAS f.yaml:2:4']);
    expect(refused('a: &x\n  b: 1\n')).toEqual(['INPUT_ALIAS f.yaml:1:4']);
    expect(refused('<<: {a: 1}')).toEqual(['INPUT_ALIAS f.yaml:1:1']);
    expect(refused('names: [*.example.com]')).toEqual(['INPUT_ALIAS f.yaml:1:9']);
    expect(values('a: "*.example.com"\nb: x & y\nc: a*b\n"<<": 1\n')).toEqual([
      { a: '*.example.com', b: 'x & y', c: 'a*b', '<<': 1 },
    ]);
  });

  it('is tags and directives', () => {
    expect(refused('a: !!js/function "x"')).toEqual(['INPUT_TAG f.yaml:1:4']);
    expect(refused('a: !!str 1')).toEqual(['INPUT_TAG f.yaml:1:4']);
    expect(refused('! a')).toEqual(['INPUT_TAG f.yaml:1:1']);
    expect(refused('%YAML 1.1\n---\na: yes\n')).toEqual(['INPUT_TAG f.yaml:1:1']);
    expect(refused('%TAG ! tag:x,2000:\n---\na: 1\n')).toEqual(['INPUT_TAG f.yaml:1:1']);
    expect(values('a: "!x"\nb: x!y\nc: 100%')).toEqual([{ a: '!x', b: 'x!y', c: '100%' }]);
  });

  it('is keys that reach a prototype, or are not strings', () => {
    expect(refused('a:\n  __proto__: {x: 1}\n')).toEqual(['INPUT_KEY f.yaml:2:3']);
    expect(refused('"__proto__": 1')).toEqual(['INPUT_KEY f.yaml:1:1']);
    expect(refused('"\\u005f_proto__": 1')).toEqual(['INPUT_KEY f.yaml:1:1']);
    expect(refused('[constructor: {prototype: 1}]')).toEqual(['INPUT_KEY f.yaml:1:2', 'INPUT_KEY f.yaml:1:16']);
    expect(refused('prototype: 1')).toEqual(['INPUT_KEY f.yaml:1:1']);
    expect(refused('8080: a\ntrue: b\n~: c\n: d\n[e]: f\n{g: h}: i\n')).toEqual(
      [1, 2, 3, 4, 5, 6].map((line) => `INPUT_KEY f.yaml:${line}:1`),
    );
    expect(values('"8080": a\n"true": b')).toEqual([{ 8080: 'a', true: 'b' }]);
  });

  it('is numbers that JSON cannot hold', () => {
    expect(refused('- .inf\n- .NaN\n- 9007199254740992\n- 1e400\n')).toEqual(
      [1, 2, 3, 4].map((line) => `INPUT_NUMBER f.yaml:${line}:3`),
    );
    expect(values('- 9007199254740991\n- -0.5\n- "9007199254740992"')).toEqual([
      [9007199254740991, -0.5, '9007199254740992'],
    ]);
  });

  it('is a key twice in a mapping, however it is written', () => {
    expect(refused('a: 1\nb: {c: 1, "c": 2}\na: 2\n')).toEqual([
      'INPUT_DUPLICATE_KEY f.yaml:2:11',
      'INPUT_DUPLICATE_KEY f.yaml:3:1',
    ]);
    expect(refused('toString: 1\ntoString: 2')).toEqual(['INPUT_DUPLICATE_KEY f.yaml:2:1']);
    expect(values('a: {a: {a: 1}}\n---\na: 2')).toHaveLength(2);
  });

  it('is control characters and lone carriage returns', () => {
    expect(refused('a: x\u0007y')).toEqual(['INPUT_SYNTAX f.yaml:1:5']);
    expect(refused('# \u001b[31m\n')).toEqual(['INPUT_SYNTAX f.yaml:1:3']);
    expect(refused('# x\rkind: Fleet\n')).toEqual(['INPUT_SYNTAX f.yaml:1:4']);
    expect(values('a: "\\u0007\\t"\nb:\tc')).toEqual([{ a: '\u0007\t', b: 'c' }]);
  });
});

describe('limits', () => {
  it('allow 64 levels and not 65, in whatever style', () => {
    const nested = (depth: number): Record<string, string> => ({
      flow: '['.repeat(depth) + ']'.repeat(depth),
      'flow mappings': `${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`,
      'flow pairs': `${'[a: '.repeat(depth / 2)}1${']'.repeat(depth / 2)}${depth % 2 ? ': {}' : ''}`,
      sequences: `${'- '.repeat(depth)}1`,
      mappings: Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
      mixed: `${'- a:\n    '.repeat(1)}${'['.repeat(depth - 2)}${']'.repeat(depth - 2)}`,
    });
    for (const [style, text] of Object.entries(nested(64))) expect([style, values(text).length]).toEqual([style, 1]);
    for (const [style, text] of Object.entries(nested(66))) {
      expect([style, refused(text).map((c) => c.split(' ')[0])]).toEqual([style, ['INPUT_TOO_DEEP']]);
    }
    expect(refused('['.repeat(65) + ']'.repeat(65))).toEqual(['INPUT_TOO_DEEP f.yaml:1:65']);
  });

  it('allow a fleet of some thousand clusters in one file', () => {
    const cluster = (i: number) => `---\nkind: Cluster\nmetadata: { name: c-${i} }\nspec:\n  podCidrs: [10.0.0.0/16]\n`;
    expect(values(Array.from({ length: 3000 }, (_, i) => cluster(i)).join(''))).toHaveLength(3000);
  });

  it('count documents, tokens, and lines that say nothing', () => {
    expect(refused('---\n'.repeat(25_000))).toEqual(['INPUT_TOO_MANY f.yaml:20003:4']);
    expect(refused(`[${'1,'.repeat(400_000)}]`)).toEqual(['INPUT_TOO_MANY f.yaml:1:1']);
    expect(refused(`a:${'\n'.repeat(5000)}`)).toEqual(['INPUT_TOO_MANY f.yaml:4001:1']);
    expect(values(`a: 1\n${'# comment\n'.repeat(1500)}b: 2\n`)).toEqual([{ a: 1, b: 2 }]);
  });

  it('show the first twenty mistakes of a file', () => {
    expect(refused('- *a\n'.repeat(100))).toHaveLength(20);
    expect(refused('a: 1\n'.repeat(100))).toHaveLength(20);
    expect(refused('- "\\q"\n'.repeat(100))).toHaveLength(20);
  });
});

describe('mistakes of syntax', () => {
  it.each([
    ['a: b: c', '1:4'],
    ['a: [1, 2', '1:9'],
    ['a: {b: 1}}', '1:10'],
    ['a: 1\n b: 2', '1:4'],
    ['a:\n\t- b', '2:1'],
    ['a: "x\nb: 1', '2:5'],
    ["a: 'x", '1:6'],
    ['a: "\\q"', '1:5'],
    ['a: @x', '1:4'],
    ['a: "x"#c', '1:7'],
    ['- a\nb: 1', '2:1'],
    ['a\nb: 1', '1:1'],
  ])('of %j are at %s', (text, place) => {
    const first = refused(text)[0];
    expect(first).toBe(`INPUT_SYNTAX f.yaml:${place}`);
  });

  it('name the file also for tools', () => {
    const [issue] = parseYaml('a: 1\nb: {', 'clusters/eu.yaml').issues;
    expect(issue).toMatchObject({ path: 'clusters/eu.yaml:2:5', source: { file: 'clusters/eu.yaml', line: 2 } });
  });
});
