/** The programs of others, built from their own Go modules as pinned in tools/<name>/go.mod. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program to run, or why there is none. */
export type Tool = { readonly path: string; readonly version: string } | { readonly missing: string };

const TOOLS = join(__dirname, 'tools');
const BIN = join(__dirname, '..', '.bin');

/** The program of a pinned module; built the first time, kept in bench/.bin. */
export function goTool(name: string, say: (text: string) => void): Tool {
  const { pkg, version } = pin(readFileSync(join(TOOLS, name, 'go.mod'), 'utf8'));
  const path = join(BIN, `${name}-${version}`);
  if (existsSync(path)) return { path, version };
  if (spawnSync('go', ['version']).status !== 0)
    return { missing: 'Go is not installed, and it is built from its Go module' };
  say(`  building ${name} ${version}; minutes, the first time`);
  mkdirSync(BIN, { recursive: true });
  // One package at a time, with what is left of the processor.
  const args = ['-n', '19', 'go', 'build', '-p', '1', '-trimpath', '-o', path, pkg];
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' };
  const built = spawnSync('nice', args, { cwd: join(TOOLS, name), env, stdio: 'ignore' });
  return built.status === 0
    ? { path, version }
    : { missing: `${pkg} ${version} could not be had as a Go module, or not built` };
}

/** What a go.mod pins: the package of its `tool` line, at the version of the module that holds it. */
export function pin(goMod: string): { readonly pkg: string; readonly version: string } {
  const pkg = /^tool (\S+)$/m.exec(goMod)?.[1];
  const modules = [...goMod.matchAll(/^\s*(?:require )?(\S+) (v\S+)/gm)].map(([, path, version]) => ({
    path: path!,
    version: version!,
  }));
  const own = modules
    .filter(({ path }) => pkg === path || pkg?.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (pkg === undefined || own === undefined) throw new Error('a go.mod without a tool');
  return { pkg, version: own.version };
}

/** A program that somebody put on the PATH. */
export function pathTool(name: string, why: string): Tool {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((dir) => join(dir, name))
    .find((path) => existsSync(path));
  return found === undefined ? { missing: why } : { path: found, version: 'from the PATH' };
}
