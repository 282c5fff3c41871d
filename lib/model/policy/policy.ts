/**
 * Who reaches a Service, by which path, and as whom its proxy sees them. Identities are strings: a reference to a
 * ServiceAccount means the trust domain of the cluster that reads it, never that of the caller.
 */
import type { Callers, ServicePort } from '../../fleet/spec';
import { gatewayIdentity, identity } from '../../linkerd/names';
import { carriesGateway, carriesPods } from '../rules/carry';
import { selects } from '../selector';
import type { ClusterModel, Edge, FleetModel, ServiceModel } from '../types';
import { type Exposure, exposureOf, policyPorts, targetPortOf } from './pods';
import { type Match, matchOf } from './routes';

/**
 * How a caller comes to the pods of a Service: inside their cluster, pod to pod over a Link (flat mirror or federation), or
 * through the gateway of their cluster.
 */
export type CallerPath = 'local' | 'pod-to-pod' | 'gateway';

/** A cluster from which a Service of another, or of itself, can be called. */
export interface Reach {
  readonly cluster: ClusterModel;
  readonly path: CallerPath;
}

/** Clusters from which pods in `member` can be called by a name, its own first; once for each path. */
export function reachOf(fleet: FleetModel, exposure: Exposure, member: ClusterModel): readonly Reach[] {
  const edges = fleet.topology.sources(member);
  const reach: Reach[] = [{ cluster: member, path: 'local' }];
  for (let i = 0; i < edges.length; i++) {
    const paths = pathsOf(edges[i]!, exposure);
    for (let k = 0; k < paths.length; k++) reach.push({ cluster: edges[i]!.source, path: paths[k]! });
  }
  return reach;
}

function pathsOf(edge: Edge, exposure: Exposure): readonly CallerPath[] {
  const paths: CallerPath[] = [];
  if (exposure.pods && carriesPods(edge)) paths.push('pod-to-pod');
  if (exposure.gateway && carriesGateway(edge)) paths.push('gateway');
  return paths;
}

/** An entry of `allow` as it comes to one cluster: an identity that is let in, and why. */
export interface Grant extends Reach {
  /** What MeshTLSAuthentication admits; a leading `*.` admits every account below. */
  readonly identity: string;
  /** Requests that it is about. @default - every request */
  readonly routes?: readonly Match[];
  /** Path of the entry in the description. */
  readonly at: string;
}

/** Meshed callers that `allow` admits to the Service in `member`, on `port`, in the order of the description. */
export function grantsOf(
  fleet: FleetModel,
  service: ServiceModel,
  member: ClusterModel,
  port: ServicePort,
): readonly Grant[] {
  const reach = reachOf(fleet, exposureOf(fleet, service, member, targetPortOf(port)), member);
  return entriesOf(service, port).flatMap(({ entry, at }) => {
    if (entry.networks !== undefined) return [];
    const routes = entry.routes && { routes: entry.routes.map(matchOf) };
    return reach.flatMap(({ cluster, path }): Grant[] => {
      if (!selects(entry.clusters, cluster)) return [];
      if (path !== 'gateway') return [{ cluster, path, at, ...routes, identity: identityOf(entry, cluster) }];
      return entry.throughGateway ? [{ cluster, path, at, ...routes, identity: ownGateway(member) }] : [];
    });
  });
}

/** An entry of `allow` with its path in the description. */
export interface Entry {
  readonly entry: Callers;
  readonly at: string;
}

/** Entries of `allow` that speak of a port. */
export function entriesOf(service: ServiceModel, port: ServicePort): readonly Entry[] {
  return (service.spec.allow ?? []).flatMap((entry, i) =>
    entry.ports === undefined || entry.ports.some((wanted) => isPort(port, wanted))
      ? [{ entry, at: `${service.at}.spec.allow[${i}]` }]
      : [],
  );
}

/** Whether `wanted` names the port, by name or number. */
export function isPort(port: ServicePort, wanted: string | number): boolean {
  return typeof wanted === 'number' ? port.port === wanted : port.name === wanted;
}

/** A port of pods, and the ports of a Service that lead there: a Server is about them together. */
export interface ServerPort {
  /** Number or name. */
  readonly port: string | number;
  readonly ports: readonly ServicePort[];
}

/** Ports of the pods of a Service, each once. */
export function serverPorts(service: ServiceModel): readonly ServerPort[] {
  const all = policyPorts(service);
  return [...new Set(all.map(targetPortOf))].map((port) => ({
    port,
    ports: all.filter((candidate) => targetPortOf(candidate) === port),
  }));
}

/** Name of the Server of a port, and of what belongs to it. */
export function serverName({ name }: ServiceModel, port: string | number): string {
  return `${name}-${port}`;
}

/** What the callers of an entry are called in the certificates of a cluster. */
export function identityOf({ serviceAccount, namespace }: Callers, { linkerd, trustDomain }: ClusterModel): string {
  if (serviceAccount !== undefined && namespace !== undefined) {
    return identity(serviceAccount, namespace, linkerd.namespace, trustDomain);
  }
  const below = `serviceaccount.identity.${linkerd.namespace}.${trustDomain}`;
  return namespace === undefined ? `*.${below}` : `*.${namespace}.${below}`;
}

/** The gateway that callers from elsewhere come through, as the Service sees it: it stands in the cluster of the Service. */
function ownGateway({ linkerd, trustDomain }: ClusterModel): string {
  return gatewayIdentity(linkerd.multiclusterNamespace, linkerd.namespace, trustDomain);
}

/** Whether an identity is one that a pattern of MeshTLSAuthentication admits. */
export function admits(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern;
}
