/** Versions of what runs in a cluster, and of what linked clusters run. */
import { type Issue, issue } from '../../errors';
import { LINKERD_VERSIONS, type LinkerdVersion, skew } from '../../linkerd/releases';
import { checkChartVersion, checkGatewayApi, checkKubernetes } from '../../linkerd/support';
import { originOf } from '../inherit';
import type { ClusterModel, FleetModel } from '../types';
import { differences } from './edges';
import { merge, namesOf, nearness, pathOf } from './report';
import type { Rule } from './rule';

/** Kubernetes, Gateway API and charts against the release. */
export const supported: Rule = {
  codes: [
    'VERSION_FORM',
    'KUBERNETES_TOO_OLD',
    'KUBERNETES_UNTESTED',
    'GATEWAY_API_UNTESTED',
    'CHART_VERSION_MISSING',
    'CHART_VERSION_FORM',
    'CHART_VERSION_LINE',
    'CHART_VERSION_UNVERIFIED',
  ],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) => {
        const { release, distribution } = cluster.linkerd;
        const { kubernetesVersion, gatewayApiVersion } = cluster;
        const path = (...keys: string[]) => pathOf(fleet, cluster, keys);
        const issues: Issue[] = [];
        if (kubernetesVersion !== undefined) {
          issues.push(...checkKubernetes(release, kubernetesVersion, path('kubernetesVersion')));
        }
        if (gatewayApiVersion !== undefined) {
          issues.push(...checkGatewayApi(release, gatewayApiVersion, path('gatewayApiVersion')));
        }
        const given = isGiven(cluster, 'linkerd', 'chartVersion') ? cluster.linkerd.chartVersion : undefined;
        const chartPath = path('linkerd', given === undefined ? 'distribution' : 'chartVersion');
        issues.push(...checkChartVersion(release.version, distribution, given, chartPath));
        return issues.map((found) => ({ ...found, clusters: [cluster.name] }));
      }),
    ),
};

/** Releases of linked clusters that lie more than one line apart. */
export const versionSkew: Rule = {
  codes: ['LINKERD_SKEW'],
  check: (fleet, clusters) =>
    differences(
      fleet,
      clusters,
      (cluster) => cluster.linkerd.release.version,
      ({ source, target }) => skew(source.linkerd.release.version, target.linkerd.release.version) > 1,
    ).map(({ values, clusters: [older, newer] }) =>
      issue('LINKERD_SKEW', {
        path: pathOf(fleet, older[0]!, ['linkerd', 'version']),
        found: `${values[0]} in ${namesOf(older)}, linked with ${values[1]} in ${namesOf(newer)}`,
        allowed: `for ${values[0]}: ${neighbours(values[0] as LinkerdVersion).join(', ')}`,
        clusters: [...older, ...newer].map((cluster) => cluster.name),
      }),
    ),
};

function neighbours(version: LinkerdVersion): readonly LinkerdVersion[] {
  return LINKERD_VERSIONS.filter((other) => skew(version, other) <= 1);
}

/** Fields that Link has not had in every release. */
export const linkFields: Rule = {
  codes: ['EXCLUDED_UNSUPPORTED'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) => {
        const { release } = cluster.linkerd;
        if (release.capabilities.excludedLabels || fleet.topology.targets(cluster).length === 0) return [];
        return (['excludedLabels', 'excludedAnnotations'] as const).flatMap((key) =>
          hasEntries(cluster, key)
            ? [
                issue('EXCLUDED_UNSUPPORTED', {
                  path: pathOf(fleet, cluster, [key]),
                  found: `${key} for a source that runs ${release.version}`,
                  clusters: [cluster.name],
                }),
              ]
            : [],
        );
      }),
    ),
};

/** Licences of Buoyant Enterprise for Linkerd. */
export const licence: Rule = {
  codes: ['LICENSE_MISSING', 'LICENSE_TWICE', 'LICENSE_UNUSED'],
  check: (fleet, clusters) =>
    merge(clusters.flatMap((cluster) => licenceIssue(fleet, cluster).map((i) => ({ ...i, clusters: [cluster.name] })))),
};

function licenceIssue(fleet: FleetModel, cluster: ClusterModel): Issue[] {
  const { distribution, license, licenseSecret } = cluster.linkerd;
  const given = [license && 'license', licenseSecret && 'licenseSecret'].filter((key) => key !== undefined);
  const path = (key: string) => pathOf(fleet, cluster, ['linkerd', key]);
  const near = (key: string) => nearness(cluster, ['linkerd', key]);
  if (distribution === 'edge') {
    // A cluster may turn away from the distribution of its fleet without being able to take the licence back.
    const [key] = given.filter((name) => near(name) >= near('distribution'));
    return key ? [issue('LICENSE_UNUSED', { path: path(key), found: `${key} with distribution edge` })] : [];
  }
  if (given.length === 0) return [issue('LICENSE_MISSING', { path: path('distribution'), found: 'no licence' })];
  if (given.length === 1) return [];
  return [issue('LICENSE_TWICE', { path: path('license'), found: 'license and licenseSecret' })];
}

/** Whether a person, as opposed to a default, set it. */
function isGiven(cluster: ClusterModel, ...keys: string[]): boolean {
  const from = originOf(cluster.levels, keys);
  return from !== undefined && from !== 'default';
}

/** The model has no exclusions for such a release; what was asked for is in the levels. */
function hasEntries(cluster: ClusterModel, key: 'excludedLabels' | 'excludedAnnotations'): boolean {
  const level = cluster.levels.findLast(({ settings }) => settings[key] !== undefined);
  return ((level?.settings[key] ?? []) as readonly string[]).length > 0;
}
