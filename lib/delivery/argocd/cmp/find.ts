/** The description that a request is about, found below the root of its repository. */
import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { FleetError, issue } from '../../../errors';
import { readFileWithin, realPathWithin } from '../../../read/text';
import { parameterPath } from './parameters';
import { belowRoot, type Place } from './place';
import type { Settings } from './settings';
import { short } from './words';

/** A description: data, or code to run. */
export interface Found {
  /** Below the root of the tree, `/`-separated. */
  readonly path: string;
  readonly kind: 'data' | 'code';
}

const CODE = /^\.[mc]?[jt]s$/;

/** Descriptions that are found by their name, in the application path and in each directory above it. */
const NAMES = ['fleet.json', 'fleet.yaml', 'fleet.yml', 'fleet'];

/**
 * The description: the one that the sidecar names, the one that the Application names, or the nearest one that is called
 * `fleet`. Code is never found, only named.
 *
 * @throws CMP_FLEET_UNSAID, CMP_FLEET_DISPUTED, INPUT_NOT_FOUND, INPUT_OUTSIDE
 */
export function findFleet(place: Place, { fleet: sidecar }: Settings, parameter: string | undefined): Found {
  if (sidecar !== undefined && parameter !== undefined && sidecar !== parameter) {
    const found = `${short(parameter)}, and ${short(sidecar)} in LINKERD_FLEET of the sidecar`;
    throw new FleetError([issue('CMP_FLEET_DISPUTED', { path: parameterPath('fleet'), found })]);
  }
  const named = parameter ?? sidecar;
  const path = named === undefined ? nearest(place) : belowRoot(place, named);
  const real = realPathWithin(place.root, path === '' ? '.' : path);
  if (typeof real !== 'string') throw new FleetError([real]);
  return { path: path === '' ? '.' : path, kind: CODE.test(extname(path)) && isFile(real) ? 'code' : 'data' };
}

function nearest({ root, path }: Place): string {
  const parts = path.split('/').filter((part) => part !== '');
  for (let depth = parts.length; depth >= 0; depth--) {
    const directory = parts.slice(0, depth).join('/');
    const here = entries(root, directory);
    const found = NAMES.filter((name) => here.includes(name));
    if (found.length > 1) throw unsaid(directory, found.join(', '));
    const [name] = found;
    if (name === undefined) continue;
    if (name !== 'fleet') refusePart(root, directory, name, here);
    return join(directory, name);
  }
  throw unsaid(path, 'no description');
}

/** A `fleet.yaml` beside files with more documents is a part of a description: alone it would leave out clusters. */
function refusePart(root: string, directory: string, name: string, here: readonly string[]): void {
  const others = [
    ...here,
    ...['clusters', 'services'].flatMap((sub) => entries(root, join(directory, sub)).map((file) => join(sub, file))),
  ].filter((file) => file !== name && /\.(ya?ml|json)$/i.test(file));
  const more = others.find((file) => holdsDocument(readFileWithin(root, join(directory, file)).text ?? ''));
  if (more === undefined) return;
  throw unsaid(directory, `${join(directory, name)}, and more documents of a description in ${join(directory, more)}`);
}

/** Whether there is a document of ours: by its apiVersion, or by its kind where it has none, as manifests always have. */
function holdsDocument(text: string): boolean {
  return text.split(/^---/m).some((part) => OURS.test(part) || (KIND.test(part) && !API_VERSION.test(part)));
}

const OURS = /linkerd-fleet\.dev\/v/;
const KIND = /^[-\s{"']*kind["']?:\s*["']?(?:Fleet|Cluster|Service)\b/m;
const API_VERSION = /^[-\s{"']*apiVersion["']?:/m;

function entries(root: string, directory: string): readonly string[] {
  const real = realPathWithin(root, directory === '' ? '.' : directory);
  if (typeof real !== 'string') return [];
  try {
    return readdirSync(real).sort();
  } catch {
    return [];
  }
}

function isFile(real: string): boolean {
  return statSync(real, { throwIfNoEntry: false })?.isFile() === true;
}

const unsaid = (directory: string, found: string) =>
  new FleetError([issue('CMP_FLEET_UNSAID', { path: directory === '' ? '.' : directory, found })]);
