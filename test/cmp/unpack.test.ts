import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, readTar } from '../../lib/delivery/argocd/cmp/serve/tar';
import { treeHash, unpack } from '../../lib/delivery/argocd/cmp/serve/unpack';
import { FleetError } from '../../lib/errors';
import { repository, scratch } from './rig';
import { pax, type Raw, tarOf } from './tar';

const paths = (entries: readonly Entry[]) => entries.map(({ path, kind }) => `${kind} ${path}`);
const refusal = (entries: readonly Raw[]) => {
  try {
    return paths(readTar(tarOf(entries)));
  } catch (error) {
    if (!FleetError.is(error)) throw error;
    return error.issues.map((i) => `${i.code} ${i.path}: ${i.found}`).join();
  }
};

const files = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => {
      const stat = lstatSync(join(root, path));
      if (stat.isSymbolicLink()) return `${path} -> ${readlinkSync(join(root, path))}`;
      return stat.isDirectory() ? `${path}/` : `${path} ${readFileSync(join(root, path), 'utf8')}`;
    });

describe('an archive', () => {
  const long = `${'directory-with-a-long-name/'.repeat(9)}file.yaml`;
  const tree: Record<string, string> = {
    'fleet.yaml': 'a: 1\n',
    'clusters/eu/.keep': '',
    'ünï/c\u00f6de.yaml': 'b',
    [long]: 'long',
    'sub/link': '-> ../fleet.yaml',
  };

  it.each(['gnu', 'pax', 'posix'])('of tar --format=%s becomes the tree it was made of', (format) => {
    const root = repository(tree);
    const archive = execFileSync('tar', ['-C', root, `--format=${format}`, '-cf', '-', '.'], { maxBuffer: 1 << 28 });
    const copy = join(scratch(), 'copy');
    unpack(readTar(archive), copy);
    expect(files(copy)).toEqual(files(root));
  });

  it('has the same hash whenever it was made, and another one with any other content, name or link', () => {
    const hashOf = (content: Record<string, string>) =>
      treeHash(readTar(execFileSync('tar', ['-C', repository(content), '-cf', '-', '.'])));
    expect(hashOf(tree)).toBe(hashOf(tree));
    const changed: Record<string, string>[] = [
      { ...tree, 'fleet.yaml': 'a: 2\n' },
      { ...tree, 'sub/link': '-> ../ünï' },
      { ...tree, more: '' },
      { 'fleet.yml': tree['fleet.yaml']! },
    ];
    expect(new Set([tree, ...changed].map(hashOf)).size).toBe(changed.length + 1);
  });
});

describe('a hostile archive', () => {
  it.each<[string, Raw[]]>([
    ['a path with ..', [{ name: '../up' }]],
    ['a path with .. inside', [{ name: 'a/../../up' }]],
    ['an absolute path', [{ name: '/etc/passwd' }]],
    ['an absolute path in a pax header', [pax({ path: '/etc/passwd' }), { name: 'x' }]],
    [
      'a long name of GNU tar that leads out',
      [{ name: '././@LongLink', type: 'L', content: '../../up\0' }, { name: 'x' }],
    ],
    ['an absolute link', [{ name: 'a', type: '2', target: '/etc' }]],
    ['a link that leads out', [{ name: 'd/a', type: '2', target: '../../etc' }]],
    ['a link that leads out on its way', [{ name: 'a', type: '2', target: '../repo/b' }]],
    ['a link that leads out, in a pax header', [pax({ linkpath: '../x' }), { name: 'a', type: '2', target: 'ok' }]],
    ['a size that is no number', [{ name: 'a', size: 'zzzzzzzzzzz\0' }]],
    ['a size beyond the archive', [{ name: 'a', size: '77777777777\0' }]],
    ['a size in binary beyond everything', [{ name: 'a', size: '\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff' }]],
    ['a size in a pax header beyond everything', [pax({ size: '99999999999999999999' }), { name: 'a' }]],
    ['a sparse file', [{ name: 'a', type: 'S' }]],
    ['a pax header that ends early', [{ name: 'p', type: 'x', content: '99 path=a\n' }, { name: 'x' }]],
  ])('is refused: %s', (_, entries) => {
    expect(refusal(entries)).toMatch(/^CMP_TREE /);
  });

  it('leaves out hard links, devices and pipes', () => {
    const entries = ['1', '3', '4', '6'].map((type) => ({ name: `of-type-${type}`, type, target: 'a' }));
    expect(refusal([...entries, { name: 'a' }])).toEqual(['file a']);
  });

  it('is refused when it has no end, or one entry too many', () => {
    expect(() => readTar(tarOf([{ name: 'a' }], Buffer.alloc(0)))).toThrow(/no end of archive/);
    const header = tarOf([{ name: 'a' }], Buffer.alloc(0));
    expect(() => readTar(Buffer.concat(Array(200_001).fill(header)))).toThrow(/more than 200000 entries/);
  });

  it('never writes through its own links, nor out of its directory', () => {
    const cases: Raw[][] = [
      [
        { name: 'a', type: '2', target: 'b' },
        { name: 'a/file', content: 'x' },
      ],
      [
        { name: 'a', type: '5' },
        { name: 'a/b', type: '2', target: '..' },
        { name: 'c', type: '2', target: 'a/b/up' },
        { name: 'c/d', content: 'x' },
      ],
      [
        { name: 'x', content: '1' },
        { name: 'x/y', content: '2' },
      ],
      [{ name: './', type: '2', target: 'x' }],
    ];
    for (const entries of cases) {
      const outer = scratch();
      writeFileSync(join(outer, 'witness'), 'as it was');
      expect(() => unpack(readTar(tarOf(entries)), join(outer, 'tree'))).toThrow(/CMP_TREE/);
      expect(files(outer).filter((file) => !file.startsWith('tree'))).toEqual(['witness as it was']);
    }
  });

  it('whatever its bytes are, comes to entries below its directory or to a refusal', () => {
    const raw = fc.record({
      name: fc.oneof(fc.constantFrom('a', 'a/b', '../x', '/x', './', 'a//b', '..', 'c'), fc.string({ maxLength: 20 })),
      type: fc.constantFrom('0', '1', '2', '5', 'x', 'g', 'L', 'K', '7', 'z', '\0'),
      content: fc.oneof(fc.constantFrom('../y\0', '12 path=../y\n'), fc.string({ maxLength: 30 })),
      target: fc.constantFrom('', 'a', '..', '../..', 'a/../..', '/etc', 'a/b'),
    });
    const mutation = fc.tuple(fc.nat(4000), fc.nat(255));
    fc.assert(
      fc.property(fc.array(raw, { maxLength: 6 }), fc.array(mutation, { maxLength: 2 }), (entries, mutations) => {
        const bytes = tarOf(entries);
        for (const [at, byte] of mutations) if (at < bytes.length) bytes[at] = byte;
        const outer = scratch();
        const root = join(outer, 'tree');
        try {
          unpack(readTar(bytes), root);
        } catch (error) {
          expect(FleetError.is(error) && error.issues[0]!.code).toBe('CMP_TREE');
        }
        expect(readdirSync(outer)).toEqual(readdirSync(outer).filter((name) => name === 'tree'));
        // By kind: by name alone it would follow links, round and round.
        for (const { parentPath } of readdirSync(outer, { recursive: true, withFileTypes: true })) {
          expect(realpathSync(parentPath).startsWith(realpathSync(outer))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is unpacked into a directory that it finds empty, or not at all', () => {
    const outer = scratch();
    mkdirSync(join(outer, 'tree'));
    expect(() => unpack([], join(outer, 'tree'))).toThrow(/EEXIST/);
  });
});
