/** `synth`: directories, what changed of them, and parts of a fleet. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { code, json } from './fleets';
import { codesIn, type Ended, linkerdFleet, type Started, workspace, write } from './process';

const fleet = () => workspace({ 'fleet.json': json() });
const synth = (cwd: string, args: readonly string[] = [], more: Started = {}): Ended =>
  linkerdFleet(['synth', ...args], { cwd, ...more });

/** Files below a directory, but for the state of synth. */
function filesIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('.') && statSync(join(directory, path)).isFile())
    .sort();
}
const clustersIn = (directory: string) => {
  const paths = filesIn(directory).filter((path) => path.startsWith('clusters/'));
  return [...new Set(paths.map((path) => path.split('/')[1]))];
};

describe('synth', () => {
  it('writes dist, says so on stderr, and then only what changed', () => {
    const cwd = fleet();
    expect(synth(cwd)).toEqual({
      status: 0,
      stdout: '',
      stderr: expect.stringMatching(/^✚ dist: 2 clusters, \d+ files; \d+ added, 0 changed, 0 removed\n$/),
    });
    expect(clustersIn(join(cwd, 'dist'))).toEqual(['east', 'west']);
    expect(synth(cwd)).toEqual({
      status: 0,
      stdout: '',
      stderr: expect.stringMatching(/^✔ dist: 2 clusters, \d+ files, all current\n$/),
    });
    writeFileSync(join(cwd, 'fleet.json'), json({ west: { environment: 'prod' } }));
    expect(synth(cwd).stderr).toMatch(/; 0 added, \d changed, 0 removed\n$/);
  });

  it('writes where --out says, relative to the working directory, or else where CDK8S_OUTDIR does', () => {
    const cwd = fleet();
    synth(cwd, ['--out', 'a/b']);
    synth(cwd, [], { env: { CDK8S_OUTDIR: 'c' } });
    synth(cwd, ['--out', 'd'], { env: { CDK8S_OUTDIR: 'e' } });
    const written = ['a/b', 'c', 'd', 'dist', 'e'].filter((path) => existsSync(join(cwd, path)));
    expect(written).toEqual(['a/b', 'c', 'd']);
  });

  it('writes where the FleetApp says, unless --out says otherwise', () => {
    const text = code().replace('new FleetApp()', "new FleetApp({ outdir: 'tree' })");
    const cwd = workspace({ 'fleet.ts': text });
    synth(cwd, ['fleet.ts']);
    synth(cwd, ['fleet.ts', '--out', 'other']);
    expect(readdirSync(cwd).sort()).toEqual(['fleet.ts', 'node_modules', 'other', 'tree']);
  });

  it('writes the same bytes whatever the working directory, the time zone, the locale and the mask of files', () => {
    const cwd = fleet();
    synth(cwd, ['--out', 'one']);
    const env = { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
    synth(join(cwd, 'node_modules'), ['../fleet.json', '--out', '../two'], { env });
    const bytes = (tree: string) =>
      filesIn(join(cwd, tree)).map((path) => [path, readFileSync(join(cwd, tree, path), 'utf8')]);
    expect(bytes('two')).toEqual(bytes('one'));
  });

  it('writes nothing of a fleet that has errors', () => {
    const cwd = workspace({ 'fleet.json': json({ west: { podCidrs: ['10.20.0.1/16'] } }) });
    const { status, stdout, stderr } = synth(cwd);
    expect({ status, stdout, codes: codesIn(stderr) }).toEqual({ status: 2, stdout: '', codes: ['CIDR_HOST_BITS'] });
    expect(existsSync(join(cwd, 'dist'))).toBe(false);
  });
});

describe('synth --check and --dry-run', () => {
  it('write nothing, list what is to be done, and only --check makes a finding of it', () => {
    const cwd = fleet();
    for (const [flag, status] of [
      ['--check', 1],
      ['--dry-run', 0],
    ] as const) {
      const ended = synth(cwd, [flag]);
      expect({ flag, status: ended.status }).toEqual({ flag, status });
      expect(ended.stdout).toMatch(/^(A dist\/\S+\n)+$/);
      expect(existsSync(join(cwd, 'dist'))).toBe(false);
    }
  });

  it('list added, changed and removed files, and nothing when all is current', () => {
    const cwd = fleet();
    synth(cwd);
    expect(synth(cwd, ['--check'])).toMatchObject({ status: 0, stdout: '' });
    writeFileSync(join(cwd, 'dist/clusters/east/cluster.json'), '{}\n');
    rmSync(join(cwd, 'dist/clusters/east/multicluster/links.yaml'));
    writeFileSync(join(cwd, 'fleet.json'), json().replace('"west"', '"north"').replaceAll('.west.', '.north.'));
    const { status, stdout } = synth(cwd, ['--check']);
    expect(status).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toContain('M dist/clusters/east/cluster.json');
    expect(lines).toContain('A dist/clusters/east/multicluster/links.yaml');
    expect(lines).toContain('A dist/clusters/north/cluster.json');
    expect(lines).toContain('D dist/clusters/west/cluster.json');
  });
});

describe('synth of a description that is a directory', () => {
  it('is not written into it, by whatever name', () => {
    const cwd = workspace({ 'fleet/fleet.json': json() });
    symlinkSync('fleet', join(cwd, 'alias'));
    for (const out of ['fleet/dist', 'fleet', 'alias/deep/dist']) {
      const { status, stderr } = synth(cwd, ['fleet', '--out', out]);
      expect({ out, status, codes: codesIn(stderr) }).toEqual({ out, status: 2, codes: ['OUTPUT_IN_DESCRIPTION'] });
    }
    expect(filesIn(join(cwd, 'fleet'))).toEqual(['fleet.json']);
    expect(synth(cwd, ['fleet', '--out', 'dist']).status).toBe(0);
  });

  it('says what a tree is that lies in it', () => {
    const cwd = workspace({ 'fleet/fleet.json': json() });
    synth(cwd, ['fleet/fleet.json', '--out', 'fleet/dist']);
    const { status, stderr } = synth(cwd, ['fleet']);
    expect({ status, codes: codesIn(stderr) }).toEqual({ status: 2, codes: ['INPUT_OUTPUT'] });
    expect(stderr).toContain('dist/');
  });
});

describe('synth --check of a tree with files that are not ours', () => {
  it('names what a delivery would apply: in a cluster, in a directory of no cluster, beside the ApplicationSets', () => {
    const cwd = fleet();
    synth(cwd);
    write(cwd, { 'dist/clusters/east/multicluster/more.yaml': 'kind: Link\n' });
    write(cwd, { 'dist/clusters/east/README.md': 'ours\n' });
    write(cwd, { 'dist/clusters/rogue/cluster.json': '{}\n' });
    symlinkSync('east', join(cwd, 'dist/clusters/north'));
    write(cwd, { 'dist/generator/more.json': '{}\n' });
    write(cwd, { 'dist/own/more.yaml': 'kind: ConfigMap\n' });
    const { status, stdout, stderr } = synth(cwd, ['--check']);
    expect({ status, lines: stdout.trimEnd().split('\n') }).toEqual({
      status: 1,
      lines: [
        '? dist/clusters/east/multicluster/more.yaml',
        '? dist/clusters/north',
        '? dist/clusters/rogue/cluster.json',
        '? dist/generator/more.json',
      ],
    });
    expect(stderr).toContain('4 foreign');
    expect(synth(cwd, ['--check', '--cluster', 'west'])).toMatchObject({ status: 0, stdout: '' });
  });

  it('calls what the inventory was made to list removed, as the next run removes it', () => {
    const cwd = fleet();
    synth(cwd);
    write(cwd, { 'dist/clusters/east/more.yaml': 'kind: Link\n' });
    const inventory = join(cwd, 'dist/.linkerd-fleet/clusters/east.json');
    writeFileSync(inventory, readFileSync(inventory, 'utf8').replace('"files": {', '"files": { "more.yaml": "0",'));
    expect(synth(cwd, ['--check'])).toMatchObject({ status: 1, stdout: 'D dist/clusters/east/more.yaml\n' });
  });
});

describe('synth of a part', () => {
  it('writes the clusters that --cluster and -l select, and leaves the others as they are', () => {
    const cwd = fleet();
    synth(cwd, ['--cluster', 'west']);
    expect(clustersIn(join(cwd, 'dist'))).toEqual(['west']);
    synth(cwd, ['-l', 'environment=prod']);
    expect(clustersIn(join(cwd, 'dist'))).toEqual(['east', 'west']);
    synth(cwd, ['--out', 'both', '--cluster', 'west', '--cluster', 'east']);
    expect(clustersIn(join(cwd, 'both'))).toEqual(['east', 'west']);
    synth(cwd, ['--out', 'none', '-l', 'region=eu', '-l', 'environment=staging']);
    expect(existsSync(join(cwd, 'none'))).toBe(false);
  });

  it('as shards side by side is the whole, and each takes its number from JOB_COMPLETION_INDEX where it is left out', () => {
    const cwd = fleet();
    synth(cwd, ['--out', 'whole']);
    for (const index of [0, 1, 2]) {
      expect(synth(cwd, ['--shard', '/3'], { env: { JOB_COMPLETION_INDEX: String(index) } }).status).toBe(0);
      synth(cwd, ['--out', 'named', '--shard', `${index + 1}/3`]);
    }
    expect(filesIn(join(cwd, 'dist'))).toEqual(filesIn(join(cwd, 'whole')));
    expect(filesIn(join(cwd, 'named'))).toEqual(filesIn(join(cwd, 'whole')));
  });

  it.each([
    ['/3', {}],
    ['/3', { JOB_COMPLETION_INDEX: '' }],
    ['/3', { JOB_COMPLETION_INDEX: '3' }],
    ['/3', { JOB_COMPLETION_INDEX: '-1' }],
    ['0/3', {}],
    ['4/3', {}],
    ['1/0', {}],
    ['1', {}],
    ['1/3/5', {}],
    ['1.5/3', {}],
  ])('refuses --shard %s with %j, and writes nothing', (shard, env) => {
    const cwd = fleet();
    const { status, stderr } = synth(cwd, ['--shard', shard], { env });
    expect({ status, codes: codesIn(stderr) }).toEqual({ status: 2, codes: ['USAGE'] });
    expect(existsSync(join(cwd, 'dist'))).toBe(false);
  });
});

describe('a place that cannot be written', () => {
  it.each(['fleet.json/dist', 'fleet.json'])('is named: %s', (out) => {
    const { status, stdout, stderr } = synth(fleet(), ['--out', out]);
    expect({ status, stdout, codes: codesIn(stderr) }).toEqual({ status: 2, stdout: '', codes: ['OUTPUT_FAILED'] });
    expect(stderr).toContain('fleet.json');
  });

  it('keeps files that are not ours unless --force says otherwise', () => {
    const cwd = fleet();
    const path = 'dist/clusters/east/cluster.json';
    synth(cwd, ['--cluster', 'west']);
    write(cwd, { [path]: 'mine' });
    expect(codesIn(synth(cwd).stderr)).toEqual(['OUTPUT_FOREIGN_FILE']);
    expect(readFileSync(join(cwd, path), 'utf8')).toBe('mine');
    expect(synth(cwd, ['--force']).status).toBe(0);
    expect(readFileSync(join(cwd, path), 'utf8')).not.toBe('mine');
  });
});
