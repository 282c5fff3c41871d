/**
 * A Link by Sealed Secrets over its whole life, by Git commits alone, between two API servers with the controllers that make tokens
 * and collect what is left; in the source, the Sealed Secrets controller.
 */
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Cluster, cluster } from '../rig/cluster';
import type { KubeObject } from '../rig/kube';
import { contexts, typed } from '../rig/kubectl';
import { alive, scratch, start } from '../rig/processes';
import { until } from '../rig/wait';
import { type Repository, repository } from '../trust/repository';
import { letsIn } from '../trust/store';

/** What follows within seconds, or never. */
const SOON = { seconds: 30 };
const ROOT = join(__dirname, '../..');
const KEYS = 'sealed-secrets';
const NAMESPACES = ['linkerd-multicluster', 'linkerd'] as const;

let east: Cluster;
let west: Cluster;
let repo: Repository;
let shell: NodeJS.ProcessEnv;

beforeAll(async () => {
  [east, west] = await Promise.all([cluster('east'), cluster('west')]);
  await west.kube.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: KEYS } });
  const controller = start('sealed-secrets', { args: ['--kubeconfig', west.kubeconfig, '--namespace', KEYS] });
  const certificate = await until('the certificate of the controller', async () => {
    alive(controller, 'sealed-secrets');
    const [key] = await west.kube.list('v1', 'Secret', KEYS);
    return key && Buffer.from(key['data']['tls.crt'], 'base64').toString();
  });
  repo = repository();
  repo.write({
    'credentials/west/sealed-secrets.pem': certificate,
    'anchors.pem': readFileSync(join(ROOT, 'fleets/trust/anchors.pem'), 'utf8'),
  });
  const path = scratch('bin');
  symlinkSync(join(ROOT, 'bin/linkerd-fleet.js'), join(path, 'linkerd-fleet'));
  const env = contexts([east, west]);
  shell = { ...env, PATH: `${path}:${env['PATH']}` };
});

interface Said {
  readonly credentials: string;
  readonly drain?: boolean;
  readonly edges?: string;
}

/** Changes the description. West holds the one Link, and reads east by it. */
function write({ credentials, drain, edges = '{ source: west, target: east }' }: Said): void {
  const clusters = ['east', 'west'].map(
    (name, i) => `---
kind: Cluster
metadata: { name: ${name} }
spec:
  network: one
  apiServer: { url: "https://api.${name}.example.com:6443" }
  podCidrs: [10.${i + 1}0.0.0/16]
${name === 'east' ? `  credentials: ${credentials}\n` : ''}`,
  );
  const fleet = `apiVersion: linkerd-fleet.dev/v1alpha1
kind: Fleet
metadata: { name: mesh }
spec:
  domain: mesh.example.com
  topology: [{ edges: [${edges}] }${drain ? `, { drain: [${edges}] }` : ''}]
  trust: { anchors: anchors.pem }
`;
  repo.write({ 'fleet.yaml': fleet + clusters.join('') });
}

const commit = (message: string) => repo.commit(message, [east, west]);

/** What the documentation says to type. */
async function seal(token: string): Promise<void> {
  const line = `kubectl --context east -n linkerd-multicluster get secret ${token} -o json |
    linkerd-fleet credentials seal ${repo.fleet} --link 'west->east'`;
  await until(
    `token ${token} to be made`,
    () => {
      const { status, stderr } = typed(`set -o pipefail; ${line}`, shell);
      expect(stderr).toContain('✚');
      return status === 0 || undefined;
    },
    SOON,
  );
}

const refOf = (namespace: string) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'cluster-credentials-east', namespace },
});

/** The Secrets of the Link, once the controller has made both, and `isAwaited` says so of both. */
const unsealed = (isAwaited: (token: string) => boolean = () => true) =>
  until(
    'the Secrets of the Link',
    async () => {
      const found = await Promise.all(NAMESPACES.map((namespace) => west.kube.get(refOf(namespace))));
      const secrets = found.flatMap((secret) => secret ?? []);
      return secrets.length === 2 && secrets.every((secret) => isAwaited(tokenIn(secret))) ? secrets : undefined;
    },
    SOON,
  );

const kubeconfigIn = (secret: KubeObject) => Buffer.from(secret['data'].kubeconfig, 'base64').toString();
const tokenIn = (secret: KubeObject): string => parse(kubeconfigIn(secret)).users[0].user.token;
const uids = (secrets: readonly KubeObject[]) => secrets.map(({ metadata }) => metadata['uid']);

it('a token that the target made comes to the source as the Secrets that Linkerd looks for', async () => {
  // There is nothing to seal yet: the first commit makes the account, and its token.
  write({ credentials: '{ existing: {} }' });
  await commit('an account for west');
  write({ credentials: '{ sealedSecrets: {} }' });
  await seal('linkerd-link-west-token');
  await commit('its token');
  const [mirror, destination] = (await unsealed()) as [KubeObject, KubeObject];
  // The mirror controller takes it by its name and type, destination by its label, and believes its annotations.
  for (const secret of [mirror, destination]) {
    expect(secret['type']).toBe('mirror.linkerd.io/remote-kubeconfig');
    expect(Object.keys(secret['data'])).toEqual(['kubeconfig']);
  }
  expect([mirror.metadata.labels, mirror.metadata.annotations]).toEqual([undefined, undefined]);
  expect(destination.metadata.labels).toEqual({ 'multicluster.linkerd.io/cluster-name': 'east' });
  expect(destination.metadata.annotations).toEqual({
    'multicluster.linkerd.io/cluster-domain': 'cluster.local',
    'multicluster.linkerd.io/trust-domain': 'east.mesh.example.com',
  });
});

it('with the kubeconfig of either, the source reads the target, and no Secret of it', async () => {
  for (const secret of await unsealed()) {
    const file = join(scratch('reader'), 'kubeconfig');
    // An address that no fleet may have.
    writeFileSync(file, kubeconfigIn(secret).replace('https://api.east.example.com:6443', east.url));
    const get = (kind: string) => typed(`kubectl --kubeconfig ${file} get ${kind} -A -o name`, shell);
    expect(get('services').stdout).toContain('service/kubernetes');
    expect(get('secrets').stderr).toContain('Forbidden');
  }
});

it('a Secret that somebody deletes is back', async () => {
  const before = await unsealed();
  await west.kube.remove(before[0]!);
  const after = await unsealed();
  expect(after.map(tokenIn)).toEqual(before.map(tokenIn));
  expect(uids(after)).not.toEqual(uids(before));
});

it('sealed anew for the next epoch, the token changes in place, and the one before goes when it is retired', async () => {
  const before = await unsealed();
  const old = tokenIn(before[0]!);
  write({ credentials: '{ sealedSecrets: {}, epoch: 2 }' });
  await commit('mint');
  await seal('linkerd-link-west-token-2');
  await commit('seal anew');
  const after = await unsealed((token) => token !== old);
  expect(uids(after)).toEqual(uids(before));
  for (const [i, { metadata, ...secret }] of after.entries()) {
    expect(secret['type']).toBe(before[i]!['type']);
    expect([metadata.labels, metadata.annotations]).toEqual([
      before[i]!.metadata.labels,
      before[i]!.metadata.annotations,
    ]);
  }
  const fresh = tokenIn(after[0]!);
  for (const token of [old, fresh]) expect(await letsIn(east, token)).toBe(true);
  write({ credentials: '{ sealedSecrets: {}, epoch: 2, loaded: 2 }' });
  await commit('load');
  write({ credentials: '{ sealedSecrets: {}, epoch: 2, loaded: 2, retired: 1 }' });
  await commit('retire');
  // API servers believe a token for some seconds after its Secret is gone.
  await until('the old token to be refused', async () => ((await letsIn(east, old)) ? undefined : true));
  expect(await letsIn(east, fresh)).toBe(true);
});

it('when the Link is drained and goes, its Secrets go with it', async () => {
  const rest = { credentials: '{ sealedSecrets: {}, epoch: 2, loaded: 2, retired: 1 }' };
  write({ ...rest, drain: true });
  await commit('drain');
  await unsealed();
  write({ ...rest, edges: '' });
  await commit('remove');
  await until('both Secrets to be collected', async () => {
    const left = await Promise.all(NAMESPACES.map((namespace) => west.kube.get(refOf(namespace))));
    return left.every((secret) => secret === undefined) || undefined;
  });
});
