/** `check`: findings are data on stdout, in the form that was asked for; the summary is voice. */
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { code, documents, json } from './fleets';
import { type Ended, linkerdFleet, ROOT, type Started, workspace } from './process';
import { SARIF } from './sarif';
import { xmlProblem } from './xml';

const check = (args: readonly string[], started?: Started): Ended => linkerdFleet(['check', ...args], started);

/** One error and one warning: ranges with host bits, and a gateway that a linked cluster of the same network never uses. */
const broken = workspace({
  'mesh/fleet.json': JSON.stringify(documents().slice(0, 1)),
  'mesh/clusters/two of them.yaml': [
    'kind: Cluster',
    'metadata: { name: east }',
    'spec: { network: one, apiServer: { url: "https://api.east.example.com" }, podCidrs: [10.10.0.1/16] }',
    '---',
    'kind: Cluster',
    'metadata: { name: west }',
    'spec: { network: one, apiServer: { url: "https://api.west.example.com" }, podCidrs: [10.20.0.0/16, 10.30.0.1/16] }',
    '',
  ].join('\n'),
});

describe('a fleet without findings', () => {
  const cwd = workspace({ 'fleet.json': json() });

  it('is nothing on stdout, a word on stderr, and exit status 0', () => {
    expect(check([], { cwd })).toEqual({
      status: 0,
      stdout: '',
      stderr: '✔ fleet small, 2 clusters, 1 service: no problems\n',
    });
  });

  it.each(['short', 'github'])('is nothing as %s', (format) => {
    expect(check(['-o', format], { cwd })).toMatchObject({ status: 0, stdout: '' });
  });

  it('is a passed test as junit, and a run without results as sarif', () => {
    expect(check(['-o', 'junit'], { cwd }).stdout).toContain('tests="1" failures="0"');
    expect(JSON.parse(check(['-o', 'sarif'], { cwd }).stdout).runs[0].results).toEqual([]);
  });
});

describe('findings', () => {
  it('are said once, on stdout, with one explanation per code and then the places', () => {
    const { status, stdout, stderr } = check(['mesh'], { cwd: broken });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^✗ fleet small, 2 clusters, 0 services: 2 errors[^\n]*\n$/),
    });
    const [explained = ''] = stdout.match(/^✗ CIDR_HOST_BITS in 2 places\n(?: {4}.*\n)*/m) ?? [];
    expect(explained.split('\n').map((line) => line.slice(0, 88))).toEqual([
      '✗ CIDR_HOST_BITS in 2 places',
      '    allowed  the first address of a range',
      expect.stringMatching(/^ {4}why {6}/),
      '    - Cluster/east.spec.podCidrs[0] (clusters/two of them.yaml:1): "10.10.0.1/16", which',
      '    - Cluster/west.spec.podCidrs[1] (clusters/two of them.yaml:5): "10.30.0.1/16", which',
      '',
    ]);
    expect(stdout.match(/CIDR_HOST_BITS/g)).toHaveLength(1);
  });

  it('say each place of five hundred in one line', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({
      kind: 'Cluster',
      metadata: { name: `c${i}` },
      spec: { apiServer: { url: `https://${i}.example.com` }, podCidrs: [`10.${i % 256}.0.1/16`] },
    }));
    const fleet = { topology: [] };
    const cwd = workspace({ 'fleet.json': json({ fleet, more: many }) });
    const lines = check([], { cwd }).stdout.split('\n');
    expect(lines.filter((line) => line.includes('CIDR_HOST_BITS'))).toEqual(['✗ CIDR_HOST_BITS in 500 places']);
    expect(lines.filter((line) => /^ {4}- Cluster\/c\d+\.spec\.podCidrs\[0\] /.test(line))).toHaveLength(500);
  });

  it('that keep synth from its work are said with ten places each', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({
      kind: 'Cluster',
      metadata: { name: `c${i}` },
      spec: { apiServer: { url: `https://${i}.example.com` }, podCidrs: [`10.${i}.0.1/16`] },
    }));
    const cwd = workspace({ 'fleet.json': json({ fleet: { topology: [] }, more: many }) });
    const { status, stdout, stderr } = linkerdFleet(['synth'], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('CIDR_HOST_BITS in 30 places');
    expect(stderr.match(/^ {4}- Cluster/gm)).toHaveLength(10);
    expect(stderr).toContain('and 20 more, which linkerd-fleet check lists');
  });

  it('are limited to what concerns the clusters that --cluster and -l select', () => {
    const places = (...args: string[]) =>
      check(['mesh', ...args], { cwd: broken }).stdout.match(/Cluster\/\w+\.spec\.podC/g);
    expect(places('--cluster', 'east')).toEqual(['Cluster/east.spec.podC']);
    expect(places('-l', 'name=west')).toEqual(['Cluster/west.spec.podC']);
  });

  const edge = { source: 'east', target: 'west', both: true };
  const repeated = { topology: { edges: [edge, edge] } };

  it('that are warnings are exit status 0', () => {
    const cwd = workspace({ 'fleet.json': json({ fleet: repeated }) });
    const { status, stdout, stderr } = check([], { cwd });
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: '⚠ fleet small, 2 clusters, 1 service: 1 warning\n',
    });
    expect(stdout).toMatch(/^⚠ TOPOLOGY_EDGE_REPEATED Fleet\.spec\.topology/);
  });

  it('that are warnings are not said where the fleet accepts them, by synth neither', () => {
    const accept = ['TOPOLOGY_EDGE_REPEATED', 'TRUST_ANCHOR_EXPIRES_SOON'];
    const cwd = workspace({ 'fleet.json': json({ fleet: { ...repeated, accept } }) });
    for (const args of [[], ['--now', '2045-12-15T00:00:00Z']]) {
      expect(check(args, { cwd })).toMatchObject({ status: 0, stdout: '' });
    }
    expect(linkerdFleet(['synth'], { cwd }).stderr).not.toContain('TOPOLOGY_EDGE_REPEATED');
  });

  it('of certificates depend on the time that --now says', () => {
    const cwd = workspace({ 'fleet.json': json() });
    expect(check(['--now', '2040-01-01T00:00:00Z'], { cwd }).status).toBe(0);
    const late = check(['--now', '2099-01-01T00:00:00Z'], { cwd });
    expect({ status: late.status, stdout: late.stdout }).toEqual({
      status: 1,
      stdout: expect.stringContaining('EXPIRED'),
    });
  });

  it('send nothing of a name to the terminal but what can be shown', () => {
    const evil = { kind: 'Cluster', metadata: { name: 'a\u001b[2J\u0007\n✔ all is well' }, spec: {} };
    const cwd = workspace({ 'fleet.json': json({ more: [evil] }) });
    for (const format of ['table', 'github']) {
      const { status, stdout, stderr } = check(['-o', format], { cwd });
      expect(status).toBe(1);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|^✔/m);
    }
  });
});

it('a path that is not there is no finding but wrong use', () => {
  const { status, stdout } = check(['not/there', '-o', 'github'], { cwd: broken });
  expect({ status, stdout }).toEqual({ status: 2, stdout: expect.stringContaining('title=INPUT_NOT_FOUND') });
});

describe('machine-readable output', () => {
  it('in the format of linkerd check has one category, and an error text for what fails', () => {
    const { status, stdout } = check(['mesh', '-o', 'json'], { cwd: broken });
    expect(status).toBe(1);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ success: false, categories: [{ categoryName: 'linkerd-fleet' }] });
    for (const one of answer.categories[0].checks) {
      expect(one).toMatchObject({
        description: expect.any(String),
        hint: expect.stringMatching(/^https:\/\/.*#[a-z_]+$/),
        error: expect.stringMatching(/^[A-Z_]+: found /),
        result: expect.stringMatching(/^(error|warning)$/),
      });
    }
    expect(answer.categories[0].checks[0].source).toEqual({ file: 'clusters/two of them.yaml', line: 1 });
  });

  it('is SARIF 2.1.0, with places below the working directory', () => {
    const { status, stdout } = check(['mesh', '-o', 'sarif'], { cwd: broken });
    expect(status).toBe(1);
    const log = JSON.parse(stdout);
    const ajv = new Ajv({ allErrors: true, strict: false });
    expect(ajv.validate(SARIF, log) ? [] : ajv.errors).toEqual([]);
    const [run] = log.runs;
    const rules = run.tool.driver.rules.map((rule: { id: string }) => rule.id);
    for (const { ruleId } of run.results) expect(rules).toContain(ruleId);
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'mesh/clusters/two%20of%20them.yaml' },
      region: { startLine: 1 },
    });
  });

  it('is SARIF with the file itself as place, where the fleet is code', () => {
    const cwd = workspace({
      'fleets/main.ts': code("fleet.service('web', { namespace: 'shop', clusters: ['esat'], ports: [{ port: 80 }] });"),
    });
    const { status, stdout } = check(['-o', 'sarif'], { cwd });
    const [{ results }] = JSON.parse(stdout).runs;
    expect(status).toBe(1);
    expect(results.length).toBeGreaterThan(0);
    for (const { locations } of results)
      expect(locations[0].physicalLocation.artifactLocation.uri).toBe('fleets/main.ts');
  });

  it('is well-formed JUnit XML with as many failures as it says', () => {
    const name = 'a<b>&"\u0001\ud800';
    const evil = { kind: 'Cluster', metadata: { name }, spec: {} };
    const cwd = workspace({ 'fleet.json': json({ more: [evil] }) });
    for (const { stdout, status } of [
      check(['mesh', '-o', 'junit'], { cwd: broken }),
      check(['-o', 'junit'], { cwd }),
    ]) {
      expect({ status, problem: xmlProblem(stdout) }).toEqual({ status: 1, problem: undefined });
      const failures = stdout.match(/<failure /g)?.length;
      expect(stdout).toContain(`failures="${failures}"`);
    }
  });

  it('is one GitHub annotation per finding, at its file and line', () => {
    const { status, stdout } = check(['mesh', '-o', 'github'], { cwd: broken });
    expect(status).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^::(error|warning) file=[^,:]+,line=\d+,title=[A-Z_]+::/);
    expect(lines[0]).toMatch(/^::error file=mesh\/clusters\/two of them\.yaml,line=1,title=CIDR_HOST_BITS::/);
  });

  it('names the file that cannot be read, at its line', () => {
    const cwd = workspace({ 'mesh/fleet.json': json(), 'mesh/broken.yaml': 'kind: Cluster\nmetadata: { name: x\n' });
    const { status, stdout } = check(['mesh', '-o', 'github'], { cwd });
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: expect.stringMatching(/^::error file=mesh\/broken\.yaml,line=[23],title=INPUT_SYNTAX::/),
    });
    const open = check([join(cwd, 'mesh/broken.yaml'), '-o', 'github'], { cwd });
    expect(open.stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^::error file=mesh\/broken\.yaml,.*INPUT_SYNTAX/),
    ]);
  });
});

it('the example fleets have no findings', () => {
  for (const fleet of ['prod', 'global', 'workloads']) {
    expect({ fleet, ...check([`fleets/${fleet}.ts`], { cwd: ROOT }) }).toMatchObject({ fleet, status: 0, stdout: '' });
  }
});
