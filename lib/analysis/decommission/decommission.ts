/** How a cluster or a Link goes: the stage that a fleet is in, and the commit that comes next. */
import type { DocumentRef, Edit } from '../../fleet/edit/edit';
import type { ClusterSpec, TopologyEntry } from '../../fleet/spec';
import { isRevoked } from '../../model/credentials/credentials';
import { selects } from '../../model/selector';
import { compileTopology } from '../../model/topology';
import type { ClusterModel, Edge, FleetModel } from '../../model/types';
import { namedInCredentials, namedInFleet, namedInService } from './names';

/** What is to go: a cluster with all its Links, or one Link. */
export type Goal =
  | { readonly kind: 'cluster'; readonly name: string }
  | { readonly kind: 'link'; readonly source: string; readonly target: string };

/**
 * `serving`: some Link selects something; `draining`: none does, or can be drained; `removed`: nothing is left but what the description says for
 * the time of the removal; `done`: nothing is left.
 */
export type Stage = 'serving' | 'draining' | 'removed' | 'done';

/** One commit. */
export interface Commit {
  readonly name: 'drain' | 'remove' | 'finish';
  /** Changes of the description, in the order in which they are made. */
  readonly edits: readonly Edit[];
  /** Changes that only a person can make. */
  readonly byHand: readonly string[];
}

/** Links that go: of a cluster those at either end. */
export function edgesOf({ clusters, topology }: FleetModel, goal: Goal): readonly Edge[] {
  const source = clusters.get(goal.kind === 'cluster' ? goal.name : goal.source);
  if (source === undefined) return [];
  if (goal.kind === 'cluster') return [...topology.sources(source), ...topology.targets(source)];
  return topology.targets(source).filter(({ target }) => target.name === goal.target);
}

/** The stage that a fleet is in. */
export function stageOf(fleet: FleetModel, goal: Goal): Stage {
  const edges = edgesOf(fleet, goal);
  // A source that is revoked reads its target no more, and removes nothing however long it is told to.
  if (edges.some((edge) => !edge.draining && !isRevoked(edge))) return 'serving';
  if (edges.length > 0 || (goal.kind === 'cluster' && fleet.clusters.has(goal.name))) return 'draining';
  return finishEdits(fleet, goal).length > 0 ? 'removed' : 'done';
}

/**
 * The next commit; undefined when nothing is left to do.
 *
 * @param dead the cluster, or the target of the Link, answers no more: it cannot be drained
 */
export function nextCommit(fleet: FleetModel, goal: Goal, dead: boolean): Commit | undefined {
  switch (stageOf(fleet, goal)) {
    case 'serving':
      return dead ? remove(fleet, goal, true) : { name: 'drain', edits: drainEdits(fleet, goal), byHand: [] };
    case 'draining':
      return remove(fleet, goal, dead);
    case 'removed':
      return { name: 'finish', edits: finishEdits(fleet, goal), byHand: [] };
    case 'done':
      return undefined;
  }
}

const fleetRef = ({ name }: FleetModel): DocumentRef => ({ kind: 'Fleet', name });

/** An entry at the end of the topology, which may be one entry or none so far. */
function entryEdit(fleet: FleetModel, entry: TopologyEntry): Edit {
  const { topology } = fleet.spec;
  const document = fleetRef(fleet);
  const path = ['spec', 'topology'];
  if (Array.isArray(topology)) return { document, path: [...path, topology.length], value: entry };
  return { document, path, value: topology === undefined ? [entry] : [topology, entry] };
}

function drainEdits(fleet: FleetModel, goal: Goal): Edit[] {
  const all = { source: goal.kind === 'cluster' ? goal.name : goal.source };
  return [
    entryEdit(fleet, { drain: [goal.kind === 'cluster' ? { ...all, both: true } : { ...all, target: goal.target }] }),
  ];
}

function remove(fleet: FleetModel, goal: Goal, dead: boolean): Commit {
  const { edits, byHand } = goal.kind === 'cluster' ? clusterEdits(fleet, goal.name) : linkEdits(fleet, goal);
  const clusters = new Set(edgesOf(fleet, goal).flatMap(({ source, target }) => [source, target]));
  const end = goal.kind === 'cluster' ? goal.name : goal.target;
  const pruned = [...clusters].filter(({ name }) => goal.kind === 'link' || name !== goal.name);
  const prune = pruneEdits(fleet, goal, pruned);
  return {
    name: 'remove',
    edits: [...edits, ...prune.edits, ...(dead ? deadEdits(fleet, end) : [])],
    byHand: [...byHand, ...prune.byHand],
  };
}

function clusterEdits(fleet: FleetModel, name: string): Pick<Commit, 'edits' | 'byHand'> {
  const edits: Edit[] = [{ document: { kind: 'Cluster', name }, path: [], value: undefined }];
  const byHand: string[] = [];
  const inFleet = namedInFleet(fleet.spec, name).filter(([, key]) => key !== 'argocd');
  edits.push(...inFleet.map((path) => ({ document: fleetRef(fleet), path, value: undefined })));
  for (const { name: other, levels } of fleet.clusters.values()) {
    if (other === name) continue;
    const { credentials } = (levels.find(({ from }) => from === 'cluster')?.settings ?? {}) as ClusterSpec;
    const places = namedInCredentials(credentials, name, ['spec', 'credentials']);
    const document: DocumentRef = { kind: 'Cluster', name: other };
    edits.push(...[...places].reverse().map((path) => ({ document, path, value: undefined })));
  }
  for (const { namespace, name: service, spec } of fleet.services) {
    const dropped = namedInService(spec, name);
    if (dropped.length === 0) continue;
    const same = fleet.services.filter((s) => s.namespace === namespace && s.name === service);
    if (same.length > 1) {
      byHand.push(`Service/${namespace}/${service} is described ${same.length} times: take ${name} out of each`);
      continue;
    }
    const document: DocumentRef = { kind: 'Service', namespace, name: service };
    const places = dropped === 'everything' ? [[]] : dropped;
    edits.push(...places.map((path) => ({ document, path, value: undefined })));
  }
  return { edits, byHand: [...new Set(byHand)] };
}

/** Where entries of their own made and drained the edge, they go; otherwise the edge is cut. */
function linkEdits(fleet: FleetModel, { source, target }: Goal & { kind: 'link' }): Pick<Commit, 'edits' | 'byHand'> {
  const document = fleetRef(fleet);
  const entries = [fleet.spec.topology ?? []].flat();
  const isOwn = (one: { source?: string; target?: string; both?: boolean }) =>
    one.source === source && one.target === target && one.both !== true;
  const places = entries.flatMap((entry, i) =>
    (['edges', 'drain'] as const).flatMap((key) => {
      const list = entry[key] ?? [];
      const own = list.flatMap((one, j) => (isOwn(one) ? [['spec', 'topology', i, key, j]] : []));
      return own.length > 0 && own.length === list.length ? [['spec', 'topology', i]] : own;
    }),
  );
  const edits = places.reverse().map((path): Edit => ({ document, path, value: undefined }));
  if (!Array.isArray(fleet.spec.topology))
    return { edits: [entryEdit(fleet, { without: [{ source, target }] })], byHand: [] };
  const left = entries.map((entry) => withoutOwn(entry, isOwn)).filter((entry) => Object.keys(entry).length > 0);
  if (!hasEdge(fleet, left, source, target)) return { edits, byHand: [] };
  const drains = edits.filter(({ path }) => entries[path[2] as number]?.drain !== undefined);
  const removed = drains.filter(({ path }) => path.length === 3).length;
  const cut: Edit = {
    document,
    path: ['spec', 'topology', entries.length - removed],
    value: { without: [{ source, target }] },
  };
  return { edits: [...drains, cut], byHand: [] };
}

function withoutOwn(
  entry: TopologyEntry,
  isOwn: (one: { source?: string; target?: string; both?: boolean }) => boolean,
): TopologyEntry {
  const { edges, drain, ...rest } = entry;
  const [kept, drained] = [edges?.filter((one) => !isOwn(one)), drain?.filter((one) => !isOwn(one))];
  return { ...rest, ...(kept?.length ? { edges: kept } : {}), ...(drained?.length ? { drain: drained } : {}) };
}

function hasEdge(
  { members, clusters }: FleetModel,
  entries: readonly TopologyEntry[],
  source: string,
  target: string,
): boolean {
  const { targets } = compileTopology(entries, members, clusters);
  return targets(clusters.get(source)!).some((edge) => edge.target.name === target);
}

/**
 * Argo CD deletes what is no longer written only where a removal is planned. A list of names is that of removals under way; a
 * selector is the fleet's own, which no edit replaces: how it could be put back is said nowhere.
 */
function pruneEdits(
  fleet: FleetModel,
  goal: Goal,
  clusters: readonly ClusterModel[],
): Pick<Commit, 'edits' | 'byHand'> {
  const { argocd } = fleet.spec;
  if (argocd === undefined || argocd.automated === false) return { edits: [], byHand: [] };
  const { prune = [] } = argocd;
  const document = fleetRef(fleet);
  const places = goal.kind === 'cluster' ? namedInFleet({ argocd }, goal.name) : [];
  const missing = clusters.filter((cluster) => !selects(prune, cluster)).map(({ name }) => name);
  if (!Array.isArray(prune)) {
    const edits = places.map((path) => ({ document, path, value: undefined }));
    const found = `argocd.prune selects by labels, and is left as it is: have it select ${missing.sort().join(', ')} until the removal is over and their Applications are Synced`;
    return { edits, byHand: missing.length === 0 ? [] : [found] };
  }
  if (places.length + missing.length === 0) return { edits: [], byHand: [] };
  const isThere = (name: string) => goal.kind === 'link' || name !== goal.name;
  const names = [...new Set([...prune, ...missing])].filter(isThere).sort();
  const value = names.length === 0 ? undefined : names;
  return { edits: [{ document, path: ['spec', 'argocd', 'prune'], value }], byHand: [] };
}

function deadEdits(fleet: FleetModel, name: string): Edit[] {
  const { dead } = fleet.spec;
  if (dead?.includes(name)) return [];
  const path = ['spec', 'dead', ...(dead === undefined ? [] : [dead.length])];
  return [{ document: fleetRef(fleet), path, value: dead === undefined ? [name] : name }];
}

/** What the description said for the time of the removal. */
function finishEdits(fleet: FleetModel, goal: Goal): Edit[] {
  const document = fleetRef(fleet);
  const { argocd, dead } = fleet.spec;
  const end = goal.kind === 'cluster' ? goal.name : goal.target;
  const place = dead?.indexOf(end) ?? -1;
  const own = dead?.length === 1 ? [] : [place];
  return [
    ...(!Array.isArray(argocd?.prune) ? [] : [{ document, path: ['spec', 'argocd', 'prune'], value: undefined }]),
    ...(place < 0 ? [] : [{ document, path: ['spec', 'dead', ...own], value: undefined }]),
  ];
}
