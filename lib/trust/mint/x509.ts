/** The one place that loads @peculiar/x509: it takes longer to load than most renders take, so only minting pays for it. */

/** The library. */
export type X509 = typeof import('@peculiar/x509');

/** Loads the library, which does without decorators only after reflect-metadata was loaded. */
export function loadX509(): X509 {
  require('reflect-metadata');
  return require('@peculiar/x509') as X509;
}
