import { describe, expect, it } from 'vitest';
import { servedMetrics } from '../../../lib/delivery/generator/metrics';
import { indexOf } from '../../../lib/delivery/generator/parameters';
import { firstServed, nextServed } from '../../../lib/delivery/generator/served';
import { fingerprint, isDue } from '../../../lib/delivery/generator/watch';
import { FleetError, issue } from '../../../lib/errors';
import { fleetOf } from '../argocd/fixture';

const of = (...names: string[]) => indexOf(fleetOf({ clusters: Object.fromEntries(names.map((name) => [name, {}])) }));
const broken = () => {
  throw new FleetError([issue('CIDR_HOST_BITS', { path: 'Cluster/a', found: '10.0.0.1/8' })]);
};
const at = (seconds: number) => () => seconds * 1000;

describe('the fleet that is served', () => {
  const first = firstServed({ load: () => of('a', 'b', 'c', 'd'), now: at(1) });

  it('is the newest one', () => {
    const next = nextServed(first, { load: () => of('a', 'b', 'c', 'e'), now: at(2) });
    expect(next.fleet.clusters.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'e']);
    expect(next.digest).not.toBe(first.digest);
    expect([next.problems, next.loadedAt, next.reloads]).toEqual([[], 2, { good: 1, bad: 0 }]);
  });

  it('is the last good one where the newest is broken, and that is known', () => {
    const next = nextServed(first, { load: broken, now: at(2) });
    expect(next.fleet).toBe(first.fleet);
    expect(next.problems.map(({ code }) => code)).toEqual(['CIDR_HOST_BITS']);
    const metrics = servedMetrics(next, { isTlsCurrent: true });
    expect(metrics).toContain('linkerd_fleet_generator_last_reload_successful 0\n');
    expect(metrics).toContain('linkerd_fleet_generator_last_reload_success_timestamp_seconds 1\n');
    expect(metrics).toContain('linkerd_fleet_generator_reloads_total{result="failure"} 1\n');
    const mended = nextServed(next, { load: () => first.fleet, now: at(3) });
    expect([mended.problems, mended.reloads]).toEqual([[], { good: 1, bad: 1 }]);
  });

  it('outlives a mistake of ours', () => {
    const load = () => (undefined as unknown as { clusters: never }).clusters;
    const next = nextServed(first, { load, now: at(2) });
    expect(next.fleet).toBe(first.fleet);
    expect(next.problems[0]?.found).toBe('TypeError');
  });

  it('GENERATOR_SHRUNK: loses no more than half of its clusters at once, unless told to', () => {
    const half = nextServed(first, { load: () => of('a', 'b'), now: at(2) });
    expect(half.problems).toEqual([]);
    const one = nextServed(first, { load: () => of('a'), now: at(2) });
    expect(one.problems.map(({ code, found }) => `${code}: ${found}`)).toEqual([
      'GENERATOR_SHRUNK: 3 of 4 clusters gone',
    ]);
    expect(one.fleet.clusters.length).toBe(4);
    expect(nextServed(first, { load: () => of('a'), now: at(2), maxRemovals: 3 }).problems).toEqual([]);
    expect(nextServed(first, { load: () => of('a', 'b', 'c'), now: at(2), maxRemovals: 0 }).problems).toHaveLength(1);
  });

  it('may be renamed where it has one cluster', () => {
    const single = firstServed({ load: () => of('a'), now: at(1) });
    expect(nextServed(single, { load: () => of('b'), now: at(2) }).problems).toEqual([]);
  });
});

describe('a look at the files', () => {
  it('leads to reading them once nobody writes any more', () => {
    const seen = { read: '1', now: '1', readAt: 0 };
    expect(isDue(seen, '1', false, 1)).toBe(false);
    expect(isDue(seen, '2', false, 1)).toBe(false);
    expect(isDue({ ...seen, now: '2' }, '3', false, 1)).toBe(false);
    expect(isDue({ ...seen, now: '2' }, '2', false, 1)).toBe(true);
  });

  it('leads to reading broken ones again after a while', () => {
    const seen = { read: '1', now: '1', readAt: 0 };
    expect(isDue(seen, '1', true, 59_999)).toBe(false);
    expect(isDue(seen, '1', true, 60_000)).toBe(true);
  });

  it('does not mind files that are not there', () => {
    expect(fingerprint(['/nowhere/at/all'])).toBe('/nowhere/at/all ENOENT');
  });
});
