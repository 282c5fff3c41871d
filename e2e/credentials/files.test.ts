/** Files of credentials against the programs that read them: the code of the Sealed Secrets controller, and sops. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ANCHOR, json } from '../../test/cli/fleets';
import { linkerdFleet, workspace } from '../../test/cli/process';
import { legacyToken } from '../../test/tokens';
import { binary } from '../rig/tools';

const TOKEN = legacyToken('linkerd-link-west', 'linkerd-link-west-token');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const SECRET = JSON.stringify({
  apiVersion: 'v1',
  kind: 'Secret',
  type: 'kubernetes.io/service-account-token',
  data: { token: base64(TOKEN), 'ca.crt': base64(ANCHOR) },
});
const NAMESPACES = ['linkerd-multicluster', 'linkerd'];
const fleet = (credentials: object) => ({ 'fleet.json': json({ east: { credentials } }) });
const path = (namespace: string) => `credentials/west/east.${namespace}.yaml`;

function kubeconfigOf(text: string): void {
  const { users, clusters } = parse(text);
  expect(users[0].user).toEqual({ token: TOKEN });
  expect(clusters[0].cluster.server).toBe('https://api.east.example.com:6443');
}

describe('credentials seal', () => {
  const cwd = workspace();
  const files = ['-keyout', join(cwd, 'key.pem'), '-out', join(cwd, 'certificate.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:4096', '-nodes', '-subj', '/CN=s', '-days', '9', ...files], {
    stdio: 'pipe',
  });
  const unseal = (value: string, label: string) =>
    execFileSync(binary('unseal'), [join(cwd, 'key.pem'), label], { input: value, encoding: 'utf8', stdio: 'pipe' });

  it('writes what the controller unseals for that Secret, and for no other', () => {
    const certificate = readFileSync(join(cwd, 'certificate.pem'), 'utf8');
    const own = workspace({ ...fleet({ sealedSecrets: {} }), 'credentials/west/sealed-secrets.pem': certificate });
    const line = ['credentials', 'seal', 'fleet.json', '--link', 'west->east'];
    expect(linkerdFleet(line, { cwd: own, input: SECRET }).status).toBe(0);
    for (const namespace of NAMESPACES) {
      const { spec } = parse(readFileSync(join(own, path(namespace)), 'utf8'));
      kubeconfigOf(unseal(spec.encryptedData.kubeconfig, `${namespace}/cluster-credentials-east`));
      for (const other of ['default/cluster-credentials-east', `${namespace}/cluster-credentials-west`, namespace, ''])
        expect(() => unseal(spec.encryptedData.kubeconfig, other)).toThrow(/could decrypt|decryption error/);
    }
  });
});

describe('credentials encrypt', () => {
  const PATH = [dirname(binary('sops')), process.env.PATH].join(delimiter);
  const identity = execFileSync(binary('age-keygen'), { encoding: 'utf8', stdio: 'pipe' });
  const recipient = /public key: (age1\w+)/.exec(identity)?.[1] as string;
  const cwd = workspace({
    ...fleet({ sops: { age: [recipient] } }),
    'keys.txt': identity,
    // A rule of somebody's else, which is not asked.
    '.sops.yaml': 'creation_rules: [{ age: age1somebodyelse }]\n',
  });
  const sops = (file: string) =>
    execFileSync(binary('sops'), ['decrypt', file], {
      cwd,
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, SOPS_AGE_KEY_FILE: join(cwd, 'keys.txt'), SOPS_DISABLE_VERSION_CHECK: '1' },
    });

  it('writes what sops decrypts, checksum and all, and synth copies it so that it still does', () => {
    const line = ['credentials', 'encrypt', 'fleet.json', '--link', 'west->east'];
    const { status, stderr } = linkerdFleet(line, { cwd, input: SECRET, env: { PATH } });
    expect(status, stderr).toBe(0);
    const synth = linkerdFleet(['synth', 'fleet.json', '--out', 'out'], { cwd });
    expect(synth.status, synth.stderr).toBe(0);
    for (const namespace of NAMESPACES) {
      const copy = `out/clusters/west/multicluster/cluster-credentials-east.${namespace}.sops.yaml`;
      for (const file of [path(namespace), copy]) {
        expect(readFileSync(join(cwd, file), 'utf8')).not.toContain(TOKEN);
        const secret = parse(sops(file));
        expect(secret).toMatchObject({
          kind: 'Secret',
          metadata: { name: 'cluster-credentials-east', namespace },
          type: 'mirror.linkerd.io/remote-kubeconfig',
        });
        kubeconfigOf(secret.stringData.kubeconfig);
      }
    }
  });
});
