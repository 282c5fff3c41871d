import { describe, expect, it } from 'vitest';
import { mirrorCollisions, mirrorNamesTaken } from '../../../lib/model/rules/collisions';
import { ask, told } from './ask';

const clusters = { west: {}, gw: {}, 'east-gw': {} };
const toBoth = {
  topology: {
    edges: [
      { source: 'west', target: 'gw' },
      { source: 'west', target: 'east-gw' },
    ],
  },
};

describe('mirrors of one name', () => {
  const services = [
    { name: 'web', exported: true as const, clusters: ['east-gw'] },
    { name: 'web-east', exported: true as const, clusters: ['gw'] },
  ];

  it('are found where one source mirrors both', () => {
    const issues = ask(mirrorCollisions, { clusters, services, fleet: toBoth });
    expect(told(issues)).toEqual([
      'NAME_MIRROR_COLLISION Service/prod/web.metadata.name: web-east-gw is both the mirror of prod/web from east-gw and the mirror of prod/web-east from gw in west',
    ]);
    expect(issues[0]!.clusters).toEqual(['east-gw', 'gw', 'west']);
  });

  it('are no concern of a cluster that does not make them', () => {
    expect(ask(mirrorCollisions, { clusters, services, fleet: toBoth }, ['gw'])).toEqual([]);
    expect(ask(mirrorCollisions, { clusters, services, fleet: toBoth }, ['west'])).toHaveLength(1);
  });

  it('do not meet in different namespaces, on other clusters, or without a Link to both', () => {
    const [web, east] = services as [(typeof services)[0], (typeof services)[0]];
    expect(ask(mirrorCollisions, { clusters, services: [web, { ...east, namespace: 'dev' }], fleet: toBoth })).toEqual(
      [],
    );
    expect(
      ask(mirrorCollisions, { clusters, services: [web, { ...east, clusters: ['west'] }], fleet: toBoth }),
    ).toEqual([]);
    const topology = { edges: [{ source: 'west', target: 'gw' }] };
    expect(ask(mirrorCollisions, { clusters, services, fleet: { topology } })).toEqual([]);
  });

  it('do not meet where the mode of an edge does not carry the export', () => {
    const pods = services.map((s) => ({ ...s, exported: 'remote-discovery' as const }));
    expect(ask(mirrorCollisions, { clusters, services: pods, fleet: toBoth })).toEqual([]);
    const near = Object.fromEntries(Object.keys(clusters).map((name) => [name, { network: 'n' }]));
    expect(ask(mirrorCollisions, { clusters: near, services: pods, fleet: toBoth })).toHaveLength(1);
  });

  it('include the federated Service of a longer name', () => {
    const near = { west: { network: 'n' }, 'x-federated': { network: 'n' } };
    const both = [
      { name: 'web', exported: 'remote-discovery' as const, clusters: ['x-federated'] },
      { name: 'web-x', federated: true, clusters: ['west'] },
    ];
    const topology = { edges: [{ source: 'west', target: 'x-federated' }] };
    expect(ask(mirrorCollisions, { clusters: near, services: both, fleet: { topology } })[0]!.found).toBe(
      'web-x-federated is both the mirror of prod/web from x-federated and the federated Service of prod/web-x in west',
    );
  });

  it('are one issue for two Services, however many clusters are called so', () => {
    const regions = ['a', 'b', 'c', 'd'];
    const many = ['west', ...regions, ...regions.map((r) => `x-${r}`)];
    const both = [
      { name: 'web', exported: true as const },
      { name: 'web-x', exported: true as const },
    ];
    const issues = ask(mirrorCollisions, { clusters: many, services: both, fleet: { topology: { fullMesh: {} } } });
    expect(issues).toHaveLength(1);
    expect(issues[0]!.found).toMatch(/; 3 names more of these two Services likewise$/);
  });
});

describe('a Service of the source', () => {
  it('must not have the name of a mirror', () => {
    const services = [
      { name: 'web', exported: true as const, clusters: ['gw'] },
      { name: 'web-gw', clusters: ['west'] },
    ];
    const issues = ask(mirrorNamesTaken, { clusters, services, fleet: toBoth });
    expect(told(issues)).toEqual([
      'NAME_MIRROR_TAKEN Service/prod/web-gw.metadata.name: a Service of west with the name of the mirror of prod/web from gw',
    ]);
    expect(issues[0]!.clusters).toEqual(['gw', 'west']);
  });

  it('may have it on a cluster that does not mirror it', () => {
    const services = [
      { name: 'web', exported: true as const, clusters: ['gw'] },
      { name: 'web-gw', clusters: ['gw', 'east-gw'] },
    ];
    expect(ask(mirrorNamesTaken, { clusters, services, fleet: toBoth })).toEqual([]);
  });

  it('must not have the name of a federated Service, on a member or on a source of one', () => {
    const near = { a: { network: 'n' }, b: { network: 'n' }, c: {} };
    const services = [{ name: 'pay', federated: true, clusters: ['a'] }, { name: 'pay-federated' }];
    const topology = {
      edges: [
        { source: 'b', target: 'a' },
        { source: 'c', target: 'a' },
      ],
    };
    expect(told(ask(mirrorNamesTaken, { clusters: near, services, fleet: { topology } }))).toEqual([
      'NAME_MIRROR_TAKEN Service/prod/pay-federated.metadata.name: a Service of a, b with the name of the federated Service of prod/pay',
    ]);
  });
});
