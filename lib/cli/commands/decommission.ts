import { type Cleanup, cleanups, drainGates, type Gate } from '../../analysis/decommission/commands';
import {
  type Commit,
  edgesOf,
  type Goal,
  nextCommit,
  type Stage,
  stageOf,
} from '../../analysis/decommission/decommission';
import { outsideOf } from '../../analysis/decommission/oidc';
import { prunedIn, pruneGates } from '../../analysis/prune';
import { FleetError, type Issue, issue, throwOnErrors } from '../../errors';
import { type Edit, editDocuments } from '../../fleet/edit/edit';
import { check, clusterOf, open, type Project } from '../../project';
import { type Command, type Context, EXIT } from '../command';
import { fileOf, writeEdits } from '../edits';
import { wasEverNamed } from '../history';
import { openFleet } from '../open';
import { counted, showIssues } from '../output/issues';
import { keptBy, type Loss, lossesOf } from './decommission-losses';
import { decommissionJson, decommissionText } from './decommission-shown';

/** How a cluster or a Link goes and leaves nothing behind. */
export const decommission: Command = {
  name: 'decommission',
  summary: 'Take out a cluster or a Link in commits that leave nothing behind',
  usage: '[fleet] --cluster NAME | --link "SOURCE->TARGET" [flags]',
  examples: [
    ['linkerd-fleet decommission fleet --cluster prod-eu', 'the commits, and what to see between them'],
    ['linkerd-fleet decommission fleet --cluster prod-eu --write', 'makes the edit of the next commit'],
    ['linkerd-fleet decommission fleet --link "prod-us->prod-eu" -o json', 'one Link, for a script'],
    ['linkerd-fleet decommission fleet --cluster prod-eu --dead', 'a cluster that answers no more'],
  ],
  flags: {
    cluster: { type: 'string', value: 'NAME', help: 'the cluster that goes, with all its Links' },
    link: { type: 'string', value: 'SOURCE->TARGET', help: 'the Link that goes; quoted, for the shell' },
    dead: { type: 'boolean', help: 'the cluster, or the target of the Link, answers no more: it cannot be drained' },
    write: { type: 'boolean', help: 'make the edit of the next commit in the files of the description' },
    output: { type: 'string', short: 'o', value: 'FORMAT', choices: ['table', 'json'], help: 'format' },
  },
  args: 1,
  run,
};

/** One commit, with all that a person has to know of it. */
export interface Step {
  readonly commit: Commit['name'];
  readonly edits: readonly (Edit & { readonly file?: string })[];
  readonly byHand: readonly string[];
  readonly losses: readonly Loss[];
  /** To be seen before it. */
  readonly gates: readonly Gate[];
  /** To be deleted once the commit is in the clusters. */
  readonly cleanups: readonly Cleanup[];
  /** What people have to do where the tree is not applied: in files of API servers, and in Deployments that charts render. */
  readonly outside: readonly string[];
}

/** What is shown. */
export interface Shown {
  readonly goal: Goal;
  readonly stage: Stage;
  readonly dead: boolean;
  readonly steps: readonly Step[];
  /** Whether Argo CD carries the fleet. */
  readonly project: Project;
}

async function run({ flags, args, io }: Context): Promise<number> {
  const project = await openFleet(args[0], io);
  throwOnErrors(check(project));
  const dead = flags.dead === true;
  const goal = goalOf(project, flags);
  const stage = stageOf(project.fleet, goal);
  const made = stepsOf(project, goal, dead);
  const refused = made[0]?.issues ?? [];
  io.out(
    (flags.output === 'json' ? decommissionJson : decommissionText)({
      goal,
      stage,
      dead,
      steps: made.map(({ step }) => step),
      project,
    }),
  );
  if (refused.length > 0) {
    showIssues(refused, io);
    io.say('fail', `the edit alone does not do: ${counted(refused)}. Mend these in the same commit`);
  }
  if (flags.write !== true) return refused.length > 0 ? EXIT.findings : EXIT.fine;
  const [next] = made;
  if (next === undefined) io.say('ok', 'nothing left to write');
  else if (refused.length > 0 || next.step.byHand.length > 0) return EXIT.findings;
  else {
    const files = writeEdits(project, next.step.edits);
    io.say('add', `${next.step.commit}: written to ${files.join(', ')}. Commit it, and look at it with check --base`);
  }
  return EXIT.fine;
}

/** @throws USAGE, CLUSTER_UNKNOWN, DECOMMISSION_LINK_UNKNOWN */
function goalOf(project: Project, { cluster, link }: Context['flags']): Goal {
  if ((cluster === undefined) === (link === undefined)) {
    const found = cluster === undefined ? 'neither --cluster nor --link' : 'both --cluster and --link';
    const path = 'linkerd-fleet decommission';
    throw new FleetError([issue('USAGE', { path, found, allowed: 'one of the two', fix: 'Name what goes.' })]);
  }
  if (cluster !== undefined) {
    const goal: Goal = { kind: 'cluster', name: String(cluster) };
    if (stageOf(project.fleet, goal) !== 'removed' || wasNever(project, goal.name)) clusterOf(project, goal.name);
    return goal;
  }
  const [source, target, ...more] = String(link).split('->');
  if (source === undefined || target === undefined || more.length > 0) {
    const fix = 'Write --link "SOURCE->TARGET", with the quotes: the shell would take the arrow for itself.';
    throw new FleetError([
      issue('USAGE', { path: '--link', found: JSON.stringify(link), allowed: 'SOURCE->TARGET', fix }),
    ]);
  }
  const goal: Goal = { kind: 'link', source, target };
  const [from] = [clusterOf(project, source)];
  if (stageOf(project.fleet, goal) !== 'removed' || wasNever(project, target)) clusterOf(project, target);
  if (stageOf(project.fleet, goal) === 'done') {
    const targets = project.fleet.topology.targets(from).map((edge) => `${source}->${edge.target.name}`);
    const allowed = targets.length === 0 ? `a Link; ${source} holds none` : targets.join(', ');
    throw new FleetError([
      issue('DECOMMISSION_LINK_UNKNOWN', { path: '--link', found: `no Link ${source}->${target}`, allowed }),
    ]);
  }
  return goal;
}

/** A name that is not there may be of what was removed, whose last commit is left; or a misspelt one, which would end another removal. */
function wasNever({ fleet, loaded: { root } }: Project, name: string): boolean {
  if (fleet.clusters.has(name) || fleet.spec.dead?.includes(name) || root === undefined) return false;
  return wasEverNamed(root, name) === false;
}

interface Made {
  readonly step: Step;
  /** What the edits leave wrong. */
  readonly issues: readonly Issue[];
}

/** The commits that are left, each worked out on the fleet that the one before leaves. */
function stepsOf(project: Project, goal: Goal, dead: boolean): readonly Made[] {
  const steps: Made[] = [];
  let before = project;
  for (;;) {
    const commit = nextCommit(before.fleet, goal, dead);
    if (commit === undefined || steps.length > MOST) return steps;
    const after = open({ ...before.loaded, raws: editDocuments(before.loaded.raws, commit.edits) });
    steps.push({ step: stepOf(before, after, goal, dead, commit), issues: newErrors(before, after) });
    if (stageOf(after.fleet, goal) === stageOf(before.fleet, goal)) return steps;
    before = after;
  }
}

/** Drain, remove, finish. */
const MOST = 3;

function stepOf(before: Project, after: Project, goal: Goal, dead: boolean, commit: Commit): Step {
  const ends = edgesOf(before.fleet, goal).flatMap(({ source, target }) => [source.name, target.name]);
  const names = new Set(goal.kind === 'cluster' ? [...ends, goal.name] : ends);
  const losses = lossesOf(before, after, [...names]);
  return {
    commit: commit.name,
    edits: commit.edits.map((edit) => ({ ...edit, file: fileOf(before, edit) })),
    byHand: commit.byHand,
    losses,
    gates: gatesOf(before, goal, dead, commit),
    outside: commit.name === 'remove' ? outsideOf(before.fleet, goal, dead) : [],
    cleanups:
      commit.name === 'remove' ? [...(dead ? [] : keptBy(goal, losses)), ...cleanups(before.fleet, goal, dead)] : [],
  };
}

function gatesOf({ fleet }: Project, goal: Goal, dead: boolean, { name }: Commit): readonly Gate[] {
  if (name === 'finish') return pruneGates(fleet, prunedIn(fleet));
  return name === 'remove' && !dead ? drainGates(fleet, goal) : [];
}

function newErrors(before: Project, after: Project): readonly Issue[] {
  const key = ({ code, path, found }: Issue) => `${code} ${path} ${found}`;
  const known = new Set(check(before).map(key));
  return check(after).filter((one) => one.severity === 'error' && !known.has(key(one)));
}
