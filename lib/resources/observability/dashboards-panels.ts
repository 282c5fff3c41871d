/** Panels of the dashboard: only series that move when what they show changes (see alerts-mirror.ts, alerts-mesh.ts). */
import { ANCHOR, CREDENTIALS, LINK, MISSING } from './alerts-expected';
import { MIRROR_UP, MIRROR_WATCHING } from './alerts-mirror';

/** A panel and what it asks Prometheus. */
export interface Panel {
  readonly title: string;
  readonly description: string;
  readonly type: 'stat' | 'table' | 'timeseries';
  /** As Grafana calls it. */
  readonly unit: string;
  readonly targets: readonly { readonly expr: string; readonly legend: string }[];
  /** What is true now, instead of a course. @default false */
  readonly instant?: boolean;
}

interface Namespaces {
  readonly namespace: string;
  readonly multiclusterNamespace: string;
}

/** All panels, in order. */
export const PANELS = (namespaces: Namespaces): readonly Panel[] => [
  ...links(namespaces),
  ...mirrors(namespaces),
  ...mesh(namespaces),
  ...traffic(),
];

const TARGET = '{{target_cluster_name}}';

const links = ({ namespace }: Namespaces): readonly Panel[] => [
  {
    title: 'Links',
    description: 'Of the fleet; with a controller that answers; with a controller that watches its target.',
    type: 'stat',
    unit: 'none',
    instant: true,
    targets: [
      { expr: `count(${LINK}) or vector(0)`, legend: 'expected' },
      { expr: `count(${MIRROR_UP}) or vector(0)`, legend: 'up' },
      { expr: `count(${MIRROR_WATCHING}) or vector(0)`, legend: 'watching' },
    ],
  },
  {
    title: 'Firing',
    description: 'Alerts of the fleet.',
    type: 'table',
    unit: 'none',
    instant: true,
    targets: [{ expr: 'ALERTS{alertname=~"LinkerdFleet.*"}', legend: '' }],
  },
  {
    title: 'Linked clusters that destination knows',
    description: 'By replica, against the Links of the fleet that go pod to pod.',
    type: 'timeseries',
    unit: 'none',
    targets: [
      { expr: `cluster_store_size{namespace="${namespace}"}`, legend: '{{pod}}' },
      { expr: CREDENTIALS, legend: 'expected' },
    ],
  },
];

const mirrors = ({ multiclusterNamespace: namespace }: Namespaces): readonly Panel[] => [
  {
    title: 'Services seen of each target',
    description: 'In the cache of the mirror. No line: nothing is watched.',
    type: 'timeseries',
    unit: 'none',
    targets: [{ expr: `service_cache_size{namespace="${namespace}", cluster!="local"}`, legend: '{{cluster}}' }],
  },
  {
    title: 'Gateways: probes, 95th percentile',
    description: 'A gateway without a line does not answer.',
    type: 'timeseries',
    unit: 'ms',
    targets: [
      {
        expr: `histogram_quantile(0.95, sum by (target_cluster_name, le) (rate(gateway_probe_latency_ms_bucket{namespace="${namespace}"}[$__rate_interval]))) and on (target_cluster_name) gateway_alive{namespace="${namespace}"} == 1`,
        legend: TARGET,
      },
    ],
  },
  {
    title: 'Passes over the mirrors in 20 minutes',
    description: 'Twenty: up to date. Fewer: new exports and failing gateways wait.',
    type: 'timeseries',
    unit: 'none',
    targets: [
      {
        expr: `increase(service_mirror_endpoint_repairs{namespace="${namespace}", target_cluster_name!=""}[20m])`,
        legend: TARGET,
      },
    ],
  },
];

const mesh = ({ namespace }: Namespaces): readonly Panel[] => [
  {
    title: 'Certificates: time left',
    description: 'Of the issuer that identity has loaded, and of each trust anchor in the bundle of the fleet.',
    type: 'timeseries',
    unit: 's',
    targets: [
      { expr: `min(issuer_cert_ttl_seconds{namespace="${namespace}"})`, legend: 'issuer' },
      { expr: `${ANCHOR} - time()`, legend: '{{subject}}' },
    ],
  },
  {
    title: 'Refused callers',
    description: 'Requests and connections a second, by who refused and who asked.',
    type: 'timeseries',
    unit: 'ops',
    targets: [
      {
        expr: 'sum by (namespace, srv_name, client_id) (rate({__name__=~"inbound_(http|tcp)_authz_deny_total"}[$__rate_interval]))',
        legend: '{{srv_name}}.{{namespace}} {{client_id}}',
      },
    ],
  },
  {
    title: 'Members that federated services lack',
    description: 'Needs observability.alerts.kubeStateMetrics.',
    type: 'table',
    unit: 'none',
    instant: true,
    targets: [{ expr: MISSING, legend: '' }],
  },
];

/** Metrics of proxies name the target only behind a gateway; elsewhere the server's trust domain tells clusters apart. */
const BY_TRUST_DOMAIN =
  'label_replace(rate(response_total{direction="outbound", tls="true"}[$__rate_interval]), "trust_domain", "$1", "server_id", ".+[.]serviceaccount[.]identity[.][^.]+[.](.+)")';

const traffic = (): readonly Panel[] => [
  {
    title: 'Requests through gateways',
    description: 'By target cluster.',
    type: 'timeseries',
    unit: 'reqps',
    targets: [
      {
        expr: 'sum by (dst_target_cluster) (rate(response_total{direction="outbound", dst_target_cluster!=""}[$__rate_interval]))',
        legend: '{{dst_target_cluster}}',
      },
    ],
  },
  {
    title: 'Requests by trust domain of the server',
    description: 'With a trust domain per cluster: by cluster, the gateway of a cluster included.',
    type: 'timeseries',
    unit: 'reqps',
    targets: [{ expr: `sum by (trust_domain) (${BY_TRUST_DOMAIN})`, legend: '{{trust_domain}}' }],
  },
  {
    title: 'Success by trust domain of the server',
    description: 'A policy that refuses (403) counts as success: see the refused callers.',
    type: 'timeseries',
    unit: 'percentunit',
    targets: [
      {
        expr: `sum by (trust_domain) (${BY_TRUST_DOMAIN.replace('tls="true"', 'tls="true", classification="success"')}) / sum by (trust_domain) (${BY_TRUST_DOMAIN})`,
        legend: '{{trust_domain}}',
      },
    ],
  },
];
