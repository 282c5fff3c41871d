import { describe, expect, it } from 'vitest';
import { within } from '../../lib/delivery/argocd/cmp/deadline';
import { json } from '../cli/fleets';
import { workspace } from '../cli/process';
import { cmp, repository } from './rig';

describe('a render that takes too long', () => {
  it('is interrupted wherever it is, and says what it was doing', () => {
    const phase = { now: 'beginning' };
    const endless = () => {
      phase.now = 'counting';
      for (;;);
    };
    expect(() => within(50, phase, endless)).toThrow(/CMP_DEADLINE .* no end while counting/);
  });

  it('leaves what is in time alone: results, errors, and a limit in a limit', () => {
    const phase = { now: '' };
    expect(within(1000, phase, () => 42)).toBe(42);
    const error = new Error('own');
    expect(() =>
      within(1000, phase, () => {
        throw error;
      }),
    ).toThrow(error);
    expect(within(1000, phase, () => within(500, phase, () => 'inner'))).toBe('inner');
  });

  it('is not begun when there is no time left', () => {
    expect(() => within(0, { now: 'reading' }, () => 'never')).toThrow(/CMP_DEADLINE/);
  });
});

describe('code that does not end', () => {
  const env = { LINKERD_FLEET_CODE: 'allow', LINKERD_FLEET_TIMEOUT: '60', ARGOCD_APP_SOURCE_PATH: 'clusters/east' };
  const asked = { ...env, ARGOCD_APP_PARAMETERS: '[{"name":"fleet","string":"fleet.ts"}]' };

  it.each([
    ['a loop', 'for (;;);'],
    ['a promise that nobody keeps', 'setInterval(() => {}, 1000); await new Promise(() => {}); export {};'],
  ])('is stopped: %s', (_, code) => {
    const root = repository({ 'fleet.mts': code, 'clusters/east/.keep': '' });
    const parameters = '[{"name":"fleet","string":"fleet.mts"}]';
    const { status, stdout, stderr } = cmp('generate', root, 'clusters/east', {
      ...env,
      LINKERD_FLEET_TIMEOUT: '4',
      ARGOCD_APP_PARAMETERS: parameters,
    });
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^CMP_DEADLINE cluster=east path=LINKERD_FLEET_TIMEOUT fix: .*no end while .+\.\n$/);
  });

  it('that ends answers, and what it prints is not in the answer', () => {
    const root = workspace({
      'fleet.ts': `
        import { Cluster, certManager, existingSecrets, Fleet, FleetApp, fullMesh } from 'linkerd-fleet';
        console.log('on stdout'); console.error('on stderr'); process.emitWarning('a warning');
        const { documents } = JSON.parse(${JSON.stringify(JSON.stringify({ documents: JSON.parse(json()) }))});
        const app = new FleetApp();
        const [{ spec }, ...rest] = documents;
        const fleet = new Fleet(app, 'small', { ...spec, topology: fullMesh(), credentials: { existing: {} } });
        for (const { metadata, spec } of rest.slice(0, 2)) new Cluster(fleet, metadata.name, spec);
        app.synth();
        console.log('after');`,
      'clusters/east/.keep': '',
    });
    const { status, stdout, stderr } = cmp('generate', root, 'clusters/east', asked);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^# Written by linkerd-fleet/);
    expect(stdout).not.toMatch(/on stdout|after|warning/);
  });

  it.each(['process.exit(0);', '(async () => { await new Promise(() => {}); })();'])(
    'and makes no fleet of it, is a failure, as an empty answer would have Argo CD prune everything: %s',
    (code) => {
      const root = repository({ 'fleet.ts': code, 'clusters/east/.keep': '' });
      const { status, stdout, stderr } = cmp('generate', root, 'clusters/east', asked);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^(CODE_FAILED|FLEET_COUNT) cluster=east path=fleet\.ts fix: /);
    },
  );

  it('and throws, is named by its place in the repository', () => {
    const root = repository({
      'fleet.ts': 'const x = 1;\nthrow new Error("no such thing");',
      'clusters/east/.keep': '',
    });
    const { status, stdout, stderr } = cmp('generate', root, 'clusters/east', asked);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^CODE_FAILED cluster=east path=fleet\.ts:2:\d+ fix: .*Found: no such thing\.\n$/);
  });
});
