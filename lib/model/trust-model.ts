/** What a cluster trusts, and who signs for it, with every default filled in. */
import type { Trust } from '../fleet/spec';
import { ISSUER } from './defaults';
import type { Material } from './material';
import type { IssuerModel, TrustModel } from './types';

/** The trust of a cluster, from what is merged of it. */
export function trustModel(t: Trust, pathIn: (...keys: string[]) => string, material: Material): TrustModel {
  const anchors = material.bundle(t.anchors, pathIn('trust', 'anchors'));
  return {
    bundle: anchors.canonical,
    anchors: anchors.certificates,
    delivery: t.bundle ?? 'trustManager',
    issuer: issuerModel(t.issuer),
    issuerCertificates: material.bundle(t.issuerCertificates, pathIn('trust', 'issuerCertificates')).certificates,
    webhooks: t.webhooks ?? 'certManager',
    webhookCaBundle: material.pem(t.webhookCaBundle, pathIn('trust', 'webhookCaBundle')),
  };
}

function issuerModel(issuer: Trust['issuer']): IssuerModel {
  const c = issuer?.certManager;
  if (!c) return { kind: 'existing' };
  return {
    kind: 'certManager',
    issuerRef: {
      name: c.issuerRef.name,
      kind: c.issuerRef.kind ?? ISSUER.kind,
      group: c.issuerRef.group ?? ISSUER.group,
    },
    duration: c.duration ?? ISSUER.duration,
    renewBefore: c.renewBefore ?? ISSUER.renewBefore,
    nameConstraints: c.nameConstraints ?? ISSUER.nameConstraints,
  };
}
