import { describe, expect, it } from 'vitest';
import { mirror217Manifests } from '../../lib/resources/mirror-217';
import { monitoringManifests } from '../../lib/resources/observability/monitoring';
import { validateAgainstCrd } from '../imports/schema';
import { planEu1 } from './plans';

const podMonitor = { labels: { release: 'prometheus' }, scrapeInterval: '30s' };

interface Monitor {
  spec: { selector: { matchLabels: object }; podTargetLabels: string[]; podMetricsEndpoints: { port: string }[] };
}
interface Deployment {
  spec: { template: { metadata: { labels: object }; spec: { containers: { ports: { name: string }[] }[] } } };
}

describe('monitoring of the mirrors', () => {
  it('is a PodMonitor over the admin ports of all releases', () => {
    const manifests = monitoringManifests(planEu1({ podMonitor }));
    expect(manifests).toEqual([
      {
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'PodMonitor',
        metadata: {
          name: 'linkerd-service-mirrors',
          namespace: 'linkerd-multicluster',
          annotations: { 'argocd.argoproj.io/sync-wave': '5' },
          labels: { release: 'prometheus' },
        },
        spec: {
          podMetricsEndpoints: [
            { interval: '30s', port: 'admin-http' },
            { interval: '30s', port: 'ctrl-admin' },
            { interval: '30s', port: 'locsm-admin' },
          ],
          podTargetLabels: ['mirror.linkerd.io/cluster-name'],
          selector: { matchLabels: { 'linkerd.io/extension': 'multicluster' } },
        },
      },
    ]);
    expect(manifests.flatMap((m) => validateAgainstCrd(m))).toEqual([]);
  });

  it('finds the mirrors that are written for 2.17', () => {
    const plan = planEu1({ linkerd: { version: '2.17' }, podMonitor });
    const [monitor] = monitoringManifests(plan) as unknown as Monitor[];
    const deployment = mirror217Manifests(plan).find((m) => m.kind === 'Deployment') as unknown as Deployment;
    const { metadata, spec } = deployment.spec.template;
    expect(metadata.labels).toMatchObject(monitor!.spec.selector.matchLabels);
    expect(Object.keys(metadata.labels)).toEqual(expect.arrayContaining(monitor!.spec.podTargetLabels));
    expect(monitor!.spec.podMetricsEndpoints.map((e) => e.port)).toContain(spec.containers[0]?.ports[0]?.name);
  });

  it('is nothing unless the cluster asks for it', () => {
    expect(monitoringManifests(planEu1())).toEqual([]);
  });
});
