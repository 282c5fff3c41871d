import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChain, verifies } from '../../lib/trust';
import { CA, LEAF, type Minted, type OpenSSL, openssl } from './openssl';

const AKI = 'authorityKeyIdentifier=keyid';
const NAME = 'web.shop.serviceaccount.identity.linkerd.prod-eu.mesh.example.com';
const EU = { linkerdNamespace: 'linkerd', trustDomain: 'prod-eu.mesh.example.com' };
const US = { linkerdNamespace: 'linkerd', trustDomain: 'prod-us.mesh.example.com' };
const dns = (...names: string[]) => `nameConstraints=critical,${names.join(',')}`;
const EU_ONLY = dns('permitted;DNS:serviceaccount.identity.linkerd.prod-eu.mesh.example.com');
const MESH = dns('permitted;DNS:mesh.example.com', 'excluded;DNS:prod-us.mesh.example.com');

let o: OpenSSL;
const roots = {} as Record<'a' | 'b' | 'a2' | 'rsa' | 'noPath' | 'euOnly' | 'mesh', Minted>;
const middles = {} as Record<'plain' | 'noPath' | 'noCA' | 'noSign' | 'mesh', Minted>;
const issuers: Record<string, Minted> = {};

beforeAll(() => {
  o = openssl();
  roots.a = o.mint({ cn: 'root-a', ext: CA(2) });
  roots.b = o.mint({ cn: 'root-b', ext: CA() });
  roots.a2 = o.mint({ cn: 'root-a', ext: CA(2) });
  roots.rsa = o.mint({ cn: 'root-rsa', key: 'rsa2048', ext: CA() });
  roots.noPath = o.mint({ cn: 'root-pathlen-0', ext: CA(0) });
  roots.euOnly = o.mint({ cn: 'root-eu', ext: [...CA(), EU_ONLY] });
  roots.mesh = o.mint({ cn: 'root-mesh', ext: [...CA(), MESH] });
  const middle = (cn: string, ext: string[]) => o.mint({ cn, by: roots.a, ext: [...ext, AKI] });
  middles.plain = middle('middle', CA(1));
  middles.noPath = middle('middle-pathlen-0', CA(0));
  middles.noCA = middle('middle-no-ca', ['basicConstraints=critical,CA:FALSE', 'subjectKeyIdentifier=hash']);
  middles.noSign = middle('middle-no-sign', ['basicConstraints=critical,CA:TRUE', 'keyUsage=cRLSign']);
  middles.mesh = middle('middle-mesh', [...CA(), MESH]);
  const issuer = (name: string, by: Minted, ext: string[]) => {
    issuers[name] = o.mint({ cn: `identity-${name}`, by, ext: [...ext, AKI] });
  };
  for (const [name, root] of Object.entries(roots)) issuer(`of-${name}`, root, CA(0));
  for (const [name, ca] of Object.entries(middles)) issuer(`of-middle-${name}`, ca, CA());
  issuer('eu', roots.a, [...CA(), EU_ONLY]);
  issuer('us', roots.a, [...CA(), dns('permitted;DNS:serviceaccount.identity.linkerd.prod-us.mesh.example.com')]);
  issuer('excluded-eu', roots.b, [...CA(), dns('excluded;DNS:prod-eu.mesh.example.com')]);
  issuer('any-dns', roots.b, [...CA(), 'nameConstraints=critical,DER:30:06:A0:04:30:02:82:00']);
  issuer('no-ca', roots.b, ['basicConstraints=critical,CA:FALSE', 'keyUsage=critical,digitalSignature']);
  issuers.itself = o.mint({ cn: 'itself', ext: CA() });
});
afterAll(() => o.close());

describe('the verdict on an issuer under a bundle is that of openssl verify on a workload it signed', () => {
  const bundles: [string, (keyof typeof roots | 'itself')[]][] = [
    ...(['a', 'b', 'a2', 'rsa', 'noPath', 'euOnly', 'mesh', 'itself'] as const).map((r): [string, [typeof r]] => [
      r,
      [r],
    ]),
    ['a + b', ['a', 'b']],
    ['a2 + a (one name, two keys)', ['a2', 'a']],
    ['all', ['a', 'b', 'a2', 'rsa', 'noPath', 'euOnly', 'mesh', 'itself']],
  ];
  test.each(bundles)('bundle %s', (_, chosen) => {
    const anchors = chosen.map((name) => (name === 'itself' ? issuers.itself! : roots[name]));
    const between = Object.values(middles);
    const seen: Record<string, boolean> = {};
    const said: Record<string, boolean> = {};
    for (const [name, issuer] of Object.entries(issuers)) {
      leaves[name] ??= o.mint({ cn: 'web', by: issuer, ext: LEAF(`DNS:${NAME}`) });
      seen[name] = o.accepts(leaves[name], [issuer, ...between], anchors);
      const chain = [issuer, ...between].map((m) => m.cert);
      said[name] = verifies(
        chain,
        anchors.map((m) => m.cert),
        EU,
      );
    }
    expect(said).toEqual(seen);
    expect(Object.values(said)).toContain(false);
  });
  const leaves: Record<string, Minted> = {};

  test('and some of each kind are accepted', () => {
    const all = [...Object.values(roots), issuers.itself!].map((m) => m.cert);
    const accepted = Object.keys(issuers).filter((name) =>
      verifies(
        [issuers[name]!, ...Object.values(middles)].map((m) => m.cert),
        all,
        EU,
      ),
    );
    expect(accepted).toEqual([
      ...['of-a', 'of-b', 'of-a2', 'of-rsa', 'of-euOnly', 'of-mesh', 'of-middle-plain', 'of-middle-mesh'],
      ...['eu', 'any-dns', 'itself'],
    ]);
  });
});

test('without names, constraints are not held against a trust domain; with them, only the own one passes', () => {
  const eu = [issuers.eu!.cert];
  expect(verifies(eu, [roots.a.cert])).toBe(true);
  expect(verifies(eu, [roots.a.cert], EU)).toBe(true);
  expect(verifies(eu, [roots.a.cert], US)).toBe(false);
  expect(verifies([issuers['of-euOnly']!.cert], [roots.euOnly.cert], US)).toBe(false);
});

test('a missing intermediate breaks the chain, its place in the file does not matter', () => {
  const issuer = issuers['of-middle-plain']!.cert;
  expect(verifies([issuer], [roots.a.cert])).toBe(false);
  const noise = [roots.b.cert, middles.noCA.cert];
  expect(verifies([issuer, ...noise, middles.plain.cert], [roots.a.cert])).toBe(true);
});

test('an intermediate may be the anchor itself', () => {
  expect(verifies([issuers['of-middle-plain']!.cert], [middles.plain.cert])).toBe(true);
});

test('no issuer and no bundle are no chain', () => {
  expect(verifies([], [roots.a.cert])).toBe(false);
  expect(verifies([issuers['of-a']!.cert], [])).toBe(false);
});

describe('where Linkerd and openssl differ, Linkerd decides', () => {
  test('another key id of the same key is only a hint to Go and to proxies, while openssl refuses it', () => {
    // A root renewed with its old key by a newer tool gets another key id: issuers still carry the old one.
    const renewed = o.mint({
      cn: 'root-a',
      key: roots.a,
      ext: [...CA(2).slice(0, 2), 'subjectKeyIdentifier=00112233'],
    });
    const leaf = o.mint({ cn: 'web', by: issuers['of-a']!, ext: LEAF(`DNS:${NAME}`) });
    expect(o.accepts(leaf, [issuers['of-a']!], [renewed])).toBe(false);
    expect(verifies([issuers['of-a']!.cert], [renewed.cert])).toBe(true);
  });

  test('a subject that differs in case is another name to Go and to proxies, while openssl folds it', () => {
    const upper = o.mint({ cn: 'ROOT-A', key: roots.a, ext: CA(2) });
    const leaf = o.mint({ cn: 'web', by: issuers['of-a']!, ext: LEAF(`DNS:${NAME}`) });
    expect(o.accepts(leaf, [issuers['of-a']!], [upper])).toBe(true);
    expect(verifies([issuers['of-a']!.cert], [upper.cert])).toBe(false);
  });

  test('proxies refuse everything under a directoryName constraint', () => {
    const dirName = [...CA(), 'nameConstraints=critical,permitted;dirName:dir', '[dir]', 'CN=web'];
    const root = o.mint({ cn: 'root-dir', ext: dirName });
    const issuer = o.mint({ cn: 'identity', by: root, ext: [...CA(), AKI] });
    expect(findChain([issuer.cert], [root.cert])).toMatchObject({ ok: false, constraint: true });
  });

  test('proxies refuse clients under an intermediate for servers only', () => {
    const middle = o.mint({ cn: 'middle-server', by: roots.a, ext: [...CA(1), 'extendedKeyUsage=serverAuth'] });
    const issuer = o.mint({ cn: 'identity', by: middle, ext: [...CA(), AKI] });
    expect(verifies([issuer.cert, middle.cert], [roots.a.cert])).toBe(false);
    const both = o.mint({ cn: 'middle-both', by: roots.a, ext: [...CA(1), 'extendedKeyUsage=serverAuth,clientAuth'] });
    const under = o.mint({ cn: 'identity', by: both, ext: [...CA(), AKI] });
    expect(verifies([under.cert, both.cert], [roots.a.cert])).toBe(true);
  });

  test('proxies and Go refuse SHA-1 signatures', () => {
    const issuer = o.mint({ cn: 'identity-sha1', by: roots.a, ext: [...CA(), AKI], md: 'sha1' });
    expect(issuer.cert.signature).toBe('ecdsa-with-SHA1');
    expect(verifies([issuer.cert], [roots.a.cert])).toBe(false);
  });

  test('proxies and Go refuse a CA with a critical extension that they do not know', () => {
    const root = o.mint({ cn: 'root-critical', ext: [...CA(), '1.2.3.4=critical,ASN1:NULL'] });
    const issuer = o.mint({ cn: 'identity', by: root, ext: [...CA(), AKI] });
    expect(verifies([issuer.cert], [root.cert])).toBe(false);
  });
});

describe('a broken chain is explained', () => {
  const reason = (chain: Minted[], bundle: Minted[]) => {
    const verdict = findChain(
      chain.map((m) => m.cert),
      bundle.map((m) => m.cert),
      EU,
    );
    return verdict.ok ? 'ok' : verdict.reason;
  };
  test('by the name that is not in the bundle', () => {
    expect(reason([issuers['of-a']!], [roots.b])).toBe('is signed by "CN=root-a", which is not in the bundle');
  });
  test('by the anchor of that name with another key', () => {
    expect(reason([issuers['of-a']!], [roots.a2])).toBe(
      'has the anchor "CN=root-a" above it, which has that name but another key',
    );
  });
  test('by the intermediate whose own anchor is not in the bundle', () => {
    expect(reason([issuers['of-middle-plain']!, middles.plain], [roots.b])).toBe(
      'has the intermediate "CN=middle", which is signed by "CN=root-a", which is not in the bundle',
    );
  });
  test('by the certificate that may not sign it', () => {
    expect(reason([issuers['of-middle-noCA']!, middles.noCA], [roots.a])).toContain('which is not a CA');
    expect(reason([issuers['of-middle-noSign']!, middles.noSign], [roots.a])).toContain('keyUsage');
    expect(reason([issuers['of-noPath']!], [roots.noPath])).toContain('allows 0 CAs below it (path length)');
  });
  test('by the nearest candidate, wherever the wrong ones stand', () => {
    for (const bundle of [
      [roots.a2, roots.euOnly, roots.noPath],
      [roots.noPath, roots.a2, roots.euOnly],
    ]) {
      expect(reason([issuers['of-noPath']!], bundle)).toContain('path length');
    }
  });
});

test('the DNS name of an issuer itself must be permitted by those above it, and a URI where they constrain URIs', () => {
  const withName = o.mint({
    cn: 'x',
    by: roots.mesh,
    ext: [...CA(), 'subjectAltName=DNS:identity.linkerd.other.example'],
  });
  expect(verifies([withName.cert], [roots.mesh.cert])).toBe(false);
  const inside = o.mint({
    cn: 'x',
    by: roots.mesh,
    ext: [...CA(), 'subjectAltName=DNS:identity.linkerd.mesh.example.com'],
  });
  expect(verifies([inside.cert], [roots.mesh.cert])).toBe(true);
  const noUri = o.mint({ cn: 'root-uri', ext: [...CA(), 'nameConstraints=critical,excluded;URI:mesh.example.com'] });
  const spiffe = o.mint({ cn: 'x', by: noUri, ext: [...CA(), 'subjectAltName=URI:spiffe://other.example/x'] });
  expect(verifies([spiffe.cert], [noUri.cert])).toBe(false);
});

test('a chain of seven CAs is too long for proxies', () => {
  const root = o.mint({ cn: 'root-long', ext: CA() });
  const chain = [root];
  for (let i = 0; i < 7; i++) chain.unshift(o.mint({ cn: `ca-${i}`, by: chain[0]!, ext: CA() }));
  const certs = chain.map((m) => m.cert);
  expect(verifies(certs.slice(1, -1), [root.cert])).toBe(true);
  expect(verifies(certs.slice(0, -1), [root.cert])).toBe(false);
});

test('CAs of one name that all sign each other are given up, not searched for ever', () => {
  const { cert } = issuers['of-a']!;
  const web = Array.from({ length: 30 }, () => ({
    ...roots.b.cert,
    publicKey: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey,
    signedWith: () => true,
  }));
  expect(
    verifies([{ ...cert, issuerKey: roots.b.cert.subjectKey, signedWith: () => true }, ...web], [roots.a.cert]),
  ).toBe(false);
});

test('an issuer that is in the bundle itself needs no anchor above it and no path length', () => {
  const alone = o.mint({ cn: 'alone', ext: CA(0) });
  const leaf = o.mint({ cn: 'web', by: alone, ext: LEAF(`DNS:${NAME}`) });
  expect(verifies([alone.cert], [alone.cert])).toBe(o.accepts(leaf, [], [alone]));
  const below = issuers['of-a']!;
  const under = o.mint({ cn: 'web', by: below, ext: LEAF(`DNS:${NAME}`) });
  expect([verifies([below.cert], [below.cert]), o.accepts(under, [], [below])]).toEqual([true, true]);
});
