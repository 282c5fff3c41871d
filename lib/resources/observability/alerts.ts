/** Alert rules of a cluster, for the Prometheus operator. */
import type { PrometheusRuleSpec } from '../../../imports/monitoring.coreos.com';
import type { Manifest } from '../../emit/manifest';
import type { ClusterPlan } from '../../plan/types';
import type { Spec } from '../spec';
import { inWave, WAVES } from '../waves';
import { expectedRules } from './alerts-expected';
import { meshAlerts } from './alerts-mesh';
import { linkAlerts, mirrorRules } from './alerts-mirror';
import type { Rule } from './alerts-rule';

/** The groups of rules of a cluster; those of one group are evaluated in order. */
export function alertGroups(plan: ClusterPlan): readonly { readonly name: string; readonly rules: readonly Rule[] }[] {
  return [
    { name: 'linkerd-fleet-expected', rules: [...expectedRules(plan), ...mirrorRules(plan)] },
    { name: 'linkerd-fleet-links', rules: linkAlerts(plan) },
    { name: 'linkerd-fleet-mesh', rules: meshAlerts(plan) },
  ];
}

/** The PrometheusRule of a cluster; none unless it says `observability.alerts`. */
export function alertManifests(plan: ClusterPlan): readonly Manifest[] {
  const { linkerd, observability } = plan.cluster;
  if (observability.alerts === undefined) return [];
  const groups = alertGroups(plan) as unknown as PrometheusRuleSpec['groups'];
  return [
    inWave(WAVES.observability, {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: {
        name: 'linkerd-fleet',
        namespace: linkerd.multiclusterNamespace,
        labels: observability.alerts.labels,
      },
      spec: { groups } satisfies Spec<PrometheusRuleSpec>,
    }),
  ];
}
