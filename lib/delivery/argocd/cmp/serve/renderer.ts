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
import { clusterInMessages, described, type LoadData, openData, type Request } from '../request';
import type { Settings } from '../settings';
import { CallError, STATUS } from './grpc';
import { recent } from './recent';
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
  const trees = recent<string>(MOST_TREES, (root) => rmSync(root, { recursive: true, force: true }));
  const projects = recent<Project>(MOST_FLEETS);
  let made = 0;
  const rootOf = (upload: Upload): { root: string; hash: string } => {
    const hash = treeHash(upload.entries);
    const root = trees.get(hash, () => {
      const fresh = join(directory, String(made++));
      try {
        unpack(upload.entries, fresh);
      } catch (error) {
        rmSync(fresh, { recursive: true, force: true });
        throw error;
      }
      return fresh;
    });
    return { root, hash };
  };
  const answer = <T>(
    upload: Upload,
    timeout: number,
    work: (p: Project, r: Request, path: string, s: Phase) => T,
  ): T => {
    const { appRelPath, env } = upload.metadata;
    const place = placeIn(directory, appRelPath, env.ARGOCD_APP_SOURCE_PATH);
    const request: Request = { place, settings: { ...settings, code: false }, env };
    const phase: Phase = { now: 'unpacking the repository' };
    let root = directory;
    try {
      const tree = rootOf(upload);
      root = tree.root;
      const here = { ...request, place: { ...place, root } };
      refuseMissing(root, appRelPath);
      return within(timeout, phase, () => {
        const { found } = described(here);
        const project = projects.get(`${tree.hash} ${found.path}`, () => openData(here, found, load, phase));
        return work(project, here, found.path, phase);
      });
    } catch (error) {
      // What was interrupted may have left half of itself in what is kept.
      if (FleetError.is(error) && error.issues[0]?.code === 'CMP_DEADLINE') projects.clear();
      throw callError(error, clusterInMessages(request), root);
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
