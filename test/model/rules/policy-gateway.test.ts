import { describe, expect, it } from 'vitest';
import type { Callers, ClusterSpec } from '../../../lib/fleet/spec';
import { gatewayAdmits, gatewayCovered } from '../../../lib/model/rules/policy-gateway';
import { ask, told } from './ask';

const edges = [
  { source: 'b', target: 'a', mode: 'gateway' as const },
  { source: 'c', target: 'a', mode: 'flat' as const },
];
const fleet = { topology: [{ edges }] };
const of = (a: ClusterSpec, c: ClusterSpec = {}, names?: string[]) =>
  told(ask(gatewayAdmits, { fleet, clusters: { a: { network: 'n', ...a }, b: {}, c: { network: 'n', ...c } } }, names));
const narrowed: ClusterSpec = { gateway: { address: 'gw.example.com', admit: 'linked' } };

describe('a gateway that lets in linked clusters only', () => {
  it('tells them from others by trust domain', () => {
    expect(of(narrowed)).toEqual([]);
    expect(of(narrowed, { trustDomain: 'b.mesh.example.com' })).toEqual([
      'POLICY_GATEWAY_ADMITS_OTHERS Cluster/a.spec.gateway.admit: the gateway of a lets in c, which have no gateway edge to it',
    ]);
    expect(of(narrowed, { trustDomain: 'a.mesh.example.com' })).toHaveLength(1);
  });

  it('counts the namespace of the control plane, which identities carry', () => {
    expect(of(narrowed, { trustDomain: 'b.mesh.example.com', linkerd: { namespace: 'mesh' } })).toEqual([]);
  });

  it('is none of the business of one that lets in all, nor of a single cluster', () => {
    expect(of({ gateway: { address: 'gw.example.com' } }, { trustDomain: 'b.mesh.example.com' })).toEqual([]);
    expect(of(narrowed, { trustDomain: 'b.mesh.example.com' }, ['a'])).toEqual([]);
  });
});

describe('an entry that covers the gateway of a cluster', () => {
  const clusters = { a: { podCidrs: ['10.1.0.0/16'], gateway: { address: 'gw.example.com' } }, b: {}, c: {} };
  const covers = (entry: Callers, more: Record<string, ClusterSpec> = {}, on = ['a', 'c'], names?: string[]) => {
    const services = [{ name: 'pay', selector: { app: 'pay' }, allow: [entry], clusters: on }];
    return told(ask(gatewayCovered, { clusters: { ...clusters, ...more }, services }, names));
  };
  const at = 'Service/prod/pay.spec.allow[0]';

  it('does so by its account, which is one of the cluster', () => {
    expect(covers({ clusters: ['a'] })).toEqual([
      `POLICY_ADMITS_GATEWAY ${at}: linkerd-gateway.linkerd-multicluster of a among them`,
    ]);
    expect(covers({ namespace: 'linkerd-multicluster' })).toHaveLength(1);
    expect(covers({ clusters: ['c'] })).toEqual([]);
    expect(covers({ clusters: ['a'], throughGateway: true })).toEqual([]);
    expect(covers({ namespace: 'frontend' })).toEqual([]);
  });

  it('does so by its address, which is one of the pods of the cluster', () => {
    expect(covers({ networks: ['10.9.0.0/16', '10.0.0.0/8'] })).toEqual([
      `POLICY_ADMITS_GATEWAY ${at}.networks: 10.0.0.0/8: the pods of a`,
    ]);
    expect(covers({ networks: ['0.0.0.0/0'] }, { a: { gateway: { address: 'gw.example.com' } } })).toHaveLength(1);
    expect(covers({ networks: ['10.0.0.0/8'] }, { a: { podCidrs: ['10.1.0.0/16'] } })).toEqual([]);
    expect(covers({ networks: ['10.9.0.0/16'] })).toEqual([]);
    expect(covers({ networks: ['10.0.0.0/8'] }, {}, ['c'])).toEqual([]);
  });

  it('may do so by ranges of which it is not known whether they hold that pod', () => {
    const warned = (networks: string[], found: string) => {
      const more = { b: { gateway: { address: 'gw.b.example.com' } } };
      expect(covers({ networks }, more, ['a', 'b'])).toEqual([`POLICY_MAY_ADMIT_GATEWAY ${at}.networks: ${found}`]);
    };
    warned(['10.9.0.0/16'], '10.9.0.0/16: perhaps, pods of b');
    warned(['10.1.4.0/24'], '10.1.4.0/24: perhaps, pods of a, b');
  });

  it('says so where that is meant, and not where it does nothing', () => {
    expect(covers({ networks: ['10.0.0.0/8'], throughGateway: true })).toEqual([]);
    expect(covers({ networks: ['10.9.0.0/16'], throughGateway: true })).toEqual([
      `POLICY_CALLER ${at}: throughGateway, and networks that hold no gateway`,
    ]);
    expect(covers({ networks: ['10.9.0.0/16'], throughGateway: true }, {}, ['a', 'c'], ['a'])).toEqual([]);
  });
});
