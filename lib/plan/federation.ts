import { carriesPods } from '../model/rules/carry';
import type { ServiceModel } from '../model/types';
import type { ClusterPlan } from './types';

/** A federated service as a cluster has it when every member is in, and none whose Link drains. */
export interface FederatedServicePlan {
  /** Name of the members; the Service that unites them is `<name>-federated`. */
  readonly name: string;
  readonly namespace: string;
  /** Whether the cluster has a member itself. */
  readonly isMember: boolean;
  /** Targets with a member, sorted: none whose Link drains. */
  readonly targets: readonly string[];
}

/** Federated services of a cluster: those it is a member of, and those that its Links bring, or take away while they drain. */
export function planFederation({ fleet, cluster, links }: ClusterPlan): readonly FederatedServicePlan[] {
  const services = fleet.services.filter(({ federated }) => federated);
  const byName = new Map<string, ServiceModel[]>();
  for (const service of services) {
    const key = `${service.namespace}/${service.name}`;
    byName.set(key, [...(byName.get(key) ?? []), service]);
  }
  return [...byName.keys()].sort().flatMap((key) => {
    // One Service may be described more than once, for different clusters.
    const all = byName.get(key)!;
    const { name, namespace } = all[0]!;
    const isMember = all.some((service) => service.on(cluster));
    const brought = links.filter((link) => carriesPods(link) && all.some((service) => service.on(link.target)));
    const targets = brought.filter(({ draining }) => !draining).map(({ target }) => target.name);
    return isMember || brought.length > 0 ? [{ name, namespace, isMember, targets: targets.sort() }] : [];
  });
}
