/** The author's hook over one cluster: its objects as constructs, in a cdk8s App of its own that is dropped afterwards. */
import { ApiObject, App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { emitApiObject } from '../emit/apiobject';
import { joinDocuments } from '../emit/yaml';
import { FleetError } from '../errors';
import type { Customize } from '../fleet/attachments';
import type { ClusterPlan } from '../plan/types';
import { objectId, objectProps } from './constructs/objects';
import type { OutputFile } from './file';
import { frozen } from './frozen';
import { ordered } from './order';
import { attempt, constructIssues, finished } from './validate';

/** Objects that the hook adds. */
const ADDED = 'customized.yaml';

/** The files after `customize`; objects it added land in `customized.yaml`. @throws CONSTRUCT_ASYNC, CONSTRUCT_FAILED, CONSTRUCT_INVALID */
export function customizeFiles(
  plan: ClusterPlan,
  files: readonly OutputFile[],
  customize: Customize,
): readonly OutputFile[] {
  const outcome = attempt('customize', plan.cluster.name, () => textsOf(plan, files, customize));
  if ('issues' in outcome) throw new FleetError(outcome.issues);
  const texts = outcome.value;
  return [
    ...files.flatMap((file) => (file.kind === 'manifests' ? textFile(file.path, texts) : [file])),
    ...textFile(ADDED, texts),
  ];
}

/** Texts of the objects by file, after the hook. */
function textsOf(plan: ClusterPlan, files: readonly OutputFile[], customize: Customize): Map<string, string[]> {
  const app = new App();
  const chart = new Chart(app, 'cluster');
  const paths = new Map<IConstruct, string>();
  for (const file of files) {
    if (file.kind !== 'manifests') continue;
    for (const manifest of file.manifests) {
      paths.set(new ApiObject(chart, objectId(manifest), objectProps(manifest)), file.path);
    }
  }
  finished(customize(chart, frozen(plan)));
  const issues = constructIssues(app);
  if (issues.length > 0) throw new FleetError(issues);
  const { charts, objectsOf } = ordered(app);
  const texts = new Map<string, string[]>();
  for (const object of charts.flatMap(objectsOf)) {
    const path = object.node.scopes.map((scope) => paths.get(scope)).findLast((known) => known !== undefined) ?? ADDED;
    if (!texts.has(path)) texts.set(path, []);
    texts.get(path)!.push(emitApiObject(object));
  }
  return texts;
}

function textFile(path: string, texts: ReadonlyMap<string, readonly string[]>): readonly OutputFile[] {
  const own = texts.get(path);
  return own === undefined ? [] : [{ path, kind: 'text', text: joinDocuments(own) }];
}
