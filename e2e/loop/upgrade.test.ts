/** A cluster moves from 2.17, whose mirrors are written by the fleet, to 2.18, whose chart has them: docs/upgrading-2.17-to-2.18.md. */
import { expect, it } from 'vitest';
import { argocd } from '../rig/argocd';
import { cluster } from '../rig/cluster';
import { type Document, example, objectsOf } from '../rig/fleet';
import { gitServer } from '../rig/git';
import type { KubeObject } from '../rig/kube';
import { operators } from '../rig/operators';
import { install, platform } from '../rig/platform';
import { until } from '../rig/wait';

const SOURCE = 'prod-us';
const MEMBERS = [SOURCE, 'prod-apac'];

/** Two clusters of the example in one wave, so that drift is healed; both have one release. */
function fleetOf(version: string, argocd: object = {}): Document[] {
  return example('prod').flatMap(({ spec: { wave, ...spec }, ...document }) => {
    if (document.kind === 'Fleet') return { ...document, spec: { ...spec, argocd: { ...spec.argocd, ...argocd } } };
    if (!MEMBERS.includes(document.metadata.name)) return [];
    return { ...document, spec: { ...spec, linkerd: { version } } };
  });
}

it('moves a cluster from 2.17 to 2.18: one commit, one command, and the mirrors that the chart replaces are pruned', async () => {
  const git = await gitServer();
  const [management, ...members] = await Promise.all([
    cluster('management', { crds: 'argocd' }),
    ...MEMBERS.map((name) => cluster(name, { crds: 'platform' })),
  ]);
  members.forEach(operators);
  const fleet = platform(git, ['2024.11.8', '2025.4.4']);
  const argo = await argocd({ management: management!, members });
  const { kube } = members[0]!;

  const deployments = () => kube.list('apps/v1', 'Deployment', 'linkerd-multicluster');
  const link = async (version: string, name: string) =>
    (await kube.get({
      apiVersion: `multicluster.linkerd.io/${version}`,
      kind: 'Link',
      metadata: { name, namespace: 'linkerd-multicluster' },
    }))!;
  /** Stands in for the Deployment controller and for mirrors of 2.17, which write status as v1alpha2. */
  const run = async () => {
    for (const deployment of await deployments()) {
      const replicas = { replicas: 1, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1 };
      const generation = deployment.metadata['generation'];
      if (deployment['status']?.observedGeneration !== generation)
        await kube.patch(deployment, { status: { observedGeneration: generation, ...replicas } }, 'status');
    }
  };
  const synced = async (commit: string) => {
    for (const component of ['linkerd-multicluster', 'linkerd-cluster']) {
      await argo.settles(`${component}-${SOURCE}`, async (status) => {
        await run();
        const { sync, conditions, operationState, resources = [] } = status ?? {};
        const differs = resources.filter((r: { status?: string }) => r.status === 'OutOfSync');
        const found = { component, sync: sync?.status, conditions, phase: operationState?.phase };
        const why = JSON.stringify({ ...found, differs, message: operationState?.message });
        expect(found, why).toEqual({ component, sync: 'Synced', conditions: undefined, phase: 'Succeeded' });
        expect(status.sync.revisions ?? [status.sync.revision]).toContain(commit);
      });
    }
  };

  const first = fleet.deliver(fleetOf('2.17'));
  const links = objectsOf(fleet.tree(), SOURCE).filter(({ kind }) => kind === 'Link');
  await install(argo.management, git, fleet.tree());
  await argo.refresh();
  await synced(first);
  expect((await deployments()).map(({ metadata }) => metadata.name).sort()).toEqual(
    links.map(({ metadata }) => `linkerd-service-mirror-${metadata.name}`).sort(),
  );
  const before = new Map<string, KubeObject>();
  for (const { metadata } of links) {
    const old = await link('v1alpha2', metadata.name);
    await kube.patch(old, { status: { mirrorServices: [] } }, 'status');
    before.set(metadata.name, old);
  }

  const second = fleet.deliver(fleetOf('2.18', { prune: [SOURCE] }));
  await argo.refresh();
  // The mirrors go although the Links are refused: the API server cannot read what v1alpha2 owned of them.
  await until('the mirrors to be gone', async () => (await deployments()).length === 0, { seconds: 240, every: 500 });
  await until(
    'the Links to be refused',
    async () => {
      const { operationState } = (await argo.application(`linkerd-cluster-${SOURCE}`))!['status'];
      expect(JSON.stringify(operationState)).toContain('field not declared in schema');
      return true;
    },
    { seconds: 120, every: 500 },
  );
  for (const name of before.keys())
    await kube.patch(await link('v1alpha3', name), { metadata: { managedFields: [{}] } });
  await synced(second);
  for (const [name, old] of before) {
    const moved = await link('v1alpha3', name);
    expect(moved.metadata['uid']).toBe(old.metadata['uid']);
    expect(moved['spec']).toMatchObject(old['spec']);
    expect(moved['spec'].excludedLabels).toContain('argocd.argoproj.io/*');
  }

  const third = fleet.deliver(fleetOf('2.18'));
  await argo.refresh();
  await synced(third);
});
