import { describe, expect, it } from 'vitest';
import { membersAgree } from '../../../lib/model/rules/agreement';
import type { TestService } from '../fixtures';
import { ask, told } from './ask';

const clusters = { eu: { network: 'n' }, us: { network: 'n' }, apac: { network: 'n' } };
const fleet = { topology: { fullMesh: {} } };

/** The Service pay, described once for each cluster. */
function members(specs: Readonly<Record<string, Partial<TestService>>>): TestService[] {
  return Object.entries(specs).map(([cluster, spec]) => ({
    name: 'pay',
    federated: true,
    clusters: [cluster],
    ...spec,
  }));
}

describe('members of one federated Service', () => {
  it('agree on ports by number, protocol and name', () => {
    const issues = ask(membersAgree, {
      fleet,
      clusters,
      services: members({
        eu: { ports: [{ name: 'http', port: 8080 }] },
        us: { ports: [{ name: 'http', port: 9090 }] },
      }),
    });
    expect(told(issues)).toEqual([
      'SERVICE_MEMBERS_PORTS Service/prod/pay.spec.ports: prod/pay as eu gets it: eu has http 8080/TCP; us has http 9090/TCP',
    ]);
    expect(issues[0]).toMatchObject({ severity: 'error', clusters: ['eu', 'us'] });
  });

  it('name the member that has a port first', () => {
    const services = members({
      eu: { ports: [{ name: 'http', port: 8080 }] },
      us: {
        ports: [
          { name: 'http', port: 8080 },
          { name: 'admin', port: 9999 },
        ],
      },
    });
    expect(ask(membersAgree, { fleet, clusters, services })[0]!.found).toBe(
      'prod/pay as eu gets it: us has admin 9999/TCP; eu lacks that',
    );
  });

  it('may differ in target ports, appProtocol, and the order of ports', () => {
    const a = { name: 'http', port: 8080, targetPort: 80, appProtocol: 'http' };
    const b = { name: 'admin', port: 9999 };
    const services = members({
      eu: { ports: [a, b] },
      us: { ports: [b, { name: 'http', port: 8080, targetPort: 'web' }] },
    });
    expect(ask(membersAgree, { fleet, clusters, services })).toEqual([]);
  });

  it('agree on how they are called, and are warned of other metadata', () => {
    const services = members({
      eu: {
        labels: { team: 'pay' },
        annotations: { 'balancer.linkerd.io/failure-accrual': 'consecutive', 'config.linkerd.io/opaque-ports': '8080' },
      },
      us: { labels: { team: 'billing' }, annotations: { 'retry.linkerd.io/http': '5xx', owner: 'x' } },
    });
    const issues = ask(membersAgree, { fleet, clusters, services });
    expect(issues.map((i) => `${i.severity} ${i.code}: ${i.found}`)).toEqual([
      'error SERVICE_MEMBERS_BALANCING: prod/pay as eu gets it: eu has balancer.linkerd.io/failure-accrual: "consecutive", config.linkerd.io/opaque-ports: "8080"; us has retry.linkerd.io/http: "5xx"',
      'warning SERVICE_MEMBERS_METADATA: prod/pay as eu gets it: eu has team: "pay"; us has team: "billing", owner: "x"',
    ]);
  });

  it('may differ in what Links leave out', () => {
    const services = members({
      eu: { labels: { 'app.kubernetes.io/instance': 'a', 'argocd.argoproj.io/instance': 'a' } },
      us: { annotations: { 'service.kubernetes.io/topology-mode': 'Auto', 'example.com/x': '1' } },
    });
    expect(ask(membersAgree, { fleet, clusters, services }).map((i) => i.found)).toEqual([
      'prod/pay as eu gets it: us has example.com/x: "1"; eu lacks that',
    ]);
    const excluding = { ...fleet, excludedAnnotations: ['example.com/*'] };
    expect(ask(membersAgree, { fleet: excluding, clusters, services })).toEqual([]);
  });

  it('may differ between islands that do not see each other', () => {
    const apart = { eu: { network: 'a' }, 'eu-2': { network: 'a' }, us: { network: 'b' } };
    const services = members({
      eu: { ports: [{ port: 1 }] },
      'eu-2': { ports: [{ port: 1 }] },
      us: { ports: [{ port: 2 }] },
    });
    expect(ask(membersAgree, { fleet, clusters: apart, services })).toEqual([]);
  });

  it('are seen together by a source that is no member', () => {
    const services = members({ eu: { ports: [{ port: 1 }] }, us: { ports: [{ port: 2 }] } });
    const edges = [
      { source: 'apac', target: 'eu' },
      { source: 'apac', target: 'us' },
    ];
    const issues = ask(membersAgree, { fleet: { topology: { edges } }, clusters, services });
    expect(issues[0]).toMatchObject({
      found: 'prod/pay as apac gets it: eu has 1/TCP; us has 2/TCP',
      clusters: ['apac', 'eu', 'us'],
    });
    expect(ask(membersAgree, { fleet: { topology: { edges: edges.slice(1) } }, clusters, services })).toEqual([]);
    expect(ask(membersAgree, { fleet: { topology: { edges } }, clusters, services }, ['eu'])).toEqual([]);
    expect(ask(membersAgree, { fleet: { topology: { edges } }, clusters, services }, ['apac'])).toHaveLength(1);
  });

  it('are one issue however many of them disagree', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`c${i}`, { network: 'n' }]));
    const specs = Object.fromEntries(
      Object.keys(many).map((name, i) => [name, { ports: [{ port: 1000 + i }] as TestService['ports'] }]),
    );
    expect(ask(membersAgree, { fleet, clusters: many, services: members(specs) })).toHaveLength(1);
  });

  it('need not agree with documents that are not federated', () => {
    const services = members({ eu: { ports: [{ port: 1 }] }, us: { ports: [{ port: 2 }], federated: false } });
    expect(ask(membersAgree, { fleet, clusters, services })).toEqual([]);
  });
});
