/**
 * Charts that stand in for those of Linkerd: they have the names, and write down the values they were given. What else a
 * chart has to bring for the rest to be applied it brings too: linkerd-crds and linkerd-multicluster their CRDs.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkerdCrds } from './cluster';
import type { KubeObject } from './kube';
import { RUN, scratch } from './processes';
import { binary } from './tools';

/** Name of the ConfigMap in which a chart writes down its values, as JSON under `values`. */
export const valuesOf = (chart: string) => `${chart}-values`;

const CHARTS: Readonly<Record<string, (crd: KubeObject) => boolean>> = {
  'linkerd-crds': (crd) => crd['spec'].group === 'policy.linkerd.io',
  'linkerd-control-plane': () => false,
  'linkerd-multicluster': (crd) => crd['spec'].group === 'multicluster.linkerd.io',
};

/** Makes a Helm repository in a directory, with the three charts at each of the versions. */
export function chartRepository(directory: string, url: string, versions: readonly string[]): void {
  mkdirSync(directory, { recursive: true });
  for (const version of versions) {
    for (const name of Object.keys(CHARTS)) helm('package', sourceOf(name, version), '--destination', directory);
  }
  helm('repo', 'index', directory, '--url', url);
}

function sourceOf(name: string, version: string): string {
  const directory = join(scratch('chart'), name);
  mkdirSync(join(directory, 'templates'), { recursive: true });
  const write = (path: string, text: string) => writeFileSync(join(directory, path), text);
  write('Chart.yaml', JSON.stringify({ apiVersion: 'v2', name, version }));
  write('values.yaml', '{}\n');
  write('templates/values.yaml', RECORD.replaceAll('CHART', valuesOf(name)));
  const crds = linkerdCrds('2.20').filter(CHARTS[name]!);
  // Templates, as in Linkerd's own charts: Helm's crds/ would not be rendered by everybody.
  for (const crd of crds) write(`templates/${crd.metadata.name}.yaml`, JSON.stringify(crd).replaceAll('{{', '{ {'));
  return directory;
}

const RECORD = `apiVersion: v1
kind: ConfigMap
metadata:
  name: CHART
  namespace: {{ .Release.Namespace }}
data:
  release: {{ .Release.Name }}
  version: {{ .Chart.Version }}
  values: {{ .Values | toJson | quote }}
`;

function helm(...args: readonly string[]): void {
  execFileSync(binary('helm'), args, { env: { ...process.env, HOME: RUN }, stdio: ['ignore', 'pipe', 'pipe'] });
}
