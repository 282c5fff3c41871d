/**
 * A cluster leaves the fleet by commits, seen from one of its sources with a real API server. Its mirror controllers are played here:
 * what they make of a Link, and what they take away when its selectors match nothing, is what the real ones did.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type Cluster, cluster } from '../rig/cluster';
import { type Document, example, linkerdFleet, objectsOf } from '../rig/fleet';
import type { KubeObject } from '../rig/kube';
import { scratch } from '../rig/processes';

const MC = 'linkerd-multicluster';
const ROOT = join(__dirname, '../..');
const KINDS: readonly (readonly [apiVersion: string, kind: string])[] = [
  ['v1', 'Service'],
  ['v1', 'ServiceAccount'],
  ['v1', 'Secret'],
  ['coordination.k8s.io/v1', 'Lease'],
  ['multicluster.linkerd.io/v1alpha3', 'Link'],
  ['external-secrets.io/v1', 'ExternalSecret'],
  ['external-secrets.io/v1alpha1', 'PushSecret'],
];

let server: Cluster;
const work = scratch('removal');
const description = join(work, 'fleet.json');
const git = (...args: string[]) =>
  void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-C', work, ...args]);

function describeFleet(documents: readonly Document[]): void {
  writeFileSync(description, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: documents }, null, 1));
}

function commit(): void {
  git('add', 'fleet.json');
  git('commit', '-qm', 'next');
}

/** Applies the tree of the description, and deletes what it no longer has, as Argo CD does where `prune` says so. */
async function deliver(before: readonly KubeObject[]): Promise<readonly KubeObject[]> {
  const tree = join(work, 'dist');
  linkerdFleet('synth', description, '--out', tree);
  const now = objectsOf(tree, 'prod-us');
  for (const object of now) await server.kube.apply(object);
  const id = ({ kind, metadata }: KubeObject) => `${kind} ${metadata.namespace}/${metadata.name}`;
  const kept = new Set(now.map(id));
  for (const object of before) if (!kept.has(id(object))) await server.kube.remove(object);
  return now;
}

/** The mirror controllers of prod-us, once around. */
async function mirror(): Promise<void> {
  const links = await server.kube.list('multicluster.linkerd.io/v1alpha3', 'Link');
  const members: string[] = [];
  for (const { metadata, spec } of links) {
    const selects = (field: string) =>
      Object.keys(spec[field]?.matchLabels ?? {}).some((key) => key.startsWith('mirror.linkerd.io/'));
    const web: KubeObject = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: `web-${metadata.name}`,
        namespace: 'default',
        labels: { 'mirror.linkerd.io/cluster-name': metadata.name, 'mirror.linkerd.io/mirrored-service': 'true' },
      },
      spec: { ports: [{ port: 80 }] },
    };
    if (['selector', 'remoteDiscoverySelector'].some(selects)) await server.kube.apply(web);
    else await server.kube.remove(web);
    if (selects('federatedServiceSelector')) members.push(`pay@${metadata.name}`);
    const lease = {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name: `service-mirror-write-${metadata.name}`, namespace: MC },
    };
    await server.kube.apply(lease);
  }
  await server.kube.apply({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'pay-federated',
      namespace: 'default',
      labels: { 'mirror.linkerd.io/mirrored-service': 'true' },
      annotations: {
        'multicluster.linkerd.io/remote-discovery': members.join(','),
        'multicluster.linkerd.io/local-discovery': 'pay',
      },
    },
    spec: { ports: [{ port: 80 }] },
  });
}

/** What the API server has, as `kubectl get -o json` prints it. @returns codes of findings with their fixes */
async function orphans(): Promise<{ status: number | null; found: string[] }> {
  const lists = await Promise.all(
    KINDS.map(async ([apiVersion, kind]) =>
      (await server.kube.list(apiVersion, kind)).map((o) => ({ ...o, apiVersion, kind })),
    ),
  );
  writeFileSync(join(work, 'dump.json'), JSON.stringify({ apiVersion: 'v1', kind: 'List', items: lists.flat() }));
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(ROOT, 'bin/linkerd-fleet.js'), 'check', description, '--orphans', `prod-us=${join(work, 'dump.json')}`],
    { encoding: 'utf8' },
  );
  return {
    status,
    found: [...stdout.matchAll(/^✗ (\w+) prod-us: (.+)$/gm)].map(([, code, what]) => `${code} ${what}`).sort(),
  };
}

beforeAll(async () => {
  server = await cluster('prod-us', { controllers: false });
  git('init', '-q');
});

it('drains, is removed, and leaves a lease and nothing else', async () => {
  const before = example('prod');
  describeFleet(before);
  commit();
  const first = await deliver([]);
  await mirror();
  expect(await orphans()).toEqual({ status: 0, found: [] });

  linkerdFleet('decommission', description, '--cluster', 'prod-eu', '--write');
  linkerdFleet('check', description, '--base', 'HEAD');
  commit();
  const drained = await deliver(first);
  expect((await orphans()).found.every((line) => line.startsWith('DRAIN_UNFINISHED'))).toBe(true);
  expect((await orphans()).status).toBe(1);
  await mirror();
  expect(await orphans()).toEqual({ status: 0, found: [] });

  linkerdFleet('decommission', description, '--cluster', 'prod-eu', '--write');
  linkerdFleet('check', description, '--base', 'HEAD');
  commit();
  await deliver(drained);
  await mirror();
  const lease = `ORPHAN_CONTROLLER Lease ${MC}/service-mirror-write-prod-eu`;
  expect(await orphans()).toEqual({ status: 1, found: [lease] });
  await server.kube.remove({
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name: 'service-mirror-write-prod-eu', namespace: MC },
  });
  expect(await orphans()).toEqual({ status: 0, found: [] });
});

it('taken out of Git without a drain, it leaves a mirror and a member as well, each of them named', async () => {
  const without = readFleet();
  describeFleet(example('prod'));
  const first = await deliver([]);
  await mirror();
  describeFleet(without);
  await deliver(first);
  const { status, found } = await orphans();
  expect(status).toBe(1);
  expect(found).toEqual([
    `ORPHAN_CONTROLLER Lease ${MC}/service-mirror-write-prod-eu`,
    'ORPHAN_MEMBER Service default/pay-federated',
    'ORPHAN_MIRROR Service default/web-prod-eu',
  ]);
});

function readFleet(): Document[] {
  return JSON.parse(execFileSync('git', ['-C', work, 'show', 'HEAD:fleet.json'], { encoding: 'utf8' })).items;
}
