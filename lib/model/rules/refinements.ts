/** Entries that refine what earlier ones made, `without`, `drain` and `mode`, where there is nothing to refine. */
import { type Issue, issue } from '../../errors';
import type { ClusterSelector, TopologyEntry } from '../../fleet/spec';
import { namesIn } from '../selector';
import { compileTopology } from '../topology';
import type { ClusterModel, FleetModel, Topology } from '../types';
import { entriesOf, selected } from './entries';
import { isWhole } from './placement';
import { list } from './report';
import type { Rule } from './rule';

type Cut = NonNullable<TopologyEntry['without']>[number];

/** Edges that a step concerns; nothing said is every cluster. */
interface Concern {
  readonly place: string;
  readonly sources?: ClusterSelector;
  readonly targets?: ClusterSelector;
  readonly both?: boolean;
}

/** What `without` removes, or `drain` drains, is said in one way. */
export const cutsSaidOnce: Rule = {
  codes: ['SCHEMA_ONE_OF', 'TOPOLOGY_CUTS_EVERYTHING'],
  check: (fleet) =>
    entriesOf(fleet).flatMap(({ entry, path }) =>
      [...cutsOf(entry, 'without'), ...cutsOf(entry, 'drain')].flatMap(([cut, place]) =>
        cutEnds(cut, `${path}.${place}`),
      ),
    ),
};

function cutsOf(entry: TopologyEntry, key: 'without' | 'drain'): [Cut, string][] {
  return (entry[key] ?? []).map((cut, i) => [cut, `${key}[${i}]`]);
}

function cutEnds(cut: Cut, path: string): Issue[] {
  const twice = (['source', 'target'] as const).filter((end) => cut[end] !== undefined && cut[`${end}s`] !== undefined);
  if (twice.length > 0) {
    return twice.map((end) =>
      issue('SCHEMA_ONE_OF', { path, found: `${end} and ${end}s`, allowed: `${end}, ${end}s, or neither` }),
    );
  }
  const { sources, targets } = concernOf(cut, '');
  if (sources !== undefined || targets !== undefined) return [];
  return [issue('TOPOLOGY_CUTS_EVERYTHING', { path, found: 'neither a source nor a target' })];
}

/** `without`, `drain` and `mode` find edges that earlier entries made. */
export const refinesNothing: Rule = {
  codes: ['TOPOLOGY_REFINES_NOTHING'],
  check: (fleet, clusters) => {
    if (!isWhole(fleet, clusters)) return [];
    const placed = entriesOf(fleet);
    return placed.flatMap(({ entry, path }, i) => {
      const concerns = concernsOf(entry);
      if (concerns.length === 0) return [];
      const earlier = placed.slice(0, i).map((p) => p.entry);
      const before = compileTopology(earlier, fleet.members, fleet.clusters);
      const none = concerns.filter((c) => isKnown(fleet, c) && !hasEdge(fleet, before, c));
      if (none[0] === undefined) return [];
      return [issue('TOPOLOGY_REFINES_NOTHING', { path: `${path}.${none[0].place}`, found: list(none.map(describe)) })];
    });
  },
};

function concernsOf(entry: TopologyEntry): Concern[] {
  const { mode } = entry;
  if (mode) return [{ place: 'mode', sources: mode.sources, targets: mode.targets }];
  return [...cutsOf(entry, 'without'), ...cutsOf(entry, 'drain')].map(([cut, place]) => concernOf(cut, place));
}

function concernOf(cut: Cut, place: string): Concern {
  return {
    place,
    sources: cut.source === undefined ? cut.sources : [cut.source],
    targets: cut.target === undefined ? cut.targets : [cut.target],
    both: cut.both,
  };
}

/** A name that no cluster has is reported as such. */
function isKnown(fleet: FleetModel, { sources, targets }: Concern): boolean {
  return [...namesIn(sources), ...namesIn(targets)].every((name) => fleet.clusters.has(name));
}

function hasEdge(fleet: FleetModel, topology: Topology, { sources, targets, both }: Concern): boolean {
  const ends = (selector?: ClusterSelector) =>
    new Set(selected(fleet, selector).map(({ name }) => fleet.clusters.get(name) as ClusterModel));
  const [a, b] = [ends(sources), ends(targets)];
  const [from, to] = a.size <= b.size ? [a, b] : [b, a];
  const forward = a.size <= b.size;
  for (const cluster of from) {
    if ((forward || both) && topology.targets(cluster).some((edge) => to.has(edge.target))) return true;
    if ((!forward || both) && topology.sources(cluster).some((edge) => to.has(edge.source))) return true;
  }
  return false;
}

function describe({ place, sources, targets, both }: Concern): string {
  const [from, to] = [sources, targets].map((end) => (Array.isArray(end) ? list(end) : 'the selected clusters'));
  return `no edge from ${from} to ${to}${both ? ' or back' : ''} (${place})`;
}
