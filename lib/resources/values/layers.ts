/** How the values of a chart come together. */
import { shared } from '../../emit/shared';
import { isPlain, mergeMaps } from '../../model/inherit';
import type { Values } from '../../model/types';

/** Values of one chart, by who decides. */
export interface ValueLayers {
  /** What the fleet proposes; the user may say otherwise. */
  readonly defaults: Values;
  /** The user's own values. */
  readonly user: Values;
  /** What the fleet must know to be true in other clusters too; wins over the user. */
  readonly owned: Values;
}

/**
 * The layers as one map: `defaults`, then `user`, then `owned`, merged key by key; lists are replaced whole, as Helm does.
 * Keys are sorted, so that the order in which a user writes them changes no file. `null` stays: to Helm it means that the
 * chart's default is dropped.
 */
export function valuesOf({ defaults, user, owned }: ValueLayers): Record<string, unknown> {
  return sorted(mergeMaps(mergeMaps(defaults, user), owned)) as Record<string, unknown>;
}

const common = new WeakSet<object>();

/** Values that many clusters have in common, sorted once for all of them. They must be plain data and stay as they are. */
export function commonValues(values: Values): Values {
  const once = shared(sorted(values) as Values);
  common.add(once);
  return once;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isPlain(value) || common.has(value)) return value;
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return Object.fromEntries(keys.sort().map((key) => [key, sorted(value[key])]));
}
