import { describe, expect, it } from 'vitest';
import { checkArgocd } from '../../../lib/delivery/argocd/check';
import { buildTestFleet } from '../../model/fixtures';
import { fleetOf, type Given } from './fixture';

const found = (given: Given) => checkArgocd(fleetOf(given)).map((i) => `${i.code} ${i.path}: ${i.found}`);
const settings = (argocd: Given['argocd']) => found({ argocd });

describe('delivery by Argo CD', () => {
  it('is fine as people have it', () => {
    const repos = [
      'https://org@dev.azure.com/org/p/_git/mesh',
      'git@github.com:acme/mesh.git',
      'ssh://git@h:22/mesh.git',
    ];
    for (const repoURL of repos) expect(settings({ repoURL })).toEqual([]);
    for (const path of ['dist', '.', './dist/', 'platform/linkerd-mesh_1']) expect(settings({ path })).toEqual([]);
    for (const targetRevision of ['main', 'v1.2.3', 'HEAD']) expect(settings({ targetRevision })).toEqual([]);
  });

  it('is not looked at in a fleet without it', () => {
    const fleet = buildTestFleet({ clusters: { a: { argocd: { server: 'nonsense' } } } }).fleet;
    expect(checkArgocd(fleet)).toEqual([]);
  });

  it('ARGOCD_NAME: needs names that Kubernetes takes', () => {
    expect(settings({ namespace: 'argo.cd', project: 'Mesh' })).toEqual([
      'ARGOCD_NAME Fleet.spec.argocd.namespace: "argo.cd"',
      'ARGOCD_NAME Fleet.spec.argocd.project: "Mesh"',
    ]);
  });

  it.each(['/dist', '../dist', 'dist/*', 'dist/{a,b}', '{{ .name }}', 'my dist', 'a;b', 'dist\\clusters'])(
    'ARGOCD_PATH: refuses %s',
    (path) => {
      expect(settings({ path })).toEqual([`ARGOCD_PATH Fleet.spec.argocd.path: ${JSON.stringify(path)}`]);
    },
  );

  it('ARGOCD_SOURCE: refuses what the controller would run, and does not repeat a password', () => {
    expect(settings({ repoURL: 'https://git.example.com/{{ .name }}', targetRevision: 'main ' })).toEqual([
      'ARGOCD_SOURCE Fleet.spec.argocd.repoURL: "https://git.example.com/{{ .name }}"',
      'ARGOCD_SOURCE Fleet.spec.argocd.targetRevision: "main "',
    ]);
    const [secret] = checkArgocd(fleetOf({ argocd: { repoURL: 'https://ci:hunter2@git.example.com/mesh.git' } }));
    expect(secret?.code).toBe('ARGOCD_SOURCE');
    expect(JSON.stringify(secret)).not.toContain('hunter2');
  });

  it.each([
    ['https://10.0.0.1:6443', true],
    ['https://[fd00::1]:6443', true],
    ['https://kubernetes.default.svc', true],
    ['https://rancher.example.com/k8s/clusters/c-m-abc', true],
    ['https://10.0.0.1:6443/', false],
    ['10.0.0.1:6443', false],
    ['https://a b', false],
  ])('ARGOCD_SERVER: %s is a server of Argo CD: %s', (server, ok) => {
    const clusters = { a: { argocd: { server } } };
    const issue = `ARGOCD_SERVER Cluster/a.spec.argocd.server: ${JSON.stringify(server)}`;
    expect(found({ clusters })).toEqual(ok ? [] : [issue]);
  });

  it('ARGOCD_DESTINATION_SHARED: gives each cluster a destination of its own, and says whose is the odd one', () => {
    const [issue] = checkArgocd(fleetOf({ clusters: { a: {}, b: { argocd: { name: 'a' } }, c: {} } }));
    expect([issue?.code, issue?.path, issue?.clusters]).toEqual([
      'ARGOCD_DESTINATION_SHARED',
      'Cluster/b.spec.argocd',
      ['a', 'b'],
    ]);
    const server = 'https://api.example.com';
    const clusters = { a: { argocd: { server } }, b: { argocd: { name: 'x', server } } };
    expect(checkArgocd(fleetOf({ clusters })).map((i) => i.clusters)).toEqual([['a', 'b']]);
  });

  it('ARGOCD_ROLLING_MANUAL: warns that a person who syncs is in charge of the waves', () => {
    const [issue] = checkArgocd(fleetOf({ argocd: { automated: false, rollingSync: true } }));
    expect([issue?.code, issue?.severity]).toEqual(['ARGOCD_ROLLING_MANUAL', 'warning']);
    expect(settings({ automated: false })).toEqual([]);
  });

  it('ARGOCD_ENVIRONMENT: needs a place in the order for every cluster', () => {
    expect(settings({ environments: ['canary', 'prod', 'canary'] })).toEqual([
      'ARGOCD_ENVIRONMENT Fleet.spec.argocd.environments: "canary" twice',
      'ARGOCD_ENVIRONMENT Cluster/eu-2.spec.environment: no environment for eu-2',
    ]);
    expect(settings({ environments: ['dev'] })).toContain('ARGOCD_ENVIRONMENT Cluster/eu-1.spec.environment: "prod"');
    const clusters = { a: { environment: 'dev' }, b: { environment: 'prod' } };
    expect(found({ clusters, argocd: { environments: ['dev', 'stage', 'prod'] } })).toEqual([]);
  });

  it('ARGOCD_PRUNE: needs clusters that there are, and somebody who prunes', () => {
    expect(settings({ prune: ['eu-1'] })).toEqual([]);
    expect(settings({ prune: { names: ['eu-9'] } })).toEqual([
      'ARGOCD_PRUNE Fleet.spec.argocd.prune: no cluster "eu-9"',
    ]);
    expect(settings({ prune: ['eu-1'], automated: false })).toEqual([
      'ARGOCD_PRUNE Fleet.spec.argocd.prune: prune with automated: false',
    ]);
  });

  it.each([
    ['https://linkerd-fleet.example.com', true],
    ['http://linkerd-fleet.argocd.svc:8080/generators', true],
    ['linkerd-fleet:8080', false],
    ['https://user:hunter2@linkerd-fleet', false],
    ['http://a/?x=1', false],
  ])('ARGOCD_PLUGIN: %s is where a plugin generator can be: %s', (baseUrl, ok) => {
    const issues = settings({ generator: { plugin: { baseUrl } } });
    expect(issues.map((i) => i.split(':')[0])).toEqual(
      ok ? [] : ['ARGOCD_PLUGIN Fleet.spec.argocd.generator.plugin.baseUrl'],
    );
    expect(issues.join()).not.toContain('hunter2');
  });

  it('ARGOCD_PLUGIN: refuses a token in the place of a reference, and does not repeat it', () => {
    const plugin = { baseUrl: 'http://linkerd-fleet:8080' };
    expect(settings({ generator: { plugin: { ...plugin, token: '$argocd-secret:plugin.fleet.token' } } })).toEqual([]);
    expect(settings({ generator: { plugin: { ...plugin, token: 'hunter2' } } })).toEqual([
      'ARGOCD_PLUGIN Fleet.spec.argocd.generator.plugin.token: no $<Secret>:<key>',
    ]);
  });

  it('holds the plugin that renders objects against the repository', () => {
    expect(settings({ cmp: { name: 'linkerd-fleet-v0.1.0', fleet: 'fleets/prod.json' } })).toEqual([]);
    expect(settings({ cmp: { name: '{{ .name }}', fleet: '../fleet.json' } })).toEqual([
      'ARGOCD_PATH Fleet.spec.argocd.cmp.fleet: "../fleet.json"',
      'ARGOCD_PLUGIN Fleet.spec.argocd.cmp.name: "{{ .name }}"',
    ]);
  });

  it('leaves out what is about other clusters, where only some are looked at', () => {
    const clusters = { a: { argocd: { server: '10.0.0.1' } }, b: { argocd: { server: '10.0.0.2' } } };
    const fleet = fleetOf({ clusters, argocd: { project: 'Mesh' } });
    const b = fleet.clusters.get('b')!;
    expect(checkArgocd(fleet, [b]).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'ARGOCD_NAME Fleet.spec.argocd.project',
      'ARGOCD_SERVER Cluster/b.spec.argocd.server',
    ]);
  });
});
