import { emitDocument } from '../../emit/yaml';

/** The one cluster of a kubeconfig. */
export function kubeconfigClusters(name: string, server: string, certificateAuthorityData: string): readonly object[] {
  return [{ cluster: { 'certificate-authority-data': certificateAuthorityData, server }, name }];
}

/** What the user of a kubeconfig shows: a token, or the file that it is read from (client-go reads it again each minute). */
export type KubeconfigUser = { readonly token: string } | { readonly tokenFile: string };

/** A kubeconfig as link-gen makes it (linkerd2 multicluster/cmd/link.go): one cluster, one context, one user with a token. */
export function kubeconfigText(name: string, clusters: readonly object[], user: string, shows: KubeconfigUser): string {
  return emitDocument({
    apiVersion: 'v1',
    clusters,
    contexts: [{ context: { cluster: name, user }, name }],
    'current-context': name,
    kind: 'Config',
    users: [{ name: user, user: shows }],
  });
}
