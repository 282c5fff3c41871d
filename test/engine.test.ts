/** Flags of V8, which complains on standard error of those that it does not know. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { patience } from '../lib/engine';

describe('what has V8 wait before it optimises', () => {
  it('is known to the V8 of this node', () => {
    const { stdout } = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
    const flags = ['--heap-growing-percent=50', ...patience(process.versions.v8)];
    expect(flags.length).toBeGreaterThan(1);
    for (const flag of flags) expect(stdout).toMatch(new RegExp(`^ +${flag.split('=')[0]} \\(`, 'm'));
  });

  it.each([
    ['11.3.244.8-node.38', '--interrupt-budget=1500000'],
    ['11.8.172.17-node.20', '--invocation-count-for-maglev=4000'],
    ['12.4.254.21-node.57', '--invocation-count-for-maglev=4000'],
    ['14.6.202.34-node.34', '--invocation-count-for-maglev=4000'],
    ['15.0.0.0', undefined],
  ])('has the name that %s has for it', (v8, flag) => {
    expect(patience(v8)[0]).toBe(flag);
  });
});
