import { describe, expect, it } from 'vitest';
import { values, valuesTogether } from '../../../lib/model/rules/values';
import { ask, told } from './ask';

describe('values of users', () => {
  it('are refused at the level that set them, once', () => {
    const issues = ask(values, {
      fleet: {
        values: { controlPlane: { identityTrustDomain: 'x', proxy: { logLevl: 'info' } } },
        regions: [{ name: 'us' }, { name: 'eu', values: { multicluster: { controllers: [] } } }],
      },
      clusters: {
        a: { region: 'eu' },
        b: { region: 'eu', values: { crds: { installGatewayApi: true } } },
        c: { region: 'us' },
      },
    });
    expect(issues.map((i) => [`${i.code} ${i.path}`, i.clusters.join(' ')])).toEqual([
      ['VALUES_UNKNOWN_KEY Cluster/b.spec.values.crds.installGatewayApi', 'b'],
      ['VALUES_OWNED_KEY Fleet.spec.values.controlPlane.identityTrustDomain', 'a b c'],
      ['VALUES_UNKNOWN_KEY Fleet.spec.values.controlPlane.proxy.logLevl', 'a b c'],
      ['VALUES_OWNED_KEY Fleet.spec.regions[1].values.multicluster.controllers', 'a b'],
    ]);
  });

  it('are held against the release of each cluster', () => {
    const issues = ask(values, {
      fleet: { values: { crds: { installGatewayAPI: false } } },
      clusters: { a: {}, b: { linkerd: { version: '2.17' } } },
    });
    expect(issues.map((i) => [`${i.code} ${i.path}`, i.clusters.join(' ')])).toEqual([
      ['VALUES_UNKNOWN_KEY Fleet.spec.values.crds.installGatewayAPI', 'b'],
    ]);
  });

  it('hold no secrets, and none is shown', () => {
    const key = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ\n-----END PRIVATE KEY-----';
    const issues = ask(values, { clusters: { a: { values: { multicluster: { podAnnotations: { note: key } } } } } });
    expect(issues.map((i) => `${i.code} ${i.path}`)).toEqual([
      'VALUES_SECRET Cluster/a.spec.values.multicluster.podAnnotations.note',
    ]);
    expect(JSON.stringify(issues)).not.toContain('MC4C');
  });

  it('that are right are not mentioned', () => {
    const given = {
      values: { controlPlane: { proxy: { logLevel: 'warn' } }, multicluster: { podLabels: { team: 'mesh' } } },
    };
    expect(ask([values, valuesTogether], { fleet: given, clusters: ['a', 'b'] })).toEqual([]);
  });
});

describe('values that fail together', () => {
  it('count what is inherited, and are told where the key was written', () => {
    const issues = ask(valuesTogether, {
      fleet: { linkerd: { version: '2.19' }, values: { controlPlane: { proxy: { nativeSidecar: true } } } },
      clusters: { a: { values: { controlPlane: { proxy: { waitBeforeExitSeconds: 5 } } } }, b: {} },
    });
    expect(told(issues)).toEqual([
      'VALUES_COMBINATION Cluster/a.spec.values.controlPlane.proxy.waitBeforeExitSeconds: proxy.nativeSidecar with proxy.waitBeforeExitSeconds',
    ]);
    expect(issues[0]!.clusters).toEqual(['a']);
  });

  it('know the facts of the cluster', () => {
    const tracing = {
      enabled: true,
      collector: { endpoint: 'c:4317', meshIdentity: { serviceAccountName: 'c', namespace: 'c' } },
    };
    const issues = ask(valuesTogether, {
      fleet: { values: { controlPlane: { disableHeartBeat: false, proxy: { tracing } } } },
      clusters: { a: {}, b: { trustDomain: 'cluster.local' } },
    });
    expect(issues.map((i) => [`${i.code} ${i.path}`, i.clusters.join(' ')])).toEqual([
      ['VALUES_HEARTBEAT Fleet.spec.values.controlPlane.disableHeartBeat', 'a b'],
      ['VALUES_TRACING_IDENTITY Fleet.spec.values.controlPlane.proxy.tracing.enabled', 'a'],
    ]);
  });
});
