/**
 * Every command and every file shown in the documentation is tried. In README.md and docs/, a block fenced as
 *   ```sh            is run, in order, in a directory of its own per page, where `linkerd-fleet` is on the PATH;
 *   ```sh ci         is what .ci/run runs on a fresh clone, and is only checked to be there;
 *   ```yaml name     (or any language with a file name) is written to that file first.
 * Blocks in other languages (text, mermaid, …) are for reading.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = resolve(__dirname, '..');
const pages = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((f) => f.endsWith('.md'))
    .sort()
    .map((f) => `docs/${f}`),
];
const made: string[] = [];
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

interface Block {
  readonly language: string;
  readonly info: string;
  readonly text: string;
}

function blocksOf(page: string): Block[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(/^```(\w+)(?: +([^\n]+))?\n([\s\S]*?)^```$/gm)].map((m) => ({
    language: m[1] as string,
    info: m[2] ?? '',
    text: m[3] as string,
  }));
}

/** A directory as a user has it: the package installed, the example fleets at hand. */
function workspace(): string {
  const dir = mkdtempSync(join(tmpdir(), 'linkerd-fleet-docs-'));
  made.push(dir);
  mkdirSync(join(dir, 'node_modules', '.bin'), { recursive: true });
  symlinkSync(ROOT, join(dir, 'node_modules', 'linkerd-fleet'));
  for (const name of ['cdk8s', 'constructs', 'cdk8s-plus-28'])
    symlinkSync(join(ROOT, 'node_modules', name), join(dir, 'node_modules', name));
  symlinkSync(join(ROOT, 'bin', 'linkerd-fleet.js'), join(dir, 'node_modules', '.bin', 'linkerd-fleet'));
  cpSync(join(ROOT, 'fleets'), join(dir, 'fleets'), { recursive: true });
  return dir;
}

const FILE = /^[\w./-]+\.\w+$/;

describe.each(pages)('%s', (page) => {
  const blocks = blocksOf(page);
  const shown = blocks.filter((b) => (b.language === 'sh' && b.info === '') || FILE.test(b.info));

  it.runIf(shown.length > 0)('shows files and commands that work', () => {
    const dir = workspace();
    const env = { ...process.env, PATH: `${join(dir, 'node_modules', '.bin')}:${process.env.PATH}`, NO_COLOR: '1' };
    for (const block of shown) {
      if (block.language === 'sh' && block.info === '') {
        execFileSync('bash', ['-euo', 'pipefail', '-c', block.text], {
          cwd: dir,
          env,
          stdio: ['ignore', 'pipe', 'pipe'],
        });
      } else {
        mkdirSync(dirname(join(dir, block.info)), { recursive: true });
        writeFileSync(join(dir, block.info), block.text);
      }
    }
  });

  it.runIf(page === 'README.md')('shows the commands that .ci/run runs', () => {
    const ci = readFileSync(join(ROOT, '.ci', 'run'), 'utf8');
    const commands = blocks
      .filter((b) => b.language === 'sh' && b.info === 'ci')
      .flatMap((b) => b.text.trim().split('\n'));
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) expect(ci).toContain(command);
  });
});
