/** `check --base`: the step from the fleet of an earlier commit to the one in the working tree. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CA, type Minted, type OpenSSL, openssl } from '../trust/openssl';
import { code, documents } from './fleets';
import { codesIn, linkerdFleet, workspace, write } from './process';

let o: OpenSSL;
let a: Minted;
let b: Minted;
let ofA: Minted;
let ofB: Minted;
beforeAll(() => {
  o = openssl();
  [a, b] = ['a', 'b'].map((cn) => o.mint({ cn, ext: CA(1), days: 400 })) as [Minted, Minted];
  [ofA, ofB] = [a, b].map((by) => o.mint({ cn: 'issuer', by, ext: CA(0), days: 200 })) as [Minted, Minted];
});
afterAll(() => o.close());

const files = (anchors: readonly Minted[], issuer: Minted) => ({
  'mesh/fleet.json': JSON.stringify(
    documents({ fleet: { trust: { anchors: 'anchors.pem', issuerCertificates: 'issuer.pem' } } }),
  ),
  'mesh/anchors.pem': anchors.map(({ pem }) => pem).join(''),
  'mesh/issuer.pem': issuer.pem,
});

function repository(first: Readonly<Record<string, string>>): { cwd: string; git: (...args: string[]) => void } {
  const cwd = workspace(first);
  const git = (...args: string[]) =>
    void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd, stdio: 'pipe' });
  write(cwd, { '.gitignore': 'node_modules\n' });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  return { cwd, git };
}

describe('check --base', () => {
  it('lets the stages of a rotation pass and refuses what leaves one out, with the order that is safe', () => {
    const { cwd, git } = repository(files([a], ofA));
    const check = (...more: string[]) => linkerdFleet(['check', 'mesh', '--base', 'HEAD', ...more], { cwd });
    expect(check()).toMatchObject({ status: 0, stdout: '' });
    write(cwd, files([a, b], ofA));
    expect(check()).toMatchObject({ status: 0, stdout: '' });
    write(cwd, files([b], ofB));
    const refused = check();
    expect([refused.status, codesIn(refused.stdout)]).toEqual([1, ['TRUST_STEP_UNSAFE']]);
    expect(refused.stdout).toContain('First distribute');
    git('commit', '-qam', 'all at once');
    expect(check().status).toBe(0);
    expect(check('--base=HEAD~1').status).toBe(2);
    expect(linkerdFleet(['check', 'mesh', '--base', 'HEAD~1'], { cwd }).status).toBe(1);
  });

  it('finds a description that has moved where it is said to have been, and says so where it is not', () => {
    const { cwd, git } = repository(files([a], ofA));
    git('mv', 'mesh', 'fleet');
    const check = (base: string, path = 'fleet') => linkerdFleet(['check', path, '--base', base], { cwd });
    for (const base of ['HEAD', 'HEAD:fleet', 'HEAD:../mesh', 'HEAD:mesh/none.json']) {
      const { status, stderr } = check(base);
      expect({ base, status, codes: codesIn(stderr) }).toEqual({ base, status: 2, codes: ['BASE_UNREADABLE'] });
      expect(stderr).toContain('--base COMMIT:PATH');
      expect(stderr).not.toContain('fetch-depth');
    }
    expect(check('none:mesh').stderr).toContain('fetch-depth');
    expect(check('HEAD:mesh')).toMatchObject({ status: 0, stdout: '' });
    expect(check('HEAD:mesh/fleet.json', 'fleet/fleet.json')).toMatchObject({ status: 0, stdout: '' });
    write(cwd, { 'fleet/anchors.pem': b.pem, 'fleet/issuer.pem': ofB.pem });
    expect(codesIn(check('HEAD:mesh/').stdout)).toEqual(['TRUST_STEP_UNSAFE']);
  });

  it('leaves the tree and the temporary directory as they were', () => {
    const { cwd } = repository(files([a], ofA));
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('linkerd-fleet-base-')).length;
    const before = [readdirSync(cwd), readdirSync(join(cwd, 'mesh')), left()];
    linkerdFleet(['check', 'mesh', '--base', 'HEAD'], { cwd });
    expect([readdirSync(cwd), readdirSync(join(cwd, 'mesh')), left()]).toEqual(before);
  });

  it('runs the code of the earlier commit, where the fleet is code', () => {
    const { cwd } = repository({ 'fleets/small.ts': code() });
    write(cwd, { 'fleets/small.ts': code().replace("'mesh.example.com'", "'other.example.com'") });
    const { status, stdout } = linkerdFleet(['check', 'fleets/small.ts', '--base', 'HEAD'], { cwd });
    expect([status, codesIn(stdout)]).toEqual([1, ['TRUST_DOMAIN_CHANGED']]);
  });

  it('says what is no commit here, what did not have the fleet, and takes no option of git', () => {
    const { cwd } = repository({ 'notes.txt': 'x' });
    write(cwd, files([a], ofA));
    const check = (ref: string) => linkerdFleet(['check', 'mesh', `--base=${ref}`], { cwd });
    for (const ref of ['nowhere', '--output=x', 'HEAD']) {
      const { status, stderr } = check(ref);
      expect([status, codesIn(stderr)]).toEqual([2, ['BASE_UNREADABLE']]);
    }
  });
});
