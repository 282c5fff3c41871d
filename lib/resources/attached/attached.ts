/** Charts of the author's own, in the directory of their cluster and nowhere else. */
import { type ApiObject, App, Chart } from 'cdk8s';
import { emitApiObject } from '../../emit/apiobject';
import { emitDocuments, joinDocuments } from '../../emit/yaml';
import { FleetError, type Issue, issue } from '../../errors';
import type { Attachment, Build } from '../../fleet/attachments';
import { POLICY_GROUP } from '../../linkerd/names';
import { selects } from '../../model/selector';
import type { ClusterPlan } from '../../plan/types';
import type { PlacedObject } from '../duplicates';
import type { OutputFile } from '../file';
import { frozen } from '../frozen';
import { ordered } from '../order';
import { attempt, constructIssues, finished } from '../validate';
import { makesPods, type PlacedJson, podsOfWorkload } from './pods';
import { probeIssues } from './probes';
import { type PlacedService, serviceIssues } from './services';

/** What attachments come to for one cluster. */
export interface Attached {
  /** `attached/<chart>.yaml`, one for each chart that has objects, what a chart depends on first. */
  readonly files: readonly OutputFile[];
  readonly objects: readonly PlacedObject[];
  /** Services among them, as `namespace/name`. */
  readonly services: ReadonlySet<string>;
  /** Objects that may say who calls whom. */
  readonly policies: readonly PlacedJson[];
  readonly issues: readonly Issue[];
}

/** One chart. */
interface Part {
  readonly path: string;
  readonly text: string;
  readonly objects: readonly PlacedObject[];
  /** Objects that the fleet has something to say of. */
  readonly seen: readonly PlacedJson[];
}

/**
 * Makes and writes the charts of the attachments that select a cluster. All that cdk8s has works: Lazy values, JSON patches,
 * validations, dependencies, charts in charts, generated names, an overridden `Chart.toJson`.
 *
 * A Service that the fleet describes without a selector, as somebody else's, may be in such a chart: the fleet then leaves it
 * to the chart, and holds it against the description.
 */
export function attached(attachments: readonly Attachment[], plan: ClusterPlan): Attached {
  const chosen = attachments.filter(({ clusters }) => selects(clusters, plan.cluster));
  const outcomes = chosen.map((of) => attempt(partOfFleet(of), plan.cluster.name, () => partsOf(of, plan)));
  const parts = outcomes.flatMap((outcome) => ('value' in outcome ? outcome.value : []));
  const seen = parts.flatMap((part) => part.seen);
  const services = seen.filter(({ json }) => json.kind === 'Service') as readonly PlacedService[];
  const pods = seen.flatMap((one) => podsOfWorkload(one) ?? []);
  return {
    files: parts.filter(({ text }) => text !== '').map(({ path, text }) => ({ path, kind: 'text', text })),
    objects: parts.flatMap((part) => part.objects),
    services: new Set(services.map(({ json }) => `${json.metadata.namespace}/${json.metadata.name}`)),
    policies: seen.filter(({ json }) => isPolicy(json)),
    issues: [
      ...outcomes.flatMap((outcome) => ('issues' in outcome ? outcome.issues : [])),
      ...clashes(parts, plan),
      ...services.flatMap((service) => serviceIssues(plan, service, pods)),
      ...probeIssues(plan, pods),
    ],
  };
}

/** The path of a construct below a Cluster says where it is; that of one which a function made does not. */
const partOfFleet = ({ id, scope }: Attachment): string => (scope ? '' : `attach(${id})`);

/** The charts of one attachment. Their files are called by the ids on the way to them. */
function partsOf(attachment: Attachment, plan: ClusterPlan): readonly Part[] {
  const root = attachment.scope ?? made(attachment, plan);
  const issues = constructIssues(root);
  if (issues.length > 0) throw new FleetError(issues);
  const { charts, objectsOf } = ordered(root);
  const depth = root.node.scopes.length;
  return charts.map((chart) => {
    const ids = chart.node.scopes.slice(depth).map((scope) => scope.node.id);
    const at = (path: string) => `${partOfFleet(attachment)} ${path}`.trim();
    return { path: `attached/${fileName(ids)}.yaml`, ...contentOf(chart, objectsOf(chart), at) };
  });
}

function made({ build }: Attachment, plan: ClusterPlan): App {
  const app = new App();
  finished((build as Build)(app, frozen(plan)));
  return app;
}

function contentOf(chart: Chart, objects: readonly ApiObject[], at: (path: string) => string): Omit<Part, 'path'> {
  const isStock = chart.toJson === Chart.prototype.toJson;
  return {
    text: isStock ? joinDocuments(objects.map(emitApiObject)) : emitDocuments(chart.toJson()),
    objects: objects.map(({ apiVersion, kind, name, metadata, node }) => {
      return { apiVersion, kind, name, namespace: metadata.namespace, path: at(node.path) };
    }),
    seen: objects.filter(isSeen).map((object) => ({ json: object.toJson(), path: at(object.node.path) })),
  };
}

const isSeen = ({ apiVersion, kind }: ApiObject): boolean =>
  (apiVersion === 'v1' && kind === 'Service') || makesPods(kind) || isPolicy({ apiVersion, kind });

/** Routes of the Gateway API may be attached to Servers. */
const isPolicy = ({ apiVersion = '', kind }: { readonly apiVersion?: string; readonly kind: string }): boolean =>
  apiVersion.startsWith(`${POLICY_GROUP}/`) || kind.endsWith('Route');

const fileName = (ids: readonly string[]): string =>
  ids.map((id) => id.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-')).join('.');

function clashes(parts: readonly Part[], { cluster }: ClusterPlan): readonly Issue[] {
  const paths = parts.map((part) => part.path);
  const twice = new Set(paths.filter((path, i) => paths.indexOf(path) !== i));
  return [...twice].map((path) =>
    issue('CHART_DUPLICATE', {
      path,
      found: 'two charts of that name',
      clusters: [cluster.name],
    }),
  );
}
