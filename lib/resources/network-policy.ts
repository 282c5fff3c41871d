/**
 * NetworkPolicies for what Links carry, in clusters whose namespaces deny by default. Meshed traffic between clusters
 * dials pods on 4143, whatever the port of the Service: opening that of the application is not enough.
 */
import type { Manifest } from '../emit/manifest';
import * as names from '../linkerd/names';
import type { ServiceModel } from '../model/types';
import type { ClusterPlan } from '../plan/types';
import { inWave, WAVES } from './waves';

const ANY = ['0.0.0.0/0', '::/0'];

/** The policies of a cluster; none unless it says `networkPolicies`. */
export function networkPolicyManifests(plan: ClusterPlan): readonly Manifest[] {
  if (!plan.cluster.networkPolicies) return [];
  return [...gatewayPolicy(plan), ...podPolicies(plan)].map((m) => inWave(WAVES.gateway, m));
}

function gatewayPolicy({ cluster }: ClusterPlan): readonly Manifest[] {
  const { gateway, linkerd } = cluster;
  if (gateway === undefined) return [];
  const sources = gateway.sourceRanges.length > 0 ? [...gateway.sourceRanges, ...own(cluster)] : ANY;
  const ports = [gateway.port, gateway.probe.port];
  return [ingress('linkerd-gateway', linkerd.multiclusterNamespace, { app: names.GATEWAY_NAME }, sources, ports)];
}

/** One policy per Service that sources reach pod to pod. */
function podPolicies(plan: ClusterPlan): readonly Manifest[] {
  const sources = [...new Set(plan.podSources.flatMap((source) => source.podCidrs))].sort();
  if (sources.length === 0) return [];
  return plan.services
    .filter((service) => service.federated || service.exported === 'remote-discovery')
    .map((service) => podPolicy(service, sources));
}

function podPolicy({ name, namespace, spec }: ServiceModel, sources: readonly string[]): Manifest {
  return ingress(`linkerd-links-${name}`, namespace, spec.selector, sources, [names.PROXY_INBOUND_PORT]);
}

const own = (cluster: ClusterPlan['cluster']) => [...cluster.podCidrs, ...cluster.nodeCidrs];

function ingress(
  name: string,
  namespace: string,
  pods: Readonly<Record<string, string>> | undefined,
  sources: readonly string[],
  ports: readonly number[],
): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: {
      podSelector: pods === undefined ? {} : { matchLabels: pods },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: sources.map((cidr) => ({ ipBlock: { cidr } })),
          ports: ports.map((port) => ({ protocol: 'TCP', port })),
        },
      ],
    },
  };
}
