/** `credentials seal` as a user runs it, and what no command ever says. */
import { execFileSync } from 'node:child_process';
import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadData } from '../../lib/cli/open';
import { setIn } from '../../lib/fleet/edit/edit';
import type { Credentials } from '../../lib/fleet/spec';
import { check, open } from '../../lib/project';
import { CANARY, legacyToken, token } from '../tokens';
import { ANCHOR, json } from './fleets';
import { codesIn, linkerdFleet, workspace, write } from './process';

let key: string;
let certificate: string;
beforeAll(() => {
  const directory = workspace();
  const files = ['-keyout', join(directory, 'k'), '-out', join(directory, 'c')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=s', '-days', '9', ...files], {
    stdio: 'pipe',
  });
  [key, certificate] = ['k', 'c'].map((name) => readFileSync(join(directory, name), 'utf8')) as [string, string];
});

const LINK = ['--link', 'west->east'];
const TOKEN = legacyToken('linkerd-link-west', 'linkerd-link-west-token');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const secret = (text = TOKEN, type = 'kubernetes.io/service-account-token') =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'linkerd-link-west-token' },
    data: { token: base64(text), 'ca.crt': base64(ANCHOR) },
    type,
  });
const kubeconfig = (cluster: object = {}, user: object = {}) =>
  stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'e',
        cluster: {
          server: 'https://api.east.example.com:6443',
          'certificate-authority-data': base64(ANCHOR),
          ...cluster,
        },
      },
    ],
    contexts: [{ name: 'e', context: { cluster: 'e', user: 'u' } }],
    'current-context': 'e',
    users: [{ name: 'u', user: { token: TOKEN, ...user } }],
  });

const SEALED: Credentials = { externalSecrets: { store: 's' }, sources: { west: { sealedSecrets: {} } } };
const fleet = (credentials: Credentials = SEALED) => ({
  'fleet.json': json({ east: { credentials } }),
  'credentials/west/sealed-secrets.pem': certificate,
});
const FILES = ['linkerd-multicluster', 'linkerd'].map((namespace) => `credentials/west/east.${namespace}.yaml`);

/** What only the controller can do. */
function unsealed(file: {
  metadata: { name: string; namespace: string };
  spec: { encryptedData: { kubeconfig: string } };
}): string {
  const bytes = Buffer.from(file.spec.encryptedData.kubeconfig, 'base64');
  const length = bytes.readUInt16BE(0);
  const oaepLabel = Buffer.from(`${file.metadata.namespace}/${file.metadata.name}`);
  const session = privateDecrypt(
    { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256', oaepLabel },
    bytes.subarray(2, 2 + length),
  );
  const decipher = createDecipheriv('aes-256-gcm', session, Buffer.alloc(12));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(2 + length, -16)), decipher.final()]).toString();
}

const seal = (cwd: string, input: string, ...more: string[]) =>
  linkerdFleet(['credentials', 'seal', 'fleet.json', ...LINK, ...more], { cwd, input });

describe('credentials seal', () => {
  it('writes the files that synth then copies, with a kubeconfig that only the controller of the source can read', () => {
    const cwd = workspace(fleet());
    expect(linkerdFleet(['check', 'fleet.json'], { cwd })).toMatchObject({ status: 1 });
    expect(seal(cwd, secret())).toMatchObject({ status: 0, stdout: '' });
    for (const path of FILES) {
      const file = parse(readFileSync(join(cwd, path), 'utf8'));
      const config = parse(unsealed(file));
      expect(config.users[0].user.token).toBe(TOKEN);
      expect(config.clusters[0].cluster.server).toBe('https://api.east.example.com:6443');
      expect(Buffer.from(config.clusters[0].cluster['certificate-authority-data'], 'base64').toString()).toBe(ANCHOR);
    }
    expect(codesIn(linkerdFleet(['check', 'fleet.json'], { cwd }).stdout)).toEqual([]);
    const once = linkerdFleet(['render', 'fleet.json', '--cluster', 'west'], { cwd });
    expect(once.stdout.match(/kind: SealedSecret/g)).toHaveLength(2);
    expect(linkerdFleet(['render', 'fleet.json', '--cluster', 'west'], { cwd }).stdout).toBe(once.stdout);
  });

  it('is a commit of its own in a rotation, between mint and load', () => {
    const at = (said: object) => fleet({ ...SEALED, sources: { west: { sealedSecrets: {}, ...said } } });
    const cwd = workspace(at({ epoch: 1 }));
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd, stdio: 'pipe' });
    const commit = () => [git('add', '-A'), git('commit', '-qm', 'step')];
    const rotate = (...more: string[]) =>
      linkerdFleet(['rotate', 'credentials', 'fleet.json', ...LINK, ...more], { cwd });
    const step = () => codesIn(linkerdFleet(['check', 'fleet.json', '--base', 'HEAD'], { cwd }).stdout);
    git('init', '-q');
    seal(cwd, secret());
    write(cwd, at({ epoch: 2 }));
    commit();
    const minted = rotate();
    expect(minted.status).toBe(0);
    expect(minted.stdout).toContain('credentials of west at east: minted');
    expect(minted.stdout).toContain(
      "get secret linkerd-link-west-token-2 -o json | linkerd-fleet credentials seal fleet.json --link 'west->east'",
    );
    expect(rotate('--write')).toMatchObject({ status: 2, stderr: expect.stringContaining('SEALED_WRONG') });

    const next = secret(legacyToken('linkerd-link-west.2', 'linkerd-link-west-token-2'));
    expect(seal(cwd, next.replace('west-token"', 'west-token-2"'))).toMatchObject({ status: 0 });
    expect(rotate().stdout).not.toContain('credentials seal');
    write(cwd, at({ epoch: 2, loaded: 2 }));
    expect(step()).toEqual(['CREDENTIALS_STEP']);
    write(cwd, at({ epoch: 2 }));
    commit();
    write(cwd, at({ epoch: 2, loaded: 2 }));
    expect(step()).toEqual([]);
  });

  it('writes beside the documents of a description that is a directory, which still is one afterwards', () => {
    const inside = Object.entries(fleet()).map(([path, text]) => [`mesh/${path}`, text]);
    const cwd = workspace(Object.fromEntries(inside));
    const again = () => linkerdFleet(['credentials', 'seal', 'mesh', ...LINK], { cwd, input: secret() }).status;
    expect([again(), again()]).toEqual([0, 0]);
    const checked = linkerdFleet(['check', 'mesh'], { cwd });
    expect({ status: checked.status, codes: codesIn(checked.stdout) }).toEqual({ status: 0, codes: [] });
    const whole = linkerdFleet(['render', 'mesh', '--cluster', 'west'], { cwd }).stdout;
    expect(whole).toBe(linkerdFleet(['render', 'mesh/fleet.json', '--cluster', 'west'], { cwd }).stdout);
    write(cwd, { 'mesh/other.yaml': readFileSync(join(cwd, 'mesh', FILES[0] as string), 'utf8') });
    expect(codesIn(linkerdFleet(['check', 'mesh'], { cwd }).stdout)).toEqual(['SCHEMA_KIND']);
  });

  it('writes files that compile takes along: its one file is the whole fleet, wherever it lies', () => {
    const cwd = workspace(fleet());
    seal(cwd, secret());
    expect(linkerdFleet(['compile', 'fleet.json', '--output', 'one.json'], { cwd }).status).toBe(0);
    const away = workspace({ 'one.json': readFileSync(join(cwd, 'one.json'), 'utf8') });
    expect(codesIn(linkerdFleet(['check', 'one.json'], { cwd: away }).stdout)).toEqual([]);
    const rendered = (at: string, path: string) =>
      linkerdFleet(['render', path, '--cluster', 'west'], { cwd: at }).stdout;
    expect(rendered(away, 'one.json')).toBe(rendered(cwd, 'fleet.json'));
    const again = linkerdFleet(['credentials', 'seal', 'one.json', ...LINK], { cwd: away, input: secret() });
    expect([again.status, codesIn(again.stderr)]).toEqual([2, ['USAGE']]);
  });

  it('follows a commit that awaits the file of a new Link: that one has the account in the target, and nothing in the source', () => {
    const sealed = (west: object): Credentials => ({
      externalSecrets: { store: 's' },
      sources: { west: { sealedSecrets: west } },
    });
    const cwd = workspace(fleet(sealed({ awaiting: true })));
    const run = (...args: string[]) => linkerdFleet(args, { cwd });
    expect(codesIn(run('check', 'fleet.json').stdout)).toEqual([]);
    expect(run('render', 'fleet.json', '--cluster', 'east').stdout).toContain('name: linkerd-link-west-token');
    expect(run('render', 'fleet.json', '--cluster', 'west').stdout).not.toContain('SealedSecret');
    expect(codesIn(seal(cwd, secret()).stderr)).toEqual(['USAGE']);
    write(cwd, fleet(sealed({})));
    expect(seal(cwd, secret()).status).toBe(0);
    expect(run('render', 'fleet.json', '--cluster', 'west').stdout).toContain('kind: SealedSecret');
  });

  it('writes the first file whatever it is called', () => {
    const cwd = workspace(fleet({ sealedSecrets: { files: 'c/{source}.{target}.{namespace}.sealed' } }));
    expect(seal(cwd, secret()).status).toBe(0);
    expect(existsSync(join(cwd, 'c/west.east.linkerd.sealed'))).toBe(true);
  });

  it('takes a kubeconfig of the target, or the token alone where the fleet knows the CA', () => {
    const cwd = workspace(fleet());
    expect(seal(cwd, kubeconfig()).status).toBe(0);
    const alone = workspace({
      ...fleet(),
      'fleet.json': json({ east: { credentials: SEALED, apiServer: { url: 'https://api.east', caBundle: ANCHOR } } }),
    });
    expect(seal(alone, `${TOKEN}\n`).status).toBe(0);
    expect(codesIn(seal(workspace(fleet()), TOKEN).stderr)).toEqual(['KUBECONFIG_CA']);
  });

  it('reads a file descriptor that is not standard input', () => {
    const cwd = workspace({ ...fleet(), 'token.json': secret() });
    const bin = join(__dirname, '../../bin/linkerd-fleet.js');
    const line = `exec "$0" "$1" credentials seal fleet.json --link 'west->east' --fd 3 3< token.json`;
    execFileSync('sh', ['-c', line, process.execPath, bin], { cwd, stdio: 'pipe' });
    expect(FILES.every((path) => existsSync(join(cwd, path)))).toBe(true);
  });

  it.each<[string, () => string, string]>([
    ['nothing', () => '', 'SEAL_INPUT'],
    ['a token of another account', () => secret(legacyToken('linkerd-link-north', 'x')), 'TOKEN_FOREIGN'],
    ['a token that ends', () => secret(token({ exp: 1 })), 'TOKEN_FORM'],
    ['a Secret of another type', () => secret(TOKEN, 'Opaque'), 'TOKEN_FORM'],
    ['a word', () => CANARY, 'KUBECONFIG_FORM'],
    ['a kubeconfig of another server', () => kubeconfig({ server: `https://${CANARY}` }), 'KUBECONFIG_SERVER'],
    ['a kubeconfig that runs a program', () => kubeconfig({}, { exec: { command: CANARY } }), 'KUBECONFIG_EXEC'],
  ])('refuses %s, writes nothing, and says nothing of it', (_, input, code) => {
    const cwd = workspace(fleet());
    const { status, stdout, stderr } = seal(cwd, input());
    expect([status, codesIn(stderr), stdout]).toEqual([2, [code], '']);
    expect(stderr).not.toContain(CANARY);
    expect(FILES.some((path) => existsSync(join(cwd, path)))).toBe(false);
  });

  it('refuses a Link of another mode, no Link, and no certificate', () => {
    const cwd = workspace(fleet({ externalSecrets: { store: 's' } }));
    expect(codesIn(seal(cwd, secret()).stderr)).toEqual(['USAGE']);
    expect(codesIn(linkerdFleet(['credentials', 'seal', 'fleet.json'], { cwd, input: secret() }).stderr)).toEqual([
      'USAGE',
    ]);
    expect(codesIn(linkerdFleet(['credentials', 'sael'], { cwd }).stderr)).toEqual(['USAGE']);
    const bare = workspace({ 'fleet.json': json({ east: { credentials: SEALED } }) });
    expect(codesIn(seal(bare, secret()).stderr)).toEqual(['SEALED_CERTIFICATE']);
    const away = workspace(fleet({ sealedSecrets: { files: '../{source}.{target}.{namespace}.yaml' } }));
    expect(codesIn(seal(away, secret()).stderr)).toEqual(['INPUT_OUTSIDE']);
  });
});

describe('a file of a credential', () => {
  const path = FILES[1] as string;
  const found = (cwd: string) => check(open(loadData(join(cwd, 'fleet.json')))).map(({ code }) => code);
  const ANNOTATIONS = ['metadata', 'annotations'];
  const INNER = ['spec', 'template', 'metadata'];

  it('is refused where its Secret would be found by nobody, or be read by somebody else', () => {
    const cwd = workspace(fleet());
    seal(cwd, secret());
    expect(found(cwd)).toEqual([]);
    const file = parse(readFileSync(join(cwd, path), 'utf8'));
    const changed = (at: readonly string[], value: unknown) => {
      write(cwd, { [path]: stringify(setIn(file, at, value)) });
      return found(cwd);
    };
    const wrong: [readonly string[], unknown][] = [
      [['kind'], 'ConfigMap'],
      [['metadata', 'name'], 'cluster-credentials-west'],
      [['metadata', 'namespace'], 'default'],
      [[...ANNOTATIONS, 'sealedsecrets.bitnami.com/cluster-wide'], 'true'],
      [[...ANNOTATIONS, 'credentials.linkerd-fleet.dev/epoch'], '2'],
      [[...ANNOTATIONS, 'credentials.linkerd-fleet.dev/sealed-for'], 'another'],
      [[...ANNOTATIONS, 'credentials.linkerd-fleet.dev/server'], 'https://old.east.example.com:6443'],
      [['spec', 'template', 'type'], 'Opaque'],
      [[...INNER, 'labels', 'multicluster.linkerd.io/cluster-name'], 'west'],
      [[...INNER, 'annotations', 'multicluster.linkerd.io/trust-domain'], undefined],
      [[...INNER, 'namespace'], 'default'],
      [['spec', 'template', 'data'], { a: 'b' }],
      [['spec', 'encryptedData', 'more'], file.spec.encryptedData.kubeconfig],
      [['spec', 'encryptedData', 'kubeconfig'], 'AgBplain'],
    ];
    for (const [at, value] of wrong) expect(changed(at, value), at.join('.')).toEqual(['SEALED_WRONG']);
    expect(changed(['kind'], 'Secret')).toEqual(['SEALED_PLAIN']);
    write(cwd, { [path]: 'a: 1\n---\nb: 2\n' });
    expect(found(cwd)).toEqual(['SEALED_WRONG']);
    rmSync(join(cwd, path));
    expect(found(cwd)).toEqual(['INPUT_NOT_FOUND']);
  });

  it('is that of the server and the CA that the target has now: check knows until they are written anew', () => {
    const cwd = workspace(fleet());
    seal(cwd, secret());
    const at = (apiServer: { url: string; caBundle?: string }) => {
      write(cwd, { 'fleet.json': json({ east: { credentials: SEALED, apiServer } }) });
      return found(cwd);
    };
    const moved = { url: 'https://new.east.example.com:6443' };
    expect(at(moved)).toEqual(['SEALED_WRONG', 'SEALED_WRONG']);
    expect(seal(cwd, secret()).status).toBe(0);
    expect(found(cwd)).toEqual([]);
    expect(at({ ...moved, caBundle: ANCHOR })).toEqual([]);
  });

  it('is that of the token that readers load', () => {
    const cwd = workspace(fleet());
    seal(cwd, secret());
    const at = (west: Credentials['sources']) => {
      write(cwd, { 'fleet.json': json({ east: { credentials: { ...SEALED, sources: west } } }) });
      return found(cwd);
    };
    expect(at({ west: { sealedSecrets: {}, epoch: 2 } })).toEqual([]);
    expect(at({ west: { sealedSecrets: {}, epoch: 2, loaded: 2 } })).toEqual(['SEALED_WRONG', 'SEALED_WRONG']);
  });
});

describe('a token, a key and a kubeconfig', () => {
  it('are said by no command, whatever it is given', () => {
    const cwd = workspace({
      ...fleet(),
      'plain.yaml': kubeconfig({}, { password: CANARY }),
      'ca.pem': `-----BEGIN PRIVATE KEY-----\n${CANARY}\n-----END PRIVATE KEY-----\n`,
      'broken.yaml': `kind: Fleet\n  token: ${TOKEN}\n\t${CANARY}`,
    });
    const lines = ['fleet.json', 'broken.yaml'].flatMap((path) => [
      ['check', path],
      ['check', path, '-o', 'sarif'],
      ['plan', path],
      ['synth', path, '--out', 'out'],
      ['render', path, '--cluster', 'west'],
      ['compile', path],
      ['generator', path],
      ['who-can', 'link', 'east', path],
      ['trust', 'inspect', path],
      ['trust', 'verify', path, '--cluster', 'east', '--issuer', 'ca.pem'],
      ['trust', 'verify', path, '--cluster', 'east', '--issuer', '-'],
      ['check', path, '--orphans', 'east=plain.yaml'],
      ['check', path, '--policies', '.'],
      ['init', path, '--data'],
      ['cmp', 'config'],
      ['cmp', 'parameters'],
      ['cmp', 'generate'],
      ['cmp', 'test', 'plain.yaml'],
      ['rotate', 'anchor', path, '--stage', 'distribute', '--to', 'ca.pem'],
      ['rotate', 'anchor', path, '--stage', 'distribute', '--to', 'plain.yaml'],
      ['decommission', path, '--cluster', 'west'],
      ['decommission', path, ...LINK],
      ['rotate', 'credentials', path, ...LINK],
      ['credentials', 'seal', path, ...LINK],
      ['credentials', 'encrypt', path, ...LINK],
    ]);
    const commands = [...linkerdFleet(['--help'], { cwd }).stdout.matchAll(/^ {2}([a-z-]+) {2}/gm)].map(
      ([, name]) => name!,
    );
    expect([...new Set(lines.map(([name]) => name!))].sort()).toEqual(commands.sort());
    rmSync(join(cwd, 'credentials'), { recursive: true });
    for (const line of lines) {
      const { stdout, stderr } = linkerdFleet(line, { cwd, input: kubeconfig({}, { password: CANARY }) });
      expect(`${line.join(' ')}: ${stdout}${stderr}`).not.toMatch(
        new RegExp(`${CANARY}|${base64(CANARY).slice(2, 20)}`),
      );
    }
  });

  it('reach sops by a pipe: its arguments and its environment name recipients and nothing else', () => {
    const cwd = workspace({
      'fleet.json': json({ east: { credentials: { sops: { age: ['age1recipient'] } } } }),
      'bin/sops': '#!/bin/sh\necho "$@" > seen\nenv >> seen\ncat > /dev/null; echo "$0: it went wrong" >&2\nexit 3\n',
    });
    chmodSync(join(cwd, 'bin/sops'), 0o755);
    const env = { PATH: `${join(cwd, 'bin')}:${process.env.PATH}`, TMPDIR: cwd, SOPS_AGE_RECIPIENTS: 'age1another' };
    const { status, stdout, stderr } = linkerdFleet(['credentials', 'encrypt', 'fleet.json', ...LINK], {
      cwd,
      input: secret(),
      env,
    });
    expect([status, codesIn(stderr), stdout]).toEqual([2, ['SEAL_TOOL'], '']);
    const seen = readFileSync(join(cwd, 'seen'), 'utf8');
    expect(seen).toMatch(/^encrypt --age age1recipient --encrypted-regex /);
    expect(seen).not.toContain('age1another');
    expect(seen + stderr).not.toContain(CANARY);
  });
});
