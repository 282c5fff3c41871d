/**
 * The order of cdk8s, in which what something depends on comes before it. cdk8s finds it for a whole app, once for each
 * chart, and writes what it infers into the constructs; here it is found for one cluster, and nothing is written.
 */
import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { FleetError, issue } from '../errors';

type Edges = ReadonlyMap<IConstruct, Set<IConstruct>>;

/** Charts below a construct and their objects, each where `App.charts` and `Chart.toJson` put them. */
export interface Ordered {
  readonly charts: readonly Chart[];
  /** Objects of a chart, without those of charts inside of it. */
  readonly objectsOf: (chart: Chart) => readonly ApiObject[];
}

/** Orders what is below `root`. Dependencies on what is not below it say nothing here. @throws CONSTRUCT_CYCLE */
export function ordered(root: IConstruct): Ordered {
  const nodes = root.node.findAll();
  const edges = inferred(nodes);
  return {
    charts: sorted(nodes, edges).filter((node) => Chart.isChart(node)) as Chart[],
    objectsOf: (chart) => sorted(chart.node.findAll(), edges).filter((node) => isObjectOf(node, chart)) as ApiObject[],
  };
}

/**
 * What depends on what: as declared; charts on the charts inside them; charts on charts when something in one depends on
 * something in the other; and every object of the one on every object of the other.
 */
function inferred(nodes: readonly IConstruct[]): Edges {
  const edges = new Map(nodes.map((node) => [node, new Set(node.node.dependencies)]));
  const pairs = () => nodes.flatMap((source) => [...edges.get(source)!].map((target) => [source, target] as const));
  for (const node of nodes) {
    if (Chart.isChart(node)) for (const child of node.node.children.filter(Chart.isChart)) edges.get(node)!.add(child);
  }
  for (const [source, target] of pairs()) {
    const [from, to] = [chartOf(source), chartOf(target)];
    if (from !== undefined && to !== undefined && from !== to) edges.get(from)?.add(to);
  }
  for (const [source, target] of pairs()) {
    const targets = ownObjects(target);
    for (const object of ownObjects(source)) {
      for (const other of targets) if (other !== object) edges.get(object)!.add(other);
    }
  }
  return edges;
}

/** Objects below a construct that belong to the same chart. */
function ownObjects(construct: IConstruct): readonly IConstruct[] {
  const chart = chartOf(construct);
  return chart === undefined ? [] : construct.node.findAll().filter((node) => isObjectOf(node, chart));
}

function chartOf(construct: IConstruct): Chart | undefined {
  return construct.node.scopes.findLast((scope) => Chart.isChart(scope)) as Chart | undefined;
}

function isObjectOf(node: IConstruct, chart: Chart): boolean {
  return ApiObject.isApiObject(node) && chartOf(node) === chart;
}

function sorted(nodes: readonly IConstruct[], edges: Edges): readonly IConstruct[] {
  const here = new Set(nodes);
  const targets = (node: IConstruct) => [...edges.get(node)!].filter((target) => here.has(target));
  const awaited = new Set(nodes.flatMap(targets));
  const open = new Set<IConstruct>();
  const done = new Set<IConstruct>();
  const visit = (node: IConstruct) => {
    if (done.has(node)) return;
    if (open.has(node)) throw cycle([...open, node]);
    open.add(node);
    targets(node).forEach(visit);
    open.delete(node);
    done.add(node);
  };
  nodes.filter((node) => !awaited.has(node)).forEach(visit);
  nodes.forEach(visit); // what nothing led to waits for itself
  return [...done];
}

function cycle(way: readonly IConstruct[]): FleetError {
  const round = way.slice(way.indexOf(way.at(-1)!)).map((construct) => construct.node.path);
  return new FleetError([issue('CONSTRUCT_CYCLE', { path: round[0]!, found: round.join(' => ') })]);
}
