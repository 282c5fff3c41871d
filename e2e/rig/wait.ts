/** Waiting, with an end to it and a reason. */

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks until the answer is not undefined. An error thrown by `ask` counts as "not yet", and the last one is part of the
 * message when time is up: assertions may stand in `ask`.
 *
 * @param what completes "waited 30 s for …"
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  { seconds = 180, every = 100 }: { readonly seconds?: number; readonly every?: number } = {},
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await pause(every);
  }
  throw new Error(`waited ${seconds} s for ${what}${last === undefined ? '' : `; last: ${(last as Error).message}`}`);
}

/** Checks again and again for a while that something stays so. @throws what `assert` throws, at once */
export async function stays(seconds: number, assert: () => Promise<void> | void): Promise<void> {
  const end = Date.now() + seconds * 1000;
  do {
    await assert();
    await pause(200);
  } while (Date.now() < end);
}
