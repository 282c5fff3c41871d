/** Where nothing may be written: into the directory that is read as the description. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { FleetError, issue } from '../errors';

/** Refuses a directory, or a file, to write that the next command would read with the description. @throws OUTPUT_IN_DESCRIPTION */
export function refuseOutputInside(description: string, outdir: string, shown: string): void {
  if (!statSync(description, { throwIfNoEntry: false })?.isDirectory()) return;
  const way = relative(realpathSync(description), realOf(outdir)).split(sep);
  // Names with a dot, and node_modules, are not read; `..` leads out.
  if (way.some((name) => name.startsWith('.') || name === 'node_modules')) return;
  const found = 'a directory of the description';
  throw new FleetError([issue('OUTPUT_IN_DESCRIPTION', { path: shown, found })]);
}

/** The real path of what may not be there yet. */
function realOf(path: string): string {
  return existsSync(path) || dirname(path) === path ? realpathSync(path) : join(realOf(dirname(path)), basename(path));
}
