/** The author's hook over one cluster: its objects as constructs, in a cdk8s App of its own that is dropped afterwards. */
import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { emitApiObject } from '../emit/apiobject';
import type { Customize } from '../fleet/attachments';
import type { ClusterPlan } from '../plan/types';
import type { OutputFile } from './file';
import { validateTree } from './validate';

/** Everything a cluster gets, as one chart. Each file is a construct below it, and each object a child of its file. */
export class ClusterChart extends Chart {
  private readonly parts = new Map<string, Construct>();

  constructor(
    app: App,
    readonly plan: ClusterPlan,
    files: readonly OutputFile[],
  ) {
    super(app, 'cluster');
    for (const file of files) {
      if (file.kind !== 'manifests') continue;
      const part = new Construct(this, file.path);
      this.parts.set(file.path, part);
      for (const manifest of file.manifests) {
        const { namespace = '', name } = manifest.metadata;
        new ApiObject(part, `${manifest.kind}/${namespace}/${name}`, manifest as never);
      }
    }
  }

  /** Objects of a file, and those that belong to none. */
  objectsOf(path: string | undefined): readonly ApiObject[] {
    const part = path === undefined ? undefined : this.parts.get(path);
    const objects = this.node.findAll().filter((node): node is ApiObject => ApiObject.isApiObject(node));
    return objects.filter((object) => this.partOf(object) === part);
  }

  private partOf(object: ApiObject): Construct | undefined {
    const parts = new Set(this.parts.values());
    return object.node.scopes.find((scope) => parts.has(scope as Construct)) as Construct | undefined;
  }
}

/** The files after `customize`; objects it added land in `customized.yaml`. */
export function customizeFiles(
  plan: ClusterPlan,
  files: readonly OutputFile[],
  customize: Customize,
): readonly OutputFile[] {
  const app = new App();
  const chart = new ClusterChart(app, plan, files);
  customize(chart, plan);
  validateTree(app, plan.cluster.name);
  const changed = files.map((file) =>
    file.kind === 'manifests' ? textOf(file.path, chart.objectsOf(file.path)) : file,
  );
  const added = chart.objectsOf(undefined);
  return [...changed, ...(added.length > 0 ? [textOf('customized.yaml', added)] : [])].filter(
    (file) => file.kind !== 'text' || file.text !== '',
  );
}

const textOf = (path: string, objects: readonly ApiObject[]): OutputFile => ({
  path,
  kind: 'text',
  text: objects.map(emitApiObject).join('---\n'),
});
