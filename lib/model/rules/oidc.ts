/** Credentials by `oidc`: everything for which an API server would refuse its file, or take one for another. */
import { type Issue, issue } from '../../errors';
import { type Host, parseHttpsUrl } from '../../net';
import { credentialsOf, isRevoked } from '../credentials/credentials';
import type { ClusterModel, Edge, FleetModel, LinkCredentialsModel, Platform } from '../types';
import { arrivals, withNeighbours } from './edges';
import { certificateFault } from './pem';
import { merge, namesOf, pathOf } from './report';
import type { Rule } from './rule';
import { counted, quoted } from './words';

type Way = Extract<LinkCredentialsModel, { kind: 'oidc' }>;

/** Edges by oidc that arrive at a target. */
type Arrivals = readonly (readonly [target: ClusterModel, edges: readonly Edge[]])[];

/** Of an AuthenticationConfiguration (kubernetes staging/src/k8s.io/apiserver/pkg/apis/apiserver/validation). */
const ISSUERS_MAX = 64;

function oidcArrivals(fleet: FleetModel, clusters: readonly ClusterModel[]): Arrivals {
  const suspects = withNeighbours(fleet, clusters).filter(isOidc);
  return [...arrivals(fleet, clusters, suspects)]
    .map(([target, edges]) => [target, edges.filter((edge) => wayOf(edge) && !isRevoked(edge))] as const)
    .filter(([, edges]) => edges.length > 0);
}

const isOidc = ({ credentials: { common, sources } }: ClusterModel) =>
  common.kind === 'oidc' || Object.values(sources).some(({ kind }) => kind === 'oidc');

function wayOf(edge: Edge): Way | undefined {
  const way = credentialsOf(edge);
  return way.kind === 'oidc' ? way : undefined;
}

/** Who signs. */
export const oidcIssuers: Rule = {
  codes: ['OIDC_ISSUER_MISSING', 'OIDC_ISSUER_URL', 'OIDC_ISSUER_SHARED', 'OIDC_CA', 'OIDC_LINKERD'],
  check: (fleet, clusters) =>
    merge(
      oidcArrivals(fleet, clusters).flatMap(([target, edges]) => [
        ...edges.flatMap(({ source }) => sourceIssues(fleet, source)),
        ...sharedIssues(
          target,
          edges.map(({ source }) => source),
        ),
        ...caIssues(fleet, target),
      ]),
    ),
};

function sourceIssues(fleet: FleetModel, source: ClusterModel): Issue[] {
  const { at, name, linkerd, serviceAccountIssuer: given } = source;
  const path = `${at}.spec.serviceAccountIssuer`;
  const clusters = [name];
  const issues: Issue[] = [];
  if (!linkerd.release.capabilities.controllers) {
    const found = `Linkerd ${linkerd.release.version} in ${name}`;
    issues.push(issue('OIDC_LINKERD', { path: pathOf(fleet, source, ['linkerd', 'version']), found, clusters }));
  }
  if (given === undefined) {
    return [...issues, issue('OIDC_ISSUER_MISSING', { path, found: `no serviceAccountIssuer of ${name}`, clusters })];
  }
  const { url, discoveryURL, certificateAuthority } = given;
  for (const [key, value] of Object.entries({ url, discoveryURL })) {
    const fault = value === undefined ? undefined : urlFault(value);
    if (fault !== undefined) issues.push(issue('OIDC_ISSUER_URL', { path: `${path}.${key}`, found: fault, clusters }));
  }
  if (discoveryURL !== undefined && bare(discoveryURL) === bare(url)) {
    const same = `${quoted(discoveryURL)}, which is the url`;
    issues.push(issue('OIDC_ISSUER_URL', { path: `${path}.discoveryURL`, found: same, clusters }));
  }
  const found = certificateAuthority === undefined ? undefined : certificateFault(fleet, certificateAuthority);
  if (found !== undefined) issues.push(issue('OIDC_CA', { path: `${path}.certificateAuthority`, found, clusters }));
  return issues;
}

const bare = (url: string) => url.replace(/\/+$/, '');

/** Issuers may end in a slash, which is part of their name. */
function urlFault(url: string): string | undefined {
  const parsed = parseHttpsUrl(url.replace(/\/$/, ''));
  const shown = url.includes('@') ? 'a URL' : quoted(url);
  if (!parsed.ok) return `${shown}, which ${parsed.reason}`;
  return isService(parsed.value.host) ? `${shown}, which is a Service of whoever asks` : undefined;
}

const isService = ({ kind, text }: Host) =>
  kind !== 'ip' && /^(localhost|kubernetes(\.default)?|.*\.svc(\..*)?)$/.test(text);

function sharedIssues(target: ClusterModel, sources: readonly ClusterModel[]): Issue[] {
  const owners = new Map<string, Set<ClusterModel>>();
  const own = (key: string | undefined, cluster: ClusterModel) =>
    key === undefined ? undefined : owners.set(key, (owners.get(key) ?? new Set()).add(cluster));
  own(target.serviceAccountIssuer?.url, target);
  for (const source of sources) {
    const { url, discoveryURL } = source.serviceAccountIssuer ?? {};
    own(url, source);
    own(discoveryURL, source);
  }
  return [...owners].flatMap(([url, clusters]) => {
    if (clusters.size < 2) return [];
    const found = `${quoted(url)} of ${namesOf(clusters)}`;
    const path = `${[...clusters].at(-1)!.at}.spec.serviceAccountIssuer`;
    return [issue('OIDC_ISSUER_SHARED', { path, found, clusters: [...clusters].map(({ name }) => name) })];
  });
}

function caIssues(fleet: FleetModel, target: ClusterModel): Issue[] {
  // Without an apiServer at all, API_SERVER_MISSING says so.
  if (target.apiServer === undefined || target.apiServer.caBundle !== undefined) return [];
  const path = pathOf(fleet, target, ['apiServer', 'caBundle']);
  return [issue('OIDC_CA', { path, found: `no caBundle of ${target.name}`, clusters: [target.name] })];
}

/** What a target is told of its sources. */
export const oidcTargets: Rule = {
  codes: ['OIDC_SOURCES', 'OIDC_PREFIX', 'OIDC_EPOCH', 'OIDC_KUBERNETES', 'OIDC_PLATFORM', 'OIDC_ARGOCD'],
  check: (fleet, clusters) => {
    const all = oidcArrivals(fleet, clusters);
    const first = all[0]?.[0];
    return merge([
      ...all.flatMap(([target, edges]) => targetIssues(fleet, target, edges)),
      ...(first === undefined || fleet.argocd === undefined
        ? []
        : [
            issue('OIDC_ARGOCD', {
              path: pathOf(fleet, first, ['credentials', 'oidc']),
              found: 'oidc, and delivery of the charts by Argo CD',
            }),
          ]),
    ]);
  },
};

function targetIssues(fleet: FleetModel, target: ClusterModel, edges: readonly Edge[]): Issue[] {
  const path = (...keys: string[]) => pathOf(fleet, target, keys);
  const clusters = [target.name];
  const ways = edges.flatMap((edge) => wayOf(edge) ?? []);
  const prefixes = new Set(ways.map(({ usernamePrefix }) => usernamePrefix).filter((prefix) => !isPrefix(prefix)));
  const epochs = ways.filter(({ epoch, loaded, retired }) => epoch !== 1 || loaded !== 1 || retired !== 0);
  const version = target.kubernetesVersion;
  const issues = [...prefixes].map((prefix) =>
    issue('OIDC_PREFIX', { path: path('credentials', 'oidc', 'usernamePrefix'), found: quoted(prefix), clusters }),
  );
  if (edges.length > ISSUERS_MAX) {
    const found = `${counted(edges.length, 'source')} of ${target.name}`;
    issues.push(issue('OIDC_SOURCES', { path: path('credentials', 'oidc'), found, clusters }));
  }
  if (epochs[0] !== undefined) {
    const { epoch, loaded, retired } = epochs[0];
    const found = `epoch ${epoch}, loaded ${loaded}, retired ${retired}`;
    issues.push(issue('OIDC_EPOCH', { path: path('credentials', 'epoch'), found, clusters }));
  }
  if (!hasConfiguration(version)) {
    const found = version ?? `no kubernetesVersion of ${target.name}`;
    issues.push(issue('OIDC_KUBERNETES', { path: path('kubernetesVersion'), found, clusters }));
  }
  const why = target.platform && FILELESS[target.platform];
  if (why !== undefined) {
    issues.push(issue('OIDC_PLATFORM', { path: path('platform'), found: `oidc to ${target.platform}`, why, clusters }));
  }
  return issues;
}

/** Why an API server cannot be given the file, by what runs it. */
const FILELESS: { readonly [K in Platform]?: string } = {
  eks: 'EKS gives its API server no file: it takes one OIDC identity provider per cluster, reachable from the internet, which is one source and shuts people out who came by it.',
  gke: 'GKE gives its API server no file: other identities come by Workforce Identity Federation or Identity Service for GKE, by a browser and not by a program.',
  aks: 'AKS gives its API server no file: its JWT authenticators are a preview, made one by one through the API of Azure in a form of their own (names by expressions, no discoveryURL).',
  openshift:
    'The operator of OpenShift writes the file of its API server, from an Authentication that takes one OIDC provider, which replaces the OAuth server.',
};

const isPrefix = (prefix: string) => /\{source\}[^a-z0-9.{-]/.test(prefix) && !prefix.startsWith('system:');

function hasConfiguration(version = ''): boolean {
  const [, major = '0', minor = '0'] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 30);
}

/** For whom tokens are made. */
export const oidcAudiences: Rule = {
  codes: ['OIDC_AUDIENCE'],
  check: (fleet, clusters) => {
    const targets = new Map<string, Set<ClusterModel>>();
    const taken = new Set<string>();
    for (const [target, edges] of oidcArrivals(fleet, clusters)) {
      for (const edge of edges) {
        const audience = (wayOf(edge)?.audience ?? '').replaceAll('{target}', target.name);
        targets.set(audience, (targets.get(audience) ?? new Set()).add(target));
        for (const { serviceAccountIssuer } of [edge.source, target]) taken.add(serviceAccountIssuer?.url ?? '');
      }
    }
    return [...targets].flatMap(([audience, of]) => {
      const isDefault = taken.has(audience) || isOwn(audience);
      if (of.size < 2 && !isDefault) return [];
      const what = isDefault ? 'which is that of an API server' : `for ${namesOf(of)}`;
      const path = pathOf(fleet, [...of][0]!, ['credentials', 'oidc', 'audience']);
      const found = `${quoted(audience)}, ${what}`;
      return [issue('OIDC_AUDIENCE', { path, found, clusters: [...of].map(({ name }) => name) })];
    });
  },
};

/** What API servers take where nobody said otherwise (--api-audiences is the issuer, which is this one). */
const isOwn = (audience: string) => /^(https:\/\/)?kubernetes\.default\.svc(\.|$)/.test(audience) || audience === 'api';
