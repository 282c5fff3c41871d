/** Names that move between clusters: clusters of which only the name changes, and names that another cluster has taken. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import type { Edge, FleetModel } from '../../model/types';
import { linksOf } from './removal-links';
import type { Succession } from './succession';

/** New names by old ones, of clusters that are called something else. */
export function renames(before: FleetModel, { next }: Succession): ReadonlyMap<string, string> {
  return new Map(
    [...before.clusters.keys()].flatMap((name) => {
      const to = next(name)?.name ?? name;
      return to === name ? [] : [[name, to] as const];
    }),
  );
}

/** Renamed clusters that were not drained, or whose identities would change with the name. */
export function renameIssues(before: FleetModel, step: Succession, lost: readonly Edge[]): Issue[] {
  return [...renames(before, step)].flatMap(([from, to]) => {
    const [old, renamed] = [before.clusters.get(from)!, step.next(from)!];
    const links = lost.filter(({ source, target }) => source.name === from || target.name === from);
    const domains =
      old.trustDomain === renamed.trustDomain ? [] : [`trust domain ${old.trustDomain} becomes ${renamed.trustDomain}`];
    const wrong = [...(links.length === 0 ? [] : [`not drained: ${linksOf(from, links)}`]), ...domains];
    if (wrong.length === 0) return [];
    const found = `${from}, now called ${to}; ${wrong.join('; ')}`;
    return [issue('CLUSTER_RENAMED', { path: at.cluster(to), found, clusters: [from, to] })];
  });
}

/**
 * Names that are another cluster's from one commit to the next, while Links by that name, or accounts of its own Links, stay: also
 * drained ones, for their credentials would change in place.
 */
export function replacedIssues(
  before: FleetModel,
  after: FleetModel,
  step: Succession,
  lost: readonly Edge[],
): Issue[] {
  return [...after.clusters.keys()].flatMap((name) => {
    const old = before.clusters.get(name);
    if (old === undefined || step.stays(name)) return [];
    const links = edgesAt(before, name).filter((edge) => isKept(after, step, name, edge));
    const to = step.next(name)?.name;
    // A cluster that goes takes its Links with it: no other issue is about those.
    const left =
      to === undefined ? lost.filter(({ source, target }) => source.name === name || target.name === name) : [];
    const all = [...links, ...left.filter((edge) => !links.some((link) => isSame(link, edge)))];
    if (all.length === 0) return [];
    const where = to === undefined ? '' : `, which is now called ${to}`;
    const found = `another cluster than the ${name} of before${where}; with ${linksOf(name, all)}`;
    const clusters = [...new Set([name, ...all.flatMap(({ source, target }) => [source.name, target.name])])];
    return [issue('CLUSTER_REPLACED', { path: at.cluster(name), found, clusters })];
  });
}

const isSame = (a: Edge, b: Edge): boolean => a.source.name === b.source.name && a.target.name === b.target.name;

function edgesAt({ clusters, topology }: FleetModel, name: string): readonly Edge[] {
  const cluster = clusters.get(name)!;
  return [...topology.targets(cluster), ...topology.sources(cluster)];
}

/** Whether the cluster at the other end still has a Link, or an account, by the name. */
function isKept({ clusters, topology }: FleetModel, { next }: Succession, name: string, edge: Edge): boolean {
  const taken = clusters.get(name)!;
  const isTarget = edge.target.name === name;
  const other = next((isTarget ? edge.source : edge.target).name)?.name;
  return isTarget
    ? topology.sources(taken).some(({ source }) => source.name === other)
    : topology.targets(taken).some(({ target }) => target.name === other);
}
