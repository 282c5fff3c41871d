import { describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../lib/fleet/spec';
import { alertGroups, alertManifests } from '../../lib/resources/observability/alerts';
import { scraperManifests } from '../../lib/resources/observability/monitoring-access';
import { validateAgainstCrd } from '../imports/schema';
import { admission, type PolicyObject } from './admission';
import { planEu1, planOf } from './plans';

const rulesOf = (spec: ClusterSpec) => alertGroups(planEu1(spec)).flatMap(({ rules }) => rules);
const alertsOf = (spec: ClusterSpec) => rulesOf(spec).flatMap((rule) => ('alert' in rule ? [rule.alert] : []));
const recordsOf = (spec: ClusterSpec) =>
  rulesOf(spec).flatMap((rule) => ('record' in rule ? [{ ...rule.labels, record: rule.record, expr: rule.expr }] : []));
const alerts = { labels: { release: 'prometheus' } };

describe('alert rules of a cluster', () => {
  it('are written only where it asks for them', () => {
    expect(alertManifests(planEu1())).toEqual([]);
    expect(alertManifests(planEu1({ observability: { alerts: { enabled: false } } }))).toEqual([]);
    const [rule, ...others] = alertManifests(planEu1({ observability: { alerts } }));
    expect(others).toEqual([]);
    expect(rule?.metadata).toMatchObject({
      name: 'linkerd-fleet',
      namespace: 'linkerd-multicluster',
      labels: { release: 'prometheus' },
    });
    expect(validateAgainstCrd(rule)).toEqual([]);
  });

  it('know every Link of the fleet, and how many of its credentials destination reads', () => {
    expect(recordsOf({ observability: { alerts } }).slice(0, 3)).toEqual([
      { record: 'linkerd_fleet:credentials:expected', expr: 'vector(1)' },
      { record: 'linkerd_fleet:link:expected', expr: 'vector(1)', mode: 'flat', target_cluster_name: 'eu-2' },
      { record: 'linkerd_fleet:link:expected', expr: 'vector(1)', mode: 'gateway', target_cluster_name: 'us-1' },
    ]);
  });

  it('know when each trust anchor of the bundle expires', () => {
    const spec: ClusterSpec = { trust: { anchors: 'anchors.pem' }, observability: { alerts } };
    const plan = planEu1(spec);
    const anchors = recordsOf(spec).filter(({ record }) => record.includes('trust_anchor'));
    expect(anchors.map(({ expr }) => expr)).toEqual(
      plan.cluster.trust.anchors.map(({ notAfter }) => `vector(${notAfter / 1000})`),
    );
    expect(alertsOf(spec)).toContain('LinkerdFleetAnchorExpiring');
    expect(alertsOf({ observability: { alerts } })).not.toContain('LinkerdFleetAnchorExpiring');
  });

  it('ask nothing of 2.17 that it has no metric for', () => {
    expect(alertsOf({ linkerd: { version: '2.17' }, observability: { alerts } })).not.toContain(
      'LinkerdFleetIssuerExpiring',
    );
    expect(alertsOf({ observability: { alerts } })).toContain('LinkerdFleetIssuerExpiring');
  });

  it('know the members of federated services where kube-state-metrics shows them', () => {
    const given = {
      fleet: { topology: [{ fullMesh: {} }] },
      clusters: {
        a: { network: 'n', observability: { alerts: { kubeStateMetrics: true } } },
        b: { network: 'n' },
        far: { gateway: { address: 'gw.example.com' } },
      },
      services: [
        { name: 'pay', federated: true },
        { name: 'only-b', federated: true, clusters: ['b'] },
      ],
    };
    const rules = alertGroups(planOf(given, 'a')).flatMap((group) => group.rules);
    const missing = rules.flatMap((r) => ('record' in r && r.record.endsWith(':missing') ? [r.labels] : []));
    expect(missing).toEqual([
      { member: 'only-b@b', namespace: 'prod', service: 'only-b-federated' },
      { member: 'pay', namespace: 'prod', service: 'pay-federated' },
      { member: 'pay@b', namespace: 'prod', service: 'pay-federated' },
    ]);
    const without = { ...given, clusters: { ...given.clusters, a: { network: 'n', observability: { alerts } } } };
    expect(JSON.stringify(alertGroups(planOf(without, 'a')))).not.toContain('kube_service_annotations');
  });
});

describe('alert rules of a cluster whose Link drains', () => {
  const drained = (clusters: string[]) => {
    const alerts = { kubeStateMetrics: true };
    const given = {
      fleet: { topology: [{ fullMesh: {} }, { drain: [{ source: 'a', target: 'b' }] }], observability: { alerts } },
      clusters: { a: { network: 'n' }, b: { network: 'n' }, c: { network: 'n' } },
      services: [{ name: 'pay', federated: true, clusters }],
    };
    return alertGroups(planOf(given, 'a')).flatMap(({ rules }) => rules.flatMap((r) => ('record' in r ? [r] : [])));
  };
  const foreign = (clusters: string[]) => drained(clusters).flatMap((r) => (/:foreign$/.test(r.record) ? r.expr : []));

  it('miss no member that it has taken out, and tell of one that it leaves', () => {
    const rules = drained(['b', 'c']);
    expect(rules.flatMap((r) => (r.record.endsWith(':missing') ? [r.labels?.['member']] : []))).toEqual(['pay@c']);
    expect(foreign(['b', 'c']).join()).not.toContain('pay@b');
  });

  it('tell of a last member that it leaves', () => {
    expect(foreign(['b']).join()).toContain('discovery!~""');
  });
});

describe('the Prometheus of a cluster', () => {
  it('is admitted to every admin port of the multicluster extension, by identity or by address', () => {
    const prometheus = { serviceAccount: 'prometheus', namespace: 'monitoring', networks: ['10.0.0.0/8'] };
    const manifests = scraperManifests(planEu1({ observability: { prometheus } }));
    expect(manifests.filter(({ kind }) => kind !== 'AuthorizationPolicy').map(({ spec }) => spec)).toEqual([
      { identities: ['prometheus.monitoring.serviceaccount.identity.linkerd.eu-1.mesh.example.com'] },
      { networks: [{ cidr: '10.0.0.0/8' }] },
    ]);
    const policies = manifests.filter(({ kind }) => kind === 'AuthorizationPolicy') as unknown as {
      spec: { targetRef: { name: string }; requiredAuthenticationRefs: unknown[] };
    }[];
    const servers = ['controller', 'linkerd-admin', 'local-service-mirror', 'service-mirror'];
    expect(policies.map(({ spec }) => spec.targetRef.name)).toEqual([...servers, ...servers]);
    expect(policies.every(({ spec }) => spec.requiredAuthenticationRefs.length === 1)).toBe(true);
    expect(manifests.flatMap((m) => validateAgainstCrd(m))).toEqual([]);
  });

  it('is let in by name where the chart leaves the mirrors to a default policy that refuses it', () => {
    const by = { identity: 'prometheus.monitoring.serviceaccount.identity.linkerd.eu-1.mesh.example.com', address: '' };
    const prometheus = { serviceAccount: 'prometheus', namespace: 'monitoring', networks: ['10.0.0.0/8'] };
    const from = { identity: undefined, address: '10.9.0.1' };
    const stranger = { identity: by.identity.replace('prometheus', 'web'), address: '192.0.2.1' };
    const ports = {
      '2.17': ['linkerd-service-mirror linkerd-admin', 'local-service-mirror admin-http'],
      '2.18': ['controller linkerd-admin', 'local-service-mirror admin-http'],
      '2.19': ['controller ctrl-admin', 'local-service-mirror locsm-admin', 'local-service-mirror linkerd-admin'],
    } as const;
    for (const version of ['2.17', '2.18', '2.19'] as const) {
      const spec = { linkerd: { version }, defaultInboundPolicy: 'deny' as const, observability: { prometheus } };
      const objects = scraperManifests(planEu1(spec)) as unknown as PolicyObject[];
      for (const object of objects) expect(validateAgainstCrd(object, version)).toEqual([]);
      for (const [component, port] of ports[version].map((text) => text.split(' '))) {
        const pod = { namespace: 'linkerd-multicluster', labels: { component: component! }, port: port! };
        const asked = [by, from, stranger].map((caller) => admission(objects, pod, caller));
        expect(asked, `${version} ${component} ${port}`).toEqual([true, true, false]);
      }
      const pods = objects.flatMap(({ kind, spec }) => (kind === 'Server' ? JSON.stringify(spec) : []));
      expect(pods.join()).not.toContain('linkerd-gateway');
    }
  });

  it('gets no Servers where the chart has them, or the default lets it in', () => {
    const servers = (spec: ClusterSpec) => scraperManifests(planEu1(spec)).filter(({ kind }) => kind === 'Server');
    const meshed = { prometheus: { serviceAccount: 'prometheus', namespace: 'monitoring' } };
    const networks = { prometheus: { networks: ['10.0.0.0/8'] } };
    const v219 = { linkerd: { version: '2.19' as const } };
    expect(servers({ defaultInboundPolicy: 'deny', observability: meshed })).toEqual([]);
    expect(servers({ ...v219, observability: networks })).toEqual([]);
    expect(servers({ ...v219, defaultInboundPolicy: 'all-authenticated', observability: meshed })).toEqual([]);
    expect(servers({ ...v219, defaultInboundPolicy: 'all-authenticated', observability: networks })).toHaveLength(6);
  });

  it('is nobody unless the cluster names it', () => {
    expect(scraperManifests(planEu1())).toEqual([]);
  });
});
