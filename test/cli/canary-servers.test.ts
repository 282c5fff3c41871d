/** What the two servers say of tokens, keys and kubeconfigs that they are given or find: to whom asks, to the log, and to processes of their own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { bytes, callRaw, callWithTree, tgzOf } from '../cmp/client';
import { repository, startServer } from '../cmp/rig';
import { CANARY, legacyToken } from '../tokens';
import { ANCHOR, json } from './fleets';
import { BIN, environment, workspace, write } from './process';

const TOKEN = legacyToken('linkerd-link-west', 'linkerd-link-west-token');
const PEM = `-----BEGIN PRIVATE KEY-----\n${CANARY}\n-----END PRIVATE KEY-----\n`;
const KUBECONFIG = stringify({
  apiVersion: 'v1',
  kind: 'Config',
  clusters: [{ name: 'e', cluster: { server: 'https://api.east.example.com:6443' } }],
  users: [{ name: 'u', user: { token: TOKEN, password: CANARY } }],
});
const PLAIN = stringify({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'cluster-credentials-east', namespace: 'linkerd-multicluster' },
  stringData: { kubeconfig: KUBECONFIG },
  data: { kubeconfig: Buffer.from(KUBECONFIG).toString('base64') },
});

/** Descriptions, by what is wrong with them; what they name holds what nobody may see. */
const BROKEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a key among the anchors': { 'fleet.json': json({ fleet: { trust: { anchors: 'key.pem' } } }) },
  'a key in the description': { 'fleet.json': json({ fleet: { trust: { anchors: `${ANCHOR}${PEM}` } } }) },
  'a Secret that is not sealed': {
    'fleet.json': json({ east: { credentials: { sealedSecrets: {} } } }),
    'credentials/west/east.linkerd-multicluster.yaml': PLAIN,
    'credentials/west/east.linkerd.yaml': PLAIN,
    'credentials/west/sealed-secrets.pem': PEM,
  },
  'a Secret that is not encrypted': {
    'fleet.json': json({ east: { credentials: { sops: { age: ['age1recipient'] } } } }),
    'credentials/west/east.linkerd-multicluster.yaml': PLAIN,
    'credentials/west/east.linkerd.yaml': PLAIN,
  },
  'a token where the fleet ends': { 'fleet.json': `${json()}${TOKEN}` },
  'a token as a document': { 'fleet.json': JSON.stringify(TOKEN) },
  'a kubeconfig in its place': { 'fleet.json': JSON.stringify({ kind: 'Config', users: [{ token: TOKEN }] }) },
};
const AROUND = { 'key.pem': PEM, 'clusters/east/.keep': '', 'kubeconfig.yaml': KUBECONFIG };

/** All that a process and its children show to others on the machine, again and again while it runs. */
function watched(child: ChildProcess): () => string {
  const seen = new Set<string>();
  const own = readFileSync(`/proc/${child.pid}/environ`, 'latin1');
  const look = (pid: string, isChild: boolean) => {
    try {
      seen.add(readFileSync(`/proc/${pid}/cmdline`, 'latin1'));
      if (isChild) seen.add(`child ${readFileSync(`/proc/${pid}/environ`, 'latin1').replace(own, '')}`);
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1');
      for (const next of children.trim().split(' ').filter(Boolean)) look(next, true);
    } catch {
      // It has ended meanwhile.
    }
  };
  const timer = setInterval(() => look(String(child.pid), false), 2);
  return () => {
    clearInterval(timer);
    return [...seen, own].join('\n');
  };
}

let secrets: RegExp;
let key: string;
let certificate: string;
beforeAll(() => {
  const directory = workspace();
  const files = ['-keyout', join(directory, 'k'), '-out', join(directory, 'c')];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', '-days', '9', ...files],
    { stdio: 'pipe' },
  );
  [key, certificate] = ['k', 'c'].map((name) => readFileSync(join(directory, name), 'utf8')) as [string, string];
  // In base64 a text has three forms, by where it begins.
  const encoded = [0, 1, 2].map((skip) => Buffer.from(CANARY.slice(skip)).toString('base64').slice(4, 24));
  secrets = new RegExp(
    [CANARY, ...encoded, ...key.split('\n').slice(2, 8)].map((text) => text.replace(/[+/]/g, '\\$&')).join('|'),
  );
});

it('would be noticed, in base64 too', () => {
  for (const text of [PEM, KUBECONFIG, PLAIN, TOKEN, key]) {
    expect(text).toMatch(secrets);
    for (const skip of [0, 1, 2])
      expect(Buffer.from(`${'x'.repeat(skip)}${CANARY}`).toString('base64')).toMatch(secrets);
  }
});

describe('cmp serve', () => {
  it('says nothing of them, whatever tree, variables and messages it is sent', async () => {
    const server = await startServer();
    const seen = watched(server.child);
    const path = 'clusters/east';
    const env = { ARGOCD_APP_NAME: 'east', ARGOCD_APP_SOURCE_PATH: path };
    const told: string[] = [];
    const tell = ({ status, message, answer }: Awaited<ReturnType<typeof callRaw>>) => {
      told.push(`${status} ${message} ${answer.toString('latin1')}`);
      return status;
    };
    for (const [what, files] of Object.entries(BROKEN)) {
      const tgz = tgzOf(repository({ ...AROUND, ...files }));
      for (const method of ['GenerateManifest', 'GetParametersAnnouncement', 'MatchRepository']) {
        const status = tell(await callWithTree(server.socket, { tgz, path, env, method }));
        if (method === 'GenerateManifest') expect({ what, isRefused: status > 0 }).toEqual({ what, isRefused: true });
      }
    }
    const tgz = tgzOf(repository({ ...AROUND, 'fleet.json': json() }));
    const more = { ARGOCD_ENV_TOKEN: TOKEN, ARGOCD_ENV_KUBECONFIG: KUBECONFIG };
    expect(tell(await callWithTree(server.socket, { tgz, path, env: { ...env, ...more } }))).toBe(0);
    const unknown = { ARGOCD_APP_PARAMETERS: JSON.stringify([{ name: 'token', string: TOKEN }]) };
    expect(tell(await callWithTree(server.socket, { tgz, path, env: { ...env, ...unknown } }))).toBeGreaterThan(0);
    tell(await callWithTree(server.socket, { tgz, path, env: { ...env, ARGOCD_APP_PARAMETERS: `[{"${TOKEN}` } }));
    tell(await callWithTree(server.socket, { tgz, path, env, checksum: TOKEN }));
    tell(await callWithTree(server.socket, { tgz: Buffer.from(PEM), path, env }));
    const method = '/plugin.ConfigManagementPluginService/GenerateManifest';
    const headers = { authorization: `Bearer ${TOKEN}`, 'x-kubeconfig': CANARY };
    for (const messages of [[Buffer.from(KUBECONFIG)], [bytes(1, bytes(7, TOKEN))], [bytes(2, TOKEN)]]) {
      tell(await callRaw(server.socket, method, messages, 30_000, { headers }));
    }
    await server.stop('SIGTERM');
    expect(told.join('\n')).not.toMatch(secrets);
    expect(server.log()).not.toMatch(secrets);
    expect(server.log()).toContain('"application":"east"');
    expect(seen()).not.toMatch(secrets);
  });
});

describe('generator serve', () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill('SIGKILL'));

  it('says nothing of them, nor of its own token and key, whoever asks and whatever the description becomes', async () => {
    const cwd = workspace({
      ...AROUND,
      'fleet.json': json(),
      token: `${CANARY}\n`,
      'tls.pem': certificate,
      'tls.key': key,
    });
    const files = ['--token-file', 'token', '--tls-cert', 'tls.pem', '--tls-key', 'tls.key'];
    const args = [BIN, 'generator', 'serve', 'fleet.json', '--listen', '127.0.0.1:0', '--interval', '1', ...files];
    const serving = spawn(process.execPath, args, { cwd, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    child = serving;
    let said = '';
    for (const stream of [serving.stdout, serving.stderr]) stream.on('data', (data) => (said += data));
    const says = (text: string) => vi.waitFor(() => expect(said).toContain(text), { timeout: 20_000 });
    await says(', on https://');
    const seen = watched(serving);
    const told: string[] = [];
    const ask = async (...asked: Parameters<typeof answered> extends [unknown, ...infer Rest] ? Rest : never) => {
      const { status, text } = await answered(Number(/:(\d+)$/m.exec(said)?.[1]), ...asked);
      told.push(text);
      return status;
    };
    const right = { authorization: `Bearer ${CANARY}` };
    const askAll = async () => {
      expect(await ask('GET', '/api/v1/fleet.json', right)).toBe(200);
      expect(await ask('GET', '/api/v1/flux/inputs', right)).toBe(200);
      expect(await ask('POST', '/api/v1/getparams.execute', right, '{"input":{"parameters":{}}}')).toBe(200);
      for (const path of ['/healthz', '/readyz', '/metrics']) expect(await ask('GET', path, {})).toBe(200);
      for (const authorization of [`Bearer ${TOKEN}`, `Basic ${CANARY}`, CANARY, `Bearer ${CANARY}x`]) {
        expect(await ask('GET', '/api/v1/fleet.json', { authorization })).toBe(401);
      }
      for (const body of [TOKEN, KUBECONFIG, JSON.stringify(TOKEN), `{"input":"${TOKEN}"}`, PEM.repeat(2000)]) {
        expect(await ask('POST', '/api/v1/getparams.execute', right, body)).toBeGreaterThanOrEqual(400);
      }
      const parameters = { input: { parameters: { token: TOKEN } } };
      expect(await ask('POST', '/api/v1/getparams.execute', right, JSON.stringify(parameters))).toBe(400);
      expect(await ask('GET', `/api/v1/fleet.json?token=${CANARY}`, right)).toBe(400);
      expect(await ask('DELETE', '/api/v1/fleet.json', right)).toBe(405);
    };
    await askAll();
    for (const [what, files] of Object.entries(BROKEN)) {
      const before = said.length;
      write(cwd, files);
      serving.kill('SIGHUP');
      await vi.waitFor(
        () =>
          expect({ what, said: said.slice(before) }).toEqual({ what, said: expect.stringContaining('still serving') }),
        { timeout: 20_000 },
      );
    }
    write(cwd, { 'tls.key': PEM });
    await says('GENERATOR_TLS');
    await askAll();
    const ended = new Promise((resolve) => serving.once('close', resolve));
    serving.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(told.join('\n')).not.toMatch(secrets);
    expect(said).not.toMatch(secrets);
    const shown = seen();
    // The process that reads the description was looked at too.
    expect(shown).toContain('child ');
    expect(shown).not.toMatch(secrets);
  });
});

/** One request, whoever signed the certificate: status, and everything that comes back. */
function answered(port: number, method: string, path: string, headers: Record<string, string>, body = '') {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        rejectUnauthorized: false,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        let text = JSON.stringify(response.rawHeaders);
        response.on('data', (data) => (text += data));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
