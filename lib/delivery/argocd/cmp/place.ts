/** Where a request stands in its repository. Only what lies below `root` is ever read. */
import { join, posix, sep } from 'node:path';

/** The tree that Argo CD sent, and the application path in it. */
export interface Place {
  /** Directory of the tree: the repository, or the part of it that was sent. */
  readonly root: string;
  /** Application path below `root`, `/`-separated; '' for the root itself. */
  readonly path: string;
  /** Application path from the root of the repository, as the Application has it. */
  readonly sourcePath: string;
}

/**
 * The place of a plugin that runs in `directory`, for an application path as ARGOCD_APP_SOURCE_PATH has it.
 *
 * With `reposerver.plugin.use.manifest.generate.paths` only a part of the repository is sent, so that the directory ends
 * with the last segments of the path, not always with all of them.
 */
export function placeOf(directory: string, sourcePath: string | undefined): Place {
  const wanted = segments(sourcePath ?? '');
  const actual = directory.split(sep);
  let common = 0;
  while (common < wanted.length && wanted.at(-1 - common) === actual.at(-1 - common)) common++;
  const root = actual.slice(0, actual.length - common).join(sep) || sep;
  return { root, path: wanted.slice(wanted.length - common).join('/'), sourcePath: wanted.join('/') };
}

/** The place of a tree that was unpacked to `root`, whose application path is `path`. */
export function placeIn(root: string, path: string, sourcePath: string | undefined): Place {
  const own = segments(path).join('/');
  return { root, path: own, sourcePath: sourcePath === undefined ? own : segments(sourcePath).join('/') };
}

/** A path from the root of the repository, as one below `place.root`: what was not sent of it is cut off. */
export function belowRoot({ path, sourcePath }: Place, wanted: string): string {
  const parts = segments(wanted);
  const missing = path === '' ? segments(sourcePath) : segments(sourcePath.slice(0, -path.length));
  const cut = path !== sourcePath && missing.every((part, i) => parts[i] === part) ? missing.length : 0;
  return parts.slice(cut).join('/');
}

/** Directory of the application path. */
export const directoryOf = ({ root, path }: Place): string => join(root, ...segments(path));

function segments(path: string): string[] {
  return posix
    .normalize(path.replaceAll('\\', '/'))
    .split('/')
    .filter((part) => part !== '' && part !== '.');
}
