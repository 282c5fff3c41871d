/** The server as a process: many at once, clients that misbehave, an end and a beginning. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { json } from '../cli/fleets';
import { linkerdFleet } from '../cli/process';
import { askAndLeave, bytes, callRaw, callWithTree, fieldOne, fields, tgzOf } from './client';
import { repository, type Server, scratch, startServer } from './rig';
import { tarOf } from './tar';

const METHOD = '/plugin.ConfigManagementPluginService/GenerateManifest';
const tree = repository({ 'fleet.json': json(), 'clusters/east/.keep': '', 'clusters/west/.keep': '' });
const tgz = tgzOf(tree);
const env = (cluster: string) => ({ ARGOCD_APP_NAME: cluster, ARGOCD_APP_SOURCE_PATH: `clusters/${cluster}` });
const generate = ({ socket }: Server, cluster = 'east') =>
  callWithTree(socket, { tgz, path: `clusters/${cluster}`, env: env(cluster) });

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

describe('a server', () => {
  it('answers twenty renders at once, each with its own cluster', async () => {
    const [east, west] = [await generate(server, 'east'), await generate(server, 'west')];
    expect(east.answer.equals(west.answer)).toBe(false);
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => generate(server, i % 2 ? 'west' : 'east')));
    for (const [i, { status, answer }] of all.entries()) {
      expect(status).toBe(0);
      expect(answer.equals((i % 2 ? west : east).answer)).toBe(true);
    }
  });

  it('announces the parameters of the fleet that it was sent', async () => {
    const called = await callWithTree(server.socket, {
      tgz,
      path: 'clusters/east',
      env: env('east'),
      method: 'GetParametersAnnouncement',
    });
    expect(called.status).toBe(0);
    const list = fieldOne(called.answer).map((each) =>
      Object.fromEntries(fields(each).map(([n, v]) => [n, v.toString()])),
    );
    expect(list.map((each) => each[1])).toEqual(['cluster', 'components', 'fleet']);
    expect(list[0]).toMatchObject({ 2: 'Cluster of fleet small: east, west', 7: 'east' });
    const ran = JSON.parse(linkerdParameters());
    expect(list.map((each) => each[2])).toEqual(ran.map(({ title }: { title: string }) => title));
  });

  it('is not to be discovered, wants no Git credentials, and is healthy', async () => {
    const match = await callWithTree(server.socket, { tgz, path: 'clusters/east', method: 'MatchRepository' });
    expect(match).toMatchObject({ status: 0, answer: Buffer.alloc(0) });
    const check = await callRaw(server.socket, '/plugin.ConfigManagementPluginService/CheckPluginConfiguration', [
      Buffer.alloc(0),
    ]);
    expect(check).toMatchObject({ status: 0, answer: Buffer.alloc(0) });
    const health = await callRaw(server.socket, '/grpc.health.v1.Health/Check', [Buffer.alloc(0)]);
    expect(health).toMatchObject({ status: 0, answer: Buffer.from([8, 1]) });
    const probe = linkerdFleet(['cmp', 'serve', '--probe', '--socket', server.socket]);
    expect(probe).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('writes what it did, one line of JSON for each call', async () => {
    await generate(server);
    await callWithTree(server.socket, { tgz, path: 'clusters/none', env: env('none') });
    // The answer may be here before the line about it.
    const lines = await vi.waitFor(
      () => {
        const all = server.log().trim().split('\n');
        expect(all.at(-1)).toContain('"application":"none"');
        return all.map((line) => JSON.parse(line));
      },
      { timeout: 10_000 },
    );
    expect(lines.at(-2)).toMatchObject({
      level: 'info',
      method: 'GenerateManifest',
      application: 'east',
      objects: expect.any(Number),
    });
    expect(lines.at(-1)).toMatchObject({
      level: 'error',
      application: 'none',
      error: expect.stringMatching(/^CMP_REQUEST cluster=none /),
    });
  });
});

const linkerdParameters = () =>
  linkerdFleet(['cmp', 'parameters'], { cwd: join(tree, 'clusters/east'), env: env('east') }).stdout;

describe('a client that misbehaves', () => {
  const metadata = bytes(1, bytes(2, 'clusters/east'));
  const chunk = (content: Buffer) => bytes(2, bytes(1, content));
  const chunked = (archive: Buffer) => ({ tgz: archive, path: 'clusters/east', env: env('east') });

  it.each<[string, () => Promise<{ status: number; message: string }>, number, RegExp]>([
    [
      'sends no metadata',
      () => callRaw(server.socket, METHOD, [chunk(tgz)]),
      2,
      /^CMP_REQUEST .*does not begin with metadata/,
    ],
    ['sends nothing', () => callRaw(server.socket, METHOD, []), 2, /^CMP_REQUEST /],
    [
      'sends metadata twice',
      () => callRaw(server.socket, METHOD, [metadata, metadata]),
      2,
      /^CMP_REQUEST .*metadata twice/,
    ],
    [
      'sends what is no message',
      () => callRaw(server.socket, METHOD, [Buffer.from([10, 255, 255, 255, 255, 255])]),
      2,
      /^CMP_REQUEST /,
    ],
    [
      'announces another checksum',
      () => callWithTree(server.socket, { ...chunked(tgz), checksum: '00' }),
      2,
      /^CMP_TREE .*checksum/,
    ],
    ['sends no archive', () => callRaw(server.socket, METHOD, [metadata]), 2, /^CMP_TREE /],
    [
      'sends what is not gzip',
      () => callWithTree(server.socket, chunked(Buffer.from('no gzip'))),
      2,
      /^CMP_TREE .*no gzip data/,
    ],
    [
      'sends half of an archive',
      () => callWithTree(server.socket, chunked(tgz.subarray(0, tgz.length / 2))),
      2,
      /^CMP_TREE /,
    ],
    [
      'sends a bomb',
      () => callWithTree(server.socket, { ...chunked(BOMB()), chunk: 65536 }),
      2,
      /^CMP_TREE .*more than 134217728 bytes unpacked/,
    ],
    [
      'sends a path that leads out',
      () => callWithTree(server.socket, chunked(gzipSync(tarOf([{ name: '../../x' }])))),
      2,
      /^CMP_TREE .*leads out of the tree/,
    ],
    [
      'asks for a path out of the tree',
      () => callWithTree(server.socket, { tgz, path: '../../etc' }),
      2,
      /^CMP_REQUEST .*leads out of the directory/,
    ],
    ['asks for a method that is not there', () => callRaw(server.socket, '/plugin.X/Y', [metadata]), 12, /no method/],
  ])('is told so, and the others are served: %s', async (_, call, status, message) => {
    const called = await call();
    expect(called).toMatchObject({ status, message: expect.stringMatching(message) });
    expect((await generate(server)).status).toBe(0);
  });

  it('is cut off at its deadline when it stops sending, and keeps nobody waiting', async () => {
    const stalled = Array.from({ length: 6 }, () =>
      callRaw(server.socket, METHOD, [metadata, chunk(tgz.subarray(0, 10))], 1500, { open: true }),
    );
    expect((await generate(server)).status).toBe(0);
    for (const called of await Promise.all(stalled)) {
      expect(called).toMatchObject({
        status: 2,
        message: expect.stringMatching(/^CMP_DEADLINE .*receiving the repository/),
      });
    }
  });

  it('may be gone before it is refused, at any moment', async () => {
    for (let i = 0; i < 100; i++) await askAndLeave(server.socket, { calls: 1 + (i % 40), wait: (i % 4) - 1 });
    expect((await generate(server)).status).toBe(0);
    expect(server.log()).not.toMatch(/CMP_INTERNAL|internal error|at .*:\d+:\d+/);
  });

  it('leaves nothing behind when it goes away', async () => {
    await callRaw(server.socket, METHOD, [metadata, chunk(tgz.subarray(0, 10))], 300, { open: true });
    expect((await generate(server)).status).toBe(0);
    expect(server.log()).not.toMatch(/CMP_INTERNAL|internal error|at .*:\d+:\d+/);
  });
});

/** A gigabyte of zeros in a megabyte. */
const BOMB = () => gzipSync(Buffer.alloc(1 << 30), { level: 1 });

describe('the socket', () => {
  it('is gone after SIGTERM, with every tree, and the process ends well', async () => {
    const own = await startServer();
    await generate(own);
    expect(await own.stop('SIGTERM')).toBe(0);
    expect(readdirSync(own.work)).toEqual([]);
  });

  it('that a killed process left is taken over, with its trees', async () => {
    const directory = scratch();
    const killed = await startServer({}, directory);
    await generate(killed);
    await killed.stop('SIGKILL');
    expect(existsSync(killed.socket)).toBe(true);
    expect(linkerdFleet(['cmp', 'serve', '--probe', '--socket', killed.socket])).toMatchObject({ status: 2 });
    const next = await startServer({}, directory);
    expect((await generate(next)).status).toBe(0);
    expect(await next.stop('SIGINT')).toBe(0);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('of a server that answers is left to it', () => {
    const env = { ARGOCD_CMP_WORKDIR: scratch() };
    const second = linkerdFleet(['cmp', 'serve', '--socket', server.socket], { env });
    expect(second).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('CMP_SOCKET') });
    expect(existsSync(server.socket)).toBe(true);
  });

  it('has the name of plugin and version, where Argo CD looks for it', () => {
    const directory = scratch();
    writeFileSync(join(directory, 'file'), '');
    const refused = linkerdFleet(['cmp', 'serve'], {
      env: { ARGOCD_PLUGINSOCKFILEPATH: join(directory, 'file'), ARGOCD_CMP_WORKDIR: directory },
    });
    expect(refused.stderr).toMatch(/CMP_SOCKET .*file\/linkerd-fleet-v\d+\.\d+\.\d+\.sock/);
  });

  it('is not served where code is allowed: a module that is loaded would answer for other repositories', () => {
    const refused = linkerdFleet(['cmp', 'serve'], { env: { LINKERD_FLEET_CODE: 'allow' } });
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('CMP_SETTING LINKERD_FLEET_CODE') });
  });
});

describe('memory', () => {
  it('stays where it is over many renders of many commits', async () => {
    const own = await startServer();
    const resident = () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${own.child.pid}/status`, 'utf8'))![1]) / 1024;
    const commit = (i: number) =>
      tgzOf(
        repository({
          'fleet.json': `${json()}${' '.repeat(i)}`,
          'clusters/east/.keep': '',
          'big.txt': 'x'.repeat(1 << 20),
        }),
      );
    const render = async (i: number) =>
      expect(
        (await callWithTree(own.socket, { tgz: commit(i), path: 'clusters/east', env: env('east'), chunk: 65536 }))
          .status,
      ).toBe(0);
    for (let i = 0; i < 30; i++) await render(i);
    const early = resident();
    for (let i = 30; i < 100; i++) await render(i);
    // Without an end to what is kept it would be hundreds: a tree of 1 MB, a fleet and their buffers for each.
    expect(resident() - early).toBeLessThan(60);
    expect(
      readdirSync(join(own.work, readdirSync(own.work).find((name) => name.startsWith('_'))!)).length,
    ).toBeLessThanOrEqual(4);
  });
});
