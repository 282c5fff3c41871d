import { describe, expect, it } from 'vitest';
import { exportedService, serviceManifest } from '../../lib/resources/services';
import { validateAgainstCrd } from '../imports/schema';
import { buildTestFleet, type TestService } from '../model/fixtures';

const fleetService = (spec: Partial<TestService>) =>
  serviceManifest(buildTestFleet({ clusters: ['eu-1'], services: [{ name: 'web', ...spec }] }).fleet.services[0]!);
const written = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('a Service that crosses clusters', () => {
  it.each([
    [{ exported: true }, { 'mirror.linkerd.io/exported': 'true' }],
    [{ exported: 'remote-discovery' }, { 'mirror.linkerd.io/exported': 'remote-discovery' }],
    [{ federated: true }, { 'mirror.linkerd.io/federated': 'member' }],
    [
      { federated: true, exported: true },
      { 'mirror.linkerd.io/federated': 'member', 'mirror.linkerd.io/exported': 'true' },
    ],
    [{}, {}],
  ] as const)('described as %o has the labels %o', (spec, labels) => {
    expect(fleetService(spec).metadata.labels).toEqual(labels);
  });

  it('without a selector is a patch of what somebody else owns: applied server side, never pruned, without a spec', () => {
    const service = fleetService({
      federated: true,
      labels: { team: 'a' },
      annotations: { 'retry.linkerd.io/http': '5xx' },
    });
    expect(service).not.toHaveProperty('spec');
    expect(service.metadata).toMatchObject({
      labels: { team: 'a' },
      annotations: {
        'retry.linkerd.io/http': '5xx',
        'argocd.argoproj.io/sync-options': 'ServerSideApply=true,Prune=false,Delete=false',
      },
    });
  });

  it('with a selector is whole, target ports filled in as the API server would', () => {
    const ports: TestService['ports'] = [
      { name: 'http', port: 80, targetPort: 'web' },
      { name: 'grpc', port: 9090, appProtocol: 'kubernetes.io/h2c' },
    ];
    const service = fleetService({ ports, selector: { app: 'web' } });
    expect(written(service.spec)).toEqual({
      ports: [
        { name: 'http', port: 80, protocol: 'TCP', targetPort: 'web' },
        { name: 'grpc', port: 9090, protocol: 'TCP', targetPort: 9090, appProtocol: 'kubernetes.io/h2c' },
      ],
      selector: { app: 'web' },
    });
    expect(service.metadata.annotations).not.toHaveProperty('argocd.argoproj.io/sync-options');
  });

  it('may be headless', () => {
    expect(fleetService({ selector: { app: 'web' }, headless: true })['spec']).toMatchObject({ clusterIP: 'None' });
  });

  it('is what the API server takes', () => {
    for (const spec of [{ federated: true }, { exported: true as const, selector: { app: 'web' } }]) {
      expect(validateAgainstCrd(fleetService(spec))).toEqual([]);
    }
  });

  it('is exported as its props say, whatever its labels do', () => {
    const labels = { 'mirror.linkerd.io/exported': 'false' };
    const service = exportedService({ name: 'web', namespace: 'prod', exported: 'gateway', labels });
    expect(service.metadata.labels).toEqual({ 'mirror.linkerd.io/exported': 'true' });
  });
});
