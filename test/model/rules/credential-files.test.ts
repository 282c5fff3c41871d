import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { setIn } from '../../../lib/fleet/edit/edit';
import type { ClusterSpec } from '../../../lib/fleet/spec';
import { contentAnnotations } from '../../../lib/model/credentials/files';
import { credentialFiles } from '../../../lib/model/rules/credential-files';
import { ask, told } from './ask';

type ApiServer = NonNullable<ClusterSpec['apiServer']>;
const PATH = 'credentials/west/east.linkerd-multicluster.yaml';
const SERVER = 'https://api.east.example.com:6443';
const CA = '-----BEGIN CERTIFICATE-----\nAAAA\nBBBB\n-----END CERTIFICATE-----\n';
const ENCRYPTED = 'ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:str]';

/** As sops writes it: of the keys that are not used, some are null. */
const FILE = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: {
    name: 'cluster-credentials-east',
    namespace: 'linkerd-multicluster',
    annotations: contentAnnotations({ epoch: 1, server: SERVER, ca: CA }),
  },
  type: 'mirror.linkerd.io/remote-kubeconfig',
  stringData: { kubeconfig: ENCRYPTED },
  sops: {
    kms: null,
    age: [{ recipient: 'age1own', enc: 'x' }],
    lastmodified: '2026-01-01T00:00:00Z',
    mac: ENCRYPTED,
    encrypted_regex: '^(data|stringData)$',
    version: '3.13.3',
  },
};

/** sops writes the time in quotes; the library of this test leaves them out, as formatters do. */
const written = (file: unknown) => stringify(file).replace(/lastmodified: (\S+)/, 'lastmodified: "$1"');

const of = (file: unknown, fleet: object = {}, text = written(file), apiServer: ApiServer = { url: SERVER }) =>
  ask(credentialFiles, {
    fleet: { topology: { edges: [{ source: 'west', target: 'east' }] }, ...fleet },
    clusters: { east: { apiServer, credentials: { sops: { age: ['age1own'] } } }, west: {} },
    files: { [PATH]: text },
  });

const UNREADABLE = 'a file that sops cannot read: it was changed, or formatted, after it was written';

describe('a file of sops', () => {
  it('is fine as credentials encrypt writes it', () => {
    expect(of(FILE)).toEqual([]);
  });

  it('may hold a token of before, which nobody is to load, while a source that was revoked is let in again', () => {
    expect(of(FILE, { credentials: { epoch: 2, loaded: 1, retired: 1 } })).toEqual([]);
    expect(told(of(FILE, { credentials: { epoch: 2, retired: 1 } }))).toEqual([
      `SEALED_WRONG ${PATH}: token 1, where readers load token 2`,
    ]);
  });

  it.each<[string, (string | number)[], unknown]>([
    ['data that is not encrypted', ['stringData', 'kubeconfig'], 'kind: Config'],
    ['data that is not encrypted', ['data'], { more: 'cGxhaW4=' }],
  ])('with %s is refused as what is in Git now', (found, at, value) => {
    expect(told(of(setIn(FILE, at, value)))[0]).toBe(`SEALED_PLAIN ${PATH}: ${found}`);
  });

  it.each<[string, (string | number)[], unknown]>([
    ['another kind than Secret', ['kind'], 'ConfigMap'],
    ['another name or namespace', ['metadata', 'namespace'], 'linkerd'],
    ['another type than mirror.linkerd.io/remote-kubeconfig', ['type'], 'Opaque'],
    ['other labels than those that destination looks for', ['metadata', 'labels'], { a: 'b' }],
    ['data that is not one kubeconfig', ['stringData', 'more'], ENCRYPTED],
    ['fields that credentials encrypt does not write', ['immutable'], true],
    ['token 2, where readers load token 1', ['metadata', 'annotations', 'credentials.linkerd-fleet.dev/epoch'], '2'],
    ['other recipients than credentials.sops.age', ['sops', 'age', 1], { recipient: 'age1another', enc: 'x' }],
    ['other recipients than credentials.sops.age', ['sops', 'pgp'], [{ fp: 'x' }]],
    ['metadata of sops that credentials encrypt does not write', ['sops', 'encrypted_regex'], '^data$'],
    [UNREADABLE, ['sops', 'mac'], undefined],
    [UNREADABLE, ['sops', 'mac'], 'ENC[AES256_GCM,data:AA==,iv:AA==]'],
    [UNREADABLE, ['stringData', 'kubeconfig'], ENCRYPTED.replace('type:str', 'type:int')],
    [
      'token of no epoch, where readers load token 1',
      ['metadata', 'annotations', 'credentials.linkerd-fleet.dev/epoch'],
      1,
    ],
  ])('with %s is refused', (found, at, value) => {
    expect(told(of(setIn(FILE, at, value)))).toEqual([`SEALED_WRONG ${PATH}: ${found}`]);
  });

  // Each of these was shown to sops 3.13.3.
  it('is refused where a formatter took the quotes of the time, which sops then refuses', () => {
    expect(told(of(FILE, {}, stringify(FILE)))).toEqual([`SEALED_WRONG ${PATH}: ${UNREADABLE}`]);
    for (const good of ["'2026-01-01T00:00:00Z'", "'2026-01-01T00:00:00Z' # then"]) {
      expect(told(of(FILE, {}, stringify(FILE).replace('2026-01-01T00:00:00Z', good)))).toEqual([]);
    }
  });

  it('is refused where keys were sorted, which breaks its MAC', () => {
    const wrong = [`SEALED_WRONG ${PATH}: keys in another order than sops wrote them, which its MAC is about`];
    const { name, namespace, annotations } = FILE.metadata;
    const { sops, ...signed } = FILE;
    const { stringData, type, ...first } = signed;
    expect(told(of({ ...FILE, metadata: { annotations, name, namespace } }))).toEqual(wrong);
    expect(told(of({ ...first, stringData, type, sops }))).toEqual(wrong);
    expect(told(of({ sops, ...signed }))).toEqual([]);
  });

  it('is refused where the API server has another address, or another CA, than it was written with', () => {
    const now = (apiServer: ApiServer, file: unknown = FILE) => told(of(file, {}, written(file), apiServer));
    const wrong = (found: string) => [`SEALED_WRONG ${PATH}: ${found}`];
    const moved = 'https://new.east.example.com:6443';
    const another = CA.replace('AAAA', 'CCCC');
    expect(now({ url: moved })).toEqual(wrong(`a kubeconfig of another server than ${moved}`));
    expect(now({ url: SERVER, caBundle: another })).toEqual(
      wrong('a kubeconfig with another CA than apiServer.caBundle of east'),
    );
    expect(now({ url: SERVER, caBundle: CA.replace('AAAA\n', 'AAAA') })).toEqual([]);
    expect(now({ url: SERVER, networks: { lan: { url: moved } } })).toEqual([]);
    const old = setIn(FILE, ['metadata', 'annotations'], { 'credentials.linkerd-fleet.dev/epoch': '1' });
    expect(now({ url: SERVER }, old)).toEqual(wrong(`a kubeconfig of another server than ${SERVER}`));
  });

  it('of a source that is revoked stays as it is: there is no token to write it anew with', () => {
    const credentials = { sops: { age: ['age1own'] }, epoch: 2, retired: 1, revoked: ['west'] };
    const issues = ask(credentialFiles, {
      fleet: { topology: { edges: [{ source: 'west', target: 'east' }] } },
      clusters: { east: { apiServer: { url: 'https://new.east.example.com' }, credentials }, west: {} },
      files: { [PATH]: written(FILE) },
    });
    expect(issues).toEqual([]);
  });

  it('is not for Argo CD, which would apply it as it is', () => {
    expect(told(of(FILE, { argocd: { repoURL: 'https://git.example.com/mesh.git' } }))).toEqual([
      'SOPS_ARGOCD Cluster/east.spec.credentials.sops: sops, and delivery by Argo CD',
    ]);
  });
});
