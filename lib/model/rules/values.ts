/** Helm values of users, held against the charts at the level where they are written. */
import { type Issue, issue } from '../../errors';
import type { Chart } from '../../linkerd/charts';
import { checkValues } from '../../linkerd/values/check';
import { checkValuesTogether } from '../../linkerd/values/together';
import type { ClusterModel, FleetModel, Level } from '../types';
import { groupBy } from './edges';
import { levelPath, merge, pathOf } from './report';
import type { Rule } from './rule';

const CHARTS: readonly Chart[] = ['crds', 'controlPlane', 'multicluster'];

/** Every value by itself: values of a fleet are checked once for each release and distribution that meets them. */
export const values: Rule = {
  codes: [
    'VALUES_UNKNOWN_KEY',
    'VALUES_UNVERIFIED_KEY',
    'VALUES_OWNED_KEY',
    'VALUES_DEAD_KEY',
    'VALUES_REFUSED_KEY',
    'VALUES_TYPE',
    'VALUES_FORM',
    'VALUES_ENUM',
    'VALUES_SECRET',
  ],
  check: (fleet, clusters) => {
    const byRelease = groupBy(clusters, ({ linkerd }) => `${linkerd.release.version} ${linkerd.distribution}`);
    return merge([...byRelease.values()].flatMap((group) => CHARTS.flatMap((chart) => ofChart(fleet, group, chart))));
  },
};

/** The values for one chart of clusters with one release and distribution, at each level that has some. */
function ofChart(fleet: FleetModel, group: readonly ClusterModel[], chart: Chart): Issue[] {
  const written = new Map<object, { path: string; clusters: ClusterModel[] }>();
  for (const cluster of group) {
    for (const level of cluster.levels) {
      const given = valuesOf(level, chart);
      if (given === undefined) continue;
      const same = written.get(given);
      if (same) same.clusters.push(cluster);
      else
        written.set(given, { path: `${levelPath(fleet, cluster, level.from)}.values.${chart}`, clusters: [cluster] });
    }
  }
  const { release, distribution } = group[0]!.linkerd;
  return [...written].flatMap(([given, { path, clusters }]) =>
    checkValues(release.version, distribution, chart, given, path).map((found) => ({
      ...found,
      clusters: clusters.map((cluster) => cluster.name),
    })),
  );
}

function valuesOf({ settings }: Level, chart: Chart): object | undefined {
  const given = (settings['values'] as Partial<Record<Chart, object>> | undefined)?.[chart];
  return given !== undefined && Object.keys(given).length > 0 ? given : undefined;
}

/** Values that fail together; inherited ones count, so this is asked of the cluster. */
export const valuesTogether: Rule = {
  codes: ['VALUES_COMBINATION', 'VALUES_HEARTBEAT', 'VALUES_TRACING_IDENTITY', 'VALUES_OWNED_KEY'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) => {
        const { linkerd, trustDomain, clusterDomain, name } = cluster;
        const given = cluster.values.controlPlane;
        if (Object.keys(given).length === 0) return [];
        const facts = { trustDomain, clusterDomain, chartVersion: linkerd.chartVersion };
        const base = 'values.controlPlane';
        return checkValuesTogether(linkerd.release.version, 'controlPlane', given, facts, base).map((found) => {
          const path = pathOf(fleet, cluster, found.path.split('.'));
          return issue(found.code, { ...found, path, clusters: [name] });
        });
      }),
    ),
};
