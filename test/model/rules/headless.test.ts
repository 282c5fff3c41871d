import { describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../../lib/fleet/spec';
import { headless } from '../../../lib/model/rules/headless';
import { ask, told } from './ask';

const ON: ClusterSpec = { values: { multicluster: { controllerDefaults: { enableHeadlessServices: true } } } };
const gateways = { topology: { fullMesh: { mode: 'gateway' as const } } };
const flat = { topology: { fullMesh: { mode: 'flat' as const } } };
const clusters = { a: { network: 'x' }, b: { network: 'x' }, c: { network: 'x', ...ON } };
const kv = { name: 'kv', headless: true, clusters: ['a'], exported: true as const };

describe('a headless Service', () => {
  it('cannot be federated', () => {
    const services = [
      { name: 'db', headless: true, federated: true, exported: true as const },
      { name: 'mq', headless: true },
      { name: 'web', federated: true },
    ];
    expect(told(ask(headless, { fleet: gateways, clusters, services }))).toEqual([
      'SERVICE_HEADLESS_FEDERATED Service/prod/db.spec.headless: headless and federated',
    ]);
  });

  it('that is exported loses its pods in sources which do not mirror headless Services as such', () => {
    const issues = ask(headless, { fleet: gateways, clusters, services: [kv] });
    expect(told(issues)).toEqual([
      'SERVICE_HEADLESS_EXPORTED Service/prod/kv.spec.headless: headless and exported; mirrored with a ClusterIP in b',
    ]);
    expect(issues[0]).toMatchObject({ severity: 'warning', clusters: ['b'] });
    expect(ask(headless, { fleet: gateways, clusters: { ...clusters, b: ON }, services: [kv] })).toEqual([]);
  });

  it('is mirrored with a ClusterIP by 2.17, whatever the values say', () => {
    const old = { ...ON, linkerd: { version: '2.17' as const } };
    const issues = ask(headless, { fleet: gateways, clusters: { a: {}, b: old }, services: [kv] });
    expect(issues.map((i) => i.clusters)).toEqual([['b']]);
  });

  it('exported pod to pod has no mirror at all where headless ones are enabled', () => {
    const services = [{ ...kv, exported: 'remote-discovery' as const }];
    const issues = ask(headless, { fleet: flat, clusters, services });
    expect(issues.map((i) => `${i.severity} ${i.code} ${i.path}: ${i.found}`)).toEqual([
      'warning SERVICE_HEADLESS_EXPORTED Service/prod/kv.spec.headless: headless and exported; mirrored with a ClusterIP in b',
      'error SERVICE_HEADLESS_SKIPPED Service/prod/kv.spec.headless: headless and exported pod to pod; enableHeadlessServices in c',
    ]);
  });

  it("that nobody mirrors is nobody's problem", () => {
    expect(ask(headless, { clusters, services: [kv] })).toEqual([]);
    expect(ask(headless, { fleet: gateways, clusters, services: [kv] }, ['b'])).toEqual([]);
  });
});
