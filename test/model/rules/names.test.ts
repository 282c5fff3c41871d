import { describe, expect, it } from 'vitest';
import { CLUSTER_NAME_MAX, CLUSTER_NAME_MAX_217, controllerName, controllerName217 } from '../../../lib/linkerd/names';
import {
  clusterName,
  clusterName217,
  labelsShadowed,
  labelValues,
  namespaceNames,
} from '../../../lib/model/rules/names';
import { buildTestFleet } from '../fixtures';
import { ask, told } from './ask';

describe('names of clusters', () => {
  it.each([
    ['East_1', 'NAME_CLUSTER', 'Did you mean east-1?'],
    ['eu.west', 'NAME_CLUSTER', 'Rename the cluster.'],
    ['-eu', 'NAME_CLUSTER', 'Did you mean eu?'],
    ['1e3', 'NAME_CLUSTER', 'Rename the cluster.'],
    ['007', 'NAME_CLUSTER', 'Rename the cluster.'],
    ['no', 'NAME_CLUSTER_YAML', 'Rename the cluster.'],
    ['y', 'NAME_CLUSTER_YAML', 'Rename the cluster.'],
    ['null', 'NAME_CLUSTER_YAML', 'Rename the cluster.'],
    ['federated', 'NAME_CLUSTER_FEDERATED', 'Rename the cluster.'],
  ])('refuses %s as %s', (name, code, fix) => {
    const issues = ask(clusterName, { clusters: ['eu-1', name] });
    expect(issues).toMatchObject([{ code, fix, path: `Cluster/${name}.metadata.name`, clusters: [name] }]);
  });

  it('says why a name may not begin with a digit', () => {
    expect(ask(clusterName, { clusters: ['1e3'] })[0]!.why).toContain('a number there');
  });

  it('takes a name as long as controller-<cluster> allows, and no longer', () => {
    const name = `c${'0'.repeat(51)}`;
    expect(told(ask(clusterName, { clusters: [name, `${name}0`] }))).toEqual([
      `NAME_CLUSTER_LENGTH Cluster/${name}0.metadata.name: "${name}0" (53 characters)`,
    ]);
  });

  it('takes a target of a cluster with 2.17 as long as linkerd-service-mirror-<cluster> allows, and no longer', () => {
    const [short, long] = [`c${'0'.repeat(39)}`, `c${'0'.repeat(40)}`];
    const topology = {
      edges: [short, long].flatMap((target) => [
        { source: 'a', target },
        { source: 'b', target },
      ]),
    };
    const clusters = { a: { linkerd: { version: '2.17' as const } }, b: {}, [short]: {}, [long]: {} };
    const issues = ask(clusterName217, { fleet: { topology }, clusters });
    expect(told(issues)).toEqual([
      `NAME_CLUSTER_LENGTH Cluster/${long}.metadata.name: "${long}" (41 characters), target of a with Linkerd 2.17`,
    ]);
    expect(issues[0]!.why).toContain('linkerd-service-mirror-');
    expect(ask(clusterName217, { fleet: { topology }, clusters }, ['a'])).toHaveLength(1);
    expect(ask(clusterName217, { fleet: { topology }, clusters }, ['b'])).toEqual([]);
    expect(ask(clusterName217, { fleet: { topology }, clusters: { ...clusters, a: {} } })).toEqual([]);
  });

  it('gives every name of mirror controllers at most 63 characters', () => {
    expect(controllerName217('c'.repeat(CLUSTER_NAME_MAX_217))).toHaveLength(63);
    expect(controllerName('c'.repeat(CLUSTER_NAME_MAX))).toHaveLength(63);
    expect(`probe-gateway-${'c'.repeat(CLUSTER_NAME_MAX_217)}`.length).toBeLessThanOrEqual(63);
  });

  it('looks only at the clusters in question', () => {
    expect(ask(clusterName, { clusters: ['eu-1', 'no'] }, ['eu-1'])).toEqual([]);
  });
});

describe('two of one name', () => {
  it('are refused for clusters and regions while the model is built', () => {
    const regions = [{ name: 'eu' }, { name: 'eu' }];
    const { issues } = buildTestFleet({ fleet: { regions }, clusters: { a: { region: 'ue' } } });
    expect(told(issues)).toEqual([
      'NAME_DUPLICATE Fleet.spec.regions[1].name: a second region eu',
      'NAME_UNKNOWN_REGION Cluster/a.spec.region: region "ue"',
    ]);
    expect(issues[1]!.fix).toBe('Did you mean eu?');
  });
});

describe('label values', () => {
  it('are checked where they are written, once', () => {
    const regions = [{ name: 'eu west', environment: 'prod!' }];
    const clusters = { a: { region: 'eu west' }, b: { region: 'eu west', network: 'vpc/1' } };
    const issues = ask(labelValues, { fleet: { regions }, clusters });
    expect(told(issues)).toEqual([
      'NAME_LABEL_VALUE Fleet.spec.regions[0].name: "eu west"',
      'NAME_LABEL_VALUE Fleet.spec.regions[0].environment: "prod!"',
      'NAME_LABEL_VALUE Cluster/b.spec.network: "vpc/1"',
    ]);
    expect(issues[1]!.clusters).toEqual(['a', 'b']);
  });

  it('checks regions of clusters where the fleet lists none, and labels with their keys', () => {
    const long = 'x'.repeat(64);
    const clusters = { a: { region: '-eu', labels: { team: long, 'a b/c': 'ok', 'example.com/tier': '' } } };
    expect(told(ask(labelValues, { clusters }))).toEqual([
      `NAME_LABEL_VALUE Cluster/a.spec.labels.team: "${long}"`,
      'NAME_LABEL_KEY Cluster/a.spec.labels.a b/c: "a b/c"',
      'NAME_LABEL_VALUE Cluster/a.spec.region: "-eu"',
    ]);
  });

  it('warns of a label that a field hides', () => {
    const clusters = { a: { region: 'eu', labels: { region: 'us', name: 'a' } } };
    expect(told(ask(labelsShadowed, { fleet: { labels: { name: 'all' } }, clusters }))).toEqual([
      'NAME_LABEL_SHADOWED Fleet.spec.labels.name: the label name: "all"; selectors see "a"',
      'NAME_LABEL_SHADOWED Cluster/a.spec.labels.region: the label region: "us"; selectors see "eu"',
    ]);
  });
});

describe('namespaces of clusters', () => {
  it('have names that Kubernetes takes', () => {
    const issues = ask(namespaceNames, { fleet: { namespaces: ['prod', 'Front_End'] }, clusters: ['a', 'b'] });
    expect(told(issues)).toEqual(['NAME_NAMESPACE Fleet.spec.namespaces: "Front_End"']);
    expect(issues[0]).toMatchObject({ fix: 'Did you mean front-end?', clusters: ['a', 'b'] });
  });
});
