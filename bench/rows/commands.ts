/** `render` and `check` of fleets of a thousand clusters, in a cold process. */
import type { Bench, Goal, Outcome, Row } from '../bench';
import {
  describe,
  describeTree,
  duration,
  megabytes,
  NODE,
  ours,
  ratio,
  repeat,
  roundsOf,
  rssGoal,
  table,
} from '../bench';
import { clusterName, linksOf, type Shape } from '../fleets';
import { type Run, run } from '../process';
import { median, steepest } from '../statistics';

const RENDER = { mesh: 2.5, islands: 1.6 };
const ROUNDS = { least: 20, most: 30, seconds: 6 };

/** One cluster of each shape. */
export const render: Row = {
  name: 'render',
  about: 'one of 1,000 clusters to standard output, against `node -e 0`',
  async measure(bench): Promise<Outcome> {
    const goals: Goal[] = [];
    const lines: string[][] = [];
    for (const kind of ['islands', 'mesh'] as const) {
      const shape: Shape = { kind, clusters: bench.small ? 100 : 1000 };
      const links = kind === 'mesh' ? shape.clusters - 1 : 20;
      const work = `render one of ${shape.clusters.toLocaleString('en')}, ${links} Links`;
      const { ours: own, node, pairs } = await rendered(bench, describe(bench, shape));
      goals.push({ work, unit: '×', goal: { most: RENDER[kind] }, ...ratio(pairs, 'node -e 0') });
      goals.push(...rssGoal(work, own, 110));
      const tree = await rendered(bench, describeTree(bench, shape));
      lines.push(
        line(`${kind}, compiled to JSON`, own),
        line(`${kind}, a YAML file for each cluster`, tree.ours),
        line('node -e 0', node),
      );
    }
    const head = ['description', 'wall', 'processor', 'RSS'];
    return { goals, details: { title: 'render by description', text: table(head, lines) } };
  },
};

async function rendered(bench: Bench, fleet: string) {
  const command = ours('render', fleet, '--cluster', clusterName(0));
  const rounds = await repeat(bench, ROUNDS, async () => {
    const own = await run(command, bench.dir);
    return { own, node: await run(NODE, bench.dir) };
  });
  return {
    ours: rounds.map(({ own }) => own),
    node: rounds.map(({ node }) => node),
    pairs: rounds.map(({ own, node }) => ({ ours: own, base: node })),
  };
}

function line(what: string, runs: readonly Run[]): string[] {
  const [wall, cpu] = [median(runs.map(({ ms }) => ms)), median(runs.map(({ cpuMs }) => cpuMs))];
  return [what, duration(wall), duration(cpu), megabytes(runs)];
}

/** The whole fleet, by size. */
export const check: Row = {
  name: 'check',
  about: 'check of the whole fleet, above the start of node, and how it grows',
  async measure(bench): Promise<Outcome> {
    const sizes = bench.small ? [20, 60, 100] : [20, 100, 300, 1000];
    const lines: string[][] = [];
    const goals: Goal[] = [];
    for (const kind of ['islands', 'mesh'] as const) {
      const points = [];
      for (const clusters of sizes) points.push(await checkOnce(bench, { kind, clusters }));
      const largest = points.at(-1)!;
      const what = `check of ${largest.clusters.toLocaleString('en')} clusters, ${kind}`;
      goals.push({
        work: `${what}: above node's start`,
        measured: largest.ms / 1000,
        unit: 's',
        goal: { most: 1 },
        from: largest.from,
      });
      const growth = steepest(points);
      const from = `time above node's start over clusters plus Links, ${sizes.join(', ')} clusters; ${growth.from}`;
      goals.push({
        work: `check, ${kind}: exponent of growth`,
        measured: growth.exponent,
        unit: '',
        goal: { most: 1.1 },
        from,
      });
      lines.push(...points.map((p) => [kind, String(p.clusters), p.size.toLocaleString('en'), duration(p.ms), p.rss]));
    }
    const head = ['shape', 'clusters', 'clusters + Links', "check above node's start", 'RSS'];
    return { goals, details: { title: 'check by size', text: table(head, lines) } };
  },
};

async function checkOnce(bench: Bench, shape: Shape) {
  const command = ours('check', describe(bench, shape));
  const pairs = await repeat(bench, { least: 7, most: 9, seconds: 4 }, async () => {
    const own = await run(command, bench.dir);
    return { own, node: await run(NODE, bench.dir) };
  });
  const [own, node] = [median(pairs.map((p) => p.own.ms)), median(pairs.map((p) => p.node.ms))];
  return {
    clusters: shape.clusters,
    size: shape.clusters + linksOf(shape),
    ms: Math.max(1, median(pairs.map((p) => p.own.ms - p.node.ms))),
    from: `${duration(own)} against ${duration(node)} (node -e 0); ${roundsOf(pairs)}`,
    rss: megabytes(pairs.map((p) => p.own)),
  };
}
