/** What Argo CD would not take, or would take for something else. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import { namesIn } from '../../model/selector';
import type { ArgoCdModel, ClusterModel, FleetModel } from '../../model/types';
import { isDnsLabel, isDnsSubdomain } from '../../net';
import { type Delivery, deliveryOf } from './settings';

/**
 * Problems of `argocd`, of the fleet and of its clusters; none in a fleet without it.
 *
 * @param concerned clusters to look at; those of others are left out @default - all clusters
 */
export function checkArgocd(fleet: FleetModel, concerned?: readonly ClusterModel[]): readonly Issue[] {
  const { argocd } = fleet;
  if (argocd === undefined) return [];
  const names = new Set(concerned?.map(({ name }) => name));
  return allIssues(fleet, argocd).filter(
    ({ clusters }) => concerned === undefined || clusters.length === 0 || clusters.some((name) => names.has(name)),
  );
}

function allIssues(fleet: FleetModel, argocd: ArgoCdModel): readonly Issue[] {
  const clusters = [...fleet.clusters.values()];
  return [
    ...names(fleet, argocd),
    ...source(argocd),
    ...rolling(fleet),
    ...choices(fleet),
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
/** What no path in the repository may have. */
const PATH = /^\/|[\s\\*?[\]{}:;]|(?:^|\/)\.\.(?:\/|$)/;

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
  if (PATH.test(path)) {
    issues.push(issue('ARGOCD_PATH', { path: `${SETTINGS}.path`, found: JSON.stringify(path) }));
  }
  return issues;
}

function rolling({ spec }: FleetModel): Issue[] {
  if (spec.argocd?.rollingSync !== true || spec.argocd.automated !== false) return [];
  const found = 'rollingSync: true with automated: false';
  return [issue('ARGOCD_ROLLING_MANUAL', { path: `${SETTINGS}.rollingSync`, found })];
}

function choices(fleet: FleetModel): Issue[] {
  const delivery = deliveryOf(fleet);
  return [...environments(fleet, delivery), ...pruning(fleet, delivery), ...addresses(delivery)];
}

/** RollingSync never syncs an Application that is in none of its steps. */
function environments({ clusters }: FleetModel, { environments }: Delivery): Issue[] {
  const path = `${SETTINGS}.environments`;
  const twice = environments.filter((name, i) => environments.indexOf(name) !== i);
  const unlisted = [...clusters.values()].filter(({ environment = '' }) => !environments.includes(environment));
  return [
    ...twice.map((name) => issue('ARGOCD_ENVIRONMENT', { path, found: `${JSON.stringify(name)} twice` })),
    ...(environments.length === 0 ? [] : unlisted).map(({ name, environment }) => {
      const found = environment === undefined ? `no environment for ${name}` : JSON.stringify(environment);
      return issue('ARGOCD_ENVIRONMENT', { path: `${at.cluster(name)}.spec.environment`, found, clusters: [name] });
    }),
  ];
}

function pruning({ spec, clusters }: FleetModel, { prune }: Delivery): Issue[] {
  const selector = spec.argocd?.prune;
  if (selector === undefined) return [];
  const path = `${SETTINGS}.prune`;
  const unknown = namesIn(selector).filter((name) => !clusters.has(name));
  const issues = unknown.map((name) =>
    issue('ARGOCD_PRUNE', {
      path,
      found: `no cluster ${JSON.stringify(name)}`,
      fix: 'Correct the name, or remove it.',
    }),
  );
  if (prune.length > 0 && spec.argocd?.automated === false) {
    issues.push(issue('ARGOCD_PRUNE', { path, found: 'prune with automated: false' }));
  }
  return issues;
}

const TOKEN = /^\$[a-z0-9]([-a-z0-9.]*[a-z0-9])?:[-._a-zA-Z0-9]+$/;
const WEB = /^https?:\/\/[^\s/@{}]+(\/[^\s{}?#]*)?$/;

function addresses({ generator, cmp }: Delivery): Issue[] {
  const issues: Issue[] = [];
  if (generator.kind === 'plugin') {
    const path = `${SETTINGS}.generator.plugin`;
    if (!WEB.test(generator.baseUrl)) {
      issues.push(issue('ARGOCD_PLUGIN', { path: `${path}.baseUrl`, found: 'no http:// or https:// URL of a server' }));
    }
    if (!TOKEN.test(generator.token)) {
      // It may be the token itself.
      issues.push(issue('ARGOCD_PLUGIN', { path: `${path}.token`, found: 'no $<Secret>:<key>' }));
    }
  }
  if (cmp !== undefined && PATH.test(cmp.fleet)) {
    issues.push(issue('ARGOCD_PATH', { path: `${SETTINGS}.cmp.fleet`, found: JSON.stringify(cmp.fleet) }));
  }
  if (cmp !== undefined && TEMPLATE_OR_SPACE.test(cmp.name)) {
    issues.push(issue('ARGOCD_PLUGIN', { path: `${SETTINGS}.cmp.name`, found: JSON.stringify(cmp.name) }));
  }
  return issues;
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
