import {
  ApiObject,
  ApiObjectMetadataDefinition,
  type ApiObjectProps,
  App,
  Chart,
  Cron,
  type IResolver,
  JsonPatch,
  Lazy,
  Size,
  Yaml,
} from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { emitApiObject, emitChart } from '../../lib/emit/apiobject';
import { surprises } from '../../lib/emit/surprise';
import { dictionary, key, number, string } from './arbitraries';

const chart = (props?: ConstructorParameters<typeof App>[0]) =>
  new Chart(new App(props), 'chart', { namespace: 'ns', labels: { 'example.com/team': 'mesh' } });

const object = (props: Record<string, unknown> = {}, scope: Construct = chart(), id = 'o') =>
  new ApiObject(scope, id, { apiVersion: 'v1', kind: 'Thing', ...props } as ApiObjectProps);

/** The text of cdk8s or, when it refuses, its message. */
const outcome = (text: () => string): string => {
  try {
    return text();
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
};

const expectStock = (obj: ApiObject) => {
  expect(outcome(() => emitApiObject(obj))).toBe(outcome(() => Yaml.stringify(obj.toJson())));
};

/** How often cdk8s itself is asked for JSON while the object is written. */
function timesAsked(obj: ApiObject): number {
  const asked = vi.spyOn(ApiObjectMetadataDefinition.prototype, 'toJson');
  try {
    emitApiObject(obj);
    return asked.mock.calls.length;
  } finally {
    asked.mockRestore();
  }
}

afterEach(() => {
  vi.unstubAllEnvs();
});

const leaves = [string, string, number, fc.boolean(), fc.constantFrom(null, undefined)];
const oddLeaves = [
  ...leaves,
  fc.constantFrom<unknown>(
    Lazy.any({ produce: () => ({ lazy: [1, 'x'] }) }),
    Lazy.any({ produce: () => undefined }),
    { resolve: () => 'implicit' },
    new (class IntOrString {
      readonly value = 5;
    })(),
    { value: 5 },
    new Date(0),
    () => 1,
    5n,
    Size.gibibytes(1),
    JSON.parse('{"__proto__": {"a": 1}}'),
    Object.create(null),
    { constructor: 'x' },
  ),
];

describe('an ApiObject', () => {
  test('has the bytes of cdk8s for any plain data', () => {
    fc.assert(
      fc.property(dictionary(leaves, key), dictionary(leaves, key), (spec, metadata) => {
        const { finalizers, ownerReferences, labels, annotations, ...others } = metadata as Record<string, unknown>;
        expectStock(object({ ...spec, apiVersion: 'v1', kind: 'Thing', metadata: others }));
      }),
      { numRuns: 1500 },
    );
  });

  test('has the bytes of cdk8s, or its error, for data that cdk8s resolves or refuses', () => {
    fc.assert(
      fc.property(dictionary(oddLeaves, key), dictionary(oddLeaves, key), (spec, labels) => {
        expectStock(object({ ...spec, apiVersion: 'v1', kind: 'Thing', metadata: { labels } }));
      }),
      { numRuns: 1500 },
    );
  });

  test('counts labels, annotations, finalizers, owners and other metadata added later', () => {
    const obj = object({ metadata: { name: 'x', annotations: { b: 'yes' }, generateName: 'x-', empty: [[]] } });
    obj.metadata.addLabel('a', 'true');
    obj.metadata.addAnnotation('c', '- x');
    obj.metadata.addFinalizers('example.com/keep');
    obj.metadata.addOwnerReference({ apiVersion: 'v1', kind: 'Pod', name: 'p', uid: '1' });
    obj.metadata.add('generation', 4);
    obj.metadata.add('name', 'never printed');
    expectStock(obj);
    expect(emitApiObject(obj)).toContain('generation: 4');
  });

  test('counts JSON patches', () => {
    const obj = object({ spec: { a: 1, list: [] } });
    obj.addJsonPatch(JsonPatch.add('/spec/list/-', 'x'), JsonPatch.remove('/spec/a'), JsonPatch.add('/status', null));
    expectStock(obj);
    expect(emitApiObject(obj)).toContain('- x');
  });

  test('counts an overridden toJson of the object and of its metadata', () => {
    class Loud extends ApiObject {
      override toJson() {
        return { ...super.toJson(), loud: true, none: undefined };
      }
    }
    const loud = new Loud(chart(), 'o', { apiVersion: 'v1', kind: 'Thing' });
    expectStock(loud);
    expect(emitApiObject(loud)).toContain('loud: true');

    const renamed = object();
    renamed.metadata.toJson = () => ({ name: 'renamed' });
    expectStock(renamed);
    expect(emitApiObject(renamed)).toContain('name: renamed');
  });

  test('counts resolvers of the app', () => {
    const resolver: IResolver = {
      resolve: (context) => {
        if (context.value === 'secret') context.replaceValue('replaced');
      },
    };
    const obj = object({ spec: { a: 'secret' } }, chart({ resolvers: [resolver] }));
    expectStock(obj);
    expect(emitApiObject(obj)).toContain('a: replaced');
  });

  test('keeps the order of keys when CDK8S_DISABLE_SORT asks for it', () => {
    vi.stubEnv('CDK8S_DISABLE_SORT', '1');
    const obj = object({ spec: { b: 1, a: 2 } });
    expectStock(obj);
    expect(emitApiObject(obj)).toContain('b: 1\n  a: 2');
  });

  test('is not asked of cdk8s when it is plain data', () => {
    expect(timesAsked(object({ spec: { a: [1, { b: 'x' }] } }))).toBe(0);
  });

  test.each([
    ['patches', new Set()],
    ['props', Object.assign(new (class Props {})(), { apiVersion: 'v1', kind: 'Thing', spec: { a: 1 } })],
  ])('is asked of cdk8s when its private %s are not what they were', (field, value) => {
    const obj = object({ spec: { a: 1 } });
    expect(timesAsked(obj)).toBe(0);
    Object.assign(obj, { [field]: value });
    expect(timesAsked(obj)).toBe(1);
    expectStock(obj);
  });

  test('says so, for --verbose to tell, when cdk8s keeps things elsewhere than it did', () => {
    const moved = object({ spec: { a: 1 } });
    Object.assign(moved, { patches: undefined, operations: [] });
    expect(outcome(() => emitApiObject(moved))).toBe(outcome(() => Yaml.stringify(moved.toJson())));
    expect(surprises()).toContain('an ApiObject without `props` and `patches`');

    const other = object({ spec: { a: 1 } });
    Object.assign(App.of(other), { resolvers: undefined });
    outcome(() => emitApiObject(other));
    expect(surprises()).toContain('an App without `resolvers`');
  });
});

function workloads(scope: Chart) {
  const config = new kplus.ConfigMap(scope, 'config', {
    data: { 'a.conf': 'x = 1\n\ny = 2\n', on: 'yes', 8080: 'web' },
  });
  const secret = new kplus.Secret(scope, 'secret', { stringData: { password: '{{ .password }}' } });
  const deployment = new kplus.Deployment(scope, 'web', {
    replicas: 2,
    podMetadata: { annotations: { 'linkerd.io/inject': 'enabled' } },
    containers: [
      {
        image: 'nginx:1.27',
        portNumber: 8080,
        envVariables: { A: kplus.EnvValue.fromValue('1'), B: kplus.EnvValue.fromConfigMap(config, 'on') },
        resources: { cpu: { request: kplus.Cpu.millis(100) }, memory: { limit: Size.mebibytes(128) } },
        liveness: kplus.Probe.fromHttpGet('/live'),
      },
    ],
  });
  const volume = kplus.Volume.fromConfigMap(scope, 'volume', config);
  deployment.containers[0]?.mount('/etc/web', volume);
  deployment.exposeViaService({
    name: 'web',
    serviceType: kplus.ServiceType.CLUSTER_IP,
    ports: [{ port: 80, targetPort: 8080 }],
  });
  deployment.exposeViaIngress('/');
  new kplus.CronJob(scope, 'nightly', {
    schedule: Cron.daily(),
    containers: [{ image: 'job' }],
  });
  new kplus.ServiceAccount(scope, 'account', { secrets: [secret] });
  new kplus.ClusterRole(scope, 'role').allowRead(kplus.ApiResource.PODS);
  new kplus.NetworkPolicy(scope, 'policy', {
    selector: deployment,
    egress: { default: kplus.NetworkPolicyTrafficDefault.DENY },
  });
  return { deployment, config };
}

const expectStockChart = (scope: Chart) => {
  const stock = outcome(() => Yaml.stringify(...scope.toJson()));
  expect(outcome(() => emitChart(scope))).toBe(stock);
  return stock;
};

describe('a chart', () => {
  test('of cdk8s-plus workloads has the bytes of cdk8s', () => {
    const scope = chart();
    workloads(scope);
    for (const obj of scope.node.findAll().filter(ApiObject.isApiObject)) expectStock(obj);
    expect(expectStockChart(scope)).toContain('kind: Deployment');
  });

  test('has its objects in the order of cdk8s, whatever their ids', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('9', '10', 'b', 'a', '01', 'z/y', 'group'), { minLength: 1 }),
        (ids) => {
          const scope = chart();
          for (const id of ids) {
            const parent = id === 'group' ? new Construct(scope, id) : scope;
            object({ spec: { id } }, parent, id);
            if (parent !== scope) object({ spec: { id: '1' } }, parent, '1');
          }
          expectStockChart(scope);
        },
      ),
    );
  });

  test('without objects is empty', () => {
    expect(expectStockChart(chart())).toBe('');
  });

  test('follows dependencies between objects, also those a construct declares', () => {
    const scope = chart();
    const first = object({}, scope, 'first');
    const group = new Construct(scope, 'group');
    object({}, group, 'inner');
    first.addDependency(group);
    expect(emitChart(scope).indexOf('inner')).toBeLessThan(emitChart(scope).indexOf('first'));
    expectStockChart(scope);
  });

  test('prints a nested chart with neither too many nor too few objects', () => {
    const outer = chart();
    object({}, outer, 'a');
    const inner = new Chart(outer, 'inner');
    object({}, inner, 'b');
    expectStockChart(outer);
    expectStockChart(inner);
  });

  test('counts an overridden toJson of the chart', () => {
    class Short extends Chart {
      override toJson() {
        return super.toJson().slice(0, 1);
      }
    }
    const scope = new Short(new App(), 'short');
    object({}, scope, 'a');
    object({}, scope, 'b');
    expect(expectStockChart(scope).match(/kind:/g)).toHaveLength(1);
  });

  test.each(['the app', 'the chart', 'a construct in it'])(
    'is refused as cdk8s refuses it when %s is not valid',
    (where) => {
      const scope = chart();
      const obj = object({}, scope, 'a');
      const node = { 'the app': App.of(scope), 'the chart': scope, 'a construct in it': obj }[where]!.node;
      node.addValidation({ validate: () => ['first', 'second'] });
      expect(expectStockChart(scope)).toMatch(/^refused: Validation failed .*\n.*first\n.*second$/);
    },
  );
});
