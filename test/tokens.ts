/** Tokens as the token controller of Kubernetes makes them, signed by nobody. */
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What nobody may ever see. */
export const CANARY = 'Q0FOQVJZLW5vYm9keS1tYXktZXZlci1zZWUtdGhpcw';

/** A JSON Web Token with these claims. */
export const token = (claims: object): string => `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}.${CANARY}`;

/** The token of a Secret of type kubernetes.io/service-account-token. */
export const legacyToken = (account: string, secret: string, namespace = 'linkerd-multicluster'): string =>
  token({
    iss: 'kubernetes/serviceaccount',
    'kubernetes.io/serviceaccount/namespace': namespace,
    'kubernetes.io/serviceaccount/secret.name': secret,
    'kubernetes.io/serviceaccount/service-account.name': account,
    'kubernetes.io/serviceaccount/service-account.uid': '0',
    sub: `system:serviceaccount:${namespace}:${account}`,
  });
