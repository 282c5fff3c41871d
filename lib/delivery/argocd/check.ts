/** What Argo CD would not take, or would take for something else. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import type { ArgoCdModel, ClusterModel, FleetModel } from '../../model/types';
import { isDnsLabel, isDnsSubdomain } from '../../net';

/** Problems of `argocd`, of the fleet and of its clusters; none in a fleet without it. */
export function checkArgocd(fleet: FleetModel): readonly Issue[] {
  const { argocd } = fleet;
  if (argocd === undefined) return [];
  const clusters = [...fleet.clusters.values()];
  return [
    ...names(fleet, argocd),
    ...source(argocd),
    ...rolling(fleet),
    ...clusters.flatMap(server),
    ...sharedDestinations(clusters),
  ];
}

const SETTINGS = `${at.fleet}.spec.argocd`;

function names({ name }: FleetModel, { namespace, project }: ArgoCdModel): Issue[] {
  const wrong: [string, string][] = [];
  if (!isDnsSubdomain(name)) wrong.push([`${at.fleet}.metadata.name`, name]);
  if (!isDnsLabel(namespace)) wrong.push([`${SETTINGS}.namespace`, namespace]);
  if (!isDnsSubdomain(project)) wrong.push([`${SETTINGS}.project`, project]);
  return wrong.map(([path, found]) => issue('ARGOCD_NAME', { path, found: JSON.stringify(found) }));
}

const PASSWORD = /^[a-z+]+:\/\/[^/@]*:[^/]*@/i;
const TEMPLATE_OR_SPACE = /\{\{|\s/;

function source({ repoURL, targetRevision, path }: ArgoCdModel): Issue[] {
  const issues: Issue[] = [];
  if (PASSWORD.test(repoURL)) {
    issues.push(issue('ARGOCD_SOURCE', { path: `${SETTINGS}.repoURL`, found: 'a URL with a password' }));
  } else if (TEMPLATE_OR_SPACE.test(repoURL)) {
    issues.push(issue('ARGOCD_SOURCE', { path: `${SETTINGS}.repoURL`, found: JSON.stringify(repoURL) }));
  }
  if (TEMPLATE_OR_SPACE.test(targetRevision)) {
    issues.push(issue('ARGOCD_SOURCE', { path: `${SETTINGS}.targetRevision`, found: JSON.stringify(targetRevision) }));
  }
  if (/^\/|[\s\\*?[\]{}:;]/.test(path) || path.split('/').includes('..')) {
    issues.push(issue('ARGOCD_PATH', { path: `${SETTINGS}.path`, found: JSON.stringify(path) }));
  }
  return issues;
}

function rolling({ spec }: FleetModel): Issue[] {
  if (spec.argocd?.rollingSync !== true || spec.argocd.automated !== false) return [];
  const found = 'rollingSync: true with automated: false';
  return [issue('ARGOCD_ROLLING_MANUAL', { path: `${SETTINGS}.rollingSync`, found })];
}

function server({ name, at: document, argocd }: ClusterModel): Issue[] {
  if (argocd.server === undefined || /^https?:\/\/[^\s/]+(\/\S*[^\s/])?$/.test(argocd.server)) return [];
  const path = `${document}.spec.argocd.server`;
  return [issue('ARGOCD_SERVER', { path, found: JSON.stringify(argocd.server), clusters: [name] })];
}

function sharedDestinations(clusters: readonly ClusterModel[]): Issue[] {
  const sharers = new Map<string, ClusterModel[]>();
  for (const cluster of clusters) {
    const { name, server } = cluster.argocd;
    const key = server === undefined ? `name ${name}` : `server ${server}`;
    const found = sharers.get(key);
    if (found === undefined) sharers.set(key, [cluster]);
    else found.push(cluster);
  }
  return [...sharers].flatMap(([key, [first, ...others]]) =>
    others.length === 0 ? [] : [shared(key, [first!, ...others])],
  );
}

function shared(destination: string, clusters: readonly ClusterModel[]): Issue {
  // The one that says it is the one to mend: the other may just have the name.
  const { at: document } = clusters.find(({ name, argocd }) => argocd.name !== name || argocd.server) ?? clusters[0]!;
  return issue('ARGOCD_DESTINATION_SHARED', {
    path: `${document}.spec.argocd`,
    found: `${destination} for ${clusters.map((cluster) => cluster.name).join(', ')}`,
    clusters: clusters.map((cluster) => cluster.name),
  });
}
