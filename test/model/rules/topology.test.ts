import { describe, expect, it } from 'vitest';
import { flatNetworks } from '../../../lib/model/rules/flat';
import { cutsSaidOnce, refinesNothing } from '../../../lib/model/rules/refinements';
import { explicitEdges, islands } from '../../../lib/model/rules/topology';
import { ask, told } from './ask';

const clusters = {
  'eu-1': { region: 'eu', network: 'n' },
  'eu-2': { region: 'eu', network: 'n' },
  'us-1': { region: 'us' },
  lab: {},
};

describe('explicit edges', () => {
  it('join two clusters', () => {
    const topology = [
      {
        edges: [
          { source: 'eu-1', target: 'us-1' },
          { source: 'lab', target: 'lab' },
        ],
      },
    ];
    expect(told(ask(explicitEdges, { fleet: { topology }, clusters }))).toEqual([
      'TOPOLOGY_SELF_EDGE Fleet.spec.topology[0].edges[1]: lab to itself',
    ]);
  });

  it('are listed once, the way back of `both` included', () => {
    const topology = {
      edges: [
        { source: 'eu-1', target: 'us-1', both: true },
        { source: 'eu-1', target: 'eu-2' },
        { source: 'us-1', target: 'eu-1', mode: 'gateway' as const },
        { source: 'eu-1', target: 'eu-2' },
      ],
    };
    expect(told(ask(explicitEdges, { fleet: { topology }, clusters }))).toEqual([
      'TOPOLOGY_EDGE_REPEATED Fleet.spec.topology.edges[2]: us-1 to eu-1 (also edges[0]), eu-1 to eu-2 (also edges[1])',
    ]);
  });

  it('may be refined by a later entry', () => {
    const edge = { source: 'eu-1', target: 'us-1' };
    const topology = [{ edges: [edge] }, { edges: [{ ...edge, mode: 'gateway' as const }] }];
    expect(ask(explicitEdges, { fleet: { topology }, clusters })).toEqual([]);
  });
});

describe('islands', () => {
  const of = (entry: object) =>
    ask(islands, { fleet: { topology: { islands: { by: 'region', ...entry } } }, clusters });

  it('are made by a label that clusters have', () => {
    const issues = of({ by: 'regoin' });
    expect(told(issues)).toEqual(['TOPOLOGY_NO_ISLAND Fleet.spec.topology.islands.by: "regoin"']);
    expect(issues[0]!.fix).toBe('Did you mean region?');
    expect(told(of({ clusters: ['lab'] }))).toEqual(['TOPOLOGY_NO_ISLAND Fleet.spec.topology.islands.by: "region"']);
  });

  it('have their bridges on them', () => {
    const issues = of({ bridges: { hubs: ['eu-1', 'us-1', 'lab'] } });
    expect(told(issues)).toEqual([
      'TOPOLOGY_BRIDGE_OUTSIDE Fleet.spec.topology.islands.bridges.hubs: lab: without a region',
    ]);
    expect(issues[0]!.clusters).toEqual(['lab']);
    expect(told(of({ clusters: ['eu-1', 'us-1'], bridges: { hubs: ['eu-2', 'us-1'] } }))).toEqual([
      'TOPOLOGY_BRIDGE_OUTSIDE Fleet.spec.topology.islands.bridges.hubs: eu-2: not in `clusters`, or without a region',
    ]);
  });

  it('are bridged from at least two sides', () => {
    expect(told(of({ bridges: { hubs: ['eu-1', 'eu-2'] } }))).toEqual([
      'TOPOLOGY_BRIDGE_ALONE Fleet.spec.topology.islands.bridges.hubs: eu-1, eu-2, all in region eu',
    ]);
    expect(of({ bridges: { hubs: ['eu-1', 'eu-2', 'us-1'] } })).toEqual([]);
  });
});

describe('entries that refine', () => {
  const edges = { edges: [{ source: 'eu-1', target: 'us-1' }] };
  const of = (...topology: object[]) =>
    ask([cutsSaidOnce, refinesNothing], { fleet: { topology: topology as never }, clusters });

  it('find edges of earlier entries', () => {
    expect(of(edges, { without: [{ source: 'eu-1', target: 'us-1' }] })).toEqual([]);
    expect(of(edges, { without: [{ source: 'us-1', target: 'eu-1', both: true }] })).toEqual([]);
    expect(of(edges, { without: [{ target: 'us-1' }] })).toEqual([]);
    expect(of(edges, { drain: [{ source: 'eu-1', target: 'us-1' }] })).toEqual([]);
    expect(of(edges, { mode: { sources: { matchLabels: { region: 'eu' } }, mode: 'gateway' } })).toEqual([]);
  });

  it('are warned of when there is nothing to refine', () => {
    expect(
      told(
        of(
          { mode: { mode: 'gateway' } },
          edges,
          {
            without: [
              { source: 'us-1', target: 'eu-1' },
              { source: 'eu-1', target: 'us-1' },
              { target: 'lab', both: true },
            ],
          },
          { mode: { sources: ['us-1'], targets: { matchLabels: { region: 'eu' } }, mode: 'gateway' } },
        ),
      ),
    ).toEqual([
      'TOPOLOGY_REFINES_NOTHING Fleet.spec.topology[0].mode: no edge from the selected clusters to the selected clusters (mode)',
      'TOPOLOGY_REFINES_NOTHING Fleet.spec.topology[2].without[0]: no edge from us-1 to eu-1 (without[0]), no edge from the selected clusters to lab or back (without[2])',
      'TOPOLOGY_REFINES_NOTHING Fleet.spec.topology[3].mode: no edge from us-1 to the selected clusters (mode)',
    ]);
  });

  it('are warned of when there is nothing to drain any more', () => {
    expect(told(of(edges, { without: [{ source: 'eu-1' }] }, { drain: [{ source: 'eu-1' }] }))).toEqual([
      'TOPOLOGY_REFINES_NOTHING Fleet.spec.topology[2].drain[0]: no edge from eu-1 to the selected clusters (drain[0])',
    ]);
  });

  it('leave unknown names to the rule about names', () => {
    expect(of(edges, { without: [{ source: 'eu1' }] })).toEqual([]);
  });

  it('say their ends in one way, and one end at least', () => {
    expect(told(of(edges, { without: [{ source: 'eu-1', sources: ['eu-2'] }] }))).toEqual([
      'SCHEMA_ONE_OF Fleet.spec.topology[1].without[0]: source and sources',
    ]);
    expect(told(of(edges, { drain: [{ target: 'us-1', targets: ['us-1'] }] }))).toEqual([
      'SCHEMA_ONE_OF Fleet.spec.topology[1].drain[0]: target and targets',
    ]);
    expect(told(of(edges, { drain: [{}] }))).toEqual([
      'TOPOLOGY_CUTS_EVERYTHING Fleet.spec.topology[1].drain[0]: neither a source nor a target',
    ]);
    expect(told(of(edges, { without: [{ both: true }] }))).toEqual([
      'TOPOLOGY_CUTS_EVERYTHING Fleet.spec.topology[1].without[0]: neither a source nor a target',
    ]);
  });
});

describe('mode flat', () => {
  const flat = { fullMesh: { mode: 'flat' as const } };

  it('needs a network on both ends', () => {
    const issues = ask(flatNetworks, { fleet: { topology: flat }, clusters });
    expect(told(issues)).toEqual([
      'FLAT_WITHOUT_NETWORK Fleet.spec.topology: flat edges among 4 clusters (no network on lab, us-1), such as eu-1 to lab, eu-1 to us-1, eu-2 to lab',
    ]);
    expect(issues[0]!.clusters).toEqual(['eu-1', 'eu-2', 'lab', 'us-1']);
  });

  it('needs the same network on both ends', () => {
    const given = { a: { network: 'x' }, b: { network: 'y' }, c: { network: 'y' } };
    expect(told(ask(flatNetworks, { fleet: { topology: flat }, clusters: given }))).toEqual([
      'FLAT_WITHOUT_NETWORK Fleet.spec.topology: flat edges among 3 clusters (networks x and y), such as a to b, a to c, b to a',
    ]);
  });

  it('concerns one cluster only by its own edges', () => {
    const topology = { edges: [{ source: 'lab', target: 'us-1', mode: 'flat' as const }] };
    const given = { fleet: { topology }, clusters };
    expect(ask(flatNetworks, given, ['eu-1'])).toEqual([]);
    expect(ask(flatNetworks, given, ['us-1'])).toHaveLength(1);
    expect(ask(flatNetworks, given, ['lab'])).toHaveLength(1);
  });

  it('is no matter where networks decide the mode', () => {
    expect(ask(flatNetworks, { fleet: { topology: { fullMesh: {} } }, clusters })).toEqual([]);
  });
});
