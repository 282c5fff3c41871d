/**
 * Stands in for External Secrets and the store behind it: takes the tokens that PushSecrets name, and writes the Secrets that
 * ExternalSecrets describe. What is pushed and what comes out is what real API servers have and what the real token controller made.
 */
import { parse } from 'yaml';
import type { Cluster } from '../rig/cluster';
import { type Kube, KubeError, type KubeObject, kube } from '../rig/kube';

const MULTICLUSTER = 'linkerd-multicluster';

/** One round over all clusters. @throws while a token that is to be pushed has not been made */
export async function deliverCredentials(clusters: readonly Cluster[]): Promise<void> {
  const store = new Map<string, string>();
  for (const cluster of clusters) {
    for (const push of await cluster.kube.list('external-secrets.io/v1alpha1', 'PushSecret'))
      await pushed(cluster.kube, push, store);
  }
  for (const cluster of clusters) {
    for (const secret of await cluster.kube.list('external-secrets.io/v1', 'ExternalSecret'))
      await pulled(cluster.kube, secret, store);
  }
}

const secretRef = (namespace: string, name: string) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { namespace, name },
});

const keyOf = (key: string, property: string) => `${key} ${property}`;

async function pushed(api: Kube, { metadata, spec }: KubeObject, store: Map<string, string>): Promise<void> {
  const secret = await api.get(secretRef(metadata.namespace!, spec.selector.secret.name));
  // What the template of every push has in it.
  const [{ match }] = spec.data;
  for (const property of ['token', 'ca.crt']) {
    const value = secret?.['data']?.[property];
    if (value === undefined) throw new Error(`${metadata.name} has nothing to push yet`);
    store.set(keyOf(match.remoteRef.remoteKey, property), Buffer.from(value, 'base64').toString());
  }
}

async function pulled(api: Kube, { metadata, spec, kind, apiVersion }: KubeObject, store: Map<string, string>) {
  const values = new Map<string, string>();
  for (const { secretKey, remoteRef } of spec.data) {
    const value = store.get(keyOf(remoteRef.key, remoteRef.property));
    // A source that is let in no longer keeps what it has.
    if (value === undefined) return;
    values.set(secretKey, value);
  }
  const { template, name } = spec.target;
  const filled = (text: string) =>
    text
      .replaceAll(/\{\{ \.(\w+) \}\}/g, (_, key) => values.get(key)!)
      .replaceAll(/\{\{ \.(\w+) \| b64enc \}\}/g, (_, key) => base64(values.get(key)!));
  const data = Object.entries(template.data as Record<string, string>).map(([key, text]) => [
    key,
    base64(filled(text)),
  ]);
  const owner = { apiVersion, kind, name: metadata.name, uid: metadata['uid'], controller: true };
  await api.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { ...template.metadata, name, namespace: metadata.namespace, ownerReferences: [owner] },
    type: template.type,
    data: Object.fromEntries(data),
  });
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** The token that `source` reads `target` with; undefined where it has none. */
export async function tokenAt(source: Cluster, target: Cluster): Promise<string | undefined> {
  const secret = await source.kube.get(secretRef(MULTICLUSTER, `cluster-credentials-${target.name}`));
  const kubeconfig = secret?.['data']?.kubeconfig;
  return kubeconfig && parse(Buffer.from(kubeconfig, 'base64').toString()).users[0].user.token;
}

/** Whether the API server of `target` lets the token do what a mirror controller does first. */
export async function letsIn({ url, ca }: Cluster, token: string): Promise<boolean> {
  try {
    await kube({ url, ca, token }).call('GET', '/api/v1/services');
    return true;
  } catch (error) {
    if (error instanceof KubeError && (error.status === 401 || error.status === 403)) return false;
    throw error;
  }
}
