/** What many objects have in common: made once, and its text kept for as long as it lives. */

/** The texts of a shared value, by where it stands and under which rules. */
export type Slots = { readonly indent: number; readonly rules: object; readonly text: string }[];

const shares = new WeakMap<object, Slots>();

/**
 * Freezes plain data all the way down and keeps its text from the first time that it is written: for what stands in many
 * objects, such as the spec of the Links to one target.
 *
 * @returns `value`
 */
export function shared<T extends object>(value: T): T {
  if (shares.has(value)) return value;
  freeze(value);
  shares.set(value, []);
  return value;
}

/** The texts kept of a value; `undefined` when it is not shared. */
export function slotsOf(value: object): Slots | undefined {
  return shares.get(value);
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const children = Array.isArray(value) ? value : Object.values(value);
  for (let i = 0; i < children.length; i++) freeze(children[i]);
  Object.freeze(value);
}
