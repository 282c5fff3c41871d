/**
 * `npm run e2e [tier…] [-- flags of vitest]`: builds the programs that are missing, gives the run a directory of its own,
 * runs vitest in it, and leaves neither a process nor a file behind, however it ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensure, type Program } from './rig/tools';

const API: readonly Program[] = ['etcd', 'kube-apiserver', 'kube-controller-manager'];
const ARGO: readonly Program[] = ['argocd', 'redis', 'helm'];

/** What each tier, a directory of tests, runs. */
const TIERS: Readonly<Record<string, readonly Program[]>> = {
  rig: API,
  accepted: [...API, 'sops', 'age-keygen'],
  removal: [...API, ...ARGO, 'kubectl'],
  cmp: ARGO,
  appset: [...API, ...ARGO, 'kubectl'],
  loop: [...API, ...ARGO, 'kubectl'],
  credentials: [...API, 'kubectl', 'unseal', 'sealed-secrets', 'sops', 'age-keygen'],
  trust: [...API, 'kubectl', 'cert-manager', 'trust-manager'],
  stores: [...API, 'kubectl', 'external-secrets', 'sealed-secrets', 'vault'],
  governance: [...API, ...ARGO, 'promtool', 'kyverno'],
  linkerd: [...API, 'helm'],
};

/** What tests need that nobody can build from here, by their path: they are left out without it, and the run says so. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  'e2e/linkerd/charts': ['LINKERD_CHARTS'],
  'e2e/linkerd/cli': ['LINKERD_CHARTS', 'LINKERD_CLI'],
};

const say = (line: string) => process.stderr.write(`► ${line}\n`);

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const flags = args.findIndex((arg) => arg.startsWith('-'));
  const named = flags < 0 ? args : args.slice(0, flags);
  const unknown = named.filter((tier) => !(tier in TIERS));
  if (unknown.length > 0) {
    say(`no tier ${unknown.join(', ')}: there are ${Object.keys(TIERS).join(', ')}`);
    return 2;
  }
  const tiers = named.length === 0 ? Object.keys(TIERS) : named;
  try {
    ensure([...new Set(tiers.flatMap((tier) => TIERS[tier] ?? []))], say);
  } catch (error) {
    process.stderr.write(`✗ ${(error as Error).message}\n`);
    return 2;
  }
  const paths = tiers.flatMap(pathsOf);
  if (paths.length > 0) return guarded(paths, flags < 0 ? [] : args.slice(flags));
  say('nothing is left to run');
  return 2;
}

function pathsOf(tier: string): readonly string[] {
  const conditional = Object.entries(GIVEN).filter(([path]) => path.startsWith(`e2e/${tier}/`));
  if (conditional.length === 0) return [`e2e/${tier}/`];
  return conditional.flatMap(([path, variables]) => {
    const missing = variables.filter((name) => (process.env[name] ?? '') === '');
    if (missing.length === 0) return [`${path}.test.ts`];
    say(`${path} is left out: ${missing.join(' and ')} not set (docs/testing.md)`);
    return [];
  });
}

async function guarded(paths: readonly string[], flags: readonly string[]): Promise<number> {
  // Short: unix sockets in it have a limit of 108 bytes.
  const directory = mkdtempSync(join(tmpdir(), 'lf-e2e-'));
  mkdirSync(join(directory, 'tmp'));
  const guard = spawn(process.execPath, [join(__dirname, 'rig/guard.mjs'), directory], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true, // Ctrl-C reaches a whole process group
  });
  const over = new Promise((resolve) => guard.on('exit', resolve));
  const vitest = start(directory, paths, flags);
  const code = await Promise.race([exit(vitest), signal()]);
  guard.stdin!.end();
  await over;
  return code;
}

function start(directory: string, paths: readonly string[], flags: readonly string[]): ChildProcess {
  const cli = join(dirname(createRequire(__filename).resolve('vitest/package.json')), 'vitest.mjs');
  const config = join(__dirname, 'vitest.config.mts');
  return spawn(process.execPath, [cli, 'run', '--config', config, ...paths, ...flags], {
    cwd: dirname(__dirname),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, E2E_DIR: directory, TMPDIR: join(directory, 'tmp') },
  });
}

const exit = (child: ChildProcess) => new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));

const signal = () =>
  new Promise<number>((resolve) => {
    for (const [name, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ] as const) {
      process.on(name, () => resolve(code));
    }
  });

void main().then((code) => process.exit(code));
