import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FleetError } from '../../lib/errors';
import { ordered } from '../../lib/resources/order';

const KINDS = ['chart', 'group', 'object'] as const;
/** A tree, as the place of each node's parent among those before it, and dependencies between its nodes. */
const tree = fc.record({
  nodes: fc.array(fc.record({ kind: fc.constantFrom(...KINDS), parent: fc.nat() }), { minLength: 1, maxLength: 14 }),
  dependencies: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
});
type Tree = typeof tree extends fc.Arbitrary<infer T> ? T : never;

function build({ nodes, dependencies }: Tree): App {
  const app = new App();
  const made: Construct[] = [new Chart(app, 'first')];
  const scopes = [made[0]!];
  nodes.forEach(({ kind, parent }, i) => {
    const scope = kind === 'chart' && parent % 3 === 0 ? app : scopes[parent % scopes.length]!;
    const id = `n${i}`;
    if (kind === 'object') {
      made.push(new ApiObject(scope, id, { apiVersion: 'v1', kind: 'Thing', metadata: { name: id } }));
      return;
    }
    const node = kind === 'chart' ? new Chart(scope, id) : new Construct(scope, id);
    made.push(node);
    scopes.push(node);
  });
  for (const [a, b] of dependencies) {
    const [source, target] = [made[a % made.length]!, made[b % made.length]!];
    if (source !== target) source.node.addDependency(target);
  }
  return app;
}

const names = (charts: readonly Chart[], objects: (chart: Chart) => readonly { name: string }[]) =>
  charts.map((chart) => [chart.node.path, ...objects(chart).map(({ name }) => name)].join(' '));

/** What cdk8s makes of it; asking for a chart is what makes it infer dependencies. */
function stock(app: App): string[] {
  const charts = app.node.findAll().filter((node): node is Chart => Chart.isChart(node));
  const json = new Map(charts.map((chart) => [chart, chart.toJson() as { metadata: { name: string } }[]]));
  return names(app.charts, (chart) => json.get(chart)!.map(({ metadata }) => metadata));
}

function ours(app: App): string[] {
  const { charts, objectsOf } = ordered(app);
  return names(charts, objectsOf);
}

function outcome(order: (app: App) => string[], app: App): string[] | 'a cycle' {
  try {
    return order(app);
  } catch (error) {
    const isCycle = FleetError.is(error)
      ? error.issues.every(({ code }) => code === 'CONSTRUCT_CYCLE')
      : error instanceof Error && /cycle/.test(error.message);
    if (!isCycle) throw error;
    return 'a cycle';
  }
}

describe('the order of charts and of their objects', () => {
  it('is that of cdk8s, whatever depends on whatever, and is found again afterwards', () => {
    fc.assert(
      fc.property(tree, (given) => {
        const app = build(given);
        const found = outcome(ours, app);
        expect(found).toEqual(outcome(stock, app));
        expect(outcome(ours, app)).toEqual(found);
      }),
      { numRuns: 400 },
    );
  });

  it('changes nothing in the constructs', () => {
    const app = new App();
    const [first, second] = [new Chart(app, 'first'), new Chart(app, 'second')];
    const object = new ApiObject(first, 'a', { apiVersion: 'v1', kind: 'Thing' });
    new ApiObject(second, 'b', { apiVersion: 'v1', kind: 'Thing' });
    object.addDependency(second);
    expect(ours(app)).toHaveLength(2);
    expect(app.node.findAll().flatMap((node) => node.node.dependencies)).toEqual([second]);
  });

  it('takes charts of many objects that wait for one another', () => {
    const app = new App();
    const charts = Array.from({ length: 12 }, (_, i) => new Chart(app, `c${i}`));
    for (const chart of charts) {
      for (let i = 0; i < 20; i++) new ApiObject(chart, `o${i}`, { apiVersion: 'v1', kind: 'Thing' });
    }
    for (let i = 1; i < charts.length; i++) charts[i - 1]!.addDependency(charts[i]!);
    expect(ordered(app).charts.map((chart) => chart.node.id)).toEqual(charts.map((chart) => chart.node.id).reverse());
  });

  it('says which constructs wait for one another', () => {
    const app = new App();
    const chart = new Chart(app, 'c');
    const [a, b] = ['a', 'b'].map((id) => new ApiObject(chart, id, { apiVersion: 'v1', kind: 'Thing' }));
    a!.addDependency(b!);
    b!.addDependency(a!);
    expect(() => ordered(app)).toThrow(/CONSTRUCT_CYCLE c\/a: found c\/a => c\/b => c\/a/);
  });
});
