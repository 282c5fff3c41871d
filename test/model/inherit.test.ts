import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inherit, isPlain, originOf, settingPath } from '../../lib/model/inherit';
import type { Level } from '../../lib/model/types';

const ORDER = ['default', 'fleet', 'region', 'cluster'] as const;
const levels = (...settings: Record<string, unknown>[]): Level[] =>
  settings.map((s, i) => ({ from: ORDER[i]!, at: `${ORDER[i]}.spec`, settings: s }));

describe('inherit', () => {
  it('drops what belongs to a load balancer where a nearer level has none', () => {
    const fleet = { gateway: { loadBalancerClass: 'internal', loadBalancerSourceRanges: ['192.0.2.0/24'] } };
    const cluster = { gateway: { serviceType: 'NodePort' } };
    expect(inherit(levels({}, fleet, {}, cluster))).toEqual({ gateway: { serviceType: 'NodePort' } });
    const both = { gateway: { serviceType: 'NodePort', loadBalancerClass: 'internal' } };
    expect(inherit(levels({}, {}, {}, both))).toEqual(both);
  });

  it('lets the nearer of licence and licence Secret win', () => {
    const settings = levels({}, { linkerd: { license: 'text' } }, {}, { linkerd: { licenseSecret: 'bel' } });
    expect(inherit(settings)).toEqual({ linkerd: { licenseSecret: 'bel' } });
  });

  it('knows where a setting is said, and that a map replaced whole hides what is below', () => {
    const below = { trust: { issuer: { certManager: { issuerRef: { name: 'ca' } } } } };
    const settings = levels({}, below, { trust: { issuer: { existing: {} } } }, {});
    expect(originOf(settings, ['trust', 'issuer', 'certManager'])).toBeUndefined();
    expect(settingPath(settings, ['trust', 'issuer'])).toBe('region.spec.trust.issuer');
    expect(settingPath(settings, ['network'])).toBe('cluster.spec.network');
  });

  it('lets the level nearest to the cluster win', () => {
    expect(inherit(levels({ a: 1, b: 1, c: 1, d: 1 }, { b: 2, c: 2, d: 2 }, { c: 3, d: 3 }, { d: 4 }))).toEqual({
      a: 1,
      b: 2,
      c: 3,
      d: 4,
    });
  });

  it('merges maps key by key and replaces everything else whole', () => {
    const merged = inherit(
      levels(
        {},
        { gateway: { port: 4143, annotations: { a: '1', b: '1' } }, namespaces: ['x', 'y'] },
        {},
        {
          gateway: { annotations: { b: '2' } },
          namespaces: ['z'],
        },
      ),
    );
    expect(merged).toEqual({ gateway: { port: 4143, annotations: { a: '1', b: '2' } }, namespaces: ['z'] });
  });

  it('takes an issuer whole, since half of two would be neither', () => {
    const merged = inherit(
      levels(
        { trust: { bundle: 'helm', issuer: { existing: {} } } },
        { trust: { issuer: { certManager: { issuerRef: {} } } } },
      ),
    );
    expect(merged).toEqual({ trust: { bundle: 'helm', issuer: { certManager: { issuerRef: {} } } } });
  });

  it('reads nothing into undefined, and a value into null, false, zero and empty text', () => {
    expect(inherit(levels({ a: 1, b: 1, c: 1, d: 1, e: 1 }, { a: undefined, b: null, c: false, d: 0, e: '' }))).toEqual(
      {
        a: 1,
        b: null,
        c: false,
        d: 0,
        e: '',
      },
    );
  });

  it('changes none of the levels, and reaches no prototype', () => {
    const fleet = JSON.parse('{"values": {"a": {"b": 1}}, "__proto__": {"polluted": true}}') as Record<string, unknown>;
    const given = levels({}, fleet, {}, { values: { a: { c: 2 } } });
    const before = JSON.stringify(given);
    const merged = inherit(given);
    expect(merged).toEqual({ values: { a: { b: 1, c: 2 } } });
    expect(JSON.stringify(given)).toBe(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('originOf', () => {
  it('names the level that a value comes from', () => {
    const given = levels({ ha: false }, { ha: true, gateway: { port: 1 } }, {}, { gateway: { probe: { port: 2 } } });
    expect(originOf(given, ['ha'])).toBe('fleet');
    expect(originOf(given, ['gateway', 'port'])).toBe('fleet');
    expect(originOf(given, ['gateway', 'probe', 'port'])).toBe('cluster');
    expect(originOf(given, ['gateway'])).toBe('cluster');
    expect(originOf(given, ['network'])).toBeUndefined();
    expect(originOf(levels({ ha: false }, { ha: undefined }), ['ha'])).toBe('default');
  });

  it('takes no inherited name of JavaScript objects for a setting', () => {
    expect(originOf(levels({}, { gateway: {} }), ['gateway', 'constructor'])).toBeUndefined();
    expect(originOf(levels({}, { network: 'x' }), ['network', 'length'])).toBeUndefined();
  });

  const scalar = fc.oneof(fc.nat(9), fc.constantFrom('x', true, null));
  const map = (depth: number): fc.Arbitrary<Record<string, unknown>> =>
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), depth === 0 ? scalar : fc.oneof(scalar, map(depth - 1)), {
      maxKeys: 3,
    });

  it('agrees with inherit: a scalar of the merged settings is the one of that level', () => {
    fc.assert(
      fc.property(fc.tuple(map(2), map(2), map(2), map(2)), (settings) => {
        const given = levels(...settings);
        for (const [path, value] of leaves(inherit(given))) {
          const from = originOf(given, path);
          const level = given.find((l) => l.from === from)!.settings;
          expect(path.reduce<unknown>((v, key) => (v as Record<string, unknown>)[key], level)).toEqual(value);
        }
      }),
    );
  });
});

function* leaves(value: unknown, path: string[] = []): Generator<[string[], unknown]> {
  if (!isPlain(value)) yield [path, value];
  else for (const [key, inner] of Object.entries(value)) yield* leaves(inner, [...path, key]);
}
