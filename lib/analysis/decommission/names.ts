/** Every place of a description that names a cluster, and what is left of it without that name. */
import type { ClusterSelector, Credentials, FleetSpec, ServiceSpec, TopologyEntry } from '../../fleet/spec';

/** A place below a document; what is there is removed. */
export type Place = readonly (string | number)[];

/** Places to remove; `everything` where nothing would be left that means anything. */
type Dropped = readonly Place[] | 'everything';

/**
 * Places of a Fleet document's spec that go with a cluster, the last one first: removing one leaves the others where they are.
 * An entry that would select nothing goes as a whole.
 */
export function namedInFleet(
  { topology, argocd, assert, credentials, regions }: FleetSpec,
  name: string,
): readonly Place[] {
  const base: Place = ['spec', 'topology'];
  const places = Array.isArray(topology)
    ? topology.flatMap((entry, i) => orWhole(entryPlaces(entry, name, [...base, i]), [...base, i]))
    : topology === undefined
      ? []
      : orWhole(entryPlaces(topology, name, base), base);
  const prune: Place = ['spec', 'argocd', 'prune'];
  const asserted = (assert ?? []).flatMap((one, i) => {
    const at: Place = ['spec', 'assert', i];
    return orWhole(assertionPlaces(one, name, at), at);
  });
  return [
    ...places,
    ...orWhole(selectorPlaces(argocd?.prune, name, prune), prune),
    ...asserted,
    ...namedInCredentials(credentials, name, ['spec', 'credentials']),
    ...(regions ?? []).flatMap((region, i) =>
      namedInCredentials(region.credentials, name, ['spec', 'regions', i, 'credentials']),
    ),
  ].reverse();
}

/** What credentials of a level say of a source. */
export function namedInCredentials(said: Credentials | undefined, name: string, at: Place): readonly Place[] {
  const { sources = {}, revoked } = said ?? {};
  const own: Place = Object.keys(sources).length === 1 ? [...at, 'sources'] : [...at, 'sources', name];
  const isOwn = Object.hasOwn(sources, name);
  return [...(isOwn ? [own] : []), ...orWhole(namePlaces(revoked, name, [...at, 'revoked']), [...at, 'revoked'])];
}

/** The same of a Service's spec; `everything` for a Service that no other cluster has. */
export function namedInService({ clusters, allow }: ServiceSpec, name: string): Dropped {
  const own = selectorPlaces(clusters, name, ['spec', 'clusters']);
  if (own === 'everything') return own;
  const callers = (allow ?? []).flatMap((entry, i) => {
    const at: Place = ['spec', 'allow', i];
    return orWhole(selectorPlaces(entry.clusters, name, [...at, 'clusters']), at);
  });
  return [...own, ...callers].reverse();
}

const orWhole = (dropped: Dropped, whole: Place): readonly Place[] => (dropped === 'everything' ? [whole] : dropped);

function entryPlaces(entry: TopologyEntry, name: string, at: Place): Dropped {
  const { fullMesh, hubAndSpoke, islands, mode, edges, without, drain } = entry;
  if (fullMesh) return selectorPlaces(fullMesh.clusters, name, [...at, 'fullMesh', 'clusters']);
  if (hubAndSpoke) {
    const hubs = selectorPlaces(hubAndSpoke.hubs, name, [...at, 'hubAndSpoke', 'hubs']);
    return and(hubs, selectorPlaces(hubAndSpoke.clusters, name, [...at, 'hubAndSpoke', 'clusters']));
  }
  if (islands) {
    const bridges: Place = [...at, 'islands', 'bridges'];
    const hubs = orWhole(selectorPlaces(islands.bridges?.hubs, name, [...bridges, 'hubs']), bridges);
    return and(selectorPlaces(islands.clusters, name, [...at, 'islands', 'clusters']), hubs);
  }
  if (mode) return endsPlaces(mode, name, [...at, 'mode']);
  if (edges)
    return listPlaces(edges, [...at, 'edges'], ({ source, target }) =>
      isEnd(name, source, target) ? 'everything' : [],
    );
  const [key, selections] = without ? ['without', without] : ['drain', drain ?? []];
  return listPlaces(selections, [...at, key as string], (one, place) =>
    isEnd(name, one.source, one.target) ? 'everything' : endsPlaces(one, name, place),
  );
}

const isEnd = (name: string, ...ends: (string | undefined)[]): boolean => ends.includes(name);

type Ends = { readonly sources?: ClusterSelector; readonly targets?: ClusterSelector };

const endsPlaces = ({ sources, targets }: Ends, name: string, at: Place): Dropped =>
  and(selectorPlaces(sources, name, [...at, 'sources']), selectorPlaces(targets, name, [...at, 'targets']));

type Assertion = NonNullable<FleetSpec['assert']>[number];

/** `only` may come to nobody; what is said of nothing says nothing. */
function assertionPlaces({ only, never, call }: Assertion, name: string, at: Place): Dropped {
  const subjects = (list: Assertion['only'], key: string) =>
    listPlaces(list ?? [], [...at, key], (one, place) => selectorPlaces(one.clusters, name, [...place, 'clusters']));
  const admitted = subjects(only, 'only');
  const kept = admitted === 'everything' ? (only ?? []).map((_, i): Place => [...at, 'only', i]).reverse() : admitted;
  return and(and(selectorPlaces(call.clusters, name, [...at, 'call', 'clusters']), kept), subjects(never, 'never'));
}

/** What is dropped of a list; everything where all of it is. */
function listPlaces<T>(list: readonly T[], at: Place, dropped: (one: T, place: Place) => Dropped): Dropped {
  const each = list.map((one, i) => dropped(one, [...at, i]));
  if (each.length > 0 && each.every((one) => one === 'everything')) return 'everything';
  return each.flatMap((one, i) => orWhole(one, [...at, i]));
}

const and = (a: Dropped, b: Dropped): Dropped =>
  a === 'everything' || b === 'everything' ? 'everything' : [...a, ...b];

function selectorPlaces(selector: ClusterSelector | undefined, name: string, at: Place): Dropped {
  if (selector === undefined) return [];
  if (Array.isArray(selector)) return namePlaces(selector, name, at);
  const { names, except } = selector;
  const excepted = orWhole(namePlaces(except, name, [...at, 'except']), [...at, 'except']);
  return and(namePlaces(names, name, [...at, 'names']), excepted);
}

function namePlaces(names: readonly string[] | undefined, name: string, at: Place): Dropped {
  const place = names?.indexOf(name) ?? -1;
  if (place < 0) return [];
  return names?.length === 1 ? 'everything' : [[...at, place]];
}
