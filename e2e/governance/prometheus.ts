/** Prometheus without a server: what promtool makes of rules and of series over time. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Document, example, synth } from '../rig/fleet';
import { scratch } from '../rig/processes';
import { binary } from '../rig/tools';

/** prod with everything that is watched: prod-us holds Links to prod-eu (flat) and prod-apac (gateway). */
export function watched(): string {
  const observability = { alerts: { kubeStateMetrics: true }, dashboard: {} };
  const documents: Document[] = example('prod').map((d) =>
    d.kind === 'Fleet' ? { ...d, spec: { ...d.spec, podMonitor: {}, observability } } : d,
  );
  return join(synth(documents), 'clusters/prod-us/observability');
}

/** Rules of a PrometheusRule. */
export interface Rules {
  readonly groups: readonly {
    readonly name: string;
    readonly rules: readonly { readonly alert?: string; readonly record?: string; readonly expr: string }[];
  }[];
}

/** The rules of a file that holds a PrometheusRule. */
export const rulesIn = (file: string): Rules => parse(readFileSync(file, 'utf8')).spec;

/** Runs promtool over files, which are written as JSON. @returns what it says, and whether it is content */
export function promtool(args: readonly string[], files: Readonly<Record<string, unknown>>): [string, boolean] {
  const cwd = scratch('promtool');
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), JSON.stringify(content));
  try {
    return [execFileSync(binary('promtool'), args, { cwd, encoding: 'utf8', stdio: 'pipe' }), true];
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return [stdout + stderr, false];
  }
}

const MC = 'namespace="linkerd-multicluster"';
/** Kubernetes makes the names of pods of 58 characters at most and five more. */
const podName = (target: string) => `${`controller-${target}-5d9c7b6f4d-`.slice(0, 58)}x2x9z`;
const pod = (target: string) => `${MC},mirror_linkerd_io_cluster_name="${target}",pod="${podName(target)}"`;
export const own = (target: string) => `service_cache_size{${pod(target)},cluster="local"}`;
export const cache = (target: string) => `service_cache_size{${pod(target)},cluster="${target}"}`;
export const repairs = (target: string) =>
  `service_mirror_endpoint_repairs{${pod(target)},target_cluster_name="${target}"}`;
export const errors = `http_client_errors_total{${pod('prod-apac')},client="k8s",method="GET"}`;
export const unauthorised = `http_client_requests_total{${pod('prod-eu')},client="k8s",code="401",method="get"}`;
export const alive = `gateway_alive{${pod('prod-apac')},target_cluster_name="prod-apac"}`;
export const store = 'cluster_store_size{namespace="linkerd",pod="linkerd-destination-0"}';
export const issuer = 'issuer_cert_ttl_seconds{namespace="linkerd",pod="linkerd-identity-0"}';
export const denied = (client: string) =>
  `inbound_http_authz_deny_total{namespace="payments",pod="p",srv_kind="server",srv_name="payments-8080",client_id="${client}",tls="true"}`;
export const members = (remote: string) =>
  `kube_service_annotations{namespace="payments",service="payments-federated",annotation_multicluster_linkerd_io_local_discovery="payments",annotation_multicluster_linkerd_io_remote_discovery="${remote}"}`;

/** Two hours of a cluster where nothing is wrong, by series. */
export const usual = (): Record<string, string | undefined> => ({
  ...Object.fromEntries(
    ['prod-eu', 'prod-apac'].flatMap((target) => [
      [own(target), '40x240'],
      [cache(target), '12x240'],
      [repairs(target), '0+0.5x240'],
    ]),
  ),
  [`service_cache_size{${MC},pod="local-service-mirror-7c5-abcde",cluster="local"}`]: '40x240',
  [errors]: '3x100 5x139',
  [alive]: '1x240',
  [store]: '1x240',
  [issuer]: '2000000-30x240',
  [denied('old.shop')]: '7x240',
  [members('payments@prod-eu')]: '1x240',
});

/** Series of promtool, without those that are undefined. */
export const inputOf = (series: Readonly<Record<string, string | undefined>>) =>
  Object.entries(series).flatMap(([name, values]) => (values === undefined ? [] : [{ series: name, values }]));
