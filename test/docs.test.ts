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
const isShown = ({ language, info }: Block) => (language === 'sh' && info === '') || FILE.test(info);

describe('files and commands of', () => {
  it.each(pages.filter((page) => blocksOf(page).some(isShown)))('%s work', (page) => {
    const dir = workspace();
    const env = { ...process.env, PATH: `${join(dir, 'node_modules', '.bin')}:${process.env.PATH}`, NO_COLOR: '1' };
    for (const { language, info, text } of blocksOf(page).filter(isShown)) {
      if (language === 'sh' && info === '') {
        execFileSync('bash', ['-euo', 'pipefail', '-c', text], { cwd: dir, env, stdio: ['ignore', 'pipe', 'pipe'] });
      } else {
        mkdirSync(dirname(join(dir, info)), { recursive: true });
        writeFileSync(join(dir, info), text);
      }
    }
  });
});

it('README.md shows the commands that .ci/run runs', () => {
  const ci = readFileSync(join(ROOT, '.ci', 'run'), 'utf8');
  const commands = blocksOf('README.md')
    .filter(({ language, info }) => language === 'sh' && info === 'ci')
    .flatMap(({ text }) => text.trim().split('\n'));
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) expect(ci).toContain(command);
});
