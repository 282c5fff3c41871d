/** What the ApplicationSets of the example fleets come to, by Argo CD's own engine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { argocdSettings, repoServer } from '../rig/argocd';
import { type ArgoCdServer, argocdServer } from '../rig/argocd-server';
import { type Cluster, cluster, readObjects } from '../rig/cluster';
import { filledIntoLists } from '../rig/defaults';
import { type Document, example } from '../rig/fleet';
import { type GitRepository, gitServer } from '../rig/git';
import type { KubeObject } from '../rig/kube';
import { type Platform, platform } from '../rig/platform';

const COMPONENTS = ['linkerd-crds', 'linkerd-control-plane', 'linkerd-multicluster', 'linkerd-cluster'];

let git: GitRepository;
let fleet: Platform;
let argo: ArgoCdServer;
let management: Cluster;

beforeAll(async () => {
  git = await gitServer();
  fleet = platform(git, []);
  management = await cluster('management', { crds: 'argocd', controllers: false });
  for (const object of argocdSettings()) await management.kube.apply(object);
  argo = await argocdServer(management, await repoServer());
});

/** The ApplicationSet of a component. */
function applicationSet(component: string): KubeObject {
  const [set] = readObjects(join(fleet.tree(), `argocd/applicationset-${component}.yaml`));
  return set!;
}

const clustersOf = (documents: readonly Document[]) =>
  documents.filter(({ kind }) => kind === 'Cluster').map(({ metadata }) => metadata.name);

const parameters = (name: string) =>
  JSON.parse(readFileSync(join(fleet.tree(), 'clusters', name, 'cluster.json'), 'utf8'));

describe.each(['prod', 'global'] as const)('the ApplicationSets of %s', (name) => {
  const documents = example(name);

  it('are accepted with their project, and nothing changes the second time', async () => {
    fleet.deliver(documents);
    const names = ['appproject', ...COMPONENTS.map((component) => `applicationset-${component}`), 'settings/argocd-cm'];
    for (const object of names.flatMap((path) => readObjects(join(fleet.tree(), `argocd/${path}.yaml`)))) {
      const first = await management.kube.apply(object);
      const second = await management.kube.apply(object);
      expect(second.metadata.resourceVersion, object.metadata.name).toBe(first.metadata.resourceVersion);
      expect(filledIntoLists(object, first), object.metadata.name).toEqual([]);
    }
  });

  it('are one Application for each cluster and component, on the right cluster, from its own directory', async () => {
    for (const component of COMPONENTS) {
      const applications = await argo.generate(applicationSet(component));
      expect(applications.map((a) => a.metadata.name).sort()).toEqual(
        clustersOf(documents)
          .map((c) => `${component}-${c}`)
          .sort(),
      );
      for (const application of applications) expectOf(component, application);
    }
  });

  it('leave out a cluster.json that is not where those of clusters are', async () => {
    const before = await argo.generate(applicationSet('linkerd-crds'));
    const [first] = clustersOf(documents);
    const copy = readFileSync(join(fleet.tree(), 'clusters', first!, 'cluster.json'), 'utf8');
    git.commit({ [`dist/clusters/${first}/attached/cluster.json`]: copy.replace(`"${first}"`, '"stray"') });
    const after = await argo.generate(applicationSet('linkerd-crds'));
    expect(after.map((a) => a.metadata.name)).toEqual(before.map((a) => a.metadata.name));
  });
});

function expectOf(component: string, { metadata, spec }: KubeObject): void {
  const name = metadata.name.slice(component.length + 1);
  const { destination, linkerd, charts, wave, environment, region } = parameters(name);
  const directory = `dist/clusters/${name}`;
  expect(spec.destination.name ?? '').toBe(destination.name);
  expect(spec.destination.server ?? '').toBe(destination.server);
  expect(spec.project).toBe('linkerd-fleet');
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
