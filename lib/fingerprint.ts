/** What a cluster's directory follows from, in one digest: where it is the same, so is every byte. */
import { createHash, hash } from 'node:crypto';
import type { ClusterModel, GatewayModel, Topology } from './model/types';
import type { Project } from './project';

/** Set by the bundler: a digest of this program. Absent in the plain library, which then remembers nothing. */
declare const LINKERD_FLEET_BUILD: string | undefined;

const BUILD = typeof LINKERD_FLEET_BUILD === 'string' ? LINKERD_FLEET_BUILD : undefined;

/** What bytes follow from. */
export interface Fingerprints {
  /** Of the whole description: where it is the same, so are those of all clusters, which take longer. */
  readonly fleet: string;
  readonly of: (cluster: ClusterModel) => string;
}

/**
 * Digests of what each cluster's directory follows from: this program, the documents of the cluster, what Links take from
 * those it is linked with, how it is linked with them, everything that the description says of no cluster in particular, and
 * the files it names. The cluster's own part is taken from the description and not from the model: what the model does not
 * hold yet cannot be missed. Of the others, {@link asTarget} and {@link asSource} are all that its files can be made from.
 *
 * Ask after every cluster's rules have been checked: until then files may not have been read.
 *
 * @returns undefined where code has a hand in what is written, which no digest can see
 */
export function fingerprints({ fleet, loaded, reads }: Project, build = BUILD): Fingerprints | undefined {
  if (build === undefined || reads === undefined || loaded.attachments.length > 0 || loaded.customize !== undefined)
    return undefined;
  const own = new Map<string, string>();
  const common: unknown[] = [build, [...reads].sort(([a], [b]) => (a < b ? -1 : 1))];
  for (const { value } of loaded.raws) {
    const name = nameOfCluster(value);
    if (name === undefined) common.push(value);
    else own.set(name, hash('sha256', `${own.get(name) ?? ''}${JSON.stringify(value)}`));
  }
  const start = hash('sha256', JSON.stringify(common));
  const edges = edgesIn(fleet.topology);
  const targets = digests(asTarget);
  const sources = digests(asSource);
  const of = (cluster: ClusterModel) => {
    const digest = createHash('sha256').update(`${start} ${cluster.name} ${own.get(cluster.name)}`);
    digest.update(edges('targets', cluster, targets));
    return digest.update(edges('sources', cluster, sources)).digest('hex');
  };
  return { fleet: hash('sha256', JSON.stringify([start, [...own]])), of };
}

/** 128 bits. */
type Words = Uint32Array<ArrayBuffer>;
const WORDS = 4;

/**
 * Tells of a cluster how many edges it has in a direction, then of each how it is and the digest of its other end: a million pass
 * here in a full mesh. What comes back holds until the next call.
 */
function edgesIn(topology: Topology) {
  let words = new Uint32Array(1 + (1 + WORDS) * 32);
  return (
    direction: 'targets' | 'sources',
    cluster: ClusterModel,
    digestOf: (cluster: ClusterModel) => Words,
  ): Words => {
    let length = 1;
    topology.visit(direction, cluster, (other, mode, podToPod, draining) => {
      if (length + 1 + WORDS > words.length) words = grown(words);
      words[length++] = (mode === 'flat' ? 1 : 0) | (podToPod ? 2 : 0) | (draining ? 4 : 0);
      const digest = digestOf(other);
      for (let i = 0; i < WORDS; i++) words[length++] = digest[i] as number;
    });
    words[0] = length;
    return words.subarray(0, length);
  };
}

function grown(words: Words): Words {
  const more = new Uint32Array(2 * words.length);
  more.set(words);
  return more;
}

function digests(view: (cluster: ClusterModel) => object): (cluster: ClusterModel) => Words {
  const known = new Map<ClusterModel, Words>();
  return (cluster) => {
    let digest = known.get(cluster);
    if (digest === undefined) {
      const bytes = hash('sha256', JSON.stringify(view(cluster)), 'buffer');
      digest = Uint32Array.from({ length: WORDS }, (_, i) => bytes.readUInt32LE(4 * i));
      known.set(cluster, digest);
    }
    return digest;
  };
}

/**
 * What of a target is in the directories of its sources. Where credentials are delivered by other means, no directory says
 * where its API server is.
 */
export function asTarget(target: ClusterModel): object {
  const { clusterDomain, gateway, apiServer, credentials } = target;
  const isWritten = [credentials.common, ...Object.values(credentials.sources)].some(({ kind }) => kind !== 'existing');
  return {
    ...asMember(target),
    clusterDomain,
    gateway: gateway && asDialled(gateway),
    apiServer: isWritten ? apiServer : undefined,
    credentials,
  };
}

/** What of a source is in the directories of its targets. */
export function asSource(source: ClusterModel): object {
  return { ...asMember(source), podCidrs: source.podCidrs, serviceAccountIssuer: source.serviceAccountIssuer };
}

/** What selectors ask, and what identities are made of. */
function asMember({ name, network, labels, trustDomain, linkerd }: ClusterModel): object {
  const { namespace, multiclusterNamespace } = linkerd;
  return { name, network, labels, trustDomain, linkerd: { namespace, multiclusterNamespace } };
}

/** A gateway without what only its own cluster is told. What is not named here counts. */
function asDialled(gateway: GatewayModel): GatewayModel {
  return { ...gateway, ...OWN };
}

const OWN = {
  admit: 'all',
  replicas: undefined,
  annotations: {},
  healthCheckNodePort: undefined,
  externalTrafficPolicy: undefined,
  loadBalancerClass: undefined,
  loadBalancerIP: undefined,
  loadBalancerSourceRanges: [],
  sourceRanges: [],
} satisfies Partial<GatewayModel>;

function nameOfCluster(value: unknown): string | undefined {
  const { kind, metadata } = (value ?? {}) as { kind?: unknown; metadata?: { name?: unknown } };
  return kind === 'Cluster' && typeof metadata?.name === 'string' ? metadata.name : undefined;
}
