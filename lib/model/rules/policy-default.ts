/** What decides where nothing is said of callers: that it is written, and leaves open what a cluster needs. */
import { type Issue, issue } from '../../errors';
import { nearest } from '../../nearest';
import { defaultInboundPolicy } from '../policy/ways';
import type { ClusterModel, FleetModel } from '../types';
import { isThere, namespacesWithPolicy } from '../written-namespaces';
import { perFleet } from './memo';
import { merge, pathOf } from './report';
import type { Rule } from './rule';
import { quoted } from './words';

/** Policies of namespaces are written on Namespaces of the fleet. */
export const namespacePolicies: Rule = {
  codes: ['POLICY_NAMESPACE'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) =>
        Object.keys(cluster.namespacePolicies).flatMap((namespace) => namespaceIssue(fleet, cluster, namespace)),
      ),
    ),
};

/** Namespaces of Services, and those among them that somebody else writes. */
const namespacesOf = perFleet(({ services }) => ({
  all: new Set(services.map(({ namespace }) => namespace)),
  foreign: new Set(services.flatMap(({ namespace, spec }) => (spec.createNamespace === false ? [namespace] : []))),
}));

function namespaceIssue(fleet: FleetModel, cluster: ClusterModel, namespace: string): Issue[] {
  const { all, foreign } = namespacesOf(fleet);
  const { linkerd, namespaces } = cluster;
  const path = pathOf(fleet, cluster, ['namespacePolicies', namespace]);
  const told = (found: string, fix?: string) => [
    issue('POLICY_NAMESPACE', { path, found, fix, clusters: [cluster.name] }),
  ];
  if ([linkerd.namespace, linkerd.multiclusterNamespace].includes(namespace)) {
    return told(`${quoted(namespace)}, a namespace of Linkerd`);
  }
  if (!all.has(namespace)) {
    const near = nearest(namespace, all);
    return told(`${quoted(namespace)}, of no Service`, near && `Did you mean ${near}?`);
  }
  if (namespaces.includes(namespace)) return told(`${quoted(namespace)}, which exists by other means`);
  if (foreign.has(namespace)) return told(`${quoted(namespace)}, of a Service with createNamespace: false`);
  if (namespacesWithPolicy(fleet, cluster).includes(namespace)) return [];
  const there = fleet.services.find((service) => service.namespace === namespace && isThere(service, cluster));
  return there === undefined ? [] : told(`${quoted(namespace)}, which is taken to exist, with ${there.name} in it`);
}

/** Whoever scrapes proxies is let in by name. */
export const metricsAdmitted: Rule = {
  codes: ['POLICY_CLOSES_METRICS'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) => {
        const { podMonitor, observability } = cluster;
        if (podMonitor === undefined || observability.prometheus !== undefined) return [];
        const closed = [undefined, ...namespacesWithPolicy(fleet, cluster)].find((name) =>
          refusesScrapes(cluster, name),
        );
        if (closed === undefined && !refusesScrapes(cluster)) return [];
        const keys = closed === undefined ? ['defaultInboundPolicy'] : ['namespacePolicies', closed];
        const found = `${defaultInboundPolicy(cluster, closed)}, and nobody who may scrape`;
        return [
          issue('POLICY_CLOSES_METRICS', { path: pathOf(fleet, cluster, keys), found, clusters: [cluster.name] }),
        ];
      }),
    ),
};

/** Whether the pods of a namespace keep their metrics from a Prometheus outside the mesh, or from all. */
export function refusesScrapes(cluster: ClusterModel, namespace?: string): boolean {
  const policy = defaultInboundPolicy(cluster, namespace);
  return policy === 'deny' || policy.endsWith('-authenticated');
}
