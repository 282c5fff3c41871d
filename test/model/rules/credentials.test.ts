import { describe, expect, it } from 'vitest';
import type { Credentials } from '../../../lib/fleet/spec';
import { accountOfChart, epochs, oneWay, revokedLinks, sourcesKnown } from '../../../lib/model/rules/credentials';
import { ask, told } from './ask';

const topology = [{ fullMesh: {} }];
const clusters = (credentials: Credentials) => ({ 'eu-1': { credentials }, 'us-1': {}, 'us-2': {} });
const store = { externalSecrets: { store: 'links' } };

describe('ways of delivery', () => {
  it('stand alone in one place, and may differ between places', () => {
    const fine: Credentials = { existing: {}, sources: { 'us-1': store } };
    expect(ask(oneWay, { fleet: { credentials: store }, clusters: clusters(fine) })).toEqual([]);
    const both: Credentials = { ...store, existing: {} };
    expect(
      told(ask(oneWay, { fleet: { credentials: both }, clusters: clusters({ sources: { 'us-1': both } }) })),
    ).toEqual([
      'CREDENTIALS_WAYS Fleet.spec.credentials: externalSecrets and existing',
      'CREDENTIALS_WAYS Cluster/eu-1.spec.credentials.sources.us-1: externalSecrets and existing',
    ]);
  });
});

describe('the account of the chart', () => {
  it('is for all sources, and is named once where it is kept', () => {
    const values = (kept: boolean) => ({ multicluster: { remoteMirrorServiceAccount: kept } });
    const of = (fleet: boolean, eu: boolean) =>
      ask(accountOfChart, {
        fleet: { topology, values: values(fleet) },
        clusters: { 'eu-1': { values: values(eu) }, 'us-1': {}, 'us-2': {} },
      }).map(({ code, path, clusters: named }) => [code, path, named]);
    expect(of(false, false)).toEqual([]);
    expect(of(true, false)).toEqual([
      ['CREDENTIALS_OF_CHART', 'Fleet.spec.values.multicluster.remoteMirrorServiceAccount', ['us-1', 'us-2']],
    ]);
    expect(of(false, true)).toEqual([
      ['CREDENTIALS_OF_CHART', 'Cluster/eu-1.spec.values.multicluster.remoteMirrorServiceAccount', ['eu-1']],
    ]);
  });
});

describe('epochs', () => {
  const of = (credentials: Credentials) => told(ask(epochs, { clusters: clusters(credentials) }));

  it('leave one token, or two while a rotation is under way', () => {
    for (const fine of [
      { epoch: 2 },
      { epoch: 2, loaded: 2 },
      { epoch: 2, retired: 1 },
      { epoch: 9, loaded: 8, retired: 7 },
      // Let in again after a revocation.
      { epoch: 9, loaded: 8, retired: 8 },
    ])
      expect(of(fine)).toEqual([]);
  });

  it.each([
    [{ epoch: 3 }, 'epoch: epoch 3, loaded 1, retired 0; only epoch said there'],
    [{ retired: 1 }, 'retired: epoch 1, loaded 2, retired 1; only retired said there'],
    [{ epoch: 2, loaded: 3 }, 'epoch: epoch 2, loaded 3, retired 0; only epoch and loaded said there'],
    [{ epoch: 3, loaded: 1, retired: 1 }, 'epoch: epoch 3, loaded 1, retired 1'],
  ])('are refused where they leave none, too many, or load one that is not there: %j', (said, found) => {
    expect(of(said)).toEqual([`CREDENTIALS_EPOCH Cluster/eu-1.spec.credentials.${found}`]);
    expect(of({ sources: { 'us-1': said } })).toEqual([
      `CREDENTIALS_EPOCH Cluster/eu-1.spec.credentials.sources.us-1.${found}`,
    ]);
  });

  it('are wrong where the nearest level says one of them, whatever the fleet says of the others', () => {
    const fleet = { credentials: { epoch: 2, retired: 1 } };
    const near = { clusters: { a: { credentials: { loaded: 2 } } }, fleet };
    expect(told(ask(epochs, near))).toEqual([
      'CREDENTIALS_EPOCH Cluster/a.spec.credentials.loaded: epoch 1, loaded 2, retired 0; only loaded said there',
    ]);
    // A source that says none of them has those of all.
    const both = { clusters: { a: { credentials: { loaded: 2, sources: { b: { existing: {} } } } }, b: {} }, fleet };
    expect(ask(epochs, both).map(({ path }) => path)).toEqual(['Cluster/a.spec.credentials.loaded']);
  });

  it('of the fleet are wrong once', () => {
    expect(told(ask(epochs, { fleet: { credentials: { epoch: 4 } }, clusters: ['a', 'b'] }))).toEqual([
      'CREDENTIALS_EPOCH Fleet.spec.credentials.epoch: epoch 4, loaded 1, retired 0; only epoch said there',
    ]);
  });
});

describe('names of sources', () => {
  it('are names of clusters: a misspelt one would revoke nobody', () => {
    const given = clusters({ revoked: ['us-1', 'us1'], sources: { 'us-2': {}, 'us-22': {} } });
    const issues = ask(sourcesKnown, { clusters: given });
    expect(told(issues)).toEqual([
      'CREDENTIALS_SOURCE_UNKNOWN Cluster/eu-1.spec.credentials.sources: "us-22"',
      'CREDENTIALS_SOURCE_UNKNOWN Cluster/eu-1.spec.credentials.revoked: "us1"',
    ]);
    expect(issues[1]!.fix).toBe('Did you mean us-1?');
  });
});

describe('a revoked source', () => {
  it('that still holds its Link is a warning, at the level that says it', () => {
    const at = (fleet: object, own: Credentials) =>
      ask(revokedLinks, { fleet: { topology, ...fleet }, clusters: clusters(own) });
    expect(told(at({}, { revoked: ['us-1'] }))).toEqual([
      'CREDENTIALS_REVOKED Cluster/eu-1.spec.credentials.revoked: a Link to eu-1 in us-1',
    ]);
    expect(at({}, { revoked: ['us-1'] })[0]!.severity).toBe('warning');
    expect(at({ topology: [{ edges: [{ source: 'us-2', target: 'eu-1' }] }] }, { revoked: ['us-1'] })).toEqual([]);
  });
});
