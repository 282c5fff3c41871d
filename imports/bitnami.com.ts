// Made by `npm run imports` from imports/schemas. Do not edit.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';


/**
 * A Secret, encrypted for one cluster's controller.
 *
 * @schema SealedSecret
 */
export class SealedSecret extends ApiObject {
  /**
   * Returns the apiVersion and kind for "SealedSecret"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
  }

  /**
   * Renders a Kubernetes manifest for "SealedSecret".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: SealedSecretProps): any {
    return {
      ...SealedSecret.GVK,
      ...toJson_SealedSecretProps(props),
    };
  }

  /**
   * Defines a "SealedSecret" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: SealedSecretProps) {
    super(scope, id, {
      ...SealedSecret.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...SealedSecret.GVK,
      ...toJson_SealedSecretProps(resolved),
    };
  }
}

/**
 * A Secret, encrypted for one cluster's controller.
 *
 * @schema SealedSecret
 */
export interface SealedSecretProps {
  /**
   * @schema SealedSecret#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Ciphertexts and form of the Secret.
   *
   * @schema SealedSecret#spec
   */
  readonly spec: SealedSecretSpec;
}

/**
 * Converts an object of type 'SealedSecretProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_SealedSecretProps(obj: SealedSecretProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_SealedSecretSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Ciphertexts and form of the Secret.
 *
 * @schema SealedSecretSpec
 */
export interface SealedSecretSpec {
  /**
   * Ciphertext of each key.
   *
   * @schema SealedSecretSpec#encryptedData
   */
  readonly encryptedData: { [key: string]: string };

  /**
   * Form of the Secret.
   *
   * @schema SealedSecretSpec#template
   */
  readonly template?: SealedSecretSpecTemplate;
}

/**
 * Converts an object of type 'SealedSecretSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_SealedSecretSpec(obj: SealedSecretSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'encryptedData': ((obj.encryptedData) === undefined) ? undefined : (Object.entries(obj.encryptedData).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'template': toJson_SealedSecretSpecTemplate(obj.template),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Form of the Secret.
 *
 * @schema SealedSecretSpecTemplate
 */
export interface SealedSecretSpecTemplate {
  /**
   * Type of the Secret. A Secret's type cannot be changed later.
   *
   * @schema SealedSecretSpecTemplate#type
   */
  readonly type?: string;

  /**
   * Whether the Secret is immutable.
   *
   * @schema SealedSecretSpecTemplate#immutable
   */
  readonly immutable?: boolean;

  /**
   * Further keys as templates of the decrypted ones.
   *
   * @schema SealedSecretSpecTemplate#data
   */
  readonly data?: { [key: string]: string };

  /**
   * Metadata for the Secret.
   *
   * @schema SealedSecretSpecTemplate#metadata
   */
  readonly metadata?: SealedSecretSpecTemplateMetadata;
}

/**
 * Converts an object of type 'SealedSecretSpecTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_SealedSecretSpecTemplate(obj: SealedSecretSpecTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'type': obj.type,
    'immutable': obj.immutable,
    'data': ((obj.data) === undefined) ? undefined : (Object.entries(obj.data).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'metadata': toJson_SealedSecretSpecTemplateMetadata(obj.metadata),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Metadata for the Secret.
 *
 * @schema SealedSecretSpecTemplateMetadata
 */
export interface SealedSecretSpecTemplateMetadata {
  /**
   * Name of the Secret. Must be that of the SealedSecret.
   *
   * @schema SealedSecretSpecTemplateMetadata#name
   */
  readonly name?: string;

  /**
   * Namespace of the Secret. Must be that of the SealedSecret.
   *
   * @schema SealedSecretSpecTemplateMetadata#namespace
   */
  readonly namespace?: string;

  /**
   * Annotations.
   *
   * @schema SealedSecretSpecTemplateMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels.
   *
   * @schema SealedSecretSpecTemplateMetadata#labels
   */
  readonly labels?: { [key: string]: string };

  /**
   * Finalizers.
   *
   * @schema SealedSecretSpecTemplateMetadata#finalizers
   */
  readonly finalizers?: string[];
}

/**
 * Converts an object of type 'SealedSecretSpecTemplateMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_SealedSecretSpecTemplateMetadata(obj: SealedSecretSpecTemplateMetadata | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'namespace': obj.namespace,
    'annotations': ((obj.annotations) === undefined) ? undefined : (Object.entries(obj.annotations).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'finalizers': obj.finalizers?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

