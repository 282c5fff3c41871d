/** The public API. */
export { FleetApp, type FleetAppProps } from './app';
export type { IssueCode } from './codes';
export { FleetError, type Issue, type Severity } from './errors';
export type { Build, Customize } from './fleet/attachments';
export {
  certManager,
  existingCredentials,
  existingIssuer,
  externalSecrets,
  oidc,
  sealedSecrets,
  sops,
} from './fleet/choices';
export {
  Cluster,
  type ClusterProps,
  Fleet,
  type FleetProps,
  FleetService,
  Region,
  type RegionProps,
  type ServiceProps,
} from './fleet/constructs';
export type * from './fleet/spec';
export {
  drain,
  edges,
  fullMesh,
  hubAndSpoke,
  type IslandsProps,
  islands,
  type Topology,
  union,
  withMode,
  without,
} from './fleet/topologies';
export { gatewayIdentity } from './linkerd/names';
export type { LinkerdVersion } from './linkerd/releases';
export type { ClusterPlan, LinkPlan } from './plan/types';
export { LinkAccess, LinkCredentials, LinkTokenFile } from './resources/constructs/credentials';
export { GatewayAdmission } from './resources/constructs/gateway-policy';
export { Link } from './resources/constructs/link';
export { MirrorPodMonitor, ServiceMirror217 } from './resources/constructs/mirrors';
export { MeshNamespaces } from './resources/constructs/namespaces';
export { GatewayNetworkPolicy, ServiceNetworkPolicy } from './resources/constructs/network-policy';
export { ServerPolicy } from './resources/constructs/policy';
export { ExportedService } from './resources/constructs/service';
export { IdentityIssuer, TrustBundle, WebhookCertificates } from './resources/constructs/trust';
export type { LinkAccessProps, LinkSourceProps } from './resources/credentials/access';
export type { LinkCredentialsProps, SecretStoreProps } from './resources/credentials/external-secrets';
export type { LinkTokenFileProps } from './resources/credentials/oidc';
export { exportService, federate } from './resources/labels';
export type { LinkGatewayProps, LinkProps } from './resources/link';
export type { ServiceMirror217Props } from './resources/mirror-217';
export type { MeshNamespacesProps } from './resources/namespaces';
export type { MirrorPodMonitorProps } from './resources/observability/monitoring';
export type { GatewayAdmissionProps } from './resources/policy/gateway';
export type { GatewayNetworkPolicyProps, ServiceNetworkPolicyProps } from './resources/policy/network';
export type { ServerPolicyProps } from './resources/policy/policy';
export type { ExportedServiceProps, ExportMode, ExportProps } from './resources/services';
export type { IdentityIssuerProps, TrustBundleProps, WebhookCertificatesProps } from './resources/trust';
