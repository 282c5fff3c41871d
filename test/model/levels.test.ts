import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterSpec, RegionSpec } from '../../lib/fleet/spec';
import { inherit } from '../../lib/model/inherit';
import { buildTestFleet } from './fixtures';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const map = maybe(fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('1', '2')));

/** What a fleet, a region and a cluster may all say. */
const settings = fc
  .record({
    environment: maybe(fc.constantFrom('prod', 'test')),
    labels: map,
    wave: maybe(fc.nat(9)),
    network: maybe(fc.constantFrom('one', 'two')),
    trustDomain: maybe(fc.constantFrom('x.example', 'y.example')),
    ha: maybe(fc.boolean()),
    nodeCidrs: maybe(fc.constantFrom([], ['10.0.0.0/24'])),
    excludedLabels: maybe(fc.constantFrom(['a/*'], ['b'])),
    linkerd: maybe(
      fc.record({
        version: maybe(fc.constantFrom('2.17' as const, '2.19' as const)),
        license: maybe(fc.constant('text')),
        licenseSecret: maybe(fc.constant('secret')),
      }),
    ),
    gateway: maybe(
      fc.record({
        enabled: maybe(fc.boolean()),
        address: maybe(fc.constantFrom('a.example', ['192.0.2.1', '192.0.2.2'])),
        serviceType: maybe(fc.constantFrom('LoadBalancer' as const, 'NodePort' as const)),
        loadBalancerClass: maybe(fc.constantFrom('one', 'two')),
        probe: maybe(fc.record({ period: fc.constantFrom('5s', '7s') })),
        annotations: map,
      }),
    ),
    trust: maybe(
      fc.record({
        bundle: maybe(fc.constant('helm' as const)),
        issuer: maybe(fc.constantFrom({ existing: {} }, { certManager: { issuerRef: { name: 'ca' } } })),
      }),
    ),
    podMonitor: maybe(fc.record({ enabled: maybe(fc.boolean()), labels: map })),
    values: maybe(fc.record({ controlPlane: maybe(fc.dictionary(fc.constantFrom('x', 'y'), fc.nat(3))) })),
  })
  // A field that is not said is not there.
  .map((given) => JSON.parse(JSON.stringify(given)) as Omit<RegionSpec, 'name'>);

describe('a cluster that inherits', () => {
  it('is the cluster that says all of it itself', () => {
    fc.assert(
      fc.property(settings, settings, settings, fc.boolean(), (fleet, region, own, isListed) => {
        const regions = [{ name: 'eu', ...region }];
        const described = buildTestFleet({
          fleet: { ...fleet, ...(isListed ? { regions } : {}) },
          clusters: { a: { ...own, region: 'eu' } },
        });
        const { levels, ...inherited } = described.fleet.clusters.get('a')!;
        const spec = inherit(levels) as ClusterSpec;
        const { levels: _, ...alone } = buildTestFleet({ clusters: { a: spec } }).fleet.clusters.get('a')!;
        expect(inherited).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });
});
