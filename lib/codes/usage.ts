import { codes } from './entry';

/** Wrong use of a command. */
export const usage = codes({
  CLUSTER_UNKNOWN: {
    allowed: 'a cluster of the fleet',
    why: 'Nothing is written for a cluster that the fleet does not have: an empty answer would make Argo CD prune everything.',
    fix: 'Correct the name, or add the cluster to the fleet.',
  },
});
