import { describe, expect, it } from 'vitest';
import * as rules from '../../../lib/model/rules/selectors';
import { ask, told } from './ask';

const clusters = { 'eu-1': { region: 'eu' }, 'eu-2': { region: 'eu' }, 'us-1': { region: 'us' } };
const all = [rules.unknownClusters, rules.unknownLabels, rules.selectorExpressions, rules.selectsNothing];

describe('names of clusters', () => {
  it('are known, wherever the topology and the Services say them', () => {
    const topology = [
      { fullMesh: { clusters: ['eu-1', 'eu1'] } },
      { hubAndSpoke: { hubs: ['hub'], clusters: { except: ['us-9'] } } },
      { edges: [{ source: 'eu-1', target: 'us1' }] },
      { without: [{ source: 'eu1' }, { sources: { names: ['gone'] } }] },
    ];
    const services = [{ name: 'web', clusters: ['us-1', 'eu1'] }];
    const issues = ask(all, { fleet: { topology }, clusters, services });
    expect(told(issues)).toEqual([
      'NAME_UNKNOWN_CLUSTER Fleet.spec.topology[0].fullMesh.clusters: "eu1", here and in 2 more places',
      'NAME_UNKNOWN_CLUSTER Fleet.spec.topology[1].hubAndSpoke.hubs: "hub"',
      'NAME_UNKNOWN_CLUSTER Fleet.spec.topology[1].hubAndSpoke.clusters: "us-9"',
      'NAME_UNKNOWN_CLUSTER Fleet.spec.topology[3].without[1].sources: "gone"',
      'NAME_UNKNOWN_CLUSTER Fleet.spec.topology[2].edges[0].target: "us1"',
    ]);
    expect(issues.map((i) => i.fix)).toEqual([
      'Did you mean eu-1?',
      'Correct the name, or add the cluster.',
      'Did you mean us-1?',
      'Correct the name, or add the cluster.',
      'Did you mean us-1?',
    ]);
  });

  it('are said once for all Services with the same selector', () => {
    const services = Array.from({ length: 50 }, (_, i) => ({ name: `s${i}`, clusters: ['eu3'] }));
    expect(told(ask(all, { clusters, services }))).toEqual([
      'NAME_UNKNOWN_CLUSTER Service/prod/s0.spec.clusters: "eu3"',
    ]);
  });
});

describe('labels of selectors', () => {
  it('are on some cluster, or a warning says which was meant', () => {
    const services = [
      { name: 'web', clusters: { matchExpressions: [{ key: 'regoin', operator: 'NotIn' as const, values: ['us'] }] } },
    ];
    const issues = ask(all, { clusters, services });
    expect(told(issues)).toEqual(['SELECTOR_UNKNOWN_LABEL Service/prod/web.spec.clusters: "regoin"']);
    expect(issues[0]).toMatchObject({ severity: 'warning', fix: 'Did you mean region?' });
  });
});

describe('expressions', () => {
  it.each([
    ['In', [], 'region In without values'],
    ['NotIn', undefined, 'region NotIn without values'],
    ['Exists', ['eu'], 'region Exists with values eu'],
    ['DoesNotExist', ['eu', 'us'], 'region DoesNotExist with values eu, us'],
  ] as const)('%s with values %j is refused', (operator, values, found) => {
    const expression = { key: 'region', operator, values: values && [...values] };
    const topology = { fullMesh: { clusters: { matchExpressions: [expression] } } };
    expect(told(ask(all, { fleet: { topology }, clusters }))).toEqual([
      `SELECTOR_EXPRESSION Fleet.spec.topology.fullMesh.clusters.matchExpressions[0]: ${found}`,
    ]);
  });
});

describe('a selection of nothing', () => {
  const none = { matchLabels: { region: 'apac' } };

  it('is an error for hubs and a warning elsewhere', () => {
    const topology = [
      { hubAndSpoke: { hubs: none } },
      { islands: { by: 'region', bridges: { hubs: [] } } },
      { mode: { targets: none, mode: 'gateway' as const } },
    ];
    const services = [{ name: 'web', clusters: none }];
    const issues = ask(all, { fleet: { topology }, clusters, services });
    expect(issues.map((i) => `${i.severity} ${i.code} ${i.path}`)).toEqual([
      'error TOPOLOGY_NO_HUB Fleet.spec.topology[0].hubAndSpoke.hubs',
      'error TOPOLOGY_NO_HUB Fleet.spec.topology[1].islands.bridges.hubs',
      'warning SELECTOR_SELECTS_NOTHING Fleet.spec.topology[2].mode.targets',
      'warning SELECTOR_SELECTS_NOTHING Service/prod/web.spec.clusters',
    ]);
  });
});
