import { issue } from '../../errors';
import { at } from '../../fleet/description';
import type { Rule } from './rule';

/** A cluster that is called dead is on its way out. */
export const deadClusters: Rule = {
  codes: ['DEAD_CLUSTER_LINKED'],
  check: (fleet, clusters) =>
    clusters.flatMap((cluster) => {
      const place = (fleet.spec.dead ?? []).indexOf(cluster.name);
      if (place < 0) return [];
      const links = fleet.topology.targets(cluster).length + fleet.topology.sources(cluster).length;
      if (links === 0) return [];
      const found = `${cluster.name}, which has ${links} ${links === 1 ? 'Link' : 'Links'} at either end`;
      return [
        issue('DEAD_CLUSTER_LINKED', { path: `${at.fleet}.spec.dead[${place}]`, found, clusters: [cluster.name] }),
      ];
    }),
};
