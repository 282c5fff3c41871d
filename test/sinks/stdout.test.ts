import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { writeStream } from '../../lib/sinks/stdout';
import { files, refusals, type Tree } from './trees';

/** Every piece that was written. */
function pieces(tree: Tree): string[] {
  const written: string[] = [];
  writeStream(files(tree), (text) => written.push(text));
  return written;
}

describe('a stream', () => {
  test('is written in one piece, with --- between documents and none before the first', () => {
    expect(pieces({ a: 'a: 1\n---\nb: 2\n', b: 'c: 3\n' })).toEqual(['a: 1\n---\nb: 2\n---\nc: 3\n']);
  });

  test('has one separator where a file brings its own, and a line end where a file lacks one', () => {
    expect(pieces({ a: '---\na: 1', b: '---\nb: 2\n' })).toEqual(['---\na: 1\n---\nb: 2\n']);
  });

  test('keeps comments, and leaves out files that hold nothing else', () => {
    expect(pieces({ a: '# nothing\n', b: '# of us\nb: 1\n', c: '', d: '---\n---\n\n  # x\n', e: 'e: 1\n' })).toEqual([
      '# of us\nb: 1\n---\ne: 1\n',
    ]);
  });

  test('parses to as many documents as there are', () => {
    const [text] = pieces({ a: 'a: 1\n---\nb: |\n  ---\n', b: '# x\n', c: 'c: 3' });
    expect(parseAllDocuments(text as string)).toHaveLength(3);
  });
});

describe('nothing is written', () => {
  const refused = (tree: Tree) => {
    const written: string[] = [];
    const issues = refusals(() => writeStream(files(tree), (text) => written.push(text)));
    expect(written).toEqual([]);
    return issues;
  };

  test.each([[{}], [{ a: '' }], [{ a: '# only a comment\n', b: '---\n\n---\n' }], [{ a: ' \n\t\n' }]])(
    'when there is nothing: %j',
    (tree: Tree) => {
      expect(refused(tree)).toEqual(['OUTPUT_EMPTY stdout: no Kubernetes object']);
    },
  );

  test('when the last file holds a secret', () => {
    expect(refused({ 'a.yaml': 'a: 1\n', 'b.yaml': '-----BEGIN PRIVATE KEY-----\n' })).toEqual([
      'OUTPUT_SECRET b.yaml: a private key (PEM)',
    ]);
  });

  test('when making the files fails halfway', () => {
    const written: string[] = [];
    const halfway = (function* () {
      yield { path: 'a', text: 'a: 1\n' };
      throw new Error('halfway');
    })();
    expect(() => writeStream(halfway, (text) => written.push(text))).toThrow('halfway');
    expect(written).toEqual([]);
  });
});
