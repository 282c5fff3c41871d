import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asSource, asTarget, fingerprints } from '../lib/fingerprint';
import type { ClusterDocument } from '../lib/fleet/spec';
import type { ClusterModel, Edge, FleetModel } from '../lib/model/types';
import { check, type Loaded, open, type Project, render } from '../lib/project';
import { type Documents, documents } from './arbitraries';

type Values = readonly { value: unknown }[];

const rawsOf = (d: Documents): Values => [d.fleet, ...d.clusters, ...d.services].map((value) => ({ value }));

function project(raws: Values, more: Partial<Loaded> = {}): Project {
  const opened = open({ raws, readFile: () => ({ issues: [] }), attachments: [], issues: [], ...more });
  check(opened);
  return opened;
}

/** Digest and bytes of every cluster. */
function outcomes(of: Project, build = 'build'): Map<string, { print: string; text: string }> {
  const prints = fingerprints(of, build)!;
  return new Map(
    [...of.fleet.clusters.values()].map((cluster) => [
      cluster.name,
      { print: prints.of(cluster), text: JSON.stringify(render(of, cluster)) },
    ]),
  );
}

const either = <T>(...values: T[]) => fc.constantFrom(undefined, ...values);

/** What clusters may say besides: for Links to take, or for nobody else. */
const more = fc.record({
  clusterDomain: either('k8s.example'),
  trustDomain: either('t.example', 'u.example'),
  networkPolicies: either(true),
  namespaces: either(['shop']),
  podMonitor: either({ labels: { release: 'prometheus' } }),
  observability: either({
    alerts: { kubeStateMetrics: true },
    dashboard: {},
    prometheus: { networks: ['192.0.2.0/24'] },
  }),
  zones: either(['a', 'b']),
  linkerd: fc.record({
    version: either('2.17' as const, '2.18' as const, '2.20' as const),
    namespace: either('mesh'),
    multiclusterNamespace: either('links'),
  }),
  apiServer: fc.record({
    url: fc.constantFrom('https://one.example', 'https://two.example'),
    caBundle: either('ca.pem'),
    networks: either({ one: { url: 'https://inside.example' } }),
  }),
  gateway: either(
    {
      address: 'a.example',
      admit: 'linked' as const,
      replicas: 2,
      serviceType: 'NodePort' as const,
      nodePort: 30143,
      probeNodePort: 30191,
    },
    { address: 'a.example', annotations: { a: 'b' }, probe: { port: 4192, period: '5s', failureThreshold: 4 } },
    { address: 'a.example', loadBalancerClass: 'lb', loadBalancerIP: '192.0.2.1', sourceRanges: ['192.0.2.0/24'] },
    {
      address: 'b.example',
      probe: { path: '/live', timeout: '9s' },
      networks: { two: { address: 'c.example', port: 1 } },
    },
    { address: 'b.example', externalTrafficPolicy: 'Local' as const, loadBalancerSourceRanges: ['192.0.2.0/24'] },
  ),
});

const given = (of: object) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));

/** The second document; of two clusters, now and then, the first with one field of the second. */
function exchanged(one: Values[number], other: Values[number], field: number): Values[number] {
  const [a, b] = [one.value, other.value] as ClusterDocument[];
  if (a?.kind !== 'Cluster' || b?.kind !== 'Cluster' || field % 4 === 0) return other;
  const keys = Object.keys(b.spec ?? {});
  const key = keys[field % keys.length] as keyof NonNullable<ClusterDocument['spec']>;
  return { value: { ...a, spec: { ...a.spec, [key]: b.spec?.[key] } } };
}

/** Fleets whose clusters say more. */
const talkative = documents.chain((d) =>
  fc.array(more, { minLength: d.clusters.length, maxLength: d.clusters.length }).map(
    (said): Documents => ({
      ...d,
      clusters: d.clusters.map((c, i) => ({ ...c, spec: { ...c.spec, ...given(said[i]!) } }) as ClusterDocument),
    }),
  ),
);

/** The same project as one cluster sees it: of every other there is no more than a view. */
function seenFrom(project: Project, { name }: ClusterModel): Project {
  const { fleet } = project;
  const view = (of: (cluster: ClusterModel) => object) => {
    const known = new Map<string, ClusterModel>();
    return (cluster: ClusterModel) => {
      if (!known.has(cluster.name)) known.set(cluster.name, of(cluster) as ClusterModel);
      return known.get(cluster.name)!;
    };
  };
  const [target, source] = [view(asTarget), view(asSource)];
  const only = (asked: ClusterModel, edges: readonly Edge[]) => {
    expect(asked.name).toBe(name);
    return edges;
  };
  const seen: FleetModel = {
    ...fleet,
    clusters: new Map(),
    members: new Map(),
    topology: {
      targets: (c) =>
        only(
          c,
          fleet.topology.targets(c).map((e) => ({ ...e, target: target(e.target) })),
        ),
      sources: (c) =>
        only(
          c,
          fleet.topology.sources(c).map((e) => ({ ...e, source: source(e.source) })),
        ),
      visit: () => expect.unreachable('plans ask for objects'),
    },
  };
  return { ...project, fleet: seen };
}

describe('the fingerprint of a cluster', () => {
  it('holds of other clusters everything that a directory can be made from: it is made from no more', () => {
    fc.assert(
      fc.property(talkative, (d) => {
        const whole = project(rawsOf(d), { readFile: () => ({ text: 'PEM' }) as never });
        for (const cluster of whole.fleet.clusters.values()) {
          expect(JSON.stringify(render(seenFrom(whole, cluster), cluster))).toBe(
            JSON.stringify(render(whole, cluster)),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('differs wherever a byte of its directory does, whatever two fleets have in common', () => {
    let [same, different] = [0, 0];
    fc.assert(
      fc.property(talkative, talkative, fc.nat(), fc.nat(), fc.nat(), (d, other, at, from, field) => {
        const raws = rawsOf(d);
        const mixed = raws.map((raw, i) =>
          i === at % raws.length ? exchanged(raw, rawsOf(other)[from % rawsOf(other).length] ?? raw, field) : raw,
        );
        const fleets = mixed.filter(({ value }) => (value as { kind: string }).kind === 'Fleet').length;
        fc.pre(fleets === 1);
        const [before, after] = [outcomes(project(raws)), outcomes(project(mixed))];
        const prints = [...after].map(([name, { print }]) => [name, print]);
        const isSame = prints.every(([name, print]) => before.get(name!)?.print === print);
        // Of the whole description: what it is taken for must be so of every cluster.
        const [whole, changed] = [raws, mixed].map((all) => fingerprints(project(all), 'build')!.fleet);
        if (whole === changed) expect(isSame).toBe(true);
        for (const [name, { print, text }] of after) {
          const earlier = before.get(name);
          if (earlier?.print === print) {
            expect(text).toBe(earlier.text);
            same++;
          } else if (earlier !== undefined) different++;
        }
      }),
      { numRuns: 120 },
    );
    expect(same).toBeGreaterThan(50);
    expect(different).toBeGreaterThan(50);
  });

  it('is the same for clusters far from a change, in another order too', () => {
    const cluster = (name: string, region: string, port = 6443) => ({
      value: { kind: 'Cluster', metadata: { name }, spec: { region, apiServer: { url: `https://${name}:${port}` } } },
    });
    const fleet = {
      value: {
        apiVersion: 'linkerd-fleet.dev/v1alpha1',
        kind: 'Fleet',
        metadata: { name: 'f' },
        spec: {
          domain: 'd.example',
          topology: [{ islands: { by: 'region' } }],
          credentials: { externalSecrets: { store: 's' } },
        },
      },
    };
    const all = [fleet, cluster('a', 'x'), cluster('b', 'x'), cluster('c', 'y')];
    const [before, after] = [
      outcomes(project(all)),
      outcomes(project([cluster('c', 'y'), cluster('b', 'x', 443), fleet, cluster('a', 'x')])),
    ];
    const changed = [...before.keys()].filter((name) => before.get(name)!.print !== after.get(name)!.print);
    expect(changed).toEqual(['a', 'b']);
  });

  it('is the same where a neighbour changes in what no Link takes from it', () => {
    const fleet = (credentials: object) => ({
      value: {
        apiVersion: 'linkerd-fleet.dev/v1alpha1',
        kind: 'Fleet',
        metadata: { name: 'f' },
        spec: { domain: 'd.example', topology: [{ fullMesh: {} }], credentials },
      },
    });
    const cluster = (name: string, spec: object = {}) => ({
      value: { kind: 'Cluster', metadata: { name }, spec: { apiServer: { url: `https://${name}` }, ...spec } },
    });
    const changed = (spec: object, credentials: object = { existing: {} }) => {
      const before = outcomes(project([fleet(credentials), cluster('a'), cluster('b', { gateway: { address: 'g' } })]));
      const after = outcomes(
        project([fleet(credentials), cluster('a'), cluster('b', { gateway: { address: 'g' }, ...spec })]),
      );
      return [...before.keys()].filter((name) => before.get(name)!.print !== after.get(name)!.print);
    };
    expect(changed({ gateway: { address: 'g', replicas: 2, annotations: { a: 'b' } } })).toEqual(['b']);
    expect(changed({ ha: true, wave: 3, linkerd: { version: '2.19' }, zones: ['z'] })).toEqual(['b']);
    expect(changed({ apiServer: { url: 'https://moved' } })).toEqual(['b']);
    expect(changed({ apiServer: { url: 'https://moved' } }, { externalSecrets: { store: 's' } })).toEqual(['a', 'b']);
    expect(changed({ gateway: { address: 'h' } })).toEqual(['a', 'b']);
    expect(changed({ clusterDomain: 'k8s.example' })).toEqual(['a', 'b']);
  });

  it('is that of the same description, read anew, for the fleet', () => {
    fc.assert(
      fc.property(documents, (d) => {
        const [one, other] = [1, 2].map(() => fingerprints(project(rawsOf(d)), 'build')!.fleet);
        expect(other).toBe(one);
        expect(fingerprints(project(rawsOf(d)), 'another')!.fleet).not.toBe(one);
        const read = { ...project(rawsOf(d)), reads: new Map([['ca.pem', { text: 'a' }]]) };
        expect(fingerprints(read, 'build')!.fleet).not.toBe(one);
      }),
      { numRuns: 20 },
    );
  });

  it('differs with the program and with the files that the description names', () => {
    fc.assert(
      fc.property(documents, (d) => {
        const [one] = outcomes(project(rawsOf(d))).values();
        const [other] = outcomes(project(rawsOf(d)), 'another').values();
        expect(other!.print).not.toBe(one!.print);
        const read = project(rawsOf(d));
        const files = { ...read, reads: new Map([['ca.pem', { text: 'a' }]]) };
        const changed = { ...read, reads: new Map([['ca.pem', { text: 'b' }]]) };
        expect(outcomes(changed).values().next().value!.print).not.toBe(outcomes(files).values().next().value!.print);
      }),
      { numRuns: 20 },
    );
  });

  it('does not exist where code has a hand in what is written, or the program does not know what it is', () => {
    const [d] = fc.sample(documents, { numRuns: 1, seed: 1 });
    expect(fingerprints(project(rawsOf(d!)))).toBeUndefined();
    expect(fingerprints(project(rawsOf(d!), { customize: () => {} }), 'build')).toBeUndefined();
    expect(fingerprints(project(rawsOf(d!)), 'build')).toBeTypeOf('object');
  });
});
