/** Everything a cluster gets, in the order in which it is applied. */
import type { Manifest } from '../emit/manifest';
import type { ServiceModel } from '../model/types';
import type { ClusterPlan } from '../plan/types';
import { accessManifests } from './access';
import { clusterJson } from './cluster-json';
import { credentialManifests } from './external-secrets';
import type { OutputFile } from './file';
import { gatewayAdmissionManifests } from './gateway-policy';
import { linkManifest } from './link';
import { mirror217Manifests } from './mirror-217';
import { monitoringManifests } from './monitoring';
import { namespaceManifests } from './namespaces';
import { networkPolicyManifests } from './network-policy';
import { policyManifests } from './policy';
import { serviceManifest } from './services';
import { trustManifests } from './trust';
import { controlPlaneValues } from './values/control-plane';
import { crdsValues } from './values/crds';
import { multiclusterValues } from './values/multicluster';

/**
 * The files of a cluster's directory. Files without objects are not there.
 *
 * @param elsewhere Services that charts of the author's write, as `namespace/name`
 */
export function clusterFiles(plan: ClusterPlan, elsewhere: ReadonlySet<string> = NONE): readonly OutputFile[] {
  return [
    { path: 'cluster.json', kind: 'json', value: clusterJson(plan) },
    ...manifests('namespaces/namespaces.yaml', namespaceManifests(plan)),
    { path: 'linkerd-crds/values.yaml', kind: 'values', values: crdsValues(plan) },
    ...manifests('trust/trust.yaml', trustManifests(plan)),
    { path: 'linkerd-control-plane/values.yaml', kind: 'values', values: controlPlaneValues(plan) },
    { path: 'linkerd-multicluster/values.yaml', kind: 'values', values: multiclusterValues(plan) },
    ...manifests('multicluster/gateway.yaml', gatewayAdmissionManifests(plan)),
    ...manifests('multicluster/access.yaml', accessManifests(plan)),
    ...manifests(
      'multicluster/credentials.yaml',
      plan.links.flatMap((link) => credentialManifests(plan, link)),
    ),
    ...manifests('multicluster/links.yaml', plan.links.map(linkManifest)),
    ...manifests('multicluster/mirrors.yaml', mirror217Manifests(plan)),
    ...manifests('multicluster/network-policy.yaml', networkPolicyManifests(plan)),
    ...policyManifests(plan).flatMap(([namespace, list]) => manifests(`policy/${namespace}.yaml`, list)),
    ...serviceFiles(plan.services.filter((service) => !isElsewhere(service, elsewhere))),
    ...manifests('observability/monitoring.yaml', monitoringManifests(plan)),
  ];
}

const NONE: ReadonlySet<string> = new Set();

/** Only labels of it would be written here, for a Service that has them where it is whole. */
function isElsewhere({ name, namespace, spec }: ServiceModel, elsewhere: ReadonlySet<string>): boolean {
  return spec.selector === undefined && elsewhere.has(`${namespace}/${name}`);
}

function serviceFiles(services: readonly ServiceModel[]): readonly OutputFile[] {
  const byNamespace = new Map<string, Manifest[]>();
  for (const service of services) {
    const own = byNamespace.get(service.namespace);
    if (own === undefined) byNamespace.set(service.namespace, [serviceManifest(service)]);
    else own.push(serviceManifest(service));
  }
  const namespaces = [...byNamespace.keys()].sort();
  return namespaces.flatMap((name) => manifests(`services/${name}.yaml`, byNamespace.get(name) ?? []));
}

const manifests = (path: string, list: readonly Manifest[]): readonly OutputFile[] =>
  list.length === 0 ? [] : [{ path, kind: 'manifests', manifests: list }];
