/** `render` and `plan`: one cluster as a YAML stream that is never empty, and what it gets and why. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { code, documents, json } from './fleets';
import { BIN, codesIn, environment, linkerdFleet, workspace } from './process';

const cwd = workspace({ 'fleet.json': json() });

describe('render', () => {
  it('writes the objects of one cluster: those of its directory, without Helm values and parameters', () => {
    const { status, stdout, stderr } = linkerdFleet(['render', '--cluster', 'west'], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const objects = parseAllDocuments(stdout).map((document) => document.toJS());
    const kinds = objects.map(({ kind }) => kind);
    for (const kind of ['Namespace', 'Bundle', 'Link', 'ExternalSecret', 'Service']) expect(kinds).toContain(kind);
    for (const object of objects)
      expect(object).toMatchObject({ apiVersion: expect.any(String), kind: expect.any(String) });
    linkerdFleet(['synth'], { cwd });
    const links = readFileSync(join(cwd, 'dist/clusters/west/multicluster/links.yaml'), 'utf8');
    expect(stdout).toContain(links.slice(links.indexOf('\n') + 1));
  });

  it.each([
    ['no fleet at all', '[]'],
    ['a fleet without clusters', JSON.stringify(documents().slice(0, 1))],
    ['a fleet with an error', json({ west: { podCidrs: ['10.20.0.1/16'] } })],
    ['a file that is half written', json().slice(0, -40)],
    ['an empty file', ''],
  ])('answers nothing and exit status 2 for %s', (_, text) => {
    const broken = workspace({ 'fleet.json': text });
    const { status, stdout, stderr } = linkerdFleet(['render', '--cluster', 'west'], { cwd: broken });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(codesIn(stderr)).not.toEqual([]);
  });

  it('has no escape sequences where nothing is a terminal', () => {
    const { stdout, stderr } = linkerdFleet(['render', '--cluster', 'est'], { cwd });
    expect(stdout + stderr).not.toContain('\u001b');
  });

  it('ends quietly when nobody reads on', () => {
    const line = `"${process.execPath}" "${BIN}" render --cluster west | head -c 10`;
    const { status, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', line], {
      cwd,
      env: environment(),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('says so when standard output is full', () => {
    const line = `"${process.execPath}" "${BIN}" render --cluster west > /dev/full`;
    const { status, stderr } = spawnSync('bash', ['-c', line], { cwd, env: environment(), encoding: 'utf8' });
    expect({ status, codes: codesIn(stderr) }).toEqual({ status: 2, codes: ['OUTPUT_FAILED'] });
  });
});

describe('plan', () => {
  it('shows every cluster in one table, on stdout', () => {
    const { status, stdout, stderr } = linkerdFleet(['plan'], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.split('\n').map((line) => line.split(/ {2,}/)[0])).toEqual(['CLUSTER', 'east', 'west', '']);
  });

  it('shows where each value of one cluster comes from', () => {
    const { stdout } = linkerdFleet(['plan', '--cluster', 'east'], { cwd });
    expect(stdout).toMatch(/^SERVICE +EXPORTED +FEDERATED +WRITTEN HERE\nshop\/web +no +yes +labels$/m);
    expect(stdout).toMatch(/^environment +prod +cluster$/m);
    expect(stdout).toMatch(/^trustDomain +east\.mesh\.example\.com +\S+/m);
    expect(stdout).toMatch(/^west +flat +yes/m);
  });

  it('is a list of the same as JSON, of the clusters that are selected', () => {
    const { status, stdout } = linkerdFleet(['plan', '-o', 'json', '-l', 'region=us'], { cwd });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ cluster: 'west', links: [{ target: 'east', mode: 'flat' }] }]);
  });
});

describe('standard output', () => {
  it('is the command’s: what code prints goes to stderr, also while it makes its charts', () => {
    const extra = "fleet.attach('own', (own) => { console.log('making'); new Chart(own, 'own'); });";
    const text = `import { Chart } from 'cdk8s';\nconsole.log('loading');\n${code(extra)}`;
    const own = workspace({ 'fleet.ts': text });
    const { status, stdout, stderr } = linkerdFleet(['plan', 'fleet.ts', '-o', 'json'], { cwd: own });
    expect({ status, clusters: JSON.parse(stdout).length }).toEqual({ status: 0, clusters: 2 });
    expect(stderr).toContain('loading');
    expect(stderr).toContain('making');
  });
});
