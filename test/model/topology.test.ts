import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterSelector, ClusterSpec, LinkMode, TopologyEntry } from '../../lib/fleet/spec';
import type { ClusterModel, Edge, FleetModel } from '../../lib/model/types';
import { buildTestFleet } from './fixtures';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

function fleetOf(topology: readonly TopologyEntry[], clusters: Readonly<Record<string, ClusterSpec>>): FleetModel {
  return buildTestFleet({ fleet: { topology: [...topology] }, clusters }).fleet;
}

/** `a>b flat`, for every edge that the clusters hold. */
function edgesOf(fleet: FleetModel): string[] {
  return [...fleet.clusters.values()].flatMap((c) => fleet.topology.targets(c).map(text));
}

const text = ({ source, target, mode }: Edge) => `${source.name}>${target.name} ${mode}`;

describe('entries', () => {
  const clusters = {
    'eu-1': { region: 'eu', network: 'eu' },
    'eu-2': { region: 'eu', network: 'eu' },
    'eu-3': { region: 'eu', network: 'eu' },
    'us-1': { region: 'us', network: 'us' },
    'us-2': { region: 'us', network: 'us' },
    lab: {},
  };
  const of = (...topology: TopologyEntry[]) => edgesOf(fleetOf(topology, clusters));

  it('full mesh links every cluster with every other, and what shares a network is flat', () => {
    const edges = of({ fullMesh: {} });
    expect(edges).toHaveLength(30);
    expect(edges).toContain('eu-1>eu-2 flat');
    expect(edges).toContain('eu-1>us-1 gateway');
    expect(edges).toContain('lab>eu-1 gateway');
  });

  it('two hubs are linked with each other and with every spoke, spokes with hubs alone', () => {
    const spokes = { clusters: ['eu-1', 'eu-2', 'us-1', 'us-2'] };
    const both = of({ hubAndSpoke: { hubs: ['eu-1', 'us-1'], ...spokes } });
    expect(both).toEqual([
      'eu-1>eu-2 flat',
      'eu-1>us-1 gateway',
      'eu-1>us-2 gateway',
      'eu-2>eu-1 flat',
      'eu-2>us-1 gateway',
      'us-1>eu-1 gateway',
      'us-1>eu-2 gateway',
      'us-1>us-2 flat',
      'us-2>eu-1 gateway',
      'us-2>us-1 flat',
    ]);
    const apart = of({ hubAndSpoke: { hubs: ['eu-1', 'us-1'], linkHubs: false, ...spokes } });
    expect(both.filter((edge) => !apart.includes(edge))).toEqual(['eu-1>us-1 gateway', 'us-1>eu-1 gateway']);
  });

  it('two bridges of one island are both linked with every bridge of the others', () => {
    const edges = of({ islands: { by: 'region', bridges: { hubs: ['eu-1', 'eu-2', 'us-1'] } } });
    expect(edges.filter((edge) => edge.endsWith('gateway'))).toEqual([
      'eu-1>us-1 gateway',
      'eu-2>us-1 gateway',
      'us-1>eu-1 gateway',
      'us-1>eu-2 gateway',
    ]);
    expect(edges.filter((edge) => edge.endsWith('flat'))).toHaveLength(8);
  });

  it('a cluster without a value is on no island, nor is a bridge outside the clusters', () => {
    expect(of({ islands: { by: 'region', bridges: { hubs: ['lab', 'eu-1'] } } }).join()).not.toContain('lab');
    expect(of({ islands: { by: 'region', clusters: ['eu-1', 'us-1'], bridges: { hubs: ['eu-2', 'us-1'] } } })).toEqual(
      [],
    );
  });

  it('a later entry refines: it sets the mode when it names one, and removes what is there', () => {
    expect(
      of(
        { edges: [{ source: 'eu-1', target: 'us-1', mode: 'flat', both: true }] },
        { edges: [{ source: 'eu-1', target: 'us-1' }] },
        { edges: [{ source: 'us-1', target: 'eu-1', mode: 'gateway' }] },
      ),
    ).toEqual(['eu-1>us-1 flat', 'us-1>eu-1 gateway']);
    const cut: TopologyEntry = { without: [{ source: 'eu-1', target: 'us-1' }] };
    const edge: TopologyEntry = { edges: [{ source: 'eu-1', target: 'us-1', mode: 'flat' }] };
    expect(of(edge, cut)).toEqual([]);
    expect(of(cut, edge)).toEqual(['eu-1>us-1 flat']);
    expect(of(edge, cut, { edges: [{ source: 'eu-1', target: 'us-1' }] })).toEqual(['eu-1>us-1 gateway']);
  });

  it('mode makes no edges, and without may be for a selection, both ways', () => {
    expect(of({ mode: { mode: 'flat' } })).toEqual([]);
    const eu = { matchLabels: { region: 'eu' } };
    const us = { matchLabels: { region: 'us' } };
    expect(
      of({ fullMesh: { clusters: { except: ['lab'] } } }, { without: [{ sources: eu, targets: us, both: true }] }),
    ).toHaveLength(8);
    expect(
      of({ fullMesh: { clusters: ['eu-1', 'us-1'] } }, { mode: { sources: eu, targets: us, mode: 'flat' } }),
    ).toEqual(['eu-1>us-1 flat', 'us-1>eu-1 gateway']);
  });

  it('drain marks the edges that are there, and neither makes nor removes any', () => {
    const drained = (...topology: TopologyEntry[]) => {
      const fleet = fleetOf(topology, clusters);
      const edges = [...fleet.clusters.values()].flatMap((c) => fleet.topology.targets(c));
      return edges.filter((edge) => edge.draining).map(text);
    };
    const mesh: TopologyEntry = { fullMesh: { clusters: ['eu-1', 'eu-2', 'us-1'] } };
    const cluster: TopologyEntry = { drain: [{ source: 'eu-1', both: true }] };
    const all = ['eu-1>eu-2 flat', 'eu-1>us-1 gateway', 'eu-2>eu-1 flat', 'us-1>eu-1 gateway'];
    expect(drained(mesh, cluster)).toEqual(all);
    expect(of(mesh, cluster)).toEqual(of(mesh));
    expect(drained(cluster, mesh)).toEqual([]);
    expect(drained(mesh, { drain: [{ source: 'eu-1', target: 'us-1' }] })).toEqual(['eu-1>us-1 gateway']);
    // What comes later may set the mode; only without ends it, after which an edge is a new one.
    expect(drained(mesh, cluster, mesh, { mode: { mode: 'gateway' } })).toHaveLength(4);
    const cut: TopologyEntry = { without: [{ source: 'eu-1', target: 'us-1' }] };
    expect(drained(mesh, cluster, cut, mesh)).toEqual(all.filter((edge) => edge !== 'eu-1>us-1 gateway'));
  });

  it('names that no cluster has, and no entries at all, make nothing', () => {
    expect(
      of({ edges: [{ source: 'eu-1', target: 'nowhere' }] }, { fullMesh: { clusters: ['nowhere', 'lab'] } }),
    ).toEqual([]);
    expect(of()).toEqual([]);
  });
});

const name = fc.constantFrom(...NAMES);
const mode = fc.option(fc.constantFrom<LinkMode>('flat', 'gateway'), { nil: undefined });
const flag = fc.option(fc.boolean(), { nil: undefined });
const selector: fc.Arbitrary<ClusterSelector> = fc.oneof(
  fc.uniqueArray(name, { maxLength: 4 }),
  fc.record({ except: fc.array(name, { maxLength: 2 }) }),
  fc.record({ matchLabels: fc.record({ region: fc.constantFrom('x', 'y') }) }),
);
const maybe = fc.option(selector, { nil: undefined });
const entry: fc.Arbitrary<TopologyEntry> = fc.oneof(
  fc.record({ fullMesh: fc.record({ clusters: maybe, mode }) }),
  fc.record({ hubAndSpoke: fc.record({ hubs: selector, clusters: maybe, linkHubs: flag, mode }) }),
  fc.record({
    islands: fc.record({
      by: fc.constantFrom('region', 'network'),
      clusters: maybe,
      mode,
      bridges: fc.option(fc.record({ hubs: selector, mode }), { nil: undefined }),
    }),
  }),
  fc.record({ edges: fc.array(fc.record({ source: name, target: name, mode, both: flag }), { maxLength: 4 }) }),
  fc.record({
    mode: fc.record({ sources: maybe, targets: maybe, mode: fc.constantFrom<LinkMode>('flat', 'gateway') }),
  }),
  fc.record({
    without: fc.array(
      fc.oneof(
        fc.record({ source: name, target: fc.option(name, { nil: undefined }), both: flag }),
        fc.record({ sources: maybe, targets: maybe, both: flag }),
      ),
      { maxLength: 3 },
    ),
  }),
);
const drains = entry.map((one): TopologyEntry => (one.without ? { drain: one.without } : one));
const value = fc.option(fc.constantFrom('x', 'y'), { nil: undefined });
const clusters: fc.Arbitrary<Record<string, ClusterSpec>> = fc
  .tuple(...NAMES.map(() => fc.record({ region: value, network: value })))
  .map((specs) => Object.fromEntries(specs.map((spec, i) => [NAMES[i] as string, spec])));
const topologies = fc.tuple(fc.array(fc.oneof(entry, drains), { maxLength: 6 }), clusters);

describe('any topology', () => {
  it('is what its entries say, pair by pair', () => {
    fc.assert(
      fc.property(topologies, ([entries, specs]) => {
        const fleet = fleetOf(entries, specs);
        expect(edgesOf(fleet)).toEqual(pairByPair(entries, fleet));
      }),
      { numRuns: 500 },
    );
  });

  it('has sources that are the inverse of its targets, whatever is asked first', () => {
    fc.assert(
      fc.property(topologies, fc.shuffledSubarray([...NAMES], { minLength: 6 }), ([entries, specs], order) => {
        const fleet = fleetOf(entries, specs);
        const asked = order.map((n) => fleet.clusters.get(n) as ClusterModel);
        const targets = asked.flatMap((c) => fleet.topology.targets(c));
        const sources = asked.flatMap((c) => fleet.topology.sources(c));
        const full = (e: Edge) => `${text(e)} ${e.podToPod} ${e.draining}`;
        expect(sources.map(full).sort()).toEqual(targets.map(full).sort());
        expect(targets.every((e) => e.source !== e.target)).toBe(true);
        for (const c of asked) {
          const others = fleet.topology.targets(c).map((e) => e.target.name);
          expect(others).toEqual([...new Set(others)].sort());
        }
      }),
    );
  });

  it('shows a visitor the edges that it gives as objects, in their order', () => {
    fc.assert(
      fc.property(topologies, ([entries, specs]) => {
        const { topology, clusters } = fleetOf(entries, specs);
        for (const cluster of clusters.values()) {
          const shown = (direction: 'targets' | 'sources') => {
            const seen: Edge[] = [];
            topology.visit(direction, cluster, (other, mode, podToPod, draining) => {
              const ends =
                direction === 'targets' ? { source: cluster, target: other } : { source: other, target: cluster };
              seen.push({ ...ends, mode, podToPod, draining });
            });
            return seen;
          };
          expect(shown('targets')).toEqual(topology.targets(cluster));
          expect(shown('sources')).toEqual(topology.sources(cluster));
        }
      }),
    );
  });

  it('does not depend on the order in which clusters are described', () => {
    fc.assert(
      fc.property(topologies, ([entries, specs]) => {
        const reversed = Object.fromEntries(Object.entries(specs).reverse());
        expect(edgesOf(fleetOf(entries, reversed))).toEqual(edgesOf(fleetOf(entries, specs)));
      }),
    );
  });

  it('ends with what the last entry says', () => {
    fc.assert(
      fc.property(topologies, fc.constantFrom<LinkMode>('flat', 'gateway'), ([entries, specs], last) => {
        const before = edgesOf(fleetOf(entries, specs));
        expect(edgesOf(fleetOf([...entries, { without: [{}] }], specs))).toEqual([]);
        const set = edgesOf(fleetOf([...entries, { mode: { mode: last } }], specs));
        expect(set).toEqual(before.map((edge) => `${edge.split(' ')[0]} ${last}`));
      }),
    );
  });
});

/** The same topology by definition: every entry looks at every pair. */
function pairByPair(entries: readonly TopologyEntry[], fleet: FleetModel): string[] {
  const all = [...fleet.clusters.values()];
  const modes = new Map<string, LinkMode | undefined>();
  const key = (s: ClusterModel, t: ClusterModel) => `${s.name}>${t.name}`;
  const make = (s: ClusterModel, t: ClusterModel, m?: LinkMode) => modes.set(key(s, t), m ?? modes.get(key(s, t)));
  for (const e of entries) {
    for (const s of all) {
      for (const t of all) {
        if (s === t) continue;
        if (e.fullMesh && isIn(e.fullMesh.clusters, s) && isIn(e.fullMesh.clusters, t)) make(s, t, e.fullMesh.mode);
        if (e.hubAndSpoke && areHubAndSpoke(e.hubAndSpoke, s, t)) make(s, t, e.hubAndSpoke.mode);
        if (e.mode && modes.has(key(s, t)) && isIn(e.mode.sources, s) && isIn(e.mode.targets, t))
          make(s, t, e.mode.mode);
        if (e.islands) {
          const { by, clusters: members, mode: inside, bridges } = e.islands;
          const [a, b] = [s.labels[by], t.labels[by]];
          if (a === undefined || b === undefined || !isIn(members, s) || !isIn(members, t)) continue;
          if (a === b) make(s, t, inside);
          else if (bridges && isIn(bridges.hubs, s) && isIn(bridges.hubs, t)) make(s, t, bridges.mode);
        }
      }
    }
    for (const { source, target, mode: m, both } of e.edges ?? []) {
      const [s, t] = [fleet.clusters.get(source), fleet.clusters.get(target)];
      if (s === undefined || t === undefined || s === t) continue;
      make(s, t, m);
      if (both) make(t, s, m);
    }
    for (const cut of e.without ?? []) {
      const removes = (s: ClusterModel, t: ClusterModel) =>
        isIn(cut.source === undefined ? cut.sources : [cut.source], s) &&
        isIn(cut.target === undefined ? cut.targets : [cut.target], t);
      for (const s of all)
        for (const t of all) if (removes(s, t) || (cut.both && removes(t, s))) modes.delete(key(s, t));
    }
  }
  const natural = (pair: string) => {
    const [s, t] = pair.split('>').map((n) => fleet.clusters.get(n)?.network);
    return s !== undefined && s === t ? 'flat' : 'gateway';
  };
  return [...modes].map(([pair, m]) => `${pair} ${m ?? natural(pair)}`).sort();
}

function areHubAndSpoke(e: NonNullable<TopologyEntry['hubAndSpoke']>, s: ClusterModel, t: ClusterModel): boolean {
  const hubs = [s, t].filter((c) => isIn(e.hubs, c)).length;
  if (hubs === 2) return e.linkHubs !== false;
  return hubs === 1 && [s, t].every((c) => isIn(e.hubs, c) || isIn(e.clusters, c));
}

/** The selectors of this file, by definition. */
function isIn(s: ClusterSelector | undefined, c: ClusterModel): boolean {
  if (s === undefined) return true;
  if (Array.isArray(s)) return s.includes(c.name);
  if (s.except?.includes(c.name)) return false;
  return Object.entries(s.matchLabels ?? {}).every(([k, v]) => c.labels[k] === v);
}
