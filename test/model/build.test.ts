import { describe, expect, it } from 'vitest';
import { API_VERSION } from '../../lib/fleet/description';
import { buildFleet } from '../../lib/model/build';
import { buildTestFleet } from './fixtures';

describe('a fleet', () => {
  it('has its clusters and services in code-unit order, however they are described', () => {
    const { fleet } = buildTestFleet({
      clusters: ['b', 'a-2', 'a-10', 'a'],
      services: [
        { name: 'web', namespace: 'z' },
        { name: 'web', namespace: 'a' },
        { name: 'api', namespace: 'z' },
      ],
    });
    expect([...fleet.clusters.keys()]).toEqual(['a', 'a-10', 'a-2', 'b']);
    expect(fleet.services.map((s) => `${s.namespace}/${s.name}`)).toEqual(['a/web', 'z/api', 'z/web']);
  });

  it('keeps two descriptions of one Service apart, in an order of their own', () => {
    const some = [
      { name: 'web', clusters: ['b'] },
      { name: 'web', clusters: ['a'] },
    ];
    const order = (services: typeof some) =>
      buildTestFleet({ clusters: ['a', 'b'], services }).fleet.services.map((s) => s.spec.clusters);
    expect(order(some)).toEqual([['a'], ['b']]);
    expect(order([...some].reverse())).toEqual(order(some));
  });

  it('refuses a second cluster of one name, and stays usable', () => {
    const document = (network: string) => ({ kind: 'Cluster' as const, metadata: { name: 'a' }, spec: { network } });
    const { fleet, issues } = buildFleet({
      fleet: { apiVersion: API_VERSION, kind: 'Fleet', metadata: { name: 'x' }, spec: { domain: 'x.example' } },
      clusters: [document('one'), document('two')],
      services: [],
      readFile: () => ({ issues: [] }),
    });
    expect(issues.map((i) => [i.code, i.path, i.clusters])).toEqual([['NAME_DUPLICATE', 'Cluster/a', ['a']]]);
    expect(fleet.clusters.get('a')!.network).toBe('one');
  });

  it('refuses a second region of one name, and stays usable', () => {
    const { fleet, issues } = buildTestFleet({
      fleet: {
        regions: [
          { name: 'eu', network: 'one' },
          { name: 'eu', network: 'two' },
        ],
      },
      clusters: { a: { region: 'eu' } },
    });
    expect(issues.map((i) => `${i.code} ${i.path}`)).toEqual(['NAME_DUPLICATE Fleet.spec.regions[1].name']);
    expect(fleet.clusters.get('a')!.network).toBe('two');
  });

  it('suggests the region that was meant', () => {
    const { issues } = buildTestFleet({
      fleet: { regions: [{ name: 'eu-west' }] },
      clusters: { a: { region: 'eu-wets' } },
    });
    expect(issues.map((i) => [i.code, i.path, i.fix])).toEqual([
      ['NAME_UNKNOWN_REGION', 'Cluster/a.spec.region', 'Did you mean eu-west?'],
    ]);
  });

  it('lets regions be names only when it lists none', () => {
    const { fleet, issues } = buildTestFleet({ clusters: { a: { region: 'eu' } } });
    expect(issues).toEqual([]);
    expect(fleet.clusters.get('a')).toMatchObject({ region: 'eu', labels: { region: 'eu' } });
  });
});

describe('delivery by Argo CD', () => {
  it('is described or absent', () => {
    expect(buildTestFleet({}).fleet.argocd).toBeUndefined();
    expect(
      buildTestFleet({ fleet: { argocd: { repoURL: 'https://git.example.com/mesh', path: 'out' } } }).fleet.argocd,
    ).toEqual({
      repoURL: 'https://git.example.com/mesh',
      path: 'out',
      targetRevision: 'refs/heads/main',
      namespace: 'argocd',
      project: 'test-linkerd',
      automated: true,
      rollingSync: true,
    });
  });
});
