/** Rotations and revocations as bytes: what changes from one edit to the next, and in which directories. */
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { ClusterSpec, Credentials } from '../../lib/fleet/spec';
import { open, render } from '../../lib/project';

const spec = (block: number): ClusterSpec => ({
  network: 'one',
  podCidrs: [`10.${block}.0.0/16`],
  apiServer: { url: 'https://api.example.com' },
});

/** Files of a mesh of east, north and west, as `cluster/path`; east says `credentials`. */
function tree(credentials: Credentials, west: ClusterSpec = {}): ReadonlyMap<string, string> {
  const clusters = { east: { ...spec(10), credentials }, north: spec(20), west: { ...spec(30), ...west } };
  const fleet = { domain: 'd.example', topology: { fullMesh: {} }, credentials: { externalSecrets: { store: 's' } } };
  const raws = [
    { value: { apiVersion: 'linkerd-fleet.dev/v1alpha1', kind: 'Fleet', metadata: { name: 'f' }, spec: fleet } },
    ...Object.entries(clusters).map(([name, own]) => ({ value: { kind: 'Cluster', metadata: { name }, spec: own } })),
  ];
  const project = open({ raws, readFile: () => ({ issues: [] }), attachments: [], issues: [] });
  return new Map(
    [...project.fleet.clusters.values()].flatMap((cluster) =>
      render(project, cluster).map(({ path, text }) => [`${cluster.name}/${path}`, text] as const),
    ),
  );
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
}

/** Lines that the second text has and the first has not. */
const added = (before = '', after = '') => {
  const old = before.split('\n');
  return after
    .split('\n')
    .filter((line) => !old.includes(line))
    .map((line) => line.trim());
};

const objects = (text = '') => parseAllDocuments(text).map((document) => document.toJSON());
const named = (text: string | undefined, kind: string) =>
  objects(text)
    .filter((object) => object?.kind === kind)
    .map((object) => object.metadata.name as string);

/** Accounts that may read, as the binding has them. */
const readers = (text: string | undefined): string[] =>
  (objects(text).find(({ kind }) => kind === 'ClusterRoleBinding').subjects ?? []).map(
    ({ name }: { name: string }) => name,
  );

const settled = tree({});
const minted = tree({ sources: { west: { epoch: 2 } } });
const loaded = tree({ sources: { west: { epoch: 2, loaded: 2 } } });
const retired = tree({ sources: { west: { epoch: 2, retired: 1 } } });

describe('a rotation of one Link', () => {
  it('mints a second token beside the first and pushes it under the same key; the source has nothing to change', () => {
    expect(changed(settled, minted)).toEqual(['east/multicluster/access.yaml']);
    const access = minted.get('east/multicluster/access.yaml');
    expect(named(access, 'Secret')).toEqual([
      'linkerd-link-north-token',
      'linkerd-link-west-token',
      'linkerd-link-west-token-2',
    ]);
    // With an account of its own: Argo CD never prunes the token of an account that stays.
    expect(named(access, 'ServiceAccount')).toEqual(['linkerd-link-north', 'linkerd-link-west', 'linkerd-link-west.2']);
    expect(readers(access)).toEqual(['linkerd-link-north', 'linkerd-link-west', 'linkerd-link-west.2']);
    const push = objects(access).find(({ kind, metadata }) => kind === 'PushSecret' && metadata.name.endsWith('west'));
    expect(push.spec.selector.secret.name).toBe('linkerd-link-west-token-2');
    expect(push.spec.data[0].match.remoteRef.remoteKey).toBe('linkerd/links/east/west');
  });

  it('then has its own mirror controller read again, and destination restart, in that source alone', () => {
    expect(changed(minted, loaded)).toEqual(['west/linkerd-control-plane/values.yaml', 'west/multicluster/links.yaml']);
    const path = 'west/multicluster/links.yaml';
    expect(added(minted.get(path), loaded.get(path))).toEqual(['- credentials.linkerd-fleet.dev/epoch-2']);
    const links = objects(loaded.get(path));
    const marks = links.map(({ spec }) => spec.excludedAnnotations.filter((a: string) => a.startsWith('credentials.')));
    expect(marks).toEqual([['credentials.linkerd-fleet.dev/epoch-2'], []]);
    const values = 'west/linkerd-control-plane/values.yaml';
    expect(added(minted.get(values), loaded.get(values))).toEqual([
      'destinationController:',
      'podAnnotations:',
      'credentials.linkerd-fleet.dev/epochs: east=2',
    ]);
  });

  it('then loses its first token, and the right of it by what is applied, and nothing else', () => {
    expect(changed(loaded, retired)).toEqual(['east/multicluster/access.yaml']);
    expect(readers(retired.get('east/multicluster/access.yaml'))).toEqual([
      'linkerd-link-north',
      'linkerd-link-west.2',
    ]);
    expect(named(retired.get('east/multicluster/access.yaml'), 'Secret')).toEqual([
      'linkerd-link-north-token',
      'linkerd-link-west-token-2',
    ]);
  });

  it('leaves a reader of the next rotation where it is until it is told to load', () => {
    const next = tree({ sources: { west: { epoch: 3, retired: 1 } } });
    expect(changed(retired, next)).toEqual(['east/multicluster/access.yaml']);
    expect(named(next.get('east/multicluster/access.yaml'), 'Secret')).toEqual([
      'linkerd-link-north-token',
      'linkerd-link-west-token-2',
      'linkerd-link-west-token-3',
    ]);
  });

  it('of a cluster is one of all Links to it', () => {
    expect(changed(settled, tree({ epoch: 2 }))).toEqual(['east/multicluster/access.yaml']);
    expect(changed(tree({ epoch: 2 }), tree({ epoch: 2, loaded: 2 }))).toEqual(
      ['north', 'west'].flatMap((c) => [`${c}/linkerd-control-plane/values.yaml`, `${c}/multicluster/links.yaml`]),
    );
  });

  it('restarts no destination that has no Secret of the Link', () => {
    const apart = (credentials: Credentials) => tree(credentials, { network: 'two' });
    const sources = (loaded: number) => ({ sources: { west: { epoch: 2, loaded } } });
    expect(changed(apart(sources(1)), apart(sources(2)))).toEqual(['west/multicluster/links.yaml']);
  });

  it('restarts the mirror and the control plane of 2.17, which have nothing smaller to change', () => {
    const old = (credentials: Credentials) => tree(credentials, { linkerd: { version: '2.17' } });
    const [before, after] = [1, 2].map((epoch) => old({ sources: { west: { epoch: 2, loaded: epoch } } }));
    expect(changed(before!, after!)).toEqual([
      'west/linkerd-control-plane/values.yaml',
      'west/multicluster/mirrors.yaml',
    ]);
    const mirrors = 'west/multicluster/mirrors.yaml';
    expect(added(before!.get(mirrors), after!.get(mirrors))).toEqual(['credentials.linkerd-fleet.dev/epoch: "2"']);
    const values = 'west/linkerd-control-plane/values.yaml';
    expect(added(before!.get(values), after!.get(values))[0]).toBe('podAnnotations:');
  });
});

describe('revoking one source', () => {
  const path = 'east/multicluster/access.yaml';
  const revoked = tree({ revoked: ['west'] });

  it('changes one file of the whole fleet', () => {
    expect(changed(settled, revoked)).toEqual([path]);
  });

  it('takes its account, its token, its push and its place in the binding, and leaves the others as they are', () => {
    const [before, after] = [settled, revoked].map((of) => objects(of.get(path)));
    const isWests = ({ metadata }: { metadata: { name: string } }) => metadata.name.startsWith('linkerd-link-west');
    expect(before!.filter(isWests).map(({ kind }) => kind)).toEqual(['ServiceAccount', 'Secret', 'PushSecret']);
    const isBinding = ({ kind }: { kind: string }) => kind === 'ClusterRoleBinding';
    expect(after!.filter((o) => !isBinding(o))).toEqual(before!.filter((o) => !isWests(o) && !isBinding(o)));
    expect(after!.find(isBinding).subjects.map(({ name }: { name: string }) => name)).toEqual(['linkerd-link-north']);
  });

  it('and then the last one leaves a target that lets nobody in, by a binding that says so and is applied', () => {
    const nobody = tree({ revoked: ['north', 'west'] });
    expect(changed(settled, nobody)).toEqual([path]);
    expect(objects(nobody.get(path)).map(({ kind }) => kind)).toEqual(['ClusterRole', 'ClusterRoleBinding']);
    expect(readers(nobody.get(path))).toEqual([]);
  });
});
