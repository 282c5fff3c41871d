/** What the ApplicationSets of a fleet have to come to, whoever names the clusters. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { KubeObject } from '../rig/kube';

/** Every cluster has an Application of each. */
export const COMPONENTS = ['linkerd-crds', 'linkerd-control-plane', 'linkerd-multicluster', 'linkerd-cluster'] as const;

const parameters = (tree: string, name: string) =>
  JSON.parse(readFileSync(join(tree, 'clusters', name, 'cluster.json'), 'utf8'));

/** The Application is on the right cluster, and takes what it applies from the cluster's directory. @param tree as written by `synth` */
export function expectGenerated(tree: string, component: string, { metadata, spec }: KubeObject): void {
  const name = metadata.name.slice(component.length + 1);
  const { destination, linkerd, charts, wave, environment, region } = parameters(tree, name);
  const directory = `dist/clusters/${name}`;
  expect(spec.destination.name ?? '').toBe(destination.name);
  expect(spec.destination.server ?? '').toBe(destination.server);
  expect(spec.project).toMatch(/^[a-z]+-linkerd$/);
  const namespace = /crds|control-plane/.test(component) ? linkerd.namespace : linkerd.multiclusterNamespace;
  expect(spec.destination.namespace).toBe(namespace);
  expect(metadata.labels).toMatchObject({
    'linkerd-fleet.dev/cluster': name,
    'linkerd-fleet.dev/component': component,
    'linkerd-fleet.dev/wave': wave,
    'linkerd-fleet.dev/environment': environment,
    'linkerd-fleet.dev/region': region,
  });
  expect(metadata['finalizers'] ?? []).toEqual([]);
  const sources: { path?: string; chart?: string; targetRevision: string; helm?: { valueFiles: string[] } }[] =
    spec.sources ?? [spec.source];
  for (const { path = directory } of sources) expect(path).toBe(directory);
  const chart = sources.find((source) => source.chart !== undefined);
  expect(chart?.chart).toBe(component === 'linkerd-cluster' ? undefined : component);
  if (chart === undefined) return;
  expect(chart.targetRevision).toBe(charts.version);
  expect(chart.helm!.valueFiles).toEqual([`$values/${directory}/${component}/values.yaml`]);
}
