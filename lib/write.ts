/** Writing a project into a directory: every cluster's files, and those of the fleet as a whole. */

import { crewOf } from './crew';
import { argocdFiles } from './delivery/argocd';
import { INDEX, indexOf, indexText } from './delivery/generator/parameters';
import { CODEOWNERS, codeowners } from './delivery/governance/codeowners';
import { emitManifest } from './emit/manifest';
import { fingerprints } from './fingerprint';
import type { ClusterModel } from './model/types';
import { type Project, render } from './project';
import { HEADER, notApplied } from './resources/render';
import { type WriteOptions, type WriteResult, writeTree } from './sinks/directory';
import type { TextFile } from './sinks/files';

/** How to write a project. */
export interface WriteProjectOptions
  extends Pick<WriteOptions, 'outdir' | 'shard' | 'dryRun' | 'force' | 'memory' | 'onCluster'> {
  /**
   * Clusters to write; the directories of others, and files of the fleet as a whole, are left as they are.
   *
   * @default - all clusters, and directories of clusters that left the fleet are removed
   */
  readonly clusters?: readonly ClusterModel[];
  /** Threads that write, where the fleet is large enough; the bytes are the same with any number. @default 1 */
  readonly jobs?: number;
}

/** Writes a project. It has been checked: what is wrong with it is written as it is. @throws FleetError OUTPUT_… */
export function writeProject(project: Project, { clusters, jobs = 1, ...options }: WriteProjectOptions): WriteResult {
  const selected = clusters ?? [...project.fleet.clusters.values()];
  const prints = options.memory === undefined ? undefined : fingerprints(project);
  return writeTree({
    ...options,
    fleet: project.fleet.name,
    under: prints?.fleet,
    crew: crewOf(project, jobs),
    clusters: selected.map((cluster) => ({
      name: cluster.name,
      token: prints && (() => prints.of(cluster)),
      files: filesOf(project, cluster),
    })),
    complete: clusters === undefined,
    ...(clusters === undefined ? { rootFiles: rootFiles(project) } : {}),
  });
}

function rootFiles({ fleet }: Project): readonly TextFile[] {
  const manifests = argocdFiles(fleet).map(({ path, manifests, ...file }) => ({
    path,
    text:
      HEADER +
      (file.notApplied === undefined ? '' : notApplied(file.notApplied)) +
      manifests.map(emitManifest).join('---\n'),
  }));
  const owned = codeowners(fleet);
  const files = [...manifests, { path: INDEX, text: indexText(indexOf(fleet)) }];
  return owned === undefined ? files : [...files, { path: CODEOWNERS, text: owned }];
}

/** Rendered when its turn comes: only one cluster's objects are held at a time. */
export function filesOf(project: Project, cluster: ClusterModel): Iterable<TextFile> {
  return { [Symbol.iterator]: () => render(project, cluster)[Symbol.iterator]() };
}
