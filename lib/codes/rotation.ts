import { codes } from './entry';

/** A new trust anchor, stage by stage. */
export const rotation = codes({
  ROTATION_ANCHOR_UNNAMED: {
    allowed: 'one certificate of a CA, in a file within the description: --to FILE',
    why: 'The first stage puts it beside the anchors that are there, in every bundle; the file is read from the description ever after.',
    fix: 'Copy the public certificate of the new root beside the description and name it with --to.',
  },
  ROTATION_ISSUER_UNNAMED: {
    allowed: '--issuer-ref NAME where cert-manager issues, --issuer-certificates FILE where it does not',
    why: 'cert-manager issues again when issuerRef names another issuer, and does not when the content of its Secret changes; of issuers that come by other means the new public certificate shows that they chain to the new anchor.',
    fix: 'Make a ClusterIssuer of the new CA in every cluster and name it, or name the public certificate of the new issuer; {cluster} stands for the name of a cluster.',
  },
  ROTATION_ISSUER_UNKNOWN: {
    allowed: 'issuerCertificates of every cluster whose old anchor goes',
    why: 'Without it nobody can tell from Git whether identities that are in use still chain to the anchor that goes.',
    fix: 'Name the public certificate of the issuer, or of the CA behind issuerRef, in trust.issuerCertificates.',
  },
  ROTATION_ANCHORS_MIXED: {
    allowed: 'files, or texts, with anchors that all stay or all go',
    why: 'The edit takes entries out of trust.anchors and leaves the content of files alone.',
    fix: 'Split the file into one for each anchor and name each in trust.anchors; the clusters get the same bytes.',
  },
});
