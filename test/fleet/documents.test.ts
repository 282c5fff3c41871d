import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issue } from '../../lib/errors';
import { API_VERSION } from '../../lib/fleet/description';
import { locate, parseDocuments } from '../../lib/fleet/documents';
import type { RawDocument } from '../../lib/read/parsed';

const fleet = (name = 'x') => ({ apiVersion: API_VERSION, kind: 'Fleet', metadata: { name }, spec: {} });
const cluster = (name: string, spec?: unknown) => ({
  kind: 'Cluster',
  metadata: { name },
  ...(spec === undefined ? {} : { spec }),
});
const service = (name: string, namespace: string) => ({
  kind: 'Service',
  metadata: { name, namespace },
  spec: { ports: [{ port: 80 }] },
});

describe('documents', () => {
  it('are sorted by kind', () => {
    const documents = parseDocuments(
      [cluster('b'), service('web', 'shop'), fleet(), cluster('a')].map((value) => ({ value })),
    );
    expect(documents.fleet?.metadata.name).toBe('x');
    expect(documents.clusters.map((c) => c.metadata.name)).toEqual(['b', 'a']);
    expect(documents.services.map((s) => s.metadata.name)).toEqual(['web']);
    expect(documents.issues).toEqual([]);
  });

  it.each<[unknown, found: string, fix: RegExp]>([
    [{ kind: 'Clutser' }, 'kind "Clutser"', /^Did you mean kind: Cluster\?$/],
    [{ kind: 'service' }, 'kind "service"', /^Did you mean kind: Service\?$/],
    [{ kind: 'Deployment' }, 'kind "Deployment"', /outside the description/],
    [{ kind: '__proto__' }, 'kind "__proto__"', /outside the description/],
    [{ kind: 'x'.repeat(500) }, `kind "${'x'.repeat(60)}"`, /outside the description/],
    [{ kind: 1 }, 'no kind', /outside the description/],
    [{}, 'no kind', /outside the description/],
    [[], 'no kind', /outside the description/],
    ['text', 'no kind', /outside the description/],
    [null, 'no kind', /outside the description/],
  ])('of an unknown kind are refused: %j', (value, found, fix) => {
    const { issues } = parseDocuments([{ value: fleet() }, { value, file: 'a.yaml', line: 7 }]);
    expect(issues).toMatchObject([
      { code: 'SCHEMA_KIND', path: 'a.yaml:7', found, source: { file: 'a.yaml', line: 7 } },
    ]);
    expect(issues[0]?.fix).toMatch(fix);
  });

  it('need a Fleet', () => {
    const { fleet: none, issues } = parseDocuments([{ value: cluster('a') }]);
    expect(none).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'FLEET_COUNT', path: 'Fleet', found: 'none' }]);
  });

  it('need one Fleet', () => {
    const raws = [
      { value: fleet('x'), file: 'a.yaml', line: 1 },
      { value: fleet('y'), file: 'b.yaml', line: 3 },
    ];
    expect(locate(parseDocuments(raws).issues, raws)).toMatchObject([
      { code: 'FLEET_COUNT', found: 'x, y (described at b.yaml:3 as well)', source: { file: 'a.yaml', line: 1 } },
    ]);
  });

  it.each([
    ['a Fleet of the wrong shape', { ...fleet(), spec: 1 }, ['SCHEMA_TYPE']],
    ['a Fleet whose kind is misspelled', { ...fleet(), kind: 'fleet' }, ['SCHEMA_KIND']],
  ])('say nothing of a missing Fleet when there is %s', (_, value, codes) => {
    expect(parseDocuments([{ value }]).issues.map((i) => i.code)).toEqual(codes);
  });

  it('of the wrong shape are left out, and the others are kept', () => {
    const { clusters, issues } = parseDocuments([fleet(), cluster('a', 1), cluster('b')].map((value) => ({ value })));
    expect(clusters.map((c) => c.metadata.name)).toEqual(['b']);
    expect(issues.map((i) => i.path)).toEqual(['Cluster/a.spec']);
  });

  it('never end in anything but issues, whatever they are', () => {
    const json = fc.jsonValue() as fc.Arbitrary<unknown>;
    const nearly = fc.record({
      apiVersion: fc.constantFrom(API_VERSION, 'v1', undefined),
      kind: fc.constantFrom('Fleet', 'Cluster', 'Service', 'fleet'),
      metadata: fc.oneof(
        fc.record({ name: fc.oneof(fc.string(), json), namespace: fc.oneof(fc.string(), json) }),
        json,
      ),
      spec: fc.oneof(
        fc.dictionary(
          fc.constantFrom('topology', 'trust', 'gateway', 'regions', 'ports', 'clusters', 'exported', 'labels'),
          json,
        ),
        json,
      ),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(nearly, json), { maxLength: 4 }), (values) => {
        const raws = values.map((value, i): RawDocument => ({ value, file: 'a.yaml', line: i + 1 }));
        const documents = parseDocuments(raws);
        const good = [documents.fleet, ...documents.clusters, ...documents.services].filter((d) => d !== undefined);
        if (documents.issues.length === 0) expect(good.length).toBe(values.length);
        for (const i of locate(documents.issues, raws)) expect([i.path, i.found, i.allowed, i.fix]).not.toContain('');
      }),
      { numRuns: 500 },
    );
  });
});

describe('the place of an issue', () => {
  const raws: RawDocument[] = [
    { value: fleet(), file: 'fleet.yaml', line: 1 },
    { value: cluster('eu-1'), file: 'clusters/eu.yaml', line: 4 },
    { value: cluster('eu-10'), file: 'clusters/eu.yaml', line: 9 },
    { value: service('web', 'shop'), file: 'services/web.yaml', line: 1 },
    { value: service('web', 'shop'), file: 'services/web.yaml', line: 12 },
    { value: cluster('in-code') },
  ];
  const placeOf = (path: string) => {
    const [found] = locate([issue('SCHEMA_VALUE', { path, found: 'x' })], raws);
    return found?.source && `${found.source.file}:${found.source.line}`;
  };

  it.each([
    ['Fleet', 'fleet.yaml:1'],
    ['Fleet.spec.regions[0].gateway', 'fleet.yaml:1'],
    ['Cluster/eu-1', 'clusters/eu.yaml:4'],
    ['Cluster/eu-1.spec.podCidrs[0]', 'clusters/eu.yaml:4'],
    ['Cluster/eu-1.metadata.labels.a.spec', 'clusters/eu.yaml:4'],
    ['Cluster/eu-10.spec', 'clusters/eu.yaml:9'],
    ['Service/shop/web.spec.ports[0]', 'services/web.yaml:1'],
    ['Cluster/eu-2', undefined],
    ['Cluster/in-code.spec', undefined],
    ['--cluster', undefined],
  ])('%s → %s', (path, place) => {
    expect(placeOf(path)).toBe(place);
  });

  it('lists further documents of that name', () => {
    const [found] = locate([issue('SCHEMA_VALUE', { path: 'Service/shop/web', found: 'x' })], raws);
    expect(found?.found).toBe('x (described at services/web.yaml:12 as well)');
  });

  it('that is known already stays', () => {
    const given = {
      ...issue('SCHEMA_VALUE', { path: 'Cluster/eu-1', found: 'x' }),
      source: { file: 'z.yaml', line: 2 },
    };
    expect(locate([given], raws)).toEqual([given]);
  });
});
