/** Guards of the example fleet, as a real API server evaluates them: the fleet itself passes, attacks do not. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, cluster } from '../rig/cluster';
import { type Document, example, objectsOf, synth, waveOf } from '../rig/fleet';
import { type Kube, type KubeObject, kube } from '../rig/kube';
import { until } from '../rig/wait';
import { attacks, byTheWriter, changed, MC, secret, service } from './attacks';

const WRITER = { namespace: 'external-secrets', name: 'external-secrets' };

type Mode = 'audit' | 'deny';

/** The example with guards; without prod-apac, what it has to do with the others is no longer of the fleet. */
function documents(mode: Mode, apac = true): Document[] {
  const guards = {
    links: mode,
    exports: mode,
    credentials: mode,
    writers: [`system:serviceaccount:${WRITER.namespace}:${WRITER.name}`],
    breakGlass: 'fleet:breakglass',
  };
  const left = example('prod').filter(({ metadata: { name } }) => apac || !['prod-apac', 'ledger'].includes(name));
  return left.map((d) => (d.kind === 'Fleet' ? { ...d, spec: { ...d.spec, guards } } : d));
}

let server: Cluster;
let writer: Kube;
let objects: KubeObject[];

/** In the order of waves, as Argo CD would; a policy that has not seen its ConfigMap yet refuses, and Argo CD tries again. */
async function deliver(list: readonly KubeObject[]): Promise<void> {
  for (const wave of [...new Set(list.map(waveOf))]) {
    for (const object of list.filter((o) => waveOf(o) === wave)) await patiently(() => server.kube.apply(object));
  }
}

const patiently = (act: () => Promise<unknown>) =>
  until('the API server to take it', async () => (await act().catch(() => undefined)) ?? undefined, { seconds: 20 });

/** What the server says to it, and nothing where it takes it. Links of the fleet are there, so that most are updates. */
const verdict = (object: unknown, client = server.kube) =>
  client.apply(object, { manager: 'intruder' }).then(
    () => 'allowed',
    (error: Error) => error.message.replace(/^.*?: \d+ /, ''),
  );

const linkOf = (name: string) => objects.find((o) => o.kind === 'Link' && o.metadata.name === name)!;
async function tokenOf({ namespace, name }: typeof WRITER): Promise<string> {
  const { kube: admin } = server;
  await admin.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  await admin.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } });
  await admin.apply({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'writer' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  });
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`;
  const answer = (await admin.call('POST', path, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: {},
  })) as {
    status: { token: string };
  };
  return answer.status.token;
}

beforeAll(async () => {
  server = await cluster('guarded', { controllers: false });
  writer = kube({ ...server, token: await tokenOf(WRITER) });
  const tree = synth(documents('deny'));
  const member = readdirSync(join(tree, 'clusters')).find((name) => name === 'prod-us')!;
  objects = objectsOf(tree, member);
  await server.kube.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'payments' } });
  await deliver(objects);
  let attempt = 0;
  await until('the guards to be in force', async () => {
    attempt++; // what got in stays as it is
    const all = [
      await verdict(changed(linkOf('prod-eu'), {}, { name: `probe-${attempt}` })),
      await verdict(service(`probe-${attempt}`, { 'mirror.linkerd.io/exported': 'true' })),
      await verdict(secret('cluster-credentials-probe', MC)),
    ];
    return all.every((answer) => answer !== 'allowed') || undefined;
  });
});

describe('guards that deny', () => {
  it('let through everything that the fleet writes, again and again', async () => {
    for (const object of objects) await expect(server.kube.apply(object), object.kind).resolves.toBeDefined();
    expect(objects.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['Link', 'Service', 'ExternalSecret']));
  });

  it('let through what is none of their business, and what only the mirror controller writes', async () => {
    expect(await verdict(service('plain', { app: 'plain' }))).toBe('allowed');
    expect(await verdict(service('mirror', { 'mirror.linkerd.io/mirrored-service': 'true' }))).toBe('allowed');
    expect(await verdict(secret('other', MC))).toBe('allowed');
    expect(await verdict(secret('cluster-credentials-elsewhere', 'payments'))).toBe('allowed');
    const status = { mirrorServices: [] };
    await expect(server.kube.patch(linkOf('prod-eu'), { status }, 'status')).resolves.toBeDefined();
    const { metadata } = linkOf('prod-eu');
    const noted = { ...metadata, annotations: { ...metadata.annotations, note: 'read by a person' } };
    expect(await verdict({ ...linkOf('prod-eu'), metadata: noted })).toBe('allowed');
  });

  it.each(Object.entries(attacks))('refuse %s', async (_, attack) => {
    expect(await verdict(attack(linkOf('prod-eu')))).toMatch(
      /ValidatingAdmissionPolicy '[a-z]+\.linkerd-fleet\.dev'.* denied request: /,
    );
  });

  it.each(Object.entries(byTheWriter))('refuse its writer %s', async (_, attack) => {
    expect(await verdict(attack(), writer)).toContain('the fleet has no link credential of this name in this cluster');
  });

  // Server-side apply would add to the selector: only its owner, or a patch, takes labels out of it.
  it.each([{ matchLabels: null }, { matchLabels: { 'mirror.linkerd.io/federated': null } }, null])(
    'refuse a selector without its labels: %j',
    async (federatedServiceSelector) => {
      const patch = { spec: { federatedServiceSelector } };
      await expect(server.kube.patch(linkOf('prod-eu'), patch)).rejects.toThrow('denied request');
    },
  );

  it('refuse a Link that is being deleted another target, and let its finalizer go', async () => {
    const link = linkOf('prod-apac');
    await server.kube.patch(link, { metadata: { finalizers: ['example.com/wait'] } });
    await server.kube.remove(link);
    await expect(server.kube.patch(link, { spec: { gatewayAddress: '203.0.113.66' } })).rejects.toThrow(
      'denied request',
    );
    await server.kube.patch(link, { metadata: { finalizers: null } });
    expect(await server.kube.get(link)).toBeUndefined();
    await server.kube.apply(link);
  });

  it('let the writer of credentials write them, and nobody else, whatever their rights', async () => {
    const credential = secret('cluster-credentials-prod-eu', MC, 'mirror.linkerd.io/remote-kubeconfig');
    expect(await verdict(credential, writer)).toBe('allowed');
    expect(await verdict({ ...credential, stringData: { kubeconfig: 'mine' } })).toContain('admin does not write link');
  });
});

describe('the fleet as it changes', () => {
  it('loses a cluster and gets it back, through the guards', async () => {
    const smaller = objectsOf(synth(documents('deny', false)), 'prod-us');
    await deliver(smaller);
    await until('the Link to be refused', async () =>
      (await verdict(changed(linkOf('prod-apac'), {}))) === 'allowed' ? undefined : true,
    );
    await server.kube.remove(linkOf('prod-apac'));
    await deliver(objects);
    expect(await server.kube.get(linkOf('prod-apac'))).toBeDefined();
  });

  it('gets out by way of audit, which refuses nothing even without its ConfigMaps', async () => {
    const audited = objectsOf(synth(documents('audit')), 'prod-us');
    await deliver(audited);
    for (const config of audited.filter(
      ({ kind, metadata }) => kind === 'ConfigMap' && /^linkerd-fleet-/.test(metadata.name),
    )) {
      await server.kube.remove(config);
    }
    const intruder = service('let-in', { 'mirror.linkerd.io/exported': 'true' });
    await until('an export to pass', async () => ((await verdict(intruder)) === 'allowed' ? true : undefined));
    expect(await verdict(changed(linkOf('prod-eu'), { gatewayPort: '1' }))).toBe('allowed');
    expect(await verdict(secret('cluster-credentials-probe', MC))).toBe('allowed');
  });

  it('ends', () => server.stop());
});
