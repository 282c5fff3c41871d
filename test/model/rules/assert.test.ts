import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssertCallers, Assertion, Callers, ClusterSpec } from '../../../lib/fleet/spec';
import { assertForm, assertHolds } from '../../../lib/model/rules/assert';
import { unknownClusters } from '../../../lib/model/rules/selectors';
import { within } from '../../resources/admission';
import {
  fleets,
  isAtHome,
  NAMES,
  names,
  networks,
  packetsOf,
  plain,
  who,
  workloads,
} from '../../resources/random-policies';
import type { Callee, Workload } from '../../resources/world';
import type { TestFleet, TestService } from '../fixtures';
import { ask, told } from './ask';

// eu-1 and eu-2 share a network; us-1 has a gateway that they reach, and none of them has one.
const clusters: Record<string, ClusterSpec> = {
  'eu-1': { network: 'eu', region: 'eu' },
  'eu-2': { network: 'eu', region: 'eu' },
  'us-1': { region: 'us', gateway: { address: 'gw.us-1.example.com' } },
};
const web: Callers = { serviceAccount: 'web', namespace: 'frontend' };
const pay = (allow?: Callers[], more: Partial<TestService> = {}): TestService => ({
  name: 'pay',
  selector: { app: 'pay' },
  ports: [{ name: 'http', port: 80, targetPort: 8080 }],
  ...(allow ? { allow } : {}),
  ...more,
});
const eu = { matchLabels: { region: 'eu' } };
const us = { matchLabels: { region: 'us' } };

const given = (assert: Assertion[], services: TestService[], more: Partial<TestFleet> = {}): TestFleet => ({
  fleet: { topology: { fullMesh: {} }, assert },
  clusters,
  services,
  ...more,
});

describe('an assertion', () => {
  const form = (...assert: Assertion[]) => told(ask(assertForm, given(assert, [pay([web])])));

  it('says who, in one way, and what', () => {
    const call = { service: 'pay', namespace: 'prod' };
    expect(
      form({ only: [], call }, { never: [web, {}], call: {} }, { only: [{ networks: ['10.0.0.0/8'] }], call }),
    ).toEqual([]);
    expect(
      form(
        { call },
        { only: [], never: [{}], call },
        { never: [{ serviceAccount: 'web' }, { networks: ['10.0.0.1/8'], clusters: eu }], call },
        { only: [], call: { service: 'pay' } },
        { only: [], call: { ports: [80] } },
      ),
    ).toEqual([
      'ASSERT_FORM Fleet.spec.assert[0]: neither only nor never',
      'ASSERT_FORM Fleet.spec.assert[1]: both',
      'ASSERT_FORM Fleet.spec.assert[2].never[0]: account "web" of no namespace',
      'ASSERT_FORM Fleet.spec.assert[2].never[1]: networks together with an identity',
      expect.stringMatching(
        /^POLICY_NETWORK Fleet\.spec\.assert\[2\]\.never\[1\]\.networks\[0\]: "10\.0\.0\.1\/8", which/,
      ),
      'ASSERT_FORM Fleet.spec.assert[3].call: Service "pay" of no namespace',
      'ASSERT_FORM Fleet.spec.assert[4].call: ports of no Service',
    ]);
  });

  it('is about something', () => {
    const call = { service: 'pay', namespace: 'prod' };
    expect(
      form(
        { only: [], call: { ...call, service: 'pays' } },
        { only: [], call: { ...call, ports: ['grpc'] } },
        { only: [], call: { ...call, clusters: us, ports: [80] } },
      ),
    ).toEqual([
      'ASSERT_NOTHING Fleet.spec.assert[0].call: prod/pays',
      'ASSERT_NOTHING Fleet.spec.assert[1].call: prod/pay on grpc',
    ]);
  });

  it('names clusters that there are, and so does allow', () => {
    const assert = [{ never: [{ clusters: ['eu-3'] }], call: { clusters: ['us-9'] } }];
    expect(told(ask(unknownClusters, given(assert, [pay([{ ...web, clusters: ['eu-4'] }])])))).toEqual([
      'NAME_UNKNOWN_CLUSTER Service/prod/pay.spec.allow[0].clusters: "eu-4"',
      'NAME_UNKNOWN_CLUSTER Fleet.spec.assert[0].never[0].clusters: "eu-3"',
      'NAME_UNKNOWN_CLUSTER Fleet.spec.assert[0].call.clusters: "us-9"',
    ]);
  });
});

describe('what breaks an assertion', () => {
  const holds = (assert: Assertion, services: TestService[], more: Partial<TestFleet> = {}) =>
    ask(assertHolds, given([assert], services, more));
  const call = { service: 'pay', namespace: 'prod' };

  it('is the entry that admits somebody else, with the caller and the path', () => {
    const service = pay([web, { namespace: 'jobs', clusters: ['eu-2'] }], { federated: true, clusters: eu });
    const [issue, ...others] = holds({ only: [{ ...web, clusters: eu }], call }, [service]);
    expect(issue).toMatchObject({
      path: 'Service/prod/pay.spec.allow[1]',
      found:
        'every account of jobs@eu-2 calls pod to pod prod/pay of eu-1, port 8080 of its pods (and 1 more way), against Fleet.spec.assert[0]',
      allowed: 'only web.frontend@eu-1, eu-2 may call prod/pay',
      clusters: ['eu-1', 'eu-2'],
    });
    expect(others).toEqual([]);
    expect(holds({ only: [{ namespace: 'jobs' }, web], call }, [service])).toEqual([]);
    expect(
      holds({ only: [{ ...web, clusters: ['eu-1'] }], call: { ...call, clusters: ['eu-1'] } }, [service]),
    ).toHaveLength(2);
  });

  it('is an identity that two clusters share', () => {
    const shared = { 'eu-1': { network: 'eu', trustDomain: 'eu' }, 'eu-2': { network: 'eu', trustDomain: 'eu' } };
    const service = pay([{ ...web, clusters: ['eu-1'] }], { clusters: ['eu-1'] });
    const only = { only: [{ ...web, clusters: ['eu-1'] }], call };
    expect(told(holds(only, [service], { clusters: shared }))).toEqual([
      'ASSERT_BROKEN Service/prod/pay.spec.allow[0]: web.frontend@eu-2 calls pod to pod prod/pay of eu-1, port 8080 of its pods, against Fleet.spec.assert[0]',
    ]);
    expect(holds(only, [service])).toEqual([]);
  });

  it('is the gateway, behind which all are alike', () => {
    const service = pay([{ clusters: eu, throughGateway: true }], { exported: true, clusters: us });
    const never = { never: [{ namespace: 'jobs', clusters: ['eu-2'] }], call };
    expect(told(holds(never, [service]))).toEqual([
      'ASSERT_BROKEN Service/prod/pay.spec.allow[0]: every account of jobs@eu-2 calls through the gateway prod/pay of us-1, port 8080 of its pods, against Fleet.spec.assert[0]',
    ]);
  });

  it('is the default inbound policy, for what has no policy and for what is not described', () => {
    const never = { never: [{ clusters: eu }], call: { clusters: us } };
    const found = told(holds(never, [pay(undefined, { clusters: us })]));
    expect(found).toEqual([
      'ASSERT_BROKEN Service/prod/pay.spec.allow: every account@eu-1 calls through the gateway prod/pay of us-1, port 8080 of its pods: nothing but the default inbound policy all-unauthenticated decides there (and 1 more way), against Fleet.spec.assert[0]',
      'ASSERT_BROKEN Fleet.spec.assert[0]: every account@eu-1 calls through the gateway what is not described of us-1: nothing but the default inbound policy all-unauthenticated decides there (and 1 more way)',
    ]);
    const narrowed = { ...clusters, 'us-1': { region: 'us', gateway: { address: 'gw', admit: 'linked' as const } } };
    const unlinked = { topology: { without: [] }, assert: [never] };
    expect(holds(never, [pay(undefined, { clusters: us })], { fleet: unlinked, clusters: narrowed })).toEqual([]);
    const denying = { region: 'us', values: { controlPlane: { proxy: { defaultInboundPolicy: 'deny' } } } };
    expect(holds(never, [], { clusters: { ...clusters, 'us-1': { ...clusters['us-1'], ...denying } } })).toEqual([]);
  });

  it('is the policy of a namespace only where the fleet writes the namespace', () => {
    const fleet = (name: string, edges: { source: string; target: string }[] = []) => ({
      topology: [{ edges }],
      namespacePolicies: { prod: 'deny' as const },
      assert: [{ only: [], call: { namespace: 'prod', clusters: [name] } }],
    });
    const at = (name: string, edges?: { source: string; target: string }[]) =>
      told(
        holds(
          { only: [], call: {} },
          [pay(undefined, { federated: true, clusters: ['eu-1'], createNamespace: true })],
          {
            fleet: fleet(name, edges),
          },
        ),
      );
    expect(at('eu-1')).toEqual([]);
    expect(at('eu-2')).toEqual([
      expect.stringMatching(
        /anybody@eu-2 calls inside the cluster what is in prod of eu-2: nothing but the default inbound policy all-unauthenticated/,
      ),
    ]);
    expect(at('eu-2', [{ source: 'eu-2', target: 'eu-1' }])).toEqual([]);
  });

  it('is an address, where those who are meant may have it', () => {
    const service = pay([{ networks: ['10.9.0.0/16'] }], { clusters: ['eu-1'] });
    const never = { never: [{ ...web, clusters: ['eu-2'] }], call };
    const at = (podCidrs: string[]) =>
      told(holds(never, [service], { clusters: { ...clusters, 'eu-2': { network: 'eu', podCidrs } } }));
    expect(at(['10.9.8.0/24'])).toEqual([
      'ASSERT_BROKEN Service/prod/pay.spec.allow[0]: web.frontend@eu-2 in 10.9.0.0/16 calls pod to pod prod/pay of eu-1, port 8080 of its pods, against Fleet.spec.assert[0]',
    ]);
    expect(at(['10.8.0.0/16'])).toEqual([]);
    expect(told(holds({ only: [web], call }, [service]))).toEqual([
      'ASSERT_BROKEN Service/prod/pay.spec.allow[0]: whoever is in 10.9.0.0/16 calls prod/pay of eu-1, port 8080 of its pods, against Fleet.spec.assert[0]',
    ]);
    expect(holds({ only: [{ networks: ['10.0.0.0/8'] }], call }, [service])).toEqual([]);
  });

  it('is an address of clusterNetworks only, where the default inbound policy asks for that', () => {
    const never = (networks: string[]) => ({ never: [{ networks }], call });
    const policy = { fleet: { topology: { fullMesh: {} }, defaultInboundPolicy: 'cluster-unauthenticated' as const } };
    const broken = (networks: string[]) =>
      holds(never(networks), [pay()], { ...policy, fleet: { ...policy.fleet, assert: [never(networks)] } });
    expect(broken(['10.9.0.0/16'])).toHaveLength(1);
    expect(broken(['192.0.2.0/24'])).toEqual([]);
  });

  it('is a path of kubelet probes, open to everybody, unless the assertion leaves them out', () => {
    const service = pay([{ ...web, routes: [{ path: { value: '/pay' } }] }], { probePaths: ['/'], clusters: us });
    const only = { only: [web], call };
    expect(told(holds(only, [service]))).toEqual([
      'ASSERT_BROKEN Service/prod/pay.spec.probePaths: whoever is in 0.0.0.0/0 calls prod/pay of us-1, port 8080 of its pods (GET /) (and 7 more ways), against Fleet.spec.assert[0]',
    ]);
    expect(holds({ ...only, exceptProbes: true }, [service])).toEqual([]);
    expect(holds({ only: [], call, exceptProbes: true }, [service])).toHaveLength(1);
  });

  it('is a policy that only audits', () => {
    const service = pay([web], { clusters: ['us-1'], accessPolicy: 'audit' });
    expect(told(holds({ only: [web], call }, [service]))).toEqual([
      expect.stringMatching(
        /^ASSERT_BROKEN Service\/prod\/pay\.spec\.accessPolicy: anybody@us-1 calls inside the cluster/,
      ),
    ]);
  });

  it('is looked for where the whole fleet is in question', () => {
    const assert = [{ only: [], call }];
    expect(ask(assertHolds, given(assert, [pay([web])]), ['eu-1'])).toEqual([]);
  });
});

const subject: fc.Arbitrary<AssertCallers> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ who, clusters: names }).map(plain) },
  { weight: 1, arbitrary: networks.map((list) => ({ networks: list })) },
);

const assertions = fc.record({
  assertion: fc.oneof(
    fc.array(subject, { maxLength: 3 }).map((only) => ({ only })),
    fc.array(subject, { minLength: 1, maxLength: 2 }).map((never) => ({ never })),
  ),
  clusters: names,
  isService: fc.constantFrom(true, true, false),
});

const has = (subject: AssertCallers, { address }: Workload) => subject.networks!.some((cidr) => within(cidr, address));
const isMeant = (s: AssertCallers, caller: Workload) =>
  (s.serviceAccount ?? caller.account) === caller.account &&
  (s.namespace ?? caller.namespace) === caller.namespace &&
  ((s.clusters as string[] | undefined)?.includes(caller.cluster) ?? true);

/** Nobody can know an account that has no identity to show. */
const isKnown = (subjects: readonly AssertCallers[], caller: Workload) =>
  subjects.some((s) => (s.networks ? has(s, caller) : caller.meshed && isMeant(s, caller)));

/** Whoever runs in a cluster has an address of there; callers known by address are unmeshed, wherever they are. */
const isRuledOut = (subjects: readonly AssertCallers[], caller: Workload) =>
  subjects.some((s) => (s.networks ? !caller.meshed && has(s, caller) : isMeant(s, caller) && isAtHome(caller)));

describe('every assertion', () => {
  it('is broken exactly where a client gets in that it keeps out, as Linkerd reads the objects', () => {
    let broken = 0;
    let kept = 0;
    fc.assert(
      fc.property(fleets, assertions, (given, { assertion, clusters: where, isService }) => {
        const call = {
          ...(where ? { clusters: where } : {}),
          ...(isService ? { service: 'pay', namespace: 'prod' } : {}),
        };
        const { world, payOf } = packetsOf(given);
        const callees = (where ?? NAMES).flatMap((cluster): Callee[] => [
          payOf(cluster),
          ...(isService ? [] : ['other', 'prod'].map((namespace) => ({ cluster, namespace, labels: {}, port: 8080 }))),
        ]);
        const isKeptOut = (caller: Workload) =>
          'only' in assertion ? !isKnown(assertion.only, caller) : isRuledOut(assertion.never, caller);
        const expected = workloads.some(
          (caller) => isKeptOut(caller) && callees.some((callee) => world.entries(caller, callee).length > 0),
        );
        const assert: Assertion[] = [{ ...assertion, call }];
        const issues = ask(assertHolds, { ...given, fleet: { ...given.fleet, assert } });
        if (expected) broken++;
        else kept++;
        expect(issues.length > 0).toBe(expected);
      }),
      { numRuns: 300 },
    );
    expect(Math.min(broken, kept)).toBeGreaterThan(30);
  });
});
