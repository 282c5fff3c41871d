import * as z from 'zod/mini';
import { named, opt, stringList, stringMap, text } from './kit';

const alerts = z.strictObject({
  enabled: opt('`false` removes rules that the fleet or the region asks for.\n\n@default true', z.boolean()),
  labels: opt('Labels your Prometheus selects PrometheusRules by.', stringMap),
  kubeStateMetrics: opt(
    'Rules about members of federated services too. kube-state-metrics of the cluster must then say `--metric-annotations-allowlist=services=[multicluster.linkerd.io/remote-discovery,multicluster.linkerd.io/local-discovery]`.\n\n@default false',
    z.boolean(),
  ),
});

const dashboard = z.strictObject({
  enabled: opt('`false` removes the dashboard that the fleet or the region asks for.\n\n@default true', z.boolean()),
  labels: opt('Labels that the sidecar selects ConfigMaps by.\n\n@default - grafana_dashboard: "1"', stringMap),
});

const prometheus = z.strictObject({
  serviceAccount: opt('Account that a meshed Prometheus runs as; needs `namespace`.', text),
  namespace: opt('Namespace of that account.', text),
  networks: opt('Addresses of a Prometheus outside the mesh, as CIDRs.', stringList),
});

/** How a cluster's mesh is watched, by the Prometheus of the same cluster. */
export const observability = named(
  'Observability',
  'How a cluster watches its Links, beside `podMonitor`: by the Prometheus of the same cluster.',
  z.strictObject({
    alerts: opt(
      'Alert rules of the cluster as a PrometheusRule, for the Prometheus operator.\n\n@default - none',
      alerts,
    ),
    dashboard: opt(
      'A Grafana dashboard as a ConfigMap in the multicluster namespace, for the sidecar that looks for such. It shows what `alerts` record.\n\n@default - none',
      dashboard,
    ),
    prometheus: opt(
      'Prometheus that the admin ports of the multicluster extension admit; the charts admit that of linkerd-viz alone.\n\n@default - nobody else',
      prometheus,
    ),
  }),
);
