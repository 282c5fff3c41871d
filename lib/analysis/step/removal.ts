/** Whether a fleet can become the next one and leave nothing behind: what goes was drained before, and what looks new is. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import { isRevoked } from '../../model/credentials/credentials';
import { list } from '../../model/rules/report';
import type { ClusterModel, Edge, FleetModel } from '../../model/types';
import { linksOf } from './removal-links';
import { moveIssues } from './removal-moves';
import { renameIssues, renames, replacedIssues } from './removal-renames';
import { type Succession, succession } from './succession';

/**
 * Everything that would be left behind, or would not be what it looks like, after the step from one fleet to the next: Links and
 * clusters that go without having been drained, names that move between clusters, and moves that take mirrors away.
 *
 * @param after names in `dead` the clusters that cannot be drained any more
 */
export function removalIssues(before: FleetModel, after: FleetModel): Issue[] {
  const step = succession(before, after);
  const all = undrained(before, after, step);
  const lost = all.filter((edge) => !isRevoked(edge));
  const renamed = renames(before, step);
  const gone = [...before.clusters.keys()].filter((name) => !after.clusters.has(name) && !renamed.has(name));
  return [
    ...renameIssues(before, step, lost),
    ...replacedIssues(before, after, step, lost),
    ...gone.flatMap((name) => clusterIssue(name, lost)),
    ...linkIssues(lost.filter(({ source, target }) => step.stays(source.name) && step.stays(target.name))),
    ...all.filter(isRevoked).map(leftBehind),
    ...moveIssues(before, after, step),
  ];
}

/**
 * Links that would go, or whose ends would be called something else, while they select something. Where either end is dead, nobody can
 * drain them. Of a source that is revoked, what the description says of a drain says nothing.
 */
function undrained(before: FleetModel, after: FleetModel, { stays }: Succession): readonly Edge[] {
  const dead = new Set(after.spec.dead);
  return [...before.clusters.values()].flatMap((source) => {
    if (dead.has(source.name)) return [];
    const kept = stays(source.name) ? targetsOf(after, source) : new Set();
    return before.topology.targets(source).filter((edge) => {
      const { target, draining } = edge;
      const isDrained = draining && !isRevoked(edge);
      return !isDrained && !dead.has(target.name) && !(kept.has(target.name) && stays(target.name));
    });
  });
}

function leftBehind({ source, target }: Edge): Issue {
  const found = `the Link to ${target.name} removed in ${source.name}, which ${target.name} lets in no longer`;
  return issue('LINK_LEFT_BEHIND', { path: `${at.fleet}.spec.topology`, found, clusters: [source.name, target.name] });
}

function targetsOf({ clusters, topology }: FleetModel, { name }: ClusterModel): ReadonlySet<string> {
  const source = clusters.get(name);
  return new Set(source === undefined ? [] : topology.targets(source).map(({ target }) => target.name));
}

function clusterIssue(name: string, lost: readonly Edge[]): Issue[] {
  const own = lost.filter(({ source, target }) => source.name === name || target.name === name);
  if (own.length === 0) return [];
  const clusters = [...new Set(own.flatMap(({ source, target }) => [source.name, target.name]))];
  const fix = CLUSTER_FIX.replaceAll('CLUSTER', name);
  return [
    issue('CLUSTER_NOT_DRAINED', {
      path: at.cluster(name),
      found: `${name} removed, with ${linksOf(name, own)}`,
      fix,
      clusters,
    }),
  ];
}

const CLUSTER_FIX =
  'First commit `drain: [{ source: CLUSTER, both: true }]`, and take the cluster out when no mirror and no member is left: `linkerd-fleet decommission --cluster CLUSTER` shows both commits and what to see between them. Where it answers no more, add `dead: [CLUSTER]` to the fleet.';

const LINK_FIX =
  'First commit `drain` for the edge, and take it out when no mirror and no member is left: `linkerd-fleet decommission --link LINK` shows both commits and what to see between them. Where the target answers no more, name it in `dead` of the fleet.';

/** One issue for each target: its mirrors are what stays. */
function linkIssues(lost: readonly Edge[]): Issue[] {
  const targets = new Map<string, string[]>();
  for (const { source, target } of lost) {
    const sources = targets.get(target.name);
    if (sources === undefined) targets.set(target.name, [source.name]);
    else sources.push(source.name);
  }
  return [...targets].map(([target, sources]) =>
    issue('LINK_NOT_DRAINED', {
      path: `${at.fleet}.spec.topology`,
      found: `the ${sources.length === 1 ? 'Link' : 'Links'} to ${target} removed in ${list(sources)}`,
      fix: LINK_FIX.replace('LINK', `"${sources[0]}->${target}"`),
      clusters: [target, ...sources],
    }),
  );
}
