import { codes } from './entry';

/** From one state of a fleet to the next: what clusters hold meanwhile. */
export const transition = codes({
  TRUST_STEP_UNSAFE: {
    allowed: 'a step in which every mix of old and new issuers and bundles, at both ends of each Link, verifies',
    why: 'Clusters do not change at one moment, nor do their pods: until the last one is restarted, those that are ahead and those that are behind refuse each other (UnknownIssuer).',
    fix: 'Go by more steps: distribute, issue, retire. Between two of them every meshed pod and control plane is restarted.',
  },
  TRUST_STEP_UNKNOWN: {
    severity: 'warning',
    allowed: 'issuerCertificates of clusters whose own anchors, or those of clusters they are linked with, are removed',
    why: 'Whether an identity that is in use chains to the anchor that goes cannot be seen: where it does, it is refused from the next handshake on.',
    fix: 'Name the public certificate of the issuer in trust.issuerCertificates, before and after the step.',
  },
  TRUST_DOMAIN_CHANGED: {
    allowed: 'the trust domain that the cluster has',
    why: 'It is part of every identity: until each pod of the cluster is restarted, old pods refuse their own control plane and new pods, and policies of all clusters that name the old one admit nobody.',
    fix: 'Keep the trust domain. To change it, build a cluster beside this one, move its workloads there and remove this one.',
  },
});
