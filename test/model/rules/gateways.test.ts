import { describe, expect, it } from 'vitest';
import type { Gateway } from '../../../lib/fleet/spec';
import { gatewayAddresses } from '../../../lib/model/rules/gateway-address';
import * as service from '../../../lib/model/rules/gateway-service';
import { gatewayNearby, gatewayReached, gatewayShared } from '../../../lib/model/rules/gateways';
import type { Rule } from '../../../lib/model/rules/rule';
import { ask, told } from './ask';

const mesh = { topology: { fullMesh: {} } };
const edge = (source: string, target: string) => ({ topology: { edges: [{ source, target }] } });

describe('gateway edges', () => {
  it('need a gateway on the target, and the sources are named', () => {
    const issues = ask(gatewayReached, {
      fleet: mesh,
      clusters: { a: {}, b: { gateway: { address: '192.0.2.1' } }, c: {} },
    });
    expect(told(issues)).toEqual([
      'GATEWAY_MISSING Cluster/a.spec.gateway: no gateway in a, dialled by b, c',
      'GATEWAY_MISSING Cluster/c.spec.gateway: no gateway in c, dialled by a, b',
    ]);
    expect(issues[0]!.clusters).toEqual(['a', 'b', 'c']);
  });

  it('take a gateway that is switched off for none', () => {
    const fleet = { ...edge('a', 'b'), gateway: { address: 'gw.example.com' } };
    expect(told(ask(gatewayReached, { fleet, clusters: { a: {}, b: { gateway: { enabled: false } } } }))).toEqual([
      'GATEWAY_MISSING Cluster/b.spec.gateway: no gateway in b, dialled by a',
    ]);
  });

  it('need an address for the network of each source', () => {
    const clusters = {
      a: { gateway: { networks: { x: { address: '192.0.2.1' }, empty: { address: [] } } } },
      b: { network: 'x' },
      c: { network: 'y' },
      d: {},
      e: { network: 'empty' },
    };
    const edges = ['b', 'c', 'd', 'e'].map((source) => ({ source, target: 'a' }));
    const issues = ask(gatewayReached, { fleet: { topology: { edges } }, clusters });
    expect(told(issues)).toEqual([
      'GATEWAY_ADDRESS_MISSING Cluster/a.spec.gateway.address: no address of the gateway of a for c (y), d (no network), e (empty)',
    ]);
    expect(issues[0]!.clusters).toEqual(['a', 'c', 'd', 'e']);
  });

  it('are not those inside a network, unless the mode says so', () => {
    const clusters = { a: { network: 'n' }, b: { network: 'n' } };
    expect(ask(gatewayReached, { fleet: edge('a', 'b'), clusters })).toEqual([]);
    const topology = { edges: [{ source: 'a', target: 'b', mode: 'gateway' as const }] };
    expect(ask(gatewayReached, { fleet: { topology }, clusters })).toHaveLength(1);
  });

  it('are told as one where many targets lack a gateway', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const issues = ask(gatewayReached, { fleet: mesh, clusters: names });
    expect(told(issues)).toEqual([
      'GATEWAY_MISSING Cluster/a.spec.gateway: no gateway in a, b, c, d, e and 2 more, dialled by a, b, c, d, e and 2 more',
    ]);
    expect(issues[0]!.clusters).toEqual(names);
  });

  it('are asked of the source as of the target', () => {
    const given = { fleet: edge('a', 'b'), clusters: ['a', 'b', 'c'] };
    for (const name of ['a', 'b']) expect(ask(gatewayReached, given, [name])).toHaveLength(1);
    expect(ask(gatewayReached, given, ['c'])).toEqual([]);
  });
});

describe('addresses that only mean something nearby', () => {
  it('are warned of once for the fleet, when sources of other networks dial them', () => {
    const clusters = Object.fromEntries(
      ['a', 'b', 'c'].map((name, i) => [name, { network: name, gateway: { address: `10.${i}.0.1` } }]),
    );
    const issues = ask(gatewayNearby, { fleet: mesh, clusters });
    expect(told(issues)).toEqual([
      'GATEWAY_ADDRESS_PRIVATE Cluster/a.spec.gateway.address: a private address for sources of other networks, in a, b, c',
    ]);
    expect(issues[0]!.severity).toBe('warning');
  });

  it('are right inside their network, and where it was said that they are routed', () => {
    const topology = {
      edges: [
        { source: 'a', target: 'b', mode: 'gateway' as const },
        { source: 'c', target: 'b' },
      ],
    };
    const networks = { elsewhere: { address: '10.0.0.1' } };
    const clusters = {
      a: { network: 'n' },
      b: { network: 'n', gateway: { address: '10.0.0.1', networks } },
      c: { network: 'elsewhere' },
    };
    expect(ask(gatewayNearby, { fleet: { topology }, clusters })).toEqual([]);
  });

  it('include a ClusterIP, and are not told twice', () => {
    const gateway = { address: '10.0.0.1', serviceType: 'ClusterIP' as const };
    expect(told(ask(gatewayNearby, { fleet: edge('a', 'b'), clusters: { a: {}, b: { gateway } } }))).toEqual([
      'GATEWAY_CLUSTER_IP Cluster/b.spec.gateway.serviceType: serviceType ClusterIP for sources of other networks, in b',
    ]);
  });
});

describe('one address for two targets', () => {
  it('is refused where a source is linked with both', () => {
    const gateway = { address: ['gw.example.com', '192.0.2.1'] };
    const clusters = {
      a: {},
      b: { gateway: { address: '192.0.2.1' } },
      c: { gateway },
      d: { gateway: { address: '192.0.2.9' } },
    };
    const fleet = { topology: { edges: ['b', 'c', 'd'].map((target) => ({ source: 'a', target })) } };
    expect(told(ask(gatewayShared, { fleet, clusters }))).toEqual([
      'GATEWAY_ADDRESS_SHARED Cluster/b.spec.gateway.address: 192.0.2.1 port 4143 for b, c',
    ]);
  });

  it('is right with two ports, and for sources that never see both', () => {
    const clusters = {
      a: { network: 'x' },
      b: { gateway: { address: '192.0.2.1' } },
      c: { gateway: { networks: { x: { address: '192.0.2.1', port: 5143 } } } },
      d: {},
      e: { gateway: { address: '192.0.2.1' } },
    };
    const edges = [
      { source: 'a', target: 'b' },
      { source: 'a', target: 'c' },
      { source: 'd', target: 'e' },
    ];
    expect(ask(gatewayShared, { fleet: { topology: { edges } }, clusters })).toEqual([]);
  });
});

describe('addresses as written', () => {
  it.each([
    ['https://gw.example.com', 'GATEWAY_ADDRESS_INVALID'],
    ['gw.example.com:4143', 'GATEWAY_ADDRESS_INVALID'],
    ['192.0.2.1:4143', 'GATEWAY_ADDRESS_INVALID'],
    ['[2001:db8::1]', 'GATEWAY_ADDRESS_INVALID'],
    ['192.0.2.256', 'GATEWAY_ADDRESS_INVALID'],
    ['gw_1.example.com', 'GATEWAY_ADDRESS_INVALID'],
    ['127.0.0.1', 'GATEWAY_ADDRESS_INVALID'],
    ['169.254.1.1', 'GATEWAY_ADDRESS_INVALID'],
    ['0.0.0.0', 'GATEWAY_ADDRESS_INVALID'],
    ['::1', 'GATEWAY_ADDRESS_INVALID'],
    ['fe80::1', 'GATEWAY_ADDRESS_INVALID'],
    ['2001:db8::1', undefined],
    ['192.0.2.1', undefined],
    ['a1b2.elb.eu-west-1.amazonaws.com', undefined],
  ])('%s → %s', (address, code) => {
    expect(ask(gatewayAddresses, { clusters: { a: { gateway: { address } } } }).map((i) => i.code)).toEqual(
      [code].filter(Boolean),
    );
  });

  it('are no names that a source resolves within itself', () => {
    const own = 'linkerd-gateway.linkerd-multicluster.svc.cluster.local';
    const at = (address: string, source: object = {}) =>
      told(
        ask(gatewayAddresses, {
          fleet: { topology: [{ edges: [{ source: 'b', target: 'a', mode: 'gateway' }] }] },
          clusters: { a: { gateway: { address } }, b: source },
        }),
      );
    const found = (name: string) => [
      `GATEWAY_ADDRESS_INVALID Cluster/a.spec.gateway.address: "${name}", which leads a source to itself`,
    ];
    expect(at(own)).toEqual(found(own));
    expect(at('linkerd-gateway.linkerd-multicluster.svc')).toEqual(found('linkerd-gateway.linkerd-multicluster.svc'));
    expect(at('localhost')).toEqual(found('localhost'));
    expect(at(own, { clusterDomain: 'b.example.com' })).toEqual([]);
    expect(at('gw.svc.example.com')).toEqual([]);
  });

  it('say which of several, by network too, and which is there twice', () => {
    const gateway = {
      address: 'gw.example.com, 192.0.2.1,192.0.2.1',
      networks: { x: { address: ['192.0.2.1', 'Gw.Example.com'] } },
      loadBalancerIP: 'one',
    };
    const issues = ask(gatewayAddresses, { clusters: { a: { gateway } } });
    expect(told(issues)).toEqual([
      'GATEWAY_ADDRESS_DUPLICATE Cluster/a.spec.gateway.address: "192.0.2.1"',
      'GATEWAY_ADDRESS_INVALID Cluster/a.spec.gateway.networks.x.address: "Gw.Example.com", which has upper-case letters',
      'GATEWAY_ADDRESS_INVALID Cluster/a.spec.gateway.loadBalancerIP: "one", which is not an IP address',
    ]);
    expect(issues[1]!.fix).toBe('Write gw.example.com, if that is what was meant.');
  });
});

describe('the Service of a gateway', () => {
  const of = (rule: Rule, gateway: Gateway, version: '2.19' | '2.20' = '2.20') =>
    told(ask(rule, { clusters: { a: { gateway, linkerd: { version } } } })).map((line) =>
      line.replace('Cluster/a.spec.gateway', '~'),
    );

  it('of type NodePort has node ports that Git knows', () => {
    expect(of(service.nodePorts, { serviceType: 'NodePort' })).toEqual([
      'GATEWAY_NODE_PORT_MISSING ~.serviceType: serviceType NodePort without nodePort',
      'GATEWAY_NODE_PORT_MISSING ~.serviceType: serviceType NodePort without probeNodePort',
    ]);
    expect(of(service.nodePorts, { serviceType: 'NodePort', nodePort: 30143, probeNodePort: 30191 })).toEqual([]);
    expect(of(service.nodePorts, {})).toEqual([]);
  });

  it('has node ports of the default range, or is warned', () => {
    expect(of(service.nodePorts, { serviceType: 'NodePort', nodePort: 4143, probeNodePort: 32768 })).toEqual([
      'GATEWAY_NODE_PORT_RANGE ~.nodePort: 4143',
      'GATEWAY_NODE_PORT_RANGE ~.probeNodePort: 32768',
    ]);
  });

  it('has every port once', () => {
    const node = { serviceType: 'NodePort' as const, nodePort: 30143, probeNodePort: 30143 };
    expect(of(service.ports, node)).toEqual([
      'GATEWAY_PORTS_EQUAL ~.probeNodePort: 30143, which is also gateway.nodePort',
    ]);
    expect(of(service.ports, { probe: { port: 4143 } })[0]).toBe(
      'GATEWAY_PORTS_EQUAL ~.probe.port: 4143, which is also gateway.port',
    );
    expect(of(service.ports, { networks: { x: { address: '192.0.2.1', port: 443, probePort: 443 } } })).toEqual([
      'GATEWAY_PORTS_EQUAL ~.networks.x: 443 for traffic and for probes',
    ]);
  });

  it('listens where the proxy does, unless somebody moved the proxy', () => {
    expect(of(service.ports, { port: 443, probe: { port: 80 } })).toEqual([
      'GATEWAY_PORT_NOT_PROXY ~.port: 443, where proxies take traffic on 4143',
      'GATEWAY_PORT_NOT_PROXY ~.probe.port: 80, where proxies answer probes on 4191',
    ]);
    const moved = { controlPlane: { proxy: { ports: { inbound: 5143 } } } };
    const asked = (gateway: object) => ask(service.ports, { clusters: { a: { gateway, values: moved } } });
    expect(asked({}).length).toBe(1);
    expect(asked({ port: 5143 })).toEqual([]);
    expect(of(service.ports, { networks: { x: { address: '192.0.2.1', port: 443 } } })).toEqual([]);
    const values = {
      multicluster: { gateway: { deploymentAnnotations: { 'config.linkerd.io/inbound-port': '443' } } },
    };
    expect(ask(service.ports, { clusters: { a: { gateway: { port: 443 }, values } } })).toEqual([]);
  });

  it('has only fields that Kubernetes takes for its type', () => {
    const balancer = {
      loadBalancerClass: 'x',
      loadBalancerIP: '192.0.2.1',
      loadBalancerSourceRanges: ['192.0.2.0/24'],
      externalTrafficPolicy: 'Local' as const,
      healthCheckNodePort: 30000,
      nodePort: 30143,
    };
    expect(of(service.serviceFields, balancer)).toEqual([]);
    expect(of(service.serviceFields, { ...balancer, serviceType: 'NodePort' })).toEqual([
      'GATEWAY_SERVICE_FIELD ~.healthCheckNodePort: healthCheckNodePort with serviceType NodePort',
      'GATEWAY_SERVICE_FIELD ~.loadBalancerClass: loadBalancerClass with serviceType NodePort',
      'GATEWAY_SERVICE_FIELD ~.loadBalancerIP: loadBalancerIP with serviceType NodePort',
      'GATEWAY_SERVICE_FIELD ~.loadBalancerSourceRanges: loadBalancerSourceRanges with serviceType NodePort',
    ]);
    expect(
      of(service.serviceFields, { serviceType: 'ClusterIP', nodePort: 30143, externalTrafficPolicy: 'Cluster' }),
    ).toEqual([
      'GATEWAY_SERVICE_FIELD ~.nodePort: nodePort with serviceType ClusterIP',
      'GATEWAY_SERVICE_FIELD ~.externalTrafficPolicy: externalTrafficPolicy with serviceType ClusterIP',
    ]);
    expect(of(service.serviceFields, { healthCheckNodePort: 30000 })).toEqual([
      'GATEWAY_SERVICE_FIELD ~.healthCheckNodePort: healthCheckNodePort without externalTrafficPolicy Local',
    ]);
  });

  it.each([
    ['3s', 0],
    ['1m', 0],
    ['1m30s', 0],
    ['1500ms', 1],
    ['0.5s', 1],
    ['0s', 1],
    ['500ms', 1],
    ['2000ms', 0],
  ])('is probed every whole second: %s', (period, problems) => {
    expect(of(service.probe, { probe: { period } })).toHaveLength(problems);
  });

  it('is probed on a path', () => {
    expect(of(service.probe, { probe: { path: 'ready' } })).toEqual(['GATEWAY_PROBE_PATH ~.probe.path: "ready"']);
    expect(of(service.probe, { probe: { path: '/ready' } })).toEqual([]);
  });

  it('has a health check port from 2.20 on', () => {
    expect(of(service.healthCheckPort, { healthCheckNodePort: 30000 }, '2.19')).toEqual([
      'GATEWAY_HEALTH_CHECK_NODE_PORT ~.healthCheckNodePort: it with Linkerd 2.19',
    ]);
    expect(of(service.healthCheckPort, { healthCheckNodePort: 30000 })).toEqual([]);
  });

  it('described for the whole fleet is wrong once', () => {
    const issues = ask(service.probe, { fleet: { gateway: { probe: { period: '500ms' } } }, clusters: ['a', 'b'] });
    expect(told(issues)).toEqual(['GATEWAY_PROBE_PERIOD Fleet.spec.gateway.probe.period: 500ms']);
    expect(issues[0]!.clusters).toEqual(['a', 'b']);
  });
});
