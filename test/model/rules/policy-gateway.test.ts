import { describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../../lib/fleet/spec';
import { gatewayAdmits } from '../../../lib/model/rules/policy-gateway';
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
