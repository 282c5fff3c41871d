import { describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../lib/fleet/spec';
import { networkPolicyManifests } from '../../lib/resources/policy/network';
import { validateAgainstCrd } from '../imports/schema';
import type { TestService } from '../model/fixtures';
import { planOf } from './plans';

const SERVICES: readonly TestService[] = [
  { name: 'pay', federated: true, selector: { app: 'pay' } },
  { name: 'discovered', exported: 'remote-discovery' },
  { name: 'through-the-gateway', exported: true },
  { name: 'elsewhere', federated: true, clusters: ['west'] },
];

/** Policies of east, whose pods west and north dial and far dials through the gateway. */
function policies(east: ClusterSpec, services: readonly TestService[] = SERVICES) {
  const sources = ['west', 'north', 'far'];
  const given = {
    fleet: { topology: [{ edges: sources.map((source) => ({ source, target: 'east' })) }] },
    clusters: {
      east: { network: 'shared', podCidrs: ['10.1.0.0/16'], nodeCidrs: ['10.2.0.0/16'], ...east },
      west: { network: 'shared', podCidrs: ['10.20.0.0/16'] },
      north: { network: 'shared', podCidrs: ['10.10.0.0/16', 'fd00:1::/64'] },
      far: { podCidrs: ['10.30.0.0/16'] },
    },
    services,
  };
  return networkPolicyManifests(planOf(given, 'east'));
}

type Policy = {
  metadata: { name: string };
  spec: { podSelector: object; ingress: { from: object[]; ports: object[] }[] };
};
const on = (east: ClusterSpec = {}, services = SERVICES) =>
  policies({ networkPolicies: true, ...east }, services) as unknown as Policy[];
const named = (name: string, list: Policy[]) => list.find(({ metadata }) => metadata.name === name);
const blocks = (policy: Policy | undefined) =>
  policy?.spec.ingress.flatMap(({ from }) => from.map((peer) => (peer as { ipBlock: { cidr: string } }).ipBlock.cidr));
const ports = (policy: Policy | undefined) =>
  policy?.spec.ingress.flatMap((rule) => rule.ports.map((port) => (port as { port: number }).port));

describe('NetworkPolicies', () => {
  it('are written only where the cluster asks for them', () => {
    expect(policies({ gateway: { address: 'gw' } })).toEqual([]);
  });

  it('let the pods of sources that reach pods dial those of each Service they reach, on 4143', () => {
    const list = on();
    expect(list.map(({ metadata }) => metadata.name)).toEqual(['linkerd-links-discovered', 'linkerd-links-pay']);
    for (const policy of list) {
      expect(blocks(policy)).toEqual(['10.10.0.0/16', '10.20.0.0/16', 'fd00:1::/64']);
      expect(ports(policy)).toEqual([4143]);
    }
    expect(named('linkerd-links-pay', list)?.spec.podSelector).toEqual({ matchLabels: { app: 'pay' } });
    expect(named('linkerd-links-discovered', list)?.spec.podSelector).toEqual({});
  });

  it('choose the pods of a Service that somebody else writes', () => {
    const services = [{ name: 'a', federated: true, podSelector: { app: 'a' } }];
    expect(on({}, services).map(({ spec }) => spec.podSelector)).toEqual([{ matchLabels: { app: 'a' } }]);
  });

  it('let the gateway dial the pods of what is exported through it, on the port of proxies and on their own', () => {
    const ports = [{ port: 80, targetPort: 'http' }, { port: 53, protocol: 'UDP' as const }, { port: 8080 }];
    const services = [{ name: 'g', exported: true, selector: { app: 'g' }, ports }];
    const [policy, ...others] = on({ gateway: { address: 'gw' } }, services).slice(1);
    expect(others).toEqual([]);
    expect(policy?.metadata.name).toBe('linkerd-links-g');
    expect(policy?.spec).toMatchObject({
      podSelector: { matchLabels: { app: 'g' } },
      ingress: [
        {
          from: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'linkerd-multicluster' } },
              podSelector: { matchLabels: { app: 'linkerd-gateway' } },
            },
          ],
          ports: [4143, 'http', 8080].map((port) => ({ protocol: 'TCP', port })),
        },
      ],
    });
  });

  it('open the port that proxies of the cluster are given', () => {
    const values = { controlPlane: { proxy: { ports: { inbound: 5143 } } } };
    expect(on({ values }).map(ports)).toEqual([[5143], [5143]]);
  });

  it('let anybody dial the gateway, on its own ports, where nothing is known of who comes', () => {
    const gateway = named('linkerd-gateway', on({ gateway: { address: 'gw', port: 4443, probe: { port: 4192 } } }));
    expect(blocks(gateway)).toEqual(['0.0.0.0/0', '::/0']);
    expect(ports(gateway)).toEqual([4443, 4192]);
    expect(gateway?.spec.podSelector).toEqual({ matchLabels: { app: 'linkerd-gateway' } });
  });

  it('let in the source ranges of the gateway and the cluster itself, when they are known', () => {
    const gateway = named('linkerd-gateway', on({ gateway: { address: 'gw', sourceRanges: ['203.0.113.0/24'] } }));
    expect(blocks(gateway)).toEqual(['203.0.113.0/24', '10.1.0.0/16', '10.2.0.0/16']);
  });

  it('are what the API server takes', () => {
    expect(on({ gateway: { address: 'gw' } }).flatMap((policy) => validateAgainstCrd(policy))).toEqual([]);
  });
});
