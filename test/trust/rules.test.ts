import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  canonicalBundle,
  checkAnchors,
  checkIssuer,
  checkIssuerUnderBundle,
  constraintMatchesTrustDomain,
  parseBundle,
} from '../../lib/trust';
import { CA, LEAF, type Minted, type OpenSSL, type Order, openssl } from './openssl';

const DAY = 86_400_000;
const AT = 'trust/anchors.pem';

let o: OpenSSL;
let root: Minted;
let rsa: Minted;
beforeAll(() => {
  o = openssl();
  root = o.mint({ cn: 'root', ext: CA(1), days: 365 });
  rsa = o.mint({ cn: 'root-rsa', key: 'rsa2048', ext: CA() });
});
afterAll(() => o.close());

const certs = (...minted: Minted[]) => minted.map((m) => m.cert);
/** `count` readable anchors of one size; `cn` may count as well. */
const many = (count: number, subjects: 'one subject' | 'many subjects') => {
  const { der, ski } = root.cert;
  const id = der.indexOf(Buffer.from(ski!, 'hex'));
  const cn = der.lastIndexOf('root');
  const pems = Array.from({ length: count }, (_, i) => {
    const copy = Buffer.from(der);
    copy.writeUInt16BE(i, id);
    if (subjects === 'many subjects') copy.write(i.toString(36).padStart(4, '0'), cn);
    return `-----BEGIN CERTIFICATE-----\n${copy.toString('base64')}\n-----END CERTIFICATE-----\n`;
  });
  return parseBundle(pems.join(''), AT).certificates;
};

describe('anchors', () => {
  test.each<[string, Omit<Order, 'cn'>, string[]]>([
    ['P-256', { ext: CA() }, []],
    ['RSA 2048', { key: 'rsa2048', ext: CA() }, []],
    ['RSA 4096', { key: 'rsa4096', ext: CA() }, []],
    ['RSA 3072', { key: 'rsa3072', ext: CA() }, ['TRUST_ANCHOR_ALGORITHM']],
    ['P-384', { key: 'P-384', ext: CA() }, ['TRUST_ANCHOR_ALGORITHM']],
    ['Ed25519', { key: 'ed25519', ext: CA() }, ['TRUST_ANCHOR_ALGORITHM']],
    ['P-256 with SHA-384', { md: 'sha384', ext: CA() }, ['TRUST_ANCHOR_ALGORITHM']],
    ['RSA with SHA-512', { key: 'rsa2048', md: 'sha512', ext: CA() }, ['TRUST_ANCHOR_ALGORITHM']],
    ['a leaf', { ext: LEAF('DNS:x') }, ['TRUST_ANCHOR_NOT_CA']],
    ['no extensions', { ext: [] }, ['TRUST_ANCHOR_NOT_CA']],
    [
      'a CA that may only sign CRLs',
      { ext: ['basicConstraints=CA:TRUE', 'keyUsage=cRLSign'] },
      ['TRUST_ANCHOR_NOT_CA'],
    ],
    ['a CA for clients only', { ext: [...CA(), 'extendedKeyUsage=clientAuth'] }, ['TRUST_ANCHOR_NOT_CA']],
    ['a CA for servers only', { ext: [...CA(), 'extendedKeyUsage=serverAuth'] }, []],
    ['a CA for any use', { ext: [...CA(), 'extendedKeyUsage=anyExtendedKeyUsage'] }, []],
    ['DNS constraints', { ext: [...CA(), 'nameConstraints=permitted;DNS:a.example,excluded;DNS:.b.example'] }, []],
    [
      'a wildcard constraint',
      { ext: [...CA(), 'nameConstraints=permitted;DNS:*.example'] },
      ['TRUST_ANCHOR_CONSTRAINTS'],
    ],
    [
      'a constraint with a trailing dot',
      { ext: [...CA(), 'nameConstraints=permitted;DNS:a.'] },
      ['TRUST_ANCHOR_CONSTRAINTS'],
    ],
    [
      'a constraint with a minimum',
      { ext: [...CA(), 'nameConstraints=DER:30:0A:A0:08:30:06:82:01:61:80:01:01'] },
      ['TRUST_ANCHOR_CONSTRAINTS'],
    ],
    [
      'a directoryName constraint',
      { ext: [...CA(), 'nameConstraints=permitted;dirName:d', '[d]', 'CN=x'] },
      ['TRUST_ANCHOR_CONSTRAINTS'],
    ],
    ['an unknown critical extension', { ext: [...CA(), '1.2.3.4=critical,ASN1:NULL'] }, ['TRUST_ANCHOR_CONSTRAINTS']],
    [
      'everything wrong',
      { key: 'P-384', ext: ['1.2.3.4=critical,ASN1:NULL'] },
      ['TRUST_ANCHOR_ALGORITHM', 'TRUST_ANCHOR_NOT_CA', 'TRUST_ANCHOR_CONSTRAINTS'],
    ],
  ])('%s', (_, order, expected) => {
    expect(checkAnchors([o.mint({ cn: 'x', ...order }).cert], AT).map((i) => i.code)).toEqual(expected);
  });

  test('an EC key signed by an RSA root is allowed', () => {
    expect(checkAnchors(certs(o.mint({ cn: 'cross', by: rsa, ext: CA() })), AT)).toEqual([]);
  });

  test('a copy is a warning that names both places', () => {
    const other = o.mint({ cn: 'other', ext: CA() });
    const issues = checkAnchors(certs(root, other, root), AT);
    expect(issues.map((i) => [i.code, i.severity, i.path])).toEqual([
      ['TRUST_ANCHOR_DUPLICATE', 'warning', `${AT}[2]`],
    ]);
    expect(issues[0]!.found).toContain(`${AT}[0]`);
  });

  test('validity is judged only when the time is given, to the second', () => {
    const { cert } = root;
    const at = (now?: number) => checkAnchors([cert], AT, now).map((i) => `${i.severity} ${i.code}`);
    expect(at()).toEqual([]);
    expect(at(cert.notBefore - 1)).toEqual(['error TRUST_ANCHOR_NOT_YET_VALID']);
    expect(at(cert.notBefore)).toEqual([]);
    expect(at(cert.notAfter - 60 * DAY)).toEqual([]);
    expect(at(cert.notAfter - 60 * DAY + 1)).toEqual(['warning TRUST_ANCHOR_EXPIRES_SOON']);
    expect(at(cert.notAfter)).toEqual(['warning TRUST_ANCHOR_EXPIRES_SOON']);
    expect(at(cert.notAfter + 1)).toEqual(['error TRUST_ANCHOR_EXPIRED']);
    expect(checkAnchors([cert], AT, cert.notAfter + 1)[0]!.found).toContain(
      new Date(cert.notAfter).toISOString().slice(0, 10),
    );
  });

  test('one hundred anchors may share a subject, not one more; copies do not count', () => {
    expect(checkAnchors(many(100, 'one subject'), AT)).toEqual([]);
    const hundred = many(100, 'one subject');
    expect(checkAnchors([...hundred, hundred[0]!], AT).map((i) => i.code)).toEqual(['TRUST_ANCHOR_DUPLICATE']);
    const issues = checkAnchors(many(101, 'one subject'), AT);
    expect(issues.map((i) => [i.code, i.found])).toEqual([['TRUST_ANCHOR_SAME_SUBJECT', '101 anchors named CN=root']]);
    expect(checkAnchors(many(150, 'many subjects'), AT)).toEqual([]);
  });

  test('the largest bundle that is allowed starts a process on Linux, and the smallest that is refused does not', () => {
    const starts = (bundle: string) =>
      spawnSync('/bin/true', { env: { LINKERD2_PROXY_IDENTITY_TRUST_ANCHORS: `${bundle}\n` } }).status === 0;
    const all = many(300, 'many subjects');
    const refused = (n: number) => checkAnchors(all.slice(0, n), AT).some((i) => i.code === 'TRUST_BUNDLE_SIZE');
    const first = all.findIndex((_, n) => refused(n));
    expect(first).toBeGreaterThan(150);
    expect(refused(first - 1)).toBe(false);
    expect(starts(canonicalBundle(all.slice(0, first - 1)))).toBe(true);
    expect(starts(canonicalBundle(all.slice(0, first)))).toBe(false);
    expect(starts('x'.repeat(131_032))).toBe(true);
    expect(starts('x'.repeat(131_033))).toBe(false);
  });

  test('the example root of the fleets passes', () => {
    const pem = readFileSync(join(__dirname, '../../fleets/trust/anchors.pem'), 'utf8');
    expect(checkAnchors(parseBundle(pem, AT).certificates, AT, Date.parse('2030-01-01'))).toEqual([]);
  });
});

describe('an issuer', () => {
  test.each<[string, Omit<Order, 'cn'>, string[]]>([
    ['P-256, pathlen 0', { ext: CA(0) }, []],
    ['as cert-manager makes it, without pathlen', { ext: CA() }, []],
    ['P-384', { key: 'P-384', ext: CA() }, ['TRUST_ISSUER_ALGORITHM']],
    ['RSA', { key: 'rsa2048', ext: CA() }, ['TRUST_ISSUER_ALGORITHM']],
    ['SHA-384', { md: 'sha384', ext: CA() }, ['TRUST_ISSUER_ALGORITHM']],
    ['a leaf', { ext: LEAF('DNS:x') }, ['TRUST_ISSUER_NOT_CA']],
    [
      'a CA that may only sign CRLs',
      { ext: ['basicConstraints=CA:TRUE', 'keyUsage=cRLSign'] },
      ['TRUST_ISSUER_NOT_CA'],
    ],
    ['a CA for servers only', { ext: [...CA(), 'extendedKeyUsage=serverAuth'] }, ['TRUST_ISSUER_USAGE']],
    ['a CA for clients only', { ext: [...CA(), 'extendedKeyUsage=clientAuth'] }, ['TRUST_ISSUER_USAGE']],
    ['a CA for any use', { ext: [...CA(), 'extendedKeyUsage=anyExtendedKeyUsage'] }, ['TRUST_ISSUER_USAGE']],
    ['a CA for servers and clients', { ext: [...CA(), 'extendedKeyUsage=clientAuth,serverAuth'] }, []],
    [
      'DNS and URI constraints',
      { ext: [...CA(), 'nameConstraints=critical,permitted;DNS:a.example,excluded;URI:x.example'] },
      [],
    ],
    [
      'a wildcard constraint',
      { ext: [...CA(), 'nameConstraints=permitted;DNS:*.example'] },
      ['TRUST_ISSUER_CONSTRAINTS'],
    ],
    ['an unknown critical extension', { ext: [...CA(), '1.2.3.4=critical,ASN1:NULL'] }, ['TRUST_ISSUER_CONSTRAINTS']],
  ])('%s', (_, order, expected) => {
    expect(checkIssuer(o.mint({ cn: 'identity', by: root, ...order }).cert, 'issuer.crt').map((i) => i.code)).toEqual(
      expected,
    );
  });

  test('may be signed by an RSA root', () => {
    expect(checkIssuer(o.mint({ cn: 'identity', by: rsa, ext: CA() }).cert, 'issuer.crt')).toEqual([]);
  });

  test('warns in its last 60 days, a short-lived one in its last third', () => {
    const at = (days: number, before: number) => {
      const { cert } = o.mint({ cn: 'identity', by: root, ext: CA(), days });
      return checkIssuer(cert, 'issuer.crt', cert.notAfter - before).map((i) => `${i.severity} ${i.code}`);
    };
    expect(at(365, 60 * DAY)).toEqual([]);
    expect(at(365, 60 * DAY - 1)).toEqual(['warning TRUST_ISSUER_EXPIRES_SOON']);
    expect(at(30, 10 * DAY)).toEqual([]);
    expect(at(30, 10 * DAY - 1)).toEqual(['warning TRUST_ISSUER_EXPIRES_SOON']);
    expect(at(30, -1)).toEqual(['error TRUST_ISSUER_EXPIRED']);
    expect(at(30, 31 * DAY)).toEqual(['error TRUST_ISSUER_NOT_YET_VALID']);
  });
});

describe('an issuer under a bundle', () => {
  const EU = { linkerdNamespace: 'linkerd', trustDomain: 'prod-eu.mesh.example.com' };
  const eu = () =>
    o.mint({
      cn: 'identity.linkerd.prod-eu.mesh.example.com',
      by: root,
      ext: [
        ...CA(0),
        'nameConstraints=critical,permitted;DNS:serviceaccount.identity.linkerd.prod-eu.mesh.example.com',
      ],
    }).cert;

  test('is silent when all is well', () => {
    expect(checkIssuerUnderBundle([eu()], certs(rsa, root), 'issuer.crt', EU)).toEqual([]);
  });

  test('says which anchor is missing', () => {
    const [found, ...more] = checkIssuerUnderBundle([eu()], certs(rsa), 'clusters.prod-eu.spec.issuer', EU);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      code: 'TRUST_CHAIN_BROKEN',
      severity: 'error',
      path: 'clusters.prod-eu.spec.issuer',
    });
    expect(found!.found).toMatch(
      /^CN=identity\.linkerd\.prod-eu.* which is signed by "CN=root", which is not in the bundle$/,
    );
  });

  test('tells a constraint from a missing anchor', () => {
    const us = { ...EU, trustDomain: 'prod-us.mesh.example.com' };
    expect(checkIssuerUnderBundle([eu()], certs(root), 'x', us).map((i) => i.code)).toEqual([
      'TRUST_CONSTRAINT_MISMATCH',
    ]);
  });

  test('without an issuer is broken, not a crash', () => {
    expect(checkIssuerUnderBundle([], certs(root), 'x').map((i) => i.code)).toEqual(['TRUST_CHAIN_BROKEN']);
  });
});

describe('constraints against a trust domain', () => {
  const S = 'serviceaccount.identity.linkerd.eu.mesh.example';
  const cases: [string, 'none' | 'ok' | 'mismatch'][] = [
    [`permitted;DNS:${S}`, 'ok'],
    [`permitted;DNS:${S.toUpperCase()}`, 'ok'],
    [`permitted;DNS:.${S}`, 'ok'],
    ['permitted;DNS:eu.mesh.example', 'ok'],
    ['permitted;DNS:mesh.example,permitted;DNS:other.example', 'ok'],
    ['permitted;DNS:us.mesh.example', 'mismatch'],
    ['permitted;DNS:serviceaccount.identity.linkerd2.eu.mesh.example', 'mismatch'],
    ['permitted;DNS:xeu.mesh.example', 'mismatch'],
    ['excluded;DNS:us.mesh.example', 'ok'],
    ['excluded;DNS:eu.mesh.example', 'mismatch'],
    ['permitted;DNS:mesh.example,excluded;DNS:eu.mesh.example', 'mismatch'],
    ['excluded;URI:mesh.example', 'none'],
    ['permitted;IP:10.0.0.0/255.0.0.0', 'none'],
    ['DER:30:06:A0:04:30:02:82:00', 'ok'],
  ];
  test.each(cases)('%s is %s, and openssl verify agrees on a workload', (line, expected) => {
    const ca = o.mint({ cn: 'identity', by: root, ext: [...CA(), `nameConstraints=critical,${line}`] });
    expect(constraintMatchesTrustDomain(ca.cert, 'linkerd', 'eu.mesh.example')).toBe(expected);
    const leaf = o.mint({ cn: 'web', by: ca, ext: LEAF(`DNS:web.shop.${S}`) });
    expect(o.accepts(leaf, [ca], [root])).toBe(expected !== 'mismatch');
  });

  test('a subtree below the suffix refuses some workloads, so it is a mismatch', () => {
    const verdict = (line: string) =>
      constraintMatchesTrustDomain(o.mint({ cn: 'x', ext: [...CA(), line] }).cert, 'linkerd', 'eu.mesh.example');
    expect(verdict(`nameConstraints=permitted;DNS:shop.${S}`)).toBe('mismatch');
    expect(verdict(`nameConstraints=excluded;DNS:shop.${S}`)).toBe('mismatch');
    expect(verdict('basicConstraints=CA:TRUE')).toBe('none');
  });
});

test('no message holds PEM or base64 of a certificate', () => {
  const bad = o.mint({ cn: 'x', key: 'P-384', ext: ['1.2.3.4=critical,ASN1:NULL'], days: 1 }).cert;
  const issues = [
    ...checkAnchors([bad, bad], AT, bad.notAfter + 1),
    ...checkIssuer(bad, AT, bad.notAfter + 1),
    ...checkIssuerUnderBundle([bad], certs(root), AT),
  ];
  expect(issues.length).toBeGreaterThan(8);
  const text = JSON.stringify(issues);
  for (const line of bad.pem.split('\n')) expect(text).not.toContain(line);
  expect(execFileSync('openssl', ['version']).toString()).toContain('OpenSSL');
});
