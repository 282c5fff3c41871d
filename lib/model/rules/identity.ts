/** Identities: trust domains, the namespaces that identities name, and clusters that nothing tells apart. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import { GATEWAY_NAME, identity } from '../../linkerd/names';
import { type Problem, parseDnsLabel, parseDnsSubdomain } from '../../net';
import type { ClusterModel, FleetModel } from '../types';
import { differences, edgesOf, groupBy, withNeighbours } from './edges';
import { meant, merge, namesOf, pathOf } from './report';
import type { Rule } from './rule';
import { quoted } from './words';

const IDENTITY_MAX = 253;

/** Trust domains and cluster domains are DNS names. */
export const domains: Rule = {
  codes: ['TRUST_DOMAIN_INVALID', 'CLUSTER_DOMAIN_INVALID'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) => {
        const trustDomain = parseDnsSubdomain(cluster.trustDomain);
        const clusterDomain = parseDnsSubdomain(cluster.clusterDomain);
        const path = pathOf(fleet, cluster, ['clusterDomain']);
        return [
          ...(trustDomain.ok ? [] : [badTrustDomain(fleet, cluster, trustDomain)]),
          ...(clusterDomain.ok
            ? []
            : [bad('CLUSTER_DOMAIN_INVALID', cluster, path, cluster.clusterDomain, clusterDomain)]),
        ];
      }),
    ),
};

/** A domain of the fleet that is wrong is wrong there, not once per cluster. */
function badTrustDomain(fleet: FleetModel, cluster: ClusterModel, problem: Problem): Issue {
  const { domain } = fleet;
  const derived = domain !== undefined && cluster.trustDomain === `${cluster.name}.${domain}`;
  const ofFleet = derived ? parseDnsSubdomain(domain) : undefined;
  if (derived && ofFleet?.ok === false) {
    return bad('TRUST_DOMAIN_INVALID', cluster, `${at.fleet}.spec.domain`, domain, ofFleet);
  }
  const path = pathOf(fleet, cluster, ['trustDomain']);
  return bad('TRUST_DOMAIN_INVALID', cluster, path, cluster.trustDomain, problem);
}

function bad(code: Issue['code'], { name }: ClusterModel, path: string, text: string, problem: Problem): Issue {
  const found = `${quoted(text)}, which ${problem.reason}`;
  return issue(code, { path, found, fix: meant(problem), clusters: [name] });
}

/** The namespaces of Linkerd itself. */
export const namespaces: Rule = {
  codes: ['LINKERD_NAMESPACE_INVALID', 'LINKERD_NAMESPACES_EQUAL'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) => {
        const { linkerd, name } = cluster;
        const path = (key: string) => pathOf(fleet, cluster, ['linkerd', key]);
        const invalid = (['namespace', 'multiclusterNamespace'] as const).flatMap((key) => {
          const label = parseDnsLabel(linkerd[key]);
          return label.ok ? [] : [bad('LINKERD_NAMESPACE_INVALID', cluster, path(key), linkerd[key], label)];
        });
        if (linkerd.namespace !== linkerd.multiclusterNamespace) return invalid;
        const found = `${quoted(linkerd.namespace)} for both`;
        const equal = { path: path('multiclusterNamespace'), found, clusters: [name] };
        return [...invalid, issue('LINKERD_NAMESPACES_EQUAL', equal)];
      }),
    ),
};

/** Identities of what the fleet knows to run: the gateway, the control plane, and services by the shortest account name. */
export const identityLength: Rule = {
  codes: ['IDENTITY_TOO_LONG'],
  check: (fleet, clusters) =>
    clusters.flatMap((cluster) => {
      const { namespace, multiclusterNamespace } = cluster.linkerd;
      const name = (account: string, where: string) => identity(account, where, namespace, cluster.trustDomain);
      const room = IDENTITY_MAX - name('x', '').length;
      const known = [
        name(GATEWAY_NAME, multiclusterNamespace),
        name('linkerd-local-service-mirror', multiclusterNamespace),
        name('linkerd-proxy-injector', namespace),
        // Only a namespace this long can matter; asking every service of a thousand clusters would cost a million answers.
        ...fleet.services.filter((s) => s.namespace.length > room && s.on(cluster)).map((s) => name('x', s.namespace)),
      ];
      const longest = known.reduce((a, b) => (b.length > a.length ? b : a));
      if (longest.length <= IDENTITY_MAX) return [];
      const path = pathOf(fleet, cluster, ['trustDomain']);
      const found = `${longest.length} characters in ${longest.slice(0, 60)}…`;
      return [issue('IDENTITY_TOO_LONG', { path, found, clusters: [cluster.name] })];
    }),
};

/** Linked clusters of one trust domain: allowed, and said, because nothing in a policy can tell them apart. */
export const sharedTrustDomain: Rule = {
  codes: ['TRUST_DOMAIN_SHARED'],
  check: (fleet, clusters) => {
    const involved = withNeighbours(fleet, clusters);
    const inQuestion = new Set(clusters);
    return [...groupBy(involved, (cluster) => cluster.trustDomain)].flatMap(([trustDomain, group]) => {
      const linked = linkedWithin(fleet, group, inQuestion);
      if (linked.length === 0) return [];
      return [
        issue('TRUST_DOMAIN_SHARED', {
          path: pathOf(fleet, linked[0]!, ['trustDomain']),
          found: `${trustDomain} in ${namesOf(linked)}, which are linked`,
          clusters: linked.map((cluster) => cluster.name),
        }),
      ];
    });
  },
};

/** Members of the group with an edge to another member, one of the two being in question. */
function linkedWithin(
  fleet: FleetModel,
  group: readonly ClusterModel[],
  inQuestion: ReadonlySet<ClusterModel>,
): readonly ClusterModel[] {
  if (group.length < 2) return [];
  const members = new Set(group);
  const linked = new Set<ClusterModel>();
  for (const cluster of group) {
    // In a mesh the first member names all the others, and their edges need not be walked.
    if (!inQuestion.has(cluster) || linked.has(cluster)) continue;
    for (const { source, target } of edgesOf(fleet, [cluster])) {
      if (members.has(source) && members.has(target)) linked.add(source).add(target);
    }
  }
  return group.filter((cluster) => linked.has(cluster));
}

/** Pod-to-pod edges between control planes in different namespaces. */
export const controlPlaneNamespace: Rule = {
  codes: ['LINKERD_NAMESPACE_DIFFERS'],
  check: (fleet, clusters) =>
    differences(
      fleet,
      clusters,
      (cluster) => cluster.linkerd.namespace,
      (edge) => edge.podToPod,
    ).map(({ values, clusters: [a, b] }) =>
      issue('LINKERD_NAMESPACE_DIFFERS', {
        path: pathOf(fleet, (a.length < b.length ? a : b)[0]!, ['linkerd', 'namespace']),
        found: `${values[0]} in ${namesOf(a)}; ${values[1]} in ${namesOf(b)}`,
        clusters: [...a, ...b].map((cluster) => cluster.name),
      }),
    ),
};
