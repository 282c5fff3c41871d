/** What a fleet of some size comes to: files, bytes, history, time. For planning; there are no goals. */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Outcome, Row } from '../bench';
import { clear, describe, duration, forget, ours, settled, table } from '../bench';
import { clusterName, linksOf, type Shape } from '../fleets';
import { type Command, run } from '../process';
import { filesIn, sizeOf } from '../trees';

/** Sizes that a reader finds their own fleet between. */
export const planning: Row = {
  name: 'planning',
  about: 'files, bytes, Git and times by size',
  async measure(bench): Promise<Outcome> {
    const shapes: Shape[] = bench.small
      ? [
          { kind: 'islands', clusters: 40 },
          { kind: 'mesh', clusters: 20 },
        ]
      : [
          ...[20, 100, 300, 1000].map((clusters) => ({ kind: 'islands', clusters }) as const),
          ...[20, 100, 300].map((clusters) => ({ kind: 'mesh', clusters }) as const),
        ];
    const lines = [];
    for (const shape of shapes) lines.push(await planned(bench, shape));
    await clear(bench, ...shapes.map((shape) => placeOf(bench, shape)));
    const head = [
      'shape',
      'clusters',
      'Links',
      'files',
      'MB',
      'first run',
      'again',
      'render of one',
      '`git add`',
      'first commit, packed',
      'commit of one cluster changed',
      'packed again',
    ];
    return { goals: [], details: { title: 'Fleets by size', text: table(head, lines) } };
  },
};

const placeOf = ({ dir }: Bench, { kind, clusters }: Shape): string => join(dir, `planned-${kind}-${clusters}`);

async function planned(bench: Bench, shape: Shape): Promise<(string | number)[]> {
  const { dir } = bench;
  const out = placeOf(bench, shape);
  const fleet = describe(bench, shape);
  const first = await settled(bench, ours('synth', fleet, '--out', out));
  const { files, bytes } = sizeOf(out);
  const again = await run(ours('synth', fleet, '--out', out), dir);
  const one = await run(ours('render', fleet, '--cluster', clusterName(0)), dir);
  const git = gitIn(out);
  await run(git('init', '--quiet'), dir);
  const add = await run(git('add', '.'), dir);
  const commit = async () => run(git('commit', '--quiet', '--all', '--message', 'fleet'), dir);
  await commit();
  const [loose, packed] = [gitSize(out), await packedSize(git, dir)];
  await run(ours('synth', describe(bench, { ...shape, edited: true }), '--out', out), dir);
  await commit();
  const grown = gitSize(out) - loose;
  const repacked = (await packedSize(git, dir)) - packed;
  forget(bench);
  const kb = (size: number) => `${Math.round(size / 1024).toLocaleString('en')} KB`;
  const times = [first, again, one, add].map(({ ms }) => duration(ms));
  return [
    shape.kind,
    shape.clusters,
    linksOf(shape).toLocaleString('en'),
    files.toLocaleString('en'),
    (bytes / 1e6).toFixed(1),
    ...times,
    kb(packed),
    `+${kb(grown)}`,
    `+${kb(repacked)}`,
  ];
}

function gitIn(cwd: string): (...args: readonly string[]) => Command {
  const settings = [
    'user.name=bench',
    'user.email=bench@example.com',
    'gc.auto=0',
    'maintenance.auto=false',
    'commit.gpgSign=false',
  ];
  return (...args) => ({ command: 'git', args: [...settings.flatMap((s) => ['-c', s]), ...args], cwd });
}

/** Size of one pack of everything. A bundle, as `gc` removes what it packs, and the disk is slow for minutes after that. */
async function packedSize(git: ReturnType<typeof gitIn>, dir: string): Promise<number> {
  const bundle = join(dir, 'planning.bundle');
  await run(git('bundle', 'create', '--quiet', bundle, '--all'), dir);
  return statSync(bundle).size;
}

const gitSize = (out: string): number => {
  const objects = join(out, '.git', 'objects');
  return filesIn(objects).reduce((sum, file) => sum + statSync(join(objects, file)).size, 0);
};
