import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../lib/fleet/spec';
import { gatewayAdmission, gatewayAdmissionManifests } from '../../lib/resources/policy/gateway';
import { validateAgainstCrd } from '../imports/schema';
import { planOf } from './plans';

type Policy = { kind: string; metadata: { name: string; annotations: object }; spec: Record<string, unknown> };

/** What east gets; west and far call through its gateway, north pod to pod, lone not at all. */
function of(east: ClusterSpec, far: ClusterSpec = {}): Policy[] {
  const mode = 'gateway' as const;
  const edges = [{ source: 'west', mode }, { source: 'far', mode }, { source: 'north' }];
  const given = {
    fleet: { topology: [{ edges: edges.map((edge) => ({ target: 'east', ...edge })) }] },
    clusters: {
      east: { network: 'shared', podCidrs: ['10.1.0.0/16'], nodeCidrs: ['10.2.0.0/16'], ...east },
      north: { network: 'shared' },
      west: { network: 'shared' },
      far,
      lone: {},
    },
  };
  return gatewayAdmissionManifests(planOf(given, 'east')) as unknown as Policy[];
}

const below = (domain: string, namespace = 'linkerd') => `*.serviceaccount.identity.${namespace}.${domain}`;

describe('what a gateway lets in', () => {
  it('is the business of the chart unless the cluster says so', () => {
    expect(of({ gateway: { address: 'gw' } })).toEqual([]);
    expect(
      of({ gateway: { address: 'gw', admit: 'all', sourceRanges: ['192.0.2.0/24'] }, networkPolicies: true }),
    ).toEqual([]);
  });

  it('is the cluster itself and those with a gateway edge to it, by their own trust domain and namespace', () => {
    const objects = of(
      { gateway: { address: 'gw', admit: 'linked' } },
      { trustDomain: 'far.example', linkerd: { namespace: 'mesh' } },
    );
    expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'MeshTLSAuthentication any-meshed',
    ]);
    expect(objects[0]!.spec).toEqual({
      identities: [below('far.example', 'mesh'), below('east.mesh.example.com'), below('west.mesh.example.com')].sort(),
    });
  });

  it('comes from the ranges of sources and from the cluster itself, where ranges are given', () => {
    const gateway = { address: 'gw', admit: 'linked' as const, sourceRanges: ['192.0.2.0/24'] };
    const [, network] = of({ gateway });
    expect(network).toMatchObject({
      kind: 'NetworkAuthentication',
      metadata: { name: 'source-cluster', namespace: 'linkerd-multicluster' },
      spec: { networks: [{ cidr: '192.0.2.0/24' }, { cidr: '10.1.0.0/16' }, { cidr: '10.2.0.0/16' }] },
    });
  });

  it('takes the place of the chart, in its wave and its namespace', () => {
    const gateway = { address: 'gw', admit: 'linked' as const };
    const [object] = of({ gateway, linkerd: { multiclusterNamespace: 'mc' } });
    expect(object!.metadata).toMatchObject({
      namespace: 'mc',
      annotations: { 'argocd.argoproj.io/sync-wave': '0' },
    });
  });

  it('is what the API server takes, whatever the names', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,20}$/);
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 20 }), (domains) => {
        const objects = gatewayAdmission({ identities: domains.map((d) => below(d)), networks: ['192.0.2.0/24'] });
        expect(objects.flatMap((object) => validateAgainstCrd(object))).toEqual([]);
        const { identities } = objects[0]!.spec as { identities: string[] };
        expect(identities).toEqual([...new Set(domains)].map((d) => below(d)).sort());
      }),
    );
  });
});
