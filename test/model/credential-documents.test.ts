import { describe, expect, it } from 'vitest';
import { withoutCredentialFiles } from '../../lib/model/credentials/documents';
import type { RawDocument } from '../../lib/read/parsed';

const sealed = (file: string): RawDocument => ({ value: { kind: 'SealedSecret' }, file });
const encrypted = (file: string): RawDocument => ({ value: { kind: 'Secret', sops: { version: '3' } }, file });
const says = (spec: object, kind = 'Fleet'): RawDocument => ({ value: { kind, spec }, file: 'fleet.yaml' });
const left = (...raws: RawDocument[]) => withoutCredentialFiles(raws).map(({ file }) => file);

describe('files of credentials in a directory', () => {
  it('are left out where the fleet, a region, a cluster or a source says that they are', () => {
    const there = sealed('credentials/west/east.linkerd.yaml');
    const way = { sealedSecrets: {} };
    for (const spec of [
      { credentials: way },
      { regions: [{ name: 'eu', credentials: way }] },
      { credentials: { externalSecrets: {}, sources: { west: way } } },
    ]) {
      expect(left(says(spec), there)).toEqual(['fleet.yaml']);
      expect(left(says(spec, 'Cluster'), there)).toEqual(['fleet.yaml']);
    }
    const own = { credentials: { sops: { files: './sealed+/{target}/{source}-{namespace}.yaml' } } };
    expect(left(says(own), encrypted('sealed+/east/west-linkerd.yaml'))).toEqual(['fleet.yaml']);
  });

  it('stay where nobody says so, to be refused', () => {
    const at = 'credentials/west/east.linkerd.yaml';
    expect(left(says({ credentials: { externalSecrets: {} } }), sealed(at))).toEqual(['fleet.yaml', at]);
    const own = says({ credentials: { sealedSecrets: { files: 'a/{source}/{target}.yaml' } } });
    for (const other of [
      at,
      'a/b/c/east.yaml',
      'a/west/eastXyaml',
      'a/west/east.yaml.yaml/x.yaml',
      'b/a/west/east.yaml',
    ])
      expect(left(own, sealed(other))).toEqual(['fleet.yaml', other]);
    expect(left(own, { value: { kind: 'Secret' }, file: 'a/west/east.yaml' })).toHaveLength(2);
    expect(left(own, { value: null, file: 'a/west/east.yaml' }, sealed('a/west/east.yaml'))).toHaveLength(2);
  });
});
