/** What was made once is not made again: clusters of a fleet have most of what is written for them in common. */

import { once } from '../model/once';

/** Inputs of one key that are kept; a key with more kinds of inputs than this starts again. */
const KEPT = 32;

/**
 * The function `make`, remembering what it made of a key and the same further inputs, compared one by one. For as long as
 * the key lives; what it made must not be changed.
 */
export function remembered<K extends object, I extends readonly unknown[], V>(
  make: (key: K, ...inputs: I) => V,
): (key: K, ...inputs: I) => V {
  const madeOf = once((_: K): { readonly inputs: I; readonly value: V }[] => []);
  return (key, ...inputs) => {
    const known = madeOf(key);
    if (known.length > KEPT) known.length = 0;
    for (const entry of known) if (isSame(entry.inputs, inputs)) return entry.value;
    const value = make(key, ...inputs);
    known.push({ inputs, value });
    return value;
  };
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  for (let i = 0; i < others.length; i++) if (some[i] !== others[i]) return false;
  return some.length === others.length;
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
