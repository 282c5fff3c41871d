import type { Manifest } from '../emit/manifest';
import * as names from '../linkerd/names';
import type { LinkPlan } from '../plan/types';
import { inWave, WAVES } from './waves';

/**
 * The Link of one edge, as `linkerd multicluster link-gen` makes it from the same facts, at the version that the
 * source's own release reads. Beyond link-gen: probe timeout and failureThreshold are written with the API server's
 * defaults, which it would fill in and Argo CD would then see as drift.
 *
 * A pure gateway Link has only `selector`: over an edge that pods do not cross, the other two would mirror services
 * without endpoints.
 */
export function linkManifest(link: LinkPlan): Manifest {
  const { source, target } = link;
  const { release, multiclusterNamespace } = source.linkerd;
  return inWave(WAVES.links, {
    apiVersion: `${names.MULTICLUSTER_GROUP}/${release.linkVersion}`,
    kind: 'Link',
    metadata: {
      name: target.name,
      namespace: multiclusterNamespace,
      // `linkerd multicluster check` compares it with the version of the CLI and warns without it.
      annotations: { [names.CREATED_BY_ANNOTATION]: `linkerd/cli ${cliVersion(link)}` },
    },
    spec: {
      clusterCredentialsSecret: link.credentials.secretName,
      ...(source.excludedAnnotations.length > 0 ? { excludedAnnotations: source.excludedAnnotations } : {}),
      ...(source.excludedLabels.length > 0 ? { excludedLabels: source.excludedLabels } : {}),
      ...gatewayFields(link),
      ...selectors(link),
      targetClusterDomain: target.clusterDomain,
      targetClusterLinkerdNamespace: target.linkerd.namespace,
      targetClusterName: target.name,
    },
  });
}

function gatewayFields({ gateway }: LinkPlan): Record<string, unknown> {
  const {
    timeout = names.PROBE_TIMEOUT,
    failureThreshold = String(names.PROBE_FAILURE_THRESHOLD),
    ...probe
  } = gateway?.probe ?? {};
  const probeSpec = { ...probe, failureThreshold, timeout };
  // A path starts the prober, gateway or not: a flat Link must not carry one.
  if (gateway === undefined) return { probeSpec };
  return {
    gatewayAddress: gateway.address,
    gatewayIdentity: gateway.identity,
    gatewayPort: gateway.port,
    probeSpec,
  };
}

function selectors({ mode, podToPod }: LinkPlan): Record<string, unknown> {
  return {
    ...(mode === 'gateway' ? { selector: { matchLabels: { [names.EXPORTED_LABEL]: names.EXPORTED_GATEWAY } } } : {}),
    ...(podToPod
      ? {
          remoteDiscoverySelector: { matchLabels: { [names.EXPORTED_LABEL]: names.EXPORTED_REMOTE_DISCOVERY } },
          federatedServiceSelector: { matchLabels: { [names.FEDERATED_LABEL]: names.FEDERATED_MEMBER } },
        }
      : {}),
  };
}

function cliVersion({ source }: LinkPlan): string {
  const { distribution, chartVersion, release } = source.linkerd;
  return distribution === 'enterprise' ? `enterprise-${chartVersion}` : release.edge;
}
