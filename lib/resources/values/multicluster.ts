/** Values of chart linkerd-multicluster. */
import { haValues } from '../../linkerd/ha';
import { milliseconds } from '../../model/duration';
import type { ClusterModel, GatewayModel, Values } from '../../model/types';
import type { ClusterPlan, LinkPlan } from '../../plan/types';
import { remembered } from '../remembered';
import { commonValues, valuesOf } from './layers';

/**
 * Values of chart linkerd-multicluster: the gateway, and one mirror controller for each Link. Namespaces, accounts for
 * sources and, in 2.17, the mirrors are written as objects instead.
 *
 * With `ha` it is the chart's own overlay: three gateways, spread over nodes. Mirror controllers stay at one replica, as
 * there: traffic does not pass through them, and every standby keeps all Services and Endpoints of the cluster in memory,
 * once per Link. `values.multicluster.controllerDefaults.replicas: 2` (2.18 and later) buys a takeover within the 30 s of
 * the Lease, instead of the minutes in which Kubernetes gives up a node.
 */
export function multiclusterValues(plan: ClusterPlan): Record<string, unknown> {
  const { cluster } = plan;
  const { capabilities } = cluster.linkerd.release;
  return valuesOf({
    // One account for all sources; the fleet makes one for each.
    defaults: { ...(cluster.ha ? highAvailability(cluster) : {}), remoteMirrorServiceAccount: false },
    user: cluster.values.multicluster,
    owned: {
      controllers: capabilities.controllers ? plan.links.map(controller) : undefined,
      createNamespaceMetadataJob: false,
      gateway:
        cluster.gateway === undefined
          ? { enabled: false }
          : gateway(cluster.gateway, capabilities.gatewayHealthCheckNodePort),
      identityTrustDomain: cluster.trustDomain,
      linkerdNamespace: cluster.linkerd.namespace,
      localServiceMirror: capabilities.localServiceMirrorExclusions ? exclusions(cluster) : undefined,
    },
  });
}

/** The entry of one Link. */
function controller({ source, target, gateway }: LinkPlan): Values {
  const { podAntiAffinityOfControllers } = source.linkerd.release.capabilities;
  return controllerOf(target, gateway?.probe.port, podAntiAffinityOfControllers);
}

/** Its probe port is that of the Link: where they differ the gateway counts as dead. */
const controllerOf = remembered((target: ClusterModel, probePort: string | undefined, antiAffinity: boolean) =>
  commonValues({
    // In 2.18 Helm fails on an entry for which this is true; said here, the gateway may have it.
    ...(antiAffinity ? {} : { enablePodAntiAffinity: false }),
    gateway: probePort === undefined ? { enabled: false } : { enabled: true, probe: { port: Number(probePort) } },
    link: { ref: { name: target.name } },
  }),
);

function highAvailability(cluster: ClusterModel): Values {
  const { gateway: replicas, ...rest } = haValues('multicluster');
  return { ...rest, gateway: cluster.gateway && replicas };
}

function gateway(given: GatewayModel, healthCheckNodePort: boolean): Values {
  return {
    enabled: true,
    healthCheckNodePort: healthCheckNodePort ? given.healthCheckNodePort : undefined,
    loadBalancerClass: given.loadBalancerClass,
    loadBalancerIP: given.loadBalancerIP,
    loadBalancerSourceRanges: given.loadBalancerSourceRanges.length > 0 ? given.loadBalancerSourceRanges : undefined,
    nodePort: given.nodePort,
    port: given.port,
    probe: {
      nodePort: given.probeNodePort,
      path: given.probe.path,
      port: given.probe.port,
      seconds: milliseconds(given.probe.period) / 1000,
    },
    replicas: given.replicas,
    serviceAnnotations: Object.keys(given.annotations).length > 0 ? given.annotations : undefined,
    serviceExternalTrafficPolicy: given.externalTrafficPolicy,
    serviceType: given.serviceType,
  };
}

/** What the local mirror leaves off federated Services. The chart passes the strings on as they are: commas, no blanks. */
function exclusions({ excludedAnnotations, excludedLabels }: ClusterModel): Values {
  return { excludedAnnotations: excludedAnnotations.join(','), excludedLabels: excludedLabels.join(',') };
}
