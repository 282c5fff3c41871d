/**
 * What a repository can make the plugin do: nothing but read it. Watched by strace where it is installed (Debian package
 * strace), for every system call that opens a file, starts a program or reaches for a network.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { json } from '../cli/fleets';
import { BIN, environment, ROOT } from '../cli/process';
import { callWithTree, tgzOf } from './client';
import { cmp, repository, scratch, startServer } from './rig';

const STRACE = '/usr/bin/strace';
const traced = existsSync(STRACE) && spawnSync(STRACE, ['true']).status === 0;
if (!traced)
  process.stderr.write('skipped: no strace that may trace, so that system calls of the plugin were not watched\n');

const path = 'clusters/east';
const request = { ARGOCD_APP_SOURCE_PATH: path };
const keep = { 'clusters/east/.keep': '' };

/** Files that other tools would obey, and words that might be taken for commands. */
const BAIT = {
  ...keep,
  'clusters/east/package.json': '{"main":"./evil.js","type":"module"}',
  'clusters/east/.npmrc': 'script-shell=/bin/evil',
  'clusters/east/cdk8s.yaml': 'app: touch /tmp/evil',
  'clusters/east/node_modules/yaml/index.js': 'throw new Error("evil")',
  'clusters/east/node_modules/cdk8s/index.js': 'throw new Error("evil")',
  'node_modules/yaml/index.js': 'throw new Error("evil")',
  'fleet.json': json({
    fleet: { trust: { anchors: '$(touch /tmp/evil)', issuer: { certManager: { issuerRef: { name: '`id`' } } } } },
  }),
};

const YAML_FLEET = {
  ...BAIT,
  'fleet.json': '',
  'fleet.yaml': 'kind: Fleet\nmetadata: { name: x }\nspec: { domain: !!js/function "x" }\n',
};

describe('a hostile repository', () => {
  const secret = join(scratch(), 'secret.pem');
  writeFileSync(secret, '-----BEGIN SECRET-----\nTHE-CONTENT\n');

  const anchors = (file: string) =>
    json({ fleet: { trust: { anchors: file, issuer: { certManager: { issuerRef: { name: 'ca' } } } } } });
  it.each<[string, Record<string, string>, RegExp]>([
    ['names a file outside', { ...keep, 'fleet.json': anchors(secret) }, /INPUT_OUTSIDE/],
    ['names one by ..', { ...keep, 'fleet.json': anchors(`../../../../../../../..${secret}`) }, /INPUT_OUTSIDE/],
    ['links to one', { ...keep, 'fleet.json': anchors('a.pem'), 'a.pem': `-> ${secret}` }, /INPUT_OUTSIDE/],
    ['is a link', { ...keep, fleet: `-> ${dirname(secret)}` }, /INPUT_OUTSIDE/],
    ['links its description to a device', { ...keep, 'fleet.json': '-> /dev/zero' }, /INPUT_OUTSIDE/],
    [
      'has an alias bomb',
      {
        ...keep,
        'fleet.yaml': `a: &a [x,x]\n${'bcdefghijkl'
          .split('')
          .map((c, i) => `${c}: &${c} [*${'abcdefghijkl'[i]},*${'abcdefghijkl'[i]}]`)
          .join('\n')}`,
      },
      /INPUT_/,
    ],
    ['nests without end', { ...keep, 'fleet.json': '['.repeat(100_000) }, /INPUT_/],
    ['has a prototype for us', { ...keep, 'fleet.json': '{"kind":"Fleet","__proto__":{"x":1}}' }, /INPUT_KEY/],
    ['has tags that other parsers run', YAML_FLEET, /CMP_FLEET_UNSAID|INPUT_/],
    ['has escape sequences in its names', { 'fleet.json': '[]', 'clusters/\u001b[31m/.keep': '' }, /^[A-Z_]+ /],
  ])('gets an error, without a word of what is not its own: %s', (_, files, code) => {
    const root = repository(files);
    const where = existsSync(join(root, path)) ? path : 'clusters/\u001b[31m';
    const { status, stdout, stderr } = cmp('generate', root, where, { ARGOCD_APP_SOURCE_PATH: where });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(code);
    expect(stderr).not.toMatch(/THE-CONTENT|\n\s+at /);
    expect(stderr).not.toContain('\u001b');
    expect(Buffer.byteLength(stderr)).toBeLessThanOrEqual(4096);
  });

  it.runIf(traced)('makes the plugin start nothing, reach no network and read nothing but itself', () => {
    for (const files of [{ ...BAIT, 'fleet.json': json() }, BAIT, YAML_FLEET]) {
      const root = repository(files);
      const calls = trace(process.execPath, [BIN, 'cmp', 'generate'], join(root, path), request);
      expect(foreign(calls, root)).toEqual([]);
    }
  });

  it.runIf(traced)('makes the server do no more, and write nothing but the tree', async () => {
    const log = join(scratch(), 'trace');
    const server = await startServer();
    const watcher = spawnStrace(server.child.pid!, log);
    for (const files of [{ ...BAIT, 'fleet.json': json() }, BAIT]) {
      await callWithTree(server.socket, { tgz: tgzOf(repository(files)), path, env: request });
    }
    await watcher();
    await server.stop('SIGTERM');
    expect(foreign(callsIn(log), server.work)).toEqual([]);
  });
});

const CALLS =
  'open,openat,openat2,creat,execve,execveat,socket,connect,sendto,bind,unlink,unlinkat,rename,renameat2,mkdir,mkdirat,symlink,symlinkat,link,linkat,readlink';

function trace(program: string, args: readonly string[], cwd: string, env: Record<string, string>): string[] {
  const log = join(scratch(), 'trace');
  const child = spawnSync(STRACE, ['-f', '-qq', '-s', '4096', '-o', log, '-e', `trace=${CALLS}`, program, ...args], {
    cwd,
    env: environment(env),
    encoding: 'utf8',
  });
  expect(child.error).toBeUndefined();
  return callsIn(log);
}

function spawnStrace(pid: number, log: string): () => Promise<void> {
  const child = spawn(STRACE, ['-f', '-qq', '-s', '4096', '-o', log, '-e', `trace=${CALLS}`, '-p', String(pid)]);
  return () =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGINT');
    });
}

const callsIn = (log: string): string[] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .map((line) => line.replace(/^\d+ +/, ''))
    .filter((line) => /^\w+\(/.test(line));

/** This package, and what any program of Node reads. */
const OWN = [
  ROOT,
  realpathSync(join(ROOT, 'node_modules')),
  process.execPath,
  '/lib',
  '/usr/lib',
  '/proc/',
  '/sys/',
  '/dev/',
];
let ownOfNode: ReadonlySet<string> | undefined;

/** What a program reads that does nothing: libraries, certificates and time zone of this machine. */
function readByNode(): ReadonlySet<string> {
  ownOfNode ??= new Set(trace(process.execPath, ['-e', 'new Date().getHours()'], '/', {}).flatMap(pathsIn));
  return ownOfNode;
}

const pathsIn = (call: string): string[] => [...call.matchAll(/"([^"]*)"/g)].map((match) => match[1] as string);

/** Calls that concern anything else than `root` and Node itself. */
function foreign(calls: readonly string[], root: string): string[] {
  // The first execve is the one that started the plugin.
  const [first, ...rest] = calls;
  const own = first?.startsWith('execve(') ? rest : calls;
  const harmless = (call: string) => {
    if (/^(socket|connect|sendto|bind|execve|execveat)\(/.test(call)) return false;
    if (call.includes('= -1 ENOENT')) return !call.includes('evil');
    const known = (each: string) => readByNode().has(each) || isAbove(each, root);
    return pathsIn(call).every((each) => known(each) || [root, ...OWN].some((prefix) => each.startsWith(prefix)));
  };
  const inTree = (call: string) =>
    READS.test(call) && /node_modules|package\.json|\.npmrc|cdk8s\.yaml/.test(call) && call.includes(`${root}/`);
  return own.filter((call) => !harmless(call) || inTree(call));
}

/** Calls that do not make what they name, as the server makes the whole tree. */
const READS = /^(?!mkdir|symlink)(?!.*O_CREAT)/;

/** Directories on the way to the tree: their names are resolved. */
const isAbove = (path: string, root: string): boolean => root.startsWith(path === '/' ? path : `${path}/`);
