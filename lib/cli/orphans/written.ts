/** What a cluster's directory holds, as it is held against what was seen there. */
import type { SeenCluster, WrittenObject } from '../../analysis/orphans/named';
import { throwOnErrors } from '../../errors';
import { crossingLabels, isLabelledByOwner } from '../../model/service-labels';
import type { ServiceModel } from '../../model/types';
import { type Project, planOf, render } from '../../project';
import { parseData } from '../../read/tree';
import { objectsIn } from './dump';

/**
 * Objects of the rendered files, what `customize` changed and what charts of the author add included, and Services that their owners
 * label. Nothing of a cluster that has left the fleet.
 *
 * @throws FleetError where what code adds cannot be read back: a part of it would make orphans of the rest
 */
export function writtenIn(
  project: Project,
  { cluster, hasLeft }: Pick<SeenCluster, 'cluster' | 'hasLeft'>,
): readonly WrittenObject[] {
  if (hasLeft) return [];
  const written = render(project, cluster)
    .filter(({ applied }) => applied)
    .flatMap(({ path, text }) => {
      const { documents, issues } = parseData(text, `${cluster.name}/${path}`);
      throwOnErrors(issues);
      return documents.flatMap(({ value }) => objectsIn(value));
    });
  return [...written, ...planOf(project, cluster).services.filter(isLabelledByOwner).map(ofOwner)];
}

const ofOwner = (service: ServiceModel): WrittenObject => {
  const { namespace, name } = service;
  return { kind: 'Service', namespace, name, labels: crossingLabels(service), isOwners: true };
};
