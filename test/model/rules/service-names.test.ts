import { describe, expect, it } from 'vitest';
import { servicePorts, tcpOnly } from '../../../lib/model/rules/ports';
import { mirrorLength, serviceMetadata, serviceNames, serviceOnce } from '../../../lib/model/rules/service-names';
import type { TestService } from '../fixtures';
import { ask, told } from './ask';

const clusters = { eu: { network: 'n' }, us: { network: 'n' } };
const mesh = { topology: { fullMesh: {} } };

describe('names of Services', () => {
  it('begin with a letter, unlike namespaces', () => {
    const services = [{ name: '1web', namespace: '1prod' }, { name: 'Pay_ments' }, { name: 'web', namespace: 'a.b' }];
    const issues = ask(serviceNames, { clusters, services });
    expect(told(issues)).toEqual([
      'NAME_SERVICE Service/1prod/1web.metadata.name: "1web"',
      'NAME_NAMESPACE Service/a.b/web.metadata.namespace: "a.b"',
      'NAME_SERVICE Service/prod/Pay_ments.metadata.name: "Pay_ments"',
    ]);
    expect(issues[2]!.fix).toBe('Did you mean pay-ments?');
  });

  it('are checked for one cluster only where it has the Service', () => {
    const services = [{ name: '1web', clusters: ['us'] }];
    expect(ask(serviceNames, { clusters, services }, ['eu'])).toEqual([]);
    expect(ask(serviceNames, { clusters, services }, ['us'])).toHaveLength(1);
  });
});

describe('labels of Services', () => {
  it('are not those by which Links select', () => {
    const labels = { 'mirror.linkerd.io/exported': 'true', team: 'pay!', 'a/b/c': 'x' };
    const annotations = { 'multicluster.linkerd.io/remote-discovery': 'a@b', 'example.com/Note': 'anything at all' };
    expect(told(ask(serviceMetadata, { clusters, services: [{ name: 'web', labels, annotations }] }))).toEqual([
      'SERVICE_LABEL_OWNED Service/prod/web.spec.labels.mirror.linkerd.io/exported: mirror.linkerd.io/exported: "true"',
      'NAME_LABEL_VALUE Service/prod/web.spec.labels.team: "pay!"',
      'NAME_LABEL_KEY Service/prod/web.spec.labels.a/b/c: "a/b/c"',
      'SERVICE_LABEL_OWNED Service/prod/web.spec.annotations.multicluster.linkerd.io/remote-discovery: multicluster.linkerd.io/remote-discovery: "a@b"',
    ]);
  });
});

describe('ports', () => {
  const ports = (list: TestService['ports']) =>
    told(ask(servicePorts, { clusters, services: [{ name: 'web', ports: list }] }));

  it('have names where there are several, each its own', () => {
    expect(ports([{ port: 80 }])).toEqual([]);
    expect(
      ports([{ port: 80 }, { port: 81, name: 'http' }, { port: 82, name: 'http' }, { port: 83, name: 'Admin' }]),
    ).toEqual([
      'NAME_PORT Service/prod/web.spec.ports[0].name: no name, of 4 ports',
      'NAME_PORT Service/prod/web.spec.ports[2].name: "http" a second time',
      'NAME_PORT Service/prod/web.spec.ports[3].name: "Admin"',
    ]);
  });

  it('take a name of more than 15 characters, which only container ports have as their limit', () => {
    expect(ports([{ port: 80, name: 'http-internal-admin', targetPort: 'http-internal-admin' }])).toEqual([
      'NAME_TARGET_PORT Service/prod/web.spec.ports[0].targetPort: "http-internal-admin"',
    ]);
  });

  it('tell a quoted number from the name of a container port', () => {
    const services: TestService[] = [{ name: 'web', ports: [{ port: 80, targetPort: '8080' }] }];
    expect(ask(servicePorts, { clusters, services })[0]).toMatchObject({
      code: 'NAME_TARGET_PORT',
      fix: 'Write the number without quotes: 8080.',
    });
  });

  it('are not repeated for one protocol', () => {
    expect(
      ports([
        { port: 53, name: 'dns' },
        { port: 53, name: 'dns-udp', protocol: 'UDP' },
        { port: 53, name: 'again' },
      ]),
    ).toEqual(['SERVICE_PORT_REPEATED Service/prod/web.spec.ports[2]: 53/TCP a second time']);
  });

  it('are TCP where they cross clusters', () => {
    const list: TestService['ports'] = [
      { port: 53, name: 'dns' },
      { port: 53, name: 'udp', protocol: 'UDP' },
    ];
    const services = [
      { name: 'dns', ports: list, exported: true as const },
      { name: 'inside', ports: list },
    ];
    expect(told(ask(tcpOnly, { clusters, services }))).toEqual([
      'SERVICE_PORT_NOT_TCP Service/prod/dns.spec.ports: 53/UDP',
    ]);
  });
});

describe('length of mirrors', () => {
  const name = `w${'0'.repeat(59)}`;

  it('counts the name of the target, where a source mirrors the Service', () => {
    const services = [{ name, exported: 'remote-discovery' as const }];
    const given = { clusters: { eu: { network: 'n' }, 'us-1': { network: 'n' } }, services };
    expect(ask(mirrorLength, given)).toEqual([]);
    const issues = ask(mirrorLength, { ...given, fleet: mesh });
    expect(told(issues)).toEqual([
      `NAME_MIRROR_LENGTH Service/prod/${name}.metadata.name: ${name}-us-1 (65 characters)`,
    ]);
    expect(issues[0]!.clusters).toEqual(['us-1']);
  });

  it('counts the word federated', () => {
    const services = [
      { name: `w${'0'.repeat(52)}`, federated: true },
      { name: `w${'0'.repeat(53)}`, federated: true },
    ];
    expect(ask(mirrorLength, { clusters, services }).map((i) => i.found)).toEqual([
      `w${'0'.repeat(53)}-federated (64 characters)`,
    ]);
  });
});

describe('one Service described twice', () => {
  it('must not be for one cluster', () => {
    const services = [
      { name: 'web', clusters: ['eu'] },
      { name: 'web', clusters: { matchLabels: { network: 'n' } } },
      { name: 'web', namespace: 'other' },
    ];
    const issues = ask(serviceOnce, { clusters, services });
    expect(told(issues)).toEqual([
      'SERVICE_DUPLICATE Service/prod/web.spec.clusters: prod/web described more than once for eu',
    ]);
    expect(issues[0]!.clusters).toEqual(['eu']);
    expect(ask(serviceOnce, { clusters, services }, ['us'])).toEqual([]);
  });

  it('may be for different clusters', () => {
    const services = [
      { name: 'web', clusters: ['eu'] },
      { name: 'web', clusters: ['us'] },
    ];
    expect(ask(serviceOnce, { clusters, services })).toEqual([]);
  });
});
