/** `rotate anchor`: the stage that a fleet is in, the edit for the next one, and what has to be true in between. */
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type Island, islandsOf, type Rotation, type Stage } from '../../analysis/anchor/anchor';
import { type StageInput, stageEdits } from '../../analysis/anchor/edits';
import { transitionIssues } from '../../analysis/step/transition';
import { FleetError, type Issue, issue, sortIssues, throwOnErrors } from '../../errors';
import { editDocuments } from '../../fleet/edit/edit';
import { check, open, type Project, withoutAccepted } from '../../project';
import { type Certificate, parseBundle } from '../../trust';
import { openBase } from '../base';
import { type Context, EXIT } from '../command';
import { fileOf, writeEdits } from '../edits';
import { codeOfCommits } from '../edits-code';
import { fleetPath, openFleet } from '../open';
import { counted, showIssues } from '../output/issues';
import { selectedClusters } from '../select';
import { rotationJson, rotationText, type Shown } from './rotate-anchor-shown';

/** Shows where the islands stand, or makes the edit of a stage and shows what comes next. Exit status 1 where it is refused. */
export async function rotateAnchor(context: Context): Promise<number> {
  const { flags, args, io } = context;
  const path = fleetPath(args[0], io);
  const project = await openFleet(args[0], io);
  throwOnErrors(check(project));
  const rotation = rotationOf(context);
  const stage = flags.stage as Stage | undefined;
  const islands = selectedIslands(project, context, rotation);
  if (stage === undefined) {
    show(context, { fleet: project.fleet.name, islands, edits: [] });
    return EXIT.fine;
  }
  const root = project.loaded.root ?? dirname(path);
  const { edits, issues } = stageEdits(stage, inputOf(context, project, { islands, stage, rotation, root }));
  if (edits.length + issues.length === 0) {
    show(context, { fleet: project.fleet.name, islands, edits });
    io.say('ok', `nothing to ${stage}: the clusters have gone as far already`);
    return EXIT.fine;
  }
  const after = open({ ...project.loaded, raws: editDocuments(project.loaded.raws, edits) });
  const refused = sortIssues([...issues, ...(await stepIssues(context, path, project, after))]);
  if (refused.length > 0) showIssues(refused, io);
  if (refused.some(({ severity }) => severity === 'error')) {
    io.say('fail', `stage ${stage} is refused: ${counted(refused)}`);
    return EXIT.findings;
  }
  const written = flags.write === true ? writeEdits(project, edits) : undefined;
  const places = edits.map((edit) => ({ ...edit, file: fileOf(project, edit) }));
  show(context, {
    fleet: project.fleet.name,
    stage,
    islands: selectedIslands(after, context, rotation, islands),
    edits: places,
    code: codeOfCommits(project.loaded, [{ edits }])?.[0],
    written,
  });
  return EXIT.fine;
}

function show({ flags, io }: Context, shown: Shown): void {
  io.out(flags.output === 'json' ? rotationJson(shown) : rotationText(shown));
  if (shown.written) io.say('add', `written: ${shown.written.join(', ')}. Commit it, and look at it with check --base`);
}

/** The anchors that flags name. @throws ROTATION_ANCHOR_UNNAMED; what is wrong with a file */
function rotationOf({ flags, io }: Context): Rotation {
  const read = (flag: 'to' | 'from') => {
    const file = flags[flag];
    if (typeof file !== 'string') return undefined;
    const { certificates, issues } = parseBundle(readText(resolve(io.cwd, file), file), file);
    throwOnErrors(issues);
    return certificates;
  };
  const [to, from] = [read('to'), read('from')];
  if (to !== undefined && to.length !== 1) throw unnamed(`${to.length} certificates`);
  return { ...(to === undefined ? {} : { to: to[0] }), from };
}

function readText(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new FleetError([issue('INPUT_NOT_FOUND', { path: shown, found: 'no file there' })]);
  }
}

const unnamed = (found: string) => new FleetError([issue('ROTATION_ANCHOR_UNNAMED', { path: '--to', found })]);

/** The islands of the clusters that flags select, or all. */
function selectedIslands(
  project: Project,
  { flags }: Context,
  rotation: Rotation,
  before?: readonly Island[],
): readonly Island[] {
  const selected = selectedClusters(project, flags);
  const islands = islandsOf(project.fleet, rotation, before);
  return selected === undefined
    ? islands
    : islands.filter(({ clusters }) => clusters.some(({ cluster }) => selected.includes(cluster)));
}

interface Asked {
  readonly islands: readonly Island[];
  readonly stage: Stage;
  readonly rotation: Rotation;
  /** Directory that files of the description are relative to. */
  readonly root: string;
}

/** @throws ROTATION_ANCHOR_UNNAMED, ROTATION_ISSUER_UNNAMED */
function inputOf({ flags, io }: Context, project: Project, { islands, stage, rotation, root }: Asked): StageInput {
  const { fleet } = project;
  const within = (file: unknown) =>
    typeof file === 'string' ? relative(realpathSync(root), resolve(realpathSync(io.cwd), file)) : undefined;
  const certificatesIn = (entry: string) => {
    const text = entry.includes('-----BEGIN ') ? entry : readEntry(fleet.readFile(entry));
    return parseBundle(text, 'trust.anchors').certificates;
  };
  const selected = new Set(selectedClusters(project, flags) ?? fleet.clusters.values());
  const anchor = within(flags.to);
  if (stage === 'distribute' && anchor === undefined) throw unnamed('nothing');
  if (islands.some(({ to, from }) => to === undefined && from.length > 1))
    throw unnamed('several anchors that became valid at one time');
  if (anchor !== undefined && stage === 'distribute') readEntry(fleet.readFile(anchor));
  const base = { fleet, islands, selected, anchor, certificatesIn };
  if (stage !== 'issue') return base;
  const own = islands.flatMap(({ clusters }) => clusters.map(({ cluster }) => cluster)).filter((c) => selected.has(c));
  const issuerRef = flags['issuer-ref'] as string | undefined;
  const isByCertManager = (kind: string) => kind === 'certManager';
  const needsRef = own.some(({ trust }) => isByCertManager(trust.issuer.kind)) && issuerRef === undefined;
  const needsFile = own.some(({ trust }) => !isByCertManager(trust.issuer.kind));
  const issuerCertificates =
    within(flags['issuer-certificates']) ?? (needsFile ? undefined : entryOf(islands, rotation, certificatesIn));
  if (needsRef || issuerCertificates === undefined) {
    const path = needsRef ? '--issuer-ref' : '--issuer-certificates';
    throw new FleetError([issue('ROTATION_ISSUER_UNNAMED', { path, found: 'nothing' })]);
  }
  return { ...base, issuerRef, issuerCertificates };
}

function readEntry(read: ReturnType<Project['loaded']['readFile']>): string {
  if ('text' in read) return read.text;
  throw new FleetError(read.issues);
}

/** The entry of some bundle that is the new anchor and nothing else: of a CA that is the anchor itself, its certificate. */
function entryOf(
  islands: readonly Island[],
  { to: named }: Rotation,
  certificatesIn: (entry: string) => readonly Certificate[],
): string | undefined {
  for (const { clusters, to = named } of islands) {
    for (const { cluster } of clusters) {
      for (const { settings } of [...cluster.levels].reverse()) {
        const { anchors = [] } = (settings['trust'] ?? {}) as { anchors?: string | readonly string[] };
        const found = [anchors].flat().find((entry) => {
          const certs = certificatesIn(entry);
          return certs.length === 1 && certs[0]?.fingerprint === to?.fingerprint;
        });
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

/** What is wrong with the fleet after the stage, and with the step to it. */
async function stepIssues(
  { flags }: Context,
  path: string,
  before: Project,
  after: Project,
): Promise<readonly Issue[]> {
  const bases = [before.fleet];
  if (typeof flags.base === 'string') bases.push((await openBase(path, flags.base)).fleet);
  const steps = withoutAccepted(
    after.fleet,
    bases.flatMap((base) => transitionIssues(base, after.fleet)),
  );
  const told = new Set(steps.map(({ code, found }) => `${code} ${found}`));
  const once = steps.filter(({ code, found }) => told.delete(`${code} ${found}`));
  return [...once, ...check(after).filter(({ severity }) => severity === 'error')];
}
