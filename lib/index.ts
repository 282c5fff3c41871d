/** The public API. */
export { FleetApp, type FleetAppProps } from './app';
export type { IssueCode } from './codes';
export { FleetError, type Issue, type Severity } from './errors';
export type { Build, Customize } from './fleet/attachments';
export { certManager, existingCredentials, existingIssuer, externalSecrets } from './fleet/choices';
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
