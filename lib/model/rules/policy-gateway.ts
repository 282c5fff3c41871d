/** Gateways in policies: whom they let in, and which entries let them in. */
import { type Issue, issue } from '../../errors';
import type { Callers } from '../../fleet/spec';
import { GATEWAY_NAME } from '../../linkerd/names';
import { gatewayShare, type Share } from '../policy/addresses';
import { identityOf } from '../policy/policy';
import { selects } from '../selector';
import type { ClusterModel, FleetModel } from '../types';
import { carriesGateway } from './carry';
import { groupBy } from './edges';
import { isOn, isWhole, servicesOn } from './placement';
import { list, namesOf, pathOf } from './report';
import type { Rule } from './rule';

/** Said for the whole fleet: whom a gateway should refuse, its cluster has no edge with. */
export const gatewayAdmits: Rule = {
  codes: ['POLICY_GATEWAY_ADMITS_OTHERS'],
  check: (fleet, clusters) => {
    const narrowed = clusters.filter(({ gateway }) => gateway?.admit === 'linked');
    if (narrowed.length === 0 || !isWhole(fleet, clusters)) return [];
    const alike = [...groupBy(clusters, clientsOf).values()].filter((group) => group.length > 1);
    if (alike.length === 0) return [];
    return narrowed.flatMap((cluster) => {
      const others = admittedUnasked(fleet, cluster, alike);
      if (others.length === 0) return [];
      const path = pathOf(fleet, cluster, ['gateway', 'admit']);
      const found = `the gateway of ${cluster.name} lets in ${namesOf(others)}, which have no gateway edge to it`;
      return [
        issue('POLICY_GATEWAY_ADMITS_OTHERS', { path, found, clusters: [cluster, ...others].map((c) => c.name) }),
      ];
    });
  },
};

const clientsOf = (cluster: ClusterModel): string => identityOf({}, cluster);

function admittedUnasked(
  fleet: FleetModel,
  cluster: ClusterModel,
  alike: readonly (readonly ClusterModel[])[],
): readonly ClusterModel[] {
  const sources = fleet.topology.sources(cluster).filter(carriesGateway);
  const asked = new Set([cluster, ...sources.map(({ source }) => source)]);
  return alike
    .filter((group) => group.some((c) => asked.has(c)))
    .flatMap((group) => group.filter((c) => !asked.has(c)));
}

/**
 * Entries that cover the gateway of a cluster of the Service without a word about it, by its account or by its address: it
 * serves what was never exported, so that a gateway is enough.
 */
export const gatewayCovered: Rule = {
  codes: ['POLICY_ADMITS_GATEWAY', 'POLICY_MAY_ADMIT_GATEWAY', 'POLICY_CALLER'],
  check: (fleet, clusters) => {
    const all = isWhole(fleet, clusters);
    return servicesOn(fleet, clusters).flatMap((service) => {
      if (!service.spec.allow?.length) return [];
      const open = clusters.filter((cluster) => cluster.gateway !== undefined && isOn(fleet, service, cluster));
      return service.spec.allow.flatMap((entry, i) => {
        const path = `${service.at}.spec.allow[${i}]`;
        if (entry.networks === undefined) return byAccount(entry, path, open);
        return entry.throughGateway
          ? needless(fleet, entry.networks, path, all ? open : [])
          : byAddress(fleet, entry.networks, path, open);
      });
    });
  },
};

function byAccount(entry: Callers, path: string, members: readonly ClusterModel[]): Issue[] {
  if (entry.throughGateway) return [];
  const open = members.filter((member) => selects(entry.clusters, member) && coversGateway(entry, member));
  const [first] = open;
  if (first === undefined) return [];
  const found = `${GATEWAY_NAME}.${first.linkerd.multiclusterNamespace} of ${namesOf(open)} among them`;
  return [issue('POLICY_ADMITS_GATEWAY', { path, found, clusters: open.map((c) => c.name) })];
}

function coversGateway({ serviceAccount, namespace }: Callers, { linkerd }: ClusterModel): boolean {
  if (namespace !== undefined && namespace !== linkerd.multiclusterNamespace) return false;
  return serviceAccount === undefined || serviceAccount === GATEWAY_NAME;
}

type Ranges = readonly string[];
type Clusters = readonly ClusterModel[];

/** Each member is told of with the range that holds most of its pods. */
function byAddress(fleet: FleetModel, networks: Ranges, path: string, members: Clusters): Issue[] {
  const holding = (wanted: Share, of: Clusters) =>
    networks.flatMap((network) => {
      const open = of.filter((member) => gatewayShare(fleet, network, member) === wanted);
      return open.length === 0 ? [] : [{ network, open }];
    });
  const all = holding('all', members);
  const held = new Set(all.flatMap(({ open }) => open));
  const some = holding(
    'some',
    members.filter((member) => !held.has(member)),
  );
  return [
    ...tell('POLICY_ADMITS_GATEWAY', all, path, 'the pods of', APART),
    ...tell('POLICY_MAY_ADMIT_GATEWAY', some, path, 'perhaps, pods of'),
  ];
}

function tell(
  code: 'POLICY_ADMITS_GATEWAY' | 'POLICY_MAY_ADMIT_GATEWAY',
  holding: readonly { readonly network: string; readonly open: Clusters }[],
  path: string,
  what: string,
  fix?: string,
): Issue[] {
  if (holding.length === 0) return [];
  const open = new Set(holding.flatMap((one) => one.open));
  const found = `${list(holding.map(({ network }) => network))}: ${what} ${namesOf(open)}`;
  return [issue(code, { path: `${path}.networks`, found, fix, clusters: [...open].map(({ name }) => name) })];
}

/** Nobody comes through the gateway by an entry that does not hold it. */
function needless(fleet: FleetModel, networks: Ranges, path: string, members: Clusters): Issue[] {
  const holds = members.some((member) => networks.some((network) => gatewayShare(fleet, network, member) !== 'none'));
  if (holds || members.length === 0) return [];
  return [issue('POLICY_CALLER', { path, found: 'throughGateway, and networks that hold no gateway' })];
}

const APART =
  'Name ranges that leave out the pods of these clusters; or accept all clients of the gateway with `throughGateway: true`.';
