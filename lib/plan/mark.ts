/** What tells policy of a fleet from policy that its users write, in a cluster. */

/** Label of every policy object that a fleet compiles, with the value `MANAGER`. Constructs in charts of users have none. */
export const MANAGED_BY_LABEL = 'app.kubernetes.io/managed-by';
/** Value of that label. */
export const MANAGER = 'linkerd-fleet';
