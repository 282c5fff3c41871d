/** Roots and identity issuers for fleets without a CA. Nothing that is rendered depends on it: what is minted is input. */
import { createHash, createPrivateKey, type KeyObject, randomBytes, webcrypto } from 'node:crypto';
import { type Certificate, readCertificate } from '../certificate';
import type { IdentityNames } from '../constraints';
import { nameConstraints } from './constraints';
import { loadX509, type X509 } from './x509';

/** A certificate and its private key. */
export interface Minted {
  readonly certificate: Certificate;
  /** PKCS #8, PEM. A secret. */
  readonly key: string;
}

/** Who signs: a certificate and its key. */
export interface Authority {
  readonly certificate: Certificate;
  readonly key: KeyObject;
}

/** Validity of what is minted. */
export interface Validity {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly days: number;
}

/** So long before now a certificate starts, for clusters whose clocks are behind; `linkerd check` allows them 5 minutes. */
export const BACKDATED = 5 * 60_000;

const DAY = 86_400_000;

/** EC P-256 with SHA-256 is what Linkerd takes from issuers (linkerd2 pkg/issuercerts). */
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/**
 * A root that signs issuers and nothing above a workload certificate besides: path length 1. Its subject is its own, so that a
 * verifier with several generations of anchors finds the right one by name.
 */
export async function mintRoot(domain: string, validity: Validity): Promise<Minted> {
  const keys = await generate();
  const serial = serialNumber();
  return create({ cn: `root-${serial.slice(0, 8)}.linkerd.${domain}`, serial, pathLength: 1, keys, validity });
}

/**
 * An issuer that signs workload certificates (path length 0) with names of one cluster only: DNS names below
 * `serviceaccount.identity.<linkerdNamespace>.<trustDomain>`, and no URI.
 */
export async function mintIssuer(authority: Authority, names: IdentityNames, validity: Validity): Promise<Minted> {
  const keys = await generate();
  const serial = serialNumber();
  const cn = `identity-${serial.slice(0, 8)}.${names.linkerdNamespace}.${names.trustDomain}`;
  return create({ cn, serial, pathLength: 0, keys, validity, authority, names });
}

interface Order {
  readonly cn: string;
  readonly serial: string;
  readonly pathLength: number;
  readonly keys: webcrypto.CryptoKeyPair;
  readonly validity: Validity;
  /** @default - signs itself */
  readonly authority?: Authority;
  readonly names?: IdentityNames;
}

async function create(order: Order): Promise<Minted> {
  const { cn, serial, keys, validity, authority } = order;
  const x509 = loadX509();
  const subject = new x509.Name([{ CN: [commonName(cn)] }]);
  // The name as it is encoded there: verifiers compare bytes.
  const issuer = authority ? new x509.X509Certificate(authority.certificate.der).subjectName : subject;
  const made = await x509.X509CertificateGenerator.create({
    serialNumber: serial,
    subject,
    issuer,
    notBefore: seconds(validity.now - BACKDATED),
    notAfter: seconds(validity.now + validity.days * DAY),
    signingAlgorithm: authority?.certificate.key.startsWith('RSA') ? RSA : ECDSA,
    publicKey: keys.publicKey,
    signingKey: authority ? await imported(authority) : keys.privateKey,
    extensions: await extensions(x509, order),
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  return {
    certificate: readCertificate(Buffer.from(made.rawData)),
    key: key.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

async function extensions(x509: X509, { keys, pathLength, authority, names }: Order) {
  const { keyCertSign, cRLSign } = x509.KeyUsageFlags;
  const own = await x509.SubjectKeyIdentifierExtension.create(keys.publicKey);
  return [
    new x509.BasicConstraintsExtension(true, pathLength, true),
    new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
    own,
    new x509.AuthorityKeyIdentifierExtension(authority?.certificate.ski ?? own.keyId),
    ...(names ? [new x509.Extension('2.5.29.30', true, nameConstraints(names))] : []),
  ];
}

const generate = () => webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);

function imported({ certificate, key }: Authority): Promise<webcrypto.CryptoKey> {
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', pkcs8, certificate.key.startsWith('RSA') ? RSA : ECDSA, false, ['sign']);
}

/** 126 random bits behind a bit that keeps the number positive and of one length. */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return bytes.toString('hex');
}

/** X.509 allows 64 characters. Nobody compares this name; it starts with what makes it unique. */
function commonName(name: string): string {
  if (name.length <= 64) return name;
  return `${name.slice(0, 55)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

const seconds = (ms: number) => new Date(Math.floor(ms / 1000) * 1000);
