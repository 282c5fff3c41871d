import { describe, expect, it } from 'vitest';
import type { ClusterSpec, FleetSpec } from '../../../lib/fleet/spec';
import { guardWriters } from '../../../lib/model/rules/policy-guards';
import { ask, told } from './ask';

const of = (a: ClusterSpec) => told(ask(guardWriters, { clusters: { a } }));

describe('guards of a cluster', () => {
  it('leave somebody who writes credentials', () => {
    expect(of({ guards: { links: 'deny' } })).toEqual([]);
    expect(of({ guards: { credentials: 'audit', writers: ['system:serviceaccount:eso:eso'] } })).toEqual([]);
    expect(of({ guards: { credentials: 'deny' } })).toEqual([
      'GUARD_WRITERS Cluster/a.spec.guards.writers: credentials without writers',
    ]);
    expect(of({ guards: { credentials: 'deny', writers: ['one,two'] } })).toEqual([
      'GUARD_WRITERS Cluster/a.spec.guards.writers: "one,two"',
    ]);
  });

  it('are mended where they are said', () => {
    const fleet = (guards: FleetSpec['guards'], a: ClusterSpec = {}) =>
      told(ask(guardWriters, { fleet: { guards }, clusters: { a, b: a } })).map((issue) => issue.split(': ')[0]);
    expect(fleet({ credentials: 'deny' })).toEqual(['GUARD_WRITERS Fleet.spec.guards.writers']);
    expect(fleet({ credentials: 'deny', writers: [] })).toEqual(['GUARD_WRITERS Fleet.spec.guards.writers']);
    expect(fleet({ writers: ['one,two'] })).toEqual(['GUARD_WRITERS Fleet.spec.guards.writers']);
    const own: ClusterSpec = { guards: { credentials: 'deny' } };
    expect(fleet({ links: 'deny' }, own)).toEqual([
      'GUARD_WRITERS Cluster/a.spec.guards.writers',
      'GUARD_WRITERS Cluster/b.spec.guards.writers',
    ]);
  });

  it('need a Kubernetes that has them', () => {
    expect(of({ kubernetesVersion: '1.30', guards: { links: 'audit' } })).toEqual([]);
    expect(of({ kubernetesVersion: '1.29', guards: { engine: 'kyverno', links: 'audit' } })).toEqual([]);
    expect(of({ kubernetesVersion: '1.29', guards: { links: 'audit' } })).toEqual([
      'GUARD_KUBERNETES Cluster/a.spec.kubernetesVersion: guards with Kubernetes 1.29',
    ]);
  });
});
