import { describe, expect, it } from 'vitest';
import { type Joining, whoMay } from '../../lib/analysis/who-can/link';
import type { ClusterSpec, FleetSpec } from '../../lib/fleet/spec';
import { buildTestFleet, type TestService } from '../model/fixtures';

const clusters: Record<string, ClusterSpec> = {
  us: { network: 'a', gateway: { address: 'gw.us.example.com' } },
  eu: { network: 'a' },
  ap: { network: 'b' },
};
const topology = {
  edges: [
    { source: 'us', target: 'eu' },
    { source: 'eu', target: 'us' },
    { source: 'ap', target: 'us' },
  ],
};

function asked(question: Joining, more: Partial<FleetSpec> = {}, services: TestService[] = [], name = 'us'): string[] {
  const { fleet } = buildTestFleet({ fleet: { topology, ...more }, clusters, services });
  return whoMay(question, fleet, fleet.clusters.get(name)!).map(({ who, may, by }) => `${who} | ${may} | ${by}`);
}

const guards = (mode: 'audit' | 'deny') => ({
  guards: {
    links: mode,
    exports: mode,
    credentials: mode,
    writers: ['system:serviceaccount:eso:eso'],
    breakGlass: 'sre',
  },
});
const argocd = { argocd: { repoURL: 'https://git.example.com/mesh.git' } };

describe('who may link a cluster', () => {
  it('is whoever delivers it, whoever may write Links, and the sources that hold one to it', () => {
    expect(asked('link')).toEqual([
      'whoever applies clusters/us | hold a Link to eu (flat) | Fleet.spec.topology',
      'whoever RBAC lets write links.multicluster.linkerd.io | write any Link; it carries what its credential can read | nothing forbids it: no guards.links',
      'ap, as linkerd-multicluster/linkerd-link-ap | hold a Link to us (gateway): read its Services, pods, Endpoints and Servers | Fleet.spec.topology',
      'eu, as linkerd-multicluster/linkerd-link-eu | hold a Link to us (flat): read its Services, pods, Endpoints and Servers | Fleet.spec.topology',
    ]);
  });

  it('is told of Links that drain, which carry nothing', () => {
    const drain = { topology: [topology, { drain: [{ source: 'ap', target: 'us' }] }] };
    expect(asked('link', drain)[2]).toContain('hold a Link to us (gateway, draining: it mirrors nothing)');
    const services = [{ name: 'pay', exported: true as const, clusters: ['us'] }];
    expect(asked('export', drain, services)[0]).toContain('have prod/pay exported to nobody');
    expect(asked('export', {}, services)[0]).toContain('have prod/pay exported to ap');
  });

  it('is narrowed by a guard, and only reported by one in audit mode', () => {
    expect(asked('link', { ...guards('deny'), ...argocd })).toEqual(
      expect.arrayContaining([
        'whoever merges to https://git.example.com/mesh.git (refs/heads/main), by AppProject test-linkerd | hold a Link to eu (flat) | Fleet.spec.topology',
        'whoever RBAC lets write links.multicluster.linkerd.io, cluster admins too | write Links of the fleet, with its target, gateway and selectors; no other | Fleet.spec.guards.links: deny',
      ]),
    );
    expect(asked('link', guards('audit'))).toContainEqual(
      expect.stringMatching(/write any Link; .*; it is reported \| Fleet\.spec\.guards\.links: audit$/),
    );
  });
});

describe('who may export from a cluster', () => {
  const services: TestService[] = [
    { name: 'pay', federated: true },
    { name: 'web', exported: true },
    { name: 'own', clusters: ['us'] },
  ];

  it('is whoever delivers the Services that cross, and whoever may label others; the gateway asks for no label', () => {
    expect(asked('export', {}, services)).toEqual([
      'whoever applies clusters/us | have prod/pay federated to eu | Service/prod/pay',
      'whoever applies clusters/us | have prod/web exported to ap | Service/prod/web',
      'whoever RBAC lets write Services | export or federate any Service, to ap, eu | nothing forbids it: no guards.exports',
      'every meshed client that reaches the gateway | call Services that were never exported, as far as policy lets in the gateway | Cluster/us.spec.gateway.admit',
    ]);
  });

  it('is told from whom a narrowed gateway lets in, and there is none without one', () => {
    const narrowed = { ...guards('deny'), gateway: { admit: 'linked' as const } };
    expect(asked('export', narrowed)).toEqual([
      expect.stringMatching(
        /^whoever RBAC lets write Services, cluster admins too \| .* \| Fleet\.spec\.guards\.exports: deny$/,
      ),
      expect.stringMatching(
        /^meshed clients of ap and of clusters that share their trust domains .* \| Fleet\.spec\.gateway\.admit$/,
      ),
    ]);
    expect(asked('export', {}, [], 'ap')).toHaveLength(1);
  });
});

describe('who may write the credentials of a cluster', () => {
  it('is whoever delivers them, and whoever may write Secrets', () => {
    expect(asked('write-credentials')).toEqual([
      'whoever delivers credentials (existing) | write cluster-credentials-eu in linkerd-multicluster and linkerd | Fleet.spec.credentials',
      expect.stringMatching(
        /^whoever RBAC lets write Secrets \| write cluster-credentials-\* in linkerd and .* \| nothing forbids it: no guards\.credentials$/,
      ),
      'whoever RBAC lets read Secrets in linkerd-multicluster | take the place of a source: linkerd-link-ap-token, linkerd-link-eu-token | Fleet.spec.topology',
    ]);
  });

  it('is External Secrets and whoever fills its store, and with a guard the writers', () => {
    const credentials = { externalSecrets: { store: 'mesh-links' } };
    const answers = asked('write-credentials', { credentials, ...guards('deny') });
    expect(answers.map((line) => line.split(' | ')[0])).toEqual([
      'External Secrets in us, from SecretStore mesh-links',
      'PushSecret in eu, and whoever else may write the key in SecretStore mesh-links',
      'system:serviceaccount:eso:eso',
      'group sre',
      'whoever RBAC lets write Secrets, cluster admins too',
      'whoever RBAC lets read Secrets in linkerd-multicluster',
    ]);
    expect(answers[1]).toContain('decide what is in it: linkerd/links/eu/us');
    expect(answers[2]).toContain('write the Secrets of its Links above; no other | Fleet.spec.guards.writers');
    expect(answers[4]).toContain('write no such Secret, unless listed above | Fleet.spec.guards.credentials: deny');
  });
});
