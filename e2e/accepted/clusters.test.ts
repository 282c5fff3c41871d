import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LINKERD_VERSIONS } from '../../lib/linkerd/releases';
import { type Cluster, cluster } from '../rig/cluster';
import { filledIntoLists } from '../rig/defaults';
import { type Document, example, objectsOf, synth, waveOf } from '../rig/fleet';
import type { KubeObject } from '../rig/kube';

/** What a fleet says of credentials, for each way of carrying them. */
const CREDENTIALS = { 'External Secrets': undefined, existing: { existing: {} } } as const;

function variant(name: 'prod' | 'global', version: string, credentials: keyof typeof CREDENTIALS): Document[] {
  return example(name).map((document) => {
    if (document.kind !== 'Fleet') return document;
    const { spec } = document;
    return {
      ...document,
      spec: {
        ...spec,
        linkerd: { ...spec.linkerd, version },
        credentials: CREDENTIALS[credentials] ?? spec.credentials,
      },
    };
  });
}

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

/** Namespaces, and in them the Services of others. */
async function prepare({ kube }: Cluster, objects: readonly KubeObject[]): Promise<void> {
  await Promise.all(objects.filter((o) => o.kind === 'Namespace').map((o) => kube.apply(o)));
  const there = new Set((await kube.list('v1', 'Service')).map((o) => `${o.metadata.namespace}/${o.metadata.name}`));
  const missing = objects.filter((o) => ofOthers(o) && !there.has(`${o.metadata.namespace}/${o.metadata.name}`));
  await Promise.all(missing.map((o) => kube.apply(asItsOwnerHasIt(o), { manager: 'owner' })));
}

/** Everything but what the next cluster cannot create: Namespaces, which take a controller to empty, and Services of others. */
const clear = ({ kube }: Cluster, objects: readonly KubeObject[]) =>
  Promise.all(objects.filter((o) => o.kind !== 'Namespace' && !ofOthers(o)).map((o) => kube.remove(o)));

const nameOf = ({ kind, metadata }: KubeObject) => `${kind} ${metadata.namespace}/${metadata.name}`;
const versions = (objects: readonly KubeObject[]) =>
  objects.map((object) => `${nameOf(object)} ${object.metadata.resourceVersion}`);

describe.each(LINKERD_VERSIONS)('an API server with the CRDs of Linkerd %s', (version) => {
  let server: Cluster;
  /** What it took: most objects of a cluster are, to the byte, those of another, or of the other way to carry credentials. */
  const taken = new Set<string>();
  const isNew = (object: KubeObject) => {
    const text = JSON.stringify(object);
    return !taken.has(text) && taken.add(text);
  };

  it('starts', async () => {
    // Without controllers: nobody but the test writes, so that a new resourceVersion is the test's doing.
    server = await cluster(`linkerd-${version}`, { linkerd: version, controllers: false });
  });

  const fleets = (['prod', 'global'] as const).flatMap((name) =>
    (Object.keys(CREDENTIALS) as (keyof typeof CREDENTIALS)[]).map((credentials) => [name, credentials] as const),
  );
  it.each(fleets)(
    'takes every object of %s with %s credentials, and nothing changes the second time',
    async (name, credentials) => {
      const filledIn = new Set<string>();
      const tree = synth(variant(name, version, credentials));
      for (const member of readdirSync(join(tree, 'clusters')).sort()) {
        const all = objectsOf(tree, member);
        expect(all.map((o) => o.kind)).toContain('Link');
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
      expect([...filledIn]).toEqual([]);
      expect([...server.kube.warnings]).toEqual([]);
    },
  );

  it('took Links, Secrets and what carries credentials', () => {
    const kinds = new Set([...taken].map((text) => JSON.parse(text).kind));
    for (const kind of ['Link', 'ExternalSecret', 'PushSecret', 'Certificate', 'Bundle', 'Service']) {
      expect(kinds).toContain(kind);
    }
  });

  it('refuses a field that the kind does not have', async () => {
    const [link] = objectsOf(synth(variant('prod', version, 'existing')), 'prod-eu').filter((o) => o.kind === 'Link');
    const misspelled = { ...link!, spec: { ...link!['spec'], excludedLabel: [] } };
    await expect(server.kube.apply(misspelled)).rejects.toThrow('.spec.excludedLabel: field not declared in schema');
  });

  it('ends', () => server.stop());
});
