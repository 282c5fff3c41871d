import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emitDocument } from '../../lib/emit/yaml';
import { parseYaml } from '../../lib/read/yaml';
import { plainDocuments } from '../../lib/read/yaml-plain';

/** What a person writes into a description, in several styles. */
const SAMPLE = `# Owned by the platform team.
---
apiVersion: linkerd-fleet.dev/v1alpha1
kind: Fleet
metadata: { name: global }
spec:
  linkerd: { version: "2.20" }
  topology:
    - islands: { by: region, bridges: { hubs: [eu-1, us-1, apac-1], mode: gateway } }
    - edges: [{ source: eu-3, target: us-1, mode: gateway }]
    # Cut for now.
    - without:
      - source: us-2
        target: us-3
  trust:
    anchors: |
      -----BEGIN CERTIFICATE-----
      MIIBajCCARCgAwIBAgI=

      -----END CERTIFICATE-----
    issuer: {certManager: {issuerRef: {kind: ClusterIssuer, name: mesh-ca}}}
  accept: []
---
kind: Cluster
metadata:
  name: eu-1
  labels: {}
  annotations:
    'owner/name': team a, with (words)
spec:
  apiServer: { url: 'https://api.eu-1.example.com:6443' }
  podCidrs: [10.10.0.0/16]
  serviceCidrs:
  - 10.110.0.0/16
  gateway:
    address: gw.eu-1.example.com:4143
    ports:
    - port: 8080
      name: http
    -   port: 9090
        tls: true
  nothing:
  wave: 0
`;

const good = fc.constantFrom(
  'a',
  'eu-1',
  'a b',
  'https://a.b:6443/c',
  '12',
  'true',
  '"a # b"',
  "'a: b'",
  '10.0.0.0/8',
  '{ a: [b, c] }',
);
const odd = fc.constantFrom(
  ...[
    'a',
    'eu-1',
    'Cluster',
    'yes',
    'no',
    'null',
    'Null',
    'true',
    'TRUE',
    'e3',
    'x:y',
    'https://a.b:6443/c',
    'a b',
    'n',
  ],
  ...['0', '12', '012', '-1', '1.5', '1e3', '0x1f', '10.0.0.1', '10.0.0.0/8', '1.2.3', '1_000', '12:30', '2026-11-21'],
  ...[
    '""',
    '"a"',
    "'a: b'",
    '"a # b"',
    '"a\\n"',
    "'it''s'",
    '~',
    '.inf',
    '.5',
    '- a',
    '? a',
    '@a',
    'a, b',
    'a=(b)',
    'a:',
  ],
  ...[
    '[]',
    '{}',
    '[a, b]',
    '[ a , "b" ]',
    '{ a: b }',
    '{a: b, c: [d, {e: f}]}',
    '[a,]',
    '{a}',
    '{a: }',
    '{"a": b}',
    '[a: b]',
  ],
  ...[
    '{a:"b"}',
    '[[a], []]',
    '{a: b, a: c}',
    '{__proto__: a}',
    '[a b, c:d]',
    '[https://a:1, b]',
    '{a: x:y}',
    '[10.0.0.0/8]',
  ],
);
const word = fc.oneof({ weight: 5, arbitrary: good }, { weight: 1, arbitrary: odd });
const oddName = fc.constantFrom('items', '<<', 'yes', 'null', '"q"', "'r s'", 'a.b/c', '__proto__', '1', '_x', 'a b');
const name = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...'abcdefgh') }, { weight: 1, arbitrary: oddName });
const block = fc.constantFrom('|', '|-', '|+', '>', '|2', '| # c');
const margin = fc.constantFrom('', '', '  ', '  ', '    ', '   ', ' ', '      ');
const line = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(margin, name, word).map(([m, n, w]) => `${m}${n}: ${w}`) },
  { weight: 3, arbitrary: fc.tuple(margin, name).map(([m, n]) => `${m}${n}:`) },
  { weight: 2, arbitrary: fc.tuple(margin, word).map(([m, w]) => `${m}- ${w}`) },
  { weight: 2, arbitrary: fc.tuple(margin, name, word).map(([m, n, w]) => `${m}- ${n}: ${w}`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(margin, fc.constantFrom('- ', '-   ', ''), name, block)
      .map(([m, d, n, b]) => `${m}${d}${n}: ${b}`),
  },
  { weight: 2, arbitrary: fc.tuple(margin, word).map(([m, w]) => `${m}${w}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '# c', '  # c', '---', '--- a', '...', '-', '  -', '   ', '%YAML 1.1', 'a: b # c'),
  },
);
const soup = fc.array(line, { minLength: 1, maxLength: 9 }).map((lines) => `${lines.join('\n')}\n`);
const piece = fc.constantFrom(
  ...'\n :-#|>[]{},"\'&*!%@`?~\t\\',
  ': ',
  '- ',
  '  ',
  ' #',
  '\n\n',
  '\n  ',
  '---\n',
  'é',
  '\r',
);
const damaged = fc
  .array(fc.tuple(fc.nat(SAMPLE.length), piece, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 3 })
  .map((cuts) => cuts.reduce((text, [at, p, removed]) => text.slice(0, at) + p + text.slice(at + removed), SAMPLE));

/** What the library reads, where the plain reader reads anything. */
function expectSame(text: string): boolean {
  const documents = plainDocuments(text);
  if (documents !== undefined) expect({ text, documents, issues: [] }).toEqual({ text, ...parseYaml(text, 'a.yaml') });
  return documents !== undefined;
}

describe('the reader of plain YAML', () => {
  it('reads what people write as the library does', () => {
    expect(expectSame(SAMPLE)).toBe(true);
    expect(plainDocuments(SAMPLE)).toHaveLength(2);
  });

  it('reads any lines as the library does, or leaves them to it', () => {
    let read = 0;
    fc.assert(
      fc.property(soup, (text) => {
        if (expectSame(text)) read++;
      }),
      { numRuns: 8000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it('reads a damaged description as the library does, or leaves it to it', () => {
    let read = 0;
    fc.assert(
      fc.property(damaged, (text) => {
        if (expectSame(text)) read++;
      }),
      { numRuns: 600 },
    );
    expect(read).toBeGreaterThan(30);
  });

  it('reads what is written for plain data', () => {
    const leaf = fc.oneof(fc.constantFrom('a', 'a b', 'https://a:1', '10.0.0.0/8', true, false, 0, 12), fc.string());
    const tree = fc.letrec((tie) => ({
      map: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd/e', 'f.g'), tie('value'), { minKeys: 1, maxKeys: 4 }),
      value: fc.oneof({ maxDepth: 4 }, leaf, tie('map'), fc.array(tie('value'), { maxLength: 3 })),
    })).map;
    fc.assert(
      fc.property(tree, (value) => void expectSame(emitDocument(value as object))),
      { numRuns: 600 },
    );
  });
});
