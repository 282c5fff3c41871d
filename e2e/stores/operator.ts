/** The real External Secrets beside an API server, and stores of a cluster in Vault. */
import { type Cluster, readObjects } from '../rig/cluster';
import { alive, freePort, start } from '../rig/processes';
import { upstreamCrds } from '../rig/tools';
import { until } from '../rig/wait';
import type { Vault } from './vault';

/** Starts the controllers of ExternalSecrets, PushSecrets and SecretStores. They end with the file of tests. */
export async function externalSecrets({ name, kube, kubeconfig }: Cluster): Promise<void> {
  const crds = upstreamCrds('controllers').filter((file) => file.includes('external-secrets.io'));
  for (const file of crds) for (const crd of readObjects(file)) await kube.apply(crd);
  const probe = `127.0.0.1:${await freePort()}`;
  const process = start('external-secrets', {
    name: `external-secrets-${name}`,
    env: { KUBECONFIG: kubeconfig },
    args: [
      ...['--metrics-addr=0', `--live-addr=${probe}`, '--loglevel=info', '--concurrent=4'],
      '--enable-cluster-store-reconciler=false',
      '--enable-cluster-external-secret-reconciler=false',
      '--enable-cluster-push-secret-reconciler=false',
    ],
  });
  await until(`External Secrets of ${name}`, async () => {
    alive(process, 'external-secrets');
    return (await fetch(`http://${probe}/healthz`)).ok || undefined;
  });
}

/** The SecretStore of a namespace, which signs in to Vault with a token. */
export async function secretStore(cluster: Cluster, namespace: string, name: string, to: Vault, token: string) {
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: `${name}-vault`, namespace } };
  await cluster.kube.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  await cluster.kube.apply({ ...secret, stringData: { token } });
  const store = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: { name, namespace },
    spec: {
      provider: {
        vault: {
          server: to.url,
          path: 'mesh',
          version: 'v2',
          auth: { tokenSecretRef: { name: secret.metadata.name, key: 'token' } },
        },
      },
    },
  };
  await until('SecretStores to be served', () => cluster.kube.apply(store));
  await until(`the store in ${namespace} of ${cluster.name} to be ready`, async () => {
    const conditions: { type: string; status: string }[] =
      (await cluster.kube.get(store))?.['status']?.conditions ?? [];
    return conditions.some(({ type, status }) => type === 'Ready' && status === 'True') || undefined;
  });
}
