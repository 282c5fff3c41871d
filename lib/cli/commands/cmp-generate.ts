/** What argocd-cmp-server runs: stdout is YAML or JSON and nothing else, stderr what a person reads in Argo CD. */
import { join } from 'node:path';
import { announcements } from '../../delivery/argocd/cmp/announce';
import { type Phase, within } from '../../delivery/argocd/cmp/deadline';
import { type Answer, yamlAnswer } from '../../delivery/argocd/cmp/generate';
import { internalIssue, message } from '../../delivery/argocd/cmp/message';
import { placeOf } from '../../delivery/argocd/cmp/place';
import { clusterInMessages, described, loadData, ofData, type Request } from '../../delivery/argocd/cmp/request';
import { settingsOf } from '../../delivery/argocd/cmp/settings';
import { forOneCluster } from '../../engine';
import { FleetError } from '../../errors';
import type { Project } from '../../project';
import { type Context, EXIT } from '../command';
import type { Io } from '../io';
import { loadData as readData } from '../open';

/** The objects of one cluster on stdout. */
export const generate = ({ io }: Context): Promise<number> => answer(io, yamlAnswer);

/** The parameters that Argo CD's UI shows, as JSON on stdout. */
export const parameters = ({ io }: Context): Promise<number> =>
  answer(io, (project, request, { found }) => ({
    objects: `${JSON.stringify(announcements(project, request, found))}\n`,
    cluster: '-',
    warnings: [],
  }));

/** What is under way, and the description it is about. */
export interface Work extends Phase {
  found: string;
}

/** Makes an answer of a description that was read. */
export type Answering = (project: Project, request: Request, work: Work) => Answer<string>;

/** Runs one request and writes the answer, or why there is none. */
export async function answer(io: Io, answering: Answering): Promise<number> {
  forOneCluster();
  // Node would put its warnings on stderr, before the line that a person has to see.
  process.removeAllListeners('warning');
  const place = placeOf(io.cwd, io.env.ARGOCD_APP_SOURCE_PATH);
  let cluster: string | undefined;
  try {
    const request: Request = { place, settings: settingsOf(io.env), env: io.env };
    cluster = clusterInMessages(request);
    const { objects, warnings } = await answered(request, answering);
    // Nothing may follow that fails: what is on stdout would have been answered, and with an error.
    io.err(message(warnings, cluster, place.root));
    io.out(objects);
    return EXIT.fine;
  } catch (error) {
    io.err(message(FleetError.is(error) ? error.issues : [internalIssue(error)], cluster, place.root));
    return EXIT.failure;
  }
}

/** Time since the process began counts: Argo CD's does. */
async function answered(request: Request, answering: Answering): Promise<Answer<string>> {
  const { settings, place } = request;
  const work: Work = { now: 'looking for the description', found: '' };
  const left = () => settings.timeout - performance.now();
  const found = within(left(), work, () => described(request).found);
  work.found = found.path;
  if (found.kind === 'data') {
    return within(left(), work, () =>
      ofData(loadData(request, found, readData, work), work, (project) => answering(project, request, work)),
    );
  }
  const { openCode } = require('./cmp-code') as typeof import('./cmp-code');
  work.now = `running ${found.path}`;
  const project = await openCode({
    file: join(place.root, found.path),
    shown: found.path,
    timeout: left(),
    phase: work,
    cluster: clusterInMessages(request),
  });
  return within(left(), work, () => answering(project, request, work));
}
