/** One cluster with every default filled in. */
import { at } from '../fleet/description';
import type { ClusterDocument, ClusterSpec, Gateway, Trust } from '../fleet/spec';
import { CONTROL_PLANE_NAMESPACE, MULTICLUSTER_NAMESPACE } from '../linkerd/names';
import { DEFAULT_LINKERD_VERSION, release } from '../linkerd/releases';
import { EXCLUDED_ANNOTATIONS, EXCLUDED_LABELS, GATEWAY, ISSUER, POD_MONITOR } from './defaults';
import { inherit, mergeMaps, settingPath } from './inherit';
import type { Material } from './material';
import type { ClusterModel, GatewayModel, IssuerModel, Level, LinkerdModel, TrustModel } from './types';

/** Resolves one cluster. What cannot be resolved is given a value that keeps the rules running. */
export function resolveCluster(
  document: ClusterDocument,
  levels: readonly Level[],
  domain: string | undefined,
  material: Material,
): ClusterModel {
  const { name } = document.metadata;
  const path = at.cluster(name);
  const s = inherit(levels) as ClusterSpec;
  const pathIn = (...keys: string[]) => settingPath(levels, keys);
  const linkerd = linkerdModel(s);
  const exclusions = linkerd.release.capabilities.excludedLabels;
  return Object.freeze({
    name,
    at: path,
    region: s.region,
    zones: s.zones ?? [],
    environment: s.environment,
    network: s.network,
    wave: s.wave ?? 1,
    labels: labelsOf(name, s),
    apiServer: s.apiServer && {
      url: s.apiServer.url,
      caBundle: material.pem(s.apiServer.caBundle, pathIn('apiServer', 'caBundle')),
      networks: s.apiServer.networks ?? {},
    },
    podCidrs: s.podCidrs ?? [],
    serviceCidrs: s.serviceCidrs ?? [],
    nodeCidrs: s.nodeCidrs ?? [],
    clusterNetworks: s.clusterNetworks,
    clusterDomain: s.clusterDomain ?? '',
    // Without either, build.ts has said so; the rules go on with a name that is nobody's.
    trustDomain: s.trustDomain ?? `${name}.${domain ?? 'invalid'}`,
    linkerd,
    kubernetesVersion: s.kubernetesVersion,
    gatewayApiVersion: s.gatewayApiVersion,
    ha: s.ha === true,
    gateway: s.gateway && s.gateway.enabled !== false ? gatewayModel(s.gateway) : undefined,
    namespaces: s.namespaces ?? [],
    networkPolicies: s.networkPolicies === true,
    excludedLabels: exclusions ? union(EXCLUDED_LABELS, s.excludedLabels) : [],
    excludedAnnotations: exclusions ? union(EXCLUDED_ANNOTATIONS, s.excludedAnnotations) : [],
    trust: trustModel(s.trust ?? {}, pathIn, material),
    podMonitor:
      s.podMonitor && s.podMonitor.enabled !== false
        ? {
            labels: s.podMonitor.labels ?? {},
            scrapeInterval: s.podMonitor.scrapeInterval ?? POD_MONITOR.scrapeInterval,
          }
        : undefined,
    values: {
      crds: s.values?.crds ?? {},
      controlPlane: s.values?.controlPlane ?? {},
      multicluster: s.values?.multicluster ?? {},
    },
    argocd: { name: s.argocd?.name ?? name, server: s.argocd?.server },
    levels,
  });
}

function labelsOf(name: string, s: ClusterSpec): Readonly<Record<string, string>> {
  const fields = { name, region: s.region, environment: s.environment, network: s.network };
  return {
    ...s.labels,
    ...(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >),
  };
}

function linkerdModel(s: ClusterSpec): LinkerdModel {
  const given = s.linkerd ?? {};
  const known = release(given.version ?? DEFAULT_LINKERD_VERSION);
  const distribution = given.distribution ?? 'edge';
  return {
    release: known,
    distribution,
    chartVersion: given.chartVersion ?? known.chartVersion,
    license: given.license,
    licenseSecret: given.licenseSecret,
    namespace: given.namespace ?? CONTROL_PLANE_NAMESPACE,
    multiclusterNamespace: given.multiclusterNamespace ?? MULTICLUSTER_NAMESPACE,
  };
}

function gatewayModel(g: Gateway): GatewayModel {
  const serviceType = g.serviceType ?? GATEWAY.serviceType;
  const node = serviceType === 'NodePort';
  // Sources dial nodes on the node ports: link-gen takes them from the Service in the same way.
  const port = (node ? g.nodePort : undefined) ?? g.port ?? GATEWAY.port;
  const probePort = (node ? g.probeNodePort : undefined) ?? g.probe?.port ?? GATEWAY.probe.port;
  const networks = Object.entries(g.networks ?? {}).map(([network, n]) => [
    network,
    { addresses: list(n.address), port: n.port ?? port, probePort: n.probePort ?? probePort },
  ]);
  return {
    addresses: list(g.address),
    networks: Object.fromEntries(networks),
    port: g.port ?? GATEWAY.port,
    probe: mergeMaps(GATEWAY.probe, g.probe ?? {}) as GatewayModel['probe'],
    serviceType,
    nodePort: g.nodePort,
    probeNodePort: g.probeNodePort,
    healthCheckNodePort: g.healthCheckNodePort,
    externalTrafficPolicy: g.externalTrafficPolicy,
    annotations: g.annotations ?? {},
    loadBalancerClass: g.loadBalancerClass,
    loadBalancerIP: g.loadBalancerIP,
    loadBalancerSourceRanges: g.loadBalancerSourceRanges ?? [],
    sourceRanges: g.sourceRanges ?? [],
    replicas: g.replicas,
  };
}

function trustModel(t: Trust, pathIn: (...keys: string[]) => string, material: Material): TrustModel {
  const anchors = material.bundle(t.anchors, pathIn('trust', 'anchors'));
  return {
    bundle: anchors.canonical,
    anchors: anchors.certificates,
    delivery: t.bundle ?? 'trustManager',
    issuer: issuerModel(t.issuer),
    issuerCertificates: material.bundle(t.issuerCertificates, pathIn('trust', 'issuerCertificates')).certificates,
    webhooks: t.webhooks ?? 'certManager',
    webhookCaBundle: material.pem(t.webhookCaBundle, pathIn('trust', 'webhookCaBundle')),
  };
}

function issuerModel(issuer: Trust['issuer']): IssuerModel {
  const c = issuer?.certManager;
  if (!c) return { kind: 'existing' };
  return {
    kind: 'certManager',
    issuerRef: {
      name: c.issuerRef.name,
      kind: c.issuerRef.kind ?? ISSUER.kind,
      group: c.issuerRef.group ?? ISSUER.group,
    },
    duration: c.duration ?? ISSUER.duration,
    renewBefore: c.renewBefore ?? ISSUER.renewBefore,
    nameConstraints: c.nameConstraints ?? ISSUER.nameConstraints,
  };
}

const list = (given: string | readonly string[] | undefined): readonly string[] =>
  given === undefined
    ? []
    : [given]
        .flat()
        .flatMap((a) => a.split(','))
        .map((a) => a.trim())
        .filter((a) => a !== '');

const union = (defaults: readonly string[], more: readonly string[] | undefined): readonly string[] =>
  [...new Set([...defaults, ...(more ?? [])])].sort();
