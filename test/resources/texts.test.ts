import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emitManifest } from '../../lib/emit/manifest';
import { type Piece, textOf } from '../../lib/emit/text';
import { joinDocuments } from '../../lib/emit/yaml';
import type { ClusterModel } from '../../lib/model/types';
import { planCluster } from '../../lib/plan/cluster';
import { open } from '../../lib/project';
import { clusterFiles } from '../../lib/resources/cluster';
import { documents } from '../arbitraries';

/** Names that YAML reads as something else, and names that it does not. */
const STRANGE = ['no', '1e3', '007', '0x1f', 'y', 'null', '-', 'eu-1', '1.5', 'a: b', 'two\nlines', '日本'];
const names = fc.shuffledSubarray(STRANGE, { minLength: 8, maxLength: 8 });
const NAMED = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta'];
const word = fc.constantFrom('mesh', 'on', '10', '0o17', 'cluster.local', '~');
const settings = fc.record({
  clusterDomain: fc.option(word, { nil: undefined }),
  linkerd: fc.record({ namespace: word, multiclusterNamespace: word }),
  gateway: fc.record({
    address: fc.constantFrom('192.0.2.1', 'gw.example.com', '1_000', 'y'),
    probe: fc.record({ path: fc.constantFrom('/ready', '/'), period: fc.constantFrom('3s', '1m') }),
  }),
});

it('the text of an object made from a template is that of the object', () => {
  let compared = 0;
  fc.assert(
    fc.property(documents, names, fc.array(settings, { minLength: 8, maxLength: 8 }), (d, strange, given) => {
      const named = JSON.parse(JSON.stringify(d), (_, value: unknown) => {
        const at = typeof value === 'string' ? NAMED.indexOf(value) : -1;
        return at === -1 ? value : strange[at];
      }) as typeof d;
      const clusters = named.clusters.map((cluster, i) => {
        const { linkerd, gateway, ...own } = cluster.spec ?? {};
        const more = given[i] as (typeof given)[number];
        return { ...cluster, spec: { ...own, ...more, linkerd: { ...linkerd, ...more.linkerd } } };
      });
      const raws = [named.fleet, ...clusters, ...named.services].map((value) => ({ value }));
      const { fleet } = open({ raws, readFile: () => ({ issues: [] }), attachments: [], issues: [] });
      for (const name of fleet.clusters.keys()) {
        for (const file of clusterFiles(planCluster(fleet, fleet.clusters.get(name) as ClusterModel))) {
          if (file.kind !== 'manifests' || file.texts === undefined) continue;
          compared += 1;
          expect(joinDocuments(file.texts.map((text) => textOf([text].flat() as Piece[])))).toBe(
            joinDocuments(file.manifests.map(emitManifest)),
          );
        }
      }
    }),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(200);
});
