/** The workflows run what .ci/run runs, on the releases that there are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { LINKERD_VERSIONS, release } from '../../lib/linkerd/releases';
import { ROOT } from '../cli/process';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const workflow = (name: string) => parse(read(`.github/workflows/${name}.yml`));

it('every command of the workflow of rings is one that .ci/run runs', () => {
  const ci = read('.ci/run');
  const jobs = Object.values(workflow('rings').jobs) as { steps: { run?: string }[] }[];
  const commands = jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(commands).toContain('npm test');
  expect(commands).toContain('npm run e2e');
  for (const command of commands) expect(ci).toContain(command);
});

it('the workflow with a real Linkerd tries every release, at the chart version that a fleet takes', () => {
  const { charts, cli } = workflow('linkerd').on.workflow_dispatch.inputs;
  const versions = LINKERD_VERSIONS.map((version) => `${version}=${release(version).chartVersion}`);
  expect(charts.default).toBe(versions.join(' '));
  const [year = '', month, patch] = release(LINKERD_VERSIONS.at(-1)!).chartVersion.split('.');
  expect(cli.default).toBe(`edge-${year.slice(2)}.${month}.${patch}`);
});
