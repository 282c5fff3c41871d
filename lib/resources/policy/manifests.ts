import type { Manifest } from '../../emit/manifest';
import { shared } from '../../emit/shared';
import { serverName } from '../../model/policy/policy';
import type { ServicePolicyPlan } from '../../plan/policy';
import type { ClusterPlan } from '../../plan/types';
import { marked } from '../marked';
import { remembered } from '../remembered';
import { adminPolicy, closedNamespaces } from './admin';
import { serverPolicy } from './policy';
import { serverRoute } from './routes';

/** Policies of a cluster, by namespace in code-unit order. */
export function policyManifests(plan: ClusterPlan): readonly (readonly [string, readonly Manifest[]])[] {
  const { policies } = plan;
  const names = new Set([...policies.map(({ service }) => service.namespace), ...closedNamespaces(plan)]);
  return [...names].sort().map((namespace) => {
    const own = policies.filter(({ service }) => service.namespace === namespace);
    return [namespace, [...own.flatMap((policy) => ofService(policy)), ...adminPolicy(plan, namespace).map(marked)]];
  });
}

/** Clusters with the same callers have one plan of a Service. */
const ofService = remembered(({ service, pods, accessPolicy, ports }: ServicePolicyPlan): readonly Manifest[] => {
  const { namespace } = service;
  const manifests = ports.flatMap(({ port, proxyProtocol, identities, networks, routes }) => {
    const name = serverName(service, port);
    return [
      ...serverPolicy({ name, namespace, podSelector: pods, port, proxyProtocol, accessPolicy, identities, networks }),
      ...routes.flatMap((route) => serverRoute({ ...route, server: name, namespace })),
    ];
  });
  return manifests.map((manifest) => shared(marked(manifest)));
});
