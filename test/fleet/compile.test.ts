import { describe, expect, it } from 'vitest';
import { issue } from '../../lib/errors';
import { compileDocuments } from '../../lib/fleet/compile';
import { API_VERSION, readerOf } from '../../lib/fleet/description';
import type { RawDocument } from '../../lib/read/parsed';

const files = new Map([
  ['b.pem', 'text of b'],
  ['a.pem', 'text of a'],
]);

const fleet = (spec: unknown): RawDocument => ({
  value: { apiVersion: API_VERSION, kind: 'Fleet', metadata: { name: 'x' }, spec },
});
const cluster = (name: string, spec: unknown = {}): RawDocument => ({
  value: { kind: 'Cluster', metadata: { name }, spec },
});
const service = (namespace: string, name: string, clusters: string[]): RawDocument => ({
  value: { kind: 'Service', metadata: { name, namespace }, spec: { clusters, ports: [{ port: 80 }] } },
});

const compiled = (raws: readonly RawDocument[]) => JSON.parse(compileDocuments(raws, files)).items;

describe('a compiled fleet', () => {
  it('is one List, the Fleet first, then Clusters, then Services, by name', () => {
    const raws = [service('b', 'web', []), cluster('z'), service('a', 'zoo', []), fleet({}), cluster('a')];
    const text = compileDocuments(raws, files);
    expect(JSON.parse(text)).toMatchObject({ apiVersion: 'v1', kind: 'List' });
    const names = compiled(raws).map(
      (d: { kind: string; metadata: { name: string } }) => `${d.kind} ${d.metadata.name}`,
    );
    expect(names).toEqual(['Fleet x', 'Cluster a', 'Cluster z', 'Service zoo', 'Service web']);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('does not show the order of construction, not even of a Service described twice', () => {
    const raws = [fleet({}), cluster('a'), cluster('b'), service('s', 'web', ['a']), service('s', 'web', ['b'])];
    expect(compileDocuments([...raws].reverse(), files)).toBe(compileDocuments(raws, files));
  });

  it('holds the text of files that documents name, by path, and they are not looked for beside it', () => {
    const spec = { trust: { anchors: 'a.pem' }, topology: [] };
    const [f] = compiled([fleet(spec)]);
    expect(f.spec).toEqual({ ...spec, files: { 'a.pem': 'text of a', 'b.pem': 'text of b' } });
    expect(Object.keys(f.spec.files)).toEqual(['a.pem', 'b.pem']);
    expect(JSON.parse(compileDocuments([fleet(spec)], new Map())).items[0].spec).toEqual(spec);
    const beside = (path: string) => ({ issues: [issue('INPUT_NOT_FOUND', { path, found: 'no such file' })] });
    const read = readerOf(f, beside);
    expect(read('a.pem')).toEqual({ text: 'text of a' });
    for (const path of ['c.pem', 'toString', '__proto__']) expect(read(path)).toEqual(beside(path));
  });

  it('leaves what it was made from as it was', () => {
    const raw = fleet({ trust: { anchors: 'a.pem' } });
    const before = structuredClone(raw);
    compileDocuments([raw], files);
    expect(raw).toEqual(before);
  });
});
