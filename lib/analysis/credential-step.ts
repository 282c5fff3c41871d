/** Whether readers of every Link hold a good token all the way from one fleet to the next. */
import { type Issue, issue } from '../errors';
import { credentialsOf, liveEpochs } from '../model/credentials';
import { merge } from '../model/rules/report';
import type { ClusterModel, Epochs, FleetModel } from '../model/types';

/**
 * Links whose token would be deleted while readers have it loaded, or loaded before it was there. Links that are new, and those of a
 * source that is being revoked, are nobody's loss.
 *
 * @param before the fleet that the clusters follow now
 * @param after the one that they are to follow
 */
export function credentialStepIssues(before: FleetModel, after: FleetModel): Issue[] {
  return merge(
    [...after.clusters.values()].flatMap((target) => {
      const earlier = before.clusters.get(target.name);
      return earlier === undefined || isSame(earlier, target) ? [] : linkIssues(before, earlier, target, after);
    }),
  );
}

const isSame = (a: ClusterModel, b: ClusterModel) => JSON.stringify(a.credentials) === JSON.stringify(b.credentials);

function linkIssues(before: FleetModel, earlier: ClusterModel, target: ClusterModel, after: FleetModel): Issue[] {
  const known = new Map(before.topology.sources(earlier).map((edge) => [edge.source.name, edge]));
  return after.topology.sources(target).flatMap((edge) => {
    const { name } = edge.source;
    const old = known.get(name);
    if (old === undefined || target.credentials.revoked.includes(name)) return [];
    const found = faultOf(credentialsOf(old), credentialsOf(edge));
    if (found === undefined) return [];
    const path = `${target.at}.spec.credentials`;
    return [issue('CREDENTIALS_STEP', { path, found, clusters: [name, target.name] })];
  });
}

function faultOf(old: Epochs, now: Epochs): string | undefined {
  if (!liveEpochs(now).includes(old.loaded))
    return `token ${old.loaded} deleted, which is the one that readers have loaded`;
  if (!liveEpochs(old).includes(now.loaded)) return `token ${now.loaded} loaded, which is not there yet`;
  return undefined;
}
