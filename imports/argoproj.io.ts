// Made by `npm run imports` from imports/schemas. Do not edit.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';


/**
 * Objects from sources, kept equal to a cluster's.
 *
 * @schema Application
 */
export class Application extends ApiObject {
  /**
   * Returns the apiVersion and kind for "Application"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
  }

  /**
   * Renders a Kubernetes manifest for "Application".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: ApplicationProps): any {
    return {
      ...Application.GVK,
      ...toJson_ApplicationProps(props),
    };
  }

  /**
   * Defines a "Application" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: ApplicationProps) {
    super(scope, id, {
      ...Application.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...Application.GVK,
      ...toJson_ApplicationProps(resolved),
    };
  }
}

/**
 * Objects from sources, kept equal to a cluster's.
 *
 * @schema Application
 */
export interface ApplicationProps {
  /**
   * @schema Application#metadata
   */
  readonly metadata: ApiObjectMetadata;

  /**
   * Sources, destination and how to sync.
   *
   * @schema Application#spec
   */
  readonly spec: ApplicationSpec;
}

/**
 * Converts an object of type 'ApplicationProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationProps(obj: ApplicationProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ApplicationSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Sources, destination and how to sync.
 *
 * @schema ApplicationSpec
 */
export interface ApplicationSpec {
  /**
   * AppProject that rules what the Application may do.
   *
   * @schema ApplicationSpec#project
   */
  readonly project: string;

  /**
   * Cluster and namespace. Either name or server.
   *
   * @schema ApplicationSpec#destination
   */
  readonly destination: ApplicationSpecDestination;

  /**
   * Where the objects come from.
   *
   * @schema ApplicationSpec#source
   */
  readonly source?: ApplicationSpecSource;

  /**
   * Several sources. Win over source.
   *
   * @schema ApplicationSpec#sources
   */
  readonly sources?: ApplicationSpecSources[];

  /**
   * How and when to sync.
   *
   * @schema ApplicationSpec#syncPolicy
   */
  readonly syncPolicy?: ApplicationSpecSyncPolicy;

  /**
   * Fields that count as equal.
   *
   * @schema ApplicationSpec#ignoreDifferences
   */
  readonly ignoreDifferences?: ApplicationSpecIgnoreDifferences[];

  /**
   * Facts shown in the user interface.
   *
   * @schema ApplicationSpec#info
   */
  readonly info?: ApplicationSpecInfo[];

  /**
   * Past syncs to keep. Default is 10.
   *
   * @default 10.
   * @schema ApplicationSpec#revisionHistoryLimit
   */
  readonly revisionHistoryLimit?: number;
}

/**
 * Converts an object of type 'ApplicationSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpec(obj: ApplicationSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'project': obj.project,
    'destination': toJson_ApplicationSpecDestination(obj.destination),
    'source': toJson_ApplicationSpecSource(obj.source),
    'sources': obj.sources?.map(y => toJson_ApplicationSpecSources(y)),
    'syncPolicy': toJson_ApplicationSpecSyncPolicy(obj.syncPolicy),
    'ignoreDifferences': obj.ignoreDifferences?.map(y => toJson_ApplicationSpecIgnoreDifferences(y)),
    'info': obj.info?.map(y => toJson_ApplicationSpecInfo(y)),
    'revisionHistoryLimit': obj.revisionHistoryLimit,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Cluster and namespace. Either name or server.
 *
 * @schema ApplicationSpecDestination
 */
export interface ApplicationSpecDestination {
  /**
   * Name of the cluster in Argo CD.
   *
   * @schema ApplicationSpecDestination#name
   */
  readonly name?: string;

  /**
   * URL of the cluster's API server.
   *
   * @schema ApplicationSpecDestination#server
   */
  readonly server?: string;

  /**
   * Namespace for objects that say none.
   *
   * @schema ApplicationSpecDestination#namespace
   */
  readonly namespace?: string;
}

/**
 * Converts an object of type 'ApplicationSpecDestination' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecDestination(obj: ApplicationSpecDestination | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'server': obj.server,
    'namespace': obj.namespace,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Where the objects come from.
 *
 * @schema ApplicationSpecSource
 */
export interface ApplicationSpecSource {
  /**
   * URL of the Git, Helm or OCI repository.
   *
   * @schema ApplicationSpecSource#repoURL
   */
  readonly repoURL: string;

  /**
   * Branch, tag, commit, or chart version.
   *
   * @schema ApplicationSpecSource#targetRevision
   */
  readonly targetRevision?: string;

  /**
   * Directory in a Git repository.
   *
   * @schema ApplicationSpecSource#path
   */
  readonly path?: string;

  /**
   * Chart of a Helm repository.
   *
   * @schema ApplicationSpecSource#chart
   */
  readonly chart?: string;

  /**
   * Name under which other sources read this one's files.
   *
   * @schema ApplicationSpecSource#ref
   */
  readonly ref?: string;

  /**
   * Name of the source.
   *
   * @schema ApplicationSpecSource#name
   */
  readonly name?: string;

  /**
   * How the chart is rendered.
   *
   * @schema ApplicationSpecSource#helm
   */
  readonly helm?: ApplicationSpecSourceHelm;

  /**
   * How plain manifests are read.
   *
   * @schema ApplicationSpecSource#directory
   */
  readonly directory?: ApplicationSpecSourceDirectory;

  /**
   * How a config management plugin renders.
   *
   * @schema ApplicationSpecSource#plugin
   */
  readonly plugin?: ApplicationSpecSourcePlugin;
}

/**
 * Converts an object of type 'ApplicationSpecSource' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSource(obj: ApplicationSpecSource | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'repoURL': obj.repoURL,
    'targetRevision': obj.targetRevision,
    'path': obj.path,
    'chart': obj.chart,
    'ref': obj.ref,
    'name': obj.name,
    'helm': toJson_ApplicationSpecSourceHelm(obj.helm),
    'directory': toJson_ApplicationSpecSourceDirectory(obj.directory),
    'plugin': toJson_ApplicationSpecSourcePlugin(obj.plugin),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Where the objects come from.
 *
 * @schema ApplicationSpecSources
 */
export interface ApplicationSpecSources {
  /**
   * URL of the Git, Helm or OCI repository.
   *
   * @schema ApplicationSpecSources#repoURL
   */
  readonly repoURL: string;

  /**
   * Branch, tag, commit, or chart version.
   *
   * @schema ApplicationSpecSources#targetRevision
   */
  readonly targetRevision?: string;

  /**
   * Directory in a Git repository.
   *
   * @schema ApplicationSpecSources#path
   */
  readonly path?: string;

  /**
   * Chart of a Helm repository.
   *
   * @schema ApplicationSpecSources#chart
   */
  readonly chart?: string;

  /**
   * Name under which other sources read this one's files.
   *
   * @schema ApplicationSpecSources#ref
   */
  readonly ref?: string;

  /**
   * Name of the source.
   *
   * @schema ApplicationSpecSources#name
   */
  readonly name?: string;

  /**
   * How the chart is rendered.
   *
   * @schema ApplicationSpecSources#helm
   */
  readonly helm?: ApplicationSpecSourcesHelm;

  /**
   * How plain manifests are read.
   *
   * @schema ApplicationSpecSources#directory
   */
  readonly directory?: ApplicationSpecSourcesDirectory;

  /**
   * How a config management plugin renders.
   *
   * @schema ApplicationSpecSources#plugin
   */
  readonly plugin?: ApplicationSpecSourcesPlugin;
}

/**
 * Converts an object of type 'ApplicationSpecSources' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSources(obj: ApplicationSpecSources | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'repoURL': obj.repoURL,
    'targetRevision': obj.targetRevision,
    'path': obj.path,
    'chart': obj.chart,
    'ref': obj.ref,
    'name': obj.name,
    'helm': toJson_ApplicationSpecSourcesHelm(obj.helm),
    'directory': toJson_ApplicationSpecSourcesDirectory(obj.directory),
    'plugin': toJson_ApplicationSpecSourcesPlugin(obj.plugin),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How and when to sync.
 *
 * @schema ApplicationSpecSyncPolicy
 */
export interface ApplicationSpecSyncPolicy {
  /**
   * Sync without being asked.
   *
   * @schema ApplicationSpecSyncPolicy#automated
   */
  readonly automated?: ApplicationSpecSyncPolicyAutomated;

  /**
   * Options, for example ServerSideApply=true.
   *
   * @schema ApplicationSpecSyncPolicy#syncOptions
   */
  readonly syncOptions?: string[];

  /**
   * Metadata for the namespace that CreateNamespace=true makes.
   *
   * @schema ApplicationSpecSyncPolicy#managedNamespaceMetadata
   */
  readonly managedNamespaceMetadata?: ApplicationSpecSyncPolicyManagedNamespaceMetadata;

  /**
   * What happens after a failed sync.
   *
   * @schema ApplicationSpecSyncPolicy#retry
   */
  readonly retry?: ApplicationSpecSyncPolicyRetry;
}

/**
 * Converts an object of type 'ApplicationSpecSyncPolicy' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSyncPolicy(obj: ApplicationSpecSyncPolicy | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'automated': toJson_ApplicationSpecSyncPolicyAutomated(obj.automated),
    'syncOptions': obj.syncOptions?.map(y => y),
    'managedNamespaceMetadata': toJson_ApplicationSpecSyncPolicyManagedNamespaceMetadata(obj.managedNamespaceMetadata),
    'retry': toJson_ApplicationSpecSyncPolicyRetry(obj.retry),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSpecIgnoreDifferences
 */
export interface ApplicationSpecIgnoreDifferences {
  /**
   * API group of the objects.
   *
   * @schema ApplicationSpecIgnoreDifferences#group
   */
  readonly group?: string;

  /**
   * Kind of the objects.
   *
   * @schema ApplicationSpecIgnoreDifferences#kind
   */
  readonly kind: string;

  /**
   * Name of the object; all when left out.
   *
   * @schema ApplicationSpecIgnoreDifferences#name
   */
  readonly name?: string;

  /**
   * Namespace of the object; all when left out.
   *
   * @schema ApplicationSpecIgnoreDifferences#namespace
   */
  readonly namespace?: string;

  /**
   * Fields as JSON pointers.
   *
   * @schema ApplicationSpecIgnoreDifferences#jsonPointers
   */
  readonly jsonPointers?: string[];

  /**
   * Fields as jq paths.
   *
   * @schema ApplicationSpecIgnoreDifferences#jqPathExpressions
   */
  readonly jqPathExpressions?: string[];

  /**
   * Fields that these managers own.
   *
   * @schema ApplicationSpecIgnoreDifferences#managedFieldsManagers
   */
  readonly managedFieldsManagers?: string[];
}

/**
 * Converts an object of type 'ApplicationSpecIgnoreDifferences' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecIgnoreDifferences(obj: ApplicationSpecIgnoreDifferences | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'group': obj.group,
    'kind': obj.kind,
    'name': obj.name,
    'namespace': obj.namespace,
    'jsonPointers': obj.jsonPointers?.map(y => y),
    'jqPathExpressions': obj.jqPathExpressions?.map(y => y),
    'managedFieldsManagers': obj.managedFieldsManagers?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSpecInfo
 */
export interface ApplicationSpecInfo {
  /**
   * Name of the fact.
   *
   * @schema ApplicationSpecInfo#name
   */
  readonly name: string;

  /**
   * The fact.
   *
   * @schema ApplicationSpecInfo#value
   */
  readonly value: string;
}

/**
 * Converts an object of type 'ApplicationSpecInfo' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecInfo(obj: ApplicationSpecInfo | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How the chart is rendered.
 *
 * @schema ApplicationSpecSourceHelm
 */
export interface ApplicationSpecSourceHelm {
  /**
   * Release name. Default is the Application's name.
   *
   * @default the Application's name.
   * @schema ApplicationSpecSourceHelm#releaseName
   */
  readonly releaseName?: string;

  /**
   * Release namespace. Default is the destination's.
   *
   * @default the destination's.
   * @schema ApplicationSpecSourceHelm#namespace
   */
  readonly namespace?: string;

  /**
   * Value files, of the chart or of a source by $name.
   *
   * @schema ApplicationSpecSourceHelm#valueFiles
   */
  readonly valueFiles?: string[];

  /**
   * Values as YAML text.
   *
   * @schema ApplicationSpecSourceHelm#values
   */
  readonly values?: string;

  /**
   * Values. Win over values.
   *
   * @schema ApplicationSpecSourceHelm#valuesObject
   */
  readonly valuesObject?: any;

  /**
   * Single values.
   *
   * @schema ApplicationSpecSourceHelm#parameters
   */
  readonly parameters?: ApplicationSpecSourceHelmParameters[];

  /**
   * Single values read from files.
   *
   * @schema ApplicationSpecSourceHelm#fileParameters
   */
  readonly fileParameters?: ApplicationSpecSourceHelmFileParameters[];

  /**
   * Whether a missing value file is no error.
   *
   * @schema ApplicationSpecSourceHelm#ignoreMissingValueFiles
   */
  readonly ignoreMissingValueFiles?: boolean;

  /**
   * Whether credentials go to other hosts too.
   *
   * @schema ApplicationSpecSourceHelm#passCredentials
   */
  readonly passCredentials?: boolean;

  /**
   * Whether the chart's crds directory is left out.
   *
   * @schema ApplicationSpecSourceHelm#skipCrds
   */
  readonly skipCrds?: boolean;

  /**
   * Whether values are not held against the chart's schema.
   *
   * @schema ApplicationSpecSourceHelm#skipSchemaValidation
   */
  readonly skipSchemaValidation?: boolean;

  /**
   * Whether the chart's tests are left out.
   *
   * @schema ApplicationSpecSourceHelm#skipTests
   */
  readonly skipTests?: boolean;

  /**
   * Kubernetes version to render for.
   *
   * @schema ApplicationSpecSourceHelm#kubeVersion
   */
  readonly kubeVersion?: string;

  /**
   * API versions to render for.
   *
   * @schema ApplicationSpecSourceHelm#apiVersions
   */
  readonly apiVersions?: string[];
}

/**
 * Converts an object of type 'ApplicationSpecSourceHelm' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSourceHelm(obj: ApplicationSpecSourceHelm | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'releaseName': obj.releaseName,
    'namespace': obj.namespace,
    'valueFiles': obj.valueFiles?.map(y => y),
    'values': obj.values,
    'valuesObject': obj.valuesObject,
    'parameters': obj.parameters?.map(y => toJson_ApplicationSpecSourceHelmParameters(y)),
    'fileParameters': obj.fileParameters?.map(y => toJson_ApplicationSpecSourceHelmFileParameters(y)),
    'ignoreMissingValueFiles': obj.ignoreMissingValueFiles,
    'passCredentials': obj.passCredentials,
    'skipCrds': obj.skipCrds,
    'skipSchemaValidation': obj.skipSchemaValidation,
    'skipTests': obj.skipTests,
    'kubeVersion': obj.kubeVersion,
    'apiVersions': obj.apiVersions?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How plain manifests are read.
 *
 * @schema ApplicationSpecSourceDirectory
 */
export interface ApplicationSpecSourceDirectory {
  /**
   * Whether directories below are read too.
   *
   * @schema ApplicationSpecSourceDirectory#recurse
   */
  readonly recurse?: boolean;

  /**
   * Glob of files to read.
   *
   * @schema ApplicationSpecSourceDirectory#include
   */
  readonly include?: string;

  /**
   * Glob of files not to read.
   *
   * @schema ApplicationSpecSourceDirectory#exclude
   */
  readonly exclude?: string;

  /**
   * Options of Jsonnet.
   *
   * @schema ApplicationSpecSourceDirectory#jsonnet
   */
  readonly jsonnet?: any;
}

/**
 * Converts an object of type 'ApplicationSpecSourceDirectory' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSourceDirectory(obj: ApplicationSpecSourceDirectory | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'recurse': obj.recurse,
    'include': obj.include,
    'exclude': obj.exclude,
    'jsonnet': obj.jsonnet,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How a config management plugin renders.
 *
 * @schema ApplicationSpecSourcePlugin
 */
export interface ApplicationSpecSourcePlugin {
  /**
   * Name of the plugin, with its version where it has one.
   *
   * @schema ApplicationSpecSourcePlugin#name
   */
  readonly name?: string;

  /**
   * Environment, each name prefixed with ARGOCD_ENV_ on arrival.
   *
   * @schema ApplicationSpecSourcePlugin#env
   */
  readonly env?: ApplicationSpecSourcePluginEnv[];

  /**
   * Parameters; they arrive as JSON in ARGOCD_APP_PARAMETERS.
   *
   * @schema ApplicationSpecSourcePlugin#parameters
   */
  readonly parameters?: ApplicationSpecSourcePluginParameters[];
}

/**
 * Converts an object of type 'ApplicationSpecSourcePlugin' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSourcePlugin(obj: ApplicationSpecSourcePlugin | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'env': obj.env?.map(y => toJson_ApplicationSpecSourcePluginEnv(y)),
    'parameters': obj.parameters?.map(y => toJson_ApplicationSpecSourcePluginParameters(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How the chart is rendered.
 *
 * @schema ApplicationSpecSourcesHelm
 */
export interface ApplicationSpecSourcesHelm {
  /**
   * Release name. Default is the Application's name.
   *
   * @default the Application's name.
   * @schema ApplicationSpecSourcesHelm#releaseName
   */
  readonly releaseName?: string;

  /**
   * Release namespace. Default is the destination's.
   *
   * @default the destination's.
   * @schema ApplicationSpecSourcesHelm#namespace
   */
  readonly namespace?: string;

  /**
   * Value files, of the chart or of a source by $name.
   *
   * @schema ApplicationSpecSourcesHelm#valueFiles
   */
  readonly valueFiles?: string[];

  /**
   * Values as YAML text.
   *
   * @schema ApplicationSpecSourcesHelm#values
   */
  readonly values?: string;

  /**
   * Values. Win over values.
   *
   * @schema ApplicationSpecSourcesHelm#valuesObject
   */
  readonly valuesObject?: any;

  /**
   * Single values.
   *
   * @schema ApplicationSpecSourcesHelm#parameters
   */
  readonly parameters?: ApplicationSpecSourcesHelmParameters[];

  /**
   * Single values read from files.
   *
   * @schema ApplicationSpecSourcesHelm#fileParameters
   */
  readonly fileParameters?: ApplicationSpecSourcesHelmFileParameters[];

  /**
   * Whether a missing value file is no error.
   *
   * @schema ApplicationSpecSourcesHelm#ignoreMissingValueFiles
   */
  readonly ignoreMissingValueFiles?: boolean;

  /**
   * Whether credentials go to other hosts too.
   *
   * @schema ApplicationSpecSourcesHelm#passCredentials
   */
  readonly passCredentials?: boolean;

  /**
   * Whether the chart's crds directory is left out.
   *
   * @schema ApplicationSpecSourcesHelm#skipCrds
   */
  readonly skipCrds?: boolean;

  /**
   * Whether values are not held against the chart's schema.
   *
   * @schema ApplicationSpecSourcesHelm#skipSchemaValidation
   */
  readonly skipSchemaValidation?: boolean;

  /**
   * Whether the chart's tests are left out.
   *
   * @schema ApplicationSpecSourcesHelm#skipTests
   */
  readonly skipTests?: boolean;

  /**
   * Kubernetes version to render for.
   *
   * @schema ApplicationSpecSourcesHelm#kubeVersion
   */
  readonly kubeVersion?: string;

  /**
   * API versions to render for.
   *
   * @schema ApplicationSpecSourcesHelm#apiVersions
   */
  readonly apiVersions?: string[];
}

/**
 * Converts an object of type 'ApplicationSpecSourcesHelm' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSourcesHelm(obj: ApplicationSpecSourcesHelm | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'releaseName': obj.releaseName,
    'namespace': obj.namespace,
    'valueFiles': obj.valueFiles?.map(y => y),
    'values': obj.values,
    'valuesObject': obj.valuesObject,
    'parameters': obj.parameters?.map(y => toJson_ApplicationSpecSourcesHelmParameters(y)),
    'fileParameters': obj.fileParameters?.map(y => toJson_ApplicationSpecSourcesHelmFileParameters(y)),
    'ignoreMissingValueFiles': obj.ignoreMissingValueFiles,
    'passCredentials': obj.passCredentials,
    'skipCrds': obj.skipCrds,
    'skipSchemaValidation': obj.skipSchemaValidation,
    'skipTests': obj.skipTests,
    'kubeVersion': obj.kubeVersion,
    'apiVersions': obj.apiVersions?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How plain manifests are read.
 *
 * @schema ApplicationSpecSourcesDirectory
 */
export interface ApplicationSpecSourcesDirectory {
  /**
   * Whether directories below are read too.
   *
   * @schema ApplicationSpecSourcesDirectory#recurse
   */
  readonly recurse?: boolean;

  /**
   * Glob of files to read.
   *
   * @schema ApplicationSpecSourcesDirectory#include
   */
  readonly include?: string;

  /**
   * Glob of files not to read.
   *
   * @schema ApplicationSpecSourcesDirectory#exclude
   */
  readonly exclude?: string;

  /**
   * Options of Jsonnet.
   *
   * @schema ApplicationSpecSourcesDirectory#jsonnet
   */
  readonly jsonnet?: any;
}

/**
 * Converts an object of type 'ApplicationSpecSourcesDirectory' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSourcesDirectory(obj: ApplicationSpecSourcesDirectory | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'recurse': obj.recurse,
    'include': obj.include,
    'exclude': obj.exclude,
    'jsonnet': obj.jsonnet,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How a config management plugin renders.
 *
 * @schema ApplicationSpecSourcesPlugin
 */
export interface ApplicationSpecSourcesPlugin {
  /**
   * Name of the plugin, with its version where it has one.
   *
   * @schema ApplicationSpecSourcesPlugin#name
   */
  readonly name?: string;

  /**
   * Environment, each name prefixed with ARGOCD_ENV_ on arrival.
   *
   * @schema ApplicationSpecSourcesPlugin#env
   */
  readonly env?: ApplicationSpecSourcesPluginEnv[];

  /**
   * Parameters; they arrive as JSON in ARGOCD_APP_PARAMETERS.
   *
   * @schema ApplicationSpecSourcesPlugin#parameters
   */
  readonly parameters?: ApplicationSpecSourcesPluginParameters[];
}

/**
 * Converts an object of type 'ApplicationSpecSourcesPlugin' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSourcesPlugin(obj: ApplicationSpecSourcesPlugin | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'env': obj.env?.map(y => toJson_ApplicationSpecSourcesPluginEnv(y)),
    'parameters': obj.parameters?.map(y => toJson_ApplicationSpecSourcesPluginParameters(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Sync without being asked.
 *
 * @schema ApplicationSpecSyncPolicyAutomated
 */
export interface ApplicationSpecSyncPolicyAutomated {
  /**
   * Whether it is on. Default is true.
   *
   * @default true.
   * @schema ApplicationSpecSyncPolicyAutomated#enabled
   */
  readonly enabled?: boolean;

  /**
   * Whether objects gone from the sources are deleted. Default is false.
   *
   * @default false.
   * @schema ApplicationSpecSyncPolicyAutomated#prune
   */
  readonly prune?: boolean;

  /**
   * Whether changes made in the cluster are undone. Default is false.
   *
   * @default false.
   * @schema ApplicationSpecSyncPolicyAutomated#selfHeal
   */
  readonly selfHeal?: boolean;

  /**
   * Whether pruning may delete everything. Default is false.
   *
   * @default false.
   * @schema ApplicationSpecSyncPolicyAutomated#allowEmpty
   */
  readonly allowEmpty?: boolean;
}

/**
 * Converts an object of type 'ApplicationSpecSyncPolicyAutomated' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSyncPolicyAutomated(obj: ApplicationSpecSyncPolicyAutomated | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'enabled': obj.enabled,
    'prune': obj.prune,
    'selfHeal': obj.selfHeal,
    'allowEmpty': obj.allowEmpty,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Metadata for the namespace that CreateNamespace=true makes.
 *
 * @schema ApplicationSpecSyncPolicyManagedNamespaceMetadata
 */
export interface ApplicationSpecSyncPolicyManagedNamespaceMetadata {
  /**
   * Annotations.
   *
   * @schema ApplicationSpecSyncPolicyManagedNamespaceMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels.
   *
   * @schema ApplicationSpecSyncPolicyManagedNamespaceMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'ApplicationSpecSyncPolicyManagedNamespaceMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSyncPolicyManagedNamespaceMetadata(obj: ApplicationSpecSyncPolicyManagedNamespaceMetadata | undefined): Record<string, any> | undefined {
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
 * What happens after a failed sync.
 *
 * @schema ApplicationSpecSyncPolicyRetry
 */
export interface ApplicationSpecSyncPolicyRetry {
  /**
   * Tries; -1 for no end.
   *
   * @schema ApplicationSpecSyncPolicyRetry#limit
   */
  readonly limit?: number;

  /**
   * Whether a retry takes a newer revision.
   *
   * @schema ApplicationSpecSyncPolicyRetry#refresh
   */
  readonly refresh?: boolean;

  /**
   * Pause between tries.
   *
   * @schema ApplicationSpecSyncPolicyRetry#backoff
   */
  readonly backoff?: ApplicationSpecSyncPolicyRetryBackoff;
}

/**
 * Converts an object of type 'ApplicationSpecSyncPolicyRetry' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSyncPolicyRetry(obj: ApplicationSpecSyncPolicyRetry | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'limit': obj.limit,
    'refresh': obj.refresh,
    'backoff': toJson_ApplicationSpecSyncPolicyRetryBackoff(obj.backoff),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSpecSourceHelmParameters
 */
export interface ApplicationSpecSourceHelmParameters {
  /**
   * Path of the value.
   *
   * @schema ApplicationSpecSourceHelmParameters#name
   */
  readonly name?: string;

  /**
   * The value.
   *
   * @schema ApplicationSpecSourceHelmParameters#value
   */
  readonly value?: string;

  /**
   * Whether it is text even when it looks like a number.
   *
   * @schema ApplicationSpecSourceHelmParameters#forceString
   */
  readonly forceString?: boolean;
}

/**
 * Converts an object of type 'ApplicationSpecSourceHelmParameters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSourceHelmParameters(obj: ApplicationSpecSourceHelmParameters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
    'forceString': obj.forceString,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSpecSourceHelmFileParameters
 */
export interface ApplicationSpecSourceHelmFileParameters {
  /**
   * Path of the value.
   *
   * @schema ApplicationSpecSourceHelmFileParameters#name
   */
  readonly name?: string;

  /**
   * Path of the file.
   *
   * @schema ApplicationSpecSourceHelmFileParameters#path
   */
  readonly path?: string;
}

/**
 * Converts an object of type 'ApplicationSpecSourceHelmFileParameters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSourceHelmFileParameters(obj: ApplicationSpecSourceHelmFileParameters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'path': obj.path,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSpecSourcePluginEnv
 */
export interface ApplicationSpecSourcePluginEnv {
  /**
   * Name of the variable.
   *
   * @schema ApplicationSpecSourcePluginEnv#name
   */
  readonly name: string;

  /**
   * Value of the variable.
   *
   * @schema ApplicationSpecSourcePluginEnv#value
   */
  readonly value: string;
}

/**
 * Converts an object of type 'ApplicationSpecSourcePluginEnv' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSourcePluginEnv(obj: ApplicationSpecSourcePluginEnv | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSpecSourcePluginParameters
 */
export interface ApplicationSpecSourcePluginParameters {
  /**
   * Name of the parameter.
   *
   * @schema ApplicationSpecSourcePluginParameters#name
   */
  readonly name?: string;

  /**
   * Its value as text.
   *
   * @schema ApplicationSpecSourcePluginParameters#string
   */
  readonly string?: string;

  /**
   * Its values as list.
   *
   * @schema ApplicationSpecSourcePluginParameters#array
   */
  readonly array?: string[];

  /**
   * Its values by key.
   *
   * @schema ApplicationSpecSourcePluginParameters#map
   */
  readonly map?: { [key: string]: string };
}

/**
 * Converts an object of type 'ApplicationSpecSourcePluginParameters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSourcePluginParameters(obj: ApplicationSpecSourcePluginParameters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'string': obj.string,
    'array': obj.array?.map(y => y),
    'map': ((obj.map) === undefined) ? undefined : (Object.entries(obj.map).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSpecSourcesHelmParameters
 */
export interface ApplicationSpecSourcesHelmParameters {
  /**
   * Path of the value.
   *
   * @schema ApplicationSpecSourcesHelmParameters#name
   */
  readonly name?: string;

  /**
   * The value.
   *
   * @schema ApplicationSpecSourcesHelmParameters#value
   */
  readonly value?: string;

  /**
   * Whether it is text even when it looks like a number.
   *
   * @schema ApplicationSpecSourcesHelmParameters#forceString
   */
  readonly forceString?: boolean;
}

/**
 * Converts an object of type 'ApplicationSpecSourcesHelmParameters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSourcesHelmParameters(obj: ApplicationSpecSourcesHelmParameters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
    'forceString': obj.forceString,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSpecSourcesHelmFileParameters
 */
export interface ApplicationSpecSourcesHelmFileParameters {
  /**
   * Path of the value.
   *
   * @schema ApplicationSpecSourcesHelmFileParameters#name
   */
  readonly name?: string;

  /**
   * Path of the file.
   *
   * @schema ApplicationSpecSourcesHelmFileParameters#path
   */
  readonly path?: string;
}

/**
 * Converts an object of type 'ApplicationSpecSourcesHelmFileParameters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSourcesHelmFileParameters(obj: ApplicationSpecSourcesHelmFileParameters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'path': obj.path,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSpecSourcesPluginEnv
 */
export interface ApplicationSpecSourcesPluginEnv {
  /**
   * Name of the variable.
   *
   * @schema ApplicationSpecSourcesPluginEnv#name
   */
  readonly name: string;

  /**
   * Value of the variable.
   *
   * @schema ApplicationSpecSourcesPluginEnv#value
   */
  readonly value: string;
}

/**
 * Converts an object of type 'ApplicationSpecSourcesPluginEnv' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSourcesPluginEnv(obj: ApplicationSpecSourcesPluginEnv | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSpecSourcesPluginParameters
 */
export interface ApplicationSpecSourcesPluginParameters {
  /**
   * Name of the parameter.
   *
   * @schema ApplicationSpecSourcesPluginParameters#name
   */
  readonly name?: string;

  /**
   * Its value as text.
   *
   * @schema ApplicationSpecSourcesPluginParameters#string
   */
  readonly string?: string;

  /**
   * Its values as list.
   *
   * @schema ApplicationSpecSourcesPluginParameters#array
   */
  readonly array?: string[];

  /**
   * Its values by key.
   *
   * @schema ApplicationSpecSourcesPluginParameters#map
   */
  readonly map?: { [key: string]: string };
}

/**
 * Converts an object of type 'ApplicationSpecSourcesPluginParameters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSourcesPluginParameters(obj: ApplicationSpecSourcesPluginParameters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'string': obj.string,
    'array': obj.array?.map(y => y),
    'map': ((obj.map) === undefined) ? undefined : (Object.entries(obj.map).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Pause between tries.
 *
 * @schema ApplicationSpecSyncPolicyRetryBackoff
 */
export interface ApplicationSpecSyncPolicyRetryBackoff {
  /**
   * First pause, for example 5s.
   *
   * @schema ApplicationSpecSyncPolicyRetryBackoff#duration
   */
  readonly duration?: string;

  /**
   * Growth of the pause.
   *
   * @schema ApplicationSpecSyncPolicyRetryBackoff#factor
   */
  readonly factor?: number;

  /**
   * Longest pause.
   *
   * @schema ApplicationSpecSyncPolicyRetryBackoff#maxDuration
   */
  readonly maxDuration?: string;
}

/**
 * Converts an object of type 'ApplicationSpecSyncPolicyRetryBackoff' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSpecSyncPolicyRetryBackoff(obj: ApplicationSpecSyncPolicyRetryBackoff | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'duration': obj.duration,
    'factor': obj.factor,
    'maxDuration': obj.maxDuration,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */


/**
 * Applications made from one template, one for each set of parameters.
 *
 * @schema ApplicationSet
 */
export class ApplicationSet extends ApiObject {
  /**
   * Returns the apiVersion and kind for "ApplicationSet"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
  }

  /**
   * Renders a Kubernetes manifest for "ApplicationSet".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: ApplicationSetProps): any {
    return {
      ...ApplicationSet.GVK,
      ...toJson_ApplicationSetProps(props),
    };
  }

  /**
   * Defines a "ApplicationSet" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: ApplicationSetProps) {
    super(scope, id, {
      ...ApplicationSet.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...ApplicationSet.GVK,
      ...toJson_ApplicationSetProps(resolved),
    };
  }
}

/**
 * Applications made from one template, one for each set of parameters.
 *
 * @schema ApplicationSet
 */
export interface ApplicationSetProps {
  /**
   * @schema ApplicationSet#metadata
   */
  readonly metadata: ApiObjectMetadata;

  /**
   * Generators and template.
   *
   * @schema ApplicationSet#spec
   */
  readonly spec: ApplicationSetSpec;
}

/**
 * Converts an object of type 'ApplicationSetProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetProps(obj: ApplicationSetProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ApplicationSetSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Generators and template.
 *
 * @schema ApplicationSetSpec
 */
export interface ApplicationSetSpec {
  /**
   * Whether the template is a Go template. Default is false.
   *
   * @default false.
   * @schema ApplicationSetSpec#goTemplate
   */
  readonly goTemplate?: boolean;

  /**
   * Options of the template engine, for example missingkey=error.
   *
   * @schema ApplicationSetSpec#goTemplateOptions
   */
  readonly goTemplateOptions?: string[];

  /**
   * Where the parameters come from.
   *
   * @schema ApplicationSetSpec#generators
   */
  readonly generators: ApplicationSetSpecGenerators[];

  /**
   * The Application, with placeholders in text fields.
   *
   * @schema ApplicationSetSpec#template
   */
  readonly template: ApplicationSetSpecTemplate;

  /**
   * Template of a patch over the Application. Needs goTemplate.
   *
   * @schema ApplicationSetSpec#templatePatch
   */
  readonly templatePatch?: string;

  /**
   * What the controller may do to Applications.
   *
   * @schema ApplicationSetSpec#syncPolicy
   */
  readonly syncPolicy?: ApplicationSetSpecSyncPolicy;

  /**
   * Order of Application updates.
   *
   * @schema ApplicationSetSpec#strategy
   */
  readonly strategy?: ApplicationSetSpecStrategy;

  /**
   * Metadata of Applications that others may set.
   *
   * @schema ApplicationSetSpec#preservedFields
   */
  readonly preservedFields?: ApplicationSetSpecPreservedFields;

  /**
   * Fields of Applications that others may set.
   *
   * @schema ApplicationSetSpec#ignoreApplicationDifferences
   */
  readonly ignoreApplicationDifferences?: ApplicationSetSpecIgnoreApplicationDifferences[];
}

/**
 * Converts an object of type 'ApplicationSetSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpec(obj: ApplicationSetSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'goTemplate': obj.goTemplate,
    'goTemplateOptions': obj.goTemplateOptions?.map(y => y),
    'generators': obj.generators?.map(y => toJson_ApplicationSetSpecGenerators(y)),
    'template': toJson_ApplicationSetSpecTemplate(obj.template),
    'templatePatch': obj.templatePatch,
    'syncPolicy': toJson_ApplicationSetSpecSyncPolicy(obj.syncPolicy),
    'strategy': toJson_ApplicationSetSpecStrategy(obj.strategy),
    'preservedFields': toJson_ApplicationSetSpecPreservedFields(obj.preservedFields),
    'ignoreApplicationDifferences': obj.ignoreApplicationDifferences?.map(y => toJson_ApplicationSetSpecIgnoreApplicationDifferences(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecGenerators
 */
export interface ApplicationSetSpecGenerators {
  /**
   * Parameters written here.
   *
   * @schema ApplicationSetSpecGenerators#list
   */
  readonly list?: ApplicationSetSpecGeneratorsList;

  /**
   * One set for each cluster of Argo CD.
   *
   * @schema ApplicationSetSpecGenerators#clusters
   */
  readonly clusters?: ApplicationSetSpecGeneratorsClusters;

  /**
   * One set for each file or directory of a repository.
   *
   * @schema ApplicationSetSpecGenerators#git
   */
  readonly git?: ApplicationSetSpecGeneratorsGit;

  /**
   * Sets that an HTTP service answers with.
   *
   * @schema ApplicationSetSpecGenerators#plugin
   */
  readonly plugin?: ApplicationSetSpecGeneratorsPlugin;

  /**
   * Each set of one generator with each of the other. Exactly two.
   *
   * @schema ApplicationSetSpecGenerators#matrix
   */
  readonly matrix?: ApplicationSetSpecGeneratorsMatrix;

  /**
   * Sets of the first generator, refined by sets of the others that agree in the keys.
   *
   * @schema ApplicationSetSpecGenerators#merge
   */
  readonly merge?: ApplicationSetSpecGeneratorsMerge;

  /**
   * Labels of the cluster's Secret.
   *
   * @schema ApplicationSetSpecGenerators#selector
   */
  readonly selector?: ApplicationSetSpecGeneratorsSelector;
}

/**
 * Converts an object of type 'ApplicationSetSpecGenerators' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGenerators(obj: ApplicationSetSpecGenerators | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'list': toJson_ApplicationSetSpecGeneratorsList(obj.list),
    'clusters': toJson_ApplicationSetSpecGeneratorsClusters(obj.clusters),
    'git': toJson_ApplicationSetSpecGeneratorsGit(obj.git),
    'plugin': toJson_ApplicationSetSpecGeneratorsPlugin(obj.plugin),
    'matrix': toJson_ApplicationSetSpecGeneratorsMatrix(obj.matrix),
    'merge': toJson_ApplicationSetSpecGeneratorsMerge(obj.merge),
    'selector': toJson_ApplicationSetSpecGeneratorsSelector(obj.selector),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * The Application, with placeholders in text fields.
 *
 * @schema ApplicationSetSpecTemplate
 */
export interface ApplicationSetSpecTemplate {
  /**
   * Metadata of the Application.
   *
   * @schema ApplicationSetSpecTemplate#metadata
   */
  readonly metadata: ApplicationSetSpecTemplateMetadata;

  /**
   * Sources, destination and how to sync.
   *
   * @schema ApplicationSetSpecTemplate#spec
   */
  readonly spec: ApplicationSetSpecTemplateSpec;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplate(obj: ApplicationSetSpecTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': toJson_ApplicationSetSpecTemplateMetadata(obj.metadata),
    'spec': toJson_ApplicationSetSpecTemplateSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What the controller may do to Applications.
 *
 * @schema ApplicationSetSpecSyncPolicy
 */
export interface ApplicationSetSpecSyncPolicy {
  /**
   * What it does. Default is sync, which also deletes.
   *
   * @default sync, which also deletes.
   * @schema ApplicationSetSpecSyncPolicy#applicationsSync
   */
  readonly applicationsSync?: ApplicationSetSpecSyncPolicyApplicationsSync;

  /**
   * Whether a deleted Application leaves its objects in the cluster.
   *
   * @schema ApplicationSetSpecSyncPolicy#preserveResourcesOnDeletion
   */
  readonly preserveResourcesOnDeletion?: boolean;
}

/**
 * Converts an object of type 'ApplicationSetSpecSyncPolicy' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecSyncPolicy(obj: ApplicationSetSpecSyncPolicy | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'applicationsSync': obj.applicationsSync,
    'preserveResourcesOnDeletion': obj.preserveResourcesOnDeletion,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Order of Application updates.
 *
 * @schema ApplicationSetSpecStrategy
 */
export interface ApplicationSetSpecStrategy {
  /**
   * The order. Default is AllAtOnce.
   *
   * @default AllAtOnce.
   * @schema ApplicationSetSpecStrategy#type
   */
  readonly type?: ApplicationSetSpecStrategyType;

  /**
   * Order of deletions. Default is AllAtOnce.
   *
   * @default AllAtOnce.
   * @schema ApplicationSetSpecStrategy#deletionOrder
   */
  readonly deletionOrder?: ApplicationSetSpecStrategyDeletionOrder;

  /**
   * Steps of RollingSync.
   *
   * @schema ApplicationSetSpecStrategy#rollingSync
   */
  readonly rollingSync?: ApplicationSetSpecStrategyRollingSync;
}

/**
 * Converts an object of type 'ApplicationSetSpecStrategy' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecStrategy(obj: ApplicationSetSpecStrategy | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'type': obj.type,
    'deletionOrder': obj.deletionOrder,
    'rollingSync': toJson_ApplicationSetSpecStrategyRollingSync(obj.rollingSync),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Metadata of Applications that others may set.
 *
 * @schema ApplicationSetSpecPreservedFields
 */
export interface ApplicationSetSpecPreservedFields {
  /**
   * Annotations.
   *
   * @schema ApplicationSetSpecPreservedFields#annotations
   */
  readonly annotations?: string[];

  /**
   * Labels.
   *
   * @schema ApplicationSetSpecPreservedFields#labels
   */
  readonly labels?: string[];
}

/**
 * Converts an object of type 'ApplicationSetSpecPreservedFields' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecPreservedFields(obj: ApplicationSetSpecPreservedFields | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'annotations': obj.annotations?.map(y => y),
    'labels': obj.labels?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecIgnoreApplicationDifferences
 */
export interface ApplicationSetSpecIgnoreApplicationDifferences {
  /**
   * Name of the Application; all when left out.
   *
   * @schema ApplicationSetSpecIgnoreApplicationDifferences#name
   */
  readonly name?: string;

  /**
   * Fields as JSON pointers.
   *
   * @schema ApplicationSetSpecIgnoreApplicationDifferences#jsonPointers
   */
  readonly jsonPointers?: string[];

  /**
   * Fields as jq paths.
   *
   * @schema ApplicationSetSpecIgnoreApplicationDifferences#jqPathExpressions
   */
  readonly jqPathExpressions?: string[];
}

/**
 * Converts an object of type 'ApplicationSetSpecIgnoreApplicationDifferences' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecIgnoreApplicationDifferences(obj: ApplicationSetSpecIgnoreApplicationDifferences | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'jsonPointers': obj.jsonPointers?.map(y => y),
    'jqPathExpressions': obj.jqPathExpressions?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Parameters written here.
 *
 * @schema ApplicationSetSpecGeneratorsList
 */
export interface ApplicationSetSpecGeneratorsList {
  /**
   * Sets of parameters.
   *
   * @schema ApplicationSetSpecGeneratorsList#elements
   */
  readonly elements?: any[];

  /**
   * Sets of parameters as YAML text.
   *
   * @schema ApplicationSetSpecGeneratorsList#elementsYaml
   */
  readonly elementsYaml?: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsList' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsList(obj: ApplicationSetSpecGeneratorsList | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'elements': obj.elements?.map(y => y),
    'elementsYaml': obj.elementsYaml,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * One set for each cluster of Argo CD.
 *
 * @schema ApplicationSetSpecGeneratorsClusters
 */
export interface ApplicationSetSpecGeneratorsClusters {
  /**
   * Labels of the cluster's Secret.
   *
   * @schema ApplicationSetSpecGeneratorsClusters#selector
   */
  readonly selector?: ApplicationSetSpecGeneratorsClustersSelector;

  /**
   * Further parameters.
   *
   * @schema ApplicationSetSpecGeneratorsClusters#values
   */
  readonly values?: { [key: string]: string };

  /**
   * Whether all clusters come as one set.
   *
   * @schema ApplicationSetSpecGeneratorsClusters#flatList
   */
  readonly flatList?: boolean;

  /**
   * What the Applications of this generator have besides.
   *
   * @schema ApplicationSetSpecGeneratorsClusters#template
   */
  readonly template?: ApplicationSetSpecGeneratorsClustersTemplate;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsClusters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsClusters(obj: ApplicationSetSpecGeneratorsClusters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'selector': toJson_ApplicationSetSpecGeneratorsClustersSelector(obj.selector),
    'values': ((obj.values) === undefined) ? undefined : (Object.entries(obj.values).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'flatList': obj.flatList,
    'template': toJson_ApplicationSetSpecGeneratorsClustersTemplate(obj.template),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * One set for each file or directory of a repository.
 *
 * @schema ApplicationSetSpecGeneratorsGit
 */
export interface ApplicationSetSpecGeneratorsGit {
  /**
   * URL of the repository.
   *
   * @schema ApplicationSetSpecGeneratorsGit#repoURL
   */
  readonly repoURL: string;

  /**
   * Branch, tag or commit.
   *
   * @schema ApplicationSetSpecGeneratorsGit#revision
   */
  readonly revision: string;

  /**
   * Files or directories to take.
   *
   * @schema ApplicationSetSpecGeneratorsGit#files
   */
  readonly files?: ApplicationSetSpecGeneratorsGitFiles[];

  /**
   * Files or directories to take.
   *
   * @schema ApplicationSetSpecGeneratorsGit#directories
   */
  readonly directories?: ApplicationSetSpecGeneratorsGitDirectories[];

  /**
   * Further parameters.
   *
   * @schema ApplicationSetSpecGeneratorsGit#values
   */
  readonly values?: { [key: string]: string };

  /**
   * Prefix of the path parameters.
   *
   * @schema ApplicationSetSpecGeneratorsGit#pathParamPrefix
   */
  readonly pathParamPrefix?: string;

  /**
   * Seconds between two looks. Default is 180.
   *
   * @default 180.
   * @schema ApplicationSetSpecGeneratorsGit#requeueAfterSeconds
   */
  readonly requeueAfterSeconds?: number;

  /**
   * What the Applications of this generator have besides.
   *
   * @schema ApplicationSetSpecGeneratorsGit#template
   */
  readonly template?: ApplicationSetSpecGeneratorsGitTemplate;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsGit' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsGit(obj: ApplicationSetSpecGeneratorsGit | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'repoURL': obj.repoURL,
    'revision': obj.revision,
    'files': obj.files?.map(y => toJson_ApplicationSetSpecGeneratorsGitFiles(y)),
    'directories': obj.directories?.map(y => toJson_ApplicationSetSpecGeneratorsGitDirectories(y)),
    'values': ((obj.values) === undefined) ? undefined : (Object.entries(obj.values).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'pathParamPrefix': obj.pathParamPrefix,
    'requeueAfterSeconds': obj.requeueAfterSeconds,
    'template': toJson_ApplicationSetSpecGeneratorsGitTemplate(obj.template),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Sets that an HTTP service answers with.
 *
 * @schema ApplicationSetSpecGeneratorsPlugin
 */
export interface ApplicationSetSpecGeneratorsPlugin {
  /**
   * ConfigMap with baseUrl and token of the service.
   *
   * @schema ApplicationSetSpecGeneratorsPlugin#configMapRef
   */
  readonly configMapRef: ApplicationSetSpecGeneratorsPluginConfigMapRef;

  /**
   * What the service is asked.
   *
   * @schema ApplicationSetSpecGeneratorsPlugin#input
   */
  readonly input?: ApplicationSetSpecGeneratorsPluginInput;

  /**
   * Further parameters.
   *
   * @schema ApplicationSetSpecGeneratorsPlugin#values
   */
  readonly values?: { [key: string]: string };

  /**
   * Seconds between two questions. Default is 1800.
   *
   * @default 1800.
   * @schema ApplicationSetSpecGeneratorsPlugin#requeueAfterSeconds
   */
  readonly requeueAfterSeconds?: number;

  /**
   * What the Applications of this generator have besides.
   *
   * @schema ApplicationSetSpecGeneratorsPlugin#template
   */
  readonly template?: ApplicationSetSpecGeneratorsPluginTemplate;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsPlugin' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsPlugin(obj: ApplicationSetSpecGeneratorsPlugin | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'configMapRef': toJson_ApplicationSetSpecGeneratorsPluginConfigMapRef(obj.configMapRef),
    'input': toJson_ApplicationSetSpecGeneratorsPluginInput(obj.input),
    'values': ((obj.values) === undefined) ? undefined : (Object.entries(obj.values).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'requeueAfterSeconds': obj.requeueAfterSeconds,
    'template': toJson_ApplicationSetSpecGeneratorsPluginTemplate(obj.template),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Each set of one generator with each of the other. Exactly two.
 *
 * @schema ApplicationSetSpecGeneratorsMatrix
 */
export interface ApplicationSetSpecGeneratorsMatrix {
  /**
   * The generators.
   *
   * @schema ApplicationSetSpecGeneratorsMatrix#generators
   */
  readonly generators: ApplicationSetSpecGeneratorsMatrixGenerators[];
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrix' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrix(obj: ApplicationSetSpecGeneratorsMatrix | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'generators': obj.generators?.map(y => toJson_ApplicationSetSpecGeneratorsMatrixGenerators(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Sets of the first generator, refined by sets of the others that agree in the keys.
 *
 * @schema ApplicationSetSpecGeneratorsMerge
 */
export interface ApplicationSetSpecGeneratorsMerge {
  /**
   * The generators.
   *
   * @schema ApplicationSetSpecGeneratorsMerge#generators
   */
  readonly generators: ApplicationSetSpecGeneratorsMergeGenerators[];

  /**
   * Parameters that must agree.
   *
   * @schema ApplicationSetSpecGeneratorsMerge#mergeKeys
   */
  readonly mergeKeys: string[];

  /**
   * What the Applications of this generator have besides.
   *
   * @schema ApplicationSetSpecGeneratorsMerge#template
   */
  readonly template?: ApplicationSetSpecGeneratorsMergeTemplate;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMerge' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMerge(obj: ApplicationSetSpecGeneratorsMerge | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'generators': obj.generators?.map(y => toJson_ApplicationSetSpecGeneratorsMergeGenerators(y)),
    'mergeKeys': obj.mergeKeys?.map(y => y),
    'template': toJson_ApplicationSetSpecGeneratorsMergeTemplate(obj.template),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Labels of the cluster's Secret.
 *
 * @schema ApplicationSetSpecGeneratorsSelector
 */
export interface ApplicationSetSpecGeneratorsSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema ApplicationSetSpecGeneratorsSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema ApplicationSetSpecGeneratorsSelector#matchExpressions
   */
  readonly matchExpressions?: ApplicationSetSpecGeneratorsSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsSelector(obj: ApplicationSetSpecGeneratorsSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_ApplicationSetSpecGeneratorsSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Metadata of the Application.
 *
 * @schema ApplicationSetSpecTemplateMetadata
 */
export interface ApplicationSetSpecTemplateMetadata {
  /**
   * Name.
   *
   * @schema ApplicationSetSpecTemplateMetadata#name
   */
  readonly name?: string;

  /**
   * Namespace.
   *
   * @schema ApplicationSetSpecTemplateMetadata#namespace
   */
  readonly namespace?: string;

  /**
   * Annotations.
   *
   * @schema ApplicationSetSpecTemplateMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels.
   *
   * @schema ApplicationSetSpecTemplateMetadata#labels
   */
  readonly labels?: { [key: string]: string };

  /**
   * Finalizers.
   *
   * @schema ApplicationSetSpecTemplateMetadata#finalizers
   */
  readonly finalizers?: string[];
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateMetadata(obj: ApplicationSetSpecTemplateMetadata | undefined): Record<string, any> | undefined {
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

/**
 * Sources, destination and how to sync.
 *
 * @schema ApplicationSetSpecTemplateSpec
 */
export interface ApplicationSetSpecTemplateSpec {
  /**
   * AppProject that rules what the Application may do.
   *
   * @schema ApplicationSetSpecTemplateSpec#project
   */
  readonly project: string;

  /**
   * Cluster and namespace. Either name or server.
   *
   * @schema ApplicationSetSpecTemplateSpec#destination
   */
  readonly destination: ApplicationSetSpecTemplateSpecDestination;

  /**
   * Where the objects come from.
   *
   * @schema ApplicationSetSpecTemplateSpec#source
   */
  readonly source?: ApplicationSetSpecTemplateSpecSource;

  /**
   * Several sources. Win over source.
   *
   * @schema ApplicationSetSpecTemplateSpec#sources
   */
  readonly sources?: ApplicationSetSpecTemplateSpecSources[];

  /**
   * How and when to sync.
   *
   * @schema ApplicationSetSpecTemplateSpec#syncPolicy
   */
  readonly syncPolicy?: ApplicationSetSpecTemplateSpecSyncPolicy;

  /**
   * Fields that count as equal.
   *
   * @schema ApplicationSetSpecTemplateSpec#ignoreDifferences
   */
  readonly ignoreDifferences?: ApplicationSetSpecTemplateSpecIgnoreDifferences[];

  /**
   * Facts shown in the user interface.
   *
   * @schema ApplicationSetSpecTemplateSpec#info
   */
  readonly info?: ApplicationSetSpecTemplateSpecInfo[];

  /**
   * Past syncs to keep. Default is 10.
   *
   * @default 10.
   * @schema ApplicationSetSpecTemplateSpec#revisionHistoryLimit
   */
  readonly revisionHistoryLimit?: number;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpec(obj: ApplicationSetSpecTemplateSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'project': obj.project,
    'destination': toJson_ApplicationSetSpecTemplateSpecDestination(obj.destination),
    'source': toJson_ApplicationSetSpecTemplateSpecSource(obj.source),
    'sources': obj.sources?.map(y => toJson_ApplicationSetSpecTemplateSpecSources(y)),
    'syncPolicy': toJson_ApplicationSetSpecTemplateSpecSyncPolicy(obj.syncPolicy),
    'ignoreDifferences': obj.ignoreDifferences?.map(y => toJson_ApplicationSetSpecTemplateSpecIgnoreDifferences(y)),
    'info': obj.info?.map(y => toJson_ApplicationSetSpecTemplateSpecInfo(y)),
    'revisionHistoryLimit': obj.revisionHistoryLimit,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What it does. Default is sync, which also deletes.
 *
 * @default sync, which also deletes.
 * @schema ApplicationSetSpecSyncPolicyApplicationsSync
 */
export type ApplicationSetSpecSyncPolicyApplicationsSync = "create-only" | "create-update" | "create-delete" | "sync";

/**
 * The order. Default is AllAtOnce.
 *
 * @default AllAtOnce.
 * @schema ApplicationSetSpecStrategyType
 */
export type ApplicationSetSpecStrategyType = "AllAtOnce" | "RollingSync";

/**
 * Order of deletions. Default is AllAtOnce.
 *
 * @default AllAtOnce.
 * @schema ApplicationSetSpecStrategyDeletionOrder
 */
export type ApplicationSetSpecStrategyDeletionOrder = "AllAtOnce" | "Reverse";

/**
 * Steps of RollingSync.
 *
 * @schema ApplicationSetSpecStrategyRollingSync
 */
export interface ApplicationSetSpecStrategyRollingSync {
  /**
   * Groups of Applications; each waits for the one before to be healthy.
   *
   * @schema ApplicationSetSpecStrategyRollingSync#steps
   */
  readonly steps?: ApplicationSetSpecStrategyRollingSyncSteps[];
}

/**
 * Converts an object of type 'ApplicationSetSpecStrategyRollingSync' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecStrategyRollingSync(obj: ApplicationSetSpecStrategyRollingSync | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'steps': obj.steps?.map(y => toJson_ApplicationSetSpecStrategyRollingSyncSteps(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Labels of the cluster's Secret.
 *
 * @schema ApplicationSetSpecGeneratorsClustersSelector
 */
export interface ApplicationSetSpecGeneratorsClustersSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema ApplicationSetSpecGeneratorsClustersSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema ApplicationSetSpecGeneratorsClustersSelector#matchExpressions
   */
  readonly matchExpressions?: ApplicationSetSpecGeneratorsClustersSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsClustersSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsClustersSelector(obj: ApplicationSetSpecGeneratorsClustersSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_ApplicationSetSpecGeneratorsClustersSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What the Applications of this generator have besides.
 *
 * @schema ApplicationSetSpecGeneratorsClustersTemplate
 */
export interface ApplicationSetSpecGeneratorsClustersTemplate {
  /**
   * Metadata of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsClustersTemplate#metadata
   */
  readonly metadata: any;

  /**
   * Spec of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsClustersTemplate#spec
   */
  readonly spec: ApplicationSetSpecGeneratorsClustersTemplateSpec;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsClustersTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsClustersTemplate(obj: ApplicationSetSpecGeneratorsClustersTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ApplicationSetSpecGeneratorsClustersTemplateSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecGeneratorsGitFiles
 */
export interface ApplicationSetSpecGeneratorsGitFiles {
  /**
   * Glob from the root of the repository.
   *
   * @schema ApplicationSetSpecGeneratorsGitFiles#path
   */
  readonly path: string;

  /**
   * Whether matches are left out instead.
   *
   * @schema ApplicationSetSpecGeneratorsGitFiles#exclude
   */
  readonly exclude?: boolean;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsGitFiles' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsGitFiles(obj: ApplicationSetSpecGeneratorsGitFiles | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'path': obj.path,
    'exclude': obj.exclude,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecGeneratorsGitDirectories
 */
export interface ApplicationSetSpecGeneratorsGitDirectories {
  /**
   * Glob from the root of the repository.
   *
   * @schema ApplicationSetSpecGeneratorsGitDirectories#path
   */
  readonly path: string;

  /**
   * Whether matches are left out instead.
   *
   * @schema ApplicationSetSpecGeneratorsGitDirectories#exclude
   */
  readonly exclude?: boolean;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsGitDirectories' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsGitDirectories(obj: ApplicationSetSpecGeneratorsGitDirectories | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'path': obj.path,
    'exclude': obj.exclude,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What the Applications of this generator have besides.
 *
 * @schema ApplicationSetSpecGeneratorsGitTemplate
 */
export interface ApplicationSetSpecGeneratorsGitTemplate {
  /**
   * Metadata of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsGitTemplate#metadata
   */
  readonly metadata: any;

  /**
   * Spec of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsGitTemplate#spec
   */
  readonly spec: ApplicationSetSpecGeneratorsGitTemplateSpec;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsGitTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsGitTemplate(obj: ApplicationSetSpecGeneratorsGitTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ApplicationSetSpecGeneratorsGitTemplateSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * ConfigMap with baseUrl and token of the service.
 *
 * @schema ApplicationSetSpecGeneratorsPluginConfigMapRef
 */
export interface ApplicationSetSpecGeneratorsPluginConfigMapRef {
  /**
   * Name of the ConfigMap.
   *
   * @schema ApplicationSetSpecGeneratorsPluginConfigMapRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsPluginConfigMapRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsPluginConfigMapRef(obj: ApplicationSetSpecGeneratorsPluginConfigMapRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What the service is asked.
 *
 * @schema ApplicationSetSpecGeneratorsPluginInput
 */
export interface ApplicationSetSpecGeneratorsPluginInput {
  /**
   * Parameters of the question.
   *
   * @schema ApplicationSetSpecGeneratorsPluginInput#parameters
   */
  readonly parameters?: any;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsPluginInput' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsPluginInput(obj: ApplicationSetSpecGeneratorsPluginInput | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'parameters': obj.parameters,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What the Applications of this generator have besides.
 *
 * @schema ApplicationSetSpecGeneratorsPluginTemplate
 */
export interface ApplicationSetSpecGeneratorsPluginTemplate {
  /**
   * Metadata of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsPluginTemplate#metadata
   */
  readonly metadata: any;

  /**
   * Spec of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsPluginTemplate#spec
   */
  readonly spec: ApplicationSetSpecGeneratorsPluginTemplateSpec;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsPluginTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsPluginTemplate(obj: ApplicationSetSpecGeneratorsPluginTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ApplicationSetSpecGeneratorsPluginTemplateSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecGeneratorsMatrixGenerators
 */
export interface ApplicationSetSpecGeneratorsMatrixGenerators {
  /**
   * Parameters written here.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGenerators#list
   */
  readonly list?: ApplicationSetSpecGeneratorsMatrixGeneratorsList;

  /**
   * One set for each cluster of Argo CD.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGenerators#clusters
   */
  readonly clusters?: ApplicationSetSpecGeneratorsMatrixGeneratorsClusters;

  /**
   * One set for each file or directory of a repository.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGenerators#git
   */
  readonly git?: ApplicationSetSpecGeneratorsMatrixGeneratorsGit;

  /**
   * Sets that an HTTP service answers with.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGenerators#plugin
   */
  readonly plugin?: ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin;

  /**
   * Labels of the cluster's Secret.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGenerators#selector
   */
  readonly selector?: ApplicationSetSpecGeneratorsMatrixGeneratorsSelector;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGenerators' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGenerators(obj: ApplicationSetSpecGeneratorsMatrixGenerators | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'list': toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsList(obj.list),
    'clusters': toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsClusters(obj.clusters),
    'git': toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsGit(obj.git),
    'plugin': toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin(obj.plugin),
    'selector': toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsSelector(obj.selector),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecGeneratorsMergeGenerators
 */
export interface ApplicationSetSpecGeneratorsMergeGenerators {
  /**
   * Parameters written here.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGenerators#list
   */
  readonly list?: ApplicationSetSpecGeneratorsMergeGeneratorsList;

  /**
   * One set for each cluster of Argo CD.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGenerators#clusters
   */
  readonly clusters?: ApplicationSetSpecGeneratorsMergeGeneratorsClusters;

  /**
   * One set for each file or directory of a repository.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGenerators#git
   */
  readonly git?: ApplicationSetSpecGeneratorsMergeGeneratorsGit;

  /**
   * Sets that an HTTP service answers with.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGenerators#plugin
   */
  readonly plugin?: ApplicationSetSpecGeneratorsMergeGeneratorsPlugin;

  /**
   * Labels of the cluster's Secret.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGenerators#selector
   */
  readonly selector?: ApplicationSetSpecGeneratorsMergeGeneratorsSelector;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGenerators' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGenerators(obj: ApplicationSetSpecGeneratorsMergeGenerators | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'list': toJson_ApplicationSetSpecGeneratorsMergeGeneratorsList(obj.list),
    'clusters': toJson_ApplicationSetSpecGeneratorsMergeGeneratorsClusters(obj.clusters),
    'git': toJson_ApplicationSetSpecGeneratorsMergeGeneratorsGit(obj.git),
    'plugin': toJson_ApplicationSetSpecGeneratorsMergeGeneratorsPlugin(obj.plugin),
    'selector': toJson_ApplicationSetSpecGeneratorsMergeGeneratorsSelector(obj.selector),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What the Applications of this generator have besides.
 *
 * @schema ApplicationSetSpecGeneratorsMergeTemplate
 */
export interface ApplicationSetSpecGeneratorsMergeTemplate {
  /**
   * Metadata of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsMergeTemplate#metadata
   */
  readonly metadata: any;

  /**
   * Spec of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsMergeTemplate#spec
   */
  readonly spec: ApplicationSetSpecGeneratorsMergeTemplateSpec;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeTemplate(obj: ApplicationSetSpecGeneratorsMergeTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ApplicationSetSpecGeneratorsMergeTemplateSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecGeneratorsSelectorMatchExpressions
 */
export interface ApplicationSetSpecGeneratorsSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema ApplicationSetSpecGeneratorsSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema ApplicationSetSpecGeneratorsSelectorMatchExpressions#operator
   */
  readonly operator: ApplicationSetSpecGeneratorsSelectorMatchExpressionsOperator;

  /**
   * Values to compare with.
   *
   * @schema ApplicationSetSpecGeneratorsSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsSelectorMatchExpressions(obj: ApplicationSetSpecGeneratorsSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * Cluster and namespace. Either name or server.
 *
 * @schema ApplicationSetSpecTemplateSpecDestination
 */
export interface ApplicationSetSpecTemplateSpecDestination {
  /**
   * Name of the cluster in Argo CD.
   *
   * @schema ApplicationSetSpecTemplateSpecDestination#name
   */
  readonly name?: string;

  /**
   * URL of the cluster's API server.
   *
   * @schema ApplicationSetSpecTemplateSpecDestination#server
   */
  readonly server?: string;

  /**
   * Namespace for objects that say none.
   *
   * @schema ApplicationSetSpecTemplateSpecDestination#namespace
   */
  readonly namespace?: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecDestination' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecDestination(obj: ApplicationSetSpecTemplateSpecDestination | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'server': obj.server,
    'namespace': obj.namespace,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Where the objects come from.
 *
 * @schema ApplicationSetSpecTemplateSpecSource
 */
export interface ApplicationSetSpecTemplateSpecSource {
  /**
   * URL of the Git, Helm or OCI repository.
   *
   * @schema ApplicationSetSpecTemplateSpecSource#repoURL
   */
  readonly repoURL: string;

  /**
   * Branch, tag, commit, or chart version.
   *
   * @schema ApplicationSetSpecTemplateSpecSource#targetRevision
   */
  readonly targetRevision?: string;

  /**
   * Directory in a Git repository.
   *
   * @schema ApplicationSetSpecTemplateSpecSource#path
   */
  readonly path?: string;

  /**
   * Chart of a Helm repository.
   *
   * @schema ApplicationSetSpecTemplateSpecSource#chart
   */
  readonly chart?: string;

  /**
   * Name under which other sources read this one's files.
   *
   * @schema ApplicationSetSpecTemplateSpecSource#ref
   */
  readonly ref?: string;

  /**
   * Name of the source.
   *
   * @schema ApplicationSetSpecTemplateSpecSource#name
   */
  readonly name?: string;

  /**
   * How the chart is rendered.
   *
   * @schema ApplicationSetSpecTemplateSpecSource#helm
   */
  readonly helm?: ApplicationSetSpecTemplateSpecSourceHelm;

  /**
   * How plain manifests are read.
   *
   * @schema ApplicationSetSpecTemplateSpecSource#directory
   */
  readonly directory?: ApplicationSetSpecTemplateSpecSourceDirectory;

  /**
   * How a config management plugin renders.
   *
   * @schema ApplicationSetSpecTemplateSpecSource#plugin
   */
  readonly plugin?: ApplicationSetSpecTemplateSpecSourcePlugin;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSource' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSource(obj: ApplicationSetSpecTemplateSpecSource | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'repoURL': obj.repoURL,
    'targetRevision': obj.targetRevision,
    'path': obj.path,
    'chart': obj.chart,
    'ref': obj.ref,
    'name': obj.name,
    'helm': toJson_ApplicationSetSpecTemplateSpecSourceHelm(obj.helm),
    'directory': toJson_ApplicationSetSpecTemplateSpecSourceDirectory(obj.directory),
    'plugin': toJson_ApplicationSetSpecTemplateSpecSourcePlugin(obj.plugin),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Where the objects come from.
 *
 * @schema ApplicationSetSpecTemplateSpecSources
 */
export interface ApplicationSetSpecTemplateSpecSources {
  /**
   * URL of the Git, Helm or OCI repository.
   *
   * @schema ApplicationSetSpecTemplateSpecSources#repoURL
   */
  readonly repoURL: string;

  /**
   * Branch, tag, commit, or chart version.
   *
   * @schema ApplicationSetSpecTemplateSpecSources#targetRevision
   */
  readonly targetRevision?: string;

  /**
   * Directory in a Git repository.
   *
   * @schema ApplicationSetSpecTemplateSpecSources#path
   */
  readonly path?: string;

  /**
   * Chart of a Helm repository.
   *
   * @schema ApplicationSetSpecTemplateSpecSources#chart
   */
  readonly chart?: string;

  /**
   * Name under which other sources read this one's files.
   *
   * @schema ApplicationSetSpecTemplateSpecSources#ref
   */
  readonly ref?: string;

  /**
   * Name of the source.
   *
   * @schema ApplicationSetSpecTemplateSpecSources#name
   */
  readonly name?: string;

  /**
   * How the chart is rendered.
   *
   * @schema ApplicationSetSpecTemplateSpecSources#helm
   */
  readonly helm?: ApplicationSetSpecTemplateSpecSourcesHelm;

  /**
   * How plain manifests are read.
   *
   * @schema ApplicationSetSpecTemplateSpecSources#directory
   */
  readonly directory?: ApplicationSetSpecTemplateSpecSourcesDirectory;

  /**
   * How a config management plugin renders.
   *
   * @schema ApplicationSetSpecTemplateSpecSources#plugin
   */
  readonly plugin?: ApplicationSetSpecTemplateSpecSourcesPlugin;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSources' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSources(obj: ApplicationSetSpecTemplateSpecSources | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'repoURL': obj.repoURL,
    'targetRevision': obj.targetRevision,
    'path': obj.path,
    'chart': obj.chart,
    'ref': obj.ref,
    'name': obj.name,
    'helm': toJson_ApplicationSetSpecTemplateSpecSourcesHelm(obj.helm),
    'directory': toJson_ApplicationSetSpecTemplateSpecSourcesDirectory(obj.directory),
    'plugin': toJson_ApplicationSetSpecTemplateSpecSourcesPlugin(obj.plugin),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How and when to sync.
 *
 * @schema ApplicationSetSpecTemplateSpecSyncPolicy
 */
export interface ApplicationSetSpecTemplateSpecSyncPolicy {
  /**
   * Sync without being asked.
   *
   * @schema ApplicationSetSpecTemplateSpecSyncPolicy#automated
   */
  readonly automated?: ApplicationSetSpecTemplateSpecSyncPolicyAutomated;

  /**
   * Options, for example ServerSideApply=true.
   *
   * @schema ApplicationSetSpecTemplateSpecSyncPolicy#syncOptions
   */
  readonly syncOptions?: string[];

  /**
   * Metadata for the namespace that CreateNamespace=true makes.
   *
   * @schema ApplicationSetSpecTemplateSpecSyncPolicy#managedNamespaceMetadata
   */
  readonly managedNamespaceMetadata?: ApplicationSetSpecTemplateSpecSyncPolicyManagedNamespaceMetadata;

  /**
   * What happens after a failed sync.
   *
   * @schema ApplicationSetSpecTemplateSpecSyncPolicy#retry
   */
  readonly retry?: ApplicationSetSpecTemplateSpecSyncPolicyRetry;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSyncPolicy' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSyncPolicy(obj: ApplicationSetSpecTemplateSpecSyncPolicy | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'automated': toJson_ApplicationSetSpecTemplateSpecSyncPolicyAutomated(obj.automated),
    'syncOptions': obj.syncOptions?.map(y => y),
    'managedNamespaceMetadata': toJson_ApplicationSetSpecTemplateSpecSyncPolicyManagedNamespaceMetadata(obj.managedNamespaceMetadata),
    'retry': toJson_ApplicationSetSpecTemplateSpecSyncPolicyRetry(obj.retry),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecTemplateSpecIgnoreDifferences
 */
export interface ApplicationSetSpecTemplateSpecIgnoreDifferences {
  /**
   * API group of the objects.
   *
   * @schema ApplicationSetSpecTemplateSpecIgnoreDifferences#group
   */
  readonly group?: string;

  /**
   * Kind of the objects.
   *
   * @schema ApplicationSetSpecTemplateSpecIgnoreDifferences#kind
   */
  readonly kind: string;

  /**
   * Name of the object; all when left out.
   *
   * @schema ApplicationSetSpecTemplateSpecIgnoreDifferences#name
   */
  readonly name?: string;

  /**
   * Namespace of the object; all when left out.
   *
   * @schema ApplicationSetSpecTemplateSpecIgnoreDifferences#namespace
   */
  readonly namespace?: string;

  /**
   * Fields as JSON pointers.
   *
   * @schema ApplicationSetSpecTemplateSpecIgnoreDifferences#jsonPointers
   */
  readonly jsonPointers?: string[];

  /**
   * Fields as jq paths.
   *
   * @schema ApplicationSetSpecTemplateSpecIgnoreDifferences#jqPathExpressions
   */
  readonly jqPathExpressions?: string[];

  /**
   * Fields that these managers own.
   *
   * @schema ApplicationSetSpecTemplateSpecIgnoreDifferences#managedFieldsManagers
   */
  readonly managedFieldsManagers?: string[];
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecIgnoreDifferences' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecIgnoreDifferences(obj: ApplicationSetSpecTemplateSpecIgnoreDifferences | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'group': obj.group,
    'kind': obj.kind,
    'name': obj.name,
    'namespace': obj.namespace,
    'jsonPointers': obj.jsonPointers?.map(y => y),
    'jqPathExpressions': obj.jqPathExpressions?.map(y => y),
    'managedFieldsManagers': obj.managedFieldsManagers?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecTemplateSpecInfo
 */
export interface ApplicationSetSpecTemplateSpecInfo {
  /**
   * Name of the fact.
   *
   * @schema ApplicationSetSpecTemplateSpecInfo#name
   */
  readonly name: string;

  /**
   * The fact.
   *
   * @schema ApplicationSetSpecTemplateSpecInfo#value
   */
  readonly value: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecInfo' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecInfo(obj: ApplicationSetSpecTemplateSpecInfo | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecStrategyRollingSyncSteps
 */
export interface ApplicationSetSpecStrategyRollingSyncSteps {
  /**
   * Labels of the Applications.
   *
   * @schema ApplicationSetSpecStrategyRollingSyncSteps#matchExpressions
   */
  readonly matchExpressions?: ApplicationSetSpecStrategyRollingSyncStepsMatchExpressions[];

  /**
   * Applications at once, as number or percentage; 0 waits for a person.
   *
   * @schema ApplicationSetSpecStrategyRollingSyncSteps#maxUpdate
   */
  readonly maxUpdate?: ApplicationSetSpecStrategyRollingSyncStepsMaxUpdate;
}

/**
 * Converts an object of type 'ApplicationSetSpecStrategyRollingSyncSteps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecStrategyRollingSyncSteps(obj: ApplicationSetSpecStrategyRollingSyncSteps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchExpressions': obj.matchExpressions?.map(y => toJson_ApplicationSetSpecStrategyRollingSyncStepsMatchExpressions(y)),
    'maxUpdate': obj.maxUpdate,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecGeneratorsClustersSelectorMatchExpressions
 */
export interface ApplicationSetSpecGeneratorsClustersSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema ApplicationSetSpecGeneratorsClustersSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema ApplicationSetSpecGeneratorsClustersSelectorMatchExpressions#operator
   */
  readonly operator: ApplicationSetSpecGeneratorsClustersSelectorMatchExpressionsOperator;

  /**
   * Values to compare with.
   *
   * @schema ApplicationSetSpecGeneratorsClustersSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsClustersSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsClustersSelectorMatchExpressions(obj: ApplicationSetSpecGeneratorsClustersSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * Spec of the Application.
 *
 * @schema ApplicationSetSpecGeneratorsClustersTemplateSpec
 */
export interface ApplicationSetSpecGeneratorsClustersTemplateSpec {
  /**
   * Cluster and namespace.
   *
   * @schema ApplicationSetSpecGeneratorsClustersTemplateSpec#destination
   */
  readonly destination: any;

  /**
   * Project.
   *
   * @schema ApplicationSetSpecGeneratorsClustersTemplateSpec#project
   */
  readonly project: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsClustersTemplateSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsClustersTemplateSpec(obj: ApplicationSetSpecGeneratorsClustersTemplateSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'destination': obj.destination,
    'project': obj.project,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Spec of the Application.
 *
 * @schema ApplicationSetSpecGeneratorsGitTemplateSpec
 */
export interface ApplicationSetSpecGeneratorsGitTemplateSpec {
  /**
   * Cluster and namespace.
   *
   * @schema ApplicationSetSpecGeneratorsGitTemplateSpec#destination
   */
  readonly destination: any;

  /**
   * Project.
   *
   * @schema ApplicationSetSpecGeneratorsGitTemplateSpec#project
   */
  readonly project: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsGitTemplateSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsGitTemplateSpec(obj: ApplicationSetSpecGeneratorsGitTemplateSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'destination': obj.destination,
    'project': obj.project,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Spec of the Application.
 *
 * @schema ApplicationSetSpecGeneratorsPluginTemplateSpec
 */
export interface ApplicationSetSpecGeneratorsPluginTemplateSpec {
  /**
   * Cluster and namespace.
   *
   * @schema ApplicationSetSpecGeneratorsPluginTemplateSpec#destination
   */
  readonly destination: any;

  /**
   * Project.
   *
   * @schema ApplicationSetSpecGeneratorsPluginTemplateSpec#project
   */
  readonly project: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsPluginTemplateSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsPluginTemplateSpec(obj: ApplicationSetSpecGeneratorsPluginTemplateSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'destination': obj.destination,
    'project': obj.project,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Parameters written here.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsList
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsList {
  /**
   * Sets of parameters.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsList#elements
   */
  readonly elements?: any[];

  /**
   * Sets of parameters as YAML text.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsList#elementsYaml
   */
  readonly elementsYaml?: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsList' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsList(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsList | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'elements': obj.elements?.map(y => y),
    'elementsYaml': obj.elementsYaml,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * One set for each cluster of Argo CD.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClusters
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsClusters {
  /**
   * Labels of the cluster's Secret.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClusters#selector
   */
  readonly selector?: ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelector;

  /**
   * Further parameters.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClusters#values
   */
  readonly values?: { [key: string]: string };

  /**
   * Whether all clusters come as one set.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClusters#flatList
   */
  readonly flatList?: boolean;

  /**
   * What the Applications of this generator have besides.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClusters#template
   */
  readonly template?: ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplate;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsClusters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsClusters(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsClusters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'selector': toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelector(obj.selector),
    'values': ((obj.values) === undefined) ? undefined : (Object.entries(obj.values).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'flatList': obj.flatList,
    'template': toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplate(obj.template),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * One set for each file or directory of a repository.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGit
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsGit {
  /**
   * URL of the repository.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGit#repoURL
   */
  readonly repoURL: string;

  /**
   * Branch, tag or commit.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGit#revision
   */
  readonly revision: string;

  /**
   * Files or directories to take.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGit#files
   */
  readonly files?: ApplicationSetSpecGeneratorsMatrixGeneratorsGitFiles[];

  /**
   * Files or directories to take.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGit#directories
   */
  readonly directories?: ApplicationSetSpecGeneratorsMatrixGeneratorsGitDirectories[];

  /**
   * Further parameters.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGit#values
   */
  readonly values?: { [key: string]: string };

  /**
   * Prefix of the path parameters.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGit#pathParamPrefix
   */
  readonly pathParamPrefix?: string;

  /**
   * Seconds between two looks. Default is 180.
   *
   * @default 180.
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGit#requeueAfterSeconds
   */
  readonly requeueAfterSeconds?: number;

  /**
   * What the Applications of this generator have besides.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGit#template
   */
  readonly template?: ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplate;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsGit' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsGit(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsGit | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'repoURL': obj.repoURL,
    'revision': obj.revision,
    'files': obj.files?.map(y => toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsGitFiles(y)),
    'directories': obj.directories?.map(y => toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsGitDirectories(y)),
    'values': ((obj.values) === undefined) ? undefined : (Object.entries(obj.values).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'pathParamPrefix': obj.pathParamPrefix,
    'requeueAfterSeconds': obj.requeueAfterSeconds,
    'template': toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplate(obj.template),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Sets that an HTTP service answers with.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin {
  /**
   * ConfigMap with baseUrl and token of the service.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin#configMapRef
   */
  readonly configMapRef: ApplicationSetSpecGeneratorsMatrixGeneratorsPluginConfigMapRef;

  /**
   * What the service is asked.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin#input
   */
  readonly input?: ApplicationSetSpecGeneratorsMatrixGeneratorsPluginInput;

  /**
   * Further parameters.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin#values
   */
  readonly values?: { [key: string]: string };

  /**
   * Seconds between two questions. Default is 1800.
   *
   * @default 1800.
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin#requeueAfterSeconds
   */
  readonly requeueAfterSeconds?: number;

  /**
   * What the Applications of this generator have besides.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin#template
   */
  readonly template?: ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplate;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsPlugin | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'configMapRef': toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsPluginConfigMapRef(obj.configMapRef),
    'input': toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsPluginInput(obj.input),
    'values': ((obj.values) === undefined) ? undefined : (Object.entries(obj.values).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'requeueAfterSeconds': obj.requeueAfterSeconds,
    'template': toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplate(obj.template),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Labels of the cluster's Secret.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsSelector
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsSelector#matchExpressions
   */
  readonly matchExpressions?: ApplicationSetSpecGeneratorsMatrixGeneratorsSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsSelector(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Parameters written here.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsList
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsList {
  /**
   * Sets of parameters.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsList#elements
   */
  readonly elements?: any[];

  /**
   * Sets of parameters as YAML text.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsList#elementsYaml
   */
  readonly elementsYaml?: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsList' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsList(obj: ApplicationSetSpecGeneratorsMergeGeneratorsList | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'elements': obj.elements?.map(y => y),
    'elementsYaml': obj.elementsYaml,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * One set for each cluster of Argo CD.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClusters
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsClusters {
  /**
   * Labels of the cluster's Secret.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClusters#selector
   */
  readonly selector?: ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelector;

  /**
   * Further parameters.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClusters#values
   */
  readonly values?: { [key: string]: string };

  /**
   * Whether all clusters come as one set.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClusters#flatList
   */
  readonly flatList?: boolean;

  /**
   * What the Applications of this generator have besides.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClusters#template
   */
  readonly template?: ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplate;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsClusters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsClusters(obj: ApplicationSetSpecGeneratorsMergeGeneratorsClusters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'selector': toJson_ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelector(obj.selector),
    'values': ((obj.values) === undefined) ? undefined : (Object.entries(obj.values).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'flatList': obj.flatList,
    'template': toJson_ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplate(obj.template),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * One set for each file or directory of a repository.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGit
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsGit {
  /**
   * URL of the repository.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGit#repoURL
   */
  readonly repoURL: string;

  /**
   * Branch, tag or commit.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGit#revision
   */
  readonly revision: string;

  /**
   * Files or directories to take.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGit#files
   */
  readonly files?: ApplicationSetSpecGeneratorsMergeGeneratorsGitFiles[];

  /**
   * Files or directories to take.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGit#directories
   */
  readonly directories?: ApplicationSetSpecGeneratorsMergeGeneratorsGitDirectories[];

  /**
   * Further parameters.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGit#values
   */
  readonly values?: { [key: string]: string };

  /**
   * Prefix of the path parameters.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGit#pathParamPrefix
   */
  readonly pathParamPrefix?: string;

  /**
   * Seconds between two looks. Default is 180.
   *
   * @default 180.
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGit#requeueAfterSeconds
   */
  readonly requeueAfterSeconds?: number;

  /**
   * What the Applications of this generator have besides.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGit#template
   */
  readonly template?: ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplate;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsGit' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsGit(obj: ApplicationSetSpecGeneratorsMergeGeneratorsGit | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'repoURL': obj.repoURL,
    'revision': obj.revision,
    'files': obj.files?.map(y => toJson_ApplicationSetSpecGeneratorsMergeGeneratorsGitFiles(y)),
    'directories': obj.directories?.map(y => toJson_ApplicationSetSpecGeneratorsMergeGeneratorsGitDirectories(y)),
    'values': ((obj.values) === undefined) ? undefined : (Object.entries(obj.values).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'pathParamPrefix': obj.pathParamPrefix,
    'requeueAfterSeconds': obj.requeueAfterSeconds,
    'template': toJson_ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplate(obj.template),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Sets that an HTTP service answers with.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPlugin
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsPlugin {
  /**
   * ConfigMap with baseUrl and token of the service.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPlugin#configMapRef
   */
  readonly configMapRef: ApplicationSetSpecGeneratorsMergeGeneratorsPluginConfigMapRef;

  /**
   * What the service is asked.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPlugin#input
   */
  readonly input?: ApplicationSetSpecGeneratorsMergeGeneratorsPluginInput;

  /**
   * Further parameters.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPlugin#values
   */
  readonly values?: { [key: string]: string };

  /**
   * Seconds between two questions. Default is 1800.
   *
   * @default 1800.
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPlugin#requeueAfterSeconds
   */
  readonly requeueAfterSeconds?: number;

  /**
   * What the Applications of this generator have besides.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPlugin#template
   */
  readonly template?: ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplate;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsPlugin' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsPlugin(obj: ApplicationSetSpecGeneratorsMergeGeneratorsPlugin | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'configMapRef': toJson_ApplicationSetSpecGeneratorsMergeGeneratorsPluginConfigMapRef(obj.configMapRef),
    'input': toJson_ApplicationSetSpecGeneratorsMergeGeneratorsPluginInput(obj.input),
    'values': ((obj.values) === undefined) ? undefined : (Object.entries(obj.values).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'requeueAfterSeconds': obj.requeueAfterSeconds,
    'template': toJson_ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplate(obj.template),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Labels of the cluster's Secret.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsSelector
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsSelector#matchExpressions
   */
  readonly matchExpressions?: ApplicationSetSpecGeneratorsMergeGeneratorsSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsSelector(obj: ApplicationSetSpecGeneratorsMergeGeneratorsSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_ApplicationSetSpecGeneratorsMergeGeneratorsSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Spec of the Application.
 *
 * @schema ApplicationSetSpecGeneratorsMergeTemplateSpec
 */
export interface ApplicationSetSpecGeneratorsMergeTemplateSpec {
  /**
   * Cluster and namespace.
   *
   * @schema ApplicationSetSpecGeneratorsMergeTemplateSpec#destination
   */
  readonly destination: any;

  /**
   * Project.
   *
   * @schema ApplicationSetSpecGeneratorsMergeTemplateSpec#project
   */
  readonly project: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeTemplateSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeTemplateSpec(obj: ApplicationSetSpecGeneratorsMergeTemplateSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'destination': obj.destination,
    'project': obj.project,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Relation of the label to the values.
 *
 * @schema ApplicationSetSpecGeneratorsSelectorMatchExpressionsOperator
 */
export type ApplicationSetSpecGeneratorsSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * How the chart is rendered.
 *
 * @schema ApplicationSetSpecTemplateSpecSourceHelm
 */
export interface ApplicationSetSpecTemplateSpecSourceHelm {
  /**
   * Release name. Default is the Application's name.
   *
   * @default the Application's name.
   * @schema ApplicationSetSpecTemplateSpecSourceHelm#releaseName
   */
  readonly releaseName?: string;

  /**
   * Release namespace. Default is the destination's.
   *
   * @default the destination's.
   * @schema ApplicationSetSpecTemplateSpecSourceHelm#namespace
   */
  readonly namespace?: string;

  /**
   * Value files, of the chart or of a source by $name.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelm#valueFiles
   */
  readonly valueFiles?: string[];

  /**
   * Values as YAML text.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelm#values
   */
  readonly values?: string;

  /**
   * Values. Win over values.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelm#valuesObject
   */
  readonly valuesObject?: any;

  /**
   * Single values.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelm#parameters
   */
  readonly parameters?: ApplicationSetSpecTemplateSpecSourceHelmParameters[];

  /**
   * Single values read from files.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelm#fileParameters
   */
  readonly fileParameters?: ApplicationSetSpecTemplateSpecSourceHelmFileParameters[];

  /**
   * Whether a missing value file is no error.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelm#ignoreMissingValueFiles
   */
  readonly ignoreMissingValueFiles?: boolean;

  /**
   * Whether credentials go to other hosts too.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelm#passCredentials
   */
  readonly passCredentials?: boolean;

  /**
   * Whether the chart's crds directory is left out.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelm#skipCrds
   */
  readonly skipCrds?: boolean;

  /**
   * Whether values are not held against the chart's schema.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelm#skipSchemaValidation
   */
  readonly skipSchemaValidation?: boolean;

  /**
   * Whether the chart's tests are left out.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelm#skipTests
   */
  readonly skipTests?: boolean;

  /**
   * Kubernetes version to render for.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelm#kubeVersion
   */
  readonly kubeVersion?: string;

  /**
   * API versions to render for.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelm#apiVersions
   */
  readonly apiVersions?: string[];
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSourceHelm' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSourceHelm(obj: ApplicationSetSpecTemplateSpecSourceHelm | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'releaseName': obj.releaseName,
    'namespace': obj.namespace,
    'valueFiles': obj.valueFiles?.map(y => y),
    'values': obj.values,
    'valuesObject': obj.valuesObject,
    'parameters': obj.parameters?.map(y => toJson_ApplicationSetSpecTemplateSpecSourceHelmParameters(y)),
    'fileParameters': obj.fileParameters?.map(y => toJson_ApplicationSetSpecTemplateSpecSourceHelmFileParameters(y)),
    'ignoreMissingValueFiles': obj.ignoreMissingValueFiles,
    'passCredentials': obj.passCredentials,
    'skipCrds': obj.skipCrds,
    'skipSchemaValidation': obj.skipSchemaValidation,
    'skipTests': obj.skipTests,
    'kubeVersion': obj.kubeVersion,
    'apiVersions': obj.apiVersions?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How plain manifests are read.
 *
 * @schema ApplicationSetSpecTemplateSpecSourceDirectory
 */
export interface ApplicationSetSpecTemplateSpecSourceDirectory {
  /**
   * Whether directories below are read too.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceDirectory#recurse
   */
  readonly recurse?: boolean;

  /**
   * Glob of files to read.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceDirectory#include
   */
  readonly include?: string;

  /**
   * Glob of files not to read.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceDirectory#exclude
   */
  readonly exclude?: string;

  /**
   * Options of Jsonnet.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceDirectory#jsonnet
   */
  readonly jsonnet?: any;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSourceDirectory' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSourceDirectory(obj: ApplicationSetSpecTemplateSpecSourceDirectory | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'recurse': obj.recurse,
    'include': obj.include,
    'exclude': obj.exclude,
    'jsonnet': obj.jsonnet,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How a config management plugin renders.
 *
 * @schema ApplicationSetSpecTemplateSpecSourcePlugin
 */
export interface ApplicationSetSpecTemplateSpecSourcePlugin {
  /**
   * Name of the plugin, with its version where it has one.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcePlugin#name
   */
  readonly name?: string;

  /**
   * Environment, each name prefixed with ARGOCD_ENV_ on arrival.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcePlugin#env
   */
  readonly env?: ApplicationSetSpecTemplateSpecSourcePluginEnv[];

  /**
   * Parameters; they arrive as JSON in ARGOCD_APP_PARAMETERS.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcePlugin#parameters
   */
  readonly parameters?: ApplicationSetSpecTemplateSpecSourcePluginParameters[];
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSourcePlugin' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSourcePlugin(obj: ApplicationSetSpecTemplateSpecSourcePlugin | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'env': obj.env?.map(y => toJson_ApplicationSetSpecTemplateSpecSourcePluginEnv(y)),
    'parameters': obj.parameters?.map(y => toJson_ApplicationSetSpecTemplateSpecSourcePluginParameters(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How the chart is rendered.
 *
 * @schema ApplicationSetSpecTemplateSpecSourcesHelm
 */
export interface ApplicationSetSpecTemplateSpecSourcesHelm {
  /**
   * Release name. Default is the Application's name.
   *
   * @default the Application's name.
   * @schema ApplicationSetSpecTemplateSpecSourcesHelm#releaseName
   */
  readonly releaseName?: string;

  /**
   * Release namespace. Default is the destination's.
   *
   * @default the destination's.
   * @schema ApplicationSetSpecTemplateSpecSourcesHelm#namespace
   */
  readonly namespace?: string;

  /**
   * Value files, of the chart or of a source by $name.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelm#valueFiles
   */
  readonly valueFiles?: string[];

  /**
   * Values as YAML text.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelm#values
   */
  readonly values?: string;

  /**
   * Values. Win over values.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelm#valuesObject
   */
  readonly valuesObject?: any;

  /**
   * Single values.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelm#parameters
   */
  readonly parameters?: ApplicationSetSpecTemplateSpecSourcesHelmParameters[];

  /**
   * Single values read from files.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelm#fileParameters
   */
  readonly fileParameters?: ApplicationSetSpecTemplateSpecSourcesHelmFileParameters[];

  /**
   * Whether a missing value file is no error.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelm#ignoreMissingValueFiles
   */
  readonly ignoreMissingValueFiles?: boolean;

  /**
   * Whether credentials go to other hosts too.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelm#passCredentials
   */
  readonly passCredentials?: boolean;

  /**
   * Whether the chart's crds directory is left out.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelm#skipCrds
   */
  readonly skipCrds?: boolean;

  /**
   * Whether values are not held against the chart's schema.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelm#skipSchemaValidation
   */
  readonly skipSchemaValidation?: boolean;

  /**
   * Whether the chart's tests are left out.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelm#skipTests
   */
  readonly skipTests?: boolean;

  /**
   * Kubernetes version to render for.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelm#kubeVersion
   */
  readonly kubeVersion?: string;

  /**
   * API versions to render for.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelm#apiVersions
   */
  readonly apiVersions?: string[];
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSourcesHelm' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSourcesHelm(obj: ApplicationSetSpecTemplateSpecSourcesHelm | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'releaseName': obj.releaseName,
    'namespace': obj.namespace,
    'valueFiles': obj.valueFiles?.map(y => y),
    'values': obj.values,
    'valuesObject': obj.valuesObject,
    'parameters': obj.parameters?.map(y => toJson_ApplicationSetSpecTemplateSpecSourcesHelmParameters(y)),
    'fileParameters': obj.fileParameters?.map(y => toJson_ApplicationSetSpecTemplateSpecSourcesHelmFileParameters(y)),
    'ignoreMissingValueFiles': obj.ignoreMissingValueFiles,
    'passCredentials': obj.passCredentials,
    'skipCrds': obj.skipCrds,
    'skipSchemaValidation': obj.skipSchemaValidation,
    'skipTests': obj.skipTests,
    'kubeVersion': obj.kubeVersion,
    'apiVersions': obj.apiVersions?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How plain manifests are read.
 *
 * @schema ApplicationSetSpecTemplateSpecSourcesDirectory
 */
export interface ApplicationSetSpecTemplateSpecSourcesDirectory {
  /**
   * Whether directories below are read too.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesDirectory#recurse
   */
  readonly recurse?: boolean;

  /**
   * Glob of files to read.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesDirectory#include
   */
  readonly include?: string;

  /**
   * Glob of files not to read.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesDirectory#exclude
   */
  readonly exclude?: string;

  /**
   * Options of Jsonnet.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesDirectory#jsonnet
   */
  readonly jsonnet?: any;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSourcesDirectory' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSourcesDirectory(obj: ApplicationSetSpecTemplateSpecSourcesDirectory | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'recurse': obj.recurse,
    'include': obj.include,
    'exclude': obj.exclude,
    'jsonnet': obj.jsonnet,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How a config management plugin renders.
 *
 * @schema ApplicationSetSpecTemplateSpecSourcesPlugin
 */
export interface ApplicationSetSpecTemplateSpecSourcesPlugin {
  /**
   * Name of the plugin, with its version where it has one.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesPlugin#name
   */
  readonly name?: string;

  /**
   * Environment, each name prefixed with ARGOCD_ENV_ on arrival.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesPlugin#env
   */
  readonly env?: ApplicationSetSpecTemplateSpecSourcesPluginEnv[];

  /**
   * Parameters; they arrive as JSON in ARGOCD_APP_PARAMETERS.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesPlugin#parameters
   */
  readonly parameters?: ApplicationSetSpecTemplateSpecSourcesPluginParameters[];
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSourcesPlugin' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSourcesPlugin(obj: ApplicationSetSpecTemplateSpecSourcesPlugin | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'env': obj.env?.map(y => toJson_ApplicationSetSpecTemplateSpecSourcesPluginEnv(y)),
    'parameters': obj.parameters?.map(y => toJson_ApplicationSetSpecTemplateSpecSourcesPluginParameters(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Sync without being asked.
 *
 * @schema ApplicationSetSpecTemplateSpecSyncPolicyAutomated
 */
export interface ApplicationSetSpecTemplateSpecSyncPolicyAutomated {
  /**
   * Whether it is on. Default is true.
   *
   * @default true.
   * @schema ApplicationSetSpecTemplateSpecSyncPolicyAutomated#enabled
   */
  readonly enabled?: boolean;

  /**
   * Whether objects gone from the sources are deleted. Default is false.
   *
   * @default false.
   * @schema ApplicationSetSpecTemplateSpecSyncPolicyAutomated#prune
   */
  readonly prune?: boolean;

  /**
   * Whether changes made in the cluster are undone. Default is false.
   *
   * @default false.
   * @schema ApplicationSetSpecTemplateSpecSyncPolicyAutomated#selfHeal
   */
  readonly selfHeal?: boolean;

  /**
   * Whether pruning may delete everything. Default is false.
   *
   * @default false.
   * @schema ApplicationSetSpecTemplateSpecSyncPolicyAutomated#allowEmpty
   */
  readonly allowEmpty?: boolean;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSyncPolicyAutomated' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSyncPolicyAutomated(obj: ApplicationSetSpecTemplateSpecSyncPolicyAutomated | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'enabled': obj.enabled,
    'prune': obj.prune,
    'selfHeal': obj.selfHeal,
    'allowEmpty': obj.allowEmpty,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Metadata for the namespace that CreateNamespace=true makes.
 *
 * @schema ApplicationSetSpecTemplateSpecSyncPolicyManagedNamespaceMetadata
 */
export interface ApplicationSetSpecTemplateSpecSyncPolicyManagedNamespaceMetadata {
  /**
   * Annotations.
   *
   * @schema ApplicationSetSpecTemplateSpecSyncPolicyManagedNamespaceMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels.
   *
   * @schema ApplicationSetSpecTemplateSpecSyncPolicyManagedNamespaceMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSyncPolicyManagedNamespaceMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSyncPolicyManagedNamespaceMetadata(obj: ApplicationSetSpecTemplateSpecSyncPolicyManagedNamespaceMetadata | undefined): Record<string, any> | undefined {
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
 * What happens after a failed sync.
 *
 * @schema ApplicationSetSpecTemplateSpecSyncPolicyRetry
 */
export interface ApplicationSetSpecTemplateSpecSyncPolicyRetry {
  /**
   * Tries; -1 for no end.
   *
   * @schema ApplicationSetSpecTemplateSpecSyncPolicyRetry#limit
   */
  readonly limit?: number;

  /**
   * Whether a retry takes a newer revision.
   *
   * @schema ApplicationSetSpecTemplateSpecSyncPolicyRetry#refresh
   */
  readonly refresh?: boolean;

  /**
   * Pause between tries.
   *
   * @schema ApplicationSetSpecTemplateSpecSyncPolicyRetry#backoff
   */
  readonly backoff?: ApplicationSetSpecTemplateSpecSyncPolicyRetryBackoff;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSyncPolicyRetry' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSyncPolicyRetry(obj: ApplicationSetSpecTemplateSpecSyncPolicyRetry | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'limit': obj.limit,
    'refresh': obj.refresh,
    'backoff': toJson_ApplicationSetSpecTemplateSpecSyncPolicyRetryBackoff(obj.backoff),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecStrategyRollingSyncStepsMatchExpressions
 */
export interface ApplicationSetSpecStrategyRollingSyncStepsMatchExpressions {
  /**
   * Label.
   *
   * @schema ApplicationSetSpecStrategyRollingSyncStepsMatchExpressions#key
   */
  readonly key?: string;

  /**
   * Relation of the label to the values.
   *
   * @schema ApplicationSetSpecStrategyRollingSyncStepsMatchExpressions#operator
   */
  readonly operator?: ApplicationSetSpecStrategyRollingSyncStepsMatchExpressionsOperator;

  /**
   * Values to compare with.
   *
   * @schema ApplicationSetSpecStrategyRollingSyncStepsMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'ApplicationSetSpecStrategyRollingSyncStepsMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecStrategyRollingSyncStepsMatchExpressions(obj: ApplicationSetSpecStrategyRollingSyncStepsMatchExpressions | undefined): Record<string, any> | undefined {
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
 * Applications at once, as number or percentage; 0 waits for a person.
 *
 * @schema ApplicationSetSpecStrategyRollingSyncStepsMaxUpdate
 */
export type ApplicationSetSpecStrategyRollingSyncStepsMaxUpdate = number | string;

/**
 * Relation of the label to the values.
 *
 * @schema ApplicationSetSpecGeneratorsClustersSelectorMatchExpressionsOperator
 */
export type ApplicationSetSpecGeneratorsClustersSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * Labels of the cluster's Secret.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelector
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelector#matchExpressions
   */
  readonly matchExpressions?: ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelector(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What the Applications of this generator have besides.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplate
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplate {
  /**
   * Metadata of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplate#metadata
   */
  readonly metadata: any;

  /**
   * Spec of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplate#spec
   */
  readonly spec: ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplateSpec;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplate(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplateSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGitFiles
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsGitFiles {
  /**
   * Glob from the root of the repository.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGitFiles#path
   */
  readonly path: string;

  /**
   * Whether matches are left out instead.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGitFiles#exclude
   */
  readonly exclude?: boolean;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsGitFiles' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsGitFiles(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsGitFiles | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'path': obj.path,
    'exclude': obj.exclude,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGitDirectories
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsGitDirectories {
  /**
   * Glob from the root of the repository.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGitDirectories#path
   */
  readonly path: string;

  /**
   * Whether matches are left out instead.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGitDirectories#exclude
   */
  readonly exclude?: boolean;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsGitDirectories' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsGitDirectories(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsGitDirectories | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'path': obj.path,
    'exclude': obj.exclude,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What the Applications of this generator have besides.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplate
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplate {
  /**
   * Metadata of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplate#metadata
   */
  readonly metadata: any;

  /**
   * Spec of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplate#spec
   */
  readonly spec: ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplateSpec;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplate(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplateSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * ConfigMap with baseUrl and token of the service.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPluginConfigMapRef
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPluginConfigMapRef {
  /**
   * Name of the ConfigMap.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPluginConfigMapRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsPluginConfigMapRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsPluginConfigMapRef(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsPluginConfigMapRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What the service is asked.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPluginInput
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPluginInput {
  /**
   * Parameters of the question.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPluginInput#parameters
   */
  readonly parameters?: any;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsPluginInput' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsPluginInput(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsPluginInput | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'parameters': obj.parameters,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What the Applications of this generator have besides.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplate
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplate {
  /**
   * Metadata of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplate#metadata
   */
  readonly metadata: any;

  /**
   * Spec of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplate#spec
   */
  readonly spec: ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplateSpec;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplate(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplateSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsSelectorMatchExpressions
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsSelectorMatchExpressions#operator
   */
  readonly operator: ApplicationSetSpecGeneratorsMatrixGeneratorsSelectorMatchExpressionsOperator;

  /**
   * Values to compare with.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsSelectorMatchExpressions(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * Labels of the cluster's Secret.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelector
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelector#matchExpressions
   */
  readonly matchExpressions?: ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelector(obj: ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What the Applications of this generator have besides.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplate
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplate {
  /**
   * Metadata of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplate#metadata
   */
  readonly metadata: any;

  /**
   * Spec of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplate#spec
   */
  readonly spec: ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplateSpec;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplate(obj: ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplateSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGitFiles
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsGitFiles {
  /**
   * Glob from the root of the repository.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGitFiles#path
   */
  readonly path: string;

  /**
   * Whether matches are left out instead.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGitFiles#exclude
   */
  readonly exclude?: boolean;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsGitFiles' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsGitFiles(obj: ApplicationSetSpecGeneratorsMergeGeneratorsGitFiles | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'path': obj.path,
    'exclude': obj.exclude,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGitDirectories
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsGitDirectories {
  /**
   * Glob from the root of the repository.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGitDirectories#path
   */
  readonly path: string;

  /**
   * Whether matches are left out instead.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGitDirectories#exclude
   */
  readonly exclude?: boolean;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsGitDirectories' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsGitDirectories(obj: ApplicationSetSpecGeneratorsMergeGeneratorsGitDirectories | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'path': obj.path,
    'exclude': obj.exclude,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What the Applications of this generator have besides.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplate
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplate {
  /**
   * Metadata of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplate#metadata
   */
  readonly metadata: any;

  /**
   * Spec of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplate#spec
   */
  readonly spec: ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplateSpec;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplate(obj: ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplateSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * ConfigMap with baseUrl and token of the service.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPluginConfigMapRef
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsPluginConfigMapRef {
  /**
   * Name of the ConfigMap.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPluginConfigMapRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsPluginConfigMapRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsPluginConfigMapRef(obj: ApplicationSetSpecGeneratorsMergeGeneratorsPluginConfigMapRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What the service is asked.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPluginInput
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsPluginInput {
  /**
   * Parameters of the question.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPluginInput#parameters
   */
  readonly parameters?: any;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsPluginInput' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsPluginInput(obj: ApplicationSetSpecGeneratorsMergeGeneratorsPluginInput | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'parameters': obj.parameters,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What the Applications of this generator have besides.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplate
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplate {
  /**
   * Metadata of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplate#metadata
   */
  readonly metadata: any;

  /**
   * Spec of the Application.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplate#spec
   */
  readonly spec: ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplateSpec;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplate' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplate(obj: ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplate | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplateSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsSelectorMatchExpressions
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsSelectorMatchExpressions#operator
   */
  readonly operator: ApplicationSetSpecGeneratorsMergeGeneratorsSelectorMatchExpressionsOperator;

  /**
   * Values to compare with.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsSelectorMatchExpressions(obj: ApplicationSetSpecGeneratorsMergeGeneratorsSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema ApplicationSetSpecTemplateSpecSourceHelmParameters
 */
export interface ApplicationSetSpecTemplateSpecSourceHelmParameters {
  /**
   * Path of the value.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelmParameters#name
   */
  readonly name?: string;

  /**
   * The value.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelmParameters#value
   */
  readonly value?: string;

  /**
   * Whether it is text even when it looks like a number.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelmParameters#forceString
   */
  readonly forceString?: boolean;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSourceHelmParameters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSourceHelmParameters(obj: ApplicationSetSpecTemplateSpecSourceHelmParameters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
    'forceString': obj.forceString,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecTemplateSpecSourceHelmFileParameters
 */
export interface ApplicationSetSpecTemplateSpecSourceHelmFileParameters {
  /**
   * Path of the value.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelmFileParameters#name
   */
  readonly name?: string;

  /**
   * Path of the file.
   *
   * @schema ApplicationSetSpecTemplateSpecSourceHelmFileParameters#path
   */
  readonly path?: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSourceHelmFileParameters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSourceHelmFileParameters(obj: ApplicationSetSpecTemplateSpecSourceHelmFileParameters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'path': obj.path,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecTemplateSpecSourcePluginEnv
 */
export interface ApplicationSetSpecTemplateSpecSourcePluginEnv {
  /**
   * Name of the variable.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcePluginEnv#name
   */
  readonly name: string;

  /**
   * Value of the variable.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcePluginEnv#value
   */
  readonly value: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSourcePluginEnv' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSourcePluginEnv(obj: ApplicationSetSpecTemplateSpecSourcePluginEnv | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecTemplateSpecSourcePluginParameters
 */
export interface ApplicationSetSpecTemplateSpecSourcePluginParameters {
  /**
   * Name of the parameter.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcePluginParameters#name
   */
  readonly name?: string;

  /**
   * Its value as text.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcePluginParameters#string
   */
  readonly string?: string;

  /**
   * Its values as list.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcePluginParameters#array
   */
  readonly array?: string[];

  /**
   * Its values by key.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcePluginParameters#map
   */
  readonly map?: { [key: string]: string };
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSourcePluginParameters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSourcePluginParameters(obj: ApplicationSetSpecTemplateSpecSourcePluginParameters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'string': obj.string,
    'array': obj.array?.map(y => y),
    'map': ((obj.map) === undefined) ? undefined : (Object.entries(obj.map).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecTemplateSpecSourcesHelmParameters
 */
export interface ApplicationSetSpecTemplateSpecSourcesHelmParameters {
  /**
   * Path of the value.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelmParameters#name
   */
  readonly name?: string;

  /**
   * The value.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelmParameters#value
   */
  readonly value?: string;

  /**
   * Whether it is text even when it looks like a number.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelmParameters#forceString
   */
  readonly forceString?: boolean;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSourcesHelmParameters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSourcesHelmParameters(obj: ApplicationSetSpecTemplateSpecSourcesHelmParameters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
    'forceString': obj.forceString,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecTemplateSpecSourcesHelmFileParameters
 */
export interface ApplicationSetSpecTemplateSpecSourcesHelmFileParameters {
  /**
   * Path of the value.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelmFileParameters#name
   */
  readonly name?: string;

  /**
   * Path of the file.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesHelmFileParameters#path
   */
  readonly path?: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSourcesHelmFileParameters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSourcesHelmFileParameters(obj: ApplicationSetSpecTemplateSpecSourcesHelmFileParameters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'path': obj.path,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecTemplateSpecSourcesPluginEnv
 */
export interface ApplicationSetSpecTemplateSpecSourcesPluginEnv {
  /**
   * Name of the variable.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesPluginEnv#name
   */
  readonly name: string;

  /**
   * Value of the variable.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesPluginEnv#value
   */
  readonly value: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSourcesPluginEnv' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSourcesPluginEnv(obj: ApplicationSetSpecTemplateSpecSourcesPluginEnv | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema ApplicationSetSpecTemplateSpecSourcesPluginParameters
 */
export interface ApplicationSetSpecTemplateSpecSourcesPluginParameters {
  /**
   * Name of the parameter.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesPluginParameters#name
   */
  readonly name?: string;

  /**
   * Its value as text.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesPluginParameters#string
   */
  readonly string?: string;

  /**
   * Its values as list.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesPluginParameters#array
   */
  readonly array?: string[];

  /**
   * Its values by key.
   *
   * @schema ApplicationSetSpecTemplateSpecSourcesPluginParameters#map
   */
  readonly map?: { [key: string]: string };
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSourcesPluginParameters' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSourcesPluginParameters(obj: ApplicationSetSpecTemplateSpecSourcesPluginParameters | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'string': obj.string,
    'array': obj.array?.map(y => y),
    'map': ((obj.map) === undefined) ? undefined : (Object.entries(obj.map).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Pause between tries.
 *
 * @schema ApplicationSetSpecTemplateSpecSyncPolicyRetryBackoff
 */
export interface ApplicationSetSpecTemplateSpecSyncPolicyRetryBackoff {
  /**
   * First pause, for example 5s.
   *
   * @schema ApplicationSetSpecTemplateSpecSyncPolicyRetryBackoff#duration
   */
  readonly duration?: string;

  /**
   * Growth of the pause.
   *
   * @schema ApplicationSetSpecTemplateSpecSyncPolicyRetryBackoff#factor
   */
  readonly factor?: number;

  /**
   * Longest pause.
   *
   * @schema ApplicationSetSpecTemplateSpecSyncPolicyRetryBackoff#maxDuration
   */
  readonly maxDuration?: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecTemplateSpecSyncPolicyRetryBackoff' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecTemplateSpecSyncPolicyRetryBackoff(obj: ApplicationSetSpecTemplateSpecSyncPolicyRetryBackoff | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'duration': obj.duration,
    'factor': obj.factor,
    'maxDuration': obj.maxDuration,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Relation of the label to the values.
 *
 * @schema ApplicationSetSpecStrategyRollingSyncStepsMatchExpressionsOperator
 */
export type ApplicationSetSpecStrategyRollingSyncStepsMatchExpressionsOperator = "In" | "NotIn";

/**
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelectorMatchExpressions
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelectorMatchExpressions#operator
   */
  readonly operator: ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelectorMatchExpressionsOperator;

  /**
   * Values to compare with.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelectorMatchExpressions(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * Spec of the Application.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplateSpec
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplateSpec {
  /**
   * Cluster and namespace.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplateSpec#destination
   */
  readonly destination: any;

  /**
   * Project.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplateSpec#project
   */
  readonly project: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplateSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplateSpec(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsClustersTemplateSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'destination': obj.destination,
    'project': obj.project,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Spec of the Application.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplateSpec
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplateSpec {
  /**
   * Cluster and namespace.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplateSpec#destination
   */
  readonly destination: any;

  /**
   * Project.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplateSpec#project
   */
  readonly project: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplateSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplateSpec(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsGitTemplateSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'destination': obj.destination,
    'project': obj.project,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Spec of the Application.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplateSpec
 */
export interface ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplateSpec {
  /**
   * Cluster and namespace.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplateSpec#destination
   */
  readonly destination: any;

  /**
   * Project.
   *
   * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplateSpec#project
   */
  readonly project: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplateSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplateSpec(obj: ApplicationSetSpecGeneratorsMatrixGeneratorsPluginTemplateSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'destination': obj.destination,
    'project': obj.project,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Relation of the label to the values.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsSelectorMatchExpressionsOperator
 */
export type ApplicationSetSpecGeneratorsMatrixGeneratorsSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelectorMatchExpressions
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelectorMatchExpressions#operator
   */
  readonly operator: ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelectorMatchExpressionsOperator;

  /**
   * Values to compare with.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelectorMatchExpressions(obj: ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * Spec of the Application.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplateSpec
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplateSpec {
  /**
   * Cluster and namespace.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplateSpec#destination
   */
  readonly destination: any;

  /**
   * Project.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplateSpec#project
   */
  readonly project: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplateSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplateSpec(obj: ApplicationSetSpecGeneratorsMergeGeneratorsClustersTemplateSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'destination': obj.destination,
    'project': obj.project,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Spec of the Application.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplateSpec
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplateSpec {
  /**
   * Cluster and namespace.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplateSpec#destination
   */
  readonly destination: any;

  /**
   * Project.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplateSpec#project
   */
  readonly project: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplateSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplateSpec(obj: ApplicationSetSpecGeneratorsMergeGeneratorsGitTemplateSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'destination': obj.destination,
    'project': obj.project,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Spec of the Application.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplateSpec
 */
export interface ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplateSpec {
  /**
   * Cluster and namespace.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplateSpec#destination
   */
  readonly destination: any;

  /**
   * Project.
   *
   * @schema ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplateSpec#project
   */
  readonly project: string;
}

/**
 * Converts an object of type 'ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplateSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplateSpec(obj: ApplicationSetSpecGeneratorsMergeGeneratorsPluginTemplateSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'destination': obj.destination,
    'project': obj.project,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Relation of the label to the values.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsSelectorMatchExpressionsOperator
 */
export type ApplicationSetSpecGeneratorsMergeGeneratorsSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * Relation of the label to the values.
 *
 * @schema ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelectorMatchExpressionsOperator
 */
export type ApplicationSetSpecGeneratorsMatrixGeneratorsClustersSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * Relation of the label to the values.
 *
 * @schema ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelectorMatchExpressionsOperator
 */
export type ApplicationSetSpecGeneratorsMergeGeneratorsClustersSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";


/**
 * What a group of Applications may read, and where it may write what.
 *
 * @schema AppProject
 */
export class AppProject extends ApiObject {
  /**
   * Returns the apiVersion and kind for "AppProject"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
  }

  /**
   * Renders a Kubernetes manifest for "AppProject".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: AppProjectProps): any {
    return {
      ...AppProject.GVK,
      ...toJson_AppProjectProps(props),
    };
  }

  /**
   * Defines a "AppProject" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: AppProjectProps) {
    super(scope, id, {
      ...AppProject.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...AppProject.GVK,
      ...toJson_AppProjectProps(resolved),
    };
  }
}

/**
 * What a group of Applications may read, and where it may write what.
 *
 * @schema AppProject
 */
export interface AppProjectProps {
  /**
   * @schema AppProject#metadata
   */
  readonly metadata: ApiObjectMetadata;

  /**
   * The rules.
   *
   * @schema AppProject#spec
   */
  readonly spec: AppProjectSpec;
}

/**
 * Converts an object of type 'AppProjectProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AppProjectProps(obj: AppProjectProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_AppProjectSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * The rules.
 *
 * @schema AppProjectSpec
 */
export interface AppProjectSpec {
  /**
   * What the project is for.
   *
   * @schema AppProjectSpec#description
   */
  readonly description?: string;

  /**
   * Repositories, by URL, glob, or ! and a glob to refuse.
   *
   * @schema AppProjectSpec#sourceRepos
   */
  readonly sourceRepos?: string[];

  /**
   * Namespaces that Applications may lie in.
   *
   * @schema AppProjectSpec#sourceNamespaces
   */
  readonly sourceNamespaces?: string[];

  /**
   * Clusters and namespaces.
   *
   * @schema AppProjectSpec#destinations
   */
  readonly destinations?: AppProjectSpecDestinations[];

  /**
   * Cluster-scoped kinds. None are allowed when the whitelist is left out.
   *
   * @schema AppProjectSpec#clusterResourceWhitelist
   */
  readonly clusterResourceWhitelist?: AppProjectSpecClusterResourceWhitelist[];

  /**
   * Cluster-scoped kinds. None are allowed when the whitelist is left out.
   *
   * @schema AppProjectSpec#clusterResourceBlacklist
   */
  readonly clusterResourceBlacklist?: AppProjectSpecClusterResourceBlacklist[];

  /**
   * Namespaced kinds. All are allowed when the whitelist is left out.
   *
   * @schema AppProjectSpec#namespaceResourceWhitelist
   */
  readonly namespaceResourceWhitelist?: AppProjectSpecNamespaceResourceWhitelist[];

  /**
   * Namespaced kinds. All are allowed when the whitelist is left out.
   *
   * @schema AppProjectSpec#namespaceResourceBlacklist
   */
  readonly namespaceResourceBlacklist?: AppProjectSpecNamespaceResourceBlacklist[];

  /**
   * Objects in the destinations that no Application has.
   *
   * @schema AppProjectSpec#orphanedResources
   */
  readonly orphanedResources?: AppProjectSpecOrphanedResources;

  /**
   * Whether only clusters that belong to the project may be destinations.
   *
   * @schema AppProjectSpec#permitOnlyProjectScopedClusters
   */
  readonly permitOnlyProjectScopedClusters?: boolean;

  /**
   * Accounts that syncs act as.
   *
   * @schema AppProjectSpec#destinationServiceAccounts
   */
  readonly destinationServiceAccounts?: AppProjectSpecDestinationServiceAccounts[];

  /**
   * Rights of people and pipelines over the project.
   *
   * @schema AppProjectSpec#roles
   */
  readonly roles?: AppProjectSpecRoles[];

  /**
   * GnuPG keys that commits must be signed with.
   *
   * @schema AppProjectSpec#signatureKeys
   */
  readonly signatureKeys?: AppProjectSpecSignatureKeys[];

  /**
   * Times at which syncs are allowed or denied.
   *
   * @schema AppProjectSpec#syncWindows
   */
  readonly syncWindows?: AppProjectSpecSyncWindows[];
}

/**
 * Converts an object of type 'AppProjectSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AppProjectSpec(obj: AppProjectSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'description': obj.description,
    'sourceRepos': obj.sourceRepos?.map(y => y),
    'sourceNamespaces': obj.sourceNamespaces?.map(y => y),
    'destinations': obj.destinations?.map(y => toJson_AppProjectSpecDestinations(y)),
    'clusterResourceWhitelist': obj.clusterResourceWhitelist?.map(y => toJson_AppProjectSpecClusterResourceWhitelist(y)),
    'clusterResourceBlacklist': obj.clusterResourceBlacklist?.map(y => toJson_AppProjectSpecClusterResourceBlacklist(y)),
    'namespaceResourceWhitelist': obj.namespaceResourceWhitelist?.map(y => toJson_AppProjectSpecNamespaceResourceWhitelist(y)),
    'namespaceResourceBlacklist': obj.namespaceResourceBlacklist?.map(y => toJson_AppProjectSpecNamespaceResourceBlacklist(y)),
    'orphanedResources': toJson_AppProjectSpecOrphanedResources(obj.orphanedResources),
    'permitOnlyProjectScopedClusters': obj.permitOnlyProjectScopedClusters,
    'destinationServiceAccounts': obj.destinationServiceAccounts?.map(y => toJson_AppProjectSpecDestinationServiceAccounts(y)),
    'roles': obj.roles?.map(y => toJson_AppProjectSpecRoles(y)),
    'signatureKeys': obj.signatureKeys?.map(y => toJson_AppProjectSpecSignatureKeys(y)),
    'syncWindows': obj.syncWindows?.map(y => toJson_AppProjectSpecSyncWindows(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AppProjectSpecDestinations
 */
export interface AppProjectSpecDestinations {
  /**
   * Name or glob of clusters.
   *
   * @schema AppProjectSpecDestinations#name
   */
  readonly name?: string;

  /**
   * URL or glob of API servers.
   *
   * @schema AppProjectSpecDestinations#server
   */
  readonly server?: string;

  /**
   * Name or glob of namespaces.
   *
   * @schema AppProjectSpecDestinations#namespace
   */
  readonly namespace?: string;
}

/**
 * Converts an object of type 'AppProjectSpecDestinations' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AppProjectSpecDestinations(obj: AppProjectSpecDestinations | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'server': obj.server,
    'namespace': obj.namespace,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AppProjectSpecClusterResourceWhitelist
 */
export interface AppProjectSpecClusterResourceWhitelist {
  /**
   * API group or glob.
   *
   * @schema AppProjectSpecClusterResourceWhitelist#group
   */
  readonly group: string;

  /**
   * Kind or glob.
   *
   * @schema AppProjectSpecClusterResourceWhitelist#kind
   */
  readonly kind: string;

  /**
   * Name or glob. Argo CD before 3.3 ignores it and takes all names.
   *
   * @schema AppProjectSpecClusterResourceWhitelist#name
   */
  readonly name?: string;
}

/**
 * Converts an object of type 'AppProjectSpecClusterResourceWhitelist' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AppProjectSpecClusterResourceWhitelist(obj: AppProjectSpecClusterResourceWhitelist | undefined): Record<string, any> | undefined {
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
 * @schema AppProjectSpecClusterResourceBlacklist
 */
export interface AppProjectSpecClusterResourceBlacklist {
  /**
   * API group or glob.
   *
   * @schema AppProjectSpecClusterResourceBlacklist#group
   */
  readonly group: string;

  /**
   * Kind or glob.
   *
   * @schema AppProjectSpecClusterResourceBlacklist#kind
   */
  readonly kind: string;

  /**
   * Name or glob. Argo CD before 3.3 ignores it and takes all names.
   *
   * @schema AppProjectSpecClusterResourceBlacklist#name
   */
  readonly name?: string;
}

/**
 * Converts an object of type 'AppProjectSpecClusterResourceBlacklist' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AppProjectSpecClusterResourceBlacklist(obj: AppProjectSpecClusterResourceBlacklist | undefined): Record<string, any> | undefined {
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
 * @schema AppProjectSpecNamespaceResourceWhitelist
 */
export interface AppProjectSpecNamespaceResourceWhitelist {
  /**
   * API group or glob.
   *
   * @schema AppProjectSpecNamespaceResourceWhitelist#group
   */
  readonly group: string;

  /**
   * Kind or glob.
   *
   * @schema AppProjectSpecNamespaceResourceWhitelist#kind
   */
  readonly kind: string;
}

/**
 * Converts an object of type 'AppProjectSpecNamespaceResourceWhitelist' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AppProjectSpecNamespaceResourceWhitelist(obj: AppProjectSpecNamespaceResourceWhitelist | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'group': obj.group,
    'kind': obj.kind,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AppProjectSpecNamespaceResourceBlacklist
 */
export interface AppProjectSpecNamespaceResourceBlacklist {
  /**
   * API group or glob.
   *
   * @schema AppProjectSpecNamespaceResourceBlacklist#group
   */
  readonly group: string;

  /**
   * Kind or glob.
   *
   * @schema AppProjectSpecNamespaceResourceBlacklist#kind
   */
  readonly kind: string;
}

/**
 * Converts an object of type 'AppProjectSpecNamespaceResourceBlacklist' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AppProjectSpecNamespaceResourceBlacklist(obj: AppProjectSpecNamespaceResourceBlacklist | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'group': obj.group,
    'kind': obj.kind,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Objects in the destinations that no Application has.
 *
 * @schema AppProjectSpecOrphanedResources
 */
export interface AppProjectSpecOrphanedResources {
  /**
   * Whether they are a warning.
   *
   * @schema AppProjectSpecOrphanedResources#warn
   */
  readonly warn?: boolean;

  /**
   * Objects not to report.
   *
   * @schema AppProjectSpecOrphanedResources#ignore
   */
  readonly ignore?: AppProjectSpecOrphanedResourcesIgnore[];
}

/**
 * Converts an object of type 'AppProjectSpecOrphanedResources' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AppProjectSpecOrphanedResources(obj: AppProjectSpecOrphanedResources | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'warn': obj.warn,
    'ignore': obj.ignore?.map(y => toJson_AppProjectSpecOrphanedResourcesIgnore(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AppProjectSpecDestinationServiceAccounts
 */
export interface AppProjectSpecDestinationServiceAccounts {
  /**
   * URL or glob of API servers.
   *
   * @schema AppProjectSpecDestinationServiceAccounts#server
   */
  readonly server: string;

  /**
   * Name or glob of namespaces.
   *
   * @schema AppProjectSpecDestinationServiceAccounts#namespace
   */
  readonly namespace?: string;

  /**
   * The account.
   *
   * @schema AppProjectSpecDestinationServiceAccounts#defaultServiceAccount
   */
  readonly defaultServiceAccount: string;
}

/**
 * Converts an object of type 'AppProjectSpecDestinationServiceAccounts' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AppProjectSpecDestinationServiceAccounts(obj: AppProjectSpecDestinationServiceAccounts | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'server': obj.server,
    'namespace': obj.namespace,
    'defaultServiceAccount': obj.defaultServiceAccount,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AppProjectSpecRoles
 */
export interface AppProjectSpecRoles {
  /**
   * Name of the role.
   *
   * @schema AppProjectSpecRoles#name
   */
  readonly name: string;

  /**
   * What the role is for.
   *
   * @schema AppProjectSpecRoles#description
   */
  readonly description?: string;

  /**
   * OIDC groups that have the role.
   *
   * @schema AppProjectSpecRoles#groups
   */
  readonly groups?: string[];

  /**
   * Casbin policies of the role.
   *
   * @schema AppProjectSpecRoles#policies
   */
  readonly policies?: string[];
}

/**
 * Converts an object of type 'AppProjectSpecRoles' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AppProjectSpecRoles(obj: AppProjectSpecRoles | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'description': obj.description,
    'groups': obj.groups?.map(y => y),
    'policies': obj.policies?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AppProjectSpecSignatureKeys
 */
export interface AppProjectSpecSignatureKeys {
  /**
   * Id of the key.
   *
   * @schema AppProjectSpecSignatureKeys#keyID
   */
  readonly keyID: string;
}

/**
 * Converts an object of type 'AppProjectSpecSignatureKeys' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AppProjectSpecSignatureKeys(obj: AppProjectSpecSignatureKeys | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'keyID': obj.keyID,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AppProjectSpecSyncWindows
 */
export interface AppProjectSpecSyncWindows {
  /**
   * Which of the two.
   *
   * @schema AppProjectSpecSyncWindows#kind
   */
  readonly kind?: AppProjectSpecSyncWindowsKind;

  /**
   * Begin of the window as cron expression.
   *
   * @schema AppProjectSpecSyncWindows#schedule
   */
  readonly schedule?: string;

  /**
   * Length of the window, for example 1h.
   *
   * @schema AppProjectSpecSyncWindows#duration
   */
  readonly duration?: string;

  /**
   * Time zone of the schedule. Default is UTC.
   *
   * @default UTC.
   * @schema AppProjectSpecSyncWindows#timeZone
   */
  readonly timeZone?: string;

  /**
   * What the window is for.
   *
   * @schema AppProjectSpecSyncWindows#description
   */
  readonly description?: string;

  /**
   * Names or globs of Applications.
   *
   * @schema AppProjectSpecSyncWindows#applications
   */
  readonly applications?: string[];

  /**
   * Names or globs of namespaces.
   *
   * @schema AppProjectSpecSyncWindows#namespaces
   */
  readonly namespaces?: string[];

  /**
   * Names or globs of clusters.
   *
   * @schema AppProjectSpecSyncWindows#clusters
   */
  readonly clusters?: string[];

  /**
   * Whether syncs by hand are allowed in a denied window.
   *
   * @schema AppProjectSpecSyncWindows#manualSync
   */
  readonly manualSync?: boolean;

  /**
   * Whether applications, namespaces and clusters must all match.
   *
   * @schema AppProjectSpecSyncWindows#andOperator
   */
  readonly andOperator?: boolean;
}

/**
 * Converts an object of type 'AppProjectSpecSyncWindows' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AppProjectSpecSyncWindows(obj: AppProjectSpecSyncWindows | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'kind': obj.kind,
    'schedule': obj.schedule,
    'duration': obj.duration,
    'timeZone': obj.timeZone,
    'description': obj.description,
    'applications': obj.applications?.map(y => y),
    'namespaces': obj.namespaces?.map(y => y),
    'clusters': obj.clusters?.map(y => y),
    'manualSync': obj.manualSync,
    'andOperator': obj.andOperator,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema AppProjectSpecOrphanedResourcesIgnore
 */
export interface AppProjectSpecOrphanedResourcesIgnore {
  /**
   * API group.
   *
   * @schema AppProjectSpecOrphanedResourcesIgnore#group
   */
  readonly group?: string;

  /**
   * Kind.
   *
   * @schema AppProjectSpecOrphanedResourcesIgnore#kind
   */
  readonly kind?: string;

  /**
   * Name or glob.
   *
   * @schema AppProjectSpecOrphanedResourcesIgnore#name
   */
  readonly name?: string;
}

/**
 * Converts an object of type 'AppProjectSpecOrphanedResourcesIgnore' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AppProjectSpecOrphanedResourcesIgnore(obj: AppProjectSpecOrphanedResourcesIgnore | undefined): Record<string, any> | undefined {
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
 * Which of the two.
 *
 * @schema AppProjectSpecSyncWindowsKind
 */
export type AppProjectSpecSyncWindowsKind = "allow" | "deny";

