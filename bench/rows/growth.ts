/** How the time of a first run grows with the number of Links. */
import { join } from 'node:path';
import type { Bench, Outcome, Row } from '../bench';
import { clear, describe, duration, forget, megabytes, ours, repeat, settled, table } from '../bench';
import { linksOf } from '../fleets';
import { median, steepest } from '../statistics';

/** Full meshes, each written where nothing was. */
export const growth: Row = {
  name: 'growth',
  about: 'first runs of full meshes of 10 to 1,000 clusters',
  async measure(bench): Promise<Outcome> {
    const sizes = bench.small ? [10, 30, 100] : [10, 30, 100, 300, 1000];
    const points = [];
    const trees: string[] = [];
    for (const clusters of sizes) points.push(await firstRun(bench, clusters, trees));
    await clear(bench, ...trees);
    const { exponent, from } = steepest(points);
    const lines = points.map((p) => [p.clusters, p.size.toLocaleString('en'), duration(p.ms), p.rss]);
    return {
      goals: [
        {
          work: 'growth of a first run with Links: exponent',
          measured: exponent,
          unit: '',
          goal: { most: 1.1 },
          from: `${sizes.join(', ')} clusters; ${from}`,
        },
      ],
      details: { title: 'Growth, full mesh', text: table(['clusters', 'Links', 'first run', 'RSS'], lines) },
    };
  },
};

async function firstRun(bench: Bench, clusters: number, trees: string[]) {
  const shape = { kind: 'mesh', clusters } as const;
  const fleet = describe(bench, shape);
  const runs = await repeat(bench, { least: 3, most: 7, seconds: 5 }, async (round) => {
    const out = join(bench.dir, `growth-${clusters}-${round}`);
    trees.push(out);
    forget(bench);
    return settled(bench, ours('synth', fleet, '--out', out));
  });
  return { clusters, size: linksOf(shape), ms: median(runs.map(({ ms }) => ms)), rss: megabytes(runs) };
}
