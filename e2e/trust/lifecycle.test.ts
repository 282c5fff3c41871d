/**
 * Trust and credentials of a fleet over their whole life, by Git commits alone, over three API servers with the real cert-manager,
 * trust-manager and token controller: install, join, rotate credentials twice, rotate the anchor, revoke, remove.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, cluster } from '../rig/cluster';
import { linkerdFleet } from '../rig/fleet';
import type { KubeObject } from '../rig/kube';
import { contexts, typed } from '../rig/kubectl';
import { managers } from '../rig/managers';
import { until } from '../rig/wait';
import { brokenChains, clusterIssuer, type Held, heldBy, mintRoot, type Root } from './chains';
import { idOf, type Repository, repository } from './repository';
import { deliverCredentials, letsIn, tokenAt } from './store';

let east: Cluster;
let west: Cluster;
let south: Cluster;
let old: Root;
let fresh: Root;
let repo: Repository;
/** Clusters that are in the fleet. */
let members: readonly Cluster[];

beforeAll(async () => {
  [east, west, south] = await Promise.all([cluster('east'), cluster('west'), cluster('south')]);
  members = [east, west];
  await Promise.all([east, west, south].map(managers));
  [old, fresh] = [mintRoot('root-2024'), mintRoot('root-2027')];
  for (const one of [east, west, south]) {
    await clusterIssuer(one, 'mesh-ca-2024', old);
    await startPod(one);
  }
  repo = repository();
});

interface Settings {
  readonly topology?: string;
  readonly credentials?: string;
}

const fleetFile = ({ topology = '', credentials = '' }: Settings = {}) => `apiVersion: linkerd-fleet.dev/v1alpha1
kind: Fleet
metadata: { name: mesh }
spec:
  domain: mesh.example.com
  topology:
    - fullMesh: {}
${topology}  trust:
    anchors: [trust/2024.pem]   # the first one
    issuer: { certManager: { issuerRef: { name: mesh-ca-2024 } } }
    issuerCertificates: trust/2024.pem
  credentials: { externalSecrets: { store: links }${credentials} }
`;

const clusterFile = (name: string, block: number, more = '') => `kind: Cluster
metadata: { name: ${name} }
spec:
  network: one
  apiServer: { url: "https://api.${name}.example.com:6443" }
  podCidrs: [10.${block}.0.0/16]
  serviceCidrs: [10.${block + 100}.0.0/16]
${more}`;

/** A meshed pod as the injector would have made it now; there is no kubelet, so it only stands there. */
async function startPod({ kube }: Cluster): Promise<void> {
  const namespace = 'default';
  await kube.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } });
  const roots = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'linkerd-identity-trust-roots', namespace: 'linkerd' },
  };
  const bundle = (await kube.get(roots))?.['data']['ca-bundle.crt'] ?? '';
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace } };
  await kube.remove(pod);
  await kube.apply({
    ...pod,
    metadata: {
      ...pod.metadata,
      labels: { 'linkerd.io/control-plane-ns': 'linkerd' },
      annotations: { 'linkerd.io/trust-root-sha256': sha256(bundle) },
    },
    spec: { automountServiceAccountToken: false, containers: [{ name: 'web', image: 'web' }] },
  });
}

const sha256 = (text: string) => execFileSync('sha256sum', { input: text, encoding: 'utf8' }).slice(0, 64);

const objectIn = (one: Cluster, id: string): KubeObject =>
  repo.objects(one.name).find((object) => idOf(object) === id) ?? expect.fail(`no ${id} for ${one.name}`);

/** Waits until every member has the bundle and the issuer that the last commit says. */
async function settled(): Promise<readonly Held[]> {
  return Promise.all(
    members.map((one) =>
      until(`trust of ${one.name}`, async () => {
        const held = await heldBy(one);
        expect(held.bundle).toBe(objectIn(one, 'Bundle /linkerd-identity-trust-roots')['spec'].sources[0].inLine);
        const certificate = objectIn(one, 'Certificate linkerd/linkerd-identity-issuer');
        expect(held.issuerName).toBe(certificate['spec'].issuerRef.name);
        return held;
      }),
    ),
  );
}

/** Waits until every member reads every other one with the token that it was given last. */
async function connected(): Promise<Record<string, string>> {
  return until('credentials', async () => {
    await deliverCredentials(members);
    const tokens: Record<string, string> = {};
    for (const source of members) {
      for (const target of members.filter((other) => other !== source)) {
        const token = (await tokenAt(source, target)) ?? expect.fail(`${source.name} has no token of ${target.name}`);
        expect(await letsIn(target, token), `${source.name} at ${target.name}`).toBe(true);
        tokens[`${source.name} at ${target.name}`] = token;
      }
    }
    return tokens;
  });
}

describe('by commits alone', () => {
  it('two clusters are installed: each issuer verifies under each bundle, each reads the other', async () => {
    repo.write({
      'fleet.yaml': fleetFile(),
      'trust/2024.pem': old.certificate,
      'clusters/east.yaml': clusterFile('east', 10),
      'clusters/west.yaml': clusterFile('west', 20),
    });
    await repo.commit('install', members);
    expect(brokenChains(await settled())).toEqual([]);
    await connected();
  });

  it('a third joins', async () => {
    members = [east, west, south];
    repo.write({ 'clusters/south.yaml': clusterFile('south', 30) });
    await repo.commit('south joins', members);
    expect(brokenChains(await settled())).toEqual([]);
    expect(Object.keys(await connected())).toHaveLength(6);
  });

  it.each([2, 3])('every token is changed for the one of epoch %i, and the old ones are refused', async (epoch) => {
    const before = await connected();
    const rotate = async (credentials: string) => {
      repo.write({ 'fleet.yaml': fleetFile({ credentials: `, ${credentials}` }) });
      await repo.commit(credentials, members);
    };
    const links = () =>
      JSON.stringify(members.flatMap((one) => repo.objects(one.name).filter((o) => o.kind === 'Link')));
    const unloaded = links();
    const was = { epoch: epoch - 1, retired: epoch - 2 };
    await rotate(`epoch: ${epoch}, loaded: ${was.epoch}, retired: ${was.retired}`);
    const after = await until('the next tokens', async () => {
      const tokens = await connected();
      for (const [edge, token] of Object.entries(tokens)) expect(token, edge).not.toBe(before[edge]);
      return tokens;
    });
    expect(links()).toBe(unloaded);
    await rotate(`epoch: ${epoch}, loaded: ${epoch}, retired: ${was.retired}`);
    expect(links()).not.toBe(unloaded);
    await rotate(`epoch: ${epoch}, loaded: ${epoch}, retired: ${was.epoch}`);
    for (const target of members) {
      for (const source of members.filter((other) => other !== target)) {
        const edge = `${source.name} at ${target.name}`;
        // API servers believe a token for some seconds after its Secret is gone.
        await until(`the old token of ${edge} to be refused`, async () =>
          (await letsIn(target, before[edge]!)) ? undefined : true,
        );
        expect(await letsIn(target, after[edge]!), edge).toBe(true);
      }
    }
  });

  it('the anchor is changed in three stages, and everybody verifies everybody in each', async () => {
    for (const one of members) await clusterIssuer(one, 'mesh-ca-2027', fresh);
    repo.write({ 'trust/2027.pem': fresh.certificate });
    const to = ['--to', join(repo.fleet, 'trust/2027.pem')];
    expect(() =>
      rotate('--stage', 'issue', '--issuer-ref', 'mesh-ca-2027', '--issuer-certificates', to[1]!, ...to),
    ).toThrow('TRUST_STEP_UNSAFE');

    rotate('--stage', 'distribute', ...to, '--write');
    await repo.commit('distribute', members);
    expect(brokenChains(await settled())).toEqual([]);
    await restartedByGate(to);

    // One cluster first: the others still sign by the old one.
    rotate('--stage', 'issue', '--issuer-ref', 'mesh-ca-2027', ...to, '--cluster', 'west', '--write');
    await repo.commit('issue in west', members);
    const mixed = await settled();
    expect(new Set(mixed.map(({ issuerName }) => issuerName))).toEqual(new Set(['mesh-ca-2024', 'mesh-ca-2027']));
    expect(brokenChains(mixed)).toEqual([]);
    expect(() => rotate('--stage', 'retire', ...to)).toThrow('TRUST_STEP_UNSAFE');
    rotate('--stage', 'issue', '--issuer-ref', 'mesh-ca-2027', ...to, '--write');
    await repo.commit('issue', members);
    expect(brokenChains(await settled())).toEqual([]);
    expectIssued(to);

    rotate('--stage', 'retire', ...to, '--write');
    await repo.commit('retire', members);
    const held = await settled();
    expect(brokenChains(held)).toEqual([]);
    expect(new Set(held.map(({ bundle }) => bundle.trim()))).toEqual(new Set([fresh.certificate.trim()]));
    await restartedByGate(to);
  });

  const rotate = (...flags: readonly string[]) => linkerdFleet('rotate', 'anchor', repo.fleet, ...flags);

  interface Gate {
    readonly cluster: string;
    readonly must: string;
    readonly command: string;
    readonly shows: string;
  }

  /** The gates of the stage that the fleet is in, by what they are about. */
  function gates(to: readonly string[]): { readonly all: readonly Gate[]; about: (words: string) => readonly Gate[] } {
    const { islands } = JSON.parse(rotate(...to, '-o', 'json')) as { islands: { gates: Gate[] }[] };
    expect(islands).toHaveLength(1);
    const all = islands[0]!.gates;
    return { all, about: (words) => all.filter(({ must }) => must.includes(words)) };
  }

  /** What the command writes, run as a person would: a shell, kubectl, contexts with the names of clusters. */
  function shown({ command }: Gate): string {
    // grep ends with 1 where it finds nothing.
    return typed(`${command} || true`, contexts(members)).stdout;
  }

  /** Pods show the old bundle until they are started again, and the commands say so. */
  async function restartedByGate(to: readonly string[]): Promise<void> {
    const { about } = gates(to);
    expect(about('bundle has arrived')).toHaveLength(members.length);
    for (const gate of about('bundle has arrived')) expect(shown(gate)).toBe(`${gate.shows}  -`);
    for (const gate of about('every meshed pod')) expect(shown(gate)).toMatch(/^default +web +[0-9a-f]{64}$/);
    for (const one of members) await startPod(one);
    for (const gate of about('every meshed pod')) expect(shown(gate)).toBe('');
    for (const gate of about('control plane was started after')) expect(shown(gate)).toMatch(/\d{4}-\d\d-\d\dT/);
  }

  function expectIssued(to: readonly string[]): void {
    const { about } = gates(to);
    expect(about('cert-manager has issued')).toHaveLength(members.length);
    for (const gate of about('cert-manager has issued')) expect(shown(gate)).toBe(gate.shows);
    for (const gate of about('signed by the new CA')) expect(shown(gate)).toContain('root-2027');
  }

  it('one source is revoked in one line, and no other', async () => {
    const token = (await tokenAt(west, east))!;
    const [others] = [await connected()];
    repo.write({ 'clusters/east.yaml': clusterFile('east', 10, '  credentials: { revoked: [west] }\n') });
    await repo.commit('west may read east no longer', members);
    await until('west to be refused at east', async () => ((await letsIn(east, token)) ? undefined : true));
    expect(await letsIn(east, others['south at east']!)).toBe(true);
    expect(await letsIn(south, others['west at south']!)).toBe(true);
  });

  it('a cluster leaves, and nothing is left of it elsewhere that the fleet does not name', async () => {
    // What west holds of east goes with it: it may read it no longer.
    const drain = '    - drain: [{ source: south, both: true }, { source: west, target: east }]\n';
    const without = '    - without: [{ source: west, target: east }]\n';
    const rotated = fleetFile({ topology: drain, credentials: ', epoch: 3, loaded: 3, retired: 2' });
    repo.write({ 'fleet.yaml': now(rotated) });
    await repo.commit('drain', members);
    const links = repo.objects('west').filter(({ kind }) => kind === 'Link');
    expect(links.map(({ metadata }) => metadata.name)).toEqual(['east', 'south']);

    repo.write({ 'clusters/south.yaml': undefined, 'fleet.yaml': now(rotated.replace(drain, without)) });
    await repo.commit('south leaves', members);
    members = [east, west];
    for (const one of members) await until(`${one.name} to be clean`, () => expectNothingLeft(one));
    await until('south to have nothing but what is taken out by hand', async () => {
      expect(await leftIn(south)).toEqual(BY_HAND);
      return true;
    });
    for (const name of ['linkerd-multicluster', 'linkerd'])
      await south.kube.remove({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    await south.kube.remove({ ...TRUST, kind: 'Bundle', metadata: { name: 'linkerd-identity-trust-roots' } });
    await until('south to have nothing', async () => ((await leftIn(south)).length === 0 ? true : undefined));
    expect(brokenChains(await settled())).toEqual([]);
  });

  const TRUST = { apiVersion: 'trust.cert-manager.io/v1alpha1' };

  /** Nothing prunes the roots, nor namespaces, and cert-manager leaves the Secrets of Certificates that are gone. */
  const BY_HAND = [
    'Bundle /linkerd-identity-trust-roots',
    'ConfigMap linkerd/linkerd-identity-trust-roots',
    'Namespace /linkerd',
    'Namespace /linkerd-multicluster',
    'Secret linkerd/linkerd-identity-issuer',
    'Secret linkerd/linkerd-policy-validator-k8s-tls',
    'Secret linkerd/linkerd-proxy-injector-k8s-tls',
    'Secret linkerd/linkerd-sp-validator-k8s-tls',
    'Secret linkerd/linkerd-webhooks-ca',
  ];

  /** The fleet as the rotation left it. */
  const now = (text: string) =>
    text
      .replace('[trust/2024.pem]   # the first one', '[trust/2027.pem]')
      .replace('mesh-ca-2024', 'mesh-ca-2027')
      .replace('issuerCertificates: trust/2024.pem', 'issuerCertificates: trust/2027.pem');

  const KINDS = [
    ['v1', 'Secret'],
    ['v1', 'ConfigMap'],
    ['v1', 'ServiceAccount'],
    ['cert-manager.io/v1', 'Certificate'],
    ['cert-manager.io/v1', 'Issuer'],
    ['external-secrets.io/v1', 'ExternalSecret'],
    ['external-secrets.io/v1alpha1', 'PushSecret'],
    ['multicluster.linkerd.io/v1alpha3', 'Link'],
  ] as const;

  /** Objects in the namespaces of Linkerd, and those of a whole cluster that fleets write, by kind and name. */
  async function leftIn({ kube }: Cluster): Promise<string[]> {
    const all: KubeObject[] = [];
    for (const namespace of ['linkerd', 'linkerd-multicluster']) {
      for (const [apiVersion, kind] of KINDS) all.push(...(await kube.list(apiVersion, kind, namespace)));
    }
    all.push(...(await kube.list('trust.cert-manager.io/v1alpha1', 'Bundle')));
    const namespaces = await kube.list('v1', 'Namespace');
    all.push(...namespaces.filter(({ metadata }) => metadata.name.startsWith('linkerd')));
    const bindings = await kube.list('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding');
    all.push(...bindings.filter(({ metadata }) => metadata.name.startsWith('linkerd')));
    return all.map(idOf).sort();
  }

  /** What is there is in the tree, or was made of something in it. */
  async function expectNothingLeft(one: Cluster): Promise<true> {
    const written = repo.objects(one.name);
    const made = written.flatMap((object) => {
      const { spec, metadata } = object;
      if (object.kind === 'Certificate') return [`Secret ${metadata.namespace}/${spec.secretName}`];
      if (object.kind === 'ExternalSecret') return [`Secret ${metadata.namespace}/${spec.target.name}`];
      return object.kind === 'Bundle' ? [`ConfigMap linkerd/${metadata.name}`] : [];
    });
    const named = new Set([...written.map(idOf), ...made]);
    expect((await leftIn(one)).filter((id) => !named.has(id))).toEqual([]);
    return true;
  }
});
