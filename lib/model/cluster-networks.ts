import { contains, parseCidr } from '../net/cidr';
import type { ClusterModel } from './types';

/** What Linkerd takes for the cluster unless told otherwise (chart linkerd-control-plane, `clusterNetworks`). */
export const PRIVATE_NETWORKS = ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', 'fd00::/8'] as const;

/** The value of `clusterNetworks`: as given, or Linkerd's default and what of the cluster it does not cover. */
export function clusterNetworks(cluster: ClusterModel): readonly string[] {
  if (cluster.clusterNetworks !== undefined) return cluster.clusterNetworks;
  const own = [...cluster.podCidrs, ...cluster.serviceCidrs, ...cluster.nodeCidrs];
  const missing = own.filter((cidr) => !PRIVATE_NETWORKS.some((network) => covers(network, cidr)));
  return [...PRIVATE_NETWORKS, ...new Set(missing)];
}

function covers(network: string, cidr: string): boolean {
  const [a, b] = [parseCidr(network), parseCidr(cidr)];
  return a.ok && b.ok && contains(a.value, b.value);
}
