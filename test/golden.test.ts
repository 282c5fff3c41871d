/**
 * Whole trees, small enough to be read in a review: `golden/<fleet>/fleet.yaml` is the description, `clusters/` beside it what it comes
 * to, byte for byte. After a change that is meant, UPDATE_GOLDEN=1 writes the trees anew, and the difference is what to review.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadData } from '../lib/cli/open';
import { check, open, type Project, render } from '../lib/project';

const GOLDEN = join(__dirname, 'golden');

/** What a fleet comes to, by path. */
function treeOf(project: Project): Record<string, string> {
  const files = [...project.fleet.clusters.values()].flatMap((cluster) =>
    render(project, cluster).map(({ path, text }) => [`${cluster.name}/${path}`, text] as const),
  );
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is committed, by path. */
function committed(directory: string): Record<string, string> {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(directory, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(directory, path), 'utf8')]));
}

function update(directory: string, tree: Record<string, string>): void {
  rmSync(directory, { recursive: true, force: true });
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

describe.each(readdirSync(GOLDEN))('the tree of %s', (name) => {
  const project = () => open(loadData(join(GOLDEN, name, 'fleet.yaml')));

  it('is of a fleet without findings', () => {
    expect(check(project()).map(({ code, path, found }) => `${code} ${path}: ${found}`)).toEqual([]);
  });

  it('is the one that is committed', () => {
    const tree = treeOf(project());
    const directory = join(GOLDEN, name, 'clusters');
    if (process.env.UPDATE_GOLDEN === '1') update(directory, tree);
    const old = committed(directory);
    expect(Object.keys(tree)).toEqual(Object.keys(old));
    for (const [path, text] of Object.entries(tree)) expect(text, path).toBe(old[path]);
  });

  it('can be reviewed: twelve hundred lines at most', () => {
    const lines = Object.values(committed(join(GOLDEN, name, 'clusters')))
      .join('')
      .split('\n').length;
    expect(lines).toBeLessThan(1200);
  });
});
