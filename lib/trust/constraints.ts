/** Name constraints against the names that Linkerd gives to workloads. */
import type { Certificate } from './certificate';
import type { NameConstraints } from './extensions';

/** What decides the identities of one cluster: `<account>.<namespace>.serviceaccount.identity.<linkerdNamespace>.<trustDomain>`. */
export interface IdentityNames {
  /** Namespace of the control plane, usually `linkerd`. */
  readonly linkerdNamespace: string;
  /** `identityTrustDomain` of the control plane chart. */
  readonly trustDomain: string;
}

/**
 * Whether `cert` may sign every identity of the cluster: `none` when it does not constrain DNS names, `ok` when its constraints permit
 * all of `*.serviceaccount.identity.<linkerdNamespace>.<trustDomain>`, `mismatch` when they refuse some or all of them.
 *
 * With a mismatch identity goes on issuing and `linkerd check` stays green, while every new proxy refuses its own certificate.
 */
export function constraintMatchesTrustDomain(
  cert: Certificate,
  linkerdNamespace: string,
  trustDomain: string,
): 'none' | 'ok' | 'mismatch' {
  const nc = cert.nameConstraints;
  if (!nc || nc.permittedDns.length + nc.excludedDns.length === 0) return 'none';
  const suffix = `serviceaccount.identity.${linkerdNamespace}.${trustDomain}`.toLowerCase();
  const permitted = nc.permittedDns.length === 0 || nc.permittedDns.some((base) => holds(base, suffix, true));
  // An excluded subtree below the suffix refuses some of the identities, one above it all of them.
  const excluded = nc.excludedDns.some((base) => holds(base, suffix, true) || holds(suffix, plain(base), false));
  return permitted && !excluded ? 'ok' : 'mismatch';
}

/** Whether the constraints let a CA below carry this DNS name itself, as issuers made by older Linkerd recipes do. */
export function permitsDns(nc: NameConstraints, name: string): boolean {
  const lower = name.toLowerCase();
  const permitted = nc.permittedDns.length === 0 || nc.permittedDns.some((base) => holds(base, lower, false));
  return permitted && !nc.excludedDns.some((base) => holds(base, lower, false));
}

/** Why proxies refuse everything below a certificate with these constraints, in words; undefined when they do not. */
export function unusableConstraint(nc: NameConstraints): string | undefined {
  if (nc.directoryName) return 'a directoryName constraint';
  if (nc.bounded) return 'a name constraint with minimum or maximum';
  const malformed = [...nc.permittedDns, ...nc.excludedDns].some((base) => !SUBTREE.test(base) || base.length > 253);
  return malformed ? 'a malformed dNSName constraint (a wildcard, a trailing dot, a numeric last label)' : undefined;
}

/** A dNSName subtree that rustls-webpki takes: empty, or labels, with a leading dot at most, the last one not all digits. */
const LABEL = '[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?';
const SUBTREE = new RegExp(`^(?:\\.?(?:${LABEL}\\.)*(?!\\d+$)${LABEL})?$`);

const plain = (base: string) => base.toLowerCase().replace(/^\./, '');

/** Whether `name` is in the subtree `base`; `below` asks for names that have labels before `name`, which a leading dot wants. */
function holds(base: string, name: string, below: boolean): boolean {
  const root = plain(base);
  if (root === '') return true;
  if (name === root) return below || !base.startsWith('.');
  return name.endsWith(`.${root}`);
}
