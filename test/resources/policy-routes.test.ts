import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AllowedRoute, Callers } from '../../lib/fleet/spec';
import { policyManifests } from '../../lib/resources/policy/manifests';
import { validateAgainstCrd } from '../imports/schema';
import type { TestService } from '../model/fixtures';
import { admission, type PolicyObject, within } from './admission';
import { planOf } from './plans';

const objectsOf = (service: Partial<TestService>): PolicyObject[] =>
  policyManifests(
    planOf({ clusters: ['us'], services: [{ name: 'pay', selector: { app: 'pay' }, ...service }] }, 'us'),
  ).flatMap(([, list]) => list as unknown as PolicyObject[]);
const identityOf = (account: string) => `${account}.frontend.serviceaccount.identity.linkerd.us.mesh.example.com`;
const pod = { namespace: 'prod', labels: { app: 'pay' }, port: 8080 };
const account = (name: string, routes?: AllowedRoute[]): Callers => ({
  serviceAccount: name,
  namespace: 'frontend',
  ...(routes ? { routes } : {}),
});

describe('routes of a Service', () => {
  const allow = [
    account('web', [{ path: { value: '/orders/' }, method: 'GET' }]),
    account('admin'),
    { networks: ['10.9.0.0/16'], routes: [{ path: { type: 'Exact' as const, value: '/stats' } }] },
    account('cli', [{ grpc: { service: 'shop.Orders', method: 'Cancel' } }, { grpc: { service: 'shop.Stock' } }]),
  ];
  const objects = objectsOf({ allow, probePaths: ['/ready'] });
  const asks = (name: string | undefined, method: string, path: string, address = '192.0.2.1') =>
    admission(objects, pod, { ...(name ? { identity: identityOf(name) } : {}), address }, { method, path });

  it('take the networks of probes from the values of the control plane', () => {
    const probed = { controlPlane: { policyController: { probeNetworks: ['10.0.0.0/8'] } } };
    const service = { name: 'pay', selector: { app: 'pay' }, allow, probePaths: ['/ready'] };
    const networks = policyManifests(planOf({ clusters: { us: { values: probed } }, services: [service] }, 'us'))
      .flatMap(([, list]) => list as unknown as PolicyObject[])
      .filter(({ kind }) => kind === 'NetworkAuthentication')
      .map(({ spec }) => JSON.stringify(spec['networks']));
    expect(networks).toEqual(['[{"cidr":"10.9.0.0/16"}]', '[{"cidr":"10.0.0.0/8"}]']);
  });

  it('are objects that every release takes', () => {
    const routes = objects.filter(({ kind }) => kind === 'HTTPRoute');
    expect(routes.map(({ spec }) => (spec['rules'] as { matches: unknown[] }[])[0]?.matches[0])).toEqual(
      expect.arrayContaining([
        { path: { type: 'PathPrefix', value: '/' } },
        { path: { type: 'PathPrefix', value: '/orders' }, method: 'GET' },
        { path: { type: 'Exact', value: '/shop.Orders/Cancel' }, method: 'POST' },
        { path: { type: 'PathPrefix', value: '/shop.Stock' }, method: 'POST' },
        { path: { type: 'Exact', value: '/ready' }, method: 'GET' },
      ]),
    );
    for (const version of ['2.17', '2.18', '2.19', '2.20'] as const) {
      for (const object of objects) expect(validateAgainstCrd(object, version), object.metadata.name).toEqual([]);
    }
    const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('admit to what they name, and whoever has no routes to everything', () => {
    expect([asks('web', 'GET', '/orders/7'), asks('web', 'POST', '/orders'), asks('web', 'GET', '/ordersx')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([
      asks('admin', 'DELETE', '/orders/7'),
      asks('admin', 'GET', '/any'),
      asks('nobody', 'GET', '/orders'),
    ]).toEqual([true, true, false]);
    expect([asks(undefined, 'PUT', '/stats', '10.9.1.1'), asks(undefined, 'GET', '/stats/x', '10.9.1.1')]).toEqual([
      true,
      false,
    ]);
    expect([asks('cli', 'POST', '/shop.Orders/Cancel'), asks('cli', 'POST', '/shop.Orders/Make')]).toEqual([
      true,
      false,
    ]);
    expect(asks('cli', 'POST', '/shop.Stock/Count')).toBe(true);
  });

  it('leave kubelets their probes, and what is no HTTP to whoever has no routes', () => {
    expect([
      asks(undefined, 'GET', '/ready'),
      asks(undefined, 'POST', '/ready'),
      asks(undefined, 'GET', '/orders'),
    ]).toEqual([true, false, false]);
    const raw = (name: string) => admission(objects, pod, { identity: identityOf(name), address: '192.0.2.1' });
    expect([raw('admin'), raw('web')]).toEqual([true, false]);
  });

  it('keep their names when others come and go', () => {
    const names = (entries: Callers[]) =>
      objectsOf({ allow: entries, probePaths: [] }).map(({ metadata }) => metadata.name);
    const [one, two] = [names(allow.slice(0, 1)), names(allow)];
    expect(one.every((name) => two.includes(name))).toBe(true);
  });

  it('are not there where no entry has any', () => {
    expect(objectsOf({ allow: [account('web')] }).map(({ kind }) => kind)).not.toContain('HTTPRoute');
  });
});

describe('every set of routes', () => {
  const value = fc.constantFrom('/', '/a', '/a/', '/a/b', '/a/b/c', '/ab');
  const method = fc.constantFrom('GET' as const, 'POST' as const);
  const route: fc.Arbitrary<AllowedRoute> = fc.oneof(
    fc
      .record({ type: fc.constantFrom('Exact' as const, 'PathPrefix' as const), value, verb: fc.option(method) })
      .map(({ verb, ...path }) => ({ path, ...(verb ? { method: verb } : {}) })),
    method.map((verb) => ({ method: verb })),
  );
  const entries = fc.array(
    fc
      .record({
        who: fc.constantFrom('web', 'api', 'net'),
        routes: fc.option(fc.array(route, { minLength: 1, maxLength: 3 })),
      })
      .map(({ who, routes }): Callers => {
        const limit = routes ? { routes } : {};
        return who === 'net' ? { networks: ['10.9.0.0/16'], ...limit } : { ...account(who), ...limit };
      }),
    { minLength: 1, maxLength: 4 },
  );
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT'),
    path: fc.constantFrom('/', '/a', '/a/', '/a/b', '/a/b/c/d', '/ab', '/x'),
  });
  const client = fc.record({
    name: fc.constantFrom('web', 'api', 'other', undefined),
    address: fc.constantFrom('10.9.0.1', '192.0.2.1'),
  });

  /** As the words of the entry have it. */
  const asksFor = ({ path, method: verb }: AllowedRoute, asked: { method: string; path: string }) => {
    const wanted = path?.value ?? '/';
    const isPath =
      path?.type === 'Exact'
        ? asked.path === wanted
        : `${asked.path}/`.replace('//', '/').startsWith(`${wanted}/`.replace(/\/+$/, '/'));
    return isPath && (verb ?? asked.method) === asked.method;
  };

  it('admits each caller to the requests that an entry names for it, and to no other', () => {
    fc.assert(
      fc.property(entries, request, client, fc.boolean(), (allow, asked, { name, address }, probed) => {
        const probePaths = probed ? ['/a/b'] : [];
        const objects = objectsOf({ allow, probePaths });
        const isNamed = (entry: Callers) =>
          entry.networks ? within('10.9.0.0/16', address) : entry.serviceAccount === name;
        const hasRoutes = allow.some(({ routes }) => routes);
        const isProbe = hasRoutes && probed && asked.method === 'GET' && asked.path === '/a/b';
        const expected =
          isProbe || allow.some((e) => isNamed(e) && (e.routes?.some((one) => asksFor(one, asked)) ?? true));
        const who = { ...(name ? { identity: identityOf(name) } : {}), address };
        expect(admission(objects, pod, who, asked)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});
