/** Policy manifests that users keep beside the fleet: `--policies DIRECTORY`. */
import { resolve } from 'node:path';
import { type OwnObjects, ownObjects } from '../analysis/own-objects';
import { FleetError } from '../errors';
import type { FleetModel } from '../model/types';
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
  return ownObjects(
    documents.map(({ value, file = '', line = 1 }) => ({
      value,
      at: `${directory.replace(/\/+$/, '')}/${file}:${line}`,
      cluster: file
        .split('/')
        .slice(0, -1)
        .find((folder) => clusters.has(folder)),
    })),
  );
}
