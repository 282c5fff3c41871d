/** The pipeline in one place: documents → model → rules → plan → files. Commands and FleetApp both stand on it. */
import { FleetError, type Issue, issue, sortIssues } from './errors';
import type { Attachment, Customize } from './fleet/attachments';
import { at, type FileText } from './fleet/description';
import { locate, parseDocuments } from './fleet/documents';
import { buildFleet } from './model/build';
import { checkRules } from './model/rules';
import type { ClusterModel, FleetModel } from './model/types';
import { nearest } from './nearest';
import { planCluster } from './plan/cluster';
import type { ClusterPlan } from './plan/types';
import type { RawDocument } from './read/parsed';
import { attachedIssues, type Extras, type RenderedFile, renderCluster } from './resources/render';
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
}

/** A fleet that could be understood. */
export interface Project {
  readonly loaded: Loaded;
  readonly fleet: FleetModel;
  /** Problems of shape and of meaning found so far; rules have not run. */
  readonly issues: readonly Issue[];
}

/**
 * Understands a description. Problems that leave a fleet standing are collected for `check`.
 *
 * @throws FleetError when no fleet can be made of it
 */
export function open(loaded: Loaded): Project {
  const documents = parseDocuments(loaded.raws);
  const broken = [...loaded.issues, ...documents.issues];
  if (documents.fleet === undefined) throw new FleetError(sortIssues(locate(broken, loaded.raws)));
  const { fleet, clusters, services } = documents;
  const built = buildFleet({ fleet, clusters, services, readFile: loaded.readFile });
  return { loaded, fleet: built.fleet, issues: locate([...broken, ...built.issues], loaded.raws) };
}

/**
 * Everything that is wrong with the fleet, or with what concerns some of its clusters. Charts that code adds are made from a
 * plan, so they are looked at once the fleet itself has no errors.
 *
 * @param clusters @default - all clusters
 */
export function check(project: Project, clusters?: readonly ClusterModel[]): readonly Issue[] {
  const { fleet, loaded } = project;
  const issues = [...project.issues, ...locate(checkRules(fleet, clusters), loaded.raws)];
  if (loaded.attachments.length === 0 || issues.some((i) => i.severity === 'error')) return sortIssues(issues);
  const extras = extrasOf(loaded);
  const attached = [...(clusters ?? fleet.clusters.values())].flatMap((c) =>
    attachedIssues(planOf(project, c), extras),
  );
  return sortIssues([...issues, ...oncePerCause(attached)]);
}

/** The cluster of that name. @throws CLUSTER_UNKNOWN with the nearest name */
export function clusterOf({ fleet }: Project, name: string): ClusterModel {
  const cluster = fleet.clusters.get(name);
  if (cluster !== undefined) return cluster;
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
  const { attached } = require('./resources/attached') as typeof import('./resources/attached');
  return { customize, attached: (plan) => attached(attachments, plan) };
}
