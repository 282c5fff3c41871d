/** Everything that must be true of a fleet, as a table. */
import { type Issue, sortIssues } from '../../errors';
import type { ClusterModel, FleetModel } from '../types';
import { accepted } from './accept';
import { membersAgree } from './agreement';
import * as apiserver from './apiserver';
import { assertForm, assertHolds } from './assert';
import * as balancing from './balancing';
import * as collisions from './collisions';
import { credentialFiles } from './credential-files';
import { credentialPlaces } from './credential-places';
import * as credentials from './credentials';
import { deadClusters } from './drain';
import * as exported from './exports';
import * as families from './families';
import { federationReach } from './federation';
import { flatNetworks } from './flat';
import { gatewayAddresses } from './gateway-address';
import * as gatewayService from './gateway-service';
import * as gateways from './gateways';
import { headless } from './headless';
import * as identity from './identity';
import * as names from './names';
import { namespacesThere } from './namespaces';
import * as overlaps from './network-overlap';
import * as policies from './network-policy';
import * as networks from './networks';
import { observed } from './observability';
import * as oidc from './oidc';
import { ownersNamed } from './owners';
import * as policy from './policy';
import { metricsAdmitted, namespacePolicies } from './policy-default';
import { exportsOpen } from './policy-exports';
import { gatewayAdmits, gatewayCovered } from './policy-gateway';
import { guardWriters } from './policy-guards';
import { accountNames } from './policy-names';
import { policyNames, portForms } from './policy-objects';
import { portsApart, portsSeen } from './policy-ports';
import { policyRoutes } from './policy-routes';
import { guardedParts, membersDecide } from './policy-shared';
import * as ports from './ports';
import * as refinements from './refinements';
import type { Rule } from './rule';
import * as scale from './scale';
import * as selectors from './selectors';
import { labelsSaid } from './service-labels';
import * as serviceNames from './service-names';
import * as topology from './topology';
import * as trust from './trust';
import * as issuers from './trust-issuer';
import * as values from './values';
import * as versions from './versions';

/** Rules in the order in which a person would fix things. */
export const RULES: readonly Rule[] = [
  accepted,
  names.clusterName,
  names.clusterName217,
  names.labelValues,
  names.labelsShadowed,
  names.namespaceNames,
  selectors.unknownClusters,
  selectors.unknownLabels,
  selectors.selectorExpressions,
  selectors.selectsNothing,
  topology.explicitEdges,
  topology.islands,
  refinements.cutsSaidOnce,
  refinements.refinesNothing,
  deadClusters,
  flatNetworks,
  versions.supported,
  versions.licence,
  versions.linkFields,
  versions.versionSkew,
  identity.domains,
  identity.namespaces,
  identity.identityLength,
  identity.sharedTrustDomain,
  identity.controlPlaneNamespace,
  trust.anchorsGiven,
  trust.certificates,
  trust.chains,
  trust.bundles,
  issuers.issuerRenewal,
  issuers.webhookCa,
  networks.ranges,
  networks.ownRanges,
  networks.covered,
  networks.knownNetworks,
  overlaps.overlap,
  overlaps.rangesGiven,
  families.ipv6Said,
  families.sharedFamilies,
  families.preferredFamily,
  policies.policySources,
  policies.sourceRanges,
  gateways.gatewayReached,
  gateways.gatewayNearby,
  gateways.gatewayShared,
  gatewayAddresses,
  families.gatewayFamilies,
  gatewayService.nodePorts,
  gatewayService.ports,
  gatewayService.serviceFields,
  gatewayService.probe,
  gatewayService.healthCheckPort,
  apiserver.apiServerGiven,
  apiserver.apiServerForm,
  apiserver.apiServerProxyCa,
  apiserver.apiServerShared,
  credentials.oneWay,
  credentials.accountOfChart,
  credentials.epochs,
  credentials.sourcesKnown,
  credentials.revokedLinks,
  credentialPlaces,
  credentialFiles,
  oidc.oidcIssuers,
  oidc.oidcTargets,
  oidc.oidcAudiences,
  values.values,
  values.valuesTogether,
  serviceNames.serviceNames,
  serviceNames.serviceMetadata,
  labelsSaid,
  serviceNames.serviceOnce,
  serviceNames.mirrorLength,
  ports.servicePorts,
  ports.tcpOnly,
  collisions.mirrorCollisions,
  collisions.mirrorNamesTaken,
  exported.exportReach,
  exported.exportedAndFederated,
  headless,
  federationReach,
  membersAgree,
  namespacesThere,
  policy.policyForm,
  accountNames,
  portsSeen,
  portsApart,
  policyRoutes,
  policy.policyPaths,
  policy.policyMembers,
  policy.policyServers,
  policyNames,
  portForms,
  guardedParts,
  membersDecide,
  namespacePolicies,
  metricsAdmitted,
  gatewayAdmits,
  gatewayCovered,
  exportsOpen,
  guardWriters,
  assertForm,
  assertHolds,
  observed,
  ownersNamed,
  balancing.balancingAnnotations,
  balancing.balancingReleases,
  scale.linksHeld,
  scale.watchesHeld,
  scale.mirrorsPerLink,
];

/**
 * Checks the fleet, or what concerns some of its clusters.
 *
 * @param clusters @default - all clusters
 */
export function checkRules(
  fleet: FleetModel,
  clusters: readonly ClusterModel[] = [...fleet.clusters.values()],
): Issue[] {
  return sortIssues(RULES.flatMap((rule) => rule.check(fleet, clusters)));
}
