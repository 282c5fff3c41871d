// Made by `npm run imports` from imports/schemas. Do not edit.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';


/**
 * A certificate that cert-manager keeps in a Secret and renews.
 *
 * @schema Certificate
 */
export class Certificate extends ApiObject {
  /**
   * Returns the apiVersion and kind for "Certificate"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
  }

  /**
   * Renders a Kubernetes manifest for "Certificate".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: CertificateProps = {}): any {
    return {
      ...Certificate.GVK,
      ...toJson_CertificateProps(props),
    };
  }

  /**
   * Defines a "Certificate" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: CertificateProps = {}) {
    super(scope, id, {
      ...Certificate.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...Certificate.GVK,
      ...toJson_CertificateProps(resolved),
    };
  }
}

/**
 * A certificate that cert-manager keeps in a Secret and renews.
 *
 * @schema Certificate
 */
export interface CertificateProps {
  /**
   * @schema Certificate#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Subject, issuer and Secret.
   *
   * @schema Certificate#spec
   */
  readonly spec?: CertificateSpec;
}

/**
 * Converts an object of type 'CertificateProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_CertificateProps(obj: CertificateProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_CertificateSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Subject, issuer and Secret.
 *
 * @schema CertificateSpec
 */
export interface CertificateSpec {
  /**
   * Secret of the same namespace that gets ca.crt, tls.crt and tls.key.
   *
   * @schema CertificateSpec#secretName
   */
  readonly secretName: string;

  /**
   * Metadata for the Secret.
   *
   * @schema CertificateSpec#secretTemplate
   */
  readonly secretTemplate?: CertificateSpecSecretTemplate;

  /**
   * Who signs. Changing it makes cert-manager issue again.
   *
   * @schema CertificateSpec#issuerRef
   */
  readonly issuerRef: CertificateSpecIssuerRef;

  /**
   * Common name, at most 64 characters.
   *
   * @schema CertificateSpec#commonName
   */
  readonly commonName?: string;

  /**
   * DNS names of the certificate.
   *
   * @schema CertificateSpec#dnsNames
   */
  readonly dnsNames?: string[];

  /**
   * IP addresses of the certificate.
   *
   * @schema CertificateSpec#ipAddresses
   */
  readonly ipAddresses?: string[];

  /**
   * URIs of the certificate.
   *
   * @schema CertificateSpec#uris
   */
  readonly uris?: string[];

  /**
   * Mail addresses of the certificate.
   *
   * @schema CertificateSpec#emailAddresses
   */
  readonly emailAddresses?: string[];

  /**
   * Subject as an RFC 4514 string, instead of commonName and subject.
   *
   * @schema CertificateSpec#literalSubject
   */
  readonly literalSubject?: string;

  /**
   * Other parts of the subject.
   *
   * @schema CertificateSpec#subject
   */
  readonly subject?: CertificateSpecSubject;

  /**
   * Whether the certificate may sign others. Default is false.
   *
   * @default false.
   * @schema CertificateSpec#isCA
   */
  readonly isCA?: boolean;

  /**
   * Names that certificates signed by this one may carry. A change alone issues nothing.
   *
   * @schema CertificateSpec#nameConstraints
   */
  readonly nameConstraints?: CertificateSpecNameConstraints;

  /**
   * Lifetime, at least 1h. Default is 2160h.
   *
   * @default 2160h.
   * @schema CertificateSpec#duration
   */
  readonly duration?: string;

  /**
   * How long before the end it is renewed, at least 5m. Default is a third of the lifetime.
   *
   * @default a third of the lifetime.
   * @schema CertificateSpec#renewBefore
   */
  readonly renewBefore?: string;

  /**
   * Remaining share of the lifetime at which it is renewed. Not together with renewBefore.
   *
   * @schema CertificateSpec#renewBeforePercentage
   */
  readonly renewBeforePercentage?: number;

  /**
   * Key usages and extended key usages.
   *
   * @schema CertificateSpec#usages
   */
  readonly usages?: CertificateSpecUsages[];

  /**
   * The key.
   *
   * @schema CertificateSpec#privateKey
   */
  readonly privateKey?: CertificateSpecPrivateKey;

  /**
   * Signature algorithm of the request. Default follows the key.
   *
   * @schema CertificateSpec#signatureAlgorithm
   */
  readonly signatureAlgorithm?: CertificateSpecSignatureAlgorithm;

  /**
   * Whether usages are written into the request. Default is true.
   *
   * @default true.
   * @schema CertificateSpec#encodeUsagesInRequest
   */
  readonly encodeUsagesInRequest?: boolean;

  /**
   * CertificateRequests to keep.
   *
   * @schema CertificateSpec#revisionHistoryLimit
   */
  readonly revisionHistoryLimit?: number;
}

/**
 * Converts an object of type 'CertificateSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_CertificateSpec(obj: CertificateSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'secretName': obj.secretName,
    'secretTemplate': toJson_CertificateSpecSecretTemplate(obj.secretTemplate),
    'issuerRef': toJson_CertificateSpecIssuerRef(obj.issuerRef),
    'commonName': obj.commonName,
    'dnsNames': obj.dnsNames?.map(y => y),
    'ipAddresses': obj.ipAddresses?.map(y => y),
    'uris': obj.uris?.map(y => y),
    'emailAddresses': obj.emailAddresses?.map(y => y),
    'literalSubject': obj.literalSubject,
    'subject': toJson_CertificateSpecSubject(obj.subject),
    'isCA': obj.isCA,
    'nameConstraints': toJson_CertificateSpecNameConstraints(obj.nameConstraints),
    'duration': obj.duration,
    'renewBefore': obj.renewBefore,
    'renewBeforePercentage': obj.renewBeforePercentage,
    'usages': obj.usages?.map(y => y),
    'privateKey': toJson_CertificateSpecPrivateKey(obj.privateKey),
    'signatureAlgorithm': obj.signatureAlgorithm,
    'encodeUsagesInRequest': obj.encodeUsagesInRequest,
    'revisionHistoryLimit': obj.revisionHistoryLimit,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Metadata for the Secret.
 *
 * @schema CertificateSpecSecretTemplate
 */
export interface CertificateSpecSecretTemplate {
  /**
   * Annotations of the Secret.
   *
   * @schema CertificateSpecSecretTemplate#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels of the Secret.
   *
   * @schema CertificateSpecSecretTemplate#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'CertificateSpecSecretTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_CertificateSpecSecretTemplate(obj: CertificateSpecSecretTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Who signs. Changing it makes cert-manager issue again.
 *
 * @schema CertificateSpecIssuerRef
 */
export interface CertificateSpecIssuerRef {
  /**
   * API group of the issuer. Default is cert-manager.io.
   *
   * @default cert-manager.io.
   * @schema CertificateSpecIssuerRef#group
   */
  readonly group?: string;

  /**
   * Issuer, ClusterIssuer, or the kind of an external issuer. Default is Issuer.
   *
   * @default Issuer.
   * @schema CertificateSpecIssuerRef#kind
   */
  readonly kind?: string;

  /**
   * Name of the issuer.
   *
   * @schema CertificateSpecIssuerRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'CertificateSpecIssuerRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_CertificateSpecIssuerRef(obj: CertificateSpecIssuerRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'group': obj.group,
    'kind': obj.kind,
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Other parts of the subject.
 *
 * @schema CertificateSpecSubject
 */
export interface CertificateSpecSubject {
  /**
   * Organizations.
   *
   * @schema CertificateSpecSubject#organizations
   */
  readonly organizations?: string[];

  /**
   * Organizational units.
   *
   * @schema CertificateSpecSubject#organizationalUnits
   */
  readonly organizationalUnits?: string[];

  /**
   * Countries.
   *
   * @schema CertificateSpecSubject#countries
   */
  readonly countries?: string[];

  /**
   * Provinces.
   *
   * @schema CertificateSpecSubject#provinces
   */
  readonly provinces?: string[];

  /**
   * Localities.
   *
   * @schema CertificateSpecSubject#localities
   */
  readonly localities?: string[];

  /**
   * Street addresses.
   *
   * @schema CertificateSpecSubject#streetAddresses
   */
  readonly streetAddresses?: string[];

  /**
   * Postal codes.
   *
   * @schema CertificateSpecSubject#postalCodes
   */
  readonly postalCodes?: string[];

  /**
   * Serial number of the subject.
   *
   * @schema CertificateSpecSubject#serialNumber
   */
  readonly serialNumber?: string;
}

/**
 * Converts an object of type 'CertificateSpecSubject' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_CertificateSpecSubject(obj: CertificateSpecSubject | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'organizations': obj.organizations?.map(y => y),
    'organizationalUnits': obj.organizationalUnits?.map(y => y),
    'countries': obj.countries?.map(y => y),
    'provinces': obj.provinces?.map(y => y),
    'localities': obj.localities?.map(y => y),
    'streetAddresses': obj.streetAddresses?.map(y => y),
    'postalCodes': obj.postalCodes?.map(y => y),
    'serialNumber': obj.serialNumber,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Names that certificates signed by this one may carry. A change alone issues nothing.
 *
 * @schema CertificateSpecNameConstraints
 */
export interface CertificateSpecNameConstraints {
  /**
   * Whether verifiers that do not know name constraints must refuse.
   *
   * @schema CertificateSpecNameConstraints#critical
   */
  readonly critical?: boolean;

  /**
   * Subtrees of names.
   *
   * @schema CertificateSpecNameConstraints#permitted
   */
  readonly permitted?: CertificateSpecNameConstraintsPermitted;

  /**
   * Subtrees of names.
   *
   * @schema CertificateSpecNameConstraints#excluded
   */
  readonly excluded?: CertificateSpecNameConstraintsExcluded;
}

/**
 * Converts an object of type 'CertificateSpecNameConstraints' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_CertificateSpecNameConstraints(obj: CertificateSpecNameConstraints | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'critical': obj.critical,
    'permitted': toJson_CertificateSpecNameConstraintsPermitted(obj.permitted),
    'excluded': toJson_CertificateSpecNameConstraintsExcluded(obj.excluded),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema CertificateSpecUsages
 */
export type CertificateSpecUsages = "signing" | "digital signature" | "content commitment" | "key encipherment" | "key agreement" | "data encipherment" | "cert sign" | "crl sign" | "encipher only" | "decipher only" | "any" | "server auth" | "client auth" | "code signing" | "email protection" | "s/mime" | "ipsec end system" | "ipsec tunnel" | "ipsec user" | "timestamping" | "ocsp signing" | "microsoft sgc" | "netscape sgc";

/**
 * The key.
 *
 * @schema CertificateSpecPrivateKey
 */
export interface CertificateSpecPrivateKey {
  /**
   * Algorithm. Default is RSA.
   *
   * @default RSA.
   * @schema CertificateSpecPrivateKey#algorithm
   */
  readonly algorithm?: CertificateSpecPrivateKeyAlgorithm;

  /**
   * PEM form. Default is PKCS1, which is SEC1 for ECDSA.
   *
   * @default PKCS1, which is SEC1 for ECDSA.
   * @schema CertificateSpecPrivateKey#encoding
   */
  readonly encoding?: CertificateSpecPrivateKeyEncoding;

  /**
   * Bits: 256, 384 or 521 for ECDSA, 2048 to 8192 for RSA.
   *
   * @schema CertificateSpecPrivateKey#size
   */
  readonly size?: number;

  /**
   * Whether each issue makes a new key. Default is Always since cert-manager 1.18 and was Never before, so always say it.
   *
   * @default Always since cert-manager 1.18 and was Never before, so always say it.
   * @schema CertificateSpecPrivateKey#rotationPolicy
   */
  readonly rotationPolicy?: CertificateSpecPrivateKeyRotationPolicy;
}

/**
 * Converts an object of type 'CertificateSpecPrivateKey' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_CertificateSpecPrivateKey(obj: CertificateSpecPrivateKey | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'algorithm': obj.algorithm,
    'encoding': obj.encoding,
    'size': obj.size,
    'rotationPolicy': obj.rotationPolicy,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Signature algorithm of the request. Default follows the key.
 *
 * @schema CertificateSpecSignatureAlgorithm
 */
export type CertificateSpecSignatureAlgorithm = "SHA256WithRSA" | "SHA384WithRSA" | "SHA512WithRSA" | "ECDSAWithSHA256" | "ECDSAWithSHA384" | "ECDSAWithSHA512" | "PureEd25519";

/**
 * Subtrees of names.
 *
 * @schema CertificateSpecNameConstraintsPermitted
 */
export interface CertificateSpecNameConstraintsPermitted {
  /**
   * DNS domains.
   *
   * @schema CertificateSpecNameConstraintsPermitted#dnsDomains
   */
  readonly dnsDomains?: string[];

  /**
   * IP ranges in CIDR form.
   *
   * @schema CertificateSpecNameConstraintsPermitted#ipRanges
   */
  readonly ipRanges?: string[];

  /**
   * Mail addresses.
   *
   * @schema CertificateSpecNameConstraintsPermitted#emailAddresses
   */
  readonly emailAddresses?: string[];

  /**
   * Domains of URIs; the empty string is all of them.
   *
   * @schema CertificateSpecNameConstraintsPermitted#uriDomains
   */
  readonly uriDomains?: string[];
}

/**
 * Converts an object of type 'CertificateSpecNameConstraintsPermitted' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_CertificateSpecNameConstraintsPermitted(obj: CertificateSpecNameConstraintsPermitted | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'dnsDomains': obj.dnsDomains?.map(y => y),
    'ipRanges': obj.ipRanges?.map(y => y),
    'emailAddresses': obj.emailAddresses?.map(y => y),
    'uriDomains': obj.uriDomains?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Subtrees of names.
 *
 * @schema CertificateSpecNameConstraintsExcluded
 */
export interface CertificateSpecNameConstraintsExcluded {
  /**
   * DNS domains.
   *
   * @schema CertificateSpecNameConstraintsExcluded#dnsDomains
   */
  readonly dnsDomains?: string[];

  /**
   * IP ranges in CIDR form.
   *
   * @schema CertificateSpecNameConstraintsExcluded#ipRanges
   */
  readonly ipRanges?: string[];

  /**
   * Mail addresses.
   *
   * @schema CertificateSpecNameConstraintsExcluded#emailAddresses
   */
  readonly emailAddresses?: string[];

  /**
   * Domains of URIs; the empty string is all of them.
   *
   * @schema CertificateSpecNameConstraintsExcluded#uriDomains
   */
  readonly uriDomains?: string[];
}

/**
 * Converts an object of type 'CertificateSpecNameConstraintsExcluded' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_CertificateSpecNameConstraintsExcluded(obj: CertificateSpecNameConstraintsExcluded | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'dnsDomains': obj.dnsDomains?.map(y => y),
    'ipRanges': obj.ipRanges?.map(y => y),
    'emailAddresses': obj.emailAddresses?.map(y => y),
    'uriDomains': obj.uriDomains?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Algorithm. Default is RSA.
 *
 * @default RSA.
 * @schema CertificateSpecPrivateKeyAlgorithm
 */
export type CertificateSpecPrivateKeyAlgorithm = "RSA" | "ECDSA" | "Ed25519";

/**
 * PEM form. Default is PKCS1, which is SEC1 for ECDSA.
 *
 * @default PKCS1, which is SEC1 for ECDSA.
 * @schema CertificateSpecPrivateKeyEncoding
 */
export type CertificateSpecPrivateKeyEncoding = "PKCS1" | "PKCS8";

/**
 * Whether each issue makes a new key. Default is Always since cert-manager 1.18 and was Never before, so always say it.
 *
 * @default Always since cert-manager 1.18 and was Never before, so always say it.
 * @schema CertificateSpecPrivateKeyRotationPolicy
 */
export type CertificateSpecPrivateKeyRotationPolicy = "Never" | "Always";


/**
 * Signs certificates, for its namespace (Issuer) or for the whole cluster (ClusterIssuer).
 *
 * @schema ClusterIssuer
 */
export class ClusterIssuer extends ApiObject {
  /**
   * Returns the apiVersion and kind for "ClusterIssuer"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
  }

  /**
   * Renders a Kubernetes manifest for "ClusterIssuer".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: ClusterIssuerProps): any {
    return {
      ...ClusterIssuer.GVK,
      ...toJson_ClusterIssuerProps(props),
    };
  }

  /**
   * Defines a "ClusterIssuer" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: ClusterIssuerProps) {
    super(scope, id, {
      ...ClusterIssuer.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...ClusterIssuer.GVK,
      ...toJson_ClusterIssuerProps(resolved),
    };
  }
}

/**
 * Signs certificates, for its namespace (Issuer) or for the whole cluster (ClusterIssuer).
 *
 * @schema ClusterIssuer
 */
export interface ClusterIssuerProps {
  /**
   * @schema ClusterIssuer#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * How it signs.
   *
   * @schema ClusterIssuer#spec
   */
  readonly spec: ClusterIssuerSpec;
}

/**
 * Converts an object of type 'ClusterIssuerProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterIssuerProps(obj: ClusterIssuerProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ClusterIssuerSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How it signs.
 *
 * @schema ClusterIssuerSpec
 */
export interface ClusterIssuerSpec {
  /**
   * Each certificate signs itself.
   *
   * @schema ClusterIssuerSpec#selfSigned
   */
  readonly selfSigned?: ClusterIssuerSpecSelfSigned;

  /**
   * A CA whose key is in the cluster.
   *
   * @schema ClusterIssuerSpec#ca
   */
  readonly ca?: ClusterIssuerSpecCa;
}

/**
 * Converts an object of type 'ClusterIssuerSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterIssuerSpec(obj: ClusterIssuerSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'selfSigned': toJson_ClusterIssuerSpecSelfSigned(obj.selfSigned),
    'ca': toJson_ClusterIssuerSpecCa(obj.ca),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Each certificate signs itself.
 *
 * @schema ClusterIssuerSpecSelfSigned
 */
export interface ClusterIssuerSpecSelfSigned {
  /**
   * Where revocation lists are.
   *
   * @schema ClusterIssuerSpecSelfSigned#crlDistributionPoints
   */
  readonly crlDistributionPoints?: string[];
}

/**
 * Converts an object of type 'ClusterIssuerSpecSelfSigned' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterIssuerSpecSelfSigned(obj: ClusterIssuerSpecSelfSigned | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'crlDistributionPoints': obj.crlDistributionPoints?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * A CA whose key is in the cluster.
 *
 * @schema ClusterIssuerSpecCa
 */
export interface ClusterIssuerSpecCa {
  /**
   * Secret with tls.crt and tls.key of the CA: in the Issuer's namespace, or for a ClusterIssuer in cert-manager's cluster resource namespace. New content alone issues nothing.
   *
   * @schema ClusterIssuerSpecCa#secretName
   */
  readonly secretName: string;

  /**
   * Where revocation lists are.
   *
   * @schema ClusterIssuerSpecCa#crlDistributionPoints
   */
  readonly crlDistributionPoints?: string[];

  /**
   * Where the CA's certificate is.
   *
   * @schema ClusterIssuerSpecCa#issuingCertificateURLs
   */
  readonly issuingCertificateURLs?: string[];

  /**
   * OCSP servers.
   *
   * @schema ClusterIssuerSpecCa#ocspServers
   */
  readonly ocspServers?: string[];
}

/**
 * Converts an object of type 'ClusterIssuerSpecCa' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterIssuerSpecCa(obj: ClusterIssuerSpecCa | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'secretName': obj.secretName,
    'crlDistributionPoints': obj.crlDistributionPoints?.map(y => y),
    'issuingCertificateURLs': obj.issuingCertificateURLs?.map(y => y),
    'ocspServers': obj.ocspServers?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */


/**
 * Signs certificates, for its namespace (Issuer) or for the whole cluster (ClusterIssuer).
 *
 * @schema Issuer
 */
export class Issuer extends ApiObject {
  /**
   * Returns the apiVersion and kind for "Issuer"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Issuer',
  }

  /**
   * Renders a Kubernetes manifest for "Issuer".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: IssuerProps): any {
    return {
      ...Issuer.GVK,
      ...toJson_IssuerProps(props),
    };
  }

  /**
   * Defines a "Issuer" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: IssuerProps) {
    super(scope, id, {
      ...Issuer.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...Issuer.GVK,
      ...toJson_IssuerProps(resolved),
    };
  }
}

/**
 * Signs certificates, for its namespace (Issuer) or for the whole cluster (ClusterIssuer).
 *
 * @schema Issuer
 */
export interface IssuerProps {
  /**
   * @schema Issuer#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * How it signs.
   *
   * @schema Issuer#spec
   */
  readonly spec: IssuerSpec;
}

/**
 * Converts an object of type 'IssuerProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_IssuerProps(obj: IssuerProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_IssuerSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How it signs.
 *
 * @schema IssuerSpec
 */
export interface IssuerSpec {
  /**
   * Each certificate signs itself.
   *
   * @schema IssuerSpec#selfSigned
   */
  readonly selfSigned?: IssuerSpecSelfSigned;

  /**
   * A CA whose key is in the cluster.
   *
   * @schema IssuerSpec#ca
   */
  readonly ca?: IssuerSpecCa;
}

/**
 * Converts an object of type 'IssuerSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_IssuerSpec(obj: IssuerSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'selfSigned': toJson_IssuerSpecSelfSigned(obj.selfSigned),
    'ca': toJson_IssuerSpecCa(obj.ca),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Each certificate signs itself.
 *
 * @schema IssuerSpecSelfSigned
 */
export interface IssuerSpecSelfSigned {
  /**
   * Where revocation lists are.
   *
   * @schema IssuerSpecSelfSigned#crlDistributionPoints
   */
  readonly crlDistributionPoints?: string[];
}

/**
 * Converts an object of type 'IssuerSpecSelfSigned' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_IssuerSpecSelfSigned(obj: IssuerSpecSelfSigned | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'crlDistributionPoints': obj.crlDistributionPoints?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * A CA whose key is in the cluster.
 *
 * @schema IssuerSpecCa
 */
export interface IssuerSpecCa {
  /**
   * Secret with tls.crt and tls.key of the CA: in the Issuer's namespace, or for a ClusterIssuer in cert-manager's cluster resource namespace. New content alone issues nothing.
   *
   * @schema IssuerSpecCa#secretName
   */
  readonly secretName: string;

  /**
   * Where revocation lists are.
   *
   * @schema IssuerSpecCa#crlDistributionPoints
   */
  readonly crlDistributionPoints?: string[];

  /**
   * Where the CA's certificate is.
   *
   * @schema IssuerSpecCa#issuingCertificateURLs
   */
  readonly issuingCertificateURLs?: string[];

  /**
   * OCSP servers.
   *
   * @schema IssuerSpecCa#ocspServers
   */
  readonly ocspServers?: string[];
}

/**
 * Converts an object of type 'IssuerSpecCa' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_IssuerSpecCa(obj: IssuerSpecCa | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'secretName': obj.secretName,
    'crlDistributionPoints': obj.crlDistributionPoints?.map(y => y),
    'issuingCertificateURLs': obj.issuingCertificateURLs?.map(y => y),
    'ocspServers': obj.ocspServers?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

