// Made by `npm run imports` from imports/schemas. Do not edit.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';


/**
 * One directed edge of a multicluster mesh. Lies in the source cluster and tells the service mirror and the destination controller which services of the target cluster to bring over, and how to reach it.
 *
 * @schema Link
 */
export class Link extends ApiObject {
  /**
   * Returns the apiVersion and kind for "Link"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'multicluster.linkerd.io/v1alpha3',
    kind: 'Link',
  }

  /**
   * Renders a Kubernetes manifest for "Link".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: LinkProps = {}): any {
    return {
      ...Link.GVK,
      ...toJson_LinkProps(props),
    };
  }

  /**
   * Defines a "Link" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: LinkProps = {}) {
    super(scope, id, {
      ...Link.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...Link.GVK,
      ...toJson_LinkProps(resolved),
    };
  }
}

/**
 * One directed edge of a multicluster mesh. Lies in the source cluster and tells the service mirror and the destination controller which services of the target cluster to bring over, and how to reach it.
 *
 * @schema Link
 */
export interface LinkProps {
  /**
   * @schema Link#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What to mirror from the target cluster and how to reach it.
   *
   * @schema Link#spec
   */
  readonly spec?: LinkSpec;
}

/**
 * Converts an object of type 'LinkProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkProps(obj: LinkProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_LinkSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What to mirror from the target cluster and how to reach it.
 *
 * @schema LinkSpec
 */
export interface LinkSpec {
  /**
   * Name of the target cluster. Suffix of every mirrored Service and value of the label mirror.linkerd.io/cluster-name. Must be the name of the Link itself.
   *
   * @schema LinkSpec#targetClusterName
   */
  readonly targetClusterName?: string;

  /**
   * Cluster domain (DNS) of the target. The mirror builds fully qualified service names from it and does not fill in a missing one.
   *
   * @schema LinkSpec#targetClusterDomain
   */
  readonly targetClusterDomain?: string;

  /**
   * Namespace of the target's control plane. `linkerd multicluster check` reads its configuration there.
   *
   * @schema LinkSpec#targetClusterLinkerdNamespace
   */
  readonly targetClusterLinkerdNamespace?: string;

  /**
   * Name of the Secret, in the Link's namespace, that holds the target's kubeconfig under the key kubeconfig. The chart's Role lets the mirror read cluster-credentials-(name of the Link) only.
   *
   * @schema LinkSpec#clusterCredentialsSecret
   */
  readonly clusterCredentialsSecret?: string;

  /**
   * Addresses of the target's gateway, IPs or hostnames, separated by commas. Hostnames are resolved by the mirror, again each minute. Left out on a flat Link.
   *
   * @schema LinkSpec#gatewayAddress
   */
  readonly gatewayAddress?: string;

  /**
   * Port of the target's gateway, as text, for example "4143". A number is refused.
   *
   * @schema LinkSpec#gatewayPort
   */
  readonly gatewayPort?: string;

  /**
   * Mesh identity of the target's gateway, in the target's trust domain.
   *
   * @schema LinkSpec#gatewayIdentity
   */
  readonly gatewayIdentity?: string;

  /**
   * How the mirror asks whether the gateway is alive. A path is what starts the probe, so a flat Link carries none.
   *
   * @schema LinkSpec#probeSpec
   */
  readonly probeSpec?: LinkSpecProbeSpec;

  /**
   * Services of the target to mirror through its gateway. Empty or missing selects nothing; a selector of negative expressions only selects everything.
   *
   * @schema LinkSpec#selector
   */
  readonly selector?: LinkSpecSelector;

  /**
   * Services of the target to mirror without its gateway, pod to pod. Wins over selector where both match. Empty or missing selects nothing.
   *
   * @schema LinkSpec#remoteDiscoverySelector
   */
  readonly remoteDiscoverySelector?: LinkSpecRemoteDiscoverySelector;

  /**
   * Services of the target that join the federated Service of their name. Needs pod to pod reachability. Empty or missing selects nothing.
   *
   * @schema LinkSpec#federatedServiceSelector
   */
  readonly federatedServiceSelector?: LinkSpecFederatedServiceSelector;

  /**
   * Annotations not copied to mirrored and federated Services: keys, or a prefix followed by /* for all that begin with it.
   *
   * @schema LinkSpec#excludedAnnotations
   */
  readonly excludedAnnotations?: string[];

  /**
   * Labels not copied to mirrored and federated Services: keys, or a prefix followed by /* for all that begin with it.
   *
   * @schema LinkSpec#excludedLabels
   */
  readonly excludedLabels?: string[];
}

/**
 * Converts an object of type 'LinkSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkSpec(obj: LinkSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'targetClusterName': obj.targetClusterName,
    'targetClusterDomain': obj.targetClusterDomain,
    'targetClusterLinkerdNamespace': obj.targetClusterLinkerdNamespace,
    'clusterCredentialsSecret': obj.clusterCredentialsSecret,
    'gatewayAddress': obj.gatewayAddress,
    'gatewayPort': obj.gatewayPort,
    'gatewayIdentity': obj.gatewayIdentity,
    'probeSpec': toJson_LinkSpecProbeSpec(obj.probeSpec),
    'selector': toJson_LinkSpecSelector(obj.selector),
    'remoteDiscoverySelector': toJson_LinkSpecRemoteDiscoverySelector(obj.remoteDiscoverySelector),
    'federatedServiceSelector': toJson_LinkSpecFederatedServiceSelector(obj.federatedServiceSelector),
    'excludedAnnotations': obj.excludedAnnotations?.map(y => y),
    'excludedLabels': obj.excludedLabels?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How the mirror asks whether the gateway is alive. A path is what starts the probe, so a flat Link carries none.
 *
 * @schema LinkSpecProbeSpec
 */
export interface LinkSpecProbeSpec {
  /**
   * HTTP path of the probe, for example /ready.
   *
   * @schema LinkSpecProbeSpec#path
   */
  readonly path?: string;

  /**
   * Port of the probe, as text, for example "4191". Must equal the port of the Service probe-(name of the Link).
   *
   * @schema LinkSpecProbeSpec#port
   */
  readonly port?: string;

  /**
   * Time between two probes, with a unit, for example 3s. A bare number is refused.
   *
   * @schema LinkSpecProbeSpec#period
   */
  readonly period?: string;

  /**
   * How long one probe may take. Default is 30s, written by the API server whenever probeSpec exists.
   *
   * @default 30s, written by the API server whenever probeSpec exists.
   * @schema LinkSpecProbeSpec#timeout
   */
  readonly timeout?: string;

  /**
   * Consecutive failures after which the gateway counts as dead, as text. Default is "3", written by the API server whenever probeSpec exists.
   *
   * @default 3", written by the API server whenever probeSpec exists.
   * @schema LinkSpecProbeSpec#failureThreshold
   */
  readonly failureThreshold?: string;
}

/**
 * Converts an object of type 'LinkSpecProbeSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkSpecProbeSpec(obj: LinkSpecProbeSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'path': obj.path,
    'port': obj.port,
    'period': obj.period,
    'timeout': obj.timeout,
    'failureThreshold': obj.failureThreshold,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Services of the target to mirror through its gateway. Empty or missing selects nothing; a selector of negative expressions only selects everything.
 *
 * @schema LinkSpecSelector
 */
export interface LinkSpecSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema LinkSpecSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema LinkSpecSelector#matchExpressions
   */
  readonly matchExpressions?: LinkSpecSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'LinkSpecSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkSpecSelector(obj: LinkSpecSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_LinkSpecSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Services of the target to mirror without its gateway, pod to pod. Wins over selector where both match. Empty or missing selects nothing.
 *
 * @schema LinkSpecRemoteDiscoverySelector
 */
export interface LinkSpecRemoteDiscoverySelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema LinkSpecRemoteDiscoverySelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema LinkSpecRemoteDiscoverySelector#matchExpressions
   */
  readonly matchExpressions?: LinkSpecRemoteDiscoverySelectorMatchExpressions[];
}

/**
 * Converts an object of type 'LinkSpecRemoteDiscoverySelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkSpecRemoteDiscoverySelector(obj: LinkSpecRemoteDiscoverySelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_LinkSpecRemoteDiscoverySelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Services of the target that join the federated Service of their name. Needs pod to pod reachability. Empty or missing selects nothing.
 *
 * @schema LinkSpecFederatedServiceSelector
 */
export interface LinkSpecFederatedServiceSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema LinkSpecFederatedServiceSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema LinkSpecFederatedServiceSelector#matchExpressions
   */
  readonly matchExpressions?: LinkSpecFederatedServiceSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'LinkSpecFederatedServiceSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkSpecFederatedServiceSelector(obj: LinkSpecFederatedServiceSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_LinkSpecFederatedServiceSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema LinkSpecSelectorMatchExpressions
 */
export interface LinkSpecSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema LinkSpecSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema LinkSpecSelectorMatchExpressions#operator
   */
  readonly operator: LinkSpecSelectorMatchExpressionsOperator;

  /**
   * Values to compare with; none for Exists and DoesNotExist.
   *
   * @schema LinkSpecSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'LinkSpecSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkSpecSelectorMatchExpressions(obj: LinkSpecSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema LinkSpecRemoteDiscoverySelectorMatchExpressions
 */
export interface LinkSpecRemoteDiscoverySelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema LinkSpecRemoteDiscoverySelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema LinkSpecRemoteDiscoverySelectorMatchExpressions#operator
   */
  readonly operator: LinkSpecRemoteDiscoverySelectorMatchExpressionsOperator;

  /**
   * Values to compare with; none for Exists and DoesNotExist.
   *
   * @schema LinkSpecRemoteDiscoverySelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'LinkSpecRemoteDiscoverySelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkSpecRemoteDiscoverySelectorMatchExpressions(obj: LinkSpecRemoteDiscoverySelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema LinkSpecFederatedServiceSelectorMatchExpressions
 */
export interface LinkSpecFederatedServiceSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema LinkSpecFederatedServiceSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema LinkSpecFederatedServiceSelectorMatchExpressions#operator
   */
  readonly operator: LinkSpecFederatedServiceSelectorMatchExpressionsOperator;

  /**
   * Values to compare with; none for Exists and DoesNotExist.
   *
   * @schema LinkSpecFederatedServiceSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'LinkSpecFederatedServiceSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkSpecFederatedServiceSelectorMatchExpressions(obj: LinkSpecFederatedServiceSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema LinkSpecSelectorMatchExpressionsOperator
 */
export type LinkSpecSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * Relation of the label to the values.
 *
 * @schema LinkSpecRemoteDiscoverySelectorMatchExpressionsOperator
 */
export type LinkSpecRemoteDiscoverySelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * Relation of the label to the values.
 *
 * @schema LinkSpecFederatedServiceSelectorMatchExpressionsOperator
 */
export type LinkSpecFederatedServiceSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";


/**
 * One directed edge of a multicluster mesh, as Linkerd 2.17 stores it.
 *
 * @schema LinkV1Alpha2
 */
export class LinkV1Alpha2 extends ApiObject {
  /**
   * Returns the apiVersion and kind for "LinkV1Alpha2"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'multicluster.linkerd.io/v1alpha2',
    kind: 'Link',
  }

  /**
   * Renders a Kubernetes manifest for "LinkV1Alpha2".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: LinkV1Alpha2Props = {}): any {
    return {
      ...LinkV1Alpha2.GVK,
      ...toJson_LinkV1Alpha2Props(props),
    };
  }

  /**
   * Defines a "LinkV1Alpha2" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: LinkV1Alpha2Props = {}) {
    super(scope, id, {
      ...LinkV1Alpha2.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...LinkV1Alpha2.GVK,
      ...toJson_LinkV1Alpha2Props(resolved),
    };
  }
}

/**
 * One directed edge of a multicluster mesh, as Linkerd 2.17 stores it.
 *
 * @schema LinkV1Alpha2
 */
export interface LinkV1Alpha2Props {
  /**
   * @schema LinkV1Alpha2#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What to mirror from the target cluster and how to reach it.
   *
   * @schema LinkV1Alpha2#spec
   */
  readonly spec?: LinkV1Alpha2Spec;
}

/**
 * Converts an object of type 'LinkV1Alpha2Props' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha2Props(obj: LinkV1Alpha2Props | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_LinkV1Alpha2Spec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What to mirror from the target cluster and how to reach it.
 *
 * @schema LinkV1Alpha2Spec
 */
export interface LinkV1Alpha2Spec {
  /**
   * Name of the target cluster. Suffix of every mirrored Service and value of the label mirror.linkerd.io/cluster-name. Must be the name of the Link itself.
   *
   * @schema LinkV1Alpha2Spec#targetClusterName
   */
  readonly targetClusterName?: string;

  /**
   * Cluster domain (DNS) of the target. The mirror builds fully qualified service names from it and does not fill in a missing one.
   *
   * @schema LinkV1Alpha2Spec#targetClusterDomain
   */
  readonly targetClusterDomain?: string;

  /**
   * Namespace of the target's control plane. `linkerd multicluster check` reads its configuration there.
   *
   * @schema LinkV1Alpha2Spec#targetClusterLinkerdNamespace
   */
  readonly targetClusterLinkerdNamespace?: string;

  /**
   * Name of the Secret, in the Link's namespace, that holds the target's kubeconfig under the key kubeconfig. The chart's Role lets the mirror read cluster-credentials-(name of the Link) only.
   *
   * @schema LinkV1Alpha2Spec#clusterCredentialsSecret
   */
  readonly clusterCredentialsSecret?: string;

  /**
   * Addresses of the target's gateway, IPs or hostnames, separated by commas. Hostnames are resolved by the mirror, again each minute. Left out on a flat Link.
   *
   * @schema LinkV1Alpha2Spec#gatewayAddress
   */
  readonly gatewayAddress?: string;

  /**
   * Port of the target's gateway, as text, for example "4143". A number is refused.
   *
   * @schema LinkV1Alpha2Spec#gatewayPort
   */
  readonly gatewayPort?: string;

  /**
   * Mesh identity of the target's gateway, in the target's trust domain.
   *
   * @schema LinkV1Alpha2Spec#gatewayIdentity
   */
  readonly gatewayIdentity?: string;

  /**
   * How the mirror asks whether the gateway is alive.
   *
   * @schema LinkV1Alpha2Spec#probeSpec
   */
  readonly probeSpec?: LinkV1Alpha2SpecProbeSpec;

  /**
   * Services of the target to mirror through its gateway. Empty or missing selects nothing; a selector of negative expressions only selects everything.
   *
   * @schema LinkV1Alpha2Spec#selector
   */
  readonly selector?: LinkV1Alpha2SpecSelector;

  /**
   * Services of the target to mirror without its gateway, pod to pod. Wins over selector where both match. Empty or missing selects nothing.
   *
   * @schema LinkV1Alpha2Spec#remoteDiscoverySelector
   */
  readonly remoteDiscoverySelector?: LinkV1Alpha2SpecRemoteDiscoverySelector;

  /**
   * Services of the target that join the federated Service of their name. Needs pod to pod reachability. Empty or missing selects nothing.
   *
   * @schema LinkV1Alpha2Spec#federatedServiceSelector
   */
  readonly federatedServiceSelector?: LinkV1Alpha2SpecFederatedServiceSelector;
}

/**
 * Converts an object of type 'LinkV1Alpha2Spec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha2Spec(obj: LinkV1Alpha2Spec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'targetClusterName': obj.targetClusterName,
    'targetClusterDomain': obj.targetClusterDomain,
    'targetClusterLinkerdNamespace': obj.targetClusterLinkerdNamespace,
    'clusterCredentialsSecret': obj.clusterCredentialsSecret,
    'gatewayAddress': obj.gatewayAddress,
    'gatewayPort': obj.gatewayPort,
    'gatewayIdentity': obj.gatewayIdentity,
    'probeSpec': toJson_LinkV1Alpha2SpecProbeSpec(obj.probeSpec),
    'selector': toJson_LinkV1Alpha2SpecSelector(obj.selector),
    'remoteDiscoverySelector': toJson_LinkV1Alpha2SpecRemoteDiscoverySelector(obj.remoteDiscoverySelector),
    'federatedServiceSelector': toJson_LinkV1Alpha2SpecFederatedServiceSelector(obj.federatedServiceSelector),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How the mirror asks whether the gateway is alive.
 *
 * @schema LinkV1Alpha2SpecProbeSpec
 */
export interface LinkV1Alpha2SpecProbeSpec {
  /**
   * HTTP path of the probe, for example /ready.
   *
   * @schema LinkV1Alpha2SpecProbeSpec#path
   */
  readonly path?: string;

  /**
   * Port of the probe, as text, for example "4191". Must equal the port of the Service probe-(name of the Link).
   *
   * @schema LinkV1Alpha2SpecProbeSpec#port
   */
  readonly port?: string;

  /**
   * Time between two probes, with a unit, for example 3s. A bare number is refused.
   *
   * @schema LinkV1Alpha2SpecProbeSpec#period
   */
  readonly period?: string;

  /**
   * How long one probe may take. Default is 30s, written by the API server whenever probeSpec exists.
   *
   * @default 30s, written by the API server whenever probeSpec exists.
   * @schema LinkV1Alpha2SpecProbeSpec#timeout
   */
  readonly timeout?: string;

  /**
   * Consecutive failures after which the gateway counts as dead, as text. Default is "3", written by the API server whenever probeSpec exists.
   *
   * @default 3", written by the API server whenever probeSpec exists.
   * @schema LinkV1Alpha2SpecProbeSpec#failureThreshold
   */
  readonly failureThreshold?: string;
}

/**
 * Converts an object of type 'LinkV1Alpha2SpecProbeSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha2SpecProbeSpec(obj: LinkV1Alpha2SpecProbeSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'path': obj.path,
    'port': obj.port,
    'period': obj.period,
    'timeout': obj.timeout,
    'failureThreshold': obj.failureThreshold,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Services of the target to mirror through its gateway. Empty or missing selects nothing; a selector of negative expressions only selects everything.
 *
 * @schema LinkV1Alpha2SpecSelector
 */
export interface LinkV1Alpha2SpecSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema LinkV1Alpha2SpecSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema LinkV1Alpha2SpecSelector#matchExpressions
   */
  readonly matchExpressions?: LinkV1Alpha2SpecSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'LinkV1Alpha2SpecSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha2SpecSelector(obj: LinkV1Alpha2SpecSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_LinkV1Alpha2SpecSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Services of the target to mirror without its gateway, pod to pod. Wins over selector where both match. Empty or missing selects nothing.
 *
 * @schema LinkV1Alpha2SpecRemoteDiscoverySelector
 */
export interface LinkV1Alpha2SpecRemoteDiscoverySelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema LinkV1Alpha2SpecRemoteDiscoverySelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema LinkV1Alpha2SpecRemoteDiscoverySelector#matchExpressions
   */
  readonly matchExpressions?: LinkV1Alpha2SpecRemoteDiscoverySelectorMatchExpressions[];
}

/**
 * Converts an object of type 'LinkV1Alpha2SpecRemoteDiscoverySelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha2SpecRemoteDiscoverySelector(obj: LinkV1Alpha2SpecRemoteDiscoverySelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_LinkV1Alpha2SpecRemoteDiscoverySelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Services of the target that join the federated Service of their name. Needs pod to pod reachability. Empty or missing selects nothing.
 *
 * @schema LinkV1Alpha2SpecFederatedServiceSelector
 */
export interface LinkV1Alpha2SpecFederatedServiceSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema LinkV1Alpha2SpecFederatedServiceSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema LinkV1Alpha2SpecFederatedServiceSelector#matchExpressions
   */
  readonly matchExpressions?: LinkV1Alpha2SpecFederatedServiceSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'LinkV1Alpha2SpecFederatedServiceSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha2SpecFederatedServiceSelector(obj: LinkV1Alpha2SpecFederatedServiceSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_LinkV1Alpha2SpecFederatedServiceSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema LinkV1Alpha2SpecSelectorMatchExpressions
 */
export interface LinkV1Alpha2SpecSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema LinkV1Alpha2SpecSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema LinkV1Alpha2SpecSelectorMatchExpressions#operator
   */
  readonly operator: LinkV1Alpha2SpecSelectorMatchExpressionsOperator;

  /**
   * Values to compare with; none for Exists and DoesNotExist.
   *
   * @schema LinkV1Alpha2SpecSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'LinkV1Alpha2SpecSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha2SpecSelectorMatchExpressions(obj: LinkV1Alpha2SpecSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema LinkV1Alpha2SpecRemoteDiscoverySelectorMatchExpressions
 */
export interface LinkV1Alpha2SpecRemoteDiscoverySelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema LinkV1Alpha2SpecRemoteDiscoverySelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema LinkV1Alpha2SpecRemoteDiscoverySelectorMatchExpressions#operator
   */
  readonly operator: LinkV1Alpha2SpecRemoteDiscoverySelectorMatchExpressionsOperator;

  /**
   * Values to compare with; none for Exists and DoesNotExist.
   *
   * @schema LinkV1Alpha2SpecRemoteDiscoverySelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'LinkV1Alpha2SpecRemoteDiscoverySelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha2SpecRemoteDiscoverySelectorMatchExpressions(obj: LinkV1Alpha2SpecRemoteDiscoverySelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema LinkV1Alpha2SpecFederatedServiceSelectorMatchExpressions
 */
export interface LinkV1Alpha2SpecFederatedServiceSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema LinkV1Alpha2SpecFederatedServiceSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema LinkV1Alpha2SpecFederatedServiceSelectorMatchExpressions#operator
   */
  readonly operator: LinkV1Alpha2SpecFederatedServiceSelectorMatchExpressionsOperator;

  /**
   * Values to compare with; none for Exists and DoesNotExist.
   *
   * @schema LinkV1Alpha2SpecFederatedServiceSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'LinkV1Alpha2SpecFederatedServiceSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha2SpecFederatedServiceSelectorMatchExpressions(obj: LinkV1Alpha2SpecFederatedServiceSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema LinkV1Alpha2SpecSelectorMatchExpressionsOperator
 */
export type LinkV1Alpha2SpecSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * Relation of the label to the values.
 *
 * @schema LinkV1Alpha2SpecRemoteDiscoverySelectorMatchExpressionsOperator
 */
export type LinkV1Alpha2SpecRemoteDiscoverySelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * Relation of the label to the values.
 *
 * @schema LinkV1Alpha2SpecFederatedServiceSelectorMatchExpressionsOperator
 */
export type LinkV1Alpha2SpecFederatedServiceSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";


/**
 * One directed edge of a multicluster mesh, as Linkerd before 2.17 stores it.
 *
 * @schema LinkV1Alpha1
 */
export class LinkV1Alpha1 extends ApiObject {
  /**
   * Returns the apiVersion and kind for "LinkV1Alpha1"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'multicluster.linkerd.io/v1alpha1',
    kind: 'Link',
  }

  /**
   * Renders a Kubernetes manifest for "LinkV1Alpha1".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: LinkV1Alpha1Props = {}): any {
    return {
      ...LinkV1Alpha1.GVK,
      ...toJson_LinkV1Alpha1Props(props),
    };
  }

  /**
   * Defines a "LinkV1Alpha1" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: LinkV1Alpha1Props = {}) {
    super(scope, id, {
      ...LinkV1Alpha1.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...LinkV1Alpha1.GVK,
      ...toJson_LinkV1Alpha1Props(resolved),
    };
  }
}

/**
 * One directed edge of a multicluster mesh, as Linkerd before 2.17 stores it.
 *
 * @schema LinkV1Alpha1
 */
export interface LinkV1Alpha1Props {
  /**
   * @schema LinkV1Alpha1#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What to mirror from the target cluster and how to reach it.
   *
   * @schema LinkV1Alpha1#spec
   */
  readonly spec?: LinkV1Alpha1Spec;
}

/**
 * Converts an object of type 'LinkV1Alpha1Props' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha1Props(obj: LinkV1Alpha1Props | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_LinkV1Alpha1Spec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What to mirror from the target cluster and how to reach it.
 *
 * @schema LinkV1Alpha1Spec
 */
export interface LinkV1Alpha1Spec {
  /**
   * Name of the target cluster. Suffix of every mirrored Service and value of the label mirror.linkerd.io/cluster-name. Must be the name of the Link itself.
   *
   * @schema LinkV1Alpha1Spec#targetClusterName
   */
  readonly targetClusterName?: string;

  /**
   * Cluster domain (DNS) of the target. The mirror builds fully qualified service names from it and does not fill in a missing one.
   *
   * @schema LinkV1Alpha1Spec#targetClusterDomain
   */
  readonly targetClusterDomain?: string;

  /**
   * Namespace of the target's control plane. `linkerd multicluster check` reads its configuration there.
   *
   * @schema LinkV1Alpha1Spec#targetClusterLinkerdNamespace
   */
  readonly targetClusterLinkerdNamespace?: string;

  /**
   * Name of the Secret, in the Link's namespace, that holds the target's kubeconfig under the key kubeconfig. The chart's Role lets the mirror read cluster-credentials-(name of the Link) only.
   *
   * @schema LinkV1Alpha1Spec#clusterCredentialsSecret
   */
  readonly clusterCredentialsSecret?: string;

  /**
   * Addresses of the target's gateway, IPs or hostnames, separated by commas. Hostnames are resolved by the mirror, again each minute. Left out on a flat Link.
   *
   * @schema LinkV1Alpha1Spec#gatewayAddress
   */
  readonly gatewayAddress?: string;

  /**
   * Port of the target's gateway, as text, for example "4143". A number is refused.
   *
   * @schema LinkV1Alpha1Spec#gatewayPort
   */
  readonly gatewayPort?: string;

  /**
   * Mesh identity of the target's gateway, in the target's trust domain.
   *
   * @schema LinkV1Alpha1Spec#gatewayIdentity
   */
  readonly gatewayIdentity?: string;

  /**
   * How the mirror asks whether the gateway is alive.
   *
   * @schema LinkV1Alpha1Spec#probeSpec
   */
  readonly probeSpec?: LinkV1Alpha1SpecProbeSpec;

  /**
   * Services of the target to mirror through its gateway. Empty or missing selects nothing; a selector of negative expressions only selects everything.
   *
   * @schema LinkV1Alpha1Spec#selector
   */
  readonly selector?: LinkV1Alpha1SpecSelector;

  /**
   * Services of the target to mirror without its gateway, pod to pod. Wins over selector where both match. Empty or missing selects nothing.
   *
   * @schema LinkV1Alpha1Spec#remoteDiscoverySelector
   */
  readonly remoteDiscoverySelector?: LinkV1Alpha1SpecRemoteDiscoverySelector;
}

/**
 * Converts an object of type 'LinkV1Alpha1Spec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha1Spec(obj: LinkV1Alpha1Spec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'targetClusterName': obj.targetClusterName,
    'targetClusterDomain': obj.targetClusterDomain,
    'targetClusterLinkerdNamespace': obj.targetClusterLinkerdNamespace,
    'clusterCredentialsSecret': obj.clusterCredentialsSecret,
    'gatewayAddress': obj.gatewayAddress,
    'gatewayPort': obj.gatewayPort,
    'gatewayIdentity': obj.gatewayIdentity,
    'probeSpec': toJson_LinkV1Alpha1SpecProbeSpec(obj.probeSpec),
    'selector': toJson_LinkV1Alpha1SpecSelector(obj.selector),
    'remoteDiscoverySelector': toJson_LinkV1Alpha1SpecRemoteDiscoverySelector(obj.remoteDiscoverySelector),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How the mirror asks whether the gateway is alive.
 *
 * @schema LinkV1Alpha1SpecProbeSpec
 */
export interface LinkV1Alpha1SpecProbeSpec {
  /**
   * HTTP path of the probe, for example /ready.
   *
   * @schema LinkV1Alpha1SpecProbeSpec#path
   */
  readonly path?: string;

  /**
   * Port of the probe, as text, for example "4191". Must equal the port of the Service probe-(name of the Link).
   *
   * @schema LinkV1Alpha1SpecProbeSpec#port
   */
  readonly port?: string;

  /**
   * Time between two probes, for example 3s.
   *
   * @schema LinkV1Alpha1SpecProbeSpec#period
   */
  readonly period?: string;

  /**
   * How long one probe may take. Default is 30s, written by the API server whenever probeSpec exists.
   *
   * @default 30s, written by the API server whenever probeSpec exists.
   * @schema LinkV1Alpha1SpecProbeSpec#timeout
   */
  readonly timeout?: string;

  /**
   * Consecutive failures after which the gateway counts as dead, as text. Default is "3", written by the API server whenever probeSpec exists.
   *
   * @default 3", written by the API server whenever probeSpec exists.
   * @schema LinkV1Alpha1SpecProbeSpec#failureThreshold
   */
  readonly failureThreshold?: string;
}

/**
 * Converts an object of type 'LinkV1Alpha1SpecProbeSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha1SpecProbeSpec(obj: LinkV1Alpha1SpecProbeSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'path': obj.path,
    'port': obj.port,
    'period': obj.period,
    'timeout': obj.timeout,
    'failureThreshold': obj.failureThreshold,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Services of the target to mirror through its gateway. Empty or missing selects nothing; a selector of negative expressions only selects everything.
 *
 * @schema LinkV1Alpha1SpecSelector
 */
export interface LinkV1Alpha1SpecSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema LinkV1Alpha1SpecSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema LinkV1Alpha1SpecSelector#matchExpressions
   */
  readonly matchExpressions?: LinkV1Alpha1SpecSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'LinkV1Alpha1SpecSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha1SpecSelector(obj: LinkV1Alpha1SpecSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_LinkV1Alpha1SpecSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Services of the target to mirror without its gateway, pod to pod. Wins over selector where both match. Empty or missing selects nothing.
 *
 * @schema LinkV1Alpha1SpecRemoteDiscoverySelector
 */
export interface LinkV1Alpha1SpecRemoteDiscoverySelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema LinkV1Alpha1SpecRemoteDiscoverySelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema LinkV1Alpha1SpecRemoteDiscoverySelector#matchExpressions
   */
  readonly matchExpressions?: LinkV1Alpha1SpecRemoteDiscoverySelectorMatchExpressions[];
}

/**
 * Converts an object of type 'LinkV1Alpha1SpecRemoteDiscoverySelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha1SpecRemoteDiscoverySelector(obj: LinkV1Alpha1SpecRemoteDiscoverySelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_LinkV1Alpha1SpecRemoteDiscoverySelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema LinkV1Alpha1SpecSelectorMatchExpressions
 */
export interface LinkV1Alpha1SpecSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema LinkV1Alpha1SpecSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema LinkV1Alpha1SpecSelectorMatchExpressions#operator
   */
  readonly operator: LinkV1Alpha1SpecSelectorMatchExpressionsOperator;

  /**
   * Values to compare with; none for Exists and DoesNotExist.
   *
   * @schema LinkV1Alpha1SpecSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'LinkV1Alpha1SpecSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha1SpecSelectorMatchExpressions(obj: LinkV1Alpha1SpecSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema LinkV1Alpha1SpecRemoteDiscoverySelectorMatchExpressions
 */
export interface LinkV1Alpha1SpecRemoteDiscoverySelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema LinkV1Alpha1SpecRemoteDiscoverySelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema LinkV1Alpha1SpecRemoteDiscoverySelectorMatchExpressions#operator
   */
  readonly operator: LinkV1Alpha1SpecRemoteDiscoverySelectorMatchExpressionsOperator;

  /**
   * Values to compare with; none for Exists and DoesNotExist.
   *
   * @schema LinkV1Alpha1SpecRemoteDiscoverySelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'LinkV1Alpha1SpecRemoteDiscoverySelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_LinkV1Alpha1SpecRemoteDiscoverySelectorMatchExpressions(obj: LinkV1Alpha1SpecRemoteDiscoverySelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema LinkV1Alpha1SpecSelectorMatchExpressionsOperator
 */
export type LinkV1Alpha1SpecSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * Relation of the label to the values.
 *
 * @schema LinkV1Alpha1SpecRemoteDiscoverySelectorMatchExpressionsOperator
 */
export type LinkV1Alpha1SpecRemoteDiscoverySelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

