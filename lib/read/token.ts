/** Tokens of ServiceAccounts: what they say of themselves. Nobody verifies them here; the API server does. */
import { type Issue, issue } from '../errors';

/** Whose token it has to be. */
export interface ExpectedToken {
  readonly namespace: string;
  /** Secrets that may hold it, with the epoch and the account that each is of. */
  readonly secrets: ReadonlyMap<string, { readonly epoch: number; readonly account: string }>;
}

const ACCOUNT = 'kubernetes.io/serviceaccount';

/**
 * The epoch of a token, or why it is not the one that is meant. Nothing of the token is in an issue but the names of accounts and
 * Secrets in it, where they look like names.
 */
export function tokenEpoch(token: string, expected: ExpectedToken, path: string): { epoch?: number; issues: Issue[] } {
  const claims = claimsOf(token);
  if (claims === undefined) return { issues: [issue('TOKEN_FORM', { path, found: 'no JSON Web Token' })] };
  if (claims['exp'] !== undefined) return { issues: [issue('TOKEN_FORM', { path, found: 'a token that ends' })] };
  const secret = claims[`${ACCOUNT}/secret.name`];
  const held = typeof secret === 'string' ? expected.secrets.get(secret) : undefined;
  if (held !== undefined && claims['sub'] === `system:serviceaccount:${expected.namespace}:${held.account}`)
    return { epoch: held.epoch, issues: [] };
  const allowed = `${[...expected.secrets].map(([key, { account }]) => `${key} of ${account}`).join(' or ')} in ${expected.namespace}`;
  const found = `a token of ${name(secret)}, account ${name(claims[`${ACCOUNT}/service-account.name`])}`;
  return { issues: [issue('TOKEN_FOREIGN', { path, found, allowed })] };
}

function claimsOf(token: string): Readonly<Record<string, unknown>> | undefined {
  const parts = token.split('.');
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]+$/.test(part))) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] as string, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** A name of Kubernetes is no secret; anything else might be one. */
const name = (value: unknown): string =>
  typeof value === 'string' && /^[a-z0-9][a-z0-9.-]{0,80}$/.test(value) ? value : 'another name';
