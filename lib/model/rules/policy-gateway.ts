/** Gateways that let in linked clusters only: that these can be told from the others. */
import { issue } from '../../errors';
import { identityOf } from '../policy';
import type { ClusterModel, FleetModel } from '../types';
import { carriesGateway } from './carry';
import { groupBy } from './edges';
import { isWhole } from './placement';
import { namesOf, pathOf } from './report';
import type { Rule } from './rule';

/** Said for the whole fleet: whom a gateway should refuse, its cluster has no edge with. */
export const gatewayAdmits: Rule = {
  codes: ['POLICY_GATEWAY_ADMITS_OTHERS'],
  check: (fleet, clusters) => {
    const narrowed = clusters.filter(({ gateway }) => gateway?.admit === 'linked');
    if (narrowed.length === 0 || !isWhole(fleet, clusters)) return [];
    const alike = [...groupBy(clusters, clientsOf).values()].filter((group) => group.length > 1);
    if (alike.length === 0) return [];
    return narrowed.flatMap((cluster) => {
      const others = admittedUnasked(fleet, cluster, alike);
      if (others.length === 0) return [];
      const path = pathOf(fleet, cluster, ['gateway', 'admit']);
      const found = `the gateway of ${cluster.name} lets in ${namesOf(others)}, which have no gateway edge to it`;
      return [
        issue('POLICY_GATEWAY_ADMITS_OTHERS', { path, found, clusters: [cluster, ...others].map((c) => c.name) }),
      ];
    });
  },
};

const clientsOf = (cluster: ClusterModel): string => identityOf({}, cluster);

function admittedUnasked(
  fleet: FleetModel,
  cluster: ClusterModel,
  alike: readonly (readonly ClusterModel[])[],
): readonly ClusterModel[] {
  const sources = fleet.topology.sources(cluster).filter(carriesGateway);
  const asked = new Set([cluster, ...sources.map(({ source }) => source)]);
  return alike
    .filter((group) => group.some((c) => asked.has(c)))
    .flatMap((group) => group.filter((c) => !asked.has(c)));
}
