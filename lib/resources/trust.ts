/** Trust anchors, issuer and webhook certificates of a cluster, as cert-manager and trust-manager take them. No keys. */
import { createHash } from 'node:crypto';
import type { CertificateSpec, IssuerSpec } from '../../imports/cert-manager.io';
import type { BundleSpec } from '../../imports/trust.cert-manager.io';
import type { Manifest } from '../emit/manifest';
import { shared } from '../emit/shared';
import {
  CONTROL_PLANE_NAMESPACE,
  IDENTITY_ISSUER_SECRET,
  TRUST_ROOTS_CONFIG_MAP,
  TRUST_ROOTS_KEY,
  WEBHOOKS,
} from '../linkerd/names';
import { ISSUER } from '../model/defaults';
import type { ClusterPlan } from '../plan/types';
import { kept } from './keep';
import { rememberedByText } from './remembered';
import type { Spec } from './spec';
import { inWave, WAVES } from './waves';

/** Props of the Bundle with the trust anchors. */
export interface TrustBundleProps {
  /** The anchors, PEM. */
  readonly bundle: string;
  /** Namespace of the control plane. @default 'linkerd' */
  readonly namespace?: string;
}

/**
 * trust-manager names the ConfigMap as the Bundle and gives it the bytes of `inLine`, which are its own canonical form. It
 * removes the ConfigMap with the Bundle, and with a namespace that the selector no longer takes: hence a Bundle that nobody
 * prunes, and a selector by the name of the namespace, a label that the API server sets and that cannot be lost. An older
 * control plane beside this one keeps its own roots.
 */
export function trustBundle({ bundle, namespace = CONTROL_PLANE_NAMESPACE }: TrustBundleProps): Manifest {
  return inWave(
    WAVES.trust,
    kept({
      apiVersion: 'trust.cert-manager.io/v1alpha1',
      kind: 'Bundle',
      metadata: { name: TRUST_ROOTS_CONFIG_MAP },
      spec: {
        sources: [{ inLine: bundle }],
        target: {
          configMap: { key: TRUST_ROOTS_KEY },
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
        },
      } satisfies Spec<BundleSpec>,
    }),
  );
}

/** Props of the issuer of a cluster's identities. */
export interface IdentityIssuerProps {
  /** `identityTrustDomain` of the cluster. */
  readonly trustDomain: string;
  /** Who signs the issuer certificate: a CA that the trust anchors vouch for. */
  readonly issuerRef: {
    readonly name: string;
    /** @default 'ClusterIssuer' */
    readonly kind?: string;
    /** @default 'cert-manager.io' */
    readonly group?: string;
  };
  /** Lifetime, with a unit. @default '720h0m0s' */
  readonly duration?: string;
  /** How long before its end it is issued again, with a unit. @default '240h0m0s' */
  readonly renewBefore?: string;
  /** Whether the certificate can sign for this trust domain only. @default true */
  readonly nameConstraints?: boolean;
  /** Namespace of the control plane. @default 'linkerd' */
  readonly namespace?: string;
}

/**
 * The issuer of the cluster's identities. Its name constraints let it sign for the trust domain of this cluster only, and
 * for no SPIFFE ID at all: an excluded URI base of "" is every URI. cert-manager does not issue again when only the
 * constraints change: switched on or off they hold from the next renewal.
 */
export function identityIssuer(props: IdentityIssuerProps): Manifest {
  const { trustDomain, issuerRef, namespace = CONTROL_PLANE_NAMESPACE } = props;
  const identities = `serviceaccount.identity.${namespace}.${trustDomain}`;
  const issuer = certificate(IDENTITY_ISSUER_SECRET, namespace, {
    commonName: commonName(`identity.${namespace}.${trustDomain}`),
    duration: props.duration ?? ISSUER.duration,
    isCA: true,
    issuerRef: {
      group: issuerRef.group ?? ISSUER.group,
      kind: issuerRef.kind ?? ISSUER.kind,
      name: issuerRef.name,
    },
    renewBefore: props.renewBefore ?? ISSUER.renewBefore,
    secretName: IDENTITY_ISSUER_SECRET,
    usages: ['cert sign', 'crl sign'],
    ...((props.nameConstraints ?? ISSUER.nameConstraints) ? { nameConstraints: constraints(identities) } : {}),
  });
  return inWave(WAVES.trust, issuer);
}

function constraints(identities: string): Spec<CertificateSpec['nameConstraints']> {
  return { critical: true, excluded: { uriDomains: [''] }, permitted: { dnsDomains: [identities] } };
}

const WEBHOOK_ROOT = 'linkerd-webhooks-root';
const WEBHOOK_CA = 'linkerd-webhooks-ca';

/** Props of the webhook certificates. */
export interface WebhookCertificatesProps {
  /** Namespace of the control plane. @default 'linkerd' */
  readonly namespace?: string;
}

/**
 * A CA of the cluster's own signs the three webhook certificates. Were each self-signed, the API server would trust the
 * renewed one at once and the pod serve the old one until its volume is refreshed, a minute or so: pods created in between
 * would come up without a proxy, or, with `ha`, not at all. With a CA that changes every nine years, both are trusted.
 *
 * The CA comes one wave earlier: an Issuer whose Secret is not there yet is Degraded to Argo CD, and a sync stops at that.
 */
export function webhookCertificates({
  namespace = CONTROL_PLANE_NAMESPACE,
}: WebhookCertificatesProps): readonly Manifest[] {
  const ca = certificate(WEBHOOK_CA, namespace, {
    commonName: commonName(`${WEBHOOK_CA}.${namespace}`),
    duration: '87600h0m0s',
    isCA: true,
    issuerRef: { group: 'cert-manager.io', kind: 'Issuer', name: WEBHOOK_ROOT },
    renewBefore: '8760h0m0s',
    secretName: WEBHOOK_CA,
    usages: ['cert sign', 'crl sign'],
  });
  const first = [issuer(WEBHOOK_ROOT, namespace, { selfSigned: {} }), ca];
  const then = [
    issuer(WEBHOOK_CA, namespace, { ca: { secretName: WEBHOOK_CA } }),
    ...WEBHOOKS.map(({ service, secret }) => webhookCertificate(service, secret, namespace)),
  ];
  return [...first.map((m) => inWave(WAVES.trust - 1, m)), ...then.map((m) => inWave(WAVES.trust, m))];
}

function webhookCertificate(service: string, secret: string, namespace: string): Manifest {
  const name = `${service}.${namespace}.svc`;
  return certificate(service, namespace, {
    commonName: commonName(name),
    dnsNames: [name],
    duration: '8760h0m0s',
    isCA: false,
    issuerRef: { group: 'cert-manager.io', kind: 'Issuer', name: WEBHOOK_CA },
    renewBefore: '2160h0m0s',
    secretName: secret,
    usages: ['server auth'],
  });
}

function issuer(name: string, namespace: string, spec: Spec<IssuerSpec>): Manifest {
  return { apiVersion: 'cert-manager.io/v1', kind: 'Issuer', metadata: { name, namespace }, spec };
}

/** ECDSA P-256 is what Linkerd takes; PKCS8 is the encoding that all its readers take, the Rust policy controller too. */
function certificate(name: string, namespace: string, spec: Spec<CertificateSpec>): Manifest {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name, namespace },
    spec: {
      ...spec,
      privateKey: { algorithm: 'ECDSA', encoding: 'PKCS8', rotationPolicy: 'Always', size: 256 },
      revisionHistoryLimit: 1,
    } satisfies Spec<CertificateSpec>,
  };
}

/** X.509 allows 64 characters (cert-manager refuses more). Nothing compares this name, so a digest may stand for the end. */
function commonName(name: string): string {
  if (name.length <= 64) return name;
  return `${name.slice(0, 55)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

/**
 * The Bundle with the trust anchors, the Certificate of the issuer and those of the webhooks; of each only what the
 * cluster does not get by other means.
 */
export function trustManifests({ cluster }: ClusterPlan): readonly Manifest[] {
  const { namespace } = cluster.linkerd;
  const { bundle, delivery, issuer, webhooks } = cluster.trust;
  return [
    ...(delivery === 'trustManager' && bundle !== '' ? [bundleIn(namespace)(bundle)] : []),
    ...(issuer.kind === 'certManager'
      ? [identityIssuer({ ...issuer, trustDomain: cluster.trustDomain, namespace })]
      : []),
    ...(webhooks === 'certManager' ? webhookCertificatesIn(namespace) : []),
  ];
}

// Most clusters have these in common.
const bundleIn = rememberedByText((namespace) =>
  rememberedByText((bundle) => shared(trustBundle({ bundle, namespace }))),
);
const webhookCertificatesIn = rememberedByText((namespace) => webhookCertificates({ namespace }).map(shared));
