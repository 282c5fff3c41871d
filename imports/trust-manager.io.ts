// Made by `npm run imports` from imports/schemas. Do not edit.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';


/**
 * CA certificates from several sources, written as one PEM bundle into namespaces. Successor of Bundle.
 *
 * @schema ClusterBundle
 */
export class ClusterBundle extends ApiObject {
  /**
   * Returns the apiVersion and kind for "ClusterBundle"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'trust-manager.io/v1alpha2',
    kind: 'ClusterBundle',
  }

  /**
   * Renders a Kubernetes manifest for "ClusterBundle".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: ClusterBundleProps = {}): any {
    return {
      ...ClusterBundle.GVK,
      ...toJson_ClusterBundleProps(props),
    };
  }

  /**
   * Defines a "ClusterBundle" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: ClusterBundleProps = {}) {
    super(scope, id, {
      ...ClusterBundle.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...ClusterBundle.GVK,
      ...toJson_ClusterBundleProps(resolved),
    };
  }
}

/**
 * CA certificates from several sources, written as one PEM bundle into namespaces. Successor of Bundle.
 *
 * @schema ClusterBundle
 */
export interface ClusterBundleProps {
  /**
   * @schema ClusterBundle#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Sources and target.
   *
   * @schema ClusterBundle#spec
   */
  readonly spec?: ClusterBundleSpec;
}

/**
 * Converts an object of type 'ClusterBundleProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleProps(obj: ClusterBundleProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ClusterBundleSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Sources and target.
 *
 * @schema ClusterBundleSpec
 */
export interface ClusterBundleSpec {
  /**
   * Certificates in PEM form. CERTIFICATE blocks only.
   *
   * @schema ClusterBundleSpec#inLineCAs
   */
  readonly inLineCAs?: string;

  /**
   * CAs shipped with trust-manager.
   *
   * @schema ClusterBundleSpec#defaultCAs
   */
  readonly defaultCAs?: ClusterBundleSpecDefaultCAs;

  /**
   * Objects in trust-manager's trust namespace.
   *
   * @schema ClusterBundleSpec#sourceRefs
   */
  readonly sourceRefs?: ClusterBundleSpecSourceRefs[];

  /**
   * Where the bundle is written.
   *
   * @schema ClusterBundleSpec#target
   */
  readonly target?: ClusterBundleSpecTarget;
}

/**
 * Converts an object of type 'ClusterBundleSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleSpec(obj: ClusterBundleSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'inLineCAs': obj.inLineCAs,
    'defaultCAs': toJson_ClusterBundleSpecDefaultCAs(obj.defaultCAs),
    'sourceRefs': obj.sourceRefs?.map(y => toJson_ClusterBundleSpecSourceRefs(y)),
    'target': toJson_ClusterBundleSpecTarget(obj.target),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * CAs shipped with trust-manager.
 *
 * @schema ClusterBundleSpecDefaultCAs
 */
export interface ClusterBundleSpecDefaultCAs {
  /**
   * Whether they are taken.
   *
   * @schema ClusterBundleSpecDefaultCAs#provider
   */
  readonly provider: ClusterBundleSpecDefaultCAsProvider;
}

/**
 * Converts an object of type 'ClusterBundleSpecDefaultCAs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleSpecDefaultCAs(obj: ClusterBundleSpecDefaultCAs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'provider': obj.provider,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterBundleSpecSourceRefs
 */
export interface ClusterBundleSpecSourceRefs {
  /**
   * Kind of the object.
   *
   * @schema ClusterBundleSpecSourceRefs#kind
   */
  readonly kind: ClusterBundleSpecSourceRefsKind;

  /**
   * Name of the object.
   *
   * @schema ClusterBundleSpecSourceRefs#name
   */
  readonly name?: string;

  /**
   * Labels to select by.
   *
   * @schema ClusterBundleSpecSourceRefs#selector
   */
  readonly selector?: ClusterBundleSpecSourceRefsSelector;

  /**
   * Key of the object, or * for all.
   *
   * @schema ClusterBundleSpecSourceRefs#key
   */
  readonly key: string;
}

/**
 * Converts an object of type 'ClusterBundleSpecSourceRefs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleSpecSourceRefs(obj: ClusterBundleSpecSourceRefs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'kind': obj.kind,
    'name': obj.name,
    'selector': toJson_ClusterBundleSpecSourceRefsSelector(obj.selector),
    'key': obj.key,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Where the bundle is written.
 *
 * @schema ClusterBundleSpecTarget
 */
export interface ClusterBundleSpecTarget {
  /**
   * Object to write, in each selected namespace.
   *
   * @schema ClusterBundleSpecTarget#configMap
   */
  readonly configMap?: ClusterBundleSpecTargetConfigMap;

  /**
   * Object to write, in each selected namespace.
   *
   * @schema ClusterBundleSpecTarget#secret
   */
  readonly secret?: ClusterBundleSpecTargetSecret;

  /**
   * Labels to select by.
   *
   * @schema ClusterBundleSpecTarget#namespaceSelector
   */
  readonly namespaceSelector: ClusterBundleSpecTargetNamespaceSelector;
}

/**
 * Converts an object of type 'ClusterBundleSpecTarget' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleSpecTarget(obj: ClusterBundleSpecTarget | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'configMap': toJson_ClusterBundleSpecTargetConfigMap(obj.configMap),
    'secret': toJson_ClusterBundleSpecTargetSecret(obj.secret),
    'namespaceSelector': toJson_ClusterBundleSpecTargetNamespaceSelector(obj.namespaceSelector),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Whether they are taken.
 *
 * @schema ClusterBundleSpecDefaultCAsProvider
 */
export type ClusterBundleSpecDefaultCAsProvider = "System" | "Disabled";

/**
 * Kind of the object.
 *
 * @schema ClusterBundleSpecSourceRefsKind
 */
export type ClusterBundleSpecSourceRefsKind = "ConfigMap" | "Secret";

/**
 * Labels to select by.
 *
 * @schema ClusterBundleSpecSourceRefsSelector
 */
export interface ClusterBundleSpecSourceRefsSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema ClusterBundleSpecSourceRefsSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema ClusterBundleSpecSourceRefsSelector#matchExpressions
   */
  readonly matchExpressions?: ClusterBundleSpecSourceRefsSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'ClusterBundleSpecSourceRefsSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleSpecSourceRefsSelector(obj: ClusterBundleSpecSourceRefsSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_ClusterBundleSpecSourceRefsSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Object to write, in each selected namespace.
 *
 * @schema ClusterBundleSpecTargetConfigMap
 */
export interface ClusterBundleSpecTargetConfigMap {
  /**
   * Keys to write.
   *
   * @schema ClusterBundleSpecTargetConfigMap#data
   */
  readonly data: ClusterBundleSpecTargetConfigMapData[];

  /**
   * Metadata for the object.
   *
   * @schema ClusterBundleSpecTargetConfigMap#metadata
   */
  readonly metadata?: ClusterBundleSpecTargetConfigMapMetadata;
}

/**
 * Converts an object of type 'ClusterBundleSpecTargetConfigMap' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleSpecTargetConfigMap(obj: ClusterBundleSpecTargetConfigMap | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'data': obj.data?.map(y => toJson_ClusterBundleSpecTargetConfigMapData(y)),
    'metadata': toJson_ClusterBundleSpecTargetConfigMapMetadata(obj.metadata),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Object to write, in each selected namespace.
 *
 * @schema ClusterBundleSpecTargetSecret
 */
export interface ClusterBundleSpecTargetSecret {
  /**
   * Keys to write.
   *
   * @schema ClusterBundleSpecTargetSecret#data
   */
  readonly data: ClusterBundleSpecTargetSecretData[];

  /**
   * Metadata for the object.
   *
   * @schema ClusterBundleSpecTargetSecret#metadata
   */
  readonly metadata?: ClusterBundleSpecTargetSecretMetadata;
}

/**
 * Converts an object of type 'ClusterBundleSpecTargetSecret' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleSpecTargetSecret(obj: ClusterBundleSpecTargetSecret | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'data': obj.data?.map(y => toJson_ClusterBundleSpecTargetSecretData(y)),
    'metadata': toJson_ClusterBundleSpecTargetSecretMetadata(obj.metadata),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Labels to select by.
 *
 * @schema ClusterBundleSpecTargetNamespaceSelector
 */
export interface ClusterBundleSpecTargetNamespaceSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema ClusterBundleSpecTargetNamespaceSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema ClusterBundleSpecTargetNamespaceSelector#matchExpressions
   */
  readonly matchExpressions?: ClusterBundleSpecTargetNamespaceSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'ClusterBundleSpecTargetNamespaceSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleSpecTargetNamespaceSelector(obj: ClusterBundleSpecTargetNamespaceSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_ClusterBundleSpecTargetNamespaceSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterBundleSpecSourceRefsSelectorMatchExpressions
 */
export interface ClusterBundleSpecSourceRefsSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema ClusterBundleSpecSourceRefsSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema ClusterBundleSpecSourceRefsSelectorMatchExpressions#operator
   */
  readonly operator: ClusterBundleSpecSourceRefsSelectorMatchExpressionsOperator;

  /**
   * Values to compare with.
   *
   * @schema ClusterBundleSpecSourceRefsSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'ClusterBundleSpecSourceRefsSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleSpecSourceRefsSelectorMatchExpressions(obj: ClusterBundleSpecSourceRefsSelectorMatchExpressions | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'operator': obj.operator,
    'values': obj.values?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ClusterBundleSpecTargetConfigMapData
 */
export interface ClusterBundleSpecTargetConfigMapData {
  /**
   * Key to write.
   *
   * @schema ClusterBundleSpecTargetConfigMapData#key
   */
  readonly key: string;

  /**
   * Form of the bundle. Default is PEM.
   *
   * @default PEM.
   * @schema ClusterBundleSpecTargetConfigMapData#format
   */
  readonly format?: ClusterBundleSpecTargetConfigMapDataFormat;
}

/**
 * Converts an object of type 'ClusterBundleSpecTargetConfigMapData' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleSpecTargetConfigMapData(obj: ClusterBundleSpecTargetConfigMapData | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'format': obj.format,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Metadata for the object.
 *
 * @schema ClusterBundleSpecTargetConfigMapMetadata
 */
export interface ClusterBundleSpecTargetConfigMapMetadata {
  /**
   * Annotations.
   *
   * @schema ClusterBundleSpecTargetConfigMapMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels.
   *
   * @schema ClusterBundleSpecTargetConfigMapMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'ClusterBundleSpecTargetConfigMapMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleSpecTargetConfigMapMetadata(obj: ClusterBundleSpecTargetConfigMapMetadata | undefined): Record<string, any> | undefined {
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
 * @schema ClusterBundleSpecTargetSecretData
 */
export interface ClusterBundleSpecTargetSecretData {
  /**
   * Key to write.
   *
   * @schema ClusterBundleSpecTargetSecretData#key
   */
  readonly key: string;

  /**
   * Form of the bundle. Default is PEM.
   *
   * @default PEM.
   * @schema ClusterBundleSpecTargetSecretData#format
   */
  readonly format?: ClusterBundleSpecTargetSecretDataFormat;
}

/**
 * Converts an object of type 'ClusterBundleSpecTargetSecretData' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleSpecTargetSecretData(obj: ClusterBundleSpecTargetSecretData | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'format': obj.format,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Metadata for the object.
 *
 * @schema ClusterBundleSpecTargetSecretMetadata
 */
export interface ClusterBundleSpecTargetSecretMetadata {
  /**
   * Annotations.
   *
   * @schema ClusterBundleSpecTargetSecretMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels.
   *
   * @schema ClusterBundleSpecTargetSecretMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'ClusterBundleSpecTargetSecretMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleSpecTargetSecretMetadata(obj: ClusterBundleSpecTargetSecretMetadata | undefined): Record<string, any> | undefined {
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
 * @schema ClusterBundleSpecTargetNamespaceSelectorMatchExpressions
 */
export interface ClusterBundleSpecTargetNamespaceSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema ClusterBundleSpecTargetNamespaceSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema ClusterBundleSpecTargetNamespaceSelectorMatchExpressions#operator
   */
  readonly operator: ClusterBundleSpecTargetNamespaceSelectorMatchExpressionsOperator;

  /**
   * Values to compare with.
   *
   * @schema ClusterBundleSpecTargetNamespaceSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'ClusterBundleSpecTargetNamespaceSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ClusterBundleSpecTargetNamespaceSelectorMatchExpressions(obj: ClusterBundleSpecTargetNamespaceSelectorMatchExpressions | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'operator': obj.operator,
    'values': obj.values?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Relation of the label to the values.
 *
 * @schema ClusterBundleSpecSourceRefsSelectorMatchExpressionsOperator
 */
export type ClusterBundleSpecSourceRefsSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * Form of the bundle. Default is PEM.
 *
 * @default PEM.
 * @schema ClusterBundleSpecTargetConfigMapDataFormat
 */
export type ClusterBundleSpecTargetConfigMapDataFormat = "PEM";

/**
 * Form of the bundle. Default is PEM.
 *
 * @default PEM.
 * @schema ClusterBundleSpecTargetSecretDataFormat
 */
export type ClusterBundleSpecTargetSecretDataFormat = "PEM";

/**
 * Relation of the label to the values.
 *
 * @schema ClusterBundleSpecTargetNamespaceSelectorMatchExpressionsOperator
 */
export type ClusterBundleSpecTargetNamespaceSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

