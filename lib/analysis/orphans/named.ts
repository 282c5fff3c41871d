/** What was seen of clusters, and what the fleet names in them. */
import * as names from '../../linkerd/names';
import type { ClusterModel, CredentialsWay } from '../../model/types';

/** One object of a cluster, as far as it is looked at. Of a Secret nothing but this is ever kept. */
export interface SeenObject {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Of a MeshTLSAuthentication. */
  readonly identities: readonly string[];
  /** The Application of Argo CD that tracks it by annotation. @default - none */
  readonly application?: string;
  /** Of a Namespace or a Service, of which several may write parts. @default - none */
  readonly parts?: Parts;
}

/** Parts of an object: `label app`, `annotation linkerd.io/inject`, and `spec` of a Service. */
export interface Parts {
  readonly all: readonly string[];
  /** Those that were applied on the client's side, as the annotation of kubectl says. */
  readonly clientSide: readonly string[];
}

/** One object that the fleet writes, as far as it is held against what was seen. */
export type WrittenObject = Pick<SeenObject, 'kind' | 'namespace' | 'name' | 'labels' | 'parts'> & {
  /** A Service whose labels are in the manifest of its owner. @default false */
  readonly isOwners?: boolean;
};

/** What was seen of one cluster. */
export interface SeenCluster {
  readonly name: string;
  /** Context of kubectl, in the commands that delete. */
  readonly context: string;
  readonly objects: readonly SeenObject[];
  /** The cluster; one that has left the fleet is that of an earlier one, and has no Links any more. */
  readonly cluster: ClusterModel;
  readonly hasLeft: boolean;
  /** All that is in its directory, what code adds included; nothing of one that has left. */
  readonly written: readonly WrittenObject[];
}

/** What the fleet names in a cluster. */
export interface Named {
  readonly seen: SeenCluster;
  readonly targets: ReadonlySet<string>;
  readonly draining: ReadonlySet<string>;
  /** Sources that are let in. */
  readonly sources: ReadonlySet<string>;
  /** How credentials come, by the other end of the Link. */
  readonly ways: Readonly<Record<'targets' | 'sources', ReadonlyMap<string, CredentialsWay['kind']>>>;
  /** Accounts and tokens of sources, as `ServiceAccount <name>` and `Secret <name>`. */
  readonly grants: ReadonlySet<string>;
  /** Services of clusters that were seen as well, by cluster. */
  readonly services: ReadonlyMap<string, ReadonlyMap<string, SeenObject>>;
  /** Begins every command. */
  readonly kubectl: string;
}

/** The rest of a name behind a prefix, or undefined. */
export const behind = (prefix: string, name: string): string | undefined =>
  name.startsWith(prefix) && name.length > prefix.length ? name.slice(prefix.length) : undefined;

/** `Service shop/web`. */
export const idOf = ({ kind, namespace, name }: WrittenObject): string => `${kind} ${namespace}/${name}`;

/** Where an object is: `prod-eu: Service shop/web-west`. */
export const placeOf = ({ seen }: Named, { kind, namespace, name }: SeenObject): string =>
  `${seen.name}: ${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`;

/** The command that deletes it. */
export function deletion({ kubectl }: Named, { kind, namespace, name }: SeenObject): string {
  const resource = RESOURCES[kind] ?? kind.toLowerCase();
  return `${kubectl} ${namespace === '' ? '' : `-n ${namespace} `}delete ${resource} ${name}`;
}

/** Kinds of policy that a fleet compiles. With its Server gone, what admits to it does nothing: it is deleted first. */
export const POLICIES: Readonly<Record<string, string>> = {
  Server: `servers.${names.POLICY_GROUP}`,
  HTTPRoute: `httproutes.${names.POLICY_GROUP}`,
  AuthorizationPolicy: `authorizationpolicies.${names.POLICY_GROUP}`,
  MeshTLSAuthentication: `meshtlsauthentications.${names.POLICY_GROUP}`,
  NetworkAuthentication: `networkauthentications.${names.POLICY_GROUP}`,
};

/** What `kubectl` calls them. */
export const RESOURCES: Readonly<Record<string, string>> = {
  Link: `links.${names.MULTICLUSTER_GROUP}`,
  ExternalSecret: 'externalsecrets.external-secrets.io',
  PushSecret: 'pushsecrets.external-secrets.io',
  SealedSecret: 'sealedsecrets.bitnami.com',
  ...POLICIES,
};
