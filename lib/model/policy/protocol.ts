import type { ServicePort } from '../../fleet/spec';
import type { ClusterModel, ServiceModel } from '../types';
import { targetPortOf } from './pods';
import { isOpaqueIn, listsPort } from './ports';

/** How a Server reads its port. */
export type ProxyProtocol = NonNullable<ServicePort['proxyProtocol']>;

/**
 * A Server says how its port is read, and takes precedence over the opaque ports of the pod: left at `unknown`, the proxy
 * would wait for a client to speak first where the server does.
 */
export function protocolOf({ spec }: ServiceModel, port: ServicePort, member?: ClusterModel): ProxyProtocol {
  if (port.proxyProtocol !== undefined) return port.proxyProtocol;
  const given = spec.annotations?.['config.linkerd.io/opaque-ports'];
  const numbers = [port.port, targetPortOf(port)].map(Number).filter((n) => n > 0);
  const names = [port.name, port.targetPort].filter((name) => typeof name === 'string');
  const isOpaque =
    given === undefined
      ? numbers.some((n) => isOpaqueIn(member, n))
      : [...numbers, ...names].some((wanted) => listsPort(given, wanted));
  return isOpaque ? 'opaque' : 'unknown';
}

/**
 * Of a port of pods: what one of the ports that lead there says.
 *
 * @param member whose control plane says which ports are opaque @default - the chart says
 */
export function protocolAt(service: ServiceModel, ports: readonly ServicePort[], member?: ClusterModel): ProxyProtocol {
  return ports.map((port) => protocolOf(service, port, member)).find((protocol) => protocol !== 'unknown') ?? 'unknown';
}
