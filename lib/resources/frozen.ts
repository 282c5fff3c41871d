/** Plans as code of the author's gets them: what it changed there would count for some files and not for others. */

const done = new WeakSet<object>();

/** The same value, which nobody can change any more: nor what is in it, as far as it is lists and plain objects. */
export function frozen<T extends object>(value: T): T {
  const prototype = Object.getPrototypeOf(value);
  const isData = Array.isArray(value) || prototype === null || prototype === Object.prototype;
  if (!isData || done.has(value)) return value;
  done.add(value);
  for (const { value: part } of Object.values(Object.getOwnPropertyDescriptors(value))) {
    if (typeof part === 'object' && part !== null) frozen(part);
  }
  return Object.freeze(value);
}
