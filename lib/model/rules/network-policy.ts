/** What NetworkPolicies would refuse, or would not be there to refuse. */
import { issue } from '../../errors';
import type { ClusterModel, FleetModel } from '../types';
import { arrivals, withNeighbours } from './edges';
import { merge, namesOf, nearness, pathOf } from './report';
import type { Rule } from './rule';

/** Pod ranges of every source that the policies of a target are to admit. */
export const policySources: Rule = {
  codes: ['NETWORK_POLICY_SOURCES'],
  check: (fleet, clusters) => {
    const suspects = withNeighbours(fleet, clusters).filter((c) => c.networkPolicies && servesPods(fleet, c));
    const refused = [...arrivals(fleet, clusters, suspects)].flatMap(([target, edges]) =>
      edges.filter((e) => e.podToPod && e.source.podCidrs.length === 0).map(({ source }) => ({ source, target })),
    );
    if (refused.length === 0) return [];
    const sources = [...new Set(refused.map(({ source }) => source))].sort((a, b) => (a.name < b.name ? -1 : 1));
    const targets = new Set(refused.map(({ target }) => target));
    return [
      issue('NETWORK_POLICY_SOURCES', {
        path: pathOf(fleet, sources[0]!, ['podCidrs']),
        found: `no podCidrs for ${namesOf(sources)}, whose pods call those of ${namesOf(targets)}`,
        clusters: [...new Set([...sources, ...targets])].map((cluster) => cluster.name),
      }),
    ];
  },
};

function servesPods({ services }: FleetModel, cluster: ClusterModel): boolean {
  return services.some((s) => (s.federated || s.exported === 'remote-discovery') && s.on(cluster));
}

/** Ranges of sources that the policy of the gateway admits. */
export const sourceRanges: Rule = {
  codes: ['GATEWAY_SOURCES_UNUSED', 'GATEWAY_SOURCES_HIDDEN'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) => {
        const { gateway, networkPolicies, nodeCidrs, name } = cluster;
        if (gateway === undefined || gateway.sourceRanges.length === 0) return [];
        const ranges = ['gateway', 'sourceRanges'];
        const place = { path: pathOf(fleet, cluster, ranges), clusters: [name] };
        if (!networkPolicies && gateway.admit !== 'linked') {
          // A cluster that has switched the policies off cannot take the ranges of its fleet back.
          if (nearness(cluster, ranges) < nearness(cluster, ['networkPolicies'])) return [];
          return [issue('GATEWAY_SOURCES_UNUSED', { ...place, found: 'sourceRanges without networkPolicies' })];
        }
        const hidden = gateway.serviceType !== 'ClusterIP' && gateway.externalTrafficPolicy !== 'Local';
        if (!hidden || nodeCidrs.length > 0) return [];
        const found = `sourceRanges with externalTrafficPolicy ${gateway.externalTrafficPolicy ?? 'Cluster'}`;
        return [issue('GATEWAY_SOURCES_HIDDEN', { ...place, found })];
      }),
    ),
};
