/** Address families in which pods are reached through their proxies. */
import type { ClusterModel } from './types';

/** 4 or 6. */
export type Family = 4 | 6;

type Ranges = Pick<ClusterModel, 'podCidrs' | 'serviceCidrs'>;

/** Families of the pods of a cluster, as its ranges say; empty where none is given. */
export function familiesGiven({ podCidrs, serviceCidrs }: Ranges): ReadonlySet<Family> {
  const families = new Set<Family>();
  // By the look of it: a render asks this of every neighbour, and what is no range has been said.
  for (const text of podCidrs.length > 0 ? podCidrs : serviceCidrs) families.add(text.includes(':') ? 6 : 4);
  return families;
}

/** Whether pods have IPv6 addresses and no others: Linkerd is given `disableIPv6: false` then. */
export function isOnlyIPv6(cluster: Ranges): boolean {
  const given = familiesGiven(cluster);
  return given.has(6) && !given.has(4);
}

/** What a user says of value `disableIPv6` of chart linkerd-control-plane. */
export const saysDisableIPv6 = ({ values }: Pick<ClusterModel, 'values'>): unknown =>
  values.controlPlane['disableIPv6'];

/**
 * Whether Linkerd of a cluster leaves IPv6 alone, which the chart does unless told otherwise: proxies listen on IPv4, IPv6 is not
 * redirected to them (charts/partials/templates/_proxy.tpl, _proxy-init.tpl), and destination answers with no IPv6 address
 * (controller/api/destination/watcher/filtered_listener_group.go of linkerd2).
 */
export function leavesIPv6(cluster: Ranges & Pick<ClusterModel, 'values'>): boolean {
  const said = saysDisableIPv6(cluster);
  return typeof said === 'boolean' ? said : !isOnlyIPv6(cluster);
}

/** Families in which proxies of a cluster dial and are dialled; undefined where its ranges are not known. */
export function familiesOf(cluster: Ranges & Pick<ClusterModel, 'values'>): readonly Family[] | undefined {
  const given = familiesGiven(cluster);
  if (given.size === 0) return undefined;
  return ([4, 6] as const).filter((family) => given.has(family) && (family === 4 || !leavesIPv6(cluster)));
}
