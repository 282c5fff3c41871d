/** What is minted, as the verifiers of the mesh see it: ours, OpenSSL and, where it is installed, Go. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Certificate, checkAnchors, checkIssuer, checkIssuerUnderBundle } from '../../../lib/trust';
import { nameConstraints } from '../../../lib/trust/mint/constraints';
import { type Authority, BACKDATED, type Minted, mintIssuer, mintRoot } from '../../../lib/trust/mint/mint';
import { CA, LEAF, type OpenSSL, openssl, type Minted as Written } from '../openssl';

const DAY = 86_400_000;
const NOW = Date.now();
const EU = { linkerdNamespace: 'linkerd', trustDomain: 'eu.mesh.example.com' };
const OWN = 'DNS:web.shop.serviceaccount.identity.linkerd.eu.mesh.example.com';
const FOREIGN = 'DNS:web.shop.serviceaccount.identity.linkerd.us.mesh.example.com';
const GO = spawnSync('go', ['version']).status === 0;

let o: OpenSSL;
let root: Minted;
let issuer: Minted;
beforeAll(async () => {
  o = openssl();
  root = await mintRoot('mesh.example.com', { now: NOW, days: 3650 });
  issuer = await mintIssuer(authority(root), EU, { now: NOW, days: 365 });
});
afterAll(() => o.close());

const authority = ({ certificate, key }: Minted): Authority => ({ certificate, key: createPrivateKey(key) });

/** The same as files, for programs that read files. */
function written(name: string, { certificate, key }: Minted): Written {
  const [file, keyFile] = [join(o.dir, `${name}.pem`), join(o.dir, `${name}.key`)];
  writeFileSync(file, `${certificate.pem}\n`);
  writeFileSync(keyFile, key);
  return { cert: certificate, pem: `${certificate.pem}\n`, key, file, keyFile };
}

const validity = ({ notBefore, notAfter }: Certificate) => [notBefore, notAfter];

describe('a minted root', () => {
  it('is an anchor without findings, P-256, that allows one CA below it', () => {
    const { certificate } = root;
    expect(checkAnchors([certificate], 'root', NOW)).toEqual([]);
    expect(certificate).toMatchObject({ key: 'EC P-256', signature: 'ecdsa-with-SHA256', isCA: true, pathLen: 1 });
    expect(certificate.aki).toBe(certificate.ski);
    expect(certificate.signedWith(certificate.publicKey)).toBe(true);
  });

  it('starts before now and lives for the days that were asked for', () => {
    const second = Math.floor(NOW / 1000) * 1000;
    expect(validity(root.certificate)).toEqual([Math.floor((NOW - BACKDATED) / 1000) * 1000, second + 3650 * DAY]);
  });

  it('has a subject, a serial number and a key of its own each time', async () => {
    const again = await mintRoot('mesh.example.com', { now: NOW, days: 3650 });
    expect(again.certificate.subjectKey).not.toBe(root.certificate.subjectKey);
    expect(again.key).not.toBe(root.key);
    expect(root.certificate.subject).toMatch(/^CN=root-[0-9a-f]{8}\.linkerd\.mesh\.example\.com$/);
  });

  it('keeps its subject within the 64 characters of X.509, and its uniqueness', async () => {
    const { certificate } = await mintRoot(`${'a'.repeat(60)}.${'b'.repeat(60)}.example.com`, { now: NOW, days: 1 });
    expect(certificate.subject.length - 'CN='.length).toBeLessThanOrEqual(64);
    expect(certificate.subject).toMatch(/^CN=root-[0-9a-f]{8}\.linkerd\.a+/);
  });

  it('may live past 2050, where the encoding of times changes', async () => {
    const late = await mintRoot('mesh.example.com', { now: Date.parse('2049-06-01T00:00:00Z'), days: 3650 });
    expect(new Date(late.certificate.notAfter).toISOString()).toBe('2059-05-30T00:00:00.000Z');
  });
});

describe('a minted issuer', () => {
  it('has no findings, chains to its root and is bound to the trust domain of its cluster', () => {
    const { certificate } = issuer;
    expect(checkIssuer(certificate, 'issuer', NOW)).toEqual([]);
    expect(checkIssuerUnderBundle([certificate], [root.certificate], 'issuer', EU)).toEqual([]);
    const foreign = { ...EU, trustDomain: 'us.mesh.example.com' };
    expect(checkIssuerUnderBundle([certificate], [root.certificate], 'issuer', foreign).map((i) => i.code)).toEqual([
      'TRUST_CONSTRAINT_MISMATCH',
    ]);
    expect(certificate).toMatchObject({
      key: 'EC P-256',
      pathLen: 0,
      aki: root.certificate.ski,
      nameConstraints: {
        critical: true,
        permittedDns: ['serviceaccount.identity.linkerd.eu.mesh.example.com'],
        excludedUri: [''],
      },
    });
  });

  it('has its key in PKCS #8', () => {
    expect(issuer.key).toMatch(/^-----BEGIN PRIVATE KEY-----\n[\s\S]+\n-----END PRIVATE KEY-----\n$/);
    expect(createPrivateKey(issuer.key).asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  });

  it('takes the name and the key id of a CA that others made as they are, RSA too', async () => {
    for (const key of ['P-256', 'rsa2048'] as const) {
      const ca = o.mint({ cn: 'Übermorgen, Root', key, ext: CA(1) });
      const made = await mintIssuer({ certificate: ca.cert, key: createPrivateKey(ca.key) }, EU, {
        now: NOW,
        days: 30,
      });
      expect(made.certificate.issuerKey).toBe(ca.cert.subjectKey);
      expect(made.certificate.aki).toBe(ca.cert.ski);
      expect(checkIssuer(made.certificate, 'issuer', NOW)).toEqual([]);
      expect(checkIssuerUnderBundle([made.certificate], [ca.cert], 'issuer', EU)).toEqual([]);
      expect(o.accepts(written(`own-${key}`, made), [], [ca])).toBe(true);
    }
  });
});

/** Leaves under the issuer, and what the verifiers have to say of them. */
const LEAVES: readonly (readonly [string, readonly string[], boolean])[] = [
  ['of its own trust domain', [OWN], true],
  ['of another trust domain', [FOREIGN], false],
  ['of both', [OWN, FOREIGN], false],
  ['of a name outside of the mesh', ['DNS:www.example.com'], false],
];

describe('OpenSSL', () => {
  it('accepts the issuer when it is strict', () => {
    const args = ['verify', '-x509_strict', '-purpose', 'any', '-CAfile', written('root', root).file];
    const { status, stderr } = spawnSync('openssl', [...args, written('issuer', issuer).file], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each(LEAVES)('judges a leaf %s', (_, names, accepted) => {
    const [ca, by] = [written('root', root), written('issuer', issuer)];
    expect(o.accepts(o.mint({ cn: 'leaf', by, ext: LEAF(...names) }), [by], [ca])).toBe(accepted);
  });

  it('accepts no CA below the issuer', () => {
    const [ca, by] = [written('root', root), written('issuer', issuer)];
    const below = o.mint({ cn: 'below', by, ext: CA() });
    expect(o.accepts(o.mint({ cn: 'leaf', by: below, ext: LEAF(OWN) }), [by, below], [ca])).toBe(false);
  });
});

describe.runIf(GO)("Go's verifier", () => {
  let program: string;
  beforeAll(() => {
    program = join(o.dir, 'verify');
    execFileSync('go', ['build', '-o', program, join(__dirname, 'verify.go')], { cwd: o.dir, stdio: 'pipe' });
  });
  const verdict = (leaf: Written, untrusted: readonly Written[], ca: Written) => {
    const file = join(o.dir, 'untrusted.pem');
    writeFileSync(file, untrusted.map(({ pem }) => pem).join(''));
    return execFileSync(program, [ca.file, file, leaf.file], { encoding: 'utf8' }).trim();
  };

  it.each(LEAVES)('judges a leaf %s', (_, names, accepted) => {
    const [ca, by] = [written('root', root), written('issuer', issuer)];
    const found = verdict(o.mint({ cn: 'leaf', by, ext: LEAF(...names) }), [by], ca);
    expect(found).toEqual(accepted ? 'ok' : expect.stringContaining('not permitted'));
  });

  it('refuses SPIFFE IDs below the issuer, and CAs', () => {
    const [ca, by] = [written('root', root), written('issuer', issuer)];
    const spiffe = o.mint({ cn: 'spiffe', by, ext: LEAF(OWN, 'URI:spiffe://eu.mesh.example.com/web') });
    expect(verdict(spiffe, [by], ca)).toContain('excluded');
    const below = o.mint({ cn: 'below', by, ext: CA() });
    expect(verdict(o.mint({ cn: 'leaf', by: below, ext: LEAF(OWN) }), [by, below], ca)).toMatch(
      /too many intermediates/,
    );
  });
});

describe('name constraints in DER', () => {
  it('are lengths that add up, however long the names', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,62}$/);
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
        const der = nameConstraints({ linkerdNamespace: 'linkerd', trustDomain: labels.join('.') });
        const header = der[1]! < 0x80 ? 2 : 2 + (der[1]! & 0x7f);
        const length = header === 2 ? der[1]! : der.readUIntBE(2, header - 2);
        expect(der.length).toBe(header + length);
        expect(der.includes(`serviceaccount.identity.linkerd.${labels.join('.')}`)).toBe(true);
      }),
    );
  });
});
