/** What the directories of clusters lose from one fleet to the next. */

import type { Cleanup } from '../../analysis/decommission/commands';
import type { Goal } from '../../analysis/decommission/decommission';
import type { Manifest } from '../../emit/manifest';
import type { ClusterModel } from '../../model/types';
import { type Project, planOf } from '../../project';
import { clusterFiles } from '../../resources/cluster';
import type { OutputFile } from '../../resources/file';

/** What one directory loses. */
export interface Loss {
  readonly cluster: string;
  /** Files that are no longer there; all of them where the cluster is not. */
  readonly files: readonly string[];
  /** Objects that are no longer written: `Link linkerd-multicluster/prod-eu`. */
  readonly objects: readonly string[];
  /** Files that change and stay. */
  readonly changed: readonly string[];
}

/** Losses of the clusters given, by name; none of those whose directory stays as it is. */
export function lossesOf(before: Project, after: Project, names: readonly string[]): readonly Loss[] {
  return [...names].sort().flatMap((cluster) => {
    const [old, now] = [before, after].map((project) => filesOf(project, project.fleet.clusters.get(cluster))) as [
      Files,
      Files,
    ];
    const files = [...old.keys()].filter((path) => !now.has(path));
    const changed = [...old].flatMap(([path, file]) => {
      const next = now.get(path);
      return next === undefined || JSON.stringify(plain(file)) === JSON.stringify(plain(next)) ? [] : [path];
    });
    const left = new Set([...now.values()].flatMap(objectsOf));
    const objects = [...old.values()].flatMap(objectsOf).filter((id) => !left.has(id));
    return files.length + changed.length === 0 ? [] : [{ cluster, files, objects, changed }];
  });
}

type Files = ReadonlyMap<string, OutputFile>;

function filesOf(project: Project, cluster: ClusterModel | undefined): Files {
  if (cluster === undefined) return new Map();
  return new Map(clusterFiles(planOf(project, cluster)).map((file) => [file.path, file]));
}

const plain = (file: OutputFile): unknown => {
  switch (file.kind) {
    case 'manifests':
      return file.manifests;
    case 'text':
      return file.text;
    default:
      return file.kind === 'values' ? file.values : file.value;
  }
};

const objectsOf = (file: OutputFile): readonly string[] => (file.kind === 'manifests' ? file.manifests.map(idOf) : []);

const idOf = ({ kind, metadata: { namespace, name } }: Manifest): string =>
  `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;

/** What of Links is deleted in a cluster that leaves the fleet and lives on, as `kubectl delete` names it. */
const KEPT: Readonly<Record<string, string>> = {
  Link: 'links.multicluster.linkerd.io',
  ExternalSecret: 'externalsecrets.external-secrets.io',
  PushSecret: 'pushsecrets.external-secrets.io',
  ServiceAccount: 'serviceaccounts',
  ClusterRoleBinding: 'clusterrolebindings',
  ClusterRole: 'clusterroles',
};

/** The directory of a cluster that leaves the fleet goes, and nothing deletes what was applied from it. */
export function keptBy(goal: Goal, losses: readonly Loss[]): readonly Cleanup[] {
  const own = goal.kind === 'cluster' ? losses.find(({ cluster }) => cluster === goal.name) : undefined;
  if (own === undefined) return [];
  const groups = new Map<string, string[]>();
  for (const [kind, resource] of Object.entries(KEPT)) {
    for (const id of own.objects.filter((object) => object.startsWith(`${kind} `))) {
      const [name = '', namespace] = id
        .slice(kind.length + 1)
        .split('/')
        .reverse();
      const command = `kubectl --context "$c" ${namespace === undefined ? '' : `-n ${namespace} `}delete ${resource}`;
      groups.set(command, [...(groups.get(command) ?? []), name]);
    }
  }
  return [...groups].map(([command, names]) => ({
    clusters: [own.cluster],
    command: `${command} ${names.join(' ')}`,
    why: `where ${own.cluster} lives on: nothing else deletes what was applied from its directory`,
  }));
}
