/** Whether the credentials of a Link may come another way from one fleet to the next. */
import { type Issue, issue } from '../../errors';
import { credentialsOf } from '../../model/credentials/credentials';
import { merge, pathOf } from '../../model/rules/report';
import type { CredentialsWay, Edge, FleetModel } from '../../model/types';

/**
 * Links whose Secret changes hands, or whose target and source have to change at one moment, which they do not. Links that are
 * new, and those of a source that is let in no longer, have nothing to lose; those that are drained carry nothing.
 *
 * @param before the fleet that the clusters follow now
 * @param after the one that they are to follow
 */
export function wayStepIssues(before: FleetModel, after: FleetModel): Issue[] {
  return merge(
    [...after.clusters.values()].flatMap((target) => {
      const earlier = before.clusters.get(target.name);
      if (earlier === undefined || same(earlier.credentials, target.credentials)) return [];
      const known = new Map(before.topology.sources(earlier).map((edge) => [edge.source.name, edge]));
      return after.topology.sources(target).flatMap((edge) => {
        const old = known.get(edge.source.name);
        return old === undefined ? [] : linkIssue(after, old, edge);
      });
    }),
  );
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function linkIssue(fleet: FleetModel, old: Edge, { source, target }: Edge): Issue[] {
  const now = credentialsOf({ source, target });
  const change = changeOf(credentialsOf(old), now);
  if (change === undefined || target.credentials.revoked.includes(source.name)) return [];
  if (old.draining && !change.isOwned) return [];
  const own = Object.hasOwn(target.credentials.sources, source.name) ? ['sources', source.name] : [];
  const path = pathOf(fleet, target, ['credentials', ...own, now.kind]);
  const { found, why } = change;
  return [issue('CREDENTIALS_WAY_CHANGED', { path, found, why, clusters: [source.name, target.name] })];
}

/** What is lost, and whether it is the Secret itself: that is so of a Link that carries nothing as well. */
interface Change {
  readonly found: string;
  readonly why: string;
  readonly isOwned: boolean;
}

function changeOf(old: CredentialsWay, now: CredentialsWay): Change | undefined {
  // Nothing was written that somebody could read, or own.
  if (isAwaiting(old)) return undefined;
  if (isAwaiting(now) && old.kind === now.kind)
    return { found: 'sealedSecrets that awaits its files, which were there', why: WHY.sealedSecrets, isOwned: true };
  if (old.kind !== now.kind) {
    // Flux writes over what nobody else owns.
    if (old.kind === 'existing' && now.kind === 'sops') return undefined;
    const found = `${now.kind}, which was ${old.kind}`;
    if (old.kind === 'oidc' || now.kind === 'oidc') return { found, why: WHY.oidc, isOwned: false };
    if (now.kind === 'sealedSecrets') return { found, why: WHY.sealed, isOwned: true };
    return old.kind === 'existing'
      ? { found, why: WHY.pulled, isOwned: false }
      : { found, why: WHY[old.kind], isOwned: true };
  }
  for (const key of MEETING_POINTS) {
    const [a, b] = [read(old, key), read(now, key)];
    if (a === b) continue;
    const why = now.kind === 'oidc' ? WHY.token : WHY.key;
    return { found: `${key} ${JSON.stringify(b)}, which was ${JSON.stringify(a)}`, why, isOwned: false };
  }
  return undefined;
}

const isAwaiting = (way: CredentialsWay) => way.kind === 'sealedSecrets' && way.awaiting === true;

/** Where both ends of a Link have to meet. */
const MEETING_POINTS = ['store', 'storeKind', 'key', 'audience', 'usernamePrefix'] as const;

const read = (way: CredentialsWay, key: string) => (way as unknown as Readonly<Record<string, unknown>>)[key];

/**
 * Of the code of the controllers: external-secrets pkg/controllers/externalsecret/externalsecret_controller.go, sealed-secrets
 * pkg/controller/controller.go, and kustomize-controller, which deletes what is no longer in its source.
 */
const WHY: {
  readonly [K in 'externalSecrets' | 'sealedSecrets' | 'sops' | 'sealed' | 'pulled' | 'oidc' | 'token' | 'key']: string;
} = {
  sealed:
    'Sealed Secrets refuses a Secret that it does not own ("already exists and is not managed by SealedSecret"), five times in three seconds and then never again; where what owned it is pruned, the Secret goes and none comes in its place. destination drops the target then, and the mirror controller has nothing to read when it restarts.',
  externalSecrets:
    'The ExternalSecret owns the Secret: as long as it is there it writes its own content back, and when it is pruned the Secret is deleted with it, whatever the new way wrote. destination drops the target until the Secret is there again, and streams of before stand still until it restarts.',
  sealedSecrets:
    'The SealedSecret owns the Secret, and External Secrets does not take over what another controller owns: when the SealedSecret is pruned, the Secret is deleted with it. destination drops the target until it is made anew, and streams of before stand still until it restarts.',
  sops: 'Flux deletes the Secret when its file is gone, whoever has taken it over meanwhile. destination drops the target until it is written anew, and streams of before stand still until it restarts.',
  pulled:
    'Where the source follows before the target has pushed, External Secrets finds nothing in the store and deletes the Secret that is there. It comes again when the entry is there; streams of destination that were open before stand still until it restarts.',
  oidc: 'The binding of the target names either the account or users, never both, and readers have either the token or the volumes: from the moment that one end follows until the pods of the source have restarted, the target refuses them (401, 403). Watches that are open live on for minutes, mirrors and traffic stay as they are and grow stale.',
  token:
    'The API server of the target takes its file at one time, the pods of the source their volumes at another: between the two it refuses the tokens that they show.',
  key: 'The target pushes to the new place and deletes the entry in the old one, the source reads one of the two: where it finds nothing, External Secrets deletes the Secret. It comes again when both have followed; streams of destination that were open before stand still until it restarts.',
};
