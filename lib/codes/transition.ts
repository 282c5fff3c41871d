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
    allowed:
      'issuerCertificates of clusters whose issuerRef changes, or whose own anchors, or those of clusters they are linked with, are removed',
    why: 'Whether identities chain to anchors that are everywhere cannot be seen: where they do not, they are refused from the next handshake on.',
    fix: 'Name the public certificate of the issuer, or of the CA behind issuerRef, in trust.issuerCertificates, before and after the step.',
  },
  TRUST_ISSUER_NOT_REISSUED: {
    severity: 'warning',
    allowed: 'a change that cert-manager issues again for: another issuerRef, duration or name',
    why: 'cert-manager does not issue again because the content of a CA Secret changed, nor because nameConstraints did: the issuer stays what it is until its next renewal, twenty days with the defaults.',
    fix: 'Give each CA an issuer of its own and change issuerRef.name; with nameConstraints change the duration as well, by an hour.',
  },
  TRUST_DOMAIN_CHANGED: {
    allowed: 'the trust domain, and the namespace of the control plane, that the cluster has',
    why: 'It is part of every identity: until each pod of the cluster is restarted, old pods refuse their own control plane and new pods, and policies of all clusters that name the old one admit nobody.',
    fix: 'Keep it. To change it, build a cluster beside this one, move its workloads there and remove this one; docs/trust.md has the plan.',
  },
});
