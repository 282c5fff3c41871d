import type { ServicePort } from '../fleet/spec';
import { OPAQUE_PORTS } from '../linkerd/opaque-ports';
import { entriesOf, type Grant, grantsOf, podsOf, type ServerPort, serverPorts, targetPortOf } from '../model/policy';
import type { ClusterModel, FleetModel, ServiceModel } from '../model/types';

/** The policy of one Service in one cluster. */
export interface ServicePolicyPlan {
  readonly service: ServiceModel;
  /** Labels of its pods. */
  readonly pods: Readonly<Record<string, string>>;
  readonly accessPolicy: 'deny' | 'audit';
  /** One Server each. */
  readonly ports: readonly PortPolicyPlan[];
}

/** Who is admitted to one port of pods. */
export interface PortPolicyPlan {
  /** Number or name of the port of the pods. */
  readonly port: string | number;
  readonly proxyProtocol: NonNullable<ServicePort['proxyProtocol']>;
  readonly grants: readonly Grant[];
  /** Addresses of unmeshed callers, sorted. */
  readonly networks: readonly string[];
}

/** Policies of the Services that a cluster has and that say who may call them. */
export function planPolicies(
  fleet: FleetModel,
  cluster: ClusterModel,
  services: readonly ServiceModel[],
): readonly ServicePolicyPlan[] {
  return services.flatMap((service) => {
    const pods = podsOf(service);
    if (service.spec.allow === undefined || pods === undefined) return [];
    const ports = serverPorts(service).map((port) => planPort(fleet, cluster, service, port));
    return [{ service, pods, accessPolicy: service.spec.accessPolicy ?? 'deny', ports }];
  });
}

function planPort(
  fleet: FleetModel,
  cluster: ClusterModel,
  service: ServiceModel,
  { port, ports }: ServerPort,
): PortPolicyPlan {
  return {
    port,
    proxyProtocol: ports.map((p) => protocolOf(service, p)).find((protocol) => protocol !== 'unknown') ?? 'unknown',
    grants: ports.flatMap((p) => grantsOf(fleet, service, cluster, p)),
    networks: [...new Set(ports.flatMap((p) => networksOf(service, p)))].sort(),
  };
}

function networksOf(service: ServiceModel, port: ServicePort): readonly string[] {
  return entriesOf(service, port).flatMap(({ entry }) => entry.networks ?? []);
}

/**
 * A Server says how its port is read, and takes precedence over the opaque ports of the pod: left at `unknown`, the proxy
 * would wait for a client to speak first where the server does.
 */
function protocolOf({ spec }: ServiceModel, port: ServicePort): PortPolicyPlan['proxyProtocol'] {
  if (port.proxyProtocol !== undefined) return port.proxyProtocol;
  const given = spec.annotations?.['config.linkerd.io/opaque-ports'];
  const numbers = [port.port, targetPortOf(port)].map(Number).filter((n) => n > 0);
  const isOpaque = numbers.some((n) => (given === undefined ? OPAQUE_PORTS.includes(n) : listed(given, n)));
  return isOpaque ? 'opaque' : 'unknown';
}

/** As Linkerd writes ports: `3306,5000-5010`. */
function listed(ports: string, wanted: number): boolean {
  return ports.split(',').some((part) => {
    const [low, high = low] = part.trim().split('-').map(Number);
    return low !== undefined && high !== undefined && low <= wanted && wanted <= high;
  });
}
