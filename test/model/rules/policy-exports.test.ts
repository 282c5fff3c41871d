import { describe, expect, it } from 'vitest';
import type { Callers } from '../../../lib/fleet/spec';
import { exportsOpen } from '../../../lib/model/rules/policy-exports';
import type { TestService } from '../fixtures';
import { ask, told } from './ask';

const clusters = { a: { podCidrs: ['10.1.0.0/16'], gateway: { address: 'gw.example.com' } }, b: {} };
const fleet = { topology: [{ edges: [{ source: 'b', target: 'a' }] }] };
const pay = (allow?: Callers[], more: Partial<TestService> = {}): TestService => ({
  name: 'pay',
  selector: { app: 'pay' },
  exported: true,
  clusters: ['a'],
  ...(allow ? { allow } : {}),
  ...more,
});
const web: Callers = { serviceAccount: 'web', namespace: 'frontend' };

describe('a Service exported through a gateway', () => {
  const closed = (...services: TestService[]) => told(ask(exportsOpen, { fleet, clusters, services }));
  const issue =
    'POLICY_EXPORT_REFUSED Service/prod/pay.spec.allow: nobody who comes through the gateway of a to prod/pay';

  it('lets somebody in who comes that way', () => {
    expect(closed(pay([]))).toEqual([issue]);
    expect(closed(pay([web, { networks: ['10.9.0.0/16'] }]))).toEqual([issue]);
    expect(closed(pay([web, { clusters: ['b'], throughGateway: true }]))).toEqual([]);
    expect(closed(pay([{ networks: ['10.0.0.0/8'] }]))).toEqual([]);
    expect(closed(pay([], { accessPolicy: 'audit' }))).toEqual([]);
    expect(closed(pay())).toEqual([]);
  });

  it('is one that a Link carries, and of which every port refuses', () => {
    expect(closed(pay([], { exported: 'remote-discovery' }))).toEqual([]);
    expect(closed(pay([], { clusters: ['b'] }))).toEqual([]);
    const ports = [
      { name: 'http', port: 80 },
      { name: 'admin', port: 81 },
    ];
    expect(closed(pay([{ clusters: ['b'], throughGateway: true, ports: ['http'] }], { ports }))).toEqual([]);
  });

  it('may be guarded by another Service on its pods', () => {
    const guard = { name: 'web', selector: { app: 'pay' }, clusters: ['a'], allow: [web] };
    expect(closed(pay(), guard)).toEqual([issue.replace('spec.allow', 'spec.exported')]);
  });
});
