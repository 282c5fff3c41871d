/** What a step may not change, or does not change, within one cluster: names of identities, and issuers of cert-manager. */
import { type Issue, issue } from '../../errors';
import { pathOf } from '../../model/rules/report';
import { issuersAmong } from '../../model/rules/trust';
import type { ClusterModel, FleetModel } from '../../model/types';
import { findChain } from '../../trust';
import type { Succession } from './succession';

type Pair = readonly [before: ClusterModel, after: ClusterModel];

/** Each cluster before and after, whatever it is called. */
const pairsOf = (after: FleetModel, { was }: Succession): readonly Pair[] =>
  [...after.clusters.values()].flatMap((cluster) => {
    const old = was(cluster.name);
    return old === undefined ? [] : [[old, cluster] as const];
  });

/**
 * Clusters whose workloads would be called something else: by another trust domain, or another namespace of the control plane. Of the
 * trust domain of one that gets another name, CLUSTER_RENAMED speaks.
 */
export function identityIssues(after: FleetModel, step: Succession): Issue[] {
  return pairsOf(after, step).flatMap(([old, cluster]) => {
    const report = (keys: readonly string[], now: string, was: string) =>
      issue('TRUST_DOMAIN_CHANGED', {
        path: pathOf(after, cluster, keys),
        found: `${now}, which was ${was}`,
        clusters: [cluster.name],
      });
    const [is, was] = [cluster.linkerd.namespace, old.linkerd.namespace];
    return [
      ...(cluster.trustDomain === old.trustDomain || cluster.name !== old.name
        ? []
        : [report(['trustDomain'], cluster.trustDomain, old.trustDomain)]),
      ...(is === was ? [] : [report(['linkerd', 'namespace'], `namespace ${is}`, `namespace ${was}`)]),
    ];
  });
}

/** Changes that cert-manager does not follow, or whose CA nobody can see. */
export function issuerIssues(after: FleetModel, step: Succession): Issue[] {
  return pairsOf(after, step).flatMap((pair) => {
    const [, cluster] = pair;
    return notFollowed(pair).map(({ code, key, found }) => {
      const path = pathOf(after, cluster, ['trust', 'issuer', 'certManager', key]);
      return issue(code, { path, found, clusters: [cluster.name] });
    });
  });
}

interface Found {
  readonly code: 'TRUST_STEP_UNKNOWN' | 'TRUST_ISSUER_NOT_REISSUED';
  readonly key: 'issuerRef' | 'nameConstraints';
  readonly found: string;
}

function notFollowed([old, cluster]: Pair): Found[] {
  const [was, is] = [old.trust.issuer, cluster.trust.issuer];
  if (was.kind !== 'certManager' || is.kind !== 'certManager') return [];
  const { name } = is.issuerRef;
  const sameRef = JSON.stringify(was.issuerRef) === JSON.stringify(is.issuerRef);
  const [from, to] = [fingerprints(old), fingerprints(cluster)];
  if (!sameRef && (to === '' || from === to)) {
    const found = `issuerRef ${name} in place of ${was.issuerRef.name}, and the same issuerCertificates`;
    return [{ code: 'TRUST_STEP_UNKNOWN', key: 'issuerRef', found }];
  }
  const code = 'TRUST_ISSUER_NOT_REISSUED';
  const all: Found[] = [];
  if (sameRef && from !== '' && to !== '' && anchorsOf(old, cluster) !== anchorsOf(cluster, cluster))
    all.push({ code, key: 'issuerRef', found: `issuerRef ${name} as before, with an issuer below another anchor` });
  if (was.nameConstraints !== is.nameConstraints && sameRef && was.duration === is.duration)
    all.push({ code, key: 'nameConstraints', found: `nameConstraints ${is.nameConstraints}, and nothing else` });
  return all;
}

const fingerprints = ({ trust }: ClusterModel) => trust.issuerCertificates.map(({ fingerprint }) => fingerprint).join();

/** The anchors that the issuers of one state chain to, under the bundle of another. */
function anchorsOf({ trust, linkerd, trustDomain }: ClusterModel, holder: ClusterModel): string {
  const names = { linkerdNamespace: linkerd.namespace, trustDomain };
  return issuersAmong(trust.issuerCertificates)
    .map((chain) => findChain(chain, holder.trust.anchors, names))
    .map((verdict) => (verdict.ok ? verdict.anchor.fingerprint : ''))
    .filter((anchor) => anchor !== '')
    .sort()
    .join();
}
