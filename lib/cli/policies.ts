/** Policy manifests that users keep beside the fleet: `--policies DIRECTORY`. */
import { resolve } from 'node:path';
import { type OwnObjects, ownObjects } from '../analysis/own/objects';
import { FleetError, type Issue, issue } from '../errors';
import type { FleetModel } from '../model/types';
import { nearest } from '../nearest';
import { readDocuments } from '../read/tree';
import type { Flag } from './command';
import type { Io } from './io';

/** The flag. */
export const POLICIES_FLAG: Readonly<Record<string, Flag>> = {
  policies: {
    type: 'string',
    value: 'DIRECTORY',
    help: 'manifests of your own policies; a folder of it that has the name of a cluster is for that cluster',
  },
};

/** Policies in the files of a directory. @throws FleetError with what is wrong with reading them */
export function openPolicies({ clusters }: FleetModel, directory: string, io: Io): OwnObjects {
  const { documents, issues } = readDocuments(resolve(io.cwd, directory));
  if (issues.length > 0) throw new FleetError(issues);
  const root = directory.replace(/\/+$/, '');
  const foldersOf = (file: string) => file.split('/').slice(0, -1);
  const own = ownObjects(
    documents.map(({ value, file = '', line = 1 }) => ({
      value,
      at: `${root}/${file}:${line}`,
      cluster: foldersOf(file).find((folder) => clusters.has(folder)),
    })),
  );
  const unknown = documents.flatMap(({ file = '' }) => {
    const folders = foldersOf(file);
    return folders.some((folder) => clusters.has(folder)) ? [] : folders.slice(0, 1);
  });
  return {
    ...own,
    issues: [...own.issues, ...[...new Set(unknown)].map((folder) => folderIssue(root, folder, clusters))],
  };
}

function folderIssue(root: string, folder: string, clusters: FleetModel['clusters']): Issue {
  const near = nearest(folder, clusters.keys());
  const fix = near === undefined ? undefined : `Did you mean ${near}?`;
  return issue('OWN_POLICY_FOLDER', { path: `${root}/${folder}`, found: `${folder}, which is no cluster`, fix });
}
