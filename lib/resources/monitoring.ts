import type { Manifest } from '../emit/manifest';
import { EXTENSION_LABEL, MULTICLUSTER_EXTENSION } from '../linkerd/names';
import type { ClusterPlan } from '../plan/types';
import { inWave, WAVES } from './waves';

/**
 * Admin ports (9999) of the mirror controllers and of the local mirror: the first up to 2.18, the others since. All of them
 * in every release, because pods of two releases run side by side during an upgrade; a port that no pod has scrapes nothing.
 */
const ADMIN_PORTS = ['admin-http', 'ctrl-admin', 'locsm-admin'];

/**
 * Scrapes the mirror controllers, when the cluster has a `podMonitor`. The chart's own PodMonitor for them keeps pods by the
 * label linkerd.io/control-plane-component, which they lack (linkerd2
 * charts/linkerd-control-plane/templates/podmonitor.yaml); `controlPlaneValues` switches it off.
 *
 * The charts admit only ServiceAccount prometheus of linkerd-viz to these ports: in 2.17 and 2.18 on the mirror controllers,
 * in 2.20 on those, the local mirror and the proxies of the namespace. Any other Prometheus must be meshed and gets 403 until
 * an AuthorizationPolicy names it. It is not written here: the description does not say who scrapes.
 */
export function monitoringManifests({ cluster }: ClusterPlan): readonly Manifest[] {
  if (cluster.podMonitor === undefined) return [];
  const { labels, scrapeInterval: interval } = cluster.podMonitor;
  return [
    inWave(WAVES.observability, {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: { name: 'linkerd-service-mirrors', namespace: cluster.linkerd.multiclusterNamespace, labels },
      spec: {
        podMetricsEndpoints: ADMIN_PORTS.map((port) => ({ interval, port })),
        selector: { matchLabels: { [EXTENSION_LABEL]: MULTICLUSTER_EXTENSION } },
      },
    }),
  ];
}
