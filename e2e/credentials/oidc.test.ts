/**
 * Links without a token that lasts, between real API servers: each is the issuer of its own tokens, and takes those of others by
 * the file that synth writes.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Cluster, cluster } from '../rig/cluster';
import { type Document, objectsOf, synth } from '../rig/fleet';
import { type KubeObject, kube } from '../rig/kube';
import { scratch } from '../rig/processes';
import { binary } from '../rig/tools';
import { until } from '../rig/wait';

const NAMES = ['east', 'west', 'north'] as const;
type Name = (typeof NAMES)[number];
const MC = 'linkerd-multicluster';
const DISCOVERY = 'system:service-account-issuer-discovery';

const API = { apiVersion: 'linkerd-fleet.dev/v1alpha1' };

const servers = {} as Record<Name, Cluster>;
const configs = {} as Record<Name, string>;
let tree: string;

/** East and west hold Links to each other, north to west. Of west a release is said that has only the first version of the file. */
function documents(revoked: readonly string[] = []): Document[] {
  return [
    {
      ...API,
      kind: 'Fleet',
      metadata: { name: 'oidc' },
      spec: {
        domain: 'mesh.example.com',
        network: 'one',
        topology: {
          edges: [
            { source: 'east', target: 'west', both: true },
            { source: 'north', target: 'west' },
          ],
        },
        trust: { anchors: readFileSync(join(__dirname, '../../fleets/trust/anchors.pem'), 'utf8') },
        credentials: { oidc: {} },
        accept: revoked.length > 0 ? ['CREDENTIALS_REVOKED'] : [],
      },
    },
    ...NAMES.map((name, i): Document => {
      const { url, ca } = servers[name];
      return {
        kind: 'Cluster',
        metadata: { name },
        spec: {
          apiServer: { url: url.replace('127.0.0.1', '10.0.0.1'), caBundle: ca },
          serviceAccountIssuer: { url, certificateAuthority: ca },
          podCidrs: [`10.${10 * (i + 1)}.0.0/16`],
          kubernetesVersion: name === 'west' ? '1.33' : '1.34',
          credentials: { revoked },
        },
      };
    }),
  ];
}

/** Puts the file of a target where its API server looks, as a whole. */
function configure(name: Name, from: string): void {
  const written = readFileSync(join(from, `clusters/${name}/linkerd-multicluster/authentication-config.yaml`));
  writeFileSync(`${configs[name]}.new`, written);
  renameSync(`${configs[name]}.new`, configs[name]);
}

beforeAll(async () => {
  await Promise.all(
    NAMES.map(async (name) => {
      configs[name] = join(scratch(`config-${name}`), 'authentication.yaml');
      const none = { apiVersion: 'apiserver.config.k8s.io/v1', kind: 'AuthenticationConfiguration', jwt: [] };
      writeFileSync(configs[name], JSON.stringify(none));
      const flags = [`--authentication-config=${configs[name]}`];
      servers[name] = await cluster(name, { crds: 'none', controllers: false, ownIssuer: true, flags });
      const { kube: client } = servers[name];
      await client.apply({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRoleBinding',
        metadata: { name: 'issuer-discovery' },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: DISCOVERY },
        subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'system:unauthenticated' }],
      });
      for (const namespace of [MC, 'linkerd'])
        await client.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
    }),
  );
  tree = synth(documents());
  for (const name of ['east', 'west'] as const) {
    configure(name, tree);
    for (const object of objectsOf(tree, name))
      if (/^linkerd-link-/.test(object.metadata.name)) await servers[name].kube.apply(object);
  }
});

interface Asked {
  readonly account?: string;
  readonly namespace?: string;
  readonly audience?: string;
}

/** A token as the kubelet asks for it. */
async function token(source: Name, { account = '', namespace = MC, audience }: Asked): Promise<string> {
  const { kube: client } = servers[source];
  await client.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: account, namespace } });
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`;
  const spec = { expirationSeconds: 3600, ...(audience === undefined ? {} : { audiences: [audience] }) };
  const answer = await client.call('POST', path, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec,
  });
  return (answer as { status: { token: string } }).status.token;
}

/** What the target answers to a token: the status. */
async function answer(target: Name, bearer: string, path = '/api/v1/services', method = 'GET'): Promise<number> {
  const { url, ca } = servers[target];
  try {
    await kube({ url, ca, token: bearer }).call(method, path);
    return 200;
  } catch (error) {
    return (error as { status: number }).status;
  }
}

const audienceOf = (target: Name) => `link.linkerd-fleet.dev/${target}`;
const mirror = (source: Name, target: Name) =>
  token(source, { account: `controller-${target}`, audience: audienceOf(target) });

/** The file has been read, and the issuer been asked for its keys. */
const linked = (source: Name, target: Name) =>
  until(`${target} to take tokens of ${source}`, async () =>
    (await answer(target, await mirror(source, target))) === 200 ? true : undefined,
  );

describe('a target', () => {
  it.each([
    ['west', 'east', 'v1'],
    ['east', 'west', 'v1beta1'],
    ['north', 'west', 'v1beta1'],
  ] as const)(
    'takes the mirror controller and destination of a source: %s to %s, by a file of %s',
    async (source, target, version) => {
      expect(readFileSync(configs[target], 'utf8')).toContain(`apiserver.config.k8s.io/${version}\n`);
      await linked(source, target);
      const destination = { account: 'linkerd-destination', namespace: 'linkerd', audience: audienceOf(target) };
      for (const bearer of [await mirror(source, target), await token(source, destination)]) {
        expect(await answer(target, bearer)).toBe(200);
        expect(await answer(target, bearer, '/api/v1/pods')).toBe(200);
        expect(await answer(target, bearer, '/api/v1/secrets')).toBe(403);
        expect(await answer(target, bearer, `/api/v1/namespaces/${MC}`, 'DELETE')).toBe(403);
      }
    },
  );

  it('knows who it is by the name of the source, in no group of Kubernetes but that of everybody', async () => {
    await linked('west', 'east');
    const { url, ca } = servers.east;
    const client = kube({ url, ca, token: await mirror('west', 'east') });
    const review = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' };
    const { status } = (await client.call('POST', '/apis/authentication.k8s.io/v1/selfsubjectreviews', review)) as {
      status: { userInfo: { username: string; groups: string[] } };
    };
    expect(status.userInfo.username).toBe(`link:west:system:serviceaccount:${MC}:controller-east`);
    expect(status.userInfo.groups).toEqual(['system:authenticated']);
  });

  it('refuses every other token', async () => {
    await Promise.all([linked('west', 'east'), linked('north', 'west')]);
    const [account, audience] = ['controller-east', audienceOf('east')];
    const refused = {
      'for the API server of the source': await token('west', { account }),
      'for another target': await token('west', { account, audience: audienceOf('west') }),
      'of another account': await token('west', { account: 'default', audience }),
      'of that name in another namespace': await token('west', { account, namespace: 'linkerd', audience }),
      'of a mirror controller for another target': await token('west', { account: 'controller-north', audience }),
      'of a cluster that has no Link here': await token('north', { account, audience }),
      'of itself, for that audience': await token('east', { account, audience }),
    };
    for (const [what, bearer] of Object.entries(refused))
      expect([what, await answer('east', bearer)]).toEqual([what, 401]);
  });

  it('is no way back: the source does not take what the target was shown', async () => {
    await linked('west', 'east');
    const shown = await mirror('west', 'east');
    for (const name of NAMES) expect(await answer(name, shown)).toBe(name === 'east' ? 200 : 401);
  });
});

describe('a source', () => {
  it('reads its target by the Secret that is written, with the token in the file that it names', async () => {
    await linked('west', 'east');
    const secrets = objectsOf(tree, 'west').filter(({ kind }) => kind === 'Secret');
    expect(secrets).toHaveLength(2);
    for (const secret of secrets) {
      await servers.west.kube.apply(secret);
      const stored = (await servers.west.kube.get(secret)) as KubeObject;
      const text = Buffer.from(stored['data'].kubeconfig, 'base64').toString();
      const { tokenFile } = parse(text).users[0].user;
      const directory = scratch('reader');
      const [file, bearer] = [join(directory, 'kubeconfig'), join(directory, 'token')];
      // The one directory that a test may not write to, and an address that no fleet may have.
      writeFileSync(file, text.replace(tokenFile, bearer).replace('10.0.0.1', '127.0.0.1'));
      const account = secret.metadata.namespace === MC ? 'controller-east' : 'linkerd-destination';
      writeFileSync(
        bearer,
        await token('west', { account, namespace: secret.metadata.namespace, audience: audienceOf('east') }),
      );
      expect(kubectl('--kubeconfig', file, 'get', 'services', '-A', '-o', 'name')).toContain('service/kubernetes');
      writeFileSync(bearer, await token('west', { account, namespace: secret.metadata.namespace }));
      expect(() => kubectl('--kubeconfig', file, 'get', 'services', '-A', '-o', 'name')).toThrow(
        /Unauthorized|logged in/,
      );
    }
  });

  it.each([
    ['linkerd-multicluster', 'controller-east', 'controller'],
    ['linkerd-control-plane', 'linkerd-destination', 'destination'],
  ])(
    'has the volume in the Deployment of %s by kustomize, and an API server takes it',
    async (chart, name, container) => {
      const directory = scratch('kustomize');
      cpSync(join(tree, `clusters/west/${chart}/token-files`), join(directory, 'token-files'), { recursive: true });
      mkdirSync(join(directory, 'chart'));
      const namespace = chart === 'linkerd-multicluster' ? MC : 'linkerd';
      writeFileSync(join(directory, 'chart/deployment.yaml'), JSON.stringify(deployment(name, namespace, container)));
      writeFileSync(
        join(directory, 'chart/kustomization.yaml'),
        JSON.stringify({ resources: ['deployment.yaml'], components: ['../token-files'] }),
      );
      const made = parse(kubectl('kustomize', join(directory, 'chart')));
      await servers.west.kube.apply(made);
      const { containers, volumes } = made.spec.template.spec;
      const [reader, proxy] = containers;
      expect(reader.volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath).sort()).toEqual([
        '/var/run/secrets/kubernetes.io/serviceaccount',
        '/var/run/secrets/linkerd-fleet.dev',
      ]);
      expect(proxy.volumeMounts).toBeUndefined();
      const tokens = volumes.find(({ name }: { name: string }) => name === 'linkerd-fleet-tokens');
      expect(tokens.projected.sources[0].serviceAccountToken).toEqual({
        audience: audienceOf('east'),
        expirationSeconds: 3600,
        path: 'east/token',
      });
    },
  );
});

describe('a source that is revoked', () => {
  it('is shut out by the binding at once, and by the file, while the others stay', async () => {
    await Promise.all([linked('east', 'west'), linked('north', 'west')]);
    const after = synth(documents(['north']));
    const binding = objectsOf(after, 'west').find(
      ({ kind, metadata }) => kind === 'ClusterRoleBinding' && metadata.name === 'linkerd-link-reader',
    );
    await servers.west.kube.apply(binding);
    const gone = await mirror('north', 'west');
    await until('north to be nobody', async () => ((await answer('west', gone)) === 403 ? true : undefined));
    expect(await answer('west', await mirror('east', 'west'))).toBe(200);
    configure('west', after);
    await until('north to be refused', async () => ((await answer('west', gone)) === 401 ? true : undefined));
    expect(await answer('west', await mirror('east', 'west'))).toBe(200);
  });
});

const kubectl = (...args: readonly string[]): string =>
  execFileSync(binary('kubectl'), args, { encoding: 'utf8', stdio: 'pipe', env: { HOME: scratch('home'), PATH: '' } });

/** As the charts have it: a reader with a volume of its own, and beside it another container. */
function deployment(name: string, namespace: string, container: string): object {
  const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount';
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      selector: { matchLabels: { a: 'b' } },
      template: {
        metadata: { labels: { a: 'b' } },
        spec: {
          automountServiceAccountToken: false,
          containers: [
            { name: container, image: 'i', volumeMounts: [{ mountPath, name: 'kube-api-access', readOnly: true }] },
            { name: 'other', image: 'i' },
          ],
          volumes: [{ name: 'kube-api-access', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }],
        },
      },
    },
  };
}
