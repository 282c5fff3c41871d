/** Public certificates of the mesh: read, compared and judged offline. No key is ever read and nothing is minted here. */
export { type Bundle, bundleSha256, canonicalBundle, parseBundle } from './bundle';
export { type Certificate, readCertificate } from './certificate';
export { type ChainVerdict, findChain, verifies } from './chain';
export { constraintMatchesTrustDomain, type IdentityNames } from './constraints';
export type { Extensions, NameConstraints } from './extensions';
export { checkAnchors, checkIssuer, checkIssuerUnderBundle } from './rules';
