import type { ClusterPlan } from '../../plan/types';
import { releaseTag } from '../release-tag';
import { valuesOf } from './layers';

/**
 * Values of chart linkerd-crds.
 *
 * The chart never installs the Gateway API. Its CRDs belong to the whole cluster and come with most ingress controllers;
 * the chart's copy is of the experimental channel and old (v0.7.1 in 2.17, v1.1.1 later), and applied over another one it
 * takes versions away that are in use. So the default of 2.19 holds for all releases. The policy controller runs without
 * these CRDs; HTTPRoute and GRPCRoute then have to come with the cluster, or with `values.crds`: `installGatewayAPI: true`
 * (`enableHttpRoutes: true` in 2.17). From 2.18 a CRD that the chart once installed is kept (`helm.sh/resource-policy`).
 *
 * `cliVersion` is what the chart prints as `linkerd.io/created-by` of each CRD: without it the annotation reads
 * `linkerd/helm %!s(<nil>)`.
 */
export function crdsValues(plan: ClusterPlan): Record<string, unknown> {
  const { linkerd, values } = plan.cluster;
  const { installGatewayApi } = linkerd.release.capabilities;
  return valuesOf({
    // From 2.18 the three keys count by being there, and would override what a user says of installGatewayAPI.
    defaults: installGatewayApi
      ? { installGatewayAPI: false }
      : { enableHttpRoutes: false, enableTcpRoutes: false, enableTlsRoutes: false },
    user: values.crds,
    owned: { cliVersion: `linkerd/helm ${releaseTag(linkerd)}` },
  });
}
