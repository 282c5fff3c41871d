/** What Linkerd asks of trust anchors and issuers, one Issue for each thing that is not so. */
import { type Issue, type IssueInput, issue } from '../errors';
import { canonicalBundle } from './bundle';
import type { Certificate } from './certificate';
import { findChain, limitsUse, servesAsAnchor } from './chain';
import { type IdentityNames, unusableConstraint } from './constraints';

/** Linux takes 131,071 bytes of `NAME=value`; the injector writes the bundle with a newline at its end. */
const MAX_BUNDLE = 131_071 - 'LINKERD2_PROXY_IDENTITY_TRUST_ANCHORS=\n'.length;

/** Signature checks that rustls-webpki spends on one handshake. */
const MAX_SAME_SUBJECT = 100;

const DAY = 86_400_000;

/** linkerd2 pkg/issuercerts: expirationWarningThresholdInDays. */
const WARNING_DAYS = 60;

/** Key, then the signatures that Linkerd allows on a certificate with it (linkerd2 pkg/issuercerts/issuercerts.go). */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'EC P-256': ['ecdsa-with-SHA256', 'sha256WithRSAEncryption'],
  'RSA 2048': ['sha256WithRSAEncryption'],
  'RSA 4096': ['sha256WithRSAEncryption'],
};

/**
 * Everything wrong with the trust anchors of a bundle: algorithms, CA flags, constraints, copies, one subject too often, size as an
 * environment variable, and with `now` validity, including the 60 days in which `linkerd check` warns.
 *
 * @param path the bundle, as the description names it; an anchor is `path[index]`
 * @param now milliseconds since the epoch @default - validity is not looked at
 */
export function checkAnchors(certs: readonly Certificate[], path: string, now?: number): Issue[] {
  const issues: Issue[] = [];
  for (const [index, cert] of certs.entries()) {
    const at = `${path}[${index}]`;
    const first = certs.findIndex((other) => other.fingerprint === cert.fingerprint);
    if (first === index) issues.push(...checkAnchor(cert, at, now));
    else
      issues.push(
        issue('TRUST_ANCHOR_DUPLICATE', { path: at, found: `${name(cert)}, which is also ${path}[${first}]` }),
      );
  }
  const bytes = canonicalBundle(certs).length;
  if (bytes > MAX_BUNDLE) issues.push(issue('TRUST_BUNDLE_SIZE', { path, found: `${bytes} bytes` }));
  return [...issues, ...checkSubjects(certs, path)];
}

/**
 * Everything wrong with an identity issuer by itself: key and signature, CA flag, usages, constraints that proxies cannot process,
 * and with `now` validity. Whether it chains to a bundle is {@link checkIssuerUnderBundle}.
 *
 * A path length of its own is not asked for (cert-manager cannot set one); `pathlen:1` on the root has the same effect.
 *
 * @param now milliseconds since the epoch @default - validity is not looked at
 */
export function checkIssuer(cert: Certificate, path: string, now?: number): Issue[] {
  const { issues, report } = reporter(path);
  if (cert.key !== 'EC P-256' || !ALLOWED[cert.key]!.includes(cert.signature)) {
    report('TRUST_ISSUER_ALGORITHM', `${cert.key} signed with ${cert.signature}`);
  }
  const noCA = whyNoCA(cert);
  if (noCA) report('TRUST_ISSUER_NOT_CA', `${name(cert)}, ${noCA}`);
  if (limitsUse(cert)) report('TRUST_ISSUER_USAGE', `extended key usage ${cert.extendedKeyUsage!.join(', ')}`);
  const unusable = unusableExtension(cert);
  if (unusable) report('TRUST_ISSUER_CONSTRAINTS', unusable);
  if (now === undefined) return issues;
  const lifetime = cert.notAfter - cert.notBefore;
  const soon = Math.min(WARNING_DAYS * DAY, lifetime / 3);
  if (now > cert.notAfter) report('TRUST_ISSUER_EXPIRED', ended(cert));
  else if (now < cert.notBefore) report('TRUST_ISSUER_NOT_YET_VALID', starts(cert));
  else if (cert.notAfter - now < soon) report('TRUST_ISSUER_EXPIRES_SOON', ends(cert));
  return issues;
}

/**
 * Whether an issuer chains to an anchor of a bundle and may sign the identities of its cluster. The bundle is that of any cluster its
 * identities meet: for a Link, the issuer of each side under the bundle of the other.
 *
 * @param issuerChain the issuer, then its intermediates in any order
 * @param path the issuer, as the description names it
 * @param names the identities of the cluster of the issuer @default - constraints are not held against a trust domain
 */
export function checkIssuerUnderBundle(
  issuerChain: readonly Certificate[],
  bundle: readonly Certificate[],
  path: string,
  names?: IdentityNames,
): Issue[] {
  const verdict = findChain(issuerChain, bundle, names);
  if (verdict.ok) return [];
  const issuer = issuerChain[0];
  const found = `${issuer ? name(issuer) : 'the issuer'}, which ${verdict.reason}`;
  return [issue(verdict.constraint ? 'TRUST_CONSTRAINT_MISMATCH' : 'TRUST_CHAIN_BROKEN', { path, found })];
}

function checkAnchor(cert: Certificate, path: string, now: number | undefined): Issue[] {
  const { issues, report } = reporter(path);
  if (!ALLOWED[cert.key]?.includes(cert.signature)) {
    report('TRUST_ANCHOR_ALGORITHM', `${cert.key} signed with ${cert.signature}`);
  }
  const noCA = whyNoCA(cert) ?? (servesAsAnchor(cert) ? undefined : 'with an extended key usage that lacks serverAuth');
  if (noCA) report('TRUST_ANCHOR_NOT_CA', `${name(cert)}, ${noCA}`);
  const unusable = unusableExtension(cert);
  if (unusable) report('TRUST_ANCHOR_CONSTRAINTS', unusable);
  if (now === undefined) return issues;
  if (now > cert.notAfter) report('TRUST_ANCHOR_EXPIRED', ended(cert));
  else if (now < cert.notBefore) report('TRUST_ANCHOR_NOT_YET_VALID', starts(cert));
  else if (cert.notAfter - now < WARNING_DAYS * DAY) report('TRUST_ANCHOR_EXPIRES_SOON', ends(cert));
  return issues;
}

function checkSubjects(certs: readonly Certificate[], path: string): Issue[] {
  const bySubject = new Map<string, Set<string>>();
  for (const cert of certs) {
    const same = bySubject.get(cert.subjectKey) ?? new Set();
    bySubject.set(cert.subjectKey, same.add(cert.fingerprint));
  }
  const issues: Issue[] = [];
  for (const cert of certs) {
    const count = bySubject.get(cert.subjectKey)?.size ?? 0;
    bySubject.delete(cert.subjectKey);
    if (count <= MAX_SAME_SUBJECT) continue;
    issues.push(issue('TRUST_ANCHOR_SAME_SUBJECT', { path, found: `${count} anchors named ${cert.subject}` }));
  }
  return issues;
}

function whyNoCA(cert: Certificate): string | undefined {
  if (!cert.isCA) return 'not marked as a CA';
  return cert.certSign ? undefined : 'with a keyUsage that lacks keyCertSign';
}

function unusableExtension(cert: Certificate): string | undefined {
  const constraint = cert.nameConstraints && unusableConstraint(cert.nameConstraints);
  const [critical] = cert.unknownCritical;
  return constraint ?? (critical === undefined ? undefined : `the critical extension ${critical}`);
}

function reporter(path: string) {
  const issues: Issue[] = [];
  const report = (code: Issue['code'], found: IssueInput['found']) => void issues.push(issue(code, { path, found }));
  return { issues, report };
}

const name = (cert: Certificate) => `${cert.subject} (SHA-256 ${cert.fingerprint.slice(0, 16)}…)`;
const date = (ms: number) => new Date(ms).toISOString().slice(0, 19).concat('Z');
const ended = (cert: Certificate) => `${name(cert)}, expired on ${date(cert.notAfter)}`;
const ends = (cert: Certificate) => `${name(cert)}, valid until ${date(cert.notAfter)}`;
const starts = (cert: Certificate) => `${name(cert)}, valid from ${date(cert.notBefore)}`;
