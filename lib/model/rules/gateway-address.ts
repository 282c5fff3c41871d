/** Addresses of gateways as they are written. */
import { type Issue, issue } from '../../errors';
import { parseHost } from '../../net';
import type { ClusterModel, FleetModel } from '../types';
import { meant, merge, pathOf } from './report';
import type { Rule } from './rule';
import { quoted } from './words';

/** IPs and DNS names, once each. */
export const gatewayAddresses: Rule = {
  codes: ['GATEWAY_ADDRESS_INVALID', 'GATEWAY_ADDRESS_DUPLICATE'],
  check: (fleet, clusters) => merge(clusters.flatMap((cluster) => addressIssues(fleet, cluster))),
};

function addressIssues(fleet: FleetModel, cluster: ClusterModel): Issue[] {
  const { gateway } = cluster;
  if (gateway === undefined) return [];
  const lists: [string[], readonly string[]][] = [
    [['gateway', 'address'], gateway.addresses],
    [['gateway', 'loadBalancerIP'], gateway.loadBalancerIP === undefined ? [] : [gateway.loadBalancerIP]],
    ...Object.entries(gateway.networks).map(([network, { addresses }]): [string[], readonly string[]] => [
      ['gateway', 'networks', network, 'address'],
      addresses,
    ]),
  ];
  return lists.flatMap(([keys, addresses]) =>
    addresses.flatMap((address, i) => {
      const place = { path: pathOf(fleet, cluster, keys), found: quoted(address), clusters: [cluster.name] };
      if (addresses.indexOf(address) < i) return [issue('GATEWAY_ADDRESS_DUPLICATE', place)];
      const host = parseHost(address);
      const reason = host.ok ? (isSpecial(host.value.text) ? 'no Endpoints may hold' : undefined) : host.reason;
      if (reason === undefined) return [];
      const found = `${quoted(address)}, which ${reason}`;
      return [issue('GATEWAY_ADDRESS_INVALID', { ...place, found, fix: host.ok ? undefined : meant(host) })];
    }),
  );
}

/** Unspecified, loopback and link-local addresses, as Kubernetes refuses them in Endpoints (ValidateNonSpecialIP). */
function isSpecial(address: string): boolean {
  return (
    /^(127\.|169\.254\.|224\.0\.0\.|0\.0\.0\.0$)/.test(address) || /^(::1?$|fe[89ab][0-9a-f]:|ff.2:)/.test(address)
  );
}
