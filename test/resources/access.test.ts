import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../lib/emit/manifest';
import type { Credentials } from '../../lib/fleet/spec';
import { accessManifests, linkAccess } from '../../lib/resources/credentials/access';
import { validateAgainstCrd } from '../imports/schema';
import { planOf } from './plans';

/** What east grants west and north. */
function fleetAccess(credentials: Credentials, edges = ['west', 'north']): readonly Manifest[] {
  const topology = edges.map((source) => ({ source, target: 'east' }));
  const given = { fleet: { credentials, topology: [{ edges: topology }] }, clusters: ['east', 'north', 'west'] };
  return accessManifests(planOf(given, 'east'));
}

const STORE: Credentials = { externalSecrets: { store: 'mesh-links' } };
const of = (kind: string, manifests: readonly Manifest[]) => manifests.filter((manifest) => manifest.kind === kind);
const namesOf = (kind: string, manifests: readonly Manifest[]) =>
  of(kind, manifests).map(({ metadata }) => metadata.name);

describe('what a target grants its sources', () => {
  it('is an account for each, so that one can be revoked without touching another', () => {
    const access = fleetAccess({ existing: {} });
    expect(namesOf('ServiceAccount', access)).toEqual(['linkerd-link-north', 'linkerd-link-west']);
    expect(of('ServiceAccount', access).map((account) => account['automountServiceAccountToken'])).toEqual([
      false,
      false,
    ]);
  });

  it('has a token that the cluster itself fills in, for each account', () => {
    expect(of('Secret', fleetAccess({ existing: {} }))).toMatchObject([
      {
        metadata: {
          name: 'linkerd-link-north-token',
          annotations: { 'kubernetes.io/service-account.name': 'linkerd-link-north' },
        },
        type: 'kubernetes.io/service-account-token',
      },
      { metadata: { name: 'linkerd-link-west-token' } },
    ]);
    expect(
      of('Secret', fleetAccess({ existing: {} })).some((secret) => 'data' in secret || 'stringData' in secret),
    ).toBe(false);
  });

  it('is bound to all accounts by one binding, and lets them read and nothing else', () => {
    const access = fleetAccess({ existing: {} });
    expect(of('ClusterRoleBinding', access)).toMatchObject([
      {
        roleRef: { kind: 'ClusterRole', name: 'linkerd-link-reader' },
        subjects: ['linkerd-link-north', 'linkerd-link-west'].map((name) => ({
          kind: 'ServiceAccount',
          name,
          namespace: 'linkerd-multicluster',
        })),
      },
    ]);
    const [role] = of('ClusterRole', access) as unknown as { rules: { resources: string[]; verbs: string[] }[] }[];
    const verbs = new Set(role!.rules.flatMap((rule) => rule.verbs));
    expect([...verbs].sort()).toEqual(['get', 'list', 'watch']);
    expect(role!.rules.flatMap((rule) => rule.resources)).not.toContain('secrets');
  });

  it('is pushed to the store, a token under the key of its own source', () => {
    const pushes = of('PushSecret', fleetAccess(STORE)) as unknown as {
      spec: { selector: object; data: { match: { remoteRef: { remoteKey: string } } }[] };
    }[];
    expect(pushes.map(({ spec }) => spec.selector)).toEqual([
      { secret: { name: 'linkerd-link-north-token' } },
      { secret: { name: 'linkerd-link-west-token' } },
    ]);
    expect(pushes.map(({ spec }) => [...new Set(spec.data.map(({ match }) => match.remoteRef.remoteKey))])).toEqual([
      ['linkerd/links/east/north'],
      ['linkerd/links/east/west'],
    ]);
  });

  it('is not pushed when credentials are delivered by other means', () => {
    expect(of('PushSecret', fleetAccess({ existing: {} }))).toEqual([]);
  });

  it('is nothing at all where nobody holds a Link to it', () => {
    expect(fleetAccess(STORE, [])).toEqual([]);
    expect(linkAccess({ targetClusterName: 'east', sources: [] })).toEqual([]);
  });

  it('is what the API server takes', () => {
    expect(fleetAccess(STORE).flatMap((manifest) => validateAgainstCrd(manifest))).toEqual([]);
  });

  it('may have names of its own, which the token and its push follow', () => {
    const source = { sourceClusterName: 'west', serviceAccount: 'reader', tokenSecret: 'reader-g2', storeKey: 'k' };
    const access = linkAccess({
      targetClusterName: 'east',
      sources: [source],
      push: { store: 's' },
      namespace: 'mesh',
    });
    expect(of('Secret', access)).toMatchObject([
      {
        metadata: {
          name: 'reader-g2',
          namespace: 'mesh',
          annotations: { 'kubernetes.io/service-account.name': 'reader' },
        },
      },
    ]);
    expect(of('PushSecret', access)).toMatchObject([
      { metadata: { name: 'reader', namespace: 'mesh' }, spec: { selector: { secret: { name: 'reader-g2' } } } },
    ]);
  });
});
