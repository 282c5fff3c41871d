import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argocdFiles } from '../../../lib/delivery/argocd';
import { planCluster } from '../../../lib/plan/cluster';
import { renderCluster } from '../../../lib/resources/render';
import { validateAgainstCrd } from '../../imports/schema';
import { buildTestFleet } from '../../model/fixtures';
import {
  applicationSets,
  applications,
  CLUSTERS,
  fleetOf,
  fullFleet,
  glob,
  type Json,
  REPO,
  sourcesOf,
  written,
} from './fixture';

const NAMES = ['linkerd-crds', 'linkerd-control-plane', 'linkerd-multicluster', 'linkerd-cluster'];

function set(component: string, fleet = fleetOf()): Json {
  return written(fleet).get(`argocd/applicationset-${component}.yaml`);
}

function application(component: string, cluster: string, fleet = fleetOf()): Json {
  return applications(fleet, set(component, fleet)).find((a) => a.metadata.name === `${component}-${cluster}`);
}

describe('the files of argocd/', () => {
  it('are none in a fleet that does not say argocd', () => {
    expect(argocdFiles(buildTestFleet({ clusters: ['a'] }).fleet)).toEqual([]);
  });

  it('are the project, one ApplicationSet per component, and the setting apart from them', () => {
    expect([...written(fleetOf()).keys()]).toEqual([
      'argocd/appproject.yaml',
      ...NAMES.map((name) => `argocd/applicationset-${name}.yaml`),
      'argocd/settings/argocd-cm.yaml',
    ]);
  });

  it.each([...written(fleetOf())])('%s is what Argo CD takes', (_, object) => {
    expect(validateAgainstCrd(object)).toEqual([]);
  });

  it('go on in the order in which a cluster needs them', () => {
    const waves = [...written(fleetOf()).values()].map((o) => o.metadata.annotations['argocd.argoproj.io/sync-wave']);
    expect(waves).toEqual(['-1', '0', '1', '2', '3', undefined]);
  });
});

describe('an ApplicationSet', () => {
  it.each(NAMES)('makes Applications of %s that Argo CD takes, one per cluster', (name) => {
    const fleet = fleetOf();
    const made = applications(fleet, set(name, fleet));
    expect(made.map((a) => a.metadata.name)).toEqual(['eu-1', 'eu-2', 'us-1'].map((c) => `${name}-${c}`));
    expect(made.flatMap((a) => validateAgainstCrd(a))).toEqual([]);
  });

  it.each([
    ['dist', 'dist/'],
    ['./platform/linkerd/', 'platform/linkerd/'],
    ['.', ''],
  ])('finds clusters by cluster.json under the path of the tree: %s', (path, prefix) => {
    expect(set('linkerd-crds', fleetOf({ argocd: { path } })).spec.generators[0].git.files).toEqual([
      { path: `${prefix}clusters/*/cluster.json` },
      { path: `${prefix}clusters/*/*/cluster.json`, exclude: true },
    ]);
  });

  it('takes no cluster.json but that of the directory of a cluster, although a star matches slashes', () => {
    const [{ path: found }, { path: excluded }] = set('linkerd-crds').spec.generators[0].git.files;
    const takes = (file: string) => glob(found).test(file) && !glob(excluded).test(file);
    expect(takes('dist/clusters/eu-1/cluster.json')).toBe(true);
    expect(takes('dist/clusters/eu-1/attached/cluster.json')).toBe(false);
    expect(takes('dist/clusters/eu-1/attached/a/b/cluster.json')).toBe(false);
    expect(takes('dist/clusters/cluster.json')).toBe(false);
  });

  it('names a cluster the way its description does, by name or by server and never by both', () => {
    const destinations = applications(fleetOf(), set('linkerd-cluster')).map((a) => a.spec.destination);
    expect(destinations).toEqual([
      { name: 'eu-1', namespace: 'linkerd-multicluster' },
      { server: 'https://api.eu-2.example.com:6443', namespace: 'linkerd-multicluster' },
      { name: 'legacy-us', namespace: 'linkerd-multicluster' },
    ]);
  });

  it('installs the chart of each cluster with its distribution, at its version, with its values', () => {
    const [chart, values] = application('linkerd-control-plane', 'us-1').spec.sources;
    expect(chart).toEqual({
      repoURL: 'https://helm.buoyant.cloud',
      chart: 'linkerd-enterprise-control-plane',
      targetRevision: '2.20.2',
      helm: {
        releaseName: 'linkerd-enterprise-control-plane',
        valueFiles: ['$values/dist/clusters/us-1/linkerd-control-plane/values.yaml'],
      },
    });
    expect(values).toEqual({ repoURL: REPO, targetRevision: 'refs/heads/main', ref: 'values' });
    const edge = application('linkerd-multicluster', 'eu-1').spec.sources[0];
    expect([edge.repoURL, edge.chart, edge.targetRevision]).toEqual([
      'https://helm.linkerd.io/edge',
      'linkerd-multicluster',
      '2025.10.7',
    ]);
  });

  it('labels Applications with text, empty where the cluster says nothing', () => {
    expect(application('linkerd-cluster', 'eu-2').metadata.labels).toEqual({
      'linkerd-fleet.dev/component': 'linkerd-cluster',
      'linkerd-fleet.dev/cluster': 'eu-2',
      'linkerd-fleet.dev/region': 'eu',
      'linkerd-fleet.dev/environment': '',
      'linkerd-fleet.dev/wave': '2',
    });
  });

  it('renders again only when files of its own change', () => {
    const paths = NAMES.map(
      (n) => application(n, 'eu-1').metadata.annotations['argocd.argoproj.io/manifest-generate-paths'],
    );
    expect(paths).toEqual([
      '/dist/clusters/eu-1/linkerd-crds',
      '/dist/clusters/eu-1/linkerd-control-plane;/dist/clusters/eu-1/namespaces;/dist/clusters/eu-1/trust',
      '/dist/clusters/eu-1/linkerd-multicluster;/dist/clusters/eu-1/multicluster/access.yaml;/dist/clusters/eu-1/multicluster/gateway.yaml',
      '/dist/clusters/eu-1',
    ]);
  });

  it.each(NAMES)('of %s deletes nothing: no Application, no object, by whatever way', (name) => {
    const { metadata, spec } = set(name, fleetOf({ argocd: { rollingSync: false } }));
    expect(spec.syncPolicy).toEqual({ applicationsSync: 'create-update', preserveResourcesOnDeletion: true });
    expect(spec.template.metadata.finalizers).toBeUndefined();
    expect(metadata.finalizers).toBeUndefined();
    expect(spec.template.spec.syncPolicy.automated).toEqual({ prune: false, selfHeal: true });
    expect(spec.template.spec.syncPolicy.syncOptions).not.toContain('Prune=true');
  });

  it('has no template in the project', () => {
    for (const { spec } of applicationSets(fleetOf())) expect(spec.template.spec.project).toBe('test-linkerd');
  });
});

describe('the files of a cluster', () => {
  const fleet = fullFleet();
  const rendered = [...fleet.clusters.values()].flatMap((c) => renderCluster(planCluster(fleet, c)));
  const files = [...new Set(rendered.map((f) => f.path)), 'attached/shop.values.yaml', 'customized.yaml'];

  it('are all there for this test', () => {
    const parts = ['namespaces', 'trust', 'multicluster', 'services', 'observability'];
    for (const part of parts) expect(files.some((f) => f.startsWith(`${part}/`))).toBe(true);
    for (const file of ['access', 'credentials', 'links', 'mirrors', 'network-policy'])
      expect(files).toContain(`multicluster/${file}.yaml`);
  });

  it.each(files)('%s belongs to one Application', (file) => {
    const owners = applicationSets(fleet).flatMap((s) => usesOf(s, file));
    expect(owners).toHaveLength(file === 'cluster.json' ? 0 : 1);
  });

  it('are read as values where they are values and applied where they are manifests', () => {
    for (const { path, applied } of rendered) {
      const uses = applicationSets(fleet).flatMap((s) => usesOf(s, path));
      if (path !== 'cluster.json') expect(uses).toEqual([applied ? 'applied' : 'values']);
    }
  });

  function usesOf({ spec }: Json, file: string): string[] {
    const sources = sourcesOf(spec.template);
    const values = sources.flatMap((s) => s.helm?.valueFiles ?? []).filter((v: string) => v.endsWith(`/${file}`));
    const directories = sources.flatMap((s) => (s.directory ? [s.directory] : []));
    const applied = directories.filter(
      ({ include = '*', exclude = '' }) => glob(include).test(file) && !glob(exclude).test(file),
    );
    return [...values.map(() => 'values'), ...applied.map(() => 'applied')];
  }
});

describe('rolling out by wave', () => {
  const strategyOf = (fleet = fleetOf()) => set('linkerd-control-plane', fleet).spec.strategy;
  const automated = (fleet = fleetOf()) => set('linkerd-control-plane', fleet).spec.template.spec.syncPolicy.automated;
  const step = (wave: string) => ({
    matchExpressions: [{ key: 'linkerd-fleet.dev/wave', operator: 'In', values: [wave] }],
  });

  it('goes through the waves that there are, by number', () => {
    const clusters = { a: { wave: 10 }, b: { wave: 2 }, c: { wave: 0 }, d: { wave: 2 } };
    const strategy = { type: 'RollingSync', rollingSync: { steps: [step('0'), step('2'), step('10')] } };
    expect(strategyOf(fleetOf({ clusters }))).toEqual(strategy);
  });

  it('leaves automated sync out, which would sync everything where progressive syncs are switched off', () => {
    expect(automated()).toBeUndefined();
  });

  it('is nothing but automated sync where all clusters are of one wave', () => {
    const fleet = fleetOf({ clusters: { a: { wave: 3 }, b: { wave: 3 } } });
    expect(strategyOf(fleet)).toBeUndefined();
    expect(automated(fleet)).toEqual({ prune: false, selfHeal: true });
  });

  it('is off where a person syncs, because it would sync by itself', () => {
    const fleet = fleetOf({ argocd: { automated: false } });
    expect(strategyOf(fleet)).toBeUndefined();
    expect(automated(fleet)).toBeUndefined();
  });

  it('puts every Application into one step', () => {
    const waves = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(waves, (list) => {
        const fleet = fleetOf({ clusters: Object.fromEntries(list.map((wave, i) => [`c${i}`, { wave }])) });
        for (const s of applicationSets(fleet)) {
          if (s.spec.strategy === undefined) {
            expect(new Set(list).size).toBe(1);
            continue;
          }
          const steps = s.spec.strategy.rollingSync.steps.map((e: Json) => e.matchExpressions[0].values[0]);
          for (const app of applications(fleet, s)) {
            const wave = app.metadata.labels['linkerd-fleet.dev/wave'];
            expect(steps.filter((v: string) => v === wave)).toHaveLength(1);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('changes no ApplicationSet when a cluster joins a wave that there is', () => {
    const before = applicationSets(fleetOf());
    expect(applicationSets(fleetOf({ clusters: { ...CLUSTERS, 'eu-3': { wave: 2 } } }))).toEqual(before);
    expect(applicationSets(fleetOf({ clusters: { ...CLUSTERS, 'eu-3': { wave: 3 } } }))).not.toEqual(before);
  });
});
