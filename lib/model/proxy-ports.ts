/** Ports on which the proxies of a cluster listen. */
import { GATEWAY_PROBE_PORT, PROXY_INBOUND_PORT } from '../linkerd/names';
import type { ClusterModel } from './types';

/** Values `proxy.ports.inbound` and `proxy.ports.admin` of its control plane, or what the chart has. */
export function proxyPorts({ values }: ClusterModel): { readonly inbound: number; readonly admin: number } {
  const { proxy } = values.controlPlane as { proxy?: { ports?: { inbound?: number; admin?: number } } };
  return { inbound: proxy?.ports?.inbound ?? PROXY_INBOUND_PORT, admin: proxy?.ports?.admin ?? GATEWAY_PROBE_PORT };
}
