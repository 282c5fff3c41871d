/** What Prometheus reads of the server. */
import type { Served } from './served';

/** Requests so far. */
export interface RequestCounts {
  readonly count: (endpoint: string, status: number, seconds: number) => void;
  readonly text: () => string;
}

const PREFIX = 'linkerd_fleet_generator';

/** Counts requests by endpoint, never by what a client writes. */
export function requestCounts(): RequestCounts {
  const requests = new Map<string, number>();
  const durations = new Map<string, { sum: number; count: number }>();
  return {
    count(endpoint, status, seconds) {
      const labels = `{endpoint="${endpoint}",code="${status}"}`;
      requests.set(labels, (requests.get(labels) ?? 0) + 1);
      const duration = durations.get(endpoint) ?? { sum: 0, count: 0 };
      durations.set(endpoint, { sum: duration.sum + seconds, count: duration.count + 1 });
    },
    text() {
      const summaries = [...durations].flatMap(([endpoint, { sum, count }]) => [
        `${PREFIX}_request_duration_seconds_sum{endpoint="${endpoint}"} ${sum.toFixed(6)}`,
        `${PREFIX}_request_duration_seconds_count{endpoint="${endpoint}"} ${count}`,
      ]);
      const totals = [...requests].map(([labels, n]) => `${PREFIX}_requests_total${labels} ${n}`);
      return [
        ...family('requests_total', 'counter', 'Requests, by endpoint and status.', totals),
        ...family('request_duration_seconds', 'summary', 'Time that answers took.', summaries),
      ].join('');
    },
  };
}

/** What is served, and whether it is the newest description. */
export function servedMetrics(served: Served, { isTlsCurrent }: { readonly isTlsCurrent: boolean }): string {
  const { fleet, digest, loadedAt, problems, reloads } = served;
  const name = fleet.name.replaceAll(/[\\"\n]/g, '\\$&');
  const one = (metric: string, kind: string, help: string, value: number, labels = '') =>
    family(metric, kind, help, [`${PREFIX}_${metric}${labels} ${value}`]);
  return [
    ...one('fleet_info', 'gauge', 'The fleet that is served.', 1, `{fleet="${name}",digest="${digest}"}`),
    ...one('clusters', 'gauge', 'Clusters of the fleet that is served.', fleet.clusters.length),
    ...one('last_reload_successful', 'gauge', 'Whether the newest description is served.', problems.length ? 0 : 1),
    ...one('last_reload_success_timestamp_seconds', 'gauge', 'When the fleet that is served was read.', loadedAt),
    ...family('reloads_total', 'counter', 'Descriptions read since the start.', [
      `${PREFIX}_reloads_total{result="success"} ${reloads.good}`,
      `${PREFIX}_reloads_total{result="failure"} ${reloads.bad}`,
    ]),
    ...one('tls_current', 'gauge', 'Whether the newest certificate is used.', isTlsCurrent ? 1 : 0),
  ].join('');
}

function family(metric: string, kind: string, help: string, samples: readonly string[]): string[] {
  const name = `${PREFIX}_${metric}`;
  return [`# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n`, ...samples.map((sample) => `${sample}\n`)];
}
