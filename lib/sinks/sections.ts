/** The sections of a run, one after the other: a cluster's files are in memory only while it is written. */
import { basename } from 'node:path';
import { FleetError, type Issue, issue, throwOnErrors } from '../errors';
import { apply } from './apply';
import type { Difference, WriteOptions, WriteResult } from './directory';
import { type Disk, namesIn, obstacle, removeLeftovers, shown } from './disk';
import type { ClusterFiles } from './files';
import { type Findings, inspect } from './inspect';
import { clusterOfInventory, INVENTORIES, ROOT_INVENTORY } from './inventory';
import { type Memory, readMemory, remember, stampsOf, untouched, writeMemory } from './memory';
import { STATE } from './paths';
import { clusterSection, rootSection, type Section } from './section';
import { type Shard, writes } from './shard';

/** Writes what the options say, or finds out what that would be. */
export function writeSections(disk: Disk, options: WriteOptions): WriteResult {
  refuseLinkedState(disk);
  const own = options.clusters.filter(({ name }) => writes(options.shard, name));
  const issues: Issue[] = [];
  const differences: Difference[] = [];
  let [files, bytes, done] = [0, 0, 0];
  if (!options.dryRun) removeStateLeftovers(disk, options.shard);
  const memory = memoryOf(disk, options);
  for (const section of sections(disk, options, own)) {
    const known = memory && untouchedSection(disk, section, memory);
    if (known !== undefined) {
      files += known.files;
      bytes += known.bytes;
      options.onCluster?.(known.cluster, ++done, own.length);
      continue;
    }
    const findings = look(disk, section, options, memory);
    issues.push(...findings.issues, ...emptyIssues(disk, section, findings, options.allowEmpty));
    if (issues.length === 0 && !options.dryRun) apply(disk, section, findings);
    files += findings.files;
    bytes += findings.bytes;
    differences.push(...findings.changes.map(({ path, kind }) => ({ path, kind })));
    differences.push(...findings.stale.map((path) => ({ path, kind: 'removed' as const })));
    if (section.cluster !== undefined && !section.isLeaving) options.onCluster?.(section.cluster, ++done, own.length);
  }
  if (memory !== undefined) writeMemory(memory, disk.root);
  throwOnErrors(issues);
  differences.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { clusters: own.length, files, bytes, differences };
}

/** A forced run and a dry one look at everything. */
function memoryOf(disk: Disk, { memory, dryRun, force }: WriteOptions): Memory | undefined {
  return memory === undefined || dryRun || force || disk.afterDeath ? undefined : readMemory(memory, disk.root);
}

function untouchedSection(disk: Disk, { cluster, token }: Section, memory: Memory) {
  if (cluster === undefined || token === undefined) return undefined;
  const found = untouched(memory, disk, cluster, token);
  return found && { ...found, cluster };
}

/** Inspects a section; that its files were found as they should be is remembered. */
function look(disk: Disk, section: Section, { force = false }: WriteOptions, memory: Memory | undefined): Findings {
  const { cluster, token } = section;
  if (memory === undefined || cluster === undefined) return inspect(disk, section, force);
  const files = [...section.files];
  const before =
    token === undefined
      ? undefined
      : stampsOf(
          disk,
          cluster,
          files.map(({ path }) => path),
        );
  const findings = inspect(disk, { ...section, files }, force);
  const isAsItShould = findings.issues.length + findings.changes.length + findings.gone.length === 0;
  if (token !== undefined && isAsItShould) remember(memory, cluster, token, before, findings.bytes);
  return findings;
}

/** Clusters first, then those that left, then the files of the fleet as a whole, which point at their directories. */
function* sections(disk: Disk, options: WriteOptions, own: readonly ClusterFiles[]): Iterable<Section> {
  for (const cluster of own) yield clusterSection(cluster);
  if (options.complete) {
    const names = new Set(options.clusters.map(({ name }) => name));
    for (const name of clustersOnDisk(disk)) {
      if (!names.has(name) && writes(options.shard, name))
        yield { ...clusterSection({ name, files: [] }), isLeaving: true };
    }
  }
  if (options.rootFiles && writesRoot(options.shard)) yield rootSection(options.rootFiles);
}

function writesRoot(shard: Shard | undefined): boolean {
  return shard === undefined || shard.index === 1;
}

function emptyIssues(disk: Disk, section: Section, findings: Findings, allowEmpty = false): Issue[] {
  const { cluster, isLeaving } = section;
  if (cluster === undefined || isLeaving || allowEmpty || findings.files > 0) return [];
  return [issue('OUTPUT_EMPTY', { path: shown(disk, section.base), found: 'no file', clusters: [cluster] })];
}

function refuseLinkedState(disk: Disk): void {
  const found = obstacle(disk, `${INVENTORIES}/any`);
  if (found?.kind !== 'symlink') return;
  throw new FleetError([issue('OUTPUT_SYMLINK', { path: shown(disk, found.path), found: 'a symbolic link' })]);
}

function clustersOnDisk(disk: Disk): string[] {
  return namesIn(disk, INVENTORIES).flatMap((name) => clusterOfInventory(name) ?? []);
}

function removeStateLeftovers(disk: Disk, shard: Shard | undefined): void {
  removeLeftovers(disk, STATE, (target) => target === basename(ROOT_INVENTORY) && writesRoot(shard));
  removeLeftovers(disk, INVENTORIES, (target) => {
    const cluster = clusterOfInventory(target);
    return cluster !== undefined && writes(shard, cluster);
  });
}
