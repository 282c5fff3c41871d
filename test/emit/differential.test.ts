/**
 * What is emitted here against what cdk8s emits, for random trees. FUZZ_RUNS says how many: a few thousand unless it is set,
 * and a hundred thousand before a release of cdk8s or `yaml` is taken over.
 */
import { ApiObject, App, Chart, JsonPatch, Lazy, Size, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emitChart } from '../../lib/emit/apiobject';
import { emitManifest, joinPieces, type Manifest, manifestPiece, manifestPieces } from '../../lib/emit/manifest';
import { shared } from '../../lib/emit/shared';
import { textOf } from '../../lib/emit/text';
import { documentPieces, emitDocument } from '../../lib/emit/yaml';
import { dictionary, key, number, string, tree } from './arbitraries';

const RUNS = Number(process.env.FUZZ_RUNS ?? 3000);
const runs = (part: number) => ({ numRuns: Math.ceil(RUNS * part), endOnFailure: true });
const TIMEOUT = 3_600_000;

const leaves = [string, string, number, fc.boolean(), fc.constantFrom(null, undefined)];
/** Keys cdk8s has its own ideas about: it refuses an object with a `constructor` entry and loses `__proto__`. */
const manifestKey = key.filter((name) => name !== 'constructor' && name !== '__proto__' && name.length < 1000);

/** The same tree with some of its maps and lists shared, each of them where it stands and once more beside it. */
function sharing(value: unknown, choices: readonly boolean[], next = { at: 0 }): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const isShared = choices[next.at++ % choices.length];
  const copy = Array.isArray(value)
    ? value.map((child) => sharing(child, choices, next))
    : Object.fromEntries(Object.entries(value).map(([name, child]) => [name, sharing(child, choices, next)]));
  return isShared ? shared(copy as object) : copy;
}

const choices = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 });

/** The text, or that it is refused: of several things that are wrong, each names the one it meets first. */
const outcome = (text: () => string): string => {
  try {
    return text();
  } catch {
    return 'refused';
  }
};

describe('as cdk8s writes it', () => {
  test('is a document, whatever of it is shared', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(tree(leaves), choices, (value, which) => {
        const stock = Yaml.stringify(value);
        const own = sharing(value, which);
        expect([emitDocument(value), emitDocument(own), emitDocument(own)]).toEqual([stock, stock, stock]);
        const twice = Yaml.stringify({ list: [value, structuredClone(value)], map: { a: structuredClone(value) } });
        expect(emitDocument({ list: [own, own], map: { a: own } })).toBe(twice);
      }),
      runs(0.4),
    );
  });

  test('is a manifest, whatever of it is shared', { timeout: TIMEOUT }, () => {
    const parts = fc.record({
      rest: dictionary(leaves, manifestKey),
      metadata: dictionary(leaves, manifestKey),
      labels: fc.option(fc.dictionary(manifestKey, string, { noNullPrototype: true }), { nil: undefined }),
    });
    fc.assert(
      fc.property(parts, choices, ({ rest, metadata, labels }, which) => {
        const { finalizers, ownerReferences, annotations, ...others } = metadata as Record<string, unknown>;
        const given = { ...rest, kind: 'Thing', apiVersion: 'a/v1', metadata: { ...others, labels, name: 'x' } };
        const stock = Yaml.stringify(new ApiObject(new Chart(new App(), 'c'), 'o', structuredClone(given)).toJson());
        const own = sharing(given, which) as Manifest;
        expect([emitManifest(given), emitManifest(own), emitManifest(own)]).toEqual([stock, stock, stock]);
        const stream = textOf(joinPieces({ text: '# first\n' }, [own, given, own].map(manifestPiece)));
        expect(stream).toBe(`# first\n${[stock, stock, stock].join('---\n')}`);
      }),
      runs(0.3),
    );
  });

  test('is either of them in pieces, where long lists are of what is shared', { timeout: TIMEOUT }, () => {
    const element = fc.dictionary(manifestKey, tree(leaves), { maxKeys: 3, noNullPrototype: true });
    const list = fc.array(element.map(shared), { minLength: 6, maxLength: 10 });
    const fields = fc.dictionary(manifestKey, fc.oneof(tree(leaves), list), { maxKeys: 5, noNullPrototype: true });
    fc.assert(
      fc.property(fields, (given) => {
        const manifest = { ...given, kind: 'Thing', apiVersion: 'a/v1', metadata: { name: 'x' } };
        for (let turn = 0; turn < 2; turn++) {
          expect(outcome(() => textOf(documentPieces(given)))).toBe(outcome(() => emitDocument(given)));
          expect(outcome(() => textOf(manifestPieces(manifest)))).toBe(outcome(() => emitManifest(manifest)));
        }
      }),
      runs(0.2),
    );
  });

  const odd = fc.constantFrom<unknown>(
    Lazy.any({ produce: () => ({ lazy: [1, 'x', null], z: {}, a: undefined }) }),
    Lazy.any({ produce: () => undefined }),
    Lazy.any({ produce: () => 'yes' }),
    { resolve: () => 'implicit' },
    kplus.k8s.IntOrString.fromNumber(5),
    kplus.k8s.IntOrString.fromString('10%'),
    kplus.k8s.Quantity.fromString('128Mi'),
    new Date(0),
    () => 1,
    Size.gibibytes(1),
  );
  const patch = fc.constantFrom(
    JsonPatch.add('/spec', { patched: [true, '- x'] }),
    JsonPatch.add('/metadata/annotations', { b: 'no', a: '1e3' }),
    JsonPatch.replace('/kind', 'Patched'),
    JsonPatch.remove('/apiVersion'),
    JsonPatch.test('/kind', 'Thing'),
  );
  const object = fc.record({
    props: dictionary([...leaves, ...leaves, odd], key),
    patches: fc.array(patch, { maxLength: 2 }),
    label: fc.option(string, { nil: undefined }),
    id: fc.constantFrom('a', 'b', '9', '10', 'Ä', 'with/slash'),
  });

  test('is an App of charts with tokens, Lazy values and JSON patches', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(fc.uniqueArray(object, { maxLength: 3, selector: ({ id }) => id }), (objects) => {
        const app = new App();
        const chart = new Chart(app, 'chart', { namespace: 'ns', labels: { team: 'mesh' } });
        for (const { props, patches, label, id } of objects) {
          const one = new ApiObject(chart, id, { ...(props as object), apiVersion: 'v1', kind: 'Thing', metadata: {} });
          one.addJsonPatch(...patches);
          if (label !== undefined) one.metadata.addLabel('added', label);
        }
        expect(outcome(() => emitChart(chart))).toBe(outcome(() => Yaml.stringify(...chart.toJson())));
        if (objects.length > 0) expect(outcome(() => emitChart(chart))).toBe(outcome(() => app.synthYaml()));
      }),
      runs(0.25),
    );
  });

  const word = fc.oneof(fc.constantFrom('web', 'yes', '1e3', 'a b', '- x', 'é', 'line\nline\n', '{{ .x }}'), string);
  const workload = fc.record({
    kind: fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'),
    port: fc.integer({ min: 1, max: 65_535 }),
    env: fc.dictionary(fc.constantFrom('A', 'B', 'YES'), word),
    data: fc.dictionary(fc.constantFrom('a', 'b.yaml', 'key'), word),
    serve: fc.boolean(),
    isolate: fc.boolean(),
  });

  test('is what is made of constructs of cdk8s-plus', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(workload, ({ kind, port, env, data, serve, isolate }) => {
        const app = new App();
        const chart = new Chart(app, 'chart', { namespace: 'ns' });
        const config = new kplus.ConfigMap(chart, 'config', { data });
        const account = new kplus.ServiceAccount(chart, 'account');
        const envVariables = Object.fromEntries(
          Object.entries(env).map(([name, value]) => [name, kplus.EnvValue.fromValue(value)]),
        );
        const containers = [{ image: 'web:1', portNumber: port, envVariables, resources: {} }];
        const pods = { containers, serviceAccount: account, volumes: [kplus.Volume.fromConfigMap(chart, 'v', config)] };
        const made =
          kind === 'Deployment'
            ? new kplus.Deployment(chart, 'w', { ...pods, replicas: 2 })
            : kind === 'StatefulSet'
              ? new kplus.StatefulSet(chart, 'w', {
                  ...pods,
                  service: new kplus.Service(chart, 'headless', { ports: [{ port }], clusterIP: 'None' }),
                })
              : kind === 'DaemonSet'
                ? new kplus.DaemonSet(chart, 'w', pods)
                : kind === 'Job'
                  ? new kplus.Job(chart, 'w', pods)
                  : new kplus.CronJob(chart, 'w', { ...pods, schedule: { expressionString: '0 * * * *' } as never });
        if (serve && made instanceof kplus.Deployment) {
          const service = made.exposeViaService({ ports: [{ port, targetPort: port }] });
          new kplus.Ingress(chart, 'ingress').addRule('/x', kplus.IngressBackend.fromService(service));
          new kplus.HorizontalPodAutoscaler(chart, 'hpa', { target: made, maxReplicas: 3 });
        }
        if (isolate) new kplus.NetworkPolicy(chart, 'policy', { selector: made as kplus.AbstractPod });
        new kplus.Role(chart, 'role').allowRead(kplus.ApiResource.PODS);
        const stock = outcome(() => Yaml.stringify(...chart.toJson()));
        expect(outcome(() => emitChart(chart))).toBe(stock);
        expect(outcome(() => app.synthYaml())).toBe(stock);
      }),
      runs(0.05),
    );
  });
});
