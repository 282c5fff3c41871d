import type { ServicePort } from '../fleet/spec';
import { OPAQUE_PORTS } from '../linkerd/opaque-ports';
import { targetPortOf } from './policy-pods';
import type { ServiceModel } from './types';

/** How a Server reads its port. */
export type ProxyProtocol = NonNullable<ServicePort['proxyProtocol']>;

/**
 * A Server says how its port is read, and takes precedence over the opaque ports of the pod: left at `unknown`, the proxy
 * would wait for a client to speak first where the server does.
 */
export function protocolOf({ spec }: ServiceModel, port: ServicePort): ProxyProtocol {
  if (port.proxyProtocol !== undefined) return port.proxyProtocol;
  const given = spec.annotations?.['config.linkerd.io/opaque-ports'];
  const numbers = [port.port, targetPortOf(port)].map(Number).filter((n) => n > 0);
  const isOpaque = numbers.some((n) => (given === undefined ? OPAQUE_PORTS.includes(n) : listed(given, n)));
  return isOpaque ? 'opaque' : 'unknown';
}

/** As Linkerd writes ports: `3306,5000-5010`. */
function listed(ports: string, wanted: number): boolean {
  return ports.split(',').some((part) => {
    const [low, high = low] = part.trim().split('-').map(Number);
    return low !== undefined && high !== undefined && low <= wanted && wanted <= high;
  });
}

/** Of a port of pods: what one of the ports that lead there says. */
export function protocolAt(service: ServiceModel, ports: readonly ServicePort[]): ProxyProtocol {
  return ports.map((port) => protocolOf(service, port)).find((protocol) => protocol !== 'unknown') ?? 'unknown';
}
