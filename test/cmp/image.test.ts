/** What is in image/: the file that the image has, and the two ways to add the sidecar. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { documents, json } from '../cli/fleets';
import { linkerdFleet, ROOT } from '../cli/process';
import { repository, scratch } from './rig';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };

describe('the file that the image has', () => {
  const file = join(scratch(), 'linkerd-fleet');
  beforeAll(() => {
    execFileSync(process.execPath, [join(ROOT, 'image/bundle.mjs'), file]);
  });

  const run = (args: readonly string[], cwd: string, env: Record<string, string>) =>
    spawnSync(file, args, { cwd, env: { PATH: process.env['PATH'], ...env }, encoding: 'utf8' });

  it.each([
    ['JSON', { 'fleet.json': json() }],
    [
      'YAML',
      {
        'fleet.yaml': documents()
          .map((document) => JSON.stringify(document))
          .join('\n---\n'),
      },
    ],
  ])('renders a fleet that is %s, alone: nothing is installed where it is', (_, files) => {
    const root = repository({ ...files, 'clusters/east/.keep': '' });
    const env = { ARGOCD_APP_SOURCE_PATH: 'clusters/east' };
    const { status, stdout, stderr } = run(['cmp', 'generate'], join(root, 'clusters/east'), env);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(linkerdFleet(['render', Object.keys(files)[0]!, '--cluster', 'east'], { cwd: root }).stdout);
  });

  it('has the name and version of this package', () => {
    expect(run(['--version'], '/', {}).stdout).toBe(`${version}\n`);
    expect(parse(run(['cmp', 'config'], '/', {}).stdout).spec.version).toBe(`v${version}`);
  });

  it('refuses code in one line where cdk8s is not installed either', () => {
    const root = repository({ 'fleet.ts': "import 'cdk8s';", 'clusters/east/.keep': '' });
    const env = {
      ARGOCD_APP_SOURCE_PATH: 'clusters/east',
      ARGOCD_APP_PARAMETERS: '[{"name":"fleet","string":"fleet.ts"}]',
      LINKERD_FLEET_CODE: 'allow',
    };
    const { status, stdout, stderr } = run(['cmp', 'generate'], join(root, 'clusters/east'), env);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^[A-Z_]+ cluster=east path=/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('the sidecar', () => {
  const patch = parse(read('image/kustomize/repo-server.yaml')).spec.template.spec;
  const { repoServer, configs } = parse(read('image/helm/values.yaml'));

  it('is the same container by kustomize and by Helm', () => {
    expect(repoServer.extraContainers).toEqual(patch.containers);
    expect(repoServer.volumes).toEqual(patch.volumes);
    expect(configs.params['reposerver.plugin.tar.exclusions']).toBe('.git/*');
  });

  it('runs as the user of the repo-server, with nothing that it does not need', () => {
    expect(patch.containers[0]).toMatchObject({
      command: ['/var/run/argocd/argocd-cmp-server'],
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 999,
        readOnlyRootFilesystem: true,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      },
    });
    expect(read('image/Dockerfile').match(/^USER .*$/gm)).toEqual(['USER 999:999', 'USER 999:999']);
  });

  it('writes to a /tmp of its own: that of the repo-server has the repositories of all', () => {
    const mounts = patch.containers[0].volumeMounts as { name: string; mountPath: string }[];
    const [own] = mounts.filter(({ mountPath }) => mountPath === '/tmp');
    expect(patch.volumes.map(({ name }: { name: string }) => name)).toEqual([own!.name]);
  });
});

describe('docs/argocd-plugin.md', () => {
  it('leaves the version to the image and to cmp config, which say it', () => {
    expect(read('docs/argocd-plugin.md')).not.toMatch(/linkerd-fleet(-v|:)\d/);
  });

  it('lists every variable of the sidecar', () => {
    const settings = read('lib/delivery/argocd/cmp/settings.ts').match(/(?<=')(LINKERD_FLEET|ARGOCD_GRPC)\w*(?=')/g);
    for (const name of new Set(settings)) expect(read('docs/argocd-plugin.md')).toContain(`\`${name}\``);
  });
});
