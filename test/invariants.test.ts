/** What must hold for every fleet, whatever it looks like. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../lib/emit/manifest';
import { compileDocuments } from '../lib/fleet/compile';
import { credentialsOf, isRevoked, liveEpochs } from '../lib/model/credentials/credentials';
import type { ClusterModel, FleetModel } from '../lib/model/types';
import { planCluster } from '../lib/plan/cluster';
import { open, type Project, render } from '../lib/project';
import { clusterFiles } from '../lib/resources/cluster';
import { type Documents, documents } from './arbitraries';

const noFile = () => ({ issues: [] });
const rawsOf = (d: Documents) => [d.fleet, ...d.clusters, ...d.services].map((value) => ({ value }));
const project = (values: readonly { value: unknown }[]): Project =>
  open({ raws: values, readFile: noFile, attachments: [], issues: [] });
const bytes = (p: Project, name: string) =>
  render(p, p.fleet.clusters.get(name) as ClusterModel).map(({ path, text, applied }) => ({ path, text, applied }));
const RUNS = { numRuns: 150 };

const manifestsOf = (fleet: FleetModel, cluster: ClusterModel): readonly Manifest[] =>
  clusterFiles(planCluster(fleet, cluster)).flatMap((file) => (file.kind === 'manifests' ? file.manifests : []));

describe('every fleet', () => {
  it('renders to the same bytes in whatever order it is described', () => {
    fc.assert(
      fc.property(
        documents.chain((d) =>
          fc.tuple(fc.constant(d), fc.shuffledSubarray(rawsOf(d), { minLength: rawsOf(d).length })),
        ),
        ([d, shuffled]) => {
          const [one, other] = [project(rawsOf(d)), project(shuffled)];
          for (const name of one.fleet.clusters.keys()) expect(bytes(other, name)).toEqual(bytes(one, name));
        },
      ),
      RUNS,
    );
  });

  it('renders a cluster to the same bytes whichever were rendered before it', () => {
    fc.assert(
      fc.property(documents, (d) => {
        const all = project(rawsOf(d));
        for (const name of all.fleet.clusters.keys()) {
          expect(bytes(all, name)).toEqual(bytes(project(rawsOf(d)), name));
        }
      }),
      RUNS,
    );
  });

  it('renders to the same bytes from what compile writes', () => {
    fc.assert(
      fc.property(documents, (d) => {
        const code = project(rawsOf(d));
        const { items } = JSON.parse(compileDocuments(rawsOf(d), new Map())) as { items: unknown[] };
        const data = project(items.map((value) => ({ value })));
        for (const name of code.fleet.clusters.keys()) expect(bytes(data, name)).toEqual(bytes(code, name));
      }),
      RUNS,
    );
  });

  it('changes only the clusters that a new cluster links with', () => {
    fc.assert(
      fc.property(
        documents.filter((d) => d.clusters.length > 1),
        (d) => {
          const joined = d.clusters.at(-1)?.metadata.name as string;
          const before = project(rawsOf({ ...d, clusters: d.clusters.slice(0, -1) }));
          const after = project(rawsOf(d));
          const { topology, clusters } = after.fleet;
          const newcomer = clusters.get(joined) as ClusterModel;
          const edges = [...topology.targets(newcomer), ...topology.sources(newcomer)];
          const neighbours = new Set(edges.flatMap((edge) => [edge.source.name, edge.target.name]));
          for (const name of before.fleet.clusters.keys()) {
            if (!neighbours.has(name)) expect(bytes(after, name)).toEqual(bytes(before, name));
          }
        },
      ),
      RUNS,
    );
  });

  it('has Link, controllers entry, Secrets and access for each edge, or none of them', () => {
    fc.assert(
      fc.property(documents, (d) => {
        const { fleet } = project(rawsOf(d));
        for (const source of fleet.clusters.values()) {
          const targets = fleet.topology.targets(source).map((edge) => edge.target.name);
          const own = manifestsOf(fleet, source);
          expect(names(own, 'Link')).toEqual(targets);
          expect(mirrors(fleet, source, own)).toEqual(targets);
          const pulled = fleet.topology
            .targets(source)
            .filter((edge) => credentialsOf(edge).kind === 'externalSecrets');
          const secrets = [...new Set(names(own, 'ExternalSecret'))];
          expect(secrets.sort()).toEqual(pulled.map(({ target }) => `cluster-credentials-${target.name}`));
          for (const edge of fleet.topology.targets(source)) {
            const theirs = manifestsOf(fleet, edge.target);
            const byUsers = credentialsOf(edge).kind === 'oidc';
            const accounts = names(theirs, 'ServiceAccount');
            const live = isRevoked(edge) || byUsers ? [] : liveEpochs(credentialsOf(edge));
            const account = `linkerd-link-${source.name}`;
            expect(accounts.filter((name) => name === account || name.startsWith(`${account}.`))).toEqual(
              live.map((epoch) => (epoch === 1 ? account : `${account}.${epoch}`)),
            );
            expect(JSON.stringify(theirs).includes(`"link:${source.name}:`)).toBe(!isRevoked(edge) && byUsers);
            if (byUsers) expect(names(own, 'Secret')).toContain(`cluster-credentials-${edge.target.name}`);
          }
        }
      }),
      RUNS,
    );
  });
});

const names = (manifests: readonly Manifest[], kind: string) =>
  manifests.filter((m) => m.kind === kind).map((m) => m.metadata.name);

/** Targets whose mirror runs: by the chart from 2.18 on, by Deployments of ours before. */
function mirrors(fleet: FleetModel, source: ClusterModel, own: readonly Manifest[]): string[] {
  if (!source.linkerd.release.capabilities.controllers) {
    return names(own, 'Deployment').map((name) => name.replace('linkerd-service-mirror-', ''));
  }
  const values = clusterFiles(planCluster(fleet, source)).find((f) => f.path === 'linkerd-multicluster/values.yaml');
  const controllers = values?.kind === 'values' ? values.values.controllers : undefined;
  return ((controllers ?? []) as { link: { ref: { name: string } } }[]).map((c) => c.link.ref.name);
}
