/** A description in a Git repository, and what follows from each commit: checks, the written tree, and its way to the clusters. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Cluster } from '../rig/cluster';
import { linkerdFleet, objectsOf } from '../rig/fleet';
import type { KubeObject } from '../rig/kube';
import { RUN, scratch } from '../rig/processes';

/** A repository with the description in `fleet/`. */
export interface Repository {
  /** The description. */
  readonly fleet: string;
  /** Objects of a cluster as the last commit has them, in the order of waves. */
  readonly objects: (cluster: string) => readonly KubeObject[];
  /** Writes files below `fleet/`; undefined removes one. */
  readonly write: (files: Readonly<Record<string, string | undefined>>) => void;
  /**
   * Commits, provided that `check --base` lets the step pass, and applies what changed to the clusters: as Argo CD does, in the
   * order of waves and by server-side apply, and with pruning backwards, of all but what says that it must not be pruned.
   *
   * @throws with what the command wrote
   */
  readonly commit: (message: string, clusters: readonly Cluster[]) => Promise<void>;
}

/** Makes one without a commit. */
export function repository(): Repository {
  const directory = scratch('repository');
  const [fleet, out] = [join(directory, 'fleet'), join(scratch('tree'), 'dist')];
  const trees = new Map<string, readonly KubeObject[]>();
  let commits = 0;
  git(directory, 'init', '--quiet');
  return {
    fleet,
    objects: (cluster) => trees.get(cluster) ?? [],
    write: (files) => {
      for (const [path, text] of Object.entries(files)) write(join(fleet, path), text);
    },
    commit: async (message, clusters) => {
      linkerdFleet('check', fleet, ...(commits++ === 0 ? [] : ['--base', 'HEAD']));
      git(directory, 'add', '--all');
      git(directory, 'commit', '--quiet', `--message=${message}`);
      rmSync(out, { recursive: true, force: true });
      linkerdFleet('synth', fleet, '--out', out);
      for (const cluster of clusters) {
        const [before, after] = [trees.get(cluster.name) ?? [], objectsIn(out, cluster.name)];
        await deliver(cluster, before, after);
        trees.set(cluster.name, after);
      }
    },
  };
}

/** A cluster that left the fleet has no directory. */
function objectsIn(tree: string, cluster: string): readonly KubeObject[] {
  try {
    return objectsOf(tree, cluster);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Which object it is. */
export const idOf = ({ kind, metadata }: KubeObject) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;

async function deliver({ kube }: Cluster, before: readonly KubeObject[], after: readonly KubeObject[]): Promise<void> {
  for (const object of after) await kube.apply(object, { manager: 'argocd-controller' });
  const written = new Set(after.map(idOf));
  const gone = before.filter((object) => !written.has(idOf(object)) && !isKept(object));
  for (const object of [...gone].reverse()) await kube.remove(object);
}

/** Whether it says that nobody may prune it. */
const isKept = ({ metadata }: KubeObject): boolean =>
  metadata.annotations?.['argocd.argoproj.io/sync-options']?.includes('Prune=false') ?? false;

function write(path: string, text: string | undefined): void {
  if (text === undefined) {
    rmSync(path);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function git(cwd: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com'];
  const env = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', HOME: RUN };
  execFileSync('git', [...who, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
}
