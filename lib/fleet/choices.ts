/** The choices of a fleet that are one of several, as functions. */
import type { Credentials, Trust } from './spec';

type Issuer = NonNullable<Trust['issuer']>;

/** Link credentials through an External Secrets store: the target pushes, the source pulls. */
export function externalSecrets(props: NonNullable<Credentials['externalSecrets']>): Credentials {
  return { externalSecrets: props };
}

/** Link credentials that are delivered by other means. */
export function existingCredentials(): Credentials {
  return { existing: {} };
}

/** Link credentials sealed for the Sealed Secrets controller of the source, in files that `credentials seal` writes. */
export function sealedSecrets(props: NonNullable<Credentials['sealedSecrets']> = {}): Credentials {
  return { sealedSecrets: props };
}

/** Link credentials encrypted by SOPS with age, in files that `credentials encrypt` writes; for Flux, which decrypts them. */
export function sops(props: NonNullable<Credentials['sops']>): Credentials {
  return { sops: props };
}

/** Link credentials without a token that lasts: the target takes tokens that its sources sign, one audience for each target. */
export function oidc(props: NonNullable<Credentials['oidc']> = {}): Credentials {
  return { oidc: props };
}

/** Issuer certificates by cert-manager. */
export function certManager(props: NonNullable<Issuer['certManager']>): Issuer {
  return { certManager: props };
}

/** Issuer Secrets that are delivered by other means. */
export function existingIssuer(): Issuer {
  return { existing: {} };
}
