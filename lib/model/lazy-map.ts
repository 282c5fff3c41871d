/** A map whose keys are known and whose values are made when they are asked for, each once. */
export function lazyMap<V>(keys: readonly string[], make: (key: string) => V): ReadonlyMap<string, V> {
  const known = new Set(keys);
  const made = new Map<string, V>();
  const get = (key: string): V | undefined => {
    let value = made.get(key);
    if (value === undefined && known.has(key)) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
  let complete: ReadonlyMap<string, V> | undefined;
  const all = () => {
    complete ??= new Map(keys.map((key) => [key, get(key) as V]));
    return complete;
  };
  return {
    size: known.size,
    get,
    has: (key) => known.has(key),
    keys: () => known.keys(),
    values: () => all().values(),
    entries: () => all().entries(),
    forEach: (callback) => all().forEach(callback),
    [Symbol.iterator]: () => all().entries(),
  };
}
