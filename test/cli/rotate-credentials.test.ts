/** `rotate credentials` as a user runs it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ANCHOR, code, json } from './fleets';
import { codesIn, linkerdFleet, workspace } from './process';

const CLUSTER = `kind: Cluster
metadata: { name: east }   # of its team
spec:
  network: one
  apiServer: { url: "https://api.east.example.com:6443" }
`;
const FLEET = `apiVersion: linkerd-fleet.dev/v1alpha1
kind: Fleet
metadata: { name: main }
spec:
  domain: mesh.example.com
  topology: [{ fullMesh: {} }]
  credentials: { externalSecrets: { store: links } }
  trust: { anchors: anchors.pem }
---
kind: Cluster
metadata: { name: west }
spec: { network: one, apiServer: { url: "https://api.west.example.com:6443" } }
`;
const files = () => ({
  'mesh/fleet.yaml': FLEET,
  'mesh/east.yaml': CLUSTER,
  'mesh/anchors.pem': readFileSync('fleets/trust/anchors.pem', 'utf8'),
});

describe('rotate credentials', () => {
  it('makes one edit after the other in the file of the target, and leaves the rest of it as it is', () => {
    const cwd = workspace(files());
    const rotate = () => linkerdFleet(['rotate', 'credentials', 'mesh', '--link', 'west->east', '--write'], { cwd });
    const east = () => readFileSync(join(cwd, 'mesh/east.yaml'), 'utf8');
    const first = rotate();
    expect(first).toMatchObject({ status: 0, stderr: expect.stringContaining('east.yaml') });
    expect(first.stdout).toContain('credentials of west at east: settled (epoch 1, loaded 1, retired 0)');
    expect(first.stdout).toContain(
      'commit 3: retire. It takes the account of token 1 out of the binding, and deletes both',
    );
    expect(east()).toBe(`${CLUSTER}  credentials: { sources: { west: { epoch: 2 } } }\n`);
    expect(rotate().stdout).toContain('before the next commit see');
    expect(east()).toContain('{ west: { epoch: 2, loaded: 2 } }');
    expect(rotate().status).toBe(0);
    expect(east()).toContain('{ west: { epoch: 2, retired: 1 } }');
  });

  it('is data for scripts', () => {
    const cwd = workspace({ 'fleet.json': json() });
    const { status, stdout } = linkerdFleet(['rotate', 'credentials', '--cluster', 'east', '-o', 'json'], { cwd });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      target: 'east',
      sources: ['west'],
      stage: 'settled',
      epochs: { epoch: 1, loaded: 1, retired: 0 },
      commits: [
        {
          step: 'mint',
          edits: [{ document: { kind: 'Cluster', name: 'east' }, path: ['spec', 'credentials', 'epoch'], value: 2 }],
        },
        { step: 'load' },
        { step: 'retire' },
      ],
    });
  });

  it('shows the edit of code, and does not make it', () => {
    const cwd = workspace({ 'fleets/small.ts': code() });
    const shown = linkerdFleet(['rotate', 'credentials', '--cluster', 'east'], { cwd });
    expect(shown.stdout).toContain("  new Cluster(fleet, 'east', { credentials: { epoch: 2 } })\n");
    const refused = linkerdFleet(['rotate', 'credentials', '--cluster', 'east', '--write'], { cwd });
    expect([refused.status, codesIn(refused.stderr)]).toEqual([2, ['USAGE']]);
  });

  it('lets a revoked source in again where the target itself revokes it', () => {
    const cwd = workspace({ 'fleet.json': json({ east: { credentials: { revoked: ['west'] } } }) });
    const { status, stdout } = linkerdFleet(['rotate', 'credentials', '--link', 'west->east'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('credentials of west at east: revoked');
    expect(stdout).toContain('commit 1: admit. It lets the source in again with token 2');
    const above = workspace({ 'fleet.json': json({ fleet: { credentials: { revoked: ['west'] } } }) });
    const refused = linkerdFleet(['rotate', 'credentials', '--link', 'west->east'], { cwd: above });
    expect([refused.status, codesIn(refused.stderr)]).toEqual([2, ['ROTATE_REVOKED']]);
  });

  it('has nothing to do where there is no token: by oidc', () => {
    const oidc = (name: string) => ({
      kubernetesVersion: '1.34',
      apiServer: { url: `https://api.${name}.example.com`, caBundle: ANCHOR },
      serviceAccountIssuer: { url: `https://oidc.example.com/${name}` },
    });
    const fleet = { credentials: { oidc: {} } };
    const cwd = workspace({ 'fleet.json': json({ fleet, east: oidc('east'), west: oidc('west') }) });
    for (const flags of [
      ['--cluster', 'east'],
      ['--link', 'west->east'],
    ]) {
      const { status, stderr } = linkerdFleet(['rotate', 'credentials', ...flags], { cwd });
      expect([status, codesIn(stderr)]).toEqual([2, ['ROTATE_NOTHING']]);
    }
  });

  it.each([
    [[], 'USAGE'],
    [['--link', 'west'], 'USAGE'],
    [['--link', 'west->east', '--cluster', 'east'], 'USAGE'],
    [['--link', 'west->esat'], 'CLUSTER_UNKNOWN'],
    [['--link', 'east->east'], 'ROTATE_NOTHING'],
  ])('%j is refused with %s', (flags, expected) => {
    const cwd = workspace({ 'fleet.json': json() });
    const { status, stderr, stdout } = linkerdFleet(['rotate', 'credentials', ...flags], { cwd });
    expect([status, codesIn(stderr), stdout]).toEqual([2, [expected], '']);
  });
});
