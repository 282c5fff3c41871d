import { describe, expect, it } from 'vitest';
import { exponent, median, steepest } from '../../bench/statistics';

describe('what measurements are boiled down to', () => {
  it('takes the middle one, or the mean of the two in the middle', () => {
    expect(median([30, 10, 20])).toBe(20);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it.each([0.5, 1, 2])('finds the exponent %d', (b) => {
    const points = [10, 30, 100, 1000].map((size) => ({ size, ms: 7 * size ** b }));
    expect(exponent(points)).toBeCloseTo(b, 10);
  });

  it('judges by the last step where a constant cost hides it from the fit', () => {
    const points = [10, 100, 1000, 10_000].map((size) => ({ size, ms: 1000 + size ** 2 / 1000 }));
    const { exponent: judged, from } = steepest(points);
    expect(judged).toBeCloseTo(exponent(points.slice(-2)), 10);
    expect(judged).toBeGreaterThan(exponent(points));
    expect(from).toMatch(/^fit [\d.]+, last step alone [\d.]+$/);
  });
});
