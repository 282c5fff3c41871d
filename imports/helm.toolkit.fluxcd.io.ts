// Made by `npm run imports` from imports/schemas. Do not edit.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';


/**
 * A Helm release.
 *
 * @schema HelmRelease
 */
export class HelmRelease extends ApiObject {
  /**
   * Returns the apiVersion and kind for "HelmRelease"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
  }

  /**
   * Renders a Kubernetes manifest for "HelmRelease".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: HelmReleaseProps = {}): any {
    return {
      ...HelmRelease.GVK,
      ...toJson_HelmReleaseProps(props),
    };
  }

  /**
   * Defines a "HelmRelease" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: HelmReleaseProps = {}) {
    super(scope, id, {
      ...HelmRelease.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...HelmRelease.GVK,
      ...toJson_HelmReleaseProps(resolved),
    };
  }
}

/**
 * A Helm release.
 *
 * @schema HelmRelease
 */
export interface HelmReleaseProps {
  /**
   * @schema HelmRelease#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Chart, values and how to install.
   *
   * @schema HelmRelease#spec
   */
  readonly spec?: HelmReleaseSpec;
}

/**
 * Converts an object of type 'HelmReleaseProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseProps(obj: HelmReleaseProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_HelmReleaseSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Chart, values and how to install.
 *
 * @schema HelmReleaseSpec
 */
export interface HelmReleaseSpec {
  /**
   * Time, for example 10m.
   *
   * @schema HelmReleaseSpec#interval
   */
  readonly interval: string;

  /**
   * Time, for example 10m.
   *
   * @schema HelmReleaseSpec#timeout
   */
  readonly timeout?: string;

  /**
   * Chart of a Helm or Git repository.
   *
   * @schema HelmReleaseSpec#chart
   */
  readonly chart?: HelmReleaseSpecChart;

  /**
   * Chart that an object of Flux already fetched.
   *
   * @schema HelmReleaseSpec#chartRef
   */
  readonly chartRef?: HelmReleaseSpecChartRef;

  /**
   * Release name.
   *
   * @schema HelmReleaseSpec#releaseName
   */
  readonly releaseName?: string;

  /**
   * Namespace.
   *
   * @schema HelmReleaseSpec#targetNamespace
   */
  readonly targetNamespace?: string;

  /**
   * Namespace.
   *
   * @schema HelmReleaseSpec#storageNamespace
   */
  readonly storageNamespace?: string;

  /**
   * Objects of the same kind that must be ready first.
   *
   * @schema HelmReleaseSpec#dependsOn
   */
  readonly dependsOn?: HelmReleaseSpecDependsOn[];

  /**
   * How objects of a kind say that they are ready.
   *
   * @schema HelmReleaseSpec#healthCheckExprs
   */
  readonly healthCheckExprs?: HelmReleaseSpecHealthCheckExprs[];

  /**
   * Another cluster to apply to.
   *
   * @schema HelmReleaseSpec#kubeConfig
   */
  readonly kubeConfig?: HelmReleaseSpecKubeConfig;

  /**
   * Name.
   *
   * @schema HelmReleaseSpec#serviceAccountName
   */
  readonly serviceAccountName?: string;

  /**
   * Revisions to keep. Default is 5.
   *
   * @default 5.
   * @schema HelmReleaseSpec#maxHistory
   */
  readonly maxHistory?: number;

  /**
   * How to install.
   *
   * @schema HelmReleaseSpec#install
   */
  readonly install?: HelmReleaseSpecInstall;

  /**
   * How to upgrade.
   *
   * @schema HelmReleaseSpec#upgrade
   */
  readonly upgrade?: HelmReleaseSpecUpgrade;

  /**
   * Whether changes made in the cluster are noticed.
   *
   * @schema HelmReleaseSpec#driftDetection
   */
  readonly driftDetection?: HelmReleaseSpecDriftDetection;

  /**
   * Metadata for all objects.
   *
   * @schema HelmReleaseSpec#commonMetadata
   */
  readonly commonMetadata?: HelmReleaseSpecCommonMetadata;

  /**
   * Objects with values. Later ones win.
   *
   * @schema HelmReleaseSpec#valuesFrom
   */
  readonly valuesFrom?: HelmReleaseSpecValuesFrom[];

  /**
   * Values. Win over valuesFrom.
   *
   * @schema HelmReleaseSpec#values
   */
  readonly values?: any;

  /**
   * Whether nothing is done.
   *
   * @schema HelmReleaseSpec#suspend
   */
  readonly suspend?: boolean;
}

/**
 * Converts an object of type 'HelmReleaseSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpec(obj: HelmReleaseSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'interval': obj.interval,
    'timeout': obj.timeout,
    'chart': toJson_HelmReleaseSpecChart(obj.chart),
    'chartRef': toJson_HelmReleaseSpecChartRef(obj.chartRef),
    'releaseName': obj.releaseName,
    'targetNamespace': obj.targetNamespace,
    'storageNamespace': obj.storageNamespace,
    'dependsOn': obj.dependsOn?.map(y => toJson_HelmReleaseSpecDependsOn(y)),
    'healthCheckExprs': obj.healthCheckExprs?.map(y => toJson_HelmReleaseSpecHealthCheckExprs(y)),
    'kubeConfig': toJson_HelmReleaseSpecKubeConfig(obj.kubeConfig),
    'serviceAccountName': obj.serviceAccountName,
    'maxHistory': obj.maxHistory,
    'install': toJson_HelmReleaseSpecInstall(obj.install),
    'upgrade': toJson_HelmReleaseSpecUpgrade(obj.upgrade),
    'driftDetection': toJson_HelmReleaseSpecDriftDetection(obj.driftDetection),
    'commonMetadata': toJson_HelmReleaseSpecCommonMetadata(obj.commonMetadata),
    'valuesFrom': obj.valuesFrom?.map(y => toJson_HelmReleaseSpecValuesFrom(y)),
    'values': obj.values,
    'suspend': obj.suspend,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Chart of a Helm or Git repository.
 *
 * @schema HelmReleaseSpecChart
 */
export interface HelmReleaseSpecChart {
  /**
   * The chart.
   *
   * @schema HelmReleaseSpecChart#spec
   */
  readonly spec: HelmReleaseSpecChartSpec;
}

/**
 * Converts an object of type 'HelmReleaseSpecChart' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecChart(obj: HelmReleaseSpecChart | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'spec': toJson_HelmReleaseSpecChartSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Chart that an object of Flux already fetched.
 *
 * @schema HelmReleaseSpecChartRef
 */
export interface HelmReleaseSpecChartRef {
  /**
   * API version of the object.
   *
   * @schema HelmReleaseSpecChartRef#apiVersion
   */
  readonly apiVersion?: string;

  /**
   * Kind of the object.
   *
   * @schema HelmReleaseSpecChartRef#kind
   */
  readonly kind: HelmReleaseSpecChartRefKind;

  /**
   * Name.
   *
   * @schema HelmReleaseSpecChartRef#name
   */
  readonly name: string;

  /**
   * Namespace.
   *
   * @schema HelmReleaseSpecChartRef#namespace
   */
  readonly namespace?: string;
}

/**
 * Converts an object of type 'HelmReleaseSpecChartRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecChartRef(obj: HelmReleaseSpecChartRef | undefined): Record<string, any> | undefined {
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
 * @schema HelmReleaseSpecDependsOn
 */
export interface HelmReleaseSpecDependsOn {
  /**
   * Name.
   *
   * @schema HelmReleaseSpecDependsOn#name
   */
  readonly name: string;

  /**
   * Namespace.
   *
   * @schema HelmReleaseSpecDependsOn#namespace
   */
  readonly namespace?: string;

  /**
   * CEL expression that says whether it is ready.
   *
   * @schema HelmReleaseSpecDependsOn#readyExpr
   */
  readonly readyExpr?: string;
}

/**
 * Converts an object of type 'HelmReleaseSpecDependsOn' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecDependsOn(obj: HelmReleaseSpecDependsOn | undefined): Record<string, any> | undefined {
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
 * @schema HelmReleaseSpecHealthCheckExprs
 */
export interface HelmReleaseSpecHealthCheckExprs {
  /**
   * API version.
   *
   * @schema HelmReleaseSpecHealthCheckExprs#apiVersion
   */
  readonly apiVersion: string;

  /**
   * Kind.
   *
   * @schema HelmReleaseSpecHealthCheckExprs#kind
   */
  readonly kind?: string;

  /**
   * CEL expression for ready.
   *
   * @schema HelmReleaseSpecHealthCheckExprs#current
   */
  readonly current: string;

  /**
   * CEL expression for failed.
   *
   * @schema HelmReleaseSpecHealthCheckExprs#failed
   */
  readonly failed?: string;

  /**
   * CEL expression for not yet.
   *
   * @schema HelmReleaseSpecHealthCheckExprs#inProgress
   */
  readonly inProgress?: string;
}

/**
 * Converts an object of type 'HelmReleaseSpecHealthCheckExprs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecHealthCheckExprs(obj: HelmReleaseSpecHealthCheckExprs | undefined): Record<string, any> | undefined {
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
 * @schema HelmReleaseSpecKubeConfig
 */
export interface HelmReleaseSpecKubeConfig {
  /**
   * Secret with a kubeconfig.
   *
   * @schema HelmReleaseSpecKubeConfig#secretRef
   */
  readonly secretRef?: HelmReleaseSpecKubeConfigSecretRef;

  /**
   * ConfigMap that says how to log in without a secret.
   *
   * @schema HelmReleaseSpecKubeConfig#configMapRef
   */
  readonly configMapRef?: HelmReleaseSpecKubeConfigConfigMapRef;
}

/**
 * Converts an object of type 'HelmReleaseSpecKubeConfig' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecKubeConfig(obj: HelmReleaseSpecKubeConfig | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'secretRef': toJson_HelmReleaseSpecKubeConfigSecretRef(obj.secretRef),
    'configMapRef': toJson_HelmReleaseSpecKubeConfigConfigMapRef(obj.configMapRef),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How to install.
 *
 * @schema HelmReleaseSpecInstall
 */
export interface HelmReleaseSpecInstall {
  /**
   * What is done with the chart's CRDs. Default is Create to install, Skip to upgrade.
   *
   * @default Create to install, Skip to upgrade.
   * @schema HelmReleaseSpecInstall#crds
   */
  readonly crds?: HelmReleaseSpecInstallCrds;

  /**
   * Whether the namespace is made.
   *
   * @schema HelmReleaseSpecInstall#createNamespace
   */
  readonly createNamespace?: boolean;

  /**
   * Whether hooks do not run.
   *
   * @schema HelmReleaseSpecInstall#disableHooks
   */
  readonly disableHooks?: boolean;

  /**
   * Whether nothing is waited for.
   *
   * @schema HelmReleaseSpecInstall#disableWait
   */
  readonly disableWait?: boolean;

  /**
   * Whether a deleted release's name is taken again.
   *
   * @schema HelmReleaseSpecInstall#replace
   */
  readonly replace?: boolean;

  /**
   * Time, for example 10m.
   *
   * @schema HelmReleaseSpecInstall#timeout
   */
  readonly timeout?: string;

  /**
   * What happens after a failure.
   *
   * @schema HelmReleaseSpecInstall#remediation
   */
  readonly remediation?: HelmReleaseSpecInstallRemediation;
}

/**
 * Converts an object of type 'HelmReleaseSpecInstall' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecInstall(obj: HelmReleaseSpecInstall | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'crds': obj.crds,
    'createNamespace': obj.createNamespace,
    'disableHooks': obj.disableHooks,
    'disableWait': obj.disableWait,
    'replace': obj.replace,
    'timeout': obj.timeout,
    'remediation': toJson_HelmReleaseSpecInstallRemediation(obj.remediation),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How to upgrade.
 *
 * @schema HelmReleaseSpecUpgrade
 */
export interface HelmReleaseSpecUpgrade {
  /**
   * What is done with the chart's CRDs. Default is Create to install, Skip to upgrade.
   *
   * @default Create to install, Skip to upgrade.
   * @schema HelmReleaseSpecUpgrade#crds
   */
  readonly crds?: HelmReleaseSpecUpgradeCrds;

  /**
   * Whether new objects are deleted after a failure.
   *
   * @schema HelmReleaseSpecUpgrade#cleanupOnFail
   */
  readonly cleanupOnFail?: boolean;

  /**
   * Whether hooks do not run.
   *
   * @schema HelmReleaseSpecUpgrade#disableHooks
   */
  readonly disableHooks?: boolean;

  /**
   * Whether nothing is waited for.
   *
   * @schema HelmReleaseSpecUpgrade#disableWait
   */
  readonly disableWait?: boolean;

  /**
   * Whether objects are replaced.
   *
   * @schema HelmReleaseSpecUpgrade#force
   */
  readonly force?: boolean;

  /**
   * Whether values of the release before are kept.
   *
   * @schema HelmReleaseSpecUpgrade#preserveValues
   */
  readonly preserveValues?: boolean;

  /**
   * Time, for example 10m.
   *
   * @schema HelmReleaseSpecUpgrade#timeout
   */
  readonly timeout?: string;

  /**
   * What happens after a failure.
   *
   * @schema HelmReleaseSpecUpgrade#remediation
   */
  readonly remediation?: HelmReleaseSpecUpgradeRemediation;
}

/**
 * Converts an object of type 'HelmReleaseSpecUpgrade' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecUpgrade(obj: HelmReleaseSpecUpgrade | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'crds': obj.crds,
    'cleanupOnFail': obj.cleanupOnFail,
    'disableHooks': obj.disableHooks,
    'disableWait': obj.disableWait,
    'force': obj.force,
    'preserveValues': obj.preserveValues,
    'timeout': obj.timeout,
    'remediation': toJson_HelmReleaseSpecUpgradeRemediation(obj.remediation),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Whether changes made in the cluster are noticed.
 *
 * @schema HelmReleaseSpecDriftDetection
 */
export interface HelmReleaseSpecDriftDetection {
  /**
   * What happens then. Default is disabled.
   *
   * @default disabled.
   * @schema HelmReleaseSpecDriftDetection#mode
   */
  readonly mode?: HelmReleaseSpecDriftDetectionMode;

  /**
   * Fields that count as equal.
   *
   * @schema HelmReleaseSpecDriftDetection#ignore
   */
  readonly ignore?: HelmReleaseSpecDriftDetectionIgnore[];
}

/**
 * Converts an object of type 'HelmReleaseSpecDriftDetection' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecDriftDetection(obj: HelmReleaseSpecDriftDetection | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'mode': obj.mode,
    'ignore': obj.ignore?.map(y => toJson_HelmReleaseSpecDriftDetectionIgnore(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Metadata for all objects.
 *
 * @schema HelmReleaseSpecCommonMetadata
 */
export interface HelmReleaseSpecCommonMetadata {
  /**
   * Annotations.
   *
   * @schema HelmReleaseSpecCommonMetadata#annotations
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Labels.
   *
   * @schema HelmReleaseSpecCommonMetadata#labels
   */
  readonly labels?: { [key: string]: string };
}

/**
 * Converts an object of type 'HelmReleaseSpecCommonMetadata' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecCommonMetadata(obj: HelmReleaseSpecCommonMetadata | undefined): Record<string, any> | undefined {
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
 * @schema HelmReleaseSpecValuesFrom
 */
export interface HelmReleaseSpecValuesFrom {
  /**
   * Kind.
   *
   * @schema HelmReleaseSpecValuesFrom#kind
   */
  readonly kind: HelmReleaseSpecValuesFromKind;

  /**
   * Name.
   *
   * @schema HelmReleaseSpecValuesFrom#name
   */
  readonly name: string;

  /**
   * Key. Default is values.yaml.
   *
   * @default values.yaml.
   * @schema HelmReleaseSpecValuesFrom#valuesKey
   */
  readonly valuesKey?: string;

  /**
   * Where a single value goes.
   *
   * @schema HelmReleaseSpecValuesFrom#targetPath
   */
  readonly targetPath?: string;

  /**
   * Whether it may be missing.
   *
   * @schema HelmReleaseSpecValuesFrom#optional
   */
  readonly optional?: boolean;
}

/**
 * Converts an object of type 'HelmReleaseSpecValuesFrom' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecValuesFrom(obj: HelmReleaseSpecValuesFrom | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'kind': obj.kind,
    'name': obj.name,
    'valuesKey': obj.valuesKey,
    'targetPath': obj.targetPath,
    'optional': obj.optional,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * The chart.
 *
 * @schema HelmReleaseSpecChartSpec
 */
export interface HelmReleaseSpecChartSpec {
  /**
   * Name, or path in the source.
   *
   * @schema HelmReleaseSpecChartSpec#chart
   */
  readonly chart: string;

  /**
   * Version or range. Default is the newest.
   *
   * @default the newest.
   * @schema HelmReleaseSpecChartSpec#version
   */
  readonly version?: string;

  /**
   * Time, for example 10m.
   *
   * @schema HelmReleaseSpecChartSpec#interval
   */
  readonly interval?: string;

  /**
   * The source.
   *
   * @schema HelmReleaseSpecChartSpec#sourceRef
   */
  readonly sourceRef: HelmReleaseSpecChartSpecSourceRef;

  /**
   * Value files of the chart.
   *
   * @schema HelmReleaseSpecChartSpec#valuesFiles
   */
  readonly valuesFiles?: string[];

  /**
   * What makes a new chart. Default is ChartVersion.
   *
   * @default ChartVersion.
   * @schema HelmReleaseSpecChartSpec#reconcileStrategy
   */
  readonly reconcileStrategy?: HelmReleaseSpecChartSpecReconcileStrategy;
}

/**
 * Converts an object of type 'HelmReleaseSpecChartSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecChartSpec(obj: HelmReleaseSpecChartSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'chart': obj.chart,
    'version': obj.version,
    'interval': obj.interval,
    'sourceRef': toJson_HelmReleaseSpecChartSpecSourceRef(obj.sourceRef),
    'valuesFiles': obj.valuesFiles?.map(y => y),
    'reconcileStrategy': obj.reconcileStrategy,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Kind of the object.
 *
 * @schema HelmReleaseSpecChartRefKind
 */
export type HelmReleaseSpecChartRefKind = "OCIRepository" | "HelmChart" | "ExternalArtifact";

/**
 * Secret with a kubeconfig.
 *
 * @schema HelmReleaseSpecKubeConfigSecretRef
 */
export interface HelmReleaseSpecKubeConfigSecretRef {
  /**
   * Name of the Secret.
   *
   * @schema HelmReleaseSpecKubeConfigSecretRef#name
   */
  readonly name: string;

  /**
   * Key. Default is value.
   *
   * @default value.
   * @schema HelmReleaseSpecKubeConfigSecretRef#key
   */
  readonly key?: string;
}

/**
 * Converts an object of type 'HelmReleaseSpecKubeConfigSecretRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecKubeConfigSecretRef(obj: HelmReleaseSpecKubeConfigSecretRef | undefined): Record<string, any> | undefined {
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
 * @schema HelmReleaseSpecKubeConfigConfigMapRef
 */
export interface HelmReleaseSpecKubeConfigConfigMapRef {
  /**
   * Name of the ConfigMap.
   *
   * @schema HelmReleaseSpecKubeConfigConfigMapRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'HelmReleaseSpecKubeConfigConfigMapRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecKubeConfigConfigMapRef(obj: HelmReleaseSpecKubeConfigConfigMapRef | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What is done with the chart's CRDs. Default is Create to install, Skip to upgrade.
 *
 * @default Create to install, Skip to upgrade.
 * @schema HelmReleaseSpecInstallCrds
 */
export type HelmReleaseSpecInstallCrds = "Skip" | "Create" | "CreateReplace";

/**
 * What happens after a failure.
 *
 * @schema HelmReleaseSpecInstallRemediation
 */
export interface HelmReleaseSpecInstallRemediation {
  /**
   * Tries; negative for no end. Default is 0.
   *
   * @default 0.
   * @schema HelmReleaseSpecInstallRemediation#retries
   */
  readonly retries?: number;

  /**
   * Whether the last failure is undone too.
   *
   * @schema HelmReleaseSpecInstallRemediation#remediateLastFailure
   */
  readonly remediateLastFailure?: boolean;
}

/**
 * Converts an object of type 'HelmReleaseSpecInstallRemediation' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecInstallRemediation(obj: HelmReleaseSpecInstallRemediation | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'retries': obj.retries,
    'remediateLastFailure': obj.remediateLastFailure,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What is done with the chart's CRDs. Default is Create to install, Skip to upgrade.
 *
 * @default Create to install, Skip to upgrade.
 * @schema HelmReleaseSpecUpgradeCrds
 */
export type HelmReleaseSpecUpgradeCrds = "Skip" | "Create" | "CreateReplace";

/**
 * What happens after a failure.
 *
 * @schema HelmReleaseSpecUpgradeRemediation
 */
export interface HelmReleaseSpecUpgradeRemediation {
  /**
   * Tries; negative for no end. Default is 0.
   *
   * @default 0.
   * @schema HelmReleaseSpecUpgradeRemediation#retries
   */
  readonly retries?: number;

  /**
   * Whether the last failure is undone too.
   *
   * @schema HelmReleaseSpecUpgradeRemediation#remediateLastFailure
   */
  readonly remediateLastFailure?: boolean;

  /**
   * How it is undone. Default is rollback.
   *
   * @default rollback.
   * @schema HelmReleaseSpecUpgradeRemediation#strategy
   */
  readonly strategy?: HelmReleaseSpecUpgradeRemediationStrategy;
}

/**
 * Converts an object of type 'HelmReleaseSpecUpgradeRemediation' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecUpgradeRemediation(obj: HelmReleaseSpecUpgradeRemediation | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'retries': obj.retries,
    'remediateLastFailure': obj.remediateLastFailure,
    'strategy': obj.strategy,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What happens then. Default is disabled.
 *
 * @default disabled.
 * @schema HelmReleaseSpecDriftDetectionMode
 */
export type HelmReleaseSpecDriftDetectionMode = "enabled" | "warn" | "disabled";

/**
 * @schema HelmReleaseSpecDriftDetectionIgnore
 */
export interface HelmReleaseSpecDriftDetectionIgnore {
  /**
   * Fields as JSON pointers.
   *
   * @schema HelmReleaseSpecDriftDetectionIgnore#paths
   */
  readonly paths: string[];

  /**
   * Objects to change.
   *
   * @schema HelmReleaseSpecDriftDetectionIgnore#target
   */
  readonly target?: HelmReleaseSpecDriftDetectionIgnoreTarget;
}

/**
 * Converts an object of type 'HelmReleaseSpecDriftDetectionIgnore' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecDriftDetectionIgnore(obj: HelmReleaseSpecDriftDetectionIgnore | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'paths': obj.paths?.map(y => y),
    'target': toJson_HelmReleaseSpecDriftDetectionIgnoreTarget(obj.target),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Kind.
 *
 * @schema HelmReleaseSpecValuesFromKind
 */
export type HelmReleaseSpecValuesFromKind = "Secret" | "ConfigMap";

/**
 * The source.
 *
 * @schema HelmReleaseSpecChartSpecSourceRef
 */
export interface HelmReleaseSpecChartSpecSourceRef {
  /**
   * API version of the source.
   *
   * @schema HelmReleaseSpecChartSpecSourceRef#apiVersion
   */
  readonly apiVersion?: string;

  /**
   * Kind of the source.
   *
   * @schema HelmReleaseSpecChartSpecSourceRef#kind
   */
  readonly kind: HelmReleaseSpecChartSpecSourceRefKind;

  /**
   * Name.
   *
   * @schema HelmReleaseSpecChartSpecSourceRef#name
   */
  readonly name: string;

  /**
   * Namespace.
   *
   * @schema HelmReleaseSpecChartSpecSourceRef#namespace
   */
  readonly namespace?: string;
}

/**
 * Converts an object of type 'HelmReleaseSpecChartSpecSourceRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecChartSpecSourceRef(obj: HelmReleaseSpecChartSpecSourceRef | undefined): Record<string, any> | undefined {
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
 * What makes a new chart. Default is ChartVersion.
 *
 * @default ChartVersion.
 * @schema HelmReleaseSpecChartSpecReconcileStrategy
 */
export type HelmReleaseSpecChartSpecReconcileStrategy = "ChartVersion" | "Revision";

/**
 * How it is undone. Default is rollback.
 *
 * @default rollback.
 * @schema HelmReleaseSpecUpgradeRemediationStrategy
 */
export type HelmReleaseSpecUpgradeRemediationStrategy = "rollback" | "uninstall";

/**
 * Objects to change.
 *
 * @schema HelmReleaseSpecDriftDetectionIgnoreTarget
 */
export interface HelmReleaseSpecDriftDetectionIgnoreTarget {
  /**
   * API group.
   *
   * @schema HelmReleaseSpecDriftDetectionIgnoreTarget#group
   */
  readonly group?: string;

  /**
   * API version.
   *
   * @schema HelmReleaseSpecDriftDetectionIgnoreTarget#version
   */
  readonly version?: string;

  /**
   * Kind.
   *
   * @schema HelmReleaseSpecDriftDetectionIgnoreTarget#kind
   */
  readonly kind?: string;

  /**
   * Name.
   *
   * @schema HelmReleaseSpecDriftDetectionIgnoreTarget#name
   */
  readonly name?: string;

  /**
   * Namespace.
   *
   * @schema HelmReleaseSpecDriftDetectionIgnoreTarget#namespace
   */
  readonly namespace?: string;

  /**
   * Label selector.
   *
   * @schema HelmReleaseSpecDriftDetectionIgnoreTarget#labelSelector
   */
  readonly labelSelector?: string;

  /**
   * Annotation selector.
   *
   * @schema HelmReleaseSpecDriftDetectionIgnoreTarget#annotationSelector
   */
  readonly annotationSelector?: string;
}

/**
 * Converts an object of type 'HelmReleaseSpecDriftDetectionIgnoreTarget' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HelmReleaseSpecDriftDetectionIgnoreTarget(obj: HelmReleaseSpecDriftDetectionIgnoreTarget | undefined): Record<string, any> | undefined {
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
 * Kind of the source.
 *
 * @schema HelmReleaseSpecChartSpecSourceRefKind
 */
export type HelmReleaseSpecChartSpecSourceRefKind = "HelmRepository" | "GitRepository" | "Bucket";

