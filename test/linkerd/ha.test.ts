import { describe, expect, it } from 'vitest';
import { haValues } from '../../lib/linkerd/ha';
import { LINKERD_VERSIONS } from '../../lib/linkerd/releases';
import { checkValues } from '../../lib/linkerd/values/check';

describe('the HA overlay', () => {
  it.each(LINKERD_VERSIONS)('holds only what the charts of %s read', (version) => {
    for (const chart of ['crds', 'controlPlane', 'multicluster'] as const) {
      const issues = checkValues(version, 'edge', chart, haValues(chart), 'p');
      expect(issues.filter((i) => i.code !== 'VALUES_OWNED_KEY')).toEqual([]);
    }
  });

  it('sets what values-ha.yaml of the control plane sets', () => {
    expect(haValues('controlPlane')).toMatchObject({
      controllerReplicas: 3,
      enablePodAntiAffinity: true,
      highAvailability: true,
      webhookFailurePolicy: 'Fail',
      identityResources: { cpu: { request: '100m' }, memory: { limit: '250Mi', request: '10Mi' } },
      proxy: { resources: { cpu: { request: '100m' }, memory: { limit: '250Mi', request: '20Mi' } } },
    });
  });

  it('spreads three gateways over nodes, as values-ha.yaml of linkerd-multicluster does', () => {
    expect(haValues('multicluster')).toEqual({ enablePodAntiAffinity: true, gateway: { replicas: 3 } });
  });

  it('is a new object at each call', () => {
    const once = haValues('controlPlane') as { proxy: { resources: { cpu: { request: string } } } };
    once.proxy.resources.cpu.request = 'changed';
    expect(haValues('controlPlane')).toMatchObject({ proxy: { resources: { cpu: { request: '100m' } } } });
  });
});
