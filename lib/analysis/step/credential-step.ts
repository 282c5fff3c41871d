/** Whether readers of every Link hold a good token all the way from one fleet to the next. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import { credentialsOf, isReadmitted, liveEpochs } from '../../model/credentials/credentials';
import { list, merge } from '../../model/rules/report';
import type { ClusterModel, Edge, Epochs, FleetModel } from '../../model/types';
import { deletesOnlyWherePlanned, isPruned } from '../prune';
import { heldInFiles } from '../rotation/files';
import { succession } from './succession';

/**
 * Links whose token would be deleted while readers have it, or loaded before it was there. Links that are new, and those of a
 * source that is being revoked, are nobody's loss.
 *
 * @param before the fleet that the clusters follow now
 * @param after the one that they are to follow
 */
export function credentialStepIssues(before: FleetModel, after: FleetModel): Issue[] {
  const { stays } = succession(before, after);
  return merge(
    [...after.clusters.values()].flatMap((target) => {
      const earlier = stays(target.name) ? before.clusters.get(target.name) : undefined;
      if (earlier === undefined || isSame(earlier, target)) return [];
      return [...linkIssues(before, earlier, target, after), ...leftBehind(before, earlier, target, after)];
    }),
  );
}

/** What the commit no longer writes in the target, and Argo CD leaves there. */
function leftBehind(before: FleetModel, earlier: ClusterModel, target: ClusterModel, after: FleetModel): Issue[] {
  if (!deletesOnlyWherePlanned(after) || isPruned(after, target)) return [];
  const isRevoked = (name: string) => target.credentials.revoked.includes(name);
  const tokens = before.topology.sources(earlier).flatMap((edge) => {
    const { name } = edge.source;
    const own = after.clusters.get(name);
    const old = credentialsOf(edge);
    if (own === undefined || old.kind === 'oidc' || earlier.credentials.revoked.includes(name)) return [];
    if (isRevoked(name)) return [`account of ${name}`];
    const live = liveEpochs(credentialsOf({ source: own, target }));
    return liveEpochs(old)
      .filter((epoch) => !live.includes(epoch))
      .map((epoch) => `token ${epoch} of ${name}`);
  });
  if (tokens.length === 0) return [];
  const path = `${at.fleet}.spec.argocd.prune`;
  const found = `${target.name} not in it, which no longer writes ${list(tokens)}`;
  return [issue('CREDENTIALS_NOT_PRUNED', { path, found, clusters: [target.name] })];
}

const isSame = (a: ClusterModel, b: ClusterModel) => JSON.stringify(a.credentials) === JSON.stringify(b.credentials);

function linkIssues(before: FleetModel, earlier: ClusterModel, target: ClusterModel, after: FleetModel): Issue[] {
  const known = new Map(before.topology.sources(earlier).map((edge) => [edge.source.name, edge]));
  return after.topology.sources(target).flatMap((edge) => {
    const { name } = edge.source;
    const old = known.get(name);
    const wasRevoked = earlier.credentials.revoked.includes(name);
    if ((old === undefined && !wasRevoked) || target.credentials.revoked.includes(name)) return [];
    const [was, is] = [credentialsOf({ source: edge.source, target: earlier }), credentialsOf(edge)];
    // Tokens of oidc are nobody's to keep, and its readers change with their pods.
    if (was.kind === 'oidc' || is.kind === 'oidc') return [];
    const fault = wasRevoked
      ? readmissionFault(edge, was, is, old !== undefined)
      : (faultOf(was, is) ?? fileFault(before, old as Edge, is));
    if (fault === undefined) return [];
    const path = `${target.at}.spec.credentials`;
    return [issue('CREDENTIALS_STEP', { path, ...fault, clusters: [name, target.name] })];
  });
}

/** Tokens of before a revocation stay worthless: one may have been stolen, or the account be there still, which nobody deleted. */
function readmissionFault({ source, target }: Edge, old: Epochs, now: Epochs, isLinked: boolean): Fault | undefined {
  const fix = `linkerd-fleet rotate credentials --link '${source.name}->${target.name}' says the edits: a token of an account of its own first, which is loaded when it has arrived.`;
  if (now.retired < old.epoch) {
    const found = `${source.name} let in again with token ${now.retired + 1}, which is no newer than its revocation`;
    return { found, fix };
  }
  if (!isLinked || now.loaded < now.epoch) return undefined;
  return { found: `token ${now.loaded} loaded, which is not there yet`, fix };
}

function faultOf(old: Epochs, now: Epochs): Fault | undefined {
  const live = liveEpochs(now);
  // Who is let in again has none to lose.
  if (!live.includes(old.loaded) && !isReadmitted(old))
    return { found: `token ${old.loaded} deleted, which is the one that readers have loaded` };
  // The Secrets hold the newest token: whoever started since the mint, or was told to load any, has that one.
  if (!live.includes(old.epoch))
    return {
      found: `token ${old.epoch} deleted, which has been delivered: readers that started since have it`,
      fix: ON,
    };
  if (isReadmitted(old) && now.retired < old.retired)
    return { found: `token ${old.retired} good again, which was revoked` };
  if (isReadmitted(old) && now.loaded === old.loaded) return undefined;
  if (!live.includes(now.loaded)) return { found: `token ${now.loaded} loaded, which is deleted` };
  if (!liveEpochs(old).includes(now.loaded)) return { found: `token ${now.loaded} loaded, which is not there yet` };
  return undefined;
}

/** The Link changes, and destination restarts, in the sync that brings a new file: what it holds is there only later. */
function fileFault(before: FleetModel, old: Edge, now: Epochs): Fault | undefined {
  const held = heldInFiles(before, old);
  if (held === undefined || held >= now.loaded || now.loaded === credentialsOf(old).loaded) return undefined;
  return {
    found: `token ${now.loaded} loaded, which the files in the commit before do not hold`,
    fix: 'Commit the files with that token first, see that the Secrets in the source hold it (linkerd-fleet rotate credentials says by what), then say loaded.',
  };
}

interface Fault {
  readonly found: string;
  readonly fix?: string;
}

const ON =
  'A mint is not taken back: go on with the rotation, linkerd-fleet rotate credentials says the next edit. epoch, loaded and retired are taken together from the nearest level that says one of them: say all three there.';
