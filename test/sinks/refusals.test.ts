import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { content, everything, files, put, refusals, refusedIssues, temporaryDirectory, write } from './trees';

const FLEET = { eu: { 'cluster.json': '{}\n', 'multicluster/links.yaml': 'kind: Link\n' } };

/** What a fleet is refused with; nothing may have changed on disk, the lock included. */
function refused(outdir: string, act: () => unknown): string[] {
  const before = everything(outdir);
  const found = refusals(act).map((line) => line.replaceAll(outdir, 'dist'));
  const { '.linkerd-fleet': _, '.linkerd-fleet/.gitignore': __, ...after } = everything(outdir);
  expect({ ...before, ...after }).toEqual(before);
  return found;
}

describe('a file that is not ours', () => {
  test('is refused when its content differs, each one by name, and nothing of that cluster is written', () => {
    const outdir = temporaryDirectory();
    put(outdir, 'clusters/eu/cluster.json', 'mine');
    put(outdir, 'clusters/eu/multicluster/links.yaml', 'mine too');
    expect(refused(outdir, () => write(outdir, { eu: { ...FLEET.eu, 'new.yaml': 'x' } }))).toEqual([
      'OUTPUT_FOREIGN_FILE dist/clusters/eu/cluster.json: a file with other content',
      'OUTPUT_FOREIGN_FILE dist/clusters/eu/multicluster/links.yaml: a file with other content',
    ]);
  });

  test('is named in every cluster, and clusters after the first that is refused are left alone', () => {
    const outdir = temporaryDirectory();
    for (const name of ['a', 'c']) put(outdir, `clusters/${name}/x.yaml`, 'mine');
    const issues = refusedIssues(() =>
      write(outdir, { a: { 'x.yaml': '' }, b: { 'x.yaml': '' }, c: { 'x.yaml': '' } }),
    );
    expect(issues.map(({ clusters }) => clusters)).toEqual([['a'], ['c']]);
    expect(Object.keys(content(outdir))).toEqual(['clusters/a/x.yaml', 'clusters/c/x.yaml']);
  });

  test('is overwritten with force, and ours from then on', () => {
    const outdir = temporaryDirectory();
    put(outdir, 'clusters/eu/cluster.json', 'mine');
    write(outdir, FLEET, { force: true });
    expect(content(outdir)['clusters/eu/cluster.json']).toBe('{}\n');
    write(outdir, { eu: { 'other.yaml': 'x' } });
    expect(Object.keys(content(outdir))).toEqual(['clusters/eu/other.yaml']);
  });

  test('is refused, forced or not, when it is a directory, or a file where a directory must be', () => {
    const outdir = temporaryDirectory();
    put(outdir, 'clusters/eu/cluster.json/x', 'mine');
    put(outdir, 'clusters/eu/multicluster', 'mine');
    for (const force of [false, true]) {
      expect(refused(outdir, () => write(outdir, FLEET, { force }))).toEqual([
        'OUTPUT_FOREIGN_FILE dist/clusters/eu/cluster.json: a directory',
        'OUTPUT_FOREIGN_FILE dist/clusters/eu/multicluster: something that is neither a directory nor our file',
      ]);
    }
  });
});

describe('a symbolic link', () => {
  test('may be the output directory itself', () => {
    const base = temporaryDirectory();
    fs.mkdirSync(join(base, 'real'));
    fs.symlinkSync('real', join(base, 'link'));
    write(join(base, 'link'), FLEET);
    expect(Object.keys(content(join(base, 'real')))).toHaveLength(2);
  });

  test.each([
    ['the directory of clusters', 'clusters'],
    ['a cluster', 'clusters/eu'],
    ['a directory in a cluster', 'clusters/eu/multicluster'],
    ['a file', 'clusters/eu/cluster.json'],
    ['the directory of inventories', '.linkerd-fleet'],
    ['the directory of inventories of clusters', '.linkerd-fleet/clusters'],
    ['an inventory', '.linkerd-fleet/clusters/eu.json'],
  ])('is refused as %s, forced or not, and nothing is written through it', (_, path) => {
    for (const force of [false, true]) {
      for (const dryRun of [false, true]) {
        const base = temporaryDirectory();
        const [outdir, outside] = [join(base, 'dist'), join(base, 'outside')];
        fs.mkdirSync(outside);
        fs.mkdirSync(join(outdir, path, '..'), { recursive: true });
        fs.symlinkSync(outside, join(outdir, path));
        expect(refused(outdir, () => write(outdir, FLEET, { force, dryRun }))).toContain(
          `OUTPUT_SYMLINK dist/${path}: a symbolic link`,
        );
        expect(fs.readdirSync(outside)).toEqual([]);
      }
    }
  });

  test.each([['clusters/eu/gone.yaml'], ['clusters/eu/old/gone.yaml'], ['clusters/eu/old']])(
    'is refused at %s, where a file of an earlier run would be removed',
    (path) => {
      const base = temporaryDirectory();
      const [outdir, outside] = [join(base, 'dist'), join(base, 'outside')];
      put(outside, 'gone.yaml', 'keep');
      write(outdir, { eu: { ...FLEET.eu, 'gone.yaml': 'x', 'old/gone.yaml': 'x' } });
      fs.rmSync(join(outdir, path), { recursive: true });
      fs.symlinkSync(path.endsWith('old') ? outside : join(outside, 'gone.yaml'), join(outdir, path));
      expect(refused(outdir, () => write(outdir, FLEET))).toEqual([`OUTPUT_SYMLINK dist/${path}: a symbolic link`]);
      expect(content(outside)).toEqual({ 'gone.yaml': 'keep' });
    },
  );
});

describe('a path', () => {
  test.each([
    ['/etc/passwd', 'an absolute path'],
    ['../us/cluster.json', 'a path with ..'],
    ['a/../../../x', 'a path with ..'],
    ['..', 'a path with ..'],
    ['.', 'characters outside A-Z a-z 0-9 . _ -'],
    ['a//b', 'characters outside A-Z a-z 0-9 . _ -'],
    ['a/', 'characters outside A-Z a-z 0-9 . _ -'],
    ['', 'characters outside A-Z a-z 0-9 . _ -'],
    ['a\\b', 'characters outside A-Z a-z 0-9 . _ -'],
    ['a\0b', 'characters outside A-Z a-z 0-9 . _ -'],
    ['a\nb', 'characters outside A-Z a-z 0-9 . _ -'],
    ['a\u202eb', 'characters outside A-Z a-z 0-9 . _ -'],
    ['C:x', 'characters outside A-Z a-z 0-9 . _ -'],
    ['a'.repeat(201), 'characters outside A-Z a-z 0-9 . _ -'],
    ['.git/hooks/post-checkout', "a path into Git's own directory"],
    ['.x.linkerd-fleet-tmp-12', 'the name of a temporary file'],
  ])('%j is refused', (path, found) => {
    const outdir = temporaryDirectory();
    const issues = refusals(() => write(outdir, { eu: { 'a.yaml': '', [path]: 'x' } }));
    expect(issues).toEqual([expect.stringMatching(/^OUTPUT_PATH /)]);
    expect(issues[0]).toContain(found);
    expect(issues[0]).toMatch(/^[ -~]*$/);
    expect(content(outdir)).toEqual({});
  });

  test.each(['..', '.', '', 'a/b', '../eu', '.git', 'a\0', 'a\nb', '/eu', 'ü'])(
    'of a cluster named %j is refused',
    (name) => {
      const outdir = temporaryDirectory();
      expect(refusals(() => write(outdir, { [name]: FLEET.eu }))).toEqual([expect.stringMatching(/^OUTPUT_PATH /)]);
      expect(everything(outdir)).toEqual({});
    },
  );

  test.each(['clusters/eu/x.yaml', 'Clusters/x', '.linkerd-fleet/root.json', '.git/config', '../x'])(
    'of the fleet as a whole, %s is refused',
    (path) => {
      const outdir = temporaryDirectory();
      const run = () => write(outdir, FLEET, { rootFiles: files({ 'ok.yaml': '', [path]: '' }) });
      expect(refusals(run)).toEqual([expect.stringMatching(/^OUTPUT_PATH /)]);
      expect(fs.existsSync(join(outdir, 'ok.yaml'))).toBe(false);
    },
  );

  test.each([
    [['a.yaml', 'a.yaml']],
    [['a.yaml', 'A.yaml']],
    [['dir/a.yaml', 'Dir/A.yaml']],
    [['dir', 'dir/a.yaml']],
    [['dir', 'DIR/sub/a.yaml']],
  ])('is refused when it is wanted twice: %j', (paths) => {
    const outdir = temporaryDirectory();
    const twice = paths.map((path) => ({ path, text: '' }));
    const issues = refusals(() => write(outdir, {}, { clusters: [{ name: 'eu', files: twice }] }));
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.every((line) => line.startsWith('OUTPUT_DUPLICATE_PATH '))).toBe(true);
    expect(content(outdir)).toEqual({});
  });

  test.each([[['eu', 'eu']], [['eu', 'EU']]])('is refused when two clusters would share it: %j', (names) => {
    const outdir = temporaryDirectory();
    const fleet = names.map((name) => ({ name, files: files(FLEET.eu) }));
    const issues = refusals(() => write(outdir, {}, { clusters: fleet, shard: { index: 1, count: 2 } }));
    expect(issues[0]).toMatch(/^OUTPUT_DUPLICATE_PATH /);
    expect(everything(outdir)).toEqual({});
  });
});

describe('an inventory', () => {
  const hostile = (paths: string[]) =>
    JSON.stringify({ version: 1, files: Object.fromEntries(paths.map((path) => [path, ''])) });

  test.each([
    ['is no JSON', 'token: abc', 'text that is not JSON'],
    ['is empty', '', 'text that is not JSON'],
    ['is another JSON', '[]', 'JSON that is not an inventory'],
    ['is null', 'null', 'JSON that is not an inventory'],
    ['lists no hashes', '{"version":1,"files":{"a":1}}', 'JSON that is not an inventory'],
    ['is of a later version', '{"version":2,"files":{}}', 'an inventory of a newer linkerd-fleet'],
    ['leaves the cluster', hostile(['../../keep.yaml']), 'a path with .., in the list of files'],
    ['is absolute', hostile(['/etc/passwd']), 'an absolute path, in the list of files'],
    ['is odd', hostile(['a\u001b[31m']), 'characters outside A-Z a-z 0-9 . _ -, in the list of files'],
  ])('that %s is refused without its content, and nothing is removed', (_, text, found) => {
    const outdir = temporaryDirectory();
    write(outdir, FLEET);
    put(outdir, 'keep.yaml', 'mine');
    put(outdir, '.linkerd-fleet/clusters/eu.json', text);
    const issues = refused(outdir, () => write(outdir, { eu: { 'cluster.json': '{}\n' } }));
    expect(issues).toEqual([`OUTPUT_INVENTORY dist/.linkerd-fleet/clusters/eu.json: ${found}`]);
    write(outdir, { eu: { 'cluster.json': '{}\n' } }, { force: true });
    expect(Object.keys(content(outdir))).toContain('clusters/eu/multicluster/links.yaml');
    expect(write(outdir, { eu: { 'cluster.json': '{}\n' } }).differences).toEqual([]);
  });

  test('of the root that lists files of clusters is refused', () => {
    const outdir = temporaryDirectory();
    write(outdir, FLEET, { rootFiles: files({ 'fleet.json': '{}' }) });
    put(outdir, '.linkerd-fleet/root.json', hostile(['clusters/eu/cluster.json', 'fleet.json']));
    const run = () => write(outdir, FLEET, { rootFiles: files({ 'fleet.json': '{}' }) });
    expect(refused(outdir, run)).toEqual([expect.stringMatching(/^OUTPUT_INVENTORY .*root\.json/)]);
  });

  test('of something that no cluster can be called is not taken for one', () => {
    const outdir = temporaryDirectory();
    put(outdir, '.linkerd-fleet/clusters/...json', hostile(['keep.yaml']));
    put(outdir, '.linkerd-fleet/clusters/notes.txt', 'mine');
    put(outdir, 'clusters/keep.yaml', 'mine');
    write(outdir, FLEET);
    expect(content(outdir)['clusters/keep.yaml']).toBe('mine');
  });
});

describe('emptiness', () => {
  test('of the fleet is refused, and accepted on request', () => {
    const outdir = temporaryDirectory();
    write(outdir, FLEET);
    expect(refused(outdir, () => write(outdir, {}))).toEqual(['OUTPUT_EMPTY dist: no cluster']);
    write(outdir, {}, { allowEmpty: true });
    expect(content(outdir)).toEqual({});
  });

  test('of a cluster is refused, and accepted on request', () => {
    const outdir = temporaryDirectory();
    write(outdir, FLEET);
    expect(refused(outdir, () => write(outdir, { eu: {} }))).toEqual(['OUTPUT_EMPTY dist/clusters/eu/: no file']);
    write(outdir, { eu: {} }, { allowEmpty: true });
    expect(content(outdir)).toEqual({});
  });
});

describe('the file system', () => {
  test('is quoted when it refuses, without a stack', () => {
    const outdir = temporaryDirectory();
    put(outdir, '.linkerd-fleet', 'a file');
    const [line] = refused(outdir, () => write(outdir, FLEET));
    expect(line).toMatch(/^OUTPUT_FAILED dist\/\.linkerd-fleet: E[A-Z]+: /);
    expect(line).not.toContain('\n');
  });

  test('is quoted when the output directory is a file', () => {
    const base = temporaryDirectory();
    put(base, 'dist', 'a file');
    expect(refusals(() => write(join(base, 'dist'), FLEET))).toEqual([
      `OUTPUT_FAILED ${base}/dist: EEXIST: file already exists`,
    ]);
  });

  test('is quoted when a directory above the output directory is a file, or takes no directory', () => {
    const base = temporaryDirectory();
    put(base, 'dist', 'a file');
    expect(refusals(() => write(join(base, 'dist/a/b'), FLEET))).toEqual([
      `OUTPUT_FAILED ${base}/dist/a: ENOTDIR: not a directory`,
    ]);
    const [line] = refusals(() => write('/proc/nothing/dist', FLEET));
    expect(line).toMatch(/^OUTPUT_FAILED \/proc(\/nothing)?: E[A-Z]+: /);
  });
});

test('a secret is refused with the file it is in, never with its content, and force does not help', () => {
  const outdir = temporaryDirectory();
  const key = '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEI\n-----END EC PRIVATE KEY-----\n';
  const issues = refused(outdir, () => write(outdir, { eu: { ...FLEET.eu, 'trust/a.yaml': key } }, { force: true }));
  expect(issues).toEqual(['OUTPUT_SECRET dist/clusters/eu/trust/a.yaml: a private key (PEM)']);
});
