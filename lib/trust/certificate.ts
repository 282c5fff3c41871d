/** One public X.509 certificate: what Linkerd looks at, read strictly, worked out when asked for. */
import { createHash, type KeyObject, X509Certificate } from 'node:crypto';
import { children, DerError, expect, oid, only, TAG, type Tlv, time, unsigned } from './der';
import { type Extensions, readExtensions } from './extensions';

/** A certificate. Equal certificates have equal `fingerprint`s; the rest follows from `der`. */
export interface Certificate extends Extensions {
  readonly der: Buffer;
  /** SHA-256 of `der`, 64 lower-case hex digits. */
  readonly fingerprint: string;
  /** One CERTIFICATE block, 64 columns, no newline at the end. */
  readonly pem: string;
  /** Subject on one line, for messages: `CN=root.linkerd.mesh.example.com`. */
  readonly subject: string;
  /** Issuer on one line, for messages. */
  readonly issuer: string;
  /** The encoded subject in hex. Chains are built on it: Go and rustls-webpki compare names byte by byte. */
  readonly subjectKey: string;
  /** The encoded issuer in hex. */
  readonly issuerKey: string;
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
  /** Milliseconds since the epoch; the certificate is still valid in that second. */
  readonly notAfter: number;
  /** Kind and size of the public key: `EC P-256`, `RSA 2048`, `Ed25519`, or the OID of another. */
  readonly key: string;
  /** Algorithm of the signature on it, as OpenSSL calls it: `ecdsa-with-SHA256`, or the OID of another. */
  readonly signature: string;
  /** For checking signatures made with its key. */
  readonly publicKey: KeyObject;
  /** Whether the owner of `key` signed this certificate. */
  readonly signedWith: (key: KeyObject) => boolean;
}

/** Names of signature algorithms by OID; the last four are only there to be named in messages. */
const SIGNATURES: Readonly<Record<string, string>> = {
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.3.101.112': 'Ed25519',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.10': 'rsassaPss',
};

const CURVES: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.7': 'EC P-256',
  '1.3.132.0.33': 'EC P-224',
  '1.3.132.0.34': 'EC P-384',
  '1.3.132.0.35': 'EC P-521',
  '1.3.132.0.10': 'EC secp256k1',
};

const KEYS: Readonly<Record<string, string>> = { '1.3.101.112': 'Ed25519', '1.3.101.113': 'Ed448' };

/**
 * Reads one DER certificate. Stricter than OpenSSL, as strict as Go is: no bytes left over, no negative serial number, no extension
 * twice, the same algorithm inside and outside of the signed part. The signature itself is not checked.
 *
 * @throws DerError naming the fault
 */
export function readCertificate(der: Buffer): Certificate {
  const outer = children(only(der, TAG.sequence, 'the certificate').value);
  const tbs = readSignedPart(expect(outer[0], TAG.sequence, 'the signed part'));
  if (!expect(outer[1], TAG.sequence, 'the signature algorithm').raw.equals(tbs.algorithm.raw)) {
    throw new DerError('two different signature algorithms');
  }
  expect(outer[2], TAG.bitString, 'the signature');
  if (outer.length !== 3) throw new DerError('bytes left over after the signature');
  const signature = oid(children(tbs.algorithm.value)[0], 'the signature algorithm');
  const x509 = openssl(() => new X509Certificate(der));
  const publicKey = openssl(() => x509.publicKey);
  return {
    ...tbs.extensions,
    der,
    fingerprint: createHash('sha256').update(der).digest('hex'),
    subjectKey: tbs.subject.raw.toString('hex'),
    issuerKey: tbs.issuer.raw.toString('hex'),
    notBefore: tbs.notBefore,
    notAfter: tbs.notAfter,
    publicKey,
    key: describeKey(tbs.spki),
    signature: SIGNATURES[signature] ?? signature,
    get pem() {
      return pemBlock(der);
    },
    get subject() {
      return oneLine(x509.subject);
    },
    get issuer() {
      return oneLine(x509.issuer);
    },
    signedWith: (key) => x509.verify(key),
  };
}

/** One PEM block of 64 columns without a newline at the end. */
export function pemBlock(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----'].join('\n');
}

interface SignedPart {
  readonly algorithm: Tlv;
  readonly issuer: Tlv;
  readonly subject: Tlv;
  readonly spki: Tlv;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly extensions: Extensions;
}

function readSignedPart(tbs: Tlv): SignedPart {
  const parts = children(tbs.value);
  // A version 1 certificate has no version and no extensions; it is readable, and then no CA.
  const version = parts[0]?.tag === 0xa0 ? unsigned(children(parts.shift()!.value)[0], 'the version')[0]! : 0;
  unsigned(parts.shift(), 'the serial number');
  const algorithm = expect(parts.shift(), TAG.sequence, 'the signature algorithm');
  const issuer = expect(parts.shift(), TAG.sequence, 'the issuer');
  const validity = children(expect(parts.shift(), TAG.sequence, 'the validity').value);
  const subject = expect(parts.shift(), TAG.sequence, 'the subject');
  const spki = expect(parts.shift(), TAG.sequence, 'the public key');
  while (parts[0]?.tag === 0x81 || parts[0]?.tag === 0x82) parts.shift();
  const list = parts[0]?.tag === 0xa3 ? only(parts.shift()!.value, TAG.sequence, 'the extensions').value : undefined;
  if (parts.length > 0 || (list && version !== 2)) throw new DerError('unknown parts after the public key');
  return {
    algorithm,
    issuer,
    subject,
    spki,
    notBefore: time(validity[0], 'notBefore'),
    notAfter: time(validity[1], 'notAfter'),
    extensions: readExtensions(list ? children(list) : []),
  };
}

function describeKey(spki: Tlv): string {
  const [algorithm, bits] = children(spki.value);
  const [id, parameters] = children(algorithm!.value);
  const name = oid(id, 'the key algorithm');
  if (name === '1.2.840.10045.2.1') {
    const curve = oid(parameters, 'the curve');
    return CURVES[curve] ?? `EC ${curve}`;
  }
  if (name !== '1.2.840.113549.1.1.1') return KEYS[name] ?? name;
  const modulus = unsigned(
    children(only(bits!.value.subarray(1), TAG.sequence, 'the RSA key').value)[0],
    'the modulus',
  );
  const lead = modulus[0] === 0 ? modulus.subarray(1) : modulus;
  return `RSA ${lead.length * 8 - Math.clz32(lead[0]!) + 24}`;
}

/** OpenSSL refuses what the strict walk does not look at, such as a point that is not on its curve. */
function openssl<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new DerError('OpenSSL cannot read it');
  }
}

function oneLine(name: string | undefined): string {
  const text = (name ?? '').split('\n').join(', ');
  return text === '' ? 'no name' : text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
