/** Random fleets, intents and callers, for tests that hold what is said of policy against what packets do. */
import fc from 'fast-check';
import type { Callers, ClusterSpec } from '../../lib/fleet/spec';
import type { DefaultInboundPolicy } from '../../lib/model/types';
import { buildTestFleet, type TestFleet, type TestService } from '../model/fixtures';
import { within } from './admission';
import { type Callee, type Workload, worldOf } from './world';

/** Three clusters. */
export const NAMES = ['a', 'b', 'c'];
/** Any of them may be seen anywhere: clusters translate addresses. */
const ADDRESSES = ['10.1.0.5', '10.2.0.5', '10.3.0.5', '10.2.9.5', '10.9.1.5', '10.9.2.5'];
/** Some of them, or nothing said. */
export const names = fc.option(fc.subarray(NAMES, { minLength: 1 }), { nil: undefined });
/** Accounts, namespaces, everybody. */
export const who = fc.constantFrom<Callers>(
  { serviceAccount: 'web', namespace: 'frontend' },
  { serviceAccount: 'web', namespace: 'jobs' },
  { namespace: 'frontend' },
  {},
);
/** Addresses of clusters, and of nowhere. */
export const networks = fc.constantFrom<string[]>(
  ['10.1.0.0/16'],
  ['10.9.0.0/16'],
  ['10.9.1.0/24'],
  ['10.2.0.0/24', '10.9.0.0/16'],
);
const entry: fc.Arbitrary<Callers> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ who, clusters: names, throughGateway: fc.constantFrom(undefined, true) }).map(plain),
  },
  { weight: 1, arbitrary: networks.map((list) => ({ networks: list })) },
);
/** Without fields that are undefined, which is how descriptions are read. */
export function plain({ who: base, ...rest }: { who: Callers } & Omit<Callers, 'networks'>): Callers {
  return JSON.parse(JSON.stringify({ ...base, ...rest })) as Callers;
}

const policy = fc.constantFrom<DefaultInboundPolicy>(
  'all-unauthenticated',
  'all-authenticated',
  'cluster-authenticated',
  'deny',
  'deny',
  'audit',
);

const clusterSpec = fc.record({
  network: fc.constantFrom('one', 'two'),
  trustDomain: fc.constantFrom('shared', undefined, undefined, undefined),
  admit: fc.constantFrom('all' as const, 'linked' as const, undefined, undefined),
  policy,
  isValue: fc.boolean(),
  ofNamespace: fc.option(policy, { nil: undefined, freq: 2 }),
});

const edges = NAMES.flatMap((source) => NAMES.flatMap((target) => (source === target ? [] : [{ source, target }])));

/** Three clusters, in two networks, with Links between some of them, and a Service that all of them have. */
export const fleets: fc.Arbitrary<Required<Omit<TestFleet, 'files'>>> = fc
  .record({
    specs: fc.tuple(clusterSpec, clusterSpec, clusterSpec),
    links: fc.subarray(edges),
    allow: fc.option(fc.array(entry, { maxLength: 3 }), { nil: undefined, freq: 8 }),
    way: fc.constantFrom<Partial<TestService>>({ federated: true }, { exported: true }, {}),
    audit: fc.constantFrom(undefined, undefined, undefined, 'audit' as const),
  })
  .map(({ specs, links, allow, way, audit }) => ({
    fleet: { topology: { edges: links } },
    clusters: Object.fromEntries(specs.map((spec, i) => [NAMES[i]!, specOf(spec, i)])),
    services: [
      {
        name: 'pay',
        selector: { app: 'pay' },
        ports: [{ name: 'http', port: 80, targetPort: 8080 }],
        ...way,
        ...(allow ? { allow } : {}),
        ...(audit && allow ? { accessPolicy: audit } : {}),
        createNamespace: true,
      },
    ],
  }));

type Drawn = typeof clusterSpec extends fc.Arbitrary<infer T> ? T : never;

const specOf = ({ admit, policy, isValue, ofNamespace, network, trustDomain }: Drawn, i: number): ClusterSpec => ({
  network,
  ...(trustDomain ? { trustDomain } : {}),
  podCidrs: [`10.${i + 1}.0.0/16`],
  gateway: { address: 'gw', ...(admit ? { admit } : { enabled: false }) },
  ...(isValue
    ? { values: { controlPlane: { proxy: { defaultInboundPolicy: policy } } } }
    : { defaultInboundPolicy: policy }),
  ...(ofNamespace ? { namespacePolicies: { prod: ofNamespace } } : {}),
});

/** What packets make of such a fleet, and the pods of its Service. */
export function packetsOf(given: TestFleet) {
  const { fleet } = buildTestFleet(given);
  const world = worldOf(fleet, {
    pods: (from, to) => fleet.clusters.get(from)!.network === fleet.clusters.get(to)!.network,
  });
  const payOf = (cluster: string): Callee => ({ cluster, namespace: 'prod', labels: { app: 'pay' }, port: 8080 });
  return { fleet, world, payOf };
}

/** Whether a workload has an address of its cluster. */
export const isAtHome = ({ cluster, address }: Workload) => within(`10.${NAMES.indexOf(cluster) + 1}.0.0/16`, address);

const ACCOUNTS = [
  ...['web', 'other'].flatMap((account) => ['frontend', 'jobs', 'elsewhere'].map((namespace) => [account, namespace])),
  ['linkerd-gateway', 'linkerd-multicluster'],
] as const;
/** Everybody who may call: by each account, from each address, meshed and not. */
export const workloads: Workload[] = NAMES.flatMap((cluster) =>
  ACCOUNTS.flatMap(([account = '', namespace = '']) =>
    ADDRESSES.flatMap((address) => [true, false].map((meshed) => ({ cluster, account, namespace, address, meshed }))),
  ),
);
