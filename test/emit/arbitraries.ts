import fc from 'fast-check';

const FRAGMENTS = [
  ...[
    'a',
    'B',
    '9',
    '0',
    ' ',
    '  ',
    ':',
    ': ',
    '#',
    ' #',
    '-',
    '- ',
    '?',
    '? ',
    '\n',
    '\n\n',
    '\t',
    '"',
    "'",
    '\\',
    '{',
    '}',
  ],
  ...[
    '[',
    ']',
    ',',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '~',
    '.',
    '/',
    '_',
    '=',
    '+',
    '\r',
    '\0',
    '\u0007',
    '\u0085',
  ],
  ...[
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\ud800',
    'é',
    '日',
    '\u{1F600}',
    'true',
    'yes',
    'On',
    'NULL',
    'n',
    'e3',
    'E-3',
    '1e3',
  ],
  ...[
    '0x1',
    '0b1',
    '017',
    '12:30:45',
    '2020-01-01',
    '2020-01-01 10:00',
    '---',
    '...',
    '<<',
    '$(',
    '${',
    '{{ .a }}',
    '{{ dict "a" .a }}',
    `{{ "it's" }}`,
    '10.0.0.0/8',
  ],
  ...[
    '3s',
    '128Mi',
    '4143',
    'linkerd.io/inject',
    'https://api.example.com:6443',
    'word',
    'a word',
    'CRLF\r\n',
    '\nword\n',
    'word\n',
  ],
];

/** Strings that we quote although cdk8s does not: Kubernetes' reader takes them for something else, or refuses them. */
export const misreadByKubernetes = (text: string) =>
  (/^[-+0-9][-+0-9a-fA-FxXoObB_.]*$/.test(text) && !/^[0-9]+$/.test(text)) ||
  /[\u0085\u2028\u2029]|^[ \n]*\t|^[ \t\n]*$/.test(text);

export const nastyString = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 7 }).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constantFrom(...FRAGMENTS).map((fragment) => fragment.repeat(90)) },
);

export const string = nastyString.filter((text) => text === '' || !misreadByKubernetes(text));

export const key = fc.oneof(
  { weight: 4, arbitrary: string },
  { weight: 2, arbitrary: fc.constantFrom('name', 'spec', 'b', 'a', 'Z', 'constructor', 'value', 'toString') },
  { weight: 1, arbitrary: fc.nat(200).map(String) },
);

export const number = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(0, -0, 1e21, 1e-7, 2 ** 53, -1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);

/** Trees of plain data; `leaves` are the scalars in them. */
export function tree(leaves: fc.Arbitrary<unknown>[], keys: fc.Arbitrary<string> = key): fc.Arbitrary<unknown> {
  return fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, depthSize: 'small' },
      fc.oneof(...leaves),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(keys, tie('tree'), { maxKeys: 5, noNullPrototype: true }),
    ),
  })).tree;
}

export const dictionary = (leaves: fc.Arbitrary<unknown>[], keys: fc.Arbitrary<string> = key) =>
  fc.dictionary(keys, tree(leaves, keys), { maxKeys: 5, noNullPrototype: true });
