import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listDataFiles } from '../../lib/read/files';
import { readDataFile, readDocuments } from '../../lib/read/tree';
import { codes, directory } from './temporary';

const cluster = (name: string) => ({ kind: 'Cluster', metadata: { name } });

describe('the documents of a path', () => {
  it('come with file and line, in the order of files', () => {
    const root = directory({
      'fleet.yaml': '# all\nkind: Fleet\n---\n\nkind: Cluster\n---\n',
      'clusters/eu.json': '\n{"kind": "Cluster"}',
    });
    expect(readDocuments(root)).toEqual({
      root,
      issues: [],
      documents: [
        { value: { kind: 'Cluster' }, file: 'clusters/eu.json', line: 2 },
        { value: { kind: 'Fleet' }, file: 'fleet.yaml', line: 2 },
        { value: { kind: 'Cluster' }, file: 'fleet.yaml', line: 5 },
      ],
    });
  });

  it('are the same for a file as for the directory that holds only it', () => {
    const root = directory({ 'fleet.yaml': 'kind: Fleet\n' });
    expect(readDocuments(join(root, 'fleet.yaml'))).toEqual(readDocuments(root));
  });

  it('are those of lists, one by one', () => {
    const yaml =
      '- kind: A\n- kind: B\n---\napiVersion: v1\nkind: List\nmetadata: {}\nitems:\n- kind: C\n-\n- - kind: D\n';
    const root = directory({
      'a.yaml': yaml,
      'b.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [cluster('a'), cluster('b')] }, null, 1),
      'c.json': JSON.stringify([cluster('c'), null]),
    });
    const { documents, issues } = readDocuments(root);
    expect(issues).toEqual([]);
    expect(documents.map((d) => [d.file, d.line])).toEqual([
      ['a.yaml', 1],
      ['a.yaml', 2],
      ['a.yaml', 8],
      ['a.yaml', 10],
      ['b.json', 1],
      ['b.json', 1],
      ['c.json', 1],
    ]);
    expect(documents.slice(4).map((d) => d.value)).toEqual([cluster('a'), cluster('b'), cluster('c')]);
  });

  it('may be anything: what they mean is decided elsewhere', () => {
    const { documents } = readDocuments(directory({ 'a.yaml': 'text\n---\n1\n---\nkind: List\nitems: none\n' }));
    expect(documents.map((d) => d.value)).toEqual(['text', 1, { kind: 'List', items: 'none' }]);
  });

  it('are left out file by file where there are mistakes, and all mistakes are told', () => {
    const outer = directory({
      'secret.yaml': 'token: CANARY',
      'root/a.yaml': 'a: {',
      'root/b.yaml': 'b: 1',
      'root/c.json': '{"c": 1, "c": 2}',
      'root/d.yaml': '-> ../secret.yaml',
      'root/e.yaml': Buffer.from([0xff]),
    });
    const { documents, issues } = readDocuments(join(outer, 'root'));
    expect(documents.map((d) => d.file)).toEqual(['b.yaml']);
    expect(codes(issues)).toEqual([
      'INPUT_OUTSIDE d.yaml',
      'INPUT_SYNTAX a.yaml:1:5',
      'INPUT_DUPLICATE_KEY c.json:1:10',
      'INPUT_ENCODING e.yaml',
    ]);
  });

  it('are never none without an issue', () => {
    const nothing: Record<string, string>[] = [
      {},
      { 'a.yaml': '# nothing\n' },
      { 'a.json': '[]' },
      { 'a.yaml': '---\n---\n~\n' },
      { 'x.ts': 'x' },
    ];
    for (const files of nothing) {
      const root = directory(files);
      expect(codes(readDocuments(root).issues)).toEqual([`INPUT_EMPTY ${root}`]);
    }
    expect(codes(readDocuments('/no/such/path').issues)).toEqual(['INPUT_NOT_FOUND /no/such/path']);
    expect(codes(readDocuments(directory({ 'a.json': '' })).issues)).toEqual(['INPUT_SYNTAX a.json:1:1']);
  });

  it('are limited in size all together', () => {
    const root = directory({ 'a.json': '1', 'b.json': '1', 'c.json': '1', 'd.json': '1' });
    for (const name of ['a.json', 'b.json', 'c.json']) truncateSync(join(root, name), 31 * 2 ** 20);
    const { issues } = readDocuments(root);
    expect(codes(issues).filter((c) => !c.startsWith('INPUT_ENCODING'))).toEqual(['INPUT_TOO_LARGE c.json']);
  });

  it('can be read file by file', () => {
    const root = directory({ 'clusters/eu.yaml': 'kind: Cluster', 'clusters/us.yaml': 'kind: {' });
    const { files } = listDataFiles(root);
    expect(files.map((file) => readDataFile(root, file).documents)).toEqual([
      [{ value: { kind: 'Cluster' }, file: 'clusters/eu.yaml', line: 1 }],
      [],
    ]);
  });
});
