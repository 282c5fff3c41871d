import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emitManifest } from '../../lib/emit/manifest';
import { findSecret } from '../../lib/sinks/secrets';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (header: object = { alg: 'RS256', kid: 'x' }) =>
  `${segment(header)}.${segment({ iss: 'kubernetes/serviceaccount', sub: 'system:serviceaccount:a:b' })}.c2lnbmF0dXJl`;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const kubeconfig = (user: object) =>
  emitManifest({
    apiVersion: 'v1',
    kind: 'Config',
    metadata: { name: 'x' },
    clusters: [{ name: 'eu', cluster: { server: 'https://api.eu.example.com' } }],
    users: [{ name: 'eu', user }],
  });
const secret = (fields: object) =>
  emitManifest({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'cluster-credentials-eu' }, ...fields });

describe('a secret is found', () => {
  const pkcs8 = ec.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const sec1 = ec.privateKey.export({ type: 'sec1', format: 'pem' }) as string;
  const encrypted = ec.privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'x',
  }) as string;

  test.each([
    ['a PKCS8 key', pkcs8, 'a private key (PEM)'],
    ['a SEC1 key', sec1, 'a private key (PEM)'],
    ['an encrypted key', encrypted, 'a private key (PEM)'],
    [
      'a key in a block of YAML',
      emitManifest({ apiVersion: 'v1', kind: 'A', metadata: { name: 'a' }, pem: pkcs8 }),
      'a private key (PEM)',
    ],
    ['a key in JSON', JSON.stringify({ key: sec1 }), 'a private key (PEM)'],
    ['a key in the data of a Secret', secret({ data: { 'tls.key': base64(pkcs8) } }), 'a private key (PEM) in base64'],
    ['a key after a certificate, base64', base64(`x${sec1}`), 'a private key (PEM) in base64'],
    ['a key after two certificates, base64', base64(`xy${sec1}`), 'a private key (PEM) in base64'],
    ['an age key', 'AGE-SECRET-KEY-1QQQQQ', 'a private key (age)'],
    ['a token', `token=${jwt()}`, 'a JSON Web Token'],
    ['a token with another header', jwt({ typ: 'JWT', alg: 'ES256' }), 'a JSON Web Token'],
    ['a token with a long header', jwt({ alg: 'RS256', kid: 'k'.repeat(1000) }), 'a JSON Web Token'],
    ['a token in the data of a Secret', secret({ data: { token: base64(jwt()) } }), 'a JSON Web Token in base64'],
    ['a kubeconfig with a token', kubeconfig({ token: 'opaque' }), 'the token of a kubeconfig'],
    ['a kubeconfig with a password', kubeconfig({ username: 'a', password: 'opaque' }), 'the password of a kubeconfig'],
    ['a kubeconfig with a key', kubeconfig({ 'client-key-data': 'b3BhcXVl' }), 'the client-key-data of a kubeconfig'],
    [
      'a kubeconfig in stringData',
      secret({ stringData: { kubeconfig: kubeconfig({ token: 'opaque' }) } }),
      'the token of a kubeconfig',
    ],
    [
      'a kubeconfig in data',
      secret({ data: { kubeconfig: base64(kubeconfig({ token: 'opaque' })) } }),
      'the token of a kubeconfig in base64',
    ],
    [
      'a kubeconfig that opens with its kind, in data',
      base64('kind: Config\nusers: [{user: {token: opaque}}]'),
      'the token of a kubeconfig in base64',
    ],
    ['a kubeconfig as JSON', '{"kind":"Config","users":[{"user":{"token":"opaque"}}]}', 'the token of a kubeconfig'],
    [
      'a kubeconfig as JSON in JSON',
      JSON.stringify({ a: '{"kind": "Config", "users": [{"user": {"token": "opaque"}}]}' }),
      'the token of a kubeconfig',
    ],
    [
      'a kubeconfig as JSON, base64',
      base64('{"apiVersion":"v1","kind":"Config","users":[{"user":{"token":"opaque"}}]}'),
      'the token of a kubeconfig in base64',
    ],
    [
      'a token beside a template',
      kubeconfig({ token: '{{ .token }}', password: 'opaque' }),
      'the password of a kubeconfig',
    ],
  ])('as %s', (_, text, found) => {
    expect(findSecret(text)).toBe(found);
    expect(findSecret(`# a comment\nkind: ConfigMap\n---\n${text}\n---\nkind: Other\n`)).toBe(found);
  });

  test('wherever it stands in a long text, and its words hold nothing of it', () => {
    const samples = [pkcs8, jwt(), base64(sec1), `data:\n  token: ${base64(jwt())}\n`];
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(5000), fc.string({ maxLength: 50 }), (sample, before, after) => {
        const found = findSecret(`${'kind: Link # KEY-.eyJ\n'.repeat(before)}\n${sample}\n${after}`);
        expect(found).toBeDefined();
        expect(found!.length).toBeLessThan(60);
      }),
      { numRuns: 200 },
    );
  });
});

describe('no secret is found', () => {
  const publicKey = ec.publicKey.export({ type: 'spki', format: 'pem' }) as string;

  test.each([
    ['a public key', publicKey],
    ['a public key in base64', base64(publicKey)],
    ['a certificate in base64', base64('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n')],
    ['talk of keys', 'The PRIVATE KEY- of the issuer; AGE-SECRET; KEY-----; -----BEGIN PRIVATE'],
    ['half a token', 'eyJhbGciOiJSUzI1NiJ9 .eyJ a.eyJ eyJ.eyJ'],
    ['a manifest in base64', base64('apiVersion: v1\nkind: ConfigMap\ndata: {token: x}')],
    ['a token field of something else', secret({ stringData: { token: 'of a kind nobody can tell' } })],
    ['a kubeconfig with a template', kubeconfig({ token: '{{ .token }}' })],
    ['a kubeconfig with a quoted template', 'kind: Config\nusers:\n- user:\n    token: "{{ .token | toString }}"\n'],
    ['a kubeconfig with a folded template', 'kind: Config\nusers:\n- user:\n    token: >-\n      {{ .token }}\n'],
    [
      'a kubeconfig with placeholders',
      kubeconfig({ token: `$${'{TOKEN}'}`, password: '<path:kv/data/mesh#token>', 'client-key-data': '$(KEY)' }),
    ],
    ['a kubeconfig that was sealed', kubeconfig({ token: 'ENC[AES256_GCM,data:xyz]' })],
    ['a kubeconfig with nothing', 'kind: Config\nusers:\n- user: {token: null, password: ~, client-key-data: ""}\n'],
    ['a kubeconfig with a file of a token', kubeconfig({ tokenFile: '/var/run/secrets/token', 'refresh-token': 'x' })],
    ['a template as JSON', '{"kind":"Config","users":[{"user":{"token":"{{ .token }}"}}]}'],
    ['an encoded kubeconfig with a template', base64(kubeconfig({ token: '{{ .token }}' }))],
  ])('in %s', (_, text) => {
    expect(findSecret(text)).toBeUndefined();
  });
});
