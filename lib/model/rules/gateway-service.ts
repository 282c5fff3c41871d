/** The Service of a gateway: ports, and fields that Kubernetes takes for its type only. */
import { type Issue, type IssueInput, issue } from '../../errors';
import { milliseconds } from '../duration';
import { proxyPorts } from '../proxy-ports';
import type { ClusterModel, FleetModel, GatewayModel } from '../types';
import { merge, pathOf } from './report';
import type { Rule } from './rule';

type Report = (code: Issue['code'], keys: readonly string[], found: string, more?: Partial<IssueInput>) => void;
type Check = (gateway: GatewayModel, report: Report, cluster: ClusterModel) => void;

/** A rule about the gateway of each cluster by itself; said once where it was written. */
function each(codes: Rule['codes'], check: Check): Rule {
  const one = (fleet: FleetModel, cluster: ClusterModel): Issue[] => {
    const issues: Issue[] = [];
    if (cluster.gateway === undefined) return issues;
    const report: Report = (code, keys, found, more) => {
      const path = pathOf(fleet, cluster, ['gateway', ...keys]);
      issues.push(issue(code, { path, found, clusters: [cluster.name], ...more }));
    };
    check(cluster.gateway, report, cluster);
    return issues;
  };
  return { codes, check: (fleet, clusters) => merge(clusters.flatMap((cluster) => one(fleet, cluster))) };
}

/** Node ports: known, in range. */
export const nodePorts = each(['GATEWAY_NODE_PORT_MISSING', 'GATEWAY_NODE_PORT_RANGE'], (gateway, report) => {
  for (const key of ['nodePort', 'probeNodePort', 'healthCheckNodePort'] as const) {
    const port = gateway[key];
    if (port === undefined) {
      if (gateway.serviceType !== 'NodePort' || key === 'healthCheckNodePort') continue;
      report('GATEWAY_NODE_PORT_MISSING', ['serviceType'], `serviceType NodePort without ${key}`);
    } else if (port < 30000 || port > 32767) report('GATEWAY_NODE_PORT_RANGE', [key], String(port));
  }
});

/** Ports that would collide, and ports on which the proxy of the gateway does not answer. */
export const ports = each(['GATEWAY_PORTS_EQUAL', 'GATEWAY_PORT_NOT_PROXY'], (gateway, report, cluster) => {
  const { port, probe } = gateway;
  if (port === probe.port) report('GATEWAY_PORTS_EQUAL', ['probe', 'port'], `${port}, which is also gateway.port`);
  const nodes = (['nodePort', 'probeNodePort', 'healthCheckNodePort'] as const).filter((key) => gateway[key]);
  for (const [i, key] of nodes.entries()) {
    const same = nodes.slice(0, i).find((other) => gateway[other] === gateway[key]);
    if (same) report('GATEWAY_PORTS_EQUAL', [key], `${gateway[key]}, which is also gateway.${same}`);
  }
  for (const [network, reached] of Object.entries(gateway.networks)) {
    if (reached.port !== reached.probePort || reached.port === port) continue;
    report('GATEWAY_PORTS_EQUAL', ['networks', network], `${reached.port} for traffic and for probes`);
  }
  if (setsInboundPort(cluster)) return;
  const { inbound, admin } = proxyPorts(cluster);
  if (port !== inbound) report('GATEWAY_PORT_NOT_PROXY', ['port'], `${port}, where proxies take traffic on ${inbound}`);
  if (probe.port !== admin) {
    report('GATEWAY_PORT_NOT_PROXY', ['probe', 'port'], `${probe.port}, where proxies answer probes on ${admin}`);
  }
});

/** Somebody who moves the ports of the gateway's proxy by annotation knows what they do. */
function setsInboundPort({ values }: ClusterModel): boolean {
  const annotations = (values.multicluster['gateway'] as { deploymentAnnotations?: unknown } | undefined)
    ?.deploymentAnnotations;
  return Object.keys(annotations ?? {}).some((key) => /^config\.linkerd\.io\/(inbound|admin)-port$/.test(key));
}

/** Fields by the types of Service that take them (Kubernetes pkg/apis/core/validation). */
const TAKEN_BY = {
  nodePort: ['LoadBalancer', 'NodePort'],
  probeNodePort: ['LoadBalancer', 'NodePort'],
  externalTrafficPolicy: ['LoadBalancer', 'NodePort'],
  healthCheckNodePort: ['LoadBalancer'],
  loadBalancerClass: ['LoadBalancer'],
  loadBalancerIP: ['LoadBalancer'],
  loadBalancerSourceRanges: ['LoadBalancer'],
} as const;

/** Fields of another serviceType. */
export const serviceFields = each(['GATEWAY_SERVICE_FIELD'], (gateway, report) => {
  for (const [key, types] of Object.entries(TAKEN_BY) as [keyof typeof TAKEN_BY, readonly string[]][]) {
    const value = gateway[key];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    if (types.includes(gateway.serviceType)) continue;
    const allowed = `${key} with serviceType ${types.join(' or ')}`;
    report('GATEWAY_SERVICE_FIELD', [key], `${key} with serviceType ${gateway.serviceType}`, { allowed });
  }
  if (gateway.healthCheckNodePort !== undefined && gateway.externalTrafficPolicy !== 'Local') {
    const allowed = 'healthCheckNodePort with externalTrafficPolicy Local';
    report(
      'GATEWAY_SERVICE_FIELD',
      ['healthCheckNodePort'],
      'healthCheckNodePort without externalTrafficPolicy Local',
      { allowed },
    );
  }
});

/** How sources probe. */
export const probe = each(['GATEWAY_PROBE_PERIOD', 'GATEWAY_PROBE_PATH'], (gateway, report) => {
  const { period, path } = gateway.probe;
  const ms = milliseconds(period);
  if (!(ms >= 1000 && ms % 1000 === 0)) report('GATEWAY_PROBE_PERIOD', ['probe', 'period'], period);
  if (!/^\/\S*$/.test(path)) report('GATEWAY_PROBE_PATH', ['probe', 'path'], JSON.stringify(path));
});

/** Fields that the chart of an earlier release does not read. */
export const healthCheckPort = each(['GATEWAY_HEALTH_CHECK_NODE_PORT'], (gateway, report, { linkerd }) => {
  if (gateway.healthCheckNodePort === undefined || linkerd.release.capabilities.gatewayHealthCheckNodePort) return;
  report('GATEWAY_HEALTH_CHECK_NODE_PORT', ['healthCheckNodePort'], `it with Linkerd ${linkerd.release.version}`);
});
