import * as z from 'zod/mini';
import { doc, duration, named, oneKey, opt, stringList, text } from './kit';

const issuerRef = z.strictObject({
  name: doc('Name of the issuer.', text),
  kind: opt('Issuer, ClusterIssuer, or the kind of an external issuer.\n\n@default ClusterIssuer', text),
  group: opt('@default cert-manager.io', text),
});

const certManager = z.strictObject({
  issuerRef: doc(
    'What signs the issuer certificate of each cluster. cert-manager re-issues when this changes.',
    issuerRef,
  ),
  duration: opt('@default 720h0m0s', duration),
  renewBefore: opt('@default 240h0m0s', duration),
  nameConstraints: opt(
    'Binds the issuer to its cluster: a leaf for another trust domain is refused by every proxy. Needs a CA that passes name constraints through.\n\n@default true',
    z.boolean(),
  ),
});

/** Certificates of the mesh. */
export const trust = named(
  'Trust',
  'Whom the proxies of a cluster trust and who signs for them.',
  z.strictObject({
    anchors: opt(
      'Trust anchors: paths of PEM files relative to the fleet description, or PEM text. Linked clusters must verify each other.',
      z.union([text, stringList]),
    ),
    bundle: opt(
      'How the anchors reach the cluster. `trustManager`: a Bundle (trust.cert-manager.io/v1alpha1) writes ConfigMap linkerd-identity-trust-roots; `helm`: the value identityTrustAnchorsPEM.\n\n@default trustManager',
      z.enum(['trustManager', 'helm']),
    ),
    issuer: opt(
      'Where Secret linkerd-identity-issuer (type kubernetes.io/tls) comes from.\n\n@default - existing',
      oneKey({
        certManager: opt('A cert-manager Certificate, made here.', certManager),
        existing: opt('The Secret is delivered by other means.', z.strictObject({})),
      }),
    ),
    issuerCertificates: opt(
      'Public issuer certificates, as `anchors`: only to check that linked clusters verify each other. Where cert-manager issues, that of the CA behind `issuerRef` stands for all that it signs. Never keys.',
      z.union([text, stringList]),
    ),
    webhooks: opt(
      'Certificates of the three webhooks. `certManager`: a CA per cluster signs them; `existing`: Secrets linkerd-{proxy-injector,sp-validator,policy-validator}-k8s-tls are delivered by other means, with their CA in webhookCaBundle.\n\n@default certManager',
      z.enum(['certManager', 'existing']),
    ),
    webhookCaBundle: opt('PEM, or path, of the CA of existing webhook certificates (`caBundle`).', text),
  }),
);
