import { describe, expect, it } from 'vitest';
import type { ClusterSpec, FleetSpec } from '../../../lib/fleet/spec';
import { defaultInboundPolicy } from '../../../lib/model/policy/ways';
import { metricsAdmitted, namespacePolicies } from '../../../lib/model/rules/policy-default';
import { buildTestFleet, type TestService } from '../fixtures';
import { ask, told } from './ask';

const pay: TestService = { name: 'pay', namespace: 'shop', createNamespace: true };

describe('the policy of a namespace', () => {
  const found = (fleet: Partial<FleetSpec>, services: TestService[] = [pay], us: ClusterSpec = {}) =>
    told(ask(namespacePolicies, { fleet, clusters: { eu: {}, us }, services }));

  it('is of a namespace that the fleet writes', () => {
    expect(found({ namespacePolicies: { shop: 'deny' } })).toEqual([]);
    expect(found({ namespacePolicies: { shp: 'deny', linkerd: 'deny' } })).toEqual([
      'POLICY_NAMESPACE Fleet.spec.namespacePolicies.shp: "shp", of no Service',
      'POLICY_NAMESPACE Fleet.spec.namespacePolicies.linkerd: "linkerd", a namespace of Linkerd',
    ]);
    const shop = { namespacePolicies: { shop: 'deny' as const } };
    expect(found(shop, [{ ...pay, createNamespace: false }])).toEqual([
      'POLICY_NAMESPACE Fleet.spec.namespacePolicies.shop: "shop", of a Service with createNamespace: false',
    ]);
    expect(found(shop, [{ name: 'pay', namespace: 'shop', clusters: ['us'] }])).toEqual([
      'POLICY_NAMESPACE Fleet.spec.namespacePolicies.shop: "shop", which is taken to exist, with pay in it',
    ]);
    expect(found(shop, [pay], { namespaces: ['shop'] })).toEqual([
      'POLICY_NAMESPACE Fleet.spec.namespacePolicies.shop: "shop", which exists by other means',
    ]);
  });

  it('goes before that of the cluster, and values of the user before the field', () => {
    const { fleet } = buildTestFleet({
      fleet: { defaultInboundPolicy: 'deny', namespacePolicies: { shop: 'all-authenticated' } },
      clusters: { eu: {}, us: { values: { controlPlane: { proxy: { defaultInboundPolicy: 'audit' } } } } },
    });
    const of = (name: string, namespace?: string) => defaultInboundPolicy(fleet.clusters.get(name)!, namespace);
    expect([of('eu'), of('eu', 'shop'), of('us'), of('us', 'shop'), of('us', 'other')]).toEqual([
      'deny',
      'all-authenticated',
      'audit',
      'all-authenticated',
      'audit',
    ]);
  });
});

describe('metrics of proxies', () => {
  const found = (fleet: Partial<FleetSpec>) =>
    told(ask(metricsAdmitted, { fleet: { podMonitor: {}, ...fleet }, clusters: ['eu'], services: [pay] }));

  it('are kept from nobody without a word', () => {
    expect(found({})).toEqual([]);
    expect(found({ defaultInboundPolicy: 'deny' })).toEqual([
      'POLICY_CLOSES_METRICS Fleet.spec.defaultInboundPolicy: deny, and nobody who may scrape',
    ]);
    expect(found({ namespacePolicies: { shop: 'all-authenticated' } })).toEqual([
      'POLICY_CLOSES_METRICS Fleet.spec.namespacePolicies.shop: all-authenticated, and nobody who may scrape',
    ]);
    const observability = { prometheus: { networks: ['10.9.0.0/16'] } };
    expect(found({ defaultInboundPolicy: 'deny', observability })).toEqual([]);
    expect(found({ defaultInboundPolicy: 'deny', podMonitor: { enabled: false } })).toEqual([]);
  });
});
