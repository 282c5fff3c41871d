/**
 * Link credentials through a real Vault with the policies that docs/credentials.md gives, carried by the real External Secrets between
 * two API servers whose token controller makes the tokens.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Cluster, cluster } from '../rig/cluster';
import { type Document, objectsOf, synth } from '../rig/fleet';
import type { KubeObject } from '../rig/kube';
import { until } from '../rig/wait';
import { letsIn } from '../trust/store';
import { externalSecrets, secretStore } from './operator';
import { documentedPolicy, type Vault, vault } from './vault';

const ANCHORS = readFileSync(join(__dirname, '../../fleets/trust/anchors.pem'), 'utf8');
const MULTICLUSTER = 'linkerd-multicluster';
const NAMESPACES = [MULTICLUSTER, 'linkerd'];
const KINDS = new Set([
  'ServiceAccount',
  'ClusterRole',
  'ClusterRoleBinding',
  'Secret',
  'PushSecret',
  'ExternalSecret',
]);

let east: Cluster;
let west: Cluster;
let store: Vault;
/** By cluster; north is in Vault only. */
const tokens = new Map<string, string>();
let delivered: readonly (readonly [Cluster, readonly KubeObject[]])[] = [];

beforeAll(async () => {
  [east, west, store] = await Promise.all([cluster('east'), cluster('west'), vault()]);
  for (const name of ['east', 'west', 'north']) tokens.set(name, await store.tokenFor(name, documentedPolicy(name)));
  await Promise.all([east, west].map(externalSecrets));
  for (const one of [east, west]) {
    await secretStore(one, MULTICLUSTER, 'links', store, tokens.get(one.name)!);
    const reading = await store.tokenFor(`${one.name}-reads`, documentedPolicy(one.name, 'reading'));
    await secretStore(one, 'linkerd', 'links', store, reading);
  }
  await deliver();
});

/** Two clusters that read each other; `credentials` are more settings of west as a target. */
function fleet(credentials: object): Document[] {
  const spec = (block: number) => ({
    network: 'one',
    apiServer: { url: `https://api.${block}.example.com:6443` },
    podCidrs: [`10.${block}.0.0/16`],
  });
  return [
    {
      kind: 'Fleet',
      metadata: { name: 'mesh' },
      spec: {
        domain: 'mesh.example.com',
        topology: { fullMesh: {} },
        trust: { anchors: ANCHORS },
        credentials: { externalSecrets: { store: 'links', refreshInterval: '1s' } },
      },
    },
    { kind: 'Cluster', metadata: { name: 'east' }, spec: spec(10) },
    { kind: 'Cluster', metadata: { name: 'west' }, spec: { ...spec(20), credentials } },
  ].map((document) => ({ apiVersion: 'linkerd-fleet.dev/v1alpha1', ...document })) as Document[];
}

/** Applies what the fleet comes to that is about credentials, and prunes what it no longer has. */
async function deliver(credentials: object = {}): Promise<void> {
  const tree = synth(fleet(credentials));
  const id = ({ kind, metadata }: KubeObject) => `${kind} ${metadata.namespace}/${metadata.name}`;
  const next = [east, west].map(
    (one) => [one, objectsOf(tree, one.name).filter(({ kind }) => KINDS.has(kind))] as const,
  );
  for (const [{ kube }, objects] of next) for (const object of objects) await kube.apply(object);
  for (const [{ kube, name }, objects] of delivered) {
    const kept = new Set(next.find(([one]) => one.name === name)![1].map(id));
    for (const object of objects) if (!kept.has(id(object))) await kube.remove(object);
  }
  delivered = next;
}

const secretOf = ({ kube }: Cluster, namespace: string, name: string) =>
  kube.get({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace } });

/** The token that a target made for a source, once it is there. */
const made = (target: Cluster, source: Cluster, epoch = '') =>
  until(`a token of ${target.name} for ${source.name}`, async () => {
    const secret = await secretOf(target, MULTICLUSTER, `linkerd-link-${source.name}-token${epoch}`);
    const token = secret?.['data']?.token;
    return token && Buffer.from(token, 'base64').toString();
  });

/** What a source has in a namespace for a target. */
async function held(source: Cluster, namespace: string, target: Cluster) {
  const secret = await secretOf(source, namespace, `cluster-credentials-${target.name}`);
  if (secret === undefined) return undefined;
  const kubeconfig = parse(Buffer.from(secret['data'].kubeconfig, 'base64').toString());
  return {
    uid: secret.metadata['uid'],
    type: secret['type'],
    token: kubeconfig.users[0].user.token as string,
    ca: Buffer.from(kubeconfig.clusters[0].cluster['certificate-authority-data'], 'base64').toString(),
  };
}

const arrived = (source: Cluster, target: Cluster, token: string) =>
  Promise.all(
    NAMESPACES.map((namespace) =>
      until(`the token of ${target.name} in ${namespace} of ${source.name}`, async () => {
        const found = await held(source, namespace, target);
        return found?.token === token ? found : undefined;
      }),
    ),
  );

const entry = (part: 'data' | 'metadata', target: string, source: string) =>
  `mesh/${part}/linkerd/links/${target}/${source}`;

describe('a token', () => {
  it('goes from its target through Vault to both namespaces of its source, and is let in', async () => {
    for (const [target, source] of [
      [east, west],
      [west, east],
    ] as const) {
      const token = await made(target, source);
      for (const found of await arrived(source, target, token))
        expect(found).toMatchObject({ type: 'mirror.linkerd.io/remote-kubeconfig', ca: target.ca });
      expect(await letsIn(target, token)).toBe(true);
    }
    const { body } = await store.call(store.root, 'GET', entry('data', 'west', 'east'));
    expect(Object.keys(body.data.data)).toEqual(['ca.crt', 'token']);
    expect(body.data.metadata).toMatchObject({ version: 1, custom_metadata: { 'managed-by': 'external-secrets' } });
  });

  it('changes in place with the epoch, in one write', async () => {
    const before = await arrived(east, west, await made(west, east));
    await deliver({ epoch: 2 });
    const token = await made(west, east, '-2');
    const after = await arrived(east, west, token);
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(await letsIn(west, token)).toBe(true);
    const { body } = await store.call(store.root, 'GET', entry('metadata', 'west', 'east'));
    expect(body.data.current_version).toBe(2);
  });

  it('is gone with its source: from Vault, metadata and all, and from the source; the other way nothing changes', async () => {
    const other = await arrived(west, east, await made(east, west));
    await deliver({ epoch: 2, revoked: ['east'] });
    const push = { name: 'linkerd-link-east', namespace: MULTICLUSTER };
    await until('the PushSecret to be gone', async () =>
      (await west.kube.get({ apiVersion: 'external-secrets.io/v1alpha1', kind: 'PushSecret', metadata: push })) ===
      undefined
        ? true
        : undefined,
    );
    for (const part of ['data', 'metadata'] as const)
      expect((await store.call(store.root, 'GET', entry(part, 'west', 'east'))).status).toBe(404);
    for (const namespace of NAMESPACES)
      await until(`no token in ${namespace} of east`, async () =>
        (await held(east, namespace, west)) === undefined ? true : undefined,
      );
    expect(await arrived(west, east, other[0]!.token)).toEqual(other);
  });
});

describe('the policy of a cluster', () => {
  const body = { data: { token: 't', 'ca.crt': 'c' } };
  const mark = { custom_metadata: { 'managed-by': 'external-secrets' } };
  const status = async (cluster: string, method: string, path: string, content?: unknown) =>
    (await store.call(tokens.get(cluster)!, method, path, content)).status;

  it('lets nobody near what it lends but itself and its source, which reads', async () => {
    const path = entry('data', 'north', 'east');
    expect(await status('north', 'PUT', path, body)).toBe(200);
    expect(await status('east', 'GET', path)).toBe(200);
    expect(await status('west', 'GET', path)).toBe(403);
    for (const cluster of ['east', 'west']) {
      expect(await status(cluster, 'PUT', path, body)).toBe(403);
      expect(await status(cluster, 'DELETE', path)).toBe(403);
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const content = method === 'PUT' ? mark : undefined;
        expect(await status(cluster, method, entry('metadata', 'north', 'east'), content)).toBe(403);
      }
    }
  });

  it('lets nobody list what there is, nor reach what is called alike', async () => {
    for (const path of ['linkerd/links', 'linkerd/links/north', 'linkerd/links/east'])
      expect(await status('east', 'LIST', `mesh/metadata/${path}`)).toBe(403);
    for (const [target, source] of [
      ['north', 'x-east'],
      ['north', 'east-x'],
      ['east-x', 'north'],
      ['x-east', 'north'],
      ['north', 'x/east'],
    ] as const) {
      expect(await status('east', 'GET', entry('data', target, source))).toBe(403);
      expect(await status('east', 'PUT', entry('data', target, source), body)).toBe(403);
    }
  });
});
