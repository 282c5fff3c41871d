import { describe, expect, it } from 'vitest';
import type { Callers, FleetSpec } from '../../../lib/fleet/spec';
import { accountNames } from '../../../lib/model/rules/policy-names';
import { ask, told } from './ask';

const names = (allow: Callers[], fleet: Partial<FleetSpec> = {}) => {
  const services = [{ name: 'pay', selector: { app: 'pay' }, allow }];
  return ask(accountNames, { fleet, clusters: ['a', 'b'], services });
};
const at = 'Service/prod/pay.spec.allow[0]';

describe('an account in a policy', () => {
  it('is named so that Linkerd certifies it', () => {
    expect(names([{ serviceAccount: 'web-2', namespace: '1-frontend' }, { clusters: ['a'] }])).toEqual([]);
    const issues = names([{ serviceAccount: 'web.v2', namespace: 'frontend' }]);
    expect(told(issues)).toEqual([`POLICY_ACCOUNT_NAME ${at}.serviceAccount: "web.v2"`]);
    expect(issues[0]?.fix).toMatch(/without dots/);
  });

  it('is no pattern, and nothing that the webhook of Linkerd refuses', () => {
    for (const serviceAccount of ['*', 'Web', 'a_b', 'system:web', 'w'.repeat(64), '-web']) {
      expect(names([{ serviceAccount, namespace: 'frontend' }])).toMatchObject([{ code: 'POLICY_ACCOUNT_NAME' }]);
      expect(names([{ namespace: serviceAccount }])).toMatchObject([{ path: `${at}.namespace` }]);
    }
  });

  it('is named so wherever it is named', () => {
    const assert: FleetSpec['assert'] = [
      { only: [{ serviceAccount: 'web.v2', namespace: 'frontend' }], call: { namespace: 'Shop' } },
      { never: [{ namespace: '*' }], call: {} },
    ];
    const observability = { prometheus: { serviceAccount: 'prom.k8s', namespace: 'monitoring' } };
    expect(told(names([], { assert, observability }))).toEqual([
      'POLICY_ACCOUNT_NAME Fleet.spec.assert[0].only[0].serviceAccount: "web.v2"',
      'POLICY_ACCOUNT_NAME Fleet.spec.assert[0].call.namespace: "Shop"',
      'POLICY_ACCOUNT_NAME Fleet.spec.assert[1].never[0].namespace: "*"',
      'POLICY_ACCOUNT_NAME Fleet.spec.observability.prometheus.serviceAccount: "prom.k8s"',
    ]);
  });
});
