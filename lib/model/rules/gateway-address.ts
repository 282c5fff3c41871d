/** Addresses of gateways as they are written. */
import { type Issue, type IssueInput, issue } from '../../errors';
import { type IpScope, ipScope, parseHost, parseIp, type Result } from '../../net';
import { gatewayAddress } from '../gateway';
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
  const { loadBalancerIP: ip } = gateway;
  const place = (keys: string[]) => ({ path: pathOf(fleet, cluster, ['gateway', ...keys]), clusters: [cluster.name] });
  return [
    ...listIssues(gateway.addresses, place(['address'])),
    ...ownNames(fleet, cluster).map((name) =>
      issue('GATEWAY_ADDRESS_INVALID', {
        ...place(['address']),
        found: `${quoted(name)}, which leads a source to itself`,
        fix: 'Give the address of the load balancer, or the name that it has outside of the cluster.',
      }),
    ),
    ...Object.entries(gateway.networks).flatMap(([network, { addresses }]) =>
      listIssues(addresses, place(['networks', network, 'address'])),
    ),
    ...(ip === undefined ? [] : invalid(ip, parseIp(ip), { ...place(['loadBalancerIP']), allowed: 'an IP address' })),
  ];
}

/** Names that a source resolves within itself: those of Services by its own cluster domain, and those of its machine. */
function ownNames(fleet: FleetModel, cluster: ClusterModel): readonly string[] {
  const suspects = allAddresses(cluster).filter((address) => /(^|\.)(localhost|svc(\..*)?)$/.test(address));
  if (suspects.length === 0) return [];
  const found = fleet.topology.sources(cluster).flatMap(({ source, mode }) => {
    const reached = mode === 'gateway' ? gatewayAddress(cluster, source)?.addresses : undefined;
    return suspects.filter((name) => reached?.includes(name) && leadsBack(name, source.clusterDomain));
  });
  return [...new Set(found)].sort();
}

const allAddresses = ({ gateway }: ClusterModel) =>
  gateway === undefined
    ? []
    : [...gateway.addresses, ...Object.values(gateway.networks).flatMap(({ addresses }) => addresses)];

/** Of another cluster domain DNS may know more. */
const leadsBack = (name: string, clusterDomain: string) =>
  /(^|\.)(localhost|svc)$/.test(name) || name.endsWith(`.svc.${clusterDomain}`);

type Place = Omit<IssueInput, 'found'>;

function listIssues(addresses: readonly string[], place: Place): Issue[] {
  return addresses.flatMap((address, i) => {
    if (addresses.indexOf(address) < i)
      return [issue('GATEWAY_ADDRESS_DUPLICATE', { ...place, found: quoted(address) })];
    const host = parseHost(address);
    return invalid(
      address,
      SPECIAL.has(ipScope(address)) ? { ok: false, reason: 'no Endpoints may hold' } : host,
      place,
    );
  });
}

function invalid(text: string, read: Result<unknown>, place: Place): Issue[] {
  if (read.ok) return [];
  const found = `${quoted(text)}, which ${read.reason}`;
  return [issue('GATEWAY_ADDRESS_INVALID', { ...place, found, fix: meant(read) })];
}

/** Addresses that Kubernetes refuses in Endpoints (ValidateNonSpecialIP). */
const SPECIAL: ReadonlySet<IpScope | undefined> = new Set(['unspecified', 'loopback', 'link-local', 'link-multicast']);
