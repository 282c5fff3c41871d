import { describe, expect, it } from 'vitest';
import { covered, knownNetworks, ownRanges, ranges } from '../../../lib/model/rules/networks';
import { ask, told } from './ask';

describe('ranges', () => {
  it.each([
    ['10.0.0.1/16', 'CIDR_HOST_BITS', 'Write 10.0.0.0/16'],
    ['fd00:10::1/48', 'CIDR_HOST_BITS', 'Write fd00:10::/48'],
    ['10.0.0.0', 'CIDR_INVALID', 'Write 10.0.0.0/32'],
    ['010.0.0.0/8', 'CIDR_INVALID', 'Write 10.0.0.0/8'],
    ['10.0.0.0/33', 'CIDR_INVALID', 'CIDR notation'],
    ['ten', 'CIDR_INVALID', 'CIDR notation'],
    ['0.0.0.0/0', 'CIDR_EVERYTHING', 'Give the ranges'],
    ['::/0', 'CIDR_EVERYTHING', 'Give the ranges'],
  ])('refuses %s for pods as %s', (text, code, fix) => {
    const [found, ...more] = ask(ranges, { clusters: { a: { podCidrs: ['10.9.0.0/16', text] } } });
    expect(found).toMatchObject({ code, path: 'Cluster/a.spec.podCidrs[1]', clusters: ['a'] });
    expect(found!.fix).toContain(fix);
    expect(more).toEqual([]);
  });

  it('reads every list, and takes all addresses for a warning where they may be meant', () => {
    const gateway = { loadBalancerSourceRanges: ['0.0.0.0/0'], sourceRanges: ['1.2.3.4/24'] };
    const spec = { serviceCidrs: ['x'], nodeCidrs: ['y'], clusterNetworks: ['::/0'], gateway };
    expect(told(ask(ranges, { clusters: { a: spec } }))).toEqual([
      'CIDR_INVALID Cluster/a.spec.serviceCidrs[0]: "x", which is not an IP address',
      'CIDR_INVALID Cluster/a.spec.nodeCidrs[0]: "y", which is not an IP address',
      'CIDR_UNBOUNDED Cluster/a.spec.clusterNetworks[0]: ::/0',
      'CIDR_UNBOUNDED Cluster/a.spec.gateway.loadBalancerSourceRanges[0]: 0.0.0.0/0',
      'CIDR_HOST_BITS Cluster/a.spec.gateway.sourceRanges[0]: "1.2.3.4/24", which has bits set behind its prefix of 24',
    ]);
  });

  it('says a range of the fleet once, where it stands', () => {
    const issues = ask(ranges, { fleet: { nodeCidrs: ['10.0.0.1/8'] }, clusters: ['a', 'b', 'c'] });
    expect(told(issues)).toEqual([
      'CIDR_HOST_BITS Fleet.spec.nodeCidrs[0]: "10.0.0.1/8", which has bits set behind its prefix of 8',
    ]);
    expect(issues[0]!.clusters).toEqual(['a', 'b', 'c']);
  });

  it('names the range of the region that the cluster is in', () => {
    const regions = [{ name: 'us' }, { name: 'eu', nodeCidrs: ['bad'] }];
    const clusters = { a: { region: 'eu' }, b: { region: 'us' } };
    expect(told(ask(ranges, { fleet: { regions }, clusters }))).toEqual([
      'CIDR_INVALID Fleet.spec.regions[1].nodeCidrs[0]: "bad", which is not an IP address',
    ]);
  });

  it('warns of a range inside another of the same list', () => {
    const clusters = { a: { podCidrs: ['10.1.0.0/16', '10.0.0.0/8', '10.1.0.0/16'] } };
    expect(told(ask(ranges, { clusters }))).toEqual([
      'CIDR_REDUNDANT Cluster/a.spec.podCidrs[0]: 10.1.0.0/16, which lies in 10.0.0.0/8',
      'CIDR_REDUNDANT Cluster/a.spec.podCidrs[2]: 10.1.0.0/16, which lies in 10.1.0.0/16',
    ]);
  });

  it('stops counting in a list made to overlap', () => {
    const podCidrs = Array.from({ length: 3000 }, () => '10.1.0.0/16');
    expect(ask(ranges, { clusters: { a: { podCidrs } } }).length).toBeLessThan(30);
  });
});

describe('ranges of one cluster', () => {
  it('keeps services apart from pods and nodes', () => {
    const spec = {
      podCidrs: ['10.0.0.0/16'],
      nodeCidrs: ['10.1.0.0/16'],
      serviceCidrs: ['10.0.128.0/20', '10.1.0.0/16'],
    };
    expect(told(ask(ownRanges, { clusters: { a: spec } }))).toEqual([
      'CLUSTER_RANGES_OVERLAP Cluster/a.spec.serviceCidrs[0]: 10.0.128.0/20, which overlaps 10.0.0.0/16 of podCidrs',
      'CLUSTER_RANGES_OVERLAP Cluster/a.spec.serviceCidrs[1]: 10.1.0.0/16, which overlaps 10.1.0.0/16 of nodeCidrs',
    ]);
  });

  it('lets pods live on node subnets, as some CNIs have it', () => {
    const spec = { podCidrs: ['10.0.0.0/16'], nodeCidrs: ['10.0.0.0/16'], serviceCidrs: ['172.20.0.0/16'] };
    expect(ask(ownRanges, { clusters: { a: spec } })).toEqual([]);
  });
});

describe('clusterNetworks', () => {
  const own = { podCidrs: ['10.1.0.0/16', 'fd01::/64'], serviceCidrs: ['10.2.0.0/16'], nodeCidrs: ['192.0.2.0/24'] };

  it('must hold pods, services and nodes when given', () => {
    const clusters = { a: { ...own, clusterNetworks: ['10.1.0.0/16', '192.0.2.0/25'] } };
    expect(told(ask(covered, { clusters }))).toEqual([
      'CLUSTER_NETWORKS_UNCOVERED Cluster/a.spec.clusterNetworks: fd01::/64 of podCidrs outside of them',
      'CLUSTER_NETWORKS_UNCOVERED Cluster/a.spec.clusterNetworks: 10.2.0.0/16 of serviceCidrs outside of them',
      'CLUSTER_NETWORKS_UNCOVERED Cluster/a.spec.clusterNetworks: 192.0.2.0/24 of nodeCidrs outside of them',
    ]);
  });

  it('are the business of the plan when not given, and right when they hold everything', () => {
    const clusters = { a: own, b: { ...own, clusterNetworks: ['10.0.0.0/8', 'fd00::/8', '192.0.2.0/24'] } };
    expect(ask(covered, { clusters })).toEqual([]);
  });
});

describe('networks by name', () => {
  it('suggests the network that was meant, for gateways and API servers', () => {
    const clusters = {
      a: { network: 'eu-vpc' },
      b: {
        gateway: { networks: { 'eu-vcp': { address: '192.0.2.1' }, 'eu-vpc': { address: '192.0.2.2' } } },
        apiServer: { url: 'https://b.example.com', networks: { elsewhere: { url: 'https://b.internal' } } },
      },
    };
    const issues = ask(knownNetworks, { clusters });
    expect(told(issues)).toEqual([
      'NETWORK_UNKNOWN Cluster/b.spec.gateway.networks.eu-vcp: no cluster in a network "eu-vcp"',
      'NETWORK_UNKNOWN Cluster/b.spec.apiServer.networks.elsewhere: no cluster in a network "elsewhere"',
    ]);
    expect(issues[0]!.fix).toBe('Did you mean eu-vpc?');
  });
});
