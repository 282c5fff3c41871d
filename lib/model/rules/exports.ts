/** Exports that Links cannot carry, and exports that do something else than they seem to. */
import { type Issue, issue } from '../../errors';
import type { ClusterModel, FleetModel, ServiceModel } from '../types';
import { carriesExport, type Incoming, incoming } from './carry';
import { type Group, groupsOf, isWhole, titleOf } from './placement';
import { namesOf } from './report';
import type { Rule } from './rule';
import { counted } from './words';

/** The two ways to export. */
type Export = Exclude<ServiceModel['exported'], 'no'>;

const WAYS: Readonly<Record<Export, { readonly words: string; readonly carried: (count: Incoming) => number }>> = {
  gateway: { words: 'exported through the gateway', carried: (count) => count.gateway },
  'remote-discovery': { words: 'exported pod to pod', carried: (count) => count.pods },
};

/** Exports are carried by Links to their clusters. */
export const exportReach: Rule = {
  codes: ['SERVICE_EXPORT_UNREACHABLE', 'SERVICE_EXPORT_UNUSED', 'SERVICE_EXPORT_SKIPS_SOURCES'],
  check: (fleet, clusters) =>
    (Object.keys(WAYS) as Export[]).flatMap((way) =>
      groupsOf(fleet, (service) => service.exported === way).flatMap((group) => reachOf(fleet, clusters, group, way)),
    ),
};

function reachOf(fleet: FleetModel, clusters: readonly ClusterModel[], group: Group, way: Export): Issue[] {
  const carried = (target: ClusterModel) => WAYS[way].carried(incoming(fleet, target));
  const total = (target: ClusterModel) => incoming(fleet, target).total;
  const targets = isWhole(fleet, clusters) ? group.members() : clusters.filter(group.has);
  const unused = targets.filter((target) => carried(target) === 0);
  const title = `${titleOf(group)}, ${WAYS[way].words}`;
  const path = `${group.at}.spec.exported`;
  const never = unused.length > 0 && unused.length === targets.length && !group.members().some((t) => carried(t) > 0);
  const linked = never ? group.members().filter((target) => total(target) > 0) : [];
  if (linked.length > 0) {
    const found = `${title}; no Link to ${namesOf(linked)} carries that`;
    return [issue('SERVICE_EXPORT_UNREACHABLE', { path, found, clusters: names(linked) })];
  }
  const partly = targets.filter((target) => carried(target) > 0 && carried(target) < total(target));
  const issues: Issue[] = [];
  if (unused.length > 0) {
    const found = `${title}, on ${namesOf(unused)}`;
    issues.push(issue('SERVICE_EXPORT_UNUSED', { path, found, clusters: names(unused) }));
  }
  if (partly.length > 0) {
    const found = `${title}: ${skipped(fleet, group, partly)}`;
    issues.push(issue('SERVICE_EXPORT_SKIPS_SOURCES', { path, found, clusters: names(partly) }));
  }
  return issues;
}

const SHOWN = 3;

function skipped(fleet: FleetModel, group: Group, targets: readonly ClusterModel[]): string {
  const shown = targets.slice(0, SHOWN).map((target) => {
    const lost = fleet.topology.sources(target).filter((e) => !group.documents.some((d) => carriesExport(e, d)));
    return `${namesOf(lost.map((edge) => edge.source))} ${lost.length === 1 ? 'has' : 'have'} no mirror from ${target.name}`;
  });
  const rest = targets.length - shown.length;
  return shown.join('; ') + (rest > 0 ? `; likewise from ${counted(rest, 'more cluster')}` : '');
}

const names = (clusters: readonly ClusterModel[]) => clusters.map((c) => c.name);

/** No Link both mirrors a Service and joins it to its federation. */
export const exportedAndFederated: Rule = {
  codes: ['SERVICE_EXPORTED_AND_FEDERATED'],
  check: (fleet, clusters) =>
    (Object.keys(WAYS) as Export[]).flatMap((way) =>
      groupsOf(fleet, (service) => service.federated && service.exported === way).flatMap((group) => {
        const members = isWhole(fleet, clusters) ? group.members() : clusters.filter(group.has);
        const both = members.filter((target) => incoming(fleet, target)[way === 'gateway' ? 'both' : 'pods'] > 0);
        if (both.length === 0) return [];
        const found = `${titleOf(group)}, federated and ${WAYS[way].words} on ${namesOf(both)}`;
        const path = `${group.at}.spec.federated`;
        return issue('SERVICE_EXPORTED_AND_FEDERATED', { path, found, clusters: names(both) });
      }),
    ),
};
