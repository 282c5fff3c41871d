/** Objects that the fleet writes in part, in dumps of clusters where others apply them too. */
import { describe, expect, it } from 'vitest';
import { orphanIssues } from '../../lib/analysis/orphans/orphans';
import { readDump } from '../../lib/cli/orphans/dump';
import { buildTestFleet } from '../model/fixtures';

const { fleet } = buildTestFleet({ clusters: { west: { network: 'one' }, east: { network: 'one' } } });

interface Given {
  readonly kind: 'Namespace' | 'Service' | 'Link';
  readonly labels?: object;
  readonly annotations?: object;
  /** What the annotation of kubectl says of labels, annotations and spec. */
  readonly applied?: object | string;
  readonly trackedBy?: string;
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const TRACKING_ID = 'argocd.argoproj.io/tracking-id';

function object({ kind, labels, annotations, applied, trackedBy }: Given): object {
  const [name, namespace] = kind === 'Namespace' ? ['shop', undefined] : ['web', 'shop'];
  const said =
    applied === undefined ? {} : { [LAST_APPLIED]: typeof applied === 'string' ? applied : JSON.stringify(applied) };
  const tracked = trackedBy === undefined ? {} : { [TRACKING_ID]: `${trackedBy}:/${kind}:shop/${name}` };
  const metadata = {
    name,
    namespace,
    labels: { ...(kind === 'Namespace' ? { 'kubernetes.io/metadata.name': name } : {}), ...labels },
    annotations: { ...annotations, ...said, ...tracked },
  };
  const spec = { Namespace: { finalizers: ['kubernetes'] }, Service: { ports: [{ port: 80 }] }, Link: {} }[kind];
  return { apiVersion: 'v1', kind, metadata, spec };
}

/** What is found of objects in west, where the fleet writes a Namespace and labels of a Service. */
function found(...given: readonly Given[]): readonly string[] {
  const read = (items: readonly object[]) => {
    const dump = readDump(JSON.stringify({ kind: 'List', items }));
    return 'why' in dump ? expect.fail(dump.why) : dump.objects;
  };
  const written = read([
    {
      kind: 'Namespace',
      metadata: { name: 'shop', annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false' } },
    },
    { kind: 'Service', metadata: { name: 'web', namespace: 'shop', labels: { tier: 'gold' } } },
  ]);
  const cluster = fleet.clusters.get('west')!;
  const seen = { name: 'west', context: 'west', cluster, hasLeft: false, written, objects: read(given.map(object)) };
  return orphanIssues(fleet, [seen]).flatMap(({ code, path, found: what }) =>
    code === 'APPLIED_BY_OTHERS' ? [`${path}: ${what}`] : [],
  );
}

const INJECT = { 'linkerd.io/inject': 'enabled' };
const namespace = { metadata: { name: 'shop', annotations: INJECT } };
const service = { metadata: { name: 'web', labels: { app: 'web', tier: 'gold' } }, spec: { ports: [{ port: 80 }] } };

describe('an object that others apply too', () => {
  it('is named where kubectl applied more of it than the fleet writes', () => {
    const labels = { app: 'web', tier: 'gold' };
    expect(
      found(
        { kind: 'Namespace', annotations: INJECT, applied: namespace },
        { kind: 'Service', labels, applied: service },
      ),
    ).toEqual([
      'west: Namespace shop: applied by kubectl apply; the fleet takes off annotation linkerd.io/inject',
      'west: Service shop/web: applied by kubectl apply; the fleet takes off label app, spec',
    ]);
  });

  it.each<[string, Given]>([
    ['somebody else wrote, under a name of its own', { kind: 'Namespace', annotations: INJECT }],
    ['kubectl applied as the fleet writes it', { kind: 'Namespace', annotations: INJECT, applied: { metadata: {} } }],
    ['kubectl applied, and is gone already', { kind: 'Namespace', applied: namespace }],
    ['says nothing that can be read of it', { kind: 'Namespace', annotations: INJECT, applied: '{' }],
    ['Helm applied', { kind: 'Service', labels: { app: 'web', 'app.kubernetes.io/managed-by': 'Helm' } }],
  ])('is left out where it is one that %s', (_, given) => {
    expect(found(given)).toEqual([]);
  });

  it('is named where another Application has it, whatever of it that applied on which side', () => {
    const labels = { app: 'web', tier: 'gold' };
    const there: Given = { kind: 'Service', labels, trackedBy: 'team-web' };
    expect([...found(there), ...found({ ...there, applied: service })]).toEqual([
      'west: Service shop/web: applied by Application team-web; the fleet takes off label app, spec',
      'west: Service shop/web: applied by Application team-web; the fleet takes off label app, spec',
    ]);
  });

  it.each(['linkerd-cluster-west', 'linkerd-control-plane-west', 'teams_linkerd-cluster-west'])(
    'is not what the Application %s of the fleet has',
    (trackedBy) => {
      expect(found({ kind: 'Namespace', annotations: INJECT, trackedBy })).toEqual([]);
    },
  );

  it('is not what has the Links of the cluster, under whatever name', () => {
    const there: Given = { kind: 'Namespace', annotations: INJECT, trackedBy: 'mesh' };
    expect(found(there)).toHaveLength(1);
    expect(found(there, { kind: 'Link', trackedBy: 'mesh' })).toEqual([]);
    expect(found(there, { kind: 'Link' })).toHaveLength(1);
  });

  it('lends no words of its own to what is said', () => {
    const keys = { 'x y': '', '$(id)': '', __proto__: {}, ['a'.repeat(400)]: '' };
    expect(found({ kind: 'Namespace', annotations: keys, applied: { metadata: { annotations: keys } } })).toEqual([]);
    expect(found({ kind: 'Namespace', annotations: INJECT, trackedBy: 'a b' })).toEqual([]);
  });
});
