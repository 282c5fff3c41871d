import { describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../../lib/fleet/spec';
import { linkManifest } from '../../../lib/resources/link';
import { multiclusterValues } from '../../../lib/resources/values/multicluster';
import { planEu1, planOf } from '../plans';

const values = (spec: ClusterSpec = {}) => multiclusterValues(planEu1(spec));

const LEAST = {
  createNamespaceMetadataJob: false,
  gateway: { enabled: false },
  identityTrustDomain: 'eu-1.mesh.example.com',
  linkerdNamespace: 'linkerd',
  remoteMirrorServiceAccount: false,
};
const EXCLUSIONS = {
  excludedAnnotations:
    'argocd.argoproj.io/*,helm.sh/*,helm.toolkit.fluxcd.io/*,kubectl.kubernetes.io/*,kustomize.toolkit.fluxcd.io/*,meta.helm.sh/*',
  excludedLabels:
    'app.kubernetes.io/instance,app.kubernetes.io/managed-by,argocd.argoproj.io/*,helm.sh/*,helm.toolkit.fluxcd.io/*,kustomize.toolkit.fluxcd.io/*',
};
const FLAT = { gateway: { enabled: false }, link: { ref: { name: 'eu-2' } } };
const GATEWAY = { gateway: { enabled: true, probe: { port: 4192 } }, link: { ref: { name: 'us-1' } } };
const SINCE_2_19 = { ...LEAST, controllers: [FLAT, GATEWAY], localServiceMirror: EXCLUSIONS };
const unspread = <T extends object>(entry: T) => ({ enablePodAntiAffinity: false, ...entry });

describe('values of linkerd-multicluster', () => {
  it.each([
    ['2.17', LEAST],
    ['2.18', { ...SINCE_2_19, controllers: [unspread(FLAT), unspread(GATEWAY)] }],
    ['2.19', SINCE_2_19],
    ['2.20', SINCE_2_19],
  ] as const)('are these in %s', (version, expected) => {
    expect(values({ linkerd: { version } })).toEqual(expected);
  });

  it('keep the account of the chart only where they say so', () => {
    const kept = { remoteMirrorServiceAccount: true, remoteMirrorServiceAccountName: 'reader' };
    expect(values({ values: { multicluster: kept } })).toMatchObject(kept);
  });

  it('have one controller for each Link, probing on the port of the Link', () => {
    const plan = planEu1();
    const controllers = multiclusterValues(plan)['controllers'] as (typeof GATEWAY)[];
    expect(controllers.map((entry) => entry.link.ref.name)).toEqual(
      plan.links.map((link) => linkManifest(link).metadata.name),
    );
    const { spec } = linkManifest(plan.links[1]!) as unknown as { spec: { probeSpec: { port: string } } };
    expect(String(controllers[1]?.gateway.probe.port)).toBe(spec.probeSpec.port);
  });

  it('say that there are no controllers rather than nothing, for a cluster without Links', () => {
    expect(multiclusterValues(planOf({ clusters: ['eu-1'] }, 'eu-1'))['controllers']).toEqual([]);
  });

  it('follow the names of the cluster', () => {
    expect(values({ linkerd: { namespace: 'mesh' }, trustDomain: 'eu.example.com' })).toMatchObject({
      identityTrustDomain: 'eu.example.com',
      linkerdNamespace: 'mesh',
    });
  });

  it('exclude for the local member what Links exclude, and what the user adds', () => {
    expect(values({ excludedLabels: ['team'] })['localServiceMirror']).toEqual({
      ...EXCLUSIONS,
      excludedLabels: `${EXCLUSIONS.excludedLabels},team`,
    });
  });

  it("take the user's values, except what belongs to the fleet", () => {
    const multicluster = {
      controllerDefaults: { replicas: 2, retryLimit: 10 },
      controllers: [{ link: { ref: { name: 'stray' } } }],
      gateway: { enabled: true, deploymentAnnotations: { a: 'b' } },
    };
    expect(values({ values: { multicluster } })).toEqual({
      ...SINCE_2_19,
      controllerDefaults: { replicas: 2, retryLimit: 10 },
      gateway: { enabled: false, deploymentAnnotations: { a: 'b' } },
    });
  });
});

describe('the gateway', () => {
  const gateway = (spec: ClusterSpec) => values(spec)['gateway'];
  const STANDARD = {
    enabled: true,
    port: 4143,
    probe: { path: '/ready', port: 4191, seconds: 3 },
    serviceType: 'LoadBalancer',
  };

  it('is written out, with the defaults of the chart', () => {
    expect(gateway({ gateway: { address: 'gw.eu-1.example.com' } })).toEqual(STANDARD);
  });

  it('has everything that can be said of it', () => {
    const given: NonNullable<ClusterSpec['gateway']> = {
      address: '192.0.2.1',
      annotations: { 'example.com/internal': 'true' },
      externalTrafficPolicy: 'Local',
      healthCheckNodePort: 30003,
      loadBalancerClass: 'example.com/lb',
      loadBalancerIP: '192.0.2.1',
      loadBalancerSourceRanges: ['10.0.0.0/8'],
      nodePort: 30001,
      port: 4144,
      probe: { path: '/live', period: '1m30s', port: 4190 },
      probeNodePort: 30002,
      replicas: 2,
      serviceType: 'NodePort',
    };
    expect(gateway({ gateway: given })).toEqual({
      enabled: true,
      healthCheckNodePort: 30003,
      loadBalancerClass: 'example.com/lb',
      loadBalancerIP: '192.0.2.1',
      loadBalancerSourceRanges: ['10.0.0.0/8'],
      nodePort: 30001,
      port: 4144,
      probe: { nodePort: 30002, path: '/live', port: 4190, seconds: 90 },
      replicas: 2,
      serviceAnnotations: { 'example.com/internal': 'true' },
      serviceExternalTrafficPolicy: 'Local',
      serviceType: 'NodePort',
    });
    expect(gateway({ gateway: given, linkerd: { version: '2.19' } })).not.toHaveProperty('healthCheckNodePort');
  });

  it.each(['2.17', '2.18', '2.19', '2.20'] as const)('is three, spread, with ha in %s', (version) => {
    const given = values({ gateway: { address: 'gw' }, ha: true, linkerd: { version } });
    expect(given).toMatchObject({ enablePodAntiAffinity: true, gateway: { ...STANDARD, replicas: 3 } });
  });

  it('has the replicas it is told, ha or not', () => {
    expect(gateway({ gateway: { address: 'gw', replicas: 4 }, ha: true })).toMatchObject({ replicas: 4 });
  });

  it('is off, whatever ha says, when there is none', () => {
    expect(gateway({ ha: true })).toEqual({ enabled: false });
  });
});
