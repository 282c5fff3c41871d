/** High availability as upstream means it: values-ha.yaml of each chart, without the keys that nothing reads. */
import type { Chart } from './charts';

/** Resources of the overlay; they differ in the request for memory only. */
const controller = (request: string) => ({ cpu: { request: '100m' }, memory: { limit: '250Mi', request } });

function controlPlane() {
  return {
    controller: { podDisruptionBudget: { maxUnavailable: 1 } },
    controllerReplicas: 3,
    deploymentStrategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: 1 } },
    destinationResources: controller('50Mi'),
    enablePodAntiAffinity: true,
    enablePodDisruptionBudget: true,
    heartbeatResources: controller('50Mi'),
    // No template reads it; `linkerd check` takes it from ConfigMap linkerd-config and then wants several replicas.
    highAvailability: true,
    identityResources: controller('10Mi'),
    proxy: { resources: controller('20Mi') },
    proxyInjectorResources: controller('50Mi'),
    spValidatorResources: controller('50Mi'),
    webhookFailurePolicy: 'Fail',
  };
}

/**
 * The HA overlay of `chart`: defaults that users may still tune. Needs three nodes, and the label
 * `config.linkerd.io/admission-webhooks: disabled` on kube-system, since the webhooks then fail closed.
 *
 * The mirror controllers and the local service mirror keep one replica, as upstream. Their PodDisruptionBudgets follow
 * `enablePodAntiAffinity` unless their entry of `controllers[]` says otherwise, and in 2.18 Helm fails on an entry for which
 * it is true: there each entry has to say `false`.
 *
 * @returns a new object at each call
 */
export function haValues(chart: Chart): Record<string, unknown> {
  if (chart === 'crds') return {};
  if (chart === 'controlPlane') return controlPlane();
  return { enablePodAntiAffinity: true, gateway: { replicas: 3 } };
}
