/** `trust`: keys end in files of their owner's and nowhere else; certificates are shown and verified. */
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documents } from './fleets';
import { codesIn, type Ended, linkerdFleet, ROOT, workspace } from './process';

/** Outside of any work tree, as keys have to be. */
const secure = mkdtempSync(join(tmpdir(), 'linkerd-fleet-keys-'));
afterAll(() => rmSync(secure, { recursive: true, force: true }));

const place = (name: string) => join(secure, name);
const read = (...path: string[]) => readFileSync(join(secure, ...path), 'utf8');
const mode = (...path: string[]) => (statSync(join(secure, ...path)).mode & 0o777).toString(8);
const trust = (args: readonly string[], cwd: string, input?: string): Ended =>
  linkerdFleet(['trust', ...args], { cwd, input });
const fleet = (spec: object) => JSON.stringify(documents({ fleet: spec }));

const cwd = workspace({ 'fleet.json': fleet({ trust: { anchors: 'root.pem' } }) });
let made: Ended;
beforeAll(() => {
  made = trust(['init', '--keys', place('a')], cwd);
  writeFileSync(join(cwd, 'root.pem'), read('a/root/tls.crt'));
  const issuers = { east: ['a/issuers/east/tls.crt'], west: ['a/issuers/west/tls.crt'] };
  const known = (name: 'east' | 'west') => ({ trust: { issuerCertificates: read(...issuers[name]) } });
  const all = { fleet: { trust: { anchors: read('a/root/tls.crt') } }, east: known('east'), west: known('west') };
  writeFileSync(join(cwd, 'known.json'), JSON.stringify(documents(all)));
});

describe('trust init', () => {
  it('makes a root and an issuer for each cluster, with the keys of a TLS Secret, before there are anchors', () => {
    expect(made.status).toBe(0);
    expect(readdirSync(place('a')).sort()).toEqual(['issuers', 'root']);
    expect(readdirSync(place('a/root')).sort()).toEqual(['tls.crt', 'tls.key']);
    expect(readdirSync(place('a/issuers')).sort()).toEqual(['east', 'west']);
    expect(readdirSync(place('a/issuers/east')).sort()).toEqual(['ca.crt', 'tls.crt', 'tls.key']);
    expect(read('a/issuers/east/ca.crt')).toBe(read('a/root/tls.crt'));
  });

  it('says what to do with the root: a file outside of the description is not read', () => {
    expect(made.stderr).toContain(`copy ${place('a/root/tls.crt')} into the directory of the description`);
  });

  it('comes to an end where no directory can be made', () => {
    const { status, stderr } = trust(['init', 'fleet.json', '--keys', '/proc/linkerd-fleet'], cwd);
    expect({ status, codes: codesIn(stderr) }).toEqual({ status: 2, codes: ['OUTPUT_FAILED'] });
  });

  it('leaves keys to their owner alone', () => {
    expect([mode('a'), mode('a/root'), mode('a/root/tls.key'), mode('a/issuers/west/tls.key')]).toEqual([
      '700',
      '700',
      '600',
      '600',
    ]);
  });

  it('writes nothing to standard output, and no key anywhere else', () => {
    expect(made.stdout).toBe('');
    const body = read('a/root/tls.key').split('\n')[1] as string;
    expect(made.stderr).not.toContain(body);
    expect(made.stderr).not.toContain('BEGIN');
  });

  it('overwrites nothing: all of it, or none', () => {
    const before = read('a/root/tls.key');
    mkdirSync(place('half/issuers/west'), { recursive: true });
    symlinkSync('nowhere', place('half/issuers/west/tls.key'));
    for (const keys of ['a', 'half']) {
      const { status, stdout, stderr } = trust(['init', '--keys', place(keys)], cwd);
      expect([status, stdout, codesIn(stderr)]).toEqual([2, '', ['TRUST_FILE_EXISTS']]);
    }
    expect(read('a/root/tls.key')).toBe(before);
    expect(readdirSync(place('half'))).toEqual(['issuers']);
  });

  it('writes no key into a Git work tree, not through a symbolic link either, unless told so', () => {
    const tree = join(secure, 'tree');
    mkdirSync(join(tree, '.git'), { recursive: true });
    symlinkSync(tree, place('elsewhere'));
    for (const keys of ['tree/deep/keys', 'elsewhere/keys']) {
      const { status, stderr } = trust(['init', '--keys', place(keys)], cwd);
      expect([status, codesIn(stderr)]).toEqual([2, ['TRUST_KEY_IN_GIT']]);
    }
    expect(readdirSync(tree)).toEqual(['.git']);
    expect(trust(['init', '--keys', join(tree, 'keys'), '--in-git'], cwd).status).toBe(0);
  });

  it('leaves issuers that cert-manager makes to it, unless a cluster is named', () => {
    const issuer = { certManager: { issuerRef: { name: 'mesh-ca' } } };
    const where = workspace({ 'fleet.json': fleet({ trust: { issuer } }) });
    const { status, stderr } = trust(['init', '--keys', place('cm')], where);
    expect([status, readdirSync(place('cm'))]).toEqual([0, ['root']]);
    expect(stderr).toContain('cert-manager issues for 2 clusters');
    expect(trust(['init', '--keys', place('cm2'), '--cluster', 'east'], where).status).toBe(0);
    expect(readdirSync(place('cm2/issuers'))).toEqual(['east']);
  });

  it('wants a directory for the keys, and lives that end in the right order', () => {
    expect(codesIn(trust(['init'], cwd).stderr)).toEqual(['USAGE']);
    expect(codesIn(trust(['init', '--keys', place('x'), '--root-days', '0'], cwd).stderr)).toEqual(['USAGE']);
    const short = trust(['init', '--keys', place('x'), '--root-days', '30'], cwd);
    expect([short.status, codesIn(short.stderr)]).toEqual([2, ['TRUST_CA_UNUSABLE']]);
  });
});

describe('trust issue', () => {
  const issue = (...more: string[]) =>
    trust(['issue', 'fleet.json', '--ca', place('a/root'), '--cluster', 'east', ...more], cwd);

  it('makes another issuer of the same root', () => {
    expect(issue('--keys', place('b')).status).toBe(0);
    expect(readdirSync(place('b/issuers'))).toEqual(['east']);
    expect(read('b/issuers/east/tls.crt')).not.toBe(read('a/issuers/east/tls.crt'));
  });

  it('refuses a key of another certificate, a CA that may not sign issuers, and one that ends before', () => {
    mkdirSync(place('wrong'));
    writeFileSync(place('wrong/tls.crt'), read('a/root/tls.crt'));
    writeFileSync(place('wrong/tls.key'), read('a/issuers/east/tls.key'));
    const found = (ca: string, ...more: string[]) => {
      const { status, stdout, stderr } = trust(['issue', '--ca', place(ca), '--keys', place('never'), ...more], cwd);
      const [, line] = /found +(.*)/.exec(stderr) ?? [];
      return [status, stdout, codesIn(stderr).join(), line];
    };
    expect(found('wrong')).toEqual([2, '', 'TRUST_CA_UNUSABLE', 'a tls.key of another certificate']);
    expect(found('a/issuers/east')[3]).toContain('path length 0');
    expect(found('a/root', '--issuer-days', '9000')[3]).toContain('days left');
    writeFileSync(place('wrong/tls.key'), 'a secret that is no key');
    expect(found('wrong')[3]).toContain('no private key in PEM');
    expect(found('nowhere')).toEqual([2, '', 'INPUT_NOT_FOUND', 'no file there']);
  });

  it('refuses a root that the cluster does not trust', () => {
    const { status, stderr } = trust(
      ['issue', '--ca', place('tree/keys/root'), '--keys', place('never'), 'fleet.json'],
      cwd,
    );
    expect([status, codesIn(stderr)]).toEqual([2, ['TRUST_CHAIN_BROKEN']]);
  });
});

describe('trust inspect', () => {
  it('shows certificates, chains of clusters and chains at both ends of Links', () => {
    const { status, stdout } = trust(['inspect', 'known.json', '-o', 'json'], cwd);
    const shown = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(shown.certificates.map((c: { role: string; clusters: string[] }) => [c.role, c.clusters])).toEqual([
      ['anchor', ['east', 'west']],
      ['issuer', ['east']],
      ['issuer', ['west']],
    ]);
    expect(shown.certificates[1]).toMatchObject({
      key: 'EC P-256',
      signature: 'ecdsa-with-SHA256',
      pathLength: 0,
      nameConstraints: { permittedDns: ['serviceaccount.identity.linkerd.east.mesh.example.com'] },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(shown.clusters[0]).toMatchObject({ cluster: 'east', anchors: 1, own: { verdict: 'verifies' } });
    expect(shown.links).toHaveLength(2);
    for (const link of shown.links) {
      expect([link.sourceAtTarget.verdict, link.targetAtSource.verdict]).toEqual(['verifies', 'verifies']);
    }
  });

  it('is three tables for people', () => {
    const { stdout } = trust(['inspect', 'known.json'], cwd);
    expect(stdout.split('\n\n').map((one) => one.split(' ')[0])).toEqual(['CERTIFICATE', 'CLUSTER', 'SOURCE']);
    expect(stdout).toContain('+DNS:serviceaccount.identity.linkerd.east.mesh.example.com -URI:(any)');
    expect(trust(['inspect', 'fleet.json'], cwd).stdout).toContain('not known');
  });
});

describe('trust verify', () => {
  const verdicts = ({ stdout }: Ended) => JSON.parse(stdout).map((e: { verdict: string }) => e.verdict);

  it('verifies the issuers that the fleet knows, and says which it does not', () => {
    const known = trust(['verify', 'known.json', '-o', 'json'], cwd);
    expect([known.status, verdicts(known)]).toEqual([0, ['verifies', 'verifies']]);
    const unknown = trust(['verify', 'fleet.json'], cwd);
    expect([unknown.status, unknown.stdout]).toEqual([0, '']);
    expect(unknown.stderr).toContain('not verified');
  });

  it('takes the issuer as it is in the cluster, and fails where it is of another', () => {
    const pem = read('b/issuers/east/tls.crt');
    const at = (cluster: string) => trust(['verify', 'known.json', '--cluster', cluster, '--issuer', '-'], cwd, pem);
    expect(at('east').status).toBe(0);
    expect(at('west')).toMatchObject({ status: 1, stdout: expect.stringContaining('broken') });
    expect(codesIn(trust(['verify', 'known.json', '--issuer', '-'], cwd, pem).stderr)).toEqual(['USAGE']);
  });

  it('fails where a chain ends inside of the window, and quotes no key that it is given', () => {
    const in355 = new Date(Date.now() + 355 * 86_400_000).toISOString();
    expect(trust(['verify', 'known.json', '--now', in355], cwd).status).toBe(1);
    expect(trust(['verify', 'known.json', '--now', in355, '--window', '48h'], cwd).status).toBe(0);
    const key = read('a/issuers/east/tls.key');
    const given = trust(['verify', 'known.json', '--cluster', 'east', '--issuer', '-'], cwd, key);
    expect([given.status, codesIn(given.stderr)]).toEqual([2, ['TRUST_BUNDLE_PRIVATE_KEY']]);
    expect(given.stderr).not.toContain(key.split('\n')[1]);
  });
});

describe('check', () => {
  it('fails on a chain that ends inside of the window', () => {
    const in355 = new Date(Date.now() + 355 * 86_400_000).toISOString();
    const soon = linkerdFleet(['check', 'known.json', '--now', in355], { cwd });
    expect([soon.status, codesIn(soon.stdout)]).toEqual([1, expect.arrayContaining(['TRUST_CHAIN_ENDS'])]);
    const later = linkerdFleet(['check', 'known.json', '--now', in355, '--window', '2d'], { cwd });
    expect([later.status, codesIn(later.stdout)]).toEqual([0, ['TRUST_ISSUER_EXPIRES_SOON']]);
  });
});

describe('plan', () => {
  it('shows the SHA-256 of the bundle, as pods do', () => {
    const { stdout } = linkerdFleet(['plan', 'known.json', '--cluster', 'east', '-o', 'json'], { cwd });
    const [{ settings }] = JSON.parse(stdout);
    const shown = settings.find(({ key }: { key: string }) => key === 'trust.bundleSha256');
    const bytes = read('a/root/tls.crt').trimEnd();
    expect(shown).toMatchObject({ value: createHash('sha256').update(bytes).digest('hex'), from: 'derived' });
  });
});

describe('the library that mints', () => {
  it('is named by one file of ours', () => {
    const files = readdirSync(join(ROOT, 'lib'), { recursive: true, encoding: 'utf8' }).filter((f) =>
      f.endsWith('.ts'),
    );
    const naming = files.filter((f) =>
      /['"](@peculiar\/|reflect-metadata)/.test(readFileSync(join(ROOT, 'lib', f), 'utf8')),
    );
    expect(naming).toEqual(['trust/mint/x509.ts']);
  });

  it('is loaded by no other command, render least of all', () => {
    const where = workspace({
      'loaded.cjs': `process.on('exit', () => require('fs').writeFileSync('loaded', Object.keys(require.cache).join('\\n')));`,
    });
    const loaded = (...args: string[]) => {
      linkerdFleet(args, { cwd: where, env: { NODE_OPTIONS: `--require ${join(where, 'loaded.cjs')}` } });
      const paths = readFileSync(join(where, 'loaded'), 'utf8').split('\n');
      return paths.filter((path) => /@peculiar|reflect-metadata|tsyringe|asn1/.test(path)).length;
    };
    const known = join(cwd, 'known.json');
    expect(loaded('render', known, '--cluster', 'east')).toBe(0);
    expect(loaded('check', known)).toBe(0);
    expect(loaded('trust', 'inspect', known)).toBe(0);
    expect(loaded('trust', 'init', known, '--keys', place('counted'))).toBeGreaterThan(10);
  });
});

describe('wrong use of trust', () => {
  it('names the right word, and flags that another action knows', () => {
    expect(trust(['inspct'], cwd).stderr).toContain('Did you mean inspect?');
    expect(codesIn(trust([], cwd).stderr)).toEqual(['USAGE']);
    const lost = trust(['inspect', '--keys', place('x')], cwd);
    expect([lost.status, lost.stderr]).toEqual([2, expect.stringContaining('trust init, issue')]);
  });
});
