import { describe, expect, it } from 'vitest';
import {
  controlPlaneNamespace,
  domains,
  identityLength,
  namespaces,
  sharedTrustDomain,
} from '../../../lib/model/rules/identity';
import { ask, told } from './ask';

const mesh = { topology: { fullMesh: {} } };

describe('trust domains and cluster domains', () => {
  it.each([
    ['Mesh.example.com', 'Write mesh.example.com'],
    ['mesh_1.example.com', 'Write mesh-1.example.com'],
    ['https://mesh.example.com', undefined],
    ['mesh.example.com.', 'Write mesh.example.com'],
    ['*.example.com', undefined],
    ['{{ .x }}', undefined],
    [`${'a'.repeat(64)}.com`, undefined],
  ])('refuses %s', (text, fix) => {
    const issues = ask(domains, { clusters: { a: { trustDomain: text, clusterDomain: text } } });
    expect(issues.map((i) => `${i.code} ${i.path}`)).toEqual([
      'TRUST_DOMAIN_INVALID Cluster/a.spec.trustDomain',
      'CLUSTER_DOMAIN_INVALID Cluster/a.spec.clusterDomain',
    ]);
    if (fix) expect(issues[0]!.fix).toContain(fix);
  });

  it('blames the domain of the fleet once, and the cluster where it has its own', () => {
    const clusters = { a: {}, b: {}, c: { trustDomain: 'c.mesh.example.com' }, d: { trustDomain: 'D' } };
    const issues = ask(domains, { fleet: { domain: 'Mesh.example.com' }, clusters });
    expect(told(issues)).toEqual([
      'TRUST_DOMAIN_INVALID Fleet.spec.domain: "Mesh.example.com", which has upper-case letters',
      'TRUST_DOMAIN_INVALID Cluster/d.spec.trustDomain: "D", which has upper-case letters',
    ]);
    expect(issues[0]!.clusters).toEqual(['a', 'b']);
  });

  it('takes what is derived', () => expect(ask(domains, { clusters: ['prod-eu', 'prod-us'] })).toEqual([]));
});

describe('namespaces of Linkerd', () => {
  it('are DNS labels', () => {
    const linkerd = { namespace: 'Linkerd', multiclusterNamespace: 'linkerd.multicluster' };
    expect(told(ask(namespaces, { clusters: { a: { linkerd } } }))).toEqual([
      'LINKERD_NAMESPACE_INVALID Cluster/a.spec.linkerd.namespace: "Linkerd", which has upper-case letters',
      'LINKERD_NAMESPACE_INVALID Cluster/a.spec.linkerd.multiclusterNamespace: "linkerd.multicluster", which has a character other than letters, digits and dashes',
    ]);
  });

  it('are two', () => {
    expect(
      told(ask(namespaces, { fleet: { linkerd: { multiclusterNamespace: 'linkerd' } }, clusters: ['a', 'b'] })),
    ).toEqual(['LINKERD_NAMESPACES_EQUAL Fleet.spec.linkerd.multiclusterNamespace: "linkerd" for both']);
  });
});

describe('identities', () => {
  const long = (characters: number) =>
    `${'a'.repeat(characters % 50 || 1)}${`.${'b'.repeat(49)}`.repeat(Math.floor(characters / 50))}`;
  const fixed = 'linkerd-local-service-mirror.linkerd-multicluster.serviceaccount.identity.linkerd.'.length;

  it('end at 253 characters', () => {
    const fits = { clusters: { a: { trustDomain: long(253 - fixed) } } };
    expect(ask(identityLength, fits)).toEqual([]);
    const issues = ask(identityLength, { clusters: { a: { trustDomain: long(254 - fixed) } } });
    expect(issues[0]).toMatchObject({ code: 'IDENTITY_TOO_LONG', path: 'Cluster/a.spec.trustDomain', clusters: ['a'] });
    expect(issues[0]!.found).toContain('254 characters in linkerd-local-service-mirror');
  });

  it('name the namespaces of services, where the fleet knows that they are in the cluster', () => {
    const services = [{ name: 'web', namespace: 'n'.repeat(63), clusters: ['a'] }];
    const clusters = { a: { trustDomain: long(253 - fixed) }, b: { trustDomain: long(253 - fixed) } };
    const issues = ask(identityLength, { clusters, services });
    expect(issues.map((i) => i.clusters)).toEqual([['a']]);
    expect(issues[0]!.found).toContain('x.nnn');
  });
});

describe('a trust domain of several clusters', () => {
  const shared = { trustDomain: 'mesh.example.com' };

  it('is warned of once, with the clusters that are linked', () => {
    const topology = {
      edges: [
        { source: 'a', target: 'b' },
        { source: 'd', target: 'e' },
      ],
    };
    const clusters = { a: shared, b: shared, c: shared, d: {}, e: shared };
    const issues = ask(sharedTrustDomain, { fleet: { topology }, clusters });
    expect(told(issues)).toEqual([
      'TRUST_DOMAIN_SHARED Cluster/a.spec.trustDomain: mesh.example.com in a, b, which are linked',
    ]);
    expect(issues[0]).toMatchObject({ severity: 'warning', clusters: ['a', 'b'] });
  });

  it('is warned of for one cluster too, in both directions', () => {
    const given = {
      fleet: { topology: { edges: [{ source: 'a', target: 'b' }] } },
      clusters: { a: shared, b: shared, c: shared },
    };
    for (const name of ['a', 'b']) expect(ask(sharedTrustDomain, given, [name])[0]!.clusters).toEqual(['a', 'b']);
    expect(ask(sharedTrustDomain, given, ['c'])).toEqual([]);
  });

  it('is not there when domains are derived', () => {
    expect(ask(sharedTrustDomain, { fleet: mesh, clusters: ['a', 'b', 'c'] })).toEqual([]);
  });

  it('of the fleet is mended there', () => {
    const issues = ask(sharedTrustDomain, { fleet: { ...mesh, ...shared }, clusters: ['a', 'b', 'c'] });
    expect(told(issues)).toEqual([
      'TRUST_DOMAIN_SHARED Fleet.spec.trustDomain: mesh.example.com in a, b, c, which are linked',
    ]);
  });
});

describe('control planes in different namespaces', () => {
  const moved = { network: 'n', linkerd: { namespace: 'mesh' } };

  it('break edges on which pods reach pods', () => {
    const clusters = { a: { network: 'n' }, b: moved, c: { network: 'n' } };
    const issues = ask(controlPlaneNamespace, { fleet: mesh, clusters });
    expect(told(issues)).toEqual([
      'LINKERD_NAMESPACE_DIFFERS Cluster/b.spec.linkerd.namespace: linkerd in a, c; mesh in b',
    ]);
    expect(issues[0]!.clusters).toEqual(['a', 'b', 'c']);
  });

  it('are fine behind gateways, and where nothing is linked', () => {
    expect(ask(controlPlaneNamespace, { fleet: mesh, clusters: { a: { network: 'm' }, b: moved } })).toEqual([]);
    expect(ask(controlPlaneNamespace, { clusters: { a: { network: 'n' }, b: moved } })).toEqual([]);
  });
});
