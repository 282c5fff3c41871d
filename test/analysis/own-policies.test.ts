import { describe, expect, it } from 'vitest';
import { ownIssues } from '../../lib/analysis/own/check';
import { ownObjects } from '../../lib/analysis/own/objects';
import { keptWith, ownIn } from '../../lib/analysis/own/policies';
import { type Answer, whoCanCall } from '../../lib/analysis/who-can/who-can';
import type { Assertion, Callers } from '../../lib/fleet/spec';
import { parseYaml } from '../../lib/read/yaml';
import { buildTestFleet, type TestService } from '../model/fixtures';
import { told } from '../model/rules/ask';

const clusters = { us: { network: 'a' }, eu: { network: 'a' } };
const web: Callers = { serviceAccount: 'web', namespace: 'frontend' };
const guarded: Partial<TestService> = { allow: [web], federated: true };

/** Files by name; a folder is a cluster. */
function given(files: Record<string, string>, service: Partial<TestService> = guarded, assert?: Assertion[]) {
  const { fleet } = buildTestFleet({
    fleet: { topology: { fullMesh: {} }, ...(assert ? { assert } : {}) },
    clusters,
    services: [{ name: 'pay', selector: { app: 'pay' }, ...service }],
  });
  const documents = Object.entries(files).flatMap(([name, text]) =>
    parseYaml(text, name).documents.map(({ value, line }) => ({
      value,
      at: `${name}:${line}`,
      cluster: name.includes('/') ? name.split('/')[0] : undefined,
    })),
  );
  const { objects, issues } = ownObjects(documents);
  const own = ownIn(fleet, objects);
  const members = [...fleet.clusters.values()];
  return {
    found: told([...issues, ...ownIssues(fleet, own)]),
    who: () => whoCanCall(fleet, fleet.services[0]!, members, keptWith(fleet, own)),
  };
}
const rows = (answers: readonly Answer[]) =>
  answers.flatMap(({ cluster, callers }) =>
    callers.map(({ from, identity, by }) => `${from}→${cluster} ${identity?.split('.serviceaccount')[0]} ${by}`),
  );

const server = (selector = 'app: pay', port: string | number = 8080, name = 'own') => `
apiVersion: policy.linkerd.io/v1beta3
kind: Server
metadata: { name: ${name}, namespace: prod }
spec: { podSelector: { matchLabels: { ${selector} } }, port: ${port} }
`;
const policy = (target: string, refs: string, name = 'more') => `
---
apiVersion: policy.linkerd.io/v1alpha1
kind: AuthorizationPolicy
metadata: { name: ${name}, namespace: prod }
spec: { targetRef: { ${target} }, requiredAuthenticationRefs: [${refs}] }
`;
const toServer = (name: string) => `group: policy.linkerd.io, kind: Server, name: ${name}`;
const mesh = (identities: string[]) => `
---
apiVersion: policy.linkerd.io/v1alpha1
kind: MeshTLSAuthentication
metadata: { name: batch, namespace: prod }
spec: { identities: [${identities.join(', ')}] }
`;
const BATCH = 'batch.jobs.serviceaccount.identity.linkerd.us.mesh.example.com';
const toBatch = '{ kind: MeshTLSAuthentication, name: batch }';

const route = (matches: string, kind = 'HTTPRoute') => `
---
apiVersion: policy.linkerd.io/v1beta3
kind: ${kind}
metadata: { name: some, namespace: prod }
spec: { parentRefs: [{ kind: Server, name: own }], rules: [{ matches: [${matches}] }] }
`;
const range = (networks: string) => `
---
apiVersion: policy.linkerd.io/v1alpha1
kind: NetworkAuthentication
metadata: { name: near, namespace: prod }
spec: { networks: [${networks}] }
`;

describe('a policy of a route', () => {
  const requests = (matches: string, kind?: string) => {
    const target = `group: policy.linkerd.io, kind: ${kind ?? 'HTTPRoute'}, name: some`;
    const file = `${server()}${route(matches, kind)}${policy(target, toBatch)}${mesh([BATCH])}`;
    return given({ 'a.yaml': file }, {})
      .who()[0]
      ?.callers.map((caller) => caller.requests);
  };

  it('is about the requests of that route, and no others', () => {
    expect(requests('{ path: { type: Exact, value: /x }, method: GET }')).toEqual([['GET /x']]);
    expect(
      requests(
        '{ path: { value: /y/ } }, { path: { type: RegularExpression, value: "/z.*" }, headers: [{ name: a, value: b }] }',
      ),
    ).toEqual([['/y/*', '~/z.* under conditions']]);
    expect(requests('')).toEqual([['/*']]);
    expect(
      requests(
        '{ method: { service: shop.Orders, method: Cancel } }, { method: { service: shop.Stock } }',
        'GRPCRoute',
      ),
    ).toEqual([['POST /shop.Orders/Cancel', 'POST /shop.Stock/*']]);
  });
});

describe('addresses that a network excepts', () => {
  const networks = (text: string) => {
    const file = `${server()}${policy(toServer('own'), '{ kind: NetworkAuthentication, name: near }')}${range(text)}`;
    return given({ 'a.yaml': file }, {});
  };

  it('are not let in', () => {
    const shown = (text: string) =>
      networks(text)
        .who()[0]
        ?.networks.map(({ cidr }) => cidr);
    expect(shown('{ cidr: 10.0.0.0/8 }, { cidr: 192.0.2.1 }')).toEqual(['10.0.0.0/8', '192.0.2.1']);
    expect(shown('{ cidr: 10.0.0.0/8, except: [10.0.0.0/9, 10.192.0.0/10] }')).toEqual(['10.128.0.0/10']);
    expect(shown('{ cidr: 10.0.0.0/8, except: [0.0.0.0/0] }')).toEqual([]);
    expect(networks('{ cidr: 10.0.0.0/8, except: [nowhere] }').found[0]).toContain('OWN_POLICY_SHAPE');
  });
});

describe('a Server of the user', () => {
  it('may not select what a Server of the fleet, or another, selects', () => {
    expect(given({ 'a.yaml': server() }).found).toEqual([
      'OWN_POLICY_SERVER a.yaml:2: Server own on prod/pay, port 8080 of its pods, as Service/prod/pay.spec.allow has',
    ]);
    expect(given({ 'a.yaml': server('app: other', 9090, 'pay-8080') }).found).toEqual([
      'OWN_POLICY_SERVER a.yaml:2: Server pay-8080 on prod/pay, port 8080 of its pods, as Service/prod/pay.spec.allow has',
    ]);
    const two = given({ 'a.yaml': server(), 'b.yaml': server('app: pay', 8080, 'two') }, {});
    expect(two.found).toEqual([
      'OWN_POLICY_SERVER b.yaml:2: Server two on prod/pay, port 8080 of its pods, as a.yaml:2 has',
    ]);
    expect(given({ 'a.yaml': server('app: other') }).found).toEqual([]);
    expect(given({ 'a.yaml': server('app: pay', 9090) }).found).toEqual([]);
  });

  it('may select some of the pods, which nobody knows', () => {
    const maybe = ['OWN_POLICY_SERVER_MAYBE a.yaml:2: Server own on prod/pay, port 8080 of its pods, perhaps'];
    expect(given({ 'a.yaml': server('tier: api') }).found).toEqual(maybe);
    expect(given({ 'a.yaml': server('app: pay', 'http') }).found).toEqual(maybe);
    const by = (expression: string) =>
      given({ 'a.yaml': server().replace('matchLabels: { app: pay }', `matchExpressions: [${expression}]`) }).found
        .length;
    expect(by('{ key: app, operator: NotIn, values: [pay] }')).toBe(0);
    expect(by('{ key: app, operator: DoesNotExist }')).toBe(0);
    expect(by('{ key: tier, operator: Exists }')).toBe(1);
  });

  it('keeps a Service that the fleet leaves open, as its AuthorizationPolicies say', () => {
    const file = server() + policy(toServer('own'), toBatch) + mesh([BATCH]);
    const { found, who } = given({ 'a.yaml': file }, { federated: true });
    expect(found).toEqual([]);
    expect(who().map(({ others }) => others)).toEqual(['refused', 'refused']);
    expect(rows(who())).toEqual(['us→eu batch.jobs a.yaml:8', 'us→us batch.jobs a.yaml:8']);
  });
});

describe('an AuthorizationPolicy of the user', () => {
  it('adds to what the fleet writes, by Server, by namespace and by references', () => {
    const file = policy(toServer('pay-8080'), toBatch) + mesh([BATCH]);
    const { found, who } = given({ 'a.yaml': file });
    expect(found).toEqual([`OWN_POLICY_WIDENS a.yaml:3: ${BATCH} let into prod/pay, port 8080 of its pods`]);
    expect(rows(who())).toContain('us→eu batch.jobs a.yaml:3');
    const all = given({
      'a.yaml': policy('kind: Namespace, name: prod', '{ kind: ServiceAccount, name: a, namespace: b }'),
    });
    expect(all.found).toHaveLength(3);
    expect(rows(all.who())).toEqual(expect.arrayContaining(['eu→eu a.b a.yaml:3', 'us→us a.b a.yaml:3']));
  });

  it('is the same on all members of a federated Service', () => {
    const file = policy(toServer('pay-8080'), toBatch) + mesh([BATCH]);
    expect(given({ 'us/a.yaml': file }).found).toEqual(
      expect.arrayContaining(['OWN_POLICY_MEMBERS us/a.yaml:3: prod/pay kept otherwise in eu than in us']),
    );
    expect(
      given({ 'us/a.yaml': server() + policy(toServer('own'), toBatch) + mesh([BATCH]) }, { federated: true }).found,
    ).toEqual(['OWN_POLICY_MEMBERS us/a.yaml:2: prod/pay kept otherwise in eu than in us']);
    const reference = policy(toServer('pay-8080'), '{ kind: ServiceAccount, name: a, namespace: b }');
    expect(given({ 'a.yaml': reference }).found.filter((line) => line.includes('MEMBERS'))).toHaveLength(1);
    expect(given({ 'us/a.yaml': file }, { allow: [web] }).found.filter((line) => line.includes('MEMBERS'))).toEqual([]);
  });

  it('speaks of what is there', () => {
    expect(given({ 'a.yaml': policy(toServer('pay-8080'), toBatch) }).found).toEqual([
      'OWN_POLICY_REFERENCE a.yaml:3: MeshTLSAuthentication batch in neither the files nor the fleet',
    ]);
    expect(given({ 'a.yaml': policy(toServer('gone'), toBatch) + mesh([BATCH]) }).found).toEqual([
      'OWN_POLICY_REFERENCE a.yaml:3: Server gone in neither the files nor the fleet',
    ]);
    const written = policy(toServer('pay-8080'), '{ kind: MeshTLSAuthentication, name: pay-8080 }');
    expect(given({ 'a.yaml': written }, { allow: [web] }).found.map((line) => line.split(' ')[0])).not.toContain(
      'OWN_POLICY_REFERENCE',
    );
  });

  it('breaks an assertion that the fleet itself keeps', () => {
    const assert: Assertion[] = [{ only: [web], call: { service: 'pay', namespace: 'prod' } }];
    const file = policy(toServer('pay-8080'), toBatch) + mesh([BATCH]);
    expect(given({ 'a.yaml': file }, guarded, assert).found).toContain(
      'ASSERT_BROKEN a.yaml:3: batch.jobs@us calls pod to pod prod/pay of eu, port 8080 of its pods (and 1 more way), against Fleet.spec.assert[0]',
    );
  });
});

describe('other objects', () => {
  it('are routes that take the probes away, kinds that are not understood, and shapes that mean nothing', () => {
    const route = `
apiVersion: policy.linkerd.io/v1beta3
kind: HTTPRoute
metadata: { name: all, namespace: prod }
spec: { parentRefs: [{ name: web }, { group: policy.linkerd.io, kind: Server, name: pay-8080 }] }
`;
    expect(given({ 'a.yaml': route }).found).toEqual([
      'OWN_POLICY_ROUTE a.yaml:2: a route on prod/pay, port 8080 of its pods',
    ]);
    const attached = policy('group: policy.linkerd.io, kind: HTTPRoute, name: all', toBatch) + mesh([BATCH]);
    expect(rows(given({ 'a.yaml': route + attached }).who())).toContain('us→us batch.jobs a.yaml:8');
    const kinds = (text: string) => given({ 'a.yaml': text }).found;
    expect(kinds('apiVersion: policy.linkerd.io/v1beta1\nkind: ServerAuthorization')).toEqual([
      'OWN_POLICY_UNREAD a.yaml:1: ServerAuthorization',
    ]);
    expect(
      kinds(
        'apiVersion: policy.linkerd.io/v1beta3\nkind: Server\nmetadata: { name: a }\nspec: { port: 1, podSelector: x }',
      ),
    ).toEqual(['OWN_POLICY_SHAPE a.yaml:1: a Server without what it needs']);
    expect(kinds('apiVersion: apps/v1\nkind: Deployment')).toEqual([]);
    expect(kinds('apiVersion: policy.linkerd.io/v1alpha1\nkind: AuthorizationPolicy\nmetadata: 3')).toHaveLength(1);
  });
});
