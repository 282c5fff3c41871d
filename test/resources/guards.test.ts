import { describe, expect, it } from 'vitest';
import type { Guards } from '../../lib/fleet/spec';
import { guardManifests } from '../../lib/resources/guards/guards';
import { validateAgainstCrd } from '../imports/schema';
import { planOf } from './plans';

// biome-ignore lint/suspicious/noExplicitAny: objects of three kinds, read by tests that know them
type Object = { kind: string; metadata: { name: string; annotations: Record<string, string> } } & Record<string, any>;

const WRITER = 'system:serviceaccount:external-secrets:external-secrets';

function of(guards?: Guards): Object[] {
  const edges = [
    { source: 'us', target: 'eu' },
    { source: 'us', target: 'ap', mode: 'gateway' as const },
  ];
  const given = {
    fleet: { topology: [{ edges }] },
    clusters: {
      us: { network: 'n', guards },
      eu: { network: 'n' },
      ap: { gateway: { address: 'gw.ap.example.com' } },
    },
    services: [{ name: 'pay', federated: true }, { name: 'web', exported: true }, { name: 'plain' }],
  };
  return guardManifests(planOf(given, 'us')) as unknown as Object[];
}

const all = (mode: 'audit' | 'deny'): Guards => ({ links: mode, exports: mode, credentials: mode, writers: [WRITER] });
const named = (objects: Object[], kind: string) =>
  objects.filter((o) => o.kind === kind && !o.metadata.name.startsWith('lists.'));

describe('guards', () => {
  it('are written only where the cluster asks for them, and only those', () => {
    expect(of()).toEqual([]);
    expect(of({})).toEqual([]);
    expect(of({ links: 'audit' }).map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'ConfigMap linkerd-fleet-links',
      'ValidatingAdmissionPolicy links.linkerd-fleet.dev',
      'ValidatingAdmissionPolicyBinding links.linkerd-fleet.dev',
      'ValidatingAdmissionPolicy lists.linkerd-fleet.dev',
      'ValidatingAdmissionPolicyBinding lists.linkerd-fleet.dev',
    ]);
  });

  it('pin each Link to its target, gateway and selectors, and each Service to how it crosses clusters', () => {
    const [links, exports, credentials] = named(of(all('deny')), 'ConfigMap').map(({ data }) => data);
    expect(links).toEqual({
      ap: 'ap|linkerd|cluster-credentials-ap|gw.ap.example.com|4143|linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.ap.mesh.example.com',
      'ap.selector': 'mirror.linkerd.io/exported=true',
      eu: 'eu|linkerd|cluster-credentials-eu|||',
      'eu.federatedServiceSelector': 'mirror.linkerd.io/federated=member',
      'eu.remoteDiscoverySelector': 'mirror.linkerd.io/exported=remote-discovery',
    });
    expect(Object.values(exports)).toEqual(['|member', 'true|']);
    expect(Object.keys(exports).every((key) => /\.(pay|web)$/.test(key))).toBe(true);
    expect(credentials).toEqual({ names: 'cluster-credentials-ap,cluster-credentials-eu', writers: WRITER });
  });

  it('are listed before the first thing they are asked about, and come into force after the last', () => {
    const waves = of(all('deny')).map(({ kind, metadata }) => [
      kind,
      Number(metadata.annotations['argocd.argoproj.io/sync-wave']),
    ]);
    for (const [kind, wave] of waves) {
      if (kind === 'ConfigMap') expect(wave).toBeLessThan(2);
      else expect(wave).toBeGreaterThan(kind === 'ValidatingAdmissionPolicy' ? 5 : 6);
    }
  });

  it('leave one policy behind that is asked about nothing, so that lists are read when guards come back', () => {
    const [policy, binding, ...more] = of(all('deny')).filter(({ metadata }) => metadata.name.startsWith('lists.'));
    expect(more).toEqual([]);
    expect(policy!.spec.paramKind).toEqual({ apiVersion: 'v1', kind: 'ConfigMap' });
    expect(policy!.spec.matchConstraints.resourceRules[0].operations).toEqual(['CONNECT']);
    expect(binding!.spec.validationActions).toEqual(['Audit']);
    for (const { metadata } of [policy!, binding!]) {
      expect(metadata.annotations).toMatchObject({ 'argocd.argoproj.io/sync-options': 'Prune=false' });
    }
  });

  it('refuse nothing in audit mode, whatever goes wrong', () => {
    const objects = of(all('audit'));
    for (const { spec } of named(objects, 'ValidatingAdmissionPolicy')) expect(spec.failurePolicy).toBe('Ignore');
    for (const { spec } of named(objects, 'ValidatingAdmissionPolicyBinding')) {
      expect(spec.validationActions).toEqual(['Warn', 'Audit']);
      expect(spec.paramRef.parameterNotFoundAction).toBe('Allow');
    }
    for (const { spec } of named(of(all('deny')), 'ValidatingAdmissionPolicyBinding')) {
      expect(spec.validationActions).toEqual(['Deny', 'Audit']);
    }
  });

  it('are what the API server takes', () => {
    expect(of({ ...all('deny'), breakGlass: 'fleet:"x"' }).flatMap((object) => validateAgainstCrd(object))).toEqual([]);
  });
});
