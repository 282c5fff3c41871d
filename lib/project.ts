/** The pipeline in one place: documents → model → rules → plan → files. Commands and FleetApp both stand on it. */
import type { OwnDocument } from './analysis/own/objects';
import { checkArgocd } from './delivery/argocd/check';
import { FleetError, type Issue, issue, sortIssues, throwOnErrors } from './errors';
import type { Attachment, Customize } from './fleet/attachments';
import { at, type FileText, readerOf } from './fleet/description';
import { locate, parseDocuments } from './fleet/documents';
import { salvageClusters } from './fleet/salvage';
import { buildFleet } from './model/build';
import { checkRules } from './model/rules';
import type { ClusterModel, FleetModel } from './model/types';
import { nearest } from './nearest';
import { planCluster } from './plan/cluster';
import type { ClusterPlan } from './plan/types';
import type { RawDocument } from './read/parsed';
import { attachedFindings, type Extras, type RenderedFile, renderCluster } from './resources/render';
import { oncePerCause } from './resources/validate';

/** A description as it was loaded, from code or from data. */
export interface Loaded {
  readonly raws: readonly RawDocument[];
  /** Directory that `file` of documents is relative to; absent for code. */
  readonly root?: string;
  /** Text of a file that a document names, relative to the description. */
  readonly readFile: (path: string) => FileText;
  readonly attachments: readonly Attachment[];
  readonly customize?: Customize;
  /** Problems of reading it. */
  readonly issues: readonly Issue[];
  /** Directory to write, where code says one. */
  readonly outdir?: string;
}

/** A fleet that could be understood. */
export interface Project {
  readonly loaded: Loaded;
  readonly fleet: FleetModel;
  /** Problems of shape and of meaning found so far; rules have not run. */
  readonly issues: readonly Issue[];
  /** Clusters whose documents are broken in shape: the model has what is left of them, so that others may name them. */
  readonly broken: ReadonlySet<string>;
  /** Texts of the files that the description names, as far as they have been asked for. @default - not noted */
  readonly reads?: ReadonlyMap<string, FileText>;
  /** Whether files could not be read: what is missing from the description is unknown then. */
  readonly partial: boolean;
}

/**
 * Understands a description. Problems that leave a fleet standing are collected for `check`.
 *
 * @throws FleetError when no fleet can be made of it
 */
export function open(loaded: Loaded): Project {
  const documents = parseDocuments(loaded.raws);
  const broken = [...loaded.issues, ...documents.issues];
  const partial = loaded.issues.some((i) => i.code.startsWith('INPUT_'));
  if (documents.fleet === undefined) {
    // The Fleet document may be in a file that could not be read.
    const causes = partial ? broken.filter((i) => i.code !== 'FLEET_COUNT') : broken;
    throw new FleetError(sortIssues(locate(causes, loaded.raws)));
  }
  const { fleet, clusters, services } = documents;
  const salvaged = salvageClusters(loaded.raws, clusters, documents.issues);
  const names = new Set(salvaged.map((cluster) => cluster.metadata.name));
  const reads = new Map<string, FileText>();
  const read = readerOf(fleet, loaded.readFile);
  const readFile: Loaded['readFile'] = (path) => {
    const text = reads.get(path) ?? read(path);
    reads.set(path, text);
    return text;
  };
  const built = buildFleet({ fleet, clusters: [...clusters, ...salvaged], services, readFile });
  const issues = [...broken, ...built.issues.filter((i) => !concerns(names, i))];
  return { loaded, fleet: built.fleet, issues: locate(issues, loaded.raws), broken: names, reads, partial };
}

/** Whether an issue may be no more than a consequence of what is wrong with the shape of a cluster. */
function concerns(broken: ReadonlySet<string>, { path, clusters }: Issue): boolean {
  if (broken.size === 0) return false;
  const own = path.startsWith(at.cluster('')) ? path.slice(at.cluster('').length).split('.spec')[0] : undefined;
  return (own !== undefined && broken.has(own)) || clusters.some((name) => broken.has(name));
}

/**
 * Everything that is wrong with the fleet, or with what concerns some of its clusters. Charts that code adds are made from a
 * plan, so they are looked at once the fleet itself has no errors. Where files could not be read, rules do not run: most of what
 * they found would be that the content of these files is not there.
 *
 * @param clusters @default - all clusters
 */
export function check(project: Project, clusters?: readonly ClusterModel[]): readonly Issue[] {
  const { fleet, loaded, broken } = project;
  if (project.partial) return sortIssues(project.issues);
  // Delivery is of the fleet as a whole: what one cluster gets does not depend on it.
  const delivered = clusters === undefined ? checkArgocd(fleet) : [];
  const ruled = [...checkRules(fleet, clusters), ...delivered].filter((i) => !concerns(broken, i));
  const issues = [...project.issues, ...locate(withoutAccepted(fleet, ruled), loaded.raws)];
  if (loaded.attachments.length === 0 || issues.some((i) => i.severity === 'error')) {
    return sortIssues(withoutAccepted(fleet, issues));
  }
  const found = attachedTo(project, clusters);
  const attached = found.flatMap((one) => one.issues);
  const policies = policyIssues(
    fleet,
    found.flatMap((one) => one.policies),
  );
  // Members are compared where all are looked at.
  const own = clusters === undefined ? policies : policies.filter(({ code }) => code !== 'OWN_POLICY_MEMBERS');
  return sortIssues(withoutAccepted(fleet, [...issues, ...oncePerCause(attached), ...locate(own, loaded.raws)]));
}

/** What a cluster has of charts that code adds. */
interface AttachedTo {
  readonly issues: readonly Issue[];
  readonly policies: readonly OwnDocument[];
}

function attachedTo(project: Project, clusters?: readonly ClusterModel[]): readonly AttachedTo[] {
  const extras = extrasOf(project.loaded);
  return [...(clusters ?? project.fleet.clusters.values())].map((c) => {
    const { issues, policies } = attachedFindings(planOf(project, c), extras);
    return { issues, policies: policies.map(({ json, path }) => ({ value: json, at: path, cluster: c.name })) };
  });
}

/**
 * What policies in charts do to those of the fleet, as of policies beside it: but what they refer to may be anywhere.
 */
function policyIssues(fleet: FleetModel, policies: readonly OwnDocument[]): readonly Issue[] {
  if (policies.length === 0) return [];
  const { ownObjects } = require('./analysis/own/objects') as typeof import('./analysis/own/objects');
  const { ownIn } = require('./analysis/own/policies') as typeof import('./analysis/own/policies');
  const { ownIssues } = require('./analysis/own/check') as typeof import('./analysis/own/check');
  const { objects, issues } = ownObjects(policies);
  const found = [...oncePerCause(issues), ...ownIssues(fleet, ownIn(fleet, objects))];
  return found.filter(({ code }) => code !== 'OWN_POLICY_REFERENCE');
}

/** Policies in the charts that code adds to clusters. */
export function attachedPolicies(project: Project): readonly OwnDocument[] {
  if (project.loaded.attachments.length === 0) return [];
  return attachedTo(project).flatMap(({ policies }) => policies);
}

/** What is left without the warnings that the fleet accepts. */
export function withoutAccepted({ spec: { accept = [] } }: FleetModel, issues: readonly Issue[]): readonly Issue[] {
  return issues.filter((i) => i.severity === 'error' || !accept.includes(i.code));
}

/**
 * The cluster of that name.
 *
 * @throws CLUSTER_UNKNOWN with the nearest name; or what is wrong with the description, which may be why it is not there
 */
export function clusterOf({ fleet, issues }: Project, name: string): ClusterModel {
  const cluster = fleet.clusters.get(name);
  if (cluster !== undefined) return cluster;
  throwOnErrors(issues);
  const near = nearest(name, fleet.clusters.keys());
  const names = [...fleet.clusters.keys()];
  throw new FleetError([
    issue('CLUSTER_UNKNOWN', {
      path: at.cluster(name),
      found: `no cluster ${JSON.stringify(name)}`,
      allowed: names.length > 10 ? `one of the ${names.length} clusters of fleet ${fleet.name}` : names.join(', '),
      fix: near === undefined ? undefined : `Did you mean ${near}?`,
    }),
  ]);
}

/** What a cluster gets. */
export function planOf({ fleet }: Project, cluster: ClusterModel): ClusterPlan {
  return planCluster(fleet, cluster);
}

/** The directory of a cluster, as text. */
export function render(project: Project, cluster: ClusterModel): readonly RenderedFile[] {
  return renderCluster(planOf(project, cluster), extrasOf(project.loaded));
}

function extrasOf({ attachments, customize }: Loaded): Extras {
  if (attachments.length === 0) return { customize };
  const { attached } = require('./resources/attached/attached') as typeof import('./resources/attached/attached');
  return { customize, attached: (plan) => attached(attachments, plan) };
}
