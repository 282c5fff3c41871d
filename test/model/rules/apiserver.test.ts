import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkArgocd } from '../../../lib/delivery/argocd/check';
import { apiServerForm, apiServerGiven, apiServerProxyCa, apiServerShared } from '../../../lib/model/rules/apiserver';
import { clusterJson } from '../../../lib/resources/cluster-json';
import { externalSecretManifests } from '../../../lib/resources/credentials/external-secrets';
import { planOf } from '../../resources/plans';
import { CA, type Minted, type OpenSSL, openssl } from '../../trust/openssl';
import { buildTestFleet } from '../fixtures';
import { ask, told } from './ask';

const credentials = { externalSecrets: { store: 'links' } };
const url = (host: string) => ({ apiServer: { url: `https://${host}` } });

let o: OpenSSL;
let ca: Minted;
beforeAll(() => {
  o = openssl();
  ca = o.mint({ cn: 'kubernetes', ext: CA() });
});
afterAll(() => o.close());

describe('API servers', () => {
  it('are needed of targets whose kubeconfig is written', () => {
    const topology = { edges: ['b', 'c'].map((target) => ({ source: 'a', target })) };
    const clusters = { a: {}, b: {}, c: {} };
    expect(told(ask(apiServerGiven, { fleet: { topology, credentials }, clusters }))).toEqual([
      'API_SERVER_MISSING Cluster/b.spec.apiServer: no apiServer for b, c, watched by a',
    ]);
    expect(
      told(
        ask(apiServerGiven, { fleet: { topology, credentials }, clusters: { ...clusters, c: url('c.example.com') } }),
      ),
    ).toEqual(['API_SERVER_MISSING Cluster/b.spec.apiServer: no apiServer for b, watched by a']);
    expect(ask(apiServerGiven, { fleet: { topology, credentials: { existing: {} } }, clusters })).toEqual([]);
  });

  it.each([
    ['http://api.example.com', 'which has the scheme http, not https'],
    ['api.example.com:6443', 'which has no https://'],
    ['https://api.example.com/k8s/', 'which has a slash at its end'],
    ['https://api.example.com:6443?x=1', 'which has a query or fragment'],
    ['https://{{ .token }}.example.com', 'which'],
    ['https://api.example.com:0', 'which has a port that is not between 1 and 65535'],
    ['https://127.0.0.1:6443', 'which leads every source to itself'],
    ['https://localhost:6443', 'which leads every source to itself'],
    ['https://0.0.0.0:6443', 'which leads every source to itself'],
    ['https://[::1]:6443', 'which leads every source to itself'],
    ['https://kubernetes.default.svc', 'which leads every source to itself'],
    ['https://kubernetes.default.svc.cluster.local:443', 'which leads every source to itself'],
  ])('refuse %s', (text, reason) => {
    const issues = ask(apiServerForm, { clusters: { a: { apiServer: { url: text } } } });
    expect(issues.map((i) => [i.code, i.path])).toEqual([['API_SERVER_URL', 'Cluster/a.spec.apiServer.url']]);
    expect(issues[0]!.found).toContain(reason);
  });

  it('never show what may be a password', () => {
    const [found] = ask(apiServerForm, {
      clusters: { a: { apiServer: { url: 'https://admin:hunter2@api.example.com' } } },
    });
    expect(found!.code).toBe('API_SERVER_URL');
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  it.each([
    'https://api.example.com',
    'https://10.0.0.1:6443',
    'https://[2001:db8::1]:6443',
    'https://rancher.example.com/k8s/clusters/c-abc',
  ])('take %s', (text) => {
    expect(ask(apiServerForm, { clusters: { a: { apiServer: { url: text } } } })).toEqual([]);
  });

  it('are read by network too', () => {
    const networks = { x: { url: 'http://x' } };
    expect(
      told(ask(apiServerForm, { clusters: { a: { apiServer: { url: 'https://a.example.com', networks } } } })),
    ).toEqual([
      'API_SERVER_URL Cluster/a.spec.apiServer.networks.x.url: "http://x", which has the scheme http, not https',
    ]);
  });

  it('have a CA of certificates only', () => {
    const of = (caBundle: string, files = {}) =>
      ask(apiServerForm, { clusters: { a: { apiServer: { url: 'https://a.example.com', caBundle } } }, files });
    expect(of(ca.pem)).toEqual([]);
    expect(of(`${ca.pem}\n# from the cloud console\n`)).toEqual([]);
    expect(told(of('ca.pem', { 'ca.pem': 'not PEM' }))).toEqual([
      'API_SERVER_CA Cluster/a.spec.apiServer.caBundle: no PEM block',
    ]);
    const withKey = of('ca.pem', { 'ca.pem': `${ca.pem}\n${ca.key}` });
    expect(told(withKey)).toEqual(['API_SERVER_CA Cluster/a.spec.apiServer.caBundle: a private key']);
  });
});

describe('an API server behind a path', () => {
  const proxied = 'https://rancher.example.com/k8s/clusters/c-abc';
  const of = (apiServer: object, as: object = credentials) =>
    told(
      ask(apiServerProxyCa, {
        fleet: { credentials: as },
        clusters: { a: { apiServer: { url: proxied, ...apiServer } } },
      }),
    );

  it('needs the CA of the proxy, since that of the cluster did not sign its certificate', () => {
    expect(of({})).toEqual([`API_SERVER_PROXY_CA Cluster/a.spec.apiServer.caBundle: no caBundle for "${proxied}"`]);
    expect(of({ url: 'https://a.example.com', networks: { x: { url: proxied } } })).toHaveLength(1);
  });

  it('is fine with it, without a path, and where nobody writes a kubeconfig', () => {
    expect(of({ caBundle: ca.pem })).toEqual([]);
    expect(of({ url: 'https://a.example.com' })).toEqual([]);
    expect(of({}, { existing: {} })).toEqual([]);
  });

  it('reaches the kubeconfig of sources, and Argo CD, as it is written', () => {
    const target = { apiServer: { url: proxied, caBundle: ca.pem }, argocd: { server: proxied } };
    const topology = { edges: [{ source: 'a', target: 'b' }] };
    const fleet = { fleet: { topology, credentials }, clusters: { a: {}, b: target } };
    const [link] = planOf(fleet, 'a').links;
    const written = JSON.stringify(externalSecretManifests(link!));
    expect(written).toContain(`server: ${proxied}\\n`);
    expect(clusterJson(planOf(fleet, 'b'))).toMatchObject({ destination: { name: '', server: proxied } });
    expect(
      checkArgocd(
        buildTestFleet({ fleet: { argocd: { repoURL: 'https://git.example.com/x' } }, clusters: { b: target } }).fleet,
      ),
    ).toEqual([]);
  });
});

describe('one API server for two targets', () => {
  const topology = { edges: ['b', 'c'].map((target) => ({ source: 'a', target })) };

  it('is refused, however the URL is written', () => {
    const clusters = { a: {}, b: url('api.example.com'), c: url('api.example.com:443') };
    expect(told(ask(apiServerShared, { fleet: { topology }, clusters }))).toEqual([
      'API_SERVER_SHARED Cluster/b.spec.apiServer.url: api.example.com port 443 for b, c',
    ]);
    expect(ask(apiServerShared, { fleet: { topology }, clusters }, ['a'])).toHaveLength(1);
  });

  it('is another one behind another path of one proxy', () => {
    const clusters = {
      a: {},
      b: url('rancher.example.com/k8s/clusters/c-b'),
      c: url('rancher.example.com/k8s/clusters/c-c'),
    };
    expect(ask(apiServerShared, { fleet: { topology }, clusters })).toEqual([]);
    const same = { ...clusters, c: url('rancher.example.com:443/k8s/clusters/c-b') };
    expect(told(ask(apiServerShared, { fleet: { topology }, clusters: same }))).toEqual([
      'API_SERVER_SHARED Cluster/b.spec.apiServer.url: rancher.example.com port 443 path /k8s/clusters/c-b for b, c',
    ]);
  });

  it('is judged by what the source sees', () => {
    const apiServer = { url: 'https://api.example.com', networks: { x: { url: 'https://c.internal' } } };
    const clusters = { a: { network: 'x' }, b: url('api.example.com'), c: { apiServer } };
    expect(ask(apiServerShared, { fleet: { topology }, clusters })).toEqual([]);
    expect(ask(apiServerShared, { fleet: { topology }, clusters: { ...clusters, a: { network: 'y' } } })).toHaveLength(
      1,
    );
  });
});
