/** 5,000 renders of `cmp serve`, of 500 commits: what it holds stays where it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Called, callWithTree, tgzOf } from '../../test/cmp/client';
import { repository } from '../../test/cmp/rig';
import { example } from '../rig/fleet';
import { server } from './plugin';

const RENDERS = 5000;
const COMMITS = 500;

it(`holds no more memory after ${RENDERS} renders of ${COMMITS} commits than after a tenth of them`, async () => {
  const plugin = await server();
  const documents = example('global');
  const clusters = documents.filter(({ kind }) => kind === 'Cluster').map(({ metadata }) => metadata.name);
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: documents });
  const status = () => readFileSync(`/proc/${plugin.process.pid}/status`, 'utf8');
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status())![1]) / 1024;
  const samples: number[] = [];
  const began = performance.now();
  // Two commits at a time: one is packed and sent while the other is rendered.
  let before: Promise<void> = Promise.resolve();
  for (let done = 0; done < RENDERS; done += RENDERS / COMMITS) {
    const commit = done / (RENDERS / COMMITS);
    const tgz = tgzOf(
      repository({ 'fleet.json': text + ' '.repeat(commit), 'apps/.keep': '', 'other.txt': `${commit}`.repeat(1e5) }),
    );
    const calls = Array.from({ length: RENDERS / COMMITS }, (_, i) => {
      const parameters = JSON.stringify([{ name: 'cluster', string: clusters[(done + i) % clusters.length] }]);
      return callWithTree(plugin.socket, {
        tgz,
        path: 'apps',
        env: { ARGOCD_APP_PARAMETERS: parameters },
        chunk: 65_536,
        timeout: 120_000,
      });
    });
    const now = fine(calls);
    await before;
    before = now;
    if (commit % 50 === 49) samples.push(Math.round(megabytes('VmRSS')));
  }
  await before;
  const seconds = (performance.now() - began) / 1000;
  const rate = Math.round(RENDERS / seconds);
  process.stderr.write(
    `► ${RENDERS} renders, ${rate} a second; resident MB after each tenth: ${samples.join(' ')}; peak ${Math.round(megabytes('VmHWM'))}\n`,
  );
  expect(samples.at(-1)! - samples[0]!).toBeLessThan(80);
  const trees = join(plugin.work, readdirSync(plugin.work)[0]!);
  expect(readdirSync(trees).length).toBeLessThanOrEqual(4);
});

async function fine(calls: readonly Promise<Called>[]): Promise<void> {
  for (const { status, message } of await Promise.all(calls))
    expect({ status, message }).toEqual({ status: 0, message: '' });
}
