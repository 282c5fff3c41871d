import { describe, expect, it } from 'vitest';
import { issue } from '../../lib/errors';
import { compileDocuments } from '../../lib/fleet/compile';
import { API_VERSION } from '../../lib/fleet/description';
import type { RawDocument } from '../../lib/read/parsed';

const PEM = '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n';
const files: Readonly<Record<string, string>> = { 'a.pem': 'text of a', 'b.pem': 'text of b' };
const readFile = (path: string) => {
  const text = files[path];
  return text === undefined ? { issues: [issue('INPUT_NOT_FOUND', { path, found: 'no such file' })] } : { text };
};

const fleet = (spec: unknown): RawDocument => ({
  value: { apiVersion: API_VERSION, kind: 'Fleet', metadata: { name: 'x' }, spec },
});
const cluster = (name: string, spec: unknown = {}): RawDocument => ({
  value: { kind: 'Cluster', metadata: { name }, spec },
});
const service = (namespace: string, name: string, clusters: string[]): RawDocument => ({
  value: { kind: 'Service', metadata: { name, namespace }, spec: { clusters, ports: [{ port: 80 }] } },
});

const compiled = (raws: readonly RawDocument[]) => JSON.parse(compileDocuments(raws, readFile)).items;

describe('a compiled fleet', () => {
  it('is one List, the Fleet first, then Clusters, then Services, by name', () => {
    const raws = [service('b', 'web', []), cluster('z'), service('a', 'zoo', []), fleet({}), cluster('a')];
    const text = compileDocuments(raws, readFile);
    expect(JSON.parse(text)).toMatchObject({ apiVersion: 'v1', kind: 'List' });
    const names = compiled(raws).map(
      (d: { kind: string; metadata: { name: string } }) => `${d.kind} ${d.metadata.name}`,
    );
    expect(names).toEqual(['Fleet x', 'Cluster a', 'Cluster z', 'Service zoo', 'Service web']);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('does not show the order of construction, not even of a Service described twice', () => {
    const raws = [fleet({}), cluster('a'), cluster('b'), service('s', 'web', ['a']), service('s', 'web', ['b'])];
    expect(compileDocuments([...raws].reverse(), readFile)).toBe(compileDocuments(raws, readFile));
  });

  it('holds the text of files that documents name, wherever settings stand', () => {
    const trust = { anchors: ['a.pem', PEM], issuerCertificates: 'b.pem', webhookCaBundle: 'a.pem', bundle: 'helm' };
    const inlined = {
      anchors: ['text of a', PEM],
      issuerCertificates: 'text of b',
      webhookCaBundle: 'text of a',
      bundle: 'helm',
    };
    const raws = [
      fleet({ trust, regions: [{ name: 'eu', trust }, { name: 'us' }] }),
      cluster('a', { trust, apiServer: { url: 'https://a', caBundle: 'b.pem' } }),
      { value: { kind: 'Cluster', metadata: { name: 'b' } } },
    ];
    const [f, a, b] = compiled(raws);
    expect(f.spec).toEqual({ trust: inlined, regions: [{ name: 'eu', trust: inlined }, { name: 'us' }] });
    expect(a.spec).toEqual({ trust: inlined, apiServer: { url: 'https://a', caBundle: 'text of b' } });
    expect(b.spec).toBeUndefined();
  });

  it('leaves what it was made from as it was', () => {
    const raw = fleet({ trust: { anchors: 'a.pem' } });
    const before = structuredClone(raw);
    compileDocuments([raw], readFile);
    expect(raw).toEqual(before);
  });
});
