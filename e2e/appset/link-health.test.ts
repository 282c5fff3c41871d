/** The health of a Link, as Argo CD's own engine reads it from the ConfigMap that `synth` writes. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { example, objectsOf, synth } from '../rig/fleet';
import { RUN, scratch } from '../rig/processes';
import { binary } from '../rig/tools';

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
