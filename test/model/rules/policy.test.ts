import { describe, expect, it } from 'vitest';
import type { Callers } from '../../../lib/fleet/spec';
import { policyForm, policyMembers, policyPaths, policyServers } from '../../../lib/model/rules/policy';
import type { TestService } from '../fixtures';
import { ask, told } from './ask';

// eu-1 and eu-2 share a network; us-1 and they reach each other through gateways.
const clusters = { 'eu-1': { network: 'eu' }, 'eu-2': { network: 'eu' }, 'us-1': {} };
const fleet = { topology: { fullMesh: {} } };
const pay = (allow: Callers[] | undefined, more: Partial<TestService> = {}): TestService => ({
  name: 'pay',
  selector: { app: 'pay' },
  ports: [{ name: 'http', port: 80, targetPort: 8080 }],
  ...(allow ? { allow } : {}),
  ...more,
});
const web: Callers = { serviceAccount: 'web', namespace: 'frontend' };

describe('an entry of allow', () => {
  const form = (service: TestService) => told(ask(policyForm, { fleet, clusters, services: [service] }));

  it('names an account with its namespace, a namespace, clusters, or networks', () => {
    const networks = ['10.0.0.0/8'];
    expect(form(pay([web, { namespace: 'frontend' }, { clusters: ['eu-1'] }, { networks }]))).toEqual([]);
    expect(form(pay([{ serviceAccount: 'web' }, { ports: ['http'] }, { namespace: 'x', networks }]))).toEqual([
      'POLICY_CALLER Service/prod/pay.spec.allow[0]: account "web" of no namespace',
      'POLICY_CALLER Service/prod/pay.spec.allow[1]: nobody in particular',
      'POLICY_CALLER Service/prod/pay.spec.allow[2]: networks together with an identity',
    ]);
  });

  it('names TCP ports of the Service', () => {
    const ports = [
      { name: 'http', port: 80, targetPort: 8080 },
      { name: 'dns', port: 53, protocol: 'UDP' as const },
    ];
    const issues = ask(policyForm, {
      fleet,
      clusters,
      services: [pay([{ ...web, ports: ['http', 80, 8080, 'dns'] }], { ports })],
    });
    expect(told(issues)).toEqual([
      'POLICY_PORT_UNKNOWN Service/prod/pay.spec.allow[0].ports[2]: "8080"',
      'POLICY_PORT_UNKNOWN Service/prod/pay.spec.allow[0].ports[3]: "dns"',
    ]);
    expect(issues[0]?.allowed).toBe('http (80)');
  });

  it('names networks that the API server takes', () => {
    expect(form(pay([{ networks: ['10.0.0.1/8', 'anywhere'] }]))).toEqual([
      expect.stringMatching(/^POLICY_NETWORK Service\/prod\/pay\.spec\.allow\[0\]\.networks\[0\]: "10\.0\.0\.1\/8"/),
      expect.stringMatching(/^POLICY_NETWORK .*networks\[1\]: "anywhere"/),
    ]);
  });

  it('is of pods whose labels are known once', () => {
    const labels = { app: 'pay' };
    expect(form(pay([], { podSelector: labels }))).toEqual(['POLICY_PODS Service/prod/pay.spec.podSelector: both']);
    expect(form({ name: 'pay', allow: [] })).toEqual(['POLICY_PODS Service/prod/pay.spec.podSelector: neither']);
    expect(form({ name: 'pay', allow: [], podSelector: {} })).toEqual([
      'POLICY_PODS Service/prod/pay.spec.podSelector: no labels',
    ]);
    expect(form({ name: 'pay', allow: [], podSelector: labels })).toEqual([]);
  });

  it('is there where something says how it is enforced', () => {
    expect(form(pay(undefined, { accessPolicy: 'audit' }))).toEqual([
      'POLICY_WITHOUT_ALLOW Service/prod/pay.spec.accessPolicy: accessPolicy without allow',
    ]);
  });
});

describe('the path of a caller', () => {
  const paths = (service: TestService, more = {}, names?: string[]) =>
    ask(policyPaths, { fleet, clusters: { ...clusters, ...more }, services: [service] }, names);

  it('is there, from a cluster that is named', () => {
    const issues = paths(
      pay([{ ...web, clusters: ['eu-1', 'us-1'] }], { federated: true, clusters: ['eu-1', 'eu-2'] }),
    );
    expect(told(issues)).toEqual([
      'POLICY_NO_PATH Service/prod/pay.spec.allow[0].clusters: us-1, where prod/pay cannot be called',
    ]);
    expect(issues[0]).toMatchObject({ severity: 'warning', clusters: ['us-1'] });
  });

  it('does not end at a gateway, unless all its clients are welcome', () => {
    const service = (throughGateway?: true) =>
      pay([{ ...web, clusters: ['us-1'], throughGateway }], { exported: true, clusters: ['eu-1'] });
    const issues = paths(service());
    expect(told(issues)).toEqual([
      'POLICY_GATEWAY_HIDES_CALLER Service/prod/pay.spec.allow[0]: us-1 call prod/pay of eu-1 through its gateway',
    ]);
    expect(issues[0]).toMatchObject({ severity: 'error', clusters: ['eu-1', 'us-1'] });
    expect(told(paths(service(), {}, ['eu-1']))).toEqual(told(issues));
    expect(paths(service(true))).toEqual([]);
  });

  it('tells clusters apart by their trust domains', () => {
    const shared = { 'eu-1': { network: 'eu', trustDomain: 'eu' }, 'eu-2': { network: 'eu', trustDomain: 'eu' } };
    const service = (names: string[]) =>
      pay([{ ...web, clusters: names }], { federated: true, clusters: ['eu-1', 'eu-2'] });
    expect(told(paths(service(['eu-1']), shared))).toEqual([
      'POLICY_TRUST_DOMAIN_SHARED Service/prod/pay.spec.allow[0].clusters: eu-2, left out, in trust domain eu like eu-1',
    ]);
    expect(paths(service(['eu-1', 'eu-2']), shared)).toEqual([]);
    expect(paths(service(['eu-1']))).toEqual([]);
    // Neither a mirror nor a Link is needed to reach the pods of a network.
    expect(told(paths(pay([{ ...web, clusters: ['eu-1'] }], { clusters: ['eu-1'] }), shared))).toHaveLength(1);
    const unlinked = {
      ...clusters,
      ...shared,
      'eu-3': { network: 'eu', trustDomain: 'eu' },
      'eu-4': { trustDomain: 'eu' },
    };
    const topology = { edges: [{ source: 'eu-2', target: 'eu-1' }] };
    const services = [service(['eu-1', 'eu-2'])];
    expect(told(ask(policyPaths, { fleet: { topology }, clusters: unlinked, services }))).toEqual([
      'POLICY_TRUST_DOMAIN_SHARED Service/prod/pay.spec.allow[0].clusters: eu-3, left out, in trust domain eu like eu-2',
    ]);
  });
});

describe('members of a federated Service', () => {
  const members = (a: Callers[] | undefined, b: Callers[] | undefined, federated = true) =>
    told(
      ask(policyMembers, {
        fleet,
        clusters,
        services: [pay(a, { federated, clusters: ['eu-1'] }), pay(b, { federated, clusters: ['eu-2'] })],
      }),
    );

  it('admit the same callers', () => {
    const differ = ['POLICY_MEMBERS_DIFFER Service/prod/pay.spec.allow: 2 different answers for prod/pay'];
    expect(members([web], [])).toEqual(differ);
    expect(members([web], undefined)).toEqual(differ);
    expect(members([web], [web])).toEqual([]);
    expect(members([web], [], false)).toEqual([]);
  });
});

describe('two Servers', () => {
  const servers = (selector: Record<string, string>, more: Partial<TestService> = {}) =>
    ask(policyServers, { fleet, clusters, services: [pay([web]), pay([web], { name: 'other', selector, ...more })] });

  it('do not select one pod and port', () => {
    const issues = servers({ app: 'pay', tier: 'api' });
    expect(told(issues)).toEqual([
      'POLICY_SERVERS_OVERLAP Service/prod/pay.spec.allow: prod/other and prod/pay on the same pods and port',
    ]);
    expect(servers({ app: 'web' })).toEqual([]);
    expect(servers({ app: 'pay' }, { ports: [{ port: 9090 }] })).toEqual([]);
    expect(servers({ app: 'pay' }, { namespace: 'elsewhere' })).toEqual([]);
  });

  it('may meet on a pod with the labels of both', () => {
    const [issue] = servers({ tier: 'api' });
    expect(issue).toMatchObject({ code: 'POLICY_SERVERS_MAY_OVERLAP', severity: 'warning' });
  });

  it('of different clusters never meet', () => {
    const services = [pay([web], { clusters: ['eu-1'] }), pay([web], { name: 'other', clusters: ['eu-2'] })];
    expect(ask(policyServers, { fleet, clusters, services })).toEqual([]);
  });
});
