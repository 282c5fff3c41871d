/** Services that their teams deliver, by Helm, by kubectl and by Argo CD, and labels by which they cross clusters. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ArgoCd, argocd } from '../rig/argocd';
import { type Cluster, cluster } from '../rig/cluster';
import { type Document, example, orphansIn } from '../rig/fleet';
import { type GitRepository, gitServer } from '../rig/git';
import type { KubeObject } from '../rig/kube';
import { contexts, typed } from '../rig/kubectl';
import { operators } from '../rig/operators';
import { install, type Platform, platform } from '../rig/platform';
import { scratch } from '../rig/processes';
import { reference } from '../rig/reference';
import { binary } from '../rig/tools';
import { until } from '../rig/wait';

const MEMBERS = ['prod-us', 'prod-apac'];
const MEMBER = 'prod-apac';
const EXPORTED = { 'mirror.linkerd.io/exported': 'true' };
const INJECTED = { 'linkerd.io/inject': 'enabled' };
const CLIENT_SIDE = 'team-client-side';
const SERVER_SIDE = 'team-server-side';

/** Who applies a Service, by its name. */
type Owner = 'helm' | 'kubectl' | 'headless' | 'client-side' | 'server-side';
const OWNERS: readonly Owner[] = ['helm', 'kubectl', 'headless', 'client-side', 'server-side'];

let git: GitRepository;
let fleet: Platform;
let argo: ArgoCd;
let member: Cluster;

/** As their teams write them; those that the fleet is not to label with the label. */
function manifest(name: Owner): object {
  const labels = { app: name, ...(name === 'helm' ? {} : EXPORTED) };
  const ports = [{ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' }];
  const headless = name === 'headless' ? { clusterIP: 'None' } : {};
  const spec = { ...headless, selector: { app: name }, ports };
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'shop', labels }, spec };
}

/** Two clusters of the example, and the Services of the teams. `labelled` says which of them the fleet labels. */
const described = (labelled: Partial<Record<Owner, object>>): Document[] => [
  ...example('prod').flatMap(({ spec: { wave, ...spec }, ...document }) => {
    const { assert, observability, ...rest } = spec;
    if (document.kind === 'Fleet') return { ...document, spec: { ...rest, credentials: { existing: {} } } };
    return document.kind === 'Cluster' && MEMBERS.includes(document.metadata.name)
      ? { ...document, spec: { ...spec, linkerd: { version: '2.18' } } }
      : [];
  }),
  ...OWNERS.map((name) => ({
    kind: 'Service' as const,
    metadata: { name, namespace: 'shop' },
    spec: {
      clusters: [MEMBER],
      exported: true,
      headless: name === 'headless',
      ports: [{ name: 'http', port: 80, targetPort: 8080 }],
      writeLabels: name in labelled,
      ...labelled[name],
    },
  })),
];

const live = async (name: Owner): Promise<KubeObject> =>
  (await member.kube.get({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'shop' } })) ??
  expect.fail(`${name} is gone`);

const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };

/** As its team wrote it, whatever else is on it. */
async function isWhole(name: Owner): Promise<void> {
  expect(await live(name), name).toMatchObject({ spec: { selector: { app: name }, ports: [{ port: 80 }] } });
}

/** Waits until the Applications of the teams and that of the fleet are done with a commit, and none contests another. */
async function settled(commit: string): Promise<void> {
  await argo.refresh();
  for (const name of [`linkerd-cluster-${MEMBER}`, CLIENT_SIDE, SERVER_SIDE]) {
    await argo.settles(name, (status) => {
      const { sync, conditions, operationState } = status ?? {};
      expect({ sync: sync?.status, conditions, phase: operationState?.phase }, operationState?.message).toEqual({
        sync: 'Synced',
        conditions: undefined,
        phase: 'Succeeded',
      });
      expect(sync.revision).toBe(commit);
    });
  }
}

function application(name: string, path: string, syncOptions: readonly string[]): object {
  return {
    ...reference('Application', name),
    spec: {
      project: 'default',
      source: { repoURL: git.url, targetRevision: 'refs/heads/main', path },
      destination: { name: MEMBER, namespace: 'shop' },
      syncPolicy: { automated: { prune: true, selfHeal: true }, syncOptions },
    },
  };
}

beforeAll(async () => {
  git = await gitServer();
  const [management, ...members] = await Promise.all([
    cluster('management', { crds: 'argocd' }),
    ...MEMBERS.map((name) => cluster(name, { crds: 'platform' })),
  ]);
  members.forEach(operators);
  member = members[1]!;
  fleet = platform(git, ['2025.4.4']);
  argo = await argocd({ management: management!, members });

  const [chart, env] = [scratch('chart'), contexts(members)];
  const applied = (object: object) => {
    writeFileSync(join(chart, 'object.json'), JSON.stringify(object));
    const { status, stderr } = typed(`kubectl --context ${MEMBER} apply -f ${chart}/object.json`, env);
    expect(status, stderr).toBe(0);
  };
  applied({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', annotations: INJECTED } });
  mkdirSync(join(chart, 'templates'));
  writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: team\nversion: 1.0.0\n');
  writeFileSync(join(chart, 'templates/service.yaml'), JSON.stringify(manifest('helm')));
  const installed = typed(`${binary('helm')} install team ${chart} --kube-context ${MEMBER} --namespace shop`, env);
  expect(installed, installed.stderr).toMatchObject({ status: 0 });
  for (const name of ['kubectl', 'headless'] as const) {
    applied(manifest(name));
  }
  git.commit({
    'teams/client/service.json': JSON.stringify(manifest('client-side')),
    'teams/server/service.json': JSON.stringify(manifest('server-side')),
  });
  await management!.kube.apply(application(CLIENT_SIDE, 'teams/client', []));
  await management!.kube.apply(application(SERVER_SIDE, 'teams/server', ['ServerSideApply=true']));
  for (const name of OWNERS) await until(`Service ${name}`, () => live(name));
});

describe('a Service of others', () => {
  it('is labelled where Helm applies it, and left alone where its own manifest has the labels', async () => {
    const commit = fleet.deliver(described({ helm: { labels: { tier: 'gold' } } }));
    await install(argo.management, git, fleet.tree());
    await settled(commit);
    expect((await live('helm')).metadata.labels).toMatchObject({ app: 'helm', tier: 'gold', ...EXPORTED });
    for (const name of OWNERS) {
      await isWhole(name);
      expect((await live(name)).metadata.labels, name).toMatchObject(EXPORTED);
    }
    const wrote = member.writes('argocd-application-controller').filter(({ resource }) => resource === 'services');
    expect(new Set(wrote.map(({ name }) => name))).toEqual(new Set(['helm', 'client-side', 'server-side']));
    expect((await member.kube.get(namespace))?.metadata.annotations).toMatchObject(INJECTED);
  });

  it('loses a label that is no longer described, and nothing else', async () => {
    const commit = fleet.deliver(described({ helm: { exported: false } }));
    await settled(commit);
    const { labels } = (await live('helm')).metadata;
    expect([labels?.['app'], labels?.['tier'], labels?.['mirror.linkerd.io/exported']]).toEqual([
      'helm',
      undefined,
      undefined,
    ]);
    for (const name of OWNERS) await isWhole(name);
  });

  it('is handed to its owner by writeLabels: false, and by the command of docs/fleet-as-data.md', async () => {
    await settled(fleet.deliver(described({ helm: {} })));
    const commit = fleet.deliver(described({}));
    await argo.refresh();
    await argo.settles(`linkerd-cluster-${MEMBER}`, ({ sync, resources }) => {
      expect([sync.revision, sync.status]).toEqual([commit, 'OutOfSync']);
      expect(resources.find(({ name }: { name: string }) => name === 'helm')).toMatchObject({ requiresPruning: true });
    });
    const marks = 'argocd.argoproj.io/tracking-id- argocd.argoproj.io/sync-options-';
    const line = `kubectl --context ${MEMBER} -n shop annotate service helm ${marks}`;
    const said = typed(line, contexts([member]));
    expect(said, said.stderr).toMatchObject({ status: 0 });
    await settled(commit);
    expect((await live('helm')).metadata.labels).toMatchObject({ app: 'helm', ...EXPORTED });
    await isWhole('helm');
  });

  // Why writeLabels has to be said. Should Argo CD ever leave such Services whole, the documentation is wrong.
  it('is taken over and broken where kubectl or another Application applied it, and said to be before', async () => {
    const all = Object.fromEntries(OWNERS.map((name) => [name, { createNamespace: true }]));
    const said = (documents: readonly Document[]) =>
      orphansIn(documents, MEMBER, contexts([member])).filter(({ code }) => code === 'APPLIED_BY_OTHERS');
    expect(said(described({}))).toEqual([]);
    const taken = [
      ['Namespace shop', 'kubectl apply', 'annotation linkerd.io/inject'],
      ['Service shop/client-side', `Application ${CLIENT_SIDE}`, 'label app, spec'],
      ['Service shop/headless', 'kubectl apply', 'label app, spec'],
      ['Service shop/kubectl', 'kubectl apply', 'label app, spec'],
      ['Service shop/server-side', `Application ${SERVER_SIDE}`, 'label app, spec'],
    ];
    expect(said(described(all)).map(({ path, found }) => `${path}: ${found}`)).toEqual(
      taken.map(([object, by, lost]) => `${MEMBER}: ${object}: applied by ${by}; the fleet takes off ${lost}`),
    );
    fleet.deliver(described(all));
    await argo.refresh();
    await argo.settles(`linkerd-cluster-${MEMBER}`, async (status) => {
      const { operationState, conditions = [] } = status ?? {};
      for (const name of ['kubectl', 'client-side', 'server-side'])
        expect(operationState?.message).toContain(`Service "${name}" is invalid: spec.ports: Required value`);
      expect(conditions.map(({ type }: { type: string }) => type)).toContain('SharedResourceWarning');
      expect((await live('headless'))['spec']).not.toHaveProperty('selector');
    });
    await isWhole('helm');
    await until('the namespace to be stripped', async () => {
      const found = await member.kube.get(namespace);
      expect(found?.metadata.annotations).not.toHaveProperty(['linkerd.io/inject']);
      return true;
    });
  });
});
