/** Wrong use of the command: exit status 2, what is wrong and the nearest right word on stderr, nothing on stdout. */
import { describe, expect, it } from 'vitest';
import { code, json } from './fleets';
import { codesIn, type Ended, linkerdFleet, type Started, workspace } from './process';

/** Runs a line that is refused; what it said. */
function refused(args: readonly string[], started: Started = {}): Ended {
  const ended = linkerdFleet(args, started);
  expect({ args, status: ended.status, stdout: ended.stdout }).toEqual({ args, status: 2, stdout: '' });
  return ended;
}

describe('a wrong line', () => {
  const cwd = workspace({ 'fleet.json': json() });

  it.each([
    [['chekc'], 'Did you mean check?'],
    [['synth', '--chekc'], 'Did you mean --check?'],
    [['check', '-o', 'srif'], 'Did you mean sarif?'],
    [['render', 'fleet.json'], 'Add --cluster NAME.'],
    [['synth', '--shard', '9/8'], '1 ≤ i ≤ n'],
    [['check', '--now', 'tomorrow'], '2026-12-31T00:00:00Z'],
    [['check', '--now', '2026-02-30T00:00:00Z'], '2026-12-31T00:00:00Z'],
    [['check', '--now', '2026-02-28T00:00:00'], '2026-12-31T00:00:00Z'],
    [['synth', '-l', 'prod'], 'key=value'],
  ])('%j is USAGE, with what to write instead', (args, fix) => {
    const { stderr } = refused(args, { cwd });
    expect(codesIn(stderr)).toEqual(['USAGE']);
    expect(stderr).toContain(fix);
  });

  it.each([
    [['render', '--cluster', 'esat'], 'Did you mean east?'],
    [['plan', '--cluster', 'esat'], 'Did you mean east?'],
    [['synth', '--cluster', 'esat'], 'Did you mean east?'],
    [['synth', '-l', 'region=apac'], 'no cluster with region=apac'],
    [['synth', '-l', 'region=apac'], 'values of region: eu, us'],
    [['synth', '-l', 'regoin=eu'], 'Did you mean region?'],
    [['synth', '-l', 'environment=prod,region=us'], 'values of region: eu'],
  ])('%j is CLUSTER_UNKNOWN', (args, said) => {
    const { stderr } = refused(args, { cwd });
    expect(codesIn(stderr)).toEqual(['CLUSTER_UNKNOWN']);
    expect(stderr).toContain(said);
  });
});

describe('a fleet that cannot be found or used', () => {
  it('is FLEET_NOT_NAMED where the working directory has none', () => {
    const { stderr } = refused(['synth'], { cwd: workspace() });
    expect(codesIn(stderr)).toEqual(['FLEET_NOT_NAMED']);
  });

  it('is FLEET_NOT_NAMED where the working directory has several, which are named', () => {
    const cwd = workspace({ 'fleets/a.ts': code(), 'fleets/b.ts': code() });
    const { stderr } = refused(['synth'], { cwd });
    expect(codesIn(stderr)).toEqual(['FLEET_NOT_NAMED']);
    expect(stderr).toContain('fleets/a.ts, fleets/b.ts');
  });

  it('is CODE_FAILED where its code throws, at the line that does', () => {
    const cwd = workspace({ 'fleet.ts': "\nconst name: string = 'x';\nthrow new Error('no ' + name);\n" });
    const { stderr } = refused(['synth', 'fleet.ts'], { cwd });
    expect(codesIn(stderr)).toEqual(['CODE_FAILED']);
    expect(stderr).toMatch(/fleet\.ts:3/);
    expect(stderr).toContain('no x');
  });

  it('is SERVICE_EXPECTED where federate() is given what is not a Service', () => {
    const extra = `fleet.attach('own', (own) => {
      federate(new ApiObject(new Chart(own, 'own'), 'map', { apiVersion: 'v1', kind: 'ConfigMap' }));
    });`;
    const text = `import { ApiObject, Chart } from 'cdk8s';\n${code(extra, ', federate')}`;
    const { stderr } = refused(['synth', 'fleet.ts'], { cwd: workspace({ 'fleet.ts': text }) });
    expect(codesIn(stderr)).toEqual(['SERVICE_EXPECTED']);
  });

  it('is COMPILE_CODE where code adds what data cannot say', () => {
    const extra = "fleet.attach('own', (own) => { new Chart(own, 'own'); });";
    const text = `import { Chart } from 'cdk8s';\n${code(extra)}`;
    const { stderr } = refused(['compile', 'fleet.ts'], { cwd: workspace({ 'fleet.ts': text }) });
    expect(codesIn(stderr)).toEqual(['COMPILE_CODE']);
    expect(stderr).toContain('own');
  });
});
