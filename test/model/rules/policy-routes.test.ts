import { describe, expect, it } from 'vitest';
import type { AllowedRoute } from '../../../lib/fleet/spec';
import { policyRoutes } from '../../../lib/model/rules/policy-routes';
import type { TestService } from '../fixtures';
import { ask, told } from './ask';

const found = (routes: AllowedRoute[] | undefined, more: Partial<TestService> = { probePaths: [] }) =>
  told(
    ask(policyRoutes, {
      clusters: ['eu'],
      services: [
        {
          name: 'pay',
          selector: { app: 'pay' },
          allow: [{ namespace: 'frontend', ...(routes ? { routes } : {}) }],
          ...more,
        },
      ],
    }),
  );
const at = 'Service/prod/pay.spec';

describe('a route of allow', () => {
  it('is a path, a method or a call of gRPC', () => {
    const grpc = { service: 'shop.Orders' };
    expect(
      found([{ path: { value: '/a/b' } }, { method: 'GET' }, { grpc }, { grpc: { ...grpc, method: 'Get' } }]),
    ).toEqual([]);
    expect(
      found([
        {},
        { grpc, method: 'GET' },
        { grpc: { service: 'shop/Orders' } },
        { path: { value: 'a' } },
        { path: { value: '/a?b=c' } },
      ]),
    ).toEqual([
      `POLICY_ROUTE ${at}.allow[0].routes[0]: neither path, method nor grpc`,
      `POLICY_ROUTE ${at}.allow[0].routes[1]: grpc together with path or method`,
      `POLICY_ROUTE ${at}.allow[0].routes[2].grpc: "shop/Orders"`,
      `POLICY_ROUTE ${at}.allow[0].routes[3].path.value: "a"`,
      `POLICY_ROUTE ${at}.allow[0].routes[4].path.value: "/a?b=c"`,
    ]);
  });

  it('says which paths kubelets ask', () => {
    expect(found([{ method: 'GET' }], {})).toEqual([`POLICY_ROUTE_PROBES ${at}.probePaths: routes without probePaths`]);
    expect(found(undefined)).toEqual([`POLICY_ROUTE_PROBES ${at}.probePaths: probePaths without routes`]);
    const services = [{ name: 'pay', selector: { app: 'pay' }, allow: [], probePaths: [] }];
    expect(ask(policyRoutes, { clusters: ['eu'], services })[0]?.fix).toMatch(/^Remove probePaths/);
    expect(found([{ method: 'GET' }], { probePaths: ['ready'] })).toEqual([
      `POLICY_ROUTE ${at}.probePaths[0]: "ready"`,
    ]);
    expect(found(undefined, {})).toEqual([]);
  });

  it('is on a port that carries HTTP', () => {
    const on = (port: number, proxyProtocol?: 'gRPC' | 'HTTP/2') =>
      found([{ method: 'GET' }], { probePaths: [], ports: [{ port, ...(proxyProtocol ? { proxyProtocol } : {}) }] });
    expect(on(5432)).toEqual([`POLICY_ROUTE_PROTOCOL ${at}.allow[0].routes: port 5432 of the pods, which is opaque`]);
    expect(on(8080, 'gRPC')).toEqual([
      `POLICY_ROUTE_PROTOCOL ${at}.allow[0].routes: port 8080 of the pods, which is gRPC`,
    ]);
    expect(on(8080, 'HTTP/2')).toEqual([]);
  });
});
