/** What Argo CD asks for, and which description and cluster that comes to. */
import { join } from 'node:path';
import { FleetError, type Issue, issue, throwOnErrors } from '../../../errors';
import type { ClusterModel } from '../../../model/types';
import { check, type Loaded, open, type Project } from '../../../project';
import { alone } from '../../../render';
import { chooseCluster, type Naming, namedCluster } from './cluster';
import type { Phase } from './deadline';
import { type Found, findFleet } from './find';
import { type Parameters, parseParameters } from './parameters';
import type { Place } from './place';
import type { Environment, Settings } from './settings';

/** One request. */
export interface Request {
  readonly place: Place;
  readonly settings: Settings;
  /** Variables that Argo CD set for this request: ARGOCD_APP_PARAMETERS is read, nothing of ARGOCD_ENV_…. */
  readonly env: Environment;
}

/** Reads the data at a path. */
export type LoadData = (path: string) => Loaded;

/** Who names the cluster of a request; what cannot be read names none. For messages, and for {@link chosen}. */
export function namingOf({ place, settings, env }: Request): Naming {
  let parameter: string | undefined;
  try {
    parameter = parseParameters(env.ARGOCD_APP_PARAMETERS).cluster;
  } catch {
    // Whoever reads the parameters for what is in them says what is wrong with them.
  }
  return { parameter, sidecar: settings.cluster, sourcePath: place.sourcePath };
}

/** The name of the cluster for the first line of a message, as far as somebody said it. */
export const clusterInMessages = (request: Request): string | undefined => namedCluster(namingOf(request));

/** The description of a request. Code is refused unless the owner of the sidecar allows it. @throws FleetError */
export function described(request: Request): { readonly found: Found; readonly parameters: Parameters } {
  const parameters = parseParameters(request.env.ARGOCD_APP_PARAMETERS);
  const found = findFleet(request.place, request.settings, parameters.fleet);
  if (found.kind === 'code' && !request.settings.code) {
    throw new FleetError([issue('CMP_CODE', { path: found.path, found: 'a description that is code' })]);
  }
  return { found, parameters };
}

/** Reads a description that is data. */
export function loadData({ place }: Request, { path }: Found, load: LoadData, phase: Phase): Loaded {
  phase.now = `reading ${path}`;
  return load(join(place.root, path));
}

/**
 * What `work` makes of data that is asked about once: it is read as far as the cluster needs it, and whole where something is
 * wrong with that.
 *
 * @throws FleetError
 */
export function ofData<T>(loaded: Loaded, phase: Phase, work: (project: Project) => T): T {
  return alone(loaded, work) ?? work(understood(loaded, phase));
}

/** Data that is kept for many questions. */
export interface Kept {
  readonly loaded: Loaded;
  /** Made by the first question. */
  whole?: Project;
}

/**
 * The same answer where the data is kept: whole, which is understood once. Where something is wrong with it, only as far as the
 * cluster needs it, because it may be wrong elsewhere.
 *
 * @throws FleetError
 */
export function ofKept<T>(kept: Kept, phase: Phase, work: (project: Project) => T): T {
  try {
    kept.whole ??= understood(kept.loaded, phase);
    return work(kept.whole);
  } catch (error) {
    const answer = FleetError.is(error) ? alone(kept.loaded, work) : undefined;
    if (answer === undefined) throw error;
    return answer;
  }
}

function understood(loaded: Loaded, phase: Phase): Project {
  phase.now = 'understanding the fleet';
  return open(loaded);
}

/** The cluster of a request, checked. @throws FleetError with every error */
export function chosen(project: Project, request: Request, phase: Phase): { cluster: ClusterModel; warnings: Issue[] } {
  phase.now = 'checking the fleet';
  const cluster = chooseCluster(project, namingOf(request));
  const issues = check(project, [cluster]);
  throwOnErrors(issues);
  return { cluster, warnings: [...issues] };
}
