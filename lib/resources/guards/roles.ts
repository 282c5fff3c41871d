/**
 * Roles for people. The built-in `edit` and `admin` include Secrets, and so does everything that runs a pod of one's own or
 * gets into one: link credentials and the issuer's key are Secrets of these namespaces. No role can take away what another
 * gives, and admission policies are not asked about reading.
 */
import type { Manifest } from '../../emit/manifest';
import { MULTICLUSTER_GROUP, POLICY_GROUP } from '../../linkerd/names';
import type { ClusterPlan } from '../../plan/types';
import { inWave, WAVES } from '../waves';

const READ = ['get', 'list', 'watch'];

/** Links and policy, for everybody who has the built-in `view`: it does not know kinds of Linkerd. */
const VIEW = [
  { apiGroups: [MULTICLUSTER_GROUP], resources: ['links', 'links/status'], verbs: READ },
  { apiGroups: [POLICY_GROUP], resources: ['*'], verbs: READ },
];

/**
 * To look after Links in the namespaces of Linkerd, bound there: read all but Secrets, follow logs, reach metrics, and restart by
 * deleting a pod. Not a rollout: who writes a pod template mounts what he likes.
 */
const OPERATOR = [
  ...VIEW,
  {
    apiGroups: [''],
    resources: ['configmaps', 'endpoints', 'events', 'pods', 'pods/log', 'serviceaccounts', 'services'],
    verbs: READ,
  },
  { apiGroups: [''], resources: ['pods'], verbs: ['delete'] },
  { apiGroups: [''], resources: ['pods/portforward'], verbs: ['create'] },
  { apiGroups: ['apps'], resources: ['deployments', 'replicasets'], verbs: READ },
  { apiGroups: ['cert-manager.io'], resources: ['certificaterequests', 'certificates', 'issuers'], verbs: READ },
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: READ },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: READ },
  { apiGroups: ['external-secrets.io'], resources: ['externalsecrets', 'pushsecrets'], verbs: READ },
];

/** The ClusterRoles of a cluster; none unless it says `guards.roles`. */
export function roleManifests({ cluster }: ClusterPlan): readonly Manifest[] {
  if (cluster.guards?.roles !== true) return [];
  const aggregated = { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' };
  return [role('linkerd-fleet-operator', OPERATOR), role('linkerd-fleet-view', VIEW, aggregated)];
}

function role(name: string, rules: readonly object[], labels?: Readonly<Record<string, string>>): Manifest {
  return inWave(WAVES.access, {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name, labels },
    rules,
  });
}
