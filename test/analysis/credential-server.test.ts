import { describe, expect, it } from 'vitest';
import { serverStepIssues } from '../../lib/analysis/step/credential-server';
import type { ClusterSpec, Credentials, TopologyEntry } from '../../lib/fleet/spec';
import { buildTestFleet } from '../model/fixtures';
import { told } from '../model/rules/ask';

const es: Credentials = { externalSecrets: { store: 'links' } };
const of = (east: ClusterSpec, ...entries: TopologyEntry[]) =>
  buildTestFleet({
    fleet: { topology: [{ fullMesh: {} }, ...entries] },
    clusters: { east: { credentials: es, ...east }, north: { network: 'n' }, west: {} },
  }).fleet;
const at = (url: string, more: object = {}): ClusterSpec => ({ apiServer: { url, ...more } });
const [old, now] = [at('https://old.example.com'), at('https://new.example.com')];

const step = (before: ClusterSpec, after: ClusterSpec, ...entries: TopologyEntry[]) =>
  told(serverStepIssues(of(before, ...entries), of(after, ...entries)));

describe('another API server', () => {
  const found =
    'API_SERVER_CHANGED Cluster/east.spec.apiServer: https://new.example.com, which was https://old.example.com';

  it('is a warning, for it changes in Secrets that nobody reads again', () => {
    expect(step(old, now)).toEqual([`${found}, for north, west`]);
    expect(serverStepIssues(of(old), of(now))[0]).toMatchObject({
      severity: 'warning',
      clusters: ['east', 'north', 'west'],
    });
    expect(step({ ...old, credentials: { oidc: {} } }, { ...now, credentials: { oidc: {} } })).toEqual([
      `${found}, for north, west`,
    ]);
  });

  it('concerns the sources whose address it is', () => {
    const networks = { n: { url: 'https://n.example.com' } };
    const [a, b] = [at('https://old.example.com', { networks }), at('https://new.example.com', { networks })];
    expect(step(a, b)).toEqual([`${found}, for west`]);
    expect(step(at('https://old.example.com'), a)).toEqual([
      'API_SERVER_CHANGED Cluster/east.spec.apiServer: https://n.example.com, which was https://old.example.com, for north',
    ]);
  });

  it('may be the same with another CA, and is the same when only written otherwise', () => {
    const pem = (name: string) => `-----BEGIN CERTIFICATE-----\n${name}\n-----END CERTIFICATE-----\n`;
    const [a, b] = ['YQ==', 'Yg=='].map((name) => at('https://old.example.com', { caBundle: pem(name) }));
    expect(step(a!, b!)).toEqual(['API_SERVER_CHANGED Cluster/east.spec.apiServer: another caBundle, for north, west']);
    expect(step(old, at('https://old.example.com:443'))).toEqual([]);
  });

  it('is read by everybody in the rotation that begins with it', () => {
    expect(step(old, { ...now, credentials: { ...es, epoch: 2 } })).toEqual([]);
    const [minted, loaded] = [{ epoch: 2 }, { epoch: 2, loaded: 2 }];
    expect(step({ ...old, credentials: { ...es, ...minted } }, { ...now, credentials: { ...es, ...loaded } })).toEqual([
      `${found}, for north, west`,
    ]);
  });

  it('is nothing to Links that are new, drained, revoked, or whose Secrets are not written here', () => {
    expect(told(serverStepIssues(of(old, { without: [{ target: 'east' }] }), of(now)))).toEqual([]);
    expect(step(old, now, { drain: [{ target: 'east' }] })).toEqual([]);
    expect(step(old, { ...now, credentials: { ...es, revoked: ['north'] } })).toEqual([`${found}, for west`]);
    expect(step({ ...old, credentials: {} }, { ...now, credentials: {} })).toEqual([]);
  });
});
