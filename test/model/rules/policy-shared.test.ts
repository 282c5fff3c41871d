import { describe, expect, it } from 'vitest';
import type { Callers } from '../../../lib/fleet/spec';
import { policyPaths } from '../../../lib/model/rules/policy';
import { guardedParts, membersDecide } from '../../../lib/model/rules/policy-shared';
import { planPolicies } from '../../../lib/plan/policy';
import { buildTestFleet, type TestService } from '../fixtures';
import { ask, told } from './ask';

// us and eu share a network; ap comes through their gateways.
const gateway = (name: string) => ({ gateway: { address: `gw.${name}.example.com` } });
const clusters = {
  us: { network: 'a', ...gateway('us') },
  eu: { network: 'a', ...gateway('eu') },
  ap: { network: 'b' },
};
const fleet = { topology: { fullMesh: {} } };
const ports = [{ name: 'http', port: 80, targetPort: 8080 }];
const service = (name: string, more: Partial<TestService>): TestService => ({
  name,
  selector: { app: 'pay' },
  clusters: ['us', 'eu'],
  ports,
  ...more,
});
const inside: Callers = { serviceAccount: 'web', namespace: 'frontend', clusters: ['us', 'eu'] };
const through: Callers = { serviceAccount: 'web', namespace: 'frontend', clusters: ['ap'], throughGateway: true };

describe('two Services on the same pods', () => {
  const pair = [service('pay', { federated: true, allow: [inside, through] }), service('pay-gw', { exported: true })];

  it('are called by the ways of both, and the allow of one is about all of them', () => {
    expect(told(ask(policyPaths, { fleet, clusters, services: pair }))).toEqual([]);
    const model = buildTestFleet({ fleet, clusters, services: pair }).fleet;
    const us = model.clusters.get('us')!;
    const [plan] = planPolicies(model, us, model.services);
    const identity = (account: string, cluster: string) =>
      `${account}.serviceaccount.identity.linkerd.${cluster}.mesh.example.com`;
    expect(plan?.ports[0]?.identities).toEqual([
      identity('linkerd-gateway.linkerd-multicluster', 'us'),
      identity('web.frontend', 'eu'),
      identity('web.frontend', 'us'),
    ]);
  });

  it('are so on the clusters, ports and labels that they share, and nowhere else', () => {
    const lost = 'POLICY_NO_PATH Service/prod/pay.spec.allow[1].clusters: ap, where prod/pay cannot be called';
    const [pay] = pair;
    for (const apart of [
      service('pay-gw', { exported: true, ports: [{ port: 9090 }] }),
      service('pay-gw', { exported: true, selector: { app: 'other' } }),
      service('pay-gw', { exported: true, namespace: 'elsewhere' }),
      service('pay-gw', { exported: true, clusters: ['ap'] }),
    ]) {
      expect(told(ask(policyPaths, { fleet, clusters, services: [pay!, apart] }))).toEqual([lost]);
    }
  });

  it('are not the same pods in part: a wider Service without allow is guarded on some of its pods', () => {
    const parts = (selector: Record<string, string>, more: Partial<TestService> = {}) =>
      told(
        ask(guardedParts, {
          fleet,
          clusters,
          services: [
            service('pay', { allow: [inside], selector: { app: 'pay', tier: 'api' } }),
            service('all', { selector, ...more }),
          ],
        }),
      );
    expect(parts({ app: 'pay' })).toEqual([
      'POLICY_GUARDED_IN_PART Service/prod/all.spec: prod/all, on pods of prod/pay among others',
    ]);
    expect(parts({ app: 'pay', tier: 'api' })).toEqual([]);
    expect(parts({ app: 'pay', tier: 'api', zone: 'a' })).toEqual([]);
    expect(parts({ app: 'pay' }, { clusters: ['ap'] })).toEqual([]);
    expect(parts({ app: 'pay' }, { ports: [{ port: 9090 }] })).toEqual([]);
  });
});

describe('members of a federated Service without allow', () => {
  const members = (more: Record<string, object>, services: TestService[], policy = {}) =>
    told(ask(membersDecide, { fleet: { ...fleet, ...policy }, clusters: { ...clusters, ...more }, services }));
  const open = service('pay', { federated: true });

  it('refuse callers by default in all clusters, or in none', () => {
    const differ = (found: string) => [
      `POLICY_MEMBERS_DIFFER Service/prod/pay.spec.allow: prod/pay, without \`allow\`: ${found}`,
    ];
    const found = differ('a default inbound policy that admits in eu; default inbound policy deny in us');
    expect(members({ us: { ...clusters.us, defaultInboundPolicy: 'deny' } }, [open])).toEqual(found);
    expect(members({ us: { ...clusters.us, namespacePolicies: { prod: 'deny' } } }, [open])).toEqual(found);
    expect(members({ us: { ...clusters.us, defaultInboundPolicy: 'all-authenticated' } }, [open])).toEqual([]);
    expect(members({}, [open], { defaultInboundPolicy: 'deny' })).toEqual([]);
    expect(members({ ap: { network: 'b', defaultInboundPolicy: 'deny' } }, [open])).toEqual([]);
  });

  it('are under the allow of the same Service on their pods', () => {
    const guard = service('guard', { allow: [inside], clusters: ['us'] });
    expect(members({}, [open, guard])).toEqual([
      'POLICY_MEMBERS_DIFFER Service/prod/pay.spec.allow: prod/pay, without `allow`: a default inbound policy that admits in eu; `allow` of prod/guard in us',
    ]);
    expect(members({}, [open, service('guard', { allow: [inside] })])).toEqual([]);
  });
});
