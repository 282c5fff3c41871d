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
import { COMPONENTS, expectGenerated } from './expected';

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
      for (const application of applications) expectGenerated(fleet.tree(), component, application);
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
