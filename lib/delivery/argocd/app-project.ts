import type { AppProjectSpec } from '../../../imports/argoproj.io';
import type { Manifest } from '../../emit/manifest';
import { charts } from '../../linkerd/charts';
import type { ArgoCdModel, ClusterModel, FleetModel } from '../../model/types';
import { servicesOf } from '../../plan/services';
import { ARGOPROJ, SYNC_OPTIONS, SYNC_WAVE } from './names';
import { deliveryOf } from './settings';

/**
 * Cluster-scoped kinds that the fleet and the charts of every release apply (linkerd2 charts/linkerd-crds,
 * charts/linkerd-control-plane, multicluster/charts/linkerd-multicluster). An AppProject refuses all others. Value
 * `enablePSP` is not provided for: no supported Kubernetes serves PodSecurityPolicy.
 *
 * Admission policies are among them in a fleet without guards too: what a project does not admit Argo CD does not see, and would
 * take the ConfigMaps of guards away and leave their policies, which then refuse everything.
 */
export const CLUSTER_KINDS = [
  { group: '', kind: 'Namespace' },
  { group: 'admissionregistration.k8s.io', kind: 'MutatingWebhookConfiguration' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingAdmissionPolicy' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingAdmissionPolicyBinding' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingWebhookConfiguration' },
  { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
  { group: 'policies.kyverno.io', kind: 'ValidatingPolicy' },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding' },
  { group: 'trust.cert-manager.io', kind: 'Bundle' },
] as const;

/**
 * What the Applications of the fleet may do: read this repository and the chart repositories in use, write to the fleet's
 * clusters, there into the namespaces of Linkerd, those of services and those that the cluster lists in `namespaces` (which
 * is how charts of the author's own get theirs), into every namespace while `argocd.prune` selects the cluster, and apply CLUSTER_KINDS. Namespaced kinds are open: a list that has
 * Deployment, Role and Secret, as Linkerd needs them, holds nobody back.
 *
 * The finalizer keeps the project for as long as an Application names it.
 */
export function appProject(fleet: FleetModel, argocd: ArgoCdModel): Manifest {
  const clusters = [...fleet.clusters.values()];
  const pruned = new Set(argocd.automated ? deliveryOf(fleet).prune : []);
  const spec: AppProjectSpec = {
    description: `Linkerd and its Links in the clusters of fleet ${fleet.name}`,
    sourceRepos: [argocd.repoURL, ...new Set(clusters.map(chartRepository).sort())],
    destinations: clusters.flatMap((cluster) => destinations(fleet, cluster, pruned.has(cluster.name))),
    clusterResourceWhitelist: [...CLUSTER_KINDS],
  };
  return {
    apiVersion: ARGOPROJ,
    kind: 'AppProject',
    metadata: {
      name: argocd.project,
      namespace: argocd.namespace,
      // ApplicationSets that name a project without it report an error. Of many clusters it outgrows the annotation in
      // which client-side apply keeps a copy.
      annotations: { [SYNC_WAVE]: '-1', [SYNC_OPTIONS]: 'ServerSideApply=true' },
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    },
    spec,
  };
}

const EVERY = '*';

const chartRepository = ({ linkerd }: ClusterModel): string =>
  charts(linkerd.distribution, linkerd.release.version).repository;

/**
 * Argo CD drops what its project does not admit before it compares: neither pruned nor OutOfSync, the last object of a namespace would
 * stay and the Application be Synced (argo-cd controller/state.go, IsLiveResourcePermitted). What was written before is not known
 * here, so that every namespace is admitted for as long as the cluster is pruned.
 */
function destinations(fleet: FleetModel, cluster: ClusterModel, isPruned: boolean) {
  const { name, server } = cluster.argocd;
  const { namespace, multiclusterNamespace } = cluster.linkerd;
  const services = servicesOf(fleet, cluster).map((service) => service.namespace);
  const namespaces = new Set([namespace, multiclusterNamespace, ...services, ...cluster.namespaces]);
  if (isPruned) namespaces.add(EVERY);
  const to = server === undefined ? { name: literal(name) } : { server: literal(server) };
  return [...namespaces].sort().map((namespace) => ({ ...to, namespace }));
}

/** Destinations are patterns: brackets of an IPv6 address, for one, would be a class of characters. */
const literal = (text: string): string => text.replaceAll(/[\\*?[\]{}]/g, '\\$&');
