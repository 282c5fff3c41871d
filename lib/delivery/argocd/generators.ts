/**
 * Where an ApplicationSet takes the clusters from. Whatever it is, the parameters of a cluster are those of its cluster.json;
 * the index and the plugin generator add `directory`.
 */
import type { ApplicationSetSpecGenerators } from '../../../imports/argoproj.io';
import type { ArgoCdModel, FleetModel } from '../../model/types';
import { INDEX } from '../generator/parameters';
import { type Delivery, deliveryOf, type GeneratorSettings } from './settings';
import { treePrefix } from './tree';

/** Directory of a cluster, from the root of the repository, as templates say it. */
export function clusterDirectory(argocd: ArgoCdModel, { generator }: Delivery): string {
  // The git generator adds the directory of the file that it found.
  return generator.kind === 'files' ? '{{ .path.path }}' : `${treePrefix(argocd)}{{ .directory }}`;
}

/** The generators of every ApplicationSet of the fleet. */
export function generators(fleet: FleetModel, argocd: ArgoCdModel): ApplicationSetSpecGenerators[] {
  const { generator, registered } = deliveryOf(fleet);
  if (!registered) return [source(argocd, generator)];
  const clusters = [...fleet.clusters.values()];
  const keys = (['name', 'server'] as const).filter((key) =>
    clusters.some((cluster) => (cluster.argocd.server === undefined) === (key === 'name')),
  );
  return keys.map((key) => joined(argocd, generator, key));
}

/**
 * What the controller writes into each generator when it takes away the annotation with which a webhook, or a person, has it
 * look (argo-cd pkg/apis/application/v1alpha1/applicationset_types.go: fields that Go has no empty form of). Lists are compared
 * whole, so what is not written here would be a difference after every push.
 */
const template = { metadata: {}, spec: { destination: {}, project: '' } };

function source(argocd: ArgoCdModel, generator: GeneratorSettings, values?: Record<string, string>) {
  if (generator.kind === 'plugin') {
    const { configMap, requeueAfterSeconds } = generator;
    return { plugin: { configMapRef: { name: configMap }, requeueAfterSeconds, values, input: {}, template } };
  }
  const files = gitFiles(treePrefix(argocd), generator.kind);
  return { git: { repoURL: argocd.repoURL, revision: argocd.targetRevision, files, values, template } };
}

/**
 * A star matches slashes too, unless the controller was started with `enable.new.git.file.globbing`: what lies deeper than a
 * cluster's own cluster.json is taken out again.
 */
function gitFiles(prefix: string, kind: 'files' | 'index') {
  if (kind === 'index') return [{ path: prefix + INDEX }];
  return [{ path: `${prefix}clusters/*/cluster.json` }, { path: `${prefix}clusters/*/*/cluster.json`, exclude: true }];
}

/**
 * The clusters of the fleet that Argo CD has a Secret for. A merge keeps all of its first generator and knows keys of the
 * first level only; so the Secrets come first, both sides say the destination in `values`, and what has nothing of the fleet
 * is left out. A key that is no destination keeps clusters apart that are described by the other one.
 */
function joined(
  argocd: ArgoCdModel,
  generator: GeneratorSettings,
  key: 'name' | 'server',
): ApplicationSetSpecGenerators {
  const destination = `{{ .destination.${key} | default (printf "/%s" .name) }}`;
  return {
    merge: {
      mergeKeys: ['values'],
      generators: [
        { clusters: { selector: {}, values: { destination: `{{ .${key} }}` }, template } },
        source(argocd, generator, { destination }),
      ],
      template,
    },
    selector: { matchExpressions: [{ key: 'linkerd.version', operator: 'Exists' }] },
  };
}
