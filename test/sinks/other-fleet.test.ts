import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { everything, files, put, refusals, temporaryDirectory, write } from './trees';

const ROOT = '.linkerd-fleet/root.json';
const shop = { eu: { 'cluster.json': '{}\n' } };
const other = { us: { 'cluster.json': '{}\n' } };
const rootFiles = files({ 'generator/fleet.json': '[]\n' });

describe('the tree of another fleet', () => {
  test('is refused, by whole runs, parts and dry runs: its clusters are none that left', () => {
    const outdir = temporaryDirectory();
    write(outdir, shop, { rootFiles, fleet: 'shop' });
    const before = everything(outdir);
    const found = [`OUTPUT_OTHER_FLEET ${outdir}/${ROOT}: the tree of fleet shop, and this is other`];
    for (const options of [
      { rootFiles },
      { dryRun: true },
      { complete: false },
      { rootFiles, shard: { index: 2, count: 2 } },
    ]) {
      expect(refusals(() => write(outdir, other, { fleet: 'other', ...options }))).toEqual(found);
    }
    expect(everything(outdir)).toMatchObject(before);
  });

  test('is taken with force, and is of the other fleet from then on', () => {
    const outdir = temporaryDirectory();
    write(outdir, shop, { rootFiles, fleet: 'shop' });
    write(outdir, other, { rootFiles, fleet: 'other', force: true });
    expect(fs.existsSync(join(outdir, 'clusters/eu'))).toBe(false);
    expect(refusals(() => write(outdir, shop, { rootFiles, fleet: 'shop' }))).toHaveLength(1);
    write(outdir, other, { rootFiles, fleet: 'other' });
  });

  test('is not what an earlier version wrote, which says no name and gets it', () => {
    const outdir = temporaryDirectory();
    write(outdir, shop, { rootFiles });
    expect(JSON.parse(fs.readFileSync(join(outdir, ROOT), 'utf8'))).not.toHaveProperty('fleet');
    expect(write(outdir, shop, { rootFiles, fleet: 'shop' }).differences).toEqual([]);
    expect(JSON.parse(fs.readFileSync(join(outdir, ROOT), 'utf8'))).toMatchObject({ version: 1, fleet: 'shop' });
  });

  test('names a fleet in plain characters, whatever a stranger wrote there', () => {
    const outdir = temporaryDirectory();
    put(outdir, ROOT, JSON.stringify({ version: 1, fleet: '\u001b[31mshop', files: {} }));
    expect(refusals(() => write(outdir, shop, { fleet: 'shop' }))).toEqual([
      `OUTPUT_OTHER_FLEET ${outdir}/${ROOT}: the tree of fleet \\u001b[31mshop, and this is shop`,
    ]);
  });
});
