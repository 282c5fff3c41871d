import { describe, expect, it } from 'vitest';
import { type Goal, isMet, ratio } from '../../bench/bench';
import { goalTable, resultsPage } from '../../bench/report';

const goal = (measured: number, bound: Goal['goal'], unit: Goal['unit'] = '×'): Goal => ({
  work: 'work',
  measured,
  unit,
  goal: bound,
  from: 'here',
});

describe('goals', () => {
  it('are met at their bound and not beyond it', () => {
    expect([2.5, 2.51].map((n) => isMet(goal(n, { most: 2.5 })))).toEqual([true, false]);
    expect([10, 9.99].map((n) => isMet(goal(n, { least: 10 })))).toEqual([true, false]);
  });

  it('are told with what was measured, what was wanted and the truth', () => {
    const lines = goalTable([goal(2.504, { most: 2.5 }), goal(99.6, { most: 110 }, 'MB'), goal(12.34, { least: 10 })]);
    expect(lines).toContain('| work | 2.504× | ≤ 2.5× | **no** | here |');
    expect(lines).toContain('| work | 100 MB | ≤ 110 MB | yes | here |');
    expect(lines).toContain('| work | 12.34× | ≥ 10× | yes | here |');
  });
});

describe('a ratio', () => {
  it('is the middle of the ratios of pairs, not the ratio of the middles', () => {
    const pairs = (cpuMs: number) =>
      [[100, 50] as const, [900, 300] as const, [40, 10] as const].map(([ms, baseMs]) => ({
        ours: { ms, cpuMs: 10 * ms },
        base: { ms: baseMs, cpuMs },
      }));
    const { measured, from } = ratio(pairs(500), 'base');
    expect(measured).toBe(3);
    expect(from).toBe('100 ms against 50 ms (base); 3 rounds, 2.00 to 4.00; processor time alone 2.00×');
    // Nothing is said of what is too short to be told in hundredths of a second.
    expect(ratio(pairs(10), 'base').from).toBe('100 ms against 50 ms (base); 3 rounds, 2.00 to 4.00');
  });
});

it('writes a page that has everything', () => {
  const details = { title: 'Growth', text: '| a |\n' };
  const page = resultsPage([['Node', 'v20']], [{ goals: [goal(1, { most: 2 })], details }, { goals: [] }]);
  for (const part of ['| Node | v20 |', '## Goals', '## Growth\n\n| a |']) expect(page).toContain(part);
  expect(page).toMatch(/[^\n]\n$/);
});
