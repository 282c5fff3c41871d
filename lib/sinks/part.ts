/** The clusters that one thread of a run does. */
import { FleetError, type Issue, issue } from '../errors';
import { apply } from './apply';
import { type Board, claim, countDone, isAfterRefused, refuse, stop } from './board';
import type { Difference } from './directory';
import { type Disk, shown } from './disk';
import type { ClusterFiles } from './files';
import { type Findings, inspect } from './inspect';
import { type Memory, remember, stampsOf } from './memory';
import { clusterSection, type Section } from './section';

/** What one thread did; plain data, to be sent from thread to thread. */
export interface Part {
  readonly files: number;
  readonly bytes: number;
  readonly differences: readonly Difference[];
  /** Reasons not to write a cluster, by its number. */
  readonly refusals: readonly Refusal[];
  /** What ended it early. */
  readonly failure?: Failure;
}

/** Why a cluster is not written. */
export interface Refusal {
  readonly cluster: number;
  readonly issues: readonly Issue[];
}

/** An error that can be sent. */
export interface Failure {
  readonly cluster: number;
  readonly issues?: readonly Issue[];
  readonly error: unknown;
  /** Of the file system: what it refused, and where. */
  readonly code?: string;
  readonly path?: string;
}

/** How clusters are written, whoever does it. */
export interface PartOptions {
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly allowEmpty?: boolean;
}

/** Does clusters, as the board gives them out, until there are no more. */
export function writePart(
  disk: Disk,
  clusters: readonly ClusterFiles[],
  options: PartOptions,
  board: Board,
  memory?: Memory,
  onCluster: (name: string) => void = () => {},
): Part {
  const refusals: Refusal[] = [];
  const differences: Difference[] = [];
  let [files, bytes, number] = [0, 0, 0];
  try {
    for (number = claim(board); number < clusters.length; number = claim(board)) {
      const section = clusterSection(clusters[number] as ClusterFiles);
      const findings = look(disk, section, options, memory);
      const issues = [...findings.issues, ...emptyIssues(disk, section, findings, options.allowEmpty)];
      if (issues.length > 0) {
        refusals.push({ cluster: number, issues });
        refuse(board, number);
      } else if (!options.dryRun && !isAfterRefused(board, number)) apply(disk, section, findings);
      files += findings.files;
      bytes += findings.bytes;
      differences.push(...differencesOf(findings));
      countDone(board);
      onCluster(section.cluster ?? '');
    }
    return { files, bytes, differences, refusals };
  } catch (error) {
    stop(board);
    return { files, bytes, differences, refusals, failure: failureOf(number, error) };
  }
}

/** What of a section was, or would be, written or removed, and what is in its place. */
export function differencesOf({ changes, stale, foreign }: Findings): readonly Difference[] {
  return [
    ...changes.map(({ path, kind }) => ({ path, kind })),
    ...stale.map((path) => ({ path, kind: 'removed' as const })),
    ...foreign.map((path) => ({ path, kind: 'foreign' as const })),
  ];
}

/** Inspects a cluster; that its files were found as they should be is remembered. */
function look(disk: Disk, section: Section, options: PartOptions, memory: Memory | undefined): Findings {
  const { cluster, token } = section;
  if (memory === undefined || cluster === undefined || token === undefined) return inspect(disk, section, options);
  const files = [...section.files];
  const paths = files.map(({ path }) => path);
  const before = stampsOf(disk, cluster, paths);
  const findings = inspect(disk, { ...section, files }, options);
  const isAsItShould = findings.issues.length + findings.changes.length + findings.gone.length === 0;
  if (isAsItShould) remember(memory, cluster, token, before, findings.bytes);
  return findings;
}

function emptyIssues(disk: Disk, { base, cluster }: Section, { files }: Findings, allowEmpty = false): Issue[] {
  if (cluster === undefined || allowEmpty || files > 0) return [];
  return [issue('OUTPUT_EMPTY', { path: shown(disk, base), found: 'no file', clusters: [cluster] })];
}

function failureOf(cluster: number, error: unknown): Failure {
  if (FleetError.is(error)) return { cluster, issues: error.issues, error: undefined };
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  return { cluster, error, code, path };
}

/** The error that a failure stands for. */
export function errorOf({ issues, error, code, path }: Failure): unknown {
  if (issues !== undefined) return new FleetError([...issues]);
  if (error instanceof Error && code !== undefined) return Object.assign(error, { code, path });
  return error;
}
