import type { Manifest } from '../emit/manifest';
import { serverName } from '../model/policy';
import type { ServicePolicyPlan } from '../plan/policy';
import type { ClusterPlan } from '../plan/types';
import { serverPolicy } from './policy';
import { adminPolicy, closedNamespaces } from './policy-admin';

/** Policies of a cluster, by namespace in code-unit order. */
export function policyManifests(plan: ClusterPlan): readonly (readonly [string, readonly Manifest[]])[] {
  const { policies } = plan;
  const names = new Set([...policies.map(({ service }) => service.namespace), ...closedNamespaces(plan)]);
  return [...names].sort().map((namespace) => {
    const own = policies.filter(({ service }) => service.namespace === namespace);
    return [namespace, [...own.flatMap(ofService), ...adminPolicy(plan, namespace)]];
  });
}

function ofService({ service, pods, accessPolicy, ports }: ServicePolicyPlan): readonly Manifest[] {
  return ports.flatMap(({ port, proxyProtocol, grants, networks }) =>
    serverPolicy({
      name: serverName(service, port),
      namespace: service.namespace,
      podSelector: pods,
      port,
      proxyProtocol,
      accessPolicy,
      identities: grants.map(({ identity }) => identity),
      networks,
    }),
  );
}
