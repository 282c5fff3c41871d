/** What Argo CD makes of what is written: fleets, files as YAML gives them back, and Applications from templates. */
import { parse } from 'yaml';
import { argocdFiles } from '../../../lib/delivery/argocd';
import { emitManifest, type Manifest } from '../../../lib/emit/manifest';
import type { ClusterSpec, FleetSpec } from '../../../lib/fleet/spec';
import type { FleetModel } from '../../../lib/model/types';
import { planCluster } from '../../../lib/plan/cluster';
import { clusterJson } from '../../../lib/resources/cluster-json';
import { buildTestFleet, type TestService } from '../../model/fixtures';
import { ANCHORS } from '../../resources/plans';

export const REPO = 'https://git.example.com/platform/mesh.git';

/** Three clusters, of two waves, of both distributions and of both ways to name a destination. */
export const CLUSTERS: Record<string, ClusterSpec> = {
  'eu-1': { region: 'eu', environment: 'prod', wave: 2, network: 'eu', linkerd: { version: '2.19' } },
  'eu-2': { region: 'eu', wave: 2, network: 'eu', argocd: { server: 'https://api.eu-2.example.com:6443' } },
  'us-1': {
    region: 'us',
    environment: 'canary',
    wave: 0,
    argocd: { name: 'legacy-us' },
    linkerd: { distribution: 'enterprise', chartVersion: '2.20.2', license: 'abc' },
    namespaces: ['web'],
  },
};

/** What a test says of a fleet. */
export interface Given {
  readonly argocd?: Partial<FleetSpec['argocd']>;
  readonly fleet?: Partial<FleetSpec>;
  readonly clusters?: Record<string, ClusterSpec>;
  readonly services?: readonly TestService[];
}

/** A fleet that is delivered by Argo CD. */
export function fleetOf({ argocd, fleet, clusters = CLUSTERS, services = [] }: Given = {}): FleetModel {
  return buildTestFleet({
    fleet: { argocd: { repoURL: REPO, ...argocd }, ...fleet },
    clusters,
    services,
    files: { 'anchors.pem': ANCHORS },
  }).fleet;
}

/** A fleet of which everything is written: access, credentials, trust, services, policies, and mirrors of 2.17. */
export function fullFleet(): FleetModel {
  return fleetOf({
    fleet: {
      topology: [{ fullMesh: {} }],
      trust: {
        anchors: ['anchors.pem'],
        issuer: { certManager: { issuerRef: { kind: 'ClusterIssuer', name: 'mesh-ca' } } },
      },
      credentials: { externalSecrets: { store: 'mesh-links' } },
      networkPolicies: true,
      podMonitor: {},
    },
    clusters: {
      ...CLUSTERS,
      'eu-1': { ...CLUSTERS['eu-1'], linkerd: { version: '2.17' } },
      'us-1': { ...CLUSTERS['us-1'], gateway: { address: 'gw.us-1.example.com' } },
    },
    services: [
      { name: 'payments', federated: true, clusters: { matchLabels: { region: 'eu' } } },
      { name: 'cart', namespace: 'shop', exported: true, clusters: { matchLabels: { region: 'us' } } },
    ],
  });
}

/** The written objects by path, read back from their text. */
export function written(fleet: FleetModel): Map<string, Json> {
  return new Map(
    argocdFiles(fleet).map(({ path, manifests }) => [path, parse(emitManifest(manifests[0] as Manifest))]),
  );
}

/** The ApplicationSets. */
export function applicationSets(fleet: FleetModel): Json[] {
  return [...written(fleet).values()].filter((object) => object.kind === 'ApplicationSet');
}

/** Objects as YAML gives them back. */
// biome-ignore lint/suspicious/noExplicitAny: every test asks for what it knows to be there
export type Json = any;

/** Parameters that the git-files generator makes of a cluster's cluster.json. */
export function parameters(fleet: FleetModel, cluster: string, directory = `dist/clusters/${cluster}`): Json {
  const plan = planCluster(fleet, fleet.clusters.get(cluster)!);
  return { ...JSON.parse(JSON.stringify(clusterJson(plan))), path: { path: directory } };
}

/** The Applications of an ApplicationSet, one for each cluster of the fleet. */
export function applications(fleet: FleetModel, set: Json): Json[] {
  return [...fleet.clusters.keys()].map((cluster) => {
    const { metadata, spec } = fill(set.spec.template, parameters(fleet, cluster));
    return withoutEmpty({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { ...metadata, namespace: set.metadata.namespace },
      spec,
    });
  });
}

/** The sources of an Application or of a template, be it one or several. */
export function sourcesOf({ spec }: Json): Json[] {
  return spec.sources ?? [spec.source];
}

/** Templates hold plain references only; with missingkey=error one that leads nowhere is an error. */
function fill(value: Json, params: Json): Json {
  if (typeof value === 'string') return value.replaceAll(/\{\{(.*?)\}\}/g, (_, reference) => lookup(reference, params));
  if (Array.isArray(value)) return value.map((item) => fill(item, params));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [fill(key, params), fill(item, params)]));
}

function lookup(reference: string, params: Json): string {
  const keys = /^ ((?:\.\w+)+) $/.exec(reference)?.[1]?.slice(1).split('.');
  const found = keys?.reduce((at: Json, key) => at?.[key], params);
  if (typeof found !== 'string') throw new Error(`template refers to ${reference}, which is no text`);
  return found;
}

/** Destination is a Go struct with `omitempty`. */
function withoutEmpty(application: Json): Json {
  const kept = Object.entries(application.spec.destination).filter(([, text]) => text !== '');
  return { ...application, spec: { ...application.spec, destination: Object.fromEntries(kept) } };
}

/** gobwas/glob without separators, as far as it is used: a star is any text, {a,b} either. */
export function glob(pattern: string): RegExp {
  const escaped = pattern.replaceAll(/[.+^$()|[\]\\]/g, '\\$&');
  const alternatives = escaped.replaceAll(/\{([^}]*)\}/g, (_, list: string) => `(?:${list.replaceAll(',', '|')})`);
  return new RegExp(`^${alternatives.replaceAll('*', '.*')}$`);
}
