/** Charts of the author's own, in the directory of their cluster and nowhere else. */
import { ApiObject, App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { emitChart } from '../emit/apiobject';
import { FleetError, issue } from '../errors';
import type { Attachment } from '../fleet/attachments';
import { selects } from '../model/selector';
import type { ClusterPlan } from '../plan/types';
import type { OutputFile } from './file';
import { validateTree } from './validate';

/** The files that attachments come to for one cluster: `attached/<chart>.yaml`, one per chart, nested charts included. */
export function attachedFiles(attachments: readonly Attachment[], plan: ClusterPlan): readonly OutputFile[] {
  const files = new Map<string, OutputFile>();
  for (const attachment of attachments) {
    if (!selects(attachment.clusters, plan.cluster)) continue;
    for (const [chart, id] of chartsOf(attachment, plan)) {
      const path = `attached/${id}.yaml`;
      if (files.has(path)) throw new FleetError([clash(path, plan)]);
      const text = emitChart(chart);
      if (text !== '') files.set(path, { path, kind: 'text', text });
    }
  }
  return [...files.values()];
}

/** Charts of one attachment with the names of their files: the ids on the way to them. */
function chartsOf(attachment: Attachment, plan: ClusterPlan): readonly (readonly [Chart, string])[] {
  const root = attachment.scope ?? build(attachment, plan);
  refuseLoose(root, plan);
  validateTree(root, plan.cluster.name);
  const depth = root.node.scopes.length;
  return root.node
    .findAll()
    .filter((node): node is Chart => Chart.isChart(node))
    .map((chart) => [chart, fileName(chart.node.scopes.slice(depth).map((scope) => scope.node.id))] as const);
}

function build({ build }: Attachment, plan: ClusterPlan): App {
  const app = new App();
  build?.(app, plan);
  return app;
}

/** An object outside of any chart would be written nowhere, silently. */
function refuseLoose(root: IConstruct, { cluster }: ClusterPlan): void {
  const loose = root.node
    .findAll()
    .filter((node) => ApiObject.isApiObject(node) && !node.node.scopes.some(Chart.isChart));
  if (loose.length === 0) return;
  throw new FleetError(
    loose.map((node) =>
      issue('CHART_MISSING', {
        path: `Cluster/${cluster.name} ${node.node.path}`,
        found: node.node.id,
        clusters: [cluster.name],
      }),
    ),
  );
}

const fileName = (ids: readonly string[]): string =>
  ids.map((id) => id.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-')).join('.');

const clash = (path: string, { cluster }: ClusterPlan) =>
  issue('CHART_DUPLICATE', {
    path: `Cluster/${cluster.name} ${path}`,
    found: 'two charts of that name',
    clusters: [cluster.name],
  });
