import type { Construct } from 'constructs';
import { type LinkAccessProps, linkAccess } from '../credentials/access';
import { type LinkCredentialsProps, linkCredentials } from '../credentials/external-secrets';
import { type LinkTokenFileProps, linkTokenFile } from '../credentials/oidc';
import { ManifestGroup } from './objects';

/**
 * The credentials of one Link, on its source: ExternalSecrets that make the Secrets `cluster-credentials-<target>` of the
 * mirror controller and of destination from what `LinkAccess` pushed.
 *
 * The kubeconfig has `{{ .token }}` in it, which External Secrets fills in: what passes these manifests through Helm or a
 * templated ApplicationSet eats the braces.
 *
 * @example
 * new LinkCredentials(chart, 'prod-eu', {
 *   sourceClusterName: 'prod-us',
 *   targetClusterName: 'prod-eu',
 *   targetTrustDomain: 'prod-eu.mesh.example.com',
 *   server: 'https://api.prod-eu.example.com:6443',
 *   store: 'mesh-links',
 * });
 */
export class LinkCredentials extends ManifestGroup {
  constructor(scope: Construct, id: string, props: LinkCredentialsProps) {
    super(scope, id, linkCredentials(props));
  }
}

/**
 * The credentials of one Link, on its source, where the API server of the target takes tokens that the source signs: the two
 * Secrets `cluster-credentials-<target>`, with nothing secret in them. The Deployments of the mirror controller and of
 * destination need a projected token at the path, for an audience that is the target's alone.
 *
 * @example
 * new LinkTokenFile(chart, 'prod-eu', {
 *   sourceClusterName: 'prod-us',
 *   targetClusterName: 'prod-eu',
 *   targetTrustDomain: 'prod-eu.mesh.example.com',
 *   server: 'https://api.prod-eu.example.com:6443',
 *   caBundle: readFileSync('prod-eu.pem', 'utf8'),
 * });
 */
export class LinkTokenFile extends ManifestGroup {
  constructor(scope: Construct, id: string, props: LinkTokenFileProps) {
    super(scope, id, linkTokenFile(props));
  }
}

/**
 * What a target grants its sources: for each an account, its token and, with `push`, a PushSecret that carries the token to
 * the store; for all of them one ClusterRole with the rights that the account of chart linkerd-multicluster has, less
 * those to write events.
 *
 * @example
 * new LinkAccess(chart, 'access', {
 *   targetClusterName: 'prod-eu',
 *   sources: [{ sourceClusterName: 'prod-us' }, { sourceClusterName: 'prod-apac' }],
 *   push: { store: 'mesh-links' },
 * });
 */
export class LinkAccess extends ManifestGroup {
  constructor(scope: Construct, id: string, props: LinkAccessProps) {
    super(scope, id, linkAccess(props));
  }
}
