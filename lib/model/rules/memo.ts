import type { FleetModel } from '../types';

/** The answer of `make`, made once for each fleet: rules ask the same questions of a frozen model. */
export function perFleet<V>(make: (fleet: FleetModel) => V): (fleet: FleetModel) => V {
  const known = new WeakMap<FleetModel, V>();
  return (fleet) => {
    const old = known.get(fleet);
    if (old !== undefined) return old;
    const made = make(fleet);
    known.set(fleet, made);
    return made;
  };
}

/** The value under `key`, made when there is none yet. */
export function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const old = map.get(key);
  if (old !== undefined) return old;
  const made = make();
  map.set(key, made);
  return made;
}
