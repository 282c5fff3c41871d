import { codes } from './entry';

export const trust = codes({
  TRUST_BUNDLE_EMPTY: {
    allowed: 'at least one PEM block BEGIN CERTIFICATE … END CERTIFICATE',
    why: 'The identity controller exits at start with "no certificates found", and no proxy of the cluster gets a certificate.',
    fix: 'Put the public root certificate of the mesh in the file, as PEM (not DER, not PKCS #12).',
  },
  TRUST_BUNDLE_PRIVATE_KEY: {
    allowed: 'CERTIFICATE blocks only',
    why: 'The file is copied into every cluster and into Git: whoever reads it could sign any identity of the mesh.',
    fix: 'Take the key out of the file and out of the Git history, and treat it as stolen: rotate to a new trust anchor.',
  },
  TRUST_BUNDLE_NOT_CERTIFICATE: {
    allowed: 'CERTIFICATE blocks only',
    why: 'Linkerd stops reading at a block of another kind and silently drops every anchor after it; trust-manager refuses the whole bundle.',
    fix: 'Remove the block, or convert it: openssl x509 -in <file> -out anchors.pem writes a plain CERTIFICATE block.',
  },
  TRUST_BUNDLE_HEADERS: {
    allowed: 'base64 directly below the BEGIN line, as in RFC 7468',
    why: 'trust-manager refuses a bundle with a PEM header, because headers have carried private information.',
    fix: 'Remove the header lines between BEGIN CERTIFICATE and the base64.',
  },
  TRUST_BUNDLE_TRAILING_TEXT: {
    allowed: 'nothing but blank lines after the last END CERTIFICATE',
    why: 'Linkerd reads such a file as "not a PEM certificate" and its identity controller exits; a cut-off block looks the same.',
    fix: 'Delete what follows the last END CERTIFICATE, or move a comment above the certificate it is about.',
  },
  TRUST_BUNDLE_SIZE: {
    allowed: 'at most 131,032 bytes of PEM, about 230 EC roots',
    why: 'Every proxy takes the whole bundle in one environment variable (LINKERD2_PROXY_IDENTITY_TRUST_ANCHORS), and Linux refuses to start a process with a variable over 128 KiB.',
    fix: 'Use one root, or one per region, instead of one per cluster; remove anchors that no issuer chains to.',
  },
  TRUST_ANCHOR_UNREADABLE: {
    allowed: 'an X.509 certificate, strict DER in base64',
    why: 'The identity controller exits on a certificate that it cannot parse, and so does every proxy.',
    fix: 'Export the certificate again from your CA; openssl x509 -in <file> -noout -text must read it.',
  },
  TRUST_ANCHOR_ALGORITHM: {
    allowed:
      'ECDSA P-256 signed with ecdsa-with-SHA256 or sha256WithRSAEncryption, or RSA 2048 or 4096 signed with sha256WithRSAEncryption',
    why: 'linkerd install and linkerd check refuse other trust anchors (linkerd2 pkg/issuercerts).',
    fix: 'Issue a new root with an ECDSA P-256 key and SHA-256.',
  },
  TRUST_ANCHOR_NOT_CA: {
    allowed:
      'basicConstraints CA:TRUE, and keyCertSign where keyUsage is present, and serverAuth where extended key usage is',
    why: 'The identity controller refuses an issuer that was signed by such a certificate, so the cluster issues no identities.',
    fix: 'Put the root of the issuer in the bundle, not a leaf or a server certificate.',
  },
  TRUST_ANCHOR_CONSTRAINTS: {
    allowed:
      'name constraints on dNSName and URI without minimum and maximum, and no other critical extension that proxies do not know',
    why: 'The proxy rejects every certificate under an anchor with a constraint that it does not implement (rustls-webpki fails closed).',
    fix: 'Issue the root without that constraint; constrain issuers by permitted dNSName instead.',
  },
  TRUST_ANCHOR_EXPIRED: {
    allowed: 'a certificate within its validity',
    why: 'The identity controller no longer accepts an issuer under it, and identities run out within a day (24 h by default).',
    fix: 'Remove it when no issuer chains to it; otherwise rotate to a new anchor now.',
  },
  TRUST_ANCHOR_NOT_YET_VALID: {
    allowed: 'a certificate within its validity',
    why: 'linkerd check fails, and the identity controller accepts no issuer under it until it becomes valid.',
    fix: 'Wait for its notBefore before distributing it, or issue it with a notBefore some minutes in the past.',
  },
  TRUST_ANCHOR_EXPIRES_SOON: {
    severity: 'warning',
    allowed: 'more than 60 days of validity left',
    why: 'Replacing an anchor restarts every meshed pod twice; linkerd check warns from the same day.',
    fix: 'Start an anchor rotation: add the next anchor beside this one in every cluster.',
  },
  TRUST_ANCHOR_DUPLICATE: {
    severity: 'warning',
    allowed: 'each certificate once',
    why: 'The copy is left out of what clusters get, as trust-manager does; the second one may have been meant to be another anchor.',
    fix: 'Remove the copy.',
  },
  TRUST_ANCHOR_SAME_SUBJECT: {
    allowed: 'at most 100 anchors with one subject',
    why: 'A proxy tries every anchor that has the subject and gives up after 100 signature checks, although Go and OpenSSL accept the chain.',
    fix: 'Give each generation of anchors its own common name.',
  },
  TRUST_ISSUER_ALGORITHM: {
    allowed: 'an ECDSA P-256 key, signed with ecdsa-with-SHA256 or sha256WithRSAEncryption',
    why: 'linkerd install and linkerd check refuse other issuers (linkerd2 pkg/issuercerts).',
    fix: 'Issue it again with an ECDSA P-256 key; the root that signs it may be RSA.',
  },
  TRUST_ISSUER_NOT_CA: {
    allowed: 'basicConstraints CA:TRUE, and keyCertSign where keyUsage is present',
    why: 'The issuer signs the certificate of every pod; identity refuses to start with one that is no CA, and proxies refuse what it signed.',
    fix: 'Issue it with isCA: true and usages [cert sign, crl sign].',
  },
  TRUST_ISSUER_USAGE: {
    allowed: 'no extended key usage, or one with both serverAuth and clientAuth',
    why: 'An extended key usage on a CA limits all that it signs: identity refuses an issuer without serverAuth, proxies refuse clients under one without clientAuth.',
    fix: 'Issue it without extended key usage.',
  },
  TRUST_ISSUER_CONSTRAINTS: {
    allowed:
      'name constraints on dNSName and URI without minimum and maximum, and no other critical extension that proxies do not know',
    why: 'Identity goes on issuing, and every proxy refuses what it issued (rustls-webpki fails closed).',
    fix: 'Issue it with permitted dNSName constraints only, as cert-manager nameConstraints.permitted.dnsDomains.',
  },
  TRUST_ISSUER_EXPIRED: {
    allowed: 'a certificate within its validity',
    why: 'Identity stops issuing; each proxy fails when its own certificate runs out, within a day.',
    fix: 'Issue a new one from the same root; identity reloads it without a restart.',
  },
  TRUST_ISSUER_NOT_YET_VALID: {
    allowed: 'a certificate within its validity',
    why: 'Identity refuses it until its notBefore.',
    fix: 'Issue it with a notBefore some minutes in the past, or wait.',
  },
  TRUST_ISSUER_EXPIRES_SOON: {
    severity: 'warning',
    allowed: 'more than 60 days, or more than a third of its validity, left',
    why: 'A certificate this late in its life was not renewed when due; when it ends, no pod of the cluster gets an identity.',
    fix: 'Renew it, or find out why it is not renewed; if the file is only an old copy, update the file.',
  },
  TRUST_CHAIN_BROKEN: {
    allowed: 'an issuer that chains to an anchor of every bundle its identities meet',
    why: 'A proxy with that bundle refuses every identity of this issuer (UnknownIssuer): callers see 504, then 503, and federated members vanish without an error.',
    fix: 'Distribute the root of the issuer in that bundle and restart its pods before using the issuer.',
  },
  TRUST_CONSTRAINT_MISMATCH: {
    allowed: 'name constraints that permit serviceaccount.identity.<linkerd namespace>.<trust domain>',
    why: 'Identity goes on issuing and linkerd check stays green, but every new proxy refuses its own certificate (NameConstraintViolation) and never becomes ready.',
    fix: 'Issue the issuer for the trust domain of its cluster, or correct the trust domain.',
  },
  TRUST_CHAIN_ENDS: {
    allowed: 'chains that stay valid for all of the time that check looks ahead (--window, 14 days)',
    why: 'From that moment on every new handshake with this issuer fails where that bundle is held, and identity of a cluster whose own chain ends issues nothing more.',
    fix: 'Issue the issuer again before then; where it is the anchor that ends, add the next one beside it now, and issue by that one.',
  },
  TRUST_ANCHORS_MISSING: {
    allowed: 'trust.anchors, on the fleet, the region or the cluster',
    why: 'The chart renders an empty bundle without a word: the identity controller exits at start, and no proxy gets a certificate.',
    fix: 'Set trust.anchors of the Fleet to the file with the public root certificate of the mesh.',
  },
  TRUST_BUNDLES_DISJOINT: {
    allowed: 'bundles of linked clusters with the anchors of the issuers of both',
    why: 'Every handshake between these clusters fails (UnknownIssuer): callers see 504, then 503, and federated members vanish without an error.',
    fix: 'Put the anchors of both into both bundles, or issue both from one root.',
  },
  TRUST_BUNDLES_DIFFER: {
    severity: 'warning',
    allowed:
      'one bundle in linked clusters, or issuerCertificates, from which it can be seen that the bundles verify each other',
    why: 'Whether identities of one cluster are accepted in the other depends on which of the anchors its issuer chains to.',
    fix: 'Give linked clusters the same anchors; while anchors are being rotated, add issuerCertificates to have each pair checked.',
  },
  TRUST_ISSUER_RENEWAL: {
    allowed: 'a duration of 1h or more, and a renewBefore of 5m or more that is shorter than it',
    why: 'cert-manager refuses the Certificate, and the cluster has no issuer.',
    fix: 'Change trust.issuer.certManager.duration or renewBefore.',
  },
  TRUST_ISSUER_RENEWS_EARLY: {
    severity: 'warning',
    allowed: 'a renewBefore of at most half the duration',
    why: 'renewBefore counts back from the end: with more than half, the issuer is replaced before the middle of its life, which is often meant the other way round.',
    fix: 'Set renewBefore to the time that is to be left for noticing a failed renewal.',
  },
  TRUST_WEBHOOK_CA: {
    allowed: 'PEM certificates of the CA of the webhooks, and no key, with webhooks existing',
    why: 'It becomes caBundle of the three webhook configurations: without it the API server trusts no webhook, and pods are created without a proxy, or not at all with ha.',
    fix: 'Set trust.webhookCaBundle to the public certificate that signs the webhook certificates, or use webhooks: certManager.',
  },
});
