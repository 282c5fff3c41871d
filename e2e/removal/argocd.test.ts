/** What the description no longer has goes from clusters where Argo CD delivers: a retired token, and a cluster's last Link. */
import { expect, it } from 'vitest';
import { nextCommit } from '../../lib/analysis/decommission/decommission';
import { rotationOf } from '../../lib/analysis/rotation/rotation';
import { type Edit, editDocuments } from '../../lib/fleet/edit/edit';
import type { FleetModel } from '../../lib/model/types';
import { open } from '../../lib/project';
import { argocd } from '../rig/argocd';
import { cluster } from '../rig/cluster';
import { type Document, example, objectsOf } from '../rig/fleet';
import { gitServer } from '../rig/git';
import { operators } from '../rig/operators';
import { install, platform } from '../rig/platform';
import { until } from '../rig/wait';

const MEMBERS = ['prod-us', 'prod-apac'];
const [SOURCE, TARGET] = MEMBERS as [string, string];
const LINK = { apiVersion: 'multicluster.linkerd.io/v1alpha3', kind: 'Link' };

/** Two clusters of the example without anything but Links, in one wave, so that Applications sync by themselves. */
const described = (): Document[] =>
  example('prod').flatMap(({ spec: { wave, ...spec }, ...document }) => {
    const { assert, observability, ...rest } = spec;
    if (document.kind === 'Fleet') return { ...document, spec: { ...rest, credentials: { existing: {} } } };
    return document.kind === 'Cluster' && MEMBERS.includes(document.metadata.name)
      ? { ...document, spec: { ...spec, linkerd: { version: '2.18' } } }
      : [];
  });

it('deletes the token that a rotation retires, and the last Link of a cluster, by the edits that are printed', async () => {
  const git = await gitServer();
  const [management, ...members] = await Promise.all([
    cluster('management', { crds: 'argocd' }),
    ...MEMBERS.map((name) => cluster(name, { crds: 'platform' })),
  ]);
  members.forEach(operators);
  const tree = platform(git, ['2025.4.4']);
  const argo = await argocd({ management: management!, members });
  const [source, target] = members.map(({ kube }) => kube) as [
    (typeof members)[0]['kube'],
    (typeof members)[0]['kube'],
  ];

  let documents = described();
  const fleet = (): FleetModel =>
    open({
      raws: documents.map((value) => ({ value })),
      readFile: () => ({ issues: [] }),
      attachments: [],
      issues: [],
    }).fleet;
  const commit = async (edits: readonly Edit[]) => {
    const edited = editDocuments(
      documents.map((value) => ({ value })),
      edits,
    );
    documents = edited.map(({ value }) => value as Document);
    const id = tree.deliver(documents);
    await argo.refresh();
    return id;
  };
  const isSynced = async (id: string) => {
    for (const name of MEMBERS.flatMap((of) => [`linkerd-multicluster-${of}`, `linkerd-cluster-${of}`])) {
      await argo.settles(name, async (status) => {
        for (const { kube } of members) await available(kube);
        const { sync, resources = [], conditions } = status ?? {};
        const differs = resources.filter((r: { status?: string }) => r.status === 'OutOfSync');
        expect(sync?.status, JSON.stringify({ name, differs, conditions })).toBe('Synced');
        expect(sync.revisions ?? [sync.revision]).toContain(id);
      });
    }
  };
  const tokens = async () =>
    (await target.list('v1', 'Secret', 'linkerd-multicluster'))
      .map(({ metadata }) => metadata.name)
      .filter((name) => name.startsWith(`linkerd-link-${SOURCE}`))
      .sort();
  const links = async () =>
    (await source.list(LINK.apiVersion, LINK.kind, 'linkerd-multicluster')).map(({ metadata }) => metadata.name);

  const first = tree.deliver(documents);
  const alone = objectsOf(tree.tree(), SOURCE).filter(({ kind }) => kind === 'Link');
  expect(alone).toHaveLength(1);
  await install(argo.management, git, tree.tree());
  await argo.refresh();
  await isSynced(first);
  const [old] = await tokens();

  const steps: string[] = [];
  for (;;) {
    const now = fleet();
    const [next] = rotationOf(now, { target: now.clusters.get(TARGET)! }).commits;
    await isSynced(await commit(next!.edits));
    steps.push(`${next!.step}: ${(await tokens()).length}`);
    if (next!.step === 'finish') break;
  }
  expect(steps).toEqual(['mint: 2', 'load: 2', 'retire: 1', 'finish: 1']);
  expect(await tokens()).not.toContain(old);

  const goal = { kind: 'link', source: SOURCE, target: TARGET } as const;
  const left: string[] = [];
  for (let next = nextCommit(fleet(), goal, false); next; next = nextCommit(fleet(), goal, false)) {
    const id = await commit(next.edits);
    if (next.name === 'remove')
      await until('the last Link to be gone', async () => (await links()).length === 0, { seconds: 120, every: 500 });
    await isSynced(id);
    left.push(`${next.name}: ${(await links()).length}`);
  }
  expect(left).toEqual(['drain: 1', 'remove: 0', 'finish: 0']);
  expect(await tokens()).toEqual([]);
});

/** Stands in for the Deployment controller. */
async function available(kube: Awaited<ReturnType<typeof cluster>>['kube']): Promise<void> {
  for (const deployment of await kube.list('apps/v1', 'Deployment', 'linkerd-multicluster')) {
    const { generation } = deployment.metadata as { generation?: number };
    if (deployment['status']?.observedGeneration === generation) continue;
    const replicas = { replicas: 1, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1 };
    await kube.patch(deployment, { status: { observedGeneration: generation, ...replicas } }, 'status');
  }
}
