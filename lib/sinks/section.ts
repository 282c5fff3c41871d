/** The files that one inventory lists: those of a cluster, or those of the fleet as a whole. */
import { type Issue, issue } from '../errors';
import { type Disk, shown } from './disk';
import type { ClusterFiles, TextFile } from './files';
import { clusterInventory, ROOT_INVENTORY } from './inventory';
import { collisions, pathProblem, printable, rootPathProblem } from './paths';
import { secretIn } from './secrets';

/** A directory that is written as one, and where it is noted what it holds. */
export interface Section {
  /** The cluster; none for the files of the fleet as a whole. */
  readonly cluster?: string;
  /** Name of the fleet, where the inventory is to say it. */
  readonly fleet?: string;
  /** The directory, with a slash at its end; `''` for the output directory itself. */
  readonly base: string;
  /** Path of the inventory. */
  readonly inventory: string;
  readonly files: Iterable<TextFile>;
  /** Stands for all that the files follow from. */
  readonly token?: () => string;
  /** What is wrong with a path relative to `base`, in words; `undefined` when nothing is. */
  readonly problem: (path: string) => string | undefined;
}

/** The section of a cluster. Without files, everything an earlier run wrote for it is removed. */
export function clusterSection({ name, files, token }: ClusterFiles): Section {
  const inventory = clusterInventory(name);
  return { cluster: name, base: `clusters/${name}/`, inventory, files, token, problem: pathProblem };
}

/** The section of everything outside `clusters/`. */
export function rootSection(files: Iterable<TextFile>, fleet?: string): Section {
  return { fleet, base: '', inventory: ROOT_INVENTORY, files, problem: rootPathProblem };
}

/** What is wrong with the files of a section, whatever is on disk. */
export function contentIssues(disk: Disk, section: Section, files: readonly TextFile[]): Issue[] {
  const paths = files.map(({ path }) => path);
  const clusters = section.cluster === undefined ? [] : [section.cluster];
  const named = (code: Issue['code'], path: string, found: string) =>
    issue(code, { path: shown(disk, section.base + printable(path)), found, clusters });
  return [
    ...paths.flatMap((path) => {
      const problem = section.problem(path);
      return problem === undefined ? [] : [named('OUTPUT_PATH', path, problem)];
    }),
    ...collisions(paths).map((path) => named('OUTPUT_DUPLICATE_PATH', path, 'another file of that path, or below it')),
    ...files.flatMap((file) => {
      const secret = secretIn(file);
      return secret === undefined ? [] : [named('OUTPUT_SECRET', file.path, secret)];
    }),
  ];
}
