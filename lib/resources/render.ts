/** A cluster's directory as text: what the fleet writes, what its author changed in it, and what the author attached. */

import { joinPieces, manifestPiece } from '../emit/manifest';
import { type Piece, type SharedText, textOf } from '../emit/text';
import { documentPieces } from '../emit/yaml';
import { throwOnErrors } from '../errors';
import type { Customize } from '../fleet/attachments';
import type { ClusterPlan } from '../plan/types';
import type { Attached } from './attached/attached';
import { clusterFiles } from './cluster';
import { duplicates } from './duplicates';
import type { OutputFile } from './file';

/** One file as it is written. */
export interface RenderedFile {
  /** Relative to the cluster's directory. */
  readonly path: string;
  readonly text: string;
  /** What the text comes to in, where other files have stretches of it in common. */
  readonly pieces?: readonly Piece[];
  /** Whether it holds Kubernetes objects, as opposed to Helm values or generator parameters. */
  readonly applied: boolean;
}

/** What code adds to a fleet: bound to the cluster at hand by the caller. */
export interface Extras {
  readonly customize?: Customize;
  /** The author's own charts. */
  readonly attached?: (plan: ClusterPlan) => Attached;
}

/** Renders everything a cluster gets. @throws FleetError when code adds what cannot be written */
export function renderCluster(plan: ClusterPlan, extras: Extras = {}): readonly RenderedFile[] {
  const { own, added, issues } = withAttached(plan, extras);
  throwOnErrors(issues);
  const files = extras.customize ? customized(plan, own, extras.customize) : own;
  return [...files, ...added].map(renderFile);
}

/** What is wrong with the charts that code adds to a cluster, and the policies in them. */
export function attachedFindings(plan: ClusterPlan, extras: Extras): Pick<Attached, 'issues' | 'policies'> {
  const { issues, policies } = withAttached(plan, extras);
  return { issues, policies };
}

function withAttached(plan: ClusterPlan, extras: Extras) {
  const added = extras.attached?.(plan);
  const own = clusterFiles(plan, added?.services);
  if (added === undefined) return { own, added: [], policies: [], issues: [] };
  return {
    own,
    added: added.files,
    policies: added.policies,
    issues: [...added.issues, ...duplicates(plan.cluster.name, own, added.objects)],
  };
}

/** Loaded only for fleets that customise: data fleets never pay for cdk8s. */
function customized(plan: ClusterPlan, files: readonly OutputFile[], customize: Customize): readonly OutputFile[] {
  const { customizeFiles } = require('./customize') as typeof import('./customize');
  return customizeFiles(plan, files, customize);
}

function renderFile(file: OutputFile): RenderedFile {
  const { path } = file;
  switch (file.kind) {
    case 'manifests':
      return new InPieces(path, true, () => joinPieces(FIRST_LINE, file.texts ?? file.manifests.map(manifestPiece)));
    case 'values':
      return new InPieces(path, false, () => [`${HEADER}${notApplied(file.note)}`, ...documentPieces(file.values)]);
    case 'json':
      return new InPieces(path, false, () => [`${JSON.stringify(file.value, null, 2)}\n`]);
    case 'text':
      return { path, applied: true, text: HEADER + file.text };
  }
}

/** The text is made when it is asked for: a stream of objects leaves it out, and who writes files takes the pieces. */
class InPieces implements RenderedFile {
  private made: readonly Piece[] | undefined;
  constructor(
    readonly path: string,
    readonly applied: boolean,
    private readonly make: () => readonly Piece[],
  ) {}
  get pieces(): readonly Piece[] {
    this.made ??= this.make();
    return this.made;
  }
  get text(): string {
    return textOf(this.pieces);
  }
}

/** First line of every file, for whoever is about to edit it. */
export const HEADER = '# Written by linkerd-fleet from the description of the fleet: change it there.\n';
const FIRST_LINE: SharedText = { text: HEADER };
/** Argo CD's directory sources skip a file that holds this marker. */
export const notApplied = (what = 'Helm values') => `# ${what}. +argocd:skip-file-rendering\n`;
