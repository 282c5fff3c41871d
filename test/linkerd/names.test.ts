import { describe, expect, it } from 'vitest';
import * as names from '../../lib/linkerd/names';

describe('names that Linkerd derives', () => {
  it('are those that link-gen and the chart write', () => {
    expect(names.credentialsSecretName('east')).toBe('cluster-credentials-east');
    expect(names.controllerName('east')).toBe('controller-east');
    expect(names.probeName('east')).toBe('probe-east');
    expect(names.mirrorLeaseName('east')).toBe('service-mirror-write-east');
    expect(names.mirrorName('web', 'east')).toBe('web-east');
    expect(names.federatedName('pay')).toBe('pay-federated');
  });

  it('put namespaces and trust domain into an identity', () => {
    expect(names.gatewayIdentity('linkerd-multicluster', 'linkerd', 'cluster.local')).toBe(
      'linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.cluster.local',
    );
    expect(names.identity('web', 'shop', 'l5d', 'eu-1.mesh.example.com')).toBe(
      'web.shop.serviceaccount.identity.l5d.eu-1.mesh.example.com',
    );
  });

  it('leave room for the longest prefix and suffix in a DNS label', () => {
    expect(names.controllerName('x'.repeat(names.CLUSTER_NAME_MAX))).toHaveLength(63);
    expect(names.probeName('x'.repeat(names.CLUSTER_NAME_MAX)).length).toBeLessThanOrEqual(63);
    expect(names.federatedName('x'.repeat(names.FEDERATED_SERVICE_NAME_MAX))).toHaveLength(63);
  });
});
