/** What is true of a fleet once every default is filled in. Frozen; everything to the right of it only reads. */
import type { FileText } from '../fleet/description';
import type { FleetSpec, LinkMode, ServiceSpec } from '../fleet/spec';
import type { Release } from '../linkerd/releases';
import type { Certificate } from '../trust/certificate';
import type { CredentialsModel } from './credentials/types';

export type { CredentialsModel, CredentialsWay, Epochs, LinkCredentialsModel } from './credentials/types';
export type { LinkMode };

/** Policies of Linkerd for ports that no Server claims (chart linkerd-control-plane, `proxy.defaultInboundPolicy`). */
export type DefaultInboundPolicy = NonNullable<FleetSpec['defaultInboundPolicy']>;

/** What runs the API server of a cluster. */
export type Platform = NonNullable<FleetSpec['platform']>;

/** Helm values as a user gave them. */
export type Values = Readonly<Record<string, unknown>>;

/** The fleet: its clusters and services by name, in code-unit order. */
export interface FleetModel {
  readonly name: string;
  readonly domain?: string;
  readonly clusters: ReadonlyMap<string, ClusterModel>;
  /** What selectors see of the clusters: asking here leaves the rest of them unresolved. */
  readonly members: ReadonlyMap<string, Member>;
  readonly services: readonly ServiceModel[];
  readonly topology: Topology;
  readonly argocd?: ArgoCdModel;
  /** Text of a file that the description names, relative to it. */
  readonly readFile: (path: string) => FileText;
  /** What the Fleet document says, for messages and for topology rules. */
  readonly spec: FleetSpec;
}

/** What selectors and topologies know of a cluster. */
export interface Member {
  readonly name: string;
  /** Clusters with the same value reach each other's pods; undefined shares with nobody. */
  readonly network?: string;
  /** The labels given, and name, region, environment, network. */
  readonly labels: Readonly<Record<string, string>>;
}

/** One cluster, complete. */
export interface ClusterModel extends Member {
  /** Path of its document in issues. */
  readonly at: string;
  readonly region?: string;
  readonly zones: readonly string[];
  readonly environment?: string;
  readonly wave: number;
  readonly apiServer?: ApiServerModel;
  /** Who signs the tokens of its ServiceAccounts, as its targets see it. */
  readonly serviceAccountIssuer?: ServiceAccountIssuerModel;
  readonly podCidrs: readonly string[];
  readonly serviceCidrs: readonly string[];
  readonly nodeCidrs: readonly string[];
  /** As given; the plan derives the value when it was not. */
  readonly clusterNetworks?: readonly string[];
  readonly clusterDomain: string;
  readonly trustDomain: string;
  readonly linkerd: LinkerdModel;
  readonly kubernetesVersion?: string;
  /** What runs its API server; undefined where nobody said. */
  readonly platform?: Platform;
  readonly gatewayApiVersion?: string;
  readonly ha: boolean;
  readonly gateway?: GatewayModel;
  readonly namespaces: readonly string[];
  /** Whether the cluster's namespaces deny by default and need NetworkPolicies for what Links carry. */
  readonly networkPolicies: boolean;
  /** What pods take that no policy speaks of; as said in the description, which `values` may contradict. */
  readonly defaultInboundPolicy?: DefaultInboundPolicy;
  /** The same for single namespaces. */
  readonly namespacePolicies: Readonly<Record<string, DefaultInboundPolicy>>;
  /** Admission policies of the cluster. */
  readonly guards?: GuardsModel;
  /** Complete exclusions: the defaults and what was added. Empty before 2.18, whose Link has no such field. */
  readonly excludedLabels: readonly string[];
  readonly excludedAnnotations: readonly string[];
  readonly trust: TrustModel;
  /** How its sources are given access to it. */
  readonly credentials: CredentialsModel;
  readonly podMonitor?: { readonly labels: Readonly<Record<string, string>>; readonly scrapeInterval: string };
  readonly observability: ObservabilityModel;
  readonly values: { readonly crds: Values; readonly controlPlane: Values; readonly multicluster: Values };
  readonly argocd: { readonly name: string; readonly server?: string };
  /** Who approves changes of its directory. */
  readonly owners: readonly string[];
  /** The settings as described, fleet first: where each value comes from. */
  readonly levels: readonly Level[];
}

/** One level of inheritance. */
export interface Level {
  readonly from: 'default' | 'fleet' | 'region' | 'cluster';
  /** Path of the settings in issues: `Fleet.spec.regions[1]`. */
  readonly at: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Where sources reach the Kubernetes API. */
export interface ApiServerModel {
  readonly url: string;
  /** PEM that signs its certificate, when not the cluster's own CA. */
  readonly caBundle?: string;
  readonly networks: Readonly<Record<string, { readonly url: string }>>;
}

/** Who signs the tokens of a cluster's ServiceAccounts. */
export interface ServiceAccountIssuerModel {
  readonly url: string;
  readonly discoveryURL?: string;
  /** PEM. */
  readonly certificateAuthority?: string;
}

/** Linkerd as it runs in a cluster. */
export interface LinkerdModel {
  readonly release: Release;
  readonly distribution: 'edge' | 'enterprise';
  readonly chartVersion: string;
  readonly license?: string;
  readonly licenseSecret?: string;
  /** Control-plane namespace. */
  readonly namespace: string;
  readonly multiclusterNamespace: string;
}

/** A gateway, with the chart's defaults filled in. */
export interface GatewayModel {
  /** Addresses for sources that `networks` does not name; empty when none was given. */
  readonly addresses: readonly string[];
  /** By consumer network. */
  readonly networks: Readonly<Record<string, GatewayAddress>>;
  readonly port: number;
  readonly probe: {
    readonly port: number;
    readonly path: string;
    readonly period: string;
    readonly timeout?: string;
    readonly failureThreshold?: number;
  };
  readonly serviceType: 'LoadBalancer' | 'NodePort' | 'ClusterIP';
  readonly nodePort?: number;
  readonly probeNodePort?: number;
  readonly healthCheckNodePort?: number;
  readonly externalTrafficPolicy?: 'Local' | 'Cluster';
  readonly annotations: Readonly<Record<string, string>>;
  readonly loadBalancerClass?: string;
  readonly loadBalancerIP?: string;
  readonly loadBalancerSourceRanges: readonly string[];
  readonly sourceRanges: readonly string[];
  /** Whose meshed clients it lets in. */
  readonly admit: 'all' | 'linked';
  readonly replicas?: number;
}

/** What is refused, or reported, unless the fleet names it. */
export interface GuardsModel {
  readonly engine: 'kubernetes' | 'kyverno';
  readonly links?: 'audit' | 'deny';
  readonly exports?: 'audit' | 'deny';
  readonly credentials?: 'audit' | 'deny';
  /** Whether roles for people are written. */
  readonly roles?: boolean;
  /** User names that write credentials. */
  readonly writers: readonly string[];
  /** Group that may write them too. */
  readonly breakGlass?: string;
}

/** What a cluster is watched with, besides PodMonitors. */
export interface ObservabilityModel {
  /** Alert rules. */
  readonly alerts?: {
    readonly labels: Readonly<Record<string, string>>;
    /** Whether rules may ask kube-state-metrics for annotations of Services. */
    readonly kubeStateMetrics: boolean;
  };
  /** The Grafana dashboard, with the labels of its ConfigMap. */
  readonly dashboard?: { readonly labels: Readonly<Record<string, string>> };
  /** Who scrapes. */
  readonly prometheus?: ScraperModel;
}

/** A Prometheus: by its account where it is meshed, otherwise by where it scrapes from. */
export interface ScraperModel {
  readonly serviceAccount?: string;
  readonly namespace?: string;
  /** CIDRs. */
  readonly networks: readonly string[];
}

/** The address of a gateway for one consumer network. */
export interface GatewayAddress {
  readonly addresses: readonly string[];
  readonly port: number;
  readonly probePort: number;
}

/** Certificates of a cluster. */
export interface TrustModel {
  /** Canonical bundle: what trust-manager would write, byte for byte. Empty when no anchors were given. */
  readonly bundle: string;
  readonly anchors: readonly Certificate[];
  readonly delivery: 'trustManager' | 'helm';
  readonly issuer: IssuerModel;
  /** Public issuer certificates, for checks only. */
  readonly issuerCertificates: readonly Certificate[];
  readonly webhooks: 'certManager' | 'existing';
  readonly webhookCaBundle?: string;
}

/** Where the issuer certificate comes from. */
export type IssuerModel =
  | { readonly kind: 'existing' }
  | {
      readonly kind: 'certManager';
      readonly issuerRef: { readonly name: string; readonly kind: string; readonly group: string };
      readonly duration: string;
      readonly renewBefore: string;
      readonly nameConstraints: boolean;
    };

/** Delivery by Argo CD. */
export interface ArgoCdModel {
  readonly repoURL: string;
  readonly targetRevision: string;
  readonly path: string;
  readonly namespace: string;
  readonly project: string;
  readonly automated: boolean;
  readonly rollingSync: boolean;
}

/** A Service and the clusters that have it. */
export interface ServiceModel {
  readonly name: string;
  readonly namespace: string;
  readonly at: string;
  readonly spec: ServiceSpec;
  readonly exported: 'no' | 'gateway' | 'remote-discovery';
  readonly federated: boolean;
  /** Whether the cluster has it. */
  readonly on: (cluster: Member) => boolean;
}

/** One directed edge: the source holds a Link to the target. */
export interface Edge {
  readonly source: ClusterModel;
  readonly target: ClusterModel;
  readonly mode: LinkMode;
  /** The clusters share a network: federation and remote discovery work, whatever the mode. */
  readonly podToPod: boolean;
  /** The Link selects nothing, so that its mirrors go before it does. */
  readonly draining: boolean;
}

/** Answers per cluster; the pairs of the whole fleet are never held at once. */
export interface Topology {
  /** Edges that leave the cluster, by name of the target. */
  targets(source: ClusterModel): readonly Edge[];
  /** Edges that arrive at the cluster, by name of the source. */
  sources(target: ClusterModel): readonly Edge[];
  /**
   * Shows the same edges one by one, in the same order, and makes no object of any: a full mesh has a million. The visitor
   * must not ask for other edges meanwhile.
   */
  visit(direction: 'targets' | 'sources', cluster: ClusterModel, visitor: EdgeVisitor): void;
}

/** Is shown an edge by its other end. */
export type EdgeVisitor = (other: ClusterModel, mode: LinkMode, podToPod: boolean, draining: boolean) => void;
