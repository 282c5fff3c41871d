import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDnsLabel, isDnsSubdomain, parseDnsLabel, parseDnsSubdomain, parseHostname } from '../../lib/net';

const HOSTILE = [
  ...['', '.', '..', '/', '\\', '../x', 'a/b', 'a\\b', 'a\0', 'a\n', '\na', 'a\r\nb', ' a', 'a ', 'a\tb'],
  ...[
    '-a',
    'a-',
    '-',
    'a_b',
    'A',
    'a.',
    '.a',
    'a..b',
    'ä',
    'a\u202eb',
    'ａ',
    '１',
    'a\u0301',
    '{{',
    '$\u007bx}',
    '$(x)',
    '`x`',
    "a'b",
    'a"b',
  ],
  ...['*', '*.a', 'a:b', 'a@b', 'a#b', 'a%b', 'a?b', '__proto__', 'a'.repeat(64), `${'a'.repeat(64)}.b`],
];

describe('DNS names', () => {
  test.each(HOSTILE)('%j is neither a label nor a subdomain', (text) => {
    expect([isDnsLabel(text), isDnsSubdomain(text), parseHostname(text).ok]).toEqual([false, false, false]);
  });

  test.each(['a', '0', 'a-b', 'a--b', 'constructor', 'con', 'null', '1e3', '0o7', 'xn--e1afmkfd', 'a'.repeat(63)])(
    '%j is a label and a subdomain',
    (text) => {
      expect([isDnsLabel(text), isDnsSubdomain(text)]).toEqual([true, true]);
    },
  );

  test('a subdomain has at most 253 characters', () => {
    const long = `${'a'.repeat(63)}.`.repeat(4);
    expect(isDnsSubdomain(long.slice(0, 253))).toBe(true);
    expect(isDnsSubdomain(`${long.slice(0, 253)}a`)).toBe(false);
    expect(parseDnsSubdomain(`${long.slice(0, 253)}a`)).toMatchObject({
      reason: 'has 254 characters, 253 are allowed',
    });
  });

  test.each([
    ['Prod_EU', 'has a character other than letters, digits and dashes', 'prod-eu'],
    ['PROD', 'has upper-case letters', 'prod'],
    ['-prod', 'has a dash at its start or end', 'prod'],
    ['prod eu', 'has a character other than letters, digits and dashes', 'prod-eu'],
    ['a'.repeat(64), 'has a label of 64 characters, 63 are allowed', undefined],
    ['', 'is empty', undefined],
    ['ä', 'has a character other than letters, digits and dashes', undefined],
  ])('the label %j is refused: it %s', (text, reason, suggestion) => {
    expect(parseDnsLabel(text)).toEqual({ ok: false, reason, ...(suggestion && { suggestion }) });
  });

  test.each([
    ['Mesh.Example.com', 'has upper-case letters', 'mesh.example.com'],
    ['mesh.example.com.', 'ends with a dot', 'mesh.example.com'],
    ['mesh..example', 'has an empty label', 'mesh.example'],
    ['.', 'has an empty label', undefined],
    ['', 'is empty', undefined],
    ['mesh.ex_ample', 'has a character other than letters, digits and dashes', 'mesh.ex-ample'],
  ])('the subdomain %j is refused: it %s', (text, reason, suggestion) => {
    expect(parseDnsSubdomain(text)).toEqual({ ok: false, reason, ...(suggestion && { suggestion }) });
  });

  test.each(['10.0.0.1', '10.0.0.256', '1.2', '7', 'a.1', '10.0.0.1.'])('%j is not a host name', (text) => {
    expect(parseHostname(text).ok).toBe(false);
  });

  test.each(['gw.eu-1.example.com', 'localhost', '1a', '1.a', 'kind-control-plane'])('%j is a host name', (text) => {
    expect(parseHostname(text)).toEqual({ ok: true, value: text });
  });

  test('every suggestion is accepted, and what is accepted is safe as a file name', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...'aZ0-._ \n/'), maxLength: 12 }),
    );
    fc.assert(
      fc.property(text, (candidate) => {
        for (const parse of [parseDnsLabel, parseDnsSubdomain, parseHostname]) {
          const result = parse(candidate);
          if (result.ok) expect(candidate).toMatch(/^[a-z0-9]+(?:[-.]+[a-z0-9]+)*$/);
          else if (result.suggestion !== undefined) expect(parse(result.suggestion).ok).toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
