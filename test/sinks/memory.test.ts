import fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type WriteOptions, writeTree } from '../../lib/sinks/directory';
import { content, files, put, refusals, type Tree, temporaryDirectory } from './trees';

const TREE = { 'cluster.json': '{}\n', 'multicluster/links.yaml': 'kind: Link\n' };

/** An output directory beside its memory. `asked` says whose files were asked for in the last run. */
function place() {
  const base = temporaryDirectory();
  const [outdir, memory] = [join(base, 'dist'), join(base, 'cache/memory.json')];
  const asked: string[] = [];
  const tokens: string[] = [];
  const run = (trees: Record<string, Tree>, options: Partial<WriteOptions> & { token?: string } = {}) => {
    asked.length = 0;
    tokens.length = 0;
    const { token = '1', ...others } = options;
    const clusters = Object.entries(trees).map(([name, tree]) => ({
      name,
      token: () => {
        tokens.push(name);
        return token;
      },
      files: (function* () {
        asked.push(name);
        yield* files(tree);
      })(),
    }));
    return writeTree({ outdir, memory, clusters, complete: true, ...others });
  };
  /** Written, and compared when the files had been as they are for a while. */
  const settled = (trees: Record<string, Tree>) => {
    run(trees);
    run(trees);
    later();
    run(trees);
    return trees;
  };
  return { base, outdir, memory, asked, tokens, run, settled };
}

/** The clock moves on, the files stay as they are. */
function later(): void {
  const now = Date.now() + 10_000;
  vi.spyOn(Date, 'now').mockImplementation(() => now);
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a cluster that was compared and not touched since', () => {
  test('is neither made nor read, and counts as written', () => {
    const { asked, run, settled } = place();
    const trees = settled({ eu: TREE, us: TREE });
    const seen: string[] = [];
    expect(run(trees, { onCluster: (name) => seen.push(name) })).toEqual({
      clusters: 2,
      files: 4,
      bytes: 28,
      differences: [],
    });
    expect([asked, seen]).toEqual([[], []]);
  });

  test('is compared once more when its files are younger than the clock can tell apart', () => {
    const { asked, run } = place();
    for (let i = 0; i < 3; i++) {
      run({ eu: TREE });
      expect(asked).toEqual(['eu']);
    }
  });

  test('is made again when it follows from something else, alone', () => {
    const { outdir, run, settled, asked } = place();
    settled({ eu: TREE, us: TREE });
    run({ eu: { ...TREE, 'cluster.json': '[]\n' }, us: TREE }, { token: '2' });
    expect(asked).toEqual(['eu', 'us']);
    expect(content(outdir)['clusters/eu/cluster.json']).toBe('[]\n');
  });

  test.each<[string, (outdir: string) => void]>([
    ['content, of the same size', (d) => fs.writeFileSync(join(d, 'clusters/eu/cluster.json'), '[]\n')],
    [
      'content, with its time of modification set back',
      (d) => {
        const path = join(d, 'clusters/eu/cluster.json');
        const { atime, mtime } = fs.statSync(path);
        fs.writeFileSync(path, '[]\n');
        fs.utimesSync(path, atime, mtime);
      },
    ],
    ['absence', (d) => fs.rmSync(join(d, 'clusters/eu/multicluster/links.yaml'))],
    [
      'place, by another file that was renamed to it',
      (d) => {
        put(d, 'other', '[]\n');
        fs.renameSync(join(d, 'other'), join(d, 'clusters/eu/cluster.json'));
      },
    ],
    ['directory, which is gone', (d) => fs.rmSync(join(d, 'clusters/eu'), { recursive: true })],
  ])('is repaired when a file has another %s', (_, change) => {
    const { outdir, run, settled } = place();
    const trees = settled({ eu: TREE });
    const before = content(outdir);
    change(outdir);
    expect(run(trees).differences).not.toEqual([]);
    expect(content(outdir)).toEqual(before);
  });

  test('has its inventory repaired', () => {
    const { outdir, run, settled } = place();
    const trees = settled({ eu: TREE });
    const inventory = join(outdir, '.linkerd-fleet/clusters/eu.json');
    const before = fs.readFileSync(inventory, 'utf8');
    fs.rmSync(inventory);
    run(trees);
    expect(fs.readFileSync(inventory, 'utf8')).toBe(before);
  });

  test('is refused when a symbolic link stands in for one of its directories', () => {
    const { base, outdir, run, settled } = place();
    const trees = settled({ eu: TREE });
    fs.renameSync(join(outdir, 'clusters/eu/multicluster'), join(base, 'elsewhere'));
    fs.symlinkSync(join(base, 'elsewhere'), join(outdir, 'clusters/eu/multicluster'));
    expect(refusals(() => run(trees)).join()).toContain('OUTPUT_SYMLINK');
  });

  test.each<[string, Partial<WriteOptions>]>([
    ['a dry run', { dryRun: true }],
    ['a forced run', { force: true }],
  ])('is compared by %s', (_, options) => {
    const { asked, run, settled } = place();
    const trees = settled({ eu: TREE });
    run(trees, options);
    expect(asked).toEqual(['eu']);
  });

  test('is compared when the run before died', () => {
    const { asked, outdir, run, settled } = place();
    const trees = settled({ eu: TREE });
    const holder = { pid: 2 ** 22 + 1, host: hostname(), namespace: namespaceOfPids() };
    put(outdir, '.linkerd-fleet/lock', JSON.stringify(holder));
    run(trees);
    expect(asked).toEqual(['eu']);
  });
});

const namespaceOfPids = () => (process.platform === 'linux' ? fs.readlinkSync('/proc/self/ns/pid') : undefined);

describe('a token', () => {
  test('is not asked for again under the description under which it was right', () => {
    const { asked, tokens, run, settled } = place();
    const trees = settled({ eu: TREE, us: TREE });
    run(trees, { under: 'a' });
    expect([tokens, asked]).toEqual([['eu', 'us'], []]);
    run(trees, { under: 'a' });
    expect([tokens, asked]).toEqual([[], []]);
    run(trees, { under: 'b' });
    expect([tokens, asked]).toEqual([['eu', 'us'], []]);
    run(trees, { under: 'a' });
    expect(tokens).toEqual(['eu', 'us']);
  });

  test('is asked for again of a cluster that other descriptions have left alone', () => {
    const { asked, tokens, run, settled } = place();
    const trees = settled({ eu: TREE, us: TREE });
    run(trees, { under: 'a' });
    run({ eu: TREE }, { complete: false, under: 'b', token: '2' });
    expect(asked).toEqual(['eu']);
    run(trees, { under: 'b', token: '2' });
    expect([tokens, asked]).toEqual([['us', 'us'], ['us']]);
    run(trees, { under: 'b', token: '2' });
    expect([tokens, asked]).toEqual([[], []]);
  });

  test('says nothing of files that were touched since', () => {
    const { outdir, asked, run, settled } = place();
    const trees = settled({ eu: TREE, us: TREE });
    run(trees, { under: 'a' });
    put(outdir, 'clusters/eu/cluster.json', '{"edited": true}\n');
    run(trees, { under: 'a' });
    expect(asked).toEqual(['eu']);
    expect(content(outdir)['clusters/eu/cluster.json']).toBe('{}\n');
  });
});

describe('a memory', () => {
  test('of another directory, of another form or unreadable is none', () => {
    const { asked, memory, run, settled } = place();
    const trees = settled({ eu: TREE });
    const text = fs.readFileSync(memory, 'utf8');
    for (const other of [
      text.replace('"root":"', '"root":"/x'),
      text.replace('"version":2', '"version":9'),
      '{',
      '[]',
      'null',
    ]) {
      fs.writeFileSync(memory, other);
      run(trees);
      expect(asked).toEqual(['eu']);
    }
  });

  test('that cannot be written stops nothing', () => {
    const { base, run } = place();
    fs.writeFileSync(join(base, 'cache'), '');
    expect(run({ eu: TREE }).files).toBe(2);
  });

  test('keeps what it knows of clusters that this run leaves alone', () => {
    const { asked, run, settled } = place();
    const trees = settled({ eu: TREE, us: TREE });
    run({ eu: TREE }, { complete: false, token: '2' });
    run({ us: TREE }, { complete: false });
    expect(asked).toEqual([]);
    expect(trees.us).toBe(TREE);
  });
});
