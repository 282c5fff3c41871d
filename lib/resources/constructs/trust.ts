import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  type IdentityIssuerProps,
  identityIssuer,
  type TrustBundleProps,
  trustBundle,
  type WebhookCertificatesProps,
  webhookCertificates,
} from '../trust';
import { ManifestGroup, objectProps } from './objects';

/**
 * The trust anchors as trust-manager's Bundle, which makes the ConfigMap `linkerd-identity-trust-roots` of the control plane.
 * Chart linkerd-control-plane needs `identity.externalCA: true`.
 *
 * Removing the Bundle removes the ConfigMap, so Argo CD and Flux are told never to prune it.
 */
export class TrustBundle extends ApiObject {
  constructor(scope: Construct, id: string, props: TrustBundleProps) {
    super(scope, id, objectProps(trustBundle(props)));
  }
}

/**
 * The Certificate of the issuer of a cluster's identities, Secret `linkerd-identity-issuer`, renewed by cert-manager. Chart
 * linkerd-control-plane needs `identity.issuer.scheme: kubernetes.io/tls`.
 *
 * @example
 * new IdentityIssuer(chart, 'issuer', { trustDomain: 'prod-eu.mesh.example.com', issuerRef: { name: 'mesh-ca' } });
 */
export class IdentityIssuer extends ApiObject {
  constructor(scope: Construct, id: string, props: IdentityIssuerProps) {
    super(scope, id, objectProps(identityIssuer(props)));
  }
}

/**
 * The certificates of the proxy injector and of both validators, signed by a CA of the cluster's own, all by cert-manager.
 * Chart linkerd-control-plane needs `externalSecret: true` and `injectCaFrom: <namespace>/<certificate>` for each of
 * `proxyInjector`, `profileValidator` and `policyValidator`.
 */
export class WebhookCertificates extends ManifestGroup {
  constructor(scope: Construct, id: string, props: WebhookCertificatesProps = {}) {
    super(scope, id, webhookCertificates(props));
  }
}
