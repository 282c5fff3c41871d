import { setFlagsFromString } from 'node:v8';
import { describe, expect, it } from 'vitest';
import type { ClusterSpec, FleetSpec } from '../../lib/fleet/spec';
import { EXCLUDED_ANNOTATIONS, EXCLUDED_LABELS } from '../../lib/model/defaults';
import type { ClusterModel } from '../../lib/model/types';
import { buildTestFleet } from './fixtures';

const cluster = (spec: ClusterSpec = {}, fleet: Partial<FleetSpec> = {}): ClusterModel =>
  buildTestFleet({ fleet, clusters: { a: spec } }).fleet.clusters.get('a')!;

describe('clusters', () => {
  it('have one hidden class, whatever they say: a million edges of a mesh ask their ends for fields', () => {
    setFlagsFromString('--allow-natives-syntax');
    const isSameClass = new Function('a', 'b', 'return %HaveSameMap(a, b)') as (a: object, b: object) => boolean;
    const said = (i: number): ClusterSpec => ({
      network: `net-${i % 3}`,
      podCidrs: [`10.${i}.0.0/16`],
      apiServer: { url: `https://api.c${i}.example.com` },
      ...(i % 2 === 0 ? { gateway: { address: `gateway.c${i}.example.com` }, ha: true, wave: i } : {}),
      ...(i % 5 === 0 ? { region: 'eu', zones: ['a'], credentials: { revoked: ['c1'] } } : {}),
    });
    const clusters = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`c${i}`, said(i)]));
    const [first, ...others] = buildTestFleet({ clusters }).fleet.clusters.values();
    expect(others.filter((other) => !isSameClass(first!, other)).map(({ name }) => name)).toEqual([]);
  });
});

describe('a cluster of which nothing is said', () => {
  it('has the defaults', () => {
    expect(cluster()).toMatchObject({
      name: 'a',
      at: 'Cluster/a',
      wave: 1,
      labels: { name: 'a' },
      podCidrs: [],
      clusterDomain: 'cluster.local',
      trustDomain: 'a.mesh.example.com',
      ha: false,
      namespaces: [],
      linkerd: {
        distribution: 'edge',
        chartVersion: '2026.6.3',
        namespace: 'linkerd',
        multiclusterNamespace: 'linkerd-multicluster',
      },
      trust: { bundle: '', delivery: 'trustManager', issuer: { kind: 'existing' }, webhooks: 'certManager' },
      values: { crds: {}, controlPlane: {}, multicluster: {} },
      argocd: { name: 'a' },
    });
    expect(cluster().linkerd.release.version).toBe('2.20');
  });

  it('has no gateway, no network, no clusterNetworks and no PodMonitors of its own accord', () => {
    const { gateway, network, clusterNetworks, podMonitor, apiServer } = cluster();
    expect([gateway, network, clusterNetworks, podMonitor, apiServer]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is frozen', () => {
    expect(() => Object.assign(cluster(), { ha: true })).toThrow(TypeError);
  });
});

describe('what a cluster inherits', () => {
  const regions = [{ name: 'eu', network: 'eu-vpc', linkerd: { version: '2.19' as const }, gateway: { port: 5000 } }];
  const fleet: Partial<FleetSpec> = {
    regions,
    ha: true,
    linkerd: { version: '2.18', namespace: 'mesh' },
    gateway: { replicas: 2 },
  };

  it('comes from its region before the fleet, key by key', () => {
    const model = cluster({ region: 'eu', gateway: { address: 'gw.example.com' } }, fleet);
    expect(model).toMatchObject({
      network: 'eu-vpc',
      ha: true,
      linkerd: { namespace: 'mesh', chartVersion: '2025.10.7' },
    });
    expect(model.linkerd.release.version).toBe('2.19');
    expect(model.gateway).toMatchObject({ port: 5000, replicas: 2, addresses: ['gw.example.com'] });
    expect(model.levels.map((level) => level.from)).toEqual(['default', 'fleet', 'region', 'cluster']);
  });

  it('does not come from a region it is not in', () => {
    const model = cluster({}, fleet);
    expect(model.network).toBeUndefined();
    expect(model.levels.map((level) => level.from)).toEqual(['default', 'fleet', 'cluster']);
  });

  it('does not take the name of the region, or what only a fleet has, for a setting', () => {
    const model = cluster(
      { region: 'eu' },
      { ...fleet, topology: { fullMesh: {} }, argocd: { repoURL: 'https://git.example.com' } },
    );
    expect(model.labels['name']).toBe('a');
    expect(model.argocd).toEqual({ name: 'a', server: undefined });
    for (const { settings } of model.levels) expect(Object.keys(settings)).not.toContain('topology');
  });

  it('can be switched off again', () => {
    expect(cluster({ gateway: { enabled: false } }, { gateway: { address: 'x' } }).gateway).toBeUndefined();
    expect(
      cluster({ podMonitor: { enabled: false } }, { podMonitor: { labels: { a: 'b' } } }).podMonitor,
    ).toBeUndefined();
    expect(cluster({ ha: false }, { ha: true }).ha).toBe(false);
  });
});

describe('labels of a cluster', () => {
  it('are its own, those of its fleet, and what selectors may ask by name', () => {
    const spec: ClusterSpec = {
      region: 'eu',
      environment: 'prod',
      network: 'n',
      labels: { tier: 'gold', name: 'shadowed' },
    };
    expect(cluster(spec, { labels: { team: 'mesh', tier: 'bronze' } }).labels).toEqual({
      name: 'a',
      region: 'eu',
      environment: 'prod',
      network: 'n',
      tier: 'gold',
      team: 'mesh',
    });
  });
});

describe('trust domain', () => {
  it('is given, or made of the name and the domain of the fleet', () => {
    expect(cluster({ trustDomain: 'own.example.com' }).trustDomain).toBe('own.example.com');
    expect(cluster({}, { trustDomain: 'one.example.com' }).trustDomain).toBe('one.example.com');
    expect(cluster({}, { domain: 'x.example' }).trustDomain).toBe('a.x.example');
  });

  it('is asked for when there is nothing to make it of', () => {
    const { fleet, issues } = buildTestFleet({
      fleet: { domain: undefined },
      clusters: { a: {}, b: { trustDomain: 'b.example' } },
    });
    expect(issues.map((i) => `${i.code} ${i.clusters.join(' ')}`)).toEqual(['TRUST_DOMAIN_MISSING a']);
    expect(fleet.clusters.get('a')!.trustDomain).toBe('a.invalid');
  });
});

describe('exclusions', () => {
  it('are the defaults and what was added, sorted, each once', () => {
    const model = cluster({ excludedLabels: ['zeta', 'helm.sh/*', 'alpha'] });
    expect(model.excludedLabels).toEqual([...EXCLUDED_LABELS, 'alpha', 'zeta'].sort());
    expect(model.excludedAnnotations).toEqual([...EXCLUDED_ANNOTATIONS].sort());
  });

  it('are empty where Link has no such field', () => {
    const model = cluster({ linkerd: { version: '2.17' }, excludedLabels: ['x'] });
    expect([model.excludedLabels, model.excludedAnnotations]).toEqual([[], []]);
  });
});

describe('a gateway', () => {
  it('has the defaults of the chart once there is one', () => {
    expect(cluster({ gateway: {} }).gateway).toMatchObject({
      addresses: [],
      networks: {},
      port: 4143,
      probe: { port: 4191, path: '/ready', period: '3s' },
      serviceType: 'LoadBalancer',
      annotations: {},
      loadBalancerSourceRanges: [],
      sourceRanges: [],
    });
  });

  it('keeps the rest of the probe when one field is given', () => {
    const { probe } = cluster({ gateway: { probe: { timeout: '5s', failureThreshold: 5 } } }).gateway!;
    expect(probe).toEqual({ port: 4191, path: '/ready', period: '3s', timeout: '5s', failureThreshold: 5 });
  });
});

describe('trust', () => {
  const issuer = (given: NonNullable<ClusterSpec['trust']>['issuer'], fleet = {}) =>
    cluster({ trust: { issuer: given } }, { trust: fleet }).trust.issuer;

  it('fills in what cert-manager is to be asked for', () => {
    expect(issuer({ certManager: { issuerRef: { name: 'ca' } } })).toEqual({
      kind: 'certManager',
      issuerRef: { name: 'ca', kind: 'ClusterIssuer', group: 'cert-manager.io' },
      duration: '720h0m0s',
      renewBefore: '240h0m0s',
      nameConstraints: true,
    });
  });

  it('takes the issuer of the nearest level whole', () => {
    const fleet = { issuer: { certManager: { issuerRef: { name: 'ca', group: 'step.sm' }, nameConstraints: false } } };
    expect(issuer({ existing: {} }, fleet)).toEqual({ kind: 'existing' });
    expect(issuer({ certManager: { issuerRef: { name: 'own' } } }, fleet)).toMatchObject({
      issuerRef: { name: 'own', group: 'cert-manager.io' },
      nameConstraints: true,
    });
  });
});

describe('values', () => {
  it('merge from the fleet down, lists and null replacing what is below', () => {
    const fleet = { values: { controlPlane: { proxy: { logLevel: 'warn', cores: 1 }, list: [1, 2], gone: { a: 1 } } } };
    const spec = { values: { controlPlane: { proxy: { cores: 2 }, list: [3], gone: null } } };
    expect(cluster(spec, fleet).values.controlPlane).toEqual({
      proxy: { logLevel: 'warn', cores: 2 },
      list: [3],
      gone: null,
    });
  });
});
