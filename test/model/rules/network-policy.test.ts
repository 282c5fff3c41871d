import { describe, expect, it } from 'vitest';
import { policySources, sourceRanges } from '../../../lib/model/rules/network-policy';
import { ask, told } from './ask';

describe('NetworkPolicies for pods', () => {
  const fleet = { topology: { fullMesh: {} } };
  const clusters = {
    a: { network: 'n', networkPolicies: true, podCidrs: ['10.1.0.0/16'] },
    b: { network: 'n' },
    c: { network: 'n', podCidrs: ['10.3.0.0/16'] },
    d: { network: 'm' },
  };

  it('need the pod ranges of every source they are to admit', () => {
    const services = [{ name: 'pay', federated: true }];
    const issues = ask(policySources, { fleet, clusters, services });
    expect(told(issues)).toEqual([
      'NETWORK_POLICY_SOURCES Cluster/b.spec.podCidrs: no podCidrs for b, whose pods call those of a',
    ]);
    expect(issues[0]!.clusters).toEqual(['a', 'b']);
    expect(ask(policySources, { fleet, clusters, services }, ['b'])).toEqual(issues);
    expect(ask(policySources, { fleet, clusters, services }, ['c'])).toEqual([]);
  });

  it('need none where no Service is reached pod to pod', () => {
    const services = [
      { name: 'web', exported: true },
      { name: 'pay', federated: true, clusters: ['b', 'c'] },
    ];
    expect(ask(policySources, { fleet, clusters, services })).toEqual([]);
  });
});

describe('ranges of sources at the gateway', () => {
  const gateway = { address: 'gw.example.com', sourceRanges: ['192.0.2.0/24'] };

  it('are of use to the policy of a gateway that lets in linked clusters only, and need the same care', () => {
    const of = (more: object) =>
      told(ask(sourceRanges, { clusters: { a: { gateway: { ...gateway, admit: 'linked' as const, ...more } } } }));
    expect(of({})).toEqual([
      'GATEWAY_SOURCES_HIDDEN Cluster/a.spec.gateway.sourceRanges: sourceRanges with externalTrafficPolicy Cluster',
    ]);
    expect(of({ externalTrafficPolicy: 'Local' })).toEqual([]);
  });

  it('do nothing without NetworkPolicies', () => {
    expect(told(ask(sourceRanges, { fleet: { gateway }, clusters: ['a', 'b'] }))).toEqual([
      'GATEWAY_SOURCES_UNUSED Fleet.spec.gateway.sourceRanges: sourceRanges without networkPolicies',
    ]);
  });

  it('may be inherited by a cluster that has none', () => {
    const local = { ...gateway, externalTrafficPolicy: 'Local' as const };
    const given = {
      fleet: { networkPolicies: true, gateway: local },
      clusters: { a: {}, b: { networkPolicies: false } },
    };
    expect(ask(sourceRanges, given)).toEqual([]);
  });

  it('meet node addresses unless those of sources are kept', () => {
    const of = (more: object, nodeCidrs: string[] = []) =>
      told(
        ask(sourceRanges, { clusters: { a: { networkPolicies: true, nodeCidrs, gateway: { ...gateway, ...more } } } }),
      );
    expect(of({})).toEqual([
      'GATEWAY_SOURCES_HIDDEN Cluster/a.spec.gateway.sourceRanges: sourceRanges with externalTrafficPolicy Cluster',
    ]);
    expect(of({ externalTrafficPolicy: 'Local' })).toEqual([]);
    expect(of({}, ['10.9.0.0/16'])).toEqual([]);
    expect(of({ serviceType: 'ClusterIP' })).toEqual([]);
  });
});
