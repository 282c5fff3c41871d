/**
 * The package as npm packs it, in a project of its own: as a library from CommonJS, ES modules and TypeScript, as a command, and
 * below cdk8s. What it depends on is linked from the repository, so that nothing is fetched.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code } from '../cli/fleets';
import { environment, ROOT, write } from '../cli/process';

const { dependencies, peerDependencies, bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const env = environment({ npm_config_update_notifier: 'false', npm_config_offline: 'true' });
const project = mkdtempSync(join(tmpdir(), 'linkerd-fleet-package-'));
const installed = join(project, 'node_modules/linkerd-fleet');
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Runs a command in the project; its standard output. */
function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: project, env, encoding: 'utf8' });
  expect({ command, args, status, stderr: status === 0 ? '' : stdout + stderr }).toEqual({
    command,
    args,
    status: 0,
    stderr: '',
  });
  return stdout;
}

function link(name: string): void {
  const target = join(project, 'node_modules', name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules', name), target);
}

beforeAll(() => {
  // Without scripts: the build is there, and other tests use it.
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', project];
  const tarball = execFileSync('npm', pack, { cwd: ROOT, env, encoding: 'utf8' }).trim();
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(project, tarball), '-C', installed, '--strip-components=1']);
  for (const name of [...Object.keys(dependencies), ...Object.keys(peerDependencies), '@types/node']) link(name);
  mkdirSync(join(project, 'node_modules/.bin'));
  for (const [name, path] of Object.entries<string>(bin)) {
    // npm makes what `bin` names executable when it installs.
    chmodSync(join(installed, path), 0o755);
    symlinkSync(join(installed, path), join(project, 'node_modules/.bin', name));
  }
  write(project, { 'package.json': '{ "name": "user", "private": true }' });
});

describe('the package', () => {
  it('holds the library, the command, the schema and what a package needs, and nothing of the repository besides', () => {
    expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'README.md', 'bin', 'build', 'package.json', 'schema']);
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /(^|\/)(test|e2e|bench)(\/|$)|\.test\.|\.(pem|key|tgz|map)$/.test(file))).toEqual([]);
  });

  it('is a library for CommonJS', () => {
    write(project, { 'use.cjs': `const lib = require('linkerd-fleet'); console.log(Object.keys(lib).sort().join());` });
    expect(run('node', 'use.cjs')).toContain('Cluster');
  });

  it('is a library for ES modules, with the same names', () => {
    write(project, {
      'use.mjs': `import * as all from 'linkerd-fleet'; import { Fleet, fullMesh } from 'linkerd-fleet';
        if (typeof Fleet !== 'function' || typeof fullMesh !== 'function') throw new Error('no names');
        console.log(Object.keys(all).filter((name) => !['default', 'module.exports', '__esModule'].includes(name)).sort().join());`,
    });
    expect(run('node', 'use.mjs')).toBe(run('node', 'use.cjs'));
  });

  it('publishes its schema', () => {
    write(project, {
      'schema.cjs': `console.log(require('linkerd-fleet/schema/v1alpha1.json').$schema !== undefined);`,
    });
    expect(run('node', 'schema.cjs')).toBe('true\n');
  });

  it.each([
    ['node20', 'node16'],
    ['esnext', 'bundler'],
  ])('has types that TypeScript takes, and that refuse a wrong field, with module %s', (module, moduleResolution) => {
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module,
      moduleResolution,
      target: 'es2022',
      types: ['node'],
      skipLibCheck: false,
    };
    // Where nothing is wrong in the next line, that is an error.
    const wrong = code("// @ts-expect-error\nnew Cluster(fleet, 'x', { netwrok: 'one' });");
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    write(project, { 'tsconfig.json': JSON.stringify({ compilerOptions, files: ['typed.ts'] }), 'typed.ts': wrong });
    run('node', tsc, '-p', 'tsconfig.json');
  });

  it('writes a fleet by itself, as a program that node runs', () => {
    write(project, {
      'plain.cjs': code()
        .replaceAll(' as const', '')
        .replace(/^import (.*) from (.*);$/m, 'const $1 = require($2);'),
    });
    run('node', 'plain.cjs');
    expect(readdirSync(join(project, 'dist/clusters')).sort()).toEqual(['east', 'west']);
    rmSync(join(project, 'dist'), { recursive: true });
  });

  it.each([
    ['code', [], 'fleets/main.ts'],
    ['data', ['--data'], 'fleet'],
  ])('is a command: npx linkerd-fleet init as %s, check, synth, render', (form, flags, fleet) => {
    const command = join(project, 'node_modules/.bin/linkerd-fleet');
    run('npx', '--no-install', 'linkerd-fleet', 'init', ...flags);
    run(command, 'check', fleet);
    run(command, 'synth', fleet, '--out', `out-${form}`);
    expect(readdirSync(join(project, `out-${form}`, 'clusters')).sort()).toEqual(['east', 'south', 'west']);
    expect(run(command, 'render', fleet, '--cluster', 'east')).toContain('kind: Link');
  });

  it('works below cdk8s synth as init sets it up', () => {
    run('node', join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s'), 'synth', '--no-check-upgrade');
    expect(readdirSync(join(project, 'dist/clusters')).sort()).toEqual(['east', 'south', 'west']);
  });
});

it('cdk8s synth with the cdk8s.yaml of the repository writes the dist/ that is committed', () => {
  const copy = join(project, 'copy');
  for (const name of ['bin', 'build', 'fleets', 'cdk8s.yaml', 'package.json']) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const cli = join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s');
  const { status, stderr } = spawnSync('node', [cli, 'synth', '--no-check-upgrade'], {
    cwd: copy,
    env,
    encoding: 'utf8',
  });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  const tree = (directory: string) =>
    Object.fromEntries(
      readdirSync(directory, { recursive: true, encoding: 'utf8' })
        .filter((path) => !path.startsWith('.') && statSync(join(directory, path)).isFile())
        .sort()
        .map((path) => [path, readFileSync(join(directory, path), 'utf8')]),
    );
  expect(tree(join(copy, 'dist'))).toEqual(tree(join(ROOT, 'dist')));
});
