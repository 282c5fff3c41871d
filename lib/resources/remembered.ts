/** What was made once is not made again: clusters of a fleet have most of what is written for them in common. */

import { once } from '../model/once';

/** What was made of a key and further inputs. No lists: to a million edges of a mesh each place of memory is another wait. */
interface Made<K, V> {
  readonly key: K;
  readonly first: unknown;
  readonly second: unknown;
  readonly third: unknown;
  readonly value: V;
  /** Made of the same key before. */
  readonly before: Made<K, V> | undefined;
  /** How many there are of the key, with this one. */
  readonly count: number;
  /** What was asked for after it. */
  next: Made<K, V> | undefined;
}

type Inputs = readonly [] | readonly [unknown] | readonly [unknown, unknown] | readonly [unknown, unknown, unknown];

/** Kinds of inputs of one key that are kept; a key with more than this starts again. */
const KEPT = 32;

/**
 * The function `make`, remembering what it made of a key and the same further inputs, compared one by one. For as long as
 * the key lives; what it made must not be changed. What was asked for after the last one is tried before any search, as in
 * `once`.
 */
export function remembered<K extends object, I extends Inputs, V>(
  make: (key: K, ...inputs: I) => V,
): (key: K, ...inputs: I) => V {
  const all = new WeakMap<K, Made<K, V>>();
  let last: Made<K, V> | undefined;
  return (key, ...inputs) => {
    const [first, second, third] = [inputs[0], inputs[1], inputs[2]];
    let made = last?.next;
    if (made?.key !== key || made.first !== first || made.second !== second || made.third !== third) {
      const latest = all.get(key);
      for (made = latest; made !== undefined; made = made.before) {
        if (made.first === first && made.second === second && made.third === third) break;
      }
      if (made === undefined) {
        const before = latest !== undefined && latest.count < KEPT ? latest : undefined;
        const value = make(key, ...inputs);
        made = { key, first, second, third, value, before, count: 1 + (before?.count ?? 0), next: undefined };
        all.set(key, made);
      }
      if (last !== undefined) last.next = made;
    }
    last = made;
    return made.value;
  };
}

/** Texts that are kept by {@link rememberedByText}. */
const TEXTS = 10_000;

/** The function `make` of a text, remembering what it made; what it made must not be changed. */
export function rememberedByText<V>(make: (text: string) => V): (text: string) => V {
  const made = new Map<string, V>();
  return (text) => {
    let value = made.get(text);
    if (value === undefined) {
      value = make(text);
      if (made.size >= TEXTS) made.clear();
      made.set(text, value);
    }
    return value;
  };
}

/** One object for all that are the same as JSON: it can be compared by identity then. */
export function oneOfEach<K extends object, V extends object>(make: (key: K) => V): (key: K) => V {
  const byText = rememberedByText((text) => JSON.parse(text) as V);
  return once((key) => byText(JSON.stringify(make(key))));
}
