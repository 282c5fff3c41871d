import { describe, expect, it } from 'vitest';
import type { Gateway } from '../../lib/fleet/spec';
import { gatewayAddress } from '../../lib/model/gateway';
import { buildTestFleet } from './fixtures';

const reached = (gateway: Gateway | undefined, network?: string) => {
  const { fleet } = buildTestFleet({ clusters: { source: { network }, target: { gateway } } });
  return gatewayAddress(fleet.clusters.get('target')!, fleet.clusters.get('source')!);
};

describe('where a source reaches a gateway', () => {
  it('is the general address, on the ports of the gateway', () => {
    expect(reached({ address: 'gw.example.com' })).toEqual({
      addresses: ['gw.example.com'],
      port: 4143,
      probePort: 4191,
    });
    expect(reached({ address: ['192.0.2.1', '192.0.2.2'], port: 5000, probe: { port: 5001 } }, 'n')).toEqual({
      addresses: ['192.0.2.1', '192.0.2.2'],
      port: 5000,
      probePort: 5001,
    });
  });

  it('is split at commas, as a Link has it', () => {
    expect(reached({ address: ' 192.0.2.1, gw.example.com ,' })?.addresses).toEqual(['192.0.2.1', 'gw.example.com']);
  });

  const networks = { vpn: { address: '10.0.0.1', port: 443, probePort: 444 }, lan: { address: ['10.0.0.2'] } };

  it('is the address for its network, where one is given', () => {
    expect(reached({ address: 'gw.example.com', networks }, 'vpn')).toEqual({
      addresses: ['10.0.0.1'],
      port: 443,
      probePort: 444,
    });
    expect(reached({ networks }, 'lan')).toEqual({ addresses: ['10.0.0.2'], port: 4143, probePort: 4191 });
    expect(reached({ address: 'gw.example.com', networks }, 'wan')?.addresses).toEqual(['gw.example.com']);
    expect(reached({ address: 'gw.example.com', networks })?.addresses).toEqual(['gw.example.com']);
  });

  it('has the node ports for serviceType NodePort, unless the network has its own', () => {
    const node: Gateway = { serviceType: 'NodePort', nodePort: 30143, probeNodePort: 30191, networks };
    expect(reached({ ...node, address: '192.0.2.1' })).toEqual({
      addresses: ['192.0.2.1'],
      port: 30143,
      probePort: 30191,
    });
    expect(reached(node, 'lan')).toEqual({ addresses: ['10.0.0.2'], port: 30143, probePort: 30191 });
    expect(reached(node, 'vpn')).toMatchObject({ port: 443, probePort: 444 });
  });

  it('does not take node ports of another serviceType', () => {
    expect(reached({ address: 'gw.example.com', nodePort: 30143 })).toMatchObject({ port: 4143 });
  });

  it('is nowhere without a gateway, or without an address for the source', () => {
    expect(reached(undefined)).toBeUndefined();
    expect(reached({ enabled: false, address: 'gw.example.com' })).toBeUndefined();
    expect(reached({})).toBeUndefined();
    expect(reached({ networks }, 'wan')).toBeUndefined();
  });
});
