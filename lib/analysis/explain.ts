/** What a cluster gets and where each value comes from. */

import {
  CLUSTER_DOMAIN_ANNOTATION,
  CLUSTER_NAME_LABEL,
  CREDENTIALS_SECRET_TYPE,
  TRUST_DOMAIN_ANNOTATION,
} from '../linkerd/names';
import { isRevoked, rotationStage } from '../model/credentials/credentials';
import { inherit, isPlain, originOf } from '../model/inherit';
import { type Written, writtenOf } from '../model/service-labels';
import type { ClusterModel, FleetModel, Level } from '../model/types';
import { planCluster } from '../plan/cluster';
import type { LinkPlan } from '../plan/types';
import { podsShow } from './anchor/roots';

/** One setting of a cluster. */
export interface Setting {
  /** `gateway.port`. */
  readonly key: string;
  readonly value: unknown;
  /** The level that says it, or `derived` from other settings. */
  readonly from: Level['from'] | 'derived';
}

/** One Link, for people and scripts. */
export interface LinkSummary {
  readonly target: string;
  readonly mode: LinkPlan['mode'];
  readonly podToPod: boolean;
  /** The Link selects nothing, to be removed once its mirrors are gone. */
  readonly draining: boolean;
  /** Address and port that the source dials; absent for flat Links. */
  readonly gateway?: string;
  /** How its credentials come, and where their rotation stands. */
  readonly credentials: CredentialSummary;
  /** Secrets that the Link needs, exactly as they must be. */
  readonly secrets: readonly SecretSummary[];
}

/** The credentials of one Link. */
export interface CredentialSummary {
  readonly by: LinkPlan['credentials']['way']['kind'];
  /** Whether the target lets the source in no longer. */
  readonly revoked: boolean;
  readonly stage: ReturnType<typeof rotationStage>;
  readonly epoch: number;
  readonly loaded: number;
  readonly retired: number;
}

/** A Secret that has to exist on the source. */
export interface SecretSummary {
  readonly namespace: string;
  readonly name: string;
  readonly type: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Everything about one cluster. */
export interface Explanation {
  readonly cluster: string;
  readonly settings: readonly Setting[];
  readonly links: readonly LinkSummary[];
  /** Clusters that hold a Link to it and are let in, with the account of each and its tokens. */
  readonly sources: readonly {
    readonly source: string;
    readonly serviceAccount: string;
    readonly tokens: readonly string[];
    readonly stage: ReturnType<typeof rotationStage>;
  }[];
  /** Clusters that are let in no longer. */
  readonly revoked: readonly string[];
  /** Services it has: `namespace/name`, how they cross, and what of them is written. */
  readonly services: readonly {
    readonly service: string;
    readonly exported: string;
    readonly federated: boolean;
    readonly written: Written;
  }[];
  readonly namespaces: readonly string[];
}

/** Explains one cluster. */
export function explain(fleet: FleetModel, cluster: ClusterModel): Explanation {
  const plan = planCluster(fleet, cluster);
  return {
    cluster: cluster.name,
    settings: settings(cluster, plan.clusterNetworks),
    links: plan.links.map(link),
    sources: plan.access.map(({ source, serviceAccount, tokens, way }) => ({
      source: source.name,
      serviceAccount,
      tokens: tokens.map(({ secret }) => secret),
      stage: rotationStage(way),
    })),
    revoked: cluster.credentials.revoked,
    services: plan.services.map((service) => ({
      service: `${service.namespace}/${service.name}`,
      exported: service.exported,
      federated: service.federated,
      written: writtenOf(service),
    })),
    namespaces: plan.namespaces,
  };
}

function settings(cluster: ClusterModel, networks: readonly string[]): Setting[] {
  const leaves = flatten(inherit(cluster.levels), []);
  const said = leaves.map(
    ([path, value]): Setting => ({
      key: path.join('.'),
      value,
      from: originOf(cluster.levels, path) ?? 'derived',
    }),
  );
  const derived: [string, unknown][] = [
    ['trustDomain', cluster.trustDomain],
    // What pods show as linkerd.io/trust-root-sha256, and trust-manager's ConfigMap as trust.cert-manager.io/hash.
    ['trust.bundleSha256', cluster.trust.bundle === '' ? 'no anchors' : podsShow(cluster.trust)],
    ['clusterNetworks', networks],
    ['linkerd.chartVersion', cluster.linkerd.chartVersion],
    ['excludedLabels', cluster.excludedLabels],
    ['excludedAnnotations', cluster.excludedAnnotations],
  ];
  const known = new Set(said.map((s) => s.key));
  const more = derived
    .filter(([key]) => !known.has(key))
    .map(([key, value]): Setting => ({ key, value, from: 'derived' }));
  return [...said, ...more].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function flatten(value: Readonly<Record<string, unknown>>, path: readonly string[]): [readonly string[], unknown][] {
  return Object.entries(value).flatMap(([key, v]): [readonly string[], unknown][] => {
    const here = [...path, key];
    return isPlain(v) && Object.keys(v).length > 0 ? flatten(v, here) : [[here, v]];
  });
}

function link(plan: LinkPlan): LinkSummary {
  const { target, mode, podToPod, draining, gateway } = plan;
  return {
    target: target.name,
    mode,
    podToPod,
    draining,
    ...(gateway === undefined ? {} : { gateway: `${gateway.address}:${gateway.port}` }),
    credentials: credentialSummary(plan),
    secrets: plan.credentials.namespaces.map((namespace) => secret(plan, namespace)),
  };
}

function credentialSummary(plan: LinkPlan): CredentialSummary {
  const { kind, epoch, loaded, retired } = plan.credentials.way;
  return { by: kind, revoked: isRevoked(plan), stage: rotationStage(plan.credentials.way), epoch, loaded, retired };
}

function secret({ source, target, credentials }: LinkPlan, namespace: string): SecretSummary {
  const destination = namespace === source.linkerd.namespace;
  return {
    namespace,
    name: credentials.secretName,
    type: CREDENTIALS_SECRET_TYPE,
    labels: destination ? { [CLUSTER_NAME_LABEL]: target.name } : {},
    annotations: destination
      ? { [CLUSTER_DOMAIN_ANNOTATION]: target.clusterDomain, [TRUST_DOMAIN_ANNOTATION]: target.trustDomain }
      : {},
  };
}
