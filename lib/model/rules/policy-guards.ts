/** Guards of a cluster: that they let the fleet itself through, and that its Kubernetes has them. */
import { issue } from '../../errors';
import type { ClusterModel, FleetModel } from '../types';
import { merge, nearness, pathOf } from './report';
import type { Rule } from './rule';

/** A comma parts two writers in the ConfigMap. */
const WRITER = /^[^\s,]+$/;

/** Somebody must be allowed to write credentials, by a name that Kubernetes can have for them. */
export const guardWriters: Rule = {
  codes: ['GUARD_WRITERS', 'GUARD_KUBERNETES'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) => {
        const { guards, kubernetesVersion, name } = cluster;
        if (guards === undefined) return [];
        const wrong = guards.writers.find((writer) => !WRITER.test(writer));
        const found = wrong === undefined ? 'credentials without writers' : JSON.stringify(wrong);
        const isLost = wrong !== undefined || (guards.credentials !== undefined && guards.writers.length === 0);
        const [, minor] = (kubernetesVersion ?? '').split('.').map(Number);
        return [
          ...(isLost ? [issue('GUARD_WRITERS', { path: writersPath(fleet, cluster), found, clusters: [name] })] : []),
          ...(guards.engine === 'kubernetes' && minor !== undefined && minor < 30
            ? [
                issue('GUARD_KUBERNETES', {
                  path: pathOf(fleet, cluster, ['kubernetesVersion']),
                  found: `guards with Kubernetes ${kubernetesVersion}`,
                  clusters: [name],
                }),
              ]
            : []),
        ];
      }),
    ),
};

/** Where writers are said; where nobody says any, beside the guard that wants them. */
function writersPath(fleet: FleetModel, cluster: ClusterModel): string {
  const writers = ['guards', 'writers'];
  return nearness(cluster, writers) < 0
    ? pathOf(fleet, cluster, ['guards', 'credentials']).replace(/credentials$/, 'writers')
    : pathOf(fleet, cluster, writers);
}
