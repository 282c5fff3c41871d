/** Every mix of old and new that clusters can be in during one step, over certificates alone. */
import { type Certificate, type IdentityNames, verifies } from '../../trust';

/** What a cluster holds at one time. */
export interface Holding {
  readonly bundle: readonly Certificate[];
  /** Each an issuer, then its possible intermediates; several while issuers change. */
  readonly issuers: readonly (readonly Certificate[])[];
  readonly names: IdentityNames;
}

/** What one cluster holds before and after a step; absent before it joins and after it has left. */
export interface Step {
  readonly before?: Holding;
  readonly after?: Holding;
}

/** One mix that fails. */
export type Mix = 'new issuer under the old bundle' | 'old issuer under the new bundle';

/**
 * The mixes in which what the one cluster signs is refused by the other. Old under old is how things are, and new under new how they
 * are meant to be: both are judged where a fleet is checked by itself. A pair that is broken now has nothing to lose by any step.
 *
 * @param issuer the cluster whose identities are looked at
 * @param holder the cluster that holds the bundle; the same one for its own control plane
 */
export function failingMixes(issuer: Step, holder: Step): readonly Mix[] {
  const { before: oldIssuer, after: newIssuer } = issuer;
  const { before: oldHolder, after: newHolder } = holder;
  if (oldIssuer && oldHolder && !accepted(oldIssuer, oldHolder)) return [];
  const failing: Mix[] = [];
  if (newIssuer && oldHolder && !accepted(newIssuer, oldHolder)) failing.push('new issuer under the old bundle');
  if (oldIssuer && newHolder && !accepted(oldIssuer, newHolder)) failing.push('old issuer under the new bundle');
  return failing;
}

const accepted = ({ issuers, names }: Holding, { bundle }: Holding): boolean =>
  issuers.every((chain) => verifies(chain, bundle, names));
