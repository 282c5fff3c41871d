import { describe, expect, it } from 'vitest';
import type { LinkerdVersion } from '../../../lib/linkerd/releases';
import { checkValuesTogether } from '../../../lib/linkerd/values/together';

const FACTS = { trustDomain: 'cluster.local', clusterDomain: 'cluster.local', chartVersion: '2026.6.3' };
const told = (version: LinkerdVersion, values: unknown, facts = FACTS) =>
  checkValuesTogether(version, 'controlPlane', values, facts, 'v').map((i) => `${i.code} ${i.path}`);

const collector = { endpoint: 'collector:4317', meshIdentity: { serviceAccountName: 'otel', namespace: 'otel' } };
const tracing = (extra: object = {}) => ({ proxy: { tracing: { enabled: true, collector, ...extra } } });

describe('values that fail together', () => {
  it('a heartbeat without a schedule never syncs', () => {
    expect(told('2.20', { disableHeartBeat: false })).toEqual(['VALUES_HEARTBEAT v.disableHeartBeat']);
    expect(told('2.20', { disableHeartBeat: false, heartbeatSchedule: '0 0 * * *' })).toEqual([]);
    expect(told('2.20', { disableHeartBeat: true })).toEqual([]);
    expect(told('2.20', { heartbeatSchedule: '0 0 * * *' })).toEqual([]);
  });

  it('native sidecars with waitBeforeExitSeconds break the injector before 2.20', () => {
    const values = { proxy: { nativeSidecar: true, waitBeforeExitSeconds: 5 } };
    expect(told('2.19', values)).toEqual(['VALUES_COMBINATION v.proxy.waitBeforeExitSeconds']);
    expect(told('2.20', values)).toEqual([]);
    expect(told('2.19', { proxy: { nativeSidecar: true, waitBeforeExitSeconds: 0 } })).toEqual([]);
  });

  it('closeWaitTimeoutSecs needs root from 2.18', () => {
    const values = { proxyInit: { closeWaitTimeoutSecs: 30 } };
    expect(told('2.17', values)).toEqual([]);
    expect(told('2.18', values)).toEqual(['VALUES_COMBINATION v.proxyInit.closeWaitTimeoutSecs']);
    expect(told('2.18', { proxyInit: { closeWaitTimeoutSecs: 30, runAsRoot: true } })).toEqual([]);
  });

  it('proxy tracing needs the whole collector', () => {
    expect(told('2.20', tracing())).toEqual([]);
    const half = { proxy: { tracing: { enabled: true, collector: { endpoint: 'collector:4317' } } } };
    expect(told('2.20', half)).toEqual(['VALUES_COMBINATION v.proxy.tracing.enabled']);
  });

  it('proxy tracing needs both switches in 2.19', () => {
    expect(told('2.19', tracing())).toEqual(['VALUES_COMBINATION v.proxy.tracing.enabled']);
    expect(told('2.19', tracing({ enable: true }))).toEqual([]);
  });

  it('controller tracing takes the endpoint of either collector', () => {
    const values = { controller: { tracing: { enabled: true } } };
    expect(told('2.20', values)).toEqual(['VALUES_COMBINATION v.controller.tracing.enabled']);
    expect(told('2.20', { ...values, proxy: { tracing: { collector } } })).toEqual([]);
    expect(told('2.20', { controller: { tracing: { enabled: true, collector } } })).toEqual([]);
  });

  it('proxy tracing cannot reach a collector of another trust domain before edge-26.7.1', () => {
    const own = { ...FACTS, trustDomain: 'eu-1.mesh.example.com' };
    expect(told('2.20', tracing(), own)).toEqual(['VALUES_TRACING_IDENTITY v.proxy.tracing.enabled']);
    expect(told('2.20', tracing(), { ...own, chartVersion: '2.20.2' })).toHaveLength(1);
    expect(told('2.20', tracing(), { ...own, chartVersion: '2026.7.1' })).toEqual([]);
    expect(told('2.20', { proxy: { tracing: { enabled: false } } }, own)).toEqual([]);
  });

  it('flags may not say again what the fleet says of the cluster', () => {
    const args = (...additionalArgs: string[]) => ({ destinationController: { additionalArgs } });
    expect(told('2.20', args('-ext-endpoint-zone-weights', '-identity-trust-domain=other'))).toEqual([
      'VALUES_OWNED_KEY v.destinationController.additionalArgs',
    ]);
    expect(told('2.20', { policyController: { experimentalArgs: ['--cluster-networks', '10.0.0.0/8'] } })).toEqual([
      'VALUES_OWNED_KEY v.policyController.experimentalArgs',
    ]);
    expect(told('2.20', args('-ext-endpoint-zone-weights', '-cluster-domain-x'))).toEqual([]);
  });

  it('are looked for in the control plane only, whatever the values are', () => {
    expect(checkValuesTogether('2.20', 'multicluster', { disableHeartBeat: false }, FACTS, 'v')).toEqual([]);
    expect(told('2.20', null)).toEqual([]);
    expect(told('2.20', { proxy: 'x', controller: [] })).toEqual([]);
  });
});
