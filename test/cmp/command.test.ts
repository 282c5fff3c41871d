import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { FleetSpec } from '../../lib/fleet/spec';
import { json } from '../cli/fleets';
import { linkerdFleet, ROOT, write } from '../cli/process';
import { cmp, repository } from './rig';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const name = `linkerd-fleet-v${version}`;
const tree = { 'fleet.json': json(), 'clusters/east/.keep': '', 'apps/.keep': '' };

describe('cmp config', () => {
  it('names plugin and version, and has nothing to be discovered by', () => {
    const config = parse(linkerdFleet(['cmp', 'config']).stdout);
    expect(config).toMatchObject({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ConfigManagementPlugin',
      metadata: { name: 'linkerd-fleet' },
      spec: { version: `v${version}`, generate: { command: ['linkerd-fleet', 'cmp', 'generate'] } },
    });
    // argocd-cmp-server ignores fields that it does not know: a misspelled one would do nothing.
    expect(Object.keys(config.spec).sort()).toEqual([
      'generate',
      'parameters',
      'preserveFileMode',
      'provideGitCreds',
      'version',
    ]);
  });

  it('writes a file where one is named', () => {
    const directory = repository({});
    expect(linkerdFleet(['cmp', 'config', '--output', 'plugin.yaml'], { cwd: directory })).toMatchObject({
      status: 0,
      stdout: '',
    });
    expect(existsSync(join(directory, 'plugin.yaml'))).toBe(true);
  });
});

describe('cmp parameters', () => {
  it('announces clusters and components of the fleet, as JSON that Argo CD reads', () => {
    const { status, stdout, stderr } = cmp('parameters', repository(tree), 'apps', { ARGOCD_APP_SOURCE_PATH: 'apps' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const list = JSON.parse(stdout);
    expect(list.map((each: { name: string }) => each.name)).toEqual(['cluster', 'components', 'fleet']);
    expect(list[0]).toMatchObject({
      title: 'Cluster of fleet small: east, west',
      required: true,
      collectionType: 'string',
      string: '',
    });
    expect(list[1]).toMatchObject({
      collectionType: 'array',
      array: ['linkerd-control-plane', 'linkerd-multicluster', 'linkerd-cluster'],
    });
  });

  it('has one line on stderr and nothing on stdout for a fleet that it cannot understand', () => {
    const root = repository({ ...tree, 'fleet.json': '{' });
    const { status, stdout, stderr } = cmp('parameters', root, 'apps', { ARGOCD_APP_SOURCE_PATH: 'apps' });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^INPUT_SYNTAX cluster=- path=fleet\.json:1:\d+ /);
  });
});

describe('cmp generate', () => {
  it('answers as render does where a document is wrong that the cluster has nothing to do with', () => {
    const topology = [{ fullMesh: { clusters: ['east', 'west'] } }];
    const more = [{ kind: 'Cluster', metadata: { name: 'apart' }, spec: { podCidrs: 'all of them' } }];
    const root = repository({ ...tree, 'fleet.json': json({ fleet: { topology } as FleetSpec, more }) });
    const rendered = linkerdFleet(['render', 'fleet.json', '--cluster', 'east'], { cwd: root });
    const { status, stdout } = cmp('generate', root, 'clusters/east', {
      ARGOCD_APP_SOURCE_PATH: 'clusters/east',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: rendered.stdout });
    expect(linkerdFleet(['check', 'fleet.json'], { cwd: root }).status).toBe(1);
  });

  it('writes the same bytes wherever the repository is, and whatever part of it was sent', () => {
    const whole = repository({ 'platform/fleet.json': json(), 'platform/clusters/east/.keep': '' });
    const env = {
      ARGOCD_APP_SOURCE_PATH: 'platform/clusters/east',
      ARGOCD_APP_PARAMETERS: '[{"name":"fleet","string":"platform/fleet.json"}]',
    };
    const first = cmp('generate', whole, 'platform/clusters/east', env);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    // With reposerver.plugin.use.manifest.generate.paths the tree begins at platform/.
    const part = repository({ 'fleet.json': json(), 'clusters/east/.keep': '' });
    expect(cmp('generate', part, 'clusters/east', env).stdout).toBe(first.stdout);
    expect(first.stdout).not.toContain(whole);
  });

  it('shows warnings in lines, and answers', () => {
    const fleet = json({ east: { podCidrs: ['8.0.0.0/16'] } });
    const { status, stdout, stderr } = cmp('generate', repository({ ...tree, 'fleet.json': fleet }), 'clusters/east', {
      ARGOCD_APP_SOURCE_PATH: 'clusters/east',
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# Written by/);
    for (const line of stderr.split('\n').filter(Boolean)) expect(line).toMatch(/^warning [A-Z_]+ cluster=east path=/);
  });

  it('refuses what Argo CD would refuse for its size', () => {
    const service = (i: number) => ({
      kind: 'Service',
      metadata: { name: `s${i}`, namespace: 'shop' },
      spec: { ports: [{ port: 80 }], federated: true, writeLabels: true },
    });
    const fleet = json({ more: Array.from({ length: 5000 }, (_, i) => service(i)) });
    const root = repository({ ...tree, 'fleet.json': fleet });
    const { status, stdout, stderr } = cmp('generate', root, 'clusters/east', {
      ARGOCD_APP_SOURCE_PATH: 'clusters/east',
      ARGOCD_GRPC_MAX_SIZE_MB: '1',
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /CMP_OUTPUT_SIZE cluster=east path=ARGOCD_GRPC_MAX_SIZE_MB fix: .* Found: \d MB of objects\.\n$/,
    );
  });
});

const application = (changes: { path?: string; plugin?: unknown; destination?: string } = {}) => {
  const { path = 'clusters/east', plugin = { name }, destination = 'east' } = changes;
  return JSON.stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'linkerd-cluster-east' },
    spec: { destination: { name: destination }, source: { repoURL: 'https://git.example.com/mesh.git', path, plugin } },
  });
};

describe('cmp test', () => {
  const at = (destination: object, argocd: object = {}) => {
    const text = JSON.parse(application());
    text.spec.destination = destination;
    const documents = JSON.parse(tree['fleet.json'] as string);
    const east = (documents.items ?? documents).find((d: { metadata: { name: string } }) => d.metadata.name === 'east');
    east.spec.argocd = argocd;
    return test(JSON.stringify(text), { ...tree, 'fleet.json': JSON.stringify(documents) });
  };
  const test = (text: string, files: Record<string, string> = tree, ...more: string[]) => {
    const repo = repository(files);
    write(repo, { '.git/HEAD': '', 'apps/application.json': text });
    return linkerdFleet(['cmp', 'test', 'apps/application.json', ...more], { cwd: repo });
  };

  it('shows the objects that Argo CD would compare', () => {
    const { status, stdout, stderr } = test(application());
    expect(status).toBe(0);
    expect(stdout).toMatch(/^KIND +NAMESPACE +NAME +SYNC WAVE\nNamespace +- +linkerd +-3\n/);
    expect(stdout).toMatch(/^Link +linkerd-multicluster +west +3$/m);
    expect(stderr).toMatch(/^✔ Argo CD would compare \d+ objects with the cluster, and show no error\n$/);
    expect(test(application(), tree, '-o', 'yaml').stdout).toBe(
      linkerdFleet(['render', 'fleet.json', '--cluster', 'east'], { cwd: repository(tree) }).stdout,
    );
  });

  it('refuses a destination that is another cluster', () => {
    const { status, stdout, stderr } = test(application({ destination: 'west' }));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('✗ CMP_DESTINATION Application/linkerd-cluster-east.spec.destination');
  });

  it('refuses a server that is another cluster, Argo CD itself, or beside a name', () => {
    const west = JSON.parse(tree['fleet.json'] as string);
    const documents: { metadata: { name: string }; spec: { apiServer?: { url: string } } }[] = west.items ?? west;
    const urlOf = (name: string) => documents.find((d) => d.metadata.name === name)?.spec.apiServer?.url ?? '';
    const found = (destination: object, argocd?: object) => {
      const { status, stderr } = at(destination, argocd);
      return [status, /found +([^\n]+)/.exec(stderr)?.[1] ?? (/no such server/.test(stderr) ? 'untold' : 'right')];
    };
    expect(found({ server: urlOf('west') })).toEqual([1, `"${urlOf('west')}", which is west`]);
    expect(found({ server: 'https://kubernetes.default.svc' })[1]).toMatch(
      /^https:\/\/kubernetes.default.svc, the cluster/,
    );
    expect(found({ name: 'east', server: urlOf('east') })).toEqual([1, 'name and server, of which Argo CD takes one']);
    expect(found({ server: urlOf('east') })).toEqual([0, 'right']);
    expect(found({ server: 'https://10.1.2.3' })).toEqual([0, 'untold']);
    const server = 'https://argo.example.com';
    expect(found({ server }, { server })).toEqual([0, 'right']);
    expect(found({ server: urlOf('east') }, { server })[0]).toBe(1);
  });

  it.each<[string, Parameters<typeof application>[0], RegExp]>([
    [
      'an error of the plugin',
      { path: 'apps' },
      /for source 1 of 1: .*CMP processing failed for application "linkerd-cluster-east": .*failed exit status 2: CMP_CLUSTER_UNSAID cluster=- /,
    ],
    ['a path that is not there', { path: 'clusters/none' }, /desc = clusters\/none: app path does not exist\n$/],
    [
      'another version of the plugin',
      { plugin: { name: 'linkerd-fleet-v0.0.1' } },
      /could not find cmp-server plugin with name "linkerd-fleet-v0.0.1"/,
    ],
    ['no name of a plugin', { plugin: {} }, /^$/],
  ])('says how it would show: %s', (_, changes, shown) => {
    const { status, stdout, stderr } = test(application(changes));
    expect(status).toBe(1);
    expect(stdout).toMatch(shown);
    expect(stderr).toMatch(/^✗ Argo CD would /);
  });

  it.each([
    ['no Application', JSON.stringify({ kind: 'ConfigMap' }), 'CMP_APPLICATION'],
    ['an Application without a plugin', application({ plugin: 'none' }), 'CMP_APPLICATION'],
    ['no YAML', '{', 'INPUT_SYNTAX'],
  ])('refuses %s', (_, text, code) => {
    expect(test(text)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(code) });
  });

  it('says which values of charts have to be committed, because no plugin lends them', () => {
    const mesh = 'https://git.example.com/mesh.git';
    const chart = (helm: object) => ({ chart: 'linkerd-control-plane', repoURL: 'https://helm.linkerd.io/edge', helm });
    const application = {
      kind: 'Application',
      metadata: { name: 'app' },
      spec: {
        destination: { name: 'east' },
        sources: [
          chart({ valueFiles: ['$values/dist/values.yaml', '$others/values.yaml', 'values-ha.yaml'] }),
          { repoURL: mesh, ref: 'values' },
          { repoURL: 'https://git.example.com/other.git', ref: 'others' },
          { repoURL: mesh, path: 'clusters/east', plugin: { name, parameters: [] } },
        ],
      },
    };
    const files = { 'fleet.json': json(), 'clusters/east/.keep': '', 'application.json': JSON.stringify(application) };
    const test = (more: Readonly<Record<string, string>>) =>
      linkerdFleet(['cmp', 'test', 'application.json', '--repo', '.'], { cwd: repository({ ...files, ...more }) });
    const without = test({});
    expect(without.status).toBe(1);
    expect(without.stderr).toContain('source 1, chart linkerd-control-plane, finds no $values/dist/values.yaml');
    expect(without.stderr).toContain('commit what `linkerd-fleet synth` writes');
    expect(without.stderr).not.toContain('$others');
    expect(test({ 'dist/values.yaml': '{}' })).toMatchObject({ status: 0 });
  });

  it('wants the name of a file, and one that is there', () => {
    expect(linkerdFleet(['cmp', 'test'])).toMatchObject({ status: 2, stderr: expect.stringContaining('USAGE') });
    expect(linkerdFleet(['cmp', 'test', 'none.yaml'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('INPUT_NOT_FOUND'),
    });
    expect(linkerdFleet(['cmp', 'tets']).stderr).toContain('Did you mean test?');
  });
});
