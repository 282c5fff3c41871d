/** The sections of a run: clusters, then what must come after them. */
import { basename } from 'node:path';
import { FleetError, type Issue, issue, throwOnErrors } from '../errors';
import { apply } from './apply';
import { writeParts } from './crew';
import type { Difference, WriteOptions, WriteResult } from './directory';
import { type Disk, namesIn, obstacle, removeLeftovers, shown } from './disk';
import type { ClusterFiles } from './files';
import { inspect } from './inspect';
import { clusterOfInventory, INVENTORIES, ROOT_INVENTORY, readInventory } from './inventory';
import { type Memory, readMemory, untouched, writeMemory } from './memory';
import { differencesOf, errorOf, type Part } from './part';
import { printable, STATE } from './paths';
import { clusterSection, rootSection, type Section } from './section';
import { type Shard, writes } from './shard';

/** Writes what the options say, or finds out what that would be. */
export function writeSections(disk: Disk, options: WriteOptions): WriteResult {
  refuseLinkedState(disk);
  refuseOtherFleet(disk, options);
  const own = options.clusters.filter(({ name }) => writes(options.shard, name));
  if (!options.dryRun) removeStateLeftovers(disk, options.shard);
  const memory = memoryOf(disk, options);
  const { todo, ...rest } = memory ? sorted(disk, own, memory) : { todo: own, ...NOTHING };
  const settled = own.length - todo.length;
  const parts = writeParts(disk, todo, options, memory, (name, done) =>
    options.onCluster?.(name, settled + done, own.length),
  );
  const [failure] = parts.flatMap((part) => part.failure ?? []).sort((a, b) => a.cluster - b.cluster);
  if (failure !== undefined) throw errorOf(failure);
  const others = writeOthers(
    disk,
    options,
    parts.some((part) => part.refusals.length > 0),
  );
  if (memory !== undefined) writeMemory(memory, disk.root);
  throwOnErrors([...issuesOf(parts), ...others.issues]);
  const all = [rest, ...parts, others];
  return {
    clusters: own.length,
    files: all.reduce((sum, { files }) => sum + files, 0),
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    differences: all.flatMap(({ differences }) => differences).sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

const NOTHING = { files: 0, bytes: 0, differences: [] as readonly Difference[] };

/** The clusters to look at, and what the others come to. */
function sorted(disk: Disk, own: readonly ClusterFiles[], memory: Memory) {
  const todo: ClusterFiles[] = [];
  let [files, bytes] = [0, 0];
  for (const cluster of own) {
    const known = cluster.token === undefined ? undefined : untouched(memory, disk, cluster.name, cluster.token);
    if (known === undefined) todo.push(cluster);
    else [files, bytes] = [files + known.files, bytes + known.bytes];
  }
  return { ...NOTHING, todo, files, bytes };
}

/** Issues in the order of the clusters, whoever found them. */
function issuesOf(parts: readonly Part[]): readonly Issue[] {
  const refusals = parts.flatMap((part) => part.refusals).sort((a, b) => a.cluster - b.cluster);
  return refusals.flatMap(({ issues }) => issues);
}

/** Clusters that left, then the files of the fleet as a whole, which point at the directories of clusters. */
function writeOthers(disk: Disk, options: WriteOptions, isRefused: boolean) {
  const issues: Issue[] = [];
  const differences: Difference[] = [];
  let [files, bytes] = [0, 0];
  for (const section of otherSections(disk, options)) {
    const findings = inspect(disk, section, options);
    issues.push(...findings.issues);
    if (issues.length === 0 && !isRefused && !options.dryRun) apply(disk, section, findings);
    files += findings.files;
    bytes += findings.bytes;
    differences.push(...differencesOf(findings));
  }
  return { issues, files, bytes, differences };
}

/** A forced run and a dry one look at everything. */
function memoryOf(disk: Disk, { memory, under, dryRun, force }: WriteOptions): Memory | undefined {
  return memory === undefined || dryRun || force || disk.afterDeath ? undefined : readMemory(memory, disk.root, under);
}

function* otherSections(disk: Disk, options: WriteOptions): Iterable<Section> {
  if (options.complete) {
    const names = new Set(options.clusters.map(({ name }) => name));
    // A directory without an inventory is not ours to empty, but a dry run names what is in it.
    const strangers = options.dryRun ? namesIn(disk, 'clusters') : [];
    for (const name of new Set([...clustersOnDisk(disk), ...strangers])) {
      if (!names.has(name) && writes(options.shard, name)) yield clusterSection({ name, files: [] });
    }
  }
  if (options.rootFiles && writesRoot(options.shard)) yield rootSection(options.rootFiles, options.fleet);
}

function writesRoot(shard: Shard | undefined): boolean {
  return shard === undefined || shard.index === 1;
}

function refuseLinkedState(disk: Disk): void {
  const found = obstacle(disk, `${INVENTORIES}/any`);
  if (found?.kind !== 'symlink') return;
  throw new FleetError([issue('OUTPUT_SYMLINK', { path: shown(disk, found.path), found: 'a symbolic link' })]);
}

/** Its clusters would be taken for clusters that left. What is wrong with the inventory itself is said where it is used. */
function refuseOtherFleet(disk: Disk, { fleet, force }: WriteOptions): void {
  if (fleet === undefined || force) return;
  const { fleet: other } = readInventory(disk, ROOT_INVENTORY, () => undefined);
  if (other === undefined || other === fleet) return;
  const found = `the tree of fleet ${printable(other)}, and this is ${fleet}`;
  throw new FleetError([issue('OUTPUT_OTHER_FLEET', { path: shown(disk, ROOT_INVENTORY), found })]);
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
