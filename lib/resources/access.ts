/** What a target grants its sources: one account each, so that one can be revoked without touching another. */
import { type Manifest, manifestPiece, manifestPieces } from '../emit/manifest';
import { shared } from '../emit/shared';
import { template } from '../emit/template';
import type { Piece } from '../emit/text';
import { MULTICLUSTER_NAMESPACE } from '../linkerd/names';
import { liveEpochs } from '../model/credentials';
import { EXTERNAL_SECRETS } from '../model/defaults';
import type { ClusterModel } from '../model/types';
import { linkAccountName, storeKey, tokenSecretName } from '../plan/credential-names';
import type { OidcPlan } from '../plan/oidc';
import type { AccessPlan, ClusterPlan } from '../plan/types';
import { type PushedToken, pushSecret, type SecretStoreProps, storeOf } from './external-secrets';
import { remembered, rememberedByText } from './remembered';
import { inWave, WAVES } from './waves';

/** A source that is let in. */
export interface LinkSourceProps {
  /** Name of the cluster that holds the Link. */
  readonly sourceClusterName: string;
  /** Its account here. @default 'linkerd-link-<source>' */
  readonly serviceAccount?: string;
  /** Secret with the token of that account. @default '<serviceAccount>-token', from epoch 2 on '<serviceAccount>-token-<epoch>' */
  readonly tokenSecret?: string;
  /** Which token of the account is pushed. One more makes the next, beside those that are not retired. @default 1 */
  readonly epoch?: number;
  /** Tokens up to this epoch are gone. @default - epoch - 1 */
  readonly retired?: number;
  /**
   * Users at the API server of this cluster, as its AuthenticationConfiguration makes them of tokens of the source. With
   * them there is neither account nor token.
   *
   * @default - the account
   */
  readonly users?: readonly string[];
  /** Key in the store that the token is pushed to. @default 'linkerd/links/<target>/<source>' */
  readonly storeKey?: string;
}

/** Props of the access that a target gives its sources. */
export interface LinkAccessProps {
  /** Name of this cluster, as the Links of the sources call it. */
  readonly targetClusterName: string;
  /** Who is let in; with nobody there are no objects. */
  readonly sources: readonly LinkSourceProps[];
  /** Where tokens are pushed to, for `LinkCredentials` to pull them. @default - tokens are not pushed */
  readonly push?: SecretStoreProps;
  /** Namespace of the multicluster extension on the target. @default 'linkerd-multicluster' */
  readonly namespace?: string;
}

/** Name of the ClusterRole and its binding. */
const READER = 'linkerd-link-reader';

/** Accounts, their tokens and what they may read. */
export function linkAccess({
  sources,
  namespace = MULTICLUSTER_NAMESPACE,
  ...props
}: LinkAccessProps): readonly Manifest[] {
  const grants = sources.map(({ sourceClusterName: source, ...given }): Grant => {
    const { epoch = 1, serviceAccount = linkAccountName(source) } = given;
    const live = liveEpochs({ epoch, retired: given.retired ?? epoch - 1 }).map((e) =>
      tokenSecretName(serviceAccount, e),
    );
    const tokenSecrets = given.tokenSecret === undefined ? live : [...live.slice(0, -1), given.tokenSecret];
    const key = given.storeKey ?? storeKey(EXTERNAL_SECRETS.key, source, props.targetClusterName);
    const own = given.users ? users(given.users) : account(serviceAccount, tokenSecrets, namespace);
    return { ...own, storeKey: key, push: props.push };
  });
  return granted(grants);
}

/** What lets one source in. */
interface Account {
  /** Absent where users of the source are let in. */
  readonly serviceAccount?: Manifest;
  /** Oldest first; the last is the one that is delivered. */
  readonly tokenSecrets: readonly Manifest[];
  /** Its entries in the binding. */
  readonly subjects: readonly object[];
}

const users = (names: readonly string[]): Account => ({ tokenSecrets: [], subjects: names.map(userSubject) });

function account(
  name: string,
  tokenSecretNames: readonly string[],
  namespace: string,
): Account & { readonly serviceAccount: Manifest } {
  return {
    serviceAccount: serviceAccount(name, namespace),
    tokenSecrets: tokenSecretNames.map((secret) => tokenSecret(secret, name, namespace)),
    subjects: [subject(name, namespace)],
  };
}

/** Of users that another cluster vouches for, see the AuthenticationConfiguration. */
function userSubject(name: string): object {
  return { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name };
}

function subject(name: string, namespace: string): object {
  return { kind: 'ServiceAccount', name, namespace };
}

type Grant = Account & { readonly storeKey: string; readonly push: SecretStoreProps | undefined };

function granted(grants: readonly Grant[]): readonly Manifest[] {
  if (grants.length === 0) return [];
  const manifests = [clusterRole(), clusterRoleBinding(grants.flatMap(({ subjects }) => subjects))];
  for (const { serviceAccount, tokenSecrets, storeKey, push } of grants) {
    if (serviceAccount === undefined) continue;
    manifests.push(serviceAccount, ...tokenSecrets);
    if (push === undefined) continue;
    const { name, namespace } = serviceAccount.metadata as PushNames;
    const delivered = tokenSecrets[tokenSecrets.length - 1] as Manifest;
    manifests.push(pushed({ name, namespace, tokenSecret: delivered.metadata.name, storeKey }, push));
  }
  return manifests;
}

function pushed(token: PushedToken, to: SecretStoreProps): Manifest {
  return inWave(WAVES.access, pushSecret(token, to));
}

type PushNames = { readonly name: string; readonly namespace: string };

/**
 * Read rights, as the chart's own account has them, without its right to write events: a mirror that is skipped shows
 * in Link.status instead. (linkerd2 multicluster/charts/linkerd-multicluster/templates/remote-access-service-mirror-rbac.yaml)
 */
function clusterRole(): Manifest {
  const read = ['get', 'list', 'watch'];
  return inWave(WAVES.access, {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: READER },
    rules: [
      { apiGroups: ['apps'], resources: ['replicasets'], verbs: read },
      { apiGroups: ['batch'], resources: ['jobs'], verbs: read },
      { apiGroups: [''], resources: ['pods', 'endpoints', 'services'], verbs: read },
      { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read },
      { apiGroups: ['policy.linkerd.io'], resources: ['servers'], verbs: read },
      { apiGroups: [''], resources: ['configmaps'], resourceNames: ['linkerd-config'], verbs: ['get'] },
    ],
  });
}

function clusterRoleBinding(subjects: readonly object[]): Manifest {
  return inWave(WAVES.access, {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: READER },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: READER },
    subjects,
  });
}

function serviceAccount(name: string, namespace: string): Manifest {
  return inWave(WAVES.access, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace },
    automountServiceAccountToken: false,
  });
}

/** Empty: the token controller of the cluster fills it in. */
function tokenSecret(name: string, account: string, namespace: string): Manifest {
  return inWave(WAVES.access, {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace, annotations: { 'kubernetes.io/service-account.name': account } },
    type: 'kubernetes.io/service-account-token',
  });
}

/** What a cluster of a fleet grants the clusters that hold a Link to it. */
export function accessManifests(plan: ClusterPlan): readonly Manifest[] {
  const { cluster, access } = plan;
  const namespace = cluster.linkerd.multiclusterNamespace;
  const grants = access.map((given) => ({
    ...(given.oidc ? users(usersOf(given.oidc)) : account(given.serviceAccount, given.tokenSecrets, namespace)),
    storeKey: keyOf(plan, given),
    push: storeOf(given.way),
  }));
  return granted(grants);
}

/** The same in every target. */
const ROLE = shared(clusterRole());

/** The text of the same objects. */
export function accessPieces(plan: ClusterPlan): readonly (Piece | readonly Piece[])[] {
  const { cluster, access } = plan;
  const namespace = cluster.linkerd.multiclusterNamespace;
  const subjects: object[] = [];
  const accounts: Piece[] = [];
  for (const given of access) {
    const { serviceAccount: name, tokenSecret, tokenSecrets, oidc } = given;
    if (oidc) {
      subjects.push(...users(usersOf(oidc)).subjects);
      continue;
    }
    const [first = tokenSecret, ...later] = tokenSecrets;
    const { piece, subject } = accountOf(given.source, name, first, namespace);
    subjects.push(subject);
    accounts.push(piece);
    for (const token of later) accounts.push({ text: tokenText(namespace)({ name, tokenSecret: token }) });
    const store = storeOf(given.way);
    if (store) accounts.push(pushText(store, namespace)({ name, tokenSecret, storeKey: keyOf(plan, given) }));
  }
  return [manifestPiece(ROLE), manifestPieces(clusterRoleBinding(subjects)), ...accounts];
}

const usersOf = ({ readers }: OidcPlan) => readers.map(({ user }) => user);

function keyOf({ cluster }: ClusterPlan, { source, storeKey: key }: AccessPlan): string {
  return key ?? storeKey(EXTERNAL_SECRETS.key, source.name, cluster.name);
}

/** The account of a source is the same in most of its targets. */
const accountOf = remembered((_: ClusterModel, name: string, tokenSecret: string, namespace: string) => ({
  piece: { text: accountText(namespace)({ name, tokenSecret }) },
  subject: shared(subject(name, namespace)),
}));

const accountText = rememberedByText((namespace) =>
  template(['name', 'tokenSecret'], ({ name, tokenSecret }) => {
    const made = account(name, [tokenSecret], namespace);
    return [made.serviceAccount, ...made.tokenSecrets];
  }),
);

/** Where a second token of an account is there beside the first. */
const tokenText = rememberedByText((namespace) =>
  template(['name', 'tokenSecret'], ({ name, tokenSecret: secret }) => [tokenSecret(secret, name, namespace)]),
);

const pushText = remembered((store: SecretStoreProps, namespace: string) =>
  template(['name', 'tokenSecret', 'storeKey'], (token) => [pushed({ ...token, namespace }, store)]),
);
