/** From documents to the model: fills in defaults, resolves inheritance, reads the certificates that documents name. */
import { type Issue, issue } from '../errors';
import { at, type Description } from '../fleet/description';
import type { ClusterDocument, FleetSpec, RegionSpec } from '../fleet/spec';
import { nearest } from '../nearest';
import { resolveCluster } from './cluster';
import { ARGOCD, EXTERNAL_SECRETS, SETTINGS } from './defaults';
import { mergeMaps, originOf } from './inherit';
import { Material } from './material';
import { serviceModel } from './service';
import { compileTopology } from './topology';
import type { ArgoCdModel, ClusterModel, CredentialsModel, FleetModel, Level, ServiceModel } from './types';

/** The model, and what is wrong with it so far; rules say the rest. */
export interface Built {
  readonly fleet: FleetModel;
  readonly issues: readonly Issue[];
}

/** Builds the model of a description. Always gives one, so that rules can find what else is wrong. */
export function buildFleet(description: Description): Built {
  const { spec, metadata } = description.fleet;
  const issues: Issue[] = [];
  const material = new Material(description.readFile, issues);
  const clusters = buildClusters(description.clusters, spec, material, issues);
  issues.push(...missingTrustDomains(clusters, spec));
  const services = description.services.map(serviceModel).sort(byKey((s) => `${s.namespace}/${s.name}/${s.order}`));
  const entries = spec.topology === undefined ? [] : [spec.topology].flat();
  const fleet: FleetModel = Object.freeze({
    name: metadata.name,
    domain: spec.domain,
    clusters,
    services: services as readonly ServiceModel[],
    topology: compileTopology(entries, clusters),
    credentials: credentials(spec),
    argocd: argocd(spec),
    spec,
  });
  return { fleet, issues };
}

function buildClusters(
  documents: readonly ClusterDocument[],
  spec: FleetSpec,
  material: Material,
  issues: Issue[],
): ReadonlyMap<string, ClusterModel> {
  const regions = new Map<string, RegionSpec>();
  (spec.regions ?? []).forEach((region, i) => {
    if (regions.has(region.name)) {
      issues.push(
        issue('NAME_DUPLICATE', {
          path: `${at.fleet}.spec.regions[${i}].name`,
          found: `a second region ${region.name}`,
        }),
      );
    }
    regions.set(region.name, region);
  });
  const clusters = new Map<string, ClusterModel>();
  for (const document of [...documents].sort(byKey((d) => d.metadata.name))) {
    const { name } = document.metadata;
    if (clusters.has(name)) {
      issues.push(
        issue('NAME_DUPLICATE', { path: at.cluster(name), found: `a second cluster ${name}`, clusters: [name] }),
      );
      continue;
    }
    const levels = levelsOf(document, spec, regions, issues);
    clusters.set(name, resolveCluster(document, levels, spec.domain, material));
  }
  return clusters;
}

/** One cause, however many clusters it concerns. */
function missingTrustDomains(clusters: ReadonlyMap<string, ClusterModel>, spec: FleetSpec): Issue[] {
  if (spec.domain !== undefined) return [];
  const without = [...clusters.values()].filter((cluster) => originOf(cluster.levels, ['trustDomain']) === undefined);
  if (without.length === 0) return [];
  return [
    issue('TRUST_DOMAIN_MISSING', {
      path: `${at.fleet}.spec.domain`,
      found: `neither it nor a trustDomain of ${without.length} clusters`,
      clusters: without.map((cluster) => cluster.name),
    }),
  ];
}

const NOT_SETTINGS = new Set(['domain', 'topology', 'credentials', 'regions', 'argocd', 'accept']);

function levelsOf(
  document: ClusterDocument,
  spec: FleetSpec,
  regions: ReadonlyMap<string, RegionSpec>,
  issues: Issue[],
): readonly Level[] {
  const own = document.spec ?? {};
  const fleet = Object.fromEntries(Object.entries(spec).filter(([key]) => !NOT_SETTINGS.has(key)));
  const region = own.region === undefined ? undefined : regions.get(own.region);
  if (own.region !== undefined && region === undefined && regions.size > 0) {
    const near = nearest(own.region, regions.keys());
    issues.push(
      issue('NAME_UNKNOWN_REGION', {
        path: `${at.cluster(document.metadata.name)}.spec.region`,
        found: `region ${JSON.stringify(own.region)}`,
        allowed: [...regions.keys()].sort().join(', '),
        fix: near === undefined ? undefined : `Did you mean ${near}?`,
        clusters: [document.metadata.name],
      }),
    );
  }
  const labels = { ...document.metadata.labels, ...own.labels };
  const here = `${at.cluster(document.metadata.name)}.spec`;
  return [
    { from: 'default', at: here, settings: SETTINGS },
    { from: 'fleet', at: `${at.fleet}.spec`, settings: fleet },
    ...(region ? [regionLevel(region, spec)] : []),
    { from: 'cluster', at: here, settings: { ...own, ...(Object.keys(labels).length > 0 ? { labels } : {}) } },
  ];
}

function regionLevel(region: RegionSpec, spec: FleetSpec): Level {
  const index = (spec.regions ?? []).lastIndexOf(region);
  return { from: 'region', at: `${at.fleet}.spec.regions[${index}]`, settings: { ...region, name: undefined } };
}

function credentials(spec: FleetSpec): CredentialsModel {
  const given = spec.credentials ?? {};
  const controlPlaneSecret = given.controlPlaneSecret ?? 'needed';
  if (!given.externalSecrets) return { kind: 'existing', controlPlaneSecret };
  const settings = mergeMaps(EXTERNAL_SECRETS, given.externalSecrets);
  return { kind: 'externalSecrets', controlPlaneSecret, ...settings } as CredentialsModel;
}

function argocd(spec: FleetSpec): ArgoCdModel | undefined {
  return spec.argocd && (mergeMaps(ARGOCD, { ...spec.argocd }) as unknown as ArgoCdModel);
}

function byKey<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [x, y] = [key(a), key(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  };
}
