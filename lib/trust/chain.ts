/** Whether what an issuer signs is accepted by those who hold a bundle. No clock: validity is a matter of rules.ts. */
import type { Certificate } from './certificate';
import { constraintMatchesTrustDomain, type IdentityNames, permitsDns, unusableConstraint } from './constraints';

/** Outcome of a search for a chain. */
export type ChainVerdict =
  | { readonly ok: true; readonly anchor: Certificate }
  | {
      readonly ok: false;
      /** The fault of the candidate that came nearest, as the end of a sentence about the issuer. */
      readonly reason: string;
      /** A chain exists, and only name constraints forbid it. */
      readonly constraint: boolean;
    };

/** Extended key usages by OID: proxies are servers and clients with one certificate. */
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const ANY_USE = '2.5.29.37.0';

/** Signatures that both rustls-webpki and Go accept in a chain. */
const ACCEPTED = /^(ecdsa-with-SHA(256|384|512)|sha(256|384|512)WithRSAEncryption|Ed25519)$/;

/** rustls-webpki builds no longer chains. */
const MAX_CAS = 6;

/** Candidates tried before giving up: a file of many CAs with one name and key would otherwise cost exponential time. */
const MAX_CANDIDATES = 2000;

/**
 * Whether the issuer chains to any anchor of the bundle, so that holders of the bundle accept what it signs.
 *
 * Checked as Linkerd's verifiers do (Go in the identity controller, rustls-webpki in proxies), the stricter of the two deciding: names
 * byte by byte, signatures, CA flag and key usage, path length with the workload certificate counted in, name constraints. A differing
 * authority key id is only a hint to both and breaks nothing, unlike in OpenSSL. Expiry is not looked at.
 *
 * @param issuerChain the issuer, then its intermediates in any order (the content of `tls.crt`)
 * @param bundle the anchors, in any order
 * @param names the identities that the issuer signs; without it, name constraints are held against the certificates of the chain only
 */
export function verifies(
  issuerChain: readonly Certificate[],
  bundle: readonly Certificate[],
  names?: IdentityNames,
): boolean {
  return findChain(issuerChain, bundle, names).ok;
}

/** As {@link verifies}, with the anchor that was found or the reason why none was. */
export function findChain(
  issuerChain: readonly Certificate[],
  bundle: readonly Certificate[],
  names?: IdentityNames,
): ChainVerdict {
  const [issuer, ...intermediates] = issuerChain;
  if (!issuer) return { ok: false, reason: 'is missing', constraint: false };
  const fault = unfit(issuer, [], names, false);
  if (fault) return { ok: false, reason: `cannot sign identities: it ${fault.reason}`, constraint: fault.constraint };
  const itself = bundle.find((anchor) => anchor.fingerprint === issuer.fingerprint);
  if (itself) return { ok: true, anchor: itself };
  const verdict = climb([issuer], { intermediates, bundle, names, tried: 0 });
  return verdict.ok ? verdict : { ok: false, reason: verdict.reason, constraint: verdict.constraint };
}

interface Search {
  readonly intermediates: readonly Certificate[];
  readonly bundle: readonly Certificate[];
  readonly names: IdentityNames | undefined;
  tried: number;
}

/** `rank` tells how near it came: further up the chain is nearer, and a right signature is nearer than a right name. */
type Ranked = Extract<ChainVerdict, { ok: true }> | (Extract<ChainVerdict, { ok: false }> & { readonly rank: number });

function climb(path: readonly Certificate[], search: Search): Ranked {
  const head = path[path.length - 1]!;
  const of = path.length === 1 ? 'is' : `has the intermediate "${head.subject}", which is`;
  const reason = `${of} signed by "${head.issuer}", which is not in the bundle`;
  let nearest: Ranked = { ok: false, reason, constraint: false, rank: path.length * 2 - 2 };
  for (const [ca, isAnchor] of candidates(head, path, search)) {
    if (search.tried++ > MAX_CANDIDATES) break;
    const fault = notSignedBy(head, ca) ?? unfit(ca, path, search.names, isAnchor);
    if (!fault && isAnchor) return { ok: true, anchor: ca };
    const verdict = fault ? failed(fault, ca, path, isAnchor) : climb([...path, ca], search);
    if (verdict.ok) return verdict;
    if (verdict.rank > nearest.rank) nearest = verdict;
  }
  return nearest;
}

function* candidates(
  head: Certificate,
  path: readonly Certificate[],
  search: Search,
): Generator<[Certificate, boolean]> {
  for (const ca of search.bundle) if (ca.subjectKey === head.issuerKey) yield [ca, true];
  if (path.length === MAX_CAS) return;
  for (const ca of search.intermediates) {
    const again = path.some((below) => below.subjectKey === ca.subjectKey && below.publicKey.equals(ca.publicKey));
    if (ca.subjectKey === head.issuerKey && !again) yield [ca, false];
  }
}

function failed(fault: Fault, ca: Certificate, path: readonly Certificate[], isAnchor: boolean): Ranked {
  const reason = `has the ${isAnchor ? 'anchor' : 'intermediate'} "${ca.subject}" above it, which ${fault.reason}`;
  return { ok: false, reason, constraint: fault.constraint, rank: path.length * 2 - (fault.signed ? 0 : 1) };
}

interface Fault {
  readonly reason: string;
  readonly constraint: boolean;
  /** The signature was right, so that this certificate was meant. */
  readonly signed: boolean;
}

function notSignedBy(child: Certificate, parent: Certificate): Fault | undefined {
  if (!signedBy(child, parent)) return { reason: 'has that name but another key', constraint: false, signed: false };
  if (ACCEPTED.test(child.signature)) return undefined;
  return { reason: `signed it with ${child.signature}, which proxies refuse`, constraint: false, signed: true };
}

/** Why `ca` must not stand above `path` (the CAs below it, issuer first) and the workload certificates below those. */
function unfit(
  ca: Certificate,
  path: readonly Certificate[],
  names: IdentityNames | undefined,
  isAnchor: boolean,
): Fault | undefined {
  const because = (reason: string, constraint = false): Fault => ({ reason, constraint, signed: true });
  if (!ca.isCA) return because('is not a CA');
  if (!ca.certSign) return because('may not sign certificates (keyUsage)');
  if (ca.pathLen !== undefined && ca.pathLen < path.length) {
    return because(`allows ${ca.pathLen} CAs below it (path length), and the chain has ${path.length}`);
  }
  if (isAnchor ? !servesAsAnchor(ca) : limitsUse(ca))
    return because('has an extended key usage that leaves out mesh traffic');
  if (ca.unknownCritical.length > 0) return because(`has the critical extension ${ca.unknownCritical[0]}`);
  const forbidden = refusedName(ca, path, names);
  return forbidden === undefined ? undefined : because(forbidden, true);
}

/** Whether the extended key usage of an issuer or intermediate refuses what it signs, as server or as client. */
export function limitsUse(ca: Certificate): boolean {
  const uses = ca.extendedKeyUsage;
  // rustls-webpki does not take anyExtendedKeyUsage for all uses.
  return uses !== undefined && !(uses.includes(SERVER_AUTH) && uses.includes(CLIENT_AUTH));
}

/** Whether the extended key usage of an anchor, if any, leaves it usable: proxies ignore it there, Go wants serverAuth. */
export function servesAsAnchor(ca: Certificate): boolean {
  const uses = ca.extendedKeyUsage;
  return uses === undefined || uses.includes(SERVER_AUTH) || uses.includes(ANY_USE);
}

function refusedName(ca: Certificate, path: readonly Certificate[], names?: IdentityNames): string | undefined {
  const nc = ca.nameConstraints;
  if (!nc) return undefined;
  const unusable = unusableConstraint(nc);
  if (unusable) return `has ${unusable}, under which proxies refuse everything`;
  const dns = path.flatMap((cert) => cert.dnsNames).find((name) => !permitsDns(nc, name));
  if (dns !== undefined) return `does not permit the DNS name "${dns}" of a CA below it`;
  if (nc.permittedUri.length + nc.excludedUri.length > 0 && path.some((cert) => cert.uris.length > 0)) {
    return 'constrains URIs, and a CA below it has one';
  }
  if (!names) return undefined;
  const { linkerdNamespace, trustDomain } = names;
  if (constraintMatchesTrustDomain(ca, linkerdNamespace, trustDomain) !== 'mismatch') return undefined;
  return `does not permit serviceaccount.identity.${linkerdNamespace}.${trustDomain}`;
}

/** Signatures are checked once per pair: a rotation asks for the same pairs at every edge of the fleet. */
const checked = new WeakMap<Certificate, WeakMap<Certificate, boolean>>();

function signedBy(child: Certificate, parent: Certificate): boolean {
  let parents = checked.get(child);
  if (!parents) {
    parents = new WeakMap();
    checked.set(child, parents);
  }
  let verdict = parents.get(parent);
  if (verdict === undefined) {
    verdict = child.signedWith(parent.publicKey);
    parents.set(parent, verdict);
  }
  return verdict;
}
