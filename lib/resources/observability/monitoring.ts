import type { PodMonitorSpec } from '../../../imports/monitoring.coreos.com';
import type { Manifest } from '../../emit/manifest';
import {
  EXTENSION_LABEL,
  MIRROR_CLUSTER_NAME_LABEL,
  MULTICLUSTER_EXTENSION,
  MULTICLUSTER_NAMESPACE,
} from '../../linkerd/names';
import { POD_MONITOR } from '../../model/defaults';
import type { ClusterPlan } from '../../plan/types';
import type { Spec } from '../spec';
import { inWave, WAVES } from '../waves';

/**
 * Admin ports (9999) of the mirror controllers and of the local mirror: the first up to 2.18, the others since. All of them
 * in every release, because pods of two releases run side by side during an upgrade; a port that no pod has scrapes nothing.
 */
const ADMIN_PORTS = ['admin-http', 'ctrl-admin', 'locsm-admin'];

/** Props of the PodMonitor of the mirror controllers. */
export interface MirrorPodMonitorProps {
  /** Labels by which the Prometheus operator picks the PodMonitor. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Time between two scrapes, with a unit. @default '10s' */
  readonly scrapeInterval?: string;
  /** Namespace of the multicluster extension. @default 'linkerd-multicluster' */
  readonly namespace?: string;
}

/**
 * Scrapes the mirror controllers. The chart's own PodMonitor for them keeps pods by the label
 * linkerd.io/control-plane-component, which they lack (linkerd2 charts/linkerd-control-plane/templates/podmonitor.yaml);
 * `controlPlaneValues` switches it off.
 *
 * The charts admit only ServiceAccount prometheus of linkerd-viz to these ports: in 2.17 and 2.18 on the mirror controllers,
 * in 2.20 on those, the local mirror and the proxies of the namespace. Any other Prometheus must be meshed and gets 403 until
 * an AuthorizationPolicy names it. It is not written here: the description does not say who scrapes.
 */
export function mirrorPodMonitor(props: MirrorPodMonitorProps): Manifest {
  const { labels, scrapeInterval: interval = POD_MONITOR.scrapeInterval, namespace = MULTICLUSTER_NAMESPACE } = props;
  return inWave(WAVES.observability, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: 'linkerd-service-mirrors', namespace, labels },
    spec: {
      // The name of the Link, as label mirror_linkerd_io_cluster_name of each metric.
      podTargetLabels: [MIRROR_CLUSTER_NAME_LABEL],
      podMetricsEndpoints: ADMIN_PORTS.map((port) => ({ interval, port })),
      selector: { matchLabels: { [EXTENSION_LABEL]: MULTICLUSTER_EXTENSION } },
    } satisfies Spec<PodMonitorSpec>,
  });
}

/** The PodMonitor of a cluster; none unless it has a `podMonitor`. */
export function monitoringManifests({ cluster }: ClusterPlan): readonly Manifest[] {
  if (cluster.podMonitor === undefined) return [];
  return [mirrorPodMonitor({ ...cluster.podMonitor, namespace: cluster.linkerd.multiclusterNamespace })];
}
