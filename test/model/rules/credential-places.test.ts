import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credentialPlaces } from '../../../lib/model/rules/credential-places';
import { ask, told } from './ask';

const topology = [{ fullMesh: {} }];
const keyed = (key: string, clusters: readonly string[] = ['ap', 'eu', 'us']) =>
  told(ask(credentialPlaces, { fleet: { topology, credentials: { externalSecrets: { store: 's', key } } }, clusters }));

describe('keys in a store', () => {
  it.each(['linkerd/links/{target}/{source}', 'links_{target}_{source}', '{source}.{target}', '{target}x/{source}'])(
    'of each Link are its own: %s',
    (key) => expect(keyed(key)).toEqual([]),
  );

  it('that all sources of a target share are refused: each would read the token of another', () => {
    expect(keyed('x/{target}')).toEqual([
      'CREDENTIALS_SHARED Fleet.spec.credentials.externalSecrets.key: key "x/ap" of store s for eu->ap, us->ap, and 2 more like it',
    ]);
    expect(keyed('x/{source}')).toEqual([
      'CREDENTIALS_SHARED Fleet.spec.credentials.externalSecrets.key: key "x/eu" of store s for eu->ap, eu->us, and 2 more like it',
    ]);
    expect(keyed('x')).toHaveLength(1);
  });

  it('are refused where names run into one another, and fine where these names do not', () => {
    expect(keyed('{target}-{source}', ['a', 'a-b', 'b-c', 'c'])).toEqual([
      'CREDENTIALS_SHARED Fleet.spec.credentials.externalSecrets.key: key "a-b-c" of store s for b-c->a, c->a-b',
    ]);
    expect(keyed('{target}-{source}')).toEqual([]);
  });

  it('with one target in a store need only name the source', () => {
    const of = (name: string, key: string) => ({ credentials: { externalSecrets: { store: `links-${name}`, key } } });
    const clusters = (key: string) => ({ ap: of('ap', key), eu: of('eu', key), us: of('us', key) });
    expect(ask(credentialPlaces, { fleet: { topology }, clusters: clusters('link-{source}') })).toEqual([]);
    expect(told(ask(credentialPlaces, { fleet: { topology }, clusters: clusters('link') }))[0]).toBe(
      'CREDENTIALS_SHARED Cluster/ap.spec.credentials.externalSecrets.key: key "link" of store links-ap for eu->ap, us->ap',
    );
  });

  it('of different forms meet in one store, and not in two', () => {
    const of = (store: string) =>
      told(
        ask(credentialPlaces, {
          fleet: { topology, credentials: { externalSecrets: { store: 's', key: '{target}/{source}' } } },
          clusters: {
            ap: { credentials: { sources: { eu: { externalSecrets: { store, key: '{source}/{target}' } } } } },
            eu: {},
          },
        }),
      );
    expect(of('s')).toEqual([
      'CREDENTIALS_SHARED Fleet.spec.credentials.externalSecrets.key: key "eu/ap" of store s for eu->ap, ap->eu',
    ]);
    expect(of('t')).toEqual([]);
  });

  it('concern the Links of the clusters that are asked about', () => {
    const given = {
      fleet: { topology, credentials: { externalSecrets: { store: 's', key: 'x/{target}' } } },
      clusters: ['ap', 'eu', 'us'],
    };
    expect(told(ask(credentialPlaces, given, ['ap']))[0]).toContain('eu->ap, us->ap');
  });
});

describe('files', () => {
  const filed = (files: string, more: object = {}) =>
    told(
      ask(credentialPlaces, {
        fleet: { topology, credentials: { sealedSecrets: { files } }, ...more },
        clusters: ['ap', 'eu'],
      }),
    );
  const shared = (found: string) => [`CREDENTIALS_SHARED Fleet.spec.credentials.sealedSecrets.files: ${found}`];

  it('of each Secret are its own', () => {
    const flat = { network: 'one' };
    expect(filed('c/{source}/{target}.{namespace}.yaml', flat)).toEqual([]);
    expect(filed('c/{target}.{namespace}.yaml', flat)).toEqual([]);
    expect(filed('c/{source}/{target}.yaml')).toEqual([]);
    expect(filed('c/{source}/{target}.yaml', flat)).toEqual(
      shared('the file c/eu/ap.yaml for eu->ap, and 1 more like it'),
    );
    expect(filed('c/./x.yaml')).toEqual(shared('the file c/x.yaml for eu->ap, ap->eu'));
  });

  it('that sources share are refused, by whatever way each comes', () => {
    const of = (sops: string) =>
      told(
        ask(credentialPlaces, {
          fleet: { topology, credentials: { sealedSecrets: { files: 'c/{target}.{namespace}.yaml' } } },
          clusters: {
            ap: { credentials: { sources: { us: { sops: { age: ['age1own'], files: sops } } } } },
            eu: {},
            us: { credentials: { existing: {} } },
          },
        }),
      );
    expect(of('c/{target}.{namespace}.yaml')[0]).toContain(
      'the file c/ap.linkerd-multicluster.yaml for eu->ap, us->ap',
    );
    expect(of('c/{source}.{target}.{namespace}.yaml').join()).not.toContain('us->ap');
  });
});

describe('places that are passed without a look at any Link', () => {
  const name = fc.stringMatching(/^[a-z]([-a-z0-9]{0,3}[a-z0-9])?$/);
  const piece = fc.constantFrom('{target}', '{source}', '/', '-', '_', 'a', '.');

  it('are different for different Links, whatever the clusters are called', () => {
    const given = [
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      fc.uniqueArray(name, { minLength: 2, maxLength: 5 }),
    ];
    fc.assert(
      fc.property(...(given as [fc.Arbitrary<string[]>, fc.Arbitrary<string[]>]), (pieces, clusters) => {
        const key = pieces.join('');
        const keys = clusters.flatMap((target) =>
          clusters
            .filter((source) => source !== target)
            .map((source) => key.replaceAll('{target}', target).replaceAll('{source}', source)),
        );
        expect(keyed(key, clusters).length > 0).toBe(new Set(keys).size < keys.length);
      }),
      { numRuns: 300 },
    );
  });
});
