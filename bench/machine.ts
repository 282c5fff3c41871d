/** What the numbers were measured on, and with. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

/** Facts of the machine, of the software and of the moment, in the order in which they are shown. */
export function machineFacts(dir: string): readonly (readonly [what: string, value: string])[] {
  const [cpu] = os.cpus();
  return [
    ['Date', new Date().toISOString().slice(0, 10)],
    ['Commit', commit()],
    ['Processor', `${cpu?.model.trim() ?? 'unknown'}, ${os.availableParallelism()} cores`],
    ['Memory', `${(os.totalmem() / 2 ** 30).toFixed(0)} GiB`],
    ['System', `${systemName()}, ${os.type()} ${os.release()} ${os.arch()}`],
    ['File system', answer('df', ['--output=fstype', dir])?.split('\n').at(-1) ?? 'unknown'],
    ['Node', `${process.version} (V8 ${process.versions.v8})`],
    ['linkerd-fleet', version(join(ROOT, 'package.json'))],
    ...['cdk8s', 'constructs', 'yaml', 'zod'].map(installed),
    ['Load when it began', os.loadavg()[0]!.toFixed(2)],
  ];
}

function commit(): string {
  const head = answer('git', ['-C', ROOT, 'rev-parse', '--short=12', 'HEAD']) ?? 'unknown';
  const changed = answer('git', ['-C', ROOT, 'status', '--porcelain', '--', 'lib', 'bin', 'scripts', 'package.json']);
  return changed === undefined || changed === '' ? head : `${head}, with changes that are not committed`;
}

function systemName(): string {
  const release = '/etc/os-release';
  const text = existsSync(release) ? readFileSync(release, 'utf8') : '';
  return /^PRETTY_NAME="?([^"\n]+)/m.exec(text)?.[1] ?? os.platform();
}

const version = (manifest: string): string =>
  (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;

const installed = (name: string) => [name, version(join(ROOT, 'node_modules', name, 'package.json'))] as const;

function answer(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
