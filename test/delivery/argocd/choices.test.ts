import { describe, expect, it } from 'vitest';
import type { FleetSpec } from '../../../lib/fleet/spec';
import { validateAgainstCrd } from '../../imports/schema';
import { applicationSets, CLUSTERS, fleetOf, type Given, type Json, REPO, sourcesOf, written } from './fixture';

const BASE_URL = 'http://linkerd-fleet-generator.argocd.svc:8080';
const CMP = { name: 'linkerd-fleet-v0.1.0', fleet: 'fleets/prod.json' };

const of = (argocd: Partial<FleetSpec['argocd']>, given: Given = {}) => fleetOf({ ...given, argocd });
const generatorsOf = (fleet = fleetOf()): Json[] => applicationSets(fleet).map(({ spec }) => spec.generators);
const byComponent = (fleet = fleetOf()) =>
  new Map(applicationSets(fleet).map((set) => [set.metadata.labels['linkerd-fleet.dev/component'], set.spec]));

const CHOICES: Partial<FleetSpec['argocd']>[] = [
  { generator: { index: {} } },
  { generator: { plugin: { baseUrl: BASE_URL } } },
  { registered: true },
  { registered: true, generator: { plugin: { baseUrl: BASE_URL } } },
  { cmp: CMP },
  { cmp: CMP, generator: { index: {} } },
  { prune: ['eu-1'] },
];

describe('whatever a fleet chooses', () => {
  it.each(CHOICES)('what is written for %j is what Argo CD takes, and guarded as ever', (argocd) => {
    const fleet = of(argocd);
    expect([...written(fleet).values()].flatMap((object) => validateAgainstCrd(object))).toEqual([]);
    for (const { spec } of applicationSets(fleet)) {
      expect(spec.syncPolicy).toEqual({ applicationsSync: 'create-update', preserveResourcesOnDeletion: true });
      expect(spec.goTemplateOptions).toEqual(['missingkey=error']);
      expect(spec.template.spec.project).toBe('test-linkerd');
    }
  });
});

/** What the controller would write into every generator. */
const WRITTEN_BACK = { metadata: {}, spec: { destination: {}, project: '' } };

describe('the index as generator', () => {
  it('is one file, and each element says the directory of its cluster', () => {
    const [[generator]] = generatorsOf(of({ generator: { index: {} }, path: 'platform' })) as [Json[]];
    expect(generator.git.files).toEqual([{ path: 'platform/generator/fleet.json' }]);
    const { template } = byComponent(of({ generator: { index: {} } })).get('linkerd-cluster');
    expect(template.spec.source.path).toBe('dist/{{ .directory }}');
    expect(template.metadata.annotations['argocd.argoproj.io/manifest-generate-paths']).toBe('/dist/{{ .directory }}');
  });
});

describe('the plugin generator', () => {
  const fleet = of({ generator: { plugin: { baseUrl: BASE_URL, requestTimeout: 10 } } });

  it('is asked every three minutes, not every half hour', () => {
    const configMapRef = { name: 'test-linkerd-generator' };
    expect(generatorsOf(fleet)[0]).toEqual([
      { plugin: { configMapRef, requeueAfterSeconds: 180, input: {}, template: WRITTEN_BACK } },
    ]);
  });

  it('is found by a ConfigMap that comes before the ApplicationSets, and refers to the token', () => {
    const { metadata, data } = written(fleet).get('argocd/plugin-generator.yaml');
    expect(metadata.name).toBe('test-linkerd-generator');
    expect(metadata.annotations['argocd.argoproj.io/sync-wave']).toBe('-1');
    expect(data).toEqual({ baseUrl: BASE_URL, token: '$linkerd-fleet-generator:token', requestTimeout: '10' });
  });

  it('has no ConfigMap where nobody asks it', () => {
    expect(written(fleetOf()).has('argocd/plugin-generator.yaml')).toBe(false);
  });
});

describe('only registered clusters', () => {
  const keysOf = (clusters: Given['clusters']) =>
    generatorsOf(of({ registered: true }, { clusters }))[0].map(
      ({ merge }: Json) => merge.generators[0].clusters.values.destination,
    );

  it('are those whose Secret has the name or the server that the fleet has for them', () => {
    const [byName, byServer] = generatorsOf(of({ registered: true }))[0];
    expect(byName.merge.mergeKeys).toEqual(['values']);
    const values = { destination: '{{ .name }}' };
    expect(byName.merge.generators[0]).toEqual({ clusters: { selector: {}, values, template: WRITTEN_BACK } });
    expect(byName.merge.template).toEqual(WRITTEN_BACK);
    expect(byName.merge.generators[1].git.repoURL).toBe(REPO);
    expect(byName.merge.generators[1].git.values).toEqual({
      destination: '{{ .destination.name | default (printf "/%s" .name) }}',
    });
    expect(byServer.merge.generators[0].clusters.values).toEqual({ destination: '{{ .server }}' });
  });

  it('are merged by what the clusters of the fleet say', () => {
    expect(keysOf({ a: {} })).toEqual(['{{ .name }}']);
    expect(keysOf({ a: { argocd: { server: 'https://a:6443' } } })).toEqual(['{{ .server }}']);
    expect(keysOf(CLUSTERS)).toEqual(['{{ .name }}', '{{ .server }}']);
  });

  it('leave clusters of Argo CD that are not of the fleet alone', () => {
    for (const { selector } of generatorsOf(of({ registered: true })).flat()) {
      expect(selector).toEqual({ matchExpressions: [{ key: 'linkerd.version', operator: 'Exists' }] });
    }
  });
});

describe('a planned removal', () => {
  it('prunes what leaves with a Link, in the clusters that are named, and nothing that is under the rest', () => {
    const sets = byComponent(of({ prune: { matchLabels: { region: 'eu' } } }));
    expect([...sets].filter(([, spec]) => spec.templatePatch !== undefined).map(([name]) => name)).toEqual([
      'linkerd-multicluster',
      'linkerd-cluster',
    ]);
    expect(sets.get('linkerd-cluster').templatePatch).toContain('if has .name (list "eu-1" "eu-2") }}');
    // The last Link of a cluster may be all that its Application has.
    expect(sets.get('linkerd-cluster').templatePatch).toMatch(/prune: true\n +allowEmpty: true\n/);
  });

  it('is none where nothing is planned, or where a person syncs', () => {
    for (const argocd of [{}, { prune: [] }, { prune: ['eu-1'], automated: false }]) {
      for (const spec of byComponent(of(argocd)).values()) expect(spec.templatePatch).toBeUndefined();
    }
  });
});

describe('an order of environments', () => {
  it('goes before waves', () => {
    const clusters = {
      a: { environment: 'prod', wave: 0 },
      b: { environment: 'dev', wave: 2 },
      c: { environment: 'dev', wave: 1 },
    };
    const { strategy } = byComponent(of({ environments: ['dev', 'stage', 'prod'] }, { clusters })).get('linkerd-crds');
    const steps = strategy.rollingSync.steps.map(({ matchExpressions }: Json) =>
      matchExpressions.map(({ key, values }: Json) => `${key.split('/')[1]} ${values}`).join(', '),
    );
    expect(steps).toEqual(['environment dev, wave 1', 'environment dev, wave 2', 'environment prod, wave 0']);
  });

  it('rolls out between environments where all clusters are of one wave', () => {
    const clusters = { a: { environment: 'prod' }, b: { environment: 'dev' } };
    const { strategy, template } = byComponent(of({ environments: ['dev', 'prod'] }, { clusters })).get('linkerd-crds');
    expect(strategy.type).toBe('RollingSync');
    expect(template.spec.syncPolicy.automated).toBeUndefined();
  });
});

describe('the Config Management Plugin', () => {
  const sets = byComponent(of({ cmp: CMP }));

  it('renders the objects of a component, and leaves charts and their values as they are', () => {
    const [chart, values, objects] = sourcesOf(sets.get('linkerd-control-plane').template);
    expect(chart.helm.valueFiles).toEqual(['$values/{{ .path.path }}/linkerd-control-plane/values.yaml']);
    expect(values.ref).toBe('values');
    expect(objects).toEqual({
      repoURL: REPO,
      targetRevision: 'refs/heads/main',
      path: '{{ .path.path }}',
      plugin: {
        name: 'linkerd-fleet-v0.1.0',
        parameters: [
          { name: 'cluster', string: '{{ .name }}' },
          { name: 'components', array: ['linkerd-control-plane'] },
          { name: 'fleet', string: 'fleets/prod.json' },
        ],
      },
    });
    expect(sourcesOf(sets.get('linkerd-crds').template)).toHaveLength(2);
  });

  it('renders again when the description changes', () => {
    const paths = (fleet: string) =>
      [...byComponent(of({ cmp: { ...CMP, fleet } })).values()].map(
        (spec) => spec.template.metadata.annotations?.['argocd.argoproj.io/manifest-generate-paths'],
      );
    const crds = '/{{ .path.path }}/linkerd-crds';
    const watched = (description: string) => [
      crds,
      `${description};/{{ .path.path }}/linkerd-control-plane`,
      `${description};/{{ .path.path }}/linkerd-multicluster`,
      description,
    ];
    expect(paths('fleets/prod.json')).toEqual(watched('/fleets'));
    expect(paths('fleets/prod')).toEqual(watched('/fleets/prod'));
    expect(paths('fleet.json')).toEqual([crds, undefined, undefined, undefined]);
  });
});
