import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeTree } from '../../lib/sinks/directory';
import { FLEETS } from './fixtures/fleets';
import { heard, start } from './fixtures/run';
import { clusters, content, everything, files, put, type Tree, temporaryDirectory } from './trees';

function write(outdir: string, name: 'old' | 'new') {
  const { clusters: fleet, root } = FLEETS[name];
  return writeTree({ outdir, clusters: clusters(fleet), rootFiles: files(root), complete: true });
}

const BY_HAND = { 'clusters/eu/by-hand.yaml': 'mine\n', 'README.md': 'mine\n' };

/** The tree as it is after a whole run, by hand files included. */
function whole(name: 'old' | 'new'): Tree {
  const outdir = temporaryDirectory();
  for (const [path, text] of Object.entries(BY_HAND)) put(outdir, path, text);
  write(outdir, name);
  return everything(outdir);
}

/** Every file is the old one, the new one, or gone where one of the two has none; temporary files are hidden. */
function expectOldOrNew(outdir: string, trees: readonly Tree[]): void {
  const isTemporary = (path: string) => /(^|\/)\.[^/]+\.linkerd-fleet-tmp-[0-9]+$/.test(path);
  const found = content(outdir);
  for (const [path, text] of Object.entries(found)) {
    if (!isTemporary(path)) expect(trees.map((tree) => tree[path])).toContain(text);
  }
  const isFile = (tree: Tree, path: string) => path in tree && tree[path] !== '/' && !path.startsWith('.linkerd-fleet');
  const wanted = Object.keys(trees[0] as Tree).filter((path) => trees.every((tree) => isFile(tree, path)));
  expect(Object.keys(found)).toEqual(expect.arrayContaining(wanted));
}

describe('a run that is killed', () => {
  test('at any call leaves each file old or new, and the next run completes it', async () => {
    const trees = { old: whole('old'), new: whole('new') };
    const calls = Number((await start({ do: 'write', outdir: prepared(), fleet: 'new', dieAt: 0 }).ended).said);
    expect(calls).toBeGreaterThan(40);
    const crash = async (dieAt: number) => {
      const outdir = prepared();
      const { signal } = await start({ do: 'write', outdir, fleet: 'new', dieAt }).ended;
      expect(signal).toBe('SIGKILL');
      expectOldOrNew(outdir, [trees.old, trees.new]);
      // Back to the old one or on to the new one, what the next run wants is what there is.
      const next = dieAt % 2 === 0 ? 'new' : 'old';
      write(outdir, next);
      expect(everything(outdir)).toEqual(trees[next]);
      fs.rmSync(outdir, { recursive: true });
    };
    const points = Array.from({ length: calls }, (_, i) => i + 1);
    const work = async () => {
      for (let point = points.shift(); point !== undefined; point = points.shift()) await crash(point);
    };
    await Promise.all([work(), work(), work()]);
  });

  test('in the first run of all, at any call, is completed by the next one', async () => {
    const tree = whole('new');
    const crash = async (dieAt: number) => {
      const outdir = temporaryDirectory();
      for (const [path, text] of Object.entries(BY_HAND)) put(outdir, path, text);
      await start({ do: 'write', outdir, fleet: 'old', dieAt }).ended;
      write(outdir, 'new');
      expect(everything(outdir)).toEqual(tree);
    };
    for (const dieAt of [3, 7, 12, 18, 25, 33, 42, 52, 63]) await crash(dieAt);
  });

  test('at random moments leaves each file old or new, and the next run completes it', async () => {
    const trees = [whole('old'), whole('new')];
    const outdir = prepared();
    for (let round = 0; round < 15; round++) {
      const running = start({ do: 'alternate', outdir });
      await heard(running);
      await new Promise((done) => setTimeout(done, Math.random() * 60));
      running.child.kill('SIGKILL');
      await running.ended;
      expectOldOrNew(outdir, trees);
    }
    write(outdir, 'new');
    expect(everything(outdir)).toEqual(trees[1]);
  });
});

function prepared(): string {
  const outdir = temporaryDirectory();
  for (const [path, text] of Object.entries(BY_HAND)) put(outdir, path, text);
  write(outdir, 'old');
  return outdir;
}

describe('what is written', () => {
  test('does not depend on umask, time zone, locale or working directory', async () => {
    const tree = whole('new');
    const base = temporaryDirectory();
    for (const [path, text] of Object.entries(BY_HAND)) put(join(base, 'dist'), path, text);
    const umask = process.umask(0o077);
    try {
      const env = { TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
      const { code, err } = await start({ do: 'write', outdir: 'dist', fleet: 'new' }, { cwd: base, env }).ended;
      expect([code, err]).toEqual([0, '']);
    } finally {
      process.umask(umask);
    }
    expect(everything(join(base, 'dist'))).toEqual(tree);
  });
});
