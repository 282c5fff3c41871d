// Made by `npm run imports` from imports/schemas. Do not edit.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';


/**
 * CA certificates from several sources, written as one PEM bundle into namespaces. The target has the Bundle's name.
 *
 * @schema Bundle
 */
export class Bundle extends ApiObject {
  /**
   * Returns the apiVersion and kind for "Bundle"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'trust.cert-manager.io/v1alpha1',
    kind: 'Bundle',
  }

  /**
   * Renders a Kubernetes manifest for "Bundle".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: BundleProps): any {
    return {
      ...Bundle.GVK,
      ...toJson_BundleProps(props),
    };
  }

  /**
   * Defines a "Bundle" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: BundleProps) {
    super(scope, id, {
      ...Bundle.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...Bundle.GVK,
      ...toJson_BundleProps(resolved),
    };
  }
}

/**
 * CA certificates from several sources, written as one PEM bundle into namespaces. The target has the Bundle's name.
 *
 * @schema Bundle
 */
export interface BundleProps {
  /**
   * @schema Bundle#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Sources and target.
   *
   * @schema Bundle#spec
   */
  readonly spec: BundleSpec;
}

/**
 * Converts an object of type 'BundleProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleProps(obj: BundleProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_BundleSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Sources and target.
 *
 * @schema BundleSpec
 */
export interface BundleSpec {
  /**
   * Where the certificates come from; all of them together, without duplicates.
   *
   * @schema BundleSpec#sources
   */
  readonly sources: BundleSpecSources[];

  /**
   * Where the bundle is written.
   *
   * @schema BundleSpec#target
   */
  readonly target?: BundleSpecTarget;
}

/**
 * Converts an object of type 'BundleSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpec(obj: BundleSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'sources': obj.sources?.map(y => toJson_BundleSpecSources(y)),
    'target': toJson_BundleSpecTarget(obj.target),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema BundleSpecSources
 */
export interface BundleSpecSources {
  /**
   * Certificates in PEM form. CERTIFICATE blocks only.
   *
   * @schema BundleSpecSources#inLine
   */
  readonly inLine?: string;

  /**
   * Key of an object in trust-manager's trust namespace.
   *
   * @schema BundleSpecSources#configMap
   */
  readonly configMap?: BundleSpecSourcesConfigMap;

  /**
   * Key of an object in trust-manager's trust namespace.
   *
   * @schema BundleSpecSources#secret
   */
  readonly secret?: BundleSpecSourcesSecret;

  /**
   * Whether the CAs shipped with trust-manager are taken.
   *
   * @schema BundleSpecSources#useDefaultCAs
   */
  readonly useDefaultCAs?: boolean;
}

/**
 * Converts an object of type 'BundleSpecSources' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpecSources(obj: BundleSpecSources | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'inLine': obj.inLine,
    'configMap': toJson_BundleSpecSourcesConfigMap(obj.configMap),
    'secret': toJson_BundleSpecSourcesSecret(obj.secret),
    'useDefaultCAs': obj.useDefaultCAs,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Where the bundle is written.
 *
 * @schema BundleSpecTarget
 */
export interface BundleSpecTarget {
  /**
   * Object to write, in each selected namespace.
   *
   * @schema BundleSpecTarget#configMap
   */
  readonly configMap?: BundleSpecTargetConfigMap;

  /**
   * Object to write, in each selected namespace.
   *
   * @schema BundleSpecTarget#secret
   */
  readonly secret?: BundleSpecTargetSecret;

  /**
   * Labels to select by.
   *
   * @schema BundleSpecTarget#namespaceSelector
   */
  readonly namespaceSelector?: BundleSpecTargetNamespaceSelector;
}

/**
 * Converts an object of type 'BundleSpecTarget' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpecTarget(obj: BundleSpecTarget | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'configMap': toJson_BundleSpecTargetConfigMap(obj.configMap),
    'secret': toJson_BundleSpecTargetSecret(obj.secret),
    'namespaceSelector': toJson_BundleSpecTargetNamespaceSelector(obj.namespaceSelector),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Key of an object in trust-manager's trust namespace.
 *
 * @schema BundleSpecSourcesConfigMap
 */
export interface BundleSpecSourcesConfigMap {
  /**
   * Name of the object.
   *
   * @schema BundleSpecSourcesConfigMap#name
   */
  readonly name?: string;

  /**
   * Labels to select by.
   *
   * @schema BundleSpecSourcesConfigMap#selector
   */
  readonly selector?: BundleSpecSourcesConfigMapSelector;

  /**
   * Key of the object.
   *
   * @schema BundleSpecSourcesConfigMap#key
   */
  readonly key?: string;

  /**
   * Whether all keys are taken. Not together with key.
   *
   * @schema BundleSpecSourcesConfigMap#includeAllKeys
   */
  readonly includeAllKeys?: boolean;
}

/**
 * Converts an object of type 'BundleSpecSourcesConfigMap' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpecSourcesConfigMap(obj: BundleSpecSourcesConfigMap | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'selector': toJson_BundleSpecSourcesConfigMapSelector(obj.selector),
    'key': obj.key,
    'includeAllKeys': obj.includeAllKeys,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Key of an object in trust-manager's trust namespace.
 *
 * @schema BundleSpecSourcesSecret
 */
export interface BundleSpecSourcesSecret {
  /**
   * Name of the object.
   *
   * @schema BundleSpecSourcesSecret#name
   */
  readonly name?: string;

  /**
   * Labels to select by.
   *
   * @schema BundleSpecSourcesSecret#selector
   */
  readonly selector?: BundleSpecSourcesSecretSelector;

  /**
   * Key of the object.
   *
   * @schema BundleSpecSourcesSecret#key
   */
  readonly key?: string;

  /**
   * Whether all keys are taken. Not together with key.
   *
   * @schema BundleSpecSourcesSecret#includeAllKeys
   */
  readonly includeAllKeys?: boolean;
}

/**
 * Converts an object of type 'BundleSpecSourcesSecret' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpecSourcesSecret(obj: BundleSpecSourcesSecret | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'selector': toJson_BundleSpecSourcesSecretSelector(obj.selector),
    'key': obj.key,
    'includeAllKeys': obj.includeAllKeys,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Object to write, in each selected namespace.
 *
 * @schema BundleSpecTargetConfigMap
 */
export interface BundleSpecTargetConfigMap {
  /**
   * Key to write.
   *
   * @schema BundleSpecTargetConfigMap#key
   */
  readonly key: string;

  /**
   * Metadata for the object.
   *
   * @schema BundleSpecTargetConfigMap#metadata
   */
  readonly metadata?: BundleSpecTargetConfigMapMetadata;
}

/**
 * Converts an object of type 'BundleSpecTargetConfigMap' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpecTargetConfigMap(obj: BundleSpecTargetConfigMap | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'metadata': toJson_BundleSpecTargetConfigMapMetadata(obj.metadata),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Object to write, in each selected namespace.
 *
 * @schema BundleSpecTargetSecret
 */
export interface BundleSpecTargetSecret {
  /**
   * Key to write.
   *
   * @schema BundleSpecTargetSecret#key
   */
  readonly key: string;

  /**
   * Metadata for the object.
   *
   * @schema BundleSpecTargetSecret#metadata
   */
  readonly metadata?: BundleSpecTargetSecretMetadata;
}

/**
 * Converts an object of type 'BundleSpecTargetSecret' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpecTargetSecret(obj: BundleSpecTargetSecret | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'key': obj.key,
    'metadata': toJson_BundleSpecTargetSecretMetadata(obj.metadata),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Labels to select by.
 *
 * @schema BundleSpecTargetNamespaceSelector
 */
export interface BundleSpecTargetNamespaceSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema BundleSpecTargetNamespaceSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema BundleSpecTargetNamespaceSelector#matchExpressions
   */
  readonly matchExpressions?: BundleSpecTargetNamespaceSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'BundleSpecTargetNamespaceSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpecTargetNamespaceSelector(obj: BundleSpecTargetNamespaceSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_BundleSpecTargetNamespaceSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Labels to select by.
 *
 * @schema BundleSpecSourcesConfigMapSelector
 */
export interface BundleSpecSourcesConfigMapSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema BundleSpecSourcesConfigMapSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema BundleSpecSourcesConfigMapSelector#matchExpressions
   */
  readonly matchExpressions?: BundleSpecSourcesConfigMapSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'BundleSpecSourcesConfigMapSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpecSourcesConfigMapSelector(obj: BundleSpecSourcesConfigMapSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_BundleSpecSourcesConfigMapSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Labels to select by.
 *
 * @schema BundleSpecSourcesSecretSelector
 */
export interface BundleSpecSourcesSecretSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema BundleSpecSourcesSecretSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema BundleSpecSourcesSecretSelector#matchExpressions
   */
  readonly matchExpressions?: BundleSpecSourcesSecretSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'BundleSpecSourcesSecretSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpecSourcesSecretSelector(obj: BundleSpecSourcesSecretSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_BundleSpecSourcesSecretSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Metadata for the object.
 *
 * @schema BundleSpecTargetConfigMapMetadata
 */
export interface BundleSpecTargetConfigMapMetadata {
  /**
   * Annotations.
   *
   * @schema BundleSpecTargetConfigMapMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels.
   *
   * @schema BundleSpecTargetConfigMapMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'BundleSpecTargetConfigMapMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpecTargetConfigMapMetadata(obj: BundleSpecTargetConfigMapMetadata | undefined): Record<string, any> | undefined {
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
 * Metadata for the object.
 *
 * @schema BundleSpecTargetSecretMetadata
 */
export interface BundleSpecTargetSecretMetadata {
  /**
   * Annotations.
   *
   * @schema BundleSpecTargetSecretMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels.
   *
   * @schema BundleSpecTargetSecretMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'BundleSpecTargetSecretMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpecTargetSecretMetadata(obj: BundleSpecTargetSecretMetadata | undefined): Record<string, any> | undefined {
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
 * @schema BundleSpecTargetNamespaceSelectorMatchExpressions
 */
export interface BundleSpecTargetNamespaceSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema BundleSpecTargetNamespaceSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema BundleSpecTargetNamespaceSelectorMatchExpressions#operator
   */
  readonly operator: BundleSpecTargetNamespaceSelectorMatchExpressionsOperator;

  /**
   * Values to compare with.
   *
   * @schema BundleSpecTargetNamespaceSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'BundleSpecTargetNamespaceSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpecTargetNamespaceSelectorMatchExpressions(obj: BundleSpecTargetNamespaceSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema BundleSpecSourcesConfigMapSelectorMatchExpressions
 */
export interface BundleSpecSourcesConfigMapSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema BundleSpecSourcesConfigMapSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema BundleSpecSourcesConfigMapSelectorMatchExpressions#operator
   */
  readonly operator: BundleSpecSourcesConfigMapSelectorMatchExpressionsOperator;

  /**
   * Values to compare with.
   *
   * @schema BundleSpecSourcesConfigMapSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'BundleSpecSourcesConfigMapSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpecSourcesConfigMapSelectorMatchExpressions(obj: BundleSpecSourcesConfigMapSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema BundleSpecSourcesSecretSelectorMatchExpressions
 */
export interface BundleSpecSourcesSecretSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema BundleSpecSourcesSecretSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema BundleSpecSourcesSecretSelectorMatchExpressions#operator
   */
  readonly operator: BundleSpecSourcesSecretSelectorMatchExpressionsOperator;

  /**
   * Values to compare with.
   *
   * @schema BundleSpecSourcesSecretSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'BundleSpecSourcesSecretSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_BundleSpecSourcesSecretSelectorMatchExpressions(obj: BundleSpecSourcesSecretSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema BundleSpecTargetNamespaceSelectorMatchExpressionsOperator
 */
export type BundleSpecTargetNamespaceSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * Relation of the label to the values.
 *
 * @schema BundleSpecSourcesConfigMapSelectorMatchExpressionsOperator
 */
export type BundleSpecSourcesConfigMapSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * Relation of the label to the values.
 *
 * @schema BundleSpecSourcesSecretSelectorMatchExpressionsOperator
 */
export type BundleSpecSourcesSecretSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

