/** Linkerd's own CLI: what it makes of the same facts, and how it asks an extension. */
import { execFileSync, spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, cluster } from '../rig/cluster';
import { objectsOf, synth, waveOf } from '../rig/fleet';
import type { KubeObject } from '../rig/kube';
import { RUN, scratch } from '../rig/processes';
import { until } from '../rig/wait';
import { CHARTS, type Chart, CLI, exampleAt, objectsIn, RELEASES, rendered } from './given';

const BIN = join(__dirname, '../../bin/linkerd-fleet.js');
/** The CLI speaks of the newest Links; older ones are like them but for their version. */
const RELEASE = RELEASES.at(-1)!;
const [SOURCE, TARGETS] = ['prod-us', ['prod-apac', 'prod-eu']] as const;

let tree: string;
let description: string;
const targets = new Map<string, Cluster>();

function linkerd(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(CLI!, args, {
    encoding: 'utf8',
    cwd: RUN,
    env: { HOME: RUN, PATH: process.env['PATH'], ...env },
  });
  return { status, stdout, stderr };
}

/** A target as a person finds it who runs link-gen: charts applied, gateway with an address. */
async function target(name: string): Promise<Cluster> {
  const server = await cluster(name, { crds: 'platform' });
  const ours = objectsOf(tree, name);
  const charts = (Object.keys(CHARTS) as Chart[]).flatMap((chart) => {
    const namespace = chart === 'linkerd-multicluster' ? 'linkerd-multicluster' : 'linkerd';
    return objectsIn(rendered(RELEASE, chart, namespace, join(tree, 'clusters', name, chart, 'values.yaml')));
  });
  const isFirst = ({ kind }: KubeObject) => kind === 'Namespace' || kind === 'CustomResourceDefinition';
  const wanted = [
    ...ours.filter(isFirst),
    ...charts.filter(isFirst),
    ...charts,
    ...ours.sort((a, b) => waveOf(a) - waveOf(b)),
  ];
  for (const object of wanted) {
    // Nothing of Linkerd runs here that would answer a webhook; a Service of somebody else is not there.
    if (object.kind.endsWith('WebhookConfiguration') || (object.kind === 'Service' && !object['spec']?.ports)) continue;
    await until(`${object.kind} ${object.metadata.name}`, () => server.kube.apply(object), { seconds: 15 });
  }
  const gateway = charts.find(({ kind, metadata }) => kind === 'Service' && metadata.name === 'linkerd-gateway')!;
  const ingress = [{ hostname: `gateway.${name}.example.com` }];
  await server.kube.patch(gateway, { status: { loadBalancer: { ingress } } }, 'status');
  return server;
}

beforeAll(async () => {
  const documents = exampleAt('prod', RELEASE);
  description = join(scratch('fleet'), 'fleet.json');
  writeFileSync(description, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: documents }));
  tree = synth(documents);
  for (const name of TARGETS) targets.set(name, await target(name));
});

const linkTo = (name: string) =>
  objectsOf(tree, SOURCE).find(({ kind, metadata }) => kind === 'Link' && metadata.name === name)!;

describe('linkerd multicluster link-gen', () => {
  it.each(TARGETS)('makes the Link to %s that the fleet writes', async (name) => {
    const ours = linkTo(name);
    const generated = linkGen(name, ours);
    const theirs = generated.find(({ kind }) => kind === 'Link')!;
    expect([theirs.apiVersion, theirs.metadata.name]).toEqual([ours.apiVersion, ours.metadata.name]);
    // The API server fills in what the CLI leaves out, and both say the same then.
    const server = targets.get(name)!;
    const asStored = async (object: KubeObject) => {
      const namespace = 'parity';
      await server.kube.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
      const { spec } = await server.kube.apply({
        ...object,
        status: undefined,
        metadata: { name: object.metadata.name, namespace },
      });
      await server.kube.remove({ ...object, metadata: { name: object.metadata.name, namespace } });
      return spec;
    };
    const [written, printed] = [await asStored(ours), await asStored(theirs)];
    // Across networks no pod can be reached: a fleet leaves out the selectors that need that. The CLI knows no networks.
    const { federatedServiceSelector, remoteDiscoverySelector, ...reachable } = printed;
    const isFlat = written.gatewayAddress === undefined;
    expect(withoutExcluded(written)).toEqual(withoutExcluded(isFlat ? printed : reachable));
    if (!isFlat) expect([federatedServiceSelector, remoteDiscoverySelector]).not.toContain(undefined);
  });

  it.each(TARGETS)('makes the Secrets of %s with the type, labels and annotations that the fleet asks for', (name) => {
    const secrets = linkGen(name, linkTo(name)).filter(({ kind }) => kind === 'Secret');
    const ours = objectsOf(tree, SOURCE).filter(
      ({ kind, metadata }) => kind === 'ExternalSecret' && metadata.name === `cluster-credentials-${name}`,
    );
    expect(ours.length).toBeGreaterThan(0);
    for (const { metadata, spec } of ours) {
      const theirs = secrets.find((secret) => secret.metadata.namespace === metadata.namespace)!;
      const { type, metadata: made = {} } = spec.target.template;
      expect(type).toBe(theirs['type']);
      expect(made.labels ?? {}).toEqual(theirs.metadata.labels ?? {});
      expect(made.annotations ?? {}).toMatchObject(theirs.metadata.annotations ?? {});
    }
  });
});

const withoutExcluded = ({ excludedLabels, excludedAnnotations, ...spec }: Record<string, unknown>) => spec;

function linkGen(name: string, { spec }: KubeObject): KubeObject[] {
  const flat = spec.gatewayAddress === undefined;
  const args = ['multicluster', 'link-gen', '--kubeconfig', targets.get(name)!.kubeconfig, '--cluster-name', name];
  const account = ['--service-account-name', `linkerd-link-${SOURCE}`];
  const address = ['--api-server-address', `https://api.${name}.example.com:6443`];
  const { status, stdout, stderr } = linkerd([...args, ...account, ...address, ...(flat ? ['--gateway=false'] : [])]);
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return objectsIn(stdout);
}

interface Checks {
  readonly categories?: readonly { readonly categoryName: string; readonly checks: readonly unknown[] }[];
}

describe('linkerd check', () => {
  it('asks the fleet, and shows what it says', () => {
    const path = scratch('path');
    symlinkSync(BIN, join(path, 'linkerd-fleet'));
    const env = { PATH: `${path}:${process.env['PATH']}`, LINKERD_FLEET: description };
    const args = ['check', '--kubeconfig', targets.get('prod-apac')!.kubeconfig, '--wait', '1s', '--output', 'json'];
    const { stdout } = linkerd(args, env);
    // One document of the CLI's own checks, and one of the extensions'.
    const documents = stdout.split(/\n(?=\{)/).map((text) => JSON.parse(text) as Checks);
    const categories = documents.flatMap((document) => document.categories ?? []);
    expect(categories.find(({ categoryName }) => categoryName === 'linkerd-fleet')?.checks).toEqual([
      expect.objectContaining({ description: 'fleet prod is right', result: 'success' }),
    ]);
  });

  it('runs the command as a part of itself', () => {
    const path = scratch('path');
    symlinkSync(BIN, join(path, 'linkerd-fleet'));
    const { status, stdout } = linkerd(['fleet', '--version'], { PATH: `${path}:${process.env['PATH']}` });
    const own = execFileSync(process.execPath, [BIN, '--version'], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: own });
  });
});
