import { describe, expect, it } from 'vitest';
import { federationReach } from '../../../lib/model/rules/federation';
import { ask, told } from './ask';

const islands = {
  'eu-1': { region: 'eu', network: 'eu' },
  'eu-2': { region: 'eu', network: 'eu' },
  'us-1': { region: 'us', network: 'us' },
  'us-2': { region: 'us', network: 'us' },
};
const bridged = { topology: { islands: { by: 'region', bridges: { hubs: ['eu-1', 'us-1'] } } } };
const pay = { name: 'pay', federated: true };

describe('a federated Service', () => {
  it('stops at gateways, which is a warning that names who misses whom', () => {
    const issues = ask(federationReach, { fleet: bridged, clusters: islands, services: [pay] });
    expect(told(issues)).toEqual([
      'SERVICE_FEDERATION_STOPS_AT_GATEWAY Service/prod/pay.spec.federated: prod/pay: eu-1 does not get us-1; us-1 does not get eu-1',
    ]);
    expect(issues[0]).toMatchObject({ severity: 'warning', clusters: ['eu-1', 'us-1'] });
  });

  it('is one issue with the others that are on the same clusters', () => {
    const services = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => ({ name, federated: true }));
    const issues = ask(federationReach, { fleet: bridged, clusters: islands, services: [...services, { name: 'x' }] });
    expect(issues).toHaveLength(1);
    expect(issues[0]!.found).toMatch(/^prod\/a, prod\/b, prod\/c, prod\/d, prod\/e and 2 more: eu-1 does not get us-1/);
  });

  it('says nothing where every edge to a member reaches its pods', () => {
    const services = [{ ...pay, clusters: { matchLabels: { region: 'eu' } } }];
    const topology = { islands: { by: 'region' } };
    expect(ask(federationReach, { fleet: { topology }, clusters: islands, services })).toEqual([]);
  });

  it('says nothing to clusters that are no members', () => {
    const services = [{ ...pay, clusters: ['a'] }];
    const given = {
      fleet: { topology: { fullMesh: {} } },
      clusters: { a: { network: 'a' }, b: { network: 'b' } },
      services,
    };
    expect(ask(federationReach, given)).toEqual([]);
  });

  it('concerns one cluster by the edges that leave it', () => {
    const given = { fleet: bridged, clusters: islands, services: [pay] };
    expect(ask(federationReach, given, ['eu-2'])).toEqual([]);
    expect(told(ask(federationReach, given, ['us-1']))).toEqual([
      'SERVICE_FEDERATION_STOPS_AT_GATEWAY Service/prod/pay.spec.federated: prod/pay: us-1 does not get eu-1',
    ]);
  });

  it('takes edges of mode gateway inside a network: pods reach each other there', () => {
    const topology = { fullMesh: { mode: 'gateway' as const } };
    const clusters = { a: { network: 'n' }, b: { network: 'n' } };
    expect(ask(federationReach, { fleet: { topology }, clusters, services: [pay] })).toEqual([]);
  });
});

describe('a federation that never happens', () => {
  const apart = { a: {}, b: {}, c: { network: 'c' } };

  it('is an error, said instead of the warning, also when one member asks', () => {
    const given = { fleet: { topology: { fullMesh: {} } }, clusters: apart, services: [pay] };
    const expected = [
      'SERVICE_FEDERATION_NEVER Service/prod/pay.spec.federated: prod/pay, with members a, b, c, and no edge on which pods reach pods between them',
    ];
    expect(told(ask(federationReach, given))).toEqual(expected);
    expect(told(ask(federationReach, given, ['b']))).toEqual(expected);
    expect(ask(federationReach, given)[0]).toMatchObject({ severity: 'error', clusters: ['a', 'b', 'c'] });
  });

  it('happens with members that have no Link at all', () => {
    expect(ask(federationReach, { clusters: islands, services: [pay] })).toHaveLength(1);
  });

  it('is not one of a single member', () => {
    expect(ask(federationReach, { clusters: islands, services: [{ ...pay, clusters: ['eu-1'] }] })).toEqual([]);
  });

  it('does happen at a source of two members that are not linked with each other', () => {
    const clusters = { hub: { network: 'n' }, a: { network: 'n' }, b: { network: 'n' } };
    const services = [{ ...pay, clusters: ['a', 'b'] }];
    const edges = [
      { source: 'hub', target: 'a' },
      { source: 'hub', target: 'b' },
    ];
    expect(ask(federationReach, { fleet: { topology: { edges } }, clusters, services })).toEqual([]);
    expect(ask(federationReach, { fleet: { topology: { edges: edges.slice(1) } }, clusters, services })).toHaveLength(
      1,
    );
  });

  it('counts members over all documents of the Service', () => {
    const services = [
      { ...pay, clusters: ['eu-1'] },
      { ...pay, clusters: ['us-1'] },
    ];
    expect(ask(federationReach, { fleet: bridged, clusters: islands, services })[0]!.code).toBe(
      'SERVICE_FEDERATION_NEVER',
    );
    const more = [...services, { ...pay, clusters: ['eu-2'] }];
    expect(ask(federationReach, { fleet: bridged, clusters: islands, services: more })[0]!.code).toBe(
      'SERVICE_FEDERATION_STOPS_AT_GATEWAY',
    );
  });
});
