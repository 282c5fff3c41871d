import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterSpec, Credentials, FleetSpec } from '../../lib/fleet/spec';
import { credentialsOf, liveEpochs, rotationStage } from '../../lib/model/credentials/credentials';
import { buildTestFleet } from './fixtures';

/** The credentials of cluster a. */
const of = (fleet: Partial<FleetSpec>, a: ClusterSpec = {}) =>
  buildTestFleet({ fleet, clusters: { a } }).fleet.clusters.get('a')!.credentials;

const STORE = { externalSecrets: { store: 'links' } };

describe('the credentials of a cluster', () => {
  it('exist by other means, with one token, unless described', () => {
    const common = { kind: 'existing', controlPlaneSecret: 'needed', epoch: 1, loaded: 1, retired: 0 };
    expect(of({})).toEqual({ common, sources: {}, revoked: [] });
    expect(of({ credentials: { existing: {}, controlPlaneSecret: 'always' } }).common).toEqual({
      ...common,
      controlPlaneSecret: 'always',
    });
  });

  it('through External Secrets have the defaults, and what is given', () => {
    expect(of({ credentials: STORE }).common).toEqual({
      kind: 'externalSecrets',
      controlPlaneSecret: 'needed',
      store: 'links',
      storeKind: 'SecretStore',
      key: 'linkerd/links/{target}/{source}',
      refreshInterval: '1h0m0s',
      epoch: 1,
      loaded: 1,
      retired: 0,
    });
    expect(
      of({ credentials: { externalSecrets: { store: 'links', key: 'x/{source}/{target}' } } }).common,
    ).toMatchObject({ key: 'x/{source}/{target}' });
  });

  it('go the way that the nearest level names, and merge with levels that name the same', () => {
    expect(of({ credentials: STORE }, { credentials: { existing: {} } }).common).not.toHaveProperty('store');
    expect(of({ credentials: STORE }, { credentials: { externalSecrets: { store: 'own' } } }).common).toMatchObject({
      kind: 'externalSecrets',
      store: 'own',
    });
    const region = {
      regions: [{ name: 'eu', credentials: { externalSecrets: { store: 'eu', refreshInterval: '5m' } } }],
    };
    expect(
      of({ credentials: { existing: {} }, ...region }, { region: 'eu', credentials: { epoch: 2, retired: 1 } }).common,
    ).toMatchObject({ store: 'eu', refreshInterval: '5m', epoch: 2, loaded: 2 });
  });

  it('take epoch, loaded and retired together from the nearest level that says one of them', () => {
    const fleet = { credentials: { epoch: 5, loaded: 5, retired: 4 } };
    expect(of(fleet).common).toMatchObject({ epoch: 5, loaded: 5, retired: 4 });
    expect(of(fleet, { credentials: { epoch: 2 } }).common).toMatchObject({ epoch: 2, loaded: 1, retired: 0 });
  });

  it('may be different for one source', () => {
    const { topology } = { topology: [{ fullMesh: {} }] };
    const credentials: Credentials = { ...STORE, sources: { b: { existing: {}, epoch: 3, retired: 2 } } };
    const { fleet } = buildTestFleet({ fleet: { topology }, clusters: { a: { credentials }, b: {}, c: {} } });
    const [b, c] = fleet.topology.sources(fleet.clusters.get('a')!).map(credentialsOf);
    expect(b).toMatchObject({ kind: 'existing', epoch: 3, loaded: 3 });
    expect(c).toMatchObject({ kind: 'externalSecrets', epoch: 1 });
  });

  it('are revoked for whom any level names', () => {
    expect(of({ credentials: { revoked: ['z'] } }, { credentials: { revoked: ['b', 'z'] } }).revoked).toEqual([
      'b',
      'z',
    ]);
  });
});

describe('tokens', () => {
  it('are good from the one after the last retired up to the newest', () => {
    expect(liveEpochs({ epoch: 1, retired: 0 })).toEqual([1]);
    expect(liveEpochs({ epoch: 8, retired: 6 })).toEqual([7, 8]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.nat(99), (epoch, retired) => {
        expect(liveEpochs({ epoch, retired })).toHaveLength(Math.max(0, epoch - retired));
      }),
    );
  });

  it('rotate in three stages', () => {
    expect(rotationStage({ epoch: 1, loaded: 1, retired: 0 })).toBe('settled');
    expect(rotationStage({ epoch: 2, loaded: 1, retired: 0 })).toBe('minted');
    expect(rotationStage({ epoch: 2, loaded: 2, retired: 0 })).toBe('loaded');
    expect(rotationStage({ epoch: 2, loaded: 2, retired: 1 })).toBe('settled');
  });
});
