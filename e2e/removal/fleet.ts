/** A fleet over real API servers, delivered and pruned as Argo CD does, with mirror controllers that are played here. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../rig/cluster';
import { type Document, linkerdFleet, objectsOf } from '../rig/fleet';
import type { Kube, KubeObject } from '../rig/kube';
import { scratch } from '../rig/processes';

const MC = 'linkerd-multicluster';
const CLUSTER = 'mirror.linkerd.io/cluster-name';
const REMOTE = 'multicluster.linkerd.io/remote-discovery';

/** A description in a Git repository, and what of it was delivered. */
export interface Delivered {
  /** Directory of the repository; the description is `fleet.json` in it. */
  readonly directory: string;
  readonly description: string;
  readonly describe: (documents: readonly Document[]) => void;
  readonly commit: () => void;
  /** Applies the trees of the description, and in the clusters of the fleet deletes what they no longer have. */
  readonly deliver: () => Promise<void>;
}

/** An empty repository over some clusters. */
export function delivered(servers: readonly Cluster[]): Delivered {
  const directory = scratch('removal');
  const description = join(directory, 'fleet.json');
  const git = (...args: string[]) =>
    void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-C', directory, ...args]);
  git('init', '-q');
  const before = new Map<string, readonly KubeObject[]>();
  return {
    directory,
    description,
    describe: (items) => writeFileSync(description, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, null, 1)),
    commit: () => {
      git('add', 'fleet.json');
      git('commit', '-qm', 'next');
    },
    deliver: async () => {
      const tree = join(scratch('tree'), 'dist');
      linkerdFleet('synth', description, '--out', tree);
      const names: string[] = JSON.parse(linkerdFleet('compile', description))
        .items.filter(({ kind }: Document) => kind === 'Cluster')
        .map(({ metadata }: Document) => metadata.name);
      // The Applications of a cluster that left find no path, and delete nothing.
      for (const server of servers.filter(({ name }) => names.includes(name))) {
        const now = objectsOf(tree, server.name);
        await pruned(server, before.get(server.name) ?? [], now);
        before.set(server.name, now);
      }
    },
  };
}

async function pruned({ kube }: Cluster, before: readonly KubeObject[], now: readonly KubeObject[]): Promise<void> {
  for (const object of now) await kube.apply(object);
  const id = ({ kind, metadata }: KubeObject) => `${kind} ${metadata.namespace}/${metadata.name}`;
  const kept = new Set(now.map(id));
  const stays = ({ metadata }: KubeObject) =>
    metadata.annotations?.['argocd.argoproj.io/sync-options']?.includes('Prune=false') ?? false;
  for (const object of before) if (!kept.has(id(object)) && !stays(object)) await kube.remove(object);
}

/**
 * The mirror controllers of all clusters, once around: what the real ones make of a Link, and take away when its selectors match
 * nothing. Without its Link, nobody touches what they have made.
 */
export async function mirror(servers: readonly Cluster[]): Promise<void> {
  for (const { kube } of servers) {
    const links = await kube.list('multicluster.linkerd.io/v1alpha3', 'Link');
    const namespaces = new Set((await kube.list('v1', 'Namespace')).map(({ metadata }) => metadata.name));
    const members = new Map<string, string[]>();
    for (const { metadata, spec } of links) {
      const target = servers.find(({ name }) => name === metadata.name)!;
      const services = (await target.kube.list('v1', 'Service')).filter((one) =>
        namespaces.has(one.metadata.namespace!),
      );
      await mirrorLink(kube, metadata.name, services.filter(selected(spec, 'selector', 'remoteDiscoverySelector')));
      for (const one of services.filter(selected(spec, 'federatedServiceSelector')))
        members.set(idOf(one), [...(members.get(idOf(one)) ?? []), `${one.metadata.name}@${metadata.name}`]);
      const lease = { name: `service-mirror-write-${metadata.name}`, namespace: MC };
      await kube.apply({ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: lease });
    }
    await federate(kube, new Set(links.map(({ metadata }) => metadata.name)), members);
  }
}

const idOf = ({ metadata }: KubeObject): string => `${metadata.namespace}/${metadata.name}`;

/** Whether one of the selectors of a Link takes a Service. */
const selected =
  (spec: KubeObject['spec'], ...fields: string[]) =>
  ({ metadata }: KubeObject): boolean =>
    fields.some((field) => {
      const labels = Object.entries(spec[field]?.matchLabels ?? {});
      return labels.length > 0 && labels.every(([key, value]) => metadata.labels?.[key] === value);
    });

async function mirrorLink(kube: Kube, target: string, services: readonly KubeObject[]): Promise<void> {
  const wanted = new Set(services.map((one) => `${idOf(one)}-${target}`));
  for (const one of await kube.list('v1', 'Service'))
    if (one.metadata.labels?.[CLUSTER] === target && !wanted.has(idOf(one))) await kube.remove(one);
  for (const { metadata, spec } of services) {
    const labels = { [CLUSTER]: target, 'mirror.linkerd.io/mirrored-service': 'true' };
    const mirrored = { name: `${metadata.name}-${target}`, namespace: metadata.namespace, labels };
    const ports = spec.ports.map(({ name, port }: { name?: string; port: number }) => ({ name, port }));
    await kube.apply({ apiVersion: 'v1', kind: 'Service', metadata: mirrored, spec: { ports } });
  }
}

/** Federated Services with the members of each; those over Links that are gone stay, as they do in truth. */
async function federate(kube: Kube, links: ReadonlySet<string>, members: ReadonlyMap<string, string[]>): Promise<void> {
  const services = await kube.list('v1', 'Service');
  const own = services.filter(({ metadata }) => metadata.labels?.['mirror.linkerd.io/federated'] === 'member');
  const there = new Map(services.map((one) => [idOf(one), one]));
  for (const id of new Set([...members.keys(), ...own.map(idOf)])) {
    const before = there.get(`${id}-federated`)?.metadata.annotations?.[REMOTE] ?? '';
    const ghosts = before.split(',').filter((one) => one !== '' && !links.has(one.slice(one.indexOf('@') + 1)));
    const all = [...ghosts, ...(members.get(id) ?? [])];
    const [namespace, name] = id.split('/');
    const annotations = {
      ...(all.length > 0 ? { [REMOTE]: all.join(',') } : {}),
      ...(own.some((one) => idOf(one) === id) ? { 'multicluster.linkerd.io/local-discovery': name } : {}),
    };
    const labels = { 'mirror.linkerd.io/mirrored-service': 'true' };
    const metadata = { name: `${name}-federated`, namespace, labels, annotations };
    await kube.apply({ apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ port: 80 }] } });
  }
}
