/** A CA that a person has as files, read to sign issuers with. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { type Issue, issue } from '../../errors';
import { parseBundle } from '../bundle';
import type { Certificate } from '../certificate';
import type { Authority, Validity } from './mint';

/** A CA, and the certificates that stand between it and its root. */
export interface ReadAuthority {
  readonly authority?: Authority;
  /** Certificates after the first of the file. */
  readonly above: readonly Certificate[];
  readonly issues: readonly Issue[];
}

/**
 * Reads a CA. No message quotes either text.
 *
 * @param pem its certificate, then those above it
 * @param key PEM; PKCS #8, SEC1 or PKCS #1, not encrypted
 * @param path the directory, as the command line names it
 */
export function readAuthority(pem: string, key: string, path: string): ReadAuthority {
  const { certificates, issues } = parseBundle(pem, `${path}/tls.crt`);
  const [certificate, ...above] = certificates;
  if (certificate === undefined || issues.length > 0) return { above, issues };
  const unusable = (found: string) => ({ above, issues: [issue('TRUST_CA_UNUSABLE', { path, found })] });
  const secret = privateKey(key);
  if (secret === undefined) return unusable('a tls.key that is no private key in PEM, or an encrypted one');
  if (!new X509Certificate(certificate.der).checkPrivateKey(secret))
    return unusable('a tls.key of another certificate');
  const fault = whyNot(certificate);
  return fault === undefined ? { authority: { certificate, key: secret }, above, issues: [] } : unusable(fault);
}

/** What keeps `ca` from signing an issuer that lives as long as asked. */
export function lifetimeIssues({ certificate }: Authority, { now, days }: Validity, path: string): Issue[] {
  const { notBefore, notAfter } = certificate;
  const left = Math.floor((notAfter - now) / 86_400_000);
  if (now >= notBefore && left >= days) return [];
  const found = now < notBefore ? 'a CA that is not valid yet' : `a CA with ${Math.max(0, left)} days left`;
  return [
    issue('TRUST_CA_UNUSABLE', {
      path,
      found: `${found}, for an issuer of ${days} days`,
      fix: 'Ask for fewer days (--issuer-days), or issue from a CA that lives longer.',
    }),
  ];
}

function privateKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

function whyNot({ isCA, certSign, pathLen, key }: Certificate): string | undefined {
  if (!isCA || !certSign) return 'a certificate that may not sign certificates';
  if (pathLen === 0) return 'a CA with path length 0, under which proxies accept no issuer';
  return /^(EC P-256|RSA (2048|4096))$/.test(key) ? undefined : `a CA with a key of kind ${key}`;
}
