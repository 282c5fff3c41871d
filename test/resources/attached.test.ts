import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch, Lazy, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Cluster, type ClusterPlan, federate } from 'linkerd-fleet';
import { describe, expect, it } from 'vitest';
import { addedFiles, type CodeFleet, codeFleet, filesOf, issuesOf } from './code-fleets';

const thing = (scope: Construct, id: string, props: Record<string, unknown> = {}) =>
  new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id }, ...props });
/** What stock cdk8s writes of a chart. */
const stock = (make: (app: App) => Chart) => Yaml.stringify(...make(new App()).toJson());
const codes = (given: CodeFleet) => issuesOf(given).map(({ code }) => code);

describe('a chart of the author', () => {
  it('below a Cluster lands in the directory of that cluster and nowhere else', () => {
    const given = codeFleet(({ clusters }) => thing(new Chart(clusters.eu, 'mine'), 'a', { data: { k: 'v' } }));
    expect(issuesOf(given)).toEqual([]);
    expect(addedFiles(given)).toEqual({
      'eu/attached/mine.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  k: v\n',
    });
  });

  it('by cluster.attach lands there too', () => {
    const given = codeFleet(({ clusters }) => clusters.us.attach('mine', (app) => thing(new Chart(app, 'mine'), 'a')));
    expect(Object.keys(addedFiles(given))).toEqual(['us/attached/mine.yaml']);
  });

  it('by fleet.attach lands in every cluster, made from the plan of each', () => {
    const given = codeFleet(({ fleet }) =>
      fleet.attach('mine', (app, plan) =>
        thing(new Chart(app, 'mine'), 'a', { data: { targets: plan.links.map(({ target }) => target.name).join() } }),
      ),
    );
    const added = addedFiles(given);
    expect(Object.keys(added)).toEqual(['eu/attached/mine.yaml', 'us/attached/mine.yaml']);
    expect(added['eu/attached/mine.yaml']).toContain('targets: us');
    expect(added['us/attached/mine.yaml']).toContain('targets: eu');
  });

  it('by fleet.attach with a selector lands in the clusters selected', () => {
    const seen: string[] = [];
    const given = codeFleet(({ fleet }) =>
      fleet.attach(
        'mine',
        (app, { cluster }) => {
          seen.push(cluster.name);
          thing(new Chart(app, 'mine'), 'a');
        },
        ['us'],
      ),
    );
    expect(Object.keys(addedFiles(given))).toEqual(['us/attached/mine.yaml']);
    expect(new Set(seen)).toEqual(new Set(['us']));
  });

  it('leaves every other file as it is', () => {
    const given = codeFleet(({ fleet }) => fleet.attach('mine', (app) => thing(new Chart(app, 'mine'), 'a')));
    const files = filesOf(given);
    for (const [path, text] of filesOf(codeFleet())) expect(files.get(path)).toBe(text);
  });

  it('without objects is no file', () => {
    expect(addedFiles(codeFleet(({ clusters }) => new Chart(clusters.eu, 'empty')))).toEqual({});
  });

  it('is the same each time it is written', () => {
    const given = codeFleet(({ clusters }) => {
      const [a, b] = [new Chart(clusters.eu, 'a'), new Chart(clusters.eu, 'b')];
      thing(a, 'x');
      thing(b, 'y');
      a.addDependency(b);
    });
    expect(filesOf(given)).toEqual(filesOf(given));
  });
});

describe('what cdk8s has works in it:', () => {
  /** What the chart comes to in a cluster, made there by a function; and what stock cdk8s makes of it. */
  const both = (make: (app: App) => Chart, file = 'mine') => {
    const given = codeFleet(({ fleet }) => fleet.attach('mine', (app) => make(app), ['eu']));
    return [addedFiles(given)[`eu/attached/${file}.yaml`], stock(make)];
  };

  it.each<[string, (chart: Chart) => void]>([
    ['Lazy values', (chart) => thing(chart, 'a', { data: Lazy.any({ produce: () => ({ late: 'yes' }) }) })],
    [
      'JSON patches',
      (chart) => thing(chart, 'a', { data: { k: '1' } }).addJsonPatch(JsonPatch.replace('/data/k', '2')),
    ],
    ['generated names', (chart) => new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'ConfigMap' })],
    ['constructs of one’s own', (chart) => thing(new Construct(chart, 'group'), 'a')],
    [
      'dependencies between objects',
      (chart) => {
        const first = thing(chart, 'a');
        first.addDependency(thing(chart, 'b'));
      },
    ],
    [
      'workloads of cdk8s-plus',
      (chart) => {
        const deployment = new kplus.Deployment(chart, 'web', { containers: [{ image: 'web', portNumber: 8080 }] });
        deployment.exposeViaService({ ports: [{ port: 80, targetPort: 8080 }] });
        new kplus.ConfigMap(chart, 'config', { data: { k: 'v' } });
      },
    ],
  ])('%s', (_, fill) => {
    const [ours, theirs] = both((app) => {
      const chart = new Chart(app, 'mine', { namespace: 'prod', labels: { team: 'a' } });
      fill(chart);
      return chart;
    });
    expect(ours).toBe(theirs);
  });

  it('an overridden toJson', () => {
    class Stamped extends Chart {
      override toJson() {
        return super.toJson().map((json) => ({ ...json, stamp: 'x' }));
      }
    }
    const [ours, theirs] = both((app) => {
      const chart = new Stamped(app, 'mine');
      thing(chart, 'a');
      return chart;
    });
    expect(ours).toBe(theirs);
    expect(ours).toContain('stamp: x');
  });

  it('charts in charts, each a file of its own and what is inside first', () => {
    const given = codeFleet(({ clusters }) => {
      const outer = new Chart(clusters.eu, 'outer');
      thing(outer, 'a');
      thing(new Chart(new Construct(outer, 'group'), 'inner'), 'b');
      thing(new Chart(outer, 'Second_One'), 'c');
    });
    const added = addedFiles(given);
    expect(Object.keys(added)).toEqual([
      'eu/attached/outer.second-one.yaml',
      'eu/attached/outer.yaml',
      'eu/attached/outer.group.inner.yaml',
    ]);
    expect(added['eu/attached/outer.yaml']).not.toMatch(/name: [bc]/);
  });

  it('dependencies between charts, in the order in which the cluster gets them', () => {
    const order = (depend: boolean) => {
      const given = codeFleet(({ clusters }) => {
        const [first, second] = ['first', 'second'].map((id) => new Chart(clusters.eu, id));
        const object = thing(first!, 'a');
        thing(second!, 'b');
        if (depend) object.addDependency(second!);
      });
      return Object.keys(addedFiles(given));
    };
    expect(order(false)).toEqual(['eu/attached/first.yaml', 'eu/attached/second.yaml']);
    expect(order(true)).toEqual(['eu/attached/second.yaml', 'eu/attached/first.yaml']);
  });

  it('dependencies on charts of other clusters, which say nothing there', () => {
    const given = codeFleet(({ clusters }) => {
      const [eu, us] = [new Chart(clusters.eu, 'mine'), new Chart(clusters.us, 'mine')];
      thing(eu, 'a').addDependency(thing(us, 'b'));
    });
    expect(issuesOf(given)).toEqual([]);
    expect(Object.keys(addedFiles(given))).toEqual(['eu/attached/mine.yaml', 'us/attached/mine.yaml']);
  });

  it('Lazy values that are asked for once the plan is known', () => {
    class Targets extends Construct {
      constructor(scope: Construct, id: string, plan: () => ClusterPlan | undefined) {
        super(scope, id);
        const data = { count: Lazy.any({ produce: () => String(plan()?.links.length) }) };
        thing(this, 'targets', { data });
      }
    }
    const given = codeFleet(({ fleet }) =>
      fleet.attach('mine', (app, plan) => {
        let late: ClusterPlan | undefined;
        new Targets(new Chart(app, 'mine'), 'targets', () => late);
        late = plan;
      }),
    );
    expect(addedFiles(given)['eu/attached/mine.yaml']).toContain('count: "1"');
  });
});

describe('what is refused, before anything is written:', () => {
  const failing = (construct: Construct, message = 'no owner') => {
    construct.node.addValidation({ validate: () => [message] });
    return construct;
  };

  it('a validation that fails, with the path of its construct', () => {
    const given = codeFleet(({ clusters }) => failing(thing(new Chart(clusters.eu, 'mine'), 'a')));
    expect(issuesOf(given)).toMatchObject([
      { code: 'CONSTRUCT_INVALID', severity: 'error', path: 'test/eu/mine/a', found: 'no owner', clusters: ['eu'] },
    ]);
  });

  it('one that fails in every cluster, said once', () => {
    const given = codeFleet(({ fleet }) => fleet.attach('mine', (app) => failing(new Chart(app, 'chart'))));
    expect(issuesOf(given)).toMatchObject([
      { code: 'CONSTRUCT_INVALID', path: 'attach(mine) chart', found: 'no owner', clusters: ['eu', 'us'] },
    ]);
  });

  it('one that fails in one cluster, while the others can still be rendered', () => {
    const given = codeFleet(({ clusters }) => {
      failing(new Chart(clusters.eu, 'mine'));
      const [first, second] = ['first', 'second'].map((id) => new Chart(clusters.us, id));
      thing(first!, 'a').addDependency(thing(second!, 'b'));
    });
    const project = given.app.project();
    expect(() => filesOf(given)).toThrow(/CONSTRUCT_INVALID test\/eu\/mine/);
    expect(project.fleet.clusters.size).toBe(2);
  });

  it('so that synth writes nothing', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'attached-'));
    const { app } = codeFleet(({ clusters }) => failing(new Chart(clusters.us, 'mine')));
    Object.assign(app, { outdir });
    expect(() => app.synth()).toThrow(/CONSTRUCT_INVALID/);
    expect(readdirSync(outdir)).toEqual([]);
  });

  it('two charts whose files would have one name', () => {
    const given = codeFleet(({ clusters }) => {
      thing(new Chart(clusters.eu, 'mine'), 'a');
      clusters.eu.attach('other', (app) => thing(new Chart(app, 'MINE'), 'b'));
    });
    expect(issuesOf(given)).toMatchObject([{ code: 'CHART_DUPLICATE', path: 'attached/mine.yaml', clusters: ['eu'] }]);
    expect(() => filesOf(given)).toThrow(/CHART_DUPLICATE/);
  });

  it('a chart that is in no cluster', () => {
    const { app } = codeFleet(({ fleet }) => thing(new Chart(fleet, 'homeless'), 'a'));
    expect(() => app.project()).toThrow(/CHART_WITHOUT_CLUSTER test\/homeless/);
  });

  it('an object outside of any chart, with the place in the author’s file', () => {
    const given = codeFleet(({ fleet }) => fleet.attach('mine', (app) => thing(app, 'loose')));
    expect(issuesOf(given)).toMatchObject([
      {
        code: 'CONSTRUCT_FAILED',
        path: expect.stringMatching(/^attach\(mine\) attached\.test\.ts:\d+:\d+$/),
        found: expect.stringContaining('cannot find a parent chart'),
        clusters: ['eu', 'us'],
      },
    ]);
  });

  it('a function that makes its charts later', () => {
    const given = codeFleet(({ fleet }) =>
      fleet.attach('mine', async (app) => {
        await null;
        thing(new Chart(app, 'mine'), 'a');
      }),
    );
    expect(issuesOf(given)).toMatchObject([{ code: 'CONSTRUCT_ASYNC', path: 'attach(mine)', clusters: ['eu', 'us'] }]);
    expect(() => filesOf(given)).toThrow(/CONSTRUCT_ASYNC/);
  });

  it('a function that is none, or changes the plan', () => {
    const none = codeFleet(({ fleet }) => fleet.attach('mine', undefined as never));
    expect(issuesOf(none)).toMatchObject([{ code: 'CONSTRUCT_FAILED', found: expect.stringContaining('function') }]);
    const change = codeFleet(({ clusters }) => clusters.eu.attach('mine', (_, plan) => void (plan.links as [])?.pop()));
    expect(issuesOf(change)).toMatchObject([{ code: 'CONSTRUCT_FAILED', clusters: ['eu'] }]);
  });

  it('code that throws while a chart is written', () => {
    const late = Lazy.any({
      produce: () => {
        throw new Error('no such team');
      },
    });
    const given = codeFleet(({ clusters }) => thing(new Chart(clusters.eu, 'mine'), 'a', { data: late }));
    expect(issuesOf(given)).toMatchObject([
      {
        code: 'CONSTRUCT_FAILED',
        path: 'Cluster/eu',
        found: expect.stringMatching(/test\/eu\/mine\/a.*no such team/),
      },
    ]);
  });

  it('constructs that wait for one another', () => {
    const given = codeFleet(({ clusters }) => {
      const [a, b] = ['a', 'b'].map((id) => new Chart(clusters.eu, id));
      a!.addDependency(b!);
      b!.addDependency(a!);
    });
    expect(issuesOf(given)).toMatchObject([
      { code: 'CONSTRUCT_CYCLE', found: 'test/eu/a => test/eu/b => test/eu/a', clusters: ['eu'] },
    ]);
  });

  it('an object that the fleet writes as well', () => {
    const namespace = (app: App, name: string) =>
      new ApiObject(new Chart(app, 'mine'), 'ns', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    const given = codeFleet(({ fleet }) => fleet.attach('mine', (app) => namespace(app, 'linkerd'), ['eu']));
    expect(issuesOf(given)).toMatchObject([
      {
        code: 'OBJECT_DUPLICATE',
        path: 'attach(mine) mine/ns',
        found: 'Namespace linkerd is in namespaces/namespaces.yaml too',
        clusters: ['eu'],
      },
    ]);
    expect(codes(codeFleet(({ fleet }) => fleet.attach('mine', (app) => namespace(app, 'other'))))).toEqual([]);
  });

  it('charts are looked at once the fleet itself is right', () => {
    const given = codeFleet(({ fleet, clusters }) => {
      failing(new Chart(clusters.eu, 'mine'));
      new Cluster(fleet, 'Wrong_Name', {});
    });
    expect(codes(given)).not.toContain('CONSTRUCT_INVALID');
    expect(issuesOf(given).some(({ severity }) => severity === 'error')).toBe(true);
  });
});

describe('a Service in a chart', () => {
  const pay = (chart: Chart, port = 8080, spec: object = {}) =>
    new ApiObject(chart, 'pay', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'pay', namespace: 'prod' },
      spec: { selector: { app: 'pay' }, ports: [{ name: 'http', port }], ...spec },
    });
  const ofChart = { writeLabels: false, createNamespace: true };
  const describePay = ({ fleet }: CodeFleet, labels?: Record<string, string>) =>
    fleet.service('pay', { namespace: 'prod', ports: [{ name: 'http', port: 8080 }], labels, ...ofChart }).federate();
  const attach = ({ fleet }: CodeFleet, fill: (chart: Chart) => void) =>
    fleet.attach('mine', (app) => fill(new Chart(app, 'mine')));

  it('that the fleet describes as somebody else’s is left to the chart', () => {
    const given = codeFleet((code) => {
      describePay(code);
      attach(code, (chart) => federate(pay(chart)));
    });
    expect(issuesOf(given)).toEqual([]);
    const files = filesOf(given);
    expect(files.has('eu/services/prod.yaml')).toBe(false);
    expect(files.get('eu/attached/mine.yaml')).toContain('mirror.linkerd.io/federated: member');
    expect(files.get('eu/namespaces/namespaces.yaml')).toContain('name: prod');
  });

  it('that differs from its description is refused, with all that differs', () => {
    const given = codeFleet((code) => {
      describePay(code, { team: 'pay' });
      attach(code, (chart) => pay(chart, 9090, { clusterIP: 'None' }));
    });
    expect(issuesOf(given)).toMatchObject([
      {
        code: 'SERVICE_DIFFERS',
        path: 'attach(mine) mine/pay',
        found:
          'label mirror.linkerd.io/federated: none instead of member; label team: none instead of pay; headless instead of a ClusterIP; ports 9090/TCP http instead of 8080/TCP http',
        clusters: ['eu', 'us'],
      },
    ]);
  });

  it('whose pods or target ports are not those that its policy guards is refused', () => {
    const found = (podSelector: Record<string, string>, spec: object, more: (chart: Chart) => void = () => {}) => {
      const ports = [{ name: 'http', port: 80, targetPort: 8080 }];
      const given = codeFleet((code) => {
        code.fleet.service('pay', { namespace: 'prod', ports, podSelector }).allow();
        attach(code, (chart) => {
          pay(chart, 80, spec);
          more(chart);
        });
      });
      return issuesOf(given).map((i) => `${i.code}: ${i.found}`);
    };
    const ports = [{ name: 'http', port: 80, targetPort: 8080 }];
    const app = { app: 'pay' };
    expect(found(app, { ports })).toEqual([]);
    expect(found(app, { ports, selector: { ...app, tier: 'a' } })).toEqual([]);
    expect(found(app, {})).toEqual(['SERVICE_DIFFERS: target of port 80: 80 instead of 8080']);
    expect(found({ ...app, tier: 'a' }, { ports })).toEqual([
      'SERVICE_DIFFERS: selector app=pay instead of app=pay,tier=a',
    ]);
    const deployment = (labels: object) => (chart: Chart) =>
      new ApiObject(chart, 'pods', {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'pay', namespace: 'prod' },
        spec: { template: { metadata: { labels } } },
      });
    expect(found({ tier: 'a' }, { ports }, deployment({ ...app, tier: 'a' }))).toEqual([]);
    expect(found({ tier: 'a' }, { ports }, deployment({ ...app, tier: 'b' }))).toHaveLength(1);
  });

  it('that is exported there and not in the description is refused', () => {
    const given = codeFleet((code) => {
      code.fleet.service('pay', { namespace: 'prod', ports: [{ name: 'http', port: 8080 }] });
      attach(code, (chart) => federate(pay(chart)));
    });
    expect(codes(given)).toContain('SERVICE_DIFFERS');
  });

  it('is looked at as it is written, patches and Lazy values included', () => {
    const given = codeFleet((code) => {
      describePay(code);
      attach(code, (chart) => {
        const service = pay(chart, 1, { ports: Lazy.any({ produce: () => [{ name: 'http', port: 8080 }] }) });
        service.addJsonPatch(JsonPatch.add('/metadata/labels', { 'mirror.linkerd.io/federated': 'member' }));
      });
    });
    expect(issuesOf(given)).toEqual([]);
  });

  it('that only the chart knows of is warned of when it has the labels', () => {
    const labelled = codeFleet((code) => attach(code, (chart) => federate(pay(chart))));
    expect(issuesOf(labelled)).toMatchObject([
      {
        code: 'SERVICE_UNDESCRIBED',
        severity: 'warning',
        path: 'attach(mine) mine/pay',
        found: 'mirror.linkerd.io/federated in the chart alone',
      },
    ]);
    expect(Object.keys(addedFiles(labelled))).toHaveLength(2);
    expect(codes(codeFleet((code) => attach(code, (chart) => pay(chart))))).toEqual([]);
  });

  it('with the name of a mirror or of a federated Service of its cluster is refused', () => {
    const named = (name: string, namespace = 'prod') =>
      codeFleet((code) => {
        const us = { namespace: 'prod', clusters: ['us'], ports: [{ port: 8080 }], writeLabels: true };
        code.fleet.service('pay', us).federate();
        code.fleet.service('web', us).exportService('remote-discovery');
        code.clusters.eu.attach(
          'mine',
          (app) =>
            new ApiObject(new Chart(app, 'mine'), 'x', {
              apiVersion: 'v1',
              kind: 'Service',
              metadata: { name, namespace },
              spec: { ports: [{ port: 1 }] },
            }),
        );
      });
    const found = (name: string) => issuesOf(named(name)).map((i) => `${i.code} ${i.path}: ${i.found}`);
    expect(found('pay-federated')).toEqual([
      'NAME_MIRROR_TAKEN attach(mine) mine/x: a Service of the chart with the name of the federated Service of prod/pay',
    ]);
    expect(found('web-us')).toEqual([
      'NAME_MIRROR_TAKEN attach(mine) mine/x: a Service of the chart with the name of the mirror of prod/web from us',
    ]);
    for (const name of ['web-eu', 'web-federated', 'pay-us', 'web']) expect(found(name)).toEqual([]);
    expect(issuesOf(named('web-us', 'other'))).toEqual([]);
  });

  it('that the fleet writes whole is one too many', () => {
    const given = codeFleet((code) => {
      code.fleet
        .service('pay', { namespace: 'prod', selector: { app: 'pay' }, ports: [{ name: 'http', port: 8080 }] })
        .federate();
      attach(code, (chart) => federate(pay(chart)));
    });
    expect(codes(given)).toEqual(['OBJECT_DUPLICATE']);
  });
});
