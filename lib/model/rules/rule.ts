import type { IssueCode } from '../../codes';
import type { Issue } from '../../errors';
import type { ClusterModel, FleetModel } from '../types';

/**
 * One thing that must be true of a fleet. `clusters` are those in question: all of them for `check`, one for `render`,
 * whose answer may then be limited to what concerns that cluster and its edges. A rule never throws and costs no more
 * than its clusters and their Links.
 */
export interface Rule {
  /** Codes it can report. */
  readonly codes: readonly IssueCode[];
  readonly check: (fleet: FleetModel, clusters: readonly ClusterModel[]) => Issue[];
}
