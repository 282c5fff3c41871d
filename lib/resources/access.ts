/** What a target grants its sources: one account each, so that one can be revoked without touching another. */
import type { Manifest } from '../emit/manifest';
import type { AccessPlan, ClusterPlan } from '../plan/types';
import { pushSecret } from './external-secrets';
import { inWave, WAVES } from './waves';

/** Name of the ClusterRole and its binding. */
const READER = 'linkerd-link-reader';

/** Accounts, their tokens and what they may read. None when no cluster holds a Link to this one. */
export function accessManifests(plan: ClusterPlan): readonly Manifest[] {
  if (plan.access.length === 0) return [];
  const namespace = plan.cluster.linkerd.multiclusterNamespace;
  const accounts = plan.access.flatMap((access) => [
    serviceAccount(access, namespace),
    tokenSecret(access, namespace),
    ...pushSecret(plan, access),
  ]);
  return [clusterRole(), clusterRoleBinding(plan.access, namespace), ...accounts].map((m) => inWave(WAVES.access, m));
}

/**
 * Read rights, as the chart's own account has them, without its right to write events: a mirror that is skipped shows
 * in Link.status instead. (linkerd2 multicluster/charts/linkerd-multicluster/templates/remote-access-service-mirror-rbac.yaml)
 */
function clusterRole(): Manifest {
  const read = ['get', 'list', 'watch'];
  return {
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
  };
}

function clusterRoleBinding(access: readonly AccessPlan[], namespace: string): Manifest {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: READER },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: READER },
    subjects: access.map(({ serviceAccount: name }) => ({ kind: 'ServiceAccount', name, namespace })),
  };
}

function serviceAccount({ serviceAccount: name }: AccessPlan, namespace: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace },
    automountServiceAccountToken: false,
  };
}

/** Empty: the token controller of the cluster fills it in. */
function tokenSecret({ serviceAccount: account, tokenSecret: name }: AccessPlan, namespace: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace, annotations: { 'kubernetes.io/service-account.name': account } },
    type: 'kubernetes.io/service-account-token',
  };
}
