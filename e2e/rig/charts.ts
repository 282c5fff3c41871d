/**
 * Charts that stand in for those of Linkerd: they have the names, and write down the values they were given. What else a
 * chart has to bring for the rest to be applied it brings too: linkerd-crds and linkerd-multicluster their CRDs.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LINKERD_VERSIONS, release } from '../../lib/linkerd/releases';
import { linkerdCrds } from './cluster';
import type { KubeObject } from './kube';
import { RUN, scratch } from './processes';
import { binary } from './tools';

/** The object in which a chart writes down its values, as JSON in annotation `values`. */
export const recordOf = (chart: string): KubeObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingWebhookConfiguration',
  metadata: { name: `${chart}-values` },
});

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
  write('templates/values.yaml', RECORD.replaceAll('CHART', recordOf(name).metadata.name));
  const crds = linkerdCrds(releaseOf(version)).filter(CHARTS[name]!);
  // Templates, as in Linkerd's own charts: Helm's crds/ would not be rendered by everybody.
  for (const crd of crds) write(`templates/${crd.metadata.name}.yaml`, JSON.stringify(crd).replaceAll('{{', '{ {'));
  return directory;
}

/** The release line of a chart, newest where none has this version. */
const releaseOf = (chart: string) => LINKERD_VERSIONS.find((v) => release(v).chartVersion === chart) ?? '2.20';

// Of no webhook. Cluster-scoped, because the chart of the CRDs has nothing that needs its namespace to be there; objects of RBAC
// do need it, since Argo CD reconciles them as kubectl does.
const RECORD = `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata:
  name: CHART
  annotations:
    release: {{ .Release.Name }}
    namespace: {{ .Release.Namespace }}
    version: {{ .Chart.Version }}
    values: {{ .Values | toJson | quote }}
webhooks: []
`;

function helm(...args: readonly string[]): void {
  execFileSync(binary('helm'), args, { env: { ...process.env, HOME: RUN }, stdio: ['ignore', 'pipe', 'pipe'] });
}
