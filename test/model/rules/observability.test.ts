import { describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../../lib/fleet/spec';
import { observed } from '../../../lib/model/rules/observability';
import { ask, told } from './ask';

const of = (a: ClusterSpec) => told(ask(observed, { clusters: { a } }));
const prometheus = (spec: NonNullable<ClusterSpec['observability']>['prometheus']) =>
  of({ observability: { prometheus: spec } });

describe('what a cluster is watched with', () => {
  it('is somebody that policy can know', () => {
    expect(prometheus({ serviceAccount: 'prometheus', namespace: 'monitoring' })).toEqual([]);
    expect(prometheus({ networks: ['10.0.0.0/8'] })).toEqual([]);
    expect(prometheus({ serviceAccount: 'prometheus' })).toEqual([
      'OBSERVABILITY_SCRAPER Cluster/a.spec.observability.prometheus: serviceAccount alone',
    ]);
    expect(prometheus({ namespace: 'monitoring', networks: ['10.0.0.0/8'] })).toEqual([
      'OBSERVABILITY_SCRAPER Cluster/a.spec.observability.prometheus: namespace alone',
    ]);
    expect(prometheus({})).toEqual(['OBSERVABILITY_SCRAPER Cluster/a.spec.observability.prometheus: neither']);
  });

  it('calls from a range that the API server takes', () => {
    expect(prometheus({ networks: ['10.0.0.1/8'] })[0]).toContain(
      'POLICY_NETWORK Cluster/a.spec.observability.prometheus.networks[0]: "10.0.0.1/8"',
    );
  });

  it('has metrics for its alert rules', () => {
    expect(of({ podMonitor: {}, observability: { alerts: {} } })).toEqual([]);
    expect(of({ observability: { alerts: { enabled: false } } })).toEqual([]);
    expect(of({ observability: { dashboard: {} } })).toEqual([
      'OBSERVABILITY_UNSCRAPED Cluster/a.spec.observability.dashboard: dashboard without alerts',
    ]);
    expect(of({ observability: { alerts: {} } })).toEqual([
      'OBSERVABILITY_UNSCRAPED Cluster/a.spec.observability.alerts: alerts without podMonitor',
    ]);
  });
});
