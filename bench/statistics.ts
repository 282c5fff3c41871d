/** The few numbers that measurements are boiled down to. */

/** The middle of a list, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** A point of growth: the size of the work, and how long it took. */
export interface Point {
  readonly size: number;
  readonly ms: number;
}

/** The exponent b of ms = a · size^b that fits best: the slope of log ms over log size, by least squares. */
export function exponent(points: readonly Point[]): number {
  const xs = points.map(({ size }) => Math.log(size));
  const ys = points.map(({ ms }) => Math.log(ms));
  const mean = (list: readonly number[]) => list.reduce((sum, n) => sum + n, 0) / list.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const covariance = xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i]! - my), 0);
  return covariance / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}

/**
 * The exponent to judge by: that of the fit over all sizes, or of the last step alone if it is steeper. What a process costs
 * before it begins makes small sizes look alike, and would hide growth that only large ones show.
 */
export function steepest(points: readonly Point[]): { readonly exponent: number; readonly from: string } {
  const [all, last] = [exponent(points), exponent(points.slice(-2))];
  return { exponent: Math.max(all, last), from: `fit ${all.toFixed(2)}, last step alone ${last.toFixed(2)}` };
}
