/** Public certificates of the mesh: read, compared and judged offline. Keys are known to mint/ alone, which is not exported here. */
export { type Bundle, bundleSha256, canonicalBundle, parseBundle } from './bundle';
export { type Certificate, readCertificate } from './certificate';
export { type ChainVerdict, findChain, verifies } from './chain';
export { constraintMatchesTrustDomain, type IdentityNames } from './constraints';
export { chainEnd } from './end';
export type { Extensions, NameConstraints } from './extensions';
export { checkAnchors, checkIssuer, checkIssuerUnderBundle } from './rules';
