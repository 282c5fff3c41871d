// Made by `npm run imports` from imports/schemas. Do not edit.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';


/**
 * Directories of a Git repository, each a bundle for some clusters.
 *
 * @schema GitRepo
 */
export class GitRepo extends ApiObject {
  /**
   * Returns the apiVersion and kind for "GitRepo"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'fleet.cattle.io/v1alpha1',
    kind: 'GitRepo',
  }

  /**
   * Renders a Kubernetes manifest for "GitRepo".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: GitRepoProps = {}): any {
    return {
      ...GitRepo.GVK,
      ...toJson_GitRepoProps(props),
    };
  }

  /**
   * Defines a "GitRepo" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: GitRepoProps = {}) {
    super(scope, id, {
      ...GitRepo.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...GitRepo.GVK,
      ...toJson_GitRepoProps(resolved),
    };
  }
}

/**
 * Directories of a Git repository, each a bundle for some clusters.
 *
 * @schema GitRepo
 */
export interface GitRepoProps {
  /**
   * @schema GitRepo#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Repository, directories and clusters.
   *
   * @schema GitRepo#spec
   */
  readonly spec?: GitRepoSpec;
}

/**
 * Converts an object of type 'GitRepoProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepoProps(obj: GitRepoProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_GitRepoSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Repository, directories and clusters.
 *
 * @schema GitRepoSpec
 */
export interface GitRepoSpec {
  /**
   * URL of the repository.
   *
   * @schema GitRepoSpec#repo
   */
  readonly repo: string;

  /**
   * Branch. Default is master.
   *
   * @default master.
   * @schema GitRepoSpec#branch
   */
  readonly branch?: string;

  /**
   * Commit or tag. Wins over branch.
   *
   * @schema GitRepoSpec#revision
   */
  readonly revision?: string;

  /**
   * Directories or globs, one bundle each. Default is the root.
   *
   * @default the root.
   * @schema GitRepoSpec#paths
   */
  readonly paths?: string[];

  /**
   * Bundles named one by one instead of found by scanning.
   *
   * @schema GitRepoSpec#bundles
   */
  readonly bundles?: GitRepoSpecBundles[];

  /**
   * Secret with the repository's credentials.
   *
   * @schema GitRepoSpec#clientSecretName
   */
  readonly clientSecretName?: string;

  /**
   * Secret with Helm repository credentials.
   *
   * @schema GitRepoSpec#helmSecretName
   */
  readonly helmSecretName?: string;

  /**
   * Account that deploys in the downstream cluster.
   *
   * @schema GitRepoSpec#serviceAccount
   */
  readonly serviceAccount?: string;

  /**
   * Namespace for all objects; cluster-scoped ones are then refused.
   *
   * @schema GitRepoSpec#targetNamespace
   */
  readonly targetNamespace?: string;

  /**
   * Time between two looks. Default is 15s.
   *
   * @default 15s.
   * @schema GitRepoSpec#pollingInterval
   */
  readonly pollingInterval?: string;

  /**
   * Whether only webhooks start a look.
   *
   * @schema GitRepoSpec#disablePolling
   */
  readonly disablePolling?: boolean;

  /**
   * Whether objects stay when the GitRepo goes.
   *
   * @schema GitRepoSpec#keepResources
   */
  readonly keepResources?: boolean;

  /**
   * Whether nothing is rolled out.
   *
   * @schema GitRepoSpec#paused
   */
  readonly paused?: boolean;

  /**
   * Whether changes made in the cluster are undone.
   *
   * @schema GitRepoSpec#correctDrift
   */
  readonly correctDrift?: GitRepoSpecCorrectDrift;

  /**
   * Clusters. Default is the default cluster group.
   *
   * @default the default cluster group.
   * @schema GitRepoSpec#targets
   */
  readonly targets?: GitRepoSpecTargets[];
}

/**
 * Converts an object of type 'GitRepoSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepoSpec(obj: GitRepoSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'repo': obj.repo,
    'branch': obj.branch,
    'revision': obj.revision,
    'paths': obj.paths?.map(y => y),
    'bundles': obj.bundles?.map(y => toJson_GitRepoSpecBundles(y)),
    'clientSecretName': obj.clientSecretName,
    'helmSecretName': obj.helmSecretName,
    'serviceAccount': obj.serviceAccount,
    'targetNamespace': obj.targetNamespace,
    'pollingInterval': obj.pollingInterval,
    'disablePolling': obj.disablePolling,
    'keepResources': obj.keepResources,
    'paused': obj.paused,
    'correctDrift': toJson_GitRepoSpecCorrectDrift(obj.correctDrift),
    'targets': obj.targets?.map(y => toJson_GitRepoSpecTargets(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema GitRepoSpecBundles
 */
export interface GitRepoSpecBundles {
  /**
   * Directory of the bundle.
   *
   * @schema GitRepoSpecBundles#base
   */
  readonly base?: string;

  /**
   * Its options file. Default is fleet.yaml.
   *
   * @default fleet.yaml.
   * @schema GitRepoSpecBundles#options
   */
  readonly options?: string;
}

/**
 * Converts an object of type 'GitRepoSpecBundles' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepoSpecBundles(obj: GitRepoSpecBundles | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'base': obj.base,
    'options': obj.options,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Whether changes made in the cluster are undone.
 *
 * @schema GitRepoSpecCorrectDrift
 */
export interface GitRepoSpecCorrectDrift {
  /**
   * Whether they are. Default is false.
   *
   * @default false.
   * @schema GitRepoSpecCorrectDrift#enabled
   */
  readonly enabled?: boolean;

  /**
   * Whether by deleting and making anew.
   *
   * @schema GitRepoSpecCorrectDrift#force
   */
  readonly force?: boolean;

  /**
   * Whether failed releases are kept.
   *
   * @schema GitRepoSpecCorrectDrift#keepFailHistory
   */
  readonly keepFailHistory?: boolean;
}

/**
 * Converts an object of type 'GitRepoSpecCorrectDrift' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepoSpecCorrectDrift(obj: GitRepoSpecCorrectDrift | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'enabled': obj.enabled,
    'force': obj.force,
    'keepFailHistory': obj.keepFailHistory,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema GitRepoSpecTargets
 */
export interface GitRepoSpecTargets {
  /**
   * Name of the target.
   *
   * @schema GitRepoSpecTargets#name
   */
  readonly name?: string;

  /**
   * Name of a cluster.
   *
   * @schema GitRepoSpecTargets#clusterName
   */
  readonly clusterName?: string;

  /**
   * Labels to select by. Empty selects all.
   *
   * @schema GitRepoSpecTargets#clusterSelector
   */
  readonly clusterSelector?: GitRepoSpecTargetsClusterSelector;

  /**
   * Name of a cluster group.
   *
   * @schema GitRepoSpecTargets#clusterGroup
   */
  readonly clusterGroup?: string;

  /**
   * Labels to select by. Empty selects all.
   *
   * @schema GitRepoSpecTargets#clusterGroupSelector
   */
  readonly clusterGroupSelector?: GitRepoSpecTargetsClusterGroupSelector;
}

/**
 * Converts an object of type 'GitRepoSpecTargets' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepoSpecTargets(obj: GitRepoSpecTargets | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'clusterName': obj.clusterName,
    'clusterSelector': toJson_GitRepoSpecTargetsClusterSelector(obj.clusterSelector),
    'clusterGroup': obj.clusterGroup,
    'clusterGroupSelector': toJson_GitRepoSpecTargetsClusterGroupSelector(obj.clusterGroupSelector),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Labels to select by. Empty selects all.
 *
 * @schema GitRepoSpecTargetsClusterSelector
 */
export interface GitRepoSpecTargetsClusterSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema GitRepoSpecTargetsClusterSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema GitRepoSpecTargetsClusterSelector#matchExpressions
   */
  readonly matchExpressions?: GitRepoSpecTargetsClusterSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'GitRepoSpecTargetsClusterSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepoSpecTargetsClusterSelector(obj: GitRepoSpecTargetsClusterSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_GitRepoSpecTargetsClusterSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Labels to select by. Empty selects all.
 *
 * @schema GitRepoSpecTargetsClusterGroupSelector
 */
export interface GitRepoSpecTargetsClusterGroupSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema GitRepoSpecTargetsClusterGroupSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema GitRepoSpecTargetsClusterGroupSelector#matchExpressions
   */
  readonly matchExpressions?: GitRepoSpecTargetsClusterGroupSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'GitRepoSpecTargetsClusterGroupSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepoSpecTargetsClusterGroupSelector(obj: GitRepoSpecTargetsClusterGroupSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_GitRepoSpecTargetsClusterGroupSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema GitRepoSpecTargetsClusterSelectorMatchExpressions
 */
export interface GitRepoSpecTargetsClusterSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema GitRepoSpecTargetsClusterSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema GitRepoSpecTargetsClusterSelectorMatchExpressions#operator
   */
  readonly operator: GitRepoSpecTargetsClusterSelectorMatchExpressionsOperator;

  /**
   * Values to compare with.
   *
   * @schema GitRepoSpecTargetsClusterSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'GitRepoSpecTargetsClusterSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepoSpecTargetsClusterSelectorMatchExpressions(obj: GitRepoSpecTargetsClusterSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema GitRepoSpecTargetsClusterGroupSelectorMatchExpressions
 */
export interface GitRepoSpecTargetsClusterGroupSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema GitRepoSpecTargetsClusterGroupSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema GitRepoSpecTargetsClusterGroupSelectorMatchExpressions#operator
   */
  readonly operator: GitRepoSpecTargetsClusterGroupSelectorMatchExpressionsOperator;

  /**
   * Values to compare with.
   *
   * @schema GitRepoSpecTargetsClusterGroupSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'GitRepoSpecTargetsClusterGroupSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_GitRepoSpecTargetsClusterGroupSelectorMatchExpressions(obj: GitRepoSpecTargetsClusterGroupSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema GitRepoSpecTargetsClusterSelectorMatchExpressionsOperator
 */
export type GitRepoSpecTargetsClusterSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * Relation of the label to the values.
 *
 * @schema GitRepoSpecTargetsClusterGroupSelectorMatchExpressionsOperator
 */
export type GitRepoSpecTargetsClusterGroupSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

