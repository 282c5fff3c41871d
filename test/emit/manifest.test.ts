import { execFileSync } from 'node:child_process';
import { ApiObject, App, Chart, Yaml } from 'cdk8s';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emitManifest, type Manifest } from '../../lib/emit/manifest';
import { dictionary, key, number, string } from './arbitraries';

/** Keys cdk8s has its own ideas about: it refuses an object with a `constructor` entry and loses `__proto__`. */
const manifestKey = key.filter((name) => name !== 'constructor' && name !== '__proto__' && name.length < 1000);
const leaves = [string, string, number, fc.boolean(), fc.constantFrom(null, undefined)];

const manifest = fc
  .record({
    rest: dictionary(leaves, manifestKey),
    metadata: dictionary(leaves, manifestKey),
    labels: fc.option(fc.dictionary(manifestKey, string, { noNullPrototype: true }), { nil: undefined }),
    annotations: fc.option(fc.dictionary(manifestKey, string, { noNullPrototype: true }), { nil: undefined }),
    namespace: fc.option(string, { nil: undefined }),
  })
  .map(({ rest, metadata, ...known }): Manifest => {
    const { finalizers, ownerReferences, ...others } = metadata as Record<string, unknown>;
    return { ...rest, kind: 'Thing', apiVersion: 'example.com/v1', metadata: { ...others, ...known, name: 'thing' } };
  });

const stock = (m: Manifest) => Yaml.stringify(new ApiObject(new Chart(new App(), 'c'), 'o', m as never).toJson());

describe('a manifest', () => {
  test('has the bytes that cdk8s writes for an ApiObject of it', () => {
    fc.assert(
      fc.property(manifest, (m) => {
        expect(emitManifest(m)).toBe(stock(m));
      }),
      { numRuns: 3000 },
    );
  });

  test('has the same bytes when it is frozen, however often it is asked for', () => {
    const freeze = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const child of Object.values(value)) freeze(child);
      Object.freeze(value);
    };
    fc.assert(
      fc.property(manifest, (m) => {
        const text = emitManifest(m);
        for (const field of Object.values(m)) freeze(field);
        expect([emitManifest(m), emitManifest(m), emitManifest({ ...m })]).toEqual([text, text, text]);
        expect(emitManifest({ ...m, again: m.spec, spec: m.spec })).toBe(stock({ ...m, again: m.spec, spec: m.spec }));
      }),
      { numRuns: 500 },
    );
  });

  test('prints a spec anew when it changed between two calls, frozen at the top or not', () => {
    const inner = { port: 1 };
    const m: Manifest = { apiVersion: 'v1', kind: 'A', metadata: { name: 'a' }, spec: Object.freeze({ inner }) };
    expect(emitManifest(m)).toContain('port: 1');
    inner.port = 2;
    expect(emitManifest(m)).toContain('port: 2');
  });

  test('has apiVersion, kind and metadata first and the rest sorted', () => {
    const m: Manifest = {
      status: undefined,
      spec: { b: [], a: {}, z: null },
      kind: 'Link',
      data: { 10: 'x', 9: 'y' },
      metadata: { namespace: 'ns', name: 'x', labels: {}, annotations: { b: '1', a: 'true' }, finalizers: [] },
      apiVersion: 'v1',
    };
    expect(emitManifest(m)).toBe(
      'apiVersion: v1\nkind: Link\nmetadata:\n  annotations:\n    a: "true"\n    b: "1"\n  name: x\n  namespace: ns\n' +
        'data:\n  "9": "y"\n  "10": x\nspec:\n  a: {}\n  b: []\n',
    );
  });

  test('keeps labels that share a name with what JavaScript objects inherit', () => {
    const labels = JSON.parse('{"constructor": "a", "__proto__": "b", "toString": "c"}') as Record<string, string>;
    expect(emitManifest({ apiVersion: 'v1', kind: 'A', metadata: { name: 'a', labels } })).toBe(
      'apiVersion: v1\nkind: A\nmetadata:\n  labels:\n    __proto__: b\n    constructor: a\n    toString: c\n  name: a\n',
    );
  });

  test.each([
    ['a Date', new Date(0)],
    ['a Map', new Map()],
    ['a function', () => 1],
    ['a bigint', 1n],
  ])('is refused with its kind and name when it holds %s', (_, value) => {
    expect(() => emitManifest({ apiVersion: 'v1', kind: 'Link', metadata: { name: 'eu' }, spec: { value } })).toThrow(
      /^Link eu holds something that is not plain data/,
    );
  });

  test('loads the yaml library only for strings of an odd shape', () => {
    const script = `
      const { emitManifest } = require('./lib/emit/manifest');
      const loaded = () => Object.keys(require.cache).some((file) => file.includes('/node_modules/yaml/'));
      const bundle = '-----BEGIN CERTIFICATE-----\\nMIIB+/=\\n-----END CERTIFICATE-----\\n';
      emitManifest({ apiVersion: 'v1', kind: 'A', metadata: { name: 'a', labels: { 'example.com/a': 'true' } }, spec: {
        n: 1, f: 1.5, b: false, e: '', list: ['4143', '3s', '10.0.0.0/8', '100m', 'https://a:6443', 'two words'], bundle,
      } });
      const before = loaded();
      emitManifest({ apiVersion: 'v1', kind: 'A', metadata: { name: 'a' }, odd: '- x' });
      process.stdout.write(JSON.stringify([before, loaded()]));`;
    const out = execFileSync(process.execPath, ['--import', 'tsx', '-e', script], { encoding: 'utf8' });
    expect(JSON.parse(out)).toEqual([false, true]);
  });
});
