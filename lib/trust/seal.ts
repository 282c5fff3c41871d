/**
 * The encryption of Sealed Secrets (bitnami-labs/sealed-secrets pkg/crypto/crypto.go): a fresh AES-256-GCM key for each value, wrapped
 * by RSA-OAEP with SHA-256 and the scope as label. Random: never part of what is rendered.
 */
import {
  constants,
  createCipheriv,
  createHash,
  type KeyObject,
  publicEncrypt,
  randomBytes,
  X509Certificate,
} from 'node:crypto';

/** The controller's key, and the name by which files say what they were sealed for. */
export interface Recipient {
  readonly key: KeyObject;
  /** SHA-256 of the public key (SPKI, DER) in hex. */
  readonly fingerprint: string;
}

/** The recipient that a certificate is of; undefined where it is none with an RSA key. */
export function recipientOf(pem: string): Recipient | undefined {
  try {
    const key = new X509Certificate(pem).publicKey;
    if (key.asymmetricKeyType !== 'rsa') return undefined;
    return {
      key,
      fingerprint: createHash('sha256')
        .update(key.export({ type: 'spki', format: 'der' }))
        .digest('hex'),
    };
  } catch {
    return undefined;
  }
}

/** Name of the certificates in a PEM text, whatever order and form they have: SHA-256 in hex. */
export function caFingerprint(pem: string): string {
  const found = [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END/g)].map(([, body = '']) => body);
  const certificates = found.map((body) => body.replace(/\s/g, '')).sort();
  return createHash('sha256').update(certificates.join('\n')).digest('hex');
}

/** Seals a value for the Secret of that name in that namespace, and no other (strict scope). */
export function seal(value: string, { key }: Recipient, namespace: string, name: string): string {
  const session = randomBytes(32);
  const oaepLabel = Buffer.from(`${namespace}/${name}`);
  const wrapped = publicEncrypt(
    { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256', oaepLabel },
    session,
  );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(wrapped.length);
  // The key is used once, and so is the nonce.
  const cipher = createCipheriv('aes-256-gcm', session, Buffer.alloc(12));
  const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([length, wrapped, sealed]).toString('base64');
}

/** Whether a text has the form of a sealed value: what is in it, only its recipient can say. */
export function isSealed(text: string): boolean {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  const bytes = Buffer.from(text, 'base64');
  const wrapped = bytes.length > 2 ? bytes.readUInt16BE(0) : 0;
  return wrapped >= 256 && wrapped <= 2048 && bytes.length >= 2 + wrapped + 16;
}
