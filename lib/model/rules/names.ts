/** Names of the fleet and of its clusters, and what becomes label values. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import { CLUSTER_NAME_MAX, CLUSTER_NAME_MAX_217 } from '../../linkerd/names';
import { isDnsLabel } from '../../net/names';
import { isYamlNonString } from '../../net/yaml-words';
import type { ClusterModel, FleetModel } from '../types';
import { arrivals, withNeighbours } from './edges';
import { levelPath, merge, namesOf, pathOf } from './report';
import type { Rule } from './rule';
import { isClusterName, isLabelValue, isQualifiedName, meant } from './syntax';
import { quoted } from './words';

/** Names of clusters are what the chart, Kubernetes and Linkerd take. */
export const clusterName: Rule = {
  codes: ['NAME_CLUSTER', 'NAME_CLUSTER_YAML', 'NAME_CLUSTER_LENGTH', 'NAME_CLUSTER_FEDERATED'],
  check: (_fleet, clusters) => clusters.flatMap(checkName),
};

function checkName({ name, at: document }: ClusterModel): Issue[] {
  const about = { path: `${document}.metadata.name`, found: quoted(name), clusters: [name] };
  if (!isClusterName(name)) {
    const why = /^[0-9]/.test(name) ? DIGIT : undefined;
    return [issue('NAME_CLUSTER', { ...about, why, fix: meant(name) })];
  }
  if (isYamlNonString(name)) return [issue('NAME_CLUSTER_YAML', about)];
  if (name === 'federated') return [issue('NAME_CLUSTER_FEDERATED', about)];
  if (name.length <= CLUSTER_NAME_MAX) return [];
  return [issue('NAME_CLUSTER_LENGTH', { ...about, found: `${quoted(name)} (${name.length} characters)` })];
}

/** Names of targets leave room for the longer names that mirror controllers have in sources of 2.17. */
export const clusterName217: Rule = {
  codes: ['NAME_CLUSTER_LENGTH'],
  check: (fleet, clusters) => {
    const suspects = withNeighbours(fleet, clusters).filter(
      ({ name }) => name.length > CLUSTER_NAME_MAX_217 && name.length <= CLUSTER_NAME_MAX,
    );
    return [...arrivals(fleet, clusters, suspects)].flatMap(([target, edges]) => {
      const old = edges.map((edge) => edge.source).filter((source) => !source.linkerd.release.capabilities.controllers);
      if (old.length === 0) return [];
      return issue('NAME_CLUSTER_LENGTH', {
        path: `${target.at}.metadata.name`,
        found: `${quoted(target.name)} (${target.name.length} characters), target of ${namesOf(old)} with Linkerd 2.17`,
        allowed: `at most ${CLUSTER_NAME_MAX_217} characters for targets of clusters with 2.17`,
        why: WHY_217,
        fix: 'Run Linkerd 2.18 in these sources, or shorten the name.',
        clusters: [target.name],
      });
    });
  },
};

const WHY_217 =
  'Its mirror controller there is called linkerd-service-mirror-<cluster>; the injector writes that name as a label value and the identity starts with it, and both end at 63.';

const DIGIT =
  'Chart linkerd-multicluster prints the name unquoted in labels: 007 or 1e3 is a number there, Kubernetes refuses six of its objects and takes the rest.';

/** What becomes label values can be label values. */
export const labelValues: Rule = {
  codes: ['NAME_LABEL_VALUE', 'NAME_LABEL_KEY'],
  check: (fleet, clusters) => merge([...fleetLabels(fleet), ...clusters.flatMap((c) => clusterLabels(fleet, c))]),
};

const FIELDS = ['name', 'region', 'environment', 'network'] as const;

function fleetLabels(fleet: FleetModel): Issue[] {
  const regions = (fleet.spec.regions ?? []).map(({ name }, i) => value(name, `${at.fleet}.spec.regions[${i}].name`));
  return [...value(fleet.name, `${at.fleet}.metadata.name`), ...regions.flat()];
}

function clusterLabels(fleet: FleetModel, cluster: ClusterModel): Issue[] {
  const { region, labels: seen } = cluster;
  const listed = (fleet.spec.regions ?? []).some((r) => r.name === region);
  return Object.entries(seen).flatMap(([key, text]) => {
    // The name has rules of its own, and a region that the fleet lists is reported in its list.
    if (key === 'name' || (key === 'region' && listed)) return [];
    const field = FIELDS.some((f) => f === key && cluster[f] !== undefined);
    if (isLabelValue(text) && (field || isQualifiedName(key))) return [];
    const path = pathOf(fleet, cluster, field ? [key] : ['labels', key]);
    return [...value(text, path, cluster.name), ...(field ? [] : keyIssues(key, path, cluster.name))];
  });
}

function value(text: string, path: string, cluster?: string): Issue[] {
  if (isLabelValue(text)) return [];
  return [issue('NAME_LABEL_VALUE', { path, found: quoted(text), clusters: cluster === undefined ? [] : [cluster] })];
}

function keyIssues(key: string, path: string, cluster: string): Issue[] {
  return isQualifiedName(key) ? [] : [issue('NAME_LABEL_KEY', { path, found: quoted(key), clusters: [cluster] })];
}

/** Labels that a field of the cluster hides from selectors. */
export const labelsShadowed: Rule = {
  codes: ['NAME_LABEL_SHADOWED'],
  check: (fleet, clusters) => merge(clusters.flatMap((c) => shadowedLabels(fleet, c))),
};

function shadowedLabels(fleet: FleetModel, cluster: ClusterModel): Issue[] {
  return cluster.levels.flatMap((level) => {
    const given = (level.settings['labels'] ?? {}) as Readonly<Record<string, string>>;
    return FIELDS.flatMap((key) => {
      const hidden = Object.hasOwn(given, key) ? given[key] : undefined;
      if (hidden === undefined || hidden === cluster.labels[key]) return [];
      const field = cluster.labels[key];
      return issue('NAME_LABEL_SHADOWED', {
        path: `${levelPath(fleet, cluster, level.from)}.labels.${key}`,
        found: `the label ${key}: ${quoted(hidden)}; selectors see ${field === undefined ? 'none' : quoted(field)}`,
        clusters: [cluster.name],
      });
    });
  });
}

/** Namespaces of clusters have names that Kubernetes takes. */
export const namespaceNames: Rule = {
  codes: ['NAME_NAMESPACE'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) =>
        cluster.namespaces
          .filter((name) => !isDnsLabel(name))
          .map((name) =>
            issue('NAME_NAMESPACE', {
              path: pathOf(fleet, cluster, ['namespaces']),
              found: quoted(name),
              fix: meant(name),
              clusters: [cluster.name],
            }),
          ),
      ),
    ),
};
