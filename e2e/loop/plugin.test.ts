/** The example fleet `prod`, rendered by Argo CD itself: the ApplicationSet of docs/argocd-plugin.md, and both forms of the plugin. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { repository } from '../../test/cmp/rig';
import { PLUGIN, type Plugin, server, sidecar } from '../cmp/plugin';
import { type ArgoCd, argocd } from '../rig/argocd';
import { type Cluster, cluster, type Write } from '../rig/cluster';
import { type Document, example, linkerdFleet } from '../rig/fleet';
import { type GitRepository, gitServer } from '../rig/git';
import type { KubeObject } from '../rig/kube';
import { operators } from '../rig/operators';
import { stays, until } from '../rig/wait';

const MEMBERS = ['prod-us', 'prod-eu', 'prod-apac'] as const;
const NAMES = MEMBERS.map((name) => `linkerd-cluster-${name}`);
const CONTROLLER = 'argocd-application-controller';

let members: Record<string, Cluster>;
let git: GitRepository;
let argo: ArgoCd;
let plugin: Plugin;

beforeAll(async () => {
  git = await gitServer();
  const [management, ...others] = await Promise.all([
    cluster('management', { crds: 'argocd' }),
    ...MEMBERS.map((name) => cluster(name)),
  ]);
  members = Object.fromEntries(others.map((member) => [member.name, member]));
  others.forEach(operators);
  plugin = await sidecar();
  argo = await argocd({ management: management!, members: others, plugins: plugin.sockets });
});

const list = (items: readonly Document[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, null, 1);

/** The example, over Secrets that exist; `ledger` is a Service that another team has, and is not there. */
function documents(podMonitor = false): Document[] {
  const left = example('prod').filter(({ metadata }) => metadata.name !== 'ledger');
  left.find(({ kind }) => kind === 'Fleet')!.spec.credentials = { existing: {} };
  const eu = left.find(({ metadata }) => metadata.name === 'prod-eu')!;
  if (podMonitor) eu.spec.podMonitor = { labels: { release: 'prometheus' } };
  return left;
}

/** The ApplicationSet as it is documented, over every cluster that is registered here, and with every component. */
function applicationSet(): KubeObject {
  const page = readFileSync(join(__dirname, '../../docs/argocd-plugin.md'), 'utf8');
  const [, text] = /```yaml applicationset\.yaml\n([\s\S]*?)```/.exec(page)!;
  const set = parse(text!.replaceAll('linkerd-fleet-vVERSION', PLUGIN)) as KubeObject;
  set['spec'].generators = [
    { clusters: { selector: { matchLabels: { 'argocd.argoproj.io/secret-type': 'cluster' } } } },
  ];
  const { spec } = set['spec'].template;
  spec.project = 'default';
  spec.source.repoURL = git.url;
  spec.source.plugin.parameters = spec.source.plugin.parameters.filter(
    ({ name }: { name: string }) => name === 'cluster',
  );
  return set;
}

function objectsFor(member: string, all: readonly Document[]): KubeObject[] {
  const root = repository({ 'fleet.json': list(all) });
  const stream = linkerdFleet('render', join(root, 'fleet.json'), '--cluster', member);
  return parseAllDocuments(stream).map((document) => document.toJS());
}

async function settled(commit: string): Promise<void> {
  await argo.refresh();
  for (const name of NAMES) {
    await argo.settles(name, (status) => {
      expect({ sync: status?.sync, health: status?.health?.status, conditions: status?.conditions }).toMatchObject({
        sync: { status: 'Synced', revision: commit },
        health: 'Healthy',
      });
      expect(status.conditions).toBeUndefined();
    });
  }
}

function since(time: string): Record<string, string[]> {
  const written = MEMBERS.map((name) => {
    const writes = members[name]!.writes(CONTROLLER).filter((write) => write.time > time);
    return [name, writes.map(said)] as const;
  });
  return Object.fromEntries(written.filter(([, writes]) => writes.length > 0));
}

const said = ({ verb, resource, name }: Write) => `${verb} ${resource} ${name}`;
const now = () => new Date().toISOString();

describe('Argo CD with the plugin', () => {
  it('delivers to each cluster what render writes for it', async () => {
    const commit = git.commit({ 'fleet.json': list(documents()), 'clusters/.keep': '' });
    await argo.management.kube.apply(applicationSet());
    await settled(commit);
    for (const member of MEMBERS) {
      for (const object of objectsFor(member, documents())) {
        const found = await members[member]!.kube.get(object);
        expect(found?.metadata.annotations?.['argocd.argoproj.io/tracking-id']).toMatch(`linkerd-cluster-${member}:`);
      }
    }
  });

  it('finds nothing to do the second time', async () => {
    const time = now();
    await argo.look('hard');
    await stays(2, () => expect(since(time)).toEqual({}));
  });

  it('finds nothing to do when cmp serve takes the place of argocd-cmp-server', async () => {
    const time = now();
    await plugin.process.stop();
    rmSync(plugin.socket, { force: true });
    plugin = await server({ ARGOCD_PLUGINSOCKFILEPATH: plugin.sockets });
    // The Applications look at commits to this file alone.
    const commit = git.commit({ 'fleet.json': `${list(documents())}\n` }, 'The same fleet');
    await argo.refresh('hard');
    await settled(commit);
    expect(since(time)).toEqual({});
    expect(plugin.process.log()).toContain('"method":"GenerateManifest"');
  });

  it('touches one cluster when that one changes', async () => {
    const time = now();
    await settled(git.commit({ 'fleet.json': list(documents(true)) }));
    expect(Object.keys(since(time))).toEqual(['prod-eu']);
    expect(since(time)['prod-eu']!.filter((line) => !line.startsWith('patch podmonitors '))).toEqual([]);
  });

  it.each<[string, string | undefined, RegExp]>([
    ['a description that cannot be read', '{ "kind": ', /INPUT_SYNTAX cluster=prod-us path=fleet\.json:1:\d+ fix: /],
    ['a description that is gone', undefined, /CMP_FLEET_UNSAID cluster=prod-us /],
    [
      'a fleet without the cluster',
      list(documents().filter(({ metadata }) => metadata.name !== 'prod-us')),
      /cluster=prod-us path=/,
    ],
    ['a fleet of nothing', list([]), /cluster=prod-us path=/],
  ])('deletes nothing because of %s, and shows why', async (_, fleet, shown) => {
    const time = now();
    git.commit({ 'fleet.json': fleet });
    await argo.refresh('hard');
    await until('the error to be shown', async () => {
      const conditions = (await argo.application('linkerd-cluster-prod-us'))?.['status']?.conditions ?? [];
      expect(JSON.stringify(conditions)).toMatch(shown);
      return true;
    });
    await stays(3, () => expect(since(time)).toEqual({}));
    await settled(git.commit({ 'fleet.json': list(documents(true)) }, 'Mend it'));
  });
});
