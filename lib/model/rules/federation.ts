/** Where federated Services end: federation crosses edges on which pods reach pods, and no others. */
import { type Issue, issue } from '../../errors';
import type { ClusterModel, FleetModel } from '../types';
import { carriesPods, podSources } from './carry';
import { remember } from './memo';
import { type Group, groupsOf, isWhole, titleOf } from './placement';
import { namesOf } from './report';
import type { Rule } from './rule';
import { byText, counted } from './words';

/** Members of federated Services reach each other. */
export const federationReach: Rule = {
  codes: ['SERVICE_FEDERATION_NEVER', 'SERVICE_FEDERATION_STOPS_AT_GATEWAY'],
  check: (fleet, clusters) => {
    const groups = groupsOf(fleet, (service) => service.federated);
    if (groups.length === 0) return [];
    const cut = gatewayEdges(fleet, clusters);
    return groups.flatMap((group) => {
      const stopped = stops(group, cut);
      const concerned = stopped.length > 0 || isWhole(fleet, clusters) || clusters.some(group.has);
      return (concerned ? never(fleet, group, clusters) : undefined) ?? stopped;
    });
  },
};

/** Edges that leave the clusters in question and cross a gateway only, from both ends. */
interface Cut {
  readonly targets: ReadonlyMap<ClusterModel, readonly ClusterModel[]>;
  readonly sources: ReadonlyMap<ClusterModel, readonly ClusterModel[]>;
}

function gatewayEdges(fleet: FleetModel, clusters: readonly ClusterModel[]): Cut {
  const targets = new Map<ClusterModel, ClusterModel[]>();
  const sources = new Map<ClusterModel, ClusterModel[]>();
  for (const cluster of clusters) {
    for (const { source, target } of fleet.topology.targets(cluster).filter((edge) => !carriesPods(edge))) {
      remember(targets, source, () => []).push(target);
      remember(sources, target, () => []).push(source);
    }
  }
  return { targets, sources };
}

/** The issue when no cluster gets two members. Clusters in question are asked first: mostly one of them does. */
function never(fleet: FleetModel, group: Group, clusters: readonly ClusterModel[]): Issue[] | undefined {
  const seen = new Map<ClusterModel, ClusterModel>();
  const joins = (member: ClusterModel) =>
    podSources(fleet, member).some((s) => group.has(s) || remember(seen, s, () => member) !== member);
  if (clusters.some((cluster) => group.has(cluster) && joins(cluster))) return undefined;
  const members = group.members();
  if (members.length < 2 || members.some(joins)) return undefined;
  return [
    issue('SERVICE_FEDERATION_NEVER', {
      path: `${group.at}.spec.federated`,
      found: `${titleOf(group)}, with members ${namesOf(group.members())}, and no edge on which pods reach pods between them`,
      clusters: group.members().map((c) => c.name),
    }),
  ];
}

const SHOWN = 3;

function stops(group: Group, cut: Cut): Issue[] {
  const missing = new Set<ClusterModel>();
  for (const [target, sources] of cut.sources) {
    if (missing.size === cut.targets.size) break;
    // A cluster that is no member never shared the federation: only members believe that they do.
    if (group.has(target)) for (const source of sources.filter(group.has)) missing.add(source);
  }
  if (missing.size === 0) return [];
  const sources = [...missing].sort((a, b) => byText(a.name, b.name));
  const shown = sources.slice(0, SHOWN).map((source) => {
    const members = (cut.targets.get(source) ?? []).filter(group.has);
    return `${source.name} does not get ${namesOf(members)}`;
  });
  const rest = sources.length - shown.length;
  const more = rest > 0 ? `; and ${counted(rest, 'more source')}` : '';
  return [
    issue('SERVICE_FEDERATION_STOPS_AT_GATEWAY', {
      path: `${group.at}.spec.federated`,
      found: `${titleOf(group)}: ${shown.join('; ')}${more}`,
      clusters: sources.map((c) => c.name),
    }),
  ];
}
