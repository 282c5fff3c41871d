import { describe, expect, it } from 'vitest';
import { LINKERD_VERSIONS } from '../../../lib/linkerd/releases';
import { OWNED_KEYS } from '../../../lib/linkerd/values/owned';
import { inRange, knownKeys, releasesOf, valuesTree } from '../../../lib/linkerd/values/table';
import { checkType } from '../../../lib/linkerd/values/types';

const CHARTS = ['crds', 'controlPlane', 'multicluster'] as const;

describe('the tables of values', () => {
  it.each([
    ['crds', 'installGatewayAPI', ['2.18', '2.19', '2.20']],
    ['crds', 'enableHttpRoutes', ['2.17', '2.18', '2.19', '2.20']],
    ['controlPlane', 'controlPlaneTracing', ['2.17', '2.18']],
    ['controlPlane', 'controller.tracing.enabled', ['2.19', '2.20']],
    ['controlPlane', 'policyController.image.name', ['2.17', '2.18']],
    ['controlPlane', 'proxyInit.image.version', ['2.17', '2.18', '2.19']],
    ['controlPlane', 'proxy.runtime.workers.minimum', ['2.18', '2.19', '2.20']],
    ['controlPlane', 'proxy.cores', ['2.17', '2.18', '2.19', '2.20']],
    ['controlPlane', 'proxy.tracing.enable', ['2.19']],
    ['controlPlane', 'podMonitor.proxy.honorTimestamps', ['2.20']],
    ['controlPlane', 'networkValidator.enableSecurityContext', ['2.17', '2.18', '2.19', '2.20']],
    ['controlPlane', 'heartbeatSchedule', ['2.17', '2.18', '2.19', '2.20']],
    ['controlPlane', 'kubeAPI', []],
    ['controlPlane', 'proxyInjector.podAnnotations', []],
    ['multicluster', 'controllers', ['2.18', '2.19', '2.20']],
    ['multicluster', 'enableNamespaceCreation', ['2.18', '2.19', '2.20']],
    ['multicluster', 'controllerDefaults.nodeAffinity', ['2.19', '2.20']],
    ['multicluster', 'gateway.healthCheckNodePort', ['2.20']],
    ['multicluster', 'localServiceMirror.excludedLabels', ['2.18', '2.19', '2.20']],
    ['multicluster', 'proxyOutboundPort', []],
  ] as const)('%s %s is read by %j', (chart, key, versions) => {
    expect(releasesOf(chart, key)).toEqual(versions);
  });

  it('have as many keys as the charts', () => {
    const counts = CHARTS.map((chart) => LINKERD_VERSIONS.map((version) => knownKeys(chart, version).length));
    expect(counts).toEqual([
      [6, 7, 7, 7],
      [204, 211, 219, 218],
      [53, 75, 76, 77],
    ]);
  });

  it.each(CHARTS)('of %s name each key once, sorted, and no key below another', (chart) => {
    for (const version of LINKERD_VERSIONS) {
      const keys = knownKeys(chart, version);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.filter((key) => keys.some((other) => other.startsWith(`${key}.`)))).toEqual([]);
    }
  });

  it.each(CHARTS)('of %s use types that exist', (chart) => {
    for (const version of LINKERD_VERSIONS) {
      for (const key of knownKeys(chart, version)) {
        let node = valuesTree(chart, version);
        for (const step of key.split('.')) node = node.children.get(step)!;
        const issues = checkType(node.type!, Symbol('no YAML has this'), 'p');
        expect(
          issues.map((i) => i.path),
          `${chart} ${version} ${key}: ${node.type}`,
        ).toEqual(['p']);
      }
    }
  });

  it.each(CHARTS)('of %s hold every key that the fleet owns, the licence of enterprise aside', (chart) => {
    const unread = [...OWNED_KEYS[chart].keys()].filter((key) => releasesOf(chart, key).length === 0);
    expect(unread).toEqual(chart === 'controlPlane' ? ['license', 'licenseSecret'] : []);
  });

  it('read ranges as closed at both ends', () => {
    const within = (range: string) => LINKERD_VERSIONS.filter((version) => inRange(range, version));
    expect(within('')).toEqual(LINKERD_VERSIONS);
    expect(within('2.19-')).toEqual(['2.19', '2.20']);
    expect(within('-2.18')).toEqual(['2.17', '2.18']);
    expect(within('2.18-2.19')).toEqual(['2.18', '2.19']);
  });
});
