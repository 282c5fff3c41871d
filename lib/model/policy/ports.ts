/** Ports that pods have by the values of their control plane: what their proxies skip, and what they do not look into. */
import { OPAQUE_PORTS, SKIPPED_PORTS } from '../../linkerd/default-ports';
import type { ClusterModel } from '../types';

/** Whether proxies in a cluster leave inbound traffic of a port alone, as far as its number is known: no policy holds there. */
export function skipsPort({ values }: ClusterModel, port: string | number | undefined): boolean {
  const { proxyInit } = values.controlPlane as { proxyInit?: { ignoreInboundPorts?: unknown } };
  return Number(port) > 0 && has(proxyInit?.ignoreInboundPorts, SKIPPED_PORTS, Number(port));
}

/**
 * Whether a port is opaque in a cluster where no annotation speaks of it.
 *
 * @param cluster @default - one with the value that the chart has
 */
export function isOpaqueIn(cluster: ClusterModel | undefined, port: number): boolean {
  return has(cluster && opaquePorts(cluster), OPAQUE_PORTS, port);
}

/** The value that a cluster has instead of the chart's. */
export function opaquePorts({ values }: ClusterModel): unknown {
  return (values.controlPlane as { proxy?: { opaquePorts?: unknown } }).proxy?.opaquePorts;
}

const has = (value: unknown, otherwise: readonly number[], port: number): boolean =>
  value === undefined || value === null ? otherwise.includes(port) : listsPort(String(value), port);

/** Whether a port is in a list as Linkerd writes it, `3306,5000-5010,sql`: by its number, or by a name that it has. */
export function listsPort(ports: string, wanted: string | number): boolean {
  return ports.split(',').some((text) => {
    const part = text.trim();
    if (typeof wanted === 'string') return part === wanted;
    const [low, high = low] = part.split('-').map(Number);
    return low !== undefined && high !== undefined && low <= wanted && wanted <= high;
  });
}
