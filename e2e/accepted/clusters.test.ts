import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LINKERD_VERSIONS } from '../../lib/linkerd/releases';
import { WAYS } from '../../lib/model/credentials/credentials';
import { type Cluster, cluster } from '../rig/cluster';
import { filledIntoLists } from '../rig/defaults';
import { synth, waveOf } from '../rig/fleet';
import type { KubeObject } from '../rig/kube';
import { appliedTo, variant, type Way, written } from './ways';

/** Applies one wave after the other, and the objects of a wave side by side. */
async function applyInWaves({ kube }: Cluster, objects: readonly KubeObject[]): Promise<KubeObject[]> {
  const applied: KubeObject[] = [];
  for (const wave of new Set(objects.map(waveOf))) {
    applied.push(...(await Promise.all(objects.filter((o) => waveOf(o) === wave).map((o) => kube.apply(o)))));
  }
  return applied;
}

/** A fleet only labels a Service whose owner is somebody else, and cannot create it. */
const ofOthers = ({ kind, spec }: KubeObject) => kind === 'Service' && spec?.ports === undefined;

const asItsOwnerHasIt = ({ apiVersion, kind, metadata: { name, namespace } }: KubeObject): KubeObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace },
  spec: { selector: { app: name }, ports: [{ port: 8080 }] },
});

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace' };

/** Namespaces, and in them the Services of others. */
async function prepare({ kube }: Cluster, objects: readonly KubeObject[]): Promise<void> {
  await Promise.all(objects.filter((o) => o.kind === 'Namespace').map((o) => kube.apply(o)));
  const theirs = new Set(objects.filter(ofOthers).map((o) => o.metadata.namespace));
  await Promise.all([...theirs].map((name) => kube.apply({ ...NAMESPACE, metadata: { name } }, { manager: 'owner' })));
  const there = new Set((await kube.list('v1', 'Service')).map((o) => `${o.metadata.namespace}/${o.metadata.name}`));
  const missing = objects.filter((o) => ofOthers(o) && !there.has(`${o.metadata.namespace}/${o.metadata.name}`));
  await Promise.all(missing.map((o) => kube.apply(asItsOwnerHasIt(o), { manager: 'owner' })));
}

/** Everything but what the next cluster cannot create: Namespaces, which take a controller to empty, and Services of others. */
const clear = ({ kube }: Cluster, objects: readonly KubeObject[]) =>
  Promise.all(objects.filter((o) => o.kind !== 'Namespace' && !ofOthers(o)).map((o) => kube.remove(o)));

/** Kinds by which credentials come. */
const CARRIERS: Readonly<Record<Way, readonly string[]>> = {
  externalSecrets: ['Secret', 'ExternalSecret', 'PushSecret'],
  existing: ['Secret'],
  sealedSecrets: ['Secret', 'SealedSecret'],
  sops: ['Secret'],
  oidc: ['Secret'],
};

const nameOf = ({ kind, metadata }: KubeObject) => `${kind} ${metadata.namespace}/${metadata.name}`;
const versions = (objects: readonly KubeObject[]) =>
  objects.map((object) => `${nameOf(object)} ${object.metadata.resourceVersion}`);

/**
 * What was taken: most objects of a cluster are, to the byte, those of another, or of another way to carry credentials. Of another
 * release too: servers differ in the CRDs of Linkerd, and what is of no such kind needs one of them to take it.
 */
const taken = new Set<string>();
const isOfRelease = ({ apiVersion, kind }: KubeObject) => kind === 'Namespace' || /\.linkerd\.io\//.test(apiVersion);

describe.each(LINKERD_VERSIONS)('an API server with the CRDs of Linkerd %s', (version) => {
  let server: Cluster;
  const isNew = (object: KubeObject) => {
    const key = `${isOfRelease(object) ? version : ''}${JSON.stringify(object)}`;
    return !taken.has(key) && taken.add(key);
  };

  it('starts', async () => {
    // Without controllers: nobody but the test writes, so that a new resourceVersion is the test's doing.
    server = await cluster(`linkerd-${version}`, { linkerd: version, controllers: false });
  });

  const ways = WAYS.filter((way) => way !== 'oidc' || version !== '2.17');
  const fleets = (['prod', 'global'] as const).flatMap((name) => ways.map((way) => [name, way] as const));
  it.each(fleets)('takes every object of %s by %s, and nothing changes the second time', async (name, way) => {
    const filledIn = new Set<string>();
    const kinds = new Set<string>();
    const tree = await written(name, version, way);
    for (const member of readdirSync(join(tree, 'clusters')).sort()) {
      const all = await appliedTo(tree, member);
      for (const { kind } of all) kinds.add(kind);
      expect(new Set(all.map(nameOf)).size, `names in ${member}`).toBe(all.length);
      const objects = all.filter(isNew);
      await prepare(server, objects);
      const first = await applyInWaves(server, objects);
      const second = await applyInWaves(server, objects);
      expect(versions(second), member).toEqual(versions(first));
      for (const [i, object] of objects.entries()) {
        for (const path of filledIntoLists(object, first[i]!)) filledIn.add(`${object.kind} ${path}`);
      }
      await clear(server, objects);
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['Link', 'Certificate', 'Bundle', 'Service', ...CARRIERS[way]]));
    expect([...filledIn]).toEqual([]);
    expect([...server.kube.warnings]).toEqual([]);
  });

  it('is never asked for tokens of sources that cannot present any, or by targets that cannot read whose they are', () => {
    const asked = variant('prod', version, 'oidc');
    if (version === '2.17') expect(() => synth(asked)).toThrow('OIDC_LINKERD');
    for (const { kind, spec } of asked) if (kind === 'Cluster') spec.kubernetesVersion = '1.29';
    expect(() => synth(asked)).toThrow('OIDC_KUBERNETES');
  });

  it('refuses a field that the kind does not have', async () => {
    const objects = await appliedTo(await written('prod', version, 'existing'), 'prod-eu');
    const link = objects.find((o) => o.kind === 'Link')!;
    const misspelled = { ...link, spec: { ...link['spec'], excludedLabel: [] } };
    await expect(server.kube.apply(misspelled)).rejects.toThrow('.spec.excludedLabel: field not declared in schema');
  });

  it('ends', () => server.stop());
});
