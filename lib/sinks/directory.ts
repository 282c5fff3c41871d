/** A fleet as directories: only what changed is written, only what was ours is removed, and a crash leaves no half file. */
import fs from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { FleetError, type Issue, issue, throwOnErrors } from '../errors';
import { makeDirectories } from '../mkdir';
import type { Crew } from './crew';
import { openDisk } from './disk';
import type { ClusterFiles, TextFile } from './files';
import { withLock } from './lock';
import { clusterNameProblem, collisions, printable } from './paths';
import { writeSections } from './sections';
import type { Shard } from './shard';

/** What to write, where, and how much of the fleet it is. */
export interface WriteOptions {
  /** The output directory; it is made when it does not exist. It may be a symbolic link, nothing below it may. */
  readonly outdir: string;
  readonly clusters: readonly ClusterFiles[];
  /** Name of the fleet: a tree that says another one is refused, but with `force`. @default - any tree is taken */
  readonly fleet?: string;
  /**
   * Files of the fleet as a whole, outside `clusters/`; the first shard writes them.
   * @default - such files are left as they are
   */
  readonly rootFiles?: Iterable<TextFile>;
  /**
   * Whether `clusters` are all clusters of the fleet: then those that an earlier run wrote and that are not among them have
   * left the fleet, and their files are removed.
   */
  readonly complete: boolean;
  /** Write the clusters of one shard only. @default - all */
  readonly shard?: Shard;
  /** Compare with what is on disk, and change nothing. @default false */
  readonly dryRun?: boolean;
  /** Overwrite files that no earlier run wrote, and inventories that cannot be read. @default false */
  readonly force?: boolean;
  /** Accept that there are no clusters, or none of a cluster's files. @default false */
  readonly allowEmpty?: boolean;
  /**
   * File that remembers, from run to run, which clusters with a `token` have been compared and not touched since; they are
   * then neither made nor read. Without effect on a dry run, and with `force`.
   *
   * @default - nothing is remembered
   */
  readonly memory?: string;
  /**
   * Stands for everything that the tokens of all clusters follow from: where it is what it was when a token was right, the token is
   * not asked for again.
   *
   * @default - tokens are asked for
   */
  readonly under?: string;
  /**
   * Threads that make the same files for clusters of the same names. The bytes are the same with any number; when a cluster
   * is refused, those that other threads have begun by then are written although they come after it.
   *
   * @default - this thread does everything
   */
  readonly crew?: Crew;
  /** Called when a cluster has been compared or written; `done` counts them, and those untouched since. */
  readonly onCluster?: (name: string, done: number, of: number) => void;
}

/** A file that was, or with `dryRun` would be, written or removed; or one that is not ours, which only `dryRun` looks for. */
export interface Difference {
  /** Relative to the output directory, with `/`. */
  readonly path: string;
  /** `foreign`: no run wrote it and none removes it, but what delivers the directory applies it. */
  readonly kind: 'added' | 'changed' | 'removed' | 'foreign';
}

/** What a run did, or with `dryRun` would do. */
export interface WriteResult {
  /** Clusters written, of this shard. */
  readonly clusters: number;
  /** Files there are now, and bytes in them. */
  readonly files: number;
  readonly bytes: number;
  /** By path. Inventories are not among them. */
  readonly differences: readonly Difference[];
}

/**
 * Writes a fleet into a directory: `clusters/<name>/…` for each cluster and `rootFiles` beside them.
 *
 * A file whose content is right keeps its modification time. What is ours is known from inventories in `.linkerd-fleet/`,
 * to be committed with the rest; of the files on disk only those are removed or overwritten. Each file is replaced at once,
 * and the inventory of a cluster last: a run that was stopped anywhere is completed by the next one. When something is
 * refused, the clusters it concerns and those after them are left as they are.
 *
 * @throws FleetError OUTPUT_DUPLICATE_PATH, OUTPUT_EMPTY, OUTPUT_FAILED, OUTPUT_FOREIGN_FILE, OUTPUT_INVENTORY,
 *   OUTPUT_LOCKED, OUTPUT_OTHER_FLEET, OUTPUT_PATH, OUTPUT_SECRET, OUTPUT_SHARD, OUTPUT_SYMLINK
 */
export function writeTree(options: WriteOptions): WriteResult {
  throwOnErrors(optionIssues(options));
  return namingFailures(options.outdir, () => {
    const disk = openDisk(realOutdir(options), options.outdir);
    if (options.dryRun) return writeSections(disk, options);
    return withLock(disk, options.shard, () => writeSections(disk, options));
  });
}

function optionIssues({ outdir, clusters, shard, allowEmpty }: WriteOptions): Issue[] {
  const issues: Issue[] = [];
  const names = clusters.map(({ name }) => name);
  if (names.length === 0 && !allowEmpty) issues.push(issue('OUTPUT_EMPTY', { path: outdir, found: 'no cluster' }));
  if (shard !== undefined && !isShard(shard)) {
    issues.push(issue('OUTPUT_SHARD', { path: '--shard', found: `${shard.index}/${shard.count}` }));
  }
  for (const name of names) {
    const found = clusterNameProblem(name);
    if (found !== undefined)
      issues.push(issue('OUTPUT_PATH', { path: `${outdir}/clusters/${printable(name)}`, found }));
  }
  for (const name of collisions(names)) {
    const path = `${outdir}/clusters/${printable(name)}`;
    issues.push(
      issue('OUTPUT_DUPLICATE_PATH', { path, found: 'two clusters of that name, case aside', clusters: [name] }),
    );
  }
  return issues;
}

function isShard({ index, count }: Shard): boolean {
  return Number.isInteger(index) && Number.isInteger(count) && index >= 1 && index <= count;
}

function realOutdir({ outdir, dryRun }: WriteOptions): string {
  if (!dryRun) makeDirectories(resolve(outdir));
  return fs.existsSync(outdir) ? fs.realpathSync(outdir) : resolve(outdir);
}

/** Names the file system's refusals of the output directory, of one above it and below it; whatever the caller's own code throws passes as it is. */
function namingFailures<T>(outdir: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    const root = fs.existsSync(outdir) ? fs.realpathSync(outdir) : resolve(outdir);
    if (code === undefined || path === undefined || !onOneLine(root, resolve(path))) throw error;
    const found = message.split(', ')[0] ?? code;
    throw new FleetError([issue('OUTPUT_FAILED', { path: join(outdir, relative(root, resolve(path))), found })]);
  }
}

function onOneLine(a: string, b: string): boolean {
  return `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);
}
