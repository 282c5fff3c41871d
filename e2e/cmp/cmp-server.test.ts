/** `cmp generate` under the real argocd-cmp-server, driven over its socket as the repo-server drives it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { json } from '../../test/cli/fleets';
import { callWithTree, fieldOne, fields, tgzOf } from '../../test/cmp/client';
import { repository } from '../../test/cmp/rig';
import { requestOf, VECTORS } from '../../test/cmp/vectors';
import { type Document, example, linkerdFleet } from '../rig/fleet';
import { until } from '../rig/wait';
import { type Plugin, sidecar } from './plugin';

const list = (documents: readonly unknown[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items: documents });
const named = (cluster: string) => ({
  ARGOCD_APP_SOURCE_PATH: 'apps',
  ARGOCD_APP_PARAMETERS: JSON.stringify([{ name: 'cluster', string: cluster }]),
});
const objectsIn = (stream: string) => parseAllDocuments(stream).map((document) => document.toJS());
const manifests = (answer: Buffer) => fieldOne(answer).map((text) => JSON.parse(text.toString()));

let plugin: Plugin;
beforeAll(async () => {
  plugin = await sidecar();
});

/** Processes of the plugin that are running. */
function renders(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        const env = readFileSync(`/proc/${pid}/environ`, 'utf8');
        return line.includes('\0cmp\0generate') && env.includes(plugin.work);
      } catch {
        return false;
      }
    })
    .map(Number);
}

describe('the real argocd-cmp-server', () => {
  const sidecars = new Map<string, Promise<Plugin>>();
  it.each(VECTORS)('gets the answer of the contract: $name', async (vector) => {
    const { files, path, sidecar: env = {}, answer } = vector;
    const key = JSON.stringify(env);
    const own = key === '{}' ? Promise.resolve(plugin) : (sidecars.get(key) ?? sidecar(env));
    sidecars.set(key, own);
    const { socket } = await own;
    const called = await callWithTree(socket, { tgz: tgzOf(repository(files)), path, env: requestOf(vector) });
    if ('error' in answer) {
      expect(called).toMatchObject({
        status: 2,
        message: expect.stringContaining(`failed exit status 2: ${answer.error}`),
      });
    } else {
      const kinds = new Set(manifests(called.answer).map(({ kind }: { kind: string }) => kind));
      expect([called.message, ...kinds]).toEqual(['', ...(answer.kinds === undefined ? kinds : answer.kinds)]);
    }
  });

  it.each(['prod', 'global'] as const)('gets for every cluster of %s what render writes', async (fleet) => {
    const documents = example(fleet);
    const root = repository({ 'fleet.json': list(documents), 'apps/.keep': '' });
    const tgz = tgzOf(root);
    const clusters = documents.filter(({ kind }) => kind === 'Cluster').map(({ metadata }) => metadata.name);
    for (const cluster of clusters) {
      const called = await callWithTree(plugin.socket, { tgz, path: 'apps', env: named(cluster) });
      expect(called.message).toBe('');
      const rendered = linkerdFleet('render', join(root, 'fleet.json'), '--cluster', cluster);
      expect(manifests(called.answer)).toEqual(objectsIn(rendered));
    }
  });

  it('announces parameters, and is not discovered', async () => {
    const tgz = tgzOf(repository({ 'fleet.json': json(), 'apps/.keep': '' }));
    const announced = await callWithTree(plugin.socket, {
      tgz,
      path: 'apps',
      method: 'GetParametersAnnouncement',
      env: { ARGOCD_APP_SOURCE_PATH: 'apps' },
    });
    const titles = fieldOne(announced.answer).map((each) => Object.fromEntries(fields(each))[2]?.toString());
    expect(titles[0]).toBe('Cluster of fleet small: east, west');
    const match = await callWithTree(plugin.socket, { tgz, path: 'apps', method: 'MatchRepository' });
    expect(match).toMatchObject({ status: 0, answer: Buffer.alloc(0) });
  });

  it('renders a cluster of 1,000', async () => {
    const root = repository({ 'fleet.json': list(thousand()), 'apps/.keep': '' });
    const called = await callWithTree(plugin.socket, { tgz: tgzOf(root), path: 'apps', env: named('hub-0') });
    expect(called.message).toBe('');
    expect(manifests(called.answer).filter(({ kind }: { kind: string }) => kind === 'Link').length).toBe(999);
  });

  it('renders 20 at once', async () => {
    const tgz = tgzOf(repository({ 'fleet.json': json(), 'apps/.keep': '' }));
    const calls = Array.from({ length: 20 }, (_, i) =>
      callWithTree(plugin.socket, { tgz, path: 'apps', env: named(i % 2 ? 'east' : 'west'), timeout: 120_000 }),
    );
    const answers = await Promise.all(calls);
    expect(answers.map(({ message }) => message)).toEqual(Array(20).fill(''));
    expect(new Set(answers.map(({ answer }) => answer.toString())).size).toBe(2);
  });

  it('carries 50 MB', async () => {
    const spec = { ports: [{ port: 80 }], selector: { app: 'a' }, federated: true, clusters: ['prod-us', 'prod-eu'] };
    const services = (file: number) =>
      Array.from({ length: 125 }, (_, i) => ({
        kind: 'Service',
        metadata: { name: `s${file}-${i}`, namespace: 'shop' },
        spec: { ...spec, annotations: { note: 'x'.repeat(200_000) } },
      }));
    const root = repository({
      'fleet/fleet.json': list(example('prod')),
      'fleet/services-1.json': list(services(1)),
      'fleet/services-2.json': list(services(2)),
      'apps/.keep': '',
    });
    const call = { tgz: tgzOf(root), path: 'apps', env: named('prod-eu'), timeout: 120_000 };
    const called = await callWithTree(plugin.socket, call);
    expect(called.message).toBe('');
    expect(called.answer.length).toBeGreaterThan(50e6);
  });

  it('is told of a soft deadline before its own, which would kill without a word', async () => {
    const slow = await sidecar({ LINKERD_FLEET_CODE: 'allow', LINKERD_FLEET_TIMEOUT: '4' });
    const tgz = tgzOf(repository({ 'fleet.ts': 'for (;;);', 'clusters/east/.keep': '' }));
    const env = {
      ARGOCD_APP_SOURCE_PATH: 'clusters/east',
      ARGOCD_APP_PARAMETERS: '[{"name":"fleet","string":"fleet.ts"}]',
    };
    const soft = await callWithTree(slow.socket, { tgz, path: 'clusters/east', env, timeout: 30_000 });
    expect(soft.message).toMatch(/failed .*: CMP_DEADLINE cluster=east path=LINKERD_FLEET_TIMEOUT fix: /);
    const hard = await callWithTree(slow.socket, { tgz, path: 'clusters/east', env, timeout: 2500 });
    expect(hard.message).toMatch(/signal: killed|deadline|no status/i);
  });

  it('survives the death of a render in the middle', async () => {
    const tgz = tgzOf(repository({ 'fleet.json': list(thousand()), 'apps/.keep': '' }));
    const call = callWithTree(plugin.socket, { tgz, path: 'apps', env: named('hub-0') });
    const [pid] = await until('a render', () => (renders().length > 0 ? renders() : undefined), { every: 5 });
    process.kill(pid!, 'SIGKILL');
    expect(await call).toMatchObject({ status: 2, message: expect.stringContaining('signal: killed') });
    const next = await callWithTree(plugin.socket, { tgz, path: 'apps', env: named('hub-1') });
    expect(next.message).toBe('');
    // argocd-cmp-server removes what it made for each.
    await until(
      'empty work directories',
      () => readdirSync(join(plugin.work, '_cmp_server')).length === 0 || undefined,
    );
  });

  it('passes on what a hostile repository gets: one line, nothing run', async () => {
    const root = repository({
      'fleet.json': json({
        fleet: {
          trust: { anchors: '../../../../etc/passwd', issuer: { certManager: { issuerRef: { name: '$(id)' } } } },
        },
      }),
      'apps/.keep': '',
      'apps/package.json': '{"scripts":{"preinstall":"touch evil"}}',
    });
    const called = await callWithTree(plugin.socket, { tgz: tgzOf(root), path: 'apps', env: named('east') });
    expect(called.message).toMatch(/failed exit status 2: INPUT_OUTSIDE cluster=east path=/);
    expect(Buffer.byteLength(called.message)).toBeLessThan(4400);
  });
});

/** One hub with a Link to each of 999 others. */
function thousand(): readonly Pick<Document, 'kind' | 'metadata' | 'spec'>[] {
  const [fleet] = JSON.parse(json()) as Document[];
  const clusters = Array.from({ length: 1000 }, (_, i) => ({
    kind: 'Cluster' as const,
    metadata: { name: i < 2 ? `hub-${i}` : `spoke-${i}` },
    spec: {
      apiServer: { url: `https://api.${i}.example.com:6443` },
      gateway: { address: `gw.${i}.example.com` },
      network: `n${i}`,
    },
  }));
  const edges = clusters.flatMap(({ metadata }, i) => (i === 0 ? [] : [{ source: 'hub-0', target: metadata.name }]));
  const back = { source: 'hub-1', target: 'hub-0' };
  return [{ ...fleet!, spec: { ...fleet!.spec, topology: [{ edges: [...edges, back] }] } }, ...clusters];
}
