/**
 * Alerts about Links. Each rests on a metric that moves when what it tells of happens; readiness, the Lease, Link.status
 * and a `gateway_alive` of 1 stay as they were through most of it.
 */
import { MIRROR_CLUSTER_NAME_LABEL } from '../../linkerd/names';
import type { ClusterPlan } from '../../plan/types';
import { CREDENTIALS, LINK } from './alerts-expected';
import type { AlertingRule, Rule } from './alerts-rule';

/** 1 for a Link whose mirror controller is scraped, by `target_cluster_name`. */
export const MIRROR_UP = 'linkerd_fleet:mirror:up';
/** 1 for a Link whose mirror controller has Services of the target in its cache. */
export const MIRROR_WATCHING = 'linkerd_fleet:mirror:watching';

/**
 * Name of the Link, from a label that the pods of its controller have in every release, as the Prometheus operator writes
 * it. The names of pods do not say it: Kubernetes cuts them at 58 characters before it makes them unique.
 */
const TARGET = MIRROR_CLUSTER_NAME_LABEL.replace(/\W/g, '_');

/** What of the mirror controllers is asked more than once. */
export function mirrorRules({ cluster }: ClusterPlan): readonly Rule[] {
  const namespace = cluster.linkerd.multiclusterNamespace;
  return [
    // Every mirror controller has a cache of its own cluster, which stays whatever becomes of its Link.
    {
      record: MIRROR_UP,
      expr: byTarget(`service_cache_size{namespace="${namespace}", cluster="local", ${TARGET}!=""}`),
    },
    // Unregistered when the watcher stops; 0 while the target was never reached, for every cluster has default/kubernetes.
    {
      record: MIRROR_WATCHING,
      expr: byTarget(`service_cache_size{namespace="${namespace}", cluster!="local", ${TARGET}!=""} > 0`),
    },
  ];
}

const named = (series: string) => `label_replace(${series}, "target_cluster_name", "$1", "${TARGET}", "(.+)")`;

const byTarget = (series: string) => `group by (target_cluster_name) (${named(series)})`;

/** Alerts about the mirror controllers, gateways and credentials of a cluster. */
export function linkAlerts(plan: ClusterPlan): readonly AlertingRule[] {
  const { namespace, multiclusterNamespace } = plan.cluster.linkerd;
  return [
    ...mirrors(),
    ...targets(multiclusterNamespace),
    ...gateways(multiclusterNamespace),
    ...credentials(namespace),
  ];
}

const OF_TARGET = 'on (target_cluster_name)';

function mirrors(): readonly AlertingRule[] {
  return [
    {
      // linkerd2 controller/k8s/prometheus.go, multicluster/service-mirror/cluster_watcher.go: Stop
      alert: 'LinkerdFleetMirrorNotWatching',
      expr: `${LINK} and ${OF_TARGET} ${MIRROR_UP} unless ${OF_TARGET} ${MIRROR_WATCHING}`,
      for: '5m',
      labels: { severity: 'critical' },
      annotations: {
        summary: 'The mirror of {{ $labels.target_cluster_name }} runs and watches nothing',
        description:
          'The controller of the Link answers, ready, and has no Services of {{ $labels.target_cluster_name }} in its cache: it lost its lease once and its watches with it, or has not reached the API server of the target since it started. Mirrors stay as they are, right or wrong.',
      },
    },
    {
      alert: 'LinkerdFleetMirrorDown',
      expr: `${LINK} unless ${OF_TARGET} ${MIRROR_UP}`,
      for: '10m',
      labels: { severity: 'critical' },
      annotations: {
        summary: 'No mirror controller for {{ $labels.target_cluster_name }} is scraped',
        description:
          'The fleet has a Link to {{ $labels.target_cluster_name }}, and no metrics come from its controller: it does not run, or does not admit this Prometheus.',
      },
    },
  ];
}

/**
 * The client of a mirror controller counts what becomes of its requests (linkerd2 pkg/prometheus/prometheus.go). It asks its own
 * API server with it too; when that one is away, every controller of the cluster says so.
 */
function targets(namespace: string): readonly AlertingRule[] {
  const of = (series: string) => `sum by (target_cluster_name) (${named(`increase(${series}[10m])`)})`;
  const from = `namespace="${namespace}", ${TARGET}!="", client="k8s"`;
  return [
    {
      // Watches that cannot be opened again are tried about four times a minute.
      alert: 'LinkerdFleetTargetUnreachable',
      expr: `${of(`http_client_errors_total{${from}, method="GET"}`)} > 10`,
      for: '5m',
      labels: { severity: 'warning' },
      annotations: {
        summary: 'The API server of {{ $labels.target_cluster_name }} is not reached',
        description:
          'Requests of the mirror controller of {{ $labels.target_cluster_name }} get no answer. Mirrors and members stay as they were; what changes there does not arrive, and destination must not be restarted now: it would forget the target.',
      },
    },
    {
      alert: 'LinkerdFleetTargetRefuses',
      expr: `${of(`http_client_requests_total{${from}, code=~"401|403"}`)} > 2`,
      for: '5m',
      labels: { severity: 'critical' },
      annotations: {
        summary: 'The API server of {{ $labels.target_cluster_name }} refuses the credential of its Link',
        description:
          'The token that the mirror controller of {{ $labels.target_cluster_name }} has read was revoked, or may not read Services. A Secret that is right by now is read at the next change of the Link, or start of the controller.',
      },
    },
  ];
}

/** A pass every minute unless the controller is behind: it repairs one mirror after the other, five a second. */
const PASSES = 15;

function gateways(namespace: string): readonly AlertingRule[] {
  return [
    {
      // linkerd2 multicluster/service-mirror/probe_worker.go. Only 0 says something: a stopped watcher leaves 1 behind.
      alert: 'LinkerdFleetGatewayDown',
      expr: `min by (target_cluster_name) (gateway_alive{namespace="${namespace}"}) == 0`,
      for: '2m',
      labels: { severity: 'critical' },
      annotations: {
        summary: 'The gateway of {{ $labels.target_cluster_name }} does not answer',
        description:
          'Probes of the gateway of {{ $labels.target_cluster_name }} fail. All its mirrors have lost their endpoints here; calls to them fail at once.',
      },
    },
    {
      // linkerd2 multicluster/service-mirror/cluster_watcher.go: repairEndpoints
      alert: 'LinkerdFleetMirrorLag',
      expr: `0 < increase(service_mirror_endpoint_repairs{namespace="${namespace}", target_cluster_name!=""}[20m]) < ${PASSES} and service_mirror_endpoint_repairs offset 20m`,
      for: '20m',
      labels: { severity: 'warning' },
      annotations: {
        summary: 'The mirror of {{ $labels.target_cluster_name }} is behind',
        description:
          'The controller should look at all its mirrors once a minute, and did so {{ $value | printf "%.0f" }} times in 20 minutes. What is exported, and a gateway that goes down, waits behind that: minutes. About 250 exports through one gateway are what it keeps up with.',
      },
    },
  ];
}

function credentials(namespace: string): readonly AlertingRule[] {
  const store = `cluster_store_size{namespace="${namespace}"}`;
  const severity = { severity: 'critical' } as const;
  return [
    {
      // linkerd2 controller/api/destination/watcher/cluster_store.go
      alert: 'LinkerdFleetCredentialsMissing',
      expr: `${store} < on () group_left () ${CREDENTIALS}`,
      for: '15m',
      labels: severity,
      annotations: {
        summary: '{{ $labels.pod }} knows {{ $value }} of the linked clusters',
        description:
          'Secrets cluster-credentials-* in the control-plane namespace are missing, incomplete, or could not be read when the pod saw them first, which it does once: calls pod to pod, and to federated services, find no endpoints of some targets.',
      },
    },
    {
      alert: 'LinkerdFleetCredentialsForeign',
      expr: `${store} > on () group_left () ${CREDENTIALS}`,
      for: '15m',
      labels: severity,
      annotations: {
        summary: '{{ $labels.pod }} reads clusters that the fleet does not link',
        description:
          'destination has credentials of {{ $value }} clusters, more than the fleet has Links for: what answers with them can have itself called as any Service that is federated or mirrored pod to pod.',
      },
    },
  ];
}
