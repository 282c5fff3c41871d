/**
 * NetworkPolicies for what Links carry, in clusters whose namespaces deny by default. Meshed traffic between clusters
 * dials pods on 4143, whatever the port of the Service: opening that of the application is not enough.
 */
import type { Manifest } from '../emit/manifest';
import * as names from '../linkerd/names';
import { gatewaySources } from '../plan/gateway';
import type { ClusterPlan } from '../plan/types';
import { inWave, WAVES } from './waves';

/** Props of the policy of a gateway. */
export interface GatewayNetworkPolicyProps {
  /**
   * Ranges that may dial the gateway, as CIDRs: those of the sources, and where the load balancer probes it or hides who
   * calls, its own.
   *
   * @default - every address
   */
  readonly from?: readonly string[];
  /** Port of the gateway's pods for traffic. @default 4143 */
  readonly port?: number;
  /** Port of the gateway's pods for probes. @default 4191 */
  readonly probePort?: number;
  /** Namespace of the multicluster extension. @default 'linkerd-multicluster' */
  readonly namespace?: string;
}

/** Lets sources dial the gateway of chart linkerd-multicluster. */
export function gatewayNetworkPolicy(props: GatewayNetworkPolicyProps): Manifest {
  return ingress({
    name: names.GATEWAY_NAME,
    namespace: props.namespace ?? names.MULTICLUSTER_NAMESPACE,
    pods: { app: names.GATEWAY_NAME },
    from: props.from ?? ANY,
    ports: [props.port ?? names.GATEWAY_PORT, props.probePort ?? names.GATEWAY_PROBE_PORT],
  });
}

const ANY = ['0.0.0.0/0', '::/0'];

/** Props of the policy for the pods of one Service. */
export interface ServiceNetworkPolicyProps {
  /** Name of the Service; the policy is called `linkerd-links-<service>`. */
  readonly service: string;
  /** Namespace of the Service. */
  readonly namespace: string;
  /** Labels of its pods. @default - all pods of the namespace */
  readonly selector?: Readonly<Record<string, string>>;
  /** Pod ranges of the sources, as CIDRs: pods are dialled from pods. */
  readonly from: readonly string[];
}

/** Lets the pods of sources dial those of one Service, meshed, on port 4143. */
export function serviceNetworkPolicy({ service, namespace, selector, from }: ServiceNetworkPolicyProps): Manifest {
  const name = `linkerd-links-${service}`;
  return ingress({ name, namespace, pods: selector, from, ports: [names.PROXY_INBOUND_PORT] });
}

interface Ingress {
  readonly name: string;
  readonly namespace: string;
  readonly pods?: Readonly<Record<string, string>>;
  readonly from: readonly string[];
  readonly ports: readonly number[];
}

function ingress({ name, namespace, pods, from, ports }: Ingress): Manifest {
  return inWave(WAVES.gateway, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: {
      podSelector: pods === undefined ? {} : { matchLabels: pods },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: from.map((cidr) => ({ ipBlock: { cidr } })),
          ports: ports.map((port) => ({ protocol: 'TCP', port })),
        },
      ],
    },
  });
}

/** The policies of a cluster; none unless it says `networkPolicies`. */
export function networkPolicyManifests(plan: ClusterPlan): readonly Manifest[] {
  return plan.cluster.networkPolicies ? [...ofGateway(plan), ...ofServices(plan)] : [];
}

function ofGateway({ cluster }: ClusterPlan): readonly Manifest[] {
  const { gateway, linkerd } = cluster;
  if (gateway === undefined) return [];
  const from = gatewaySources(cluster);
  const namespace = linkerd.multiclusterNamespace;
  return [gatewayNetworkPolicy({ from, port: gateway.port, probePort: gateway.probe.port, namespace })];
}

/** One policy per Service that sources reach pod to pod. */
function ofServices({ podSources, services }: ClusterPlan): readonly Manifest[] {
  const from = [...new Set(podSources.flatMap((source) => source.podCidrs))].sort();
  if (from.length === 0) return [];
  return services
    .filter((service) => service.federated || service.exported === 'remote-discovery')
    .map(({ name, namespace, spec }) =>
      serviceNetworkPolicy({ service: name, namespace, selector: spec.selector, from }),
    );
}
