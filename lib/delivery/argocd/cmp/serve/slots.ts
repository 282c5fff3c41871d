/** So many at a time, in the order in which they came. */
export interface Slots {
  /** Runs `work` when its turn comes. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
}

/** @param most at least 1 */
export function slots(most: number): Slots {
  const waiting: (() => void)[] = [];
  let free = most;
  return {
    async run(work) {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) free++;
        else next();
      }
    },
  };
}
