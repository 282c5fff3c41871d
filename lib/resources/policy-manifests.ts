import type { Manifest } from '../emit/manifest';
import { type Grant, serverName } from '../model/policy';
import type { ServicePolicyPlan } from '../plan/policy';
import type { ClusterPlan } from '../plan/types';
import { marked } from './marked';
import { serverPolicy } from './policy';
import { adminPolicy, closedNamespaces } from './policy-admin';
import { serverRoute } from './policy-routes';

/** Policies of a cluster, by namespace in code-unit order. */
export function policyManifests(plan: ClusterPlan): readonly (readonly [string, readonly Manifest[]])[] {
  const { policies } = plan;
  const names = new Set([...policies.map(({ service }) => service.namespace), ...closedNamespaces(plan)]);
  return [...names].sort().map((namespace) => {
    const own = policies.filter(({ service }) => service.namespace === namespace);
    return [namespace, [...own.flatMap(ofService), ...adminPolicy(plan, namespace)].map(marked)];
  });
}

function ofService({ service, pods, accessPolicy, ports }: ServicePolicyPlan): readonly Manifest[] {
  const { namespace } = service;
  return ports.flatMap(({ port, proxyProtocol, grants, networks, routes }) => {
    const name = serverName(service, port);
    const identities = identitiesOf(grants);
    return [
      ...serverPolicy({ name, namespace, podSelector: pods, port, proxyProtocol, accessPolicy, identities, networks }),
      ...routes.flatMap((route) =>
        serverRoute({ ...route, server: name, namespace, identities: identitiesOf(route.grants) }),
      ),
    ];
  });
}

const identitiesOf = (grants: readonly Grant[]): readonly string[] => grants.map(({ identity }) => identity);
