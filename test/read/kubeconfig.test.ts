import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readKubeconfig } from '../../lib/read/kubeconfig';

const SECRET = 'c4n4ry-s3cr3t';
const CA = Buffer.from('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n').toString('base64');

/** A kubeconfig that nothing is wrong with, with some of its parts exchanged. */
function config(cluster: object = {}, user: object = {}, more: object = {}): object {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'east', cluster: { server: 'https://api', 'certificate-authority-data': CA, ...cluster } }],
    contexts: [{ name: 'east', context: { cluster: 'east', user: 'link' } }],
    'current-context': 'east',
    users: [{ name: 'link', user: { token: SECRET, ...user } }],
    ...more,
  };
}

const refused = (given: object | string) => {
  const { kubeconfig, issues } = readKubeconfig(typeof given === 'string' ? given : stringify(given), 'stdin');
  expect(JSON.stringify(issues)).not.toContain(SECRET);
  expect(kubeconfig === undefined).toBe(issues.length > 0);
  return [...new Set(issues.map(({ code }) => code))].sort();
};

describe('a kubeconfig', () => {
  it('gives its server, token and CA', () => {
    expect(readKubeconfig(JSON.stringify(config()), 'stdin')).toEqual({
      kubeconfig: { server: 'https://api', token: SECRET, ca: Buffer.from(CA, 'base64').toString() },
      issues: [],
    });
    expect(refused(config({ 'certificate-authority-data': undefined }))).toEqual([]);
    expect(refused(config({}, {}, { preferences: {} }))).toEqual([]);
  });

  const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: 'sh', args: ['-c', SECRET] };
  it.each<[string, object | string, string[]]>([
    ['runs a program', config({}, { exec }), ['KUBECONFIG_EXEC']],
    [
      'asks a plugin',
      config({}, { 'auth-provider': { name: 'gcp', config: { 'access-token': SECRET } } }),
      ['KUBECONFIG_EXEC'],
    ],
    ['goes through a proxy', config({ 'proxy-url': `http://u:${SECRET}@proxy` }), ['KUBECONFIG_PROXY']],
    ['verifies nobody', config({ 'insecure-skip-tls-verify': true }), ['KUBECONFIG_INSECURE']],
    ['says that it verifies', config({ 'insecure-skip-tls-verify': false }), ['KUBECONFIG_INSECURE']],
    ['names a CA by path', config({ 'certificate-authority': `/home/${SECRET}/ca.crt` }), ['KUBECONFIG_FILES']],
    ['names a token by path', config({}, { tokenFile: `/var/run/${SECRET}` }), ['KUBECONFIG_FILES']],
    ['names a key by path', config({}, { 'client-key': SECRET, 'client-certificate': SECRET }), ['KUBECONFIG_FILES']],
    ['has a client key', config({}, { 'client-key-data': SECRET }), ['KUBECONFIG_USER']],
    ['has a password', config({}, { username: 'a', password: SECRET }), ['KUBECONFIG_USER']],
    ['acts as somebody', config({}, { as: SECRET }), ['KUBECONFIG_USER']],
    ['has no token', config({}, { token: undefined }), ['KUBECONFIG_USER']],
    ['has an empty token', config({}, { token: '' }), ['KUBECONFIG_USER']],
    ['has a token that is a number', config({}, { token: 5 }), ['KUBECONFIG_USER']],
    ['has no server', config({ server: undefined }), ['KUBECONFIG_SERVER']],
    [
      'has a CA that is none',
      config({ 'certificate-authority-data': Buffer.from(SECRET).toString('base64') }),
      ['KUBECONFIG_CA'],
    ],
    [
      'has a key for a CA',
      config({ 'certificate-authority-data': Buffer.from(`-----BEGIN PRIVATE KEY-----${SECRET}`).toString('base64') }),
      ['KUBECONFIG_CA'],
    ],
    ['has a field of another kind', config({ 'tls-server-name': SECRET }), ['KUBECONFIG_FORM']],
    ['has a field that nobody knows', config({}, {}, { [SECRET]: 1 }), ['KUBECONFIG_FORM']],
    ['has extensions', config({}, {}, { extensions: [{ name: SECRET }] }), ['KUBECONFIG_FORM']],
    [
      'has two clusters',
      config(
        {},
        {},
        {
          clusters: [
            { name: 'a', cluster: {} },
            { name: 'b', cluster: {} },
          ],
        },
      ),
      ['KUBECONFIG_SEVERAL'],
    ],
    [
      'has two users',
      config(
        {},
        {},
        {
          users: [
            { name: 'a', user: { token: SECRET } },
            { name: 'b', user: {} },
          ],
        },
      ),
      ['KUBECONFIG_SEVERAL'],
    ],
    ['has two contexts', config({}, {}, { contexts: [{}, {}] }), ['KUBECONFIG_SEVERAL']],
    ['has another current context', config({}, {}, { 'current-context': SECRET }), ['KUBECONFIG_SEVERAL']],
    [
      'joins another user',
      config({}, {}, { contexts: [{ name: 'east', context: { cluster: 'east', user: SECRET } }] }),
      ['KUBECONFIG_SEVERAL'],
    ],
    ['has no clusters', config({}, {}, { clusters: [] }), ['KUBECONFIG_FORM']],
    ['has clusters that are no list', config({}, {}, { clusters: SECRET }), ['KUBECONFIG_FORM']],
    ['is another kind', { kind: 'Secret', data: { kubeconfig: SECRET } }, ['KUBECONFIG_FORM']],
    ['is two documents', `${stringify(config())}---\n${stringify(config())}`, ['KUBECONFIG_FORM']],
    ['is no YAML', `kind: Config\n  token: ${SECRET}\n\tx`, ['KUBECONFIG_FORM']],
    ['is a list', `- ${SECRET}`, ['KUBECONFIG_FORM']],
    ['is a word', SECRET, ['KUBECONFIG_FORM']],
    ['reaches a prototype', `{"kind":"Config","__proto__":{"token":"${SECRET}"}}`, ['KUBECONFIG_FORM']],
    ['is an alias of itself', `&a {kind: Config, users: *a, token: ${SECRET}}`, ['KUBECONFIG_FORM']],
    ['is wrong in several ways', config({ 'proxy-url': 'x' }, { exec }), ['KUBECONFIG_EXEC', 'KUBECONFIG_PROXY']],
  ])('that %s is refused, and nothing of it is said', (_, given, expected) => {
    expect(refused(given)).toEqual(expected);
  });
});
