/** Random fleets for property tests: described as data, mostly sensible, never checked. */
import fc from 'fast-check';
import type {
  Callers,
  ClusterDocument,
  Credentials,
  FleetDocument,
  ServiceDocument,
  TopologyEntry,
} from '../lib/fleet/spec';

const NAMES = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta'];
const REGIONS = ['eu', 'us', 'apac'];
const NETWORKS = ['one', 'two', undefined];

const subset = <T>(items: readonly T[]) => fc.subarray([...items]);
const mode = fc.constantFrom('flat' as const, 'gateway' as const, undefined);

const gateway = (name: string) =>
  fc.option(
    fc.record({
      address: fc.constant(`gateway.${name}.example.com`),
      port: fc.constantFrom(4143, 4443),
      networks: fc.constantFrom(undefined, { one: { address: '192.0.2.7', probePort: 31000 } }),
    }),
    { nil: undefined },
  );

/** Rotations in each of their stages, ways that differ from the fleet's, and sources that are revoked. */
const credentials = fc.constantFrom<(Credentials | undefined)[]>(
  undefined,
  undefined,
  { epoch: 2 },
  { epoch: 3, loaded: 3, retired: 1, controlPlaneSecret: 'always' },
  { externalSecrets: { store: 'other' }, sources: { alpha: { epoch: 2, loaded: 2 }, gamma: { existing: {} } } },
  { oidc: {}, sources: { beta: { existing: {} } } },
  { existing: {}, sources: { beta: { oidc: { audience: 'links/{target}' } } } },
  { existing: {}, epoch: 2, retired: 1, sources: { beta: { externalSecrets: { store: 'own' } } } },
  { revoked: ['alpha', 'delta'] },
);

const cluster = (name: string): fc.Arbitrary<ClusterDocument> =>
  fc
    .record({
      region: fc.constantFrom(...REGIONS),
      network: fc.constantFrom(...NETWORKS),
      ha: fc.boolean(),
      wave: fc.integer({ min: 0, max: 3 }),
      version: fc.constantFrom('2.17' as const, '2.18' as const, '2.19' as const, '2.20' as const),
      gateway: gateway(name),
      credentials,
      block: fc.integer({ min: 1, max: 90 }),
    })
    .map(({ version, block, ...spec }) => ({
      kind: 'Cluster',
      metadata: { name },
      spec: {
        ...spec,
        linkerd: { version },
        apiServer: { url: `https://api.${name}.example.com` },
        serviceAccountIssuer: { url: `https://oidc.${name}.example.com/${block}` },
        podCidrs: [`10.${block}.0.0/16`],
        serviceCidrs: [`10.${block + 100}.0.0/16`],
      },
    }));

const entry = (names: readonly string[]): fc.Arbitrary<TopologyEntry> => {
  const name = fc.constantFrom(...names);
  return fc.oneof(
    mode.map((m) => ({ fullMesh: { mode: m } })),
    fc.record({ hubs: subset(names), mode }).map((hubAndSpoke) => ({ hubAndSpoke })),
    fc
      .record({
        by: fc.constant('region'),
        bridges: fc.option(fc.record({ hubs: subset(names), mode }), { nil: undefined }),
      })
      .map((islands) => ({ islands })),
    fc
      .array(fc.record({ source: name, target: name, mode, both: fc.boolean() }), { maxLength: 4 })
      .map((edges) => ({ edges })),
    fc.array(fc.record({ source: name, target: name }), { maxLength: 2 }).map((without) => ({ without })),
    fc.record({ source: name, both: fc.boolean() }).map((one) => ({ drain: [one] })),
  );
};

const callers = (names: readonly string[]): fc.Arbitrary<Callers> =>
  fc.record({
    namespace: fc.constantFrom('frontend', 'jobs'),
    clusters: fc.constantFrom(undefined, { matchLabels: { region: 'eu' } }, { names: [...names].slice(0, 2) }),
    throughGateway: fc.constantFrom(undefined, true),
  });

const service = (names: readonly string[]): fc.Arbitrary<ServiceDocument> =>
  fc
    .record({
      name: fc.constantFrom('web', 'pay', 'api', 'db'),
      namespace: fc.constantFrom('shop', 'bank'),
      clusters: subset(names),
      federated: fc.boolean(),
      exported: fc.constantFrom(true as const, 'remote-discovery' as const, undefined),
      writes: fc.constantFrom('whole', 'labels', 'nothing'),
      allow: fc.option(fc.array(callers(names), { maxLength: 2 }), { nil: undefined }),
    })
    .map(({ name, namespace, writes, allow, ...spec }) => ({
      kind: 'Service',
      metadata: { name, namespace },
      spec: {
        ...spec,
        ports: [{ name: 'http', port: 80 }],
        ...(writes === 'whole' ? { selector: { app: name } } : { writeLabels: writes === 'labels' }),
        ...(allow ? { allow, ...(writes === 'whole' ? {} : { podSelector: { app: name } }) } : {}),
      },
    }));

/** A fleet as documents. */
export interface Documents {
  readonly fleet: FleetDocument;
  readonly clusters: readonly ClusterDocument[];
  readonly services: readonly ServiceDocument[];
}

/** Fleets of one to eight clusters with up to three steps of topology and up to four services. */
export const documents: fc.Arbitrary<Documents> = fc.integer({ min: 1, max: NAMES.length }).chain((n) => {
  const names = NAMES.slice(0, n);
  return fc.record({
    fleet: fc.record({ topology: fc.array(entry(names), { maxLength: 3 }), store: fc.boolean() }).map(
      ({ topology, store }): FleetDocument => ({
        apiVersion: 'linkerd-fleet.dev/v1alpha1',
        kind: 'Fleet',
        metadata: { name: 'random' },
        spec: {
          domain: 'mesh.example.com',
          topology,
          credentials: store ? { externalSecrets: { store: 'links' } } : { existing: {} },
        },
      }),
    ),
    clusters: fc.tuple(...names.map(cluster)),
    services: fc.uniqueArray(service(names), {
      maxLength: 4,
      selector: (s) => `${s.metadata.namespace}/${s.metadata.name}`,
    }),
  });
});
