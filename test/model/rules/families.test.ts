import { describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../../lib/fleet/spec';
import { gatewayFamilies, ipv6Said, preferredFamily, sharedFamilies } from '../../../lib/model/rules/families';
import { planCluster } from '../../../lib/plan/cluster';
import { controlPlaneValues } from '../../../lib/resources/values/control-plane';
import { buildTestFleet } from '../fixtures';
import { ask, told } from './ask';

const cluster = (podCidrs: string[], disableIPv6?: boolean, more: ClusterSpec = {}): ClusterSpec => ({
  network: 'one',
  podCidrs,
  ...(disableIPv6 === undefined ? {} : { values: { controlPlane: { disableIPv6 } } }),
  ...more,
});
const [v4, v6] = ['10.1.0.0/16', 'fd00:1::/48'];

describe('Linkerd in a cluster with IPv6', () => {
  const written = (spec: ClusterSpec) => {
    const { fleet } = buildTestFleet({ clusters: { a: spec } });
    return controlPlaneValues(planCluster(fleet, fleet.clusters.get('a')!))['disableIPv6'];
  };

  it('is told to take it where there is nothing else, unless the user says otherwise', () => {
    expect(written(cluster([v6]))).toBe(false);
    expect(written({ serviceCidrs: [v6] })).toBe(false);
    expect([written(cluster([v4])), written(cluster([v4, v6])), written({})]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([written(cluster([v6], true)), written(cluster([v4, v6], false))]).toEqual([true, false]);
  });

  it('may not leave it alone where there is nothing else, and has to say so where there is', () => {
    const said = (spec: ClusterSpec) => told(ask(ipv6Said, { clusters: { a: spec } }));
    const path = 'Cluster/a.spec.values.controlPlane.disableIPv6';
    expect(said(cluster([v6], true))).toEqual([`IPV6_DISABLED ${path}: disableIPv6 true, and no IPv4 range`]);
    expect(said(cluster([v4, v6]))).toEqual([`IPV6_UNSAID ${path}: ranges of both families, and no disableIPv6`]);
    for (const fine of [cluster([v6]), cluster([v6], false), cluster([v4]), cluster([v4, v6], true), {}])
      expect(said(fine)).toEqual([]);
  });
});

describe('clusters of one network', () => {
  const differ = (a: ClusterSpec, b: ClusterSpec) =>
    told(ask(sharedFamilies, { fleet: { topology: { fullMesh: {} } }, clusters: { a, b } }));
  const found = 'NETWORK_FAMILIES_DIFFER Fleet.spec.topology: IPv4 in a, IPv6 in b, linked in network one';

  it('have a family in common that proxies of both take', () => {
    expect(differ(cluster([v4]), cluster([v6]))).toEqual([found]);
    expect(differ(cluster([v4, v6], true), cluster([v6]))).toEqual([found]);
    expect(differ(cluster([v4, v6], false), cluster([v6]))).toEqual([]);
    expect(differ(cluster([v4, v6], false), cluster([v4]))).toEqual([]);
    expect(differ(cluster([v4]), cluster([v4, v6]))).toEqual([]);
  });

  it('are told where one dials the IPv6 address that proxies of the other leave alone', () => {
    const told6 = (a: ClusterSpec, b: ClusterSpec) =>
      told(
        ask(preferredFamily, { fleet: { topology: { edges: [{ source: 'a', target: 'b' }] } }, clusters: { a, b } }),
      );
    const dual = (disableIPv6?: boolean, more: ClusterSpec = {}) => cluster([v4, v6], disableIPv6, more);
    const found = [
      'IPV6_DIFFERS Cluster/b.spec.values.controlPlane.disableIPv6: disableIPv6 true in b, whose pods have IPv6 too, and false in a',
    ];
    expect(told6(dual(false), dual(true))).toEqual(found);
    expect(differ(dual(false), dual(true))).toEqual([]);
    for (const fine of [dual(false), cluster([v4]), cluster([v4], true), dual(), dual(true, { network: 'two' })])
      expect(told6(dual(false), fine)).toEqual([]);
    expect(told6(dual(true), dual(false))).toEqual([]);
    expect(told6(dual(true), dual(true))).toEqual([]);
  });

  it('are not judged where ranges are not known, and need none in common through gateways', () => {
    expect(differ(cluster([]), cluster([v6]))).toEqual([]);
    expect(differ(cluster([v4]), cluster([v6], undefined, { network: 'two' }))).toEqual([]);
  });
});

describe('a gateway with IPv6 addresses alone', () => {
  const reach = (address: string[], source: ClusterSpec) =>
    told(
      ask(gatewayFamilies, {
        fleet: { topology: { edges: [{ source: 'b', target: 'a', mode: 'gateway' }] } },
        clusters: { a: { gateway: { address } }, b: source },
      }),
    );
  const found = 'GATEWAY_ADDRESS_FAMILY Cluster/a.spec.gateway.address: "2001:db8::1" for b';

  it('is none to a source that leaves IPv6 alone', () => {
    expect(reach(['2001:db8::1'], cluster([v4]))).toEqual([found]);
    expect(reach(['2001:db8::1'], {})).toEqual([found]);
    expect(reach(['2001:db8::1'], cluster([v6]))).toEqual([]);
    expect(reach(['2001:db8::1'], cluster([v4, v6], false))).toEqual([]);
  });

  it('is one as soon as it has another address, or a name', () => {
    expect(reach(['2001:db8::1', '192.0.2.1'], cluster([v4]))).toEqual([]);
    expect(reach(['2001:db8::1', 'gw.example.com'], cluster([v4]))).toEqual([]);
  });
});
