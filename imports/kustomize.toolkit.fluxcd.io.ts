// Made by `npm run imports` from imports/schemas. Do not edit.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';


/**
 * Objects of a source's directory, kept equal to a cluster's.
 *
 * @schema Kustomization
 */
export class Kustomization extends ApiObject {
  /**
   * Returns the apiVersion and kind for "Kustomization"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
  }

  /**
   * Renders a Kubernetes manifest for "Kustomization".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: KustomizationProps = {}): any {
    return {
      ...Kustomization.GVK,
      ...toJson_KustomizationProps(props),
    };
  }

  /**
   * Defines a "Kustomization" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: KustomizationProps = {}) {
    super(scope, id, {
      ...Kustomization.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...Kustomization.GVK,
      ...toJson_KustomizationProps(resolved),
    };
  }
}

/**
 * Objects of a source's directory, kept equal to a cluster's.
 *
 * @schema Kustomization
 */
export interface KustomizationProps {
  /**
   * @schema Kustomization#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Directory, cluster and how to apply.
   *
   * @schema Kustomization#spec
   */
  readonly spec?: KustomizationSpec;
}

/**
 * Converts an object of type 'KustomizationProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationProps(obj: KustomizationProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_KustomizationSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Directory, cluster and how to apply.
 *
 * @schema KustomizationSpec
 */
export interface KustomizationSpec {
  /**
   * Time, for example 10m.
   *
   * @schema KustomizationSpec#interval
   */
  readonly interval: string;

  /**
   * Time, for example 10m.
   *
   * @schema KustomizationSpec#retryInterval
   */
  readonly retryInterval?: string;

  /**
   * Time, for example 10m.
   *
   * @schema KustomizationSpec#timeout
   */
  readonly timeout?: string;

  /**
   * The source.
   *
   * @schema KustomizationSpec#sourceRef
   */
  readonly sourceRef: KustomizationSpecSourceRef;

  /**
   * Directory in the source.
   *
   * @schema KustomizationSpec#path
   */
  readonly path?: string;

  /**
   * Whether objects gone from the source are deleted.
   *
   * @schema KustomizationSpec#prune
   */
  readonly prune: boolean;

  /**
   * What happens to the objects when the Kustomization goes. Default is MirrorPrune.
   *
   * @default MirrorPrune.
   * @schema KustomizationSpec#deletionPolicy
   */
  readonly deletionPolicy?: KustomizationSpecDeletionPolicy;

  /**
   * Objects of the same kind that must be ready first.
   *
   * @schema KustomizationSpec#dependsOn
   */
  readonly dependsOn?: KustomizationSpecDependsOn[];

  /**
   * Whether all objects must become ready.
   *
   * @schema KustomizationSpec#wait
   */
  readonly wait?: boolean;

  /**
   * Objects that must become ready.
   *
   * @schema KustomizationSpec#healthChecks
   */
  readonly healthChecks?: KustomizationSpecHealthChecks[];

  /**
   * How objects of a kind say that they are ready.
   *
   * @schema KustomizationSpec#healthCheckExprs
   */
  readonly healthCheckExprs?: KustomizationSpecHealthCheckExprs[];

  /**
   * Another cluster to apply to.
   *
   * @schema KustomizationSpec#kubeConfig
   */
  readonly kubeConfig?: KustomizationSpecKubeConfig;

  /**
   * How encrypted files are read.
   *
   * @schema KustomizationSpec#decryption
   */
  readonly decryption?: KustomizationSpecDecryption;

  /**
   * Variables replaced in the objects.
   *
   * @schema KustomizationSpec#postBuild
   */
  readonly postBuild?: KustomizationSpecPostBuild;

  /**
   * Changes to the objects.
   *
   * @schema KustomizationSpec#patches
   */
  readonly patches?: KustomizationSpecPatches[];

  /**
   * Metadata for all objects.
   *
   * @schema KustomizationSpec#commonMetadata
   */
  readonly commonMetadata?: KustomizationSpecCommonMetadata;

  /**
   * Namespace for all objects.
   *
   * @schema KustomizationSpec#targetNamespace
   */
  readonly targetNamespace?: string;

  /**
   * Account that applies.
   *
   * @schema KustomizationSpec#serviceAccountName
   */
  readonly serviceAccountName?: string;

  /**
   * Whether objects with changed immutable fields are made anew. Default is false.
   *
   * @default false.
   * @schema KustomizationSpec#force
   */
  readonly force?: boolean;

  /**
   * Whether nothing is done.
   *
   * @schema KustomizationSpec#suspend
   */
  readonly suspend?: boolean;
}

/**
 * Converts an object of type 'KustomizationSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpec(obj: KustomizationSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'interval': obj.interval,
    'retryInterval': obj.retryInterval,
    'timeout': obj.timeout,
    'sourceRef': toJson_KustomizationSpecSourceRef(obj.sourceRef),
    'path': obj.path,
    'prune': obj.prune,
    'deletionPolicy': obj.deletionPolicy,
    'dependsOn': obj.dependsOn?.map(y => toJson_KustomizationSpecDependsOn(y)),
    'wait': obj.wait,
    'healthChecks': obj.healthChecks?.map(y => toJson_KustomizationSpecHealthChecks(y)),
    'healthCheckExprs': obj.healthCheckExprs?.map(y => toJson_KustomizationSpecHealthCheckExprs(y)),
    'kubeConfig': toJson_KustomizationSpecKubeConfig(obj.kubeConfig),
    'decryption': toJson_KustomizationSpecDecryption(obj.decryption),
    'postBuild': toJson_KustomizationSpecPostBuild(obj.postBuild),
    'patches': obj.patches?.map(y => toJson_KustomizationSpecPatches(y)),
    'commonMetadata': toJson_KustomizationSpecCommonMetadata(obj.commonMetadata),
    'targetNamespace': obj.targetNamespace,
    'serviceAccountName': obj.serviceAccountName,
    'force': obj.force,
    'suspend': obj.suspend,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * The source.
 *
 * @schema KustomizationSpecSourceRef
 */
export interface KustomizationSpecSourceRef {
  /**
   * API version of the source.
   *
   * @schema KustomizationSpecSourceRef#apiVersion
   */
  readonly apiVersion?: string;

  /**
   * Kind of the source.
   *
   * @schema KustomizationSpecSourceRef#kind
   */
  readonly kind: KustomizationSpecSourceRefKind;

  /**
   * Name of the source.
   *
   * @schema KustomizationSpecSourceRef#name
   */
  readonly name: string;

  /**
   * Namespace of the source.
   *
   * @schema KustomizationSpecSourceRef#namespace
   */
  readonly namespace?: string;
}

/**
 * Converts an object of type 'KustomizationSpecSourceRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpecSourceRef(obj: KustomizationSpecSourceRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'apiVersion': obj.apiVersion,
    'kind': obj.kind,
    'name': obj.name,
    'namespace': obj.namespace,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What happens to the objects when the Kustomization goes. Default is MirrorPrune.
 *
 * @default MirrorPrune.
 * @schema KustomizationSpecDeletionPolicy
 */
export type KustomizationSpecDeletionPolicy = "MirrorPrune" | "Delete" | "WaitForTermination" | "Orphan";

/**
 * @schema KustomizationSpecDependsOn
 */
export interface KustomizationSpecDependsOn {
  /**
   * Name.
   *
   * @schema KustomizationSpecDependsOn#name
   */
  readonly name: string;

  /**
   * Namespace.
   *
   * @schema KustomizationSpecDependsOn#namespace
   */
  readonly namespace?: string;

  /**
   * CEL expression that says whether it is ready.
   *
   * @schema KustomizationSpecDependsOn#readyExpr
   */
  readonly readyExpr?: string;
}

/**
 * Converts an object of type 'KustomizationSpecDependsOn' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpecDependsOn(obj: KustomizationSpecDependsOn | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'namespace': obj.namespace,
    'readyExpr': obj.readyExpr,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema KustomizationSpecHealthChecks
 */
export interface KustomizationSpecHealthChecks {
  /**
   * API version.
   *
   * @schema KustomizationSpecHealthChecks#apiVersion
   */
  readonly apiVersion?: string;

  /**
   * Kind.
   *
   * @schema KustomizationSpecHealthChecks#kind
   */
  readonly kind: string;

  /**
   * Name.
   *
   * @schema KustomizationSpecHealthChecks#name
   */
  readonly name: string;

  /**
   * Namespace.
   *
   * @schema KustomizationSpecHealthChecks#namespace
   */
  readonly namespace?: string;
}

/**
 * Converts an object of type 'KustomizationSpecHealthChecks' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpecHealthChecks(obj: KustomizationSpecHealthChecks | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'apiVersion': obj.apiVersion,
    'kind': obj.kind,
    'name': obj.name,
    'namespace': obj.namespace,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema KustomizationSpecHealthCheckExprs
 */
export interface KustomizationSpecHealthCheckExprs {
  /**
   * API version.
   *
   * @schema KustomizationSpecHealthCheckExprs#apiVersion
   */
  readonly apiVersion: string;

  /**
   * Kind.
   *
   * @schema KustomizationSpecHealthCheckExprs#kind
   */
  readonly kind?: string;

  /**
   * CEL expression for ready.
   *
   * @schema KustomizationSpecHealthCheckExprs#current
   */
  readonly current: string;

  /**
   * CEL expression for failed.
   *
   * @schema KustomizationSpecHealthCheckExprs#failed
   */
  readonly failed?: string;

  /**
   * CEL expression for not yet.
   *
   * @schema KustomizationSpecHealthCheckExprs#inProgress
   */
  readonly inProgress?: string;
}

/**
 * Converts an object of type 'KustomizationSpecHealthCheckExprs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpecHealthCheckExprs(obj: KustomizationSpecHealthCheckExprs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'apiVersion': obj.apiVersion,
    'kind': obj.kind,
    'current': obj.current,
    'failed': obj.failed,
    'inProgress': obj.inProgress,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Another cluster to apply to.
 *
 * @schema KustomizationSpecKubeConfig
 */
export interface KustomizationSpecKubeConfig {
  /**
   * Secret with a kubeconfig.
   *
   * @schema KustomizationSpecKubeConfig#secretRef
   */
  readonly secretRef?: KustomizationSpecKubeConfigSecretRef;

  /**
   * ConfigMap that says how to log in without a secret.
   *
   * @schema KustomizationSpecKubeConfig#configMapRef
   */
  readonly configMapRef?: KustomizationSpecKubeConfigConfigMapRef;
}

/**
 * Converts an object of type 'KustomizationSpecKubeConfig' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpecKubeConfig(obj: KustomizationSpecKubeConfig | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'secretRef': toJson_KustomizationSpecKubeConfigSecretRef(obj.secretRef),
    'configMapRef': toJson_KustomizationSpecKubeConfigConfigMapRef(obj.configMapRef),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How encrypted files are read.
 *
 * @schema KustomizationSpecDecryption
 */
export interface KustomizationSpecDecryption {
  /**
   * The tool.
   *
   * @schema KustomizationSpecDecryption#provider
   */
  readonly provider: KustomizationSpecDecryptionProvider;

  /**
   * Secret with credentials.
   *
   * @schema KustomizationSpecDecryption#secretRef
   */
  readonly secretRef?: KustomizationSpecDecryptionSecretRef;

  /**
   * Account that may use a cloud's keys.
   *
   * @schema KustomizationSpecDecryption#serviceAccountName
   */
  readonly serviceAccountName?: string;
}

/**
 * Converts an object of type 'KustomizationSpecDecryption' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpecDecryption(obj: KustomizationSpecDecryption | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'provider': obj.provider,
    'secretRef': toJson_KustomizationSpecDecryptionSecretRef(obj.secretRef),
    'serviceAccountName': obj.serviceAccountName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Variables replaced in the objects.
 *
 * @schema KustomizationSpecPostBuild
 */
export interface KustomizationSpecPostBuild {
  /**
   * Values.
   *
   * @schema KustomizationSpecPostBuild#substitute
   */
  readonly substitute?: { [key: string]: string };

  /**
   * Objects with values.
   *
   * @schema KustomizationSpecPostBuild#substituteFrom
   */
  readonly substituteFrom?: KustomizationSpecPostBuildSubstituteFrom[];
}

/**
 * Converts an object of type 'KustomizationSpecPostBuild' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpecPostBuild(obj: KustomizationSpecPostBuild | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'substitute': ((obj.substitute) === undefined) ? undefined : (Object.entries(obj.substitute).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'substituteFrom': obj.substituteFrom?.map(y => toJson_KustomizationSpecPostBuildSubstituteFrom(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema KustomizationSpecPatches
 */
export interface KustomizationSpecPatches {
  /**
   * The change, as strategic merge or JSON patch.
   *
   * @schema KustomizationSpecPatches#patch
   */
  readonly patch: string;

  /**
   * Objects to change.
   *
   * @schema KustomizationSpecPatches#target
   */
  readonly target?: KustomizationSpecPatchesTarget;
}

/**
 * Converts an object of type 'KustomizationSpecPatches' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpecPatches(obj: KustomizationSpecPatches | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'patch': obj.patch,
    'target': toJson_KustomizationSpecPatchesTarget(obj.target),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Metadata for all objects.
 *
 * @schema KustomizationSpecCommonMetadata
 */
export interface KustomizationSpecCommonMetadata {
  /**
   * Annotations.
   *
   * @schema KustomizationSpecCommonMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels.
   *
   * @schema KustomizationSpecCommonMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'KustomizationSpecCommonMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpecCommonMetadata(obj: KustomizationSpecCommonMetadata | undefined): Record<string, any> | undefined {
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
 * Kind of the source.
 *
 * @schema KustomizationSpecSourceRefKind
 */
export type KustomizationSpecSourceRefKind = "OCIRepository" | "GitRepository" | "Bucket" | "ExternalArtifact";

/**
 * Secret with a kubeconfig.
 *
 * @schema KustomizationSpecKubeConfigSecretRef
 */
export interface KustomizationSpecKubeConfigSecretRef {
  /**
   * Name of the Secret.
   *
   * @schema KustomizationSpecKubeConfigSecretRef#name
   */
  readonly name: string;

  /**
   * Key. Default is value.
   *
   * @default value.
   * @schema KustomizationSpecKubeConfigSecretRef#key
   */
  readonly key?: string;
}

/**
 * Converts an object of type 'KustomizationSpecKubeConfigSecretRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpecKubeConfigSecretRef(obj: KustomizationSpecKubeConfigSecretRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'key': obj.key,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * ConfigMap that says how to log in without a secret.
 *
 * @schema KustomizationSpecKubeConfigConfigMapRef
 */
export interface KustomizationSpecKubeConfigConfigMapRef {
  /**
   * Name of the ConfigMap.
   *
   * @schema KustomizationSpecKubeConfigConfigMapRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'KustomizationSpecKubeConfigConfigMapRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpecKubeConfigConfigMapRef(obj: KustomizationSpecKubeConfigConfigMapRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * The tool.
 *
 * @schema KustomizationSpecDecryptionProvider
 */
export type KustomizationSpecDecryptionProvider = "sops";

/**
 * Secret with credentials.
 *
 * @schema KustomizationSpecDecryptionSecretRef
 */
export interface KustomizationSpecDecryptionSecretRef {
  /**
   * Name of the Secret.
   *
   * @schema KustomizationSpecDecryptionSecretRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'KustomizationSpecDecryptionSecretRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpecDecryptionSecretRef(obj: KustomizationSpecDecryptionSecretRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema KustomizationSpecPostBuildSubstituteFrom
 */
export interface KustomizationSpecPostBuildSubstituteFrom {
  /**
   * Kind.
   *
   * @schema KustomizationSpecPostBuildSubstituteFrom#kind
   */
  readonly kind: KustomizationSpecPostBuildSubstituteFromKind;

  /**
   * Name.
   *
   * @schema KustomizationSpecPostBuildSubstituteFrom#name
   */
  readonly name: string;

  /**
   * Whether it may be missing. Default is false.
   *
   * @default false.
   * @schema KustomizationSpecPostBuildSubstituteFrom#optional
   */
  readonly optional?: boolean;
}

/**
 * Converts an object of type 'KustomizationSpecPostBuildSubstituteFrom' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpecPostBuildSubstituteFrom(obj: KustomizationSpecPostBuildSubstituteFrom | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'kind': obj.kind,
    'name': obj.name,
    'optional': obj.optional,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Objects to change.
 *
 * @schema KustomizationSpecPatchesTarget
 */
export interface KustomizationSpecPatchesTarget {
  /**
   * API group.
   *
   * @schema KustomizationSpecPatchesTarget#group
   */
  readonly group?: string;

  /**
   * API version.
   *
   * @schema KustomizationSpecPatchesTarget#version
   */
  readonly version?: string;

  /**
   * Kind.
   *
   * @schema KustomizationSpecPatchesTarget#kind
   */
  readonly kind?: string;

  /**
   * Name.
   *
   * @schema KustomizationSpecPatchesTarget#name
   */
  readonly name?: string;

  /**
   * Namespace.
   *
   * @schema KustomizationSpecPatchesTarget#namespace
   */
  readonly namespace?: string;

  /**
   * Label selector.
   *
   * @schema KustomizationSpecPatchesTarget#labelSelector
   */
  readonly labelSelector?: string;

  /**
   * Annotation selector.
   *
   * @schema KustomizationSpecPatchesTarget#annotationSelector
   */
  readonly annotationSelector?: string;
}

/**
 * Converts an object of type 'KustomizationSpecPatchesTarget' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_KustomizationSpecPatchesTarget(obj: KustomizationSpecPatchesTarget | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'group': obj.group,
    'version': obj.version,
    'kind': obj.kind,
    'name': obj.name,
    'namespace': obj.namespace,
    'labelSelector': obj.labelSelector,
    'annotationSelector': obj.annotationSelector,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Kind.
 *
 * @schema KustomizationSpecPostBuildSubstituteFromKind
 */
export type KustomizationSpecPostBuildSubstituteFromKind = "Secret" | "ConfigMap";

