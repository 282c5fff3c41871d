/** Strings that Linkerd owns: labels, annotations, types, defaults, and the names it derives from a cluster's name. */

/** Default control-plane namespace. */
export const CONTROL_PLANE_NAMESPACE = 'linkerd';
/** Default namespace of chart linkerd-multicluster: gateway, mirror controllers, Links. */
export const MULTICLUSTER_NAMESPACE = 'linkerd-multicluster';

/** API group of Link. */
export const MULTICLUSTER_GROUP = 'multicluster.linkerd.io';
/** API group of Server, AuthorizationPolicy and the authentications. */
export const POLICY_GROUP = 'policy.linkerd.io';

// Labels and annotations: linkerd2 pkg/k8s/labels.go.

/** Label of a Service: `"true"` exports it through the gateway, `remote-discovery` exports it pod to pod. */
export const EXPORTED_LABEL = 'mirror.linkerd.io/exported';
/**
 * Value of EXPORTED_LABEL for gateway mode. A string: an unquoted true in one Link's selector stops every Link of that
 * source.
 */
export const EXPORTED_GATEWAY = 'true';
/** Value of EXPORTED_LABEL for flat mode. */
export const EXPORTED_REMOTE_DISCOVERY = 'remote-discovery';
/** Label of a Service: `member` joins it to `<service>-federated` in each source. */
export const FEDERATED_LABEL = 'mirror.linkerd.io/federated';
/** Value of FEDERATED_LABEL. */
export const FEDERATED_MEMBER = 'member';
/** Label of mirrors, probes and controllers: name of the target cluster. */
export const MIRROR_CLUSTER_NAME_LABEL = 'mirror.linkerd.io/cluster-name';
/** Label `"true"` of every Service that the mirror controllers made. */
export const MIRRORED_SERVICE_LABEL = 'mirror.linkerd.io/mirrored-service';
/** Label `"true"` of the Service `probe-<target>`. */
export const MIRRORED_GATEWAY_LABEL = 'mirror.linkerd.io/mirrored-gateway';
/**
 * Label of the credentials Secret in the control-plane namespace: name of the target. Destination finds the Secret by
 * it.
 */
export const CLUSTER_NAME_LABEL = 'multicluster.linkerd.io/cluster-name';
/** Annotation of that Secret: identityTrustDomain of the target. */
export const TRUST_DOMAIN_ANNOTATION = 'multicluster.linkerd.io/trust-domain';
/** Annotation of that Secret: clusterDomain of the target. */
export const CLUSTER_DOMAIN_ANNOTATION = 'multicluster.linkerd.io/cluster-domain';
/**
 * As a label of a flat mirror: the target. As an annotation of a federated Service: `<service>@<target>` of each
 * member.
 */
export const REMOTE_DISCOVERY = 'multicluster.linkerd.io/remote-discovery';
/** Annotation of a Link; `linkerd multicluster check` compares it with `linkerd/cli <version>`. */
export const CREATED_BY_ANNOTATION = 'linkerd.io/created-by';
/** Label of a namespace; `linkerd multicluster check` looks for the extension by it. */
export const EXTENSION_LABEL = 'linkerd.io/extension';
/** Value of EXTENSION_LABEL. */
export const MULTICLUSTER_EXTENSION = 'multicluster';

/** Type of the credentials Secrets. Destination ignores a Secret of another type. */
export const CREDENTIALS_SECRET_TYPE = 'mirror.linkerd.io/remote-kubeconfig';
/** Key of the kubeconfig in them. */
export const CREDENTIALS_SECRET_KEY = 'kubeconfig';

// Trust: linkerd2 pkg/k8s/labels.go, charts/linkerd-control-plane/templates.

/** Secret (type kubernetes.io/tls) with the issuer certificate, in the control-plane namespace. */
export const IDENTITY_ISSUER_SECRET = 'linkerd-identity-issuer';
/** ConfigMap with the trust anchors, in the control-plane namespace. */
export const TRUST_ROOTS_CONFIG_MAP = 'linkerd-identity-trust-roots';
/** Key of the anchors in it. */
export const TRUST_ROOTS_KEY = 'ca-bundle.crt';
/**
 * The three webhooks: key of the values, and name of the Service; the Secret (kubernetes.io/tls) is
 * `<service>-k8s-tls`.
 */
export const WEBHOOKS = [
  { value: 'proxyInjector', service: 'linkerd-proxy-injector', secret: 'linkerd-proxy-injector-k8s-tls' },
  { value: 'profileValidator', service: 'linkerd-sp-validator', secret: 'linkerd-sp-validator-k8s-tls' },
  { value: 'policyValidator', service: 'linkerd-policy-validator', secret: 'linkerd-policy-validator-k8s-tls' },
] as const;

// Gateway: chart linkerd-multicluster, `gateway`.

/** Deployment, Service and ServiceAccount of the gateway. */
export const GATEWAY_NAME = 'linkerd-gateway';
/** Port `mc-gateway` of its Service. */
export const GATEWAY_PORT = 4143;
/** Port `mc-probe`, and of the Service `probe-<target>` in each source. */
export const GATEWAY_PROBE_PORT = 4191;
/** Path that sources probe. */
export const GATEWAY_PROBE_PATH = '/ready';
/** Seconds between two probes. */
export const GATEWAY_PROBE_SECONDS = 3;
/** `probeSpec.failureThreshold` when a Link has none; the API server fills it in. */
export const PROBE_FAILURE_THRESHOLD = 3;
/** `probeSpec.timeout` when a Link has none; the API server fills it in. */
export const PROBE_TIMEOUT = '30s';
/** Port of every proxy for meshed traffic: what pod-to-pod traffic between clusters dials. */
export const PROXY_INBOUND_PORT = 4143;

/** Longest name of a Service, and longest label value: a DNS label (Kubernetes). */
export const DNS_LABEL_MAX = 63;
/**
 * Longest name of a cluster that is a target. `controller-<name>` is the Deployment of its mirror controller, and the
 * injector writes that name as a label value and the proxy takes it as the first label of its identity.
 */
export const CLUSTER_NAME_MAX = DNS_LABEL_MAX - controllerName('').length;
/**
 * Longest name of a target whose source runs 2.17: there the Deployment and ServiceAccount of its mirror controller are
 * `linkerd-service-mirror-<name>`.
 */
export const CLUSTER_NAME_MAX_217 = DNS_LABEL_MAX - controllerName217('').length;
/** Longest name of a federated Service: `<name>-federated` must be a Service name. */
export const FEDERATED_SERVICE_NAME_MAX = DNS_LABEL_MAX - federatedName('').length;

/** Begins the names of accounts that chart linkerd-multicluster and `linkerd multicluster allow` make: each is for all sources that have it. */
export const REMOTE_ACCESS_PREFIX = 'linkerd-service-mirror-remote-access-';

/** Credentials Secret for `target`; the chart's Role lets the mirror controller read this name only. */
export function credentialsSecretName(target: string): string {
  return `cluster-credentials-${target}`;
}

/** Deployment and ServiceAccount of the mirror controller for `target`. */
export function controllerName(target: string): string {
  return `controller-${target}`;
}

/** Container of that Deployment which reads the kubeconfig (chart linkerd-multicluster, templates/controller/deployment.yaml). */
export const CONTROLLER_CONTAINER = 'controller';
/** Deployment and ServiceAccount of destination (chart linkerd-control-plane, templates/destination.yaml). */
export const DESTINATION_NAME = 'linkerd-destination';
/** Container of that Deployment which reads the kubeconfigs. */
export const DESTINATION_CONTAINER = 'destination';

/** The same in Linkerd 2.17, where they are not the chart's: what `linkerd multicluster link` calls them. */
export function controllerName217(target: string): string {
  return `linkerd-service-mirror-${target}`;
}

/**
 * Service and Endpoints through which the gateway of `target` is probed. A DNS label: `target` has 57 characters at
 * most.
 */
export function probeName(target: string): string {
  return `probe-${target}`;
}

/** Lease of the mirror controller for `target`; nothing removes it with the Link. */
export function mirrorLeaseName(target: string): string {
  return `service-mirror-write-${target}`;
}

/** Mirror of `service` of `target` in a source. A Service name: at most DNS_LABEL_MAX characters. */
export function mirrorName(service: string, target: string): string {
  return `${service}-${target}`;
}

/** The Service that unites the members of `service`. */
export function federatedName(service: string): string {
  return `${service}-federated`;
}

/** Identity of a ServiceAccount: the name in its proxy's certificate. */
export function identity(
  serviceAccount: string,
  namespace: string,
  linkerdNamespace: string,
  trustDomain: string,
): string {
  return `${serviceAccount}.${namespace}.serviceaccount.identity.${linkerdNamespace}.${trustDomain}`;
}

/**
 * Identity of a gateway: `Link.spec.gatewayIdentity`, and what a target's workload sees as the client in gateway mode.
 */
export function gatewayIdentity(multiclusterNamespace: string, linkerdNamespace: string, trustDomain: string): string {
  return identity(GATEWAY_NAME, multiclusterNamespace, linkerdNamespace, trustDomain);
}
