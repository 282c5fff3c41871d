// Made by `npm run imports` from imports/schemas. Do not edit.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';


/**
 * Lets clients reach a Server, a route or a whole namespace. Policies add up: a request passes when one of them admits it.
 *
 * @schema AuthorizationPolicy
 */
export class AuthorizationPolicy extends ApiObject {
  /**
   * Returns the apiVersion and kind for "AuthorizationPolicy"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'policy.linkerd.io/v1alpha1',
    kind: 'AuthorizationPolicy',
  }

  /**
   * Renders a Kubernetes manifest for "AuthorizationPolicy".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: AuthorizationPolicyProps): any {
    return {
      ...AuthorizationPolicy.GVK,
      ...toJson_AuthorizationPolicyProps(props),
    };
  }

  /**
   * Defines a "AuthorizationPolicy" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: AuthorizationPolicyProps) {
    super(scope, id, {
      ...AuthorizationPolicy.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...AuthorizationPolicy.GVK,
      ...toJson_AuthorizationPolicyProps(resolved),
    };
  }
}

/**
 * Lets clients reach a Server, a route or a whole namespace. Policies add up: a request passes when one of them admits it.
 *
 * @schema AuthorizationPolicy
 */
export interface AuthorizationPolicyProps {
  /**
   * @schema AuthorizationPolicy#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What may be reached, and by whom.
   *
   * @schema AuthorizationPolicy#spec
   */
  readonly spec: AuthorizationPolicySpec;
}

/**
 * Converts an object of type 'AuthorizationPolicyProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AuthorizationPolicyProps(obj: AuthorizationPolicyProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_AuthorizationPolicySpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What may be reached, and by whom.
 *
 * @schema AuthorizationPolicySpec
 */
export interface AuthorizationPolicySpec {
  /**
   * A Server or a route of the same namespace, or that namespace itself.
   *
   * @schema AuthorizationPolicySpec#targetRef
   */
  readonly targetRef: AuthorizationPolicySpecTargetRef;

  /**
   * Authentications that must all hold: at most one MeshTLSAuthentication or ServiceAccount, and at most one NetworkAuthentication. An empty list admits everybody.
   *
   * @schema AuthorizationPolicySpec#requiredAuthenticationRefs
   */
  readonly requiredAuthenticationRefs: AuthorizationPolicySpecRequiredAuthenticationRefs[];
}

/**
 * Converts an object of type 'AuthorizationPolicySpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AuthorizationPolicySpec(obj: AuthorizationPolicySpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'targetRef': toJson_AuthorizationPolicySpecTargetRef(obj.targetRef),
    'requiredAuthenticationRefs': obj.requiredAuthenticationRefs?.map(y => toJson_AuthorizationPolicySpecRequiredAuthenticationRefs(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * A Server or a route of the same namespace, or that namespace itself.
 *
 * @schema AuthorizationPolicySpecTargetRef
 */
export interface AuthorizationPolicySpecTargetRef {
  /**
   * API group of the object; empty for the core group.
   *
   * @schema AuthorizationPolicySpecTargetRef#group
   */
  readonly group?: string;

  /**
   * Kind of the object.
   *
   * @schema AuthorizationPolicySpecTargetRef#kind
   */
  readonly kind: string;

  /**
   * Name of the object.
   *
   * @schema AuthorizationPolicySpecTargetRef#name
   */
  readonly name: string;
}

/**
 * Converts an object of type 'AuthorizationPolicySpecTargetRef' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AuthorizationPolicySpecTargetRef(obj: AuthorizationPolicySpecTargetRef | undefined): Record<string, any> | undefined {
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
 * @schema AuthorizationPolicySpecRequiredAuthenticationRefs
 */
export interface AuthorizationPolicySpecRequiredAuthenticationRefs {
  /**
   * API group of the object; empty for the core group.
   *
   * @schema AuthorizationPolicySpecRequiredAuthenticationRefs#group
   */
  readonly group?: string;

  /**
   * Kind of the object.
   *
   * @schema AuthorizationPolicySpecRequiredAuthenticationRefs#kind
   */
  readonly kind: string;

  /**
   * Name of the object.
   *
   * @schema AuthorizationPolicySpecRequiredAuthenticationRefs#name
   */
  readonly name: string;

  /**
   * Namespace of the object; that of the referring object when left out.
   *
   * @schema AuthorizationPolicySpecRequiredAuthenticationRefs#namespace
   */
  readonly namespace?: string;
}

/**
 * Converts an object of type 'AuthorizationPolicySpecRequiredAuthenticationRefs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_AuthorizationPolicySpecRequiredAuthenticationRefs(obj: AuthorizationPolicySpecRequiredAuthenticationRefs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'group': obj.group,
    'kind': obj.kind,
    'name': obj.name,
    'namespace': obj.namespace,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */


/**
 * Requests told apart by host, path, header or method, on a Server (inbound) or a Service (outbound).
 *
 * @schema HTTPRoute
 */
export class HttpRoute extends ApiObject {
  /**
   * Returns the apiVersion and kind for "HTTPRoute"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'policy.linkerd.io/v1beta3',
    kind: 'HTTPRoute',
  }

  /**
   * Renders a Kubernetes manifest for "HTTPRoute".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: HttpRouteProps): any {
    return {
      ...HttpRoute.GVK,
      ...toJson_HttpRouteProps(props),
    };
  }

  /**
   * Defines a "HTTPRoute" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: HttpRouteProps) {
    super(scope, id, {
      ...HttpRoute.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...HttpRoute.GVK,
      ...toJson_HttpRouteProps(resolved),
    };
  }
}

/**
 * Requests told apart by host, path, header or method, on a Server (inbound) or a Service (outbound).
 *
 * @schema HTTPRoute
 */
export interface HttpRouteProps {
  /**
   * @schema HTTPRoute#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Parents and rules.
   *
   * @schema HTTPRoute#spec
   */
  readonly spec: HttpRouteSpec;
}

/**
 * Converts an object of type 'HttpRouteProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HttpRouteProps(obj: HttpRouteProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_HttpRouteSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Parents and rules.
 *
 * @schema HttpRouteSpec
 */
export interface HttpRouteSpec {
  /**
   * Servers or Services that the route belongs to.
   *
   * @schema HttpRouteSpec#parentRefs
   */
  readonly parentRefs?: HttpRouteSpecParentRefs[];

  /**
   * Host headers that the route takes, exact or with a leading *. as wildcard. All when left out.
   *
   * @schema HttpRouteSpec#hostnames
   */
  readonly hostnames?: string[];

  /**
   * Rules, of which the most specific match counts.
   *
   * @schema HttpRouteSpec#rules
   */
  readonly rules?: HttpRouteSpecRules[];
}

/**
 * Converts an object of type 'HttpRouteSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HttpRouteSpec(obj: HttpRouteSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'parentRefs': obj.parentRefs?.map(y => toJson_HttpRouteSpecParentRefs(y)),
    'hostnames': obj.hostnames?.map(y => y),
    'rules': obj.rules?.map(y => toJson_HttpRouteSpecRules(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema HttpRouteSpecParentRefs
 */
export interface HttpRouteSpecParentRefs {
  /**
   * API group of the parent; core for a Service. Default is policy.linkerd.io.
   *
   * @default policy.linkerd.io.
   * @schema HttpRouteSpecParentRefs#group
   */
  readonly group?: string;

  /**
   * Server or Service. Default is Gateway, which Linkerd does not serve, so always say it.
   *
   * @default Gateway, which Linkerd does not serve, so always say it.
   * @schema HttpRouteSpecParentRefs#kind
   */
  readonly kind?: string;

  /**
   * Name of the object.
   *
   * @schema HttpRouteSpecParentRefs#name
   */
  readonly name: string;

  /**
   * Namespace of the object; that of the route when left out.
   *
   * @schema HttpRouteSpecParentRefs#namespace
   */
  readonly namespace?: string;

  /**
   * Port of the Service.
   *
   * @schema HttpRouteSpecParentRefs#port
   */
  readonly port?: number;

  /**
   * Section of the parent.
   *
   * @schema HttpRouteSpecParentRefs#sectionName
   */
  readonly sectionName?: string;
}

/**
 * Converts an object of type 'HttpRouteSpecParentRefs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HttpRouteSpecParentRefs(obj: HttpRouteSpecParentRefs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'group': obj.group,
    'kind': obj.kind,
    'name': obj.name,
    'namespace': obj.namespace,
    'port': obj.port,
    'sectionName': obj.sectionName,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema HttpRouteSpecRules
 */
export interface HttpRouteSpecRules {
  /**
   * Requests that the rule takes; one match is enough.
   *
   * @schema HttpRouteSpecRules#matches
   */
  readonly matches?: HttpRouteSpecRulesMatches[];

  /**
   * Services that take the requests, by weight. The parent Service itself when left out.
   *
   * @schema HttpRouteSpecRules#backendRefs
   */
  readonly backendRefs?: HttpRouteSpecRulesBackendRefs[];

  /**
   * How long requests may take.
   *
   * @schema HttpRouteSpecRules#timeouts
   */
  readonly timeouts?: HttpRouteSpecRulesTimeouts;
}

/**
 * Converts an object of type 'HttpRouteSpecRules' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HttpRouteSpecRules(obj: HttpRouteSpecRules | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matches': obj.matches?.map(y => toJson_HttpRouteSpecRulesMatches(y)),
    'backendRefs': obj.backendRefs?.map(y => toJson_HttpRouteSpecRulesBackendRefs(y)),
    'timeouts': toJson_HttpRouteSpecRulesTimeouts(obj.timeouts),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema HttpRouteSpecRulesMatches
 */
export interface HttpRouteSpecRulesMatches {
  /**
   * Path of the request.
   *
   * @schema HttpRouteSpecRulesMatches#path
   */
  readonly path?: HttpRouteSpecRulesMatchesPath;

  /**
   * Headers that must all match.
   *
   * @schema HttpRouteSpecRulesMatches#headers
   */
  readonly headers?: HttpRouteSpecRulesMatchesHeaders[];

  /**
   * Query parameters that must all match.
   *
   * @schema HttpRouteSpecRulesMatches#queryParams
   */
  readonly queryParams?: HttpRouteSpecRulesMatchesQueryParams[];

  /**
   * Method of the request.
   *
   * @schema HttpRouteSpecRulesMatches#method
   */
  readonly method?: HttpRouteSpecRulesMatchesMethod;
}

/**
 * Converts an object of type 'HttpRouteSpecRulesMatches' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HttpRouteSpecRulesMatches(obj: HttpRouteSpecRulesMatches | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'path': toJson_HttpRouteSpecRulesMatchesPath(obj.path),
    'headers': obj.headers?.map(y => toJson_HttpRouteSpecRulesMatchesHeaders(y)),
    'queryParams': obj.queryParams?.map(y => toJson_HttpRouteSpecRulesMatchesQueryParams(y)),
    'method': obj.method,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema HttpRouteSpecRulesBackendRefs
 */
export interface HttpRouteSpecRulesBackendRefs {
  /**
   * API group of the backend; empty for a Service.
   *
   * @schema HttpRouteSpecRulesBackendRefs#group
   */
  readonly group?: string;

  /**
   * Kind of the backend. Default is Service.
   *
   * @default Service.
   * @schema HttpRouteSpecRulesBackendRefs#kind
   */
  readonly kind?: string;

  /**
   * Name of the object.
   *
   * @schema HttpRouteSpecRulesBackendRefs#name
   */
  readonly name: string;

  /**
   * Namespace of the object; that of the route when left out.
   *
   * @schema HttpRouteSpecRulesBackendRefs#namespace
   */
  readonly namespace?: string;

  /**
   * Port of the Service.
   *
   * @schema HttpRouteSpecRulesBackendRefs#port
   */
  readonly port?: number;

  /**
   * Share of the requests, relative to the other backends. Default is 1.
   *
   * @default 1.
   * @schema HttpRouteSpecRulesBackendRefs#weight
   */
  readonly weight?: number;
}

/**
 * Converts an object of type 'HttpRouteSpecRulesBackendRefs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HttpRouteSpecRulesBackendRefs(obj: HttpRouteSpecRulesBackendRefs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'group': obj.group,
    'kind': obj.kind,
    'name': obj.name,
    'namespace': obj.namespace,
    'port': obj.port,
    'weight': obj.weight,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * How long requests may take.
 *
 * @schema HttpRouteSpecRulesTimeouts
 */
export interface HttpRouteSpecRulesTimeouts {
  /**
   * The whole request, retries included, for example 10s.
   *
   * @schema HttpRouteSpecRulesTimeouts#request
   */
  readonly request?: string;

  /**
   * One try.
   *
   * @schema HttpRouteSpecRulesTimeouts#backendRequest
   */
  readonly backendRequest?: string;
}

/**
 * Converts an object of type 'HttpRouteSpecRulesTimeouts' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HttpRouteSpecRulesTimeouts(obj: HttpRouteSpecRulesTimeouts | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'request': obj.request,
    'backendRequest': obj.backendRequest,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Path of the request.
 *
 * @schema HttpRouteSpecRulesMatchesPath
 */
export interface HttpRouteSpecRulesMatchesPath {
  /**
   * How value is compared. Default is PathPrefix.
   *
   * @default PathPrefix.
   * @schema HttpRouteSpecRulesMatchesPath#type
   */
  readonly type?: HttpRouteSpecRulesMatchesPathType;

  /**
   * Path to compare with.
   *
   * @schema HttpRouteSpecRulesMatchesPath#value
   */
  readonly value?: string;
}

/**
 * Converts an object of type 'HttpRouteSpecRulesMatchesPath' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HttpRouteSpecRulesMatchesPath(obj: HttpRouteSpecRulesMatchesPath | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'type': obj.type,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema HttpRouteSpecRulesMatchesHeaders
 */
export interface HttpRouteSpecRulesMatchesHeaders {
  /**
   * Name of the header.
   *
   * @schema HttpRouteSpecRulesMatchesHeaders#name
   */
  readonly name: string;

  /**
   * How value is compared. Default is Exact.
   *
   * @default Exact.
   * @schema HttpRouteSpecRulesMatchesHeaders#type
   */
  readonly type?: HttpRouteSpecRulesMatchesHeadersType;

  /**
   * Value to compare with.
   *
   * @schema HttpRouteSpecRulesMatchesHeaders#value
   */
  readonly value: string;
}

/**
 * Converts an object of type 'HttpRouteSpecRulesMatchesHeaders' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HttpRouteSpecRulesMatchesHeaders(obj: HttpRouteSpecRulesMatchesHeaders | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'type': obj.type,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema HttpRouteSpecRulesMatchesQueryParams
 */
export interface HttpRouteSpecRulesMatchesQueryParams {
  /**
   * Name of the parameter.
   *
   * @schema HttpRouteSpecRulesMatchesQueryParams#name
   */
  readonly name: string;

  /**
   * How value is compared. Default is Exact.
   *
   * @default Exact.
   * @schema HttpRouteSpecRulesMatchesQueryParams#type
   */
  readonly type?: HttpRouteSpecRulesMatchesQueryParamsType;

  /**
   * Value to compare with.
   *
   * @schema HttpRouteSpecRulesMatchesQueryParams#value
   */
  readonly value: string;
}

/**
 * Converts an object of type 'HttpRouteSpecRulesMatchesQueryParams' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_HttpRouteSpecRulesMatchesQueryParams(obj: HttpRouteSpecRulesMatchesQueryParams | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'name': obj.name,
    'type': obj.type,
    'value': obj.value,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Method of the request.
 *
 * @schema HttpRouteSpecRulesMatchesMethod
 */
export type HttpRouteSpecRulesMatchesMethod = "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "CONNECT" | "OPTIONS" | "TRACE" | "PATCH";

/**
 * How value is compared. Default is PathPrefix.
 *
 * @default PathPrefix.
 * @schema HttpRouteSpecRulesMatchesPathType
 */
export type HttpRouteSpecRulesMatchesPathType = "Exact" | "PathPrefix" | "RegularExpression";

/**
 * How value is compared. Default is Exact.
 *
 * @default Exact.
 * @schema HttpRouteSpecRulesMatchesHeadersType
 */
export type HttpRouteSpecRulesMatchesHeadersType = "Exact" | "RegularExpression";

/**
 * How value is compared. Default is Exact.
 *
 * @default Exact.
 * @schema HttpRouteSpecRulesMatchesQueryParamsType
 */
export type HttpRouteSpecRulesMatchesQueryParamsType = "Exact" | "RegularExpression";


/**
 * A set of clients, by the identity of their mesh certificate.
 *
 * @schema MeshTLSAuthentication
 */
export class MeshTlsAuthentication extends ApiObject {
  /**
   * Returns the apiVersion and kind for "MeshTLSAuthentication"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'policy.linkerd.io/v1alpha1',
    kind: 'MeshTLSAuthentication',
  }

  /**
   * Renders a Kubernetes manifest for "MeshTLSAuthentication".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: MeshTlsAuthenticationProps): any {
    return {
      ...MeshTlsAuthentication.GVK,
      ...toJson_MeshTlsAuthenticationProps(props),
    };
  }

  /**
   * Defines a "MeshTLSAuthentication" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: MeshTlsAuthenticationProps) {
    super(scope, id, {
      ...MeshTlsAuthentication.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...MeshTlsAuthentication.GVK,
      ...toJson_MeshTlsAuthenticationProps(resolved),
    };
  }
}

/**
 * A set of clients, by the identity of their mesh certificate.
 *
 * @schema MeshTLSAuthentication
 */
export interface MeshTlsAuthenticationProps {
  /**
   * @schema MeshTLSAuthentication#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The clients, by identity or by object of this cluster.
   *
   * @schema MeshTLSAuthentication#spec
   */
  readonly spec: MeshTlsAuthenticationSpec;
}

/**
 * Converts an object of type 'MeshTlsAuthenticationProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_MeshTlsAuthenticationProps(obj: MeshTlsAuthenticationProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_MeshTlsAuthenticationSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * The clients, by identity or by object of this cluster.
 *
 * @schema MeshTlsAuthenticationSpec
 */
export interface MeshTlsAuthenticationSpec {
  /**
   * Identities, each with its trust domain: exact, with a leading *. for all that end with the rest, or * for any. The only form that can name clients of another cluster.
   *
   * @schema MeshTlsAuthenticationSpec#identities
   */
  readonly identities?: string[];

  /**
   * ServiceAccounts, or whole namespaces, of this cluster. Always means the local trust domain.
   *
   * @schema MeshTlsAuthenticationSpec#identityRefs
   */
  readonly identityRefs?: MeshTlsAuthenticationSpecIdentityRefs[];
}

/**
 * Converts an object of type 'MeshTlsAuthenticationSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_MeshTlsAuthenticationSpec(obj: MeshTlsAuthenticationSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'identities': obj.identities?.map(y => y),
    'identityRefs': obj.identityRefs?.map(y => toJson_MeshTlsAuthenticationSpecIdentityRefs(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema MeshTlsAuthenticationSpecIdentityRefs
 */
export interface MeshTlsAuthenticationSpecIdentityRefs {
  /**
   * API group of the object; empty for the core group.
   *
   * @schema MeshTlsAuthenticationSpecIdentityRefs#group
   */
  readonly group?: string;

  /**
   * Kind of the object.
   *
   * @schema MeshTlsAuthenticationSpecIdentityRefs#kind
   */
  readonly kind: string;

  /**
   * Name of the object.
   *
   * @schema MeshTlsAuthenticationSpecIdentityRefs#name
   */
  readonly name?: string;

  /**
   * Namespace of the object; that of the referring object when left out.
   *
   * @schema MeshTlsAuthenticationSpecIdentityRefs#namespace
   */
  readonly namespace?: string;
}

/**
 * Converts an object of type 'MeshTlsAuthenticationSpecIdentityRefs' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_MeshTlsAuthenticationSpecIdentityRefs(obj: MeshTlsAuthenticationSpecIdentityRefs | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'group': obj.group,
    'kind': obj.kind,
    'name': obj.name,
    'namespace': obj.namespace,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */


/**
 * A set of clients, by source address.
 *
 * @schema NetworkAuthentication
 */
export class NetworkAuthentication extends ApiObject {
  /**
   * Returns the apiVersion and kind for "NetworkAuthentication"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'policy.linkerd.io/v1alpha1',
    kind: 'NetworkAuthentication',
  }

  /**
   * Renders a Kubernetes manifest for "NetworkAuthentication".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: NetworkAuthenticationProps): any {
    return {
      ...NetworkAuthentication.GVK,
      ...toJson_NetworkAuthenticationProps(props),
    };
  }

  /**
   * Defines a "NetworkAuthentication" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: NetworkAuthenticationProps) {
    super(scope, id, {
      ...NetworkAuthentication.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...NetworkAuthentication.GVK,
      ...toJson_NetworkAuthenticationProps(resolved),
    };
  }
}

/**
 * A set of clients, by source address.
 *
 * @schema NetworkAuthentication
 */
export interface NetworkAuthenticationProps {
  /**
   * @schema NetworkAuthentication#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The networks.
   *
   * @schema NetworkAuthentication#spec
   */
  readonly spec: NetworkAuthenticationSpec;
}

/**
 * Converts an object of type 'NetworkAuthenticationProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_NetworkAuthenticationProps(obj: NetworkAuthenticationProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_NetworkAuthenticationSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * The networks.
 *
 * @schema NetworkAuthenticationSpec
 */
export interface NetworkAuthenticationSpec {
  /**
   * Networks that clients may come from.
   *
   * @schema NetworkAuthenticationSpec#networks
   */
  readonly networks: NetworkAuthenticationSpecNetworks[];
}

/**
 * Converts an object of type 'NetworkAuthenticationSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_NetworkAuthenticationSpec(obj: NetworkAuthenticationSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'networks': obj.networks?.map(y => toJson_NetworkAuthenticationSpecNetworks(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * @schema NetworkAuthenticationSpecNetworks
 */
export interface NetworkAuthenticationSpecNetworks {
  /**
   * Network in CIDR form, IPv4 or IPv6.
   *
   * @schema NetworkAuthenticationSpecNetworks#cidr
   */
  readonly cidr: string;

  /**
   * Networks inside cidr that are left out, in CIDR form.
   *
   * @schema NetworkAuthenticationSpecNetworks#except
   */
  readonly except?: string[];
}

/**
 * Converts an object of type 'NetworkAuthenticationSpecNetworks' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_NetworkAuthenticationSpecNetworks(obj: NetworkAuthenticationSpecNetworks | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'cidr': obj.cidr,
    'except': obj.except?.map(y => y),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */


/**
 * One port of some pods of a namespace, as the thing that policy is about.
 *
 * @schema Server
 */
export class Server extends ApiObject {
  /**
   * Returns the apiVersion and kind for "Server"
   */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'policy.linkerd.io/v1beta3',
    kind: 'Server',
  }

  /**
   * Renders a Kubernetes manifest for "Server".
   *
   * This can be used to inline resource manifests inside other objects (e.g. as templates).
   *
   * @param props initialization props
   */
  public static manifest(props: ServerProps): any {
    return {
      ...Server.GVK,
      ...toJson_ServerProps(props),
    };
  }

  /**
   * Defines a "Server" API object
   * @param scope the scope in which to define this object
   * @param id a scope-local name for the object
   * @param props initialization props
   */
  public constructor(scope: Construct, id: string, props: ServerProps) {
    super(scope, id, {
      ...Server.GVK,
      ...props,
    });
  }

  /**
   * Renders the object to Kubernetes JSON.
   */
  public override toJson(): any {
    const resolved = super.toJson();

    return {
      ...Server.GVK,
      ...toJson_ServerProps(resolved),
    };
  }
}

/**
 * One port of some pods of a namespace, as the thing that policy is about.
 *
 * @schema Server
 */
export interface ServerProps {
  /**
   * @schema Server#metadata
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The port and the pods.
   *
   * @schema Server#spec
   */
  readonly spec: ServerSpec;
}

/**
 * Converts an object of type 'ServerProps' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ServerProps(obj: ServerProps | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'metadata': obj.metadata,
    'spec': toJson_ServerSpec(obj.spec),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * The port and the pods.
 *
 * @schema ServerSpec
 */
export interface ServerSpec {
  /**
   * What happens to traffic that no policy authorizes. Default is deny.
   *
   * @default deny.
   * @schema ServerSpec#accessPolicy
   */
  readonly accessPolicy?: ServerSpecAccessPolicy;

  /**
   * Pods, or workloads outside Kubernetes, of the namespace. Empty selects all of them.
   *
   * @schema ServerSpec#podSelector
   */
  readonly podSelector?: ServerSpecPodSelector;

  /**
   * Pods, or workloads outside Kubernetes, of the namespace. Empty selects all of them.
   *
   * @schema ServerSpec#externalWorkloadSelector
   */
  readonly externalWorkloadSelector?: ServerSpecExternalWorkloadSelector;

  /**
   * Port of the pods, by number or by the name it has in the pod.
   *
   * @schema ServerSpec#port
   */
  readonly port: ServerSpecPort;

  /**
   * Protocol of the port. Default is unknown, which lets the proxy detect it.
   *
   * @default unknown, which lets the proxy detect it.
   * @schema ServerSpec#proxyProtocol
   */
  readonly proxyProtocol?: ServerSpecProxyProtocol;
}

/**
 * Converts an object of type 'ServerSpec' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ServerSpec(obj: ServerSpec | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'accessPolicy': obj.accessPolicy,
    'podSelector': toJson_ServerSpecPodSelector(obj.podSelector),
    'externalWorkloadSelector': toJson_ServerSpecExternalWorkloadSelector(obj.externalWorkloadSelector),
    'port': obj.port,
    'proxyProtocol': obj.proxyProtocol,
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * What happens to traffic that no policy authorizes. Default is deny.
 *
 * @default deny.
 * @schema ServerSpecAccessPolicy
 */
export type ServerSpecAccessPolicy = "deny" | "audit" | "all-authenticated" | "all-unauthenticated" | "cluster-authenticated" | "cluster-unauthenticated";

/**
 * Pods, or workloads outside Kubernetes, of the namespace. Empty selects all of them.
 *
 * @schema ServerSpecPodSelector
 */
export interface ServerSpecPodSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema ServerSpecPodSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema ServerSpecPodSelector#matchExpressions
   */
  readonly matchExpressions?: ServerSpecPodSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'ServerSpecPodSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ServerSpecPodSelector(obj: ServerSpecPodSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_ServerSpecPodSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Pods, or workloads outside Kubernetes, of the namespace. Empty selects all of them.
 *
 * @schema ServerSpecExternalWorkloadSelector
 */
export interface ServerSpecExternalWorkloadSelector {
  /**
   * Labels that must all be there, with these values.
   *
   * @schema ServerSpecExternalWorkloadSelector#matchLabels
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Expressions that must all hold.
   *
   * @schema ServerSpecExternalWorkloadSelector#matchExpressions
   */
  readonly matchExpressions?: ServerSpecExternalWorkloadSelectorMatchExpressions[];
}

/**
 * Converts an object of type 'ServerSpecExternalWorkloadSelector' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ServerSpecExternalWorkloadSelector(obj: ServerSpecExternalWorkloadSelector | undefined): Record<string, any> | undefined {
  if (obj === undefined) { return undefined; }
  const result = {
    'matchLabels': ((obj.matchLabels) === undefined) ? undefined : (Object.entries(obj.matchLabels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
    'matchExpressions': obj.matchExpressions?.map(y => toJson_ServerSpecExternalWorkloadSelectorMatchExpressions(y)),
  };
  // filter undefined values
  return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}
/* eslint-enable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */

/**
 * Port of the pods, by number or by the name it has in the pod.
 *
 * @schema ServerSpecPort
 */
export type ServerSpecPort = number | string;

/**
 * Protocol of the port. Default is unknown, which lets the proxy detect it.
 *
 * @default unknown, which lets the proxy detect it.
 * @schema ServerSpecProxyProtocol
 */
export type ServerSpecProxyProtocol = "unknown" | "HTTP/1" | "HTTP/2" | "gRPC" | "opaque" | "TLS";

/**
 * @schema ServerSpecPodSelectorMatchExpressions
 */
export interface ServerSpecPodSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema ServerSpecPodSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema ServerSpecPodSelectorMatchExpressions#operator
   */
  readonly operator: ServerSpecPodSelectorMatchExpressionsOperator;

  /**
   * Values to compare with; none for Exists and DoesNotExist.
   *
   * @schema ServerSpecPodSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'ServerSpecPodSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ServerSpecPodSelectorMatchExpressions(obj: ServerSpecPodSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema ServerSpecExternalWorkloadSelectorMatchExpressions
 */
export interface ServerSpecExternalWorkloadSelectorMatchExpressions {
  /**
   * Label that the expression is about.
   *
   * @schema ServerSpecExternalWorkloadSelectorMatchExpressions#key
   */
  readonly key: string;

  /**
   * Relation of the label to the values.
   *
   * @schema ServerSpecExternalWorkloadSelectorMatchExpressions#operator
   */
  readonly operator: ServerSpecExternalWorkloadSelectorMatchExpressionsOperator;

  /**
   * Values to compare with; none for Exists and DoesNotExist.
   *
   * @schema ServerSpecExternalWorkloadSelectorMatchExpressions#values
   */
  readonly values?: string[];
}

/**
 * Converts an object of type 'ServerSpecExternalWorkloadSelectorMatchExpressions' to JSON representation.
 */
/* eslint-disable max-len, @stylistic/max-len, quote-props, @stylistic/quote-props */
export function toJson_ServerSpecExternalWorkloadSelectorMatchExpressions(obj: ServerSpecExternalWorkloadSelectorMatchExpressions | undefined): Record<string, any> | undefined {
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
 * @schema ServerSpecPodSelectorMatchExpressionsOperator
 */
export type ServerSpecPodSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/**
 * Relation of the label to the values.
 *
 * @schema ServerSpecExternalWorkloadSelectorMatchExpressionsOperator
 */
export type ServerSpecExternalWorkloadSelectorMatchExpressionsOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

