/** API servers as sources reach them: they end up in the kubeconfig of every Link. */

import { type Issue, issue } from '../../errors';
import { type Host, ipScope, parseHttpsUrl } from '../../net';
import { credentialsOf } from '../credentials/credentials';
import { forNetwork } from '../gateway';
import type { ApiServerModel, ClusterModel, CredentialsModel } from '../types';
import { arrivals, withNeighbours } from './edges';
import { remember } from './memo';
import { certificateFault } from './pem';
import { meant, namesOf } from './report';
import type { Rule } from './rule';
import { sharedWays } from './shared';
import { quoted } from './words';

/** An address for every target whose kubeconfig is written here. */
export const apiServerGiven: Rule = {
  codes: ['API_SERVER_MISSING'],
  check: (fleet, clusters) => {
    const suspects = withNeighbours(fleet, clusters).filter(
      (cluster) => cluster.apiServer === undefined && isWritten(cluster.credentials),
    );
    const watched = [...arrivals(fleet, clusters, suspects)]
      .map(([target, edges]) => [target, edges.filter((edge) => credentialsOf(edge).kind !== 'existing')] as const)
      .filter(([, edges]) => edges.length > 0);
    if (watched.length === 0) return [];
    const targets = watched.map(([target]) => target);
    const sources = new Set(watched.flatMap(([, edges]) => edges.map((edge) => edge.source)));
    return [
      issue('API_SERVER_MISSING', {
        path: `${targets[0]!.at}.spec.apiServer`,
        found: `no apiServer for ${namesOf(targets)}, watched by ${namesOf(sources)}`,
        clusters: targets.map((cluster) => cluster.name),
      }),
    ];
  },
};

/** URLs and CAs as they are written. */
export const apiServerForm: Rule = {
  codes: ['API_SERVER_URL', 'API_SERVER_CA'],
  check: (fleet, clusters) =>
    clusters.flatMap(({ at, name, apiServer }) => {
      if (apiServer === undefined) return [];
      const path = `${at}.spec.apiServer`;
      const issues = [...urls(apiServer)].flatMap(([keys, url]) => urlIssue(url, `${path}${keys}.url`, name));
      const fault = apiServer.caBundle === undefined ? undefined : certificateFault(fleet, apiServer.caBundle);
      if (fault === undefined) return issues;
      return [...issues, issue('API_SERVER_CA', { path: `${path}.caBundle`, found: fault, clusters: [name] })];
    }),
};

function* urls({ url, networks }: ApiServerModel): Generator<[string, string]> {
  yield ['', url];
  for (const [network, entry] of Object.entries(networks)) yield [`.networks.${network}`, entry.url];
}

/** Names that mean the machine or cluster that reads them. */
const OWN_NAME = /^(localhost|.*\.localhost|kubernetes(\.default)?|.*\.svc(\..*)?)$/;

function leadsBack({ kind, text }: Host): boolean {
  return kind === 'ip' ? ['loopback', 'unspecified'].includes(ipScope(text) ?? '') : OWN_NAME.test(text);
}

function urlIssue(url: string, path: string, cluster: string): Issue[] {
  const parsed = parseHttpsUrl(url);
  if (parsed.ok && !leadsBack(parsed.value.host)) return [];
  // What stands before an @ may be a password.
  const shown = url.includes('@') ? 'a URL' : quoted(url);
  const reason = parsed.ok ? 'leads every source to itself' : parsed.reason;
  const fix = parsed.ok ? undefined : meant(parsed);
  return [issue('API_SERVER_URL', { path, found: `${shown}, which ${reason}`, fix, clusters: [cluster] })];
}

/** The CA of a proxy before the API server, which is not that of the cluster. */
export const apiServerProxyCa: Rule = {
  codes: ['API_SERVER_PROXY_CA'],
  check: (_, clusters) =>
    clusters.flatMap(({ at, name, apiServer, credentials }) => {
      if (apiServer === undefined || apiServer.caBundle !== undefined || !isWritten(credentials)) return [];
      const proxied = [...urls(apiServer)].find(([, url]) => isProxied(url));
      if (proxied === undefined) return [];
      const found = `no caBundle for ${quoted(proxied[1])}`;
      return [issue('API_SERVER_PROXY_CA', { path: `${at}.spec.apiServer.caBundle`, found, clusters: [name] })];
    }),
};

/** Whether a kubeconfig of any of its sources is written here. */
function isWritten({ common, sources }: CredentialsModel): boolean {
  return [common, ...Object.values(sources)].some(({ kind }) => kind !== 'existing');
}

function isProxied(url: string): boolean {
  const parsed = parseHttpsUrl(url);
  return parsed.ok && parsed.value.path !== '';
}

/** One API server for two clusters that a source is linked with. */
export const apiServerShared: Rule = {
  codes: ['API_SERVER_SHARED'],
  check: (fleet, clusters) => {
    const read = new Map<string, string>();
    const endpointOf = (url: string) => remember(read, url, () => endpoint(url));
    return sharedWays(fleet, clusters, {
      all: ({ apiServer }) => (apiServer === undefined ? [] : [...urls(apiServer)].map(([, url]) => endpointOf(url))),
      of: ({ source, target }) => {
        const url = serverFor(target, source);
        return url === undefined ? [] : [endpointOf(url)];
      },
    }).map(({ what, targets }) =>
      issue('API_SERVER_SHARED', {
        path: `${targets[0]!.at}.spec.apiServer.url`,
        found: `${what} for ${namesOf(targets)}`,
        clusters: targets.map((target) => target.name),
      }),
    );
  },
};

/** The URL by which a source reaches the API server of a target. */
export function serverFor({ apiServer }: ClusterModel, { network }: ClusterModel): string | undefined {
  const { url, networks = {} } = apiServer ?? {};
  return forNetwork(networks, network)?.url ?? url;
}

/** Equal for two ways to write one server. */
export function endpoint(url: string): string {
  const parsed = parseHttpsUrl(url);
  if (!parsed.ok) return url;
  const { host, port, path } = parsed.value;
  return `${host.text} port ${port}${path === '' ? '' : ` path ${path}`}`;
}
