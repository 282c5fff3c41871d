import { describe, expect, it } from 'vitest';
import { destinationIssues } from '../../lib/analysis/step/destinations';
import type { ClusterSpec } from '../../lib/fleet/spec';
import { buildTestFleet } from '../model/fixtures';
import { told } from '../model/rules/ask';

type Clusters = Readonly<Record<string, ClusterSpec>>;

const fleetOf = (clusters: Clusters, isDelivered = true) =>
  buildTestFleet({ fleet: isDelivered ? { argocd: { repoURL: 'https://git.example.com/m.git' } } : {}, clusters })
    .fleet;
const step = (before: Clusters, after: Clusters, isDelivered = true) =>
  destinationIssues(fleetOf(before, isDelivered), fleetOf(after, isDelivered));

const api = (name: string, argocd?: ClusterSpec['argocd']): ClusterSpec => ({
  apiServer: { url: `https://api.${name}.example.com` },
  argocd,
});

describe('the destination of a cluster', () => {
  it('is not that of another: the directory of the one would be applied to the other', () => {
    const [x, y] = ['https://x.example.com', 'https://y.example.com'];
    const issues = step(
      { eu: api('eu', { server: x }), us: api('us', { server: y }) },
      { eu: api('eu', { server: `${y}:443` }), us: api('us', { server: x }) },
    );
    expect(told(issues)).toEqual([
      'ARGOCD_DESTINATION_MOVED Cluster/eu.spec.argocd: server y.example.com port 443, which was that of us',
      'ARGOCD_DESTINATION_MOVED Cluster/us.spec.argocd: server x.example.com port 443, which was that of eu',
    ]);
    expect(issues[0]).toMatchObject({ severity: 'error', clusters: ['eu', 'us'] });
    expect(told(step({ eu: api('eu'), us: api('us') }, { eu: api('eu', { name: 'us' }) }))).toEqual([
      'ARGOCD_DESTINATION_MOVED Cluster/eu.spec.argocd: name us, which was that of us',
    ]);
  });

  it('gives away two names that changed places where nothing else does', () => {
    const flat = (cidr: string, name: string): ClusterSpec => ({ podCidrs: [cidr], argocd: { name } });
    const [one, two] = [flat('10.1.0.0/16', 'x'), flat('10.2.0.0/16', 'y')];
    expect(step({ eu: one, us: two }, { eu: two, us: one }).map(({ code }) => code)).toEqual([
      'ARGOCD_DESTINATION_MOVED',
      'ARGOCD_DESTINATION_MOVED',
    ]);
  });

  it('is a warning where it is called something else', () => {
    expect(told(step({ eu: api('eu') }, { eu: api('eu', { name: 'prod-eu' }) }))).toEqual([
      'ARGOCD_DESTINATION_CHANGED Cluster/eu.spec.argocd: name prod-eu, which was name eu',
    ]);
    // Of another name CLUSTER_RENAMED speaks.
    expect(step({ eu: api('eu') }, { west: api('eu') })).toEqual([]);
    expect(step({ eu: api('eu') }, { eu: api('eu'), us: api('us') })).toEqual([]);
    expect(step({ eu: api('eu') }, { eu: api('eu', { name: 'prod-eu' }) }, false)).toEqual([]);
  });
});
