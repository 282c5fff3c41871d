/** What guards of prod-us in the example fleet have to refuse, whoever enforces them. */
import type { KubeObject } from '../rig/kube';

/** Namespace of the multicluster extension. */
export const MC = 'linkerd-multicluster';

/** An object with another spec, or other metadata. */
export const changed = (object: KubeObject, spec: object, metadata: object = {}): KubeObject => ({
  ...object,
  metadata: { ...object.metadata, ...metadata },
  spec: { ...object['spec'], ...spec },
});

/** A Secret with a kubeconfig that runs a program. */
export const secret = (name: string, namespace: string, type = 'Opaque') => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, namespace },
  type,
  stringData: { kubeconfig: 'users: [{ user: { exec: { command: sh } } }]' },
});

/** A Service of the example's namespace. */
export const service = (name: string, labels: Record<string, string>) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'payments', labels },
  spec: { ports: [{ port: 80 }] },
});

/** Attacks by anybody, by what they are. @param eu the Link to prod-eu as the fleet has it */
export const attacks: Readonly<Record<string, (eu: KubeObject) => unknown>> = {
  'a Link to elsewhere': (eu) =>
    changed(eu, { targetClusterName: 'evil', clusterCredentialsSecret: 'x' }, { name: 'evil' }),
  'a Link by the name of one, in another namespace': (eu) => changed(eu, {}, { namespace: 'payments' }),
  'another gateway': (eu) => changed(eu, { gatewayAddress: '203.0.113.66' }),
  'another identity of the gateway': (eu) => changed(eu, { gatewayIdentity: 'evil.example' }),
  'another Secret': (eu) => changed(eu, { clusterCredentialsSecret: 'cluster-credentials-prod-apac' }),
  'a selector with another label': (eu) => changed(eu, { federatedServiceSelector: { matchLabels: { a: 'b' } } }),
  'a selector with an expression': (eu) =>
    changed(eu, { federatedServiceSelector: { matchExpressions: [{ key: 'a', operator: 'Exists' }] } }),
  'an unlisted export': () => service('secret-service', { 'mirror.linkerd.io/exported': 'true' }),
  'an unlisted remote-discovery export': () =>
    service('secret-service', { 'mirror.linkerd.io/exported': 'remote-discovery' }),
  'an unlisted member of a federation': () => service('secret-service', { 'mirror.linkerd.io/federated': 'member' }),
  'a label added to a Service that had none': () => service('plain', { 'mirror.linkerd.io/exported': 'true' }),
  'a credential by type': () => secret('anything', 'payments', 'mirror.linkerd.io/remote-kubeconfig'),
  'a credential by name': () => secret('cluster-credentials-prod-eu', MC),
  'a credential of destination by name': () => secret('cluster-credentials-prod-eu', 'linkerd'),
};

/** Attacks by way of the account that writes credentials, as whoever writes an ExternalSecret has them. */
export const byTheWriter: Readonly<Record<string, () => unknown>> = {
  'a credential that the fleet does not name': () =>
    secret('cluster-credentials-evil', 'linkerd', 'mirror.linkerd.io/remote-kubeconfig'),
  'a credential of the fleet in another namespace': () =>
    secret('cluster-credentials-prod-eu', 'payments', 'mirror.linkerd.io/remote-kubeconfig'),
};
