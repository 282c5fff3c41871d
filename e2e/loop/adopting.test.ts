/** docs/adopting.md: clusters that Linkerd's CLI has linked come under a fleet, and keep their Links, Secrets and accounts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { type ArgoCd, argocd } from '../rig/argocd';
import { type Cluster, cluster } from '../rig/cluster';
import { type Document, orphansIn } from '../rig/fleet';
import { type GitRepository, gitServer } from '../rig/git';
import type { KubeObject, Ref } from '../rig/kube';
import { contexts, typed } from '../rig/kubectl';
import { operators } from '../rig/operators';
import { install, type Platform, platform } from '../rig/platform';
import { scratch } from '../rig/processes';
import { until } from '../rig/wait';

const ROOT = join(__dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/adopting.md'), 'utf8');
const MC = 'linkerd-multicluster';
const ACCOUNT = 'linkerd-service-mirror-remote-access-default';
const COMPONENTS = ['linkerd-crds', 'linkerd-control-plane', 'linkerd-multicluster', 'linkerd-cluster'];

let git: GitRepository;
let fleet: Platform;
let argo: ArgoCd;
let members: readonly [us: Cluster, eu: Cluster];
let env: NodeJS.ProcessEnv;

/** The description of the page, whose anchors are beside it. */
function described(changes: { readonly automated?: boolean; readonly eu?: object } = {}): Document[] {
  const [, text = ''] = /^```yaml mesh\.yaml\n([\s\S]*?)^```$/m.exec(PAGE) ?? [];
  const anchors = readFileSync(join(ROOT, 'fleets/trust/anchors.pem'), 'utf8');
  return parseAllDocuments(text).map((parsed): Document => {
    const document = parsed.toJS() as Document;
    const { spec, ...rest } = { apiVersion: 'linkerd-fleet.dev/v1alpha1', ...document };
    if (document.kind === 'Fleet')
      return {
        ...rest,
        spec: {
          ...spec,
          trust: { ...spec.trust, anchors },
          argocd: { repoURL: git.url, path: 'dist', automated: changes.automated },
        },
      };
    return document.metadata.name === 'eu' ? { ...rest, spec: { ...spec, ...changes.eu } } : { ...rest, spec };
  });
}

/** The Link to a cluster, as `linkerd multicluster link-gen` of 2.18 prints it. */
const link = (target: string) => ({
  apiVersion: 'multicluster.linkerd.io/v1alpha3',
  kind: 'Link',
  metadata: { name: target, namespace: MC, annotations: { 'linkerd.io/created-by': 'linkerd/cli edge-25.4.4' } },
  spec: {
    clusterCredentialsSecret: `cluster-credentials-${target}`,
    federatedServiceSelector: { matchLabels: { 'mirror.linkerd.io/federated': 'member' } },
    gatewayAddress: `gateway.${target}.example.com`,
    gatewayIdentity: `linkerd-gateway.${MC}.serviceaccount.identity.linkerd.cluster.local`,
    gatewayPort: '4143',
    probeSpec: { failureThreshold: '3', path: '/ready', period: '3s', port: '4191', timeout: '30s' },
    remoteDiscoverySelector: { matchLabels: { 'mirror.linkerd.io/exported': 'remote-discovery' } },
    selector: { matchLabels: { 'mirror.linkerd.io/exported': 'true' } },
    targetClusterDomain: 'cluster.local',
    targetClusterLinkerdNamespace: 'linkerd',
    targetClusterName: target,
  },
});

const v1 = (kind: string, name: string, namespace: string | undefined, more: object = {}, meta: object = {}) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace, ...meta },
  ...more,
});

const credentials = (target: string, namespace: string) =>
  v1('Secret', `cluster-credentials-${target}`, namespace, {
    type: 'mirror.linkerd.io/remote-kubeconfig',
    stringData: { kubeconfig: 'of the account for all sources' },
  });

const account = v1('ServiceAccount', ACCOUNT, MC);
const shop = v1('Namespace', 'shop', undefined, {}, { annotations: { 'linkerd.io/inject': 'enabled' } });
const web = v1(
  'Service',
  'web',
  'shop',
  { spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } },
  { labels: { 'mirror.linkerd.io/exported': 'true' } },
);

/** What people applied to a cluster by hand, all of it by `kubectl apply`. */
const applied = (other: string): readonly object[] => [
  v1('Namespace', 'linkerd', undefined, {}, { annotations: { 'linkerd.io/inject': 'disabled' } }),
  v1('Namespace', MC, undefined, {}, { labels: { 'linkerd.io/extension': 'multicluster' } }),
  shop,
  credentials(other, MC),
  credentials(other, 'linkerd'),
  account,
  link(other),
  ...(other === 'eu' ? [web] : []),
];

const find = async ({ kube }: Cluster, object: unknown): Promise<KubeObject> =>
  (await kube.get(object as Ref)) ?? expect.fail(`${JSON.stringify(object)} is gone`);

const APPLIED: Readonly<Record<string, readonly object[]>> = { us: applied('eu'), eu: applied('us') };

/** UID of everything that people applied, and the version of their Secrets, in both clusters. */
async function standing(): Promise<unknown> {
  const all = members.map(async (member) =>
    Promise.all(
      APPLIED[member.name]!.map(async (object) => {
        const { kind, metadata } = await find(member, object);
        const { name, namespace, uid, resourceVersion } = metadata;
        return [member.name, kind, namespace, name, uid, kind === 'Secret' ? resourceVersion : ''];
      }),
    ),
  );
  return (await Promise.all(all)).flat();
}

const written = () => members.flatMap((member) => member.writes('argocd-application-controller'));

async function each(assert: (status: KubeObject['status']) => void): Promise<void> {
  await argo.refresh();
  for (const member of members) {
    for (const component of COMPONENTS) await argo.settles(`${component}-${member.name}`, assert);
  }
}

beforeAll(async () => {
  git = await gitServer();
  const [management, us, eu] = await Promise.all([
    cluster('management', { crds: 'argocd' }),
    cluster('us', { linkerd: '2.18' }),
    cluster('eu', { linkerd: '2.18' }),
  ]);
  members = [us, eu];
  members.forEach(operators);
  env = contexts(members);
  fleet = platform(git, ['2025.4.4']);
  argo = await argocd({ management, members });
  const directory = scratch('applied');
  for (const { name } of members) {
    for (const object of APPLIED[name]!) {
      writeFileSync(join(directory, 'object.json'), JSON.stringify(object));
      const said = typed(`kubectl --context ${name} apply -f ${directory}/object.json`, env);
      expect(said, said.stderr).toMatchObject({ status: 0 });
    }
  }
});

it('check --orphans names what the description leaves out, and what the first sync would take off', async () => {
  const said = (documents: readonly Document[]) =>
    ['us', 'eu'].flatMap((name) => orphansIn(documents, name, env).map(({ code, path }) => `${code} ${path}`));
  expect(said(described())).toEqual(['APPLIED_BY_OTHERS eu: Namespace shop']);
  expect(said(described({ eu: { namespaces: ['shop'] } }))).toEqual([]);
  const undescribed = described().filter(({ kind }) => kind !== 'Service');
  expect(said(undescribed)).toEqual(['ORPHAN_EXPORT us: Service shop/web']);
});

it('the diff of the page shows what changes in a Link, and nothing that is a fact of its target', () => {
  const commit = fleet.deliver(described({ automated: false, eu: { namespaces: ['shop'] } }));
  expect(commit).not.toBe('');
  const [, shown = ''] = /^(kubectl --context eu diff) -f dist\/\S+$/m.exec(PAGE) ?? [];
  const { status, stdout } = typed(`${shown} -f ${fleet.tree()}/clusters/eu/multicluster/links.yaml`, env);
  expect(status).toBe(1);
  const changed = [...stdout.matchAll(/^[-+] +([\w./-]+):/gm)].map(([, key]) => key);
  expect(changed).toEqual(expect.arrayContaining(['excludedLabels', 'federatedServiceSelector']));
  for (const fact of Object.keys(link('us').spec).filter((key) => /^(?:gateway|target|probe|cluster)/.test(key)))
    expect(changed).not.toContain(fact);
});

it('shows its differences and writes nothing, while it is not automated', async () => {
  await install(argo.management, git, fleet.tree());
  await each(({ sync }) => expect(sync?.status).toBe('OutOfSync'));
  expect(written()).toEqual([]);
});

it('comes under the fleet with its Links, Secrets and accounts', async () => {
  const before = await standing();
  const commit = fleet.deliver(described({ eu: { namespaces: ['shop'] } }));
  await each((status) => {
    const { sync, operationState, conditions } = status ?? {};
    expect({ sync: sync?.status, phase: operationState?.phase, conditions }, operationState?.message).toEqual({
      sync: 'Synced',
      phase: 'Succeeded',
      conditions: undefined,
    });
    expect(sync.revisions ?? [sync.revision]).toContain(commit);
  });
  expect(await standing()).toEqual(before);
  expect(written().filter(({ verb }) => verb.startsWith('delete'))).toEqual([]);
  const [us, eu] = members;
  const [link] = await eu.kube.list('multicluster.linkerd.io/v1alpha3', 'Link', MC);
  expect(link?.['spec']).toMatchObject({ targetClusterName: 'us', selector: { matchLabels: {} } });
  expect(link?.['spec']).not.toHaveProperty('federatedServiceSelector');
  expect((await find(eu, shop)).metadata.annotations).toMatchObject({ 'linkerd.io/inject': 'enabled' });
  expect(await find(us, web)).toMatchObject({ spec: { selector: { app: 'web' } } });
});

it('lets go of the account for all sources when the values do, and says so', async () => {
  const own = described({ eu: { namespaces: ['shop'] } }).map((document) =>
    document.kind === 'Fleet'
      ? { ...document, spec: { ...document.spec, values: {}, accept: ['TRUST_DOMAIN_SHARED'] } }
      : document,
  );
  const said = orphansIn(own, 'eu', env).map(({ code, path }) => `${code} ${path}`);
  expect(said).toEqual([`ORPHAN_CREDENTIAL eu: ServiceAccount ${MC}/${ACCOUNT}`]);
  const [fix] = orphansIn(own, 'eu', env).map(({ fix }) => fix);
  expect(typed(fix!, env).status).toBe(0);
  await until('nothing to be left', () => orphansIn(own, 'eu', env).length === 0 || undefined);
});
