/** Argo CD's API server, for the commands of its CLI that ask it something. */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RepoServer } from './argocd';
import type { Cluster } from './cluster';
import type { KubeObject } from './kube';
import { alive, freePort, scratch, start } from './processes';
import { NAMESPACE } from './reference';
import { binary } from './tools';
import { until } from './wait';

/** A running API server of Argo CD. */
export interface ArgoCdServer {
  /**
   * The Applications that an ApplicationSet comes to, by the engine of the controller; nothing is created.
   *
   * @throws with what the CLI wrote to standard error
   */
  readonly generate: (applicationSet: KubeObject) => Promise<KubeObject[]>;
}

/** Starts it. Anybody may do anything. */
export async function argocdServer({ kubeconfig }: Cluster, repo: RepoServer): Promise<ArgoCdServer> {
  const [port, metrics, home] = [await freePort(), await freePort(), scratch('argocd-server')];
  for (const name of ['tls', 'ssh']) mkdirSync(join(home, name));
  const process = start('argocd', {
    argv0: 'argocd-server',
    name: 'argocd-server',
    args: [
      ...['--namespace', NAMESPACE, '--insecure', '--disable-auth', '--redis', repo.redis, '--address', '127.0.0.1'],
      ...['--repo-server', `127.0.0.1:${repo.port}`, '--repo-server-plaintext'],
      ...['--port', `${port}`, '--metrics-port', `${metrics}`],
    ],
    env: {
      HOME: home,
      KUBECONFIG: kubeconfig,
      ARGOCD_FAKE_IN_CLUSTER: 'true',
      ARGOCD_TLS_DATA_PATH: join(home, 'tls'),
      ARGOCD_SSH_DATA_PATH: join(home, 'ssh'),
    },
  });
  await until('argocd-server', async () => {
    alive(process, 'argocd-server');
    return (await fetch(`http://127.0.0.1:${port}/healthz`)).ok || undefined;
  });
  return { generate: (set) => generate(home, `127.0.0.1:${port}`, set) };
}

async function generate(home: string, server: string, set: KubeObject): Promise<KubeObject[]> {
  const file = join(home, 'applicationset.json');
  writeFileSync(file, JSON.stringify(set));
  const args = ['--server', server, '--plaintext', 'appset', 'generate', file, '-o', 'json'];
  const env = { ...process.env, HOME: home };
  // Not execFileSync: the Git server that Argo CD asks may be in this process.
  const { stdout } = await promisify(execFile)(binary('argocd'), args, { env });
  const found = JSON.parse(stdout);
  // One Application comes as an object of its own.
  return Array.isArray(found) ? found : [found];
}
