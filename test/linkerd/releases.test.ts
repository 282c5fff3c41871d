import { describe, expect, it } from 'vitest';
import { charts } from '../../lib/linkerd/charts';
import { atLeast, LINKERD_VERSIONS, release, skew, versionIndex } from '../../lib/linkerd/releases';

describe('releases', () => {
  it.each([
    ['2.17', 'edge-24.11.8', '2024.11.8', 'v1alpha2'],
    ['2.18', 'edge-25.4.4', '2025.4.4', 'v1alpha3'],
    ['2.19', 'edge-25.10.7', '2025.10.7', 'v1alpha3'],
    ['2.20', 'edge-26.6.3', '2026.6.3', 'v1alpha3'],
  ] as const)('%s is %s, chart %s, whose controllers read Link %s', (version, edge, chartVersion, linkVersion) => {
    expect(release(version)).toMatchObject({ version, edge, chartVersion, linkVersion });
  });

  it('names each edge as its chart version does', () => {
    for (const version of LINKERD_VERSIONS) {
      const { edge, chartVersion } = release(version);
      expect(chartVersion).toBe(`20${edge.slice('edge-'.length)}`);
    }
  });

  it.each([
    ['controllers', '2.18'],
    ['excludedLabels', '2.18'],
    ['localServiceMirrorExclusions', '2.18'],
    ['podAnnotationsOfComponents', '2.18'],
    ['crdsKept', '2.18'],
    ['undefinedPortsForbidden', '2.19'],
    ['podAntiAffinityOfControllers', '2.19'],
    ['inlineWebhookCaBundle', '2.19'],
    ['gatewayHealthCheckNodePort', '2.20'],
    ['nativeSidecarDefault', '2.20'],
    ['adminServers', '2.20'],
  ] as const)('has %s since %s', (capability, since) => {
    for (const version of LINKERD_VERSIONS) {
      expect(release(version).capabilities[capability], version).toBe(atLeast(version, since));
    }
  });

  it('installs the Gateway API by itself up to 2.18', () => {
    const byDefault = LINKERD_VERSIONS.filter((v) => release(v).capabilities.gatewayApiByDefault);
    expect(byDefault).toEqual(['2.17', '2.18']);
  });

  it('cannot be changed by who reads it', () => {
    expect(Object.isFrozen(release('2.20').capabilities)).toBe(true);
    expect(release('2.20')).toBe(release('2.20'));
  });

  it('orders versions by age, not by text', () => {
    expect(LINKERD_VERSIONS.map(versionIndex)).toEqual([0, 1, 2, 3]);
    expect(skew('2.17', '2.20')).toBe(3);
    expect(skew('2.20', '2.17')).toBe(3);
    expect(skew('2.19', '2.19')).toBe(0);
  });
});

describe('charts', () => {
  it('are those of the edge repository at the version of the release', () => {
    expect(charts('edge', '2.19')).toEqual({
      repository: 'https://helm.linkerd.io/edge',
      names: { crds: 'linkerd-crds', controlPlane: 'linkerd-control-plane', multicluster: 'linkerd-multicluster' },
      version: '2025.10.7',
    });
  });

  it('are those of Buoyant for enterprise, whose version only the user knows', () => {
    const { repository, names, version } = charts('enterprise', '2.20');
    expect(repository).toBe('https://helm.buoyant.cloud');
    expect(Object.values(names)).toEqual([
      'linkerd-enterprise-crds',
      'linkerd-enterprise-control-plane',
      'linkerd-enterprise-multicluster',
    ]);
    expect(version).toBeUndefined();
  });
});
