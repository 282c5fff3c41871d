/** Links whose sources present tokens that they sign themselves, instead of one that the target made. */
import { CONTROLLER_CONTAINER, controllerName, DESTINATION_CONTAINER, DESTINATION_NAME } from '../linkerd/names';
import { credentialsOf, secretNamespaces } from '../model/credentials/credentials';
import type { Edge, ServiceAccountIssuerModel } from '../model/types';

/** One pod of the source that reads the target. */
export interface OidcReader {
  readonly namespace: string;
  /** Deployment and ServiceAccount, which the charts call alike. */
  readonly name: string;
  /** Container that reads the kubeconfig. */
  readonly container: string;
  /** `sub` of its tokens. */
  readonly subject: string;
  /** User that it is at the target. */
  readonly user: string;
}

/** What both ends of a Link have to agree on. */
export interface OidcPlan {
  /** Who signs; undefined where the source does not say, which the rules have told. */
  readonly issuer?: ServiceAccountIssuerModel;
  readonly audience: string;
  readonly usernamePrefix: string;
  /** The mirror controller, and destination where it needs the Secret. */
  readonly readers: readonly OidcReader[];
  /** Absolute path, in both pods: a kubeconfig out of a Secret has no directory that another could be relative to. */
  readonly tokenFile: string;
}

/** Directory in the pods under which each target has one with its token. */
export const TOKEN_DIRECTORY = '/var/run/secrets/linkerd-fleet.dev';

/** Where the token for a target is. */
export const tokenFileOf = (target: string) => `${TOKEN_DIRECTORY}/${target}/token`;

/** The same for every edge; undefined where its credentials come otherwise. */
export function planOidc(edge: Edge): OidcPlan | undefined {
  const { source, target } = edge;
  const way = credentialsOf(edge);
  if (way.kind !== 'oidc') return undefined;
  const usernamePrefix = way.usernamePrefix.replaceAll('{source}', source.name);
  const { namespace: controlPlane } = source.linkerd;
  const readers = secretNamespaces(edge).map((namespace): OidcReader => {
    const isDestination = namespace === controlPlane;
    const name = isDestination ? DESTINATION_NAME : controllerName(target.name);
    const subject = `system:serviceaccount:${namespace}:${name}`;
    const container = isDestination ? DESTINATION_CONTAINER : CONTROLLER_CONTAINER;
    return { namespace, name, container, subject, user: `${usernamePrefix}${subject}` };
  });
  return {
    issuer: source.serviceAccountIssuer,
    audience: way.audience.replaceAll('{target}', target.name),
    usernamePrefix,
    readers,
    tokenFile: tokenFileOf(target.name),
  };
}
