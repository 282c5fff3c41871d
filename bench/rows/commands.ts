/** `render` and `check` of fleets of a thousand clusters, in a cold process. */
import type { Bench, Goal, Outcome, Row } from '../bench';
import { describe, duration, NODE, ours, ratio, repeat, rssGoal, table } from '../bench';
import { clusterName, linksOf, type Shape } from '../fleets';
import { run } from '../process';
import { median, steepest } from '../statistics';

const RENDER = { mesh: 2.5, islands: 1.6 };
const ROUNDS = { least: 20, most: 30, seconds: 10 };

/** One cluster of each shape. */
export const render: Row = {
  name: 'render',
  about: 'one of 1,000 clusters to standard output, against `node -e 0`',
  async measure(bench) {
    const goals: Goal[] = [];
    for (const kind of ['islands', 'mesh'] as const) {
      const shape: Shape = { kind, clusters: bench.small ? 100 : 1000 };
      const command = ours('render', describe(bench, shape), '--cluster', clusterName(0));
      const pairs = await repeat(bench, ROUNDS, async () => {
        const own = await run(command, bench.dir);
        return { ours: own, baseMs: (await run(NODE, bench.dir)).ms };
      });
      const work = `render one of ${shape.clusters.toLocaleString('en')}, ${kind === 'mesh' ? shape.clusters - 1 : 20} Links`;
      goals.push({ work, unit: '×', goal: { most: RENDER[kind] }, ...ratio(pairs, 'node -e 0') });
      goals.push(
        ...rssGoal(
          work,
          pairs.map((pair) => pair.ours),
          110,
        ),
      );
      const cpu = median(pairs.map((pair) => pair.ours.cpuMs));
      bench.say(`  processor time of ${work}: ${duration(cpu)}`);
    }
    return { goals };
  },
};

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
  const pairs = await repeat(bench, { least: 7, most: 9, seconds: 10 }, async () => {
    const own = await run(command, bench.dir);
    return { own, node: await run(NODE, bench.dir) };
  });
  const [own, node] = [median(pairs.map((p) => p.own.ms)), median(pairs.map((p) => p.node.ms))];
  const rss = Math.max(...pairs.map(({ own }) => own.rssMb ?? Number.NaN));
  return {
    clusters: shape.clusters,
    size: shape.clusters + linksOf(shape),
    ms: Math.max(1, median(pairs.map((p) => p.own.ms - p.node.ms))),
    from: `${duration(own)} against ${duration(node)} (node -e 0); ${pairs.length} rounds`,
    rss: `${rss.toFixed(0)} MB`,
  };
}
