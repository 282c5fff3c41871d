/** `init`: a fleet that synthesises at once, and nothing of anybody's overwritten. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codesIn, linkerdFleet, workspace } from './process';

describe('init', () => {
  it.each([
    ['code', [], 'fleets/main.ts', undefined],
    ['data', ['--data'], 'fleet', 'fleet'],
  ])('as %s writes a fleet without findings that synthesises at once', (_, flags, fleet, argument) => {
    const cwd = workspace();
    const { status, stdout, stderr } = linkerdFleet(['init', ...flags], { cwd });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain(`linkerd-fleet synth ${fleet}`);
    const found = argument === undefined ? [] : [argument];
    expect(linkerdFleet(['check', ...found], { cwd })).toMatchObject({ status: 0, stdout: '' });
    expect(linkerdFleet(['synth', ...found], { cwd }).status).toBe(0);
    expect(readdirSync(join(cwd, 'dist/clusters')).sort()).toEqual(['east', 'south', 'west']);
  });

  it('comes to the same clusters as code and as data', () => {
    const cwd = workspace();
    linkerdFleet(['init'], { cwd });
    linkerdFleet(['init', '--data'], { cwd });
    linkerdFleet(['synth', 'fleets/main.ts'], { cwd });
    expect(linkerdFleet(['synth', 'fleet', '--check'], { cwd })).toMatchObject({ status: 0, stdout: '' });
  });

  it('writes into the directory that is named', () => {
    const cwd = workspace();
    expect(linkerdFleet(['init', 'a/platform', '--data'], { cwd }).stderr).toContain('cd a/platform && ');
    expect(readdirSync(join(cwd, 'a/platform'))).toEqual(['fleet']);
  });

  it('overwrites nothing: with one file in the way it writes none', () => {
    const cwd = workspace({ 'fleet/clusters/west.yaml': 'mine' });
    const { status, stderr } = linkerdFleet(['init', '--data'], { cwd });
    expect({ status, codes: codesIn(stderr) }).toEqual({ status: 2, codes: ['USAGE'] });
    expect(readdirSync(join(cwd, 'fleet'))).toEqual(['clusters']);
  });

  it('comes to an end where no directory can be made', () => {
    const { status, stderr } = linkerdFleet(['init', '/proc/linkerd-fleet', '--data'], { cwd: workspace() });
    expect({ status, codes: codesIn(stderr) }).toEqual({ status: 2, codes: ['OUTPUT_FAILED'] });
  });

  it('leaves nothing half written where the file system refuses', () => {
    const cwd = workspace({ 'fleet/services': 'a file' });
    const { status, stderr } = linkerdFleet(['init', '--data'], { cwd });
    expect({ status, codes: codesIn(stderr) }).toEqual({ status: 2, codes: ['OUTPUT_FAILED'] });
    expect(readdirSync(join(cwd, 'fleet'))).toEqual(['services']);
    expect(existsSync(join(cwd, 'fleet/services'))).toBe(true);
  });
});
