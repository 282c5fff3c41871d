/** What the number of Links and of mirrors costs, where it is more than clusters and controllers bear. */
import type { IssueCode } from '../../codes';
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import type { ClusterModel, FleetModel } from '../types';
import { carriesGateway, carriesPods, incoming } from './carry';
import { arrivals, withNeighbours } from './edges';
import { GATEWAY_EXPORTS_PER_LINK, LINKS_PER_SOURCE, STATUS_ENTRIES_PER_LINK, WATCHES_PER_TARGET } from './limits';
import { perFleet, remember } from './memo';
import { placements } from './placement';
import { list } from './report';
import type { Rule } from './rule';
import { byText, grouped } from './words';

/** A cluster and how much of something it has. */
type Load = readonly [cluster: ClusterModel, amount: number];

/** One warning for all clusters above a limit, the heaviest first. */
function above(code: IssueCode, limit: number, what: string, loads: Iterable<Load>): Issue[] {
  const heavy = [...loads]
    .filter(([, amount]) => amount > limit)
    .sort((a, b) => b[1] - a[1] || byText(a[0].name, b[0].name));
  const first = heavy[0];
  if (first === undefined) return [];
  const found = list(heavy.map(([cluster, amount]) => `${cluster.name} (${grouped(amount)})`));
  return [
    issue(code, {
      path: heavy.length === 1 ? first[0].at : `${at.fleet}.spec.topology`,
      found: `${what}: ${found}`,
      clusters: heavy.map(([cluster]) => cluster.name),
    }),
  ];
}

/** Links held by one cluster. */
export const linksHeld: Rule = {
  codes: ['SCALE_LINKS'],
  check: (fleet, clusters) =>
    above(
      'SCALE_LINKS',
      LINKS_PER_SOURCE,
      'Links held',
      clusters.map((c) => [c, linksOf(fleet, c)]),
    ),
};

function linksOf({ topology }: FleetModel, source: ClusterModel): number {
  let links = 0;
  topology.visit('targets', source, () => links++);
  return links;
}

/** Watches that sources hold on one cluster. */
export const watchesHeld: Rule = {
  codes: ['SCALE_WATCHES'],
  check: (fleet, clusters) =>
    above(
      'SCALE_WATCHES',
      WATCHES_PER_TARGET,
      'watches by sources',
      clusters.map((c) => [c, incoming(fleet, c).watches]),
    ),
};

/** Services that Links make something of, by the cluster they are on. */
interface Exports {
  readonly gateway: number;
  readonly pods: number;
  readonly federated: number;
}

const exportsOn = perFleet(() => new Map<ClusterModel, Exports>());

function exportsOf(fleet: FleetModel, cluster: ClusterModel): Exports {
  return remember(exportsOn(fleet), cluster, () => {
    const services = placements(fleet).flatMap((p) => (p.has(cluster) ? p.services : []));
    return {
      gateway: services.filter((s) => s.exported === 'gateway').length,
      pods: services.filter((s) => s.exported === 'remote-discovery').length,
      federated: services.filter((s) => s.federated).length,
    };
  });
}

/** Mirrors of one Link. */
export const mirrorsPerLink: Rule = {
  codes: ['SCALE_GATEWAY_MIRRORS', 'SCALE_LINK_STATUS'],
  check: (fleet, clusters) => {
    const gateway = new Map<ClusterModel, number>();
    const status = new Map<ClusterModel, number>();
    const suspects = withNeighbours(fleet, clusters).filter((target) => {
      const { gateway, pods, federated } = exportsOf(fleet, target);
      return gateway > GATEWAY_EXPORTS_PER_LINK || gateway + pods + federated > STATUS_ENTRIES_PER_LINK;
    });
    for (const [target, edges] of arrivals(fleet, clusters, suspects)) {
      const exports = exportsOf(fleet, target);
      for (const edge of edges) {
        const byGateway = carriesGateway(edge) ? exports.gateway : 0;
        const byPods = carriesPods(edge) ? exports.pods + exports.federated : 0;
        gateway.set(target, Math.max(byGateway, gateway.get(target) ?? 0));
        status.set(target, Math.max(byGateway + byPods, status.get(target) ?? 0));
      }
    }
    return [
      ...above('SCALE_GATEWAY_MIRRORS', GATEWAY_EXPORTS_PER_LINK, 'Services exported through the gateway', gateway),
      ...above('SCALE_LINK_STATUS', STATUS_ENTRIES_PER_LINK, 'Services on one Link', status),
    ];
  },
};
