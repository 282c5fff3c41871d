/** Names that both ends of a link credential go by: the target writes under them what the source reads. */

/** ServiceAccount on the target for one source, so that each can be revoked alone. */
export function linkAccountName(source: string): string {
  return `linkerd-link-${source}`;
}

/** Secret on the target with the token of that account. */
export function tokenSecretName(serviceAccount: string): string {
  return `${serviceAccount}-token`;
}

/** Key in the secret store; `{source}` and `{target}` of the template stand for the names of the clusters. */
export function storeKey(template: string, source: string, target: string): string {
  return template.replaceAll('{source}', source).replaceAll('{target}', target);
}
