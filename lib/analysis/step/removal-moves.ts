/** Clusters that stay and move: to another namespace, gateway, network or mode. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import { gatewayAddress } from '../../model/gateway';
import { carries } from '../../model/rules/carry';
import { list, pathOf } from '../../model/rules/report';
import type { ClusterModel, Edge, FleetModel, GatewayAddress, ServiceModel } from '../../model/types';
import type { Succession } from './succession';

/** A cluster before and after. */
interface Pair {
  readonly old: ClusterModel;
  readonly now: ClusterModel;
}

/** Moves of clusters that both fleets have under one name. */
export function moveIssues(before: FleetModel, after: FleetModel, { stays }: Succession): Issue[] {
  const pairs = [...after.clusters.values()].flatMap((now): Pair[] =>
    stays(now.name) ? [{ old: before.clusters.get(now.name)!, now }] : [],
  );
  return pairs.flatMap((pair) => [
    ...namespaces(before, after, pair),
    ...gateways(before, after, pair),
    ...carried(before, after, pair),
  ]);
}

/** Links that carry something, at either end of a cluster. */
const live = ({ topology }: FleetModel, cluster: ClusterModel): readonly Edge[] =>
  [...topology.targets(cluster), ...topology.sources(cluster)].filter(({ draining }) => !draining);

function namespaces(before: FleetModel, after: FleetModel, { old, now }: Pair): Issue[] {
  return (['namespace', 'multiclusterNamespace'] as const).flatMap((key) => {
    if (old.linkerd[key] === now.linkerd[key] || live(before, old).length === 0) return [];
    const found = `${now.linkerd[key]}, which was ${old.linkerd[key]}`;
    return [issue('NAMESPACE_CHANGED', { path: pathOf(after, now, ['linkerd', key]), found, clusters: [now.name] })];
  });
}

function gateways(before: FleetModel, after: FleetModel, { old, now }: Pair): Issue[] {
  if (JSON.stringify(old.gateway) === JSON.stringify(now.gateway)) return [];
  const kept = gatewaySources(after, now);
  const sources = [...gatewaySources(before, old).values()].flatMap((source) => {
    const next = kept.get(source.name);
    if (next === undefined) return [];
    return isReachable(gatewayAddress(old, source), gatewayAddress(now, next)) ? [] : [next];
  });
  const [first] = sources;
  if (first === undefined) return [];
  const [is, was] = [gatewayAddress(now, first), gatewayAddress(old, before.clusters.get(first.name)!)];
  const isProbe = is?.probePort !== was?.probePort;
  const found = `${shown(is, isProbe)}, which was ${shown(was, isProbe)}, for ${list(sources.map(({ name }) => name))}`;
  const clusters = [now.name, ...sources.map(({ name }) => name)];
  return [issue('GATEWAY_CHANGED', { path: pathOf(after, now, ['gateway', 'address']), found, clusters })];
}

/** Clusters whose Links lead to the gateway, by name. */
function gatewaySources(fleet: FleetModel, target: ClusterModel): ReadonlyMap<string, ClusterModel> {
  const edges = fleet.topology.sources(target).filter(({ mode, draining }) => mode === 'gateway' && !draining);
  return new Map(edges.map(({ source }) => [source.name, source]));
}

/** Whether a source that knows the old address may still reach what the new one leads to. */
function isReachable(old: GatewayAddress | undefined, now: GatewayAddress | undefined): boolean {
  if (old === undefined || now === undefined) return true;
  const isSame = old.port === now.port && old.probePort === now.probePort;
  return isSame && old.addresses.some((address) => now.addresses.includes(address));
}

function shown(address: GatewayAddress | undefined, isProbe: boolean): string {
  if (address === undefined) return 'none';
  const { addresses, port, probePort } = address;
  return `${list(addresses)} port ${port}${isProbe ? ` probe port ${probePort}` : ''}`;
}

/** Services that a Link no longer carries although its target has them still, for each target. */
function carried(before: FleetModel, after: FleetModel, { old, now }: Pair): Issue[] {
  const next = new Map(after.topology.sources(now).map((edge) => [edge.source.name, edge]));
  const changed = before.topology.sources(old).flatMap((edge) => {
    const to = next.get(edge.source.name);
    return to === undefined || edge.draining || to.draining || isAlike(edge, to) ? [] : [{ edge, to }];
  });
  if (changed.length === 0) return [];
  const has = after.services.filter((service) => service.on(now));
  const lost = changed.flatMap((link) => {
    const services = has.filter((service) => carries(link.edge, service) && !carries(link.to, service));
    return services.length === 0 ? [] : [{ ...link, services }];
  });
  return [
    ...moved(after, { old, now }, lost.filter(isMove)),
    ...switched(
      now,
      lost.filter((one) => !isMove(one)),
    ),
  ];
}

/** A Link that both fleets have, and what it carries no more. */
interface Lost {
  readonly edge: Edge;
  readonly to: Edge;
  readonly services: readonly ServiceModel[];
}

function moved(fleet: FleetModel, { old, now }: Pair, lost: readonly Lost[]): Issue[] {
  const [first] = lost;
  if (first === undefined) return [];
  const path = pathOf(fleet, old.network === now.network ? first.to.source : now, ['network']);
  return [issue('NETWORK_CHANGED', { path, ...foundIn(now, lost) })];
}

function switched(now: ClusterModel, lost: readonly Lost[]): Issue[] {
  if (lost.length === 0) return [];
  return [issue('LINK_MODE_CHANGED', { path: `${at.fleet}.spec.topology`, ...foundIn(now, lost) })];
}

function foundIn({ name }: ClusterModel, lost: readonly Lost[]) {
  const services = [...new Set(lost.flatMap((one) => one.services.map((s) => `${s.namespace}/${s.name}`)))].sort();
  const sources = lost.map(({ to }) => to.source.name);
  const found = `${list(services)} of ${name} no longer carried to ${list(sources)}`;
  return { found, clusters: [name, ...sources] };
}

const isAlike = (a: Edge, b: Edge): boolean => a.mode === b.mode && a.podToPod === b.podToPod;
const isMove = ({ edge, to }: Lost): boolean => edge.podToPod !== to.podToPod;
