import { describe, expect, it } from 'vitest';
import { verdictsFor, whoCanCall } from '../../lib/analysis/who-can';
import { buildTestFleet, type TestService } from '../model/fixtures';

// us and eu share a network; ap is reached through its gateway, and reaches them through theirs.
const clusters = { us: { network: 'a' }, eu: { network: 'a' }, ap: { network: 'b' } };
const identityIn = (cluster: string, account: string) =>
  `${account}.serviceaccount.identity.linkerd.${cluster}.mesh.example.com`;

function asking(service: Partial<TestService>, valuesOfUs = {}) {
  const us = { ...clusters.us, values: { controlPlane: valuesOfUs } };
  const { fleet } = buildTestFleet({
    fleet: { topology: { fullMesh: {} } },
    clusters: { ...clusters, us },
    services: [{ name: 'pay', selector: { app: 'pay' }, ...service }],
  });
  const [pay] = fleet.services;
  const members = [...fleet.clusters.values()].filter((cluster) => pay!.on(cluster));
  const cluster = (name: string) => fleet.clusters.get(name)!;
  return {
    all: () => whoCanCall(fleet, pay!, members),
    web: (from: string) =>
      verdictsFor(fleet, pay!, members, { serviceAccount: 'web', namespace: 'frontend', cluster: cluster(from) }),
  };
}

describe('who can call a Service', () => {
  const allow = [{ serviceAccount: 'web', namespace: 'frontend', clusters: ['us'] }, { networks: ['10.9.0.0/16'] }];
  const by = 'Service/prod/pay.spec.allow[0]';

  it('is who its entries admit, in every cluster that has it', () => {
    const identity = identityIn('us', 'web.frontend');
    const at = (cluster: string, path: string) => ({
      cluster,
      port: 8080,
      others: 'refused',
      callers: [{ from: 'us', path, identity, by }],
      networks: ['10.9.0.0/16'],
    });
    expect(asking({ federated: true, clusters: ['us', 'eu'], allow }).all()).toEqual([
      at('eu', 'pod-to-pod'),
      at('us', 'local'),
    ]);
  });

  it('is said of one caller: where it gets in, by which entry, and where it does not', () => {
    const { web } = asking({ federated: true, clusters: ['us', 'eu'], allow });
    expect(web('us').map(({ cluster, verdict, by: entry }) => [cluster, verdict, entry])).toEqual([
      ['eu', 'admitted', by],
      ['us', 'admitted', by],
    ]);
    expect(web('eu').map(({ cluster, verdict, path }) => [cluster, verdict, path])).toEqual([
      ['eu', 'refused', 'local'],
      ['us', 'refused', 'pod-to-pod'],
    ]);
    expect(web('ap').map(({ verdict }) => verdict)).toEqual(['no path', 'no path']);
  });

  it('is everybody behind a gateway where one of them is let through it', () => {
    const { web } = asking({
      exported: true,
      clusters: ['us'],
      allow: [{ serviceAccount: 'other', namespace: 'jobs', clusters: ['ap'], throughGateway: true }],
    });
    expect(web('ap')).toEqual([
      {
        cluster: 'us',
        port: 8080,
        path: 'gateway',
        verdict: 'admitted',
        identity: identityIn('us', 'linkerd-gateway.linkerd-multicluster'),
        by,
      },
    ]);
  });

  it('is everybody who can reach it where it says nothing, as the default inbound policy has it', () => {
    const { all, web } = asking(
      { exported: true, clusters: ['us'] },
      { proxy: { defaultInboundPolicy: 'all-authenticated' } },
    );
    expect(all()).toEqual([
      {
        cluster: 'us',
        others: 'unguarded',
        defaultInboundPolicy: 'all-authenticated',
        callers: [
          { from: 'us', path: 'local' },
          { from: 'ap', path: 'gateway' },
        ],
        networks: [],
      },
    ]);
    expect(web('ap')).toMatchObject([{ verdict: 'unguarded', path: 'gateway' }]);
  });

  it('is said to be audited where it is only audited', () => {
    const { all, web } = asking({ clusters: ['us'], allow: [], accessPolicy: 'audit' });
    expect(all()).toMatchObject([{ others: 'audited', callers: [] }]);
    expect(web('us')).toMatchObject([{ verdict: 'audited' }]);
  });
});
