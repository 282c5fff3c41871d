import { describe, expect, it } from 'vitest';
import { leftIn, ownersIssues, unprunedIssues } from '../../lib/analysis/step/unpruned';
import { appliedIn, sayLeft } from '../../lib/cli/unpruned';
import type { ArgoCd, ClusterSpec, FleetSpec, ServiceSpec, TopologyEntry } from '../../lib/fleet/spec';
import { buildTestFleet, type TestService } from '../model/fixtures';
import { told } from '../model/rules/ask';

const api = (name: string): ClusterSpec => ({ network: 'one', apiServer: { url: `https://api.${name}.example.com` } });
const clusters = { eu: api('eu'), us: api('us') };
const repoURL = 'https://git.example.com/mesh.git';
const PATH = 'Fleet.spec.argocd.prune';

interface State {
  readonly argocd?: ArgoCd | null;
  readonly fleet?: Partial<FleetSpec>;
  readonly clusters?: Readonly<Record<string, ClusterSpec>>;
  readonly services?: readonly TestService[];
}

const fleetOf = ({ argocd = { repoURL }, fleet, ...rest }: State) =>
  buildTestFleet({
    clusters,
    ...rest,
    fleet: { topology: { fullMesh: {} }, ...(argocd === null ? {} : { argocd }), ...fleet },
  }).fleet;

const step = (before: State, after: State) => {
  const [old, now] = [fleetOf(before), fleetOf(after)];
  return unprunedIssues(now, leftIn(old, now, appliedIn));
};

const a: ServiceSpec = { selector: { app: 'a' }, ports: [{ port: 80, targetPort: 8080 }] };
const web = { serviceAccount: 'web', namespace: 'frontend' };
const serves = (spec: Partial<ServiceSpec>): State => ({ services: [{ name: 'a', ...a, ...spec }] });

describe('what a commit no longer writes', () => {
  it('goes on admitting where nothing prunes: the last caller, the last network and the last route of a Service', () => {
    const all = serves({
      probePaths: ['/ready'],
      allow: [
        web,
        { networks: ['10.9.0.0/16'] },
        { ...web, serviceAccount: 'ops', routes: [{ path: { value: '/x' } }] },
      ],
    });
    const issues = step(all, serves({ allow: [] }));
    expect(issues).toMatchObject([{ code: 'GRANT_NOT_PRUNED', severity: 'error', path: PATH, clusters: ['eu', 'us'] }]);
    expect(issues[0]?.found).toMatch(
      /^in eu, us, no longer written and in force: AuthorizationPolicy prod\/a-8080, AuthorizationPolicy prod\/a-8080-networks, HTTPRoute /,
    );
    expect(told(step(serves({ allow: [web, { networks: ['10.9.0.0/16'] }] }), serves({ allow: [web] })))).toEqual([
      `GRANT_NOT_PRUNED ${PATH}: in eu, us, no longer written and in force: AuthorizationPolicy prod/a-8080-networks`,
    ]);
  });

  it('is an older Server, which wins over the one that takes its place', () => {
    const open = serves({ allow: [] });
    const server = `GRANT_NOT_PRUNED ${PATH}: in eu, us, no longer written and in force: Server prod/a-8080`;
    expect(told(step(open, serves({ allow: [], ports: [{ port: 80, targetPort: 'http' }] })))).toEqual([server]);
    expect(told(step(open, { services: [{ name: 'orders', ...a, allow: [] }] }))[0]).toContain('Server prod/a-8080');
  });

  it('goes on exporting, and being a member', () => {
    const found = 'no longer written and in force: Service prod/a (mirror.linkerd.io/federated: member)';
    expect(told(step(serves({ federated: true }), {}))).toEqual([`GRANT_NOT_PRUNED ${PATH}: in eu, us, ${found}`]);
    expect(told(step(serves({ federated: true }), serves({ federated: true, clusters: ['us'] })))).toEqual([
      `GRANT_NOT_PRUNED ${PATH}: in eu, ${found}`,
    ]);
    // The Service is still written, and what it no longer has is taken off.
    expect(step(serves({ federated: true }), serves({}))).toEqual([]);
  });

  it('is never taken off a Service of others, which nothing prunes: first the labels, then the Service', () => {
    const others = (spec: Partial<ServiceSpec>, argocd: ArgoCd = { repoURL }): State => ({
      argocd,
      services: [{ name: 'a', ports: [{ port: 80 }], writeLabels: true, ...spec }],
    });
    const kept = told(step(others({ exported: true }), { argocd: { repoURL, prune: ['eu', 'us'] } }));
    expect(kept).toEqual([
      'GRANT_KEPT Service/prod/a: in eu, us, no longer written and never pruned: it keeps mirror.linkerd.io/exported: true',
    ]);
    expect(step(others({ exported: true }), others({}))).toEqual([]);
    expect(step(others({}), {})).toEqual([]);
    // Without a word about labels there is no object that could take them off.
    const unsaid = others({ writeLabels: undefined });
    expect(told(step(others({ exported: true }), unsaid))).toMatchObject([expect.stringMatching(/^GRANT_KEPT /)]);
  });

  it('is not taken off by the fleet where the owner of the Service labels it', () => {
    const owned = (spec: Partial<ServiceSpec>): State => ({
      services: [{ name: 'a', ports: [{ port: 80 }], writeLabels: false, ...spec }],
    });
    const elsewhere = (before: State, after: State) => told(ownersIssues(fleetOf(before), fleetOf(after)));
    const kept = (what: string) => [`GRANT_ELSEWHERE Service/prod/a: in eu, us, no longer described: ${what}`];
    const exported = 'mirror.linkerd.io/exported: true';
    expect(elsewhere(owned({ exported: true }), owned({}))).toEqual(kept(exported));
    expect(elsewhere(owned({ exported: true }), {})).toEqual(kept(exported));
    expect(elsewhere(owned({ exported: true }), owned({ exported: 'remote-discovery' }))).toEqual(kept(exported));
    expect(elsewhere(owned({ federated: true }), {})).toEqual(kept('mirror.linkerd.io/federated: member'));
    expect(elsewhere(owned({}), owned({ exported: true }))).toEqual([]);
    expect(step(owned({ exported: true }), {})).toEqual([]);
    // Handed over: the label stays, and is described as before.
    const written = owned({ exported: true, writeLabels: true });
    for (const [from, to] of [
      [written, owned({ exported: true })] as const,
      [owned({ exported: true }), written] as const,
    ]) {
      expect([step(from, to), elsewhere(from, to)]).toEqual([[], []]);
    }
  });

  it('is a namespace that lets everybody in', () => {
    const opened: State = {
      fleet: { namespacePolicies: { prod: 'all-unauthenticated' } },
      ...serves({ createNamespace: true }),
    };
    const issues = step(opened, { argocd: { repoURL, prune: ['eu', 'us'] } });
    expect(told(issues)[0]).toBe(
      'GRANT_KEPT Fleet.spec.namespacePolicies.prod: in eu, us, no longer written and never pruned: it keeps config.linkerd.io/default-inbound-policy: all-unauthenticated',
    );
    expect(
      step({ ...opened, fleet: { namespacePolicies: { prod: 'deny' } } }, { argocd: { repoURL, prune: ['eu', 'us'] } }),
    ).toEqual([]);
  });

  it('is the binding of the last source, and what only stays without rights is a warning', () => {
    const of = (...entries: TopologyEntry[]): State => ({
      clusters: { ...clusters, ap: api('ap') },
      fleet: { topology: entries },
    });
    const edges = (...sources: string[]): TopologyEntry => ({
      edges: sources.map((source) => ({ source, target: 'us' })),
    });
    const drained = of(edges('eu', 'ap'), { drain: [{ source: 'eu' }] });
    expect(told(step(drained, of(edges('ap'))))).toEqual([
      `OBJECTS_NOT_PRUNED ${PATH}: in eu, no longer written and not deleted: what the Link to us needed`,
      `OBJECTS_NOT_PRUNED ${PATH}: in us, no longer written and not deleted: account of eu`,
    ]);
    const last = told(step(of(edges('eu')), of()));
    expect(last).toContain(
      `GRANT_NOT_PRUNED ${PATH}: in us, no longer written and in force: ClusterRoleBinding linkerd-link-reader`,
    );
  });

  it('is the gateway of the chart', () => {
    const open = {
      ...clusters,
      us: { ...api('us'), gateway: { address: 'gw.us.example.com', admit: 'linked' as const } },
    };
    expect(told(step({ clusters: open }, {}))).toEqual([
      `GRANT_NOT_PRUNED ${PATH}: in us, no longer written and in force: Deployment linkerd-multicluster/linkerd-gateway`,
    ]);
    const all = { ...clusters, us: { ...api('us'), gateway: { address: 'gw.us.example.com' } } };
    // The objects of the chart are there under the same names.
    expect(step({ clusters: open }, { clusters: all })).toEqual([]);
  });

  it('is nobody’s fault in clusters that are pruned, that left, or that somebody else delivers', () => {
    const before = serves({ allow: [web], federated: true });
    expect(step(before, { argocd: { repoURL, prune: ['eu', 'us'] } })).toEqual([]);
    expect(told(step(before, { argocd: { repoURL, prune: ['eu'] } }))[0]).toContain('in us, no longer written');
    expect(step(before, { argocd: { repoURL, automated: false } })).toEqual([]);
    expect(step(before, { argocd: null })).toEqual([]);
    expect(step(before, before)).toEqual([]);
    const { eu: _, ...one } = clusters;
    expect(step(before, { ...before, clusters: one }).flatMap((issue) => issue.clusters)).toEqual(['us']);
  });
});

describe('where nothing of ours prunes', () => {
  const said = (before: State, after: State): readonly string[] => {
    const [old, now] = [fleetOf(before), fleetOf(after)];
    const lines: string[] = [];
    const io = { say: (_: string, text: string) => lines.push(text) } as unknown as Parameters<typeof sayLeft>[2];
    sayLeft(now, leftIn(old, now, appliedIn), io);
    return lines.slice(1);
  };

  it('the commands are shown that delete, and that take labels off', () => {
    const services: readonly TestService[] = [
      { name: 'a', ...a, allow: [web] },
      { name: 'b', ports: [{ port: 80 }], federated: true, clusters: ['us'] },
    ];
    expect(said({ argocd: null, services }, { argocd: null })).toEqual([
      'for c in eu us; do kubectl --context "$c" -n prod delete servers.policy.linkerd.io a-8080; done',
      'for c in eu us; do kubectl --context "$c" -n prod delete meshtlsauthentications.policy.linkerd.io a-8080; done',
      'for c in eu us; do kubectl --context "$c" -n prod delete authorizationpolicies.policy.linkerd.io a-8080; done',
      'for c in eu us; do kubectl --context "$c" -n prod delete service a; done',
      'kubectl --context us -n prod label service b mirror.linkerd.io/federated-',
    ]);
    const automated: ArgoCd = { repoURL, automated: false };
    expect(said({ argocd: automated, services }, { argocd: automated })).toEqual([
      'argocd app sync linkerd-multicluster-eu linkerd-cluster-eu linkerd-multicluster-us linkerd-cluster-us --prune',
      'kubectl --context us -n prod label service b mirror.linkerd.io/federated-',
    ]);
    expect(said({ argocd: null, services }, { argocd: null, services })).toEqual([]);
  });
});
