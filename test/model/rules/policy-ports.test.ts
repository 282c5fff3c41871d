import { describe, expect, it } from 'vitest';
import type { Callers } from '../../../lib/fleet/spec';
import { assertHolds } from '../../../lib/model/rules/assert';
import { portsApart, portsSeen } from '../../../lib/model/rules/policy-ports';
import type { TestService } from '../fixtures';
import { ask, told } from './ask';

const pay = (more: Partial<TestService>): TestService => ({
  name: 'pay',
  selector: { app: 'pay' },
  allow: [],
  ...more,
});
const skipping = (ignoreInboundPorts: string) => ({ values: { controlPlane: { proxyInit: { ignoreInboundPorts } } } });

describe('a guarded port', () => {
  const seen = (targetPort: string | number, a = {}, more: Partial<TestService> = {}) =>
    told(ask(portsSeen, { clusters: { a, b: {} }, services: [pay({ ports: [{ port: 80, targetPort }], ...more })] }));

  it('is none that proxies skip by the values of the control plane', () => {
    expect(seen(8080)).toEqual([]);
    expect(seen(8080, skipping('25,8000-8100'))).toEqual([
      'POLICY_PORT_SKIPPED Service/prod/pay.spec.ports: port 8080 of its pods in a',
    ]);
    expect(seen('http', skipping('80'))).toEqual([]);
    expect(seen(8080, skipping('8080'), { allow: undefined })).toEqual([]);
    expect(seen(8080, skipping('8080'), { clusters: ['b'] })).toEqual([]);
  });

  it('is none that the chart skips unless it is told otherwise', () => {
    const issue = 'POLICY_PORT_SKIPPED Service/prod/pay.spec.ports: port 4567 of its pods in';
    expect(seen(4567)).toEqual([`${issue} a, b`]);
    expect(seen(4567, skipping(''))).toEqual([`${issue} b`]);
  });

  it('that is skipped takes everybody, and breaks assertions', () => {
    const fleet = { assert: [{ only: [], call: { service: 'pay', namespace: 'prod' } }] };
    expect(told(ask(assertHolds, { fleet, clusters: { a: skipping('8080') }, services: [pay({})] }))).toEqual([
      'ASSERT_BROKEN Service/prod/pay.spec.allow: anybody@a calls inside the cluster prod/pay of a, port 8080 of its pods: proxies skip the port (proxyInit.ignoreInboundPorts), against Fleet.spec.assert[0]',
    ]);
  });
});

describe('an entry about ports', () => {
  const apart = (allow: Callers[], targetPort = 8080) => {
    const ports = [
      { name: 'public', port: 80, targetPort: 8080 },
      { name: 'admin', port: 81, targetPort },
    ];
    return told(ask(portsApart, { clusters: ['a'], services: [pay({ ports, allow })] }));
  };

  it('names all that lead to one port of the pods', () => {
    const at = 'POLICY_PORTS_SHARED Service/prod/pay.spec.allow';
    expect(
      apart([
        { namespace: 'a', ports: ['public'] },
        { namespace: 'b', ports: [81] },
      ]),
    ).toEqual([
      `${at}[0].ports: without admin, at port 8080 of the pods too`,
      `${at}[1].ports: without public, at port 8080 of the pods too`,
    ]);
    expect(apart([{ namespace: 'a', ports: ['public', 81] }, { namespace: 'b' }])).toEqual([]);
    expect(apart([{ namespace: 'a', ports: ['public'] }], 8081)).toEqual([]);
  });
});
