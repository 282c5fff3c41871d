/** Who labels a Service of somebody else: two appliers of one object get in each other's way. */
import { type Issue, issue } from '../../errors';
import { writtenOf } from '../service-labels';
import type { ServiceModel } from '../types';
import { groupsOf, isWhole, servicesOn, titleOf } from './placement';
import type { Rule } from './rule';

/** It is said who labels Services that the fleet does not write. */
export const labelsSaid: Rule = {
  codes: ['SERVICE_LABELS_UNSAID', 'SERVICE_LABELS_WHOLE'],
  check: (fleet, clusters) => [
    ...groupsOf(fleet, isUnsaid).flatMap((group): Issue[] => {
      const members = isWhole(fleet, clusters) ? group.members() : clusters.filter(group.has);
      if (members.length === 0) return [];
      const found = `${titleOf(group)}, without a selector, and nothing about their labels`;
      const path = `${group.at}.spec.writeLabels`;
      return [issue('SERVICE_LABELS_UNSAID', { path, found, clusters: members.map(({ name }) => name) })];
    }),
    ...servicesOn(fleet, clusters)
      .filter(({ spec }) => spec.selector !== undefined && spec.writeLabels === false)
      .map(({ at }) =>
        issue('SERVICE_LABELS_WHOLE', { path: `${at}.spec.writeLabels`, found: 'false, and a selector' }),
      ),
  ],
};

const isUnsaid = (service: ServiceModel): boolean =>
  service.spec.writeLabels === undefined && writtenOf(service) === 'labels';
