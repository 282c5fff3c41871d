/**
 * Probes that policy refuses. Linkerd lets kubelets make the plain HTTP requests that pods declare, where the proxy reads HTTP and no
 * route is attached (linkerd2 policy-controller/k8s/index/src/inbound/workload.rs); a gRPC call, and what it cannot read, are
 * callers like others.
 */
import { type Issue, issue } from '../../errors';
import { coversMatch, type Match } from '../../model/policy/routes';
import type { PortPolicyPlan, ServicePolicyPlan } from '../../plan/policy';
import type { ClusterPlan } from '../../plan/types';
import { selectsLabels, type WorkloadPods, type WrittenContainer, type WrittenProbe } from './pods';

/** Probes of attached pods that the policies of the cluster refuse. */
export function probeIssues({ cluster, policies }: ClusterPlan, pods: readonly WorkloadPods[]): readonly Issue[] {
  return policies
    .filter(({ accessPolicy }) => accessPolicy === 'deny')
    .flatMap((policy) =>
      pods
        .filter(({ namespace, labels }) => namespace === policy.service.namespace && selectsLabels(policy.pods, labels))
        .flatMap((one) => policy.ports.flatMap((port) => refused(policy, port, one)).map((found) => ({ found, one })))
        .map(({ found, one }) => issue('POLICY_PROBE_REFUSED', { path: one.path, found, clusters: [cluster.name] })),
    );
}

function refused({ service }: ServicePolicyPlan, policy: PortPolicyPlan, pods: WorkloadPods): readonly string[] {
  // Nodes may be among the addresses that are let in, and a proxy need not be there.
  if (policy.networks.length > 0 || pods.annotations['linkerd.io/inject'] === 'disabled') return [];
  return pods.containers.flatMap((container) =>
    PROBES.flatMap((name) => {
      const what = container[name] && refusal(container[name], container, policy);
      return what === undefined
        ? []
        : [`${name} by ${what} on port ${policy.port}, which ${service.at}.spec.allow guards`];
    }),
  );
}

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;

/** What of a probe is refused at a port; undefined where it is let in, or asks another port. */
function refusal({ httpGet, grpc }: WrittenProbe, container: WrittenContainer, policy: PortPolicyPlan) {
  if (grpc !== undefined) {
    return isPort(policy.port, grpc.port, container) && !isLetIn(policy, HEALTH) ? 'gRPC' : undefined;
  }
  if (httpGet === undefined || !isPort(policy.port, httpGet.port, container)) return undefined;
  if (httpGet.scheme === 'HTTPS') return 'HTTPS';
  if (UNREAD.has(policy.proxyProtocol)) return `HTTP, with proxyProtocol ${policy.proxyProtocol},`;
  const value = (httpGet.path ?? '/').split(/[?#]/, 1)[0] as string;
  const isKnown = policy.routes.length === 0 || isLetIn(policy, { type: 'Exact', value, method: 'GET' });
  return isKnown ? undefined : `GET ${value}, which is not in probePaths,`;
}

/** Protocols in which the proxy sees no request that Linkerd's own route for probes could match. */
const UNREAD = new Set(['gRPC', 'opaque', 'TLS']);
/** What kubelets call. */
const HEALTH: Match = { type: 'Exact', value: '/grpc.health.v1.Health/Check', method: 'POST' };

/** Kubelets have no identity: by an address, on the path in question. */
const isLetIn = ({ routes }: PortPolicyPlan, request: Match): boolean =>
  routes.some(({ match, networks }) => networks.length > 0 && coversMatch(match, request));

function isPort(
  guarded: number | string,
  asked: number | string | undefined,
  { ports = [] }: WrittenContainer,
): boolean {
  const number = (port: number | string | undefined) =>
    typeof port === 'string' ? ports.find(({ name }) => name === port)?.containerPort : port;
  return (
    asked !== undefined && (asked === guarded || (number(asked) !== undefined && number(asked) === number(guarded)))
  );
}
