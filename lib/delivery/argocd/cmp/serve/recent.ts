/** The values that were used last, so many of them; `drop` is told of each that has to go. */
export interface Recent<T> {
  readonly get: (key: string, make: () => T) => T;
  readonly clear: () => void;
}

/** Keeps the `most` values that were used last. */
export function recent<T>(most: number, drop: (value: T) => void = () => {}): Recent<T> {
  const values = new Map<string, T>();
  return {
    get(key, make) {
      const known = values.get(key);
      const value = known ?? make();
      values.delete(key);
      values.set(key, value);
      const [oldest] = values;
      if (values.size > most && oldest !== undefined) {
        values.delete(oldest[0]);
        drop(oldest[1]);
      }
      return value;
    },
    clear() {
      for (const value of values.values()) drop(value);
      values.clear();
    },
  };
}
