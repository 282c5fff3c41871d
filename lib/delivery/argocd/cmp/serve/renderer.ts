/** From an uploaded tree to an answer, keeping what many Applications of one commit share: the tree and the fleet in it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { FleetError, issue } from '../../../../errors';
import type { Project } from '../../../../project';
import { realPathWithin } from '../../../../read/text';
import { type Announcement, announcements } from '../announce';
import { type Phase, within } from '../deadline';
import { type Answer, jsonAnswer } from '../generate';
import { internalIssue, message } from '../message';
import { placeIn } from '../place';
import { clusterInMessages, described, type Kept, type LoadData, loadData, ofKept, type Request } from '../request';
import type { Settings } from '../settings';
import { CallError, STATUS } from './grpc';
import { recent } from './recent';
import type { Entry } from './tar';
import { treeHash, unpack } from './unpack';
import type { Upload } from './upload';

/** Answers for uploaded trees. */
export interface Renderer {
  readonly generate: (upload: Upload, timeout: number) => Answer<readonly string[]>;
  readonly parameters: (upload: Upload, timeout: number) => readonly Announcement[];
  /** Removes every tree. */
  readonly clear: () => void;
}

/** Trees on disk, and understood fleets in memory, that are kept: an ordinary Argo CD renders one commit at a time. */
const MOST_TREES = 4;
const MOST_FLEETS = 4;

/** @param directory an empty directory of its own */
export function renderer(settings: Settings, load: LoadData, directory: string): Renderer {
  const trees = treesIn(directory);
  const fleets = recent<Kept>(MOST_FLEETS);
  const answer = <T>({ metadata, entries }: Upload, timeout: number, work: Work<T>): T => {
    const { appRelPath, env } = metadata;
    const phase: Phase = { now: 'unpacking the repository' };
    let request: Request = {
      place: placeIn(directory, appRelPath, env.ARGOCD_APP_SOURCE_PATH),
      settings: { ...settings, code: false },
      env,
    };
    try {
      const { root, hash } = trees.of(entries);
      request = { ...request, place: { ...request.place, root } };
      refuseMissing(root, appRelPath);
      return within(timeout, phase, () => {
        const { found } = described(request);
        const key = `${hash} ${found.path}`;
        const kept = fleets.get(key, () => ({ loaded: loadData(request, found, load, phase) }));
        return ofKept(kept, phase, (project) => work(project, request, found.path, phase));
      });
    } catch (error) {
      // What was interrupted may have left half of itself in what is kept.
      if (FleetError.is(error) && error.issues[0]?.code === 'CMP_DEADLINE') fleets.clear();
      throw callError(error, clusterInMessages(request), request.place.root);
    }
  };
  return {
    generate: (upload, timeout) =>
      answer(upload, timeout, (project, request, _, phase) => jsonAnswer(project, request, phase)),
    parameters: (upload, timeout) =>
      answer(upload, timeout, (project, request, path) => announcements(project, request, path)),
    clear: trees.clear,
  };
}

type Work<T> = (project: Project, request: Request, path: string, phase: Phase) => T;

/** Trees that are on disk, each in a directory of its own. */
function treesIn(directory: string) {
  const kept = recent<string>(MOST_TREES, (root) => rmSync(root, { recursive: true, force: true }));
  let made = 0;
  const fresh = (entries: readonly Entry[]) => {
    const root = join(directory, String(made++));
    try {
      unpack(entries, root);
    } catch (error) {
      rmSync(root, { recursive: true, force: true });
      throw error;
    }
    return root;
  };
  return {
    clear: kept.clear,
    of: (entries: readonly Entry[]) => {
      const hash = treeHash(entries);
      return { root: kept.get(hash, () => fresh(entries)), hash };
    },
  };
}

/** What a client is told: the same text that `cmp generate` has on stderr. */
export function callError(error: unknown, cluster?: string, root?: string): CallError {
  if (error instanceof CallError) return error;
  const issues = FleetError.is(error) ? error.issues : [internalIssue(error)];
  return new CallError(STATUS.unknown, message(issues, cluster, root).trimEnd());
}

function refuseMissing(root: string, path: string): void {
  const real = realPathWithin(root, path === '' ? '.' : path);
  if (typeof real === 'string') return;
  throw new FleetError([issue('CMP_REQUEST', { path: real.path, found: `${real.found}, as the application path` })]);
}
