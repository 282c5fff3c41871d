import { describe, expect, it } from 'vitest';
import { type Issue, issue } from '../../lib/errors';
import { Material } from '../../lib/model/material';
import { canonicalBundle, parseBundle } from '../../lib/trust';
import { CA, openssl } from '../trust/openssl';

const o = openssl();
const [a, b] = [o.mint({ cn: 'a', ext: CA() }), o.mint({ cn: 'b', ext: CA() })];
o.close();

/** Files by path, and how often each was read. */
function disk(files: Record<string, string>) {
  const reads: string[] = [];
  const issues: Issue[] = [];
  const readFile = (path: string) => {
    reads.push(path);
    const text = files[path];
    return text === undefined ? { issues: [issue('INPUT_NOT_FOUND', { path, found: 'no such file' })] } : { text };
  };
  return { material: new Material(readFile, issues), reads, issues };
}

describe('certificates that documents name', () => {
  it('are read and parsed once, however many clusters name them', () => {
    const { material, reads } = disk({ 'anchors.pem': a.pem });
    const bundles = Array.from({ length: 5 }, (_, i) => material.bundle('anchors.pem', `Cluster/${i}`));
    expect(new Set(bundles).size).toBe(1);
    expect(reads).toEqual(['anchors.pem']);
  });

  it('may be files, text, or several of both, in one canonical bundle', () => {
    const { material, issues } = disk({ 'b.pem': b.pem });
    const bundle = material.bundle(['b.pem', a.pem], 'Fleet');
    expect(bundle.certificates.map((cert) => cert.fingerprint)).toEqual([b.cert.fingerprint, a.cert.fingerprint]);
    expect(bundle.canonical).toBe(canonicalBundle([a.cert, b.cert]));
    expect(parseBundle(bundle.canonical, '').issues).toEqual([]);
    expect(issues).toEqual([]);
  });

  it('are empty when none are named', () => {
    const { material } = disk({});
    expect(material.bundle(undefined, 'x')).toEqual({ certificates: [], canonical: '' });
    expect(material.bundle([], 'x')).toEqual({ certificates: [], canonical: '' });
    expect(material.pem(undefined, 'x')).toBeUndefined();
  });

  it('that cannot be read are reported once, with the field and the file', () => {
    const { material, reads, issues } = disk({});
    for (const name of ['a', 'b']) material.bundle('gone.pem', `Cluster/${name}.spec.trust.anchors`);
    material.pem('gone.pem', 'Cluster/c.spec.apiServer.caBundle');
    expect(issues.map((i) => `${i.code} ${i.path}`)).toEqual([
      'INPUT_NOT_FOUND Cluster/a.spec.trust.anchors (gone.pem)',
    ]);
    expect(reads).toEqual(['gone.pem']);
  });

  it('that are wrong are reported by file, or by place in the description, without their content', () => {
    const { material, issues } = disk({ 'key.pem': a.key });
    material.bundle(['key.pem', `${a.pem}end`], 'Fleet.spec.trust.anchors');
    expect(issues.map((i) => `${i.code} ${i.path}`)).toEqual([
      'TRUST_BUNDLE_PRIVATE_KEY key.pem',
      'TRUST_BUNDLE_TRAILING_TEXT Fleet.spec.trust.anchors[1]',
    ]);
    expect(JSON.stringify(issues)).not.toContain(a.key.split('\n')[1]);
  });

  it('given as text are never taken for a path', () => {
    const { material, reads } = disk({});
    expect(material.pem(a.pem, 'x')).toBe(a.pem);
    expect(reads).toEqual([]);
  });
});
