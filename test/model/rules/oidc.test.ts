import { describe, expect, it } from 'vitest';
import type { ClusterSpec, Credentials, FleetSpec } from '../../../lib/fleet/spec';
import { oidcAudiences, oidcIssuers, oidcTargets } from '../../../lib/model/rules/oidc';
import { ANCHORS } from '../../resources/plans';
import { ask, told } from './ask';

const RULES = [oidcIssuers, oidcTargets, oidcAudiences];
const oidc = (more: Credentials['oidc'] = {}): Credentials => ({ oidc: more });

const spec = (name: string, more: ClusterSpec = {}): ClusterSpec => ({
  kubernetesVersion: '1.34',
  apiServer: { url: `https://api.${name}.example.com`, caBundle: ANCHORS },
  serviceAccountIssuer: { url: `https://oidc.example.com/${name}` },
  ...more,
});

/** Findings about a mesh of eu, us and ap, of which eu says more. */
const of = (
  eu: ClusterSpec = {},
  more: Readonly<Record<string, ClusterSpec>> = {},
  fleet: Partial<FleetSpec> = {},
  names?: readonly string[],
) =>
  told(
    ask(
      RULES,
      {
        fleet: { topology: [{ fullMesh: {} }], credentials: oidc(), ...fleet },
        clusters: { eu: spec('eu', eu), us: spec('us', more['us']), ap: spec('ap', more['ap']) },
      },
      names,
    ),
  );

describe('oidc', () => {
  it('is fine between clusters that each have an issuer, a CA and a Kubernetes that takes it', () => {
    expect(of()).toEqual([]);
    expect(of({ kubernetesVersion: '1.30', serviceAccountIssuer: { url: 'https://o.example.com/x/' } })).toEqual([]);
  });

  it('is asked of nobody who does not use it', () => {
    const nothing = { serviceAccountIssuer: undefined, kubernetesVersion: '1.25', apiServer: undefined };
    const existing = { credentials: { existing: {} } };
    expect(of(nothing, { us: nothing, ap: nothing }, existing)).toEqual([]);
  });

  it('is a matter of single sources where these alone use it', () => {
    const sources = { credentials: { existing: {}, sources: { us: oidc() } } };
    const without = { serviceAccountIssuer: undefined };
    expect(of(sources, { ap: without }, { credentials: { existing: {} } })).toEqual([]);
    expect(of(sources, { us: without }, { credentials: { existing: {} } })).toEqual([
      'OIDC_ISSUER_MISSING Cluster/us.spec.serviceAccountIssuer: no serviceAccountIssuer of us',
    ]);
  });

  it('is nothing to a source that is revoked', () => {
    const revoked = { credentials: { ...oidc(), revoked: ['us'] } };
    const other = { us: { serviceAccountIssuer: undefined }, ap: { credentials: { existing: {} } } };
    expect(of(revoked, other, { credentials: { existing: {} } })).toEqual([]);
  });
});

describe('an issuer', () => {
  it.each([
    ['http://oidc.example.com', 'has the scheme http, not https'],
    ['oidc.example.com', 'has no https://'],
    ['https://oidc.example.com/eu?x=1', 'has a query or fragment'],
    ['https://kubernetes.default.svc.cluster.local', 'is a Service of whoever asks'],
    ['https://kubernetes.default.svc', 'is a Service of whoever asks'],
  ])('is refused: %s', (url, why) => {
    expect(of({ serviceAccountIssuer: { url } })).toEqual([
      `OIDC_ISSUER_URL Cluster/eu.spec.serviceAccountIssuer.url: "${url}", which ${why}`,
    ]);
    expect(of({ serviceAccountIssuer: { url: 'https://eu.example.com', discoveryURL: url } })).toEqual([
      `OIDC_ISSUER_URL Cluster/eu.spec.serviceAccountIssuer.discoveryURL: "${url}", which ${why}`,
    ]);
  });

  it('is never shown with what may be a password', () => {
    const [found] = of({ serviceAccountIssuer: { url: 'https://a:secret@oidc.example.com' } });
    expect(found).toMatch(/^OIDC_ISSUER_URL .*: a URL, which has user information/);
    expect(found).not.toContain('secret');
  });

  it('has another discoveryURL than itself', () => {
    const url = 'https://oidc.example.com/eu';
    expect(of({ serviceAccountIssuer: { url, discoveryURL: `${url}/` } })).toEqual([
      `OIDC_ISSUER_URL Cluster/eu.spec.serviceAccountIssuer.discoveryURL: "${url}/", which is the url`,
    ]);
  });

  it('is that of one source, and not that of the target', () => {
    const same = { serviceAccountIssuer: { url: 'https://oidc.example.com/us' } };
    const issues = of(same);
    expect(issues).toContain(
      'OIDC_ISSUER_SHARED Cluster/us.spec.serviceAccountIssuer: "https://oidc.example.com/us" of eu, us',
    );
    expect(issues.every((issue) => issue.startsWith('OIDC_ISSUER_SHARED'))).toBe(true);
    const edge = { topology: [{ edges: [{ source: 'us', target: 'eu' }] }] };
    expect(of(same, {}, edge)).toHaveLength(1);
    expect(of(same, {}, edge, ['us'])).toHaveLength(1);
  });

  it('is found by a discoveryURL of its own', () => {
    const discoveryURL = 'https://keys.example.com/openid';
    const issuer = (name: string) => ({ serviceAccountIssuer: { url: `https://o.example.com/${name}`, discoveryURL } });
    const [issue] = of(issuer('eu'), { us: issuer('us') });
    expect(issue).toMatch(/^OIDC_ISSUER_SHARED .*"https:\/\/keys.example.com\/openid" of eu, us$/);
  });

  it('is trusted by certificates, and so is the target', () => {
    const url = 'https://oidc.example.com/eu';
    expect(of({ serviceAccountIssuer: { url, certificateAuthority: ANCHORS } })).toEqual([]);
    const certificateAuthority = ANCHORS.replace(/\n[A-Za-z0-9+/]{8}/, '\n????????');
    expect(of({ serviceAccountIssuer: { url, certificateAuthority } })[0]).toMatch(
      /^OIDC_CA Cluster\/eu.spec.serviceAccountIssuer.certificateAuthority: /,
    );
    expect(of({ apiServer: { url: 'https://api.eu.example.com' } })).toEqual([
      'OIDC_CA Cluster/eu.spec.apiServer.caBundle: no caBundle of eu',
    ]);
  });

  it('signs for accounts as they are from 2.18 on', () => {
    expect(of({ linkerd: { version: '2.17' } })).toEqual([
      'OIDC_LINKERD Cluster/eu.spec.linkerd.version: Linkerd 2.17 in eu',
    ]);
  });
});

describe('a target by oidc', () => {
  it.each([
    ['1.29.4', '1.29.4'],
    [undefined, 'no kubernetesVersion of eu'],
  ])('says that its Kubernetes has the file: %s', (kubernetesVersion, found) => {
    expect(of({ kubernetesVersion })).toEqual([`OIDC_KUBERNETES Cluster/eu.spec.kubernetesVersion: ${found}`]);
  });

  it.each(['', 'system:', 'system:{source}:', 'link:', '{source}', 'link-{source}x:'])(
    'refuses a prefix by which one could be another: %j',
    (usernamePrefix) => {
      expect(of({ credentials: oidc({ usernamePrefix }) })).toEqual([
        `OIDC_PREFIX Cluster/eu.spec.credentials.oidc.usernamePrefix: ${JSON.stringify(usernamePrefix)}`,
      ]);
    },
  );

  it('has a prefix of its own choice', () => {
    expect(of({ credentials: oidc({ usernamePrefix: '{source}/' }) })).toEqual([]);
  });

  it.each(['eks', 'gke', 'aks', 'openshift'] as const)('is refused where %s runs its API server', (platform) => {
    expect(of({ platform })).toEqual([`OIDC_PLATFORM Cluster/eu.spec.platform: oidc to ${platform}`]);
    // Each for a reason of its own, which names it.
    const [found] = ask(RULES, {
      fleet: { topology: [{ fullMesh: {} }], credentials: oidc() },
      clusters: { eu: spec('eu', { platform }), us: spec('us') },
    });
    expect(found?.why).toMatch(new RegExp(platform, 'i'));
  });

  it('is refused where the platform is said, once, and not for clusters that say another', () => {
    const fleet: Partial<FleetSpec> = { platform: 'eks' };
    expect(of({}, {}, fleet)).toEqual(['OIDC_PLATFORM Fleet.spec.platform: oidc to eks']);
    const ours: ClusterSpec = { platform: 'self-managed' };
    expect(of(ours, { us: ours, ap: ours }, fleet)).toEqual([]);
    expect(of(ours, { us: ours }, fleet)).toHaveLength(1);
  });

  it('may be read from a platform that cannot be read by oidc itself', () => {
    const credentials = { existing: {} };
    expect(of({ platform: 'eks', credentials })).toEqual([]);
    expect(of({ platform: 'eks' }, {}, { topology: [{ edges: [{ source: 'eu', target: 'us' }] }] })).toEqual([]);
    expect(of({ platform: 'eks', credentials: { ...credentials, sources: { us: oidc() } } })).toHaveLength(1);
  });

  it('has nothing to rotate', () => {
    expect(of({ credentials: { ...oidc(), epoch: 2, retired: 1 } })).toEqual([
      'OIDC_EPOCH Cluster/eu.spec.credentials.epoch: epoch 2, loaded 2, retired 1',
    ]);
  });

  it('takes 64 sources, which is what an API server takes', () => {
    const mesh = (sources: number) => {
      const names = Array.from({ length: sources }, (_, i) => `s-${i}`);
      return ask(RULES, {
        fleet: { topology: [{ hubAndSpoke: { hubs: ['hub'] } }], credentials: { existing: {} } },
        clusters: {
          hub: spec('hub', { credentials: oidc() }),
          ...Object.fromEntries(names.map((name) => [name, spec(name)])),
        },
      });
    };
    expect(told(mesh(64))).toEqual([]);
    expect(told(mesh(65))).toEqual(['OIDC_SOURCES Cluster/hub.spec.credentials.oidc: 65 sources of hub']);
  });

  it('has an audience that no other target has', () => {
    const fleet = { credentials: oidc({ audience: 'links' }) };
    expect(of({}, {}, fleet)).toEqual(['OIDC_AUDIENCE Fleet.spec.credentials.oidc.audience: "links", for ap, eu, us']);
    expect(of({ credentials: oidc({ audience: 'link.linkerd-fleet.dev/us' }) })).toEqual([
      expect.stringMatching(/^OIDC_AUDIENCE .*"link.linkerd-fleet.dev\/us", for eu, us$/),
    ]);
    expect(of({}, {}, { credentials: oidc({ audience: 'links/{target}' }) })).toEqual([]);
  });

  it.each([
    'https://oidc.example.com/us',
    'https://oidc.example.com/eu',
    'https://kubernetes.default.svc.cluster.local',
    'api',
  ])('has no audience of an API server: %s', (audience) => {
    expect(of({ credentials: oidc({ audience }) })).toEqual([
      `OIDC_AUDIENCE Cluster/eu.spec.credentials.oidc.audience: "${audience}", which is that of an API server`,
    ]);
  });

  it('is warned of what Argo CD does not do', () => {
    const argocd = { argocd: { repoURL: 'https://git.example.com/fleet' } };
    expect(of({}, {}, argocd)).toEqual([
      'OIDC_ARGOCD Fleet.spec.credentials.oidc: oidc, and delivery of the charts by Argo CD',
    ]);
    expect(of({}, {}, { ...argocd, credentials: { existing: {} } })).toEqual([]);
  });
});
