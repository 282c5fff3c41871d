/** Random fleets lose a cluster or a Link by the commits that are planned, and every other way is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanups, drainGates } from '../../lib/analysis/decommission/commands';
import { edgesOf, type Goal, nextCommit, stageOf } from '../../lib/analysis/decommission/decommission';
import { removalIssues } from '../../lib/analysis/step/removal';
import { parseDocuments } from '../../lib/fleet/documents';
import { editDocuments } from '../../lib/fleet/edit/edit';
import type { ClusterSelector } from '../../lib/fleet/spec';
import { buildFleet } from '../../lib/model/build';
import { isRevoked } from '../../lib/model/credentials/credentials';
import { unknownClusters } from '../../lib/model/rules/selectors';
import type { FleetModel } from '../../lib/model/types';
import type { RawDocument } from '../../lib/read/parsed';
import { type Documents, documents } from '../arbitraries';
import { buildTestFleet, type TestFleet } from '../model/fixtures';

const rawsOf = ({ fleet, clusters, services }: Documents): RawDocument[] =>
  [fleet, ...clusters, ...services].map((value) => ({ value }));

function fleetOf(raws: readonly RawDocument[]): FleetModel {
  const { fleet, clusters, services, issues } = parseDocuments(raws);
  if (fleet === undefined || issues.length > 0) throw new Error(`not a fleet: ${JSON.stringify(issues)}`);
  return buildFleet({ fleet, clusters, services, readFile: () => ({ text: '' }) }).fleet;
}

/** What the fleet says, but for what goes: edges, and who has which Service. */
function restOf(fleet: FleetModel, goal: Goal): string[] {
  const gone = new Set(edgesOf(fleet, goal).map(({ source, target }) => `${source.name}>${target.name}`));
  const left = [...fleet.clusters.values()].filter(({ name }) => goal.kind === 'link' || name !== goal.name);
  return left.flatMap((cluster) => [
    cluster.name,
    ...fleet.topology
      .targets(cluster)
      .map((edge) => `${edge.source.name}>${edge.target.name} ${edge.mode} ${edge.draining}`)
      .filter((edge) => !gone.has(edge.split(' ')[0]!)),
    ...fleet.services.filter(({ on }) => on(cluster)).map((s) => `${cluster.name} has ${s.namespace}/${s.name}`),
  ]);
}

/** The fleets from the first to the last, one for each commit. */
function followed(raws: readonly RawDocument[], goal: Goal, dead: boolean): FleetModel[] {
  const fleets = [fleetOf(raws)];
  let now = raws;
  for (let commits = 0; commits < 5; commits++) {
    const commit = nextCommit(fleets.at(-1)!, goal, dead);
    if (commit === undefined) return fleets;
    now = editDocuments(now, commit.edits);
    fleets.push(fleetOf(now));
  }
  throw new Error('the commits do not end');
}

const errorsOf = (before: FleetModel, after: FleetModel) =>
  removalIssues(before, after).filter(({ severity }) => severity === 'error');

const withArgo = (given: Documents, argo: boolean): Documents =>
  argo
    ? {
        ...given,
        fleet: { ...given.fleet, spec: { ...given.fleet.spec, argocd: { repoURL: 'https://git.example.com/m.git' } } },
      }
    : given;

const goals = fc.tuple(documents, fc.boolean(), fc.nat(), fc.nat(), fc.boolean()).map(([given, argo, a, b, whole]) => {
  const raws = rawsOf(withArgo(given, argo));
  const fleet = fleetOf(raws);
  const names = [...fleet.clusters.keys()];
  const name = names[a % names.length]!;
  const targets = fleet.topology.targets(fleet.clusters.get(name)!);
  const link = targets[b % Math.max(targets.length, 1)];
  const goal: Goal =
    whole || link === undefined ? { kind: 'cluster', name } : { kind: 'link', source: name, target: link.target.name };
  return { raws, goal };
});

describe('the commits of a decommission', () => {
  it('are each let pass, and end in the fleet without what goes and with everything else', () => {
    fc.assert(
      fc.property(goals, ({ raws, goal }) => {
        const fleets = followed(raws, goal, false);
        for (const [i, after] of fleets.slice(1).entries()) expect(errorsOf(fleets[i]!, after)).toEqual([]);
        const [first, last] = [fleets[0]!, fleets.at(-1)!];
        expect(edgesOf(last, goal)).toEqual([]);
        if (goal.kind === 'cluster') expect(last.clusters.has(goal.name)).toBe(false);
        expect(restOf(last, goal)).toEqual(restOf(first, goal));
        expect(last.spec.argocd?.prune).toBeUndefined();
        const unknown = unknownClusters.check(last, [...last.clusters.values()]);
        const was = unknownClusters.check(first, [...first.clusters.values()]);
        expect(unknown.length).toBeLessThanOrEqual(was.length);
      }),
      { numRuns: 150 },
    );
  });

  it('cannot be left out: where something serves, the last fleet is refused after the first', () => {
    fc.assert(
      fc.property(goals, ({ raws, goal }) => {
        const fleets = followed(raws, goal, false);
        const [first, last] = [fleets[0]!, fleets.at(-1)!];
        const serves = edgesOf(first, goal).some((edge) => !edge.draining && !isRevoked(edge));
        expect(errorsOf(first, last).length > 0).toBe(serves);
      }),
      { numRuns: 150 },
    );
  });

  it('are one less for a cluster that is dead, which the first of them says', () => {
    fc.assert(
      fc.property(goals, ({ raws, goal }) => {
        fc.pre(goal.kind === 'cluster');
        const [first, second, ...more] = followed(raws, goal, true);
        expect(errorsOf(first!, second!)).toEqual([]);
        expect(second?.spec.dead).toEqual([(goal as { name: string }).name]);
        expect(more.at(-1)?.spec.dead).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});

describe('the edits', () => {
  const commits = (given: TestFleet, goal: Goal) => {
    const { fleet } = buildTestFleet(given);
    const commit = nextCommit(fleet, goal, false);
    return commit?.edits.map(
      ({ document, path, value }) => `${document.kind}/${document.name} ${path.join('.')} ${JSON.stringify(value)}`,
    );
  };

  it('take a name out of every place that has it, and what would mean nothing without it', () => {
    const given: TestFleet = {
      fleet: {
        topology: [
          { fullMesh: { clusters: ['a', 'b', 'c'] } },
          { islands: { by: 'region', bridges: { hubs: ['c'] } } },
          { edges: [{ source: 'c', target: 'a' }] },
          { drain: [{ source: 'c', both: true }] },
        ],
        credentials: { sources: { c: { epoch: 2 } }, revoked: ['c', 'b'] },
        assert: [
          { only: [{ clusters: ['c'] }], call: { clusters: ['a'] } },
          { never: [{}], call: { clusters: ['c'] } },
        ],
      },
      clusters: ['a', 'b', 'c'],
      services: [
        { name: 'mine', clusters: ['c'] },
        {
          name: 'ours',
          clusters: { except: ['c'] },
          allow: [
            { namespace: 'x', clusters: ['c'] },
            { namespace: 'x', clusters: ['a', 'c'] },
          ],
        },
      ],
    };
    expect(commits(given, { kind: 'cluster', name: 'c' })).toEqual([
      'Cluster/c  undefined',
      'Fleet/test spec.credentials.revoked.0 undefined',
      'Fleet/test spec.credentials.sources undefined',
      'Fleet/test spec.assert.1 undefined',
      'Fleet/test spec.assert.0.only.0 undefined',
      'Fleet/test spec.topology.3 undefined',
      'Fleet/test spec.topology.2 undefined',
      'Fleet/test spec.topology.1.islands.bridges undefined',
      'Fleet/test spec.topology.0.fullMesh.clusters.2 undefined',
      'Service/mine  undefined',
      'Service/ours spec.allow.1.clusters.1 undefined',
      'Service/ours spec.allow.0 undefined',
      'Service/ours spec.clusters.except undefined',
    ]);
  });

  it('leave a selector of argocd.prune as it is, and say what it lacks', () => {
    const commits = (prune: ClusterSelector) => {
      const { fleet } = buildTestFleet({
        fleet: { topology: [{ fullMesh: {} }], argocd: { repoURL: 'https://git.example.com/m.git', prune } },
        clusters: { a: { labels: { stage: 'dev' } }, b: {}, c: { labels: { stage: 'dev' } } },
      });
      const of = (name: string) => {
        const commit = nextCommit({ ...fleet }, { kind: 'cluster', name }, true)!;
        return [commit.edits.filter(({ path }) => path[1] === 'argocd').map(({ value }) => value), commit.byHand];
      };
      return { a: of('a'), b: of('b') };
    };
    const missing = (names: string) =>
      `argocd.prune selects by labels, and is left as it is: have it select ${names} until the removal is over and their Applications are Synced`;
    const dev = commits({ matchLabels: { stage: 'dev' } });
    expect(dev).toEqual({ a: [[], [missing('b')]], b: [[], []] });
    expect(commits({ names: ['b', 'c'] })).toEqual({ a: [[], []], b: [[undefined], [missing('a')]] });
    expect(commits(['b'])).toEqual({ a: [[['b', 'c']], []], b: [[['a', 'c']], []] });
  });

  it('leave Services that are described several times to a person', () => {
    const { fleet } = buildTestFleet({
      clusters: ['a', 'b'],
      services: [
        { name: 'web', clusters: ['a'] },
        { name: 'web', clusters: ['b'], ports: [{ port: 81 }] },
      ],
    });
    const commit = nextCommit(fleet, { kind: 'cluster', name: 'b' }, false);
    expect(commit?.byHand).toEqual(['Service/prod/web is described 2 times: take b out of each']);
  });

  it('of a Link take out the entry that made it, or cut it where others stand behind the same entry', () => {
    const goal: Goal = { kind: 'link', source: 'a', target: 'b' };
    const drain = { drain: [{ source: 'a', target: 'b' }] };
    const edge = { edges: [{ source: 'a', target: 'b' }] };
    const of = (...topology: object[]) =>
      commits({ fleet: { topology: topology as never }, clusters: ['a', 'b'] }, goal);
    expect(of(edge, drain)).toEqual(['Fleet/test spec.topology.1 undefined', 'Fleet/test spec.topology.0 undefined']);
    expect(of({ fullMesh: {} }, drain)).toEqual([
      'Fleet/test spec.topology.1 undefined',
      'Fleet/test spec.topology.1 {"without":[{"source":"a","target":"b"}]}',
    ]);
    expect(of(edge)).toEqual(['Fleet/test spec.topology.1 {"drain":[{"source":"a","target":"b"}]}']);
  });
});

describe('the commands', () => {
  const given: TestFleet = {
    fleet: { topology: [{ fullMesh: {} }, { drain: [{ source: 'c', both: true }] }] },
    clusters: {
      a: { network: 'one' },
      b: { network: 'one', linkerd: { multiclusterNamespace: 'links' } },
      c: { network: 'one' },
    },
    services: [
      { name: 'pay', federated: true },
      { name: 'log', federated: true, clusters: ['a', 'c'] },
      { name: 'sole', federated: true, clusters: ['c'] },
    ],
  };
  const goal: Goal = { kind: 'cluster', name: 'c' };
  const { fleet } = buildTestFleet(given);

  it('look at labels and annotations in every source, and only read', () => {
    const gates = drainGates(fleet, goal);
    expect(
      gates.every(({ command }) => / get /.test(command) && !/ (delete|apply|annotate|label|patch) /.test(command)),
    ).toBe(true);
    expect(gates.find(({ command }) => command.includes('cluster-name=c'))).toMatchObject({ clusters: ['a', 'b'] });
    expect(gates.filter(({ command }) => command.includes(' links.'))).toHaveLength(4);
  });

  it('delete leases in any case, and what a dead target left with the members that stay', () => {
    expect(cleanups(fleet, { kind: 'link', source: 'b', target: 'c' }, false).map(({ command }) => command)).toEqual([
      'kubectl --context "$c" -n links delete lease service-mirror-write-c',
    ]);
    expect(
      cleanups(fleet, goal, true).map(
        ({ clusters, command }) => `${clusters.join()}: ${command.replace('kubectl --context "$c" ', '')}`,
      ),
    ).toEqual([
      'a,b: delete services -A -l mirror.linkerd.io/mirrored-service=true,mirror.linkerd.io/cluster-name=c',
      'a: -n prod annotate --overwrite service log-federated multicluster.linkerd.io/remote-discovery-',
      'a: -n prod annotate --overwrite service pay-federated multicluster.linkerd.io/remote-discovery=pay@b',
      'a,b: -n prod delete service sole-federated',
      'b: -n prod annotate --overwrite service log-federated multicluster.linkerd.io/remote-discovery=log@a',
      'b: -n prod annotate --overwrite service pay-federated multicluster.linkerd.io/remote-discovery=pay@a',
      'a: -n linkerd-multicluster delete lease service-mirror-write-c',
      'b: -n links delete lease service-mirror-write-c',
    ]);
  });

  it('do not wait for a source that is revoked, which can remove nothing: what it has is deleted by hand', () => {
    const clusters = { a: {}, b: {}, c: { credentials: { revoked: ['b'] } } };
    const { fleet } = buildTestFleet({ fleet: { topology: [{ fullMesh: {} }] }, clusters });
    const link: Goal = { kind: 'link', source: 'b', target: 'c' };
    expect(stageOf(fleet, link)).toBe('draining');
    expect(nextCommit(fleet, link, false)?.name).toBe('remove');
    expect(drainGates(fleet, link)).toEqual([]);
    const [first] = cleanups(fleet, link, false);
    expect(first?.command).toContain('delete services -A -l mirror.linkerd.io/mirrored-service=true');
    expect(first?.why).toContain('b is revoked at c');
    // Of a whole cluster the other Links are drained as ever.
    expect(nextCommit(fleet, goal, false)?.name).toBe('drain');
    expect(
      drainGates(fleet, goal).flatMap((gate) => gate.clusters.map((name) => `${name} ${gate.command}`)),
    ).not.toContain(
      'b kubectl --context "$c" get services -A -l mirror.linkerd.io/mirrored-service=true,mirror.linkerd.io/cluster-name=c',
    );
    const mirrors = cleanups(fleet, goal, false).filter(({ command }) => command.includes('mirrored-service'));
    expect(mirrors.map(({ clusters }) => clusters.join())).toEqual(['b']);
  });

  it('delete the mirror controllers of a cluster that lives on before their leases, which they would take again', () => {
    const own = cleanups(fleet, goal, false)
      .filter(({ clusters }) => clusters.join() === 'c')
      .map(({ command }) => command);
    const at = (part: string) => own.findIndex((command) => command.includes(part));
    const labels = '-l linkerd.io/extension=multicluster,mirror.linkerd.io/cluster-name=a';
    expect(own[at('delete deployments,')]).toMatch(new RegExp(`clusterrolebindings ${labels}$`));
    expect(own[at('poddisruptionbudget')]).toContain('controller-a --ignore-not-found');
    expect(at('delete deployments,')).toBeLessThan(at('lease service-mirror-write-a'));
  });

  it('take labels and policy of the fleet off a cluster that lives on, and policy only where it has some', () => {
    const inC = (of: FleetModel) =>
      cleanups(of, goal, false)
        .filter(({ clusters }) => clusters.join() === 'c')
        .flatMap(({ command }) => /-A -l (\S+)/.exec(command)?.[1] ?? []);
    const labels = ['mirror.linkerd.io/exported', 'mirror.linkerd.io/federated'];
    expect(inC(fleet)).toEqual(labels);
    const allow = [{ namespace: 'web' }];
    const closed = { name: 'vault', clusters: ['c'], selector: { app: 'vault' }, allow };
    const ruled = buildTestFleet({ ...given, services: [closed] }).fleet;
    expect(inC(ruled)).toEqual([...labels, 'app.kubernetes.io/managed-by=linkerd-fleet']);
  });

  it('know the stage by what the description says', () => {
    expect(stageOf(fleet, goal)).toBe('draining');
    expect(stageOf(fleet, { kind: 'link', source: 'a', target: 'b' })).toBe('serving');
    expect(stageOf(fleet, { kind: 'cluster', name: 'z' })).toBe('done');
  });
});
