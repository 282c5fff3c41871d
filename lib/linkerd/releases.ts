/**
 * What each release line of Linkerd can do. A generator asks for a capability here, never for a version number.
 * Read in the charts and controllers of linkerd2 at the tags version-2.17 to version-2.20.
 */

/** The release lines that can run in a fleet, oldest first. */
export const LINKERD_VERSIONS = ['2.17', '2.18', '2.19', '2.20'] as const;

/** A release line of Linkerd. */
export type LinkerdVersion = (typeof LINKERD_VERSIONS)[number];

/** The release a cluster gets when nothing else is said. */
export const DEFAULT_LINKERD_VERSION: LinkerdVersion = '2.20';

/** A closed range of versions, e.g. 1.31 to 1.35. Every patch of the upper end's minor version is inside. */
export interface VersionRange {
  readonly min: string;
  readonly max: string;
}

/** One release line: where it is found and what its charts and controllers can do. */
export interface Release {
  readonly version: LinkerdVersion;
  /** The edge release that became this line. */
  readonly edge: string;
  /** Version of that edge's open source charts: edge-26.6.3 is published as 2026.6.3. */
  readonly chartVersion: string;
  /** Newest edge chart whose values are those of this line. */
  readonly newestChartVersion: string;
  /**
   * Version of multicluster.linkerd.io that the CRD stores and the controllers read. There is no conversion: another
   * version loses fields.
   */
  readonly linkVersion: 'v1alpha2' | 'v1alpha3';
  /** apiVersion of Server; its stored version. */
  readonly serverVersion: 'policy.linkerd.io/v1beta3';
  /**
   * Kubernetes: the lower end is the charts' kubeVersion, which Helm enforces; the upper end is the newest that the
   * release names.
   */
  readonly kubernetes: VersionRange;
  /** Gateway API CRDs that the policy controller understands. A route with fields it does not know is ignored. */
  readonly gatewayApi: VersionRange;
  readonly capabilities: Capabilities;
}

/** What a generator has to know before it writes an object or a value. */
export interface Capabilities {
  /**
   * Chart linkerd-multicluster runs the mirror controllers from `controllers[]`. In 2.17 they come from `linkerd
   * multicluster link`.
   */
  readonly controllers: boolean;
  /** Link.spec has `excludedLabels` and `excludedAnnotations`. */
  readonly excludedLabels: boolean;
  /** Values `localServiceMirror.excludedLabels` and `.excludedAnnotations` exist. */
  readonly localServiceMirrorExclusions: boolean;
  /** Link.spec has `federatedServiceSelector`, and the local service mirror exists. */
  readonly federated: boolean;
  /** Value `gateway.healthCheckNodePort` is read. */
  readonly gatewayHealthCheckNodePort: boolean;
  /**
   * A request to a port that a Service does not define is refused: a probe port that the chart and the Link disagree
   * on marks the gateway dead.
   */
  readonly undefinedPortsForbidden: boolean;
  /** `proxy.nativeSidecar` is true unless set. */
  readonly nativeSidecarDefault: boolean;
  /**
   * The chart puts a Server and an AuthorizationPolicy for the Prometheus of linkerd-viz on the admin ports of
   * multicluster pods: any other Prometheus needs one too.
   */
  readonly adminServers: boolean;
  /** Entries of `controllers[]` render together with `enablePodAntiAffinity: true`. In 2.18 Helm fails on the two. */
  readonly podAntiAffinityOfControllers: boolean;
  /** The webhooks take `caBundle` without `externalSecret: true`. */
  readonly inlineWebhookCaBundle: boolean;
  /**
   * `destinationController.podAnnotations` and `identity.podAnnotations` are read: one Deployment can be restarted
   * without the others.
   */
  readonly podAnnotationsOfComponents: boolean;
  /**
   * Chart linkerd-crds has `installGatewayAPI`; before, only `enableHttpRoutes`, `enableTlsRoutes` and
   * `enableTcpRoutes`.
   */
  readonly installGatewayApi: boolean;
  /** Chart linkerd-crds installs Gateway API CRDs (experimental channel) unless told not to. */
  readonly gatewayApiByDefault: boolean;
  /** The CRDs of chart linkerd-crds carry `helm.sh/resource-policy: keep`. */
  readonly crdsKept: boolean;
}

const V2_17: Capabilities = {
  controllers: false,
  excludedLabels: false,
  localServiceMirrorExclusions: false,
  federated: true,
  gatewayHealthCheckNodePort: false,
  undefinedPortsForbidden: false,
  nativeSidecarDefault: false,
  adminServers: false,
  podAntiAffinityOfControllers: false,
  inlineWebhookCaBundle: false,
  podAnnotationsOfComponents: false,
  installGatewayApi: false,
  gatewayApiByDefault: true,
  crdsKept: false,
};
const V2_18: Capabilities = {
  ...V2_17,
  controllers: true,
  excludedLabels: true,
  localServiceMirrorExclusions: true,
  podAnnotationsOfComponents: true,
  installGatewayApi: true,
  crdsKept: true,
};
const V2_19: Capabilities = {
  ...V2_18,
  undefinedPortsForbidden: true,
  podAntiAffinityOfControllers: true,
  inlineWebhookCaBundle: true,
  gatewayApiByDefault: false,
};
const V2_20: Capabilities = {
  ...V2_19,
  gatewayHealthCheckNodePort: true,
  nativeSidecarDefault: true,
  adminServers: true,
};

const RELEASES: Readonly<Record<LinkerdVersion, Release>> = deepFreeze({
  '2.17': {
    version: '2.17',
    edge: 'edge-24.11.8',
    chartVersion: '2024.11.8',
    newestChartVersion: '2024.11.8',
    linkVersion: 'v1alpha2',
    serverVersion: 'policy.linkerd.io/v1beta3',
    kubernetes: { min: '1.22', max: '1.31' },
    gatewayApi: { min: '0.7.0', max: '1.1.1' },
    capabilities: V2_17,
  },
  '2.18': {
    version: '2.18',
    edge: 'edge-25.4.4',
    chartVersion: '2025.4.4',
    newestChartVersion: '2025.4.4',
    linkVersion: 'v1alpha3',
    serverVersion: 'policy.linkerd.io/v1beta3',
    kubernetes: { min: '1.23', max: '1.32' },
    gatewayApi: { min: '1.1.1', max: '1.2.1' },
    capabilities: V2_18,
  },
  '2.19': {
    version: '2.19',
    edge: 'edge-25.10.7',
    chartVersion: '2025.10.7',
    newestChartVersion: '2025.10.7',
    linkVersion: 'v1alpha3',
    serverVersion: 'policy.linkerd.io/v1beta3',
    kubernetes: { min: '1.23', max: '1.35' },
    gatewayApi: { min: '1.1.1', max: '1.2.1' },
    capabilities: V2_19,
  },
  '2.20': {
    version: '2.20',
    edge: 'edge-26.6.3',
    chartVersion: '2026.6.3',
    newestChartVersion: '2026.8.3',
    linkVersion: 'v1alpha3',
    serverVersion: 'policy.linkerd.io/v1beta3',
    kubernetes: { min: '1.31', max: '1.35' },
    gatewayApi: { min: '1.2.1', max: '1.5.1' },
    capabilities: V2_20,
  },
});

/** The release line `version`. The object is frozen and the same at every call. */
export function release(version: LinkerdVersion): Release {
  return RELEASES[version];
}

/** Place of `version` among LINKERD_VERSIONS: greater is newer. */
export function versionIndex(version: LinkerdVersion): number {
  return LINKERD_VERSIONS.indexOf(version);
}

/** Whether `version` is `other` or newer. */
export function atLeast(version: LinkerdVersion, other: LinkerdVersion): boolean {
  return versionIndex(version) >= versionIndex(other);
}

/** How many release lines lie between two clusters: 0 for the same line, 1 for neighbours. */
export function skew(a: LinkerdVersion, b: LinkerdVersion): number {
  return Math.abs(versionIndex(a) - versionIndex(b));
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner);
  return Object.freeze(value);
}
