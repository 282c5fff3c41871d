/** Which cluster is rendered: three may say it, nobody guesses, and whoever says it must agree with the others. */
import { FleetError, issue } from '../../../errors';
import type { ClusterModel } from '../../../model/types';
import { clusterOf, type Project } from '../../../project';
import { parameterPath } from './parameters';
import { line, short } from './words';

/** A name of a cluster, and who says it. */
interface Claim {
  readonly cluster: string;
  /** For the `path` of an issue. */
  readonly by: string;
}

/** Who may name the cluster. */
export interface Naming {
  /** The parameter `cluster` of the Application. */
  readonly parameter?: string;
  /** LINKERD_FLEET_CLUSTER of the sidecar. */
  readonly sidecar?: string;
  /** The application path, from the root of the repository. */
  readonly sourcePath: string;
}

/**
 * The cluster that is meant.
 *
 * The application path names a cluster when it is `…/clusters/<name>`, or leads below it, as in the tree that `synth`
 * writes; and when its last segment is the name of a cluster.
 *
 * @throws CMP_CLUSTER_UNSAID, CMP_CLUSTER_DISPUTED, CLUSTER_UNKNOWN
 */
export function chooseCluster(project: Project, naming: Naming): ClusterModel {
  const claims = claimsOf(project, naming);
  const [first] = claims;
  if (first === undefined) {
    throw new FleetError([
      issue('CMP_CLUSTER_UNSAID', {
        path: parameterPath('cluster'),
        found: `nothing that names a cluster; the application path is ${short(naming.sourcePath || '.')}`,
      }),
    ]);
  }
  if (claims.some(({ cluster }) => cluster !== first.cluster)) {
    const found = claims.map(({ cluster, by }) => `${short(cluster)} from ${by}`).join(', ');
    throw new FleetError([issue('CMP_CLUSTER_DISPUTED', { path: first.by, found })]);
  }
  return clusterOf(project, first.cluster);
}

/** The cluster that is meant when it is said at all, before any description is read: for messages. */
export function namedCluster(naming: Naming): string | undefined {
  const name = naming.parameter ?? naming.sidecar ?? clusterDirectory(naming.sourcePath);
  return name === undefined ? undefined : line(name).slice(0, 63);
}

function claimsOf({ fleet }: Project, { parameter, sidecar, sourcePath }: Naming): readonly Claim[] {
  const last = sourcePath.split('/').at(-1) ?? '';
  const path = clusterDirectory(sourcePath) ?? (fleet.clusters.has(last) ? last : undefined);
  const claims: [string | undefined, string][] = [
    [parameter, parameterPath('cluster')],
    [sidecar, 'LINKERD_FLEET_CLUSTER'],
    [path, `source.path ${short(sourcePath)}`],
  ];
  return claims.flatMap(([cluster, by]) => (cluster === undefined ? [] : [{ cluster, by }]));
}

/** `<name>` of `…/clusters/<name>/…`; of the last such, where there are several. */
function clusterDirectory(path: string): string | undefined {
  const parts = path.split('/');
  const at = parts.slice(0, -1).lastIndexOf('clusters');
  return at === -1 ? undefined : parts[at + 1];
}
