/** What a cluster's directory follows from, in one digest: where it is the same, so is every byte. */
import { createHash, hash } from 'node:crypto';
import type { ClusterModel, Edge } from './model/types';
import type { Project } from './project';

/** Set by the bundler: a digest of this program. Absent in the plain library, which then remembers nothing. */
declare const LINKERD_FLEET_BUILD: string | undefined;

const BUILD = typeof LINKERD_FLEET_BUILD === 'string' ? LINKERD_FLEET_BUILD : undefined;

/**
 * Digests of what each cluster's directory follows from: this program, the documents of the cluster and of those it is linked
 * with, how it is linked with them, everything that the description says of no cluster in particular, and the files it names.
 * Taken from the description and not from the model: what the model does not hold yet cannot be missed.
 *
 * Ask after every cluster's rules have been checked: until then files may not have been read.
 *
 * @returns undefined where code has a hand in what is written, which no digest can see
 */
export function fingerprints(
  { fleet, loaded, reads }: Project,
  build = BUILD,
): ((cluster: ClusterModel) => string) | undefined {
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
  const end = (other: ClusterModel, { mode, podToPod }: Edge) =>
    ` ${other.name} ${own.get(other.name)} ${mode} ${podToPod}`;
  return (cluster) => {
    const digest = createHash('sha256').update(`${start} ${cluster.name} ${own.get(cluster.name)} targets`);
    digest.update(
      fleet.topology
        .targets(cluster)
        .map((edge) => end(edge.target, edge))
        .join(''),
    );
    digest.update(' sources');
    digest.update(
      fleet.topology
        .sources(cluster)
        .map((edge) => end(edge.source, edge))
        .join(''),
    );
    return digest.digest('hex');
  };
}

function nameOfCluster(value: unknown): string | undefined {
  const { kind, metadata } = (value ?? {}) as { kind?: unknown; metadata?: { name?: unknown } };
  return kind === 'Cluster' && typeof metadata?.name === 'string' ? metadata.name : undefined;
}
