import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stageTable, stageTimes } from '../lib/profile';
import { linkerdFleet, ROOT } from './cli/process';

const frame = (functionName: string, url = 'file:///cli.cjs') => ({
  functionName,
  url,
  scriptId: '1',
  lineNumber: 0,
  columnNumber: 0,
});
const node = (id: number, functionName: string, children: number[] = [], url?: string) => ({
  id,
  callFrame: frame(functionName, url),
  children,
});

describe('the time of a stage', () => {
  const profile = {
    nodes: [
      node(1, '(root)', [2, 7, 8, 9]),
      node(2, 'writeTree', [3, 6]),
      node(3, 'planCluster', [4]),
      node(4, 'constructor', [5]),
      node(5, 'emitManifest2'),
      node(6, 'open', [], 'node:fs'),
      node(7, '(garbage collector)'),
      node(8, '(idle)'),
      node(9, 'nobody'),
    ],
    startTime: 0,
    endTime: 1,
    samples: [2, 3, 4, 5, 6, 7, 8, 9],
    timeDeltas: [1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000],
  };

  it('is that of the innermost function by which a stage is known, and of what it calls', () => {
    const times = Object.fromEntries(stageTimes(profile).map(({ stage, milliseconds }) => [stage, milliseconds]));
    expect(times).toEqual({
      describe: 0,
      model: 0,
      plan: 6,
      resources: 0,
      emit: 8,
      sinks: 17,
      garbage: 32,
      other: 128,
    });
  });

  it('is shown beside its part of the whole', () => {
    expect(
      stageTable([
        { stage: 'emit', milliseconds: 30 },
        { stage: 'sinks', milliseconds: 10 },
      ]),
    ).toBe('  emit            30 ms   75 %\n  sinks           10 ms   25 %\n  together        40 ms  100 %\n');
  });
});

describe('--profile', () => {
  const directory = () => mkdtempSync(join(tmpdir(), 'linkerd-fleet-test-'));

  it('writes a CPU profile, names every stage on stderr and leaves stdout alone', () => {
    const cwd = directory();
    const fleet = join(ROOT, 'fleets/global.ts');
    const plain = linkerdFleet(['render', fleet, '--cluster', 'eu-1'], { cwd });
    const { status, stdout, stderr } = linkerdFleet(['render', fleet, '--cluster', 'eu-1', '--profile'], { cwd });
    expect([status, stdout]).toEqual([plain.status, plain.stdout]);
    for (const stage of ['describe', 'model', 'plan', 'resources', 'emit', 'sinks'])
      expect(stderr).toContain(`  ${stage} `);
    const profile = JSON.parse(readFileSync(join(cwd, 'linkerd-fleet-render.cpuprofile'), 'utf8'));
    expect(stageTimes(profile).length).toBeGreaterThan(6);
  });

  it('keeps the exit status and the issues of a command that fails', () => {
    const cwd = directory();
    mkdirSync(join(cwd, 'empty'));
    const plain = linkerdFleet(['check', 'empty'], { cwd });
    const { status, stderr } = linkerdFleet(['check', 'empty', '--profile'], { cwd });
    expect(status).toBe(plain.status);
    expect(stderr).toContain(plain.stderr.trim().split('\n')[0]);
    expect(existsSync(join(cwd, 'linkerd-fleet-check.cpuprofile'))).toBe(true);
  });
});
