import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeTree } from '../../lib/sinks/directory';
import {
  clusters,
  content,
  everything,
  files,
  put,
  refusals,
  type Tree,
  temporaryDirectory,
  times,
  write,
} from './trees';

const FLEET = {
  eu: { 'cluster.json': '{}\n', 'multicluster/links.yaml': 'kind: Link\n' },
  us: { 'cluster.json': '{ }\n', 'services/prod.yaml': 'é\n' },
};
const ROOT = { 'argocd/apps.yaml': 'kind: ApplicationSet\n', 'fleet.json': '{}\n' };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('writing a fleet', () => {
  test('makes a directory for each cluster, and root files beside them', () => {
    const outdir = join(temporaryDirectory(), 'deep/dist');
    const result = write(outdir, FLEET, { rootFiles: files(ROOT) });
    expect(content(outdir)).toEqual({
      'argocd/apps.yaml': 'kind: ApplicationSet\n',
      'clusters/eu/cluster.json': '{}\n',
      'clusters/eu/multicluster/links.yaml': 'kind: Link\n',
      'clusters/us/cluster.json': '{ }\n',
      'clusters/us/services/prod.yaml': 'é\n',
      'fleet.json': '{}\n',
    });
    expect(result).toEqual({
      clusters: 2,
      files: 6,
      bytes: 45,
      differences: Object.keys(content(outdir)).map((path) => ({ path, kind: 'added' })),
    });
  });

  test('lists what it wrote in an inventory for each cluster and one for the root', () => {
    const outdir = temporaryDirectory();
    write(outdir, FLEET, { rootFiles: files(ROOT) });
    const inventory = (name: string) => JSON.parse(everything(join(outdir, '.linkerd-fleet'))[name]!);
    expect(inventory('clusters/us.json')).toEqual({
      version: 1,
      files: { 'cluster.json': sha256('{ }\n'), 'services/prod.yaml': sha256('é\n') },
    });
    expect(Object.keys(inventory('root.json').files)).toEqual(['argocd/apps.yaml', 'fleet.json']);
    expect(Object.keys(everything(join(outdir, '.linkerd-fleet'))).sort()).toEqual([
      '.gitignore',
      'clusters',
      'clusters/eu.json',
      'clusters/us.json',
      'root.json',
    ]);
  });

  test('twice changes no modification time the second time', () => {
    const outdir = temporaryDirectory();
    write(outdir, FLEET, { rootFiles: files(ROOT) });
    const before = times(outdir);
    expect(write(outdir, FLEET, { rootFiles: files(ROOT) }).differences).toEqual([]);
    expect(times(outdir)).toEqual(before);
  });

  test('writes only the files that changed, and the inventory of their cluster', () => {
    const outdir = temporaryDirectory();
    write(outdir, FLEET);
    const before = times(outdir);
    const changed = { ...FLEET, eu: { ...FLEET.eu, 'cluster.json': '[]\n' } };
    expect(write(outdir, changed).differences).toEqual([{ path: 'clusters/eu/cluster.json', kind: 'changed' }]);
    const after = times(outdir);
    expect(Object.keys(after).filter((path) => after[path] !== before[path])).toEqual([
      '.linkerd-fleet/clusters/eu.json',
      'clusters/eu/cluster.json',
    ]);
  });

  test('overwrites what a person changed in a file of ours', () => {
    const outdir = temporaryDirectory();
    write(outdir, FLEET);
    put(outdir, 'clusters/eu/cluster.json', 'by hand');
    expect(write(outdir, FLEET).differences).toEqual([{ path: 'clusters/eu/cluster.json', kind: 'changed' }]);
    expect(content(outdir)['clusters/eu/cluster.json']).toBe('{}\n');
  });

  test('keeps the permissions of a file it replaces', () => {
    const outdir = temporaryDirectory();
    write(outdir, FLEET);
    fs.chmodSync(join(outdir, 'clusters/eu/cluster.json'), 0o640);
    write(outdir, { ...FLEET, eu: { ...FLEET.eu, 'cluster.json': 'new' } });
    expect(fs.statSync(join(outdir, 'clusters/eu/cluster.json')).mode & 0o777).toBe(0o640);
  });

  test('adopts a file that already has the content it should have', () => {
    const outdir = temporaryDirectory();
    put(outdir, 'clusters/eu/cluster.json', '{}\n');
    write(outdir, FLEET);
    expect(write(outdir, { eu: { 'multicluster/links.yaml': 'kind: Link\n' }, us: FLEET.us }).differences).toEqual([
      { path: 'clusters/eu/cluster.json', kind: 'removed' },
    ]);
  });

  test('tells of each cluster that is done', () => {
    const seen: unknown[] = [];
    write(temporaryDirectory(), FLEET, { onCluster: (...args) => seen.push(args) });
    expect(seen).toEqual([
      ['eu', 1, 2],
      ['us', 2, 2],
    ]);
  });

  test('asks for the files of a cluster when its turn comes, and holds the lock meanwhile', () => {
    const outdir = temporaryDirectory();
    const lazy = (name: string, before: string[]) => ({
      name,
      files: (function* () {
        expect(Object.keys(content(outdir))).toEqual(before);
        expect(fs.existsSync(join(outdir, '.linkerd-fleet/lock'))).toBe(true);
        yield { path: 'a.yaml', text: name };
      })(),
    });
    writeTree({ outdir, complete: true, clusters: [lazy('eu', []), lazy('us', ['clusters/eu/a.yaml'])] });
    expect(Object.keys(content(outdir))).toEqual(['clusters/eu/a.yaml', 'clusters/us/a.yaml']);
  });

  test('passes on what the caller throws while files are made, and lets go of the lock', () => {
    const outdir = temporaryDirectory();
    const failing = (function* () {
      yield { path: 'a.yaml', text: '' };
      throw new Error('in the caller');
    })();
    const run = () => writeTree({ outdir, complete: true, clusters: [{ name: 'us', files: failing }] });
    expect(run).toThrow('in the caller');
    expect(fs.existsSync(join(outdir, '.linkerd-fleet/lock'))).toBe(false);
  });
});

describe('what is no longer wanted', () => {
  test('is removed, with directories that are empty then, when an earlier run wrote it', () => {
    const outdir = temporaryDirectory();
    write(outdir, FLEET, { rootFiles: files(ROOT) });
    put(outdir, 'clusters/eu/multicluster/by-hand.yaml', 'mine');
    put(outdir, 'README.md', 'mine');
    const less = { eu: { 'cluster.json': '{}\n' }, us: { 'cluster.json': '{ }\n' } };
    expect(write(outdir, less, { rootFiles: files({ 'fleet.json': '{}\n' }) }).differences).toEqual([
      { path: 'argocd/apps.yaml', kind: 'removed' },
      { path: 'clusters/eu/multicluster/links.yaml', kind: 'removed' },
      { path: 'clusters/us/services/prod.yaml', kind: 'removed' },
    ]);
    expect(Object.keys(content(outdir))).toEqual([
      'README.md',
      'clusters/eu/cluster.json',
      'clusters/eu/multicluster/by-hand.yaml',
      'clusters/us/cluster.json',
      'fleet.json',
    ]);
    expect(fs.existsSync(join(outdir, 'argocd'))).toBe(false);
    expect(fs.existsSync(join(outdir, 'clusters/us/services'))).toBe(false);
  });

  test('is removed with its cluster when the cluster left the fleet', () => {
    const outdir = temporaryDirectory();
    write(outdir, FLEET);
    put(outdir, 'clusters/asia/by-hand.yaml', 'mine');
    write(outdir, { eu: FLEET.eu });
    expect(Object.keys(content(outdir))).toEqual([
      'clusters/asia/by-hand.yaml',
      'clusters/eu/cluster.json',
      'clusters/eu/multicluster/links.yaml',
    ]);
    expect(fs.existsSync(join(outdir, 'clusters/us'))).toBe(false);
    expect(fs.existsSync(join(outdir, '.linkerd-fleet/clusters/us.json'))).toBe(false);
  });

  test('stays when only some clusters are written, and so do root files that were not given', () => {
    const outdir = temporaryDirectory();
    write(outdir, FLEET, { rootFiles: files(ROOT) });
    const before = everything(outdir);
    write(outdir, { eu: { 'cluster.json': '{}\n' } }, { complete: false });
    const others = (tree: Tree) => Object.entries(tree).filter(([path]) => !/clusters\/eu/.test(path));
    expect(others(everything(outdir))).toEqual(others(before));
    expect(content(join(outdir, 'clusters/eu'))).toEqual({ 'cluster.json': '{}\n' });
  });

  test('makes room when a file becomes a directory, or a directory a file', () => {
    const outdir = temporaryDirectory();
    write(outdir, { eu: { a: '1', 'b/c/d.yaml': '2' } });
    write(outdir, { eu: { 'a/x.yaml': '3', b: '4' } });
    expect(content(outdir)).toEqual({ 'clusters/eu/a/x.yaml': '3', 'clusters/eu/b': '4' });
    expect(write(outdir, { eu: { 'a/x.yaml': '3', b: '4' } }).differences).toEqual([]);
  });

  test('is not looked for when a person has removed it already', () => {
    const outdir = temporaryDirectory();
    write(outdir, FLEET);
    fs.rmSync(join(outdir, 'clusters/us'), { recursive: true });
    expect(write(outdir, { eu: FLEET.eu }).differences).toEqual([]);
    expect(fs.existsSync(join(outdir, '.linkerd-fleet/clusters/us.json'))).toBe(false);
  });
});

describe('a dry run', () => {
  test('says what a run would do, and does nothing', () => {
    const outdir = temporaryDirectory();
    write(outdir, FLEET, { rootFiles: files(ROOT) });
    put(outdir, 'clusters/eu/cluster.json', 'by hand');
    const before = [everything(outdir), times(outdir)];
    const next = { eu: { ...FLEET.eu, 'new.yaml': 'x' } };
    const dry = write(outdir, next, { dryRun: true, rootFiles: files(ROOT) });
    expect([everything(outdir), times(outdir)]).toEqual(before);
    expect(dry.differences).toEqual([
      { path: 'clusters/eu/cluster.json', kind: 'changed' },
      { path: 'clusters/eu/new.yaml', kind: 'added' },
      { path: 'clusters/us/cluster.json', kind: 'removed' },
      { path: 'clusters/us/services/prod.yaml', kind: 'removed' },
    ]);
    expect(write(outdir, next, { rootFiles: files(ROOT) })).toEqual(dry);
  });

  test('of a directory that does not exist makes none', () => {
    const outdir = join(temporaryDirectory(), 'dist');
    expect(write(outdir, FLEET, { dryRun: true }).differences).toHaveLength(4);
    expect(fs.existsSync(outdir)).toBe(false);
  });

  test('is refused where a run would be', () => {
    const outdir = temporaryDirectory();
    put(outdir, 'clusters/eu/cluster.json', 'mine');
    const run = (dryRun: boolean) => refusals(() => write(outdir, FLEET, { dryRun }));
    expect(run(true)).toHaveLength(1);
    expect(run(true)).toEqual(run(false));
  });
});

describe('any sequence of fleets', () => {
  const tree = fc.dictionary(
    fc.constantFrom('a.yaml', 'b.yaml', 'dir/a.yaml', 'dir/sub/a.yaml', 'dir', 'c', 'c/d.yaml'),
    fc.constantFrom('1\n', '2\n', '2 \n', ''),
    { minKeys: 1, maxKeys: 4, noNullPrototype: true },
  );
  const hasRoom = (paths: string[]) => !paths.some((path) => paths.some((other) => other.startsWith(`${path}/`)));
  const fleet = fc.dictionary(
    fc.constantFrom('eu', 'us', 'asia'),
    tree.filter((paths) => hasRoom(Object.keys(paths))),
    { minKeys: 1, noNullPrototype: true },
  );

  test('leaves exactly the last one and what people put there', () => {
    fc.assert(
      fc.property(fc.array(fleet, { minLength: 1, maxLength: 4 }), fc.boolean(), (fleets, sharded) => {
        const outdir = fs.mkdtempSync(join(tmpdir(), 'linkerd-fleet-test-'));
        put(outdir, 'clusters/eu/by-hand.yaml', 'mine');
        for (const each of fleets) {
          if (!sharded) write(outdir, each);
          else for (const index of [2, 1, 3]) write(outdir, each, { shard: { index, count: 3 } });
        }
        const last = fleets.at(-1) as Record<string, Tree>;
        const wanted: Tree = { 'clusters/eu/by-hand.yaml': 'mine' };
        for (const { name, files: own } of clusters(last)) {
          for (const { path, text } of own) wanted[`clusters/${name}/${path}`] = text;
        }
        expect(content(outdir)).toEqual(wanted);
        const directories = Object.entries(everything(join(outdir, 'clusters'))).filter(([, text]) => text === '/');
        for (const [path] of directories) expect(Object.keys(content(join(outdir, 'clusters', path)))).not.toEqual([]);
        fs.rmSync(outdir, { recursive: true });
      }),
      { numRuns: 100 },
    );
  });
});
