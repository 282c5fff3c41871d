import { describe, expect, it } from 'vitest';
import { CODES } from '../../../lib/codes';
import type { ClusterSpec } from '../../../lib/fleet/spec';
import { CLUSTER_NAME_MAX } from '../../../lib/linkerd/names';
import * as limits from '../../../lib/model/rules/limits';
import { linksHeld, mirrorsPerLink, watchesHeld } from '../../../lib/model/rules/scale';
import { grouped } from '../../../lib/model/rules/words';
import { ask, told } from './ask';

/** A hub and so many spokes, which all hold a Link to it. */
function star(spokes: number, spec: ClusterSpec = {}): Record<string, ClusterSpec> {
  return Object.fromEntries(['hub', ...Array.from({ length: spokes }, (_, i) => `s${i}`)].map((name) => [name, spec]));
}

const edges = (spokes: number) => ({
  topology: { edges: Array.from({ length: spokes }, (_, i) => ({ source: `s${i}`, target: 'hub' })) },
});

const services = (count: number, spec: object) =>
  Array.from({ length: count }, (_, i) => ({ name: `w${i}`, clusters: ['hub'], ...spec }));

describe('watches on a target', () => {
  it('are two for a gateway Link, and five more for each destination replica of a source that reaches pods', () => {
    const at = (spokes: number, spec: ClusterSpec, credentials = {}) =>
      ask(watchesHeld, { fleet: { ...edges(spokes), credentials }, clusters: star(spokes, spec) });
    expect(at(500, {})).toEqual([]);
    expect(at(501, {})[0]!.found).toBe('watches by sources: hub (1,002)');
    expect(at(142, { network: 'n' })).toEqual([]);
    expect(at(143, { network: 'n' })[0]!.found).toBe('watches by sources: hub (1,001)');
    expect(at(58, { network: 'n', ha: true })).toEqual([]);
    expect(at(59, { network: 'n', ha: true })[0]!.found).toBe('watches by sources: hub (1,003)');
    expect(at(143, {}, { controlPlaneSecret: 'always' })[0]!.found).toBe('watches by sources: hub (1,001)');
    const replicas = { controlPlane: { controllerReplicas: 5 } };
    expect(at(38, { network: 'n', values: replicas })[0]!.found).toBe('watches by sources: hub (1,026)');
  });

  it('are one warning, the heaviest clusters first', () => {
    const names = Array.from({ length: 150 }, (_, i) => `c${String(i).padStart(3, '0')}`);
    const clusters = Object.fromEntries(names.map((name) => [name, { network: 'n' }]));
    const topology = [{ fullMesh: {} }, { without: [{ source: 'c000', target: 'c001' }] }];
    const issues = ask(watchesHeld, { fleet: { topology }, clusters });
    expect(told(issues)).toEqual([
      'SCALE_WATCHES Fleet.spec.topology: watches by sources: c000 (1,043), c002 (1,043), c003 (1,043), c004 (1,043), c005 (1,043) and 145 more',
    ]);
    expect(issues[0]!.clusters).toHaveLength(150);
    expect(issues[0]!.severity).toBe('warning');
    expect(ask(watchesHeld, { fleet: { topology }, clusters }, ['c007'])[0]!.path).toBe('Cluster/c007');
  });
});

describe('Links of a source', () => {
  it('are controllers there', () => {
    const topology = (n: number) => ({
      topology: { edges: Array.from({ length: n }, (_, i) => ({ source: 'hub', target: `s${i}` })) },
    });
    expect(ask(linksHeld, { fleet: topology(100), clusters: star(101) })).toEqual([]);
    expect(told(ask(linksHeld, { fleet: topology(101), clusters: star(101) }))).toEqual([
      'SCALE_LINKS Cluster/hub: Links held: hub (101)',
    ]);
  });
});

describe('mirrors of a Link', () => {
  it('through gateways are at most 250', () => {
    const exported = { exported: true };
    const given = { fleet: edges(1), clusters: star(1) };
    expect(ask(mirrorsPerLink, { ...given, services: services(250, exported) })).toEqual([]);
    expect(told(ask(mirrorsPerLink, { ...given, services: services(251, exported) }))).toEqual([
      'SCALE_GATEWAY_MIRRORS Cluster/hub: Services exported through the gateway: hub (251)',
    ]);
    expect(ask(mirrorsPerLink, { ...given, services: services(251, exported) }, ['s0'])).toHaveLength(1);
    const flat = { fleet: edges(1), clusters: star(1, { network: 'n' }), services: services(251, exported) };
    expect(ask(mirrorsPerLink, flat)).toEqual([]);
  });

  it('fill the status of the Link, federated and exported ones alike', () => {
    const both = { federated: true, exported: 'remote-discovery' };
    const given = { fleet: edges(1), clusters: star(1, { network: 'n' }) };
    expect(ask(mirrorsPerLink, { ...given, services: services(limits.STATUS_ENTRIES_PER_LINK / 2, both) })).toEqual([]);
    const issues = ask(mirrorsPerLink, { ...given, services: services(limits.STATUS_ENTRIES_PER_LINK / 2 + 1, both) });
    expect(told(issues)).toEqual(['SCALE_LINK_STATUS Cluster/hub: Services on one Link: hub (3,402)']);
  });
});

describe('limits', () => {
  it('stay below what they guard', () => {
    expect(limits.STATUS_ENTRIES_PER_LINK * limits.LINK_STATUS_ENTRY_BYTES).toBeLessThan(limits.ETCD_REQUEST_BYTES);
    expect(limits.STATUS_ENTRIES_PER_LINK).toBe(3400);
  });

  it('are those that the messages name', () => {
    expect(CODES.SCALE_LINKS.allowed).toContain(` ${grouped(limits.LINKS_PER_SOURCE)} `);
    expect(CODES.SCALE_WATCHES.allowed).toContain(` ${grouped(limits.WATCHES_PER_TARGET)} `);
    expect(CODES.SCALE_GATEWAY_MIRRORS.allowed).toContain(` ${grouped(limits.GATEWAY_EXPORTS_PER_LINK)} `);
    expect(CODES.SCALE_LINK_STATUS.allowed).toContain(` ${grouped(limits.STATUS_ENTRIES_PER_LINK)} `);
    expect(CODES.NAME_CLUSTER_LENGTH.allowed).toContain(` ${CLUSTER_NAME_MAX} `);
  });
});
