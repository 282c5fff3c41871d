/** Edges that are called flat between clusters whose pods do not reach each other. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import type { TopologyEntry } from '../../fleet/spec';
import type { ClusterModel, Edge } from '../types';
import { edgesOf } from './edges';
import { entriesOf } from './entries';
import { remember } from './memo';
import { list, namesOf } from './report';
import type { Rule } from './rule';
import { byText } from './words';

/** Edges of one cause: a cluster without a network, or two networks. */
interface Cause {
  readonly edges: Edge[];
  readonly clusters: Set<ClusterModel>;
}

/** Flat edges join clusters of one network. */
export const flatNetworks: Rule = {
  codes: ['FLAT_WITHOUT_NETWORK'],
  check: (fleet, clusters) => {
    // No edge is flat between two networks unless an entry says so.
    if (!entriesOf(fleet).some(({ entry }) => saysFlat(entry))) return [];
    const causes = new Map<string, Cause>();
    for (const edge of edgesOf(fleet, clusters)) {
      if (edge.mode !== 'flat' || edge.podToPod) continue;
      const cause = remember(causes, causeOf(edge), () => ({ edges: [], clusters: new Set<ClusterModel>() }));
      // A full mesh without networks is a million edges: a few are shown, the rest is counted by its clusters.
      if (cause.edges.length < SHOWN) cause.edges.push(edge);
      cause.clusters.add(edge.source).add(edge.target);
    }
    return [...causes].sort(([a], [b]) => byText(a, b)).map(([, cause]) => report(cause));
  },
};

function saysFlat({ fullMesh, hubAndSpoke, islands, mode, edges = [] }: TopologyEntry): boolean {
  const entries = [fullMesh, hubAndSpoke, islands, islands?.bridges, mode, ...edges];
  return entries.some((entry) => entry?.mode === 'flat');
}

const SHOWN = 3;

function causeOf({ source, target }: Edge): string {
  if (source.network === undefined || target.network === undefined) return '';
  return JSON.stringify([source.network, target.network].sort());
}

function report({ edges, clusters }: Cause): Issue {
  const lacking = [...clusters].filter((c) => c.network === undefined);
  const shown = list(edges.map(({ source, target }) => `${source.name} to ${target.name}`));
  const networks = [...new Set(edges.flatMap((e) => [e.source.network, e.target.network]))].sort();
  const why = lacking.length > 0 ? `no network on ${namesOf(lacking)}` : `networks ${networks.join(' and ')}`;
  return issue('FLAT_WITHOUT_NETWORK', {
    path: `${at.fleet}.spec.topology`,
    found: `flat edges among ${clusters.size} clusters (${why}), such as ${shown}`,
    clusters: [...clusters].map((c) => c.name),
  });
}
