/** Everything that must be true of a fleet, as a table. */
import { type Issue, sortIssues } from '../../errors';
import type { ClusterModel, FleetModel } from '../types';
import type { Rule } from './rule';

/** Rules in the order in which a person would fix things. */
export const RULES: readonly Rule[] = [];

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
