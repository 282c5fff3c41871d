/** Services whose pods are those of another: what decides there is the same for both. */
import { issue } from '../../errors';
import { policyPorts, sharingOf, targetPortOf } from '../policy-pods';
import { isOn, nameOf, servicesOn } from './placement';
import type { Rule } from './rule';

/** A Service without `allow` on some of the pods of one with: its callers get in there and not elsewhere, or the reverse. */
export const guardedParts: Rule = {
  codes: ['POLICY_GUARDED_IN_PART'],
  check: (fleet, clusters) =>
    servicesOn(fleet, clusters).flatMap((service) => {
      if (service.spec.allow !== undefined) return [];
      const guards = policyPorts(service).flatMap((port) => {
        const { narrower = [] } = sharingOf(fleet, service, targetPortOf(port)) ?? {};
        return narrower.filter(({ spec }) => spec.allow !== undefined);
      });
      return [...new Set(guards)].flatMap((guard) => {
        const both = clusters.filter((c) => isOn(fleet, service, c) && isOn(fleet, guard, c));
        if (both.length === 0) return [];
        const found = `${nameOf(service)}, on pods of ${nameOf(guard)} among others`;
        return [
          issue('POLICY_GUARDED_IN_PART', { path: `${service.at}.spec`, found, clusters: both.map((c) => c.name) }),
        ];
      });
    }),
};
