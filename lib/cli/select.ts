/** The clusters that flags select: --cluster X (several), -l key=value (several, all must hold), --shard i/n. */
import { FleetError, type Issue, issue } from '../errors';
import type { ClusterModel } from '../model/types';
import { nearest } from '../nearest';
import { clusterOf, type Project } from '../project';
import type { Flag, FlagValues } from './command';

/** Flags that select clusters. */
export const SELECT_FLAGS: Readonly<Record<string, Flag>> = {
  cluster: { type: 'string', multiple: true, value: 'NAME', help: 'only this cluster; may be given several times' },
  selector: {
    type: 'string',
    short: 'l',
    multiple: true,
    value: 'KEY=VALUE',
    help: 'only clusters with this label (name, region, environment and network count as labels)',
  },
};

/** The selected clusters, or undefined when flags select none in particular. @throws CLUSTER_UNKNOWN, USAGE */
export function selectedClusters(project: Project, flags: FlagValues): readonly ClusterModel[] | undefined {
  const names = (flags.cluster ?? []) as readonly string[];
  const conditions = ((flags.selector ?? []) as readonly string[]).flatMap((s) => s.split(',')).map(parseCondition);
  if (names.length === 0 && conditions.length === 0) return undefined;
  const named =
    names.length === 0 ? [...project.fleet.clusters.values()] : names.map((name) => clusterOf(project, name));
  const selected = named.filter((c) => conditions.every(([key, value]) => c.labels[key] === value));
  if (selected.length === 0) throw new FleetError([selectsNothing(named, conditions)]);
  return selected;
}

type Condition = readonly [key: string, value: string];

/** The first condition that leaves no cluster is the one to correct: its key or its value is not there. */
function selectsNothing(named: readonly ClusterModel[], conditions: readonly Condition[]): Issue {
  const left = (upTo: number) =>
    named.filter((c) => conditions.slice(0, upTo).every(([key, value]) => c.labels[key] === value));
  const first = conditions.findIndex((_, i) => left(i + 1).length === 0);
  const [key, value] = conditions[first] as Condition;
  const keys = new Set(named.flatMap((c) => Object.keys(c.labels)));
  const values = new Set(left(first).flatMap((c) => c.labels[key] ?? []));
  const known = values.size > 0 ? values : keys;
  const near = values.size > 0 ? nearest(value, values) : nearest(key, keys);
  return issue('CLUSTER_UNKNOWN', {
    path: '--selector',
    found: `no cluster with ${conditions.map(([k, v]) => `${k}=${v}`).join(',')}`,
    allowed: `${values.size > 0 ? `values of ${key}` : 'labels'}: ${[...known].sort().slice(0, 20).join(', ')}`,
    fix: near === undefined ? 'Correct the selector.' : `Did you mean ${values.size > 0 ? `${key}=${near}` : near}?`,
  });
}

function parseCondition(text: string): Condition {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1).replace(/^=/, '')];
  throw new FleetError([issue('USAGE', { path: '--selector', found: JSON.stringify(text), allowed: 'key=value' })]);
}
