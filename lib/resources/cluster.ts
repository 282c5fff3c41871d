/** Everything a cluster gets, in the order in which it is applied. */
import type { Manifest } from '../emit/manifest';
import { writtenOf } from '../model/service-labels';
import type { ServiceModel } from '../model/types';
import type { ClusterPlan } from '../plan/types';
import { clusterJson } from './cluster-json';
import { accessManifests, accessPieces } from './credentials/access';
import { externalSecretManifests } from './credentials/external-secrets';
import { oidcFiles, tokenFileManifests } from './credentials/oidc';
import { sealedSecretManifests, sopsFiles } from './credentials/sealed-secrets';
import { LateManifests, LateValues, type OutputFile } from './file';
import { guardManifests } from './guards/guards';
import { roleManifests } from './guards/roles';
import { linkManifest, linkPiece } from './link';
import { mirror217Manifests } from './mirror-217';
import { namespaceManifests } from './namespaces';
import { alertManifests } from './observability/alerts';
import { dashboardManifests } from './observability/dashboards';
import { monitoringManifests } from './observability/monitoring';
import { scraperManifests } from './observability/monitoring-access';
import { gatewayAdmissionManifests } from './policy/gateway';
import { policyManifests } from './policy/manifests';
import { networkPolicyManifests } from './policy/network';
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
    values('linkerd-crds/values.yaml', () => crdsValues(plan)),
    ...manifests('trust/trust.yaml', trustManifests(plan)),
    values('linkerd-control-plane/values.yaml', () => controlPlaneValues(plan)),
    values('linkerd-multicluster/values.yaml', () => multiclusterValues(plan)),
    ...oidcFiles(plan),
    ...manifests('multicluster/gateway.yaml', gatewayAdmissionManifests(plan)),
    ...(plan.hasSources ? [access(plan)] : []),
    ...manifests(
      'multicluster/credentials.yaml',
      plan.links.flatMap((link) => [
        ...externalSecretManifests(link),
        ...sealedSecretManifests(plan, link),
        ...tokenFileManifests(link),
      ]),
    ),
    ...sopsFiles(plan),
    ...(plan.links.length > 0 ? [links(plan)] : []),
    ...manifests('multicluster/mirrors.yaml', mirror217Manifests(plan)),
    ...manifests('multicluster/network-policy.yaml', networkPolicyManifests(plan)),
    ...policyManifests(plan).flatMap(([namespace, list]) => manifests(`policy/${namespace}.yaml`, list)),
    ...serviceFiles(plan.services.filter((service) => isHere(service, elsewhere))),
    ...manifests('observability/monitoring.yaml', [...monitoringManifests(plan), ...scraperManifests(plan)]),
    ...manifests('observability/alerts.yaml', alertManifests(plan)),
    ...manifests('observability/dashboard.yaml', dashboardManifests(plan)),
    ...manifests('guards/guards.yaml', guardManifests(plan)),
    ...manifests('guards/roles.yaml', roleManifests(plan)),
  ];
}

const NONE: ReadonlySet<string> = new Set();

/** A Service that has its labels where it is whole is not written. */
function isHere(service: ServiceModel, elsewhere: ReadonlySet<string>): boolean {
  const written = writtenOf(service);
  return written === 'whole' || (written === 'labels' && !elsewhere.has(`${service.namespace}/${service.name}`));
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

const values = (path: string, make: () => Record<string, unknown>): OutputFile => new LateValues(path, make);

const access = (plan: ClusterPlan): OutputFile =>
  new LateManifests(
    'multicluster/access.yaml',
    () => accessManifests(plan),
    () => accessPieces(plan),
  );

const links = (plan: ClusterPlan): OutputFile =>
  new LateManifests(
    'multicluster/links.yaml',
    () => plan.links.map(linkManifest),
    () => plan.links.map(linkPiece),
  );
