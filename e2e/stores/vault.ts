/** A real Vault, and the policies that the documentation gives for it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alive, freePort, start } from '../rig/processes';
import { until } from '../rig/wait';

/** A running Vault with KV version 2 at `mesh`. It ends with the file of tests. */
export interface Vault {
  readonly url: string;
  /** May do everything. */
  readonly root: string;
  /** A token with a policy of these lines, and the policy `default`. */
  readonly tokenFor: (name: string, policy: string) => Promise<string>;
  /** Status and answer of a request below `/v1/`. */
  readonly call: (token: string, method: string, path: string, body?: unknown) => Promise<Answer>;
}

/** What Vault answered. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are of many shapes
  readonly body: any;
}

/** Starts one. */
export async function vault(): Promise<Vault> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const process = start('vault', { args: ['-address', `127.0.0.1:${port}`] });
  const call: Vault['call'] = async (token, method, path, body) => {
    const headers = { 'x-vault-token': token };
    const answer = await fetch(`${url}/v1/${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const root = await until('Vault', async () => {
    alive(process, 'vault');
    const token = /^root token: (\S+)$/m.exec(process.log())?.[1];
    return token !== undefined && (await call(token, 'GET', 'sys/health')).status === 200 ? token : undefined;
  });
  const done = async (method: string, path: string, body: unknown) => {
    const { status, body: answer } = await call(root, method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  };
  await done('POST', 'sys/mounts/mesh', { type: 'kv', options: { version: '2' } });
  // A new engine upgrades its storage first, and answers 400 meanwhile.
  await until('KV version 2', async () => (await call(root, 'GET', 'mesh/config')).status === 200 || undefined);
  return {
    url,
    root,
    call,
    tokenFor: async (name, policy) => {
      await done('PUT', `sys/policies/acl/${name}`, { policy });
      return (await done('POST', 'auth/token/create', { policies: [name] })).auth.client_token;
    },
  };
}

/** The policy of docs/credentials.md for a cluster; of it only what lets it read, for the store in namespace `linkerd`. */
export function documentedPolicy(cluster: string, part: 'all' | 'reading' = 'all'): string {
  const page = readFileSync(join(__dirname, '../../docs/credentials.md'), 'utf8');
  const block = /^```text\n# Vault, KV version 2 mounted at mesh: policy of prod-eu\n([\s\S]*?)^```$/m.exec(page)![1]!;
  const lines = block.trim().split('\n');
  const given = part === 'all' ? lines : lines.filter((line) => line.includes('/+/'));
  return given.join('\n').replaceAll('prod-eu', cluster);
}
