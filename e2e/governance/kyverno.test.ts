/** Guards for Kyverno: a real API server takes them, and Kyverno's own engine refuses what the others refuse. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { attacks, byTheWriter, MC, secret } from '../accepted/attacks';
import { cluster, readObjects } from '../rig/cluster';
import { type Document, example, objectsOf, synth } from '../rig/fleet';
import type { KubeObject } from '../rig/kube';
import { scratch } from '../rig/processes';
import { binary, upstreamCrds } from '../rig/tools';
import { until } from '../rig/wait';

const WRITER = 'system:serviceaccount:external-secrets:external-secrets';
const ADMIN = 'admin';

function documents(mode: 'audit' | 'deny'): Document[] {
  const guards = {
    engine: 'kyverno',
    ...{ links: mode, exports: mode, credentials: mode },
    writers: [WRITER],
    breakGlass: 'fleet:breakglass',
  };
  return example('prod').map((d) => (d.kind === 'Fleet' ? { ...d, spec: { ...d.spec, guards } } : d));
}

let objects: KubeObject[];
let policies: string;

beforeAll(() => {
  const tree = synth(documents('deny'));
  objects = objectsOf(tree, 'prod-us');
  policies = join(tree, 'clusters/prod-us/guards/guards.yaml');
});

/** What Kyverno's command says of an object that somebody creates. */
function verdict(object: unknown, username = ADMIN, groups: readonly string[] = [], asked = policies): string {
  const directory = scratch('kyverno');
  const [resource, user] = [join(directory, 'resource.yaml'), join(directory, 'user.yaml')];
  const given = object as KubeObject & { stringData?: Record<string, string> };
  // As an API server stores it.
  const data = Object.entries(given.stringData ?? {}).map(([key, text]) => [key, Buffer.from(text).toString('base64')]);
  const stored = given.stringData ? { ...given, stringData: undefined, data: Object.fromEntries(data) } : given;
  writeFileSync(resource, JSON.stringify(stored));
  const userInfo = { apiVersion: 'cli.kyverno.io/v1alpha1', kind: 'UserInfo', metadata: { name: 'user' } };
  writeFileSync(user, JSON.stringify({ ...userInfo, userInfo: { username, groups } }));
  const args = ['apply', asked, '--resource', resource, '--userinfo', user, '--remove-color'];
  try {
    return execFileSync(binary('kyverno'), args, {
      encoding: 'utf8',
      stdio: 'pipe',
      env: { PATH: '', HOME: directory },
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

const counts = (said: string) => /pass: \d+, fail: \d+, warn: \d+, error: \d+/.exec(said)?.[0] ?? said;
const linkOf = (name: string) => objects.find((o) => o.kind === 'Link' && o.metadata.name === name)!;
const credential = (kubeconfig: unknown, name = 'cluster-credentials-prod-eu') => ({
  ...secret(name, MC, 'mirror.linkerd.io/remote-kubeconfig'),
  stringData: { kubeconfig: JSON.stringify(kubeconfig) },
});
const good = {
  clusters: [
    { name: 'c', cluster: { server: 'https://api.prod-eu.example.com:6443', 'certificate-authority-data': 'x' } },
  ],
  contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
  users: [{ name: 'u', user: { token: 'secret' } }],
};

describe('guards for Kyverno', () => {
  it.each(['audit', 'deny'] as const)('are what a real API server takes, in mode %s', async (mode) => {
    const server = await cluster(`kyverno-${mode}`, { crds: 'none', controllers: false });
    const tree = synth(documents(mode));
    const guards = readObjects(join(tree, 'clusters/prod-us/guards/guards.yaml'));
    for (const crd of upstreamCrds('kyverno').flatMap(readObjects)) await server.kube.apply(crd);
    expect(guards.map(({ kind }) => kind)).toEqual(Array(3).fill('ValidatingPolicy'));
    for (const guard of guards) {
      // Strict: a field that the CustomResourceDefinition does not have is refused.
      await until('Kyverno to be served', async () => (await server.kube.apply(guard).catch(absent)) ?? undefined);
    }
    await server.stop();
  });

  it('let through what the fleet writes', () => {
    const asked = objects.filter(({ kind }) => ['Link', 'Service'].includes(kind));
    expect(asked.length).toBeGreaterThan(2);
    for (const object of asked)
      expect(counts(verdict(object)), object.metadata.name).toMatch(/fail: 0, warn: 0, error: 0/);
  });

  it.each(Object.entries(attacks))('refuse %s', (_, attack) => {
    expect(counts(verdict(attack(linkOf('prod-eu'))))).toMatch(/fail: 1, warn: 0, error: 0/);
  });

  it.each(Object.entries(byTheWriter))('refuse the writer %s', (_, attack) => {
    expect(counts(verdict(attack(), WRITER))).toMatch(/fail: 1, warn: 0, error: 0/);
  });

  it('let the writer write a credential that has a token and the server of the fleet', () => {
    expect(counts(verdict(credential(good), WRITER))).toBe('pass: 1, fail: 0, warn: 0, error: 0');
    expect(counts(verdict(credential(good)))).toMatch(/fail: 1/);
    expect(counts(verdict(credential({}), 'somebody', ['fleet:breakglass']))).toMatch(/fail: 0, warn: 0, error: 0/);
  });

  it('know a fleet whose list does not fit into one expression', () => {
    const [ours, ...others] = example('prod').filter((d) => d.kind === 'Service');
    const many = Array.from({ length: 3000 }, (_, i) => ({
      ...ours!,
      metadata: { ...ours!.metadata, name: `pay-${i}` },
    }));
    const large = synth([...documents('deny').filter((d) => d.kind !== 'Service'), ...others, ...many]);
    const asked = join(large, 'clusters/prod-us/guards/guards.yaml');
    const services = objectsOf(large, 'prod-us').filter(({ kind }) => kind === 'Service');
    for (const service of [services[0], services.at(-1)])
      expect(counts(verdict(service, ADMIN, [], asked))).toMatch(/pass: [1-9]\d*, fail: 0, warn: 0, error: 0/);
    const other = attacks['an unlisted member of a federation']!(linkOf('prod-eu'));
    expect(counts(verdict(other, ADMIN, [], asked))).toMatch(/fail: 1, warn: 0, error: 0/);
  });

  it('let through a file where the fleet has one: that file, and no token', () => {
    const issuer = (name: string) => ({ serviceAccountIssuer: { url: `https://oidc.example.com/${name}` } });
    const caBundle = readFileSync(join(__dirname, '../../fleets/trust/anchors.pem'), 'utf8');
    const by = documents('deny').map((d) => {
      if (d.kind === 'Fleet')
        return {
          ...d,
          spec: { ...d.spec, kubernetesVersion: '1.34', credentials: { oidc: {} }, accept: ['OIDC_ARGOCD'] },
        };
      if (d.kind !== 'Cluster') return d;
      const { name } = d.metadata;
      return { ...d, spec: { ...d.spec, ...issuer(name), apiServer: { ...d.spec.apiServer, caBundle } } };
    });
    const tree = synth(by);
    const asked = join(tree, 'clusters/prod-us/guards/guards.yaml');
    const written = objectsOf(tree, 'prod-us').filter(({ type }) => type === 'mirror.linkerd.io/remote-kubeconfig');
    expect(written.length).toBeGreaterThan(1);
    for (const own of written) {
      expect(counts(verdict(own, WRITER, [], asked))).toBe('pass: 1, fail: 0, warn: 0, error: 0');
      expect(counts(verdict(own, ADMIN, [], asked))).toMatch(/fail: 1/);
    }
    const file = (tokenFile: string) => credential({ ...good, users: [{ name: 'u', user: { tokenFile } }] });
    const own = '/var/run/secrets/linkerd-fleet.dev/prod-eu/token';
    expect(counts(verdict(file(own), WRITER, [], asked))).toBe('pass: 1, fail: 0, warn: 0, error: 0');
    for (const other of [
      file('/var/run/secrets/kubernetes.io/serviceaccount/token'),
      file(own.replace('prod-eu', 'prod-apac')),
      credential(good),
      credential({ ...good, users: [{ name: 'u', user: { tokenFile: own, token: 'x' } }] }),
      credential({ ...good, users: [{ name: 'u', user: {} }] }),
    ])
      expect(counts(verdict(other, WRITER, [], asked))).toMatch(/fail: 1, warn: 0, error: 0/);
  });

  const [first] = good.clusters;
  it.each([
    ['that runs a program', { ...good, users: [{ name: 'u', user: { exec: { command: 'sh' } } }] }],
    ['that sends a file', { ...good, users: [{ name: 'u', user: { tokenFile: '/var/run/secrets/token' } }] }],
    ['of another server', { ...good, clusters: [{ ...first, cluster: { server: 'https://evil.example' } }] }],
    [
      'that believes any server',
      { ...good, clusters: [{ ...first, cluster: { ...first!.cluster, 'insecure-skip-tls-verify': true } }] },
    ],
    ['through a proxy', { ...good, clusters: [{ ...first, cluster: { ...first!.cluster, 'proxy-url': 'http://x' } }] }],
    ['of two clusters', { ...good, clusters: [first, first] }],
  ])('refuse even the writer a kubeconfig %s', (_, kubeconfig) => {
    const said = verdict(credential(kubeconfig), WRITER);
    expect(counts(said)).toMatch(/fail: 1, warn: 0, error: 0/);
    expect(said).toContain('has more than a token, or another server than the fleet');
  });
});

function absent(error: Error): undefined {
  if (!/the server has no|404/.test(error.message)) throw error;
}
