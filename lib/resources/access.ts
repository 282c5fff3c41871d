/** What a target grants its sources: one account each, so that one can be revoked without touching another. */
import { emitManifest, type Manifest } from '../emit/manifest';
import { shared } from '../emit/shared';
import { template } from '../emit/template';
import type { Piece } from '../emit/text';
import { MULTICLUSTER_NAMESPACE } from '../linkerd/names';
import { EXTERNAL_SECRETS } from '../model/defaults';
import type { ClusterModel } from '../model/types';
import { linkAccountName, storeKey, tokenSecretName } from '../plan/credential-names';
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
  /** Secret with the token of that account. @default '<serviceAccount>-token' */
  readonly tokenSecret?: string;
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
  const grants = sources.map(({ sourceClusterName: source, ...given }) => {
    const serviceAccount = given.serviceAccount ?? linkAccountName(source);
    const tokenSecret = given.tokenSecret ?? tokenSecretName(serviceAccount);
    const key = given.storeKey ?? storeKey(EXTERNAL_SECRETS.key, source, props.targetClusterName);
    return { ...account(serviceAccount, tokenSecret, namespace), storeKey: key };
  });
  return granted(grants, props.push);
}

/** What lets one source in. */
interface Account {
  readonly serviceAccount: Manifest;
  readonly tokenSecret: Manifest;
  /** Its entry in the binding. */
  readonly subject: object;
}

function account(name: string, tokenSecretName: string, namespace: string): Account {
  return {
    serviceAccount: serviceAccount(name, namespace),
    tokenSecret: tokenSecret(tokenSecretName, name, namespace),
    subject: subject(name, namespace),
  };
}

function subject(name: string, namespace: string): object {
  return { kind: 'ServiceAccount', name, namespace };
}

type Grant = Account & { readonly storeKey: string };

function granted(grants: readonly Grant[], push: SecretStoreProps | undefined): readonly Manifest[] {
  if (grants.length === 0) return [];
  const manifests = [clusterRole(), clusterRoleBinding(grants.map(({ subject }) => subject))];
  for (const { serviceAccount, tokenSecret, storeKey } of grants) {
    manifests.push(serviceAccount, tokenSecret);
    if (push === undefined) continue;
    const { name, namespace } = serviceAccount.metadata as PushNames;
    const token = { name, namespace, tokenSecret: tokenSecret.metadata.name, storeKey };
    manifests.push(pushed(token, push));
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
    ...account(given.serviceAccount, given.tokenSecret, namespace),
    storeKey: keyOf(plan, given),
  }));
  return granted(grants, storeOf(plan.fleet.credentials));
}

/** The text of the same objects. */
export function accessPieces(plan: ClusterPlan): readonly Piece[] {
  const { fleet, cluster, access } = plan;
  const namespace = cluster.linkerd.multiclusterNamespace;
  const store = storeOf(fleet.credentials);
  const push = store && pushText(store, namespace);
  const subjects: object[] = [];
  const accounts: Piece[] = [];
  for (const given of access) {
    const { serviceAccount: name, tokenSecret } = given;
    const { piece, subject } = accountOf(given.source, name, tokenSecret, namespace);
    subjects.push(subject);
    accounts.push(piece);
    if (push) accounts.push(push({ name, tokenSecret, storeKey: keyOf(plan, given) }));
  }
  return [emitManifest(clusterRole()), emitManifest(clusterRoleBinding(subjects)), ...accounts];
}

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
    const made = account(name, tokenSecret, namespace);
    return [made.serviceAccount, made.tokenSecret];
  }),
);

const pushText = remembered((store: SecretStoreProps, namespace: string) =>
  template(['name', 'tokenSecret', 'storeKey'], (token) => [pushed({ ...token, namespace }, store)]),
);
