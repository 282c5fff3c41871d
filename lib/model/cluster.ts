/** One cluster with every default filled in. */
import { at } from '../fleet/description';
import type { ClusterDocument, ClusterSpec, Gateway, Observability } from '../fleet/spec';
import { CONTROL_PLANE_NAMESPACE, MULTICLUSTER_NAMESPACE } from '../linkerd/names';
import { DEFAULT_LINKERD_VERSION, release } from '../linkerd/releases';
import { type Draft, draftOf } from './cluster-draft';
import { credentialsModel } from './credentials/credentials';
import { DASHBOARD_LABELS, EXCLUDED_ANNOTATIONS, EXCLUDED_LABELS, GATEWAY, POD_MONITOR } from './defaults';
import { mergeMaps, mergeOwn, settingPath, withoutStale } from './inherit';
import { type Common, levelsOf, ownSettings } from './levels';
import type { Material } from './material';
import { trustModel } from './trust-model';
import type { ClusterModel, GatewayModel, Level, LinkerdModel, Member, ObservabilityModel } from './types';

/** What the parts of a cluster are made from. */
interface Source {
  readonly settings: ClusterSpec;
  /** Where the settings come from, for what does not merge key by key. */
  readonly levels: readonly Level[];
  readonly material: Material;
  /** Path of a setting in issues. */
  readonly pathIn: (...keys: string[]) => string;
}

/** What each setting comes to. A cluster takes over from its region whatever it does not speak of. */
const PARTS: { readonly [K in keyof ClusterSpec]: (draft: Draft, source: Source) => void } = {
  region: (draft, { settings }) => {
    draft.region = settings.region;
  },
  owners: (draft, { settings }) => {
    draft.owners = settings.owners ?? [];
  },
  zones: (draft, { settings }) => {
    draft.zones = settings.zones ?? [];
  },
  environment: (draft, { settings }) => {
    draft.environment = settings.environment;
  },
  network: (draft, { settings }) => {
    draft.network = settings.network;
  },
  wave: (draft, { settings }) => {
    draft.wave = settings.wave ?? 1;
  },
  apiServer: (draft, { settings: { apiServer }, material, pathIn }) => {
    draft.apiServer = apiServer && {
      url: apiServer.url,
      caBundle: apiServer.caBundle && material.pem(apiServer.caBundle, pathIn('apiServer', 'caBundle')),
      networks: apiServer.networks ?? NOTHING,
    };
  },
  serviceAccountIssuer: (draft, { settings: { serviceAccountIssuer: issuer }, material, pathIn }) => {
    draft.serviceAccountIssuer = issuer && {
      ...issuer,
      certificateAuthority: material.pem(
        issuer.certificateAuthority,
        pathIn('serviceAccountIssuer', 'certificateAuthority'),
      ),
    };
  },
  podCidrs: (draft, { settings }) => {
    draft.podCidrs = settings.podCidrs ?? [];
  },
  serviceCidrs: (draft, { settings }) => {
    draft.serviceCidrs = settings.serviceCidrs ?? [];
  },
  nodeCidrs: (draft, { settings }) => {
    draft.nodeCidrs = settings.nodeCidrs ?? [];
  },
  clusterNetworks: (draft, { settings }) => {
    draft.clusterNetworks = settings.clusterNetworks;
  },
  clusterDomain: (draft, { settings }) => {
    draft.clusterDomain = settings.clusterDomain ?? '';
  },
  linkerd: (draft, { settings }) => {
    draft.linkerd = linkerdModel(settings);
    exclude(draft, settings);
  },
  kubernetesVersion: (draft, { settings }) => {
    draft.kubernetesVersion = settings.kubernetesVersion;
  },
  platform: (draft, { settings }) => {
    draft.platform = settings.platform;
  },
  gatewayApiVersion: (draft, { settings }) => {
    draft.gatewayApiVersion = settings.gatewayApiVersion;
  },
  ha: (draft, { settings }) => {
    draft.ha = settings.ha === true;
  },
  gateway: (draft, { settings: { gateway } }) => {
    draft.gateway = gateway && gateway.enabled !== false ? gatewayModel(gateway) : undefined;
  },
  namespaces: (draft, { settings }) => {
    draft.namespaces = settings.namespaces ?? [];
  },
  networkPolicies: (draft, { settings }) => {
    draft.networkPolicies = settings.networkPolicies === true;
  },
  defaultInboundPolicy: (draft, { settings }) => {
    draft.defaultInboundPolicy = settings.defaultInboundPolicy;
  },
  namespacePolicies: (draft, { settings }) => {
    draft.namespacePolicies = settings.namespacePolicies ?? NOTHING;
  },
  guards: (draft, { settings: { guards } }) => {
    draft.guards = guards && { engine: 'kubernetes', ...guards, writers: guards.writers ?? [] };
  },
  excludedLabels: (draft, { settings }) => exclude(draft, settings),
  excludedAnnotations: (draft, { settings }) => exclude(draft, settings),
  trust: (draft, { settings, material, pathIn }) => {
    draft.trust = trustModel(settings.trust ?? {}, pathIn, material);
  },
  credentials: (draft, { levels }) => {
    draft.credentials = credentialsModel(levels);
  },
  podMonitor: (draft, { settings: { podMonitor } }) => {
    draft.podMonitor =
      podMonitor && podMonitor.enabled !== false
        ? { labels: podMonitor.labels ?? {}, scrapeInterval: podMonitor.scrapeInterval ?? POD_MONITOR.scrapeInterval }
        : undefined;
  },
  observability: (draft, { settings: { observability } }) => {
    draft.observability = observabilityModel(observability ?? {});
  },
  values: (draft, { settings: { values } }) => {
    draft.values = {
      crds: values?.crds ?? {},
      controlPlane: values?.controlPlane ?? {},
      multicluster: values?.multicluster ?? {},
    };
  },
};

const KEYS = Object.keys(PARTS) as (keyof ClusterSpec)[];

/** What clusters of one region start from: everything that does not depend on their names, as far as it is said below them. */
export interface Template extends Common {
  readonly draft: ClusterModel;
}

/** The part of its clusters that a region, or a fleet without regions, says. */
export function template(common: Common, material: Material): Template {
  const settings = withoutStale(common.merged as Record<string, unknown>, common.levels) as ClusterSpec;
  const { levels } = common;
  const source = { settings, levels, material, pathIn: (...keys: string[]) => settingPath(levels, keys) };
  const draft = { name: '', at: '', labels: {}, trustDomain: '', argocd: { name: '' }, levels: [] } as unknown as Draft;
  for (const key of KEYS) PARTS[key]?.(draft, source);
  return { ...common, draft };
}

/** Resolves one cluster. What cannot be resolved is given a value that keeps the rules running. */
export function resolveCluster(
  document: ClusterDocument,
  { draft: shared, ...common }: Template,
  member: Member,
  domain: string | undefined,
  material: Material,
): ClusterModel {
  const { name } = member;
  const own = ownSettings(document);
  const levels = levelsOf(name, own, common);
  const said = withoutStale(mergeOwn(common.merged as Settings, own as Settings), levels, own as Settings);
  // What the cluster does not say is seen behind it: a copy for each cluster costs more than all the rest.
  const settings: ClusterSpec = Object.assign(Object.create(common.merged), said);
  const draft = draftOf(shared, {
    name,
    at: at.cluster(name),
    labels: member.labels,
    // Without either, build.ts has said so; the rules go on with a name that is nobody's.
    trustDomain: settings.trustDomain ?? `${name}.${domain ?? 'invalid'}`,
    argocd: { name: settings.argocd?.name ?? name, server: settings.argocd?.server },
    levels,
  });
  const source = { settings, levels, material, pathIn: (...keys: string[]) => settingPath(levels, keys) };
  const keys = Object.keys(own) as (keyof ClusterSpec)[];
  for (let i = 0; i < keys.length; i++) PARTS[keys[i]!]?.(draft, source);
  return Object.freeze(draft);
}

type Settings = Record<string, unknown>;

/** What selectors and topologies ask of a cluster; found without resolving the rest of it. */
export function memberOf({ metadata, spec = {} }: ClusterDocument, { merged }: Common): Member {
  const { name } = metadata;
  const network = spec.network ?? merged.network;
  const environment = spec.environment ?? merged.environment;
  const labels: Record<string, string> = { ...merged.labels, ...metadata.labels, ...spec.labels };
  labels['name'] = name;
  if (spec.region !== undefined) labels['region'] = spec.region;
  if (environment !== undefined) labels['environment'] = environment;
  if (network !== undefined) labels['network'] = network;
  return { name, network, labels };
}

function observabilityModel({ alerts, dashboard, prometheus }: Observability): ObservabilityModel {
  const isOn = (part?: { readonly enabled?: boolean }) => part !== undefined && part.enabled !== false;
  return {
    alerts: isOn(alerts)
      ? { labels: alerts?.labels ?? {}, kubeStateMetrics: alerts?.kubeStateMetrics === true }
      : undefined,
    dashboard: isOn(dashboard) ? { labels: dashboard?.labels ?? DASHBOARD_LABELS } : undefined,
    prometheus: prometheus && { ...prometheus, networks: prometheus.networks ?? [] },
  };
}

function exclude(draft: Draft, s: ClusterSpec): void {
  const { excludedLabels } = linkerdModel(s).release.capabilities;
  draft.excludedLabels = excludedLabels ? union(EXCLUDED_LABELS, s.excludedLabels) : [];
  draft.excludedAnnotations = excludedLabels ? union(EXCLUDED_ANNOTATIONS, s.excludedAnnotations) : [];
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
    networks: networks.length === 0 ? NOTHING : Object.fromEntries(networks),
    port: g.port ?? GATEWAY.port,
    probe: g.probe === undefined ? GATEWAY.probe : (mergeMaps(GATEWAY.probe, g.probe) as GatewayModel['probe']),
    serviceType,
    nodePort: g.nodePort,
    probeNodePort: g.probeNodePort,
    healthCheckNodePort: g.healthCheckNodePort,
    externalTrafficPolicy: g.externalTrafficPolicy,
    annotations: g.annotations ?? NOTHING,
    loadBalancerClass: g.loadBalancerClass,
    loadBalancerIP: g.loadBalancerIP,
    loadBalancerSourceRanges: g.loadBalancerSourceRanges ?? [],
    sourceRanges: g.sourceRanges ?? [],
    admit: g.admit ?? 'all',
    replicas: g.replicas,
  };
}

/** Shared by all that say nothing. */
const NOTHING: Readonly<Record<string, never>> = Object.freeze({});

function list(given: string | readonly string[] | undefined): readonly string[] {
  if (given === undefined) return [];
  const texts = typeof given === 'string' ? given.split(',') : given.flatMap((text) => text.split(','));
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

const union = (defaults: readonly string[], more: readonly string[] | undefined): readonly string[] =>
  [...new Set([...defaults, ...(more ?? [])])].sort();
