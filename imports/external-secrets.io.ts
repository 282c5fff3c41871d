// Made by `npm run imports` from imports/schemas. Do not edit.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';


/**
 * A Secret kept equal to what a secret store holds.
 *
 * @schema ExternalSecret
 */
export class ExternalSecret extends ApiObject {
  /**
   * Returns the apiVersion and kind for "ExternalSecret"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
  }

  /**
   * Renders a Kubernetes manifest for "ExternalSecret".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: ExternalSecretProps = {}): any {
    return {
      ...ExternalSecret.GVK,
      ...toJson_ExternalSecretProps(props),
    };
  }

  /**
   * Defines a "ExternalSecret" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: ExternalSecretProps = {}) {
    super(scope, id, {
      ...ExternalSecret.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...ExternalSecret.GVK,
      ...toJson_ExternalSecretProps(resolved),
    };
  }
}

/**
 * A Secret kept equal to what a secret store holds.
 *
 * @schema ExternalSecret
 */
export interface ExternalSecretProps {
  /**
   * @schema ExternalSecret#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Store, keys and Secret.
   *
   * @schema ExternalSecret#spec
   */
  readonly spec?: ExternalSecretSpec;
}

/**
 * Converts an object of type 'ExternalSecretProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ExternalSecretProps(obj: ExternalSecretProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ExternalSecretSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Store, keys and Secret.
 *
 * @schema ExternalSecretSpec
 */
export interface ExternalSecretSpec {
  /**
   * Time between two reads; 0s for once. Default is 1h0m0s.
   *
   * @default 1h0m0s.
   * @schema ExternalSecretSpec#refreshInterval
   */
  readonly refreshInterval?: string;

  /**
   * When the store is read. Default is Periodic.
   *
   * @default Periodic.
   * @schema ExternalSecretSpec#refreshPolicy
   */
  readonly refreshPolicy?: ExternalSecretSpecRefreshPolicy;

  /**
   * The store.
   *
   * @schema ExternalSecretSpec#secretStoreRef
   */
  readonly secretStoreRef?: ExternalSecretSpecSecretStoreRef;

  /**
   * The Secret.
   *
   * @schema ExternalSecretSpec#target
   */
  readonly target?: ExternalSecretSpecTarget;

  /**
   * Keys to fetch.
   *
   * @schema ExternalSecretSpec#data
   */
  readonly data?: ExternalSecretSpecData[];

  /**
   * Entries to fetch whole.
   *
   * @schema ExternalSecretSpec#dataFrom
   */
  readonly dataFrom?: ExternalSecretSpecDataFrom[];
}

/**
 * Converts an object of type 'ExternalSecretSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ExternalSecretSpec(obj: ExternalSecretSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'refreshInterval': obj.refreshInterval,
    'refreshPolicy': obj.refreshPolicy,
    'secretStoreRef': toJson_ExternalSecretSpecSecretStoreRef(obj.secretStoreRef),
    'target': toJson_ExternalSecretSpecTarget(obj.target),
    'data': obj.data?.map(y => toJson_ExternalSecretSpecData(y)),
    'dataFrom': obj.dataFrom?.map(y => toJson_ExternalSecretSpecDataFrom(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * When the store is read. Default is Periodic.
 *
 * @default Periodic.
 * @schema ExternalSecretSpecRefreshPolicy
 */
export type ExternalSecretSpecRefreshPolicy = "CreatedOnce" | "Periodic" | "OnChange";

/**
 * The store.
 *
 * @schema ExternalSecretSpecSecretStoreRef
 */
export interface ExternalSecretSpecSecretStoreRef {
  /**
   * Kind of the store. Default is SecretStore.
   *
   * @default SecretStore.
   * @schema ExternalSecretSpecSecretStoreRef#kind
   */
  readonly kind?: ExternalSecretSpecSecretStoreRefKind;

  /**
   * Name of the object.
   *
   * @schema ExternalSecretSpecSecretStoreRef#name
   */
  readonly name?: string;
}

/**
 * Converts an object of type 'ExternalSecretSpecSecretStoreRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ExternalSecretSpecSecretStoreRef(obj: ExternalSecretSpecSecretStoreRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'kind': obj.kind,
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * The Secret.
 *
 * @schema ExternalSecretSpecTarget
 */
export interface ExternalSecretSpecTarget {
  /**
   * Name of the object.
   *
   * @schema ExternalSecretSpecTarget#name
   */
  readonly name?: string;

  /**
   * Who makes the Secret. Default is Owner, which also collects it with the ExternalSecret.
   *
   * @default Owner, which also collects it with the ExternalSecret.
   * @schema ExternalSecretSpecTarget#creationPolicy
   */
  readonly creationPolicy?: ExternalSecretSpecTargetCreationPolicy;

  /**
   * What happens to the Secret when the store no longer has the keys. Default is Retain.
   *
   * @default Retain.
   * @schema ExternalSecretSpecTarget#deletionPolicy
   */
  readonly deletionPolicy?: ExternalSecretSpecTargetDeletionPolicy;

  /**
   * Whether the Secret is immutable.
   *
   * @schema ExternalSecretSpecTarget#immutable
   */
  readonly immutable?: boolean;

  /**
   * Form of the Secret. Go template delimiters in data are evaluated with the fetched keys.
   *
   * @schema ExternalSecretSpecTarget#template
   */
  readonly template?: ExternalSecretSpecTargetTemplate;
}

/**
 * Converts an object of type 'ExternalSecretSpecTarget' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ExternalSecretSpecTarget(obj: ExternalSecretSpecTarget | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'creationPolicy': obj.creationPolicy,
    'deletionPolicy': obj.deletionPolicy,
    'immutable': obj.immutable,
    'template': toJson_ExternalSecretSpecTargetTemplate(obj.template),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ExternalSecretSpecData
 */
export interface ExternalSecretSpecData {
  /**
   * Key in the Secret, or name in its template.
   *
   * @schema ExternalSecretSpecData#secretKey
   */
  readonly secretKey: string;

  /**
   * Entry of the store.
   *
   * @schema ExternalSecretSpecData#remoteRef
   */
  readonly remoteRef: ExternalSecretSpecDataRemoteRef;
}

/**
 * Converts an object of type 'ExternalSecretSpecData' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ExternalSecretSpecData(obj: ExternalSecretSpecData | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'secretKey': obj.secretKey,
    'remoteRef': toJson_ExternalSecretSpecDataRemoteRef(obj.remoteRef),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ExternalSecretSpecDataFrom
 */
export interface ExternalSecretSpecDataFrom {
  /**
   * Entry of the store.
   *
   * @schema ExternalSecretSpecDataFrom#extract
   */
  readonly extract?: ExternalSecretSpecDataFromExtract;
}

/**
 * Converts an object of type 'ExternalSecretSpecDataFrom' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ExternalSecretSpecDataFrom(obj: ExternalSecretSpecDataFrom | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'extract': toJson_ExternalSecretSpecDataFromExtract(obj.extract),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Kind of the store. Default is SecretStore.
 *
 * @default SecretStore.
 * @schema ExternalSecretSpecSecretStoreRefKind
 */
export type ExternalSecretSpecSecretStoreRefKind = "SecretStore" | "ClusterSecretStore";

/**
 * Who makes the Secret. Default is Owner, which also collects it with the ExternalSecret.
 *
 * @default Owner, which also collects it with the ExternalSecret.
 * @schema ExternalSecretSpecTargetCreationPolicy
 */
export type ExternalSecretSpecTargetCreationPolicy = "Owner" | "Orphan" | "Merge" | "None" | "CreateOrMerge";

/**
 * What happens to the Secret when the store no longer has the keys. Default is Retain.
 *
 * @default Retain.
 * @schema ExternalSecretSpecTargetDeletionPolicy
 */
export type ExternalSecretSpecTargetDeletionPolicy = "Delete" | "Merge" | "Retain";

/**
 * Form of the Secret. Go template delimiters in data are evaluated with the fetched keys.
 *
 * @schema ExternalSecretSpecTargetTemplate
 */
export interface ExternalSecretSpecTargetTemplate {
  /**
   * Template engine. Default is v2.
   *
   * @default v2.
   * @schema ExternalSecretSpecTargetTemplate#engineVersion
   */
  readonly engineVersion?: ExternalSecretSpecTargetTemplateEngineVersion;

  /**
   * Whether fetched keys are kept beside those of data. Default is Replace.
   *
   * @default Replace.
   * @schema ExternalSecretSpecTargetTemplate#mergePolicy
   */
  readonly mergePolicy?: ExternalSecretSpecTargetTemplateMergePolicy;

  /**
   * Type of the Secret.
   *
   * @schema ExternalSecretSpecTargetTemplate#type
   */
  readonly type?: string;

  /**
   * Metadata for the Secret.
   *
   * @schema ExternalSecretSpecTargetTemplate#metadata
   */
  readonly metadata?: ExternalSecretSpecTargetTemplateMetadata;

  /**
   * Keys of the Secret as templates.
   *
   * @schema ExternalSecretSpecTargetTemplate#data
   */
  readonly data?: { [key: string]: string };
}

/**
 * Converts an object of type 'ExternalSecretSpecTargetTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ExternalSecretSpecTargetTemplate(obj: ExternalSecretSpecTargetTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'engineVersion': obj.engineVersion,
    'mergePolicy': obj.mergePolicy,
    'type': obj.type,
    'metadata': toJson_ExternalSecretSpecTargetTemplateMetadata(obj.metadata),
    'data': ((obj.data) === undefined) ? undefined : (Object.entries(obj.data).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Entry of the store.
 *
 * @schema ExternalSecretSpecDataRemoteRef
 */
export interface ExternalSecretSpecDataRemoteRef {
  /**
   * Path or name of the entry.
   *
   * @schema ExternalSecretSpecDataRemoteRef#key
   */
  readonly key: string;

  /**
   * Part of the entry.
   *
   * @schema ExternalSecretSpecDataRemoteRef#property
   */
  readonly property?: string;

  /**
   * Version of the entry.
   *
   * @schema ExternalSecretSpecDataRemoteRef#version
   */
  readonly version?: string;

  /**
   * How keys are made valid. Default is Default.
   *
   * @default Default.
   * @schema ExternalSecretSpecDataRemoteRef#conversionStrategy
   */
  readonly conversionStrategy?: ExternalSecretSpecDataRemoteRefConversionStrategy;

  /**
   * How the value is decoded. Default is None.
   *
   * @default None.
   * @schema ExternalSecretSpecDataRemoteRef#decodingStrategy
   */
  readonly decodingStrategy?: ExternalSecretSpecDataRemoteRefDecodingStrategy;

  /**
   * Whether metadata is read instead. Default is None.
   *
   * @default None.
   * @schema ExternalSecretSpecDataRemoteRef#metadataPolicy
   */
  readonly metadataPolicy?: ExternalSecretSpecDataRemoteRefMetadataPolicy;
}

/**
 * Converts an object of type 'ExternalSecretSpecDataRemoteRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ExternalSecretSpecDataRemoteRef(obj: ExternalSecretSpecDataRemoteRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'property': obj.property,
    'version': obj.version,
    'conversionStrategy': obj.conversionStrategy,
    'decodingStrategy': obj.decodingStrategy,
    'metadataPolicy': obj.metadataPolicy,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Entry of the store.
 *
 * @schema ExternalSecretSpecDataFromExtract
 */
export interface ExternalSecretSpecDataFromExtract {
  /**
   * Path or name of the entry.
   *
   * @schema ExternalSecretSpecDataFromExtract#key
   */
  readonly key: string;

  /**
   * Part of the entry.
   *
   * @schema ExternalSecretSpecDataFromExtract#property
   */
  readonly property?: string;

  /**
   * Version of the entry.
   *
   * @schema ExternalSecretSpecDataFromExtract#version
   */
  readonly version?: string;

  /**
   * How keys are made valid. Default is Default.
   *
   * @default Default.
   * @schema ExternalSecretSpecDataFromExtract#conversionStrategy
   */
  readonly conversionStrategy?: ExternalSecretSpecDataFromExtractConversionStrategy;

  /**
   * How the value is decoded. Default is None.
   *
   * @default None.
   * @schema ExternalSecretSpecDataFromExtract#decodingStrategy
   */
  readonly decodingStrategy?: ExternalSecretSpecDataFromExtractDecodingStrategy;

  /**
   * Whether metadata is read instead. Default is None.
   *
   * @default None.
   * @schema ExternalSecretSpecDataFromExtract#metadataPolicy
   */
  readonly metadataPolicy?: ExternalSecretSpecDataFromExtractMetadataPolicy;
}

/**
 * Converts an object of type 'ExternalSecretSpecDataFromExtract' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ExternalSecretSpecDataFromExtract(obj: ExternalSecretSpecDataFromExtract | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'property': obj.property,
    'version': obj.version,
    'conversionStrategy': obj.conversionStrategy,
    'decodingStrategy': obj.decodingStrategy,
    'metadataPolicy': obj.metadataPolicy,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Template engine. Default is v2.
 *
 * @default v2.
 * @schema ExternalSecretSpecTargetTemplateEngineVersion
 */
export type ExternalSecretSpecTargetTemplateEngineVersion = "v2";

/**
 * Whether fetched keys are kept beside those of data. Default is Replace.
 *
 * @default Replace.
 * @schema ExternalSecretSpecTargetTemplateMergePolicy
 */
export type ExternalSecretSpecTargetTemplateMergePolicy = "Replace" | "Merge";

/**
 * Metadata for the Secret.
 *
 * @schema ExternalSecretSpecTargetTemplateMetadata
 */
export interface ExternalSecretSpecTargetTemplateMetadata {
  /**
   * Annotations.
   *
   * @schema ExternalSecretSpecTargetTemplateMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels.
   *
   * @schema ExternalSecretSpecTargetTemplateMetadata#labels
   */
  readonly labels?: { [key: string]: string };

  /**
   * Finalizers.
   *
   * @schema ExternalSecretSpecTargetTemplateMetadata#finalizers
   */
  readonly finalizers?: string[];
}

/**
 * Converts an object of type 'ExternalSecretSpecTargetTemplateMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ExternalSecretSpecTargetTemplateMetadata(obj: ExternalSecretSpecTargetTemplateMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'finalizers': obj.finalizers?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How keys are made valid. Default is Default.
 *
 * @default Default.
 * @schema ExternalSecretSpecDataRemoteRefConversionStrategy
 */
export type ExternalSecretSpecDataRemoteRefConversionStrategy = "Default" | "Unicode";

/**
 * How the value is decoded. Default is None.
 *
 * @default None.
 * @schema ExternalSecretSpecDataRemoteRefDecodingStrategy
 */
export type ExternalSecretSpecDataRemoteRefDecodingStrategy = "Auto" | "Base64" | "Base64URL" | "None";

/**
 * Whether metadata is read instead. Default is None.
 *
 * @default None.
 * @schema ExternalSecretSpecDataRemoteRefMetadataPolicy
 */
export type ExternalSecretSpecDataRemoteRefMetadataPolicy = "None" | "Fetch";

/**
 * How keys are made valid. Default is Default.
 *
 * @default Default.
 * @schema ExternalSecretSpecDataFromExtractConversionStrategy
 */
export type ExternalSecretSpecDataFromExtractConversionStrategy = "Default" | "Unicode";

/**
 * How the value is decoded. Default is None.
 *
 * @default None.
 * @schema ExternalSecretSpecDataFromExtractDecodingStrategy
 */
export type ExternalSecretSpecDataFromExtractDecodingStrategy = "Auto" | "Base64" | "Base64URL" | "None";

/**
 * Whether metadata is read instead. Default is None.
 *
 * @default None.
 * @schema ExternalSecretSpecDataFromExtractMetadataPolicy
 */
export type ExternalSecretSpecDataFromExtractMetadataPolicy = "None" | "Fetch";


/**
 * Entries of a secret store kept equal to a Secret.
 *
 * @schema PushSecret
 */
export class PushSecret extends ApiObject {
  /**
   * Returns the apiVersion and kind for "PushSecret"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'external-secrets.io/v1alpha1',
    kind: 'PushSecret',
  }

  /**
   * Renders a Kubernetes manifest for "PushSecret".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: PushSecretProps = {}): any {
    return {
      ...PushSecret.GVK,
      ...toJson_PushSecretProps(props),
    };
  }

  /**
   * Defines a "PushSecret" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: PushSecretProps = {}) {
    super(scope, id, {
      ...PushSecret.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...PushSecret.GVK,
      ...toJson_PushSecretProps(resolved),
    };
  }
}

/**
 * Entries of a secret store kept equal to a Secret.
 *
 * @schema PushSecret
 */
export interface PushSecretProps {
  /**
   * @schema PushSecret#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Secret, keys and stores.
   *
   * @schema PushSecret#spec
   */
  readonly spec?: PushSecretSpec;
}

/**
 * Converts an object of type 'PushSecretProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_PushSecretProps(obj: PushSecretProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_PushSecretSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Secret, keys and stores.
 *
 * @schema PushSecretSpec
 */
export interface PushSecretSpec {
  /**
   * Time between two writes. Default is 1h0m0s.
   *
   * @default 1h0m0s.
   * @schema PushSecretSpec#refreshInterval
   */
  readonly refreshInterval?: string;

  /**
   * What happens to an entry that exists. Default is Replace.
   *
   * @default Replace.
   * @schema PushSecretSpec#updatePolicy
   */
  readonly updatePolicy?: PushSecretSpecUpdatePolicy;

  /**
   * What happens to the entries when the PushSecret goes. Default is None.
   *
   * @default None.
   * @schema PushSecretSpec#deletionPolicy
   */
  readonly deletionPolicy?: PushSecretSpecDeletionPolicy;

  /**
   * The stores.
   *
   * @schema PushSecretSpec#secretStoreRefs
   */
  readonly secretStoreRefs: PushSecretSpecSecretStoreRefs[];

  /**
   * The Secret.
   *
   * @schema PushSecretSpec#selector
   */
  readonly selector: PushSecretSpecSelector;

  /**
   * Form of the Secret. Go template delimiters in data are evaluated with the fetched keys.
   *
   * @schema PushSecretSpec#template
   */
  readonly template?: PushSecretSpecTemplate;

  /**
   * Keys to write.
   *
   * @schema PushSecretSpec#data
   */
  readonly data?: PushSecretSpecData[];
}

/**
 * Converts an object of type 'PushSecretSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_PushSecretSpec(obj: PushSecretSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'refreshInterval': obj.refreshInterval,
    'updatePolicy': obj.updatePolicy,
    'deletionPolicy': obj.deletionPolicy,
    'secretStoreRefs': obj.secretStoreRefs?.map(y => toJson_PushSecretSpecSecretStoreRefs(y)),
    'selector': toJson_PushSecretSpecSelector(obj.selector),
    'template': toJson_PushSecretSpecTemplate(obj.template),
    'data': obj.data?.map(y => toJson_PushSecretSpecData(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What happens to an entry that exists. Default is Replace.
 *
 * @default Replace.
 * @schema PushSecretSpecUpdatePolicy
 */
export type PushSecretSpecUpdatePolicy = "Replace" | "IfNotExists";

/**
 * What happens to the entries when the PushSecret goes. Default is None.
 *
 * @default None.
 * @schema PushSecretSpecDeletionPolicy
 */
export type PushSecretSpecDeletionPolicy = "Delete" | "None";

/**
 * @schema PushSecretSpecSecretStoreRefs
 */
export interface PushSecretSpecSecretStoreRefs {
  /**
   * Kind of the store. Default is SecretStore.
   *
   * @default SecretStore.
   * @schema PushSecretSpecSecretStoreRefs#kind
   */
  readonly kind?: PushSecretSpecSecretStoreRefsKind;

  /**
   * Name of the object.
   *
   * @schema PushSecretSpecSecretStoreRefs#name
   */
  readonly name?: string;
}

/**
 * Converts an object of type 'PushSecretSpecSecretStoreRefs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_PushSecretSpecSecretStoreRefs(obj: PushSecretSpecSecretStoreRefs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'kind': obj.kind,
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * The Secret.
 *
 * @schema PushSecretSpecSelector
 */
export interface PushSecretSpecSelector {
  /**
   * Secret of the same namespace.
   *
   * @schema PushSecretSpecSelector#secret
   */
  readonly secret?: PushSecretSpecSelectorSecret;
}

/**
 * Converts an object of type 'PushSecretSpecSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_PushSecretSpecSelector(obj: PushSecretSpecSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'secret': toJson_PushSecretSpecSelectorSecret(obj.secret),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Form of the Secret. Go template delimiters in data are evaluated with the fetched keys.
 *
 * @schema PushSecretSpecTemplate
 */
export interface PushSecretSpecTemplate {
  /**
   * Template engine. Default is v2.
   *
   * @default v2.
   * @schema PushSecretSpecTemplate#engineVersion
   */
  readonly engineVersion?: PushSecretSpecTemplateEngineVersion;

  /**
   * Whether fetched keys are kept beside those of data. Default is Replace.
   *
   * @default Replace.
   * @schema PushSecretSpecTemplate#mergePolicy
   */
  readonly mergePolicy?: PushSecretSpecTemplateMergePolicy;

  /**
   * Type of the Secret.
   *
   * @schema PushSecretSpecTemplate#type
   */
  readonly type?: string;

  /**
   * Metadata for the Secret.
   *
   * @schema PushSecretSpecTemplate#metadata
   */
  readonly metadata?: PushSecretSpecTemplateMetadata;

  /**
   * Keys of the Secret as templates.
   *
   * @schema PushSecretSpecTemplate#data
   */
  readonly data?: { [key: string]: string };
}

/**
 * Converts an object of type 'PushSecretSpecTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_PushSecretSpecTemplate(obj: PushSecretSpecTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'engineVersion': obj.engineVersion,
    'mergePolicy': obj.mergePolicy,
    'type': obj.type,
    'metadata': toJson_PushSecretSpecTemplateMetadata(obj.metadata),
    'data': ((obj.data) === undefined) ? undefined : (Object.entries(obj.data).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema PushSecretSpecData
 */
export interface PushSecretSpecData {
  /**
   * Key and entry.
   *
   * @schema PushSecretSpecData#match
   */
  readonly match: PushSecretSpecDataMatch;

  /**
   * How keys are changed. Default is None.
   *
   * @default None.
   * @schema PushSecretSpecData#conversionStrategy
   */
  readonly conversionStrategy?: PushSecretSpecDataConversionStrategy;

  /**
   * What the store's provider wants to know.
   *
   * @schema PushSecretSpecData#metadata
   */
  readonly metadata?: any;
}

/**
 * Converts an object of type 'PushSecretSpecData' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_PushSecretSpecData(obj: PushSecretSpecData | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'match': toJson_PushSecretSpecDataMatch(obj.match),
    'conversionStrategy': obj.conversionStrategy,
    'metadata': obj.metadata,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Kind of the store. Default is SecretStore.
 *
 * @default SecretStore.
 * @schema PushSecretSpecSecretStoreRefsKind
 */
export type PushSecretSpecSecretStoreRefsKind = "SecretStore" | "ClusterSecretStore";

/**
 * Secret of the same namespace.
 *
 * @schema PushSecretSpecSelectorSecret
 */
export interface PushSecretSpecSelectorSecret {
  /**
   * Name of the object.
   *
   * @schema PushSecretSpecSelectorSecret#name
   */
  readonly name?: string;
}

/**
 * Converts an object of type 'PushSecretSpecSelectorSecret' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_PushSecretSpecSelectorSecret(obj: PushSecretSpecSelectorSecret | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Template engine. Default is v2.
 *
 * @default v2.
 * @schema PushSecretSpecTemplateEngineVersion
 */
export type PushSecretSpecTemplateEngineVersion = "v2";

/**
 * Whether fetched keys are kept beside those of data. Default is Replace.
 *
 * @default Replace.
 * @schema PushSecretSpecTemplateMergePolicy
 */
export type PushSecretSpecTemplateMergePolicy = "Replace" | "Merge";

/**
 * Metadata for the Secret.
 *
 * @schema PushSecretSpecTemplateMetadata
 */
export interface PushSecretSpecTemplateMetadata {
  /**
   * Annotations.
   *
   * @schema PushSecretSpecTemplateMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels.
   *
   * @schema PushSecretSpecTemplateMetadata#labels
   */
  readonly labels?: { [key: string]: string };

  /**
   * Finalizers.
   *
   * @schema PushSecretSpecTemplateMetadata#finalizers
   */
  readonly finalizers?: string[];
}

/**
 * Converts an object of type 'PushSecretSpecTemplateMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_PushSecretSpecTemplateMetadata(obj: PushSecretSpecTemplateMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'finalizers': obj.finalizers?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Key and entry.
 *
 * @schema PushSecretSpecDataMatch
 */
export interface PushSecretSpecDataMatch {
  /**
   * Key of the Secret; the whole Secret when left out.
   *
   * @schema PushSecretSpecDataMatch#secretKey
   */
  readonly secretKey?: string;

  /**
   * Entry of the store.
   *
   * @schema PushSecretSpecDataMatch#remoteRef
   */
  readonly remoteRef: PushSecretSpecDataMatchRemoteRef;
}

/**
 * Converts an object of type 'PushSecretSpecDataMatch' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_PushSecretSpecDataMatch(obj: PushSecretSpecDataMatch | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'secretKey': obj.secretKey,
    'remoteRef': toJson_PushSecretSpecDataMatchRemoteRef(obj.remoteRef),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How keys are changed. Default is None.
 *
 * @default None.
 * @schema PushSecretSpecDataConversionStrategy
 */
export type PushSecretSpecDataConversionStrategy = "None" | "ReverseUnicode";

/**
 * Entry of the store.
 *
 * @schema PushSecretSpecDataMatchRemoteRef
 */
export interface PushSecretSpecDataMatchRemoteRef {
  /**
   * Path or name of the entry.
   *
   * @schema PushSecretSpecDataMatchRemoteRef#remoteKey
   */
  readonly remoteKey: string;

  /**
   * Part of the entry.
   *
   * @schema PushSecretSpecDataMatchRemoteRef#property
   */
  readonly property?: string;
}

/**
 * Converts an object of type 'PushSecretSpecDataMatchRemoteRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_PushSecretSpecDataMatchRemoteRef(obj: PushSecretSpecDataMatchRemoteRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'remoteKey': obj.remoteKey,
    'property': obj.property,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

