/** The command as a process of its own: what `npm run build` made, started as a user starts it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll } from 'vitest';

/** The repository. */
export const ROOT = resolve(__dirname, '../..');

/** What `npx linkerd-fleet` starts. */
export const BIN = join(ROOT, 'bin/linkerd-fleet.js');

/** What became of a process. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How it is started. */
export interface Started {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Variables that a command reads, or that colour it: a test says itself what it wants of them. */
const READ = ['LINKERD_FLEET', 'CDK8S_OUTDIR', 'JOB_COMPLETION_INDEX', 'NO_COLOR', 'FORCE_COLOR'];

/** The environment of this process without what the command would take from it. */
export function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !READ.includes(name));
  return { ...Object.fromEntries(kept), ...more };
}

/** Runs the command. Whatever it is given, a stack trace is never the answer. */
export function linkerdFleet(args: readonly string[], { cwd = ROOT, env, input = '' }: Started = {}): Ended {
  const child = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    env: environment(env),
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (child.error) throw child.error;
  const { status, stdout, stderr } = child;
  if (/^\s+at .*[:(]\d+/m.test(stderr))
    throw new Error(`linkerd-fleet ${args.join(' ')} ended with a stack trace:\n${stderr}`);
  return { status, stdout, stderr };
}

/** The codes that a command named on stderr, each once, in order. */
export function codesIn(text: string): string[] {
  return [
    ...new Set([...text.matchAll(/^(?:[✗⚠] )?([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+|USAGE)\b/gm)].map((m) => m[1] as string)),
  ];
}

const made: string[] = [];
afterAll(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** A directory with files, as a user has it: the package and its peers are installed. It goes with the test file. */
export function workspace(files: Readonly<Record<string, string>> = {}): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'linkerd-fleet-cli-')));
  made.push(directory);
  mkdirSync(join(directory, 'node_modules'));
  symlinkSync(ROOT, join(directory, 'node_modules/linkerd-fleet'));
  for (const name of ['cdk8s', 'constructs', 'cdk8s-plus-28'])
    symlinkSync(join(ROOT, 'node_modules', name), join(directory, 'node_modules', name));
  write(directory, files);
  return directory;
}

/** Writes files below a directory. */
export function write(directory: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}
