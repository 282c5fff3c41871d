/** Headless Services across clusters: linkerd2 multicluster/service-mirror/cluster_watcher.go and cluster_watcher_headless.go. */
import { type Issue, issue } from '../../errors';
import { isPlain } from '../inherit';
import type { ClusterModel, FleetModel, ServiceModel } from '../types';
import { carriesExport } from './carry';
import { groupBy } from './edges';
import { isOn, servicesOn } from './placement';
import { namesOf } from './report';
import type { Rule } from './rule';

/** Headless Services are not federated, and exported as their sources mirror them. */
export const headless: Rule = {
  codes: ['SERVICE_HEADLESS_FEDERATED', 'SERVICE_HEADLESS_EXPORTED', 'SERVICE_HEADLESS_SKIPPED'],
  check: (fleet, clusters) =>
    servicesOn(fleet, clusters)
      .filter(({ spec }) => spec.headless)
      .flatMap((service) => {
        const path = `${service.at}.spec.headless`;
        if (service.federated) return issue('SERVICE_HEADLESS_FEDERATED', { path, found: 'headless and federated' });
        return service.exported === 'no' ? [] : exported(fleet, clusters, service, path);
      }),
};

function exported(fleet: FleetModel, clusters: readonly ClusterModel[], service: ServiceModel, path: string): Issue[] {
  const sources = sourcesOf(fleet, clusters, service);
  const { on = [], off = [] } = Object.fromEntries(groupBy(sources, (s) => (mirrorsHeadless(s) ? 'on' : 'off')));
  const issues: Issue[] = [];
  if (off.length > 0) {
    const found = `headless and exported; mirrored with a ClusterIP in ${namesOf(off)}`;
    issues.push(issue('SERVICE_HEADLESS_EXPORTED', { path, found, clusters: off.map((c) => c.name) }));
  }
  if (on.length > 0 && service.exported === 'remote-discovery') {
    const found = `headless and exported pod to pod; enableHeadlessServices in ${namesOf(on)}`;
    issues.push(issue('SERVICE_HEADLESS_SKIPPED', { path, found, clusters: on.map((c) => c.name) }));
  }
  return issues;
}

/** Clusters that mirror the Service, by name: of all of it, or of what the clusters in question have of it. */
function sourcesOf(fleet: FleetModel, clusters: readonly ClusterModel[], service: ServiceModel): ClusterModel[] {
  const targets = clusters.filter((cluster) => isOn(fleet, service, cluster));
  const edges = targets.flatMap((target) => fleet.topology.sources(target));
  const sources = new Set(edges.filter((edge) => carriesExport(edge, service)).map((edge) => edge.source));
  return [...sources].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether the mirror controllers of a source mirror headless Services as such. The chart of 2.17 has no value for it. */
function mirrorsHeadless({ linkerd, values }: ClusterModel): boolean {
  const defaults = values.multicluster['controllerDefaults'];
  return linkerd.release.capabilities.controllers && isPlain(defaults) && defaults['enableHeadlessServices'] === true;
}
