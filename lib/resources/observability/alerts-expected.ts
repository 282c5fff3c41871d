/**
 * What the fleet says of a cluster, as series for alert rules and dashboards to hold against what is scraped: a rule that
 * asks after a Link must know of it when nothing else does. One small recording rule each; the alerts are a fixed number.
 */

import { federatedName } from '../../linkerd/names';
import { planFederation } from '../../plan/federation';
import type { ClusterPlan } from '../../plan/types';
import type { Certificate } from '../../trust/certificate';
import type { Rule } from './alerts-rule';

/** A Link that the cluster holds: 1 for each, by `target_cluster_name` and `mode`. */
export const LINK = 'linkerd_fleet:link:expected';
/** Number of link credentials that destination reads: Secrets in the control-plane namespace. */
export const CREDENTIALS = 'linkerd_fleet:credentials:expected';
/** When a trust anchor of the bundle expires, in seconds since the epoch, by `subject` and `fingerprint`. */
export const ANCHOR = 'linkerd_fleet:trust_anchor:expiry_timestamp_seconds';
/** 1 for a member that a federated service of the cluster lacks, by `namespace`, `service` and `member`. */
export const MISSING = 'linkerd_fleet:federation_member:missing';
/** 1 for a federated service with a member that the fleet does not know. */
export const FOREIGN = 'linkerd_fleet:federation_member:foreign';

/** The recording rules of a cluster. */
export function expectedRules(plan: ClusterPlan): readonly Rule[] {
  const { cluster, links } = plan;
  const { namespace } = cluster.linkerd;
  const credentials = links.filter((link) => link.credentials.namespaces.includes(namespace)).length;
  return [
    { record: CREDENTIALS, expr: `vector(${credentials})` },
    ...links.map(({ target, mode }) => ({
      record: LINK,
      expr: 'vector(1)',
      labels: { mode, target_cluster_name: target.name },
    })),
    ...cluster.trust.anchors.map(anchor),
    ...(cluster.observability.alerts?.kubeStateMetrics ? federation(plan) : []),
  ];
}

const anchor = ({ fingerprint, subject, notAfter }: Certificate): Rule => ({
  record: ANCHOR,
  expr: `vector(${Math.floor(notAfter / 1000)})`,
  labels: { fingerprint: fingerprint.slice(0, 16), subject },
});

/**
 * Who is a member is in two annotations of `<service>-federated`: `<service>@<Link>` of every Link, joined by commas, and the
 * local one (linkerd2 multicluster/service-mirror/cluster_watcher.go). A member that leaves in good order is gone from
 * there within seconds; one whose Link was removed first stays for ever.
 */
function federation(plan: ClusterPlan): readonly Rule[] {
  return planFederation(plan).flatMap(({ name, namespace, isMember, targets }) => {
    const service = federatedName(name);
    const remote = targets.map((target) => `${name}@${target}`);
    const asked = (condition: string) =>
      `kube_service_annotations{namespace="${namespace}", service="${service}", ${condition}}`;
    const missing = (member: string, condition: string) => ({
      record: MISSING,
      expr: `absent(${asked(condition)})`,
      labels: { member, namespace, service },
    });
    const known = remote.length === 0 ? '' : `((${remote.join('|')})(,(${remote.join('|')}))*)?`;
    return [
      ...(isMember ? [missing(name, `${LOCAL}="${name}"`)] : []),
      ...remote.map((member) => missing(member, `${REMOTE}=~"(.*,)?${member}(,.*)?"`)),
      { record: FOREIGN, expr: `group by (namespace, service) (${asked(`${REMOTE}!~"${known}"`)})` },
    ];
  });
}

const REMOTE = 'annotation_multicluster_linkerd_io_remote_discovery';
const LOCAL = 'annotation_multicluster_linkerd_io_local_discovery';
