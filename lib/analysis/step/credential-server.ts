/** Whether readers of a Link learn that its target has another API server, or another CA. */
import { type Issue, issue } from '../../errors';
import { credentialsOf } from '../../model/credentials/credentials';
import { endpoint, serverFor } from '../../model/rules/apiserver';
import { list, pathOf } from '../../model/rules/report';
import type { ClusterModel, Edge, FleetModel } from '../../model/types';
import { succession } from './succession';

/**
 * Targets whose address or CA changes in the Secrets of Links that stay: in place, under the same names, which neither the mirror
 * controller nor destination notices. Where the same commit mints a token, the rotation has both read again.
 *
 * @param before the fleet that the clusters follow now
 * @param after the one that they are to follow
 */
export function serverStepIssues(before: FleetModel, after: FleetModel): Issue[] {
  const { stays } = succession(before, after);
  return [...after.clusters.values()].flatMap((target) => {
    const earlier = stays(target.name) ? before.clusters.get(target.name) : undefined;
    if (earlier === undefined || JSON.stringify(earlier.apiServer) === JSON.stringify(target.apiServer)) return [];
    const known = new Map(before.topology.sources(earlier).map((edge) => [edge.source.name, edge]));
    const sources = new Map<string, string[]>();
    for (const edge of after.topology.sources(target)) {
      const old = known.get(edge.source.name);
      const found = old === undefined || !isRead(old, edge) ? undefined : changeOf(old, edge);
      if (found !== undefined) sources.set(found, [...(sources.get(found) ?? []), edge.source.name]);
    }
    return [...sources].map(([found, names]) => changed(after, target, found, names));
  });
}

function changed(fleet: FleetModel, target: ClusterModel, found: string, sources: readonly string[]): Issue {
  return issue('API_SERVER_CHANGED', {
    path: pathOf(fleet, target, ['apiServer']),
    found: `${found}, for ${list(sources)}`,
    clusters: [target.name, ...sources],
  });
}

/** Whether the fleet writes the Secret of the Link, somebody uses it, and nobody has been told to read it again. */
function isRead(old: Edge, now: Edge): boolean {
  const [was, is] = [credentialsOf(old), credentialsOf(now)];
  if (was.kind !== is.kind || is.kind === 'existing' || now.draining) return false;
  if (now.target.credentials.revoked.includes(now.source.name)) return false;
  return is.kind === 'oidc' || is.epoch <= was.epoch;
}

function changeOf(old: Edge, now: Edge): string | undefined {
  const [was, is] = [old, now].map(({ source, target }) => serverFor(target, source));
  // One that was not there is not read by anybody yet.
  if (was === undefined || is === undefined) return undefined;
  if (endpoint(was) !== endpoint(is)) return `${shown(is)}, which was ${shown(was)}`;
  return old.target.apiServer?.caBundle === now.target.apiServer?.caBundle ? undefined : 'another caBundle';
}

/** What stands before an @ may be a password. */
const shown = (url: string): string => (url.includes('@') ? 'a URL' : url);
