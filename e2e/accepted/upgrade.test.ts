import { expect, it } from 'vitest';
import { type Cluster, cluster, linkerdCrds } from '../rig/cluster';
import { type Document, example, objectsOf, synth } from '../rig/fleet';
import type { KubeObject } from '../rig/kube';

/** It holds a flat Link and one through a gateway. */
const SOURCE = 'prod-us';
const APPLY = { manager: 'argocd-controller' };

function fleetOf(version: string): Document[] {
  return example('prod').map((document) =>
    document.kind === 'Fleet' ? { ...document, spec: { ...document.spec, linkerd: { version } } } : document,
  );
}

const objectsAt = (version: string) => objectsOf(synth(fleetOf(version)), SOURCE);
const nameOf = ({ kind, metadata }: KubeObject) => `${kind} ${metadata.name}`;
const linksOf = (objects: readonly KubeObject[]) => objects.filter(({ kind }) => kind === 'Link');

/** The Link as clients of another version of its API read it. */
const readAs = ({ kube }: Cluster, link: KubeObject, version: string) =>
  kube.get({ ...link, apiVersion: `multicluster.linkerd.io/${version}` });

/** What the page has people do by `kubectl patch`. */
const forget = ({ kube }: Cluster, link: KubeObject) => kube.patch(link, { metadata: { managedFields: [{}] } });

const mirrored = (name: string) => ({
  controllerName: 'linkerd.io/service-mirror',
  conditions: [],
  remoteRef: { group: 'core', kind: 'Service', name, namespace: 'payments' },
});

const linkCrd = (version: '2.17' | '2.18') =>
  linkerdCrds(version).find(({ metadata }) => metadata.name === 'links.multicluster.linkerd.io')!;

it('takes the Links of a cluster that moves from 2.17 to 2.18 as docs/upgrading-2.17-to-2.18.md says', async () => {
  const server = await cluster('upgrade', { linkerd: '2.17', controllers: false });
  const [old, next] = [objectsAt('2.17'), objectsAt('2.18')];
  const { kube } = server;
  for (const object of old.filter(({ kind }) => kind === 'Namespace')) await kube.apply(object, APPLY);
  for (const link of linksOf(old)) await kube.apply(link, APPLY);

  // Links of 2.18 before its chart: refused, and the old ones stay as they are.
  const uids = new Map<string, unknown>();
  for (const link of linksOf(next)) {
    await expect(kube.apply(link, APPLY)).rejects.toThrow(/v1alpha3/);
    uids.set(link.metadata.name, (await readAs(server, link, 'v1alpha2'))!.metadata['uid']);
  }

  // The mirror of 2.17 writes status as v1alpha2.
  const status = { mirrorServices: [mirrored('ledger')] };
  for (const link of linksOf(old)) await kube.patch(link, { status }, 'status');
  await kube.apply(linkCrd('2.18'), APPLY);
  for (const link of linksOf(next)) {
    const before = (await readAs(server, link, 'v1alpha2'))!;
    // What the new controller reads of a Link that nobody has written since.
    expect((await readAs(server, link, 'v1alpha3'))!['spec']).toEqual(before['spec']);

    // Refused until nobody is known to have written it as v1alpha2.
    await expect(kube.apply(link, APPLY)).rejects.toThrow(/\.spec\.excluded\w+: field not declared in schema/);
    await forget(server, link);
    const after = await kube.apply(link, APPLY);
    expect(after.metadata['uid']).toBe(uids.get(link.metadata.name));
    expect(after['spec'].excludedLabels).not.toHaveLength(0);

    // What a mirror of 2.17 reads, and what it takes away when it writes, as long as it runs.
    expect((await readAs(server, link, 'v1alpha2'))!['spec']).toEqual(before['spec']);
    await kube.patch(before, { status: { mirrorServices: [mirrored('payments')] } }, 'status');
    expect((await readAs(server, link, 'v1alpha3'))!['spec']).not.toHaveProperty('excludedLabels');
    await expect(kube.apply(link, APPLY)).rejects.toThrow(/\.spec\.excluded\w+: field not declared in schema/);
    await forget(server, link);
    expect((await kube.apply(link, APPLY))['spec']).toHaveProperty('excludedLabels');
  }

  // Only mirrors of 2.17 are left over.
  const written = new Set(next.map(nameOf));
  const left = old.filter((object) => !written.has(nameOf(object)));
  expect(new Set(left.map(({ metadata }) => metadata.name.replace(/prod-(eu|apac)$/, '')))).toEqual(
    new Set([
      'linkerd-service-mirror-',
      'linkerd-service-mirror-access-local-resources-',
      'linkerd-service-mirror-read-remote-creds-',
      'probe-gateway-',
    ]),
  );

  // There is no way back that Kubernetes takes.
  await expect(kube.apply(linkCrd('2.17'), APPLY)).rejects.toThrow(/storedVersions.*v1alpha3.*spec\.versions/);
});
