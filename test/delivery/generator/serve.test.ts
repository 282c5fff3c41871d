/** `generator serve` as a process, over files that change under it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BIN } from '../../cli/process';
import { ANCHORS } from '../../resources/plans';

const TOKEN = 's3cret-token';

let dir: string;
let running: ChildProcess | undefined;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'linkerd-fleet-serve-'));
  writeFileSync(join(dir, 'token'), `${TOKEN}\n`);
});
afterEach(() => {
  running?.kill('SIGKILL');
  running = undefined;
  rmSync(dir, { recursive: true, force: true });
});

/** A description as data, and the file that it names. */
function describeFleet(directory: string, names: readonly string[]): void {
  const spec = { domain: 'mesh.example.com', trust: { anchors: ['anchors.pem'], issuer: { existing: {} } } };
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'anchors.pem'), ANCHORS);
  writeFileSync(
    join(directory, 'fleet.json'),
    JSON.stringify([
      { apiVersion: 'linkerd-fleet.dev/v1alpha1', kind: 'Fleet', metadata: { name: 'mesh' }, spec },
      ...names.map((name) => ({ kind: 'Cluster', metadata: { name }, spec: {} })),
    ]),
  );
}

interface Serving {
  readonly url: string;
  /** Resolves once stderr has the text. */
  readonly says: (text: string) => Promise<void>;
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

async function serve(fleet: string, interval: string): Promise<Serving> {
  const args = ['serve', fleet, '--listen', '127.0.0.1:0', '--token-file', 'token', '--interval', interval];
  const child = spawn(process.execPath, [BIN, 'generator', ...args], { cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] });
  running = child;
  let stderr = '';
  let heard = () => undefined as unknown;
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
    heard();
  });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const says = (text: string) =>
    new Promise<void>((done, failed) => {
      void ended.then(() => failed(new Error(`ended, having said: ${stderr}`)));
      heard = () => stderr.includes(text) && done();
      heard();
    });
  await says(', on http://');
  const url = /http:\S+/.exec(stderr)?.[0] ?? '';
  return {
    url,
    says,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

async function clustersOf({ url }: Serving): Promise<string[]> {
  const response = await fetch(`${url}/api/v1/fleet.json`, { headers: { authorization: `Bearer ${TOKEN}` } });
  return ((await response.json()) as { name: string }[]).map(({ name }) => name);
}

describe('generator serve', () => {
  it('follows the description, also where a link is moved, and keeps the last good one', async () => {
    describeFleet(join(dir, 'v1'), ['eu', 'us']);
    describeFleet(join(dir, 'v2'), ['eu', 'us', 'apac']);
    symlinkSync('v1', join(dir, 'now'));
    const serving = await serve('now', '1');
    expect(await clustersOf(serving)).toEqual(['eu', 'us']);

    symlinkSync('v2', join(dir, 'next'));
    renameSync(join(dir, 'next'), join(dir, 'now'));
    await serving.says('serving fleet mesh, 3 clusters\n');
    expect(await clustersOf(serving)).toEqual(['apac', 'eu', 'us']);

    unlinkSync(join(dir, 'v2', 'anchors.pem'));
    await serving.says('still serving what was good before: fleet mesh, 3 clusters');
    expect(await clustersOf(serving)).toEqual(['apac', 'eu', 'us']);
    expect(await (await fetch(`${serving.url}/readyz`)).text()).toContain('stale');
    expect(await (await fetch(`${serving.url}/metrics`)).text()).toContain('last_reload_successful 0');
    expect(await serving.end('SIGTERM')).toBe(0);
  });

  it('answers from the fleet of before while it reads a thousand clusters', async () => {
    const names = Array.from({ length: 1000 }, (_, i) => `c-${i}`);
    describeFleet(dir, names);
    const serving = await serve('fleet.json', '600');
    describeFleet(dir, [...names, 'joined']);
    let isRead = false;
    void serving.says('serving fleet mesh, 1001 clusters\n').then(() => {
      isRead = true;
    });
    running?.kill('SIGHUP');
    const answers: number[] = [];
    while (!isRead) answers.push((await clustersOf(serving)).length);
    // A server that reads by itself answers the first question after it has read.
    expect(answers.filter((clusters) => clusters === 1000).length).toBeGreaterThan(3);
    expect((await clustersOf(serving)).length).toBe(1001);
    expect(await serving.end('SIGTERM')).toBe(0);
  });

  it('reads again what changed while it was read, and ends in the middle of it', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `c-${i}`);
    describeFleet(dir, names);
    const serving = await serve('fleet.json', '600');
    describeFleet(dir, [...names, 'a']);
    running?.kill('SIGHUP');
    describeFleet(dir, [...names, 'a', 'b']);
    running?.kill('SIGHUP');
    await serving.says('serving fleet mesh, 302 clusters\n');
    running?.kill('SIGHUP');
    expect(await serving.end('SIGTERM')).toBe(0);
  });

  it('keeps the fleet of before where the process that reads is killed, and says so', async () => {
    const names = Array.from({ length: 1000 }, (_, i) => `c-${i}`);
    describeFleet(dir, names);
    const serving = await serve('fleet.json', '600');
    describeFleet(dir, [...names, 'joined']);
    running?.kill('SIGHUP');
    const reader = await vi.waitFor(
      () => {
        const [pid] = readFileSync(`/proc/${running?.pid}/task/${running?.pid}/children`, 'utf8').split(' ');
        expect(pid).not.toBe('');
        return Number(pid);
      },
      { timeout: 10_000, interval: 5 },
    );
    process.kill(reader, 'SIGKILL');
    await serving.says('a process that ended with SIGKILL before it had read the description');
    await serving.says('still serving what was good before: fleet mesh, 1000 clusters');
    expect(await (await fetch(`${serving.url}/metrics`)).text()).toContain('last_reload_successful 0');
    running?.kill('SIGHUP');
    await serving.says('serving fleet mesh, 1001 clusters\n');
    expect(await serving.end('SIGTERM')).toBe(0);
  });

  it('reads the description at once when it is told to', async () => {
    describeFleet(dir, ['eu']);
    const serving = await serve('fleet.json', '600');
    describeFleet(dir, ['eu', 'us']);
    running?.kill('SIGHUP');
    await serving.says('serving fleet mesh, 2 clusters\n');
    expect(await serving.end('SIGINT')).toBe(0);
  });

  it.each([
    ['GENERATOR_TOKEN', ['serve', 'fleet.json']],
    ['GENERATOR_TLS', ['serve', 'fleet.json', '--token-file', 'token', '--tls-cert', 'token', '--tls-key', 'token']],
    ['GENERATOR_LISTEN', ['serve', 'fleet.json', '--token-file', 'token', '--listen', ':8080']],
    ['GENERATOR_LISTEN', ['serve', 'fleet.json', '--token-file', 'token', '--listen', '192.0.2.1:0']],
    ['GENERATOR_CODE', ['serve', 'fleet.ts', '--token-file', 'token']],
    ['GENERATOR_EMPTY', ['serve', 'fleet.json', '--token-file', 'token', '-l', 'region=eu']],
    ['GENERATOR_PARAMETER', ['serve', 'fleet.json', '--token-file', 'token', '-l', 'region in eu']],
    ['USAGE', ['serve', 'fleet.json', '--token-file', 'token', '--interval', '0']],
    ['USAGE', ['serv', 'fleet.json']],
  ])('%s: does not start with %j', (code, args) => {
    describeFleet(dir, ['eu']);
    writeFileSync(join(dir, 'fleet.ts'), '');
    const { status, stderr, stdout } = spawnSync(process.execPath, [BIN, 'generator', ...args], {
      cwd: dir,
      encoding: 'utf8',
    });
    expect(stderr).toContain(code);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toContain(TOKEN);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  it('does not start with a description that has errors', () => {
    describeFleet(dir, ['eu']);
    unlinkSync(join(dir, 'anchors.pem'));
    const args = ['serve', 'fleet.json', '--token-file', 'token'];
    expect(spawnSync(process.execPath, [BIN, 'generator', ...args], { cwd: dir }).status).toBe(2);
  });
});
