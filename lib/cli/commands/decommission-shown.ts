/** A removal as text and as JSON. */

import type { Command } from '../../analysis/decommission/commands';
import { edgesOf, type Goal } from '../../analysis/decommission/decommission';
import { COMPONENTS } from '../../delivery/argocd/components';
import type { Edit } from '../../fleet/edit/edit';
import { isRevoked } from '../../model/credentials/credentials';
import type { FleetModel } from '../../model/types';
import { codeOfCommits } from '../edits-code';
import { table } from '../output/table';
import type { Shown, Step } from './decommission';

/** For scripts; docs/removing.md says what each field is. */
export function decommissionJson({ goal, stage, dead, steps }: Shown): string {
  const { kind, ...names } = goal;
  const commits = steps.map(({ commit, edits, ...rest }) => ({
    commit,
    edits: edits.map(({ document, path, value, file }) => ({
      ...(file === undefined ? {} : { file }),
      document,
      path,
      ...(value === undefined ? { remove: true } : { value }),
    })),
    ...rest,
  }));
  return `${JSON.stringify({ ...(kind === 'cluster' ? { cluster: goal.name } : names), stage, dead, commits }, null, 2)}\n`;
}

/** For people. */
export function decommissionText(shown: Shown): string {
  const { goal, stage, steps, project } = shown;
  const what = goal.kind === 'cluster' ? `cluster ${goal.name}` : `Link ${goal.source}->${goal.target}`;
  const left = steps.length === 1 ? '1 commit' : `${steps.length} commits`;
  // That it ever was in the fleet cannot be seen in this commit.
  const edges = edgesOf(project.fleet, goal);
  const isShutOut = edges.length > 0 && edges.every(isRevoked);
  const state = stage === 'removed' ? 'not in the fleet' : isShutOut ? 'revoked, and past draining' : stage;
  const head = `${what}: ${state}; ${steps.length === 0 ? 'nothing' : left} left\n`;
  const code = codeOfCommits(project.loaded, steps);
  return [head, ...steps.map((step, i) => stepText(shown, step, i + 1, code?.[i]))].join('\n');
}

const TITLES: Readonly<Record<Step['commit'], string>> = {
  drain: 'drain: Links stay and select nothing, so that mirror controllers remove what they made',
  remove: 'remove: Links, credentials, accounts and controllers go',
  finish: 'finish: what the description says for the time of a removal, this or another, goes',
};

function stepText({ goal, project }: Shown, step: Step, n: number, code: readonly string[] | undefined): string {
  const lists: [title: string, text: string][] = [
    ['before it, each of these shows', step.gates.map((gate) => `${shell(gate)}\n  # ${gate.expect}\n`).join('')],
    code === undefined
      ? ['edits', editsText(step)]
      : ['edits, as props to be merged into those of the code', code.map((line) => `${line}\n`).join('')],
    ['by hand, in the same commit', step.byHand.map((line) => `${line}\n`).join('')],
    ['what directories lose', lossesText(goal, step)],
    [
      'deleted by hand, once the commit is in the clusters',
      step.cleanups.map((one) => `${shell(one)}\n  # ${one.why}\n`).join(''),
    ],
    ['where the tree is not applied, likewise', step.outside.map((line) => `${line}\n`).join('')],
    ['and of Argo CD', step.commit === 'remove' && project.fleet.argocd ? argocdText(goal, step, project.fleet) : ''],
  ];
  const parts = lists.filter(([, text]) => text !== '').map(([title, text]) => `  ${title}\n${indented(text)}`);
  return [`commit ${n}, ${TITLES[step.commit]}\n`, ...parts].join('');
}

const indented = (text: string) => text.replace(/^(?=.)/gm, '    ');

/** One cluster is named in the command; for several it is run for each. */
function shell({ clusters, command }: Command): string {
  const [only] = clusters;
  if (clusters.length === 0) return command;
  if (clusters.length === 1) return command.replaceAll('"$c"', String(only));
  return `for c in ${clusters.join(' ')}; do ${command}; done`;
}

function editsText({ edits }: Step): string {
  const rows = edits.map(({ file, document, path, value }) => [
    file ?? '-',
    document.namespace === undefined
      ? `${document.kind}/${document.name}`
      : `${document.kind}/${document.namespace}/${document.name}`,
    placeOf(path),
    value === undefined ? 'remove' : JSON.stringify(value),
  ]);
  return table(['FILE', 'DOCUMENT', 'AT', 'VALUE'], rows);
}

/** `spec.topology[3]`; a document as a whole is `-`. */
const placeOf = (path: Edit['path']): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${key}`)).join('') || '-';

function lossesText(goal: Goal, { losses }: Step): string {
  if (losses.length === 0) return '';
  const isGone = (cluster: string) => goal.kind === 'cluster' && goal.name === cluster;
  const rows = losses.flatMap(({ cluster, files, objects, changed }) =>
    isGone(cluster) && changed.length === 0
      ? [[cluster, 'its directory', `goes, with ${files.length} files`]]
      : [
          ...files.map((file) => [cluster, file, 'goes']),
          ...changed.map((file) => [cluster, file, 'changes']),
          ...objects.map((object) => [cluster, object, 'is no longer written']),
        ],
  );
  return table(['CLUSTER', 'FILE OR OBJECT', ''], rows);
}

/** Applications have no finalizer, and ApplicationSets delete none: the objects stay where they are. */
function argocdText(goal: Goal, step: Step, fleet: FleetModel): string {
  const rest = othersText(goal, step, fleet);
  if (goal.kind === 'link') return rest;
  const names = COMPONENTS.map(({ name }) => `${name}-${goal.name}`).join(' ');
  return [
    `kubectl -n ${fleet.argocd?.namespace} delete applications.argoproj.io ${names}`,
    `  # ApplicationSets delete no Application, and these take no object with them: ${goal.name} keeps what it has`,
    rest,
  ].join('\n');
}

function othersText(goal: Goal, { losses }: Step, { spec }: FleetModel): string {
  if (spec.argocd?.automated !== false)
    return 'In the other clusters it deletes what is no longer written where argocd.prune selects them, and nowhere else.\n';
  const isGone = (cluster: string) => goal.kind === 'cluster' && goal.name === cluster;
  const clusters = losses.map(({ cluster }) => cluster).filter((cluster) => !isGone(cluster));
  const names = [...new Set(clusters)]
    .sort()
    .flatMap((name) => [`linkerd-multicluster-${name}`, `linkerd-cluster-${name}`]);
  if (names.length === 0) return '';
  return [
    `argocd app sync ${names.join(' ')} --prune`,
    '  # with automated: false it deletes nothing of itself: what is no longer written stays until this is done\n',
  ].join('\n');
}
