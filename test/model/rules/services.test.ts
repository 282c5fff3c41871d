/** The rules about names, topology, services and sizes together. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkMode, TopologyEntry } from '../../../lib/fleet/spec';
import { checkRules, RULES } from '../../../lib/model/rules';
import * as agreement from '../../../lib/model/rules/agreement';
import * as balancing from '../../../lib/model/rules/balancing';
import * as collisions from '../../../lib/model/rules/collisions';
import * as exported from '../../../lib/model/rules/exports';
import * as federation from '../../../lib/model/rules/federation';
import * as flat from '../../../lib/model/rules/flat';
import * as names from '../../../lib/model/rules/names';
import * as namespaces from '../../../lib/model/rules/namespaces';
import * as ports from '../../../lib/model/rules/ports';
import * as refinements from '../../../lib/model/rules/refinements';
import type { Rule } from '../../../lib/model/rules/rule';
import * as scale from '../../../lib/model/rules/scale';
import * as selectors from '../../../lib/model/rules/selectors';
import * as serviceNames from '../../../lib/model/rules/service-names';
import * as topology from '../../../lib/model/rules/topology';
import { buildTestFleet, type TestFleet, type TestService } from '../fixtures';

const description = { ...names, ...selectors, ...topology, ...refinements, ...serviceNames, ...ports };
const across = { ...agreement, ...balancing, ...collisions, ...exported, ...federation, ...flat, ...namespaces };
const rules = Object.values({ ...description, ...across, ...scale }).filter(
  (member): member is Rule => typeof member === 'object' && 'check' in member,
);

const CLUSTERS = ['a', 'b', 'x-a', 'x-b', 'c'];

const port = fc.record({ port: fc.constantFrom(80, 81), name: fc.constantFrom('http', 'Admin') });
const service: fc.Arbitrary<TestService> = fc.record(
  {
    name: fc.constantFrom('web', 'web-x', 'web-a', 'web-federated', 'web-x-a'),
    clusters: fc.uniqueArray(fc.constantFrom(...CLUSTERS), { minLength: 1 }),
    ports: port.map((p): TestService['ports'] => [p]),
    federated: fc.boolean(),
    exported: fc.constantFrom<TestService['exported']>(true, false, 'remote-discovery'),
    headless: fc.boolean(),
    createNamespace: fc.boolean(),
    annotations: fc.constantFrom<Record<string, string>>(
      {},
      { 'balancer.linkerd.io/failure-accrual': 'unified' },
      { 'retry.linkerd.io/limit': 'x' },
    ),
  },
  { requiredKeys: ['name', 'clusters', 'ports'] },
);
const mode = fc.option(fc.constantFrom<LinkMode>('flat', 'gateway'), { nil: undefined });
const edge = fc.record({ source: fc.constantFrom(...CLUSTERS), target: fc.constantFrom(...CLUSTERS), mode });
const entry: fc.Arbitrary<TopologyEntry> = fc.oneof(
  fc.record({ fullMesh: fc.record({ mode }) }),
  fc.record({ edges: fc.array(edge) }),
);
const described: fc.Arbitrary<TestFleet> = fc
  .tuple(
    fc.array(entry, { maxLength: 2 }),
    fc.tuple(...CLUSTERS.map(() => fc.constantFrom(undefined, 'n', 'n', 'm'))),
    fc.array(service, { maxLength: 5 }),
  )
  .map(([entries, networks, services]) => ({
    fleet: { topology: entries },
    clusters: Object.fromEntries(
      CLUSTERS.map((name, i) => [
        name,
        { network: networks[i], linkerd: { version: i === 0 ? '2.19' : '2.20' }, namespaces: i === 1 ? ['prod'] : [] },
      ]),
    ),
    services,
  }));

describe('the rules of this area', () => {
  it('are all in the table, once', () => {
    for (const rule of rules) expect(RULES.filter((other) => other === rule)).toHaveLength(1);
  });

  it('have nothing to say of a fleet that is right', () => {
    const regions = ['eu', 'us'].flatMap((region) => [1, 2, 3].map((i) => ({ name: `${region}-${i}`, region })));
    const ports: TestService['ports'] = [
      { name: 'http', port: 8080, targetPort: 'http' },
      { name: 'grpc', port: 9090, appProtocol: 'kubernetes.io/h2c' },
    ];
    const { fleet } = buildTestFleet({
      fleet: {
        topology: [
          { islands: { by: 'region', bridges: { hubs: ['eu-1', 'us-1'] } } },
          { without: [{ source: 'eu-2', target: 'eu-3', both: true }] },
          { edges: [{ source: 'eu-1', target: 'mainframe' }] },
        ],
      },
      clusters: {
        ...Object.fromEntries(regions.map(({ name, region }) => [name, { region, network: `${region}-vpc` }])),
        mainframe: { environment: 'legacy' },
      },
      services: [
        { name: 'pay', ports, federated: true, clusters: { matchLabels: { region: 'eu' }, except: ['eu-1'] } },
        { name: 'stock', ports, exported: 'remote-discovery', clusters: ['us-2', 'us-3'] },
        { name: 'ledger', ports, exported: true, clusters: { matchLabels: { environment: 'legacy' } } },
        { name: 'web', ports },
      ],
    });
    expect(rules.flatMap((rule) => rule.check(fleet, [...fleet.clusters.values()]))).toEqual([]);
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
          // One example stands for all clusters that get members who disagree.
          if (rule === agreement.membersAgree) continue;
          const concerned = new Set(whole.flatMap((i) => i.clusters.map((name) => `${i.code} ${name}`)));
          for (const i of alone) for (const name of i.clusters) expect(concerned).toContain(`${i.code} ${name}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on the order in which clusters and Services are described', () => {
    fc.assert(
      fc.property(described, (given) => {
        const reversed: TestFleet = {
          ...given,
          clusters: Object.fromEntries(Object.entries(given.clusters ?? {}).reverse()),
          services: [...(given.services ?? [])].reverse(),
        };
        const distinct = new Set(given.services?.map((s) => JSON.stringify([s.name, s.clusters])));
        fc.pre(distinct.size === given.services?.length);
        expect(checkRules(buildTestFleet(reversed).fleet)).toEqual(checkRules(buildTestFleet(given).fleet));
      }),
      { numRuns: 100 },
    );
  });
});
