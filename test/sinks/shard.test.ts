import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shardOf } from '../../lib/sinks/shard';
import { everything, files, refusals, type Tree, temporaryDirectory, write } from './trees';

const fleet = (names: readonly string[]): Record<string, Tree> =>
  Object.fromEntries(names.map((name) => [name, { 'cluster.json': `${name}\n` }]));
const names = (count: number) => Array.from({ length: count }, (_, i) => `prod-${i}`);
const ROOT = { 'fleet.json': '{}\n' };

describe('the shard of a cluster', () => {
  test('is a function of its name alone, which never changes', () => {
    expect(['prod-eu', 'prod-us', 'a'].map((name) => [shardOf(name, 2), shardOf(name, 7)])).toEqual([
      [2, 6],
      [2, 1],
      [1, 3],
    ]);
    expect(shardOf('anything', 1)).toBe(1);
  });

  test('spreads clusters evenly enough', () => {
    const sizes = [1, 2, 3, 4].map((index) => names(1000).filter((name) => shardOf(name, 4) === index).length);
    expect(Math.min(...sizes)).toBeGreaterThan(200);
  });
});

describe('shards', () => {
  test('write together what one run writes, in any order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        (count, size, back) => {
          const [whole, parts] = [temporaryDirectory(), temporaryDirectory()];
          write(whole, fleet(names(size)), { rootFiles: files(ROOT) });
          const order = Array.from({ length: count }, (_, i) => (back ? count - i : i + 1));
          for (const index of order)
            write(parts, fleet(names(size)), { rootFiles: files(ROOT), shard: { index, count } });
          expect(everything(parts)).toEqual(everything(whole));
        },
      ),
      { numRuns: 12 },
    );
  });

  test('leave root files to the first of them', () => {
    const outdir = temporaryDirectory();
    const run = (index: number) =>
      write(outdir, fleet(names(4)), { rootFiles: files(ROOT), shard: { index, count: 2 } });
    expect(run(2).differences.map(({ path }) => path)).not.toContain('fleet.json');
    expect(run(1).differences.map(({ path }) => path)).toContain('fleet.json');
  });

  test('remove a cluster that left the fleet once, by the one that would write it', () => {
    const outdir = temporaryDirectory();
    write(outdir, fleet(names(10)));
    const removed = [1, 2, 3].map((index) => {
      const { differences } = write(outdir, fleet(names(5)), { shard: { index, count: 3 } });
      return differences.map(({ path }) => path.split('/')[1]);
    });
    expect(removed.flat().sort()).toEqual(names(10).slice(5));
    removed.forEach((found, i) => {
      for (const name of found) expect(shardOf(name as string, 3)).toBe(i + 1);
    });
  });

  test.each([
    [0, 2],
    [3, 2],
    [1.5, 2],
    [1, 0],
    [Number.NaN, 1],
  ])('numbered %d of %d are refused', (index, count) => {
    expect(refusals(() => write(temporaryDirectory(), fleet(['eu']), { shard: { index, count } }))).toEqual([
      `OUTPUT_SHARD --shard: ${index}/${count}`,
    ]);
  });
});
