import type { ClusterModel, GatewayAddress } from './types';

/**
 * Where a source reaches the gateway of a target: the address for the network of the source, else the general one.
 * For serviceType NodePort the ports are the node ports, as `linkerd multicluster link-gen` takes them from the Service.
 * Undefined when the target has no gateway or no address for that source.
 */
export function gatewayAddress(
  target: ClusterModel,
  source: Pick<ClusterModel, 'network'>,
): GatewayAddress | undefined {
  const { gateway } = target;
  if (gateway === undefined) return undefined;
  const own = forNetwork(gateway.networks, source.network);
  if (own !== undefined) return own;
  if (gateway.addresses.length === 0) return undefined;
  const node = gateway.serviceType === 'NodePort';
  return {
    addresses: gateway.addresses,
    port: (node ? gateway.nodePort : undefined) ?? gateway.port,
    probePort: (node ? gateway.probeNodePort : undefined) ?? gateway.probe.port,
  };
}

/** What a map by consumer network says of one network. */
export function forNetwork<T>(networks: Readonly<Record<string, T>>, network: string | undefined): T | undefined {
  return network !== undefined && Object.hasOwn(networks, network) ? networks[network] : undefined;
}
