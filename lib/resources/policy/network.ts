/**
 * NetworkPolicies for what Links carry, in clusters whose namespaces deny by default. Meshed traffic between clusters
 * dials pods on the inbound port of their proxies, whatever the port of the Service: opening that of the application is not
 * enough. A gateway dials the pods of its own cluster.
 */
import type { Manifest } from '../../emit/manifest';
import * as names from '../../linkerd/names';
import { podsOf, policyPorts, targetPortOf } from '../../model/policy/pods';
import { proxyPorts } from '../../model/proxy-ports';
import type { ClusterModel, ServiceModel } from '../../model/types';
import { gatewaySources } from '../../plan/gateway';
import type { ClusterPlan } from '../../plan/types';
import { inWave, WAVES } from '../waves';

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
    pods: GATEWAY_PODS,
    rules: [
      {
        from: blocks(props.from ?? ANY),
        ports: [props.port ?? names.GATEWAY_PORT, props.probePort ?? names.GATEWAY_PROBE_PORT],
      },
    ],
  });
}

const GATEWAY_PODS = { app: names.GATEWAY_NAME };
const ANY = ['0.0.0.0/0', '::/0'];

/** Props of the policy for the pods of one Service. */
export interface ServiceNetworkPolicyProps {
  /** Name of the Service; the policy is called `linkerd-links-<service>`. */
  readonly service: string;
  /** Namespace of the Service. */
  readonly namespace: string;
  /** Labels of its pods. @default - all pods of the namespace */
  readonly selector?: Readonly<Record<string, string>>;
  /** Pod ranges of the sources, as CIDRs: pods are dialled from pods. @default - no source reaches the pods */
  readonly from?: readonly string[];
  /** The gateway that calls the pods for sources. @default - none */
  readonly gateway?: {
    /** Namespace of the multicluster extension. @default 'linkerd-multicluster' */
    readonly namespace?: string;
    /** Ports of the pods, by number or name: Linkerd 2.17 dials them, and all releases where pods are not meshed. */
    readonly ports: readonly (number | string)[];
  };
  /** Inbound port of the pods' proxies: value `proxy.ports.inbound` of the control plane. @default 4143 */
  readonly inboundPort?: number;
}

/** Lets the pods of sources, and those of the gateway, dial those of one Service. */
export function serviceNetworkPolicy(props: ServiceNetworkPolicyProps): Manifest {
  const { service, namespace, selector, from = [], gateway, inboundPort = names.PROXY_INBOUND_PORT } = props;
  const rules: Rule[] = from.length > 0 ? [{ from: blocks(from), ports: [inboundPort] }] : [];
  if (gateway) {
    rules.push({
      from: [gatewayPods(gateway.namespace ?? names.MULTICLUSTER_NAMESPACE)],
      ports: [...new Set([inboundPort, ...gateway.ports])],
    });
  }
  return ingress({ name: `linkerd-links-${service}`, namespace, pods: selector, rules });
}

/** Kubernetes gives every namespace the label of its name. */
const gatewayPods = (namespace: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
  podSelector: { matchLabels: GATEWAY_PODS },
});

const blocks = (from: readonly string[]) => from.map((cidr) => ({ ipBlock: { cidr } }));

interface Rule {
  readonly from: readonly object[];
  readonly ports: readonly (number | string)[];
}

interface Ingress {
  readonly name: string;
  readonly namespace: string;
  readonly pods?: Readonly<Record<string, string>>;
  readonly rules: readonly Rule[];
}

function ingress({ name, namespace, pods, rules }: Ingress): Manifest {
  return inWave(WAVES.gateway, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: {
      podSelector: pods === undefined ? {} : { matchLabels: pods },
      policyTypes: ['Ingress'],
      ingress: rules.map(({ from, ports }) => ({ from, ports: ports.map((port) => ({ protocol: 'TCP', port })) })),
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

/** One policy per Service that sources reach, pod to pod or through the gateway. */
function ofServices({ cluster, podSources, services }: ClusterPlan): readonly Manifest[] {
  const ranges = [...new Set(podSources.flatMap((source) => source.podCidrs))].sort();
  const inboundPort = proxyPorts(cluster).inbound;
  return services.flatMap((service) => {
    const from = service.federated || service.exported === 'remote-discovery' ? ranges : [];
    const gateway = service.exported === 'gateway' ? calledBy(cluster, service) : undefined;
    if (from.length === 0 && gateway === undefined) return [];
    const { name, namespace } = service;
    return [serviceNetworkPolicy({ service: name, namespace, selector: podsOf(service), from, gateway, inboundPort })];
  });
}

function calledBy({ gateway, linkerd }: ClusterModel, service: ServiceModel): ServiceNetworkPolicyProps['gateway'] {
  return gateway && { namespace: linkerd.multiclusterNamespace, ports: policyPorts(service).map(targetPortOf) };
}
