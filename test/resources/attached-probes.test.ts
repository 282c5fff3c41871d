import { ApiObject, Chart } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { codeFleet, issuesOf } from './code-fleets';

describe('pods in a chart whose port `allow` guards', () => {
  const found = (probes: object, service: object = {}, port: object = {}, pod: object = {}) => {
    const given = codeFleet(({ fleet }) => {
      const ports = [{ port: 80, targetPort: 'web', ...port }];
      fleet.service('pay', { namespace: 'prod', ports, selector: { app: 'pay' }, allow: [], ...service });
      const labels = { app: 'pay', 'pod-template-hash': 'x' };
      const containers = [{ name: 'pay', ports: [{ name: 'web', containerPort: 8080 }], ...probes }];
      const template = { metadata: { labels, ...pod }, spec: { containers } };
      fleet.attach(
        'mine',
        (app) =>
          new ApiObject(new Chart(app, 'mine'), 'pods', {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            metadata: { name: 'pay', namespace: 'prod' },
            spec: { template },
          }),
      );
    });
    return issuesOf(given).map((i) => `${i.code} ${i.path}: ${i.found}`);
  };
  const told = (what: string, port: number | string = 'web') => [
    `POLICY_PROBE_REFUSED attach(mine) mine/pods: ${what} on port ${port}, which Service/prod/pay.spec.allow guards`,
  ];
  const grpc = { livenessProbe: { grpc: { port: 8080 } } };
  const http = { readinessProbe: { httpGet: { port: 'web', path: '/ready?full=1' } } };

  it('are warned of probes by gRPC and inside of TLS, which nobody lets in', () => {
    expect(found(grpc)).toEqual(told('livenessProbe by gRPC'));
    expect(found({ startupProbe: { httpGet: { port: 8080, scheme: 'HTTPS' } } })).toEqual(
      told('startupProbe by HTTPS'),
    );
    expect(found(grpc, {}, { targetPort: 8080 })).toEqual(told('livenessProbe by gRPC', 8080));
  });

  it('are warned of HTTP probes where the proxy sees no requests, or other routes', () => {
    expect(found(http)).toEqual([]);
    const opaque = told('readinessProbe by HTTP, with proxyProtocol opaque,');
    expect(found(http, {}, { proxyProtocol: 'opaque' })).toEqual(opaque);
    const allow = [{ serviceAccount: 'web', namespace: 'shop', routes: [{ path: { value: '/pay' } }] }];
    expect(found(http, { allow, probePaths: ['/ready'] })).toEqual([]);
    expect(found(http, { allow, probePaths: [] })).toEqual(
      told('readinessProbe by GET /ready, which is not in probePaths,'),
    );
  });

  it('are let in from the addresses of nodes', () => {
    const networks = ['10.200.0.0/16'];
    expect(found(grpc, { allow: [{ networks }] })).toEqual([]);
    const routes = [{ grpc: { service: 'grpc.health.v1.Health' } }];
    expect(found(grpc, { allow: [{ networks, routes }], probePaths: [] })).toEqual([]);
  });

  it('are warned of nothing where they ask no proxy, or are not refused', () => {
    expect(found({ livenessProbe: { tcpSocket: { port: 8080 } }, readinessProbe: { exec: { command: [] } } })).toEqual(
      [],
    );
    expect(found({ livenessProbe: { grpc: { port: 9090 } } })).toEqual([]);
    expect(found(grpc, { accessPolicy: 'audit' })).toEqual([]);
    expect(found(grpc, {}, {}, { annotations: { 'linkerd.io/inject': 'disabled' } })).toEqual([]);
  });
});
