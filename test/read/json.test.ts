import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../lib/read/json';
import { explainJson } from '../../lib/read/json-explain';
import { findings } from '../../lib/read/place';
import { codes } from './temporary';

const refused = (text: string) => {
  const { documents, issues } = parseJson(text, 'f.json');
  expect(documents).toEqual([]);
  return codes(issues);
};

describe('JSON', () => {
  it('is one document', () => {
    expect(parseJson('\n\n {"kind": "Fleet"}\n', 'f.json')).toEqual({
      documents: [{ value: { kind: 'Fleet' }, line: 3 }],
      issues: [],
    });
    expect(parseJson('null', 'f.json').documents).toEqual([{ value: null, line: 1 }]);
  });

  it('may hold any string, escaped quotes and brackets included', () => {
    const value = { 'a"b\\': '[{"\\', c: ['\\', '\\\\"', '":,]}', '\u2028', '__proto__'] };
    expect(parseJson(JSON.stringify(value), 'f.json').documents[0]?.value).toEqual(value);
  });

  it('may nest 64 levels and not 65', () => {
    const nested = (n: number) => '{"a":['.repeat(n / 2) + ']}'.repeat(n / 2);
    expect(parseJson(nested(64), 'f.json').issues).toEqual([]);
    expect(refused(nested(66))).toEqual(['INPUT_TOO_DEEP f.json:1:193']);
    expect(refused('['.repeat(1_000_000))).toEqual(['INPUT_TOO_DEEP f.json:1:65']);
    expect(parseJson(`["${'['.repeat(1000)}"]`, 'f.json').issues).toEqual([]);
  });

  it('may hold two million values and not more', () => {
    expect(refused(`[${'1,'.repeat(2_000_000)}1]`)).toEqual(['INPUT_TOO_MANY f.json:1:1']);
  });

  it('may not hold a key twice in an object', () => {
    expect(refused('{"a": 1,\n "b": {"a": 1, "\\u0061": 2},\n "a": 3}')).toEqual([
      'INPUT_DUPLICATE_KEY f.json:2:16',
      'INPUT_DUPLICATE_KEY f.json:3:2',
    ]);
    expect(parseJson('[{"a": {"a": 1}}, {"a": 2}]', 'f.json').issues).toEqual([]);
    expect(refused('{"a" :1,"b":1,"b":2}')).toEqual(['INPUT_DUPLICATE_KEY f.json:1:15']);
    expect(refused('{"a":"\\":","b":1,"b":2}')).toEqual(['INPUT_DUPLICATE_KEY f.json:1:18']);
  });

  it('may not hold keys that reach a prototype', () => {
    expect(refused('{"__proto__": {"x": 1}}')).toEqual(['INPUT_KEY f.json:1:2']);
    expect(refused('[1,\n{"\\u005f_proto__": 1}]')).toEqual(['INPUT_KEY f.json:2:2']);
    expect(refused('{"constructor": {"prototype": {}}}')).toEqual(['INPUT_KEY f.json:1:2', 'INPUT_KEY f.json:1:18']);
    expect(parseJson('{"a": "__proto__"}', 'f.json').issues).toEqual([]);
  });

  it('may not hold numbers that are rounded', () => {
    expect(refused('{"a": 9007199254740992, "b": [1e400, -1e400]}')).toEqual([
      'INPUT_NUMBER f.json:1:7',
      'INPUT_NUMBER f.json:1:31',
      'INPUT_NUMBER f.json:1:38',
    ]);
    expect(parseJson('[9007199254740991, 0.1, 1e3, -0]', 'f.json').issues).toEqual([]);
  });

  it('shows the first twenty mistakes of a file', () => {
    expect(refused(`{${Array.from({ length: 100 }, (_, i) => `"a":\n${i}`).join(',')}}`)).toHaveLength(20);
  });
});

describe('mistakes of syntax', () => {
  it.each([
    ['', '1:1', 'the end of the text before a value'],
    ['{"a": 1,\n "b"', '2:5', 'the end of the text before :'],
    ['{"a": 1,}', '1:9', 'something other than a key in double quotes'],
    ['{a: 1}', '1:2', 'something other than a key in double quotes or }'],
    ["{'a': 1}", '1:2', 'something other than a key in double quotes or }'],
    ['[1,]', '1:4', 'something other than a value'],
    ['[1 2]', '1:4', 'something other than , or a closing bracket'],
    ['[1}', '1:3', 'something other than , or a closing bracket'],
    ['{"a"}', '1:5', 'something other than :'],
    ['{"a":}', '1:6', 'something other than a value'],
    ['{"a":1]', '1:7', 'something other than , or a closing bracket'],
    ['{} {}', '1:4', 'something other than the end of the text'],
    ['[01]', '1:2', 'something other than a value or ]'],
    ['[tru]', '1:2', 'something other than a value or ]'],
    ['["a\nb"]', '1:2', 'something other than a value or ]'],
    ['["\\q"]', '1:2', 'something other than a value or ]'],
    ['["a]', '1:2', 'something other than a value or ]'],
    ['[1] // x', '1:5', 'something other than the end of the text'],
    ['kind: Fleet', '1:1', 'something other than a value'],
    ['\ufeff{}', '1:1', 'something other than a value'],
    ['[1\u00a0]', '1:3', 'something other than , or a closing bracket'],
  ])('of %j are at %s', (text, place, found) => {
    expect(parseJson(text, 'f.json').issues.map((i) => [i.code, i.path, i.found])).toEqual([
      ['INPUT_SYNTAX', `f.json:${place}`, `not JSON: ${found}`],
    ]);
  });
});

describe('any text', () => {
  const SECRET = 'canary';
  const piece = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '"b":',
      `"${SECRET}"`,
      `"${SECRET}":`,
      SECRET,
      '\\',
      '\\u0061',
      '\n',
      ' ',
    ],
    ...[
      '1',
      '-',
      '0',
      '1.5',
      'e5',
      '1e400',
      'true',
      'false',
      'null',
      '"__proto__":',
      '"constructor":',
      '\t',
      '\0',
      '\u00a0',
    ],
  );
  const json = fc.json({ maxDepth: 4, noUnicodeString: false });
  const mutated = fc
    .tuple(json, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), piece), { maxLength: 3 }))
    .map(([text, changes]) =>
      changes.reduce((t, [where, drop, insert]) => {
        const at = where % (t.length + 1);
        return t.slice(0, at) + insert + t.slice(at + drop);
      }, text),
    );
  const text = fc.oneof(
    json,
    mutated,
    fc.array(piece, { maxLength: 25 }).map((p) => p.join('')),
  );

  const parsed = (t: string): { value: unknown } | undefined => {
    try {
      return { value: JSON.parse(t) };
    } catch {
      return undefined;
    }
  };

  it('is read as JSON.parse reads it, or refused for a rule of its own', () => {
    fc.assert(
      fc.property(text, (t) => {
        const { documents, issues } = parseJson(t, 'f.json');
        const theirs = parsed(t);
        expect(documents).toHaveLength(issues.length === 0 ? 1 : 0);
        if (issues.length === 0) expect(documents[0]?.value).toEqual(theirs?.value);
        expect(issues.some((i) => i.code === 'INPUT_SYNTAX')).toBe(theirs === undefined);
        expect(JSON.stringify(issues)).not.toContain(SECRET);
        expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is refused by the explanation exactly where it is refused', () => {
    fc.assert(
      fc.property(text, (t) => {
        const found = findings(t, 'f.json');
        explainJson(t, found);
        expect(found.issues).toEqual(parseJson(t, 'f.json').issues);
      }),
      { numRuns: 5_000 },
    );
  });

  it('has its mistake before the place that is shown: what stands before it can be completed', () => {
    fc.assert(
      fc.property(text, (t) => {
        const syntax = parseJson(t, 'f.json').issues.find((i) => i.code === 'INPUT_SYNTAX');
        fc.pre(syntax !== undefined);
        const [line, column] = syntax.path.split(':').slice(1).map(Number) as [number, number];
        const at =
          t
            .split('\n')
            .slice(0, line - 1)
            .join('\n').length +
          (line > 1 ? 1 : 0) +
          column -
          1;
        expect(parsed(completed(t.slice(0, at)))).toBeDefined();
      }),
      { numRuns: 5_000 },
    );
  });

  /** The shortest way to make JSON of a text that is JSON so far. */
  function completed(start: string): string {
    const closers: string[] = [];
    const bare = start.replace(/"(?:[^"\\]|\\.)*"/gs, '""');
    for (const c of bare) {
      if (c === '{') closers.unshift('}');
      else if (c === '[') closers.unshift(']');
      else if (c === '}' || c === ']') closers.shift();
    }
    for (const middle of ['', '1', ':1', '"k":1']) {
      const whole = start + middle + closers.join('');
      if (parsed(whole)) return whole;
    }
    return start;
  }
});
