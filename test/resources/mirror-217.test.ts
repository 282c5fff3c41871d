import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../lib/emit/manifest';
import type { ClusterSpec } from '../../lib/fleet/spec';
import { mirrorLeaseName } from '../../lib/linkerd/names';
import { mirror217Manifests } from '../../lib/resources/mirror-217';
import { validateAgainstCrd } from '../imports/schema';
import { planEu1 } from './plans';

type Linkerd = NonNullable<ClusterSpec['linkerd']>;
const V2_17: Linkerd = { version: '2.17' };
const mirrors = (spec: ClusterSpec = {}) => mirror217Manifests(planEu1({ linkerd: V2_17, ...spec }));
const names = (manifests: readonly Manifest[]) => manifests.map((m) => `${m.kind} ${m.metadata.name}`);
const ofKind = (manifests: readonly Manifest[], kind: string) => manifests.filter((m) => m.kind === kind);

const WAVE = { 'argocd.argoproj.io/sync-wave': '3' };
const NAMESPACE = 'linkerd-multicluster';
const LABELS = {
  'linkerd.io/extension': 'multicluster',
  component: 'service-mirror',
  'mirror.linkerd.io/cluster-name': 'us-1',
};
const POD_LABELS = { component: 'linkerd-service-mirror', 'mirror.linkerd.io/cluster-name': 'us-1' };

describe('mirrors of Linkerd 2.17', () => {
  it('are one per Link, with a probe where there is a gateway', () => {
    expect(names(mirrors())).toEqual([
      'ClusterRole linkerd-service-mirror-access-local-resources-eu-2',
      'ClusterRoleBinding linkerd-service-mirror-access-local-resources-eu-2',
      'Role linkerd-service-mirror-read-remote-creds-eu-2',
      'RoleBinding linkerd-service-mirror-read-remote-creds-eu-2',
      'ServiceAccount linkerd-service-mirror-eu-2',
      'Deployment linkerd-service-mirror-eu-2',
      'ClusterRole linkerd-service-mirror-access-local-resources-us-1',
      'ClusterRoleBinding linkerd-service-mirror-access-local-resources-us-1',
      'Role linkerd-service-mirror-read-remote-creds-us-1',
      'RoleBinding linkerd-service-mirror-read-remote-creds-us-1',
      'ServiceAccount linkerd-service-mirror-us-1',
      'Deployment linkerd-service-mirror-us-1',
      'Service probe-gateway-us-1',
    ]);
  });

  it.each(['2.18', '2.19', '2.20'] as const)('are the affair of the chart in %s', (version) => {
    expect(mirrors({ linkerd: { version } })).toEqual([]);
  });

  it('run the controller of the release, as the CLI runs it', () => {
    expect(ofKind(mirrors(), 'Deployment')[1]).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'linkerd-service-mirror-us-1', namespace: NAMESPACE, labels: LABELS, annotations: WAVE },
      spec: {
        replicas: 1,
        revisionHistoryLimit: 10,
        selector: { matchLabels: POD_LABELS },
        template: {
          metadata: {
            annotations: {
              'cluster-autoscaler.kubernetes.io/safe-to-evict': 'true',
              'config.alpha.linkerd.io/proxy-wait-before-exit-seconds': '0',
              'linkerd.io/inject': 'enabled',
            },
            labels: { 'linkerd.io/extension': 'multicluster', ...POD_LABELS },
          },
          spec: {
            automountServiceAccountToken: false,
            containers: [
              {
                name: 'service-mirror',
                image: 'cr.l5d.io/linkerd/controller:edge-24.11.8',
                args: [
                  'service-mirror',
                  '-log-level=info',
                  '-log-format=plain',
                  '-event-requeue-limit=3',
                  '-namespace=linkerd-multicluster',
                  '-enable-pprof=false',
                  'us-1',
                ],
                ports: [{ containerPort: 9999, name: 'admin-http' }],
                securityContext: {
                  allowPrivilegeEscalation: false,
                  capabilities: { drop: ['ALL'] },
                  readOnlyRootFilesystem: true,
                  runAsGroup: 2103,
                  runAsNonRoot: true,
                  runAsUser: 2103,
                  seccompProfile: { type: 'RuntimeDefault' },
                },
                volumeMounts: [
                  {
                    mountPath: '/var/run/secrets/kubernetes.io/serviceaccount',
                    name: 'kube-api-access',
                    readOnly: true,
                  },
                ],
              },
            ],
            securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
            serviceAccountName: 'linkerd-service-mirror-us-1',
            volumes: [
              {
                name: 'kube-api-access',
                projected: {
                  defaultMode: 420,
                  sources: [
                    { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
                    { configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' } },
                    {
                      downwardAPI: {
                        items: [{ fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' }, path: 'namespace' }],
                      },
                    },
                  ],
                },
              },
            ],
          },
        },
      },
    });
  });

  it('may read the one Secret of their Link, and hold the Lease that later releases wait for', () => {
    const [, role] = ofKind(mirrors(), 'Role') as unknown as { rules: unknown[] }[];
    expect(role?.rules).toEqual([
      {
        apiGroups: [''],
        resources: ['secrets'],
        resourceNames: ['cluster-credentials-us-1'],
        verbs: ['list', 'get', 'watch'],
      },
      { apiGroups: ['multicluster.linkerd.io'], resources: ['links'], verbs: ['list', 'get', 'watch'] },
      { apiGroups: ['multicluster.linkerd.io'], resources: ['links/status'], verbs: ['update'] },
      { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create', 'get', 'update', 'patch'] },
    ]);
    // The program makes the Lease's name from its last argument.
    expect(mirrorLeaseName('us-1')).toBe('service-mirror-write-us-1');
  });

  it('probe the gateway on the port of the Link', () => {
    expect(ofKind(mirrors(), 'Service')).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: {
          name: 'probe-gateway-us-1',
          namespace: NAMESPACE,
          annotations: WAVE,
          labels: {
            'linkerd.io/extension': 'multicluster',
            'mirror.linkerd.io/cluster-name': 'us-1',
            'mirror.linkerd.io/mirrored-gateway': 'true',
          },
        },
        spec: { ports: [{ name: 'mc-probe', port: 4192, protocol: 'TCP' }] },
      },
    ]);
  });

  it('are three, on different nodes, with ha', () => {
    const manifests = mirrors({ ha: true });
    const labelSelector = {
      matchExpressions: [{ key: 'mirror.linkerd.io/cluster-name', operator: 'In', values: ['us-1'] }],
    };
    expect(ofKind(manifests, 'Deployment')[1]).toMatchObject({
      spec: {
        replicas: 3,
        strategy: { rollingUpdate: { maxUnavailable: 1 } },
        template: {
          spec: {
            affinity: {
              podAntiAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: [
                  { labelSelector, topologyKey: 'kubernetes.io/hostname' },
                ],
              },
            },
          },
        },
      },
    });
    expect(ofKind(manifests, 'PodDisruptionBudget')[1]).toMatchObject({
      metadata: { name: 'linkerd-service-mirror-us-1' },
      spec: { maxUnavailable: 1, selector: { matchLabels: POD_LABELS } },
    });
  });

  it.each([
    [{}, {}, 'cr.l5d.io/linkerd/controller:edge-24.11.8'],
    [{ chartVersion: '2024.12.1' }, {}, 'cr.l5d.io/linkerd/controller:edge-24.12.1'],
    [{ distribution: 'enterprise', chartVersion: '2.17.1' }, {}, 'ghcr.io/buoyantio/controller:enterprise-2.17.1'],
    [{}, { name: 'registry.example.com/l5d/controller' }, 'registry.example.com/l5d/controller:edge-24.11.8'],
    [{}, { name: 'registry.example.com/controller', version: 'patched' }, 'registry.example.com/controller:patched'],
  ] as const)('take their image from the local mirror (%j, %j)', (linkerd, image, expected) => {
    const multicluster = { localServiceMirror: { image }, imagePullSecrets: [{ name: 'registry' }] };
    const manifests = mirrors({ linkerd: { ...V2_17, ...linkerd }, values: { multicluster } });
    const [deployment] = ofKind(manifests, 'Deployment');
    expect(deployment).toMatchObject({ spec: { template: { spec: { containers: [{ image: expected }] } } } });
    expect(ofKind(manifests, 'ServiceAccount')[0]).toMatchObject({ imagePullSecrets: [{ name: 'registry' }] });
  });

  it.each([true, false])('are what Kubernetes takes (ha: %s)', (ha) => {
    expect(mirrors({ ha }).flatMap((m) => validateAgainstCrd(JSON.parse(JSON.stringify(m))))).toEqual([]);
  });
});
