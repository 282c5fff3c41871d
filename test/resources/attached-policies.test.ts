import { ApiObject, Chart } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { codeFleet, issuesOf } from './code-fleets';

describe('policies in a chart', () => {
  const policy = (chart: Chart, kind: string, name: string, spec: object, version = 'v1alpha1') =>
    new ApiObject(chart, `${kind}.${name}`, {
      apiVersion: `policy.linkerd.io/${version}`,
      kind,
      metadata: { name, namespace: 'prod' },
      spec,
    });
  const found = (fill: (chart: Chart) => void, clusters?: string[]) => {
    const given = codeFleet(({ fleet }) => {
      fleet
        .service('pay', { namespace: 'prod', ports: [{ port: 8080 }], selector: { app: 'pay' } })
        .federate()
        .allow();
      fleet.attach('mine', (app) => fill(new Chart(app, 'mine')), clusters);
    });
    return issuesOf(given).map((i) => `${i.code} ${i.path} (${i.clusters}): ${i.found}`);
  };
  const server = (selector: object, port: number | string) => (chart: Chart) =>
    policy(chart, 'Server', 'open', { podSelector: selector, port, accessPolicy: 'all-unauthenticated' }, 'v1beta3');
  const pods = { matchLabels: { app: 'pay' } };

  it('are looked at like those beside the fleet: a Server on a guarded port', () => {
    expect(found(server(pods, 8080))).toEqual([
      'OWN_POLICY_SERVER attach(mine) mine/Server.open (eu,us): Server open on prod/pay, port 8080 of its pods, as Service/prod/pay.spec.allow has',
    ]);
    expect(found(server(pods, 9090))).toEqual([]);
    expect(found(server({ matchLabels: { app: 'other' } }, 8080))).toEqual([]);
  });

  it('are looked at like those beside the fleet: callers besides those of `allow`, and members that differ', () => {
    const admit = (chart: Chart) => {
      policy(chart, 'MeshTLSAuthentication', 'all', { identities: ['*'] });
      const requiredAuthenticationRefs = [{ group: 'policy.linkerd.io', kind: 'MeshTLSAuthentication', name: 'all' }];
      const targetRef = { group: 'policy.linkerd.io', kind: 'Server', name: 'pay-8080' };
      policy(chart, 'AuthorizationPolicy', 'all', { targetRef, requiredAuthenticationRefs });
    };
    expect(found(admit).map((text) => text.split(' ')[0])).toEqual(['OWN_POLICY_WIDENS']);
    expect(found(admit, ['eu']).map((text) => text.split(' ')[0])).toEqual(['OWN_POLICY_MEMBERS', 'OWN_POLICY_WIDENS']);
  });

  it('may refer to what somebody else applies', () => {
    const metrics = (chart: Chart) =>
      policy(chart, 'AuthorizationPolicy', 'metrics', {
        targetRef: { group: 'policy.linkerd.io', kind: 'Server', name: 'service-mirror' },
        requiredAuthenticationRefs: [{ kind: 'ServiceAccount', name: 'prometheus', namespace: 'monitoring' }],
      });
    expect(found(metrics)).toEqual([]);
  });
});
