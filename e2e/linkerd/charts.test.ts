/** Linkerd's own charts, with the values of both example fleets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Cluster, cluster } from '../rig/cluster';
import { objectsOf, synth, waveOf } from '../rig/fleet';
import type { KubeObject } from '../rig/kube';
import { until } from '../rig/wait';
import { CHARTS, type Chart, exampleAt, objectsIn, RELEASES, type Release, rendered, textOf, valuesOf } from './given';

const NAMES = Object.keys(CHARTS) as Chart[];

/** Clusters whose values are looked at: helm takes its time for each. */
const SOME = { prod: 3, global: 4 } as const;

interface Member {
  readonly tree: string;
  readonly name: string;
}

const trees = new Map<string, string>();

function treeOf(release: Release, fleet: 'prod' | 'global'): string {
  const key = `${release} ${fleet}`;
  const tree = trees.get(key) ?? synth(exampleAt(fleet, release));
  trees.set(key, tree);
  return tree;
}

function membersOf(release: Release, fleet: 'prod' | 'global'): Member[] {
  const names = exampleAt(fleet, release).flatMap(({ kind, metadata }) => (kind === 'Cluster' ? [metadata.name] : []));
  const every = Math.ceil(names.length / SOME[fleet]);
  return names.filter((_, i) => i % every === 0).map((name) => ({ tree: treeOf(release, fleet), name }));
}

const valuesFile = ({ tree, name }: Member, chart: Chart) => join(tree, 'clusters', name, chart, 'values.yaml');
const parametersOf = ({ tree, name }: Member) =>
  JSON.parse(readFileSync(join(tree, 'clusters', name, 'cluster.json'), 'utf8'));

/** The chart as Argo CD renders it for the cluster. */
const manifestsOf = (release: Release, member: Member, chart: Chart) =>
  rendered(release, chart, parametersOf(member).linkerd[CHARTS[chart]], valuesFile(member, chart));

/** Paths that the chart has no value for. What is empty there is for the user to fill. */
function unknownIn(ours: unknown, theirs: unknown, path = ''): string[] {
  if (!isMap(ours) || !isMap(theirs) || Object.keys(theirs).length === 0) return [];
  return Object.entries(ours).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return key in theirs ? unknownIn(value, theirs[key], at) : [at];
  });
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

it('LINKERD_CHARTS has a release to try', () => {
  expect(RELEASES.length).toBeGreaterThan(0);
});

describe.each(RELEASES)('the charts of %s', (release) => {
  const members = [...membersOf(release, 'prod'), ...membersOf(release, 'global')];

  it.each(NAMES)('%s has every value that a fleet writes', (chart) => {
    const theirs = valuesOf(release, chart);
    const unknown = members.flatMap((m) => unknownIn(parse(readFileSync(valuesFile(m, chart), 'utf8')), theirs));
    const text = textOf(release, chart);
    // Some are in no values.yaml: those of high availability, and those with a default in a template.
    expect([...new Set(unknown)].filter((path) => !new RegExp(`(?:^|\\.Values\\.)${path}\\b`, 'm').test(text))).toEqual(
      [],
    );
  });

  it.each(NAMES)('%s renders the same each time, and mints nothing', (chart) => {
    for (const member of members) {
      const text = manifestsOf(release, member, chart);
      expect(manifestsOf(release, member, chart), member.name).toBe(text);
      expect(text).not.toMatch(/BEGIN [A-Z ]*PRIVATE KEY/);
      const types = objectsIn(text).flatMap((o) => (o.kind === 'Secret' ? [o['type']] : []));
      expect(types).not.toContain('kubernetes.io/tls');
    }
  });

  it('give a cluster its trust domain and its cluster domain', () => {
    for (const member of members) {
      const config = objectsIn(manifestsOf(release, member, 'linkerd-control-plane')).find(
        ({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'linkerd-config',
      );
      const values = parse(config!['data'].values);
      const ours = parse(readFileSync(valuesFile(member, 'linkerd-control-plane'), 'utf8'));
      expect(values.identityTrustDomain).toMatch(/\./);
      expect(values.identityTrustDomain).toBe(ours.identityTrustDomain);
    }
  });

  it('give each Link its controller', () => {
    for (const member of members) {
      const links = objectsOf(member.tree, member.name).filter(({ kind }) => kind === 'Link');
      const all = [
        ...objectsIn(manifestsOf(release, member, 'linkerd-multicluster')),
        ...objectsOf(member.tree, member.name),
      ];
      const mirrors = all.filter(
        ({ kind, metadata }) => kind === 'Deployment' && metadata.labels?.['mirror.linkerd.io/cluster-name'],
      );
      const names = mirrors.map(({ metadata }) => metadata.labels!['mirror.linkerd.io/cluster-name']).sort();
      expect(names, member.name).toEqual(links.map(({ metadata }) => metadata.name).sort());
    }
  });

  it('bring the CRDs that take everything the fleet writes', async () => {
    const member = members[0]!;
    // Without controllers and webhooks: nothing of Linkerd runs here.
    const server = await cluster(`linkerd-${release}`, { crds: 'platform', controllers: false });
    const ours = objectsOf(member.tree, member.name);
    await applyAll(
      server,
      ours.filter(({ kind }) => kind === 'Namespace'),
    );
    const charts = NAMES.flatMap((chart) => objectsIn(manifestsOf(release, member, chart)));
    const kinds = (objects: readonly KubeObject[], isCrd: boolean) =>
      objects.filter(
        ({ kind }) => (kind === 'CustomResourceDefinition') === isCrd && !kind.endsWith('WebhookConfiguration'),
      );
    await applyAll(server, kinds(charts, true));
    await applyAll(server, kinds(charts, false));
    await applyAll(server, ours);
    const links = await server.kube.list(ours.find(({ kind }) => kind === 'Link')!.apiVersion, 'Link');
    expect(links.length).toBe(ours.filter(({ kind }) => kind === 'Link').length);
    await server.stop();
  });
});

/** In the order of sync waves. A CRD is served a moment after it was taken. */
async function applyAll({ kube }: Cluster, objects: readonly KubeObject[]): Promise<void> {
  const ofOthers = ({ kind, spec }: KubeObject) => kind === 'Service' && spec?.ports === undefined;
  for (const object of [...objects].sort((a, b) => waveOf(a) - waveOf(b))) {
    if (ofOthers(object)) continue;
    await until(`${object.kind} ${object.metadata.name} to be taken`, () => kube.apply(object), { seconds: 15 });
  }
}
