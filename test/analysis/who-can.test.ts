import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whyNot } from '../../lib/analysis/who-can/not';
import { verdictsFor, whoCanCall } from '../../lib/analysis/who-can/who-can';
import { kept } from '../../lib/model/policy/callers';
import { buildTestFleet, type TestService } from '../model/fixtures';
import { within } from '../resources/admission';
import { fleets, isAtHome, NAMES, packetsOf, workloads } from '../resources/random-policies';

// us and eu share a network; ap is reached through its gateway, and reaches them through theirs.
const clusters = {
  us: { network: 'a', gateway: { address: 'gw.us.example.com' }, podCidrs: ['10.1.0.0/16'] },
  eu: { network: 'a', podCidrs: ['10.2.0.0/16'] },
  ap: { network: 'b', podCidrs: ['10.3.0.0/16'] },
};
const identityIn = (cluster: string, account: string) =>
  `${account}.serviceaccount.identity.linkerd.${cluster}.mesh.example.com`;

function asking(service: Partial<TestService>, valuesOfUs = {}, moreOfEu = {}) {
  const us = { ...clusters.us, values: { controlPlane: valuesOfUs } };
  const { fleet } = buildTestFleet({
    fleet: { topology: { fullMesh: {} } },
    clusters: { ...clusters, us, eu: JSON.parse(JSON.stringify({ ...clusters.eu, ...moreOfEu })) },
    services: [{ name: 'pay', selector: { app: 'pay' }, ...service }],
  });
  const [pay] = fleet.services;
  const members = [...fleet.clusters.values()].filter((cluster) => pay!.on(cluster));
  const cluster = (name: string) => fleet.clusters.get(name)!;
  const asked = (from: string) => ({ serviceAccount: 'web', namespace: 'frontend', cluster: cluster(from) });
  const cases = (from: string) => verdictsFor(fleet, pay!, members, asked(from), kept(fleet));
  return {
    all: () => whoCanCall(fleet, pay!, members, kept(fleet)),
    web: (from: string) => cases(from).map(({ verdict }) => verdict),
    why: (from: string) => whyNot(fleet, pay!, asked(from), cases(from), kept(fleet)),
  };
}

describe('who can call a Service', () => {
  const allow = [{ serviceAccount: 'web', namespace: 'frontend', clusters: ['us'] }, { networks: ['10.9.0.0/16'] }];
  const by = 'Service/prod/pay.spec.allow[0]';

  it('is who its entries admit, in every cluster that has it', () => {
    const identity = identityIn('us', 'web.frontend');
    const at = (cluster: string, path: string, called: string) => ({
      cluster,
      port: 8080,
      others: 'refused',
      callers: [{ from: 'us', path, called, identity, by }],
      networks: [{ cidr: '10.9.0.0/16', by: 'Service/prod/pay.spec.allow[1]' }],
    });
    expect(asking({ federated: true, clusters: ['us', 'eu'], allow }).all()).toEqual([
      at('eu', 'federated', 'pay-federated'),
      at('us', 'local', 'pay'),
    ]);
  });

  it('is said of one caller: where it gets in, by which entry, and where it does not', () => {
    const { web } = asking({ federated: true, clusters: ['us', 'eu'], allow });
    expect(web('us').map(({ cluster, verdict, by: entry }) => [cluster, verdict, entry])).toEqual([
      ['eu', 'admitted', by],
      ['us', 'admitted', by],
      ['us', 'refused', undefined],
    ]);
    expect(web('eu').map(({ cluster, verdict, path }) => [cluster, verdict, path])).toEqual([
      ['eu', 'refused', 'local'],
      ['us', 'refused', 'federated'],
      ['us', 'refused', 'gateway'],
    ]);
    expect(web('ap').map(({ verdict, path }) => [verdict, path])).toEqual([
      ['no path', undefined],
      ['refused', 'gateway'],
    ]);
  });

  it('is everybody behind a gateway where one of them is let through it', () => {
    const { web } = asking({
      exported: true,
      clusters: ['us'],
      allow: [{ serviceAccount: 'other', namespace: 'jobs', clusters: ['ap'], throughGateway: true }],
    });
    expect(web('ap')).toEqual([
      {
        cluster: 'us',
        port: 8080,
        path: 'gateway',
        called: 'pay-us',
        verdict: 'admitted',
        identity: identityIn('us', 'linkerd-gateway.linkerd-multicluster'),
        by,
      },
    ]);
  });

  it('is everybody who can reach it where it says nothing, as the default inbound policy has it', () => {
    const { all, web } = asking(
      { exported: true, clusters: ['us'] },
      { proxy: { defaultInboundPolicy: 'all-authenticated' } },
    );
    expect(all()).toEqual([
      {
        cluster: 'us',
        port: 8080,
        others: 'unguarded',
        defaultInboundPolicy: 'all-authenticated',
        callers: [
          { from: 'us', path: 'local', called: 'pay' },
          { from: 'eu', path: 'flat' },
          { from: 'ap', path: 'gateway', called: 'pay-us' },
          { from: 'eu', path: 'gateway' },
          { from: 'us', path: 'gateway' },
        ],
        networks: [],
      },
    ]);
    expect(web('ap')).toMatchObject([{ verdict: 'unguarded', path: 'gateway' }]);
  });

  it('is decided by the allow of another Service on the same pods', () => {
    const { fleet } = buildTestFleet({
      fleet: { topology: { fullMesh: {} } },
      clusters,
      services: [
        { name: 'guarded', selector: { app: 'pay' }, clusters: ['us'], allow },
        { name: 'pay', selector: { app: 'pay', tier: 'api' }, clusters: ['us', 'eu'] },
      ],
    });
    const pay = fleet.services.find(({ name }) => name === 'pay')!;
    const [eu, us] = ['eu', 'us'].map((name) => fleet.clusters.get(name)!);
    const asked = { serviceAccount: 'other', namespace: 'x', cluster: us! };
    const cases = verdictsFor(fleet, pay, [eu!, us!], asked, kept(fleet));
    expect(
      cases
        .filter(({ verdict }) => verdict.path !== 'gateway')
        .map(({ verdict }) => [verdict.cluster, verdict.verdict]),
    ).toEqual([
      ['eu', 'unguarded'],
      ['us', 'refused'],
    ]);
    const [reason] = whyNot(fleet, pay, asked, cases, kept(fleet));
    expect(reason?.because[0]).toBe(
      'Service/prod/guarded.spec.allow, on the same pods, closes port 8080 to whoever is not named',
    );
    expect(reason?.needs).toContain('in Service/prod/guarded.spec.allow');
  });

  it('is everybody for requests of kubelets, where routes are told apart', () => {
    const routes = [{ path: { value: '/pay' } }];
    const service = { clusters: ['us'], allow: [{ ...allow[0], routes }], probePaths: ['/ready'] };
    const { all, web } = asking(service, { policyController: { probeNetworks: ['10.0.0.0/8'] } });
    const probes = { cidr: '10.0.0.0/8', requests: ['GET /ready'], by: 'Service/prod/pay.spec.probePaths' };
    expect(all()[0]?.networks).toEqual([probes]);
    expect(web('eu')[0]).toMatchObject({ verdict: 'refused', except: ['GET /ready'] });
    expect(asking({ ...service, allow }).all()[0]?.networks).toEqual([
      { cidr: '10.9.0.0/16', by: 'Service/prod/pay.spec.allow[1]' },
    ]);
  });

  it('is whoever has an address of clusterNetworks, where the default asks for that', () => {
    const { fleet } = buildTestFleet({
      clusters: {
        us: { network: 'a', podCidrs: ['10.1.0.0/16'], clusterNetworks: ['10.1.0.0/16', '10.2.0.0/17'] },
        eu: { network: 'a', podCidrs: ['10.2.0.0/16'] },
        ap: { network: 'a', podCidrs: ['10.3.0.0/16'] },
      },
      fleet: { defaultInboundPolicy: 'cluster-authenticated' },
      services: [{ name: 'pay', clusters: ['us', 'eu'] }],
    });
    const members = ['us', 'eu'].map((name) => fleet.clusters.get(name)!);
    const [us, eu] = whoCanCall(fleet, fleet.services[0]!, members, kept(fleet));
    expect(us?.callers.map(({ from, may }) => [from, may])).toEqual([
      ['us', undefined],
      ['eu', true],
    ]);
    expect(eu?.callers.map(({ from, may }) => [from, may])).toEqual(
      ['eu', 'ap', 'us'].map((from) => [from, undefined]),
    );
    const asked = { serviceAccount: 'web', namespace: 'x', cluster: fleet.clusters.get('ap')! };
    expect(
      verdictsFor(fleet, fleet.services[0]!, members, asked, kept(fleet)).map(({ verdict }) => verdict),
    ).toMatchObject([
      { verdict: 'refused', by: 'default inbound policy cluster-authenticated' },
      { verdict: 'unguarded' },
    ]);
  });

  it('is by no mirror of a Link that drains', () => {
    const { fleet } = buildTestFleet({
      fleet: { topology: [{ fullMesh: {} }, { drain: [{ source: 'us', target: 'eu' }] }] },
      clusters,
      services: [{ name: 'pay', federated: true, clusters: ['us', 'eu'] }],
    });
    const [eu] = whoCanCall(fleet, fleet.services[0]!, [fleet.clusters.get('eu')!], kept(fleet));
    expect(eu?.callers.map(({ from, called }) => [from, called])).toEqual([
      ['eu', 'pay'],
      ['us', undefined],
    ]);
  });

  it('is said to be audited where it is only audited', () => {
    const { all, web } = asking({ clusters: ['us'], allow: [], accessPolicy: 'audit' });
    expect(all()).toMatchObject([{ others: 'audited', callers: [] }]);
    expect(web('us')).toMatchObject([{ verdict: 'audited' }, { verdict: 'audited', path: 'gateway' }]);
  });
});

describe('a caller that is known by address', () => {
  const shown = (networks: string[], from: string, more = {}, exported = true) => {
    const cases = asking({ exported, clusters: ['us'], allow: [{ networks }] }, {}, more).web(from);
    return cases.map(({ path, verdict, addresses }) => [path, verdict, addresses]);
  };

  it('behind a gateway has the address of the gateway, which is a pod', () => {
    expect(shown(['10.1.0.0/16'], 'ap')).toEqual([['gateway', 'admitted', '10.1.0.0/16']]);
    expect(shown(['0.0.0.0/0'], 'ap')).toEqual([['gateway', 'admitted', '0.0.0.0/0']]);
    expect(shown(['10.1.9.0/24'], 'ap')).toEqual([['gateway', 'may', '10.1.9.0/24']]);
    expect(shown(['10.3.0.0/16'], 'ap')).toEqual([['gateway', 'refused', undefined]]);
    const [answer] = asking({ clusters: ['us'], allow: [{ networks: ['10.1.9.0/24'] }] }).all();
    expect(answer?.callers).toEqual(
      ['ap', 'eu', 'us'].map((from) => ({
        from,
        path: 'gateway',
        addresses: '10.1.9.0/24',
        may: true,
        by: 'Service/prod/pay.spec.allow[0]',
      })),
    );
  });

  it('may get in where it is not known which addresses its cluster has, or its nodes have such', () => {
    expect(shown(['10.2.0.0/15'], 'eu')[0]).toEqual(['flat', 'admitted', '10.2.0.0/15']);
    expect(shown(['10.9.0.0/16'], 'eu')[0]).toEqual(['flat', 'refused', undefined]);
    expect(shown(['10.9.0.0/16'], 'eu', { podCidrs: undefined })[0]).toEqual(['flat', 'may', '10.9.0.0/16']);
    expect(shown(['10.9.0.0/16'], 'eu', { nodeCidrs: ['10.9.4.0/24'] })[0]).toEqual(['flat', 'may', '10.9.0.0/16']);
    expect(shown(['0.0.0.0/0'], 'eu', { podCidrs: undefined })[0]).toEqual(['flat', 'admitted', '0.0.0.0/0']);
    expect(shown(['::/0'], 'eu')[0]).toEqual(['flat', 'refused', undefined]);
  });

  it('is not among those whose refusal is explained', () => {
    const { why } = asking({ clusters: ['us'], allow: [{ networks: ['10.1.9.0/24'] }] });
    expect(why('ap')).toEqual([]);
  });
});

describe('why a caller is refused', () => {
  const reasons = (service: Partial<TestService>, from: string, values = {}) =>
    asking({ clusters: ['us'], ...service }, values)
      .why(from)
      .map(({ path, because, needs }) => [path, ...because, needs]);
  const at = 'Service/prod/pay.spec.allow';

  it('is what each entry names instead, and the line that it would need', () => {
    const ports = [
      { port: 80, name: 'http', targetPort: 8080 },
      { port: 81, name: 'admin' },
    ];
    const allow = [
      { serviceAccount: 'web', namespace: 'frontend', clusters: ['us'] },
      { namespace: 'jobs' },
      { serviceAccount: 'api', namespace: 'frontend' },
      { networks: ['10.9.0.0/16'] },
      { serviceAccount: 'web', namespace: 'frontend', ports: ['admin'] },
    ];
    const line = `- { serviceAccount: web, namespace: frontend, clusters: [eu] } in ${at}`;
    expect(reasons({ federated: true, ports, allow }, 'eu').slice(0, 1)).toEqual([
      [
        'federated',
        `${at} closes port 8080 to whoever is not named`,
        `${at}[0] names clusters us`,
        `${at}[1] names namespace jobs`,
        `${at}[2] names api.frontend`,
        `${at}[3] admits addresses: 10.9.0.0/16`,
        `${at}[4] is about ports admin`,
        line,
      ],
    ]);
  });

  it('is the gateway that hides it, or that nothing leads there', () => {
    const allow = [{ serviceAccount: 'web', namespace: 'frontend' }];
    expect(reasons({ exported: true, allow }, 'ap')).toEqual([
      [
        'gateway',
        `${at} closes port 8080 to whoever is not named`,
        `${at}[0] names it, and the gateway in between hides it`,
        `- { serviceAccount: web, namespace: frontend, clusters: [ap], throughGateway: true }, which admits every client of the gateway, in ${at}`,
      ],
    ]);
    expect(reasons({ clusters: ['eu'], allow }, 'ap')).toEqual([
      [
        undefined,
        'no network, no flat Link and no gateway leads from ap to eu',
        '{ edges: [{ source: ap, target: eu }] } in Fleet.spec.topology, and federated or exported on Service/prod/pay',
      ],
    ]);
    expect(reasons({ allow }, 'eu')[0]).toContain(`${at}[0] names it, and no mirror or federation brings it there`);
  });

  it('is the default inbound policy where there is no Server', () => {
    expect(reasons({}, 'us', { proxy: { defaultInboundPolicy: 'deny' } })).toEqual([
      [
        'local',
        'no Server claims port 8080: the default inbound policy of us decides',
        `- { serviceAccount: web, namespace: frontend, clusters: [us] } in ${at}`,
      ],
    ]);
  });
});

describe('every verdict', () => {
  it('is the one that Linkerd comes to with the objects that are written', () => {
    const asked = fc.constantFrom(...workloads.filter((workload) => workload.meshed && isAtHome(workload)));
    const seen = new Set<string>();
    fc.assert(
      fc.property(fleets, asked, fc.constantFrom(...NAMES), (given, caller, to) => {
        const { fleet, world, payOf } = packetsOf(given);
        const clusterOf = (name: string) => fleet.clusters.get(name)!;
        const [pay] = fleet.services;
        const who = { serviceAccount: caller.account, namespace: caller.namespace, cluster: clusterOf(caller.cluster) };
        const cases = verdictsFor(fleet, pay!, [clusterOf(to)], who, kept(fleet));
        const entries = world.entries(caller, payOf(to));
        for (const { verdict, path, addresses } of cases.map((one) => one.verdict)) {
          seen.add(verdict);
          const way = path === 'gateway' ? 'gateway' : 'direct';
          // A gateway asks for nothing itself.
          if (caller.account === 'linkerd-gateway') continue;
          // Elsewhere another case may let it in.
          if (verdict === 'may' && !within(addresses!, caller.address)) continue;
          expect(entries.includes(way), verdict).toBe(verdict !== 'refused' && verdict !== 'no path');
        }
        const ways = new Set(cases.map(({ verdict: { path } }) => (path === 'gateway' ? 'gateway' : 'direct')));
        for (const way of entries) expect(ways).toContain(way);
      }),
      { numRuns: 1500 },
    );
    expect([...seen].sort()).toEqual(['admitted', 'audited', 'may', 'no path', 'refused', 'unguarded']);
  });
});
