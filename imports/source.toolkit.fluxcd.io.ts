// Made by `npm run imports` from imports/schemas. Do not edit.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';


/**
 * A revision of a Git repository.
 *
 * @schema GitRepository
 */
export class GitRepository extends ApiObject {
  /**
   * Returns the apiVersion and kind for "GitRepository"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
  }

  /**
   * Renders a Kubernetes manifest for "GitRepository".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: GitRepositoryProps = {}): any {
    return {
      ...GitRepository.GVK,
      ...toJson_GitRepositoryProps(props),
    };
  }

  /**
   * Defines a "GitRepository" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: GitRepositoryProps = {}) {
    super(scope, id, {
      ...GitRepository.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...GitRepository.GVK,
      ...toJson_GitRepositoryProps(resolved),
    };
  }
}

/**
 * A revision of a Git repository.
 *
 * @schema GitRepository
 */
export interface GitRepositoryProps {
  /**
   * @schema GitRepository#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Where it is and how often to look.
   *
   * @schema GitRepository#spec
   */
  readonly spec?: GitRepositorySpec;
}

/**
 * Converts an object of type 'GitRepositoryProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepositoryProps(obj: GitRepositoryProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_GitRepositorySpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Where it is and how often to look.
 *
 * @schema GitRepositorySpec
 */
export interface GitRepositorySpec {
  /**
   * Address, beginning with https:// or ssh://.
   *
   * @schema GitRepositorySpec#url
   */
  readonly url: string;

  /**
   * Time, for example 10m.
   *
   * @schema GitRepositorySpec#interval
   */
  readonly interval: string;

  /**
   * Time one fetch may take. Default is 60s.
   *
   * @default 60s.
   * @schema GitRepositorySpec#timeout
   */
  readonly timeout?: string;

  /**
   * Which revision.
   *
   * @schema GitRepositorySpec#ref
   */
  readonly ref?: GitRepositorySpecRef;

  /**
   * Whose login is used. Default is generic.
   *
   * @default generic.
   * @schema GitRepositorySpec#provider
   */
  readonly provider?: GitRepositorySpecProvider;

  /**
   * Secret with credentials.
   *
   * @schema GitRepositorySpec#secretRef
   */
  readonly secretRef?: GitRepositorySpecSecretRef;

  /**
   * Paths to leave out.
   *
   * @schema GitRepositorySpec#ignore
   */
  readonly ignore?: string;

  /**
   * Directories to fetch.
   *
   * @schema GitRepositorySpec#sparseCheckout
   */
  readonly sparseCheckout?: string[];

  /**
   * Whether submodules are fetched.
   *
   * @schema GitRepositorySpec#recurseSubmodules
   */
  readonly recurseSubmodules?: boolean;

  /**
   * Whether nothing is done.
   *
   * @schema GitRepositorySpec#suspend
   */
  readonly suspend?: boolean;

  /**
   * Signatures to check.
   *
   * @schema GitRepositorySpec#verify
   */
  readonly verify?: GitRepositorySpecVerify;
}

/**
 * Converts an object of type 'GitRepositorySpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepositorySpec(obj: GitRepositorySpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'url': obj.url,
    'interval': obj.interval,
    'timeout': obj.timeout,
    'ref': toJson_GitRepositorySpecRef(obj.ref),
    'provider': obj.provider,
    'secretRef': toJson_GitRepositorySpecSecretRef(obj.secretRef),
    'ignore': obj.ignore,
    'sparseCheckout': obj.sparseCheckout?.map(y => y),
    'recurseSubmodules': obj.recurseSubmodules,
    'suspend': obj.suspend,
    'verify': toJson_GitRepositorySpecVerify(obj.verify),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Which revision.
 *
 * @schema GitRepositorySpecRef
 */
export interface GitRepositorySpecRef {
  /**
   * Branch. Default is master.
   *
   * @default master.
   * @schema GitRepositorySpecRef#branch
   */
  readonly branch?: string;

  /**
   * Tag.
   *
   * @schema GitRepositorySpecRef#tag
   */
  readonly tag?: string;

  /**
   * Range of versions among the tags; the newest is taken.
   *
   * @schema GitRepositorySpecRef#semver
   */
  readonly semver?: string;

  /**
   * Full reference.
   *
   * @schema GitRepositorySpecRef#name
   */
  readonly name?: string;

  /**
   * Commit.
   *
   * @schema GitRepositorySpecRef#commit
   */
  readonly commit?: string;
}

/**
 * Converts an object of type 'GitRepositorySpecRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepositorySpecRef(obj: GitRepositorySpecRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'branch': obj.branch,
    'tag': obj.tag,
    'semver': obj.semver,
    'name': obj.name,
    'commit': obj.commit,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Whose login is used. Default is generic.
 *
 * @default generic.
 * @schema GitRepositorySpecProvider
 */
export type GitRepositorySpecProvider = "generic" | "aws" | "azure" | "github";

/**
 * Secret with credentials.
 *
 * @schema GitRepositorySpecSecretRef
 */
export interface GitRepositorySpecSecretRef {
  /**
   * Name of the Secret.
   *
   * @schema GitRepositorySpecSecretRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'GitRepositorySpecSecretRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepositorySpecSecretRef(obj: GitRepositorySpecSecretRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Signatures to check.
 *
 * @schema GitRepositorySpecVerify
 */
export interface GitRepositorySpecVerify {
  /**
   * What must be signed. Default is HEAD.
   *
   * @default HEAD.
   * @schema GitRepositorySpecVerify#mode
   */
  readonly mode?: GitRepositorySpecVerifyMode;

  /**
   * Secret with credentials.
   *
   * @schema GitRepositorySpecVerify#secretRef
   */
  readonly secretRef: GitRepositorySpecVerifySecretRef;
}

/**
 * Converts an object of type 'GitRepositorySpecVerify' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepositorySpecVerify(obj: GitRepositorySpecVerify | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'mode': obj.mode,
    'secretRef': toJson_GitRepositorySpecVerifySecretRef(obj.secretRef),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What must be signed. Default is HEAD.
 *
 * @default HEAD.
 * @schema GitRepositorySpecVerifyMode
 */
export type GitRepositorySpecVerifyMode = "HEAD" | "Tag" | "TagAndHEAD";

/**
 * Secret with credentials.
 *
 * @schema GitRepositorySpecVerifySecretRef
 */
export interface GitRepositorySpecVerifySecretRef {
  /**
   * Name of the Secret.
   *
   * @schema GitRepositorySpecVerifySecretRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'GitRepositorySpecVerifySecretRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepositorySpecVerifySecretRef(obj: GitRepositorySpecVerifySecretRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */


/**
 * A repository of Helm charts.
 *
 * @schema HelmRepository
 */
export class HelmRepository extends ApiObject {
  /**
   * Returns the apiVersion and kind for "HelmRepository"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'HelmRepository',
  }

  /**
   * Renders a Kubernetes manifest for "HelmRepository".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: HelmRepositoryProps = {}): any {
    return {
      ...HelmRepository.GVK,
      ...toJson_HelmRepositoryProps(props),
    };
  }

  /**
   * Defines a "HelmRepository" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: HelmRepositoryProps = {}) {
    super(scope, id, {
      ...HelmRepository.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...HelmRepository.GVK,
      ...toJson_HelmRepositoryProps(resolved),
    };
  }
}

/**
 * A repository of Helm charts.
 *
 * @schema HelmRepository
 */
export interface HelmRepositoryProps {
  /**
   * @schema HelmRepository#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Where it is and how often to look.
   *
   * @schema HelmRepository#spec
   */
  readonly spec?: HelmRepositorySpec;
}

/**
 * Converts an object of type 'HelmRepositoryProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmRepositoryProps(obj: HelmRepositoryProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_HelmRepositorySpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Where it is and how often to look.
 *
 * @schema HelmRepositorySpec
 */
export interface HelmRepositorySpec {
  /**
   * Address.
   *
   * @schema HelmRepositorySpec#url
   */
  readonly url: string;

  /**
   * Kind of repository. Default is default.
   *
   * @default default.
   * @schema HelmRepositorySpec#type
   */
  readonly type?: HelmRepositorySpecType;

  /**
   * Time, for example 10m.
   *
   * @schema HelmRepositorySpec#interval
   */
  readonly interval?: string;

  /**
   * Time one fetch may take. Default is 60s.
   *
   * @default 60s.
   * @schema HelmRepositorySpec#timeout
   */
  readonly timeout?: string;

  /**
   * Whose login is used. Default is generic.
   *
   * @default generic.
   * @schema HelmRepositorySpec#provider
   */
  readonly provider?: HelmRepositorySpecProvider;

  /**
   * Secret with credentials.
   *
   * @schema HelmRepositorySpec#secretRef
   */
  readonly secretRef?: HelmRepositorySpecSecretRef;

  /**
   * Secret with credentials.
   *
   * @schema HelmRepositorySpec#certSecretRef
   */
  readonly certSecretRef?: HelmRepositorySpecCertSecretRef;

  /**
   * Whether credentials go to other hosts too.
   *
   * @schema HelmRepositorySpec#passCredentials
   */
  readonly passCredentials?: boolean;

  /**
   * Whether plain HTTP is allowed.
   *
   * @schema HelmRepositorySpec#insecure
   */
  readonly insecure?: boolean;

  /**
   * Whether nothing is done.
   *
   * @schema HelmRepositorySpec#suspend
   */
  readonly suspend?: boolean;
}

/**
 * Converts an object of type 'HelmRepositorySpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmRepositorySpec(obj: HelmRepositorySpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'url': obj.url,
    'type': obj.type,
    'interval': obj.interval,
    'timeout': obj.timeout,
    'provider': obj.provider,
    'secretRef': toJson_HelmRepositorySpecSecretRef(obj.secretRef),
    'certSecretRef': toJson_HelmRepositorySpecCertSecretRef(obj.certSecretRef),
    'passCredentials': obj.passCredentials,
    'insecure': obj.insecure,
    'suspend': obj.suspend,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Kind of repository. Default is default.
 *
 * @default default.
 * @schema HelmRepositorySpecType
 */
export type HelmRepositorySpecType = "default" | "oci";

/**
 * Whose login is used. Default is generic.
 *
 * @default generic.
 * @schema HelmRepositorySpecProvider
 */
export type HelmRepositorySpecProvider = "generic" | "aws" | "azure" | "gcp";

/**
 * Secret with credentials.
 *
 * @schema HelmRepositorySpecSecretRef
 */
export interface HelmRepositorySpecSecretRef {
  /**
   * Name of the Secret.
   *
   * @schema HelmRepositorySpecSecretRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'HelmRepositorySpecSecretRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmRepositorySpecSecretRef(obj: HelmRepositorySpecSecretRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Secret with credentials.
 *
 * @schema HelmRepositorySpecCertSecretRef
 */
export interface HelmRepositorySpecCertSecretRef {
  /**
   * Name of the Secret.
   *
   * @schema HelmRepositorySpecCertSecretRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'HelmRepositorySpecCertSecretRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmRepositorySpecCertSecretRef(obj: HelmRepositorySpecCertSecretRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */


/**
 * An artifact of an OCI registry.
 *
 * @schema OCIRepository
 */
export class OciRepository extends ApiObject {
  /**
   * Returns the apiVersion and kind for "OCIRepository"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'OCIRepository',
  }

  /**
   * Renders a Kubernetes manifest for "OCIRepository".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: OciRepositoryProps = {}): any {
    return {
      ...OciRepository.GVK,
      ...toJson_OciRepositoryProps(props),
    };
  }

  /**
   * Defines a "OCIRepository" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: OciRepositoryProps = {}) {
    super(scope, id, {
      ...OciRepository.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...OciRepository.GVK,
      ...toJson_OciRepositoryProps(resolved),
    };
  }
}

/**
 * An artifact of an OCI registry.
 *
 * @schema OCIRepository
 */
export interface OciRepositoryProps {
  /**
   * @schema OCIRepository#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Where it is and how often to look.
   *
   * @schema OCIRepository#spec
   */
  readonly spec?: OciRepositorySpec;
}

/**
 * Converts an object of type 'OciRepositoryProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_OciRepositoryProps(obj: OciRepositoryProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_OciRepositorySpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Where it is and how often to look.
 *
 * @schema OciRepositorySpec
 */
export interface OciRepositorySpec {
  /**
   * Address, beginning with oci://.
   *
   * @schema OciRepositorySpec#url
   */
  readonly url: string;

  /**
   * Time, for example 10m.
   *
   * @schema OciRepositorySpec#interval
   */
  readonly interval: string;

  /**
   * Time one fetch may take. Default is 60s.
   *
   * @default 60s.
   * @schema OciRepositorySpec#timeout
   */
  readonly timeout?: string;

  /**
   * Which artifact.
   *
   * @schema OciRepositorySpec#ref
   */
  readonly ref?: OciRepositorySpecRef;

  /**
   * Which layer.
   *
   * @schema OciRepositorySpec#layerSelector
   */
  readonly layerSelector?: OciRepositorySpecLayerSelector;

  /**
   * Whose login is used. Default is generic.
   *
   * @default generic.
   * @schema OciRepositorySpec#provider
   */
  readonly provider?: OciRepositorySpecProvider;

  /**
   * Secret with credentials.
   *
   * @schema OciRepositorySpec#secretRef
   */
  readonly secretRef?: OciRepositorySpecSecretRef;

  /**
   * Secret with credentials.
   *
   * @schema OciRepositorySpec#certSecretRef
   */
  readonly certSecretRef?: OciRepositorySpecCertSecretRef;

  /**
   * Account whose pull secrets are used.
   *
   * @schema OciRepositorySpec#serviceAccountName
   */
  readonly serviceAccountName?: string;

  /**
   * Whether plain HTTP is allowed.
   *
   * @schema OciRepositorySpec#insecure
   */
  readonly insecure?: boolean;

  /**
   * Paths to leave out.
   *
   * @schema OciRepositorySpec#ignore
   */
  readonly ignore?: string;

  /**
   * Whether nothing is done.
   *
   * @schema OciRepositorySpec#suspend
   */
  readonly suspend?: boolean;

  /**
   * Signatures to check.
   *
   * @schema OciRepositorySpec#verify
   */
  readonly verify?: OciRepositorySpecVerify;
}

/**
 * Converts an object of type 'OciRepositorySpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_OciRepositorySpec(obj: OciRepositorySpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'url': obj.url,
    'interval': obj.interval,
    'timeout': obj.timeout,
    'ref': toJson_OciRepositorySpecRef(obj.ref),
    'layerSelector': toJson_OciRepositorySpecLayerSelector(obj.layerSelector),
    'provider': obj.provider,
    'secretRef': toJson_OciRepositorySpecSecretRef(obj.secretRef),
    'certSecretRef': toJson_OciRepositorySpecCertSecretRef(obj.certSecretRef),
    'serviceAccountName': obj.serviceAccountName,
    'insecure': obj.insecure,
    'ignore': obj.ignore,
    'suspend': obj.suspend,
    'verify': toJson_OciRepositorySpecVerify(obj.verify),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Which artifact.
 *
 * @schema OciRepositorySpecRef
 */
export interface OciRepositorySpecRef {
  /**
   * Tag. Default is latest.
   *
   * @default latest.
   * @schema OciRepositorySpecRef#tag
   */
  readonly tag?: string;

  /**
   * Range of versions; the newest is taken.
   *
   * @schema OciRepositorySpecRef#semver
   */
  readonly semver?: string;

  /**
   * Expression that tags must match before semver.
   *
   * @schema OciRepositorySpecRef#semverFilter
   */
  readonly semverFilter?: string;

  /**
   * Digest. Wins over the others.
   *
   * @schema OciRepositorySpecRef#digest
   */
  readonly digest?: string;
}

/**
 * Converts an object of type 'OciRepositorySpecRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_OciRepositorySpecRef(obj: OciRepositorySpecRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'tag': obj.tag,
    'semver': obj.semver,
    'semverFilter': obj.semverFilter,
    'digest': obj.digest,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Which layer.
 *
 * @schema OciRepositorySpecLayerSelector
 */
export interface OciRepositorySpecLayerSelector {
  /**
   * Media type of the layer.
   *
   * @schema OciRepositorySpecLayerSelector#mediaType
   */
  readonly mediaType?: string;

  /**
   * What is done with it. Default is extract.
   *
   * @default extract.
   * @schema OciRepositorySpecLayerSelector#operation
   */
  readonly operation?: OciRepositorySpecLayerSelectorOperation;
}

/**
 * Converts an object of type 'OciRepositorySpecLayerSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_OciRepositorySpecLayerSelector(obj: OciRepositorySpecLayerSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'mediaType': obj.mediaType,
    'operation': obj.operation,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Whose login is used. Default is generic.
 *
 * @default generic.
 * @schema OciRepositorySpecProvider
 */
export type OciRepositorySpecProvider = "generic" | "aws" | "azure" | "gcp";

/**
 * Secret with credentials.
 *
 * @schema OciRepositorySpecSecretRef
 */
export interface OciRepositorySpecSecretRef {
  /**
   * Name of the Secret.
   *
   * @schema OciRepositorySpecSecretRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'OciRepositorySpecSecretRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_OciRepositorySpecSecretRef(obj: OciRepositorySpecSecretRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Secret with credentials.
 *
 * @schema OciRepositorySpecCertSecretRef
 */
export interface OciRepositorySpecCertSecretRef {
  /**
   * Name of the Secret.
   *
   * @schema OciRepositorySpecCertSecretRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'OciRepositorySpecCertSecretRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_OciRepositorySpecCertSecretRef(obj: OciRepositorySpecCertSecretRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Signatures to check.
 *
 * @schema OciRepositorySpecVerify
 */
export interface OciRepositorySpecVerify {
  /**
   * Kind of signature. Default is cosign.
   *
   * @default cosign.
   * @schema OciRepositorySpecVerify#provider
   */
  readonly provider: OciRepositorySpecVerifyProvider;

  /**
   * Secret with credentials.
   *
   * @schema OciRepositorySpecVerify#secretRef
   */
  readonly secretRef?: OciRepositorySpecVerifySecretRef;

  /**
   * Signers of keyless signatures.
   *
   * @schema OciRepositorySpecVerify#matchOIDCIdentity
   */
  readonly matchOIDCIdentity?: OciRepositorySpecVerifyMatchOidcIdentity[];
}

/**
 * Converts an object of type 'OciRepositorySpecVerify' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_OciRepositorySpecVerify(obj: OciRepositorySpecVerify | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'provider': obj.provider,
    'secretRef': toJson_OciRepositorySpecVerifySecretRef(obj.secretRef),
    'matchOIDCIdentity': obj.matchOIDCIdentity?.map(y => toJson_OciRepositorySpecVerifyMatchOidcIdentity(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What is done with it. Default is extract.
 *
 * @default extract.
 * @schema OciRepositorySpecLayerSelectorOperation
 */
export type OciRepositorySpecLayerSelectorOperation = "extract" | "copy";

/**
 * Kind of signature. Default is cosign.
 *
 * @default cosign.
 * @schema OciRepositorySpecVerifyProvider
 */
export type OciRepositorySpecVerifyProvider = "cosign" | "notation";

/**
 * Secret with credentials.
 *
 * @schema OciRepositorySpecVerifySecretRef
 */
export interface OciRepositorySpecVerifySecretRef {
  /**
   * Name of the Secret.
   *
   * @schema OciRepositorySpecVerifySecretRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'OciRepositorySpecVerifySecretRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_OciRepositorySpecVerifySecretRef(obj: OciRepositorySpecVerifySecretRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema OciRepositorySpecVerifyMatchOidcIdentity
 */
export interface OciRepositorySpecVerifyMatchOidcIdentity {
  /**
   * Expression for the issuer.
   *
   * @schema OciRepositorySpecVerifyMatchOidcIdentity#issuer
   */
  readonly issuer: string;

  /**
   * Expression for the subject.
   *
   * @schema OciRepositorySpecVerifyMatchOidcIdentity#subject
   */
  readonly subject: string;
}

/**
 * Converts an object of type 'OciRepositorySpecVerifyMatchOidcIdentity' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_OciRepositorySpecVerifyMatchOidcIdentity(obj: OciRepositorySpecVerifyMatchOidcIdentity | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'issuer': obj.issuer,
    'subject': obj.subject,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

