import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { pairsFor, pairsScript } from '../../lib/analysis/who-can/pairs';
import { kept } from '../../lib/model/policy/callers';
import { buildTestFleet, type TestService } from '../model/fixtures';

function pairs(service: Partial<TestService>, network: string | undefined = 'a'): string[] {
  const { fleet } = buildTestFleet({
    fleet: { topology: { fullMesh: {} } },
    clusters: { us: { network: 'a' }, eu: { network, clusterDomain: 'eu.internal' } },
    services: [{ name: 'pay', selector: { app: 'pay' }, ...service }],
  });
  const [pay] = fleet.services;
  const members = [...fleet.clusters.values()].filter((cluster) => pay!.on(cluster));
  return pairsFor(fleet, pay!, members, kept(fleet)).map(
    ({ expect: want, cluster, namespace, serviceAccount, method, url }) =>
      `${want} ${serviceAccount}.${namespace}@${cluster} ${method} ${url}`,
  );
}
const web = { serviceAccount: 'web', namespace: 'frontend', clusters: ['us'] };

describe('calls to try', () => {
  it('are those of accounts that are named, and of others beside them, by every name that leads there', () => {
    expect(pairs({ federated: true, allow: [web] }).sort()).toEqual([
      'allowed web.frontend@us GET http://pay-federated.prod.svc.cluster.local:8080/',
      'allowed web.frontend@us GET http://pay.prod.svc.cluster.local:8080/',
      'refused default.frontend@eu GET http://pay-federated.prod.svc.eu.internal:8080/',
      'refused default.frontend@eu GET http://pay.prod.svc.eu.internal:8080/',
      'refused default.frontend@us GET http://pay-federated.prod.svc.cluster.local:8080/',
      'refused default.frontend@us GET http://pay.prod.svc.cluster.local:8080/',
      'refused default.prod@eu GET http://pay-federated.prod.svc.eu.internal:8080/',
      'refused default.prod@eu GET http://pay.prod.svc.eu.internal:8080/',
      'refused default.prod@us GET http://pay-federated.prod.svc.cluster.local:8080/',
      'refused default.prod@us GET http://pay.prod.svc.cluster.local:8080/',
      'refused web.frontend@eu GET http://pay-federated.prod.svc.eu.internal:8080/',
      'refused web.frontend@eu GET http://pay.prod.svc.eu.internal:8080/',
    ]);
  });

  it('are requests that are admitted, and leave out what no name leads to', () => {
    const routes = [{ path: { value: '/orders' }, method: 'PUT' as const }];
    const found = pairs({ clusters: ['us'], allow: [{ ...web, routes }], probePaths: [] }, 'b');
    expect(found[0]).toBe('allowed web.frontend@us PUT http://pay.prod.svc.cluster.local:8080/orders/');
    expect(found.every((line) => line.includes('@us'))).toBe(true);
  });
});

describe('the script of them', () => {
  it('is one that a shell reads, whatever is in a path', () => {
    const script = pairsScript('pay.shop', [
      {
        cluster: 'us',
        namespace: 'a',
        serviceAccount: 'b',
        method: 'GET',
        url: "http://x:80/it's;$(x)",
        expect: 'refused',
      },
    ]);
    expect(script).toContain("'http://x:80/it'\\''s;$(x)'");
    execFileSync('sh', ['-n'], { input: script });
  });
});
