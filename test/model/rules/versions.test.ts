import { describe, expect, it } from 'vitest';
import { licence, linkFields, supported, versionSkew } from '../../../lib/model/rules/versions';
import { ask, told } from './ask';

const mesh = { topology: { fullMesh: {} } };

describe('what runs in a cluster', () => {
  it('is held against the release, with its range', () => {
    const clusters = {
      a: { kubernetesVersion: '1.30', gatewayApiVersion: '1.1.1' },
      b: { kubernetesVersion: '1.36', gatewayApiVersion: '1.6.0' },
      c: { kubernetesVersion: 'v1.33.4-gke.100', gatewayApiVersion: 'v1.2.1' },
      d: { kubernetesVersion: '1.30', linkerd: { version: '2.18' as const } },
      e: { kubernetesVersion: 'latest', gatewayApiVersion: 'one' },
    };
    const issues = ask(supported, { clusters });
    expect(told(issues)).toEqual([
      'KUBERNETES_TOO_OLD Cluster/a.spec.kubernetesVersion: 1.30',
      'GATEWAY_API_UNTESTED Cluster/a.spec.gatewayApiVersion: 1.1.1',
      'KUBERNETES_UNTESTED Cluster/b.spec.kubernetesVersion: 1.36',
      'GATEWAY_API_UNTESTED Cluster/b.spec.gatewayApiVersion: 1.6.0',
      'VERSION_FORM Cluster/e.spec.kubernetesVersion: "latest"',
      'VERSION_FORM Cluster/e.spec.gatewayApiVersion: "one"',
    ]);
    expect(issues[0]).toMatchObject({ allowed: '1.31 to 1.35 for Linkerd 2.20', clusters: ['a'] });
  });

  it('is said once per release for a version of the fleet', () => {
    const clusters = { a: {}, b: {}, c: { linkerd: { version: '2.17' as const } } };
    const issues = ask(supported, { fleet: { kubernetesVersion: '1.35' }, clusters });
    expect(told(issues)).toEqual(['KUBERNETES_UNTESTED Fleet.spec.kubernetesVersion: 1.35']);
    expect(issues[0]!.clusters).toEqual(['c']);
  });

  it('has charts of its release and distribution', () => {
    const enterprise = { distribution: 'enterprise' as const };
    const clusters = {
      a: { linkerd: { chartVersion: '2025.10.7' } },
      b: { linkerd: { chartVersion: 'edge-26.6.3' } },
      c: { linkerd: { chartVersion: '2099.1.1' } },
      d: { linkerd: enterprise },
      e: { linkerd: { ...enterprise, chartVersion: '2.19.4' } },
      f: { linkerd: { ...enterprise, chartVersion: '2.20.2' } },
      g: {},
    };
    expect(ask(supported, { clusters }).map((i) => `${i.code} ${i.path}`)).toEqual([
      'CHART_VERSION_LINE Cluster/a.spec.linkerd.chartVersion',
      'CHART_VERSION_FORM Cluster/b.spec.linkerd.chartVersion',
      'CHART_VERSION_UNVERIFIED Cluster/c.spec.linkerd.chartVersion',
      'CHART_VERSION_MISSING Cluster/d.spec.linkerd.distribution',
      'CHART_VERSION_LINE Cluster/e.spec.linkerd.chartVersion',
    ]);
  });
});

describe('releases of linked clusters', () => {
  const at = (version: '2.17' | '2.18' | '2.19' | '2.20') => ({ linkerd: { version } });

  it('may lie one line apart', () => {
    expect(ask(versionSkew, { fleet: mesh, clusters: { a: at('2.19'), b: at('2.20'), c: at('2.20') } })).toEqual([]);
  });

  it('are warned of beyond that, once for every two releases', () => {
    const clusters = { a: at('2.17'), b: at('2.18'), c: at('2.20'), d: at('2.20') };
    const issues = ask(versionSkew, { fleet: mesh, clusters });
    expect(told(issues)).toEqual([
      'LINKERD_SKEW Cluster/a.spec.linkerd.version: 2.17 in a, linked with 2.20 in c, d',
      'LINKERD_SKEW Cluster/b.spec.linkerd.version: 2.18 in b, linked with 2.20 in c, d',
    ]);
    expect(issues[0]).toMatchObject({
      severity: 'warning',
      allowed: 'for 2.17: 2.17, 2.18',
      clusters: ['a', 'c', 'd'],
    });
  });

  it('do not matter without an edge', () => {
    const topology = { edges: [{ source: 'a', target: 'b' }] };
    expect(
      ask(versionSkew, { fleet: { topology }, clusters: { a: at('2.17'), b: at('2.18'), c: at('2.20') } }),
    ).toEqual([]);
  });
});

describe('exclusions for a source whose Link has none', () => {
  const old = { linkerd: { version: '2.17' as const } };

  it('are refused at the level that asked for them', () => {
    const issues = ask(linkFields, {
      fleet: { ...mesh, excludedLabels: ['x'] },
      clusters: { a: { ...old, excludedAnnotations: ['y/*'] }, b: {}, c: old },
    });
    expect(told(issues)).toEqual([
      'EXCLUDED_UNSUPPORTED Fleet.spec.excludedLabels: excludedLabels for a source that runs 2.17',
      'EXCLUDED_UNSUPPORTED Cluster/a.spec.excludedAnnotations: excludedAnnotations for a source that runs 2.17',
    ]);
    expect(issues[0]!.clusters).toEqual(['a', 'c']);
  });

  it('may be emptied for it, left to default, or given to a cluster without Links', () => {
    const empty = { ...old, excludedLabels: [] };
    expect(ask(linkFields, { fleet: { ...mesh, excludedLabels: ['x'] }, clusters: { a: empty, b: {} } })).toEqual([]);
    expect(ask(linkFields, { fleet: mesh, clusters: { a: old, b: {} } })).toEqual([]);
    expect(ask(linkFields, { clusters: { a: { ...old, excludedLabels: ['x'] }, b: {} } })).toEqual([]);
  });
});

describe('licences', () => {
  const enterprise = { distribution: 'enterprise' as const, chartVersion: '2.20.2' };

  it.each([
    [{ ...enterprise }, 'LICENSE_MISSING Cluster/a.spec.linkerd.distribution: no licence'],
    [
      { ...enterprise, license: 'x', licenseSecret: 'y' },
      'LICENSE_TWICE Cluster/a.spec.linkerd.license: license and licenseSecret',
    ],
    [{ license: 'x' }, 'LICENSE_UNUSED Cluster/a.spec.linkerd.license: license with distribution edge'],
    [
      { licenseSecret: 'y' },
      'LICENSE_UNUSED Cluster/a.spec.linkerd.licenseSecret: licenseSecret with distribution edge',
    ],
    [{ ...enterprise, license: 'x' }, undefined],
    [{ ...enterprise, licenseSecret: 'y' }, undefined],
    [{}, undefined],
  ])('%j', (linkerd, expected) => {
    const issues = ask(licence, { clusters: { a: { linkerd } } });
    expect(told(issues)).toEqual([expected].filter(Boolean));
    expect(JSON.stringify(issues)).not.toContain('"x"');
  });

  it('of the fleet do not bind a cluster that has another distribution', () => {
    const fleet = { linkerd: { ...enterprise, licenseSecret: 'l' } };
    const clusters = { a: {}, b: { linkerd: { distribution: 'edge' as const, chartVersion: '2026.6.3' } } };
    expect(ask(licence, { fleet, clusters })).toEqual([]);
  });

  it('of the fleet are missed once', () => {
    const issues = ask(licence, { fleet: { linkerd: enterprise }, clusters: ['a', 'b'] });
    expect(told(issues)).toEqual(['LICENSE_MISSING Fleet.spec.linkerd.distribution: no licence']);
  });
});
