/** Metrics of proxies stay open to the Prometheus of the cluster where the default inbound policy closes them. */
import type { Manifest } from '../../emit/manifest';
import { identity } from '../../linkerd/names';
import { refusesScrapes } from '../../model/rules/policy-default';
import type { ClusterPlan } from '../../plan/types';
import { serverPolicy } from './policy';

/** Name of the proxies' admin port, 4191 (linkerd2 charts/partials/templates/_proxy.tpl), and of the Server on it. */
const ADMIN_PORT = 'linkerd-admin';

/**
 * A Server on the admin port of all meshed pods of a namespace, whose probes stay allowed because no route is attached to
 * it. None without `observability.prometheus`, and where everybody may scrape.
 */
export function adminPolicy({ cluster }: ClusterPlan, namespace: string): readonly Manifest[] {
  const { linkerd, observability, trustDomain } = cluster;
  const { prometheus } = observability;
  if (prometheus === undefined || !refusesScrapes(cluster, namespace)) return [];
  const { serviceAccount, namespace: home = '', networks } = prometheus;
  return serverPolicy({
    name: ADMIN_PORT,
    namespace,
    // The injector labels pods with the namespace of their control plane.
    podSelector: { 'linkerd.io/control-plane-ns': linkerd.namespace },
    port: ADMIN_PORT,
    proxyProtocol: 'HTTP/1',
    identities: serviceAccount ? [identity(serviceAccount, home, linkerd.namespace, trustDomain)] : [],
    networks,
  });
}

/** Namespaces of a cluster whose metrics may need it: those of its Services. */
export function closedNamespaces({ cluster, services }: ClusterPlan): readonly string[] {
  const { observability } = cluster;
  if (observability.prometheus === undefined) return [];
  return [...new Set(services.map(({ namespace }) => namespace))].filter((name) => refusesScrapes(cluster, name));
}
