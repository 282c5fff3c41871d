/** Makes a section on disk what it should be, in an order that a crash anywhere leaves to the next run to finish. */
import { dirname } from 'node:path';
import { bytesOf, encode } from './bytes';
import { type Disk, removeEmptyParents, removeFile, removeLeftovers, replaceFile } from './disk';
import { type Findings, isInTheWay } from './inspect';
import { type Inventory, inventoryText } from './inventory';
import { caseless } from './paths';
import type { Section } from './section';

/**
 * Writes what `findings` says. At every moment the inventory lists at least what is ours on disk: new paths enter it before
 * their files exist, and stale ones leave it when their files are gone. Otherwise a run that is stopped in between would
 * leave files that no later run knows.
 */
export function apply(disk: Disk, section: Section, findings: Findings): void {
  const { changes, gone, stale, reading, inventory } = findings;
  if (disk.afterDeath || changes.length > 0 || gone.length > 0) removeTemporary(disk, section, findings);
  const isNew = [...inventory.keys()].some((path) => !reading.files.has(path));
  const noted = isNew ? note(disk, section, new Map([...reading.files, ...inventory]), reading.text) : reading.text;
  const isFirst = (file: string) =>
    changes.some(({ path }) => isInTheWay(file, path) || caseless(file) === caseless(path));
  const onDisk = new Set(stale);
  const clear = (path: string) =>
    (onDisk.has(path) ? removeFile : removeEmptyParents)(disk, path, section.base.slice(0, -1));
  gone.filter(isFirst).forEach(clear);
  for (const { path, file, mode } of changes) replaceFile(disk, path, { bytes: bytesOf(file), mode });
  gone.filter((path) => !isFirst(path)).forEach(clear);
  if (inventory.size > 0) note(disk, section, inventory, noted);
  else removeFile(disk, section.inventory, dirname(section.inventory));
}

/** Makes the inventory say `files`; `onDisk` is what it says now. */
function note(disk: Disk, section: Section, files: Inventory, onDisk: string | undefined): string {
  const text = inventoryText(files, section.fleet);
  if (text !== onDisk) replaceFile(disk, section.inventory, { bytes: encode(text) });
  return text;
}

/** A run that is stopped while it replaces a file leaves the file to be replaced, or its lock behind. */
function removeTemporary(disk: Disk, section: Section, { reading, inventory }: Findings): void {
  const paths = [...reading.files.keys(), ...inventory.keys()];
  for (const directory of new Set(paths.map((path) => dirname(section.base + path)))) {
    if (!disk.missing.has(directory)) removeLeftovers(disk, directory);
  }
}
