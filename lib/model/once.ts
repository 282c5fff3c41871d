/** What follows from a cluster, or from anything else of which there is one object, worked out once for each of them. */

interface Known<K, V> {
  readonly key: K;
  readonly value: V;
  /** What was asked for after it. */
  next?: Known<K, V>;
}

/**
 * The function `make`, remembering what it made of a key for as long as the key lives. A million edges of a full mesh ask for
 * their ends, one cluster after another in the same order: the key that came after the last one is tried before any search.
 */
export function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const all = new WeakMap<K, Known<K, V>>();
  let last: Known<K, V> | undefined;
  return (key) => {
    let known = last?.next;
    if (known?.key !== key) {
      known = all.get(key);
      if (known === undefined) {
        known = { key, value: make(key) };
        all.set(key, known);
      }
      if (last !== undefined) last.next = known;
    }
    last = known;
    return known.value;
  };
}
