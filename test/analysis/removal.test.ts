import { describe, expect, it } from 'vitest';
import { removalIssues } from '../../lib/analysis/step/removal';
import type { ClusterSpec, TopologyEntry } from '../../lib/fleet/spec';
import { deadClusters } from '../../lib/model/rules/drain';
import { buildTestFleet, type TestFleet } from '../model/fixtures';
import { ask, told } from '../model/rules/ask';

const api = (name: string): ClusterSpec => ({ apiServer: { url: `https://api.${name}.example.com` } });
const clusters = { a: api('a'), b: api('b'), c: api('c') };
const mesh: TopologyEntry = { fullMesh: {} };
const drain: TopologyEntry = { drain: [{ source: 'c', both: true }] };
const { c: _, ...two } = clusters;

const step = (before: TestFleet, after: TestFleet) =>
  removalIssues(buildTestFleet(before).fleet, buildTestFleet(after).fleet);
const of = (topology: TopologyEntry[], given: Readonly<Record<string, ClusterSpec>> = clusters): TestFleet => ({
  fleet: { topology },
  clusters: given,
});

describe('a step to the next fleet', () => {
  it('may add and drain, and take out what was drained before', () => {
    expect(step(of([mesh], two), of([mesh]))).toEqual([]);
    expect(step(of([mesh]), of([mesh, drain]))).toEqual([]);
    expect(step(of([mesh, drain]), of([mesh], two))).toEqual([]);
    expect(step(of([mesh, drain]), of([mesh, { without: [{ source: 'c', both: true }] }]))).toEqual([]);
    expect(step(of([mesh, drain]), of([mesh]))).toEqual([]);
  });

  it('may not take out a cluster whose Links select something', () => {
    const issues = step(of([mesh]), of([mesh], two));
    expect(told(issues)).toEqual([
      'CLUSTER_NOT_DRAINED Cluster/c: c removed, with Links to it in a, b; its own to a, b',
    ]);
    expect(issues[0]).toMatchObject({
      severity: 'error',
      clusters: ['a', 'b', 'c'],
      fix: expect.stringContaining('--cluster c'),
    });
    const half: TopologyEntry = { drain: [{ target: 'c' }] };
    expect(told(step(of([mesh, half]), of([mesh], two)))).toEqual([
      'CLUSTER_NOT_DRAINED Cluster/c: c removed, with its own to a, b',
    ]);
  });

  it('may not take out a Link that selects something, by whichever change of the topology', () => {
    const cut = of([mesh, { without: [{ target: 'c' }] }]);
    expect(told(step(of([mesh]), cut))).toEqual([
      'LINK_NOT_DRAINED Fleet.spec.topology: the Links to c removed in a, b',
    ]);
    const edges = (...targets: string[]): TopologyEntry => ({
      edges: targets.map((target) => ({ source: 'a', target })),
    });
    const issues = step(of([edges('b', 'c')]), of([edges('c')]));
    expect(told(issues)).toEqual(['LINK_NOT_DRAINED Fleet.spec.topology: the Link to b removed in a']);
    expect(issues[0]?.fix).toContain('--link "a->b"');
  });

  it('lets Links of a cluster go that the fleet calls dead, and those between others not', () => {
    const dead = (given: TestFleet): TestFleet => ({ ...given, fleet: { ...given.fleet, dead: ['c'] } });
    expect(step(of([mesh]), dead(of([mesh], two)))).toEqual([]);
    expect(step(of([mesh]), dead(of([mesh, { without: [{ source: 'c', both: true }] }])))).toEqual([]);
    expect(told(step(of([mesh]), dead(of([], two))))).toEqual([
      'LINK_NOT_DRAINED Fleet.spec.topology: the Link to b removed in a',
      'LINK_NOT_DRAINED Fleet.spec.topology: the Link to a removed in b',
    ]);
  });

  it('cannot ask for the drain of a Link whose source is revoked, and says what stays', () => {
    const before = { ...of([mesh]), clusters: { ...clusters, c: { ...clusters.c, credentials: { revoked: ['a'] } } } };
    const after = { ...before, fleet: { topology: [mesh, { without: [{ source: 'a', target: 'c' }] }] } };
    expect(told(step(before, after))).toEqual([
      'LINK_LEFT_BEHIND Fleet.spec.topology: the Link to c removed in a, which c lets in no longer',
    ]);
    const drained = { ...before, fleet: { topology: [mesh, { drain: [{ source: 'a', target: 'c' }] }] } };
    expect(told(step(drained, after))).toEqual(told(step(before, after)));
  });

  it('knows a cluster by its API server when only the name changes', () => {
    const renamed = { ...two, d: { ...clusters.c, trustDomain: 'c.mesh.example.com' } };
    expect(told(step(of([mesh]), of([mesh], renamed)))).toEqual([
      'CLUSTER_RENAMED Cluster/d: c, now called d; not drained: Links to it in a, b; its own to a, b',
    ]);
    expect(step(of([mesh, drain]), of([mesh], renamed))).toEqual([]);
    expect(told(step(of([mesh, drain]), of([mesh], { ...two, d: clusters.c })))).toEqual([
      'CLUSTER_RENAMED Cluster/d: c, now called d; trust domain c.mesh.example.com becomes d.mesh.example.com',
    ]);
    const byArgo = (name: string) => ({ ...two, [name]: { argocd: { server: 'https://c.example.com' } } });
    expect(told(step(of([mesh], byArgo('c')), of([mesh], byArgo('d'))))[0]).toMatch(/^CLUSTER_RENAMED/);
  });

  /** A cluster with all that it may be known by, as `x` has it unless said otherwise. */
  const full = (x: string, more: ClusterSpec = {}): ClusterSpec => ({
    ...api(x),
    network: 'one',
    podCidrs: [`10.${x.charCodeAt(0)}.0.0/16`],
    gateway: { address: `gw.${x}.example.com` },
    ...more,
  });
  const moved = (x: string): ClusterSpec => ({ apiServer: { url: `https://new.${x}.example.com` } });
  const three = { a: full('a'), b: full('b'), c: full('c') };

  it('knows a cluster whose name another one takes at once', () => {
    expect(told(step(of([mesh], three), of([mesh], { ...three, c: full('n'), old: full('c') })))).toEqual([
      'CLUSTER_RENAMED Cluster/old: c, now called old; not drained: Links to it in a, b; its own to a, b; trust domain c.mesh.example.com becomes old.mesh.example.com',
      'CLUSTER_REPLACED Cluster/c: another cluster than the c of before, which is now called old; with Links to it in a, b; its own to a, b',
    ]);
    // Drained or dead, with its identities kept: the Secrets of the Links would still change in place.
    const kept = { ...three, c: full('n'), old: full('c', { trustDomain: 'c.mesh.example.com' }) };
    const taken =
      'CLUSTER_REPLACED Cluster/c: another cluster than the c of before, which is now called old; with Links to it in a, b; its own to a, b';
    expect(told(step(of([mesh, drain], three), of([mesh], kept)))).toEqual([taken]);
    const dead = { ...of([mesh], kept), fleet: { topology: [mesh], dead: ['c'] } };
    expect(told(step(of([mesh], three), dead))).toEqual([taken]);
    expect(step(of([mesh, drain], three), of([mesh, { without: [{ source: 'c', both: true }] }], kept))).toEqual([]);
  });

  it('knows clusters that exchange their names, or hand them on, by whatever they still have', () => {
    const domains = (x: string, y: string) => `trust domain ${x}.mesh.example.com becomes ${y}.mesh.example.com`;
    const renamed = (x: string, y: string, links: string) =>
      `CLUSTER_RENAMED Cluster/${y}: ${x}, now called ${y}; not drained: ${links}; ${domains(x, y)}`;
    const replaced = (x: string, y: string) =>
      `CLUSTER_REPLACED Cluster/${x}: another cluster than the ${x} of before, which is now called ${y}; with Links to it in c; its own to c`;
    const swapped = [
      renamed('a', 'b', 'Links to it in b, c; its own to b, c'),
      renamed('b', 'a', 'Links to it in a, c; its own to a, c'),
      replaced('a', 'b'),
      replaced('b', 'a'),
    ];
    const swap = (a: ClusterSpec, b: ClusterSpec) => of([mesh], { a, b, c: full('c') });
    expect(told(step(of([mesh], three), swap(full('b'), full('a'))))).toEqual(swapped);
    // The load balancers of both API servers moved in the same commit.
    expect(told(step(of([mesh], three), swap(full('b', moved('b')), full('a', moved('a')))))).toEqual(swapped);
    // Only the API servers changed hands.
    expect(told(step(of([mesh], three), swap(full('a', api('b')), full('b', api('a')))))).toEqual(swapped);
    const chain = told(step(of([mesh], three), of([mesh], { b: full('a'), c: full('b'), d: full('c') })));
    expect(chain.map((issue) => issue.split(/[:;]/)[1])).toEqual([
      ' a, now called b',
      ' b, now called c',
      ' c, now called d',
      ' another cluster than the b of before, which is now called c',
      ' another cluster than the c of before, which is now called d',
    ]);
  });

  it('knows a cluster that goes while another takes its name, with nothing in common', () => {
    const next = (c: ClusterSpec) => told(step(of([mesh], three), of([mesh], { ...three, c })));
    const another = [
      'CLUSTER_REPLACED Cluster/c: another cluster than the c of before; with Links to it in a, b; its own to a, b',
    ];
    expect(next(full('n'))).toEqual(another);
    expect(next(full('c', { ...moved('c'), podCidrs: ['10.200.0.0/16'], gateway: { address: '192.0.2.9' } }))).toEqual(
      another,
    );
    const alone = of([mesh, { without: [{ source: 'c', both: true }] }], { ...three, c: full('n') });
    expect(told(step(of([mesh], three), alone))).toEqual([
      'CLUSTER_REPLACED Cluster/c: another cluster than the c of before; with Links to it in a, b; its own to a, b',
    ]);
  });

  it('takes a cluster for the same when its API server, its gateway or its podCidrs alone are others', () => {
    const next = (c: ClusterSpec) =>
      step(of([mesh], three), of([mesh], { ...three, c })).filter(({ severity }) => severity === 'error');
    expect(next(full('c', moved('c')))).toEqual([]);
    expect(next(full('c', { gateway: { address: '192.0.2.9' } }))).toEqual([]);
    expect(next(full('c', { podCidrs: ['10.200.0.0/16'] }))).toEqual([]);
    expect(next(full('c', { ...moved('c'), gateway: { address: '192.0.2.9' } }))).toEqual([]);
    expect(next(full('c', { ...moved('c'), podCidrs: ['10.99.0.0/17', '10.98.0.0/16'] }))).toEqual([]);
    expect(next({ network: 'one' })).toEqual([]);
  });

  it('takes nothing that two clusters share for a sign of either', () => {
    const behind = (name: string): ClusterSpec => ({ ...api('proxy'), trustDomain: `${name}.mesh.example.com` });
    const own = { argocd: { server: 'https://kubernetes.default.svc' } };
    const before = { a: { ...behind('a'), ...own }, b: { ...behind('b'), ...own } };
    expect(step(of([], before), of([], { a: before.a, d: { ...behind('d'), ...own } }))).toEqual([]);
  });

  it('says that namespaces do not move under Links', () => {
    const moved = { ...clusters, c: { ...clusters.c, linkerd: { multiclusterNamespace: 'links', namespace: 'mesh' } } };
    expect(told(step(of([mesh]), of([mesh], moved)))).toEqual([
      'NAMESPACE_CHANGED Cluster/c.spec.linkerd.namespace: mesh, which was linkerd',
      'NAMESPACE_CHANGED Cluster/c.spec.linkerd.multiclusterNamespace: links, which was linkerd-multicluster',
    ]);
    expect(step(of([], clusters), of([], moved))).toEqual([]);
  });

  it('warns of a gateway whose old address leads nowhere, and not of one that is named beside it', () => {
    const at = (address: string | string[], port = 4143) =>
      of([mesh], { ...clusters, c: { ...clusters.c, gateway: { address, port } } });
    expect(told(step(at('192.0.2.1'), at('192.0.2.2')))).toEqual([
      'GATEWAY_CHANGED Cluster/c.spec.gateway.address: 192.0.2.2 port 4143, which was 192.0.2.1 port 4143, for a, b',
    ]);
    expect(step(at('192.0.2.1'), at(['192.0.2.1', '192.0.2.2']))).toEqual([]);
    expect(step(at(['192.0.2.1', '192.0.2.2']), at('192.0.2.2'))).toEqual([]);
    expect(told(step(at('192.0.2.1'), at('192.0.2.1', 4443)))[0]).toMatch(/^GATEWAY_CHANGED/);
    const probed = of([mesh], {
      ...clusters,
      c: { ...clusters.c, gateway: { address: '192.0.2.1', probe: { port: 14191 } } },
    });
    expect(told(step(at('192.0.2.1'), probed))).toEqual([
      'GATEWAY_CHANGED Cluster/c.spec.gateway.address: 192.0.2.1 port 4143 probe port 14191, which was 192.0.2.1 port 4143 probe port 4191, for a, b',
    ]);
  });

  it('warns of moves between networks, and of modes, that take mirrors away', () => {
    const services = [
      { name: 'pay', federated: true, clusters: ['c'] },
      { name: 'web', exported: true, clusters: ['c'] },
    ];
    const at = (network: string, ...entries: TopologyEntry[]): TestFleet => ({
      ...of([mesh, ...entries], { a: { network: 'one' }, c: { network, gateway: { address: 'gw.c.example.com' } } }),
      services,
    });
    const gateway: TopologyEntry = { mode: { mode: 'gateway' } };
    expect(told(step(at('one'), at('two')))).toEqual([
      'NETWORK_CHANGED Cluster/c.spec.network: prod/pay of c no longer carried to a',
    ]);
    expect(told(step(at('one', gateway), at('one')))).toEqual([
      'LINK_MODE_CHANGED Fleet.spec.topology: prod/web of c no longer carried to a',
    ]);
    expect(step(at('one'), at('one', gateway))).toEqual([]);
    expect(step(at('two'), at('two', gateway))).toEqual([]);
  });
});

describe('a dead cluster', () => {
  it('that is still linked is warned of', () => {
    const fleet = { topology: mesh, dead: ['c', 'long-gone'] };
    expect(told(ask(deadClusters, { fleet, clusters }))).toEqual([
      'DEAD_CLUSTER_LINKED Fleet.spec.dead[0]: c, which has 4 Links at either end',
    ]);
    expect(ask(deadClusters, { fleet, clusters: two })).toEqual([]);
    expect(ask(deadClusters, { fleet: { ...fleet, topology: [] }, clusters })).toEqual([]);
  });
});
