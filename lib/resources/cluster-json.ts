import { charts } from '../linkerd/charts';
import type { ClusterPlan } from '../plan/types';

/**
 * Parameters of the cluster for Argo CD's git-files generator. Every key is always there, so that templates may say
 * `missingkey=error`; everything is a string, as generators want it. Of `destination.name` and `.server` one is empty: an
 * Application takes both from its template, leaves the empty one out, and Argo CD refuses to have both.
 */
export function clusterJson({ cluster }: ClusterPlan): Record<string, unknown> {
  const { linkerd, argocd } = cluster;
  const c = charts(linkerd.distribution, linkerd.release.version);
  return {
    name: cluster.name,
    destination: { name: argocd.server === undefined ? argocd.name : '', server: argocd.server ?? '' },
    region: cluster.region ?? '',
    environment: cluster.environment ?? '',
    network: cluster.network ?? '',
    wave: String(cluster.wave),
    labels: cluster.labels,
    linkerd: {
      version: linkerd.release.version,
      distribution: linkerd.distribution,
      namespace: linkerd.namespace,
      multiclusterNamespace: linkerd.multiclusterNamespace,
    },
    charts: {
      repoURL: c.repository,
      version: linkerd.chartVersion,
      crds: c.names.crds,
      controlPlane: c.names.controlPlane,
      multicluster: c.names.multicluster,
    },
  };
}
