import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { until } from './wait';

const GUARD = join(__dirname, 'guard.mjs');

/** Whether it is there and not only waits for its end to be noticed. */
function running(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** A process of a run that ignores what it is told, and whose child is in a process group of its own. */
function stubborn(directory: string): Promise<number[]> {
  const script = `
    const { spawn } = require('node:child_process');
    process.on('SIGTERM', () => {}).on('SIGINT', () => {}).on('SIGHUP', () => {});
    const child = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
    console.log(process.pid + ' ' + child.pid);
    setInterval(() => {}, 1000);`;
  const env = { ...process.env, E2E_DIR: directory };
  const parent = spawn(process.execPath, ['-e', script], { env, detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve) => {
    parent.stdout!.on('data', (line) => resolve(String(line).trim().split(' ').map(Number)));
  });
}

describe('what outlives the run', () => {
  it('is killed with everything it started, and the directory is removed, when the run itself is killed', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'guarded-'));
    writeFileSync(join(directory, 'file'), '');
    const pids = await stubborn(directory);
    // Stands in for the run: it holds the guard's standard input until it is killed.
    const script = `require('node:child_process').spawn(process.execPath, ${JSON.stringify([GUARD, directory])},
      { stdio: ['pipe', 'ignore', 'inherit'], detached: true }).on('spawn', () => console.log('guarded'));
      setInterval(() => {}, 1000)`;
    const { E2E_KEEP: _, ...env } = process.env;
    const run = spawn(process.execPath, ['-e', script], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise((resolve) => run.stdout!.once('data', resolve));
    expect([pids.map(running), existsSync(directory)]).toEqual([[true, true], true]);
    run.kill('SIGKILL');
    await until('everything to be gone', () => (pids.some(running) || existsSync(directory) ? undefined : true));
  });

  it('is gone with its files after Ctrl-C, which reaches every process of the terminal', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'i-'));
    const args = ['--import', 'tsx', join(__dirname, '../run.ts'), 'accepted', '-t', 'starts'];
    const { E2E_DIR: _, E2E_KEEP: __, ...env } = process.env;
    const run = spawn(process.execPath, args, { env: { ...env, TMPDIR: parent }, detached: true, stdio: 'ignore' });
    const ended = new Promise((resolve) => run.once('exit', resolve));
    const started = () =>
      readdirSync(parent, { recursive: true, encoding: 'utf8' }).some((f) => /apiserver.*\.log$/.test(f));
    await until('an API server of the other run', () => started() || undefined, { seconds: 120 });
    const others = () => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isOf(parent, pid));
    expect(others().length).toBeGreaterThan(3);
    process.kill(-run.pid!, 'SIGINT');
    expect(await ended).toBe(130);
    expect(others()).toEqual([]);
    expect(readdirSync(parent).filter((name) => name.startsWith('lf-e2e-'))).toEqual([]);
  });
});

/** Whether a process was started by a run below a directory. */
function isOf(parent: string, pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`E2E_DIR=${parent}/`);
  } catch {
    return false; // gone, or of somebody else
  }
}
