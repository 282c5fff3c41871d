/** What lies in directories of ours without being ours: whatever delivers a directory applies these files with the rest. */
import fs from 'node:fs';
import { type Disk, entryAt } from './disk';
import { printable, temporaryTarget } from './paths';

/** What Argo CD, Flux and Rancher Fleet read of a directory, or take for a word on how to read it. */
const READ = /(\.(ya?ml|json|jsonnet|libsonnet)|^Kustomization)$/i;

/**
 * Files below a directory that deliveries read, and symbolic links, which they may follow, but those that are `ours`;
 * relative to the output directory.
 *
 * @param isDeep - whether the directories in it are looked at too
 */
export function foreignIn(disk: Disk, directory: string, ours: (path: string) => boolean, isDeep = true): string[] {
  const { kind } = entryAt(disk, directory);
  if (kind === 'symlink') return [printable(directory)];
  if (kind !== 'directory') return [];
  return fs.readdirSync(`${disk.root}/${directory}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory()) return isDeep ? foreignIn(disk, path, ours) : [];
    const isRead = entry.isSymbolicLink() || READ.test(entry.name);
    return !isRead || ours(path) || temporaryTarget(entry.name) !== undefined ? [] : [printable(path)];
  });
}
