import { describe, expect, it } from 'vitest';
import { API_VERSION } from '../../lib/fleet/description';
import { parseDocuments } from '../../lib/fleet/documents';
import { edges, fullMesh, hubAndSpoke, islands, union, withMode, without } from '../../lib/fleet/topologies';

describe('topologies as code', () => {
  it.each<[string, unknown, unknown]>([
    ['fullMesh()', fullMesh(), { fullMesh: {} }],
    [
      'fullMesh of a selection',
      fullMesh({ clusters: ['a'], mode: 'flat' }),
      { fullMesh: { clusters: ['a'], mode: 'flat' } },
    ],
    ['hubAndSpoke', hubAndSpoke({ hubs: ['a'], linkHubs: false }), { hubAndSpoke: { hubs: ['a'], linkHubs: false } }],
    ['islands without bridges', islands({ by: 'region' }), { islands: { by: 'region' } }],
    [
      'islands with the names of bridges',
      islands({ by: 'region', mode: 'flat', bridges: ['a', 'b'] }),
      { islands: { by: 'region', mode: 'flat', bridges: { hubs: ['a', 'b'] } } },
    ],
    [
      'islands with the mode of bridges',
      islands({ by: 'region', bridges: { hubs: { matchLabels: { hub: 'true' } }, mode: 'gateway' } }),
      { islands: { by: 'region', bridges: { hubs: { matchLabels: { hub: 'true' } }, mode: 'gateway' } } },
    ],
    ['edges', edges([{ source: 'a', target: 'b', both: true }]), { edges: [{ source: 'a', target: 'b', both: true }] }],
    ['without', without([{ source: 'a' }]), { without: [{ source: 'a' }] }],
    ['withMode of all', withMode('gateway'), { mode: { mode: 'gateway' } }],
    ['withMode of some', withMode('flat', { sources: ['a'] }), { mode: { sources: ['a'], mode: 'flat' } }],
  ])('%s is an entry of the same form as data has', (_, entry, data) => {
    expect(entry).toEqual(data);
    const spec = { topology: entry };
    const value = { apiVersion: API_VERSION, kind: 'Fleet', metadata: { name: 'x' }, spec };
    expect(parseDocuments([{ value }]).issues).toEqual([]);
  });

  it('are united in the order given, lists among them', () => {
    const [mesh, cut, mode] = [fullMesh(), without([{ source: 'a' }]), withMode('flat')];
    expect(union(mesh, [cut, mode], union(mesh))).toEqual([mesh, cut, mode, mesh]);
    expect(union()).toEqual([]);
  });
});
