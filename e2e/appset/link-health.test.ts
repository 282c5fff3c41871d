/** The health of a Link, as Argo CD's own engine reads it from the ConfigMap that `synth` writes. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cluster } from '../rig/cluster';
import { example, objectsOf, synth } from '../rig/fleet';
import { contexts, typed } from '../rig/kubectl';
import { RUN, scratch } from '../rig/processes';
import { binary } from '../rig/tools';

const DOCS = join(__dirname, '../../docs/argocd.md');
let tree: string;
beforeAll(() => {
  tree = synth(example('prod'));
});

const service = (name: string, conditions: readonly object[]) => ({
  controllerName: 'linkerd.io/service-mirror',
  remoteRef: { name, namespace: 'shop', kind: 'Service', group: '' },
  conditions,
});
const mirrored = [{ type: 'Mirrored', status: 'True', reason: 'Mirrored', message: '' }];
const failed = [{ type: 'Mirrored', status: 'False', reason: 'MissingNamespace', message: 'no namespace shop' }];

function healthOf(status: object | undefined): string {
  const link = objectsOf(tree, 'prod-us').find(({ kind }) => kind === 'Link')!;
  const file = join(scratch('link'), 'link.json');
  writeFileSync(file, JSON.stringify({ ...link, status }));
  const settings = join(tree, 'argocd/settings/argocd-cm.yaml');
  const args = ['admin', 'settings', 'resource-overrides', 'health', file, '--argocd-cm-path', settings];
  const env = { PATH: process.env['PATH'], HOME: RUN };
  return execFileSync(binary('argocd'), args, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] });
}

describe('the key of a Link', () => {
  // As `kubectl apply` installs Argo CD, on the client's side and on the server's.
  it.each(['', '--server-side'])('comes to argocd-cm that was applied %s, beside what is there', async (how) => {
    const management = await cluster(`management${how}`, { crds: 'none' });
    const env = contexts([management]);
    await management.kube.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'argocd' } });
    const name = { name: 'argocd-cm', namespace: 'argocd' };
    const installed = { apiVersion: 'v1', kind: 'ConfigMap', metadata: name, data: { 'resource.exclusions': '[]' } };
    const file = join(scratch('install'), 'argocd-cm.json');
    writeFileSync(file, JSON.stringify(installed));
    const run = (line: string) => {
      const { status, stderr } = typed(`kubectl --context ${management.name} ${line}`, env, join(tree, '..'));
      expect(status, stderr).toBe(0);
    };
    const keys = async () => Object.keys((await management.kube.get(installed))!['data']).sort();
    run(`apply ${how} -f ${file}`);
    const [, command] = /^ {3}kubectl (-n argocd patch .*)$/m.exec(readFileSync(DOCS, 'utf8'))!;
    run(command!);
    expect(await keys()).toEqual([
      'resource.customizations.health.multicluster.linkerd.io_Link',
      'resource.exclusions',
    ]);
    // Why it is not applied.
    run('apply --server-side -f dist/argocd/settings/argocd-cm.yaml');
    expect(await keys()).toEqual(['resource.customizations.health.multicluster.linkerd.io_Link']);
  });
});

describe('a Link', () => {
  it.each<[string, object | undefined, RegExp]>([
    ['has no status yet', undefined, /^STATUS: Healthy\nMESSAGE: nothing mirrored yet\n/m],
    ['has an empty status', {}, /^STATUS: Healthy\n/m],
    [
      'mirrors all',
      { mirrorServices: [service('a', mirrored)] },
      /^STATUS: Healthy\nMESSAGE: 1 mirrored or federated\n/m,
    ],
    [
      'fails with one Service',
      { mirrorServices: [service('a', mirrored), service('b', failed)] },
      /^STATUS: Degraded\nMESSAGE: shop\/b: MissingNamespace: no namespace shop\n/m,
    ],
    ['fails with a federated Service', { federatedServices: [service('c', failed)] }, /^STATUS: Degraded\n/m],
  ])('that %s', (_, status, shown) => {
    expect(healthOf(status)).toMatch(shown);
  });
});
