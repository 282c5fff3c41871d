import { codes } from './entry';

export const credentials = codes({
  CREDENTIALS_WAYS: {
    allowed: 'one of externalSecrets, existing, sealedSecrets, sops and oidc in one place',
    why: 'A credential travels one way; the other would be left out without a word.',
    fix: 'Keep one. A nearer level, or sources.<name>, may name another.',
  },
  CREDENTIALS_SHARED: {
    allowed: 'an entry in the store of its own for each Link, and a file of its own for each Secret',
    why: 'What two Links share holds the token of whoever wrote last, of which everybody reads: revoked shuts nobody out who has the token of another, and the push of a source that leaves deletes the entry of all. A store of one name is taken for one store: the two ends of a Link meet in it.',
    fix: 'Leave key or files out, or write {target} and {source} (in files {namespace} too) into it, and between them a character that no name of a cluster has: /, _ or a dot. Stores that are not the same get names that are not.',
  },
  CREDENTIALS_OF_CHART: {
    severity: 'warning',
    allowed: 'no account of the chart, once the Secrets of all Links hold tokens of the accounts that the fleet makes',
    why: 'The chart makes one account for all sources, with a token that never ends: whoever has it reads the cluster, and neither rotating nor revoking a Link changes that.',
    fix: 'Keep the value while Secrets hold that token, as those of `linkerd multicluster link` do (docs/adopting.md). Then take it out; check --orphans names what is left of the account.',
  },
  CREDENTIALS_EPOCH: {
    allowed:
      'retired at most one token behind: retired = epoch - 1, or epoch - 2 while a rotation is under way; loaded above retired and up to epoch. For a source that is let in again: epoch - 1 for both',
    why: 'Each epoch above retired is a token that is good for ever; told to load a token that is not there, the mirror controller is refused by the target (401) while every check stays green.',
    fix: 'Say all three in one place: they are taken together from the nearest level, or entry of sources, that says one of them, and the others are not inherited (epoch 1, retired 0, loaded the first that is good). Where they are meant so, finish the rotation that is under way, then raise epoch by one: linkerd-fleet rotate credentials says the next edit.',
  },
  CREDENTIALS_STEP: {
    allowed:
      'a token that is minted in one commit, loaded in a later one, and the last one retired in a third; none taken back, nor any of before a revocation',
    why: 'Clusters do not follow a commit at one time: told to load a token before it has arrived, readers keep the last one, and once that is retired they are refused (401, 403) while readiness and every check stay green.',
    fix: 'Make one edit, wait for what linkerd-fleet rotate credentials names, then make the next.',
  },
  CREDENTIALS_NOT_PRUNED: {
    severity: 'warning',
    allowed: 'targets in argocd.prune while a token is retired or a source revoked',
    why: 'Argo CD deletes nothing in clusters that argocd.prune does not name: the account and its token stay, with no rights but those that somebody else binds to them, and good for ever as who they are.',
    fix: 'Name the target in argocd.prune in this commit, and take it out again when linkerd-multicluster of the target is Synced. linkerd-fleet rotate credentials makes both edits.',
  },
  CREDENTIALS_WAY_CHANGED: {
    severity: 'warning',
    allowed:
      'credentials of a Link that come as they came, or that take its Secret over in place: from existing to sops',
    why: 'Two of them own one Secret for a while, or two ends follow a commit at two times: the Secret goes, or the target refuses what it holds (401), while mirrors stay and grow stale.',
    fix: 'Do by hand, before the commit, what docs/credentials.md names under Changing the way; then accept CREDENTIALS_WAY_CHANGED in the same commit, and take it back in the next. A new Link that nobody has delivered a Secret for waits for its first sealed file by sealedSecrets: { awaiting: true }, not by existing.',
  },
  CREDENTIALS_SOURCE_UNKNOWN: {
    allowed: 'names of clusters of the fleet',
    why: 'A misspelt name revokes nobody and rotates nothing: the token that it was meant for stays good.',
    fix: 'Correct the name, or remove it if the cluster is no longer there.',
  },
  CREDENTIALS_REVOKED: {
    severity: 'warning',
    allowed: 'no Link of a source that is revoked at its target',
    why: 'The mirrors of the Link stay and grow stale: watches that are open live on for minutes, then nothing that changes on the target arrives, and the Secret of the Link is empty or refused.',
    fix: 'Take the Link out: `linkerd-fleet decommission --link` names what is then deleted by hand, since nothing can drain it; or let the source in again, with a new token: `linkerd-fleet rotate credentials --link` says the edits.',
  },
  ROTATE_NOTHING: {
    allowed: 'a Link of the fleet with a token, or a cluster that such Links lead to',
    why: 'There is no token to rotate.',
    fix: 'Correct the name. Links by oidc renew their tokens themselves; those that have an epoch of their own in credentials.sources, or are revoked, are named with --link, or taken back first.',
  },
  ROTATE_REVOKED: {
    allowed: 'a source that the target itself revokes',
    why: 'Lists of all levels add up: the target cannot let in whom its fleet or region keeps out, and taken out there the source is let in everywhere at once, with its old tokens.',
    fix: 'Say it in credentials.revoked of each target instead, in a commit of its own, which changes nothing. Then let the source in at one target after the other.',
  },
});
