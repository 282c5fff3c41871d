/** A fleet written in parts: how long a part takes, and that the parts are the whole. */
import { join } from 'node:path';
import type { Bench, Outcome, Row } from '../bench';
import { clear, describe, duration, forget, ours, settled, table } from '../bench';
import type { Shape } from '../fleets';
import { median } from '../statistics';
import { differenceOfSum } from '../trees';

/** Parts run one after another, each with the machine to itself, as on a runner of its own. */
export const shards: Row = {
  name: 'shards',
  about: '1,000 clusters in islands of 20, in 1, 2, 4 and 8 parts',
  async measure(bench): Promise<Outcome> {
    const shape: Shape = { kind: 'islands', clusters: bench.small ? 100 : 1000 };
    const fleet = describe(bench, shape);
    const whole = join(bench.dir, 'whole');
    await settled(bench, ours('synth', fleet, '--out', whole));
    const lines = [];
    const trees: string[] = [];
    for (const count of [1, 2, 4, 8]) lines.push(await inParts(bench, fleet, whole, count, trees));
    await clear(bench, whole, ...trees);
    const head = ['parts', 'median part', 'slowest part', 'all parts, one after another', 'sum of parts'];
    const wrong = lines.filter((line) => line.at(-1) !== EQUAL).length;
    return {
      goals: [
        {
          work: 'shards: sums of parts that differ from the whole',
          measured: wrong,
          unit: '',
          goal: { most: 0 },
          from: 'compared file by file',
        },
      ],
      details: { title: 'Shards', text: table(head, lines) },
    };
  },
};

const EQUAL = 'equal to the whole, byte for byte';

async function inParts(bench: Bench, fleet: string, whole: string, count: number, trees: string[]): Promise<string[]> {
  const parts = Array.from({ length: count }, (_, i) => join(bench.dir, `part-${i + 1}-of-${count}`));
  const times: number[] = [];
  for (const [i, part] of parts.entries()) {
    const run = await settled(bench, ours('synth', fleet, '--out', part, '--shard', `${i + 1}/${count}`));
    times.push(run.ms);
  }
  const difference = differenceOfSum(whole, parts);
  trees.push(...parts);
  forget(bench);
  const sum = times.reduce((a, b) => a + b, 0);
  return [String(count), ...[median(times), Math.max(...times), sum].map(duration), difference ?? EQUAL];
}
