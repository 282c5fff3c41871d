/** Whom clusters trust: anchors and issuers by themselves, and whether linked clusters verify each other. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import { type Certificate, checkAnchors, checkIssuer, checkIssuerUnderBundle } from '../../trust';
import { originOf } from '../inherit';
import type { ClusterModel, FleetModel } from '../types';
import { differences, edgesOf, groupBy, withNeighbours } from './edges';
import { merge, namesOf, pathOf } from './report';
import type { Rule } from './rule';

/** A bundle for every cluster. */
export const anchorsGiven: Rule = {
  codes: ['TRUST_ANCHORS_MISSING'],
  check: (_fleet, clusters) => {
    // Anchors that were named and could not be read have been reported where they were read.
    const without = clusters.filter((c) => c.trust.bundle === '' && !names(c));
    if (without.length === 0) return [];
    const path = without.length > 1 ? `${at.fleet}.spec.trust.anchors` : `${without[0]!.at}.spec.trust.anchors`;
    const found = `no anchors for ${namesOf(without)}`;
    return [issue('TRUST_ANCHORS_MISSING', { path, found, clusters: without.map((c) => c.name) })];
  },
};

function names({ levels }: ClusterModel): boolean {
  const from = originOf(levels, ['trust', 'anchors']);
  const level = levels.find((l) => l.from === from);
  const given = (level?.settings['trust'] as { anchors?: unknown } | undefined)?.anchors;
  return given !== undefined && [given].flat().length > 0;
}

/** Anchors and issuers by themselves, each distinct list once. */
export const certificates: Rule = {
  codes: [
    'TRUST_BUNDLE_SIZE',
    'TRUST_ANCHOR_ALGORITHM',
    'TRUST_ANCHOR_NOT_CA',
    'TRUST_ANCHOR_CONSTRAINTS',
    'TRUST_ANCHOR_DUPLICATE',
    'TRUST_ANCHOR_SAME_SUBJECT',
    'TRUST_ISSUER_ALGORITHM',
    'TRUST_ISSUER_NOT_CA',
    'TRUST_ISSUER_USAGE',
    'TRUST_ISSUER_CONSTRAINTS',
  ],
  check: (fleet, clusters) => certificateIssues(fleet, clusters),
};

const EXPIRY = new Set([
  'TRUST_ANCHOR_EXPIRED',
  'TRUST_ANCHOR_NOT_YET_VALID',
  'TRUST_ANCHOR_EXPIRES_SOON',
  'TRUST_ISSUER_EXPIRED',
  'TRUST_ISSUER_NOT_YET_VALID',
  'TRUST_ISSUER_EXPIRES_SOON',
]);

/**
 * What of the fleet's certificates is not valid at `now`, or not for long. Apart from the rules, which know no clock: a fleet
 * that rendered yesterday renders today.
 *
 * @param now milliseconds since the epoch
 * @param clusters @default - all clusters
 */
export function expiryIssues(
  fleet: FleetModel,
  now: number,
  clusters: readonly ClusterModel[] = [...fleet.clusters.values()],
): Issue[] {
  return certificateIssues(fleet, clusters, now).filter(({ code }) => EXPIRY.has(code));
}

function certificateIssues(fleet: FleetModel, clusters: readonly ClusterModel[], now?: number): Issue[] {
  const distinct = (certificates: (cluster: ClusterModel) => readonly Certificate[], key: string) =>
    [...groupBy(clusters, certificates)].map(([certs, users]) => ({
      certs,
      path: pathOf(fleet, users[0]!, ['trust', key]),
      clusters: users.map((cluster) => cluster.name),
    }));
  const anchors = distinct((c) => c.trust.anchors, 'anchors').flatMap((bundle) =>
    checkAnchors(bundle.certs, bundle.path, now).map((found) => ({ ...found, clusters: bundle.clusters })),
  );
  // An anchor may stand for the issuers that cert-manager makes by it, and has been judged as an anchor.
  const anchored = new Set(clusters.flatMap(({ trust }) => trust.anchors.map(({ fingerprint }) => fingerprint)));
  const issuers = distinct((c) => c.trust.issuerCertificates, 'issuerCertificates').flatMap((given) =>
    issuersAmong(given.certs)
      .filter(([issuer]) => !anchored.has(issuer.fingerprint))
      .flatMap(([issuer]) =>
        checkIssuer(issuer, given.path, now).map((found) => ({ ...found, clusters: given.clusters })),
      ),
  );
  return merge([...anchors, ...issuers]);
}

/**
 * Chains by issuer: a certificate that signed no other of the list is an issuer, the others are its possible
 * intermediates.
 */
export function issuersAmong(certs: readonly Certificate[]): readonly (readonly [Certificate, ...Certificate[]])[] {
  return certs
    .filter(
      (cert) => !certs.some((other) => other.issuerKey === cert.subjectKey && other.issuerKey !== other.subjectKey),
    )
    .map((issuer) => [issuer, ...certs.filter((cert) => cert !== issuer)] as const);
}

/** Issuers under the bundle of their own cluster and of every cluster it is linked with. */
export const chains: Rule = {
  codes: ['TRUST_CHAIN_BROKEN', 'TRUST_CONSTRAINT_MISMATCH'],
  check: (fleet, clusters) =>
    merge(meetings(fleet, clusters).flatMap(({ issuer, holders }) => underBundle(fleet, issuer, holders))),
};

/** A cluster whose issuers are known, and clusters that hold one bundle under which they have to verify. */
export interface Meeting {
  readonly issuer: ClusterModel;
  readonly holders: readonly [ClusterModel, ...ClusterModel[]];
}

/** Every pair of issuers and bundle that meet: in the cluster itself, and at both ends of its Links where bundles differ. */
export function meetings(fleet: FleetModel, clusters: readonly ClusterModel[]): readonly Meeting[] {
  const knows = ({ trust }: ClusterModel) => trust.issuerCertificates.length > 0;
  const own = clusters.filter((cluster) => knows(cluster) && cluster.trust.bundle !== '');
  const idOf = bundleIds();
  const met = new Map<string, { issuer: ClusterModel; holders: Set<ClusterModel> }>();
  const meet = (issuer: ClusterModel, holder: ClusterModel) => {
    if (!knows(issuer)) return;
    const key = `${issuer.name}\n${idOf(holder)}`;
    const pair = met.get(key) ?? { issuer, holders: new Set() };
    pair.holders.add(holder);
    met.set(key, pair);
  };
  if (groupBy(withNeighbours(fleet, clusters), idOf).size > 1) {
    for (const { source, target } of edgesOf(fleet, clusters)) {
      if (!comparable(source, target)) continue;
      meet(source, target);
      meet(target, source);
    }
  }
  const others = [...met.values()].map(({ issuer, holders }) => ({
    issuer,
    holders: [...holders] as unknown as Meeting['holders'],
  }));
  return [...own.map((issuer): Meeting => ({ issuer, holders: [issuer] })), ...others];
}

/** The issuers of a cluster under the bundle that all `holders` have. */
function underBundle(fleet: FleetModel, cluster: ClusterModel, holders: readonly ClusterModel[]): Issue[] {
  const { trust, trustDomain, linkerd } = cluster;
  const path = pathOf(fleet, cluster, ['trust', 'issuerCertificates']);
  const identities = { linkerdNamespace: linkerd.namespace, trustDomain };
  return issuersAmong(trust.issuerCertificates).flatMap((chain) =>
    checkIssuerUnderBundle(chain, holders[0]!.trust.anchors, path, identities).map((found) => ({
      ...found,
      found: `${found.found} (issuer of ${cluster.name}, bundle of ${namesOf(holders)})`,
      clusters: [...new Set([cluster.name, ...holders.map((holder) => holder.name)])].sort(),
    })),
  );
}

/** Bundles of linked clusters, where issuers are not known. */
export const bundles: Rule = {
  codes: ['TRUST_BUNDLES_DISJOINT', 'TRUST_BUNDLES_DIFFER'],
  check: (fleet, clusters) =>
    differences(fleet, clusters, bundleIds(), ({ source, target }) => {
      const known = [source, target].every(({ trust }) => trust.issuerCertificates.length > 0);
      return !known && comparable(source, target);
    }).map(({ clusters: [left, right] }) => {
      const [a, b] = [left[0]!, right[0]!];
      const held = new Set(a.trust.anchors.map((anchor) => anchor.fingerprint));
      const common = new Set(b.trust.anchors.filter((anchor) => held.has(anchor.fingerprint)));
      const odd = left.length < right.length ? a : b;
      return issue(common.size === 0 ? 'TRUST_BUNDLES_DISJOINT' : 'TRUST_BUNDLES_DIFFER', {
        path: pathOf(fleet, odd, ['trust', 'anchors']),
        found: `${counted(a)} in ${namesOf(left)}; ${counted(b)} in ${namesOf(right)}; ${common.size} in common`,
        clusters: [...left, ...right].map((cluster) => cluster.name),
      });
    }),
};

const counted = ({ trust }: ClusterModel) => `${trust.anchors.length} anchor${trust.anchors.length === 1 ? '' : 's'}`;

function comparable(a: ClusterModel, b: ClusterModel): boolean {
  return a.trust.bundle !== b.trust.bundle && a.trust.bundle !== '' && b.trust.bundle !== '';
}

/** A short name for each distinct bundle, which itself may have 128 KiB. */
function bundleIds(): (cluster: ClusterModel) => string {
  const ids = new Map<string, string>();
  return ({ trust }) => {
    const id = ids.get(trust.bundle) ?? String(ids.size);
    ids.set(trust.bundle, id);
    return id;
  };
}
