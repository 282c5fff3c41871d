/** The topology as it was written, with the path of each of its parts. */
import { at } from '../../fleet/description';
import type { ClusterSelector, TopologyEntry } from '../../fleet/spec';
import { selects } from '../selector';
import type { FleetModel, Member } from '../types';

/** An entry of the topology and where it is. */
export interface PlacedEntry {
  readonly entry: TopologyEntry;
  readonly path: string;
}

/** A selector and where it is. */
export interface PlacedSelector {
  readonly selector: ClusterSelector;
  readonly path: string;
  /** Without a cluster in it the entry does nothing at all, which is said as TOPOLOGY_NO_HUB. */
  readonly hubs?: boolean;
}

/** Entries of the topology, in the order in which they are applied. */
export function entriesOf({ spec: { topology } }: FleetModel): readonly PlacedEntry[] {
  const base = `${at.fleet}.spec.topology`;
  if (topology === undefined) return [];
  if (!Array.isArray(topology)) return [{ entry: topology, path: base }];
  return topology.map((entry, i) => ({ entry, path: `${base}[${i}]` }));
}

/** Every selector of an entry. */
export function selectorsOf({ entry, path }: PlacedEntry): readonly PlacedSelector[] {
  const { fullMesh, hubAndSpoke, islands, mode, without, drain } = entry;
  const found: [ClusterSelector | undefined, string, boolean?][] = [
    [fullMesh?.clusters, 'fullMesh.clusters'],
    [hubAndSpoke?.hubs, 'hubAndSpoke.hubs', true],
    [hubAndSpoke?.clusters, 'hubAndSpoke.clusters'],
    [islands?.clusters, 'islands.clusters'],
    [islands?.bridges?.hubs, 'islands.bridges.hubs', true],
    [mode?.sources, 'mode.sources'],
    [mode?.targets, 'mode.targets'],
    ...Object.entries({ without, drain }).flatMap(([key, list = []]) =>
      list.flatMap((one, i): [ClusterSelector | undefined, string][] => [
        [one.sources, `${key}[${i}].sources`],
        [one.targets, `${key}[${i}].targets`],
      ]),
    ),
  ];
  return found.flatMap(([selector, place, hubs]) =>
    selector === undefined ? [] : [{ selector, path: `${path}.${place}`, hubs }],
  );
}

/** Clusters that an entry names by themselves, outside any selector. */
export function endsOf({ entry, path }: PlacedEntry): readonly { readonly name: string; readonly path: string }[] {
  const lists = { edges: entry.edges ?? [], without: entry.without ?? [], drain: entry.drain ?? [] };
  return Object.entries(lists).flatMap(([list, edges]) =>
    edges.flatMap((edge, i) =>
      (['source', 'target'] as const).flatMap((end) => {
        const name = edge[end];
        return name === undefined ? [] : [{ name, path: `${path}.${list}[${i}].${end}` }];
      }),
    ),
  );
}

/** The clusters that a selector selects, by name. */
export function selected(fleet: FleetModel, selector: ClusterSelector | undefined): readonly Member[] {
  if (Array.isArray(selector)) return selector.flatMap((name) => fleet.members.get(name) ?? []);
  return [...fleet.members.values()].filter((cluster) => selects(selector, cluster));
}
