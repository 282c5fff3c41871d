import { charts } from '../linkerd/charts';
import type { ClusterModel } from '../model/types';
import type { ClusterPlan } from '../plan/types';

/**
 * Parameters of the cluster for Argo CD's git-files generator. Every key is always there, so that templates may say
 * `missingkey=error`; everything is a string, as generators want it. Of `destination.name` and `.server` one is empty: an
 * Application takes both from its template, leaves the empty one out, and Argo CD refuses to have both.
 */
export function clusterJson({ cluster }: ClusterPlan): ClusterParameters {
  return clusterParameters(cluster);
}

/** What is in cluster.json. */
export interface ClusterParameters {
  readonly name: string;
  /** The cluster as Argo CD knows it. */
  readonly destination: { readonly name: string; readonly server: string };
  readonly region: string;
  readonly environment: string;
  readonly network: string;
  readonly wave: string;
  /** What selectors see. The one key whose entries differ from cluster to cluster. */
  readonly labels: Readonly<Record<string, string>>;
  readonly linkerd: {
    /** Release line. */
    readonly version: string;
    readonly distribution: string;
    readonly namespace: string;
    readonly multiclusterNamespace: string;
  };
  readonly charts: {
    readonly repoURL: string;
    /** Of all three charts. */
    readonly version: string;
    /** Name of the chart, as the others. */
    readonly crds: string;
    readonly controlPlane: string;
    readonly multicluster: string;
  };
}

/** The same from the model alone: what generators say of a cluster needs no plan. */
export function clusterParameters(cluster: ClusterModel): ClusterParameters {
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
