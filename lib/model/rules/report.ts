/** How rules say things: at the level where the value was written, and once per cause however many clusters it concerns. */
import type { Issue } from '../../errors';
import { at } from '../../fleet/description';
import type { Problem } from '../../net';
import { originOf } from '../inherit';
import type { ClusterModel, FleetModel, Member } from '../types';

/** Names spelled out in a message; the rest is counted. `Issue.clusters` has them all. */
const SPELLED_OUT = 5;

/** `a, b, c, d, e and 7 more`, in the order given. */
export function list(words: readonly string[]): string {
  const more = words.length - SPELLED_OUT;
  return more > 0 ? `${words.slice(0, SPELLED_OUT).join(', ')} and ${more} more` : words.join(', ');
}

/** The names of clusters, sorted, as {@link list} writes them. */
export function namesOf(clusters: Iterable<Member>): string {
  return list([...clusters].map((cluster) => cluster.name).sort());
}

/**
 * Path of a setting at the level that a cluster has it from, which is where it is mended: `Fleet.spec.gateway.port`,
 * `Fleet.spec.regions[1].gateway.port` or `Cluster/eu-1.spec.gateway.port`. A default, or nothing, is mended at the cluster.
 *
 * @param keys the setting; numbers are places in a list
 */
export function pathOf(fleet: FleetModel, cluster: ClusterModel, keys: readonly (string | number)[]): string {
  const place = keys.findIndex((key) => typeof key === 'number');
  const setting = (place < 0 ? keys : keys.slice(0, place)) as string[];
  return formatKeys(levelPath(fleet, cluster, originOf(cluster.levels, setting)), keys);
}

/** How near to the cluster a setting was made: -1 when nowhere, then defaults, fleet, region, cluster. */
export function nearness({ levels }: ClusterModel, setting: readonly string[]): number {
  const from = originOf(levels, setting);
  return from === undefined ? -1 : NEARNESS.indexOf(from);
}

const NEARNESS: readonly ClusterModel['levels'][number]['from'][] = ['default', 'fleet', 'region', 'cluster'];

/** Path of the settings of one level. */
export function levelPath(
  fleet: FleetModel,
  cluster: ClusterModel,
  from: ClusterModel['levels'][number]['from'] | undefined,
): string {
  if (from === 'fleet') return `${at.fleet}.spec`;
  if (from !== 'region') return `${cluster.at}.spec`;
  const index = (fleet.spec.regions ?? []).findLastIndex((region) => region.name === cluster.region);
  return `${at.fleet}.spec.regions[${index}]`;
}

/** `Cluster/eu-1.spec` and ['podCidrs', 0] → `Cluster/eu-1.spec.podCidrs[0]`. */
function formatKeys(base: string, keys: readonly (string | number)[]): string {
  return keys.reduce<string>((path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}.${key}`), base);
}

/** One issue of those that differ only in their clusters: a value of the fleet that is wrong is wrong once. */
export function merge(issues: readonly Issue[]): Issue[] {
  const merged = new Map<string, { issue: Issue; clusters: Set<string> }>();
  for (const issue of issues) {
    const key = JSON.stringify([issue.code, issue.path, issue.found, issue.allowed, issue.fix]);
    const same = merged.get(key);
    if (same === undefined) merged.set(key, { issue, clusters: new Set(issue.clusters) });
    else for (const name of issue.clusters) same.clusters.add(name);
  }
  return [...merged.values()].map(({ issue, clusters }) => ({ ...issue, clusters: [...clusters].sort() }));
}

/** The change to make, where the parser knows what was meant; otherwise that of the code. */
export function meant(problem: Problem): string | undefined {
  return problem.suggestion === undefined ? undefined : `Write ${problem.suggestion}, if that is what was meant.`;
}
