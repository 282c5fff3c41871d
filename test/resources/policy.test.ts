import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Callers, FleetSpec } from '../../lib/fleet/spec';
import { namespaceManifests } from '../../lib/resources/namespaces';
import { policyManifests } from '../../lib/resources/policy/manifests';
import { serverPolicy } from '../../lib/resources/policy/policy';
import { controlPlaneValues } from '../../lib/resources/values/control-plane';
import { validateAgainstCrd } from '../imports/schema';
import type { TestService } from '../model/fixtures';
import { admission, type PolicyObject } from './admission';
import { planOf } from './plans';

// us and eu share a network; ap is reached through its gateway, and reaches them through theirs.
const NAMES = ['us', 'eu', 'ap'] as const;
const clusters = { us: { network: 'a' }, eu: { network: 'a' }, ap: { network: 'b' } };
const fleet = { topology: { fullMesh: {} } };
const web: Callers = { serviceAccount: 'web', namespace: 'frontend' };

const objectsOf = (services: TestService[], cluster: string): PolicyObject[] =>
  policyManifests(planOf({ fleet, clusters, services }, cluster)).flatMap(
    ([, list]) => list as unknown as PolicyObject[],
  );
const identityIn = (cluster: string, account = 'web', namespace = 'frontend') =>
  `${account}.${namespace}.serviceaccount.identity.linkerd.${cluster}.mesh.example.com`;
const named = (objects: readonly PolicyObject[]) => objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);

describe('the policy of a Service', () => {
  it('is not there unless the Service says who may call it', () => {
    expect(objectsOf([{ name: 'pay', selector: { app: 'pay' } }], 'us')).toEqual([]);
  });

  it('is a Server for each port of its pods, and what it admits, in the form the API serves', () => {
    const ports = [
      { name: 'http', port: 80, targetPort: 'web' },
      { name: 'again', port: 81, targetPort: 'web' },
      { name: 'db', port: 5432 },
    ];
    const allow = [
      { ...web, clusters: ['us'] },
      { networks: ['10.9.0.0/16'], ports: ['http'] },
    ];
    const objects = objectsOf([{ name: 'pay', selector: { app: 'pay' }, ports, allow }], 'us');
    expect(named(objects)).toEqual([
      'Server pay-web',
      'MeshTLSAuthentication pay-web',
      'AuthorizationPolicy pay-web',
      'NetworkAuthentication pay-web',
      'AuthorizationPolicy pay-web-networks',
      'Server pay-5432',
      'MeshTLSAuthentication pay-5432',
      'AuthorizationPolicy pay-5432',
    ]);
    for (const version of ['2.17', '2.18', '2.19', '2.20'] as const) {
      for (const object of objects) expect(validateAgainstCrd(object, version)).toEqual([]);
    }
    expect(objects[1]?.spec).toEqual({ identities: [identityIn('us')] });
  });

  it('admits nobody where nobody is named', () => {
    expect(named(objectsOf([{ name: 'pay', podSelector: { app: 'pay' }, allow: [] }], 'us'))).toEqual([
      'Server pay-8080',
    ]);
  });

  it('reads a port as opaque where Linkerd would without the Server, or as it is told', () => {
    const protocols = (more: Partial<TestService>) =>
      objectsOf([{ name: 'pay', selector: { app: 'pay' }, allow: [], ...more }], 'us').map(
        (o) => o.spec['proxyProtocol'],
      );
    const annotations = { 'config.linkerd.io/opaque-ports': '9000-9002' };
    expect(protocols({ ports: [{ port: 5432 }] })).toEqual(['opaque']);
    expect(protocols({ ports: [{ port: 80, targetPort: 6379 }] })).toEqual(['opaque']);
    expect(protocols({ ports: [{ port: 9001 }], annotations })).toEqual(['opaque']);
    expect(protocols({ ports: [{ port: 5432 }], annotations })).toEqual(['unknown']);
    expect(protocols({ ports: [{ port: 5432, proxyProtocol: 'HTTP/2' }] })).toEqual(['HTTP/2']);
  });

  it('reads a port as opaque by the value of its cluster, and by a name that the annotation lists', () => {
    const us = { network: 'a', values: { controlPlane: { proxy: { opaquePorts: '25,9999' } } } };
    const protocols = (cluster: string, more: Partial<TestService>) => {
      const services = [{ name: 'pay', selector: { app: 'pay' }, allow: [], federated: true, ...more }];
      const plan = planOf({ fleet, clusters: { ...clusters, us }, services }, cluster);
      return plan.policies.flatMap(({ ports }) => ports.map(({ proxyProtocol }) => proxyProtocol));
    };
    const ports = [{ port: 9999 }, { port: 3306 }];
    expect(protocols('us', { ports })).toEqual(['opaque', 'unknown']);
    expect(protocols('eu', { ports })).toEqual(['unknown', 'opaque']);
    const annotations = { 'config.linkerd.io/opaque-ports': 'sql, 25' };
    const sql = (port: object) => protocols('us', { ports: [{ name: 'http', port: 80, ...port }], annotations });
    expect(sql({ targetPort: 'sql' })).toEqual(['opaque']);
    expect(sql({ name: 'sql' })).toEqual(['opaque']);
    expect(sql({})).toEqual(['unknown']);
  });

  it('names callers of every cluster by strings, those of its own too', () => {
    const allow: Callers[] = [{ namespace: 'frontend' }, { clusters: { matchLabels: { name: 'eu' } } }];
    const [, authentication] = objectsOf([{ name: 'pay', federated: true, selector: { app: 'pay' }, allow }], 'us');
    expect(authentication?.spec).toEqual({
      identities: [
        '*.frontend.serviceaccount.identity.linkerd.eu.mesh.example.com',
        '*.frontend.serviceaccount.identity.linkerd.us.mesh.example.com',
        '*.serviceaccount.identity.linkerd.eu.mesh.example.com',
      ],
    });
  });

  it('lets callers in and logs them where it only audits', () => {
    const service = { name: 'pay', selector: { app: 'pay' }, allow: [], accessPolicy: 'audit' as const };
    const [server] = objectsOf([service], 'us');
    expect(server?.spec).toMatchObject({ accessPolicy: 'audit' });
  });

  it('can be written without a fleet', () => {
    const props = { name: 'pay', namespace: 'prod', podSelector: { app: 'pay' }, port: 8080 };
    const list = serverPolicy({ ...props, identities: ['b', 'a', 'b'] }) as unknown as PolicyObject[];
    expect(named(list)).toEqual(['Server pay', 'MeshTLSAuthentication pay', 'AuthorizationPolicy pay']);
    expect(list[1]?.spec).toEqual({ identities: ['a', 'b'] });
  });
});

describe('deny by default', () => {
  const prometheus = { serviceAccount: 'prometheus', namespace: 'monitoring', networks: ['10.9.0.0/16'] };
  const whole = (name: string) => ({ name, selector: { app: name } });
  const closed = (more: Partial<FleetSpec>) =>
    planOf(
      {
        fleet: { ...fleet, ...more },
        clusters,
        services: [
          { ...whole('pay'), namespace: 'shop', createNamespace: true },
          { ...whole('web'), createNamespace: true },
        ],
      },
      'us',
    );

  it('is a value of the control plane, and an annotation of single namespaces', () => {
    const plan = closed({ defaultInboundPolicy: 'deny', namespacePolicies: { shop: 'all-authenticated' } });
    expect(controlPlaneValues(plan)).toMatchObject({ proxy: { defaultInboundPolicy: 'deny' } });
    const annotated = namespaceManifests(plan).map(({ metadata }) => [
      metadata.name,
      (metadata['annotations'] as Record<string, string> | undefined)?.['config.linkerd.io/default-inbound-policy'],
    ]);
    expect(annotated).toEqual([
      ['linkerd', undefined],
      ['linkerd-multicluster', undefined],
      ['prod', undefined],
      ['shop', 'all-authenticated'],
    ]);
  });

  it('leaves the metrics of proxies to the Prometheus of the cluster, which it would close', () => {
    const files = policyManifests(closed({ namespacePolicies: { shop: 'deny' }, observability: { prometheus } }));
    expect(files.map(([namespace]) => namespace)).toEqual(['shop']);
    const objects = files.flatMap(([, list]) => list) as unknown as PolicyObject[];
    for (const object of objects) expect(validateAgainstCrd(object, '2.20')).toEqual([]);
    const pod = { namespace: 'shop', labels: { 'linkerd.io/control-plane-ns': 'linkerd' }, port: 'linkerd-admin' };
    const ask = (identity: string | undefined, address: string) => admission(objects, pod, { identity, address });
    expect(ask(identityIn('us', 'prometheus', 'monitoring'), '192.0.2.1')).toBe(true);
    expect(ask(undefined, '10.9.0.1')).toBe(true);
    expect(ask(identityIn('us'), '192.0.2.1')).toBe(false);
    expect(policyManifests(closed({ observability: { prometheus } }))).toEqual([]);
  });
});

/** What is asked for, straight from the entries: no identities, no objects. */
function asked(
  service: TestService,
  to: string,
  caller: { from: string; account: string; namespace: string },
): boolean[] {
  const allow = service.allow ?? [];
  const isNamed = (entry: Callers) =>
    entry.networks === undefined &&
    ((entry.clusters as string[] | undefined)?.includes(caller.from) ?? true) &&
    (entry.namespace ?? caller.namespace) === caller.namespace &&
    (entry.serviceAccount ?? caller.account) === caller.account;
  const isNear = caller.from === to || (caller.from !== 'ap' && to !== 'ap');
  // Behind a gateway all callers look alike: let one in, and all are in.
  const others = NAMES.filter((name) => name !== to && (name === 'ap' || to === 'ap'));
  const gatewayOpen = allow.some(
    (entry) =>
      entry.throughGateway && others.some((name) => (entry.clusters as string[] | undefined)?.includes(name) ?? true),
  );
  return isNear ? [allow.some(isNamed)] : service.exported === true ? [gatewayOpen] : [];
}

describe('every intent', () => {
  const account = fc.constantFrom('web', 'batch');
  const namespace = fc.constantFrom('frontend', 'jobs');
  const callers: fc.Arbitrary<Callers> = fc
    .record({
      who: fc.constantFrom('account', 'namespace', 'clusters'),
      account,
      namespace,
      clusters: fc.option(fc.subarray([...NAMES]), { nil: undefined }),
      throughGateway: fc.constantFrom(true as const, undefined),
    })
    .map(({ who, account: serviceAccount, namespace: ns, clusters: names, throughGateway }) => ({
      ...(who === 'account' ? { serviceAccount } : {}),
      ...(who === 'clusters' ? {} : { namespace: ns }),
      ...(names || who === 'clusters' ? { clusters: names ?? [...NAMES] } : {}),
      ...(throughGateway ? { throughGateway } : {}),
    }));

  it('admits who is named and nobody else, as Linkerd reads the objects', () => {
    const way = fc.constantFrom<Partial<TestService>>({ federated: true }, { exported: true });
    const caller = fc.record({ from: fc.constantFrom(...NAMES), account, namespace });
    fc.assert(
      fc.property(fc.array(callers, { maxLength: 4 }), way, fc.constantFrom(...NAMES), caller, (allow, by, to, who) => {
        const service: TestService = { name: 'pay', selector: { app: 'pay' }, allow, ...by };
        const objects = objectsOf([service], to);
        const pod = { namespace: 'prod', labels: { app: 'pay', version: '2' }, port: 8080 };
        // A flat edge carries no gateway export: such a caller only dials its own gateway edges.
        const isFlatExport = by.exported === true && who.from !== to && who.from !== 'ap' && to !== 'ap';
        if (isFlatExport) return;
        for (const expected of asked(service, to, who)) {
          const gateway = who.from !== to && (who.from === 'ap' || to === 'ap');
          const identity = gateway
            ? identityIn(to, 'linkerd-gateway', 'linkerd-multicluster')
            : identityIn(who.from, who.account, who.namespace);
          // An entry for all accounts of the cluster itself names its gateway too.
          const own = gateway && allow.some((e) => !e.namespace && (e.clusters as string[] | undefined)?.includes(to));
          expect(admission(objects, pod, { identity, address: '192.0.2.1' })).toBe(expected || own);
        }
        expect(admission(objects, pod, { address: '192.0.2.1' })).toBe(false);
        expect(admission(objects, { ...pod, port: 9999 }, { address: '192.0.2.1' })).toBe('unguarded');
      }),
      { numRuns: 400 },
    );
  });

  it('admits unmeshed callers by their address, on the ports it says', () => {
    const ports = [
      { name: 'http', port: 80 },
      { name: 'admin', port: 81 },
    ];
    const allow = [{ networks: ['10.9.0.0/16'], ports: ['http'] }];
    const objects = objectsOf([{ name: 'pay', selector: { app: 'pay' }, ports, allow }], 'us');
    const ask = (port: number, address: string) =>
      admission(objects, { namespace: 'prod', labels: { app: 'pay' }, port }, { address });
    expect([ask(80, '10.9.4.5'), ask(80, '10.8.4.5'), ask(81, '10.9.4.5')]).toEqual([true, false, false]);
  });
});
