/** `rotate anchor` as a user runs it: three edits of a description in Git, and what is refused. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CA, type Minted, type OpenSSL, openssl } from '../trust/openssl';
import { code } from './fleets';
import { codesIn, linkerdFleet, workspace } from './process';

let o: OpenSSL;
let a: Minted;
let b: Minted;
beforeAll(() => {
  o = openssl();
  // Both begin in the same second: which one is new has to be said.
  do [a, b] = ['a', 'b'].map((cn) => o.mint({ cn: `root ${cn}`, ext: CA(1), days: 4000 })) as [Minted, Minted];
  while (a.cert.notBefore !== b.cert.notBefore);
});
afterAll(() => o.close());

const cluster = (name: string, block: number, more = '') => `kind: Cluster
metadata: { name: ${name} }   # of its team
spec:
  network: one
  apiServer: { url: "https://api.${name}.example.com:6443" }
  podCidrs: [10.${block}.0.0/16]
  serviceCidrs: [10.${block + 100}.0.0/16]
${more}`;

const FLEET = `apiVersion: linkerd-fleet.dev/v1alpha1
kind: Fleet
metadata: { name: main }
spec:
  domain: mesh.example.com
  topology: [{ fullMesh: {} }]
  trust:
    anchors: trust/a.pem     # since 2024
    issuer: { certManager: { issuerRef: { name: mesh-ca-a } } }
    issuerCertificates: trust/a.pem
  credentials: { externalSecrets: { store: links } }
`;

/** A repository with the fleet in `mesh/`. */
function repository() {
  const cwd = workspace({
    'mesh/fleet.yaml': FLEET,
    'mesh/clusters/east.yaml': cluster('east', 10),
    'mesh/clusters/west.yaml': cluster('west', 20),
    'mesh/trust/a.pem': a.pem,
    'mesh/trust/b.pem': b.pem,
    'elsewhere.pem': b.pem,
    '.gitignore': 'node_modules\n',
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd, encoding: 'utf8' });
  const commit = (message: string) => {
    git('add', '.');
    git('commit', '-qm', message);
  };
  git('init', '-q');
  commit('first');
  const rotate = (...more: string[]) => linkerdFleet(['rotate', 'anchor', 'mesh', ...more], { cwd });
  const check = () => linkerdFleet(['check', 'mesh', '--base', 'HEAD'], { cwd });
  const changed = () => git('diff', '-U0').match(/^[+-](?![+-]).*/gm) ?? [];
  const standing = () => JSON.parse(rotate('-o', 'json').stdout).islands.map((i: { standing: string }) => i.standing);
  return { cwd, commit, rotate, check, changed, standing };
}

describe('rotate anchor', () => {
  it('goes from the old anchor to the new one in three commits, each of which check --base lets pass', () => {
    const { rotate, check, changed, commit, standing } = repository();
    expect(standing()).toEqual(['steady']);
    const stages = [
      [
        ['--stage', 'distribute', '--to', 'mesh/trust/b.pem'],
        ['-    anchors: trust/a.pem     # since 2024', '+    anchors: [ trust/a.pem, trust/b.pem ]     # since 2024'],
        'distributed',
      ],
      [
        ['--stage', 'issue', '--to', 'mesh/trust/b.pem', '--issuer-ref', 'mesh-ca-b'],
        [
          '-    issuer: { certManager: { issuerRef: { name: mesh-ca-a } } }',
          '-    issuerCertificates: trust/a.pem',
          '+    issuer: { certManager: { issuerRef: { name: mesh-ca-b } } }',
          '+    issuerCertificates: trust/b.pem',
        ],
        'issued',
      ],
      [
        ['--stage', 'retire', '--to', 'mesh/trust/b.pem'],
        [
          '-    anchors: [ trust/a.pem, trust/b.pem ]     # since 2024',
          '+    anchors: [ trust/b.pem ]     # since 2024',
        ],
        'retired',
      ],
    ] as const;
    for (const [flags, diff, is] of stages) {
      const { status, stdout } = rotate(...flags, '--write');
      expect([status, changed()], stdout).toEqual([0, diff]);
      expect(stdout).toContain(`Clusters east, west: ${is}`);
      expect(stdout).toContain('for c in east west; do echo "$c:"; kubectl --context "$c" ');
      expect(check()).toMatchObject({ status: 0, stdout: '' });
      commit(is);
      const again = rotate(...flags, '--write');
      expect([again.status, changed()]).toEqual([0, []]);
      expect(again.stderr).toContain('nothing to');
    }
  });

  it('says what shows that it is over by the edit that retires, also where the new anchor is not named', () => {
    const { cwd, rotate } = repository();
    let c = a;
    while (c.cert.notBefore === a.cert.notBefore) c = o.mint({ cn: 'root c', ext: CA(1), days: 4000 });
    writeFileSync(join(cwd, 'mesh/trust/b.pem'), c.pem);
    rotate('--stage', 'distribute', '--to', 'mesh/trust/b.pem', '--write');
    rotate('--stage', 'issue', '--issuer-ref', 'mesh-ca-b', '--write');
    // One anchor is left, as in a fleet that is steady: what it was before tells the two apart.
    const { stdout, status } = rotate('--stage', 'retire', '--write');
    expect(status).toBe(0);
    expect(stdout).toContain('Clusters east, west: retired');
    expect(stdout).toContain('To be true before it is over:\n- east, west: the bundle has arrived');
    expect(rotate().stdout).toContain('--to FILE of the anchor that is left');
  });

  it('says in JSON what it would change, where the fleet stands then, and what has to be true', () => {
    const { rotate, changed } = repository();
    const { status, stdout } = rotate(
      '--stage',
      'distribute',
      '--to',
      'mesh/trust/b.pem',
      '--cluster=east',
      '-o',
      'json',
    );
    const { edits, islands, written, stage } = JSON.parse(stdout);
    expect([status, stage, written, changed()]).toEqual([0, 'distribute', undefined, []]);
    expect(edits).toEqual([
      {
        file: 'clusters/east.yaml',
        document: { kind: 'Cluster', name: 'east' },
        path: ['spec', 'trust', 'anchors'],
        value: ['trust/a.pem', 'trust/b.pem'],
      },
    ]);
    expect(islands).toHaveLength(1);
    expect(islands[0]).toMatchObject({ standing: 'distributing', next: 'distribute', to: { subject: 'CN=root b' } });
    expect(islands[0].clusters.map((c: { bundle: string }) => c.bundle)).toEqual(['both', 'old']);
    expect(islands[0].gates.map((g: { cluster: string }) => g.cluster)).toEqual(['east', 'east', 'east']);
  });

  it('refuses a stage that leaves one out, with the order that is safe, and writes nothing', () => {
    const { rotate, changed } = repository();
    const issue = rotate(
      '--stage',
      'issue',
      '--to',
      'mesh/trust/b.pem',
      '--issuer-ref',
      'b',
      '--issuer-certificates',
      'mesh/trust/b.pem',
      '--write',
    );
    expect([issue.status, codesIn(issue.stderr), changed()]).toEqual([
      1,
      ['TRUST_STEP_UNSAFE', 'TRUST_CHAIN_BROKEN'],
      [],
    ]);
    expect(issue.stderr).toContain('First distribute');
    rotate('--stage', 'distribute', '--to', 'mesh/trust/b.pem', '--write');
    const guessed = rotate('--stage', 'retire', '--write');
    expect([guessed.status, codesIn(guessed.stderr)]).toEqual([2, ['ROTATION_ANCHOR_UNNAMED']]);
    const retire = rotate('--stage', 'retire', '--to', 'mesh/trust/b.pem', '--write');
    expect([retire.status, codesIn(retire.stderr)]).toEqual([1, ['TRUST_STEP_UNSAFE', 'TRUST_CHAIN_BROKEN']]);
    const both = rotate('--stage', 'issue', '--to', 'mesh/trust/b.pem', '--issuer-ref', 'b', '--base', 'HEAD');
    expect([both.status, codesIn(both.stderr)]).toEqual([1, ['TRUST_STEP_UNSAFE']]);
    expect(changed()).toHaveLength(2);
  });

  it('wants the new anchor in the description, and a name for its issuer', () => {
    const { rotate } = repository();
    const codes = (...flags: string[]) => {
      const { status, stderr } = rotate(...flags);
      return [status, ...codesIn(stderr)];
    };
    expect(codes('--stage', 'distribute')).toEqual([2, 'ROTATION_ANCHOR_UNNAMED']);
    expect(codes('--stage', 'distribute', '--to', 'elsewhere.pem')).toEqual([2, 'INPUT_OUTSIDE']);
    expect(codes('--stage', 'distribute', '--to', 'nowhere.pem')).toEqual([2, 'INPUT_NOT_FOUND']);
    expect(codes('--stage', 'issue', '--to', 'mesh/trust/b.pem')).toEqual([2, 'ROTATION_ISSUER_UNNAMED']);
    expect(codes('--stage', 'all')).toEqual([2, 'USAGE']);
    expect(linkerdFleet(['rotate', 'anchors']).stderr).toContain('Did you mean anchor?');
  });

  it('shows the edit of a fleet that is code, and writes none', () => {
    const cwd = workspace({ 'fleets/small.ts': code(), 'fleets/b.pem': b.pem });
    const rotate = (...more: string[]) =>
      linkerdFleet(['rotate', 'anchor', 'fleets/small.ts', '--stage', 'distribute', '--to', 'fleets/b.pem', ...more], {
        cwd,
      });
    const shown = rotate();
    expect(shown.status).toBe(0);
    expect(shown.stdout).toMatch(/^new Fleet\(app, 'small', \{ trust: \{ anchors: \[.*, 'b\.pem'\] \} \}\)$/m);
    const { status, stderr } = rotate('--write');
    expect([status, codesIn(stderr)]).toEqual([2, ['USAGE']]);
    expect(readFileSync(join(cwd, 'fleets/small.ts'), 'utf8')).toBe(code());
  });
});
