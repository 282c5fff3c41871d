/** What a target grants its sources: one account each, so that one can be revoked without touching another. */
import { type Manifest, manifestPiece, manifestPieces } from '../../emit/manifest';
import { shared } from '../../emit/shared';
import { template } from '../../emit/template';
import type { Piece } from '../../emit/text';
import { MULTICLUSTER_NAMESPACE } from '../../linkerd/names';
import { liveEpochs } from '../../model/credentials/credentials';
import { EXTERNAL_SECRETS } from '../../model/defaults';
import type { ClusterModel } from '../../model/types';
import { linkAccountName, storeKey } from '../../plan/credential-names';
import { tokensOf } from '../../plan/link';
import type { OidcPlan } from '../../plan/oidc';
import type { AccessPlan, AccountToken, ClusterPlan } from '../../plan/types';
import { remembered, rememberedByText } from '../remembered';
import { inWave, WAVES } from '../waves';
import { type PushedToken, pushSecret, type SecretStoreProps, storeOf } from './external-secrets';

/** A source that is let in. */
export interface LinkSourceProps {
  /** Name of the cluster that holds the Link. */
  readonly sourceClusterName: string;
  /** Its account here; later epochs have accounts of their own, `<serviceAccount>.<epoch>`. @default 'linkerd-link-<source>' */
  readonly serviceAccount?: string;
  /** Secret with the token of that account. @default '<serviceAccount>-token', from epoch 2 on '<serviceAccount>-token-<epoch>' */
  readonly tokenSecret?: string;
  /** Which token is pushed. One more makes the next, with its account, beside those that are not retired. @default 1 */
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
    const live = tokensOf(serviceAccount, liveEpochs({ epoch, retired: given.retired ?? epoch - 1 }));
    const tokens = live.map((token, i) =>
      i === live.length - 1 ? { ...token, secret: given.tokenSecret ?? token.secret } : token,
    );
    const key = given.storeKey ?? storeKey(EXTERNAL_SECRETS.key, source, props.targetClusterName);
    const own = given.users ? users(given.users) : account(serviceAccount, tokens, namespace);
    return { ...own, storeKey: key, push: props.push };
  });
  return grants.length === 0 ? [] : granted(grants);
}

/** What lets one source in. */
interface Account {
  /** Names of the push; absent where users of the source are let in. */
  readonly names?: PushNames;
  /** The account and the token of each epoch, oldest first; the last token is the one that is delivered. */
  readonly tokens: readonly (readonly [account: Manifest, secret: Manifest])[];
  /** Its entries in the binding. */
  readonly subjects: readonly object[];
}

const users = (names: readonly string[]): Account => ({ tokens: [], subjects: names.map(userSubject) });

function account(name: string, tokens: readonly AccountToken[], namespace: string): Account {
  return {
    names: { name, namespace },
    tokens: tokens.map((token) => accountAndToken(token, namespace)),
    subjects: tokens.map((token) => subject(token.account, namespace)),
  };
}

const accountAndToken = ({ account: name, secret }: AccountToken, namespace: string): readonly [Manifest, Manifest] => [
  serviceAccount(name, namespace),
  tokenSecret(secret, name, namespace),
];

/** Of users that another cluster vouches for, see the AuthenticationConfiguration. */
function userSubject(name: string): object {
  return { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name };
}

function subject(name: string, namespace: string): object {
  return { kind: 'ServiceAccount', name, namespace };
}

type Grant = Account & { readonly storeKey: string; readonly push: SecretStoreProps | undefined };

function granted(grants: readonly Grant[]): readonly Manifest[] {
  const manifests = [clusterRole(), clusterRoleBinding(grants.flatMap(({ subjects }) => subjects))];
  for (const { names, tokens, storeKey, push } of grants) {
    manifests.push(...tokens.flat());
    const delivered = tokens.at(-1)?.[1];
    if (names === undefined || delivered === undefined || push === undefined) continue;
    manifests.push(pushed({ ...names, tokenSecret: delivered.metadata.name, storeKey }, push));
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

/**
 * Written also where nobody is let in any more: what is applied takes the last source out, where a file that is gone would
 * leave it in.
 */
function clusterRoleBinding(subjects: readonly object[]): Manifest {
  return inWave(WAVES.access, {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: READER },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: READER },
    ...(subjects.length > 0 ? { subjects } : {}),
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
    ...(given.oidc ? users(usersOf(given.oidc)) : account(given.serviceAccount, given.tokens, namespace)),
    storeKey: keyOf(plan, given),
    push: storeOf(given.way),
  }));
  return plan.hasSources ? granted(grants) : [];
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
    const { serviceAccount: name, tokenSecret, tokens, oidc } = given;
    if (oidc) {
      subjects.push(...users(usersOf(oidc)).subjects);
      continue;
    }
    for (const token of tokens) {
      const { piece, subject } = accountOf(given.source, token.account, token.secret, namespace);
      subjects.push(subject);
      accounts.push(piece);
    }
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
  template(['name', 'tokenSecret'], ({ name, tokenSecret: secret }) => [
    ...accountAndToken({ account: name, secret }, namespace),
  ]),
);

const pushText = remembered((store: SecretStoreProps, namespace: string) =>
  template(['name', 'tokenSecret', 'storeKey'], (token) => [pushed({ ...token, namespace }, store)]),
);
