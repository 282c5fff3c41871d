import { describe, expect, it } from 'vitest';
import { clusterJson } from '../../lib/resources/cluster-json';
import { planOf } from './plans';

const json = (spec = {}) => clusterJson(planOf({ clusters: { 'eu-1': spec } }, 'eu-1'));

/** Every key with its path, and every value that is not a map. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, `${path}.${key}`));
}

describe('cluster.json', () => {
  const full = {
    region: 'eu',
    environment: 'prod',
    network: 'vpc',
    wave: 7,
    argocd: { server: 'https://api.example.com' },
    linkerd: { distribution: 'enterprise' as const, chartVersion: '2.20.2', license: 'abc', namespace: 'mesh' },
  };

  it('has the same keys whatever the cluster says, so that a template may refer to each', () => {
    const keys = (spec: object) =>
      leaves(json(spec))
        .map(([path]) => path)
        .filter((path) => !path.startsWith('.labels.'));
    expect(keys(full)).toEqual(keys({}));
  });

  it('holds text only, which is what templates and labels take', () => {
    for (const [path, value] of [...leaves(json(full)), ...leaves(json())]) {
      expect([path, typeof value]).toEqual([path, 'string']);
    }
  });

  it('names the destination by name or by server, and leaves the other empty', () => {
    expect(json()['destination']).toEqual({ name: 'eu-1', server: '' });
    expect(json({ argocd: { name: 'legacy' } })['destination']).toEqual({ name: 'legacy', server: '' });
    expect(json(full)['destination']).toEqual({ name: '', server: 'https://api.example.com' });
  });

  it('says which charts the cluster runs, and where they are', () => {
    expect(json()['charts']).toEqual({
      repoURL: 'https://helm.linkerd.io/edge',
      version: '2026.6.3',
      crds: 'linkerd-crds',
      controlPlane: 'linkerd-control-plane',
      multicluster: 'linkerd-multicluster',
    });
    expect(json(full)['charts']).toEqual({
      repoURL: 'https://helm.buoyant.cloud',
      version: '2.20.2',
      crds: 'linkerd-enterprise-crds',
      controlPlane: 'linkerd-enterprise-control-plane',
      multicluster: 'linkerd-enterprise-multicluster',
    });
  });

  it('carries nothing secret: neither the licence nor an API server', () => {
    const text = JSON.stringify(json({ ...full, apiServer: { url: 'https://private.example.com' } }));
    expect(text).not.toContain('abc');
    expect(text).not.toContain('private.example.com');
  });
});
