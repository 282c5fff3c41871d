/** Everything that must be true of a fleet, as a table. */
import { type Issue, sortIssues } from '../../errors';
import type { ClusterModel, FleetModel } from '../types';
import * as apiserver from './apiserver';
import { gatewayAddresses } from './gateway-address';
import * as gatewayService from './gateway-service';
import * as gateways from './gateways';
import * as identity from './identity';
import * as overlaps from './network-overlap';
import * as networks from './networks';
import type { Rule } from './rule';
import * as trust from './trust';
import * as issuers from './trust-issuer';
import * as values from './values';
import * as versions from './versions';

/** Rules in the order in which a person would fix things. */
export const RULES: readonly Rule[] = [
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
  gateways.gatewayReached,
  gateways.gatewayNearby,
  gateways.gatewayShared,
  gatewayAddresses,
  gatewayService.nodePorts,
  gatewayService.ports,
  gatewayService.serviceFields,
  gatewayService.probe,
  gatewayService.healthCheckPort,
  apiserver.apiServerGiven,
  apiserver.apiServerForm,
  apiserver.apiServerShared,
  values.values,
  values.valuesTogether,
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
