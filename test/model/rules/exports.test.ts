import { describe, expect, it } from 'vitest';
import { exportedAndFederated, exportReach } from '../../../lib/model/rules/exports';
import { ask, told } from './ask';

// eu-1 and eu-2 share a network; us-1 is reached through its gateway.
const clusters = { 'eu-1': { network: 'eu' }, 'eu-2': { network: 'eu' }, 'us-1': {} };
const mesh = { topology: { fullMesh: {} } };
const viaGateway = { name: 'api', exported: true as const };
const podToPod = { name: 'api', exported: 'remote-discovery' as const };

describe('an export', () => {
  it('through the gateway skips sources with a flat Link', () => {
    const issues = ask(exportReach, { fleet: mesh, clusters, services: [viaGateway] });
    expect(told(issues)).toEqual([
      'SERVICE_EXPORT_SKIPS_SOURCES Service/prod/api.spec.exported: prod/api, exported through the gateway: eu-2 has no mirror from eu-1; eu-1 has no mirror from eu-2',
    ]);
    expect(issues[0]).toMatchObject({ severity: 'warning', clusters: ['eu-1', 'eu-2'] });
  });

  it('pod to pod skips sources behind a gateway, and is unused where all are', () => {
    expect(told(ask(exportReach, { fleet: mesh, clusters, services: [podToPod] }))).toEqual([
      'SERVICE_EXPORT_UNUSED Service/prod/api.spec.exported: prod/api, exported pod to pod, on us-1',
      'SERVICE_EXPORT_SKIPS_SOURCES Service/prod/api.spec.exported: prod/api, exported pod to pod: us-1 has no mirror from eu-1; us-1 has no mirror from eu-2',
    ]);
  });

  it('that no Link carries is an error', () => {
    const services = [{ ...podToPod, clusters: ['us-1'] }];
    const issues = ask(exportReach, { fleet: mesh, clusters, services });
    expect(told(issues)).toEqual([
      'SERVICE_EXPORT_UNREACHABLE Service/prod/api.spec.exported: prod/api, exported pod to pod; no Link to us-1 carries that',
    ]);
    expect(issues[0]).toMatchObject({ severity: 'error', clusters: ['us-1'] });
    const flat = { topology: { edges: [{ source: 'eu-1', target: 'eu-2' }] } };
    expect(
      told(ask(exportReach, { fleet: flat, clusters, services: [{ ...viaGateway, clusters: ['eu-2'] }] })),
    ).toEqual([
      'SERVICE_EXPORT_UNREACHABLE Service/prod/api.spec.exported: prod/api, exported through the gateway; no Link to eu-2 carries that',
    ]);
  });

  it('from a cluster that nobody links to is unused', () => {
    const topology = { edges: [{ source: 'eu-1', target: 'us-1' }] };
    expect(told(ask(exportReach, { fleet: { topology }, clusters, services: [viaGateway] }))).toEqual([
      'SERVICE_EXPORT_UNUSED Service/prod/api.spec.exported: prod/api, exported through the gateway, on eu-1, eu-2',
    ]);
    expect(told(ask(exportReach, { clusters, services: [viaGateway] }))).toEqual([
      'SERVICE_EXPORT_UNUSED Service/prod/api.spec.exported: prod/api, exported through the gateway, on eu-1, eu-2, us-1',
    ]);
  });

  it('is fine where every Link carries it', () => {
    const gateways = { topology: { fullMesh: { mode: 'gateway' as const } } };
    expect(ask(exportReach, { fleet: gateways, clusters, services: [viaGateway] })).toEqual([]);
  });

  it('is one issue with the others that are on the same clusters', () => {
    const services = ['a', 'b', 'c'].map((name) => ({ ...viaGateway, name }));
    const issues = ask(exportReach, { fleet: mesh, clusters, services });
    expect(issues).toHaveLength(1);
    expect(issues[0]!.found).toMatch(/^prod\/a, prod\/b, prod\/c, exported/);
  });

  it('concerns one cluster that has it; whether others are reached decides between error and warning', () => {
    const given = { fleet: mesh, clusters, services: [podToPod] };
    expect(ask(exportReach, given, ['us-1']).map((i) => i.code)).toEqual(['SERVICE_EXPORT_UNUSED']);
    expect(ask(exportReach, given, ['eu-1']).map((i) => i.code)).toEqual(['SERVICE_EXPORT_SKIPS_SOURCES']);
    const alone = { ...given, services: [{ ...podToPod, clusters: ['us-1'] }] };
    expect(ask(exportReach, alone, ['us-1']).map((i) => i.code)).toEqual(['SERVICE_EXPORT_UNREACHABLE']);
    expect(ask(exportReach, alone, ['eu-1'])).toEqual([]);
  });
});

describe('a Service both exported and federated', () => {
  it('joins late where one Link does both', () => {
    const services = [{ ...podToPod, federated: true, clusters: ['eu-1', 'us-1'] }];
    const issues = ask(exportedAndFederated, { fleet: mesh, clusters, services });
    expect(told(issues)).toEqual([
      'SERVICE_EXPORTED_AND_FEDERATED Service/prod/api.spec.federated: prod/api, federated and exported pod to pod on eu-1',
    ]);
    expect(issues[0]).toMatchObject({ severity: 'warning', clusters: ['eu-1'] });
  });

  it('joins at once where one Link federates and another mirrors', () => {
    const services = [{ ...viaGateway, federated: true }];
    expect(ask(exportedAndFederated, { fleet: mesh, clusters, services })).toEqual([]);
    const gateways = { topology: { fullMesh: { mode: 'gateway' as const } } };
    expect(told(ask(exportedAndFederated, { fleet: gateways, clusters, services }))).toEqual([
      'SERVICE_EXPORTED_AND_FEDERATED Service/prod/api.spec.federated: prod/api, federated and exported through the gateway on eu-1, eu-2',
    ]);
  });
});
