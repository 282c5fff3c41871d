/** Chains that hold now and end soon. Apart from the rules, as expiryIssues is: rules know no clock. */
import { type Issue, issue } from '../../errors';
import { chainEnd, verifies } from '../../trust';
import type { ClusterModel, FleetModel } from '../types';
import { groupBy } from './edges';
import { merge, namesOf, pathOf } from './report';
import { issuersAmong, type Meeting, meetings } from './trust';

/**
 * Issuers that no longer chain to a bundle which they meet before `now + window` is over, and bundles of unknown issuers of which
 * no anchor is left by then. An issuer that cert-manager makes is renewed in time: of its chains only the anchors end.
 *
 * @param now milliseconds since the epoch
 * @param window milliseconds
 * @param clusters @default - all clusters
 */
export function endingChains(
  fleet: FleetModel,
  now: number,
  window: number,
  clusters: readonly ClusterModel[] = [...fleet.clusters.values()],
): Issue[] {
  const until = now + window;
  return merge([
    ...meetings(fleet, clusters).flatMap((meeting) => endings(fleet, meeting, now, until)),
    ...lastAnchors(fleet, clusters, now, until),
  ]);
}

function endings(fleet: FleetModel, { issuer: cluster, holders }: Meeting, now: number, until: number): Issue[] {
  const { trust, trustDomain, linkerd } = cluster;
  const names = { linkerdNamespace: linkerd.namespace, trustDomain };
  const bundle = holders[0].trust.anchors;
  return issuersAmong(trust.issuerCertificates).flatMap((issuerChain) => {
    if (!verifies(issuerChain, bundle, names)) return [];
    const renewed = trust.issuer.kind === 'certManager';
    const end = chainEnd({ issuerChain, bundle, names, renewed }, now);
    if (end > until) return [];
    const subject = issuerChain[0].subject;
    return [
      issue('TRUST_CHAIN_ENDS', {
        path: pathOf(fleet, cluster, ['trust', 'issuerCertificates']),
        found: `${subject}, issuer of ${cluster.name}, whose last chain to the bundle of ${namesOf(holders)} ${ended(end, now)}`,
        clusters: [...new Set([cluster, ...holders].map(({ name }) => name))],
      }),
    ];
  });
}

function lastAnchors(fleet: FleetModel, clusters: readonly ClusterModel[], now: number, until: number): Issue[] {
  const unknown = clusters.filter(({ trust }) => trust.issuerCertificates.length === 0 && trust.anchors.length > 0);
  return [...groupBy(unknown, (cluster) => cluster.trust.anchors)].flatMap(([anchors, users]) => {
    const end = Math.max(...anchors.map((anchor) => anchor.notAfter)) + 1;
    if (end > until) return [];
    return [
      issue('TRUST_CHAIN_ENDS', {
        path: pathOf(fleet, users[0]!, ['trust', 'anchors']),
        found: `a bundle of ${namesOf(users)} whose last anchor ${ended(end, now)}`,
        clusters: users.map(({ name }) => name),
      }),
    ];
  });
}

const ended = (end: number, now: number) =>
  end <= now ? 'has ended' : `ends at ${new Date(end - 1).toISOString().slice(0, 19)}Z`;
