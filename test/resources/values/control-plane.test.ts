import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../../lib/fleet/spec';
import { LINKERD_VERSIONS } from '../../../lib/linkerd/releases';
import { controlPlaneValues } from '../../../lib/resources/values/control-plane';
import { ANCHORS, planEu1, planOf } from '../plans';

const values = (spec: ClusterSpec = {}) => controlPlaneValues(planEu1(spec));
const webhook = (name: string) => ({ externalSecret: true, injectCaFrom: `linkerd/${name}` });

const LEAST = {
  clusterDomain: 'cluster.local',
  clusterNetworks: '10.0.0.0/8,100.64.0.0/10,172.16.0.0/12,192.168.0.0/16,fd00::/8',
  heartbeatSchedule: '14 13 * * *',
  identity: { externalCA: true, issuer: { scheme: 'kubernetes.io/tls' } },
  identityTrustDomain: 'eu-1.mesh.example.com',
  policyValidator: webhook('linkerd-policy-validator'),
  profileValidator: webhook('linkerd-sp-validator'),
  proxyInjector: webhook('linkerd-proxy-injector'),
};

describe('values of linkerd-control-plane', () => {
  it.each(LINKERD_VERSIONS)('are these in %s', (version) => {
    expect(values({ linkerd: { version } })).toEqual(LEAST);
  });

  it('write networks as one string without blanks', () => {
    expect(values({ clusterNetworks: ['10.0.0.0/8', 'fd00::/8'] })['clusterNetworks']).toBe('10.0.0.0/8,fd00::/8');
  });

  it('carry the anchors where Helm delivers them, as canonical bytes', () => {
    const given = values({ trust: { anchors: 'anchors.pem', bundle: 'helm' } });
    expect(given['identity']).toEqual({ externalCA: false, issuer: { scheme: 'kubernetes.io/tls' } });
    expect(given['identityTrustAnchorsPEM']).toBe(ANCHORS.trim());
  });

  it('do not carry them where trust-manager does', () => {
    expect(values({ trust: { anchors: 'anchors.pem' } })).toEqual(LEAST);
  });

  it('take the CA of webhook certificates that come from elsewhere', () => {
    const given = values({ trust: { webhooks: 'existing', webhookCaBundle: 'anchors.pem' } });
    for (const key of ['policyValidator', 'profileValidator', 'proxyInjector']) {
      expect(given[key]).toEqual({ caBundle: ANCHORS, externalSecret: true });
    }
  });

  it('point the webhooks at Certificates in the namespace of the control plane', () => {
    expect(values({ linkerd: { namespace: 'mesh' } })['proxyInjector']).toEqual({
      externalSecret: true,
      injectCaFrom: 'mesh/linkerd-proxy-injector',
    });
  });

  it('have the HA overlay with ha, which users may tune', () => {
    const given = values({ ha: true, values: { controlPlane: { controllerReplicas: 5 } } });
    expect(given).toMatchObject({
      controllerReplicas: 5,
      highAvailability: true,
      webhookFailurePolicy: 'Fail',
      proxy: { resources: { memory: { limit: '250Mi' } } },
    });
  });

  it('have the licence for enterprise only', () => {
    const linkerd = { licenseSecret: 'buoyant-license' };
    const enterprise = { ...linkerd, distribution: 'enterprise' as const, chartVersion: '2.20.2' };
    expect(values({ linkerd: enterprise })).toEqual({ ...LEAST, licenseSecret: 'buoyant-license' });
    expect(values({ linkerd })).toEqual(LEAST);
  });
});

describe('the PodMonitors of linkerd-control-plane', () => {
  const podMonitor = (scrapeInterval: string) =>
    values({ podMonitor: { labels: { release: 'prometheus' }, scrapeInterval } })['podMonitor'];

  it('are on when asked for, without that of the mirrors, which matches nothing', () => {
    expect(podMonitor('30s')).toEqual({
      enabled: true,
      labels: { release: 'prometheus' },
      scrapeInterval: '30s',
      serviceMirror: { enabled: false },
    });
  });

  it('never wait longer than the interval, which Prometheus refuses', () => {
    expect(podMonitor('5s')).toMatchObject({ scrapeTimeout: '5s' });
    expect(podMonitor('10s')).not.toHaveProperty('scrapeTimeout');
  });
});

describe('the heartbeat', () => {
  it('is a minute of the day, for any name', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}[a-z0-9]$/);
    fc.assert(
      fc.property(name, (cluster) => {
        const plan = planOf({ clusters: [cluster] }, cluster);
        const schedule = String(controlPlaneValues(plan)['heartbeatSchedule']);
        expect(schedule).toMatch(/^([0-9]|[1-5][0-9]) ([0-9]|1[0-9]|2[0-3]) \* \* \*$/);
      }),
      { numRuns: 50 },
    );
  });

  it('is spread over the day', () => {
    const names = Array.from({ length: 100 }, (_, i) => `cluster-${i}`);
    const schedules = names.map((name) => controlPlaneValues(planOf({ clusters: [name] }, name))['heartbeatSchedule']);
    expect(new Set(schedules).size).toBeGreaterThan(90);
  });

  it("is the user's to move or to switch off", () => {
    const controlPlane = { heartbeatSchedule: '0 3 * * *', disableHeartBeat: true };
    expect(values({ values: { controlPlane } })).toMatchObject(controlPlane);
  });
});
