/** How long a chain holds: the one question about chains that knows a clock. */
import type { Certificate } from './certificate';
import { verifies } from './chain';
import type { IdentityNames } from './constraints';

/** What a chain is built from. */
export interface ChainQuestion {
  /** The issuer, then its intermediates in any order. */
  readonly issuerChain: readonly Certificate[];
  readonly bundle: readonly Certificate[];
  /** @default - name constraints are held against the certificates of the chain only */
  readonly names?: IdentityNames;
  /** The issuer is renewed in time by others, so that only the bundle ages. @default false */
  readonly renewed?: boolean;
}

/**
 * The first moment from `now` on at which no chain is valid; `now` itself where none is. Other anchors of the bundle, and other
 * intermediates, may carry the issuer on when one ends.
 *
 * @param now milliseconds since the epoch
 */
export function chainEnd({ issuerChain, bundle, names, renewed = false }: ChainQuestion, now: number): number {
  const [issuer, ...intermediates] = issuerChain;
  const ageing = renewed ? bundle : [...issuerChain, ...bundle];
  // A chain can only break where something has just ended: between two ends certificates only start.
  const moments = [now, ...new Set(ageing.map(({ notAfter }) => notAfter + 1).filter((end) => end > now))];
  for (const moment of moments.sort((a, b) => a - b)) {
    const valid = (cert: Certificate) => cert.notBefore <= moment && moment <= cert.notAfter;
    const chain =
      renewed || issuer === undefined ? issuerChain : valid(issuer) ? [issuer, ...intermediates.filter(valid)] : [];
    if (!verifies(chain, bundle.filter(valid), names)) return moment;
  }
  throw new Error('a chain of certificates without an end');
}
