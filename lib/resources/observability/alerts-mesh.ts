/** Alerts about certificates, refused callers, and members of federated services. */
import { milliseconds } from '../../model/duration';
import type { ClusterPlan } from '../../plan/types';
import { ANCHOR, FOREIGN, MISSING } from './alerts-expected';
import type { AlertingRule } from './alerts-rule';

const DAY = 86_400;

/** Alerts about the mesh that a Link is part of. */
export function meshAlerts(plan: ClusterPlan): readonly AlertingRule[] {
  const { cluster } = plan;
  return [
    ...issuer(plan),
    ...(cluster.trust.anchors.length === 0 ? [] : anchors()),
    refused(),
    ...(cluster.observability.alerts?.kubeStateMetrics ? members() : []),
  ];
}

/**
 * The issuer that identity has loaded, not the one in the Secret: a renewed one that it does not take (signed by an anchor
 * it has not read yet) leaves the old one to expire. linkerd2 pkg/identity/service.go; 2.17 has no such metric.
 */
function issuer({ cluster }: ClusterPlan): readonly AlertingRule[] {
  const { linkerd, trust } = cluster;
  if (linkerd.release.version === '2.17') return [];
  const ttl = `issuer_cert_ttl_seconds{namespace="${linkerd.namespace}"}`;
  // cert-manager renews at renewBefore; half of it later something is wrong.
  const late =
    trust.issuer.kind === 'certManager' ? Math.floor(milliseconds(trust.issuer.renewBefore) / 2000) : 30 * DAY;
  const said = (alert: string, seconds: number, severity: 'critical' | 'warning'): AlertingRule => ({
    alert,
    expr: `${ttl} < ${seconds}`,
    for: '15m',
    labels: { severity },
    annotations: {
      summary: 'The issuer certificate of identity expires in {{ $value | humanizeDuration }}',
      description:
        'It was not renewed, or identity does not take the new one (event IssuerUpdateSkipped). When it expires no proxy gets a certificate, and those they have end within a day.',
    },
  });
  return [
    said('LinkerdFleetIssuerExpiring', late, 'warning'),
    said('LinkerdFleetIssuerExpiresSoon', Math.min(2 * DAY, Math.floor(late / 2)), 'critical'),
  ];
}

/** Of the bundle that the fleet delivers; Linkerd has no metric for it. */
function anchors(): readonly AlertingRule[] {
  const said = (alert: string, days: number, severity: 'critical' | 'warning'): AlertingRule => ({
    alert,
    expr: `${ANCHOR} - time() < ${days * DAY}`,
    for: '1h',
    labels: { severity },
    annotations: {
      summary: 'Trust anchor {{ $labels.subject }} expires in {{ $value | humanizeDuration }}',
      description:
        'Everything that chains to it stops, in every cluster at once. A rotation goes through every cluster three times: begin now. If nothing chains to it any more, take it out of the bundle.',
    },
  });
  return [said('LinkerdFleetAnchorExpiring', 60, 'warning'), said('LinkerdFleetAnchorExpiresSoon', 14, 'critical')];
}

/**
 * linkerd2-proxy linkerd/app/inbound/src/metrics/authz.rs. A refusal makes a new series that starts at 1, of which
 * `increase` sees nothing: what was not there before counts too.
 */
function refused(): AlertingRule {
  const denied = '{__name__=~"inbound_(http|tcp)_authz_deny_total"}';
  const labels = 'namespace, srv_kind, srv_name, client_id, tls';
  const isNew = `last_over_time(${denied}[10m]) unless last_over_time(${denied}[1h] offset 10m)`;
  return {
    alert: 'LinkerdFleetUnauthorised',
    expr: `sum by (${labels}) (increase(${denied}[10m]) > 0 or ${isNew}) > 0`,
    for: '0m',
    labels: { severity: 'warning' },
    annotations: {
      summary:
        '{{ $labels.srv_name }} in {{ $labels.namespace }} refused {{ if $labels.client_id }}{{ $labels.client_id }}{{ else }}an unmeshed caller{{ end }}',
      description:
        'About {{ $value | printf "%.0f" }} requests or connections in ten minutes were refused by {{ $labels.srv_kind }} {{ $labels.srv_name }}: a caller that policy forgot, or one that has no business there. A member of a federated service that refuses draws traffic from those that answer.',
    },
  };
}

function members(): readonly AlertingRule[] {
  return [
    {
      alert: 'LinkerdFleetMemberMissing',
      expr: `${MISSING} > 0`,
      for: '15m',
      labels: { severity: 'warning' },
      annotations: {
        summary: '{{ $labels.service }} in {{ $labels.namespace }} lacks {{ $labels.member }}',
        description:
          'The fleet has {{ $labels.member }} in the federation, and the Service does not name it: its mirror does not see it, or kube-state-metrics does not show the annotations of Services.',
      },
    },
    {
      alert: 'LinkerdFleetMemberForeign',
      expr: `${FOREIGN} > 0`,
      for: '15m',
      labels: { severity: 'warning' },
      annotations: {
        summary: '{{ $labels.service }} in {{ $labels.namespace }} has a member that is not of the fleet',
        description:
          'Annotation multicluster.linkerd.io/remote-discovery names a cluster that the fleet has no such member in, or whose Link drains and should have taken it out by now. Of a Link that was removed before it was drained it stays for ever.',
      },
    },
  ];
}
