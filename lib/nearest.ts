/**
 * The candidate a person most likely meant by `word`, for "did you mean" in messages; undefined when none is near.
 *
 * Near means at most one edit for every three characters of `word` (at least one), an edit being an insertion, a
 * deletion, a replacement or a swap of two neighbours; case is ignored when counting. Ties go to the candidate that
 * comes first by code unit, so the answer does not depend on the order of `candidates`.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const d = distance(lower, candidate.toLowerCase());
    if (d > limit || (d === limit && best !== undefined && best <= candidate)) continue;
    // The first hit may be at the limit; from then on only a nearer one, or an equally near one that sorts before it.
    limit = d;
    best = candidate;
  }
  return best;
}

/** Optimal string alignment: Levenshtein plus swaps of neighbours. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
