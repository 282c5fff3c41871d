/** Certificates that cert-manager makes, and CAs that stand beside the mesh's own. */
import { type Issue, issue } from '../../errors';
import { milliseconds } from '../duration';
import { originOf } from '../inherit';
import type { ClusterModel, FleetModel } from '../types';
import { certificateFault } from './pem';
import { merge, pathOf } from './report';
import type { Rule } from './rule';

const HOUR = 3_600_000;

/** Lifetimes of the issuer as cert-manager takes them (cert-manager pkg/apis/certmanager/v1). */
export const issuerRenewal: Rule = {
  codes: ['TRUST_ISSUER_RENEWAL', 'TRUST_ISSUER_RENEWS_EARLY'],
  check: (fleet, clusters) => merge(clusters.flatMap((cluster) => renewalIssues(fleet, cluster))),
};

function renewalIssues(fleet: FleetModel, cluster: ClusterModel): Issue[] {
  const { issuer } = cluster.trust;
  if (issuer.kind !== 'certManager') return [];
  const [duration, renewBefore] = [milliseconds(issuer.duration), milliseconds(issuer.renewBefore)];
  const report = (code: Issue['code'], key: string, found: string) =>
    issue(code, {
      path: `${pathOf(fleet, cluster, ['trust', 'issuer'])}.certManager.${key}`,
      found,
      clusters: [cluster.name],
    });
  if (!(duration >= HOUR)) return [report('TRUST_ISSUER_RENEWAL', 'duration', `duration ${issuer.duration}`)];
  const found = `renewBefore ${issuer.renewBefore} with duration ${issuer.duration}`;
  if (!(renewBefore >= HOUR / 12 && renewBefore < duration))
    return [report('TRUST_ISSUER_RENEWAL', 'renewBefore', found)];
  return renewBefore > duration / 2 ? [report('TRUST_ISSUER_RENEWS_EARLY', 'renewBefore', found)] : [];
}

/** The CA of webhook certificates that come by other means. */
export const webhookCa: Rule = {
  codes: ['TRUST_WEBHOOK_CA'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) => {
        const { webhooks, webhookCaBundle } = cluster.trust;
        const key = ['trust', 'webhookCaBundle'];
        if (webhookCaBundle === undefined && (webhooks !== 'existing' || originOf(cluster.levels, key))) return [];
        const found =
          webhookCaBundle === undefined
            ? 'webhooks existing without webhookCaBundle'
            : certificateFault(fleet, webhookCaBundle);
        if (found === undefined) return [];
        return [issue('TRUST_WEBHOOK_CA', { path: pathOf(fleet, cluster, key), found, clusters: [cluster.name] })];
      }),
    ),
};
