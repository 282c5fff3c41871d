/** The rules about networks, gateways, identities, trust, versions and values together. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../../lib/fleet/spec';
import { checkRules, RULES } from '../../../lib/model/rules';
import * as apiserver from '../../../lib/model/rules/apiserver';
import { gatewayAddresses } from '../../../lib/model/rules/gateway-address';
import * as gatewayService from '../../../lib/model/rules/gateway-service';
import * as gateways from '../../../lib/model/rules/gateways';
import * as identity from '../../../lib/model/rules/identity';
import * as overlaps from '../../../lib/model/rules/network-overlap';
import * as policies from '../../../lib/model/rules/network-policy';
import * as networks from '../../../lib/model/rules/networks';
import type { Rule } from '../../../lib/model/rules/rule';
import * as trust from '../../../lib/model/rules/trust';
import * as issuers from '../../../lib/model/rules/trust-issuer';
import * as values from '../../../lib/model/rules/values';
import * as versions from '../../../lib/model/rules/versions';
import { CA, type Minted, type OpenSSL, openssl } from '../../trust/openssl';
import { buildTestFleet, type TestFleet } from '../fixtures';

const areas = { apiserver, gatewayAddresses, ...gatewayService, ...gateways, ...identity, ...overlaps, ...networks };
const rules = Object.values({
  ...areas,
  ...apiserver,
  ...policies,
  ...trust,
  ...issuers,
  ...values,
  ...versions,
}).filter((member): member is Rule => typeof member === 'object' && 'check' in member);

let o: OpenSSL;
let root: Minted;
let other: Minted;
beforeAll(() => {
  o = openssl();
  root = o.mint({ cn: 'root', ext: CA() });
  other = o.mint({ cn: 'other root', ext: CA() });
});
afterAll(() => o.close());

const healthy = (i: number): ClusterSpec => ({
  network: i < 2 ? 'eu' : `net-${i}`,
  podCidrs: [`10.${i}.0.0/16`, `fd00:${i}::/48`],
  serviceCidrs: ['172.20.0.0/16'],
  values: { controlPlane: { disableIPv6: true } },
  nodeCidrs: ['192.168.0.0/16'],
  apiServer: { url: `https://api.c${i}.example.com:6443` },
  gateway: { address: `gw.c${i}.example.com` },
  kubernetesVersion: '1.34',
  gatewayApiVersion: '1.2.1',
});

describe('the rules of this area', () => {
  it('are all in the table, once', () => {
    for (const rule of rules) expect(RULES.filter((other) => other === rule)).toHaveLength(1);
  });

  it('have nothing to say of a fleet that is right', () => {
    const { fleet, issues } = buildTestFleet({
      fleet: {
        topology: { fullMesh: {} },
        credentials: { externalSecrets: { store: 'links' } },
        trust: { anchors: 'anchors.pem', issuer: { certManager: { issuerRef: { name: 'mesh-ca' } } } },
        values: { controlPlane: { proxy: { logLevel: 'warn' } } },
      },
      clusters: Object.fromEntries([0, 1, 2, 3].map((i) => [`c${i}`, healthy(i)])),
      files: { 'anchors.pem': root.pem },
    });
    expect([...issues, ...checkRules(fleet)]).toEqual([]);
  });

  const spec = fc.record(
    {
      network: fc.constantFrom('n', 'm'),
      podCidrs: fc.constantFrom([], ['10.1.0.0/16'], ['10.1.0.0/24'], ['10.2.0.0/16'], ['10.3.0.1/16']),
      serviceCidrs: fc.constantFrom([], ['10.1.0.0/16'], ['172.20.0.0/16']),
      clusterNetworks: fc.constantFrom(undefined, ['10.0.0.0/8']),
      trustDomain: fc.constantFrom('shared.example.com', 'own.example.com', undefined, 'Bad'),
      linkerd: fc.record({
        version: fc.constantFrom('2.17', '2.18', '2.20'),
        namespace: fc.constantFrom('linkerd', 'mesh'),
      }),
      gateway: fc.constantFrom(
        { address: '192.0.2.1' },
        { address: '10.0.0.1' },
        { networks: { n: { address: '10.0.0.1' } } },
        { serviceType: 'NodePort' as const, address: 'http://x' },
        undefined,
      ),
      apiServer: fc.constantFrom({ url: 'https://api.example.com' }, { url: 'https://b.example.com' }, undefined),
      anchors: fc.constantFrom(['root.pem'], ['other.pem'], ['root.pem', 'other.pem'], undefined),
      excludedLabels: fc.constantFrom(['x'], undefined),
      networkPolicies: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const described = fc
    .tuple(
      fc.array(spec, { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 8 }),
      fc.boolean(),
    )
    .map(([specs, links, written]): TestFleet => {
      const named = specs.map(
        ({ anchors, ...rest }, i) => [`c${i}`, { ...rest, trust: { anchors } } as ClusterSpec] as const,
      );
      const edges = links
        .filter(([s, t]) => s < specs.length && t < specs.length)
        .map(([s, t]) => ({ source: `c${s}`, target: `c${t}` }));
      return {
        fleet: { topology: { edges }, ...(written ? { credentials: { externalSecrets: { store: 's' } } } : {}) },
        clusters: Object.fromEntries(named),
        services: [{ name: 'pay', federated: true }],
        files: { 'root.pem': root.pem, 'other.pem': other.pem },
      };
    });

  it('say of a cluster alone what they say of it in the whole fleet, and nothing else', () => {
    fc.assert(
      fc.property(described, (given) => {
        const { fleet } = buildTestFleet(given);
        const all = [...fleet.clusters.values()];
        for (const rule of rules) {
          const whole = rule.check(fleet, all);
          const alone = all.flatMap((cluster) => rule.check(fleet, [cluster]));
          expect(new Set(alone.map((i) => i.code))).toEqual(new Set(whole.map((i) => i.code)));
          const concerned = new Set(whole.flatMap((i) => i.clusters.map((name) => `${i.code} ${name}`)));
          for (const i of alone) for (const name of i.clusters) expect(concerned).toContain(`${i.code} ${name}`);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('do not depend on the order in which clusters are described or asked for', () => {
    fc.assert(
      fc.property(described, (given) => {
        const reversed = { ...given, clusters: Object.fromEntries(Object.entries(given.clusters ?? {}).reverse()) };
        expect(checkRules(buildTestFleet(reversed).fleet)).toEqual(checkRules(buildTestFleet(given).fleet));
      }),
      { numRuns: 50 },
    );
  });
});
