import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directory } from './temporary';

const CHILD = resolve(__dirname, 'hostile.child.ts');

/** Reads `files` in a process of their own, as small as a sidecar; fails when it does not end by itself. */
function readApart(files: Record<string, string>) {
  const root = directory(files);
  const paths = Object.keys(files).map((file) => join(root, file));
  const args = ['--max-old-space-size=256', '--import', 'tsx', CHILD, ...paths];
  const lines = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const loaded = lines.pop() as { yaml: boolean };
  const results = lines as [file: string, documents: number, codes: string[], polluted: boolean][];
  return { loaded, results, codes: Object.fromEntries(results.map(([file, , codes]) => [file, codes.join(' ')])) };
}

const deep = (open: string, n: number, close = '') => open.repeat(n) + close.repeat(n);
const numbered = (n: number, line: (i: number) => string) => Array.from({ length: n }, (_, i) => line(i)).join('');
const laughs = `a0: &a0 [x, x]\n${numbered(40, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`)}`;

describe('a hostile file ends in an issue and never in the end of the process', () => {
  it.each<[string, Record<string, [text: string, codes: string]>]>([
    [
      'nesting',
      {
        'flow.yaml': [deep('[', 3000, ']'), 'INPUT_TOO_DEEP'],
        'flow-again.yaml': [deep('[', 3000, ']'), 'INPUT_TOO_DEEP'],
        'flow-maps.yaml': [deep('{a: ', 3000, '}'), 'INPUT_TOO_DEEP'],
        'flow-keys.yaml': [deep('{', 100_000), 'INPUT_TOO_DEEP'],
        'open.yaml': [deep('[', 200_000), 'INPUT_TOO_DEEP'],
        'open-large.yaml': [deep('[', 4_000_000), 'INPUT_TOO_MANY'],
        'pairs.yaml': [deep('[a: ', 3000, ']'), 'INPUT_TOO_DEEP'],
        'dashes.yaml': [deep('- ', 200_000), 'INPUT_TOO_DEEP'],
        'questions.yaml': [deep('? ', 200_000), 'INPUT_TOO_DEEP'],
        'colons.yaml': [deep(': ', 200_000), 'INPUT_TOO_DEEP'],
        'indented.yaml': [numbered(2000, (i) => `${' '.repeat(i)}a:\n`), 'INPUT_TOO_DEEP'],
        'indented-dashes.yaml': [numbered(2000, (i) => `${' '.repeat(i)}-\n`), 'INPUT_TOO_DEEP'],
        'late.yaml': [`a: 1\n---\nb: "${'['.repeat(5000)}"\nc: ${deep('[', 3000, ']')}`, 'INPUT_TOO_DEEP'],
        'arrays.json': [deep('[', 1_000_000, ']'), 'INPUT_TOO_DEEP'],
        'objects.json': [`${deep('{"a":', 1_000_000)}1${'}'.repeat(1_000_000)}`, 'INPUT_TOO_DEEP'],
        'open.json': [deep('[', 10_000_000), 'INPUT_TOO_DEEP'],
      },
    ],
    [
      'size',
      {
        'keys.yaml': [numbered(40_000, (i) => `key${i}: 1\n`), ''],
        'one-key.yaml': ['a: 1\n'.repeat(40_000), 'INPUT_DUPLICATE_KEY'],
        'sequence.yaml': [`[${'1, '.repeat(1_000_000)}]`, 'INPUT_TOO_MANY'],
        'dashes.yaml': ['-\n'.repeat(2_000_000), 'INPUT_TOO_MANY'],
        'newlines.yaml': ['\n'.repeat(4_000_000), 'INPUT_TOO_MANY'],
        'comments.yaml': [`a:\n${'\n'.repeat(2100)}${' #\n'.repeat(100_000)}`, 'INPUT_TOO_MANY'],
        'documents.yaml': ['---\n'.repeat(100_000), 'INPUT_TOO_MANY'],
        'closers.yaml': ['}'.repeat(240_000), 'INPUT_SYNTAX'],
        'scalar.yaml': [`a: "${'x'.repeat(4_000_000)}"`, ''],
        'spaces.yaml': [`a: "${' '.repeat(2_000_000)}x${' '.repeat(2_000_000)}"`, ''],
        'quote.yaml': [`a: '${"''\n".repeat(1_000_000)}`, 'INPUT_SYNTAX'],
        'block.yaml': [`a: |\n${' x\n'.repeat(1_000_000)}`, ''],
        'long-key.yaml': [`${'x'.repeat(4_000_000)}: 1`, 'INPUT_SYNTAX'],
        'too-large.yaml': ['a'.repeat(4 * 2 ** 20 + 1), 'INPUT_TOO_LARGE'],
        'numbers.json': [`[${'1,'.repeat(5_000_000)}1]`, 'INPUT_TOO_MANY'],
        'string.json': [`["${'\\"'.repeat(5_000_000)}"]`, ''],
        'slashes.json': [`["${'\\'.repeat(9_000_001)}"]`, 'INPUT_SYNTAX'],
      },
    ],
    [
      'aliases, tags and keys',
      {
        'laughs.yaml': [laughs, 'INPUT_ALIAS'],
        'circle.yaml': ['a: &a [*a]', 'INPUT_ALIAS'],
        'merge.yaml': ['a: {b: 1}\n<<: {__proto__: {polluted: 1}}', 'INPUT_ALIAS INPUT_KEY'],
        'anchors.yaml': ['&a '.repeat(100_000), 'INPUT_ALIAS'],
        'code.yaml': ['a: !!js/function "process.exit(3)"', 'INPUT_TAG'],
        'python.yaml': ['!!python/object/apply:os.system ["exit"]', 'INPUT_TAG'],
        'proto.yaml': ['__proto__:\n  polluted: 1\n', 'INPUT_KEY'],
        'constructor.yaml': ['constructor: {prototype: {polluted: 1}}', 'INPUT_KEY'],
        'proto.json': ['{"__proto__": {"polluted": 1}}', 'INPUT_KEY'],
        'proto-key.json': ['[{"a": {"\\u005f\\u005fproto__": {"polluted": 1}}}]', 'INPUT_KEY'],
      },
    ],
  ])('%s', (_, corpus) => {
    const { results, codes } = readApart(Object.fromEntries(Object.entries(corpus).map(([k, [text]]) => [k, text])));
    expect(codes).toEqual(Object.fromEntries(Object.entries(corpus).map(([k, [, expected]]) => [k, expected])));
    for (const [file, documents, issues, polluted] of results) {
      expect([file, documents === 0, polluted]).toEqual([file, issues.length > 0, false]);
    }
  });
});

describe('a compiled fleet', () => {
  it('is read without loading the YAML library', () => {
    expect(readApart({ 'fleet.json': '[{"kind": "Fleet"}]' }).loaded).toEqual({ yaml: false });
    expect(readApart({ 'fleet.yaml': 'kind: Fleet' }).loaded).toEqual({ yaml: true });
  });
});
