/** What has to be seen in clusters before the next commit, and what has to be deleted there by hand. */
import * as names from '../../linkerd/names';
import { isRevoked } from '../../model/credentials/credentials';
import { carriesPods } from '../../model/rules/carry';
import type { ClusterModel, Edge, FleetModel, ServiceModel } from '../../model/types';
import { MANAGED_BY_LABEL, MANAGER } from '../../plan/mark';
import { POLICIES } from '../orphans/named';
import { edgesOf, type Goal } from './decommission';

/** One command for one or several clusters. */
export interface Command {
  /** Clusters to run it in: `"$c"` of the command is the kubectl context of one. None where Argo CD runs. */
  readonly clusters: readonly string[];
  readonly command: string;
}

/** A command that only reads, and what it has to show. */
export interface Gate extends Command {
  readonly expect: string;
}

/** A command that changes something, and why. */
export interface Cleanup extends Command {
  readonly why: string;
}

const SELECTORS = ['selector', 'remoteDiscoverySelector', 'federatedServiceSelector'];
const MIRRORS = `${names.MIRRORED_SERVICE_LABEL}=true,${names.MIRROR_CLUSTER_NAME_LABEL}`;
const MEMBERS = `{range .items[*]}{.metadata.namespace}/{.metadata.name} {.metadata.annotations.${names.REMOTE_DISCOVERY.replaceAll('.', '\\.')}}{"\\n"}{end}`;
const LINKS = `links.${names.MULTICLUSTER_GROUP}`;

/**
 * What shows that a drain is over. Not `Link.status`: its last entry stays for ever (linkerd2
 * multicluster/service-mirror/cluster_watcher.go).
 *
 * @param fleet the one that drains
 */
export function drainGates(fleet: FleetModel, goal: Goal): readonly Gate[] {
  const edges = edgesOf(fleet, goal).filter((edge) => !isRevoked(edge));
  return together([
    ...edges.map(({ source, target }) => ({
      clusters: [source.name],
      command: `${at(source)} get ${LINKS} ${target.name} -o jsonpath='${SELECTORS.map((s) => `{.spec.${s}}`).join('')}'`,
      expect: '{"matchLabels":{"linkerd-fleet.dev/drained":"never"}}, once for each selector of the Link',
    })),
    ...edges.flatMap(({ source, target: { name } }) => [
      {
        clusters: [source.name],
        command: `kubectl --context "$c" get services -A -l ${MIRRORS}=${name}`,
        expect: 'No resources found',
      },
      {
        clusters: [source.name],
        command: `kubectl --context "$c" get services -A -o jsonpath='${MEMBERS}' | grep -E '@${name}(,|$)'`,
        expect: 'nothing',
      },
    ]),
  ]);
}

const at = ({ linkerd }: ClusterModel): string => `kubectl --context "$c" -n ${linkerd.multiclusterNamespace}`;

/** The mirror controller of an edge, to be restarted where mirrors stay although the target answers. */
export function controllerOf({ source, target }: Pick<Edge, 'source' | 'target'>): string {
  const { controllers } = source.linkerd.release.capabilities;
  return controllers ? names.controllerName(target.name) : names.controllerName217(target.name);
}

/**
 * What nothing deletes once Links are removed: the leases; and where the target is dead, or has revoked the source, everything that
 * came from it.
 *
 * @param fleet the one before the removal
 */
export function cleanups(fleet: FleetModel, goal: Goal, dead: boolean): readonly Cleanup[] {
  const isOwn = ({ source }: Edge) => goal.kind === 'cluster' && source.name === goal.name;
  // What lies in a cluster that is gone is gone with it.
  const edges = edgesOf(fleet, goal).filter((edge) => !(dead && isOwn(edge)));
  const undrained = edges.filter((edge) => dead || isRevoked(edge));
  const left = undrained.flatMap((edge) => [mirrors(edge), ...members(fleet, goal, edge)]);
  const cluster = goal.kind === 'cluster' && !dead ? fleet.clusters.get(goal.name) : undefined;
  const controllers = cluster === undefined ? [] : edges.filter(isOwn).flatMap(controller);
  return together([
    ...left,
    ...controllers,
    ...edges.map(lease),
    ...(cluster === undefined ? [] : livingOn(fleet, cluster)),
  ]);
}

/** The directory of a cluster that leaves the fleet is gone, so that nobody else takes the labels off, and the policy away. */
function livingOn({ services }: FleetModel, cluster: ClusterModel): readonly Cleanup[] {
  const { name, observability } = cluster;
  const hasPolicy =
    observability.prometheus !== undefined || services.some((one) => one.spec.allow !== undefined && one.on(cluster));
  const kinds = Object.values(POLICIES).join(',');
  const policy: Cleanup = {
    clusters: [name],
    command: `kubectl --context "$c" delete ${kinds} -A -l ${MANAGED_BY_LABEL}=${MANAGER}`,
    why: `where ${name} lives on: nobody describes this policy any more; its pods are then under the default inbound policy`,
  };
  const labels = [names.EXPORTED_LABEL, names.FEDERATED_LABEL].map((mark) => ({
    clusters: [name],
    command: `kubectl --context "$c" label services -A -l ${mark} ${mark}-`,
    why: `where ${name} lives on: its Services cross clusters no more`,
  }));
  return hasPolicy ? [...labels, policy] : labels;
}

const CONTROLLER_KINDS = 'deployments,services,serviceaccounts,roles,rolebindings,clusterroles,clusterrolebindings';

/** What the chart, and in 2.17 the fleet, has for the mirror controller of an edge. One that runs would take its lease again. */
function controller(edge: Edge): readonly Cleanup[] {
  const { source, target } = edge;
  const labels = `${names.EXTENSION_LABEL}=${names.MULTICLUSTER_EXTENSION},${names.MIRROR_CLUSTER_NAME_LABEL}`;
  const clusters = [source.name];
  const why = `where ${source.name} lives on: the mirror controller, which no Application deletes`;
  return [
    { clusters, command: `${at(source)} delete ${CONTROLLER_KINDS} -l ${labels}=${target.name}`, why },
    { clusters, command: `${at(source)} delete poddisruptionbudget ${controllerOf(edge)} --ignore-not-found`, why },
  ];
}

function mirrors(edge: Edge): Cleanup {
  const { source, target } = edge;
  const by = isRevoked(edge)
    ? `; ${source.name} is revoked at ${target.name}, and cannot remove what it reads no more`
    : '';
  return {
    clusters: [source.name],
    command: `kubectl --context "$c" delete services -A -l ${MIRRORS}=${target.name}`,
    why: `mirrors, and their Endpoints with them${by}`,
  };
}

function lease({ source, target }: Edge): Cleanup {
  return {
    clusters: [source.name],
    command: `${at(source)} delete lease ${names.mirrorLeaseName(target.name)}`,
    why: 'the lease of the mirror controller, which nothing deletes',
  };
}

/** Members of federated Services that came over an edge. */
function members(fleet: FleetModel, goal: Goal, edge: Edge): readonly Cleanup[] {
  if (!carriesPods(edge)) return [];
  const others = fleet.topology
    .targets(edge.source)
    .filter((other) => other !== edge && !isGoing(goal, other) && carriesPods(other));
  const services = fleet.services.filter(({ federated, on }) => federated && on(edge.target));
  return services.map((service) =>
    member(
      service,
      edge,
      others.filter(({ target }) => isMember(fleet, service, target)),
    ),
  );
}

const isGoing = (goal: Goal, { source, target }: Edge): boolean =>
  goal.kind === 'cluster'
    ? source.name === goal.name || target.name === goal.name
    : source.name === goal.source && target.name === goal.target;

/** A Service may be described apart for different clusters. */
const isMember = ({ services }: FleetModel, { namespace, name }: ServiceModel, cluster: ClusterModel): boolean =>
  services.some((s) => s.federated && s.namespace === namespace && s.name === name && s.on(cluster));

function member(service: ServiceModel, { source, target }: Edge, others: readonly Edge[]): Cleanup {
  const { namespace, name } = service;
  const left = others.map((other) => `${name}@${other.target.name}`);
  const federated = names.federatedName(name);
  const annotate = `kubectl --context "$c" -n ${namespace} annotate --overwrite service ${federated} ${names.REMOTE_DISCOVERY}`;
  const why = `${name}@${target.name} is no member any more`;
  if (left.length > 0) return { clusters: [source.name], command: `${annotate}=${left.join(',')}`, why };
  if (service.on(source)) return { clusters: [source.name], command: `${annotate}-`, why };
  return {
    clusters: [source.name],
    command: `kubectl --context "$c" -n ${namespace} delete service ${federated}`,
    why: `${name}@${target.name} was its only member`,
  };
}

/** Equal commands once, with all their clusters. */
function together<T extends Command>(commands: readonly T[]): readonly T[] {
  const merged = new Map<string, T>();
  for (const one of commands) {
    const same = merged.get(one.command);
    merged.set(one.command, same === undefined ? one : { ...same, clusters: [...same.clusters, ...one.clusters] });
  }
  return [...merged.values()].map((one) => ({ ...one, clusters: [...new Set(one.clusters)].sort() }));
}
