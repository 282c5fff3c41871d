/** What two fleets write in a cluster, as it is compared: `check --base` says what would be left. */

import { RESOURCES } from '../analysis/orphans/named';
import type { Applied, AppliedIn, Left } from '../analysis/step/unpruned';
import { grantingMarks } from '../analysis/step/unpruned';
import { SYNC_OPTIONS } from '../delivery/argocd/names';
import * as names from '../linkerd/names';
import type { FleetModel } from '../model/types';
import { planStanding } from '../plan/cluster';
import { clusterFiles } from '../resources/cluster';
import type { Io } from './io';

/** Files of Applications that are never pruned. */
const BASE = /^(?:namespaces|trust)\//;
/** The chart has objects of the same names, which stay: ours only stand in for them. */
const OF_CHART = 'multicluster/gateway.yaml';

/** What is written in a cluster, but what Links bring. Charts that code attaches are not looked at. */
export const appliedIn: AppliedIn = (fleet, cluster) => {
  const own = clusterFiles(planStanding(fleet, cluster)).flatMap((file) => {
    if (file.kind !== 'manifests' || file.path === OF_CHART) return [];
    const isBase = BASE.test(file.path);
    return file.manifests.map(({ kind, metadata }): Applied => {
      const { namespace, name, labels, annotations } = metadata;
      const isKept = annotations?.[SYNC_OPTIONS]?.includes('Prune=false') === true;
      return { kind, namespace, name, marks: grantingMarks(kind, labels, annotations), isKept, isBase };
    });
  });
  if (cluster.gateway === undefined) return own;
  const namespace = cluster.linkerd.multiclusterNamespace;
  return [...own, { kind: 'Deployment', namespace, name: names.GATEWAY_NAME, marks: {}, isKept: false, isBase: false }];
};

const LINKS = 'what Links that are gone leave, check --orphans names';

/** Commands spelled out. */
const SHOWN = 12;

/** Where nothing of ours prunes, what is left is for whoever delivers the tree to delete: says what, and by which commands. */
export function sayLeft({ spec }: FleetModel, left: readonly Left[], io: Io): void {
  const isSynced = spec.argocd !== undefined;
  const commands = new Map<string, string[]>();
  for (const { cluster, objects } of left) {
    for (const command of deletions(isSynced ? objects.filter(({ isKept }) => isKept) : objects)) {
      commands.set(command, [...(commands.get(command) ?? []), cluster.name]);
    }
  }
  const apps = isSynced
    ? left.flatMap(({ cluster: { name } }) => [`linkerd-multicluster-${name}`, `linkerd-cluster-${name}`])
    : [];
  const lines = [
    ...(apps.length > 0 ? [`argocd app sync ${apps.join(' ')} --prune`] : []),
    ...[...commands].map(shell),
  ];
  if (lines.length === 0 && left.every(({ ofLinks }) => ofLinks.length === 0)) return;
  io.say('warn', 'no longer written, and in force until whoever delivers the tree deletes it, after the commit:');
  if (left.some(({ ofLinks }) => ofLinks.length > 0)) lines.push(LINKS);
  for (const line of lines.slice(0, SHOWN)) io.say('begin', line);
  if (lines.length > SHOWN)
    io.say('begin', `and ${lines.length - SHOWN} commands more: check --orphans names what is left`);
}

function deletions(objects: readonly Applied[]): readonly string[] {
  const grouped = new Map<string, string[]>();
  for (const object of objects) {
    // That of the chart goes with its release.
    if ((object.isBase && !object.isKept) || object.kind === 'Deployment') continue;
    const { kind, namespace, name, marks, isKept } = object;
    const resource = RESOURCES[kind] ?? kind.toLowerCase();
    const at = `kubectl --context "$c"${namespace === undefined ? '' : ` -n ${namespace}`}`;
    const keys = Object.keys(marks);
    if (isKept && keys.length === 0) continue;
    const verb = kind === 'Namespace' ? 'annotate' : 'label';
    const command = isKept
      ? `${at} ${verb} ${resource} ${name} ${keys.map((key) => `${key}-`).join(' ')}`
      : `${at} delete ${resource}`;
    grouped.set(command, [...(grouped.get(command) ?? []), ...(isKept ? [] : [name])]);
  }
  return [...grouped].map(([command, objectNames]) => [command, ...objectNames].join(' '));
}

function shell([command, clusters]: readonly [string, readonly string[]]): string {
  const [only] = clusters;
  if (clusters.length === 1) return command.replace('"$c"', String(only));
  return `for c in ${clusters.join(' ')}; do ${command}; done`;
}
