/** Names that both ends of a link credential go by: the target writes under them what the source reads. */

/** ServiceAccount on the target for one source, so that each can be revoked alone. */
export function linkAccountName(source: string): string {
  return `linkerd-link-${source}`;
}

/**
 * ServiceAccount of one token. Each token has its own from the second on, so that a token is retired by taking its account
 * out of the binding, which needs nobody to delete anything: Argo CD counts a token Secret as a child of its account and never
 * prunes it (argo-cd gitops-engine/pkg/cache/references.go, cluster.go). No cluster has a dot in its name, hence the dot.
 */
export function epochAccountName(account: string, epoch = 1): string {
  return epoch === 1 ? account : `${account}.${epoch}`;
}

/** Secret on the target with the token of that account; later ones have their epoch in the name. */
export function tokenSecretName(serviceAccount: string, epoch = 1): string {
  return epoch === 1 ? `${serviceAccount}-token` : `${serviceAccount}-token-${epoch}`;
}

/**
 * `excludedAnnotations` of a Link whose mirror controller is to load the token of an epoch: with an entry that no annotation matches,
 * by which the spec changes, upon which the controller reads the credentials again (linkerd2
 * multicluster/cmd/service-mirror/main.go).
 */
export function withEpoch(excluded: readonly string[], epoch = 1): readonly string[] {
  return epoch === 1 ? excluded : [...excluded, `${CREDENTIALS_PREFIX}/epoch-${epoch}`].sort();
}

/** Prefix of everything by which rotations show in objects. */
export const CREDENTIALS_PREFIX = 'credentials.linkerd-fleet.dev';

/** Key in the secret store; `{source}` and `{target}` of the template stand for the names of the clusters. */
export function storeKey(template: string, source: string, target: string): string {
  return template.replaceAll('{source}', source).replaceAll('{target}', target);
}
