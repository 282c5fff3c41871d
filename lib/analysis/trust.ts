/** Who trusts whom, for how long, and by which certificates: what `trust inspect` and `trust verify` show. */
import { groupBy } from '../model/rules/edges';
import { issuersAmong } from '../model/rules/trust';
import type { ClusterModel, FleetModel } from '../model/types';
import { type Certificate, chainEnd, findChain, type NameConstraints } from '../trust';
import { podsShow } from './anchor/roots';

/** One public certificate and the clusters that have it. */
export interface CertificateSummary {
  /** `issuer` stands for the intermediates given with issuers too. */
  readonly role: 'anchor' | 'issuer';
  readonly clusters: readonly string[];
  readonly subject: string;
  readonly issuer: string;
  readonly key: string;
  readonly signature: string;
  readonly pathLength?: number;
  readonly nameConstraints?: NameConstraints;
  /** RFC 3339, as is notAfter. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** Of the DER, hex. */
  readonly sha256: string;
}

/** Whether what an issuer signs is accepted where a bundle is held. */
export interface Verdict {
  /** `ended`: only the validity is over, or has not begun. `unknown`: the public certificate of the issuer is not given. */
  readonly verdict: 'verifies' | 'ended' | 'broken' | 'unknown';
  /** Subject of the issuer. */
  readonly issuer?: string;
  /** Subject of the anchor that it chains to. */
  readonly anchor?: string;
  /** What is wrong, as the end of a sentence about the issuer. */
  readonly reason?: string;
  /** Last second in which a chain is valid, RFC 3339. */
  readonly until?: string;
}

/** Trust of one cluster. */
export interface ClusterTrust {
  readonly cluster: string;
  readonly trustDomain: string;
  /** As pods show it in `linkerd.io/trust-root-sha256`. */
  readonly bundleSha256?: string;
  readonly anchors: number;
  /** Where the issuer comes from: `certManager ClusterIssuer/mesh-ca`, or `existing`. */
  readonly from: string;
  /** Its issuer under its own bundle. */
  readonly own: Verdict;
}

/** Trust between the ends of a Link. */
export interface LinkTrust {
  readonly source: string;
  readonly target: string;
  /** Issuer of the source under the bundle of the target. */
  readonly sourceAtTarget: Verdict;
  /** Issuer of the target under the bundle of the source. */
  readonly targetAtSource: Verdict;
}

/** One issuer under one bundle, and the clusters that hold it. */
export interface Encounter extends Verdict {
  readonly cluster: string;
  readonly holders: readonly string[];
}

const time = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The certificates of clusters, each once. */
export function certificatesOf(clusters: readonly ClusterModel[]): readonly CertificateSummary[] {
  const summaries = (role: CertificateSummary['role'], of: (cluster: ClusterModel) => readonly Certificate[]) => {
    const found = new Map<string, { cert: Certificate; clusters: Set<string> }>();
    for (const cluster of clusters) {
      for (const cert of of(cluster)) {
        const one = found.get(cert.fingerprint) ?? { cert, clusters: new Set() };
        one.clusters.add(cluster.name);
        found.set(cert.fingerprint, one);
      }
    }
    return [...found.values()].map(({ cert, clusters }) => summary(role, cert, [...clusters].sort(byName)));
  };
  return [...summaries('anchor', (c) => c.trust.anchors), ...summaries('issuer', (c) => c.trust.issuerCertificates)];
}

function summary(role: CertificateSummary['role'], cert: Certificate, clusters: readonly string[]): CertificateSummary {
  return {
    role,
    clusters,
    subject: cert.subject,
    issuer: cert.issuer,
    key: cert.key,
    signature: cert.signature,
    pathLength: cert.pathLen,
    nameConstraints: cert.nameConstraints,
    notBefore: time(cert.notBefore),
    notAfter: time(cert.notAfter),
    sha256: cert.fingerprint,
  };
}

/** Answers about pairs of clusters at one moment; each pair of issuers and bundle is worked out once. */
export interface TrustAnswers {
  readonly cluster: (cluster: ClusterModel) => ClusterTrust;
  readonly link: (source: ClusterModel, target: ClusterModel) => LinkTrust;
  /** The issuer of `cluster` under every bundle that it meets: its own, and those of clusters that it is linked with. */
  readonly encounters: (cluster: ClusterModel) => readonly Encounter[];
}

/**
 * @param now milliseconds since the epoch
 * @param actual the certificates of an issuer as it is in the cluster, in place of those that the description has @default - none
 */
export function trustAnswers(fleet: FleetModel, now: number, actual?: readonly Certificate[]): TrustAnswers {
  const known = new Map<ClusterModel, Map<string, Verdict>>();
  const under = (cluster: ClusterModel, holder: ClusterModel): Verdict => {
    const verdicts = known.get(cluster) ?? new Map<string, Verdict>();
    known.set(cluster, verdicts);
    const verdict = verdicts.get(holder.trust.bundle) ?? verdictUnder(cluster, holder.trust.anchors, now, actual);
    verdicts.set(holder.trust.bundle, verdict);
    return verdict;
  };
  return {
    cluster: (cluster) => ({
      cluster: cluster.name,
      trustDomain: cluster.trustDomain,
      bundleSha256: cluster.trust.bundle === '' ? undefined : podsShow(cluster.trust),
      anchors: cluster.trust.anchors.length,
      from: originOf(cluster),
      own: under(cluster, cluster),
    }),
    link: (source, target) => ({
      source: source.name,
      target: target.name,
      sourceAtTarget: under(source, target),
      targetAtSource: under(target, source),
    }),
    encounters: (cluster) => {
      const { targets, sources } = fleet.topology;
      const met = [cluster, ...targets(cluster).map((e) => e.target), ...sources(cluster).map((e) => e.source)];
      return [...groupBy([...new Set(met)], ({ trust }) => trust.bundle).values()].map((holders) => ({
        cluster: cluster.name,
        holders: holders.map(({ name }) => name).sort(byName),
        ...under(cluster, holders[0]!),
      }));
    },
  };
}

function originOf({ trust: { issuer } }: ClusterModel): string {
  if (issuer.kind !== 'certManager') return 'existing';
  return `certManager ${issuer.issuerRef.kind ?? 'ClusterIssuer'}/${issuer.issuerRef.name}`;
}

/** The worst of the issuers of a cluster: while it changes issuers, workloads have leaves of both. */
function verdictUnder(
  cluster: ClusterModel,
  bundle: readonly Certificate[],
  now: number,
  actual?: readonly Certificate[],
): Verdict {
  const names = { linkerdNamespace: cluster.linkerd.namespace, trustDomain: cluster.trustDomain };
  const renewed = actual === undefined && cluster.trust.issuer.kind === 'certManager';
  const verdicts = issuersAmong(actual ?? cluster.trust.issuerCertificates).map(
    (issuerChain): Verdict & { end: number } => {
      const { subject: issuer } = issuerChain[0];
      const chain = findChain(issuerChain, bundle, names);
      if (!chain.ok) return { verdict: 'broken', issuer, reason: chain.reason, end: Number.NEGATIVE_INFINITY };
      const end = chainEnd({ issuerChain, bundle, names, renewed }, now);
      if (end <= now) return { verdict: 'ended', issuer, reason: 'has no chain that is valid at this time', end };
      return { verdict: 'verifies', issuer, anchor: chain.anchor.subject, until: time(end - 1), end };
    },
  );
  const [worst] = verdicts.sort((a, b) => a.end - b.end);
  if (worst === undefined) return { verdict: 'unknown', reason: 'trust.issuerCertificates does not name it' };
  const { end: _, ...verdict } = worst;
  return verdict;
}
