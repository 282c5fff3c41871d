import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../../lib/fleet/spec';
import { overlap, rangesGiven } from '../../../lib/model/rules/network-overlap';
import { overlaps, parseCidr } from '../../../lib/net';
import { ask, told } from './ask';

const mesh = { topology: { fullMesh: {} } };

describe('ranges of linked clusters in one network', () => {
  it('says once that pods of several clusters have one range', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const clusters = Object.fromEntries(names.map((name) => [name, { network: 'n', podCidrs: ['10.42.0.0/16'] }]));
    const issues = ask(overlap, { fleet: mesh, clusters });
    expect(told(issues)).toEqual([
      'NETWORK_RANGES_OVERLAP Cluster/a.spec.podCidrs: 10.42.0.0/16 of podCidrs in a, b, c, d, e and 2 more, which are linked',
    ]);
    expect(issues[0]!.clusters).toEqual(names);
  });

  it('names both sides where pods meet pods, services or nodes', () => {
    const clusters = {
      a: { network: 'n', podCidrs: ['10.0.0.0/8'] },
      b: { network: 'n', podCidrs: ['10.1.0.0/16'], serviceCidrs: ['10.2.0.0/16'], nodeCidrs: ['10.3.0.0/16'] },
    };
    expect(told(ask(overlap, { fleet: mesh, clusters }))).toEqual([
      'NETWORK_RANGES_OVERLAP Cluster/a.spec.podCidrs: 10.0.0.0/8 of podCidrs in a, linked with 10.1.0.0/16 of podCidrs in b',
      'NETWORK_RANGES_OVERLAP Cluster/a.spec.podCidrs: 10.0.0.0/8 of podCidrs in a, linked with 10.2.0.0/16 of serviceCidrs in b',
      'NETWORK_RANGES_OVERLAP Cluster/a.spec.podCidrs: 10.0.0.0/8 of podCidrs in a, linked with 10.3.0.0/16 of nodeCidrs in b',
    ]);
  });

  it('keeps services of one cluster apart from nodes of another', () => {
    const clusters = {
      a: { network: 'n', serviceCidrs: ['10.3.0.0/16'] },
      b: { network: 'n', nodeCidrs: ['10.3.4.0/24'] },
    };
    expect(told(ask(overlap, { fleet: mesh, clusters }))).toEqual([
      'NETWORK_RANGES_OVERLAP Cluster/a.spec.serviceCidrs: 10.3.0.0/16 of serviceCidrs in a, linked with 10.3.4.0/24 of nodeCidrs in b',
    ]);
  });

  it.each<[string, ClusterSpec, ClusterSpec]>([
    [
      'services that are equal, since they are dialled at home',
      { serviceCidrs: ['10.96.0.0/12'] },
      { serviceCidrs: ['10.96.0.0/12'] },
    ],
    ['nodes on one subnet', { nodeCidrs: ['10.3.0.0/16'] }, { nodeCidrs: ['10.3.0.0/16'] }],
    ['pods side by side', { podCidrs: ['10.0.0.0/16'] }, { podCidrs: ['10.1.0.0/16'] }],
    ['IPv4 and IPv6', { podCidrs: ['10.0.0.0/16'] }, { podCidrs: ['fd00::/48'] }],
  ])('says nothing of %s', (_, a, b) => {
    expect(ask(overlap, { fleet: mesh, clusters: { a: { ...a, network: 'n' }, b: { ...b, network: 'n' } } })).toEqual(
      [],
    );
  });

  it('says nothing of clusters that are not linked, or not in one network', () => {
    const pods = { podCidrs: ['10.0.0.0/16'] };
    const clusters = {
      a: { ...pods, network: 'n' },
      b: { ...pods, network: 'n' },
      c: { ...pods, network: 'm' },
      d: pods,
    };
    const edges = [
      { source: 'a', target: 'c' },
      { source: 'b', target: 'd' },
    ];
    expect(ask(overlap, { fleet: { topology: { edges } }, clusters })).toEqual([]);
  });

  it('finds an edge in either direction, asked of either end', () => {
    const pods = { network: 'n', podCidrs: ['10.0.0.0/16'] };
    const given = {
      fleet: { topology: { edges: [{ source: 'b', target: 'a' }] } },
      clusters: { a: pods, b: pods, c: pods },
    };
    for (const name of ['a', 'b']) expect(ask(overlap, given, [name])[0]!.clusters).toEqual(['a', 'b']);
    expect(ask(overlap, given, ['c'])).toEqual([]);
  });

  it('agrees with comparing every two linked clusters', () => {
    const range = fc.tuple(fc.nat(3), fc.integer({ min: 8, max: 10 })).map(([n, prefix]) => {
      const found = parseCidr(`10.${n * 64}.0.0/${prefix}`);
      return found.ok ? found.value.text : (found.suggestion ?? '');
    });
    const spec = fc.record({
      podCidrs: fc.array(range, { maxLength: 2 }),
      serviceCidrs: fc.array(range, { maxLength: 1 }),
      nodeCidrs: fc.array(range, { maxLength: 1 }),
    });
    const pair = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(spec, spec, spec, spec, fc.array(pair, { maxLength: 4 }), (a, b, c, d, links) => {
        const specs: Record<string, typeof a> = { a, b, c, d };
        const edges = links.map(([source, target]) => ({ source, target }));
        const clusters = Object.fromEntries(Object.entries(specs).map(([name, s]) => [name, { ...s, network: 'n' }]));
        const expected = new Set(links.filter(([s, t]) => s !== t && clashes(specs[s]!, specs[t]!)).flat());
        const issues = ask(overlap, { fleet: { topology: { edges } }, clusters });
        expect(new Set(issues.flatMap((i) => i.clusters))).toEqual(expected);
      }),
    );
  });
});

function clashes(a: Record<string, string[]>, b: Record<string, string[]>): boolean {
  const meets = (x: string, y: string) =>
    a[x]!.some((m) =>
      b[y]!.some((n) => {
        const [p, q] = [parseCidr(m), parseCidr(n)];
        return p.ok && q.ok && overlaps(p.value, q.value);
      }),
    );
  const all = ['podCidrs', 'serviceCidrs', 'nodeCidrs'];
  return (
    all.some((x) => meets('podCidrs', x) || meets(x, 'podCidrs')) ||
    meets('serviceCidrs', 'nodeCidrs') ||
    meets('nodeCidrs', 'serviceCidrs')
  );
}

describe('ranges that nobody gave', () => {
  it('are missed only where pods of another cluster are dialled', () => {
    const clusters = {
      a: { network: 'n' },
      b: { network: 'n', podCidrs: ['10.0.0.0/16'] },
      c: { network: 'm' },
      d: {},
    };
    const issues = ask(rangesGiven, { fleet: mesh, clusters });
    expect(told(issues)).toEqual(['NETWORK_RANGES_MISSING Cluster/a.spec.podCidrs: no podCidrs for a in network n']);
    expect(issues[0]!.severity).toBe('warning');
  });
});
