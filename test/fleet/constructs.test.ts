import { Chart } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { FleetApp } from '../../lib/app';
import { FleetError, type Issue } from '../../lib/errors';
import {
  certManager,
  existingCredentials,
  existingIssuer,
  externalSecrets,
  oidc,
  sealedSecrets,
  sops,
} from '../../lib/fleet/choices';
import { Cluster, Fleet, Region } from '../../lib/fleet/constructs';
import { API_VERSION } from '../../lib/fleet/description';
import { fullMesh } from '../../lib/fleet/topologies';

const apiVersion = API_VERSION;
const documentsOf = (fleet: Fleet) => fleet.documents().map(({ value }) => value);

function issuesOf(action: () => unknown): readonly Issue[] {
  try {
    action();
  } catch (error) {
    if (FleetError.is(error)) return error.issues;
    throw error;
  }
  return [];
}

describe('a fleet as constructs comes to the documents that data would have', () => {
  it('a Fleet alone', () => {
    expect(documentsOf(new Fleet(new FleetApp(), 'x'))).toEqual([
      { apiVersion, kind: 'Fleet', metadata: { name: 'x' }, spec: {} },
    ]);
  });

  it('with settings, a topology and choices', () => {
    const fleet = new Fleet(new FleetApp(), 'x', {
      domain: 'mesh.example.com',
      topology: fullMesh(),
      trust: { issuer: certManager({ issuerRef: { name: 'ca' } }) },
      credentials: externalSecrets({ store: 'links' }),
      customize: () => {},
    });
    expect(documentsOf(fleet)).toEqual([
      {
        apiVersion,
        kind: 'Fleet',
        metadata: { name: 'x' },
        spec: {
          domain: 'mesh.example.com',
          topology: { fullMesh: {} },
          trust: { issuer: { certManager: { issuerRef: { name: 'ca' } } } },
          credentials: { externalSecrets: { store: 'links' } },
        },
      },
    ]);
    expect(existingIssuer()).toEqual({ existing: {} });
    expect(existingCredentials()).toEqual({ existing: {} });
    expect(sealedSecrets()).toEqual({ sealedSecrets: {} });
    expect(sops({ age: ['age1example'] })).toEqual({ sops: { age: ['age1example'] } });
    expect(oidc({ usernamePrefix: 'from:{source}:' })).toEqual({ oidc: { usernamePrefix: 'from:{source}:' } });
  });

  it('with regions, whose clusters say that they belong to them', () => {
    const fleet = new Fleet(new FleetApp(), 'x');
    const eu = new Region(fleet, 'eu', { network: 'eu-vpc' });
    new Cluster(eu, 'eu-1', { labels: { tier: 'gold' }, wave: 2 });
    new Cluster(fleet, 'us-1', { region: 'us' });
    new Cluster(fleet, 'lab');
    expect(documentsOf(fleet)).toEqual([
      { apiVersion, kind: 'Fleet', metadata: { name: 'x' }, spec: { regions: [{ name: 'eu', network: 'eu-vpc' }] } },
      {
        apiVersion,
        kind: 'Cluster',
        metadata: { name: 'eu-1', labels: { tier: 'gold' } },
        spec: { region: 'eu', wave: 2 },
      },
      { apiVersion, kind: 'Cluster', metadata: { name: 'us-1' }, spec: { region: 'us' } },
      { apiVersion, kind: 'Cluster', metadata: { name: 'lab' }, spec: {} },
    ]);
  });

  it('with services, exported and federated only when told so', () => {
    const fleet = new Fleet(new FleetApp(), 'x');
    const props = { namespace: 'shop', ports: [{ port: 80 }] };
    fleet.service('plain', props);
    fleet.service('member', props).federate();
    fleet.service('mirrored', props).exportService();
    fleet.service('flat', props).exportService('remote-discovery').federate();
    const specs = documentsOf(fleet)
      .slice(1)
      .map((d) => (d as { spec: unknown }).spec);
    const ports = props.ports;
    expect(specs).toEqual([
      { ports },
      { ports, federated: true },
      { ports, exported: true },
      { ports, exported: 'remote-discovery', federated: true },
    ]);
    expect(documentsOf(fleet)[1]).toMatchObject({ kind: 'Service', metadata: { name: 'plain', namespace: 'shop' } });
  });

  it('with names as they were given, not as constructs has them in paths', () => {
    const fleet = new Fleet(new FleetApp(), 'a/b');
    new Cluster(new Region(fleet, 'c/d'), 'e/f');
    const [f, c] = documentsOf(fleet) as { metadata: { name: string }; spec: unknown }[];
    expect([f?.metadata.name, f?.spec, c?.metadata.name, c?.spec]).toEqual([
      'a/b',
      { regions: [{ name: 'c/d' }] },
      'e/f',
      { region: 'c/d' },
    ]);
  });

  it('without what is undefined, and refuses what data cannot say', () => {
    const app = new FleetApp();
    const fleet = new Fleet(app, 'x', {
      domain: undefined,
      values: { controlPlane: { replicas: (() => 3) as unknown } },
    });
    new Cluster(fleet, 'eu-1', { network: undefined, ha: true });
    const { raws, issues } = app.load();
    expect(raws.map(({ value }) => Object.keys((value as { spec: object }).spec))).toEqual([['values'], ['ha']]);
    expect(issues.map((i) => `${i.code} ${i.path}: ${i.found}`)).toEqual([
      'SCHEMA_TYPE Fleet.spec.values.controlPlane.replicas: a function',
    ]);
  });
});

describe('constructs of a fleet', () => {
  it('refuse a cluster of one region that says it is of another', () => {
    const region = new Region(new Fleet(new FleetApp(), 'x'), 'eu');
    expect(issuesOf(() => new Cluster(region, 'eu-1', { region: 'us' }))).toMatchObject([
      { code: 'SCHEMA_VALUE', path: 'Cluster/eu-1.spec.region' },
    ]);
    expect(issuesOf(() => new Cluster(region, 'eu-2', { region: 'eu' }))).toEqual([]);
  });

  it('refuse to stand outside of a fleet', () => {
    const app = new FleetApp();
    expect(issuesOf(() => new Cluster(app as unknown as Fleet, 'eu-1'))).toMatchObject([
      { code: 'FLEET_COUNT', path: 'eu-1' },
    ]);
  });

  it('find their fleet', () => {
    const fleet = new Fleet(new FleetApp(), 'x');
    expect(Fleet.of(new Cluster(new Region(fleet, 'eu'), 'eu-1'))).toBe(fleet);
  });

  it('give what code adds: attachments of the fleet, of a cluster, and charts below a cluster', () => {
    const customize = () => {};
    const fleet = new Fleet(new FleetApp(), 'x', { customize });
    const cluster = new Cluster(fleet, 'eu-1');
    const build = () => {};
    fleet.attach('all', build).attach('some', build, ['eu-1']);
    cluster.attach('own', build);
    new Chart(cluster, 'below');
    expect(fleet.extras.customize).toBe(customize);
    expect(fleet.extras.attachments.map(({ id, clusters, scope }) => [id, clusters, scope])).toEqual([
      ['all', undefined, undefined],
      ['some', ['eu-1'], undefined],
      ['own', ['eu-1'], undefined],
      ['x/eu-1', ['eu-1'], cluster],
    ]);
  });
});

describe('constructs without props, from code that no compiler has seen', () => {
  it('are what the schema finds incomplete', () => {
    const app = new FleetApp();
    const fleet = new Fleet(app, 'x', null as never);
    new Region(fleet, 'r', null as never);
    new Cluster(fleet, 'c', null as never);
    (fleet.service as (name: string) => unknown)('pay');
    expect(issuesOf(() => app.synth()).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'TRUST_ANCHORS_MISSING Cluster/c.spec.trust.anchors',
      'TRUST_DOMAIN_MISSING Fleet.spec.domain',
      'SCHEMA_REQUIRED document 3.metadata.namespace',
      'SCHEMA_REQUIRED document 3.spec.ports',
    ]);
  });
});
