import { codes } from './entry';

/** Keys and certificates that `trust init` and `trust issue` make. */
export const mint = codes({
  TRUST_KEY_IN_GIT: {
    allowed: 'a directory outside of every Git work tree',
    why: 'A key that is committed once stays in the history, where everybody who can read the repository has it.',
    fix: 'Name a directory elsewhere with --keys. Where the work tree is not the place of the key for long, say --in-git.',
  },
  TRUST_FILE_EXISTS: {
    allowed: 'files that are not there yet',
    why: 'A key that is overwritten is lost, and with the key of a root the means to issue under it.',
    fix: 'Name another directory with --keys, or move the file away.',
  },
  TRUST_CA_UNUSABLE: {
    allowed:
      'a CA as tls.crt, with the certificates above it after it, and its key as tls.key: EC P-256 or RSA 2048 or 4096',
    why: 'Linkerd would refuse the issuer, or everything that it signs.',
    fix: 'Name the directory of another CA with --ca, or have your own CA issue for the trust domain.',
  },
});
