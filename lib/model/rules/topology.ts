/** Entries of the topology that cannot mean what they say. */
import { type Issue, issue } from '../../errors';
import type { TopologyEntry } from '../../fleet/spec';
import { nearest } from '../../nearest';
import { islandOf } from '../topology';
import type { FleetModel } from '../types';
import { entriesOf, selected } from './entries';
import { perFleet } from './memo';
import { list, namesOf } from './report';
import type { Rule } from './rule';
import { quoted } from './words';

type Edges = NonNullable<TopologyEntry['edges']>;
type Islands = NonNullable<TopologyEntry['islands']>;

/** Explicit edges link two clusters, once. */
export const explicitEdges: Rule = {
  codes: ['TOPOLOGY_SELF_EDGE', 'TOPOLOGY_EDGE_REPEATED'],
  check: (fleet) =>
    entriesOf(fleet).flatMap(({ entry, path }) =>
      entry.edges === undefined
        ? []
        : [...selfEdges(entry.edges, `${path}.edges`), ...repeated(entry.edges, `${path}.edges`)],
    ),
};

function selfEdges(all: Edges, path: string): Issue[] {
  return all.flatMap(({ source, target }, i) =>
    source === target
      ? [issue('TOPOLOGY_SELF_EDGE', { path: `${path}[${i}]`, found: `${source} to itself`, clusters: [source] })]
      : [],
  );
}

function repeated(all: Edges, path: string): Issue[] {
  const first = new Map<string, number>();
  const again: { text: string; index: number }[] = [];
  all.forEach(({ source, target, both }, i) => {
    if (source === target) return;
    for (const [from, to] of both
      ? [
          [source, target],
          [target, source],
        ]
      : [[source, target]]) {
      const key = JSON.stringify([from, to]);
      const before = first.get(key);
      if (before === undefined) first.set(key, i);
      else again.push({ text: `${from} to ${to} (also edges[${before}])`, index: i });
    }
  });
  const one = again[0];
  if (one === undefined) return [];
  return [issue('TOPOLOGY_EDGE_REPEATED', { path: `${path}[${one.index}]`, found: list(again.map((a) => a.text)) })];
}

/** Islands are there, and bridges stand on them. */
export const islands: Rule = {
  codes: ['TOPOLOGY_NO_ISLAND', 'TOPOLOGY_BRIDGE_OUTSIDE', 'TOPOLOGY_BRIDGE_ALONE'],
  check: (fleet) => islandIssues(fleet),
};

const islandIssues = perFleet((fleet) =>
  entriesOf(fleet).flatMap(({ entry, path }) => (entry.islands ? checkIslands(fleet, entry.islands, path) : [])),
);

function checkIslands(fleet: FleetModel, { by, clusters, bridges }: Islands, entry: string): Issue[] {
  const path = `${entry}.islands`;
  const members = selected(fleet, clusters);
  const onIsland = new Set(members.filter((c) => islandOf(c, by) !== undefined));
  if (members.length === 0) return [];
  if (onIsland.size === 0) {
    const near = nearest(
      by,
      members.flatMap((c) => Object.keys(c.labels)),
    );
    const fix = near === undefined ? undefined : `Did you mean ${near}?`;
    return [issue('TOPOLOGY_NO_ISLAND', { path: `${path}.by`, found: quoted(by), fix })];
  }
  if (bridges === undefined) return [];
  const hubs = selected(fleet, bridges.hubs);
  const outside = hubs.filter((hub) => !onIsland.has(hub));
  const reached = new Set(hubs.filter((hub) => onIsland.has(hub)).map((hub) => islandOf(hub, by)));
  const about = { path: `${path}.bridges.hubs`, clusters: hubs.map((h) => h.name) };
  if (outside.length > 0) {
    const found = `${namesOf(outside)}: ${clusters === undefined ? '' : 'not in `clusters`, or '}without a ${by}`;
    return [issue('TOPOLOGY_BRIDGE_OUTSIDE', { ...about, found, clusters: outside.map((h) => h.name) })];
  }
  if (reached.size !== 1) return [];
  return [issue('TOPOLOGY_BRIDGE_ALONE', { ...about, found: `${namesOf(hubs)}, all in ${by} ${[...reached].join()}` })];
}
