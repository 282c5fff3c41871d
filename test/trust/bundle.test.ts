import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleSha256, type Certificate, canonicalBundle, parseBundle } from '../../lib/trust';
import { CA, type Minted, type OpenSSL, openssl } from './openssl';

let o: OpenSSL;
let a: Minted;
let b: Minted;
let many: Certificate[];

beforeAll(() => {
  o = openssl();
  a = o.mint({ cn: 'root-a', ext: CA(1) });
  b = o.mint({ cn: 'root-b', ext: CA(1) });
  many = copies(a, 300);
});
afterAll(() => o.close());

/** Certificates that differ in one byte of the key identifier: readable, though no longer signed. */
function copies(of: Minted, count: number): Certificate[] {
  const at = of.cert.der.indexOf(Buffer.from(of.cert.ski!, 'hex'));
  const pems = Array.from({ length: count }, (_, i) => {
    const der = Buffer.from(of.cert.der);
    der.writeUInt16BE(i, at);
    return wrap(der);
  });
  return [...parseBundle(pems.join('\n'), 'many.pem').certificates];
}

const wrap = (der: Buffer, label = 'CERTIFICATE') =>
  `-----BEGIN ${label}-----\n${der
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n')}\n-----END ${label}-----`;
const codes = (pem: string) => parseBundle(pem, 'trust/anchors.pem').issues.map((i) => i.code);
const names = (pem: string) => parseBundle(pem, 'trust/anchors.pem').certificates.map((c) => c.subject);

describe('a bundle is read whatever harmless form it has', () => {
  test.each<[string, () => string]>([
    ['as openssl writes it', () => a.pem + b.pem],
    ['without a newline at the end', () => (a.pem + b.pem).trimEnd()],
    ['with blank lines at the end', () => `${a.pem}${b.pem}\n\n \n`],
    ['with CRLF', () => (a.pem + b.pem).replaceAll('\n', '\r\n')],
    ['with CR', () => (a.pem + b.pem).replaceAll('\n', '\r')],
    ['with a byte order mark', () => `\uFEFF${a.pem}${b.pem}`],
    ['with comments above the certificates', () => `# 2026\n${a.pem}# 2029: the private key is in the vault\n${b.pem}`],
    ['with the text that openssl x509 -text puts above', () => `${o.text(a)}${a.pem}${o.text(b)}${b.pem}`],
    ['with spaces at the end of lines', () => (a.pem + b.pem).replaceAll('\n', '  \n')],
    ['with base64 in one line', () => (a.pem + b.pem).replace(/([A-Za-z0-9+/=])\n(?!-)/g, '$1')],
  ])('%s', (_, pem) => {
    expect(codes(pem())).toEqual([]);
    expect(names(pem())).toEqual(['CN=root-a', 'CN=root-b']);
  });

  test('with 300 certificates', () => {
    expect(many).toHaveLength(300);
    expect(new Set(many.map((c) => c.fingerprint)).size).toBe(300);
  });
});

describe('a bundle is refused with the code of its fault', () => {
  test.each<[string, () => string, string[]]>([
    ['nothing', () => '', ['TRUST_BUNDLE_EMPTY']],
    ['only a comment', () => '# anchors\n', ['TRUST_BUNDLE_EMPTY']],
    ['DER instead of PEM', () => a.cert.der.toString('latin1'), ['TRUST_BUNDLE_EMPTY']],
    ['text after the last block', () => `${a.pem}# end\n`, ['TRUST_BUNDLE_TRAILING_TEXT']],
    ['text after blank lines after the last block', () => `${a.pem}\n\nsee wiki\n`, ['TRUST_BUNDLE_TRAILING_TEXT']],
    ['a PEM header', () => a.pem.replace('\n', '\nProc-Type: 4,ENCRYPTED\n\n'), ['TRUST_BUNDLE_HEADERS']],
    [
      'a request',
      () => `${a.pem}${wrap(a.cert.der, 'CERTIFICATE REQUEST')}\n${b.pem}`,
      ['TRUST_BUNDLE_NOT_CERTIFICATE'],
    ],
    ['a trusted certificate', () => wrap(a.cert.der, 'TRUSTED CERTIFICATE'), ['TRUST_BUNDLE_NOT_CERTIFICATE']],
    ['a CRL', () => wrap(a.cert.der, 'X509 CRL'), ['TRUST_BUNDLE_NOT_CERTIFICATE']],
    ['truncated DER', () => wrap(a.cert.der.subarray(0, -1)), ['TRUST_ANCHOR_UNREADABLE']],
    ['a byte after the DER', () => wrap(Buffer.concat([a.cert.der, Buffer.of(0)])), ['TRUST_ANCHOR_UNREADABLE']],
    ['two certificates in one block', () => wrap(Buffer.concat([a.cert.der, b.cert.der])), ['TRUST_ANCHOR_UNREADABLE']],
    ['an empty block', () => '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----', ['TRUST_ANCHOR_UNREADABLE']],
    ['a character that is not base64', () => a.pem.replace('MII', 'MI*I'), ['TRUST_ANCHOR_UNREADABLE']],
    ['a lost character', () => a.pem.replace('MII', 'MI'), ['TRUST_ANCHOR_UNREADABLE']],
    ['no END line', () => a.pem.replace(/-----END.*/, ''), ['TRUST_ANCHOR_UNREADABLE']],
    [
      'an indented block',
      () => `${a.pem}${b.pem.replace(/^/gm, '  ')}`,
      ['TRUST_ANCHOR_UNREADABLE', 'TRUST_ANCHOR_UNREADABLE'],
    ],
    [
      'a damaged BEGIN line',
      () => b.pem.replace('CERTIFICATE-----', 'CERTIFICATE----') + a.pem,
      ['TRUST_ANCHOR_UNREADABLE'],
    ],
    ['a megabyte and a byte', () => a.pem + '#'.repeat(1024 * 1024), ['TRUST_BUNDLE_SIZE']],
    ['5 MB', () => a.pem.repeat(8000), ['TRUST_BUNDLE_SIZE']],
    ['5 MB of key markers without an end', () => 'BEGIN '.repeat(800_000), ['TRUST_BUNDLE_SIZE']],
    [
      'every fault at once',
      () => `${a.pem.replace('MII', 'MI')}${wrap(b.cert.der, 'X509 CRL')}\nend`,
      ['TRUST_ANCHOR_UNREADABLE', 'TRUST_BUNDLE_NOT_CERTIFICATE', 'TRUST_BUNDLE_TRAILING_TEXT'],
    ],
  ])('%s', (_, pem, expected) => {
    expect(new Set(codes(pem()))).toEqual(new Set(expected));
  });

  test('each fault names its block or line', () => {
    const pem = `${a.pem}${wrap(b.cert.der, 'X509 CRL')}\n${b.pem.replace('MII', 'MI')}\n-----BEGIN\n`;
    const { certificates, issues } = parseBundle(pem, 'trust/anchors.pem');
    expect(certificates.map((c) => c.subject)).toEqual(['CN=root-a']);
    expect(issues.map((i) => `${i.path}: ${i.found}`)).toEqual([
      'trust/anchors.pem[1]: a X509 CRL block',
      'trust/anchors.pem[2]: a block that is not base64',
      `trust/anchors.pem: line ${pem.trimEnd().split('\n').length} has dashes of a BEGIN or END line, but is none in its place`,
    ]);
  });
});

describe('a private key in a bundle', () => {
  const forms: [string, () => string][] = [
    ['PKCS #8', () => a.key],
    ['SEC1', () => execFileSync('openssl', ['ec', '-in', a.keyFile], { stdio: 'pipe' }).toString()],
    ['OpenSSH', () => a.key.replaceAll('PRIVATE', 'OPENSSH PRIVATE')],
    ['encrypted', () => a.key.replaceAll('PRIVATE', 'ENCRYPTED PRIVATE')],
    ['with damaged dashes', () => a.key.replaceAll('-----', '---')],
    ['cut after its first line', () => a.key.split('\n').slice(0, 2).join('\n')],
  ];
  const places: [string, (key: string) => string][] = [
    ['first', (key) => `${key}\n${a.pem}`],
    ['last', (key) => `${a.pem}${key}`],
    ['with CRLF', (key) => `${a.pem}${key}`.replaceAll('\n', '\r\n')],
    ['in the middle of 5 MB', (key) => `${a.pem.repeat(4000)}${key}\n${a.pem.repeat(4000)}`],
  ];
  test.each(forms.flatMap(([form, key]) => places.map(([place, at]) => [form, place, key, at] as const)))(
    '%s, %s: refused by file name, nothing of it kept or told',
    (_form, _place, key, at) => {
      const result = parseBundle(at(key()), 'trust/anchors.pem');
      expect(result.certificates).toEqual([]);
      expect(result.issues.map((i) => [i.code, i.severity, i.path])).toEqual([
        ['TRUST_BUNDLE_PRIVATE_KEY', 'error', 'trust/anchors.pem'],
      ]);
      const secret = a.key.split('\n')[1]!;
      expect(JSON.stringify(result)).not.toContain(secret.slice(0, 16));
    },
  );

  test('hidden under a CERTIFICATE label is refused without being told', () => {
    const der = Buffer.from(a.key.replace(/-----.*-----|\n/g, ''), 'base64');
    const result = parseBundle(wrap(der), 'x.pem');
    expect(result.issues.map((i) => i.code)).toEqual(['TRUST_ANCHOR_UNREADABLE']);
    expect(JSON.stringify(result)).not.toContain(der.toString('base64').slice(0, 16));
  });
});

describe('the canonical bundle', () => {
  test('is what trust-manager 0.25.0 writes for the same source', () => {
    const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures', name), 'utf8');
    const source = parseBundle(fixture('source.pem'), 'source.pem');
    expect(source.issues).toEqual([]);
    expect(canonicalBundle(source.certificates)).toBe(fixture('trust-manager.pem'));
  });

  test('holds each certificate once, ascending by SHA-256, in 64 columns, without a newline at the end', () => {
    const text = canonicalBundle([a.cert, b.cert, a.cert]);
    const blocks = text.split(/(?<=-----END CERTIFICATE-----)\n/);
    const hashes = blocks.map((pem) => new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase());
    expect(hashes).toEqual([a.cert.fingerprint, b.cert.fingerprint].sort());
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBe(64);
    expect(text.endsWith('-----END CERTIFICATE-----')).toBe(true);
  });

  test('has the same bytes for any order, any copies and any reading of itself', () => {
    const some = many.slice(0, 12);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(some, { minLength: 1 }),
        fc.array(fc.nat(11), { maxLength: 6 }),
        (chosen, extra) => {
          const again = extra.map((i) => chosen[i % chosen.length]!);
          const text = canonicalBundle(chosen);
          expect(canonicalBundle([...again, ...[...chosen].reverse()])).toBe(text);
          const read = parseBundle(text, 'x.pem');
          expect(read.issues).toEqual([]);
          expect(canonicalBundle(read.certificates)).toBe(text);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('of no certificates is empty', () => {
    expect(canonicalBundle([])).toBe('');
  });

  test('has the SHA-256 that sha256sum shows for the file', () => {
    const text = canonicalBundle([a.cert, b.cert]);
    const file = join(o.dir, 'ca-bundle.crt');
    writeFileSync(file, text);
    const seen = execFileSync('openssl', ['dgst', '-sha256', '-r', file]).toString().slice(0, 64);
    expect(bundleSha256(text)).toBe(seen);
    expect(bundleSha256('')).toBe(createHash('sha256').digest('hex'));
  });
});

test('no text makes the parser throw, and none is quoted', () => {
  const pieces = fc.constantFrom(
    ...[
      '-----BEGIN CERTIFICATE-----',
      '-----END CERTIFICATE-----',
      '-----BEGIN X-----',
      '-----',
      '\n',
      '\r\n',
      'MIIB',
      'AAAA',
    ],
    ...['canary', ':', '\uFEFF', '\0', '  ', '=', 'PRIVATE KEY', '-----BEGIN constructor-----'],
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 25 }), (parts) => {
      const { certificates, issues } = parseBundle(parts.join(''), 'x.pem');
      expect(certificates).toEqual([]);
      expect(issues.length).toBeGreaterThan(0);
      expect(JSON.stringify(issues)).not.toContain('canary');
    }),
    { numRuns: 2000 },
  );
});

test('no change of a byte makes the parser throw', () => {
  fc.assert(
    fc.property(fc.nat(a.cert.der.length - 1), fc.nat(255), (at, byte) => {
      const der = Buffer.from(a.cert.der);
      der[at] = byte;
      const { certificates, issues } = parseBundle(wrap(der), 'x.pem');
      expect(certificates.length + issues.length).toBe(1);
      for (const cert of certificates) expect([cert.key, cert.subject, cert.issuer, cert.pem].join()).toContain('CN');
    }),
    { numRuns: 3000 },
  );
});
