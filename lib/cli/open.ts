/** From the `[fleet]` argument to a project: data is read, code is run. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { FleetError, issue } from '../errors';
import { withoutCredentialFiles } from '../model/credentials/documents';
import { type Loaded, open, type Project } from '../project';
import { readFileWithin } from '../read/text';
import { readDocuments } from '../read/tree';
import type { Io } from './io';

const CODE = new Set(['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs']);

/** Opens the fleet at `argument`, or the one that the working directory has. @throws FleetError */
export async function openFleet(argument: string | undefined, io: Io): Promise<Project> {
  return open(await loadFleet(argument, io));
}

/** The same, read and not yet understood. @throws FleetError */
export async function loadFleet(argument: string | undefined, io: Io): Promise<Loaded> {
  const path = fleetPath(argument, io);
  return loadAt(path, argument ?? relative(io.cwd, path));
}

/** Where the fleet is that `argument` names, or the one of the working directory. @throws FLEET_NOT_NAMED */
export function fleetPath(argument: string | undefined, io: Io): string {
  return argument === undefined ? findFleet(io.cwd) : resolve(io.cwd, argument);
}

/** The description at `path`, named `shown` in issues. @throws FleetError */
export async function loadAt(path: string, shown: string): Promise<Loaded> {
  if (!existsSync(path)) throw new FleetError([issue('INPUT_NOT_FOUND', { path: shown, found: 'nothing there' })]);
  if (CODE.has(extname(path))) {
    const { loadCode } = require('./load-code') as typeof import('./load-code');
    return loadCode(path, shown);
  }
  return loadData(path);
}

/** Reads a data file, or a directory of them with the files of credentials that lie beside it. */
export function loadData(path: string): Loaded {
  const { documents, root, issues } = readDocuments(path);
  const readFile: Loaded['readFile'] = (name) => {
    const file = readFileWithin(root, name);
    return file.text === undefined ? { issues: file.issues } : { text: file.text };
  };
  return { raws: withoutCredentialFiles(documents), root, readFile, attachments: [], issues };
}

/** The one fleet of a directory: fleet.yaml, fleet.json, or the one file in fleets/. */
function findFleet(cwd: string): string {
  const direct = ['fleet.yaml', 'fleet.yml', 'fleet.json'].map((name) => join(cwd, name)).filter(existsSync);
  const folder = join(cwd, 'fleets');
  const inFolder = existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder).sort() : [];
  const files = inFolder.filter((name) => CODE.has(extname(name)) || /\.(ya?ml|json)$/.test(name));
  const found = direct.length > 0 ? direct : files.map((name) => join(folder, name));
  if (found.length === 1) return found[0] as string;
  throw new FleetError([
    issue('FLEET_NOT_NAMED', {
      path: 'working directory',
      found: found.length === 0 ? 'no fleet' : found.map((f) => join(basename(dirname(f)), basename(f))).join(', '),
    }),
  ]);
}
