import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClusterSpec, FleetSpec } from '../../../lib/fleet/spec';
import { anchorsGiven, bundles, certificates, chains, expiryIssues } from '../../../lib/model/rules/trust';
import { issuerRenewal, webhookCa } from '../../../lib/model/rules/trust-issuer';
import { CA, LEAF, type Minted, type OpenSSL, openssl } from '../../trust/openssl';
import { buildTestFleet } from '../fixtures';
import { ask, told } from './ask';

const mesh = { topology: { fullMesh: {} } };
const DAY = 86_400_000;

let o: OpenSSL;
let a: Minted;
let b: Minted;
let issuerA: Minted;
let issuerB: Minted;
let middle: Minted;
let below: Minted;
let weak: Minted;
let leaf: Minted;
beforeAll(() => {
  o = openssl();
  a = o.mint({ cn: 'root a', ext: CA(), days: 400 });
  b = o.mint({ cn: 'root b', ext: CA(), days: 400 });
  issuerA = o.mint({ cn: 'issuer a', by: a, ext: CA(0), days: 90 });
  issuerB = o.mint({ cn: 'issuer b', by: b, ext: CA(0), days: 90 });
  middle = o.mint({ cn: 'middle', by: a, ext: CA() });
  below = o.mint({ cn: 'issuer below', by: middle, ext: CA(0) });
  weak = o.mint({ cn: 'root p-384', key: 'P-384', ext: CA() });
  leaf = o.mint({ cn: 'leaf', by: a, ext: LEAF('DNS:x') });
});
afterAll(() => o.close());

const constrained = (trustDomain: string) =>
  o.mint({
    cn: `issuer of ${trustDomain}`,
    by: a,
    ext: [...CA(0), `nameConstraints=critical,permitted;DNS:serviceaccount.identity.linkerd.${trustDomain}`],
  });
const trust = (anchors: Minted[], ...issuers: Minted[]): Pick<ClusterSpec, 'trust'> => ({
  trust: {
    anchors: anchors.map((m) => m.pem),
    ...(issuers.length > 0 ? { issuerCertificates: issuers.map((m) => m.pem) } : {}),
  },
});

describe('anchors', () => {
  it('are missed once, and not where they were named and could not be read', () => {
    expect(told(ask(anchorsGiven, { clusters: ['a', 'b'] }))).toEqual([
      'TRUST_ANCHORS_MISSING Fleet.spec.trust.anchors: no anchors for a, b',
    ]);
    expect(told(ask(anchorsGiven, { clusters: { a: { trust: { anchors: [] } }, b: trust([a]) } }))).toEqual([
      'TRUST_ANCHORS_MISSING Cluster/a.spec.trust.anchors: no anchors for a',
    ]);
    const files = { 'anchors.pem': 'nothing' };
    expect(ask(anchorsGiven, { fleet: { trust: { anchors: 'anchors.pem' } }, clusters: ['a'], files })).toEqual([]);
  });

  it('are looked at once for each bundle, at the level that names it', () => {
    const files = { 'anchors.pem': `${weak.pem}${leaf.pem}${leaf.pem}` };
    const fleet: Partial<FleetSpec> = { trust: { anchors: 'anchors.pem' } };
    const issues = ask(certificates, { fleet, clusters: { a: {}, b: {}, c: trust([a]) }, files });
    expect(issues.map((i) => [`${i.code} ${i.path}`, i.clusters.join(' ')])).toEqual([
      ['TRUST_ANCHOR_ALGORITHM Fleet.spec.trust.anchors[0]', 'a b'],
      ['TRUST_ANCHOR_NOT_CA Fleet.spec.trust.anchors[1]', 'a b'],
      ['TRUST_ANCHOR_DUPLICATE Fleet.spec.trust.anchors[2]', 'a b'],
    ]);
  });

  it('with a private key or trailing text are refused when the fleet is built, and the key is not shown', () => {
    const files = { 'k.pem': `${a.pem}${a.key}`, 't.pem': `${a.pem}the end` };
    const { issues } = buildTestFleet({
      clusters: {
        a: { trust: { anchors: 'k.pem' } },
        b: { trust: { anchors: ['t.pem'] } },
        c: { trust: { anchors: 'k.pem' } },
      },
      files,
    });
    expect(issues.map((i) => i.code)).toEqual(['TRUST_BUNDLE_PRIVATE_KEY', 'TRUST_BUNDLE_TRAILING_TEXT']);
    expect(JSON.stringify(issues)).not.toContain(a.key.split('\n')[1]);
  });
});

describe('issuers by themselves', () => {
  it('are looked at, their intermediates not taken for issuers', () => {
    expect(ask(certificates, { clusters: { a: trust([a], middle, below) } })).toEqual([]);
    const issues = ask(certificates, { clusters: { a: trust([a], leaf), b: trust([a], weak) } });
    expect(issues.map((i) => `${i.code} ${i.path}`)).toEqual([
      'TRUST_ISSUER_NOT_CA Cluster/a.spec.trust.issuerCertificates',
      'TRUST_ISSUER_ALGORITHM Cluster/b.spec.trust.issuerCertificates',
    ]);
  });
});

describe('an anchor that stands for the issuers made by it', () => {
  it('is judged as the anchor that it is, once', () => {
    const rsa = o.mint({ cn: 'root rsa', key: 'rsa2048', ext: CA(1), days: 400 });
    expect(ask([certificates, chains], { clusters: { a: trust([rsa], rsa) } })).toEqual([]);
    const { fleet } = buildTestFleet({ clusters: { a: trust([rsa], rsa) } });
    expect(expiryIssues(fleet, rsa.cert.notAfter + 1).map((i) => i.code)).toEqual(['TRUST_ANCHOR_EXPIRED']);
  });

  it('has to be the anchor of that bundle all the same', () => {
    expect(ask(chains, { clusters: { a: trust([b], a) } }).map((i) => i.code)).toEqual(['TRUST_CHAIN_BROKEN']);
  });
});

describe('linked clusters whose issuers are known', () => {
  it('verify each other through a common anchor, intermediates and all', () => {
    const clusters = { a: trust([a, b], issuerA), b: trust([b, a], issuerB), c: trust([a, b], middle, below) };
    expect(ask([chains, bundles], { fleet: mesh, clusters })).toEqual([]);
  });

  it('may hold different bundles while these verify both, as in a rotation', () => {
    const clusters = { a: trust([a], issuerA), b: trust([a, b], issuerA), c: trust([a, b], issuerA) };
    expect(ask([chains, bundles], { fleet: mesh, clusters })).toEqual([]);
  });

  it('are refused in each direction that fails, with the clusters that hold the bundle', () => {
    const clusters = { a: trust([a], issuerA), b: trust([a, b], issuerB), c: trust([a], issuerA) };
    const issues = ask([chains, bundles], { fleet: mesh, clusters });
    expect(issues.map((i) => `${i.code} ${i.path}`)).toEqual([
      'TRUST_CHAIN_BROKEN Cluster/b.spec.trust.issuerCertificates',
    ]);
    expect(issues[0]!.found).toContain('(issuer of b, bundle of a, c)');
    expect(issues[0]!.clusters).toEqual(['a', 'b', 'c']);
    expect(ask(chains, { fleet: mesh, clusters }, ['c'])[0]!.clusters).toEqual(['b', 'c']);
  });

  it('verify each other in both directions of one edge', () => {
    const clusters = { x: trust([a], issuerA), y: trust([a, b], issuerB) };
    for (const [source, target] of [
      ['x', 'y'],
      ['y', 'x'],
    ] as const) {
      const fleet = { topology: { edges: [{ source, target }] } };
      expect(ask(chains, { fleet, clusters }).map((i) => i.path)).toEqual(['Cluster/y.spec.trust.issuerCertificates']);
    }
  });

  it('must verify their own issuer first', () => {
    const issues = ask(chains, { clusters: { a: trust([b], issuerA), b: trust([b], issuerB, issuerA) } });
    expect(issues.map((i) => i.clusters.join(' '))).toEqual(['a', 'b']);
    expect(issues[1]!.found).toContain('issuer a');
  });

  it('have issuers for their own trust domain', () => {
    const right = constrained('a.mesh.example.com');
    expect(ask(chains, { clusters: { a: trust([a], right) } })).toEqual([]);
    const issues = ask(chains, { clusters: { b: trust([a], right) } });
    expect(issues.map((i) => `${i.code} ${i.path}`)).toEqual([
      'TRUST_CONSTRAINT_MISMATCH Cluster/b.spec.trust.issuerCertificates',
    ]);
  });
});

describe('linked clusters whose issuers are not known', () => {
  it('are refused with nothing in common, warned with something', () => {
    const clusters = { a: trust([a]), b: trust([a]), c: trust([b]), d: trust([a, b], issuerA) };
    const issues = ask(bundles, { fleet: mesh, clusters });
    expect(issues.map((i) => [i.code, i.severity, i.found, i.clusters.join(' ')])).toEqual([
      ['TRUST_BUNDLES_DISJOINT', 'error', '1 anchor in a, b; 1 anchor in c; 0 in common', 'a b c'],
      ['TRUST_BUNDLES_DIFFER', 'warning', '1 anchor in a, b; 2 anchors in d; 1 in common', 'a b d'],
      ['TRUST_BUNDLES_DIFFER', 'warning', '1 anchor in c; 2 anchors in d; 1 in common', 'c d'],
    ]);
  });

  it('do not matter to each other without an edge, nor in another order', () => {
    expect(ask(bundles, { clusters: { a: trust([a]), b: trust([b]) } })).toEqual([]);
    expect(ask(bundles, { fleet: mesh, clusters: { a: trust([a, b]), b: trust([b, a, b]) } })).toEqual([]);
  });

  it('without any anchors are told that, and nothing else', () => {
    const clusters = { a: trust([a]), b: {} };
    expect(ask([anchorsGiven, bundles, chains], { fleet: mesh, clusters }).map((i) => i.code)).toEqual([
      'TRUST_ANCHORS_MISSING',
    ]);
  });
});

describe('expiry', () => {
  const at = (days: number) => Date.now() + days * DAY;
  const codes = (days: number, names?: string[]) => {
    const { fleet } = buildTestFleet({ fleet: trust([a]), clusters: { a: trust([a], issuerA), b: {} } });
    const clusters = names?.map((name) => fleet.clusters.get(name)!);
    return expiryIssues(fleet, at(days), clusters).map((i) => i.code);
  };

  it('is told for a time, and only then', () => {
    expect(ask([certificates, chains], { fleet: trust([a]), clusters: { a: trust([a], issuerA) } })).toEqual([]);
    expect(codes(1)).toEqual([]);
    expect(codes(-2)).toEqual(['TRUST_ANCHOR_NOT_YET_VALID', 'TRUST_ISSUER_NOT_YET_VALID']);
    expect(codes(85)).toEqual(['TRUST_ISSUER_EXPIRES_SOON']);
    expect(codes(91)).toEqual(['TRUST_ISSUER_EXPIRED']);
    expect(codes(350)).toEqual(['TRUST_ANCHOR_EXPIRES_SOON', 'TRUST_ISSUER_EXPIRED']);
    expect(codes(401)).toEqual(['TRUST_ANCHOR_EXPIRED', 'TRUST_ISSUER_EXPIRED']);
    expect(codes(401, ['b'])).toEqual(['TRUST_ANCHOR_EXPIRED']);
  });
});

describe('the issuer that cert-manager makes', () => {
  const of = (lifetimes: { duration?: string; renewBefore?: string }) =>
    ask(issuerRenewal, {
      fleet: { trust: { issuer: { certManager: { issuerRef: { name: 'ca' }, ...lifetimes } } } },
      clusters: ['a', 'b'],
    });
  const path = 'Fleet.spec.trust.issuer.certManager';

  it.each([
    [{}, undefined],
    [{ duration: '30m' }, `TRUST_ISSUER_RENEWAL ${path}.duration: duration 30m`],
    [{ renewBefore: '1m' }, `TRUST_ISSUER_RENEWAL ${path}.renewBefore: renewBefore 1m with duration 720h0m0s`],
    [{ duration: '240h' }, `TRUST_ISSUER_RENEWAL ${path}.renewBefore: renewBefore 240h0m0s with duration 240h`],
    [
      { duration: '8760h', renewBefore: '7320h' },
      `TRUST_ISSUER_RENEWS_EARLY ${path}.renewBefore: renewBefore 7320h with duration 8760h`,
    ],
    [{ duration: '48h', renewBefore: '24h' }, undefined],
  ])('%j', (lifetimes, expected) => {
    expect(told(of(lifetimes))).toEqual([expected].filter(Boolean));
  });
});

describe('webhook certificates from elsewhere', () => {
  it('need their CA, and nothing but that', () => {
    const of = (given: NonNullable<ClusterSpec['trust']>, files = {}) =>
      told(ask(webhookCa, { clusters: { a: { trust: given } }, files }));
    const path = 'TRUST_WEBHOOK_CA Cluster/a.spec.trust.webhookCaBundle';
    expect(of({ webhooks: 'existing' })).toEqual([`${path}: webhooks existing without webhookCaBundle`]);
    expect(of({ webhooks: 'existing', webhookCaBundle: a.pem })).toEqual([]);
    expect(of({ webhooks: 'existing', webhookCaBundle: 'ca.pem' }, { 'ca.pem': a.key })).toEqual([
      `${path}: a private key`,
    ]);
    expect(of({ webhooks: 'certManager' })).toEqual([]);
  });
});
