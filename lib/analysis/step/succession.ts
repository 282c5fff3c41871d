/** Which cluster of the next fleet each one of this fleet is, whatever they are called: clusters outlive their names. */
import { endpoint } from '../../model/rules/apiserver';
import type { ClusterModel, FleetModel } from '../../model/types';
import { overlaps, parseCidr } from '../../net';

/** The clusters of two fleets, matched. */
export interface Succession {
  /** What a cluster of the fleet before is in the one after, by the name that it had; undefined where it has left. */
  readonly next: (name: string) => ClusterModel | undefined;
  /** What a cluster of the fleet after was in the one before, by the name that it has; undefined where it is new. */
  readonly was: (name: string) => ClusterModel | undefined;
  /** Whether a name is that of the same cluster in both. */
  readonly stays: (name: string) => boolean;
}

/**
 * Matches the clusters of two fleets: by API server as sources reach it, by API server as Argo CD does, by gateway and podCidrs
 * together, and what is left by name, unless the description of that name has become that of another cluster. What two clusters
 * of one fleet share tells nobody apart and is not looked at.
 */
export function succession(before: FleetModel, after: FleetModel): Succession {
  const next = new Map<string, ClusterModel>();
  const was = new Map<string, ClusterModel>();
  const match = (old: ClusterModel, now: ClusterModel | undefined) => {
    if (now === undefined || next.has(old.name) || was.has(now.name)) return;
    next.set(old.name, now);
    was.set(now.name, old);
  };
  for (const signs of SIGNS) {
    const [olds, nows] = [ownersOf(before, signs), ownersOf(after, signs)];
    for (const old of before.clusters.values()) {
      const found = signs(old).flatMap((sign) => (olds.has(sign) ? (nows.get(sign) ?? []) : []));
      match(old, found.find(({ name }) => name === old.name) ?? found[0]);
    }
  }
  for (const old of before.clusters.values()) {
    const now = after.clusters.get(old.name);
    if (now !== undefined && !isAnother(old, now)) match(old, now);
  }
  return {
    next: (name) => next.get(name),
    was: (name) => was.get(name),
    stays: (name) => next.get(name)?.name === name,
  };
}

/** What a cluster is known by. */
type Signs = (cluster: ClusterModel) => readonly string[];

const gatewaysOf: Signs = ({ gateway }) =>
  gateway === undefined
    ? []
    : [...gateway.addresses, ...Object.values(gateway.networks).flatMap(({ addresses }) => addresses)];

const serversOf: Signs = ({ apiServer }) =>
  apiServer === undefined
    ? []
    : [apiServer.url, ...Object.values(apiServer.networks).map(({ url }) => url)].map(endpoint);

/** The surest first. Each by itself is enough to know a cluster again. */
const SIGNS: readonly Signs[] = [
  ({ apiServer }) => (apiServer === undefined ? [] : [endpoint(apiServer.url)]),
  serversOf,
  ({ argocd }) => (argocd.server === undefined ? [] : [endpoint(argocd.server)]),
  // Either may be another cluster's in time: a gateway's name is handed on, private ranges are used again.
  (cluster) => gatewaysOf(cluster).flatMap((address) => cluster.podCidrs.map((cidr) => `${address} ${cidr}`)),
];

/** Clusters by a sign that no other of their fleet has. */
function ownersOf({ clusters }: FleetModel, signs: Signs): ReadonlyMap<string, ClusterModel> {
  const owners = new Map<string, ClusterModel>();
  const shared = new Set<string>();
  for (const cluster of clusters.values()) {
    for (const sign of new Set(signs(cluster))) {
      if (owners.has(sign)) shared.add(sign);
      owners.set(sign, cluster);
    }
  }
  for (const sign of shared) owners.delete(sign);
  return owners;
}

/**
 * Whether nothing that is known of a cluster holds any more: podCidrs, which nobody changes under running pods, and with them its
 * API server or its gateway. One alone may have moved.
 */
function isAnother(old: ClusterModel, now: ClusterModel): boolean {
  const rest = [serversOf, gatewaysOf].map((signs) => meet(signs(old), signs(now), (a, b) => a === b));
  return meet(old.podCidrs, now.podCidrs, overlap) === false && rest.includes(false) && !rest.includes(true);
}

/** Whether two lists have something in common; undefined where either is not known. */
function meet(a: readonly string[], b: readonly string[], isSame: (a: string, b: string) => boolean) {
  return a.length === 0 || b.length === 0 ? undefined : a.some((one) => b.some((other) => isSame(one, other)));
}

function overlap(a: string, b: string): boolean {
  const [one, other] = [parseCidr(a), parseCidr(b)];
  // What cannot be read proves nothing.
  return !one.ok || !other.ok || overlaps(one.value, other.value);
}
