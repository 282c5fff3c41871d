/**
 * Three clusters as packets see them, for tests that ask what gets in: every client there is, by every way it has, held against
 * the objects that are written. Nothing here knows what the description says of callers.
 */
import type { FleetModel } from '../../lib/model/types';
import { planCluster } from '../../lib/plan/cluster';
import type { ClusterPlan } from '../../lib/plan/types';
import { namespaceManifests } from '../../lib/resources/namespaces';
import { gatewayAdmissionManifests } from '../../lib/resources/policy/gateway';
import { policyManifests } from '../../lib/resources/policy/manifests';
import { controlPlaneValues } from '../../lib/resources/values/control-plane';
import { admission, defaultAdmission, type PolicyObject } from './admission';

/** A workload that calls. */
export interface Workload {
  readonly cluster: string;
  readonly account: string;
  readonly namespace: string;
  readonly address: string;
  /** In the mesh: it has an identity. */
  readonly meshed: boolean;
}

/** What a workload calls: a port of pods; no Server claims one of no Service. */
export interface Callee {
  readonly cluster: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly port: number;
}

/** What the network between clusters does, said without Linkerd's words. */
export interface Wires {
  /** Whether pods of one reach pods of the other. */
  readonly pods: (from: string, to: string) => boolean;
}

interface Written {
  readonly policies: PolicyObject[];
  readonly gateway: PolicyObject[];
  /** What the injector writes on pods of a namespace, or the control plane's own value. */
  readonly byDefault: (namespace: string) => string;
}

function defaultOf(plan: ClusterPlan): Written['byDefault'] {
  const { proxy } = controlPlaneValues(plan) as { proxy?: { defaultInboundPolicy?: string } };
  const annotations = new Map(namespaceManifests(plan).map(({ metadata }) => [metadata.name, metadata['annotations']]));
  return (namespace) =>
    (annotations.get(namespace) as Record<string, string> | undefined)?.['config.linkerd.io/default-inbound-policy'] ??
    proxy?.defaultInboundPolicy ??
    'all-unauthenticated';
}

/** Trust domains end identities; the gateway presents its own. */
const identityOf = (fleet: FleetModel, { account, namespace, cluster }: Omit<Workload, 'address' | 'meshed'>) =>
  `${account}.${namespace}.serviceaccount.identity.linkerd.${fleet.clusters.get(cluster)!.trustDomain}`;

/** Who gets in, once everything is written. */
export function worldOf(fleet: FleetModel, wires: Wires) {
  const written = new Map<string, Written>();
  for (const cluster of fleet.clusters.values()) {
    const plan = planCluster(fleet, cluster);
    const policies = policyManifests(plan).flatMap(([, list]) => list as unknown as PolicyObject[]);
    const gateway = gatewayAdmissionManifests(plan) as unknown as PolicyObject[];
    written.set(cluster.name, { policies, gateway, byDefault: defaultOf(plan) });
  }
  const taken = ({ cluster, ...pod }: Callee, identity: string | undefined, address: string): boolean => {
    const verdict = admission(written.get(cluster)!.policies, pod, { identity, address });
    if (verdict !== 'unguarded') return verdict;
    return defaultAdmission(written.get(cluster)!.byDefault(pod.namespace), { identity, address });
  };
  const throughGateway = (callee: Callee, caller: Workload): boolean => {
    const { cluster } = callee;
    if (!caller.meshed || !fleet.clusters.get(cluster)!.gateway) return false;
    const identities = (written.get(cluster)!.gateway[0]?.spec['identities'] ?? ['*']) as string[];
    const name = identityOf(fleet, caller);
    if (!identities.some((pattern) => pattern === '*' || name.endsWith(pattern.slice(1)))) return false;
    const gateway = { account: 'linkerd-gateway', namespace: 'linkerd-multicluster', cluster };
    // A pod of its cluster.
    const address = fleet.clusters.get(cluster)!.podCidrs[0]?.replace('0/16', '9') ?? '10.200.0.1';
    return taken(callee, identityOf(fleet, gateway), address);
  };
  return {
    /** By which ways the workload gets in. */
    entries(caller: Workload, callee: Callee): ('direct' | 'gateway')[] {
      const isNear = caller.cluster === callee.cluster || wires.pods(caller.cluster, callee.cluster);
      const identity = caller.meshed ? identityOf(fleet, caller) : undefined;
      // A gateway asks for nothing in its own cluster but what its clients ask for.
      const isRelay = caller.account === 'linkerd-gateway' && caller.cluster === callee.cluster && caller.meshed;
      return [
        ...(isNear && !isRelay && taken(callee, identity, caller.address) ? (['direct'] as const) : []),
        ...(!isRelay && throughGateway(callee, caller) ? (['gateway'] as const) : []),
      ];
    },
  };
}
