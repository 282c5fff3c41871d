/** From documents to the model: fills in defaults, resolves inheritance, reads the certificates that documents name. */
import { type Issue, issue } from '../errors';
import { at, type Description } from '../fleet/description';
import type { ClusterDocument, FleetSpec } from '../fleet/spec';
import { memberOf, resolveCluster, type Template, template } from './cluster';
import { ARGOCD, projectName } from './defaults';
import { mergeMaps } from './inherit';
import { lazyMap } from './lazy-map';
import { type Common, fleetLevels, type Levels } from './levels';
import { Material } from './material';
import { serviceModel } from './service';
import { compileTopology } from './topology';
import type { ArgoCdModel, ClusterModel, FleetModel, Member, ServiceModel } from './types';

/** The model, and what is wrong with it so far; rules say the rest. */
export interface Built {
  readonly fleet: FleetModel;
  /** Those of clusters that are not resolved yet are added when they are. */
  readonly issues: readonly Issue[];
}

/** Called with the document of a cluster before it is resolved. */
export type Inspect = (document: ClusterDocument) => void;

/** Builds the model of a description. Always gives one, so that rules can find what else is wrong. */
export function buildFleet(description: Description): Built {
  const built = buildLazily(description, () => {});
  for (const _ of built.fleet.clusters.values());
  return built;
}

/**
 * Builds a model whose clusters are resolved when something asks for them: the plan of one cluster asks for its neighbours
 * and leaves the rest of a large fleet alone.
 *
 * @param inspect may throw, to refuse a document whose shape nobody has looked at; name, labels and the fields that count
 *   as labels are used before
 */
export function buildLazily(description: Description, inspect: Inspect): Built {
  const { spec, metadata } = description.fleet;
  const issues: Issue[] = [];
  const levels = fleetLevels(spec, issues);
  const documents = byNameOnce(description.clusters, issues);
  issues.push(...missingTrustDomains([...documents.values()], levels, spec));
  const members = new Map<string, Member>();
  documents.forEach((d, name) => {
    members.set(name, memberOf(d, levels.below(d.spec?.region)));
  });
  const resolve = resolver(levels, spec.domain, new Material(description.readFile, issues));
  const clusters = lazyMap([...documents.keys()], (name) => {
    const document = documents.get(name) as ClusterDocument;
    inspect(document);
    const unknown = levels.unknownRegion(document);
    if (unknown !== undefined) issues.push(unknown);
    return resolve(document, members.get(name) as Member);
  });
  const services = sortedBy(description.services.map(serviceModel), (s) => `${s.namespace}/${s.name}/${s.order}`);
  const entries = spec.topology === undefined ? [] : [spec.topology].flat();
  const fleet: FleetModel = Object.freeze({
    name: metadata.name,
    domain: spec.domain,
    clusters,
    members,
    services: services as readonly ServiceModel[],
    topology: compileTopology(entries, members, clusters),
    argocd: argocd(metadata.name, spec),
    readFile: description.readFile,
    spec,
  });
  return { fleet, issues };
}

/** Documents of clusters by name, sorted; of two of one name the first. */
function byNameOnce(clusters: readonly ClusterDocument[], issues: Issue[]): ReadonlyMap<string, ClusterDocument> {
  const documents = new Map<string, ClusterDocument>();
  const sorted = sortedBy(clusters, (d) => d.metadata.name);
  for (let i = 0; i < sorted.length; i++) {
    const document = sorted[i]!;
    const { name } = document.metadata;
    if (!documents.has(name)) documents.set(name, document);
    else {
      const found = `a second cluster ${name}`;
      issues.push(issue('NAME_DUPLICATE', { path: at.cluster(name), found, clusters: [name] }));
    }
  }
  return documents;
}

function resolver(levels: Levels, domain: string | undefined, material: Material) {
  const templates = new Map<Common, Template>();
  return (document: ClusterDocument, member: Member): ClusterModel => {
    const common = levels.below(document.spec?.region);
    let shared = templates.get(common);
    if (shared === undefined) {
      shared = template(common, material);
      templates.set(common, shared);
    }
    return resolveCluster(document, shared, member, domain, material);
  };
}

/** One cause, however many clusters it concerns. */
function missingTrustDomains(documents: readonly ClusterDocument[], levels: Levels, spec: FleetSpec): Issue[] {
  if (spec.domain !== undefined) return [];
  const without = documents.filter(
    (d) => (d.spec?.trustDomain ?? levels.below(d.spec?.region).merged.trustDomain) === undefined,
  );
  if (without.length === 0) return [];
  return [
    issue('TRUST_DOMAIN_MISSING', {
      path: `${at.fleet}.spec.domain`,
      found: `neither it nor a trustDomain of ${without.length} clusters`,
      clusters: without.map((document) => document.metadata.name),
    }),
  ];
}

function argocd(name: string, spec: FleetSpec): ArgoCdModel | undefined {
  const project = projectName(name);
  return spec.argocd && (mergeMaps({ ...ARGOCD, project }, { ...spec.argocd }) as unknown as ArgoCdModel);
}

/** A copy in code-unit order of keys, each worked out once: what `compile` wrote is in order already. */
function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const keys = items.map(key);
  if (!keys.some((one, i) => i > 0 && one < keys[i - 1]!)) return [...items];
  const keyed = items.map((item, i) => ({ item, key: keys[i]! }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}
