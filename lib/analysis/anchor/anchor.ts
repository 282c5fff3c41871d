/** Where a fleet stands on its way from one trust anchor to the next, island by island, as the description says it. */
import { issuersAmong } from '../../model/rules/trust';
import type { ClusterModel, FleetModel } from '../../model/types';
import { type Certificate, verifies } from '../../trust';

/** What is done next: the new anchor beside the old ones, issuers of the new one, the new one alone. */
export type Stage = 'distribute' | 'issue' | 'retire';

/** Where an island stands. In the words that end in -ing, not all of its clusters have gone as far. */
export type Standing = 'steady' | 'distributing' | 'distributed' | 'issuing' | 'issued' | 'retiring' | 'retired';

/** Which anchors a rotation is about. */
export interface Rotation {
  /** The new anchor. @default - of several in one island, the one whose validity began last, if it is one */
  readonly to?: Certificate;
  /** Those that go. @default - all others */
  readonly from?: readonly Certificate[];
}

/** Where one cluster stands. */
export interface ClusterStanding {
  readonly cluster: ClusterModel;
  /** What its bundle has of the two. */
  readonly bundle: 'old' | 'both' | 'new' | 'neither';
  /** What its issuer chains to; `other`: an anchor that stays. `unknown` without `trust.issuerCertificates`. */
  readonly issuer: 'old' | 'new' | 'other' | 'unknown';
}

/** Clusters that Links join, directly or by way of others: they rotate together, and no other cluster with them. */
export interface Island {
  /** By name. */
  readonly clusters: readonly ClusterStanding[];
  readonly from: readonly Certificate[];
  /** Undefined where none was named and there is one anchor only, or several that began at one time. */
  readonly to?: Certificate;
  readonly standing: Standing;
  /** Undefined when it is all done. */
  readonly next?: Stage;
}

/**
 * The islands of a fleet, by the name of their first cluster.
 *
 * @param before the same islands before an edit: what was the new anchor of one still is, where it is the only one that is left
 */
export function islandsOf(
  fleet: FleetModel,
  rotation: Rotation = {},
  before: readonly Island[] = [],
): readonly Island[] {
  const known = new Map(before.flatMap(({ clusters, to }) => clusters.map(({ cluster }) => [cluster.name, to])));
  const seen = new Set<ClusterModel>();
  return [...fleet.clusters.values()].flatMap((cluster) => {
    if (seen.has(cluster)) return [];
    const clusters = linkedWith(fleet, cluster);
    for (const one of clusters) seen.add(one);
    return [islandOf(clusters, { to: known.get(cluster.name), ...rotation })];
  });
}

function linkedWith({ topology }: FleetModel, first: ClusterModel): readonly ClusterModel[] {
  const found = new Set([first]);
  for (const cluster of found) {
    for (const { target } of topology.targets(cluster)) found.add(target);
    for (const { source } of topology.sources(cluster)) found.add(source);
  }
  return [...found].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function islandOf(clusters: readonly ClusterModel[], rotation: Rotation): Island {
  const anchors = new Map(clusters.flatMap(({ trust }) => trust.anchors.map((a) => [a.fingerprint, a] as const)));
  const to = rotation.to ?? (anchors.size > 1 ? newest([...anchors.values()]) : undefined);
  const named = rotation.from && new Set(rotation.from.map(({ fingerprint }) => fingerprint));
  const goes = (anchor: Certificate) =>
    anchor.fingerprint !== to?.fingerprint && (named?.has(anchor.fingerprint) ?? true);
  const from = [...anchors.values()].filter(goes);
  const standings = clusters.map((cluster) => standingOf(cluster, from, to));
  const standing = whereIs(standings);
  return { clusters: standings, from, to, standing, next: NEXT[standing] };
}

const NEXT: Readonly<Record<Standing, Stage | undefined>> = {
  steady: 'distribute',
  distributing: 'distribute',
  distributed: 'issue',
  issuing: 'issue',
  issued: 'retire',
  retiring: 'retire',
  retired: undefined,
};

function newest(anchors: readonly Certificate[]): Certificate | undefined {
  const [last, other] = [...anchors].sort((a, b) => b.notBefore - a.notBefore);
  return last?.notBefore === other?.notBefore ? undefined : last;
}

function standingOf(cluster: ClusterModel, from: readonly Certificate[], to: Certificate | undefined): ClusterStanding {
  const held = new Set(cluster.trust.anchors.map(({ fingerprint }) => fingerprint));
  const [old, fresh] = [from.some((a) => held.has(a.fingerprint)), to !== undefined && held.has(to.fingerprint)];
  const bundle = old && fresh ? 'both' : old ? 'old' : fresh ? 'new' : 'neither';
  return { cluster, bundle, issuer: issuerOf(cluster, from, to) };
}

function issuerOf(
  { trust, linkerd, trustDomain }: ClusterModel,
  from: readonly Certificate[],
  to: Certificate | undefined,
): ClusterStanding['issuer'] {
  const issuers = issuersAmong(trust.issuerCertificates);
  if (issuers.length === 0) return 'unknown';
  const names = { linkerdNamespace: linkerd.namespace, trustDomain };
  const all = (bundle: readonly Certificate[]) => issuers.every((chain) => verifies(chain, bundle, names));
  if (to !== undefined && all([to])) return 'new';
  const going = new Set(from.map(({ fingerprint }) => fingerprint));
  const staying = trust.anchors.filter(({ fingerprint }) => !going.has(fingerprint) && fingerprint !== to?.fingerprint);
  return all(staying) ? 'other' : 'old';
}

/** Only clusters that have one of the old anchors, or the new one, are on the way. */
function whereIs(all: readonly ClusterStanding[]): Standing {
  const onTheWay = all.filter(({ bundle }) => bundle !== 'neither');
  const some = (...bundles: readonly ClusterStanding['bundle'][]) => onTheWay.some((c) => bundles.includes(c.bundle));
  if (!some('both', 'new')) return 'steady';
  if (some('old')) return 'distributing';
  if (!some('both')) return 'retired';
  const issued = onTheWay.filter(({ issuer }) => issuer === 'new' || issuer === 'other').length;
  if (issued === onTheWay.length) return some('new') ? 'retiring' : 'issued';
  return onTheWay.some(({ issuer }) => issuer === 'new') ? 'issuing' : 'distributed';
}
