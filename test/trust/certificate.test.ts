import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Certificate, parseBundle, readCertificate } from '../../lib/trust';
import { CA, LEAF, type Minted, type OpenSSL, type Order, openssl } from './openssl';

let o: OpenSSL;
let root: Minted;
beforeAll(() => {
  o = openssl();
  root = o.mint({ cn: 'root', ext: CA(1) });
});
afterAll(() => o.close());

describe('what openssl put in is read back', () => {
  const constraints =
    'permitted;DNS:a.example,permitted;DNS:.b.example,excluded;DNS:c.a.example,excluded;URI:mesh.example';
  const orders: [string, Omit<Order, 'by'>, Partial<Certificate>][] = [
    [
      'a P-256 root',
      { cn: 'x', ext: CA(1) },
      { key: 'EC P-256', signature: 'ecdsa-with-SHA256', isCA: true, pathLen: 1 },
    ],
    ['P-384', { cn: 'x', key: 'P-384', ext: CA() }, { key: 'EC P-384' }],
    ['RSA 2048', { cn: 'x', key: 'rsa2048', ext: CA() }, { key: 'RSA 2048' }],
    ['RSA 3072', { cn: 'x', key: 'rsa3072', ext: CA() }, { key: 'RSA 3072' }],
    ['Ed25519', { cn: 'x', key: 'ed25519', ext: CA() }, { key: 'Ed25519' }],
    ['SHA-384', { cn: 'x', md: 'sha384', ext: CA() }, { signature: 'ecdsa-with-SHA384' }],
    ['no extensions', { cn: 'x', ext: [] }, { isCA: false, certSign: true, dnsNames: [], unknownCritical: [] }],
    [
      'a leaf',
      { cn: 'x', ext: LEAF('DNS:a.b', 'URI:spiffe://c/d') },
      { isCA: false, certSign: false, dnsNames: ['a.b'], uris: ['spiffe://c/d'] },
    ],
    [
      'usages',
      { cn: 'x', ext: ['extendedKeyUsage=clientAuth,1.2.3.4'] },
      { extendedKeyUsage: ['1.3.6.1.5.5.7.3.2', '1.2.3.4'] },
    ],
    [
      'an unknown critical extension',
      { cn: 'x', ext: ['2.999.3=critical,ASN1:NULL'] },
      { unknownCritical: ['2.999.3'] },
    ],
    ['an unknown extension', { cn: 'x', ext: ['1.2.3.4=ASN1:NULL'] }, { unknownCritical: [] }],
  ];
  test.each(orders)('%s', (_, order, expected) => {
    expect(o.mint(order).cert).toMatchObject(expected);
  });

  test('name constraints', () => {
    const nc = (line: string, ...more: string[]) =>
      o.mint({ cn: 'x', ext: [...CA(), line, ...more] }).cert.nameConstraints;
    const none = {
      permittedDns: [],
      excludedDns: [],
      permittedUri: [],
      excludedUri: [],
      directoryName: false,
      bounded: false,
    };
    expect(nc(`nameConstraints=critical,${constraints}`)).toEqual({
      ...none,
      critical: true,
      permittedDns: ['a.example', '.b.example'],
      excludedDns: ['c.a.example'],
      excludedUri: ['mesh.example'],
    });
    expect(nc('nameConstraints=permitted;URI:.x')).toEqual({ ...none, critical: false, permittedUri: ['.x'] });
    expect(nc('nameConstraints=excluded;dirName:dir', '[dir]', 'CN=y')).toEqual({
      ...none,
      critical: false,
      directoryName: true,
    });
    // Permitted DNS "a" with minimum 1, which openssl cannot be asked for by name.
    expect(nc('nameConstraints=DER:30:0A:A0:08:30:06:82:01:61:80:01:01')).toEqual({
      ...none,
      critical: false,
      permittedDns: ['a'],
      bounded: true,
    });
  });

  test('key identifiers, names, times, fingerprint and PEM', () => {
    const minted = o.mint({ cn: 'identity', by: root, ext: [...CA(0), 'authorityKeyIdentifier=keyid'] });
    const x509 = new X509Certificate(minted.pem);
    const { cert } = minted;
    expect(cert.aki).toBe(root.cert.ski);
    expect(o.text(minted).replaceAll(':', '').toLowerCase()).toContain(cert.ski);
    expect([cert.subject, cert.issuer]).toEqual(['CN=identity', 'CN=root']);
    expect([cert.subjectKey, cert.issuerKey]).toEqual([expect.any(String), root.cert.subjectKey]);
    expect([cert.notBefore, cert.notAfter]).toEqual([Date.parse(x509.validFrom), Date.parse(x509.validTo)]);
    expect(cert.fingerprint).toBe(x509.fingerprint256.replaceAll(':', '').toLowerCase());
    expect(`${cert.pem}\n`).toBe(minted.pem);
    expect(cert.signedWith(root.cert.publicKey)).toBe(true);
    expect(cert.signedWith(cert.publicKey)).toBe(false);
  });

  test('a validity that ends after 2049', () => {
    const { cert, pem } = o.mint({ cn: 'x', ext: CA(), days: 20_000 });
    expect(cert.notAfter).toBe(Date.parse(new X509Certificate(pem).validTo));
    expect(new Date(cert.notAfter).getUTCFullYear()).toBeGreaterThan(2049);
  });

  test('a long subject is cut and stays on one line', () => {
    const cert = o.mint({ cn: `${'x'.repeat(60)}/O=${'y'.repeat(60)}`, ext: CA() }).cert;
    expect(cert.subject).toMatch(/^CN=x{60}, O=y+…$/);
    expect(cert.subject).toHaveLength(120);
  });
});

describe('DER that OpenSSL tolerates and Go refuses is refused', () => {
  // SEQUENCE { tbs, algorithm, signature } put together again after a change, signed by the test's own key.
  const tlv = (tag: number, ...parts: Buffer[]) => {
    const content = Buffer.concat(parts);
    const n = content.length;
    const length = n < 0x80 ? [n] : n < 0x100 ? [0x81, n] : [0x82, n >> 8, n & 0xff];
    return Buffer.concat([Buffer.from([tag, ...length]), content]);
  };
  const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsa = hex('300a06082a8648ce3d040302');
  const cn = tlv(0x30, tlv(0x31, tlv(0x30, hex('0603550403'), tlv(0x0c, Buffer.from('x')))));
  const when = (from: string, to: string) => tlv(0x30, tlv(0x17, Buffer.from(from)), tlv(0x17, Buffer.from(to)));
  const caTrue = tlv(0x30, hex('0603551d13 0101ff 0405 30030101ff'));
  interface Parts {
    serial?: Buffer;
    inner?: Buffer;
    validity?: Buffer;
    extensions?: Buffer[];
    more?: Buffer;
    version?: Buffer;
  }
  const build = (p: Parts = {}) => {
    const extensions = tlv(0xa3, tlv(0x30, ...(p.extensions ?? [caTrue])));
    const tbs = tlv(
      0x30,
      ...[p.version ?? hex('a003020102'), p.serial ?? hex('020101'), p.inner ?? ecdsa, cn],
      ...[p.validity ?? when('260101000000Z', '360101000000Z'), cn],
      ...[pair.publicKey.export({ type: 'spki', format: 'der' }), extensions, p.more ?? Buffer.alloc(0)],
    );
    const signature = sign('sha256', tbs, pair.privateKey);
    return tlv(0x30, tbs, ecdsa, tlv(0x03, Buffer.of(0), signature));
  };
  const extension = (id: string, value: string) => tlv(0x30, hex(id), tlv(0x04, hex(value)));

  test('the unchanged certificate is read', () => {
    expect(readCertificate(build())).toMatchObject({ isCA: true, subject: 'CN=x', key: 'EC P-256' });
  });

  test.each<[string, () => Buffer, RegExp]>([
    ['a negative serial number', () => build({ serial: hex('0201ff') }), /serial/],
    ['a serial number with a needless zero', () => build({ serial: hex('02020001') }), /serial/],
    ['an empty serial number', () => build({ serial: hex('0200') }), /serial/],
    ['two different algorithms', () => build({ inner: hex('300a06082a8648ce3d040303') }), /algorithms/],
    ['an extension twice', () => build({ extensions: [caTrue, caTrue] }), /twice/],
    ['30 February', () => build({ validity: when('260230000000Z', '360101000000Z') }), /date/],
    ['a time without seconds', () => build({ validity: when('2601010000Z', '360101000000Z') }), /time/],
    ['a time with an offset', () => build({ validity: when('260101000000+0100', '360101000000Z') }), /time/],
    ['something after the extensions', () => build({ more: hex('0500') }), /unknown parts/],
    ['extensions in a version 1 certificate', () => build({ version: Buffer.alloc(0) }), /unknown parts/],
    ['a length in four bytes', () => Buffer.concat([hex('30840000'), build().subarray(2)]), /length/],
    ['an indefinite length', () => Buffer.concat([hex('3080'), build().subarray(4), hex('0000')]), /length/],
    ['a long length that fits a short one', () => build({ extensions: [hex('308100')] }), /minimal/],
    ['a negative path length', () => build({ extensions: [extension('0603551d13', '30060101ff0201ff')] }), /pathLen/],
    ['a path length of 128', () => build({ extensions: [extension('0603551d13', '30070101ff02020080')] }), /pathLen/],
    [
      'basicConstraints with a third part',
      () => build({ extensions: [extension('0603551d13', '30080101ff020100 0500')] }),
      /basic/,
    ],
    ['a boolean that is 1', () => build({ extensions: [extension('0603551d13', '3003010101')] }), /boolean/],
    ['an empty keyUsage', () => build({ extensions: [extension('0603551d0f', '030100')] }), /keyUsage/],
    ['a keyUsage padded with ones', () => build({ extensions: [extension('0603551d0f', '030201ff')] }), /keyUsage/],
    ['an empty extendedKeyUsage', () => build({ extensions: [extension('0603551d25', '3000')] }), /extendedKeyUsage/],
    ['empty name constraints', () => build({ extensions: [extension('0603551d1e', '3000')] }), /nameConstraints/],
    ['a DNS name that is not ASCII', () => build({ extensions: [extension('0603551d11', '30038201e9')] }), /ASCII/],
    [
      'a name constraint without a name',
      () => build({ extensions: [extension('0603551d1e', '3004a0023000')] }),
      /without a name/,
    ],
    [
      'an extension of four parts',
      () => build({ extensions: [tlv(0x30, hex('0603551d13 0101ff 0500 0405 30030101ff'))] }),
      /too many parts/,
    ],
    ['something after the signature', () => tlv(0x30, build().subarray(4), hex('0500')), /after the signature/],
    ['a multi-byte tag', () => hex('3f8100'), /tag/],
    ['no bytes', () => Buffer.alloc(0), /early/],
  ])('%s', (_, der, message) => {
    expect(() => readCertificate(der())).toThrow(message);
  });

  test('a point that is not on the curve is refused', () => {
    const der = build();
    const point = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-64);
    der[der.indexOf(point) + 5]! ^= 1;
    expect(() => readCertificate(der)).toThrow('OpenSSL cannot read it');
  });
});

test('the example root of the fleets is what its readers expect', () => {
  const file = join(__dirname, '../../fleets/trust/anchors.pem');
  const { certificates, issues } = parseBundle(readFileSync(file, 'utf8'), 'trust/anchors.pem');
  expect(issues).toEqual([]);
  expect(
    certificates.map(({ subject, isCA, pathLen, key, certSign }) => ({ subject, isCA, pathLen, key, certSign })),
  ).toEqual([{ subject: 'CN=root.linkerd.mesh.example.com', isCA: true, pathLen: 1, key: 'EC P-256', certSign: true }]);
  expect(certificates[0]!.notBefore).toBe(Date.parse('2026-01-01T00:00:00Z'));
  expect(certificates[0]!.notAfter).toBe(Date.parse('2046-01-01T00:00:00Z'));
  execFileSync('openssl', ['verify', '-no_check_time', '-check_ss_sig', '-CAfile', file, file], { stdio: 'pipe' });
});
