import { describe, expect, it } from 'vitest';
import { release } from '../../lib/linkerd/releases';
import { checkChartVersion, checkGatewayApi, checkKubernetes } from '../../lib/linkerd/support';

const codes = (issues: readonly { code: string }[]) => issues.map((i) => i.code);

describe('Kubernetes under a release', () => {
  it.each([
    ['2.20', '1.31', []],
    ['2.20', '1.35.9', []],
    ['2.20', 'v1.33.4-eks-abc', []],
    ['2.20', '1.30', ['KUBERNETES_TOO_OLD']],
    ['2.20', '1.9', ['KUBERNETES_TOO_OLD']],
    ['2.20', '1.36', ['KUBERNETES_UNTESTED']],
    ['2.17', '1.32', ['KUBERNETES_UNTESTED']],
    ['2.17', '1.22', []],
    ['2.18', '1.22', ['KUBERNETES_TOO_OLD']],
    ['2.20', 'latest', ['VERSION_FORM']],
    ['2.20', '1', ['VERSION_FORM']],
    ['2.20', '', ['VERSION_FORM']],
  ] as const)('%s on %s: %j', (version, kubernetes, expected) => {
    expect(codes(checkKubernetes(release(version), kubernetes, 'p'))).toEqual(expected);
  });

  it('says what the release takes', () => {
    expect(checkKubernetes(release('2.20'), '1.30', 'Cluster/eu.spec.kubernetesVersion')).toMatchObject([
      {
        path: 'Cluster/eu.spec.kubernetesVersion',
        severity: 'error',
        found: '1.30',
        allowed: '1.31 to 1.35 for Linkerd 2.20',
      },
    ]);
  });
});

describe('the Gateway API under a release', () => {
  it.each([
    ['2.20', '1.2.1', []],
    ['2.20', '1.2', []],
    ['2.20', '1.5.9', []],
    ['2.20', '1.2.0', ['GATEWAY_API_UNTESTED']],
    ['2.20', '1.6.0', ['GATEWAY_API_UNTESTED']],
    ['2.17', '0.7.1', []],
    ['2.17', '1.2.1', ['GATEWAY_API_UNTESTED']],
    ['2.20', 'v1', ['VERSION_FORM']],
  ] as const)('%s with %s: %j', (version, gatewayApi, expected) => {
    expect(codes(checkGatewayApi(release(version), gatewayApi, 'p'))).toEqual(expected);
  });
});

describe('the version of the charts', () => {
  it.each([
    ['2.20', 'edge', undefined, []],
    ['2.20', 'edge', '2026.6.3', []],
    ['2.20', 'edge', '2026.8.1', []],
    ['2.20', 'edge', '2026.11.1', ['CHART_VERSION_UNVERIFIED']],
    ['2.19', 'edge', '2026.5.2', ['CHART_VERSION_UNVERIFIED']],
    ['2.19', 'edge', '2026.6.3', ['CHART_VERSION_LINE']],
    ['2.20', 'edge', '2025.10.7', ['CHART_VERSION_LINE']],
    ['2.20', 'edge', 'edge-26.6.3', ['CHART_VERSION_FORM']],
    ['2.20', 'edge', '2.20.2', ['CHART_VERSION_FORM']],
    ['2.20', 'enterprise', undefined, ['CHART_VERSION_MISSING']],
    ['2.20', 'enterprise', '2.20.2', []],
    ['2.20', 'enterprise', '2.20.2-preview.1', []],
    ['2.20', 'enterprise', '2.19.4', ['CHART_VERSION_LINE']],
    ['2.20', 'enterprise', '2.200.1', ['CHART_VERSION_LINE']],
    ['2.20', 'enterprise', 'enterprise-2.20.2', ['CHART_VERSION_FORM']],
    ['2.20', 'enterprise', '2026.6.3', ['CHART_VERSION_FORM']],
  ] as const)('linkerd %s, %s, chart %s: %j', (version, distribution, chartVersion, expected) => {
    expect(codes(checkChartVersion(version, distribution, chartVersion, 'p'))).toEqual(expected);
  });
});
