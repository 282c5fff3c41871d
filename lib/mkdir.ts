import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a directory and those above it that are missing, one level at a time: where a file system takes no directories, as /proc,
 * Node with `recursive` never returns.
 *
 * @returns the first one made; undefined where all are there
 * @throws what the file system says
 */
export function makeDirectories(path: string, mode = 0o777): string | undefined {
  const above = dirname(path);
  const first = existsSync(above) ? undefined : makeDirectories(above, mode);
  try {
    mkdirSync(path, { mode });
    return first ?? path;
  } catch (error) {
    // There already, or made by another process meanwhile; or an empty name at the root.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
    return first;
  }
}
