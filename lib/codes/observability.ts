import { codes } from './entry';

/** What is needed to watch a cluster. */
export const observability = codes({
  OBSERVABILITY_SCRAPER: {
    allowed: 'serviceAccount with namespace, networks, or both ways in',
    why: 'A meshed Prometheus is known by account and namespace, one outside the mesh by its address: with less nobody is admitted.',
    fix: 'Name the account that Prometheus runs as and its namespace, or the addresses that it scrapes from.',
  },
  OBSERVABILITY_UNSCRAPED: {
    severity: 'warning',
    allowed: 'observability.alerts together with podMonitor, observability.dashboard together with alerts',
    why: 'The rules ask for metrics of mirror controllers, destination, identity and proxies, with labels namespace and pod, and for mirror controllers with label mirror.linkerd.io/cluster-name of their pods as mirror_linkerd_io_cluster_name. Without PodMonitors nothing here brings them, and LinkerdFleetMirrorDown fires for every Link. The dashboard shows what the rules record.',
    fix: 'Add `podMonitor`, or `alerts`; or accept this warning where you scrape them by other means.',
  },
});
