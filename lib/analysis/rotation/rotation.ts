/** The rotation of link credentials as edits in order, and what must be seen between two of them. */
import type { Edit } from '../../fleet/edit/edit';
import type { Credentials } from '../../fleet/spec';
import { credentialsOf, hasOwnEpochs, isReadmitted, rotationStage } from '../../model/credentials/credentials';
import type { ClusterModel, Edge, Epochs, FleetModel } from '../../model/types';
import { planLink } from '../../plan/link';
import { deletesOnlyWherePlanned, isOwnSelector, isPruned, pruneEdits, unpruneEdits } from '../prune';
import { filesFor, heldInFiles, type Written } from './files';
import { gateOf, prunedGate, type Seen } from './gates';

/** What is rotated: the tokens of one cluster, or that of one Link to it. */
export interface RotationSubject {
  readonly target: ClusterModel;
  /** @default - all that have no epoch of their own */
  readonly source?: ClusterModel;
  /** The fleet as it was named, for commands that are shown. @default - the one of the working directory */
  readonly description?: string;
}

/**
 * What one commit does: mint the next token, have it loaded, retire the last one. A source that was revoked is admitted first, with a
 * token of a new account, and has none to retire in the end.
 */
export type RotationStep = 'admit' | 'mint' | 'load' | 'retire';

/** With Argo CD there is one more: it deletes what is retired only where `argocd.prune` names the target, for that time. */
export type RotationCommitStep = RotationStep | 'finish';

/** One commit. */
export interface RotationCommit {
  readonly step: RotationCommitStep;
  readonly edits: readonly Edit[];
  /** What it changes, in words. */
  readonly does: string;
  /** Files that a person writes anew after it, and commits, before what is seen. @default - none carries a token */
  readonly write?: readonly Written[];
  /** What has to be seen before the next one. */
  readonly see: readonly Seen[];
}

/** A rotation from where the fleet stands. */
export interface Rotation {
  readonly target: string;
  /** Sources whose credentials it is about. */
  readonly sources: readonly string[];
  /** Sources of the cluster that have epochs of their own, and are left alone. */
  readonly leftOut: readonly string[];
  readonly stage: ReturnType<typeof rotationStage> | 'revoked';
  readonly epochs: Epochs;
  /** Files that do not hold yet what was minted: they are written anew and committed before anything else. */
  readonly write: readonly Written[];
  /** What should be seen now, after the commit that led here; nothing where the rotation has not begun. */
  readonly now: readonly Seen[];
  /** Those that are left, the next one first. */
  readonly commits: readonly RotationCommit[];
}

/** Steps of a rotation from where it stands. */
function stepsFrom(stage: Rotation['stage'], { epoch, retired }: Epochs): readonly RotationStep[] {
  if (stage === 'revoked') return ['admit', 'load'];
  if (stage === 'settled') return ['mint', 'load', 'retire'];
  if (stage === 'loaded') return ['retire'];
  return epoch === retired + 1 ? ['load'] : ['load', 'retire'];
}

/** Plans what is left of a rotation, or a whole one where none is under way. */
export function rotationOf(fleet: FleetModel, subject: RotationSubject): Rotation {
  const { target, source, description } = subject;
  const isRevoked = source !== undefined && target.credentials.revoked.includes(source.name);
  const arriving = fleet.topology
    .sources(target)
    .filter((edge) => target.credentials.revoked.includes(edge.source.name) === isRevoked)
    .filter((edge) => credentialsOf(edge).kind !== 'oidc');
  const edges = arriving.filter((edge) => isMeant(edge, subject));
  const own = source === undefined ? target.credentials.common : credentialsOf({ source, target });
  const epochs = { epoch: own.epoch, loaded: own.loaded, retired: own.retired };
  const stage = isRevoked ? 'revoked' : rotationStage(epochs);
  // What was retired is deleted before the target is out of argocd.prune again, so that comes before the next rotation. Where nothing
  // ever was, the target is in it for a removal.
  const unpruned = stage === 'settled' && epochs.retired > 0 ? unpruneEdits(fleet, target.name) : [];
  const commits: RotationCommit[] = [];
  const hasFiles = filesFor(edges, epochs.epoch).length > 0;
  let at: Epochs = epochs;
  let said = ownEpochs(subject);
  for (const step of unpruned.length > 0 ? [] : stepsFrom(stage, epochs)) {
    at = after(at, step);
    const next = saidOf(at);
    const edits = [
      ...(step === 'admit' ? admitEdits(subject) : []),
      ...editsOf(subject, said, next),
      ...(step === 'retire' ? pruneEdits(fleet, [target]) : []),
    ];
    commits.push({
      step,
      edits,
      does: WORDS[step](at) + (step === 'retire' ? leftAlone(fleet, target) : ''),
      ...((step === 'mint' || step === 'admit') && hasFiles ? { write: filesFor(edges, at.epoch, description) } : {}),
      see: [...seen(edges, step, at), ...pruning(fleet, target, step)],
    });
    said = next;
  }
  const last = unpruned.length > 0 ? unpruned : takenBack(fleet, commits);
  if (last.length > 0) commits.push({ step: 'finish', edits: last, does: FINISHES, see: [] });
  return {
    target: target.name,
    sources: edges.map((edge) => edge.source.name),
    leftOut:
      source === undefined ? arriving.filter((edge) => !edges.includes(edge)).map((edge) => edge.source.name) : [],
    stage,
    epochs,
    write:
      stage === 'minted'
        ? filesFor(
            edges.filter((edge) => isBehind(fleet, edge)),
            epochs.epoch,
            description,
          )
        : [],
    now: nowSeen(fleet, edges, unpruned.length > 0 ? 'retire' : lastStep(stage, epochs), epochs, target),
    commits,
  };
}

function isBehind(fleet: FleetModel, edge: Edge): boolean {
  const held = heldInFiles(fleet, edge);
  return held !== undefined && held < credentialsOf(edge).epoch;
}

function leftAlone(fleet: FleetModel, target: ClusterModel): string {
  if (fleet.spec.argocd?.automated === false)
    return `: only when it is synced so, as nothing is with automated: false: argocd app sync linkerd-multicluster-${target.name} --prune`;
  if (!deletesOnlyWherePlanned(fleet) || !isOwnSelector(fleet) || isPruned(fleet, target)) return '';
  return `. argocd.prune selects by labels, and is left as it is: have it select ${target.name} until that is gone`;
}

const FINISHES = 'takes the target out of argocd.prune: Argo CD has deleted what was retired';

/** The edit that undoes the pruning which one of the commits before begins. */
function takenBack({ spec }: FleetModel, commits: readonly RotationCommit[]): readonly Edit[] {
  const begins = commits.flatMap(({ edits }) => edits).find(({ path }) => path[1] === 'argocd');
  return begins === undefined ? [] : [{ ...begins, value: spec.argocd?.prune }];
}

function pruning(fleet: FleetModel, target: ClusterModel, step: RotationStep): readonly Seen[] {
  return step === 'retire' ? prunedGate(fleet, target) : [];
}

function nowSeen(
  fleet: FleetModel,
  edges: readonly Edge[],
  step: RotationStep | undefined,
  epochs: Epochs,
  target: ClusterModel,
): readonly Seen[] {
  if (step === undefined) return [];
  return [...seen(edges, step, epochs), ...pruning(fleet, target, step)];
}

/** The epochs of the target are those of every Link to it that has none of its own, however its credential travels. */
function isMeant(edge: Edge, { source }: RotationSubject): boolean {
  return source === undefined ? !hasOwnEpochs(edge) : edge.source.name === source.name;
}

/** The step that led where a rotation stands. */
function lastStep(stage: Rotation['stage'], epochs: Epochs): RotationStep | undefined {
  if (stage === 'minted') return isReadmitted(epochs) ? 'admit' : 'mint';
  return stage === 'loaded' ? 'load' : undefined;
}

function after({ epoch, loaded, retired }: Epochs, step: RotationStep): Epochs {
  if (step === 'admit') return { epoch: epoch + 1, loaded: epoch, retired: epoch };
  if (step === 'mint') return { epoch: epoch + 1, loaded, retired };
  if (step === 'load') return { epoch, loaded: epoch, retired };
  return { epoch, loaded: epoch, retired: epoch - 1 };
}

const WORDS: Readonly<Record<RotationStep, (next: Epochs) => string>> = {
  admit: ({ epoch }) =>
    `lets the source in again with token ${epoch}, of an account of its own: none of before is good again`,
  mint: ({ epoch }) => `mints token ${epoch}, to be delivered under the names of token ${epoch - 1}, which stays good`,
  load: ({ epoch }) => `has mirror controllers and destination load token ${epoch}`,
  retire: ({ epoch }) => `takes the account of token ${epoch - 1} out of the binding, and deletes both`,
};

const seen = (edges: readonly Edge[], step: RotationStep, at: Epochs): readonly Seen[] =>
  edges.flatMap((edge) => gateOf(planLink(edge), step, at));

/** As a description says it: what follows from the rest is left out. */
function saidOf({ epoch, loaded, retired }: Epochs): Said {
  return {
    epoch,
    loaded: loaded === retired + 1 ? undefined : loaded,
    retired: retired === 0 ? undefined : retired,
  };
}

type Said = { readonly [K in keyof Epochs]?: number | undefined };

/** All three are said where the cluster or the source says them, so that no other level has a part in them. */
function editsOf({ target, source }: RotationSubject, said: Said, next: Said): readonly Edit[] {
  const document = { kind: 'Cluster', name: target.name } as const;
  const at = ['spec', 'credentials', ...(source === undefined ? [] : ['sources', source.name])];
  return (['epoch', 'loaded', 'retired'] as const)
    .filter((key) => said[key] !== next[key])
    .map((key) => ({ document, path: [...at, key], value: next[key] }));
}

/** What the cluster itself says. */
function ownCredentials({ levels }: ClusterModel): Credentials {
  const level = levels.find(({ from }) => from === 'cluster');
  return (level?.settings['credentials'] ?? {}) as Credentials;
}

function ownEpochs({ target, source }: RotationSubject): Said {
  const own = ownCredentials(target);
  return (source === undefined ? own : own.sources?.[source.name]) ?? {};
}

/** Where others than the target itself revoke a source, as `Fleet/main.spec.credentials.revoked`. */
export function revokedAbove(target: ClusterModel, source: string): string | undefined {
  const above = target.levels.find(
    ({ from, settings }) => from !== 'cluster' && (settings['credentials'] as Credentials)?.revoked?.includes(source),
  );
  return above && `${above.at}.credentials.revoked`;
}

/** Takes the source out of those that the target itself revokes. */
function admitEdits({ target, source }: RotationSubject): readonly Edit[] {
  const { revoked = [] } = ownCredentials(target);
  const path = ['spec', 'credentials', 'revoked'];
  const left = revoked.filter((name) => name !== source?.name);
  return [{ document: { kind: 'Cluster', name: target.name }, path, value: left.length === 0 ? undefined : left }];
}
