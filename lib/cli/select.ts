/** The clusters that flags select: --cluster X (several), -l key=value (several, all must hold), --shard i/n. */
import { FleetError, issue } from '../errors';
import type { ClusterModel } from '../model/types';
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
  if (selected.length === 0) {
    throw new FleetError([
      issue('CLUSTER_UNKNOWN', {
        path: '--selector',
        found: 'no cluster with these labels',
        fix: 'Correct the selector.',
      }),
    ]);
  }
  return selected;
}

function parseCondition(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1).replace(/^=/, '')];
  throw new FleetError([issue('USAGE', { path: '--selector', found: JSON.stringify(text), allowed: 'key=value' })]);
}
