/** A running Argo CD: its programs as processes, over a management cluster and the clusters it delivers to. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Cluster } from './cluster';
import type { Access, KubeObject } from './kube';
import { alive, freePort, type Process, scratch, start } from './processes';
import { NAMESPACE, reference } from './reference';
import { type Assert, look, refresh, settles } from './refresh';
import { binary } from './tools';
import { until } from './wait';

/** A running repo-server. */
export interface RepoServer {
  readonly port: number;
  readonly redis: string;
  readonly process: Process;
}

/**
 * Starts a cmp-server, the sidecar that runs a plugin, as the sidecar's entrypoint does.
 *
 * @param configDirectory holds `plugin.yaml`
 * @param sockets directory that the repo-server looks for plugins in
 */
export async function cmpServer(
  configDirectory: string,
  sockets: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Process> {
  mkdirSync(sockets, { recursive: true });
  const cmp = { ARGOCD_PLUGINSOCKFILEPATH: sockets, ARGOCD_CMP_WORKDIR: scratch('cmp') };
  const args = ['--config-dir-path', configDirectory, '--loglevel', 'info', '--logformat', 'text'];
  const server = start('argocd', { argv0: 'argocd-cmp-server', name: 'cmp-server', args, env: { ...cmp, ...env } });
  await until('cmp-server', () => {
    alive(server, 'cmp-server');
    return server.log().includes('serving on') || undefined;
  });
  return server;
}

/** Starts a repo-server, which needs no Kubernetes. @param sockets where its plugins are */
export async function repoServer(sockets = scratch('plugins')): Promise<RepoServer> {
  const [port, metrics, redisPort] = [await freePort(), await freePort(), await freePort()];
  const redis = `127.0.0.1:${redisPort}`;
  start('redis', { args: [redis] });
  const directory = scratch('repo');
  for (const name of ['tls', 'ssh', 'ask', 'tmp', 'bin']) mkdirSync(join(directory, name));
  symlinkSync(binary('helm'), join(directory, 'bin/helm'));
  const process = start('argocd', {
    argv0: 'argocd-repo-server',
    name: 'repo-server',
    args: [
      ...[
        '--port',
        `${port}`,
        '--address',
        '127.0.0.1',
        '--metrics-port',
        `${metrics}`,
        '--metrics-address',
        '127.0.0.1',
      ],
      ...['--redis', redis, '--disable-tls', '--logformat', 'text'],
    ],
    env: {
      PATH: `${join(directory, 'bin')}:${globalThis.process.env['PATH']}`,
      TMPDIR: join(directory, 'tmp'),
      ARGOCD_GPG_ENABLED: 'false',
      ARGOCD_PLUGINSOCKFILEPATH: sockets,
      ARGOCD_ASK_PASS_SOCK: join(directory, 'ask/s'),
      ARGOCD_TLS_DATA_PATH: join(directory, 'tls'),
      ARGOCD_SSH_DATA_PATH: join(directory, 'ssh'),
      // How long it takes a branch to be where it was.
      ARGOCD_RECONCILIATION_TIMEOUT: '1s',
    },
  });
  await until('repo-server', async () => {
    alive(process, 'repo-server');
    return (await fetch(`http://127.0.0.1:${metrics}/metrics`)).ok || undefined;
  });
  return { port, redis, process };
}

/** A running Argo CD. */
export interface ArgoCd {
  readonly management: Cluster;
  readonly repoServer: RepoServer;
  /** Undefined when there is none. */
  readonly application: (name: string) => Promise<KubeObject | undefined>;
  readonly applications: () => Promise<KubeObject[]>;
  /** Has every Application and ApplicationSet look at its source now. `hard` also forgets what was rendered before. */
  readonly refresh: (how?: 'normal' | 'hard') => Promise<void>;
  /** The same, and waits until each has looked, whatever it found. What it then does may take a moment longer. */
  readonly look: (how?: 'normal' | 'hard') => Promise<void>;
  /** Waits until the status of an Application passes, and has it look again now and then while it does not. */
  readonly settles: (name: string, assert: Assert) => Promise<void>;
}

/** What it runs with. */
export interface ArgoCdOptions {
  /** A cluster with `crds: 'argocd'`, for Argo CD itself. */
  readonly management: Cluster;
  /** Clusters it delivers to, registered under their names. */
  readonly members: readonly Registered[];
  /** Directory of plugin sockets, see `cmpServer`. */
  readonly plugins?: string;
  /** Whether Applications are synced. Without, they are only made, and members need no API server. @default true */
  readonly delivers?: boolean;
}

/** A cluster as Argo CD knows it. */
export type Registered = Access & Pick<Cluster, 'name'>;

/** Starts Argo CD: repo-server, application controller, and ApplicationSet controller with progressive syncs. */
export async function argocd({ management, members, plugins, delivers = true }: ArgoCdOptions): Promise<ArgoCd> {
  const { kube } = management;
  for (const object of [...argocdSettings(), ...members.map(registration)]) await kube.apply(object);
  const repo = await repoServer(plugins);
  await Promise.all([
    delivers ? applicationController(management, repo) : undefined,
    applicationSetController(management, repo),
  ]);
  return {
    management,
    repoServer: repo,
    application: (name) => kube.get(reference('Application', name)),
    applications: () => kube.list('argoproj.io/v1alpha1', 'Application', NAMESPACE),
    refresh: (how) => refresh(kube, how),
    look: (how) => look(kube, how),
    settles: (name, assert) => settles(kube, name, assert),
  };
}

/** What Argo CD needs to find in its namespace before it starts. */
export function argocdSettings(): object[] {
  const labels = { 'app.kubernetes.io/part-of': 'argocd' };
  const metadata = (name: string) => ({ name, namespace: NAMESPACE, labels });
  const open = { sourceRepos: ['*'], destinations: [{ namespace: '*', server: '*' }] };
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('argocd-cm') },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: metadata('argocd-secret'),
      stringData: { 'server.secretkey': 'e2e-e2e-e2e-e2e-e2e-e2e-e2e-e2e-' },
    },
    { ...reference('AppProject', 'default'), spec: { ...open, clusterResourceWhitelist: [{ group: '*', kind: '*' }] } },
  ];
}

function registration({ name, url, token, ca }: Registered): object {
  const config = { bearerToken: token, tlsClientConfig: { caData: Buffer.from(ca).toString('base64') } };
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: `cluster-${name}`,
      namespace: NAMESPACE,
      labels: { 'argocd.argoproj.io/secret-type': 'cluster' },
    },
    stringData: { name, server: url, config: JSON.stringify(config) },
  };
}

async function applicationController({ kubeconfig }: Cluster, repo: RepoServer): Promise<void> {
  const metrics = await freePort();
  const process = start('argocd', {
    argv0: 'argocd-application-controller',
    name: 'application-controller',
    args: [
      ...['--namespace', NAMESPACE, '--repo-server', `127.0.0.1:${repo.port}`, '--repo-server-plaintext'],
      ...['--redis', repo.redis, '--metrics-port', `${metrics}`, '--logformat', 'text'],
    ],
    env: {
      ...controllerEnv(kubeconfig),
      ARGOCD_CONTROLLER_REPLICAS: '1',
      // Tests ask for a refresh, and often: comparing what nobody asks about takes the time of what they wait for.
      ARGOCD_RECONCILIATION_TIMEOUT: '30s',
      ARGOCD_RECONCILIATION_JITTER: '0s',
      ARGOCD_SYNC_WAVE_DELAY: '0',
    },
  });
  await listening(process, 'application controller', `http://127.0.0.1:${metrics}/healthz`);
}

async function applicationSetController({ kubeconfig }: Cluster, repo: RepoServer): Promise<void> {
  const [metrics, probe, webhook] = [await freePort(), await freePort(), await freePort()];
  const process = start('argocd', {
    argv0: 'argocd-applicationset-controller',
    name: 'applicationset-controller',
    args: [
      ...['--namespace', NAMESPACE, '--argocd-repo-server', `127.0.0.1:${repo.port}`, '--repo-server-plaintext'],
      ...['--metrics-addr', `127.0.0.1:${metrics}`, '--probe-addr', `127.0.0.1:${probe}`],
      ...['--webhook-addr', `127.0.0.1:${webhook}`, '--enable-progressive-syncs', '--logformat', 'text'],
    ],
    env: { ...controllerEnv(kubeconfig), ARGOCD_APPLICATIONSET_CONTROLLER_REQUEUE_AFTER: '3s' },
  });
  await listening(process, 'ApplicationSet controller', `http://127.0.0.1:${metrics}/metrics`);
}

const controllerEnv = (kubeconfig: string) => ({
  KUBECONFIG: kubeconfig,
  HOME: dirname(kubeconfig),
  // The cluster of the kubeconfig is `in-cluster`.
  ARGOCD_FAKE_IN_CLUSTER: 'true',
});

function listening(process: Process, name: string, url: string): Promise<true> {
  return until(name, async () => {
    alive(process, name);
    return (await fetch(url)).ok || undefined;
  });
}
