/** The example fleet `prod`, delivered by Argo CD to real API servers: joins, changes, removals, and what must not happen. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ArgoCd, argocd } from '../rig/argocd';
import { recordOf } from '../rig/charts';
import { type Cluster, cluster, type Write } from '../rig/cluster';
import { type Document, example, objectsOf, waveOf } from '../rig/fleet';
import { type GitRepository, gitServer } from '../rig/git';
import type { KubeObject } from '../rig/kube';
import { operators } from '../rig/operators';
import { install, type Platform, platform } from '../rig/platform';
import { reference } from '../rig/reference';
import { isFailed } from '../rig/refresh';
import { stays, until } from '../rig/wait';

const MEMBERS = ['prod-us', 'prod-eu', 'prod-apac'] as const;
const CHARTS = {
  'linkerd-crds': 'linkerd',
  'linkerd-control-plane': 'linkerd',
  'linkerd-multicluster': 'linkerd-multicluster',
} as const;
const CHART_NAMES = Object.keys(CHARTS) as (keyof typeof CHARTS)[];
const COMPONENTS = [...CHART_NAMES, 'linkerd-cluster'];
const CONTROLLER = 'argocd-application-controller';

let members: Record<string, Cluster>;
let git: GitRepository;
let fleet: Platform;
let argo: ArgoCd;

beforeAll(async () => {
  git = await gitServer();
  const [management, ...others] = await Promise.all([
    cluster('management', { crds: 'argocd' }),
    ...MEMBERS.map((name) => cluster(name, { crds: 'platform' })),
  ]);
  members = Object.fromEntries(others.map((member) => [member.name, member]));
  others.forEach(operators);
  await ledgerOfItsTeam();
  fleet = platform(git, ['2026.6.3']);
  argo = await argocd({ management: management!, members: others });
});

/** The Service that prod exports and does not own. */
async function ledgerOfItsTeam(): Promise<void> {
  const { kube } = members['prod-apac']!;
  await kube.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'payments' } }, { manager: 'team' });
  const metadata = { name: 'ledger', namespace: 'payments' };
  const spec = { selector: { app: 'ledger' }, ports: [{ name: 'grpc', port: 9090 }] };
  await kube.apply({ apiVersion: 'v1', kind: 'Service', metadata, spec }, { manager: 'team' });
}

/** The example, or prod-us and prod-eu of it: then without the service that only prod-apac has. */
function documents({ apac, podMonitor }: { apac: boolean; podMonitor: boolean }): Document[] {
  const absent = apac ? [] : ['prod-apac', 'ledger'];
  const left = example('prod').filter(({ metadata }) => !absent.includes(metadata.name));
  const eu = left.find(({ metadata }) => metadata.name === 'prod-eu')!;
  if (podMonitor) eu.spec.podMonitor = { labels: { release: 'prometheus' } };
  return left;
}

const applicationsOf = (...clusters: readonly string[]) =>
  clusters.flatMap((name) => COMPONENTS.map((component) => `${component}-${name}`)).sort();

/** Waits until Applications are there, at the commit, Synced and Healthy; others do not matter. */
async function settled(commit: string, names: readonly string[]): Promise<void> {
  await argo.refresh();
  for (const name of names) {
    await argo.settles(name, (status) => {
      const { revision, revisions = [revision], status: sync } = status?.sync ?? {};
      const { phase, message } = status?.operationState ?? {};
      expect({ sync, health: status?.health?.status, phase, conditions: status?.conditions }, message).toEqual({
        sync: 'Synced',
        health: 'Healthy',
        phase: 'Succeeded',
        conditions: undefined,
      });
      expect(revisions).toContain(commit);
    });
  }
}

/** What Argo CD wrote to each member since then. */
function since(time: string): Record<string, string[]> {
  const written = MEMBERS.map((name) => {
    const writes = members[name]!.writes(CONTROLLER).filter((write) => write.time > time);
    return [name, writes.map(said)] as const;
  });
  return Object.fromEntries(written.filter(([, writes]) => writes.length > 0));
}

/** What Argo CD deleted since then. */
const deletions = (time: string): string[] =>
  Object.entries(since(time)).flatMap(([name, lines]) =>
    lines.filter((line) => line.startsWith('delete')).map((line) => `${name}: ${line}`),
  );

const said = ({ verb, resource, namespace, name }: Write) =>
  `${verb} ${resource} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
const now = () => new Date().toISOString();

const find = (member: string, object: KubeObject) => members[member]!.kube.get(object);
const nameOf = ({ kind, metadata }: KubeObject) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;

/** When Argo CD wrote an object first. */
function writtenAt(member: string, { kind, metadata }: KubeObject): string {
  const { namespace, name } = metadata;
  const plurals = [`${kind}s`, `${kind}es`, `${kind.replace(/y$/, 'ie')}s`].map((plural) => plural.toLowerCase());
  const writes = members[member]!.writes(CONTROLLER);
  const first = writes.find((w) => w.name === name && plurals.includes(w.resource) && w.namespace === namespace);
  return first?.time ?? expect.fail(`${nameOf({ kind, metadata } as KubeObject)} was never written to ${member}`);
}

/** Each object that the fleet writes is there, and each Application wrote its own in the order of their waves. */
async function expectDelivered(member: string): Promise<void> {
  const delivered = new Map<string, { wave: number; time: string; object: string }[]>();
  for (const object of objectsOf(fleet.tree(), member)) {
    const found = await find(member, object);
    expect(found, `${nameOf(object)} in ${member}`).toBeDefined();
    const application = found!.metadata.annotations?.['argocd.argoproj.io/tracking-id']?.split(':')[0] ?? 'nobody';
    expect(application).toMatch(new RegExp(`^(${COMPONENTS.join('|')})-${member}$`));
    const at = { wave: waveOf(object), time: writtenAt(member, object), object: nameOf(object) };
    delivered.set(application, [...(delivered.get(application) ?? []), at]);
  }
  for (const [application, objects] of delivered) {
    const inTime = [...objects].sort((a, b) => (a.time < b.time ? -1 : 1)).map(({ wave }) => wave);
    expect(inTime, application).toEqual([...inTime].sort((a, b) => a - b));
  }
}

describe('Argo CD', () => {
  it('delivers two clusters, one wave after the other', async () => {
    const commit = fleet.deliver(documents({ apac: false, podMonitor: false }));
    await install(argo.management, git, fleet.tree());
    await settled(commit, ['linkerd-fleet', ...applicationsOf('prod-eu', 'prod-us')]);
    for (const member of ['prod-eu', 'prod-us']) await expectDelivered(member);
    for (const chart of CHART_NAMES) {
      const [first, second] = ['prod-eu', 'prod-us'].map((member) => writtenAt(member, recordOf(chart)));
      expect(first! < second!, `${chart} in prod-eu before prod-us`).toBe(true);
    }
  });

  it('gives each chart the values of its cluster', async () => {
    for (const member of ['prod-eu', 'prod-us']) {
      for (const chart of CHART_NAMES) {
        const record = await find(member, recordOf(chart));
        const written = readFileSync(join(fleet.tree(), 'clusters', member, chart, 'values.yaml'), 'utf8');
        expect(JSON.parse(record!.metadata.annotations!['values']!)).toEqual(parse(written) ?? {});
        expect(record!.metadata.annotations).toMatchObject({ release: chart, namespace: CHARTS[chart] });
      }
    }
  });

  it('finds nothing to do the second time', async () => {
    const time = now();
    await argo.look('hard');
    await stays(2, () => expect(since(time)).toEqual({}));
    const states = (await argo.applications()).map((a) => a['status'].sync.status);
    expect(new Set(states)).toEqual(new Set(['Synced']));
  });

  it('touches one cluster when that one changes', async () => {
    const time = now();
    const commit = fleet.deliver(documents({ apac: false, podMonitor: true }));
    await settled(commit, ['linkerd-cluster-prod-eu']);
    const written = since(time);
    expect(Object.keys(written)).toEqual(['prod-eu']);
    expect(written['prod-eu']!.filter((line) => !line.startsWith('patch podmonitors '))).toEqual([]);
  });

  it('lets a cluster join, and gives its neighbours their Links', async () => {
    const time = now();
    const commit = fleet.deliver(documents({ apac: true, podMonitor: true }));
    await settled(commit, ['linkerd-fleet', ...applicationsOf(...MEMBERS)]);
    await expectDelivered('prod-apac');
    const written = since(time);
    expect(written['prod-us']).toContain('patch links linkerd-multicluster/prod-apac');
    expect(written['prod-eu']).toContain('patch links linkerd-multicluster/prod-apac');
    expect(deletions(time)).toEqual([]);
  });

  it.each([
    ['a cluster.json that cannot be read', { 'dist/clusters/prod-us/cluster.json': '{ "name": ' }],
    ['a manifest that cannot be read', { 'dist/clusters/prod-us/services/payments.yaml': 'kind: [' }],
    ['a directory of a cluster that is gone', { 'dist/clusters/prod-us': undefined }],
    ['a generator that finds nothing', { 'dist/clusters': undefined }],
    ['a branch without the tree', { dist: undefined }],
  ])('deletes nothing because of %s', async (_, files) => {
    const [time, before] = [now(), (await argo.applications()).map((a) => a.metadata.name)];
    git.commit(files);
    await argo.look('hard');
    await stays(2, async () => {
      expect(deletions(time)).toEqual([]);
      expect((await argo.applications()).map((a) => a.metadata.name)).toEqual(before);
    });
    git.commitTree(fleet.tree(), 'dist', 'Mend it');
    await argo.look('hard');
    await until('no ApplicationSet to show an error', async () =>
      (await argo.management.kube.list('argoproj.io/v1alpha1', 'ApplicationSet', 'argocd')).some(isFailed)
        ? undefined
        : true,
    );
  });

  it('is back where it was after that', async () => {
    const commit = git.commit({}, 'Nothing');
    await settled(commit, applicationsOf(...MEMBERS));
  });

  it('shows what is no longer written, and deletes nothing of it', async () => {
    const time = now();
    fleet.deliver(documents({ apac: true, podMonitor: false }));
    await argo.refresh();
    await until('linkerd-cluster-prod-eu to be OutOfSync', async () => {
      const { sync, ...status } = (await argo.application('linkerd-cluster-prod-eu'))!['status'];
      expect(sync.status).toBe('OutOfSync');
      expect(toPrune(status)).toEqual(['PodMonitor linkerd-multicluster/linkerd-service-mirrors']);
      return true;
    });
    await stays(2, () => expect(deletions(time)).toEqual([]));
  });

  it('leaves a cluster that leaves the fleet alone, until somebody says what is to be deleted', async () => {
    const [time, before] = [now(), fleet.tree()];
    const commit = fleet.deliver(documents({ apac: false, podMonitor: false }));
    const links = objectsOf(before, 'prod-us').filter(
      (o) => !objectsOf(fleet.tree(), 'prod-us').some((n) => nameOf(n) === nameOf(o)),
    );
    expect(links.map((o) => o.kind)).toContain('Link');
    await argo.refresh('hard');
    const application = await until('linkerd-cluster-prod-us to show what is left over', async () => {
      const found = (await argo.application('linkerd-cluster-prod-us'))!;
      expect(found['status'].sync.revision).toBe(commit);
      expect(toPrune(found['status']).length).toBeGreaterThan(0);
      return found;
    });
    expect(deletions(time)).toEqual([]);
    expect((await argo.applications()).map((a) => a.metadata.name)).toEqual(
      expect.arrayContaining(applicationsOf('prod-apac')),
    );

    const link = links.find((o) => o.kind === 'Link')!;
    await pruneOnly(application, link);
    await until('the Link to be gone', async () => ((await find('prod-us', link)) === undefined ? true : undefined));
    expect(deletions(time)).toEqual(['prod-us: delete links linkerd-multicluster/prod-apac']);
  });

  it('keeps the mesh when Applications are deleted', async () => {
    const time = now();
    for (const name of applicationsOf('prod-apac')) await argo.management.kube.remove(reference('Application', name));
    await until('the Applications to be gone', async () =>
      (await argo.applications()).some((a) => a.metadata.name.endsWith('-prod-apac')) ? undefined : true,
    );
    await stays(2, () => expect(deletions(time)).toEqual([]));
  });

  it('keeps the mesh when its ApplicationSets are deleted', async () => {
    const time = now();
    await argo.management.kube.remove(reference('Application', 'linkerd-fleet'));
    const sets = readdirSync(join(fleet.tree(), 'argocd')).filter((f) => f.startsWith('applicationset-')).length;
    const found = await argo.management.kube.list('argoproj.io/v1alpha1', 'ApplicationSet', 'argocd');
    expect(found).toHaveLength(sets);
    for (const set of found) await argo.management.kube.remove(set);
    await until('all Applications to be gone', async () =>
      (await argo.applications()).length === 0 ? true : undefined,
    );
    await stays(2, () => expect(deletions(time)).toEqual([]));
  });
});

const toPrune = (status: KubeObject['status']): string[] =>
  (status.resources ?? [])
    .filter((r: { requiresPruning?: boolean }) => r.requiresPruning)
    .map((r: { kind: string; namespace: string; name: string }) => `${r.kind} ${r.namespace}/${r.name}`)
    .sort();

/** What `argocd app sync --prune --resource` asks for. */
async function pruneOnly(application: KubeObject, { kind, metadata, apiVersion }: KubeObject): Promise<void> {
  const resource = { group: apiVersion.split('/')[0], kind, namespace: metadata.namespace, name: metadata.name };
  const operation = { initiatedBy: { username: 'somebody' }, sync: { prune: true, resources: [resource] } };
  await argo.management.kube.patch(application, { operation });
}
