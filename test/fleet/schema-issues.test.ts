import { describe, expect, it } from 'vitest';
import { CODES } from '../../lib/codes';
import type { Issue } from '../../lib/errors';
import { API_VERSION } from '../../lib/fleet/description';
import { parseDocuments } from '../../lib/fleet/documents';
import { KINDS } from '../../lib/fleet/schema';
import { formatPath } from '../../lib/fleet/schema-issues';
import { knownKeys } from '../../lib/fleet/schema-walk';

/** What the schema says of a Fleet with this spec. */
const ofFleet = (spec: unknown): readonly Issue[] =>
  parseDocuments([{ value: { apiVersion: API_VERSION, kind: 'Fleet', metadata: { name: 'x' }, spec } }]).issues;

/** What it says of a Cluster or Service beside a Fleet that is right. */
const ofDocument = (value: unknown): readonly Issue[] => {
  const fleet = { apiVersion: API_VERSION, kind: 'Fleet', metadata: { name: 'x' }, spec: {} };
  return parseDocuments([{ value: fleet }, { value }]).issues;
};
const ofService = (spec: unknown) =>
  ofDocument({
    kind: 'Service',
    metadata: { name: 'a', namespace: 'b' },
    spec: { ports: [{ port: 80 }], ...(spec as object) },
  });
const ofCluster = (spec: unknown) => ofDocument({ kind: 'Cluster', metadata: { name: 'eu-1' }, spec });

const short = (issues: readonly Issue[]) => issues.map((i) => `${i.code} ${i.path}`);

describe('an unknown field', () => {
  it.each<[path: string, unknown, meant: string]>([
    ['Fleet.spec.topolgy', { topolgy: [] }, 'topology'],
    ['Fleet.spec.linkerd.versoin', { linkerd: { versoin: '2.20' } }, 'version'],
    ['Fleet.spec.topology[0].fulMesh', { topology: [{ fulMesh: {} }] }, 'fullMesh'],
    ['Fleet.spec.topology.fulMesh', { topology: { fulMesh: {} } }, 'fullMesh'],
    ['Fleet.spec.topology[1].fullMesh.mod', { topology: [{ fullMesh: {} }, { fullMesh: { mod: 'flat' } }] }, 'mode'],
    [
      'Fleet.spec.topology[0].fullMesh.clusters.matchLabel',
      { topology: [{ fullMesh: { clusters: { matchLabel: {} } } }] },
      'matchLabels',
    ],
    [
      'Fleet.spec.topology[0].fullMesh.clusters.matchExpressions[0].operater',
      { topology: [{ fullMesh: { clusters: { matchExpressions: [{ key: 'a', operater: 'In' }] } } }] },
      'operator',
    ],
    [
      'Fleet.spec.topology[0].edges[1].taget',
      {
        topology: [
          {
            edges: [
              { source: 'a', target: 'b' },
              { source: 'a', taget: 'b' },
            ],
          },
        ],
      },
      'target',
    ],
    [
      'Fleet.spec.topology[0].islands.bridges.hub',
      { topology: [{ islands: { by: 'region', bridges: { hub: [] } } }] },
      'hubs',
    ],
    ['Fleet.spec.regions[0].netwrok', { regions: [{ name: 'eu', netwrok: 'x' }] }, 'network'],
    ['Fleet.spec.gateway.networks.a.adress', { gateway: { networks: { a: { adress: 'x' } } } }, 'address'],
    ['Fleet.spec.trust.issuer.certmanager', { trust: { issuer: { certmanager: {} } } }, 'certManager'],
    [
      'Fleet.spec.trust.issuer.certManager.issuerref',
      { trust: { issuer: { certManager: { issuerref: { name: 'x' } } } } },
      'issuerRef',
    ],
    ['Fleet.spec.credentials.externalSecrets.sotre', { credentials: { externalSecrets: { sotre: 'x' } } }, 'store'],
  ])('%s is named with the field that was meant, and nothing else is said', (path, spec, meant) => {
    const issues = ofFleet(spec);
    expect(short(issues)).toEqual([`SCHEMA_UNKNOWN_KEY ${path}`]);
    expect(issues[0]?.fix).toBe(`Did you mean ${meant}?`);
  });

  it('is told from the fields of the document it stands in', () => {
    expect(short(ofCluster({ podCidr: [] }))).toEqual(['SCHEMA_UNKNOWN_KEY Cluster/eu-1.spec.podCidr']);
    expect(ofCluster({ podCidr: [] })[0]?.fix).toBe('Did you mean podCidrs?');
    const issues = ofService({ clusters: { matchLabel: {} }, port: 80 });
    expect(short(issues)).toEqual([
      'SCHEMA_UNKNOWN_KEY Service/b/a.spec.clusters.matchLabel',
      'SCHEMA_UNKNOWN_KEY Service/b/a.spec.port',
    ]);
    expect(issues.map((i) => i.fix)).toEqual(['Did you mean matchLabels?', 'Did you mean ports?']);
  });

  it('lists what there is, and guesses nothing where nothing is near', () => {
    const [issue] = ofFleet({ topology: [{ banana: {} }] });
    expect(issue?.allowed).toBe('drain, edges, fullMesh, hubAndSpoke, islands, mode, without');
    expect(issue?.fix).toBe(CODES.SCHEMA_UNKNOWN_KEY.fix);
  });

  it('is found at the top of a document and in its metadata', () => {
    const value = { kind: 'Cluster', metadata: { name: 'eu-1', namespace: 'x' }, status: {} };
    expect(short(ofDocument(value))).toEqual([
      'SCHEMA_UNKNOWN_KEY Cluster/eu-1.metadata.namespace',
      'SCHEMA_UNKNOWN_KEY Cluster/eu-1.status',
    ]);
  });

  it('is cut short when it is long', () => {
    const [issue] = ofFleet({ ['x'.repeat(10_000)]: 1 });
    expect(issue?.path).toBe(`Fleet.spec.${'x'.repeat(60)}…`);
    expect(issue?.found.length).toBeLessThan(100);
  });

  it('may be anything in Helm values', () => {
    expect(ofFleet({ values: { controlPlane: { anything: { at: ['all', 1, null] } } } })).toEqual([]);
  });
});

describe('one of several', () => {
  const all = 'exactly one of fullMesh, hubAndSpoke, islands, edges, mode, without, drain';

  it.each<[spec: unknown, path: string, found: string, allowed: string]>([
    [{ topology: [{}] }, 'Fleet.spec.topology[0]', 'none', all],
    [{ topology: {} }, 'Fleet.spec.topology', 'none', all],
    [{ topology: [{ fullMesh: {}, edges: [] }] }, 'Fleet.spec.topology[0]', 'fullMesh and edges', all],
    [{ trust: { issuer: {} } }, 'Fleet.spec.trust.issuer', 'none', 'exactly one of certManager, existing'],
    [
      { trust: { issuer: { certManager: { issuerRef: { name: 'x' } }, existing: {} } } },
      'Fleet.spec.trust.issuer',
      'certManager and existing',
      'exactly one of certManager, existing',
    ],
  ])('%j', (spec, path, found, allowed) => {
    expect(ofFleet(spec)).toMatchObject([{ code: 'SCHEMA_ONE_OF', path, found, allowed }]);
  });

  it('says nothing of an alternative that is undefined', () => {
    expect(ofFleet({ trust: { issuer: { certManager: undefined, existing: {} } } })).toEqual([]);
  });
});

describe('a type', () => {
  it.each<[spec: unknown, path: string, found: string, allowed: string]>([
    [{ topology: 'fullMesh' }, 'Fleet.spec.topology', 'the string "fullMesh"', 'a map or a list'],
    [{ topology: ['fullMesh'] }, 'Fleet.spec.topology[0]', 'the string "fullMesh"', 'a map'],
    [{ topology: [{ edges: { source: 'a' } }] }, 'Fleet.spec.topology[0].edges', 'a map', 'a list'],
    [{ regions: { name: 'eu' } }, 'Fleet.spec.regions', 'a map', 'a list'],
    [{ linkerd: { version: 2.2 } }, 'Fleet.spec.linkerd.version', 'the number 2.2', '"2.17", "2.18", "2.19", "2.20"'],
    [{ trust: { anchors: 1 } }, 'Fleet.spec.trust.anchors', 'the number 1', 'a string or a list'],
    [{ trust: { anchors: [1] } }, 'Fleet.spec.trust.anchors[0]', 'the number 1', 'a string'],
    [{ labels: { a: 1 } }, 'Fleet.spec.labels.a', 'the number 1', 'a string'],
    [{ labels: { a: null } }, 'Fleet.spec.labels.a', 'null', 'a string'],
    [{ ha: 'yes' }, 'Fleet.spec.ha', 'the string "yes"', 'a boolean'],
    [{ gateway: { replicas: 0.5 } }, 'Fleet.spec.gateway.replicas', 'the number 0.5', 'a whole number'],
    [{ gateway: { replicas: Number.NaN } }, 'Fleet.spec.gateway.replicas', 'the number NaN', 'a number'],
    [{ values: { controlPlane: [] } }, 'Fleet.spec.values.controlPlane', 'an empty list', 'a map'],
  ])('%j', (spec, path, found, allowed) => {
    expect(ofFleet(spec)).toMatchObject([{ code: 'SCHEMA_TYPE', path, found, allowed }]);
  });

  it('of a choice between words and other types names all of them', () => {
    const path = 'Service/b/a.spec.exported';
    const allowed = 'a boolean or "remote-discovery"';
    expect(ofService({ exported: 1 })).toMatchObject([{ code: 'SCHEMA_TYPE', path, found: 'the number 1', allowed }]);
    expect(ofService({ exported: 'remote' })).toMatchObject([{ code: 'SCHEMA_VALUE', path, allowed }]);
  });

  it('is told without showing a long value', () => {
    const [issue] = ofFleet({ gateway: { port: 'k'.repeat(5000) } });
    expect(issue?.found).toBe('a string of 5002 characters');
  });
});

describe('a value', () => {
  it.each<[spec: unknown, path: string, allowed: string]>([
    [{ linkerd: { version: '2.16' } }, 'Fleet.spec.linkerd.version', '"2.17", "2.18", "2.19", "2.20"'],
    [{ topology: [{ fullMesh: { mode: 'flatt' } }] }, 'Fleet.spec.topology[0].fullMesh.mode', '"flat", "gateway"'],
    [{ domain: '' }, 'Fleet.spec.domain', 'a non-empty string'],
    [{ wave: -1 }, 'Fleet.spec.wave', '0 or more'],
    [{ wave: 100 }, 'Fleet.spec.wave', '99 or less'],
    [{ gateway: { port: 70_000 } }, 'Fleet.spec.gateway.port', '65535 or less'],
    [
      { gateway: { probe: { period: '3' } } },
      'Fleet.spec.gateway.probe.period',
      'a duration such as 3s, 1h30m or 720h0m0s',
    ],
    [
      { credentials: { externalSecrets: { store: 's', key: '{source}/{targt}' } } },
      'Fleet.spec.credentials.externalSecrets.key',
      'text with no other braces than {target}, {source}, and no spaces',
    ],
    [
      { credentials: { sealedSecrets: { files: 'c/{cluster}.yaml' } } },
      'Fleet.spec.credentials.sealedSecrets.files',
      'text with no other braces than {source}, {target}, {namespace}',
    ],
  ])('%j', (spec, path, allowed) => {
    expect(ofFleet(spec)).toMatchObject([{ code: 'SCHEMA_VALUE', path, allowed }]);
  });

  it('of an empty list says so', () => {
    const allowed = 'at least one entry';
    expect(ofService({ ports: [] })).toMatchObject([{ code: 'SCHEMA_VALUE', found: 'an empty list', allowed }]);
  });
});

describe('a field that must be there', () => {
  it.each<[spec: unknown, path: string, allowed: string]>([
    [{ regions: [{ network: 'x' }] }, 'Fleet.spec.regions[0].name', 'a string, always'],
    [{ topology: [{ edges: [{ source: 'a' }] }] }, 'Fleet.spec.topology[0].edges[0].target', 'a string, always'],
    [{ topology: [{ hubAndSpoke: {} }] }, 'Fleet.spec.topology[0].hubAndSpoke.hubs', 'a list or a map, always'],
    [{ topology: [{ mode: {} }] }, 'Fleet.spec.topology[0].mode.mode', '"flat", "gateway", always'],
    [{ trust: { issuer: { certManager: {} } } }, 'Fleet.spec.trust.issuer.certManager.issuerRef', 'a map, always'],
    [{ credentials: { externalSecrets: {} } }, 'Fleet.spec.credentials.externalSecrets.store', 'a string, always'],
  ])('%j', (spec, path, allowed) => {
    expect(ofFleet(spec)).toMatchObject([{ code: 'SCHEMA_REQUIRED', path, found: 'nothing', allowed }]);
  });

  it('is asked for in every document', () => {
    expect(short(ofDocument({ kind: 'Service', metadata: { name: 'a', namespace: 'b' } }))).toEqual([
      'SCHEMA_REQUIRED Service/b/a.spec',
    ]);
    expect(short(ofDocument({ kind: 'Cluster' }))).toEqual(['SCHEMA_REQUIRED document 2.metadata']);
  });
});

describe('apiVersion', () => {
  it('is the one there is, and may be left out of Clusters and Services', () => {
    const cluster = { kind: 'Cluster', metadata: { name: 'eu-1' } };
    expect(ofDocument(cluster)).toEqual([]);
    expect(short(ofDocument({ apiVersion: 'v1', ...cluster }))).toEqual(['SCHEMA_API_VERSION Cluster/eu-1.apiVersion']);
    const { issues } = parseDocuments([{ value: { kind: 'Fleet', metadata: { name: 'x' }, spec: {} } }]);
    expect(issues).toMatchObject([{ code: 'SCHEMA_API_VERSION', path: 'Fleet.apiVersion', allowed: API_VERSION }]);
  });
});

describe('all that is wrong with a document', () => {
  it('is told at once', () => {
    const spec = { ha: 'yes', wave: -1, topolgy: [], gateway: { port: 0 }, regions: [{}] };
    expect(short(ofFleet(spec)).sort()).toEqual([
      'SCHEMA_REQUIRED Fleet.spec.regions[0].name',
      'SCHEMA_TYPE Fleet.spec.ha',
      'SCHEMA_UNKNOWN_KEY Fleet.spec.topolgy',
      'SCHEMA_VALUE Fleet.spec.gateway.port',
      'SCHEMA_VALUE Fleet.spec.wave',
    ]);
  });
});

describe('helpers', () => {
  it('write paths as people do', () => {
    expect(formatPath('Cluster/eu-1', ['spec', 'podCidrs', 0, 'x'])).toBe('Cluster/eu-1.spec.podCidrs[0].x');
  });

  it('know the fields of each kind', () => {
    expect(knownKeys(KINDS.Fleet)).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
    expect(knownKeys(undefined)).toEqual([]);
  });
});
