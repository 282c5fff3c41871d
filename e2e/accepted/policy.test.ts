/** Servers, routes and what admits to them, as real API servers take them: the golden fleet that is closed by default. */
import { expect, it } from 'vitest';
import { LINKERD_VERSIONS } from '../../lib/linkerd/releases';
import { cluster } from '../rig/cluster';
import { filledIntoLists } from '../rig/defaults';
import { type Document, linkerdFleet, objectsOf, synth } from '../rig/fleet';

const POLICIES = new Set(['Namespace', 'Server', 'HTTPRoute', 'AuthorizationPolicy', 'MeshTLSAuthentication']);

it.each(LINKERD_VERSIONS)(
  'takes them with the CRDs of Linkerd %s, and nothing changes the second time',
  async (version) => {
    const described = JSON.parse(linkerdFleet('compile', 'test/golden/closed/fleet.yaml')).items as Document[];
    const documents = described.map((document) =>
      document.kind === 'Fleet' ? { ...document, spec: { ...document.spec, linkerd: { version } } } : document,
    );
    const objects = objectsOf(synth(documents), 'us').filter(({ kind }) => POLICIES.has(kind));
    expect(new Set(objects.map(({ kind }) => kind))).toEqual(POLICIES);
    const { kube, stop } = await cluster(`policy-${version}`, { linkerd: version, controllers: false });
    for (const object of objects) {
      const first = await kube.apply(object);
      const second = await kube.apply(object);
      expect(second.metadata.resourceVersion, object.metadata.name).toBe(first.metadata.resourceVersion);
      expect(filledIntoLists(object, first), object.metadata.name).toEqual([]);
    }
    const [route] = objects.filter(({ kind }) => kind === 'HTTPRoute');
    const misspelled = { ...route!, spec: { ...route!['spec'], parentRef: [] } };
    await expect(kube.apply(misspelled)).rejects.toThrow('field not declared in schema');
    await stop();
  },
);
