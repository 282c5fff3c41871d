/** What a cluster is watched with: that there is something to ask, and somebody who is let in. */
import { type Issue, issue } from '../../errors';
import { parseCidr } from '../../net';
import type { ClusterModel, FleetModel } from '../types';
import { meant, merge, pathOf } from './report';
import type { Rule } from './rule';
import { quoted } from './words';

/** A Prometheus is named so that policy can know it, and alert rules have metrics. */
export const observed: Rule = {
  codes: ['OBSERVABILITY_SCRAPER', 'OBSERVABILITY_UNSCRAPED', 'POLICY_NETWORK'],
  check: (fleet, clusters) =>
    merge(clusters.flatMap((cluster) => [...scraper(fleet, cluster), ...unscraped(fleet, cluster)])),
};

function scraper(fleet: FleetModel, cluster: ClusterModel): Issue[] {
  const { prometheus } = cluster.observability;
  if (prometheus === undefined) return [];
  const { serviceAccount, namespace, networks } = prometheus;
  const keys = ['observability', 'prometheus'];
  const clusters = [cluster.name];
  const wrong = networks.flatMap((text, i) => {
    const range = parseCidr(text);
    const path = pathOf(fleet, cluster, [...keys, 'networks', i]);
    const found = range.ok ? '' : `${quoted(text)}, which ${range.reason}`;
    return range.ok ? [] : [issue('POLICY_NETWORK', { path, found, fix: meant(range), clusters })];
  });
  const half = (serviceAccount === undefined) !== (namespace === undefined);
  if (!half && (serviceAccount !== undefined || networks.length > 0)) return wrong;
  const found = half ? `${serviceAccount === undefined ? 'namespace' : 'serviceAccount'} alone` : 'neither';
  return [...wrong, issue('OBSERVABILITY_SCRAPER', { path: pathOf(fleet, cluster, keys), found, clusters })];
}

function unscraped(fleet: FleetModel, cluster: ClusterModel): Issue[] {
  const { alerts, dashboard } = cluster.observability;
  const said = (key: string, found: string) =>
    issue('OBSERVABILITY_UNSCRAPED', {
      path: pathOf(fleet, cluster, ['observability', key]),
      found,
      clusters: [cluster.name],
    });
  return [
    ...(alerts !== undefined && cluster.podMonitor === undefined ? [said('alerts', 'alerts without podMonitor')] : []),
    ...(dashboard !== undefined && alerts === undefined ? [said('dashboard', 'dashboard without alerts')] : []),
  ];
}
