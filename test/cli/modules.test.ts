/**
 * What `render` of a fleet as JSON loads: an Argo CD sidecar starts it for each Application, so every module counts. A new one here
 * is either worth its time on each render, and joins the list, or belongs behind a require() where it is first used.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { documents, json } from './fleets';
import { BIN, environment, ROOT, workspace } from './process';

const HOOK = `
const before = new Set(process.moduleLoadList);
process.on('exit', () => {
  const builtins = process.moduleLoadList.filter((name) => !before.has(name) && /^NativeModule (?!internal)/.test(name));
  const answer = { files: Object.keys(require.cache), builtins: builtins.map((name) => name.slice(13)) };
  require('node:fs').writeFileSync(process.env.LOADED, JSON.stringify(answer));
});
`;

interface Loaded {
  readonly files: readonly string[];
  readonly builtins: readonly string[];
}

function loadedBy(args: readonly string[], cwd: string, more: Readonly<Record<string, string>> = {}): Loaded {
  const env = environment({ ...more, LOADED: join(cwd, 'loaded.json') });
  const { status, stderr } = spawnSync(process.execPath, ['-r', join(cwd, 'hook.cjs'), BIN, ...args], { cwd, env });
  expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: '' });
  const loaded = JSON.parse(readFileSync(join(cwd, 'loaded.json'), 'utf8')) as Loaded;
  const files = loaded.files
    .map((file) => relative(ROOT, file).split(sep).join('/'))
    .filter((f) => !f.endsWith('hook.cjs'));
  return { files: files.sort(), builtins: loaded.builtins };
}

/** All that is loaded of ours. */
const BUNDLE = ['bin/compiled.js', 'bin/linkerd-fleet.js', 'build/cli.cjs'];

/** Modules of Node that a render may load besides those that node itself does; versions of Node differ in these. */
const BUILTINS = [
  'buffer',
  'crypto',
  'events',
  'fs',
  'module',
  'path',
  'stream',
  'stream/promises',
  'string_decoder',
  'util',
  'url',
  'v8',
  'vm',
];

describe('render of a fleet as JSON', () => {
  const cwd = workspace({ 'fleet.json': json(), 'hook.cjs': HOOK });

  it('loads the bundle and nothing else: no cdk8s, no YAML parser, no certificates beyond those of node:crypto', () => {
    const { files, builtins } = loadedBy(['render', '--cluster', 'west'], cwd);
    expect(files).toEqual(BUNDLE);
    expect(builtins.filter((name) => !BUILTINS.includes(name))).toEqual([]);
  });

  it('is what the plugin of Argo CD loads too', () => {
    const asked = { ARGOCD_APP_PARAMETERS: '[{"name":"cluster","string":"west"}]' };
    expect(loadedBy(['cmp', 'generate'], cwd, asked).files).toEqual(BUNDLE);
  });

  it('loads no texts of warnings that the fleet accepts', () => {
    const files = (accept: string[]) => {
      const west = { apiServer: { url: 'https://rancher.example.com/k8s/clusters/west' } };
      const own = workspace({ 'fleet.json': json({ fleet: { accept }, west }), 'hook.cjs': HOOK });
      const run = spawnSync(process.execPath, ['-r', join(own, 'hook.cjs'), BIN, 'render', '--cluster', 'west'], {
        cwd: own,
        env: environment({ LOADED: join(own, 'loaded.json') }),
      });
      expect(run.status).toBe(0);
      return (JSON.parse(readFileSync(join(own, 'loaded.json'), 'utf8')) as Loaded).files.map((f) => basename(f));
    };
    expect(files([])).toContain('codes.cjs');
    expect(files(['API_SERVER_PROXY_CA'])).not.toContain('codes.cjs');
  });

  it('loads as little for YAML that is plain', () => {
    const text = documents()
      .map((document) => stringify(document))
      .join('---\n');
    const plain = workspace({ 'fleet.yaml': text, 'hook.cjs': HOOK });
    expect(loadedBy(['render', '--cluster', 'west'], plain).files).toEqual(BUNDLE);
  });

  it('loads the YAML parser for other YAML', () => {
    const yaml = workspace({ 'fleet.yaml': json(), 'hook.cjs': HOOK });
    const packages = loadedBy(['render', '--cluster', 'west'], yaml).files.map(
      (f) => /node_modules\/([^/]+)/.exec(f)?.[1],
    );
    expect([...new Set(packages.filter((name) => name !== undefined))]).toEqual(['yaml']);
  });

  it.each(['cli', 'rest', 'codes', 'worker'])('begins with compiled code, which the same Node takes: %s', (name) => {
    const filename = join(ROOT, `build/${name}.cjs`);
    const run = `
      const { Script } = require('node:vm');
      const { readFileSync } = require('node:fs');
      const source = require('node:module').wrap(readFileSync('${filename}', 'latin1'));
      const { cachedDataRejected } = new Script(source, { filename: '${filename}', cachedData: readFileSync('${filename}.v8') });
      process.stdout.write(String(cachedDataRejected));`;
    expect(spawnSync(process.execPath, ['-e', run], { encoding: 'utf8' }).stdout).toBe('false');
  });
});
