import { describe, expect, it } from 'vitest';
import { clusterNames, fleetText, linksOf, type Shape } from '../../bench/fleets';
import { check, open, planOf, render } from '../../lib/project';

const project = (shape: Shape) => {
  const { items } = JSON.parse(fleetText(shape)) as { items: unknown[] };
  const readFile = () => ({ issues: [] });
  return open({ raws: items.map((value) => ({ value })), readFile, attachments: [], issues: [] });
};

/** What is wrong besides what the fleet accepts. */
const wrong = (p: ReturnType<typeof project>) =>
  check(p).filter(({ severity, code }) => severity === 'error' || !p.fleet.spec.accept?.includes(code));

const SHAPES: readonly Shape[] = [
  { kind: 'mesh', clusters: 6 },
  { kind: 'islands', clusters: 20 },
  { kind: 'islands', clusters: 45 },
];

describe.each(SHAPES)('$kind of $clusters clusters', (shape) => {
  it('has nothing wrong with it', () => {
    expect(wrong(project(shape))).toEqual([]);
  });

  it('has the clusters and Links it is said to have', () => {
    const fleet = project(shape);
    const clusters = [...fleet.fleet.clusters.values()];
    expect(clusters.map((c) => c.name)).toEqual(clusterNames(shape));
    expect(clusters.flatMap((c) => planOf(fleet, c).links)).toHaveLength(linksOf(shape));
  });

  it('is the same each time, but for one cluster when edited', () => {
    expect(fleetText(shape)).toBe(fleetText(shape));
    const [was, is] = [fleetText(shape).split('\n'), fleetText({ ...shape, edited: true }).split('\n')];
    const added = is.filter((line) => !was.includes(line)).map((line) => line.trim());
    expect(added).toEqual([
      expect.stringMatching(/^"url": "https:\/\/moved\./),
      expect.stringMatching(/^"address": .*,$/),
      '"replicas": 2',
    ]);
  });

  it('writes something else when edited, and nothing is wrong with that either', () => {
    const edited = project({ ...shape, edited: true });
    expect(wrong(edited)).toEqual([]);
    const texts = (p: typeof edited) =>
      [...p.fleet.clusters.values()].flatMap((c) => render(p, c).map((f) => f.text)).join('\n');
    expect(texts(edited) === texts(project(shape))).toBe(false);
  });
});

it('gives the first cluster of an island of twenty, in a fleet of several, twenty Links', () => {
  const fleet = project({ kind: 'islands', clusters: 40 });
  expect(planOf(fleet, fleet.fleet.clusters.get('c0000')!).links).toHaveLength(20);
});
