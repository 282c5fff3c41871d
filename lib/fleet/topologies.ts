/** Topologies as code. Each gives entries of the same form as data has; later entries refine earlier ones. */
import type { ClusterSelector, LinkMode, TopologyEntry } from './spec';

/** What a topology is made of: one entry, or several in order. */
export type Topology = TopologyEntry | readonly TopologyEntry[];

type Of<K extends keyof TopologyEntry> = NonNullable<TopologyEntry[K]>;

/** Every cluster (of the selection) holds a Link to every other. */
export function fullMesh(props: Of<'fullMesh'> = {}): TopologyEntry {
  return { fullMesh: props };
}

/** Every spoke is linked with every hub, both ways, and hubs with one another. */
export function hubAndSpoke(props: Of<'hubAndSpoke'>): TopologyEntry {
  return { hubAndSpoke: props };
}

/** Props of `islands`. */
export interface IslandsProps extends Omit<Of<'islands'>, 'bridges'> {
  /** Clusters that link the islands, or those and the mode of their edges. @default - the islands are not linked */
  readonly bridges?: readonly string[] | { readonly hubs: ClusterSelector; readonly mode?: LinkMode };
}

/** A full mesh inside each group of clusters, and bridges between the groups. */
export function islands({ bridges, ...props }: IslandsProps): TopologyEntry {
  if (bridges === undefined) return { islands: props };
  return { islands: { ...props, bridges: isNames(bridges) ? { hubs: [...bridges] } : bridges } };
}

/** Explicit edges; `both` makes the edge back as well. */
export function edges(list: Of<'edges'>): TopologyEntry {
  return { edges: list };
}

/** Removes edges that earlier entries made. */
export function without(list: Of<'without'>): TopologyEntry {
  return { without: list };
}

/** Drains edges that earlier entries made: their Links stay and select nothing. The step before `without`. */
export function drain(list: Of<'drain'>): TopologyEntry {
  return { drain: list };
}

/** Sets the mode of edges that earlier entries made. */
export function withMode(mode: LinkMode, selection: Omit<Of<'mode'>, 'mode'> = {}): TopologyEntry {
  return { mode: { ...selection, mode } };
}

/** Several topologies one after another: the union of their edges, refined in order. */
export function union(...parts: readonly Topology[]): TopologyEntry[] {
  return parts.flat();
}

const isNames = (bridges: NonNullable<IslandsProps['bridges']>): bridges is readonly string[] => Array.isArray(bridges);
